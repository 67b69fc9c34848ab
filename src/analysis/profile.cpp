// Saved word counts: a table that people can read, with the definition that made them at its head.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "list_lines.hpp"

namespace analyze {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kColumns = "word\tcount\tdocuments";
constexpr std::string_view kDefinition = "definition.", kLemmas = "lemmas_hash";
constexpr std::array<std::string_view, 4> kAlwaysThere{"tokens", "hyphens", "possessives", "case"};
constexpr std::size_t kPiece = std::size_t{64} << 10;

constexpr std::array<std::pair<char, char>, 4> kEscapes{
    {{'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}, {'\\', '\\'}}};

void append_escaped(std::string& out, std::string_view word) {
    for (const char c : word) {
        const auto* escape = std::find_if(kEscapes.begin(), kEscapes.end(),
                                          [c](const auto& e) { return e.first == c; });
        if (escape == kEscapes.end())
            out += c;
        else
            (out += '\\') += escape->second;
    }
}

/// False: a backslash that begins no escape.
bool unescape(std::string_view text, std::string& word) {
    word.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            word += text[i];
            continue;
        }
        if (++i == text.size()) return false;
        const auto* escape = std::find_if(kEscapes.begin(), kEscapes.end(),
                                          [&](const auto& e) { return e.second == text[i]; });
        if (escape == kEscapes.end()) return false;
        word += escape->first;
    }
    return true;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    // Half of the range, so that sums of two stay within it.
    if (failure != std::errc() || stop != end || number > UINT64_MAX / 2) return std::nullopt;
    return number;
}

/// Reads the lines of one profile one after another.
class Reader {
public:
    Reader(const Resource& file, const std::function<void(const ListedWord&)>& use)
        : file_(file), use_(use) {}

    void line(std::size_t number, std::string_view text) {
        number_ = number;
        if (text.ends_with('\r')) text.remove_suffix(1);
        if (number == 1) {
            if (text != kProfileMark)
                fail("not a profile: its first line is not '" + std::string(kProfileMark) + "'");
        } else if (in_rows_) {
            if (!text.empty()) row(text);
        } else if (text.starts_with('#')) {
            head_line(text.substr(1));
        } else if (text == kColumns) {
            check_head();
        } else if (!text.empty()) {
            fail(
                "the names of the columns are missing: word, count and documents with tabs "
                "between");
        }
    }

    ProfileHead finish() {
        ++number_;
        if (number_ == 1) fail("empty: not a profile");
        if (!in_rows_) fail("ends before the names of the columns");
        return std::move(head_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw list_error(file_, number_, what);
    }

    /// " name: value"; what is not such a line is a comment.
    void head_line(std::string_view text) {
        while (text.starts_with(' ')) text.remove_prefix(1);
        const std::size_t colon = text.find(": ");
        if (colon == std::string_view::npos) return;
        const std::string_view name = text.substr(0, colon), value = text.substr(colon + 2);
        for (auto& [known, number] : figures_) {
            if (name != known) continue;
            number = whole_number(value);
            if (!number) fail("'" + std::string(value) + "' is no number of " + known);
        }
        if (name.starts_with(kDefinition))
            head_.definition.emplace_back(name.substr(kDefinition.size()), value);
    }

    void check_head() {
        for (const auto& [name, number] : figures_)
            if (!number)
                fail("the line '# " + std::string(name) + ": N' is missing above the columns");
        head_.documents = *figures_[0].second;
        head_.words = *figures_[1].second;
        head_.distinct_words = *figures_[2].second;
        in_rows_ = true;
    }

    void row(std::string_view text) {
        const std::size_t first = text.find('\t');
        const std::size_t second =
            first == std::string_view::npos ? first : text.find('\t', first + 1);
        if (second == std::string_view::npos)
            fail("not a word, a count and a number of documents with tabs between");
        const auto count = whole_number(text.substr(first + 1, second - first - 1));
        const auto documents = whole_number(text.substr(second + 1));
        if (!count || *count == 0 || !documents || *documents == 0)
            fail("count and documents are whole numbers above 0");
        if (*documents > *count || *documents > head_.documents)
            fail("more documents than the word's count or than the head states");
        if (first == 0 || !unescape(text.substr(0, first), word_))
            fail("no word: empty, or a \\ that is not \\\\, \\t, \\n or \\r");
        if (*count > head_.words - words_)
            fail("the counts are more than the words that the head states");
        words_ += *count;
        use_({word_, *count, *documents});
    }

    const Resource& file_;
    const std::function<void(const ListedWord&)>& use_;
    std::array<std::pair<const char*, std::optional<std::uint64_t>>, 3> figures_{
        {{"documents", {}}, {"words", {}}, {"distinct_words", {}}}};
    ProfileHead head_;
    std::size_t number_ = 0;
    bool in_rows_ = false;
    std::uint64_t words_ = 0;
    std::string word_;
};

const std::string* value_of(const DefinitionFields& fields, const std::string& name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& field) { return field.first == name; });
    return found == fields.end() ? nullptr : &found->second;
}

}  // namespace

