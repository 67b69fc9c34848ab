// Tests of batches: order, failures, headers, any number of threads.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/batch.hpp"

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analyze/base/error.hpp"

using namespace analyze;
namespace fs = std::filesystem;

namespace {

Result counted(const std::string& path) {
    Result result{.schema = "test/1", .file = path, .main_table = "rows"};
    result.parts.emplace_back(
        Table{.name = "rows", .columns = {{.name = "n"}}, .rows = {{Value(std::string("v"))}}});
    return result;
}

std::string content_of(const fs::path& path) {
    std::stringstream all;
    all << std::ifstream(path, std::ios::binary).rdbuf();
    return all.str();
}

/// Runs a batch into a file and gives status and content.
struct Run {
    int status = -1;
    std::size_t analysed = 0;
    std::string content;

    Run(Settings settings, const std::function<Result(const std::string&, Warnings&)>& analyse) {
        const fs::path folder =
            fs::temp_directory_path() / ("analyze-batch-" + std::to_string(::getpid()));
        fs::create_directories(folder);
        settings.output.path = (folder / "out").string();
        settings.output.quiet = true;
        Batch batch(settings, counted("-"));
        batch.each(analyse);
        analysed = batch.analysed();
        status = batch.finish();
        content = content_of(settings.output.path);
        fs::remove_all(folder);
    }
};

Settings settings_for(std::size_t inputs, std::uint64_t jobs, Format format) {
    Settings settings;
    settings.jobs = jobs;
    settings.output.format = format;
    for (std::size_t i = 0; i < inputs; ++i)
        settings.input.paths.push_back("input-" + std::to_string(i));
    return settings;
}

}  // namespace

TEST_CASE("batch: results are the same bytes in input order for any number of threads") {
    std::string expected = "file\tn\n";
    for (int i = 0; i < 200; ++i) expected += "input-" + std::to_string(i) + "\tv\n";
    for (const std::uint64_t jobs : {1U, 2U, 3U, 8U, 64U}) {
        const Run run(settings_for(200, jobs, Format::tsv), [](const std::string& path, Warnings&) {
            // Later inputs are ready first.
            if (path.ends_with('0')) ::usleep(300);
            return counted(path);
        });
        CHECK(run.status == 0);
        CHECK(run.content == expected);
    }
}

TEST_CASE("batch: a failing input costs its own result and the status 1") {
    for (const std::uint64_t jobs : {1U, 4U}) {
        const Run run(settings_for(20, jobs, Format::tsv), [](const std::string& path, Warnings&) {
            if (path == "input-3") throw Error(Fault::input, path + ": broken");
            if (path == "input-5") throw std::bad_alloc();
            return counted(path);
        });
        CHECK(run.status == 1);
        CHECK(run.analysed == 18);
        CHECK(run.content.find("input-3\t") == std::string::npos);
        CHECK(run.content.find("input-19\t") != std::string::npos);
    }
}

TEST_CASE("batch: a fault of the program's own ends the run and leaves the target as it was") {
    CHECK_THROWS_AS(Run(settings_for(20, 4, Format::tsv),
                        [](const std::string& path, Warnings&) -> Result {
                            if (path == "input-7") throw Error(Fault::resource, "no model");
                            return counted(path);
                        }),
                    Error);
}

TEST_CASE("batch: without results the output is still complete") {
    const auto fail = [](const std::string&, Warnings&) -> Result {
        throw Error(Fault::input, "broken");
    };
    CHECK(Run(settings_for(2, 1, Format::csv), fail).content == "file,n\r\n");
    CHECK(Run(settings_for(2, 1, Format::json), fail).content == "[\n]\n");
    CHECK(Run(settings_for(2, 1, Format::jsonl), fail).content.empty());
}

TEST_CASE("batch: no more threads than inputs") {
    Settings settings = settings_for(2, 64, Format::text);
    settings.output.quiet = true;
    settings.output.path = "/dev/null";
    CHECK(Batch(settings, counted("-")).threads() == 2);
    CHECK(Batch(settings, counted("-")).threads_for_each() == 32);
}

TEST_CASE("batch: what is emitted bit by bit comes out in input order") {
    std::string expected;
    for (int i = 0; i < 40; ++i) {
        const std::string path = "input-" + std::to_string(i);
        expected += path + ".";
        if (i != 7) expected += path + "!";
    }
    const fs::path target =
        fs::temp_directory_path() / ("analyze-emit-" + std::to_string(::getpid()));
    for (const std::uint64_t jobs : {1U, 2U, 8U}) {
        Settings settings = settings_for(40, jobs, Format::text);
        settings.output.path = target.string();
        settings.output.quiet = true;
        Batch batch(settings, counted("-"));
        std::atomic<int> refused = 0;
        batch.each_stream([&](const std::string& path, Warnings&, const Batch::Emit& emit) {
            if (path.ends_with('0')) ::usleep(300);
            if (!emit(path + ".")) ++refused;
            // What came before a failure stays.
            if (path == "input-7") throw Error(Fault::input, path + ": broken");
            if (!emit(path + "!")) ++refused;
        });
        CHECK(refused == 0);
        CHECK(batch.finish() == 1);
        CHECK(content_of(target) == expected);
    }
    fs::remove(target);
}

