// Compiles the lists of names into the model's facts and phrases.
// SPDX-License-Identifier: Apache-2.0
#include "lexicon.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>

#include "analyze/analysis/entities.hpp"
#include "analyze/analysis/entities_features.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/text/fold.hpp"

namespace analyze {
namespace {

template <typename Line>
void for_lines(const std::string& path, Line&& line) {
    const std::string bytes = read_file(path);
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t end = bytes.find('\n', at);
        if (end == std::string::npos) end = bytes.size();
        line(std::string_view(bytes).substr(at, end - at));
        at = end + 1;
    }
}

std::vector<std::string_view> split(std::string_view line, char by) {
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t end = line.find(by);
        fields.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return fields;
        line.remove_prefix(end + 1);
    }
}

/// The first field, or field `number`, of a line of CSV.
std::string csv_field(std::string_view line, int number) {
    std::string field;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted) {
            if (number-- == 0) return field;
            field.clear();
        } else
            field += c;
    }
    return number == 0 ? field : std::string();
}

/// Calls `use` with each string under a member called `name` (any depth; "": every string).
template <typename Use>
void for_strings(const rapidjson::Value& value, std::string_view name, bool inside, Use& use) {
    if (value.IsString()) {
        if (inside) use(std::string_view(value.GetString(), value.GetStringLength()));
    } else if (value.IsArray()) {
        for (const auto& element : value.GetArray()) for_strings(element, name, inside, use);
    } else if (value.IsObject()) {
        for (const auto& member : value.GetObject())
            for_strings(member.value, name,
                        inside || std::string_view(member.name.GetString()) == name, use);
    }
}

rapidjson::Document parse(const std::string& path) {
    rapidjson::Document document;
    const std::string bytes = read_file(path);
    document.Parse(bytes.data(), bytes.size());
    if (document.HasParseError()) throw Error(Fault::input, path + ": not JSON");
    return document;
}

}  // namespace

void CaseCounts::add_text(std::string_view text, Tokenizer& tokenizer) {
    std::vector<Token> tokens;
    tokenizer.tokenize(text, tokens);
    std::string folded;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != TokenKind::word) continue;
        const std::string_view word = slice(text, tokens[i].span());
        fold(word, Case::fold, folded);
        Counts& counts = words[hash_of(folded)];
        if (folded == word)
            ++counts.lower;
        else if (i > 0 && tokens[i - 1].kind == TokenKind::word)
            ++counts.other;
    }
}

std::vector<std::uint64_t> Lexicon::words_of(std::string_view name) {
    std::vector<Token> tokens;
    tokenizer_.tokenize(name, tokens);
    std::vector<Unit> units;
    append_units(name, tokens.data(), tokens.data() + tokens.size(), units);
    std::vector<std::uint64_t> words;
    words.reserve(units.size());
    std::string scratch;
    for (const Unit& unit : units)
        words.push_back(describe(slice(name, unit.span), ModelView(), scratch).folded);
    return words;
}

bool Lexicon::ordinary(std::uint64_t folded) const {
    const auto found = cases_->words.find(folded);
    return found != cases_->words.end() && found->second.lower > 2 * found->second.other + 2;
}

void Lexicon::add_phrase(std::string_view name, int kind, std::size_t most_units) {
    if (name.substr(0, 4) == "The ") name.remove_prefix(4);
    const auto words = words_of(name);
    if (words.empty() || words.size() > most_units) return;
    // The noisy lists hold ordinary words ("Most", "Of"); our own are weighed by the model.
    if (kind >= phrase::kCity && kind <= phrase::kPerson && words.size() == 1 && ordinary(words[0]))
        return;
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        at = phrase_key(at, words[i]);
        phrases_[at] |= i + 1 < words.size() ? phrase::kPrefix : 1U << kind;
    }
}

void Lexicon::add_fact(std::string_view name, std::uint32_t bit) {
    const auto words = words_of(name);
    if (words.size() == 1) facts_[words[0]] |= bit;
}

void Lexicon::add_own(const std::string& folder) {
    for_lines(folder + "/names.tsv", [&](std::string_view line) {
        const auto fields = split(line, '\t');
        if (fields.size() < 2) return;
        const auto type = entity_type(fields[0]);
        if (!type) return;
        add_phrase(fields[1], static_cast<int>(*type));
        if (fields.size() > 2 && !fields[2].empty())
            for (const std::string_view form : split(fields[2], '|'))
                add_phrase(form, static_cast<int>(*type));
        if (*type == EntityType::norp) add_fact(fields[1], fact::demonym);
    });
    for_lines(folder + "/given.tsv",
              [&](std::string_view line) { add_fact(split(line, '\t')[0], fact::given); });
    for_lines(folder + "/surname.tsv",
              [&](std::string_view line) { add_fact(split(line, '\t')[0], fact::surname); });
    for_lines(folder + "/not-names.txt", [&](std::string_view line) {
        add_fact(line, fact::not_name);
        add_phrase(line, phrase::kNotName);
    });
    for_lines(folder + "/honorifics.tsv", [&](std::string_view line) {
        add_fact(split(line, '\t')[0], fact::honorific);
        add_phrase(split(line, '\t')[0], phrase::kHonorific);
    });
    add_kinds(folder + "/kinds.tsv");
}

