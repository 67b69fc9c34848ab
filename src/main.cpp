// The program: arguments in, exit status out.
// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "analyze/commands/command.hpp"

int main(int argc, char** argv) {
    return analyze::run_program(std::vector<std::string>(argv + 1, argv + argc));
}
