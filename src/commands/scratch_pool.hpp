// Scratch memory for batch threads: each piece of work borrows one and gives it back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace analyze {

/// Keeps as many T as were ever in use at once; never more than there are threads.
template <typename T>
class ScratchPool {
public:
    /// A T for as long as the Loan lives.
    class Loan {
    public:
        Loan(ScratchPool& pool, std::unique_ptr<T> item) : pool_(&pool), item_(std::move(item)) {}
        ~Loan() {
            const std::lock_guard lock(pool_->mutex_);
            pool_->idle_.push_back(std::move(item_));
        }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        T* operator->() const { return item_.get(); }
        T& operator*() const { return *item_; }

    private:
        ScratchPool* pool_;
        std::unique_ptr<T> item_;
    };

    /// The arguments make a new T where none is idle.
    template <typename... Arguments>
    [[nodiscard]] Loan borrow(const Arguments&... arguments) {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                std::unique_ptr<T> item = std::move(idle_.back());
                idle_.pop_back();
                return Loan(*this, std::move(item));
            }
        }
        return Loan(*this, std::make_unique<T>(arguments...));
    }

    /// All of them; only when no loan is out.
    [[nodiscard]] const std::vector<std::unique_ptr<T>>& items() const { return idle_; }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<T>> idle_;
};

}  // namespace analyze
