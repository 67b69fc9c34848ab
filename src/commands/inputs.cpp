// From what the user named to the list of inputs: files, directories walked, lists of files.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/inputs.hpp"

#include <fmt/format.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"

namespace analyze {
namespace {

namespace fs = std::filesystem;

bool matches(const std::vector<std::string>& globs, const std::string& path,
             const std::string& name) {
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
        const bool whole = glob.find('/') != std::string::npos;
        return ::fnmatch(glob.c_str(), (whole ? path : name).c_str(), 0) == 0;
    });
}

/// Where the set that opens at `at` is closed; npos: nowhere.
std::size_t end_of_set(std::string_view glob, std::size_t at) {
    ++at;
    if (at < glob.size() && (glob[at] == '!' || glob[at] == '^')) ++at;
    if (at < glob.size() && glob[at] == ']') ++at;  // the first one stands for itself
    while (at < glob.size() && glob[at] != ']') {
        const bool named = glob[at] == '[' && at + 1 < glob.size() && glob[at + 1] == ':';
        const std::size_t end = named ? glob.find(":]", at + 2) : std::string_view::npos;
        at = end != std::string_view::npos ? end + 2 : at + (glob[at] == '\\' ? 2 : 1);
    }
    return at < glob.size() ? at : std::string_view::npos;
}

/// fnmatch takes what is malformed for plain characters, and nothing would match.
void check_globs(const char* option, const std::vector<std::string>& globs) {
    for (const std::string& glob : globs) {
        const char* fault = glob.empty() ? "it is empty" : nullptr;
        for (std::size_t at = 0; at < glob.size() && fault == nullptr; ++at) {
            if (glob[at] == '\\') {
                if (++at == glob.size()) fault = "nothing follows the last \\";
            } else if (glob[at] == '[') {
                at = end_of_set(glob, at);
                if (at == std::string::npos) fault = "a [ has no ]";
            }
        }
        if (fault != nullptr)
            throw Error(Fault::usage,
                        fmt::format("{}: the glob '{}' is not valid: {}", option, glob, fault));
    }
}

/// Walks directories. Identities of the directories above the current one find loops.
class Walk {
public:
    Walk(const InputOptions& options, std::vector<Input>& inputs)
        : options_(options), inputs_(inputs) {}

