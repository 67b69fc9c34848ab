// A progress bar for long batches: on a terminal's stderr only, gone when the work is done.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace analyze {

/// "[=====>    ] 120/480 inputs, 37/s, 10 s left", at most `width` columns.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t total, double seconds,
                                        std::size_t width);

/// Draws the line after the first half second, ten times a second at most. The clock is monotonic
/// and decides only what is shown.
class Progress {
public:
    Progress(bool shown, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void step();
    /// Takes the line away, for a message or a result; the next step draws it again.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    bool shown_, drawn_ = false;
    std::size_t total_, done_ = 0;
    Clock::time_point begin_, next_;
};

}  // namespace analyze
