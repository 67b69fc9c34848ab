// What `analyze kwic` looks for: words, a regular expression, or mentions of a type.
// SPDX-License-Identifier: Apache-2.0
#include "node_search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/utf8.hpp"

namespace analyze {
namespace {

constexpr std::string_view kTypePrefix = "type:";

MentionTypes types_named(std::string_view list) {
    MentionTypes types = MentionTypes::none();
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        const std::string_view asked = list.substr(at, end - at);
        if (!types.add(asked))
            throw Error(Fault::usage, fmt::format("unknown type '{}'; there are {}", asked,
                                                  MentionTypes::list()));
        at = end + 1;
    }
    return types;
}

/// What finds words by their lemmas and stems, or nothing.
KeyForm form_by(const WordDefinition& definition) {
    const WordForms* const forms = forms_of(definition);
    if (forms == nullptr) return {};
    return [forms](std::string& key) { forms->apply(key); };
}

}  // namespace

std::string_view name_of(NodeKind kind) {
    return kind == NodeKind::words ? "words" : kind == NodeKind::regex ? "regex" : "type";
}

NodePattern::NodePattern(const std::string& pattern, bool regex, const WordDefinition& definition) {
    const bool by_type = !regex && pattern.starts_with(kTypePrefix);
    if ((regex || by_type) && definition.forms != 0)
        throw Error(Fault::usage,
                    std::string("--stem and --lemmas find words by their forms: they do not go "
                                "with ") +
                        (regex ? "--regex" : "type:"));
    try {
        if (regex) {
            regex_.emplace(pattern, definition.letter_case, Pattern::In::text);
            if (regex_->matches_nothing())
                throw Error(Fault::usage, fmt::format("the expression '{}' matches the empty text, "
                                                      "which is everywhere",
                                                      pattern));
        } else if (by_type) {
            finder_ = std::make_unique<MentionFinder>(
                types_named(std::string_view(pattern).substr(kTypePrefix.size())), DateOptions());
        } else {
            if (std::string_view(pattern).find_first_not_of(" \t\n") == std::string_view::npos)
                throw Error(Fault::usage, "it is empty");
            if (valid_utf8_prefix(pattern) != pattern.size())
                throw Error(Fault::usage, "it is not UTF-8");
            phrase_.emplace(pattern, definition, chosen_kernel(), form_by(definition));
        }
    } catch (const Error& error) {
        if (error.fault() != Fault::usage) throw;
        throw Error(Fault::usage, std::string("PATTERN: ") + error.what());
    }
}

NodeKind NodePattern::kind() const {
    return phrase_ ? NodeKind::words : regex_ ? NodeKind::regex : NodeKind::type;
}

std::vector<Span> NodePattern::matches(std::string_view text) const {
    std::vector<Span> nodes;
    std::uint32_t from = 0;
    while (const auto node = regex_ ? regex_->next(text, from) : std::nullopt) {
        nodes.push_back(*node);
        from = node->end;
    }
    return nodes;
}

std::vector<Span> NodePattern::mentions(const Document& document, const Outline& outline) const {
    if (!finder_) return {};
    const Mentions found = finder_->find(document, outline);
    std::vector<Span> nodes;
    for (const Entity& name : found.names) nodes.push_back(name.span);
    for (const Expression& expression : found.expressions) nodes.push_back(expression.span);
    std::sort(nodes.begin(), nodes.end(), [](Span a, Span b) {
        return a.begin < b.begin || (a.begin == b.begin && a.end < b.end);
    });
    return nodes;
}

}  // namespace analyze
