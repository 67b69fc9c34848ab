// Names as IOB2 tags, one token a line (CoNLL, CoNLL-U): for texts that come in tokens, and for our own.
// SPDX-License-Identifier: Apache-2.0
#include "conll.hpp"

#include <fmt/format.h>

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

/// One token with its tag ("O" is none) and whether white space follows.
struct TaggedToken {
    std::string form;
    std::string tag;
    bool space_after = true;
};

/// Writes the sentences of documents as CoNLL-U.
class ConlluText {
public:
    /// Sentences are numbered from 1 again. `name`: any bytes; ids are without white space, and a
    /// slash has a meaning in them.
    void begin_document(std::string_view name) {
        id_ = one_line(name);
        out_ += fmt::format("# newdoc id = {}\n", id_);
        for (char& c : id_)
            if (c == ' ' || c == '/') c = '_';
        sentences_ = 0;
    }
    void begin_paragraph() { paragraph_ = true; }
    void sentence(const std::vector<TaggedToken>& tokens) {
        if (paragraph_) out_ += "# newpar\n";
        paragraph_ = false;
        out_ += fmt::format("# sent_id = {}-{}\n# text = ", id_, ++sentences_);
        for (const TaggedToken& token : tokens) {
            out_ += token.form;
            if (token.space_after && &token != &tokens.back()) out_ += ' ';
        }
        std::size_t number = 0;
        for (const TaggedToken& token : tokens) {
            std::string misc = token.tag == "O" ? "" : "NE=" + token.tag;
            if (!token.space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
            out_ += fmt::format("\n{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}", ++number, token.form,
                                misc.empty() ? "_" : misc);
        }
        out_ += "\n\n";
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_, id_;
    std::size_t sentences_ = 0;
    bool paragraph_ = false;
};

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

    [[nodiscard]] bool has_tokens() const { return !sentences_.empty(); }

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
        clear();
    }

    void write(ConlluText& out) {
        const auto tags = model_.tag(sentences_);
        for (std::size_t s = 0; s < sentences_.size(); ++s) {
            std::vector<TaggedToken> tokens;
            for (std::size_t i = 0; i < sentences_[s].size(); ++i)
                tokens.push_back({sentences_[s][i], tags[s][i]});
            out.sentence(tokens);
        }
        clear();
    }

private:
    void clear() {
        lines_.clear();
        sentences_.clear();
        sentence_open_ = false;
    }

    const EntityModel& model_;
    std::vector<std::string_view> lines_;
    std::vector<std::vector<std::string>> sentences_;
    bool sentence_open_ = false;
};

std::string conllu_of_lines(std::string_view lines, const EntityModel& model,
                            std::string_view name) {
    ConlluText out;
    Part part(model);
    std::size_t documents = 0;
    const auto end_document = [&] {
        if (!part.has_tokens()) return;
        ++documents;
        out.begin_document(documents == 1 ? std::string(name)
                                          : fmt::format("{}-{}", name, documents));
        part.write(out);
    };
    each_line(lines, [&](std::string_view line) {
        if (line.starts_with(kDocumentStart))
            end_document();
        else
            part.add(line);
    });
    end_document();
    return out.take();
}

}  // namespace

std::string tag_lines(std::string_view lines, const EntityModel& model, TokenLines form,
                      std::string_view name) {
    if (form == TokenLines::conllu) return conllu_of_lines(lines, model, name);
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

std::string tagged_tokens(const Document& document, const std::vector<Entity>& entities,
                          TokenLines form) {
    std::string lines;
    ConlluText conllu;
    if (form == TokenLines::conllu) conllu.begin_document(document.source().name());
    auto entity = entities.begin();
    std::uint32_t tagged = UINT32_MAX;  // where the entity began that the last token belongs to
    std::uint32_t block = UINT32_MAX;
    std::vector<TaggedToken> tokens;
    for (const Sentence& sentence : document.sentences()) {
        if (sentence.first_token == sentence.end_token) continue;
        tokens.clear();
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
            const Token& token = document.tokens()[i];
            const bool last = i + 1 == document.tokens().size();
            TaggedToken& line = tokens.emplace_back(
                TaggedToken{one_line(document.text(token.span())), "O",
                            last || document.tokens()[i + 1].begin > token.end});
            while (entity != entities.end() && entity->span.end <= token.begin) ++entity;
            if (entity == entities.end() || entity->span.begin >= token.end) continue;
            line.tag = entity->span.begin == tagged ? "I-" : "B-";
            tagged = entity->span.begin;
            line.tag.append(name_of(entity->type));
        }
        if (form == TokenLines::conllu) {
            if (block != sentence.block) conllu.begin_paragraph();
            block = sentence.block;
            conllu.sentence(tokens);
            continue;
        }
        if (!lines.empty()) lines += '\n';
        for (const TaggedToken& token : tokens) lines += token.form + '\t' + token.tag + '\n';
    }
    return form == TokenLines::conllu ? conllu.take() : lines;
}

}  // namespace analyze
