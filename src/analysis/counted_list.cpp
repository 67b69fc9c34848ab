// Word lists that others have made: a word and a count a line, in any of the usual forms.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/counted_list.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "analyze/base/ascii.hpp"

#include "list_lines.hpp"

namespace analyze {
namespace {

constexpr std::size_t kSampleLines = 1000;
constexpr std::size_t kSampleBytes = std::size_t{1} << 20;
constexpr std::uint64_t kMostWords = UINT64_MAX / 2;

constexpr std::array<std::string_view, 14> kWordNames{
    "word", "words", "type",   "types", "token", "form",  "word form",
    "wort", "lemma", "lemmas", "term",  "item",  "ngram", "key"};
constexpr std::array<std::string_view, 14> kCountNames{
    "count",       "counts", "freq",   "freq.",         "frequency",
    "frequencies", "n",      "f",      "raw frequency", "absolute frequency",
    "occurrences", "hits",   "anzahl", "raw_freq"};

/// What parts the columns, and which of them are wanted.
struct Layout {
    char divider = '\t';
    std::size_t word = 0, count = 1, columns = 2;
    bool named = false;      ///< there may be more columns than `columns`
    std::size_t header = 0;  ///< number of that line, 0: none
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

bool is_data(std::string_view line) {
    const std::string_view text = trimmed(line);
    return !text.empty() && text[0] != '#';
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc() || stop != end) return std::nullopt;
    return number;
}

/// Fields of a line; `owned` holds those that stood in quotes.
class Fields {
public:
    /// False: a quote that is not closed, or something behind a closed one.
    bool split(std::string_view line, char divider) {
        fields_.clear();
        line = divider == '\t' && line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        if (divider == ' ') return split_at_blanks(trimmed(line));
        for (;;) {
            std::size_t end = line.find(divider);
            const std::string_view start = trimmed(line.substr(0, end));
            if (divider != '\t' && start.starts_with('"')) {
                end = line.find('"');
                if (!quoted(line, end)) return false;
                end = line.find_first_not_of(" \t\r", end);
                if (end != std::string_view::npos && line[end] != divider) return false;
            } else {
                fields_.emplace_back(start);
            }
            if (end == std::string_view::npos) return true;
            line.remove_prefix(end + 1);
        }
    }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    [[nodiscard]] const std::string& operator[](std::size_t i) const { return fields_[i]; }

private:
    /// A number at the start or the end of the line is a column; the other one is all the rest.
    bool split_at_blanks(std::string_view line) {
        const std::size_t first = std::min(line.find_first_of(" \t"), line.size());
        const std::size_t last = line.find_last_of(" \t");
        const bool behind = last != std::string_view::npos && whole_number(line.substr(last + 1));
        const bool ahead = whole_number(line.substr(0, first)).has_value();
        const std::size_t at = ahead && !behind ? first : last;
        if (last == std::string_view::npos) {
            fields_.emplace_back(line);
        } else {
            fields_.emplace_back(trimmed(line.substr(0, at)));
            fields_.emplace_back(trimmed(line.substr(at)));
        }
        return true;
    }

    /// Reads the field whose quote opens at `at`, and moves behind the one that closes it.
    bool quoted(std::string_view line, std::size_t& at) {
        std::string& field = fields_.emplace_back();
        for (++at;; ++at) {
            const std::size_t quote = line.find('"', at);
            if (quote == std::string_view::npos) return false;
            field += line.substr(at, quote - at);
            at = quote + 1;
            if (at == line.size() || line[at] != '"') break;
            field += '"';
        }
        field = trimmed(field);
        return true;
    }

