// Sentence ends on ../shared/corpora beside ICU's own iterator, with floors.
// SPDX-License-Identifier: Apache-2.0
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "analyze/text/sentences.hpp"

using namespace analyze;

namespace {

/// A document written out as text, with the offsets of its gold sentence ends but the last.
struct Joined {
    std::string text;
    std::set<std::uint32_t> ends;
};

bool one_of(const std::string& token, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return token == word; });
}

/// Joins tokens as English writes them: no space before closing punctuation, clitics and brackets,
/// none after opening ones; straight quotes open and close in turn inside a sentence. One space
/// between sentences: where the source had a line end, nobody can tell, so ends without a
/// terminator are not judged (see `judged`).
class Joiner {
public:
    void token(const std::string& token) {
        bool space = !glue_;
        bool glue = false;
        if (token == "\"") {
            space = space && !quoted_;
            glue = !quoted_;
            quoted_ = !quoted_;
        } else if (one_of(token, {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "...",
                                  "\xE2\x80\xA6", "''", "\xE2\x80\x9D", "\xE2\x80\x99"}) ||
                   token.starts_with("n't") ||
                   (token.size() > 1 && token.size() < 4 && token[0] == '\'')) {
            space = false;
        } else if (one_of(token, {"-", "/"})) {
            space = false;
            glue = true;
        } else if (one_of(token, {"(", "[", "{", "$", "#", "``", "\xE2\x80\x9C", "\xE2\x80\x98"})) {
            glue = true;
        }
        if (space && !document_.text.empty()) document_.text += ' ';
        document_.text += token;
        glue_ = glue;
        open_ = true;
    }
    void end_sentence() {
        if (!open_) return;
        document_.ends.insert(static_cast<std::uint32_t>(document_.text.size()));
        glue_ = quoted_ = open_ = false;
    }
    void end_document(std::vector<Joined>& documents) {
        end_sentence();
        if (document_.text.empty()) return;
        document_.ends.erase(static_cast<std::uint32_t>(document_.text.size()));
        documents.push_back(std::move(document_));
        document_ = {};
    }

private:
    Joined document_;
    bool glue_ = false, quoted_ = false, open_ = false;
};

std::vector<Joined> read_corpus(const std::string& path) {
    std::vector<Joined> documents;
    Joiner joiner;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) {
            joiner.end_sentence();
        } else if (line.starts_with("-DOCSTART-")) {
            joiner.end_document(documents);
        } else {
            joiner.token(line.substr(0, line.find('\t')));
        }
    }
    joiner.end_document(documents);
    return documents;
}

/// Gold ends that follow a full stop, question or exclamation mark or ellipsis and what closes
/// behind it.
bool judged(const std::string& text, std::uint32_t end) {
    std::size_t at = end;
    while (at > 0 && (std::string_view("\"')]").find(text[at - 1]) != std::string_view::npos ||
                      static_cast<unsigned char>(text[at - 1]) >= 0x80))
        --at;
    return at > 0 && std::string_view(".?!").find(text[at - 1]) != std::string_view::npos;
}

std::set<std::uint32_t> our_ends(const std::string& text) {
    Block block;
    block.span = block.extent = {0, static_cast<std::uint32_t>(text.size())};
    std::set<std::uint32_t> ends;
    for (const Sentence& sentence : find_sentences(text, {block})) ends.insert(sentence.span.end);
    return ends;
}

std::set<std::uint32_t> icu_ends(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    UText* utext =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator->setText(utext, status);
    REQUIRE(U_SUCCESS(status));
    std::set<std::uint32_t> ends;
    for (int at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
        auto end = static_cast<std::uint32_t>(at);
        while (end > 0 && text[end - 1] == ' ') --end;
        ends.insert(end);
    }
    utext_close(utext);
    return ends;
}

/// F1 in percent of the ends that a splitter finds; ends where the gold one has no terminator are
/// neither asked for nor held against it.
template <typename Splitter>
double score(const std::vector<Joined>& documents, Splitter ends_of) {
    std::size_t right = 0, gold = 0, found = 0;
    for (const Joined& document : documents) {
        const std::set<std::uint32_t> ends = ends_of(document.text);
        for (const std::uint32_t end : document.ends) gold += judged(document.text, end);
        for (const std::uint32_t end : ends) {
            if (end == document.text.size()) continue;
            const bool is_gold = document.ends.contains(end);
            if (is_gold && !judged(document.text, end)) continue;
            ++found;
            right += is_gold;
        }
    }
    return 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
}

}  // namespace

TEST_CASE("sentence ends of the corpora are found better than by ICU alone") {
    struct Part {
        const char* path;
        double floor;
    };
    const std::string folder = std::string(PROJECT_DIR) + "/../shared/corpora/";
    for (const Part& part : {Part{"gum/train.iob2", 98.0}, Part{"gum/dev.iob2", 98.0},
                             Part{"gum/test.iob2", 98.0}, Part{"uner-ewt/dev.iob2", 95.0}}) {
        const std::vector<Joined> documents = read_corpus(folder + part.path);
        if (documents.empty()) {
            WARN("skipped: no " << part.path << " in ../shared/corpora beside the checkout");
            continue;
        }
        const double ours = score(documents, our_ends), icu = score(documents, icu_ends);
        std::printf("%-18s sentence ends F1 %.1f, ICU alone %.1f\n", part.path, ours, icu);
        CHECK(ours >= part.floor);
        CHECK(ours > icu);
    }
}
