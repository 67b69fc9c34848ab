// Finds the key phrases of one document, by what is frequent in it and rare in general texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/key_phrases.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <unordered_set>

#include "analyze/analysis/text_figures.hpp"
#include "analyze/base/ascii.hpp"
#include "analyze/base/string_index.hpp"
#include "analyze/text/characters.hpp"

namespace analyze {
namespace {

/// A word type of the document.
struct Type {
    bool may_stand_outside = false;  ///< at the beginning or the end of a phrase
    double share = 0;                ///< in general text
    std::uint32_t stem = 0;
};

/// A word in its place.
struct Place {
    Span span;
    std::uint32_t type = 0;
    bool joined = false;  ///< with the word before it, as part of one phrase may be
};

struct Candidate {
    std::uint32_t words = 0;
    std::vector<std::uint32_t> places = {};  ///< numbers of its first words
    double expected = 0, score = 0;
};

bool is_looked_at(BlockKind kind) {
    return is_running_text(kind) || kind == BlockKind::title || kind == BlockKind::heading ||
           kind == BlockKind::caption;
}

/// Whether what stands between two words leaves them in one phrase: blanks, or one hyphen.
bool joins(std::string_view between) {
    if (between == "-" || between == "\u2010" || between == "\u2011") return true;
    return !between.empty() && between.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

bool has_letter(std::string_view key) {
    return std::any_of(key.begin(), key.end(), [](char c) {
        return ascii::is_letter(c) || static_cast<signed char>(c) < 0;
    });
}

std::string one_blank(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = ascii::is_white(c);
        if (!blank)
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    }
    return out;
}

class Finder {
public:
    Finder(const Document& document, const WordDefinition& definition, const KeyPhraseRules& rules,
           const StopWords& stop_words, const BackgroundWords& background)
        : document_(document),
          definition_(definition),
          forms_(forms_of(definition)),
          stems_(forms_of({.forms = forms_number({.stem = "english"})})),
          rules_(rules),
          stop_words_(stop_words),
          background_(background) {}

    KeyPhrases find() {
        read();
        collect();
        KeyPhrases result;
        result.words = places_.size();
        std::vector<Candidate*> ranked = rank();
        std::vector<bool> covered(places_.size());
        std::unordered_set<std::string> stems_taken;
        for (const Candidate* candidate : ranked) {
            std::uint64_t overlapping = 0;
            for (const std::uint32_t place : candidate->places) {
                bool any = false;
                for (std::uint32_t i = 0; i < candidate->words; ++i)
                    any = any || covered[place + i];
                overlapping += any ? 1 : 0;
            }
            if (overlapping * 2 > candidate->places.size()) continue;
            if (!stems_taken.insert(stems_of(*candidate)).second) continue;
            for (const std::uint32_t place : candidate->places)
                for (std::uint32_t i = 0; i < candidate->words; ++i) covered[place + i] = true;
            result.phrases.push_back(describe(*candidate));
        }
        return result;
    }

private:
    std::uint32_t type_of(std::string_view word) {
        const std::uint32_t form = raw_.find_or_add(word);
        if (form < raw_types_.size()) return raw_types_[form];
        word_key(word, definition_.letter_case, forms_, key_);
        const std::uint32_t type = keys_.find_or_add(key_);
        raw_types_.push_back(type);
        if (type == types_.size()) {
            std::string folded;
            fold(key_, Case::fold, folded);
            Type found;
            found.may_stand_outside = has_letter(key_) && letters_and_digits(key_) > 1 &&
                                      !stop_words_.has(key_, scratch_);
            found.share = background_.share(folded);
            stems_->apply(folded);
            found.stem = stem_keys_.find_or_add(folded);
            types_.push_back(found);
        }
        return type;
    }

    void read() {
        WordReader reader(definition_);
        std::vector<Span> spans;
        const Token* const tokens = document_.tokens().data();
        for (const Sentence& sentence : document_.sentences()) {
            if (!is_looked_at(document_.blocks()[sentence.block].kind)) continue;
            reader.read(document_.text(), tokens + sentence.first_token,
                        tokens + sentence.end_token, spans);
            for (std::size_t i = 0; i < spans.size(); ++i) {
                const bool joined =
                    i > 0 && joins(document_.text(Span{spans[i - 1].end, spans[i].begin}));
                places_.push_back({spans[i], type_of(document_.text(spans[i])), joined});
            }
        }
    }