    std::vector<std::string> fields_;
};

/// Whether exactly one of two fields is a whole number.
bool tells_count(const Fields& fields) {
    return fields.size() == 2 &&
           whole_number(fields[0]).has_value() != whole_number(fields[1]).has_value();
}

template <std::size_t N>
std::optional<std::size_t> column_named(const std::array<std::string_view, N>& names,
                                        const Fields& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::string name = header[i];
        for (char& c : name) c = ascii::lower(c);
        if (std::find(names.begin(), names.end(), name) != names.end()) return i;
    }
    return std::nullopt;
}

struct Line {
    std::size_t number;
    std::string text;
};

/// The lines that the form is found out from.
std::vector<Line> sample_of(const Resource& list) {
    std::vector<Line> sample;
    std::size_t bytes = 0;
    for_lines(list, [&](std::size_t number, std::string_view line) {
        if (sample.size() == kSampleLines || bytes > kSampleBytes || !is_data(line)) return;
        sample.push_back({number, std::string(line)});
        bytes += line.size();
    });
    return sample;
}

char divider_of(const std::vector<Line>& sample) {
    for (const char divider : {'\t', ',', ';'}) {
        const auto end =
            sample.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, sample.size()));
        if (std::all_of(sample.begin(), end, [divider](const Line& line) {
                return line.text.find(divider) != std::string::npos;
            }))
            return divider;
    }
    return ' ';
}

Layout layout_of(const Resource& list) {
    const std::vector<Line> sample = sample_of(list);
    if (sample.empty()) throw list_error(list, 1, "there is no word in the list");
    Layout layout{.divider = divider_of(sample)};
    Fields fields;
    bool told = false;
    for (const Line& line : sample) {
        if (!fields.split(line.text, layout.divider)) continue;  // told where rows are read
        if (&line == &sample.front()) {
            bool numbers = false;
            for (std::size_t i = 0; i < fields.size(); ++i)
                numbers = numbers || whole_number(fields[i]).has_value();
            if (!numbers) {
                layout.header = line.number;
                const auto word = column_named(kWordNames, fields);
                const auto count = column_named(kCountNames, fields);
                if (word && count) {
                    layout.word = *word;
                    layout.count = *count;
                    layout.columns = std::max(*word, *count) + 1;
                    layout.named = true;
                    return layout;
                }
            }
            if (fields.size() > 2)
                throw list_error(list, line.number,
                                 std::to_string(fields.size()) +
                                     " columns; a first line that names them word and count "
                                     "tells which are meant");
            if (!numbers) continue;
        }
        if (!tells_count(fields)) continue;
        const bool first = whole_number(fields[0]).has_value();
        layout.count = first ? 0 : 1;
        layout.word = first ? 1 : 0;
        told = true;
        break;
    }
    if (!told)
        throw list_error(list, sample.front().number,
                         "no column of words beside one of counts; a first line that names them "
                         "word and count tells which is which");
    return layout;
}

}  // namespace

bool looks_like_counted_list(std::string_view start) {
    constexpr std::size_t kLeast = 3, kMost = 20;
    std::vector<Line> lines;
    for (std::size_t end = 0; lines.size() < kMost && (end = start.find('\n')) != start.npos;
         start.remove_prefix(end + 1))
        if (is_data(start.substr(0, end)))
            lines.push_back({lines.size(), std::string(start.substr(0, end))});
    const char divider = divider_of(lines);
    Fields fields;
    return lines.size() >= kLeast &&
           std::all_of(lines.begin() + 1, lines.end(), [&](const Line& line) {
               return fields.split(line.text, divider) && tells_count(fields);
           });
}

void read_counted_list(const Resource& list, const std::function<void(const ListedWord&)>& use) {
    const Layout layout = layout_of(list);
    Fields fields;
    std::uint64_t words = 0;
    for_lines(list, [&](std::size_t number, std::string_view line) {
        if (number == layout.header || !is_data(line)) return;
        const auto fail = [&](const std::string& what) { throw list_error(list, number, what); };
        if (!fields.split(line, layout.divider)) fail("a quote is not closed within the line");
        if (fields.size() < layout.columns || (!layout.named && fields.size() > layout.columns))
            fail("a word and a count are wanted, here " +
                 (fields.size() == 1 ? std::string("is one column")
                                     : "are " + std::to_string(fields.size()) + " columns"));
        const std::string& given = fields[layout.count];
        const auto count = whole_number(given);
        if (!count)
            fail("'" + given.substr(0, 40) +
                 "' is no count, which is a whole number (rates cannot be compared)");
        if (fields[layout.word].empty()) fail("the word is empty");
        if (*count > kMostWords - words) fail("the counts are more than 2^63 together");
        words += *count;
        if (*count > 0) use({fields[layout.word], *count, 0});
    });
    if (words == 0) throw list_error(list, 1, "there is no word in the list");
}

}  // namespace analyze
