// Tests of the ordered pipeline: order, bounds, exceptions and early ends, under many threads.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/pipeline.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace analyze;

namespace {

/// Uneven work, so that items finish out of order.
void dawdle(std::size_t item) {
    for (std::size_t i = 0; i < item * 7919 % 13; ++i) std::this_thread::yield();
}

struct Shape {
    unsigned threads;
    std::size_t window;
};
const std::vector<Shape> kShapes = {{0, 1}, {1, 4}, {2, 1}, {2, 2},    {3, 2},
                                    {4, 8}, {8, 3}, {8, 8}, {16, 1000}};

}  // namespace

TEST_CASE("pipeline: at least one CPU is usable") {
    CHECK(usable_cpus() >= 1);
    CHECK(usable_cpus() <= 1U << 16);
}

TEST_CASE("pipeline: every item is worked on once and done in order within the window") {
    for (const Shape& shape : kShapes) {
        for (const std::size_t count : {0U, 1U, 2U, 7U, 500U}) {
            CAPTURE(shape.threads, shape.window, count);
            std::vector<int> worked(count);
            std::vector<std::size_t> order;
            std::atomic<std::size_t> begun = 0, finished = 0, most = 0;
            std::atomic<int> taking = 0;
            bool alone = true;
            run_ordered(
                count, shape.threads, shape.window,
                [&](std::size_t i) {
                    const std::size_t open = ++begun - finished;
                    std::size_t seen = most;
                    while (open > seen && !most.compare_exchange_weak(seen, open)) continue;
                    dawdle(i);
                    ++worked[i];
                },
                [&](std::size_t i) {
                    alone = alone && ++taking == 1;
                    order.push_back(i);
                    CHECK(worked[i] == 1);
                    ++finished;
                    --taking;
                    return true;
                });
            CHECK(alone);
            CHECK(order.size() == count);
            for (std::size_t i = 0; i < order.size(); ++i) REQUIRE(order[i] == i);
            // `finished` rises just before the pipeline may begin another item.
            CHECK(most <= std::max<std::size_t>(1, shape.window));
        }
    }
}

TEST_CASE("pipeline: work runs on several threads at once") {
    // Two items that each wait for the other to begin: one thread would hang.
    std::atomic<int> begun = 0;
    run_ordered(
        2, 2, 2,
        [&](std::size_t) {
            ++begun;
            while (begun < 2) std::this_thread::yield();
        },
        [](std::size_t) { return true; });
    CHECK(begun == 2);
}

TEST_CASE("pipeline: an exception from work comes in its turn") {
    for (const Shape& shape : kShapes) {
        for (const std::size_t bad : {0U, 1U, 37U, 99U}) {
            CAPTURE(shape.threads, shape.window, bad);
            std::vector<std::size_t> order;
            std::atomic<int> running = 0;
            std::string message;
            try {
                run_ordered(
                    100, shape.threads, shape.window,
                    [&](std::size_t i) {
                        ++running;
                        dawdle(i);
                        --running;
                        if (i >= bad) throw std::runtime_error(std::to_string(i));
                    },
                    [&](std::size_t i) {
                        order.push_back(i);
                        return true;
                    });
            } catch (const std::runtime_error& error) {
                message = error.what();
            }
            CHECK(running == 0);
            CHECK(message == std::to_string(bad));
            CHECK(order.size() == bad);
        }
    }
}

TEST_CASE("pipeline: an exception from done ends the run") {
    for (const Shape& shape : kShapes) {
        CAPTURE(shape.threads, shape.window);
        std::atomic<int> running = 0;
        std::size_t calls = 0;
        CHECK_THROWS_AS(run_ordered(
                            SIZE_MAX, shape.threads, shape.window,
                            [&](std::size_t i) {
                                ++running;
                                dawdle(i);
                                --running;
                            },
                            [&](std::size_t i) {
                                ++calls;
                                if (i == 20) throw std::logic_error("done");
                                return true;
                            }),
                        std::logic_error);
        CHECK(running == 0);
        CHECK(calls == 21);
    }
}

TEST_CASE("pipeline: done can end the run early") {
    for (const Shape& shape : kShapes) {
        CAPTURE(shape.threads, shape.window);
        std::atomic<std::size_t> begun = 0, finished = 0;
        std::size_t calls = 0;
        run_ordered(
            SIZE_MAX, shape.threads, shape.window,
            [&](std::size_t i) {
                ++begun;
                dawdle(i);
                ++finished;
            },
            [&](std::size_t i) {
                ++calls;
                return i < 20;
            });
        CHECK(calls == 21);
        CHECK(begun == finished);  // what was begun is finished
        CHECK(begun <= 21 + shape.window);
    }
}

TEST_CASE("pipeline: a failure behind the end that done chose is not thrown") {
    for (const Shape& shape : kShapes) {
        CHECK_NOTHROW(run_ordered(
            50, shape.threads, shape.window,
            [](std::size_t i) {
                if (i > 10) throw std::runtime_error("late");
            },
            [](std::size_t i) { return i < 10; }));
    }
}
