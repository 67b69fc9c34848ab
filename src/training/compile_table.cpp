// Compiles the text of a table of temporal rules into the form that the build embeds.
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "analyze/base/file.hpp"
#include "temporal_stored.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: analyze-compile-table TABLE OUTPUT\n", stderr);
        return 2;
    }
    try {
        const std::string origin = argv[1];
        std::ofstream out(argv[2], std::ios::binary);
        out << analyze::temporal::stored_form(
            analyze::temporal::compile_table(analyze::read_file(origin), origin));
        out.close();
        if (!out) throw std::runtime_error(std::string(argv[2]) + ": cannot be written");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
