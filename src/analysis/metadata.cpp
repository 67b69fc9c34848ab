// What a text says about itself: fields read from its metadata blocks and its title.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/metadata.hpp"

#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/text/front.hpp"
#include "analyze/text/lines.hpp"

namespace analyze {
namespace {

MetaKey key_of(FrontKey key) {
    switch (key) {
        case FrontKey::title:
            return MetaKey::title;
        case FrontKey::author:
            return MetaKey::author;
        case FrontKey::date:
            return MetaKey::date;
        case FrontKey::updated:
            return MetaKey::updated;
        case FrontKey::place:
            return MetaKey::place;
        case FrontKey::agency:
            return MetaKey::agency;
        default:
            return MetaKey::other;
    }
}

/// Runs of white space become one space.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::uint32_t n = space_at(text, at); n != 0) {
            if (out.empty() || out.back() != ' ') out += ' ';
            at += n;
        } else {
            out += text[at++];
        }
    }
    return out;
}

MetaField field_of(std::string_view text, const FrontField& front) {
    MetaField field;
    field.key = key_of(front.key);
    field.span = front.value;
    field.value = field.key == MetaKey::date || field.key == MetaKey::updated
                      ? front.date.iso()
                      : folded(slice(text, front.value));
    if (field.key == MetaKey::other) field.label = std::string(slice(text, front.label));
    if (field.key == MetaKey::date && front.date.year == 0)
        field.key = MetaKey::other, field.label = "dateline";
    return field;
}

Span unquoted(std::string_view text, Span span) {
    span = trim(text, span);
    if (span.size() >= 2 && (text[span.begin] == '"' || text[span.begin] == '\'') &&
        text[span.end - 1] == text[span.begin])
        ++span.begin, --span.end;
    return span;
}

/// `key: value`, `key = value`, and lists of strings in brackets or as "- item" lines.
void front_matter(std::string_view text, Span block, std::vector<MetaField>& fields) {
    const char assign = text[block.begin] == '+' ? '=' : ':';
    std::uint32_t at = block.begin;
    std::string key;
    Span key_span{};
    const auto add = [&](Span value) {
        value = unquoted(text, value);
        while (!value.empty() && text[value.end - 1] == ',')
            value = unquoted(text, {value.begin, value.end - 1});
        if (value.empty()) return;
        std::string line = key + ": ";
        const auto prefix = static_cast<std::uint32_t>(line.size());
        line += slice(text, value);
        const auto front = read_label(line, {0, static_cast<std::uint32_t>(line.size())});
        MetaField field;
        if (front) {
            field = field_of(line, *front);
            field.span = {value.begin + front->value.begin - prefix,
                          value.begin + front->value.end - prefix};
        } else {
            field.span = value;
            field.value = folded(slice(text, value));
        }
        if (field.key == MetaKey::other) field.label = std::string(slice(text, key_span));
        if (field.key == MetaKey::author && !fields.empty() &&
            fields.back().key == MetaKey::author) {
            fields.back().value += ", " + field.value;
            fields.back().span.end = field.span.end;
            return;
        }
        fields.push_back(std::move(field));
    };
    while (at < block.end) {
        std::uint32_t end = at;
        while (end < block.end && text[end] != '\n' && text[end] != '\r') ++end;
        const bool indented = at < end && (text[at] == ' ' || text[at] == '\t');
        const Span line = trim(text, {at, end});
        at = end + 1;
        if (line.empty() || text[line.begin] == '#') continue;
        const std::string_view s = slice(text, line);
        if (s.starts_with("- ")) {
            if (!key.empty()) add({line.begin + 2, line.end});
            continue;
        }
        const std::size_t mark = s.find(assign);
        if (mark == std::string_view::npos || mark == 0 || indented) continue;
        key_span = trim(text, {line.begin, line.begin + static_cast<std::uint32_t>(mark)});
        key = std::string(slice(text, key_span));
        if (!key.empty()) key[0] = ascii::upper(key[0]);
        Span value = trim(text, {line.begin + static_cast<std::uint32_t>(mark) + 1, line.end});
        if (value.size() >= 2 && text[value.begin] == '[' && text[value.end - 1] == ']') {
            std::uint32_t item = value.begin + 1;
            for (std::uint32_t i = item; i < value.end; ++i) {
                if (text[i] != ',' && i + 1 != value.end) continue;
                add({item, i});
                item = i + 1;
            }
        } else {
            add(value);
        }
    }
}

/// A block that is a dateline: before the text that it opens, or on a line of its own.
std::optional<Dateline> dateline_of(std::string_view text, Span block) {
    for (const std::size_t end : {text.size(), std::size_t{block.end}})
        if (auto line = read_dateline(text, {block.begin, static_cast<std::uint32_t>(end)});
            line && line->end == block.end)
            return line;
    return std::nullopt;
}

}  // namespace

std::vector<MetaField> read_metadata(const Document& document) {
    std::vector<MetaField> fields;
    const std::string_view text = document.text();
    bool first = true;
    for (const Block& block : document.blocks()) {
        if (block.kind == BlockKind::title) {
            fields.push_back({MetaKey::title, block.span, folded(slice(text, block.span)), {}});
        } else if (block.kind == BlockKind::metadata) {
            const std::string_view s = slice(text, block.span);
            if (first && (s.starts_with("---") || s.starts_with("+++"))) {
                front_matter(text, block.span, fields);
            } else if (const auto label = read_label(text, block.span)) {
                fields.push_back(field_of(text, *label));
            } else if (const auto line = dateline_of(text, block.span)) {
                for (const FrontField& field : line->fields)
                    fields.push_back(field_of(text, field));
            } else if (const auto parts = read_credit_line(text, block.span); !parts.empty()) {
                for (const FrontField& field : parts) fields.push_back(field_of(text, field));
            } else {
                // A name: of who wrote it, or right below that of whom for.
                const bool author = fields.empty() || fields.back().key != MetaKey::author;
                fields.push_back(
                    {author ? MetaKey::author : MetaKey::agency, block.span, folded(s), {}});
            }
        }
        first = false;
    }
    return fields;
}

}  // namespace analyze
