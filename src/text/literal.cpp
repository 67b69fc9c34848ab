// Finds a word's key in text at memory's speed, in either case, and what else folds into it.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/literal.hpp"

#include <algorithm>
#include <utility>

#include "analyze/base/ascii.hpp"

#include "literal_forms.hpp"
#include "literal_kernel.hpp"

namespace analyze {
namespace {

constexpr unsigned char kCaseBit = 0x20;
constexpr std::size_t kNowhere = std::string_view::npos;

/// How rare a byte is in English text: letters by their frequency, digits and signs beyond them.
unsigned rarity_of(char c) {
    constexpr std::string_view kByFrequency = "etaoinshrdlucmfwypvbgkxjqz";
    const char lowered = ascii::lower(c);
    const std::size_t at = kByFrequency.find(lowered);
    return at == std::string_view::npos ? 20U : static_cast<unsigned>(at);
}

constexpr std::array<FoldsToAscii, 11> kForeign{{{"\u212A", "k", true},
                                                 {"\u017F", "s", false},
                                                 {"\u00DF", "ss", false},
                                                 {"\u1E9E", "ss", false},
                                                 {"\uFB00", "ff", false},
                                                 {"\uFB01", "fi", false},
                                                 {"\uFB02", "fl", false},
                                                 {"\uFB03", "ffi", false},
                                                 {"\uFB04", "ffl", false},
                                                 {"\uFB05", "st", false},
                                                 {"\uFB06", "st", false}}};

using literal::FindPair;

FindPair code_of(Kernel kernel) {
#if defined(__x86_64__)
    if (kernel == Kernel::avx2 || kernel == Kernel::avx512) return literal::find_pair_avx2;
#endif
    (void)kernel;
    return literal::find_pair_portable;
}

}  // namespace

/// The inner loop has no branch, so that compilers make vectors of it.
std::size_t literal::find_pair_portable(const char* text, std::size_t from, std::size_t end,
                                        const literal::Pair& pair) {
    constexpr std::size_t kBlock = 64;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text);
    const auto matches = [&, pair](std::size_t at) {
        return static_cast<unsigned char>(
            static_cast<unsigned char>((bytes[at + pair.first] | pair.mask) == pair.first_byte) &
            static_cast<unsigned char>((bytes[at + pair.second] | pair.mask) == pair.second_byte));
    };
    while (from < end) {
        const std::size_t stop = std::min(from + kBlock, end);
        if (stop - from == kBlock) {
            unsigned char any = 0;
            for (std::size_t i = 0; i < kBlock; ++i) any |= matches(from + i);
            if (any == 0) {
                from = stop;
                continue;
            }
        }
        for (; from < stop; ++from)
            if (matches(from) != 0) return from;
    }
    return end;
}

const std::array<FoldsToAscii, 11>& characters_that_fold_to_ascii() {
    return kForeign;
}

