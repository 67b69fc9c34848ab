// Tests of where web addresses, hosts of mail and tags end, in segments of real word boundaries.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/addresses.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace analyze;

namespace {

using Rule = std::size_t (*)(const SegmentedText&, std::size_t);

/// What `rule` takes from the start of `text`.
std::string taken(Rule rule, std::string_view text) {
    Boundaries boundaries;
    std::vector<Segment> segments;
    boundaries.find(text, segments);
    const std::size_t end = rule({text, segments}, 0);
    return std::string(text.substr(0, end == 0 ? 0 : segments[end - 1].end));
}

struct Case {
    const char* text;
    const char* taken;
};

}  // namespace

TEST_CASE("addresses: the rest of a web address ends before what belongs to the sentence") {
    const Case cases[] = {
        {"lake.example/a", "lake.example/a"},
        {"lake.example.", "lake.example"},
        {"lake.example?!", "lake.example"},
        {"lake.example/?a=1&b=%20#c;", "lake.example/?a=1&b=%20#c"},
        {"lake.example/a b", "lake.example/a"},
        {"lake.example/a\"b", "lake.example/a"},
        {"lake.example/a_(b)", "lake.example/a_(b)"},
        {"lake.example/a_(b", "lake.example/a_"},
        {"lake.example/a)b", "lake.example/a"},
        {"lake.example/[a(b)]/c", "lake.example/[a(b)]/c"},
        {"lake.example/a~", "lake.example/a"},
        {"lake.example/~a", "lake.example/~a"},
        {"lake.example/a,b", "lake.example/a,b"},
        {"lake.example/a_", "lake.example/a_"},  // one segment with the letter
        {"lake.example/\u00E9t\u00E9", "lake.example/\u00E9t\u00E9"},
        {"lake.example湖の", "lake.example"},
        {"", ""},
        {" lake", ""},
        {"(", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(taken(url_end, c.text) == c.taken);
    }
    // A bracket that is closed too far away is none of the address; time stays linear.
    const std::string open = "a(" + std::string(600, '-');
    CHECK(taken(url_end, open + ")") == "a");
    CHECK(taken(url_end, std::string(100000, '(')).empty());
}

TEST_CASE("addresses: bare hosts of domains beyond doubt") {
    const Case cases[] = {
        {"www.lake.example/a", "www.lake.example/a"},
        {"WWW.lake.example", "WWW.lake.example"},
        {"www.", ""},
        {"lake.org", "lake.org"},
        {"lake.org.", "lake.org"},
        {"lake.org?", "lake.org"},
        {"lake.org/a/b", "lake.org/a/b"},
        {"lake.co.uk", "lake.co.uk"},
        {"co.uk", ""},
        {"lake.uk", ""},
        {"lake.co.fi", ""},
        {"lake.example", ""},
        {"Lake.com", ""},
        {"Lake.com/a", "Lake.com/a"},
        {"see:lake.org", "see:lake.org"},
        {"lake", ""},
        {"org", ""},
        {"l\u00E4ke.org", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(taken(bare_url_end, c.text) == c.taken);
    }
}

TEST_CASE("addresses: the host of a mail address has a last label that is no number") {
    const Case cases[] = {
        {"lake.example", "lake.example"},
        {"lake.example.", "lake.example"},
        {"my-lake.example", "my-lake.example"},
        {"lake.e", ""},
        {"lake.ex", "lake.ex"},
        {"lake", ""},
        {"lake.12", ""},
        {"10.0.0.1", ""},
        {"lake.example-", "lake.example"},
        {".lake.example", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(taken(mail_host_end, c.text) == c.taken);
    }
}

TEST_CASE("addresses: a hashtag has a letter, and schemes are three") {
    const Case cases[] = {
        {"lake", "lake"},   {"lake_2", "lake_2"},
        {"2024", ""},       {"2024lake", "2024lake"},
        {"_", ""},          {"__a", "__a"},
        {"lake-a", "lake"}, {"湖の町!", "湖の町"},
        {"", ""},           {"-", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(taken(hashtag_end, c.text) == c.taken);
    }
    for (const char* word : {"http", "HTTPS", "ftp", "see:http", "a:b:ftp"})
        CHECK(ends_with_scheme(word));
    for (const char* word : {"", "https:", "xhttp", "file", "http2", "http:x"})
        CHECK_FALSE(ends_with_scheme(word));
}
