// The sections of two texts or folders side by side, by heading: how much of their words they share.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/section_pairs.hpp"

#include <algorithm>
#include <numeric>

#include "analyze/base/ascii.hpp"
#include "analyze/text/fold.hpp"
#include "analyze/text/numbering.hpp"

namespace analyze {
namespace {}  // namespace

std::string heading_key(std::string_view heading) {
    constexpr std::uint32_t kYears = 100;
    const Numbering number = read_numbering(heading);
    if (number.style != NumberStyle::none && (number.value < kYears || number.depth > 1)) {
        std::string_view rest = heading.substr(std::min<std::size_t>(number.size, heading.size()));
        while (!rest.empty() && ascii::is_white(rest.front())) rest.remove_prefix(1);
        if (!rest.empty()) heading = rest;
    }
    std::string line;
    for (const char c : heading)
        if (!ascii::is_white(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    if (line.ends_with(' ')) line.pop_back();
    std::string key;
    fold(line, Case::fold, key);
    return key;
}

double SectionPair::similarity() const {
    const std::uint64_t all = words[0] + words[1];
    return all == 0 ? 1 : 2 * static_cast<double>(shared) / static_cast<double>(all);
}

void SectionPairs::add(Side side, const SectionWords& text) {
    const auto here = static_cast<std::size_t>(side);
    std::vector<std::uint32_t> number_of(text.keys.size());
    for (std::uint32_t i = 0; i < number_of.size(); ++i)
        number_of[i] = words_.find_or_add(text.keys[i]);
    for (std::uint32_t place = 0; place < text.sections.size(); ++place) {
        const SectionWords::Section& section = text.sections[place];
        const std::uint32_t number = keys_.find_or_add(heading_key(section.heading));
        if (number == entries_.size())
            entries_.push_back({.heading = section.heading, .place = place});
        Entry& entry = entries_[number];
        entry.heading = std::min(entry.heading, section.heading);
        entry.place = std::min(entry.place, place);
        ++entry.sections[here];
        entry.words[here] += section.words.size();
        for (const std::uint32_t word : section.words) ++entry.counts[number_of[word]][here];
    }
}

std::vector<SectionPair> SectionPairs::pairs() const {
    std::vector<std::uint32_t> order(entries_.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return entries_[a].place != entries_[b].place ? entries_[a].place < entries_[b].place
                                                      : keys_[a] < keys_[b];
    });
    std::vector<SectionPair> pairs;
    pairs.reserve(order.size());
    for (const std::uint32_t number : order) {
        const Entry& entry = entries_[number];
        SectionPair& pair = pairs.emplace_back();
        pair.heading = entry.heading;
        pair.sections = entry.sections;
        pair.words = entry.words;
        for (const auto& [word, counts] : entry.counts)
            pair.shared += std::min(counts[0], counts[1]);
    }
    return pairs;
}

}  // namespace analyze
