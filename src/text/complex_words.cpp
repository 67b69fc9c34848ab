// Divides runs of Thai, Lao, Khmer and Burmese into words, by ICU's dictionaries and as ICU does.
// SPDX-License-Identifier: Apache-2.0
#include "complex_words.hpp"

#include <unicode/bytestrie.h>
#include <unicode/uchar.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>

#include "dictionary_data.hpp"

namespace analyze {
namespace {

struct Range {
    char16_t first, last;
};

/// What ICU knows of a script beside its dictionary. An unused range is one of U+0000.
struct ComplexScript {
    UScriptCode script;
    const char* dictionary;
    std::array<Range, 3> begin_words;   ///< where a word may begin after what is none
    std::array<Range, 2> end_no_words;  ///< what such a word may not follow
    std::size_t longest_whole;          ///< runs up to this length are not divided
};

constexpr std::array<ComplexScript, 4> kScripts{{
    {USCRIPT_THAI,
     "thaidict",
     {{{0x0E01, 0x0E2E}, {0x0E40, 0x0E44}, {}}},
     {{{0x0E31, 0x0E31}, {0x0E40, 0x0E44}}},
     4},
    {USCRIPT_LAO,
     "laodict",
     {{{0x0E81, 0x0EAE}, {0x0EDC, 0x0EDD}, {0x0EC0, 0x0EC4}}},
     {{{0x0EC0, 0x0EC4}, {}}},
     3},
    {USCRIPT_KHMER, "khmerdict", {{{0x1780, 0x17B3}, {}, {}}}, {{{0x17D2, 0x17D2}, {}}}, 3},
    {USCRIPT_MYANMAR, "burmesedict", {{{0x1000, 0x102A}, {}, {}}}, {{{}, {}}}, 3},
}};

template <std::size_t N>
bool in_any(const std::array<Range, N>& ranges, UChar32 c) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](Range range) { return c >= range.first && c <= range.last; });
}

/// Whether ICU has a trained model for the script, which it then prefers to the dictionary.
bool has_model(UScriptCode script) {
    constexpr const char* kTree = U_ICUDATA_NAME "-brkitr";
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUResourceBundlePointer root(ures_open(kTree, "", &status));
    const icu::LocalUResourceBundlePointer models(
        ures_getByKey(root.getAlias(), "lstm", nullptr, &status));
    std::int32_t size = 0;
    const char16_t* file =
        ures_getStringByKey(models.getAlias(), uscript_getShortName(script), &size, &status);
    if (U_FAILURE(status)) return false;
    std::string name(file, file + size);
    name.resize(std::min(name.rfind('.'), name.size()));
    const icu::LocalUResourceBundlePointer model(ures_openDirect(kTree, name.c_str(), &status));
    return U_SUCCESS(status);
}

/// Thai signs that go to the word before them: one for what is left out, one to repeat the word.
constexpr char16_t kLeftOut = 0x0E2F, kRepeat = 0x0E46;

}  // namespace

/// One script: what ICU knows of it, and the run being divided.
class ComplexEngine {
public:
    explicit ComplexEngine(const ComplexScript& script);
    bool divide(std::u16string_view run, std::vector<std::uint32_t>& places);

private:
    static constexpr std::size_t kCharacters = 0xA0, kMostWords = 20, kShort = 3;
    enum Trait : std::uint8_t { kTaken = 1, kBegins = 2, kEnds = 4, kMark = 8 };

    /// The words that begin at a place (of more than kMostWords the shorter), the one looked at and
    /// the one preferred so far.
    struct Words {
        std::size_t at = ~std::size_t{0}, count = 0, current = 0, preferred = 0;
        bool shares_much = false;  ///< whether three characters begin some word, or nearly
        std::array<std::uint8_t, kMostWords> lengths;

        void add(std::size_t length) {
            if (count < kMostWords) lengths[count++] = static_cast<std::uint8_t>(length);
        }
        [[nodiscard]] std::size_t end() const { return at + lengths[current]; }
    };
    /// What the first two characters of a word lead to.
    struct Pair {
        std::uint64_t state = 0;  ///< of icu::BytesTrie, if `more`
        bool known = false;
        bool first = false, both = false;  ///< whether they are words
        bool more = false;                 ///< whether longer words begin with them
    };

    const Pair& pair(std::size_t at);
    bool find(Words& words, std::size_t at);
    std::size_t choose(Words& words, Words& second, Words& third);
    std::size_t skip(std::size_t at, Words& next);
    [[nodiscard]] std::size_t suffix_end(std::size_t at) const;
    [[nodiscard]] bool is(std::size_t at, Trait trait) const {
        return (traits_[run_[at]] & trait) != 0;
    }

    const ComplexScript& script_;
    DictionaryData dictionary_;
    icu::BytesTrie trie_;
    std::array<std::uint8_t, 256> traits_{};
    std::vector<Pair> pairs_;
    std::vector<std::uint8_t> run_;  // as the dictionary spells it
};

ComplexEngine::ComplexEngine(const ComplexScript& script)
    : script_(script),
      dictionary_(script.dictionary, DictionaryKind::bytes),
      trie_(dictionary_.trie()) {
    if (!dictionary_ || has_model(script.script)) return;
    pairs_.resize(kCharacters * kCharacters);
    for (std::size_t byte = 0; byte < kCharacters; ++byte) {
        const UChar32 c = dictionary_.offset() + static_cast<UChar32>(byte);
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(c, &status) != script.script ||
            u_getIntPropertyValue(c, UCHAR_LINE_BREAK) != U_LB_COMPLEX_CONTEXT)
            continue;
        unsigned traits = kTaken;
        if (in_any(script.begin_words, c)) traits |= kBegins;
        if (!in_any(script.end_no_words, c)) traits |= kEnds;
        if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) traits |= kMark;
        traits_[byte] = static_cast<std::uint8_t>(traits);
    }
}

