// Tests of the marks that make one line a heading: which they are, their rank and what is left.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/marks.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "analyze/text/lines.hpp"

using namespace analyze;

namespace {

/// "ranked 2 'Tides'", with the outer blanks of the content off; "none".
std::string shown(const std::string& line, bool stars = false) {
    const auto marked = read_mark(line, stars);
    if (!marked) return "none";
    static const char* const kNames[] = {"none", "ranked", "bold", "frame"};
    const Span content = trim(line, marked->content);
    return std::string(kNames[static_cast<int>(marked->mark)]) + " " +
           std::to_string(marked->rank) + " '" + std::string(slice(line, content)) + "'";
}

}  // namespace

TEST_CASE("marks: signs before a line, perhaps behind it, say its rank") {
    CHECK(shown("# Tides") == "ranked 1 'Tides'");
    CHECK(shown("###### Tides") == "ranked 6 'Tides'");
    CHECK(shown("####### Tides") == "none");
    CHECK(shown("## Tides ##") == "ranked 2 'Tides'");
    CHECK(shown("## Tides in C#") == "ranked 2 'Tides in C#'");
    CHECK(shown("#tides") == "none");
    CHECK(shown("== Tides ==") == "ranked 2 'Tides'");
    CHECK(shown("==Tides==") == "ranked 2 'Tides'");
    CHECK(shown("== Tides") == "ranked 2 'Tides'");
    CHECK(shown("== Tides =") == "none");
    CHECK(shown("** Tides", true) == "ranked 2 'Tides'");
    CHECK(shown("** Tides", false) == "none");
}

TEST_CASE("marks: elements and commands") {
    CHECK(shown("<h2>Tides</h2>") == "ranked 2 'Tides'");
    CHECK(shown("<H3 class=\"x\">Tides</H3>") == "ranked 3 'Tides'");
    CHECK(shown("<h2>Tides</h3>") == "none");
    CHECK(shown("<h7>Tides</h7>") == "none");
    CHECK(shown("<h2></h2>") == "none");
    CHECK(shown("<hr>Tides</hr>") == "none");
    CHECK(shown("\\title{Tides}") == "ranked 0 'Tides'");
    CHECK(shown("\\section*{Tides}") == "ranked 3 'Tides'");
    CHECK(shown("\\subsubsection{Tides}") == "ranked 5 'Tides'");
    CHECK(shown("\\section{}") == "none");
    CHECK(shown("\\sectional{Tides}") == "none");
}

TEST_CASE("marks: emphasis and frames") {
    CHECK(shown("**Tides**") == "bold 0 'Tides'");
    CHECK(shown("__Tides__") == "bold 0 'Tides'");
    CHECK(shown("**Tides.**") == "none");  // a sentence
    CHECK(shown("**Low** and **high**") == "none");
    CHECK(shown("*** Tides ***") == "frame 42 'Tides'");
    CHECK(shown("~~ Tides ~~") == "frame 126 'Tides'");
    CHECK(shown("-- Tides --") == "none");  // dashes
    CHECK(shown("--- Tides ---") == "frame 45 'Tides'");
    CHECK(shown("*** 12 ***") == "none");
    CHECK(shown("~~ Tides ~") == "none");
}

TEST_CASE("marks: short and long lines have none") {
    for (const char* line : {"", "#", "# ", "**", "<h", "\\", "==", "***", "****", "======"}) {
        CAPTURE(line);
        CHECK(shown(line, true) == "none");
    }
    CHECK(shown("# " + std::string(397, 'x')) != "none");
    CHECK(shown("# " + std::string(398, 'x')) == "none");
    CHECK(shown("**" + std::string(195, 'x') + "**") != "none");
    CHECK(shown("**" + std::string(196, 'x') + "**") == "none");
}

TEST_CASE("marks: lines that only an outline has") {
    CHECK(is_outline_line("** Tides"));
    CHECK(is_outline_line("#+TITLE: Tides"));
    for (const char* line : {"", "* Tides", "** Tides **", "**Tides", "**", "#+TITLE", "# Tides"}) {
        CAPTURE(line);
        CHECK_FALSE(is_outline_line(line));
    }
}
