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

/// What the threads share. Item i lives in slot i % window from its begin to its done().
class Pipeline {
public:
    Pipeline(std::size_t count, std::size_t window, const Work& work)
        : end_(count), slots_(window), work_(work) {}

    /// The life of one worker: begins items until there are none left.
    void serve() {
        std::unique_lock lock(mutex_);
        for (;;) {
            room_.wait(lock, [&] { return next_ >= end_ || next_ - turn_ < slots_.size(); });
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
            if (failure) end_ = std::min(end_, item + 1);
            slots_[item % slots_.size()] = {true, std::move(failure)};
            if (item == turn_) ready_.notify_one();
        }
    }

    /// The calling thread's part: items in order, until `count` or done() says stop.
    void collect(std::size_t count, const Done& done) {
        for (std::size_t item = 0; item < count; ++item) {
            std::unique_lock lock(mutex_);
            Slot& slot = slots_[item % slots_.size()];
            ready_.wait(lock, [&] { return slot.ready; });
            if (slot.failure) std::rethrow_exception(std::exchange(slot.failure, nullptr));
            slot.ready = false;
            lock.unlock();
            if (!done(item)) return;
            lock.lock();
            ++turn_;
            lock.unlock();
            room_.notify_one();
        }
    }

    /// Lets every worker leave after the item it is at.
    void stop() {
        {
            std::lock_guard lock(mutex_);
            end_ = 0;
        }
        room_.notify_all();
    }

private:
    struct Slot {
        bool ready = false;
        std::exception_ptr failure;
    };
    std::mutex mutex_;
    std::condition_variable room_;   // an item may be begun, or there is no more to begin
    std::condition_variable ready_;  // the item whose turn it is has been worked on
    std::size_t next_ = 0;           // the first item not begun
    std::size_t turn_ = 0;           // the first item whose done() has not returned
    std::size_t end_;                // items from here on are not begun
    std::vector<Slot> slots_;
    const Work& work_;
};

/// Joins on every way out; the threads must not outlive what they work on.
struct Crew {
    explicit Crew(Pipeline& shared) : pipeline(shared) {}
    ~Crew() { pipeline.stop(); }
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    Pipeline& pipeline;
    std::vector<std::jthread> threads;
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
        Pipeline pipeline(count, window, work);
        Crew crew(pipeline);
        try {
            while (crew.threads.size() < wanted) {
                crew.threads.emplace_back([&pipeline] { pipeline.serve(); });
            }
        } catch (const std::system_error&) {
            // The system gives no more threads: those that run do it all.
        }
        if (!crew.threads.empty()) return pipeline.collect(count, done);
    }
    for (std::size_t item = 0; item < count; ++item) {
        work(item);
        if (!done(item)) return;
    }
}

}  // namespace analyze
