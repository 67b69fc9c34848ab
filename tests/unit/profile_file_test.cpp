// Tests of the file of --save-profile: it replaces another only when all is in it.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/profile_file.hpp"

#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;

namespace {

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a profile is there when it is closed, and not when nothing was written") {
    const Folder folder;
    const std::string path = folder / "p";
    put(path, "before");
    { ProfileFile(path).close(); }
    CHECK(content(path) == "before");
    WordTable words;
    words.add("Tide", Case::fold);
    words.end_document();
    {
        ProfileFile file(path);
        file.write(words, {});
        CHECK(content(path) == "before");
    }
    CHECK(content(path) == "before");  // not closed: the run was interrupted
    ProfileFile file(path);
    file.write(words, {});
    file.close();
    CHECK(content(path).ends_with(
        "# documents: 1\n# words: 1\n# distinct_words: 1\nword\tcount\tdocuments\ntide\t1\t1\n"));
    CHECK(folder.count() == 1);
    CHECK_THROWS_AS(ProfileFile("-"), Error);
    CHECK_THROWS_AS(ProfileFile(folder / "nowhere/p"), Error);
}