bool begins_profile(std::string_view bytes) {
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    if (!bytes.starts_with(kProfileMark)) return false;
    bytes.remove_prefix(kProfileMark.size());
    return bytes.empty() || bytes[0] == '\n' || bytes[0] == '\r';
}

void write_profile(const ProfileHead& head, const std::vector<WordCount>& words,
                   const std::function<void(std::string_view)>& write) {
    std::string out(kProfileMark);
    out += '\n';
    for (const auto& [name, value] : head.definition)
        out.append("# ").append(kDefinition).append(name).append(": ").append(value) += '\n';
    out += "# documents: " + std::to_string(head.documents) +
           "\n# words: " + std::to_string(head.words) +
           "\n# distinct_words: " + std::to_string(head.distinct_words) + '\n';
    out.append(kColumns) += '\n';
    for (const WordCount& word : words) {
        append_escaped(out, word.word);
        (out += '\t') += std::to_string(word.count);
        (out += '\t') += std::to_string(word.documents);
        out += '\n';
        if (out.size() < kPiece) continue;
        write(out);
        out.clear();
    }
    write(out);
}

ProfileHead read_profile(const Resource& file, const std::function<void(const ListedWord&)>& use) {
    Reader reader(file, use);
    for_lines(file, [&](std::size_t number, std::string_view text) { reader.line(number, text); });
    return reader.finish();
}

DefinitionDifference difference(const DefinitionFields& made, const DefinitionFields& wanted) {
    DefinitionDifference difference;
    std::string with, without;
    bool untold = false;
    const auto add = [](std::string& list, std::string_view separator, const std::string& item) {
        list.append(list.empty() ? "" : separator).append(item);
    };
    const auto tell = [&](const std::string& name, const std::string* there,
                          const std::string* here) {
        const bool always =
            std::find(kAlwaysThere.begin(), kAlwaysThere.end(), name) != kAlwaysThere.end();
        const bool lemmas = name == kLemmas;  // the hash tells which list, the name of the file not
        const auto shown = [&](const std::string* value) {
            if (value == nullptr) return std::string(always ? "not told" : "none");
            return lemmas ? "by a list (hash " + *value + ")" : *value;
        };
        add(difference.what, ", ",
            (lemmas ? "lemmas" : name) + ' ' + shown(there) + " instead of " + shown(here));
        const std::string option = "--" + (lemmas ? "lemmas" : name);
        if (there != nullptr)
            add(with, " ", option + ' ' + (lemmas ? "FILE (its list)" : *there));
        else if (!always && *here != "0")  // --skip 0 goes without saying
            add(without, " and ", option);
        untold = untold || (there == nullptr && always);
    };
    for (const auto& [name, value] : wanted) {
        const std::string* there = value_of(made, name);
        if (there == nullptr || *there != value) tell(name, there, &value);
    }
    for (const auto& [name, value] : made)
        if (value_of(wanted, name) == nullptr) tell(name, &value, nullptr);
    if (untold)
        difference.remedy = "make it anew";
    else if (!with.empty() || !without.empty())
        difference.remedy = "count " + (with.empty() ? "" : "with " + with) +
                            (with.empty() || without.empty() ? "" : " and ") +
                            (without.empty() ? "" : "without " + without);
    return difference;
}

}  // namespace analyze