/// What the characters at `at` and behind it lead to.
const ComplexEngine::Pair& ComplexEngine::pair(std::size_t at) {
    Pair& pair = pairs_[run_[at] * kCharacters + run_[at + 1]];
    if (pair.known) return pair;
    pair.known = true;
    UStringTrieResult result = trie_.first(run_[at]);
    pair.first = USTRINGTRIE_HAS_VALUE(result);
    if (!USTRINGTRIE_HAS_NEXT(result)) return pair;
    result = trie_.next(run_[at + 1]);
    pair.both = USTRINGTRIE_HAS_VALUE(result);
    pair.more = USTRINGTRIE_HAS_NEXT(result);
    pair.state = trie_.getState64();
    return pair;
}

/// Finds the words that begin at `at`, unless they are known, and looks at the longest; whether
/// there is any.
bool ComplexEngine::find(Words& words, std::size_t at) {
    if (words.at != at) {
        words.at = at;
        words.count = 0;
        words.shares_much = false;
        const std::size_t size = run_.size() - at;
        if (size == 1) {
            if (USTRINGTRIE_HAS_VALUE(trie_.first(run_[at]))) words.add(1);
        } else {
            const Pair& begun = pair(at);
            if (begun.first) words.add(1);
            if (begun.both) words.add(2);
            if (begun.more && size > 2) {
                words.shares_much = true;
                trie_.resetToState64(begun.state);
                for (std::size_t length = 3; length <= size; ++length) {
                    const UStringTrieResult result = trie_.next(run_[at + length - 1]);
                    if (USTRINGTRIE_HAS_VALUE(result)) words.add(length);
                    if (!USTRINGTRIE_HAS_NEXT(result)) break;
                }
            }
        }
    }
    words.current = words.preferred = words.count == 0 ? 0 : words.count - 1;
    return words.count != 0;
}

/// The length of the longest of several words that two more follow, else one; else of the longest.
std::size_t ComplexEngine::choose(Words& words, Words& second, Words& third) {
    const std::size_t size = run_.size();
    for (; words.end() < size; --words.current) {
        if (find(second, words.end())) {
            words.preferred = words.current;
            for (bool more = true; more;) {
                if (second.end() >= size || find(third, second.end()))
                    return words.lengths[words.preferred];
                more = second.current > 0;
                if (more) --second.current;
            }
        }
        if (words.current == 0) break;
    }
    return words.lengths[words.preferred];
}

/// The end of what begins no word at `at`: where a word begins, or the end of the run.
std::size_t ComplexEngine::skip(std::size_t at, Words& next) {
    while (++at < run_.size())
        if (is(at - 1, kEnds) && is(at, kBegins) && find(next, at)) break;
    return at;
}

/// Where the signs end that go to the Thai word before `at`.
std::size_t ComplexEngine::suffix_end(std::size_t at) const {
    const auto sign = [&](std::size_t i) {
        return i < run_.size() ? dictionary_.offset() + run_[i] : 0;
    };
    if (sign(at) == kLeftOut && sign(at - 1) != kLeftOut && sign(at - 1) != kRepeat) ++at;
    if (sign(at) == kRepeat && sign(at - 1) != kRepeat) ++at;
    return at;
}

bool ComplexEngine::divide(std::u16string_view run, std::vector<std::uint32_t>& places) {
    if (pairs_.empty()) return false;
    run_.clear();
    for (const char16_t c : run) {
        const std::int32_t byte = c - dictionary_.offset();
        if (byte < 0 || byte >= static_cast<std::int32_t>(kCharacters)) return false;
        run_.push_back(static_cast<std::uint8_t>(byte));
        if (!is(run_.size() - 1, kTaken)) return false;
    }
    places.clear();
    if (run_.size() <= script_.longest_whole) return true;

    std::array<Words, 3> ahead;  // this word's and the next two words' candidates, in turns
    std::size_t found = 0;
    for (std::size_t at = 0, size = run_.size(); at < size;) {
        Words& words = ahead[found % 3];
        std::size_t length = 0;
        if (find(words, at)) {
            length = words.count == 1
                         ? words.lengths[0]
                         : choose(words, ahead[(found + 1) % 3], ahead[(found + 2) % 3]);
            ++found;
        }
        std::size_t end = at + length;
        if (end < size && length < kShort) {
            Words& next = ahead[found % 3];
            if (!find(next, end) && (length == 0 || !next.shares_much)) {
                end = skip(end, ahead[(found + 1) % 3]);
                if (length == 0) ++found;
            }
        }
        while (end < size && is(end, kMark)) ++end;
        if (script_.script == USCRIPT_THAI && end < size && !find(ahead[found % 3], end))
            end = suffix_end(end);
        if (end < size) places.push_back(static_cast<std::uint32_t>(end));
        at = end;
    }
    return true;
}

ComplexWords::ComplexWords() = default;
ComplexWords::~ComplexWords() = default;
ComplexWords::ComplexWords(ComplexWords&&) noexcept = default;
ComplexWords& ComplexWords::operator=(ComplexWords&&) noexcept = default;

bool ComplexWords::divide(std::u16string_view run, std::vector<std::uint32_t>& places) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(run.front(), &status);
    for (std::size_t i = 0; i < kScripts.size(); ++i) {
        if (kScripts[i].script != script) continue;
        if (!engines_[i]) engines_[i] = std::make_unique<ComplexEngine>(kScripts[i]);
        return engines_[i]->divide(run, places);
    }
    return false;
}

}  // namespace analyze
