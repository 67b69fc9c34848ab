// Tests of reading command lines into the targets of an option list.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"

using namespace analyze;
using Words = std::vector<std::string>;

namespace {

enum class Shape { round, square };

/// Every kind of option.
struct Sample {
    OptionList list;
    bool quiet = false;
    std::string output;
    Words globs, files;
    std::uint64_t top = 5;
    Shape shape = Shape::round;

    Sample() {
        list.flag("-q,--quiet", quiet, "say less");
        list.text("-o,--output", "FILE", output, "write there");
        list.list("--include", "GLOB", globs, "only these");
        list.number("-n,--top", "N", top, 1, 100, "the first N");
        list.choice("--shape", "SHAPE", shape, {{"round", Shape::round}, {"square", Shape::square}},
                    "the shape");
        list.operands("FILE", files);
    }
    Asked read(const Words& arguments) { return parse(list, arguments, "sample"); }
    std::string refusal(const Words& arguments) {
        try {
            static_cast<void>(read(arguments));
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::usage);
            return error.what();
        }
        return "accepted";
    }
};

}  // namespace

TEST_CASE("options are stored in their targets, in any order and either form") {
    Sample sample;
    CHECK(sample.read({"a", "-q", "-n7", "--shape=square", "b", "--include", "*.txt", "--include",
                       "-x", "-o", "-", "c"}) == Asked::run);
    CHECK(sample.quiet);
    CHECK(sample.top == 7);
    CHECK(sample.shape == Shape::square);
    CHECK(sample.globs == Words{"*.txt", "-x"});
    CHECK(sample.output == "-");
    CHECK(sample.files == Words{"a", "b", "c"});
}

TEST_CASE("the last of an option given twice counts") {
    Sample sample;
    CHECK(sample.read({"-n", "1", "-n", "2"}) == Asked::run);
    CHECK(sample.top == 2);
}

TEST_CASE("names of files are taken as they are") {
    Sample sample;
    CHECK(sample.read({"-", "[a,b]", "", "a=b", "%%", "{}", "--", "-q", "--", "--top"}) ==
          Asked::run);
    CHECK(sample.files == Words{"-", "[a,b]", "", "a=b", "%%", "{}", "-q", "--", "--top"});
    CHECK_FALSE(sample.quiet);
}

TEST_CASE("an empty value after = is a value") {
    Sample sample;
    CHECK(sample.read({"--output=", "file"}) == Asked::run);
    CHECK(sample.output.empty());
    CHECK(sample.files == Words{"file"});
    CHECK(sample.read({"--", "--output="}) == Asked::run);
    CHECK(sample.files == Words{"file", "--output="});
}

TEST_CASE("what is wrong on a command line is told with a way out") {
    Sample sample;
    CHECK(sample.refusal({"--quite"}) == "unknown option --quite; did you mean --quiet?");
    CHECK(sample.refusal({"--zzz=1"}) == "unknown option --zzz; see analyze sample --help");
    CHECK(sample.refusal({"-x"}) == "unknown option -x; see analyze sample --help");
    CHECK(sample.refusal({"--top"}) == "--top needs a value; see analyze sample --help");
    CHECK(sample.refusal({"--shape", "oval"}) == "--shape takes round, square, not 'oval'");
    for (const char* wrong : {"", "0", "101", "7x", "-3", " 4", "99999999999999999999"})
        CHECK(sample.refusal({"--top", wrong}) ==
              "-n,--top takes a whole number from 1 to 100, not '" + std::string(wrong) + "'");
    CHECK(sample.refusal({"--quiet=maybe"}) == "--quiet takes no value; see analyze sample --help");
}

TEST_CASE("help and version are asked for beside any other option") {
    CHECK(Sample().read({"-q", "-h"}) == Asked::short_help);
    CHECK(Sample().read({"--help", "-h"}) == Asked::long_help);
    CHECK(Sample().read({"file", "--version"}) == Asked::version);
}

TEST_CASE("what is told of a command line without operands or without a command") {
    bool flag = false;
    OptionList list;
    list.flag("-q,--quiet", flag, "say less");
    CHECK_THROWS_WITH(parse(list, {"file"}, "words"),
                      "unexpected argument 'file'; see analyze words --help");
    CHECK_THROWS_WITH(parse(list, {"--zzz"}, ""), "unknown option --zzz; see analyze --help");
    CHECK(parse(list, {}, "") == Asked::run);
}
