// What several commands show of a document: how it was read, its metadata, its sections.
// SPDX-License-Identifier: Apache-2.0
#include "document_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"

namespace analyze {
namespace {

constexpr std::array kFixedKeys{MetaKey::title,   MetaKey::author, MetaKey::date,
                                MetaKey::updated, MetaKey::place,  MetaKey::agency};

std::string_view name_of(WordPreset preset) {
    switch (preset) {
        case WordPreset::uax29:
            return "uax29";
        case WordPreset::letters:
            return "letters";
        case WordPreset::whitespace:
            return "whitespace";
    }
    return {};
}

/// "Filed under" → "filed_under".
std::string key_of(std::string_view label) {
    std::string key = one_line(label);
    for (char& c : key) {
        c = ascii::lower(c);
        if (c == ' ' || c == '-') c = '_';
    }
    return key;
}

void add(Group& group, const std::string& name, const std::string& value) {
    const auto same = std::find_if(group.fields.begin(), group.fields.end(),
                                   [&](const auto& field) { return field.first == name; });
    if (same == group.fields.end()) {
        group.fields.emplace_back(name, value);
    } else if (auto* before = std::get_if<std::string>(&same->second)) {
        *before += ", " + value;
    } else {
        same->second = value;
    }
}

/// What is wrong with the file of an option is told with the option.
template <typename Work>
auto naming(std::string_view option, const Work& work) {
    try {
        return work();
    } catch (const Error& error) {
        throw Error(Fault::resource, std::string(option) + ' ' + error.what());
    }
}

}  // namespace

Document open_document(const std::string& path, const DecodeOptions& options, Tokenizer& tokenizer,
                       Warnings& warnings) {
    Source source = Source::read(path, options);
    warn_about(source.info(), path, warnings);
    return {std::move(source), tokenizer};
}

EntityModel load_entity_model() {
    return EntityModel(load_resource("models/entities-en.bin"));
}

StopWords load_stop_words(const std::string& name) {
    if (name == "none") return {};
    if (name == "en") return StopWords(load_resource("stopwords/en.txt"));
    return naming("--stopwords", [&] { return StopWords(Resource(name, read_file(name))); });
}

Resource option_file(std::string_view option, const std::string& path) {
    return naming(option, [&] { return Resource(path, read_file(path)); });
}

Group input_group(const DecodeInfo& info, std::uint64_t bytes) {
    Group group{.name = "input", .show = Show::machine_only};
    group.fields = {{"bytes", number(bytes)},
                    {"encoding", info.encoding},
                    {"encoding_by", std::string(info.chosen_by)},
                    {"bom", info.bom},
                    {"invalid", number(info.invalid)}};
    return group;
}

Group definition_group(const WordDefinition& definition) {
    Group group{.name = "definition", .show = Show::machine_only, .in_rows = true};
    group.fields = {
        {"tokens", std::string(name_of(definition.tokens))},
        {"hyphens", definition.hyphens == Hyphens::join ? "join" : "split"},
        {"possessives", definition.possessives == Possessives::strip ? "strip" : "keep"},
        {"case", definition.letter_case == Case::fold ? "fold" : "keep"}};
    if (const WordForms* forms = forms_of(definition)) {
        const FormRules& rules = form_rules(definition.forms);
        if (!rules.stem.empty()) group.fields.emplace_back("stem", rules.stem);
        if (!rules.lemmas.empty()) {
            group.fields.emplace_back("lemmas", rules.lemmas);
            group.fields.emplace_back("lemmas_hash", fmt::format("{:016x}", forms->lemmas_hash()));
        }
    }
    return group;
}

Group meta_group(const Document& document, const Outline& outline, bool all) {
    Group group{.name = "meta"};
    for (const MetaKey key : kFixedKeys) {
        const std::string name(name_of(key));
        if (all) group.fields.emplace_back(name, Value());
        // A single-valued field counts once: the first is what the outline believes in.
        for (const MetaField& field : outline.meta) {
            if (field.key != key) continue;
            add(group, name, field.value);
            if (key != MetaKey::author) break;
        }
        if (key != MetaKey::title || outline.find(MetaKey::title) != nullptr) continue;
        const auto title =
            std::find_if(document.blocks().begin(), document.blocks().end(),
                         [](const Block& block) { return block.kind == BlockKind::title; });
        if (title != document.blocks().end())
            add(group, name, one_line(document.text(title->span)));
    }
    for (const MetaField& field : outline.meta) {
        if (all || field.key != MetaKey::other) continue;
        const std::string name = key_of(field.label);
        const bool taken = std::any_of(kFixedKeys.begin(), kFixedKeys.end(),
                                       [&](MetaKey key) { return analyze::name_of(key) == name; });
        if (!name.empty() && !taken) add(group, name, field.value);
    }
    return group;
}

std::uint64_t words_in(const Document& document, Span range) {
    const auto& tokens = document.tokens();
    std::uint64_t words = 0;
    for (std::size_t i = document.token_at(range.begin);
         i < tokens.size() && tokens[i].begin < range.end; ++i)
        words += tokens[i].is_word() ? 1 : 0;
    return words;
}

Span section_range(const Document& document, const Section& section) {
    if (section.first_block == section.end_block) return {};
    return {document.blocks()[section.first_block].extent.begin,
            document.blocks()[section.end_block - 1].extent.end};
}

std::vector<std::string> section_numbers(const Outline& outline) {
    std::vector<std::string> numbers(outline.sections.size());
    std::vector<int> children(outline.sections.size());
    int roots = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const std::int32_t parent = outline.sections[i].parent;
        if (parent > 0) {
            const auto p = static_cast<std::size_t>(parent);
            numbers[i] = numbers[p] + '.' + std::to_string(++children[p]);
        } else {
            numbers[i] = std::to_string(++roots);
        }
    }
    return numbers;
}

std::vector<Column> section_columns() {
    return {{.name = "section", .align = Align::right},
            {.name = "heading", .most = 12, .yields = true}};
}

std::vector<Value> section_cells(const Document& document, const Outline& outline,
                                 std::size_t section) {
    const std::string heading = one_line(document.text(outline.sections[section].heading));
    return {number(section), heading.empty() ? Value() : Value(heading)};
}

std::vector<int> section_depths(const Outline& outline) {
    std::vector<int> depths(outline.sections.size());
    for (std::size_t i = 1; i < depths.size(); ++i) {
        const std::int32_t parent = outline.sections[i].parent;
        if (parent > 0) depths[i] = depths[static_cast<std::size_t>(parent)] + 1;
    }
    return depths;
}

bool headings_are_numbered(const Document& document, const Outline& outline) {
    return std::any_of(outline.sections.begin() + 1, outline.sections.end(),
                       [&](const Section& section) {
                           const std::string_view heading = document.text(section.heading);
                           return !heading.empty() && ascii::is_digit(heading[0]);
                       });
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = ascii::is_white(c);
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace analyze
