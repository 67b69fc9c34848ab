// Keeps the words of texts in their order, and finds the places of each word among all of them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_places.hpp"

#include <utility>

namespace analyze {

void WordPlaces::add(std::string_view piece) {
    reader_.read(piece, {}, [&](std::span<const std::uint32_t> types, auto) {
        open_.insert(open_.end(), types.begin(), types.end());
    });
}

void WordPlaces::end_document(std::uint64_t number) {
    open_.shrink_to_fit();
    texts_[number] = std::exchange(open_, {});
}

void WordPlaces::merge(WordPlaces& other) {
    std::vector<std::uint32_t> types(other.reader_.types());
    for (std::uint32_t type = 0; type < types.size(); ++type)
        types[type] = reader_.type_of(other.reader_.word(type));
    for (auto& [number, text] : other.texts_) {
        for (std::uint32_t& type : text) type = types[type];
        texts_[number] = std::move(text);
    }
    other.texts_.clear();
}

void WordPlaces::arrange() {
    // A counting sort: first how many there are of each type, then where those before it end.
    ends_.assign(reader_.types(), 0);
    sizes_.clear();
    for (const auto& [number, text] : texts_) {
        sizes_.push_back(text.size());
        for (const std::uint32_t type : text) ++ends_[type];
    }
    std::uint64_t sum = 0;
    for (std::uint64_t& end : ends_) end = std::exchange(sum, sum + end);
    places_.resize(sum);
    std::uint64_t place = 0;
    for (auto& [number, text] : texts_) {
        for (const std::uint32_t type : text) places_[ends_[type]++] = place++;
        text = {};
    }
    texts_.clear();
    numbers_.clear();
    for (std::uint32_t type = 0; type < reader_.types(); ++type)
        numbers_[reader_.word(type)] = type;
}

std::vector<std::uint64_t> WordPlaces::text_sizes() const {
    return sizes_;
}

Places WordPlaces::of(std::string_view key) const {
    const auto found = numbers_.find(key);
    if (found == numbers_.end()) return {};
    const std::uint64_t begin = found->second == 0 ? 0 : ends_[found->second - 1];
    return Places(places_).subspan(begin, ends_[found->second] - begin);
}

}  // namespace analyze
