// The program: arguments in, exit status out; the one place that catches everything.
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "analyze/base/error.hpp"
#include "analyze/commands/command.hpp"
#include "analyze/commands/message.hpp"

namespace {

/// A standard stream that the caller closed would lend its number to the first file opened. Each
/// gets a place that refuses what it is for, so that using it fails as it should.
void occupy_standard_streams() {
    for (int stream = 0; stream < 3; ++stream)
        if (::fcntl(stream, F_GETFD) == -1)
            static_cast<void>(::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY));
}

/// The memory of one text serves the next, too: to give it back in between and ask for it again costs
/// a tenth of the time of reading a thousand files.
void keep_freed_memory() {
#if defined(__GLIBC__)
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most there may be
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    occupy_standard_streams();
    keep_freed_memory();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away shows as an error of write
    try {
        return analyze::run_program(
            std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    } catch (const analyze::Error& error) {
        analyze::tell(error.what());
        return error.fault() == analyze::Fault::input ? 1 : 2;
    } catch (const std::bad_alloc&) {
        analyze::tell("not enough memory");
    } catch (const std::exception& error) {
        analyze::tell(error.what());
    }
    return 2;
}