TEST_CASE("batch: results in pieces are framed as whole ones are, however far ahead they get") {
    // Each emits more than may wait for its turn.
    const std::string filler(3'000'000, 'x');
    const fs::path target =
        fs::temp_directory_path() / ("analyze-pieces-" + std::to_string(::getpid()));
    for (const std::uint64_t jobs : {1U, 2U, 8U}) {
        Settings settings = settings_for(6, jobs, Format::json);
        settings.output.path = target.string();
        settings.output.quiet = true;
        Batch batch(settings, counted("-"));
        std::atomic<int> refused = 0;
        batch.each_result_stream([&](const std::string& path, Warnings&, const Batch::Emit& emit) {
            if (path.ends_with('0')) ::usleep(20000);
            if (path.ends_with('4')) throw Error(Fault::input, path + ": broken");
            for (const std::string& piece : {path, filler, filler, std::string("!")})
                if (!emit(piece)) ++refused;
        });
        CHECK(refused == 0);
        CHECK(batch.finish() == 1);
        std::string expected = "[";
        for (const char i : {'0', '1', '2', '3', '5'})
            expected.append(i > '0' ? "," : "").append("input-").append(1, i) +=
                filler + filler + '!';
        const bool equal = content_of(target) == expected + "\n]\n";  // megabytes: not shown
        CHECK(equal);
    }
    fs::remove(target);
}

TEST_CASE("batch: what a failed input had emitted ends its line, and the next result is whole") {
    for (const std::uint64_t jobs : {1U, 4U}) {
        Settings settings = settings_for(3, jobs, Format::jsonl);
        const fs::path target =
            fs::temp_directory_path() / ("analyze-batch-line-" + std::to_string(::getpid()));
        settings.output.path = target.string();
        settings.output.quiet = true;
        Batch batch(settings, counted("-"));
        batch.each_result_stream([&](const std::string& path, Warnings&, const Batch::Emit& emit) {
            if (path == "input-1") {
                emit("{\"rows\": [");
                throw std::bad_alloc();
            }
            emit("{\"file\": \"" + path + "\"}\n");
        });
        CHECK(batch.finish() == 1);
        CHECK(content_of(target) ==
              "{\"file\": \"input-0\"}\n{\"rows\": [\n{\"file\": \"input-2\"}\n");
        fs::remove(target);
    }
}

TEST_CASE("batch: a fault frees those that wait for a turn that won't come") {
    const std::string filler(5'000'000, 'x');
    for (const std::uint64_t jobs : {2U, 8U}) {
        Settings settings = settings_for(20, jobs, Format::json);
        settings.output.path = "/dev/null";
        settings.output.quiet = true;
        Batch batch(settings, counted("-"));
        CHECK_THROWS_AS(batch.each_result_stream(
                            [&](const std::string& path, Warnings&, const Batch::Emit& emit) {
                                if (path == "input-1") {
                                    ::usleep(20000);
                                    throw Error(Fault::resource, "no model");
                                }
                                emit(filler);
                                emit(filler);
                            }),
                        Error);
    }
}

TEST_CASE("batch: gathering in order tells each input its place") {
    Settings settings = settings_for(30, 4, Format::tsv);
    std::vector<std::string> paths(30);
    Batch batch(settings, counted("-"));
    batch.gather_in_order(
        [&](std::size_t place, const std::string& path, Warnings&) { paths[place] = path; });
    for (std::size_t i = 0; i < paths.size(); ++i) CHECK(paths[i] == "input-" + std::to_string(i));
    batch.write_bytes({});
    CHECK(batch.finish() == 0);
}

TEST_CASE("batch: a result that comes in pieces is one result") {
    const fs::path file =
        fs::temp_directory_path() / ("analyze-batch-" + std::to_string(::getpid()) + ".json");
    Settings settings = settings_for(1, 1, Format::json);
    settings.output.path = file.string();
    Batch batch(settings, counted("-"));
    CHECK(batch.write_piece("{\"a\":"));
    CHECK(batch.write_piece("1}"));
    CHECK(batch.finish() == 0);
    const std::string content = content_of(file);
    fs::remove(file);
    CHECK(content.starts_with("["));
    CHECK(content.find("{\"a\":1}") != std::string::npos);
    CHECK(content.find(',') == std::string::npos);
}
