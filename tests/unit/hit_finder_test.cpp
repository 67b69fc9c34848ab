// Tests of hits in context: sentences, sections, bounds; a stream against the whole text.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/hit_finder.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

using namespace analyze;

namespace {

struct File {
    explicit File(const std::string& bytes)
        : path((std::filesystem::temp_directory_path() /
                ("analyze-hits-" + std::to_string(::getpid())))
                   .string()) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~File() { std::filesystem::remove(path); }
    std::string path;
};

std::vector<Hit> hits(const NodePattern& pattern, const std::string& path, Bounds within,
                      const HitFields& fields, ContextSize size = {.left = 30, .right = 30}) {
    HitFinder finder(pattern, {}, size);
    Warnings warnings;
    finder.read(path, {}, within, fields.places, warnings);
    std::vector<Hit> found;
    finder.each(within, fields, [&](const Hit& hit) {
        found.push_back(hit);
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("a hit knows its sentence, its section and its place in the file") {
    const File file("\xEF\xBB\xBFThe lake is deep. It is cold.\n\n# Boats\n\nA lake boat.\n");
    const NodePattern pattern("lake", false, {});
    const auto found = hits(pattern, file.path, Bounds::text, {.offsets = true, .places = true});
    REQUIRE(found.size() == 2);
    CHECK(found[0].start == 7);
    CHECK(found[0].end == 11);
    CHECK(found[0].sentence == 1);
    CHECK(found[0].section.empty());
    CHECK(found[1].sentence == 4);
    CHECK(found[1].section == "Boats");
    CHECK(found[1].left + found[1].node + found[1].right ==
          "s deep. It is cold. # Boats A lake boat.");
}

TEST_CASE("contexts and nodes stay within what was asked for") {
    const File file(
        "The lake is deep. It is cold, and it\nhas been deep for long.\n\nA lake boat. Old.\n");
    const NodePattern lake("lake", false, {}), across("deep. It", true, {});
    const auto in_sentences = hits(lake, file.path, Bounds::sentence, {});
    REQUIRE(in_sentences.size() == 2);
    CHECK(in_sentences[0].left == "The ");
    CHECK(in_sentences[0].right == " is deep.");
    CHECK(in_sentences[1].right == " boat.");
    const auto in_blocks = hits(lake, file.path, Bounds::block, {}, {.left = 90, .right = 90});
    REQUIRE(in_blocks.size() == 2);
    CHECK(in_blocks[0].right == " is deep. It is cold, and it has been deep for long.");
    CHECK(in_blocks[1].left == "A ");
    CHECK(hits(across, file.path, Bounds::sentence, {}).empty());
    CHECK(hits(across, file.path, Bounds::block, {}).size() == 1);
}

TEST_CASE("a stream has the hits and contexts of the whole text") {
    constexpr std::string_view kParts[] = {"the ",
                                           "lake ",
                                           "the lake\n",
                                           "mill, ",
                                           "\u00E9t\u00E9 ",
                                           "The\nlake's ",
                                           "a",
                                           "of many other words that are no nodes ",
                                           "and more of them, not to be found either\n"};
    std::mt19937 random(3);
    std::string text;
    while (text.size() < 3'500'000) {
        text += kParts[random() % std::size(kParts)];
        if (random() % 100000 == 0) text += std::string(1'200'000, 'x') + ' ';
    }
    const File file(text);
    for (const char* given : {"the lake", "lake", "\u00E9t\u00E9"}) {
        const NodePattern pattern(given, false, {});
        const std::vector<Hit> whole = hits(pattern, file.path, Bounds::text, {});
        HitFinder finder(pattern, {}, {.left = 30, .right = 30});
        Warnings warnings;
        std::size_t next = 0, wrong = 0, flushes = 0;
        finder.stream(
            file.path, {}, warnings,
            [&](const Hit& hit) {
                wrong += next >= whole.size() || hit.left != whole[next].left ||
                         hit.node != whole[next].node || hit.right != whole[next].right;
                ++next;
                return true;
            },
            [&] { return ++flushes > 0; });
        CHECK(wrong == 0);
        CHECK(next == whole.size());
        CHECK(next > 1000);
        CHECK(flushes > 3);
    }
}
