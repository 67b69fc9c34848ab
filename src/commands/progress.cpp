// A progress bar for long batches: on a terminal's stderr only, gone when the work is done.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace analyze {
namespace {

std::string duration(double seconds) {
    const auto whole = static_cast<std::uint64_t>(std::ceil(std::min(seconds, 1e9)));
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, double seconds, std::size_t width) {
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    std::string figures = fmt::format(" {}/{} inputs", done, total);
    if (rate > 0)
        figures += fmt::format(", {:.{}f}/s, {} left", rate, rate < 10 ? 1 : 0,
                               duration(static_cast<double>(total - done) / rate));
    if (width < figures.size() + 12) return figures.substr(1, width);
    const std::size_t room = std::min<std::size_t>(width - figures.size() - 2, 30);
    const std::size_t filled = total == 0 ? room : room * done / total;
    std::string bar(filled, '=');
    if (filled < room) bar += '>' + std::string(room - filled - 1, ' ');
    return '[' + bar + ']' + figures;
}

Progress::Progress(bool shown, std::size_t total)
    : shown_(shown && ::isatty(STDERR_FILENO) == 1),
      total_(total),
      begin_(Clock::now()),
      next_(begin_ + std::chrono::milliseconds(500)) {}

Progress::~Progress() {
    clear();
}

void Progress::step() {
    ++done_;
    if (!shown_ || Clock::now() < next_) return;
    next_ = Clock::now() + std::chrono::milliseconds(100);
    winsize size{};
    const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    const std::chrono::duration<double> passed = Clock::now() - begin_;
    fmt::print(stderr, "\r\033[K{}",
               progress_line(done_, total_, passed.count(), known ? size.ws_col - 1U : 79U));
    std::fflush(stderr);
    drawn_ = true;
}

void Progress::clear() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
}

}  // namespace analyze
