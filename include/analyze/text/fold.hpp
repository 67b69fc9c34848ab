// Keys for counting: words with the differences of case and of encoding taken away.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace analyze {

/// fold: NFC, full Unicode case folding (CaseFolding.txt C+F, no Turkic), NFC. keep: NFC only.
enum class Case { fold, keep };

/// Writes the key of `word` (valid UTF-8) to `key`. ASCII takes no detour through ICU.
void fold(std::string_view word, Case mode, std::string& key);

}  // namespace analyze
