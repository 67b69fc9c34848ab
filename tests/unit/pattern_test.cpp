// Tests of regular expressions over words and texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/pattern.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

std::string refusal(const std::string& expression) {
    try {
        Pattern pattern(expression, Case::fold);
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::usage);
        return error.what();
    }
    return {};
}

/// All matches in a text, each in brackets.
std::string matches(const std::string& expression, std::string_view text,
                    Pattern::In in = Pattern::In::text) {
    const Pattern pattern(expression, Case::fold, in);
    std::string out;
    std::uint32_t from = 0;
    while (const auto match = pattern.next(text, from)) {
        out.append("[").append(slice(text, *match)) += ']';
        from = match->end;
    }
    return out;
}

}  // namespace

TEST_CASE("a pattern is found anywhere, or where its anchors say") {
    const Pattern ing("ing$", Case::fold);
    CHECK(ing.found_in("going"));
    CHECK_FALSE(ing.found_in("ingot"));
    CHECK_FALSE(ing.found_in(""));
    CHECK_FALSE(ing.found_in("going\n"));
    const Pattern letter("^\\p{L}+$", Case::keep);
    CHECK(letter.found_in("\xC3\xA9t\xC3\xA9"));
    CHECK(letter.found_in("\xE6\x9D\xB1\xE4\xBA\xAC"));
    CHECK_FALSE(letter.found_in("a1"));
}

TEST_CASE("case is ignored only when words are folded") {
    CHECK(Pattern("^THE$", Case::fold).found_in("the"));
    CHECK_FALSE(Pattern("^THE$", Case::keep).found_in("the"));
    CHECK(Pattern("^\u00C9T\u00C9$", Case::fold).found_in("\u00E9t\u00E9"));
}

TEST_CASE("Perl's classes are Unicode's, in brackets and out of them") {
    CHECK(Pattern("^\\w+$", Case::keep).found_in("\u00E9t\u00E9_\u0663"));
    CHECK(Pattern("^[\\w-]+$", Case::keep).found_in("\u00E9-\u0436"));
    CHECK(Pattern("^\\d\\D$", Case::keep).found_in("\u0663\u0436"));
    CHECK(Pattern("^[\\D]$", Case::keep).found_in("\u0436"));
    CHECK(Pattern("^a\\sb\\S\\W$", Case::keep).found_in("a\u00A0b\u00E9!"));
    CHECK_FALSE(Pattern("^\\W$", Case::keep).found_in("\u00E9"));
    CHECK(Pattern("^\\Q\\w\\E$", Case::keep).found_in("\\w"));
    CHECK(Pattern("^\\\\w$", Case::keep).found_in("\\w"));
    CHECK(Pattern("^[]\\d[:alpha:]]{3}$", Case::keep).found_in("]5b"));
    CHECK(refusal("x[\\W]").find("character 3: \\W cannot stand between brackets") !=
          std::string::npos);
}

TEST_CASE("in a text a blank is any white space, but no blank line") {
    CHECK(matches("b c", "b c, b\nc, b \r\n  c, b\u00A0c, b\tc, b\n\nc, bc, b\r\rc") ==
          "[b c][b\nc][b \r\n  c][b\u00A0c][b\tc]");
    CHECK(matches("b[ ]c", "b c, b\nc") == "[b c]");
    CHECK(matches("^x.$", "xa\nxb\nax\n") == "[xa][xb]");
    CHECK(matches("^x.$", "xa\nxb\n", Pattern::In::word).empty());
}

TEST_CASE("matches go from left to right, the empty ones left out") {
    CHECK(matches("a*", "baab\u00E9a") == "[aa][a]");
    CHECK(matches("\\w+|,", "\u00E9t\u00E9, b") == "[\u00E9t\u00E9][,][b]");
    CHECK(matches("\\b", "a b").empty());
    CHECK(matches("x", "").empty());
    CHECK(Pattern("a*", Case::keep).matches_nothing());
    CHECK_FALSE(Pattern("a+", Case::keep).matches_nothing());
}

TEST_CASE("one pattern serves many words and moves") {
    Pattern pattern("a", Case::keep);
    CHECK(pattern.found_in("xax"));
    CHECK_FALSE(pattern.found_in("xbx"));
    const Pattern moved = std::move(pattern);
    CHECK(moved.found_in("a"));
}

TEST_CASE("a wrong expression is told with the place") {
    CHECK(refusal("(a") ==
          "the expression '(a' is not valid at character 1: a parenthesis has no partner");
    CHECK(refusal("\u00E9(b)c)").find("at character 6: a parenthesis") != std::string::npos);
    CHECK(refusal("ab[c").find("at character 3: a [ has no ]") != std::string::npos);
    CHECK(refusal("a\\p{Nonsense}").find("at character 2: there is no such class") !=
          std::string::npos);
    CHECK(refusal("[[:nonsense:]]").find("at character 2: there is no such class") !=
          std::string::npos);
    CHECK(refusal("[z-a]").find("at character 2: a range") != std::string::npos);
    CHECK(refusal("\\w(x)\\1").find("at character 6: there is no such escape") !=
          std::string::npos);
    CHECK(refusal("a(?=b)").find("at character 2: there is no such group") != std::string::npos);
    CHECK(refusal("*a").find("at character 1: nothing stands before") != std::string::npos);
    CHECK(refusal("a{2,1}").find("at character 2: a count") != std::string::npos);
    CHECK(refusal("a\\").find("nothing follows") != std::string::npos);
    CHECK(refusal("a\xFF").find("it is not UTF-8") != std::string::npos);
    CHECK(refusal("((a{1000}){1000}){1000}").find("not valid") != std::string::npos);
}

TEST_CASE("what would take a backtracking engine for ever takes no time") {
    const std::string long_word(1 << 20, 'a');
    CHECK(Pattern("^(a|b)*$", Case::keep).found_in(long_word));
    CHECK_FALSE(Pattern("^(a+)+$", Case::keep).found_in(long_word + '!'));
    CHECK_FALSE(Pattern("(x+x+)+y", Case::keep).found_in(std::string(1 << 16, 'x')));
}
