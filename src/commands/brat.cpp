// Mentions as a folder of the annotation tool brat: a text and its standoff annotation for each input.
// SPDX-License-Identifier: Apache-2.0
#include "brat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

/// What .txt has: CRLF is LF, so that a program that reads it with Python's universal line ends
/// counts the same characters.
std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
    return out;
}

/// Places in the document's text as code points of .txt; asked for in order.
class PlaceCounter {
public:
    explicit PlaceCounter(std::string_view text) : text_(text) {}
    std::uint64_t at(std::uint32_t offset) {
        for (; at_ < offset; ++at_) {
            const bool dropped =
                text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
            if (!dropped && (static_cast<unsigned char>(text_[at_]) & 0xc0) != 0x80) ++count_;
        }
        return count_;
    }

private:
    std::string_view text_;
    std::uint32_t at_ = 0;
    std::uint64_t count_ = 0;
};

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

/// The parts of a span that lie on a line of their own, without the blanks at their ends.
std::vector<Span> fragments_of(std::string_view text, Span span) {
    std::vector<Span> parts;
    for (std::uint32_t at = span.begin; at < span.end;) {
        std::uint32_t end = at;
        while (end < span.end && !ends_line(text[end])) ++end;
        Span part{at, end};
        while (part.begin < part.end && ascii::is_blank(text[part.begin])) ++part.begin;
        while (part.end > part.begin && ascii::is_blank(text[part.end - 1])) --part.end;
        if (part.begin < part.end) parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

/// The value as a machine reads it, with what makes an amount of it.
std::string note_of(const Expression& expression) {
    std::string note = expression.value;
    for (const std::string* more : {&expression.details().currency, &expression.details().unit})
        if (!more->empty()) note += ' ' + *more;
    return note;
}

/// The components of a path that may stand below a folder.
std::vector<std::string> components_of(const std::string& path) {
    if (path == "-") return {"stdin"};
    std::vector<std::string> parts;
    for (const std::filesystem::path& part : std::filesystem::path(path)) {
        const std::string& name = part.native();
        if (name.empty() || name == "." || name == "/") continue;
        parts.push_back(name == ".." ? "_" : name);
    }
    if (parts.empty()) parts.emplace_back("_");
    return parts;
}

std::string without_extension(const std::string& name) {
    const std::size_t slash = name.rfind('/') + 1;  // 0 where there is none
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot <= slash ? name : name.substr(0, dot);
}

}  // namespace

BratPair brat_pair(const Document& document, const Mentions& found) {
    BratPair pair{with_plain_line_ends(document.text()), {}};
    PlaceCounter places(document.text());
    std::size_t number = 0;
    const auto add = [&](std::string_view type, Span span) {
        std::string at, shown;
        for (const Span part : fragments_of(document.text(), span)) {
            const std::uint64_t begin = places.at(part.begin);
            at += fmt::format("{}{} {}", at.empty() ? " " : ";", begin, places.at(part.end));
            shown.append(shown.empty() ? "" : " ").append(document.text(part));
        }
        if (at.empty()) return;
        pair.annotations += fmt::format("T{}\t{}{}\t{}\n", ++number, type, at, shown);
    };
    auto name = found.names.begin();
    auto expression = found.expressions.begin();
    std::size_t notes = 0;
    while (name != found.names.end() || expression != found.expressions.end()) {
        if (expression == found.expressions.end() ||
            (name != found.names.end() && name->span.begin < expression->span.begin)) {
            add(name_of(name->type), name->span);
            ++name;
            continue;
        }
        const std::size_t before = number;
        add(name_of(expression->kind), expression->span);
        if (number > before && !expression->value.empty())
            pair.annotations +=
                fmt::format("#{}\tAnnotatorNotes T{}\t{}\n", ++notes, number, note_of(*expression));
        ++expression;
    }
    return pair;
}

std::string brat_configuration() {
    std::string text = "[entities]\n";
    for (unsigned i = 0; i <= static_cast<unsigned>(EntityType::misc); ++i)
        text.append(name_of(static_cast<EntityType>(i))) += '\n';
    for (unsigned i = 0; i <= static_cast<unsigned>(ExpressionKind::cardinal); ++i)
        text.append(name_of(static_cast<ExpressionKind>(i))) += '\n';
    return text + "\n[relations]\n\n[events]\n\n[attributes]\n";
}

std::vector<std::string> brat_names(const std::vector<std::string>& paths) {
    std::vector<std::vector<std::string>> parts;
    parts.reserve(paths.size());
    for (const std::string& path : paths) parts.push_back(components_of(path));
    std::size_t shared = parts.empty() ? 0 : parts[0].size() - 1;
    for (const auto& path : parts) {
        shared = std::min(shared, path.size() - 1);
        for (std::size_t i = 0; i < shared; ++i)
            if (path[i] != parts[0][i]) shared = i;
    }
    std::vector<std::string> names;
    std::map<std::string, std::size_t> times;  // each name without its extension
    for (const auto& path : parts) {
        names.push_back(fmt::format(
            "{}", fmt::join(path.begin() + static_cast<std::ptrdiff_t>(shared), path.end(), "/")));
        ++times[without_extension(names.back())];
    }
    std::set<std::string> taken;
    for (std::string& name : names) {
        const std::string shorter = without_extension(name);
        if (times[shorter] == 1) name = shorter;
        const std::string base = name;
        for (std::size_t copy = 2; !taken.insert(name).second; ++copy)
            name = fmt::format("{}-{}", base, copy);
    }
    return names;
}

}  // namespace analyze