    /// A path that the user gave: no glob applies to it.
    void start(const std::string& path) {
        struct stat status {};
        if (path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
            enter(path, status);
        else
            inputs_.push_back({path, {}});  // a missing file fails in its turn, like others
    }

private:
    void enter(const std::string& directory, const struct stat& status) {
        const std::pair identity(status.st_dev, status.st_ino);
        if (std::find(above_.begin(), above_.end(), identity) != above_.end()) {
            inputs_.push_back({directory, directory + ": a link that leads back to a directory "
                                                      "above it; left out"});
            return;
        }
        above_.push_back(identity);
        list(directory.ends_with('/') ? directory : directory + '/');
        above_.pop_back();
    }

    void list(const std::string& prefix) {
        std::error_code failure;
        // Names of directories carry their "/" while they are sorted: byte order of whole paths.
        std::vector<std::string> names;
        for (fs::directory_iterator entry(prefix, failure), end; !failure && entry != end;
             entry.increment(failure)) {
            std::string name = entry->path().filename().string();
            if (name.starts_with('.')) continue;
            // Of files the directory itself knows that they are: no question to the system for each.
            std::error_code gone;
            if (!entry->is_regular_file(gone)) {
                const fs::file_status status = entry->status(gone);
                if (fs::is_other(status)) continue;  // a pipe or a device would block
                if (fs::is_directory(status)) name += '/';
            }
            names.push_back(std::move(name));
        }
        if (failure)
            inputs_.push_back(
                {prefix, fmt::format("{}: the directory cannot be read: {}",
                                     std::string_view(prefix).substr(0, prefix.size() - 1),
                                     failure.message())});
        std::sort(names.begin(), names.end());
        for (std::string& name : names) visit(prefix, name);
    }

    void visit(const std::string& prefix, std::string& name) {
        const bool directory = name.ends_with('/');
        if (directory) name.pop_back();
        const std::string path = prefix + name;
        if (matches(options_.exclude, path, name)) return;
        struct stat status {};
        if (directory && ::stat(path.c_str(), &status) == 0) return enter(path, status);
        if (options_.include.empty() || matches(options_.include, path, name))
            inputs_.push_back({path, {}});
    }

    const InputOptions& options_;
    std::vector<Input>& inputs_;
    std::vector<std::pair<dev_t, ino_t>> above_;
};

std::vector<std::string> read_list(const std::string& path, char separator, const char* option) {
    std::string content;
    try {
        content = read_file(path);
    } catch (const Error& error) {
        throw Error(Fault::usage, fmt::format("{} {}", option, error.what()));
    }
    std::vector<std::string> names;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = std::min(content.find(separator, at), content.size());
        if (end > at) names.push_back(content.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

}  // namespace

std::vector<Input> list_inputs(const InputOptions& options) {
    check_globs("--include", options.include);
    check_globs("--exclude", options.exclude);
    std::vector<std::string> given = options.paths;
    std::size_t standard = 0;  // how often standard input is read
    const auto add_list = [&](const std::string& path, char separator, const char* option) {
        if (path.empty()) return;
        if (path == "-") ++standard;
        if (standard > 1) return;
        std::vector<std::string> names = read_list(path, separator, option);
        given.insert(given.end(), std::make_move_iterator(names.begin()),
                     std::make_move_iterator(names.end()));
    };
    add_list(options.files_from, '\n', "--files-from");
    add_list(options.files0_from, '\0', "--files0-from");
    if (given.empty() && options.files_from.empty() && options.files0_from.empty()) {
        if (::isatty(STDIN_FILENO) == 1) throw NothingToRead();
        given.emplace_back("-");
    }
    standard += static_cast<std::size_t>(std::count(given.begin(), given.end(), "-"));
    if (standard > 1)
        throw Error(Fault::usage,
                    "standard input (-) is named more than once; it can be read once");
    std::vector<Input> inputs;
    Walk walk(options, inputs);
    for (const std::string& path : given) walk.start(path);
    return inputs;
}

std::vector<Input> list_two_sides(const InputOptions& options,
                                  const std::vector<std::string>& others) {
    const bool read_already =
        options.files_from == "-" || options.files0_from == "-" ||
        (options.paths.empty() && options.files_from.empty() && options.files0_from.empty());
    InputOptions there = options;
    there.paths = others;
    there.files_from.clear();
    there.files0_from.clear();
    std::vector<Input> inputs = list_inputs(options);
    const auto is_standard = [](const Input& input) { return input.path == "-"; };
    const bool here = read_already || std::any_of(inputs.begin(), inputs.end(), is_standard);
    if (others.empty()) return inputs;
    for (Input& input : list_inputs(there)) {
        if (here && is_standard(input))
            throw Error(Fault::usage,
                        "standard input (-) is read on both sides; it can be read once");
        input.side = 1;
        inputs.push_back(std::move(input));
    }
    return inputs;
}

std::string operand_hint(const std::string& given, std::string_view command,
                         std::string_view name) {
    struct stat status {};
    // . and .. are expressions, too
    if (given.find_first_not_of("./") == std::string::npos || ::stat(given.c_str(), &status) != 0)
        return {};
    return fmt::format("'{0}' is a {1}, and {2} comes before it: analyze {3} {2} {0}", given,
                       S_ISDIR(status.st_mode) ? "directory" : "file", name, command);
}

std::string take_first_operand(InputOptions& input, std::string_view command,
                               std::string_view name) {
    if (input.paths.empty())
        throw Error(Fault::usage,
                    fmt::format("there is no {0}; analyze {1} {0} FILE", name, command));
    std::string given = std::move(input.paths.front());
    input.paths.erase(input.paths.begin());
    if (!input.paths.empty() || !input.files_from.empty() || !input.files0_from.empty())
        return given;
    if (given.find_first_of("./") == std::string::npos && ::isatty(STDIN_FILENO) != 1) return given;
    const std::string hint = operand_hint(given, command, name);
    if (!hint.empty())
        throw Error(Fault::usage,
                    fmt::format("{}; to look for it in standard input: analyze {} {} -", hint,
                                command, given));
    return given;
}

}  // namespace analyze
