// An ordered parallel pipeline: work done by any number of threads, results taken in input order.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/pipeline.hpp"

#include <sched.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace analyze {
namespace {

using Work = std::function<void(std::size_t)>;
using Done = std::function<bool(std::size_t)>;

/// What the threads share. Item i lives in slot i % window from its begin to its done(). There is no
/// thread for done(): whoever finishes the item whose turn it is takes it and what waits behind it,
/// so that nobody is woken for an item.
class Pipeline {
public:
    Pipeline(std::size_t count, std::size_t window, const Work& work, const Done& done)
        : end_(count), slots_(window), work_(work), done_(done) {}

    /// The life of one thread: begins items until there are none left.
    void serve() {
        std::unique_lock lock(mutex_);
        for (;;) {
            ++waiting_;
            room_.wait(lock, [&] { return next_ >= end_ || next_ - turn_ < slots_.size(); });
            --waiting_;
            if (next_ >= end_) return;
            const std::size_t item = next_++;
            lock.unlock();
            std::exception_ptr failure;
            try {
                work_(item);
            } catch (...) {
                failure = std::current_exception();
            }
            lock.lock();
            // Nothing behind a failure will be wanted: begin no more.
            if (failure) end_begins(item + 1);
            slots_[item % slots_.size()] = {true, std::move(failure)};
            if (!taking_) take(lock);
        }
    }

    /// To be asked when all threads have left: what ended the run, if anything did.
    [[nodiscard]] const std::exception_ptr& failure() const { return failure_; }

private:
    struct Slot {
        bool ready = false;
        std::exception_ptr failure;
    };

    /// Takes items in order as long as they are ready. Other threads leave theirs ready meanwhile.
    void take(std::unique_lock<std::mutex>& lock) {
        taking_ = true;
        while (!ended_ && slots_[turn_ % slots_.size()].ready) {
            Slot slot = std::exchange(slots_[turn_ % slots_.size()], {});
            bool more = false;
            if (!slot.failure) {
                lock.unlock();
                try {
                    more = done_(turn_);
                } catch (...) {
                    slot.failure = std::current_exception();
                }
                lock.lock();
            }
            if (slot.failure) failure_ = std::move(slot.failure);
            ++turn_;
            ended_ = !more;
            if (ended_)
                end_begins(0);
            else if (waiting_ > 0)
                room_.notify_one();
        }
        taking_ = false;
    }

    void end_begins(std::size_t end) {
        end_ = std::min(end_, end);
        room_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable room_;  // an item may be begun, or there is no more to begin
    std::size_t waiting_ = 0;       // threads that may wait for room
    std::size_t next_ = 0;          // the first item not begun
    std::size_t turn_ = 0;          // the first item whose done() has not returned
    std::size_t end_;               // items from here on are not begun
    bool taking_ = false;           // a thread is in take(): turn_ is its own
    bool ended_ = false;            // no done() will be called any more
    std::exception_ptr failure_;
    std::vector<Slot> slots_;
    const Work& work_;
    const Done& done_;
};

}  // namespace

unsigned usable_cpus() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0) {
        return std::max(1U, std::thread::hardware_concurrency());  // more CPUs than a cpu_set_t has
    }
    return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
}

void run_ordered(std::size_t count, unsigned threads, std::size_t window, const Work& work,
                 const Done& done) {
    window = std::max<std::size_t>(1, std::min(window, count));
    const std::size_t wanted = std::min<std::size_t>(threads, window);
    if (wanted > 1) {
        Pipeline pipeline(count, window, work, done);
        {
            std::vector<std::jthread> others;
            try {
                while (others.size() + 1 < wanted)
                    others.emplace_back([&pipeline] { pipeline.serve(); });
            } catch (const std::system_error&) {
                // The system gives no more threads: those that run do it all.
            }
            pipeline.serve();
        }
        if (pipeline.failure()) std::rethrow_exception(pipeline.failure());
        return;
    }
    for (std::size_t item = 0; item < count; ++item) {
        work(item);
        if (!done(item)) return;
    }
}

}  // namespace analyze
