// Names as IOB2 tags, one token a line: for texts that come in tokens, and for our own tokens.
// SPDX-License-Identifier: Apache-2.0
#include "conll.hpp"

#include <algorithm>

#include "document_view.hpp"

namespace analyze {
namespace {

constexpr std::string_view kDocumentStart = "-DOCSTART-";

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\v\f") == std::string_view::npos;
}

std::string_view token_of(std::string_view line) {
    const std::size_t tab = line.find('\t');
    const std::string_view token =
        line.substr(0, tab != std::string_view::npos ? tab : line.find(' '));
    // A line that begins with its separator has a token all the same: one line out for one line in.
    return token.empty() ? line.substr(line.find_first_not_of(" \t")) : token;
}

/// Calls visit(line) for each line, without LF or CRLF.
template <typename Visit>
void each_line(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        visit(line);
    }
}

/// The lines of one document, tagged as a whole and written in their old order.
class Part {
public:
    explicit Part(const EntityModel& model) : model_(model) {}

    void add(std::string_view line) {
        lines_.push_back(line);
        if (is_blank(line)) {
            sentence_open_ = false;
            return;
        }
        if (!sentence_open_) sentences_.emplace_back();
        sentence_open_ = true;
        sentences_.back().emplace_back(token_of(line));
    }

    void write(std::string& out) {
        const auto tags = model_.tag(sentences_);
        std::size_t sentence = 0, token = 0;
        for (const std::string_view line : lines_) {
            if (is_blank(line)) {
                out.append(line);
            } else {
                if (token == sentences_[sentence].size()) {
                    ++sentence;
                    token = 0;
                }
                out += sentences_[sentence][token] + '\t' + tags[sentence][token];
                ++token;
            }
            out += '\n';
        }
        lines_.clear();
        sentences_.clear();
        sentence_open_ = false;
    }

private:
    const EntityModel& model_;
    std::vector<std::string_view> lines_;
    std::vector<std::vector<std::string>> sentences_;
    bool sentence_open_ = false;
};

}  // namespace

std::string tag_lines(std::string_view lines, const EntityModel& model) {
    std::string out;
    Part part(model);
    each_line(lines, [&](std::string_view line) {
        if (!line.starts_with(kDocumentStart)) return part.add(line);
        part.write(out);
        out.append(line) += '\n';
    });
    part.write(out);
    return out;
}

std::string tagged_tokens(const Document& document, const std::vector<Entity>& entities) {
    std::string out;
    auto entity = entities.begin();
    std::uint32_t tagged = UINT32_MAX;  // where the entity began that the last token belongs to
    for (const Sentence& sentence : document.sentences()) {
        if (sentence.first_token == sentence.end_token) continue;
        if (!out.empty()) out += '\n';
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
            const Token& token = document.tokens()[i];
            while (entity != entities.end() && entity->span.end <= token.begin) ++entity;
            out += one_line(document.text(token.span()));
            if (entity == entities.end() || entity->span.begin >= token.end) {
                out += "\tO\n";
                continue;
            }
            out += entity->span.begin == tagged ? "\tI-" : "\tB-";
            tagged = entity->span.begin;
            out.append(name_of(entity->type)) += '\n';
        }
    }
    return out;
}

}  // namespace analyze
