// Reads a table of temporal rules: settings, word classes, number ranges, macros and patterns.
// SPDX-License-Identifier: Apache-2.0
#include "temporal_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"
#include "temporal_compiler.hpp"

namespace analyze::temporal {
namespace {

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// A word list's shapes: written in lower case it fits any case, else those letters must be
/// capitals.
std::size_t shape_of(std::string_view form) {
    if (form.empty()) return 0;
    const bool first = ascii::is_upper(form[0]) || (form.size() > 1 && form[0] == '\xc3' &&
                                                    static_cast<unsigned char>(form[1]) < 0x9f);
    if (!first) return 0;
    const bool lower = std::any_of(form.begin(), form.end(), ascii::is_lower);
    return lower ? 1 : 2;
}

class TableReader {
public:
    TableReader(std::string_view text, const std::string& origin) : text_(text), origin_(origin) {}

    Table read() {
        table_.lists.emplace_back();
        for (std::size_t role = 0; role < kRoleNames.size(); ++role)
            table_.roles[role] = compiler_.class_id(kRoleNames[role]);
        std::size_t at = 0;
        while (at < text_.size()) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            ++line_;
            std::string_view line = text_.substr(at, end - at);
            at = end + 1;
            const auto comment = line.find('#');
            if (comment != std::string_view::npos) line = line.substr(0, comment);
            line = trim(line);
            if (!line.empty()) read_line(line);
        }
        intern_lists();
        compiler_.build(table_);
        for (const auto& list : table_.lists) {
            std::uint32_t bits = 0;
            for (std::size_t role = 0; role < table_.roles.size(); ++role)
                for (const ClassValue& entry : list)
                    if (entry.id == table_.roles[role]) bits |= std::uint32_t{1} << role;
            table_.list_roles.push_back(bits);
        }
        for (const auto& list : table_.lists)
            table_.list_starts.push_back(
                std::any_of(list.begin(), list.end(),
                            [&](const ClassValue& c) { return table_.start_class[c.id]; }));
        return std::move(table_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(Fault::resource, fmt::format("{}:{}: {}", origin_, line_, what));
    }

    void read_line(std::string_view line) {
        if (line.front() == '[' && line.back() == ']') {
            section_ = std::string(trim(line.substr(1, line.size() - 2)));
            if (section_.empty()) fail("a section without a name");
            if (section_ != "settings" && section_ != "ranges" && section_ != "macros" &&
                section_ != "rules" && section_ != "suffixes")
                class_ = compiler_.class_id(section_);
            return;
        }
        if (section_.empty()) fail("a line before the first [section]");
        // the key ends at the first colon that is not the whole key (":: …" is the sign itself)
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) fail("expected \"key: …\"");
        const std::string_view key = trim(line.substr(0, colon));
        const std::string_view rest = trim(line.substr(colon + 1));
        if (rest.empty()) fail("nothing after the colon");
        if (section_ == "settings")
            read_setting(key, rest);
        else if (section_ == "ranges")
            read_range(key, rest);
        else if (section_ == "macros")
            compiler_.add_macro(key, rest, where());
        else if (section_ == "rules")
            compiler_.add_rule(key, rest, table_, where());
        else
            read_words(key, rest);
    }

    Place where() const { return {&origin_, line_}; }

    void read_setting(std::string_view key, std::string_view value) {
        if (key == "order" && (value == "month-first" || value == "day-first"))
            table_.day_first = value == "day-first";
        else if (key == "decimal" && (value == "point" || value == "comma"))
            table_.comma_decimal = value == "comma";
        else if (key == "compounds" && (value == "yes" || value == "no"))
            table_.compounds = value == "yes";
        else
            fail(fmt::format("no such setting: {}: {}", key, value));
    }

    double number(std::string_view text) const {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            fail(fmt::format("\"{}\" is no number", text));
        return value;
    }

    void read_range(std::string_view name, std::string_view spec) {
        Range range;
        bool bounds = false;
        while (!spec.empty()) {
            const auto blank = std::min(spec.find(' '), spec.size());
            const std::string_view word = spec.substr(0, blank);
            spec = trim(spec.substr(blank));
            const auto dots = word.find("..");
            if (dots != std::string_view::npos) {
                range.low = number(word.substr(0, dots));
                range.high = number(word.substr(dots + 2));
                bounds = true;
            } else if (word == "words")
                range.word = true;
            else if (word == "any")
                range.any = true;
            else if (word == "ordinal")
                range.ordinal = true;
            else if (word == "clock")
                range.clock = true;
            else if (word == "decimal")
                range.decimal = true;
            else {
                const auto dash = word.find('-');
                const double low = number(word.substr(0, dash));
                const double high =
                    dash == std::string_view::npos ? low : number(word.substr(dash + 1));
                if (low < 1 || high > 20 || low > high) fail("digits are \"FROM-TO\", 1 to 20");
                range.digits_low = static_cast<std::uint8_t>(low);
                range.digits_high = static_cast<std::uint8_t>(high);
            }
        }
        if (!bounds) fail("a range needs LOW..HIGH");
        if (table_.ranges.size() == 64) fail("there can be 64 ranges at most");
        compiler_.add_range(name, table_.ranges.size(), where());
        table_.ranges.push_back(range);
    }