Literal::Literal(std::string key, Case letter_case, Kernel kernel)
    : key_(std::move(key)), case_(letter_case), find_pair_(code_of(kernel)) {
    const bool ascii = std::all_of(key_.begin(), key_.end(),
                                   [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii)
        prepare_ascii();
    else
        prepare_others();
}

void Literal::prepare_ascii() {
    const unsigned char mask = case_ == Case::fold ? kCaseBit : 0;
    std::size_t first = 0, second = key_.size() - 1;
    for (std::size_t i = 0; i < key_.size(); ++i)
        if (rarity_of(key_[i]) > rarity_of(key_[first])) first = i;
    if (second == first) second = 0;
    for (std::size_t i = 0; i < key_.size(); ++i)
        if (i != first && rarity_of(key_[i]) > rarity_of(key_[second])) second = i;
    rarity_ = rarity_of(key_[first]) + (second == first ? 0 : rarity_of(key_[second]));
    const auto masked = [&](std::size_t at) {
        return static_cast<unsigned char>(static_cast<unsigned char>(key_[at]) | mask);
    };
    plain_ = {key_.size(), {first, second, masked(first), masked(second), mask}};

    for (const FoldsToAscii& foreign : kForeign) {
        std::string folded(foreign.key);
        if (case_ == Case::keep)
            for (char& c : folded) c = static_cast<char>(c - 32);  // the Kelvin sign is K
        if ((case_ == Case::fold || foreign.under_keep) && key_.find(folded) != std::string::npos)
            add_foreign(foreign.character);
    }
}

/// Looks at the last bytes of two characters: those of the forms of a letter mostly differ in one
/// bit, that of 1 or of 32.
void Literal::prepare_others() {
    literal::Forms forms = literal::forms_of(key_, case_);
    const unsigned char mask = case_ == Case::fold ? kCaseBit | 1U : 0;
    const auto last_byte = [mask](const std::string& form) {
        return static_cast<unsigned char>(static_cast<unsigned char>(form.back()) | mask);
    };
    std::size_t end = 0, fit = 0;
    literal::Pair pair{0, 0, 0, 0, mask};
    for (const std::vector<std::string>& character : forms.characters) {
        end += character[0].size();
        const unsigned char byte = last_byte(character[0]);
        const bool same =
            std::all_of(character.begin(), character.end(),
                        [&](const std::string& form) { return last_byte(form) == byte; });
        if (!same) continue;
        if (fit++ == 0) pair.first = end - 1, pair.first_byte = byte;
        pair.second = end - 1;
        pair.second_byte = byte;
    }
    usable_ = forms.complete && fit > 0;
    if (!usable_) return;
    constexpr unsigned kSomewhatRare = 15;
    rarity_ = kSomewhatRare;
    plain_ = {key_.size(), pair};
    for (const std::string& character : forms.foreign) add_foreign(character);
    characters_ = std::move(forms.characters);
}

/// Two bytes are what is probed; characters that share them are one probe.
void Literal::add_foreign(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]),
               second = static_cast<unsigned char>(character[character.size() == 1 ? 0 : 1]);
    const std::size_t size = std::min<std::size_t>(character.size(), 2);
    const auto same = [&](const Probe& other) {
        return other.pair.first_byte == first && other.pair.second_byte == second;
    };
    if (std::none_of(foreign_.begin(), foreign_.end(), same))
        foreign_.push_back({size, {0, size - 1, first, second, 0}});
}

bool Literal::stands_at(const char* text) const {
    if (characters_.empty()) {
        const bool fold_case = case_ == Case::fold;
        return std::equal(key_.begin(), key_.end(), text, [fold_case](char wanted, char c) {
            return wanted == (fold_case ? ascii::lower(c) : c);
        });
    }
    for (const std::vector<std::string>& character : characters_) {
        const std::string_view here(text, character[0].size());
        if (std::find(character.begin(), character.end(), here) == character.end()) return false;
        text += here.size();
    }
    return true;
}

LiteralSearch::LiteralSearch(const Literal& literal, std::string_view text)
    : literal_(&literal), text_(text), foreign_(literal.foreign_.size(), kUnknown) {}

/// Where the bytes of a probe stand next.
std::size_t LiteralSearch::probe(const Literal::Probe& probe, std::size_t from) const {
    if (text_.size() < probe.size || from > text_.size() - probe.size) return kNowhere;
    const std::size_t end = text_.size() - probe.size + 1;
    const std::size_t at = literal_->find_pair_(text_.data(), from, end, probe.pair);
    return at == end ? kNowhere : at;
}

std::size_t LiteralSearch::next_plain(std::size_t from) const {
    for (;; ++from) {
        from = probe(literal_->plain_, from);
        if (from == kNowhere || literal_->stands_at(text_.data() + from)) return from;
    }
}

LiteralPlace LiteralSearch::next(std::size_t from) {
    const auto known = [from](std::size_t place) { return place != kUnknown && place >= from; };
    if (!known(plain_)) plain_ = next_plain(from);
    LiteralPlace place{plain_, true};
    for (std::size_t i = 0; i < foreign_.size(); ++i) {
        if (!known(foreign_[i])) foreign_[i] = probe(literal_->foreign_[i], from);
        if (foreign_[i] < place.begin) place = {foreign_[i], false};
    }
    return place;
}

}  // namespace analyze