    void collect() {
        std::string sequence;
        for (std::uint32_t begin = 0; begin < places_.size(); ++begin) {
            if (!types_[places_[begin].type].may_stand_outside) continue;
            sequence.clear();
            for (std::uint32_t n = 1; n <= rules_.most_words && begin + n <= places_.size(); ++n) {
                const Place& last = places_[begin + n - 1];
                if (n > 1 && !last.joined) break;
                char bytes[sizeof last.type];
                std::memcpy(bytes, &last.type, sizeof bytes);
                sequence.append(bytes, sizeof bytes);
                if (!types_[last.type].may_stand_outside) continue;
                const std::uint32_t number = sequences_.find_or_add(sequence);
                if (number == candidates_.size()) candidates_.push_back({.words = n});
                Candidate& candidate = candidates_[number];
                // occurrences of one phrase do not overlap each other ("ha ha ha")
                if (candidate.places.empty() || candidate.places.back() + n <= begin)
                    candidate.places.push_back(begin);
            }
        }
    }

    std::vector<Candidate*> rank() {
        std::vector<Candidate*> ranked;
        for (Candidate& candidate : candidates_) {
            if (candidate.places.size() < rules_.min_count) continue;
            const auto count = static_cast<double>(candidate.places.size());
            // the logarithm of a share, so that no product of many words vanishes
            double expected = std::log2(static_cast<double>(places_.size()));
            for (std::uint32_t i = 0; i < candidate.words; ++i)
                expected += std::log2(types_[places_[candidate.places.front() + i].type].share);
            candidate.score = count * (std::log2(count) - expected);
            candidate.expected = std::exp2(expected);
            if (candidate.score > 0) ranked.push_back(&candidate);
        }
        std::sort(ranked.begin(), ranked.end(), [](const Candidate* a, const Candidate* b) {
            if (a->score != b->score) return a->score > b->score;
            return a->places.front() != b->places.front() ? a->places.front() < b->places.front()
                                                          : a->words < b->words;
        });
        return ranked;
    }

    std::string stems_of(const Candidate& candidate) const {
        std::string stems;
        for (std::uint32_t i = 0; i < candidate.words; ++i)
            stems.append(stem_keys_[types_[places_[candidate.places.front() + i].type].stem])
                .append(1, ' ');
        return stems;
    }

    KeyPhrase describe(const Candidate& candidate) const {
        KeyPhrase phrase;
        std::map<std::string, std::uint64_t> written;
        std::uint64_t most = 0;
        for (const std::uint32_t place : candidate.places) {
            const Span span{places_[place].span.begin,
                            places_[place + candidate.words - 1].span.end};
            most = std::max(most, ++written[one_blank(document_.text(span))]);
        }
        for (const std::uint32_t place : candidate.places) {
            const Span span{places_[place].span.begin,
                            places_[place + candidate.words - 1].span.end};
            std::string text = one_blank(document_.text(span));
            if (written[text] < most) continue;
            phrase.phrase = std::move(text);
            break;
        }
        for (std::uint32_t i = 0; i < candidate.words; ++i)
            phrase.key.append(i == 0 ? "" : " ")
                .append(keys_[places_[candidate.places.front() + i].type]);
        phrase.words = candidate.words;
        phrase.count = candidate.places.size();
        phrase.expected = candidate.expected;
        phrase.score = candidate.score;
        const std::uint32_t first = candidate.places.front();
        phrase.first = {places_[first].span.begin, places_[first + candidate.words - 1].span.end};
        return phrase;
    }

    const Document& document_;
    const WordDefinition& definition_;
    const WordForms *forms_, *stems_;
    const KeyPhraseRules& rules_;
    const StopWords& stop_words_;
    const BackgroundWords& background_;
    StringIndex raw_, keys_, stem_keys_, sequences_;
    std::vector<std::uint32_t> raw_types_;
    std::vector<Type> types_;
    std::vector<Place> places_;
    std::vector<Candidate> candidates_;
    std::string key_, scratch_;
};

}  // namespace

KeyPhrases find_key_phrases(const Document& document, const WordDefinition& definition,
                            const KeyPhraseRules& rules, const StopWords& stop_words,
                            const BackgroundWords& background) {
    return Finder(document, definition, rules, stop_words, background).find();
}

}  // namespace analyze