    double value_of(std::string_view text) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{} && end == text.data() + text.size()) return value;
        return compiler_.symbol(text, table_);
    }

    void read_words(std::string_view key, std::string_view forms) {
        const double value = section_ == "suffixes" ? 0 : value_of(key);
        while (!forms.empty()) {
            const auto comma = forms == "," ? std::string_view::npos : forms.find(',', 1);
            const std::string_view form = trim(forms.substr(0, comma));
            forms = comma == std::string_view::npos ? std::string_view{}
                                                    : trim(forms.substr(comma + 1));
            if (form.empty()) fail("an empty form");
            if (section_ == "suffixes") {
                suffixes_.push_back({std::string(form), {compiler_.class_id(key), 0}});
            } else {
                add_form(form, {class_, value});
            }
        }
    }

    void add_form(std::string_view form, ClassValue value) {
        std::vector<std::string> words;
        std::string key;
        std::string_view rest = form;
        const bool dot = rest.size() > 1 && rest.back() == '.';
        if (dot) rest.remove_suffix(1);
        while (!rest.empty()) {
            const auto blank = std::min(rest.find(' '), rest.size());
            std::string_view word = rest.substr(0, blank);
            rest = trim(rest.substr(blank));
            bool possessive = word.size() > 2 && word.ends_with("'s");
            if (possessive) word.remove_suffix(2);
            lookup_key(word, key);
            words.push_back(key);
            if (possessive) words.emplace_back("'s");
        }
        Pending& pending = pending_[words.front()];
        if (words.size() > 1) {
            const std::vector<std::string> tail(words.begin() + 1, words.end());
            for (auto& [head, known, values] : pending.phrases)
                if (known == tail && head == form.substr(0, form.find(' '))) {
                    values.push_back(value);
                    return;
                }
            pending.phrases.push_back({form.substr(0, form.find(' ')), tail, {value}});
            return;
        }
        pending.dot = pending.dot || dot;
        for (std::size_t shape = shape_of(form); shape < 3; ++shape)
            pending.shapes[shape].push_back(value);
    }

    std::uint32_t intern(std::vector<ClassValue> values) {
        if (values.empty()) return 0;
        std::vector<std::pair<std::uint16_t, double>> key;
        key.reserve(values.size());
        for (const ClassValue& value : values) key.emplace_back(value.id, value.value);
        const auto [known, added] =
            known_lists_.emplace(std::move(key), static_cast<std::uint32_t>(table_.lists.size()));
        if (added) table_.lists.push_back(std::move(values));
        return known->second;
    }

    void intern_lists() {
        for (const auto& [literal, id] : compiler_.literals()) add_form(literal, {id, 0});
        for (auto& [word, pending] : pending_) {
            Entry entry;
            entry.dot = pending.dot;
            for (std::size_t shape = 0; shape < 3; ++shape)
                entry.lists[shape] = intern(pending.shapes[shape]);
            for (auto& [head, tail, values] : pending.phrases)
                entry.phrases.push_back({shape_of(head) == 0 ? std::string{} : std::string(head),
                                         tail, intern(values)});
            std::stable_sort(
                entry.phrases.begin(), entry.phrases.end(),
                [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
            table_.lexicon.emplace(word, std::move(entry));
        }
        for (const auto& [ending, value] : suffixes_)
            table_.suffixes.push_back({ending, intern({value})});
    }

    struct Pending {
        std::array<std::vector<ClassValue>, 3> shapes;
        struct Tail {
            std::string_view head;  ///< the first word as written
            std::vector<std::string> words;
            std::vector<ClassValue> values;
        };
        std::vector<Tail> phrases;
        bool dot = false;
    };

    std::string_view text_;
    const std::string& origin_;
    std::uint32_t line_ = 0;
    std::string section_;
    std::uint16_t class_ = 0;
    Table table_;
    Compiler compiler_;
    std::unordered_map<std::string, Pending> pending_;
    std::map<std::vector<std::pair<std::uint16_t, double>>, std::uint32_t> known_lists_;
    std::vector<std::pair<std::string, ClassValue>> suffixes_;
};

}  // namespace

bool Range::holds(const Number& number) const {
    if (number.value < low || number.value > high) return false;
    if (number.clock && clock) return true;
    if (!number.integer) return decimal && !number.ordinal;
    if (number.ordinal) return ordinal && (digits_high == 0 || !number.word);
    if (any) return true;
    if (number.word) return word;
    return number.digits != 0 && number.digits >= digits_low && number.digits <= digits_high;
}

const double* Table::find_role(std::uint32_t list, Role which) const {
    const std::uint16_t id = roles[static_cast<std::size_t>(which)];
    for (const ClassValue& entry : lists[list])
        if (entry.id == id) return &entry.value;
    return nullptr;
}

Table compile_table(std::string_view text, const std::string& origin) {
    return TableReader(text, origin).read();
}

}  // namespace analyze::temporal
