// Divides runs of Chinese and Japanese into words, by ICU's dictionary and exactly as ICU does.
// SPDX-License-Identifier: Apache-2.0
#include "dictionary_words.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace analyze {
namespace {

constexpr std::uint32_t kNoWay = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kUnknownCost = 255;
constexpr std::size_t kLongestEntry = 20;
/// What a way through longer runs costs might not fit, which ICU pays no heed to.
constexpr std::size_t kMostUnits = std::size_t{1} << 23;
/// By the length of a run of Katakana. Longer ones cost what stands at 0, and of kLongestEntry
/// characters on they are no word.
constexpr std::array<std::uint32_t, 9> kKatakanaCosts{8192, 984, 408, 240, 204, 252, 300, 372, 480};

/// Whether the engine takes the character and NFKC leaves it as it is wherever it stands.
bool is_taken(UChar32 c) {
    constexpr UChar32 kProlonged = 0x30FC;  // of no script of its own
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
            c == kProlonged) &&
           u_getIntPropertyValue(c, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES &&
           u_getCombiningClass(c) == 0;
}

}  // namespace

void DictionaryWords::load(char16_t c, First& entry) {
    icu::UCharsTrie trie(static_cast<const char16_t*>(dictionary_.trie()));
    const UStringTrieResult result = trie.first(c);
    entry.cost =
        USTRINGTRIE_HAS_VALUE(result) ? static_cast<std::uint32_t>(trie.getValue()) : kUnknownCost;
    entry.more = USTRINGTRIE_HAS_NEXT(result);
    entry.state = trie.getState64();
    entry.taken = is_taken(c);
    entry.katakana = c >= 0x30A1 && c <= 0x30FE && c != 0x30FB;
    entry.known = true;
}

const DictionaryWords::First& DictionaryWords::first(char16_t c) {
    auto& block = first_[c >> 8];
    if (!block) block = std::make_unique<std::array<First, 256>>();
    First& entry = (*block)[c & 0xFF];
    if (!entry.known) load(c, entry);
    return entry;
}

void DictionaryWords::reach(std::size_t from, std::size_t length, std::uint32_t cost) {
    const std::uint32_t sum = best_[from] + cost;
    if (sum >= best_[from + length]) return;
    best_[from + length] = sum;
    length_[from + length] = static_cast<std::uint8_t>(length);
}

/// Reaches the ends of the words of two and more characters that begin at `at`; the trie is
/// scratch.
void DictionaryWords::reach_longer(icu::UCharsTrie& trie, std::u16string_view run, std::size_t at) {
    const std::uint32_t characters = static_cast<std::uint32_t>(run[at]) << 16 | run[at + 1];
    constexpr std::uint32_t kMixing = 0x9E3779B1;
    Pair& pair = pairs_[characters * kMixing >> (32 - std::bit_width(kPairs - 1))];
    if (pair.characters != characters) {
        const UStringTrieResult result =
            trie.resetToState64(first(run[at]).state).next(run[at + 1]);
        pair.characters = characters;
        pair.cost =
            USTRINGTRIE_HAS_VALUE(result) ? static_cast<std::uint32_t>(trie.getValue()) : kNoWay;
        pair.state = USTRINGTRIE_HAS_NEXT(result) ? trie.getState64() : 0;
    }
    if (pair.cost != kNoWay) reach(at, 2, pair.cost);
    if (pair.state == 0) return;
    trie.resetToState64(pair.state);
    const std::size_t longest = std::min(kLongestEntry, run.size() - at);
    for (std::size_t length = 3; length <= longest; ++length) {
        const UStringTrieResult result = trie.next(run[at + length - 1]);
        if (USTRINGTRIE_HAS_VALUE(result))
            reach(at, length, static_cast<std::uint32_t>(trie.getValue()));
        if (!USTRINGTRIE_HAS_NEXT(result)) break;
    }
}

bool DictionaryWords::divide(std::u16string_view run, std::vector<std::uint32_t>& places) {
    if (!dictionary_ || run.size() > kMostUnits) return false;
    for (const char16_t c : run)
        if (!first(c).taken) return false;

    const std::size_t size = run.size();
    best_.assign(size + 1, kNoWay);
    length_.resize(size + 1);
    best_[0] = 0;
    icu::UCharsTrie trie(static_cast<const char16_t*>(dictionary_.trie()));
    bool after_katakana = false;
    for (std::size_t at = 0; at < size; ++at) {
        const First& entry = first(run[at]);
        reach(at, 1, entry.cost);
        if (entry.more && at + 1 < size) reach_longer(trie, run, at);
        if (entry.katakana && !after_katakana) {
            std::size_t length = 1;
            while (length < kLongestEntry && at + length < size && first(run[at + length]).katakana)
                ++length;
            if (length < kLongestEntry)
                reach(at, length, kKatakanaCosts[length < kKatakanaCosts.size() ? length : 0]);
        }
        after_katakana = entry.katakana;
    }

    places.clear();
    for (std::size_t at = size; (at -= length_[at]) > 0;)
        places.push_back(static_cast<std::uint32_t>(at));
    std::reverse(places.begin(), places.end());
    return true;
}

}  // namespace analyze
