// Tests that the shape of ASCII lines read by masks is the one read character by character.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <tuple>

#include "analyze/text/lines.hpp"

using namespace analyze;

namespace {

/// All that does not come from the end of the line, which is read in one way only.
auto fields(const Shape& s) {
    return std::tuple(s.chars, s.words, s.cased_words, s.capital_words, s.minor_words, s.upper,
                      s.lower, s.letters, s.digits, s.symbols, s.gaps, s.first, s.inner_stop);
}

/// A no-break space before a line sends it the slow way and adds one character; inside a longer
/// text, the line must not see what is around it.
void check_line(const std::string& line) {
    const std::string slow = "\u00A0" + line, around = "Ab. " + line + " Zz! Yy,";
    const auto size = static_cast<std::uint32_t>(line.size());
    Shape theirs = shape_of(slow, {0, size + 2});
    --theirs.chars;
    const bool alone = fields(shape_of(line, {0, size})) == fields(theirs);
    const bool inside = fields(shape_of(around, {4, 4 + size})) == fields(theirs);
    if (!alone || !inside) FAIL_CHECK("[" << line << "]");
}

}  // namespace

TEST_CASE("shapes by masks: all short lines of a few signs") {
    const std::string signs = "aB .7'\t";
    std::size_t count = 1;
    for (int length = 1; length < 6; ++length) {
        count *= signs.size();
        for (std::size_t number = 0; number < count; ++number) {
            std::string line;
            for (std::size_t rest = number, i = 0; i < static_cast<std::size_t>(length);
                 ++i, rest /= signs.size())
                line += signs[rest % signs.size()];
            // the slow way counts white space before a line, which no line has
            if (line[0] == ' ' || line[0] == '\t') continue;
            check_line(line);
        }
    }
}

TEST_CASE("shapes by masks: random lines, and words across blocks") {
    std::mt19937 random(7);
    const std::string pieces[] = {
        "a",          "The ",   "of ", "Mrs. ", "end. ",   "\"Yes",
        "No!\" ",     "   ",    "\t",  "x1_{}", "CAPS",    "'",
        "Port-Side ", "i.e. ",  "\n",  "\r\n",  "... ",    "? ",
        "1,250 ",     "$;()/`", " ",   "J. ",   "harbour", "\v",
        "\x01",       "[12]",   ") ",  "[",     "O'Neil ", "abcdefghijklmnopqrstuvwxyz"};
    for (int round = 0; round < 20000; ++round) {
        std::string line = "L";
        const std::size_t size = random() % 410;
        while (line.size() < size) line += pieces[random() % std::size(pieces)];
        line.resize(std::min<std::size_t>(line.size(), 418));
        check_line(line);
    }
    for (std::size_t size = 1; size < 200; ++size)
        for (const char* rest : {".", " b", ". B", "  \t Bc", "   d"}) {
            check_line(std::string(size, 'w') + rest);
            check_line(std::string(size, 'W') + "." + rest);
            check_line("x" + std::string(size, ' ') + "y" + rest);
        }
}
