// Counts the syllables of English words by rules over their letters.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/resources/resource.hpp"

namespace analyze {

/// A table of rules (data/syllables/en.txt says how they work and docs/accuracy.md how often they
/// are right). Immutable; share it between threads.
class SyllableRules {
public:
    /// Throws Error{resource} that names origin:line for a line that is no rule.
    explicit SyllableRules(const Resource& table);

    /// Syllables of a word in lower case (a key of Case::fold); at least 1, which is also what a
    /// number or a word of another script has. Accented Latin letters are vowels that are never
    /// silent; ë and ï begin a syllable of their own. Linear; `scratch` is memory to work in.
    [[nodiscard]] std::uint32_t count(std::string_view word, std::string& scratch) const;

private:
    struct Rule {
        std::string pattern;
        int change = 0;
    };
    std::array<std::vector<Rule>, 256> rules_;  ///< by each character that may begin the place
    std::unordered_map<std::string, std::uint32_t> words_;
};

}  // namespace analyze
