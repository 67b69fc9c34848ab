// Tests of finding inputs: walks, globs, lists, loops.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/inputs.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "analyze/base/error.hpp"

using namespace analyze;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone at the end, and the current one meanwhile.
class Folder {
public:
    Folder() : before_(fs::current_path()) {
        std::string name = (fs::temp_directory_path() / "analyze-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
        fs::current_path(path_);
    }
    ~Folder() {
        fs::current_path(before_);
        fs::remove_all(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    static void file(const std::string& path, const std::string& content = "") {
        if (fs::path(path).has_parent_path()) fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }

private:
    fs::path before_, path_;
};

std::vector<std::string> paths(const InputOptions& options) {
    std::vector<std::string> out;
    for (const Input& input : list_inputs(options))
        out.push_back(input.problem.empty() ? input.path : "! " + input.problem);
    return out;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("two sides: each in its order, by the same globs, standard input on one of them") {
    const Folder folder;
    for (const char* path : {"a/2.txt", "a/1.txt", "b/3.txt", "b/4.md"}) Folder::file(path);
    std::string shown;
    for (const Input& input : list_two_sides({.paths = {"a"}, .include = {"*.txt"}}, {"b", "a"}))
        shown += std::to_string(input.side) + input.path + ' ';
    CHECK(shown == "0a/1.txt 0a/2.txt 1b/3.txt 1a/1.txt 1a/2.txt ");
    CHECK(list_two_sides({.paths = {"-"}}, {"a"}).size() == 3);
    CHECK(list_two_sides({.paths = {"a"}}, {"-"}).back().side == 1);
    CHECK(list_two_sides({.paths = {"a"}}, {}).size() == 2);
    CHECK_THROWS_AS(list_two_sides({.paths = {"-"}}, {"-"}), Error);
    CHECK_THROWS_AS(list_two_sides({.paths = {"a"}}, {"-", "-"}), Error);
    Folder::file("list", "a\n");
    CHECK(list_two_sides({.files_from = "list"}, {"b"}).size() == 4);
}

TEST_CASE("a directory is walked in byte order of whole paths, dot-files passed over") {
    const Folder folder;
    for (const char* path : {"d/a/z.txt", "d/a.txt", "d/a-b", "d/B", "d/\xC3\xA9", "d/\xFF", "d/.x",
                             "d/.hidden/y", "d/a/b/c"})
        Folder::file(path);
    const Paths expected{"d/B", "d/a-b", "d/a.txt", "d/a/b/c", "d/a/z.txt", "d/\xC3\xA9", "d/\xFF"};
    CHECK(std::is_sorted(expected.begin(), expected.end()));
    CHECK(paths({.paths = {"d"}}) == expected);
    CHECK(paths({.paths = {"d/"}}) == expected);
    CHECK(paths({.paths = {"d/.hidden", "d/.x"}}) == Paths{"d/.hidden/y", "d/.x"});
}

TEST_CASE("globs choose among what a walk finds and leave named files alone") {
    const Folder folder;
    for (const char* path : {"d/a.txt", "d/b.md", "d/old/c.txt", "d/new/c.txt"}) Folder::file(path);
    CHECK(paths({.paths = {"d"}, .include = {"*.txt"}}) ==
          Paths{"d/a.txt", "d/new/c.txt", "d/old/c.txt"});
    CHECK(paths({.paths = {"d"}, .include = {"*.md", "d/new/*"}}) ==
          Paths{"d/b.md", "d/new/c.txt"});
    CHECK(paths({.paths = {"d"}, .exclude = {"old", "b.*"}}) == Paths{"d/a.txt", "d/new/c.txt"});
    CHECK(paths({.paths = {"d"}, .exclude = {"*/c.txt"}}) == Paths{"d/a.txt", "d/b.md"});
    CHECK(paths({.paths = {"d/b.md"}, .include = {"*.txt"}, .exclude = {"*"}}) == Paths{"d/b.md"});
}

TEST_CASE("a link that leads back up is told, other links are followed") {
    const Folder folder;
    Folder::file("d/a.txt");
    Folder::file("other/b.txt");
    fs::create_directory_symlink("..", "d/loop");
    fs::create_directory_symlink("../other", "d/side");
    fs::create_symlink("nowhere", "d/broken");
    const Paths found = paths({.paths = {"d"}});
    CHECK(found == Paths{"d/a.txt", "d/broken",
                         "! d/loop/d: a link that leads back to a directory above it; left out",
                         "d/loop/other/b.txt", "d/side/b.txt"});
}

TEST_CASE("pipes and the like are passed over in a walk and taken when named") {
    const Folder folder;
    Folder::file("d/a");
    REQUIRE(::mkfifo("d/pipe", 0600) == 0);
    CHECK(paths({.paths = {"d"}}) == Paths{"d/a"});
    CHECK(paths({.paths = {"d/pipe"}}) == Paths{"d/pipe"});
}

TEST_CASE("lists name inputs, one a line or ended by NUL") {
    const Folder folder;
    Folder::file("d/a");
    Folder::file("lines", "x y\n\nd\nlast");
    Folder::file("nuls", std::string("new\nline\0d\0", 11));
    CHECK(paths({.paths = {"first"}, .files_from = "lines", .files0_from = "nuls"}) ==
          Paths{"first", "x y", "d/a", "last", "new\nline", "d/a"});
    Folder::file("empty");
    CHECK(paths({.files_from = "empty"}).empty());
    CHECK_THROWS_AS(paths({.files_from = "missing"}), Error);
}

TEST_CASE("standard input can be read once") {
    CHECK(paths({.paths = {"-"}}) == Paths{"-"});
    CHECK_THROWS_AS(paths({.paths = {"-", "-"}}), Error);
    CHECK_THROWS_AS(paths({.paths = {"-"}, .files_from = "-"}), Error);
}

TEST_CASE("a missing file is an input, which fails in its turn") {
    CHECK(paths({.paths = {"no such file"}}) == Paths{"no such file"});
}