void Lexicon::add_kinds(const std::string& file) {
    for_lines(file, [&](std::string_view line) {
        const auto fields = split(line, '\t');
        const auto type = fields.size() == 2 ? entity_type(fields[0]) : std::nullopt;
        if (!type) return;
        const std::uint32_t bit = 1U << (fact::kKindShift + static_cast<int>(*type));
        const std::string one(fields[1]);
        add_fact(one, bit);
        // Its plural, as English spelling forms it.
        const char last = one.empty() ? ' ' : one.back();
        const bool hisses = last == 's' || last == 'x' || last == 'z' ||
                            (one.size() > 1 && last == 'h' &&
                             (one[one.size() - 2] == 's' || one[one.size() - 2] == 'c'));
        const bool vowel_y = one.size() > 1 && std::string_view("aeiou").find(
                                                   one[one.size() - 2]) != std::string_view::npos;
        add_fact(hisses                    ? one + "es"
                 : last == 'y' && !vowel_y ? one.substr(0, one.size() - 1) + "ies"
                                           : one + "s",
                 bit);
    });
}

void Lexicon::add_public(const std::string& folder) {
    const auto noisy = [&](const std::string& file, std::uint32_t bit) {
        for_lines(folder + file, [&](std::string_view line) {
            const auto words = words_of(line);
            if (words.size() == 1 && !ordinary(words[0])) facts_[words[0]] |= bit;
        });
    };
    noisy("/first-names.txt", fact::noisy_given);
    noisy("/surnames.txt", fact::noisy_surname);
    bool first = true;
    for_lines(folder + "/world-cities.csv", [&](std::string_view line) {
        if (!std::exchange(first, false)) {
            add_phrase(csv_field(line, 0), phrase::kCity);
            add_phrase(csv_field(line, 2), phrase::kPlace);
        }
    });
    first = true;
    for_lines(folder + "/sp500.csv", [&](std::string_view line) {
        if (!std::exchange(first, false)) add_phrase(csv_field(line, 1), phrase::kCompany);
    });
    const auto countries = parse(folder + "/countries.json");
    for (const auto& country : countries.GetArray()) {
        const auto place = [&](std::string_view name) {
            if (name.size() > 3) add_phrase(name, phrase::kPlace);
        };
        place(country["name"]["common"].GetString());
        place(country["name"]["official"].GetString());
        for_strings(country["capital"], "", true, place);
        if (country.HasMember("demonyms") && country["demonyms"].IsObject() &&
            country["demonyms"].HasMember("eng")) {
            const auto demonym = [&](std::string_view word) { add_fact(word, fact::demonym); };
            for_strings(country["demonyms"]["eng"], "", true, demonym);
        }
    }
    const auto regions = parse(folder + "/admin1.json");
    const auto place = [&](std::string_view name) { add_phrase(name, phrase::kPlace); };
    for_strings(regions, "name", false, place);
    const auto company = [&](std::string_view name) { add_phrase(name, phrase::kCompany); };
    for (const char* file :
         {"/corpora/corporations-newspapers.json", "/corpora/governments-us_federal_agencies.json",
          "/corpora/corporations-fortune500.json",
          "/corpora/governments-uk_political_parties.json"}) {
        const auto list = parse(folder + file);
        for (const auto& member : list.GetObject())
            if (member.value.IsArray()) {
                for (const auto& element : member.value.GetArray()) {
                    if (element.IsString())
                        company(element.GetString());
                    else if (element.IsObject() && element.HasMember("name") &&
                             element["name"].IsString())
                        company(element["name"].GetString());
                }
            }
    }
    const auto nationalities = parse(folder + "/corpora/geography-nationalities.json");
    const auto demonym = [&](std::string_view word) { add_fact(word, fact::demonym); };
    for_strings(nationalities, "nationalities", false, demonym);
}

void Lexicon::add_labelled(const Labelled& document) {
    constexpr TypeSet kPerson = 1, kOrg = 1U << 1, kPlaces = 1U << 2 | 1U << 3 | 1U << 5;
    constexpr std::size_t kMost = 4;  // longer ones hardly return, and take a sixth of the room
    for (const Label& label : document.labels) {
        const std::string_view text = slice(document.text(), label.span);
        const std::string_view name = text.substr(0, text.find(" ("));
        const std::string_view short_name = name.substr(0, name.find(','));
        if (label.types == kPerson) {
            add_phrase(short_name, phrase::kPerson, kMost);
        } else if (label.types == kOrg) {
            add_phrase(name, phrase::kCompany, kMost);
        } else if (label.types == kPlaces) {
            add_phrase(name, phrase::kCity, kMost);
            add_phrase(short_name, phrase::kCity, kMost);
        }
    }
}

KeyedValues Lexicon::facts() const {
    std::unordered_map<std::uint64_t, std::uint32_t> all = facts_;
    for (const auto& [word, counts] : cases_->words) {
        const std::uint32_t total = counts.lower + counts.other;
        if (total < 8 && !facts_.count(word)) continue;
        if (total == 0) continue;
        const std::uint32_t percent = counts.lower * 100 / total;
        const std::uint32_t lower = counts.lower == 0 ? 1
                                    : percent < 10    ? 2
                                    : percent < 50    ? 3
                                    : percent < 90    ? 4
                                                      : 5;
        const std::uint32_t often = total < 8      ? 1
                                    : total < 50   ? 2
                                    : total < 400  ? 3
                                    : total < 4000 ? 4
                                                   : 5;
        all[word] |= lower << fact::kLowerShift | often << fact::kFrequencyShift;
    }
    KeyedValues values(all.begin(), all.end());
    std::sort(values.begin(), values.end());
    return values;
}

KeyedValues Lexicon::phrases() const {
    KeyedValues values(phrases_.begin(), phrases_.end());
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace analyze
