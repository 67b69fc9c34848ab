// Keys for counting: words with the differences of case and of encoding taken away.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace analyze {

/// fold: NFC, full Unicode case folding (CaseFolding.txt C+F, no Turkic), NFC. keep: NFC only.
enum class Case { fold, keep };

/// Writes the key of `word` (valid UTF-8, less than 2 GiB) to `key`. Canonically equivalent words get
/// the same key, and under Case::fold so do words that differ in case; a key is its own key. ASCII
/// takes no detour through ICU. Throws Error{resource} when ICU's data is missing.
void fold(std::string_view word, Case mode, std::string& key);

}  // namespace analyze
