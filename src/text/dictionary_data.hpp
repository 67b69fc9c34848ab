// Opens the dictionaries that ICU divides words with, where ICU has them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

struct UDataMemory;

namespace analyze {

/// What a dictionary's tries are made of; none of our business beyond that.
enum class DictionaryKind : std::int32_t { bytes = 0, units_with_costs = 9 };

/// One of ICU's dictionaries, read in place. To be asked before use: there is none if the data of
/// the ICU in use lack it, if it is of another kind, or if that ICU is not of version 72, whose ways
/// with its dictionaries are those known here.
class DictionaryData {
public:
    /// `name` as in ICU's data: "cjdict", "thaidict", ….
    DictionaryData(const char* name, DictionaryKind kind);

    explicit operator bool() const { return data_ != nullptr; }
    /// Where the trie begins, for icu::UCharsTrie or icu::BytesTrie.
    [[nodiscard]] const void* trie() const { return trie_; }
    /// The character that byte 0 of a trie of bytes stands for.
    [[nodiscard]] std::int32_t offset() const { return offset_; }

private:
    struct Close {
        void operator()(UDataMemory* data) const;
    };
    std::unique_ptr<UDataMemory, Close> data_;
    const void* trie_ = nullptr;
    std::int32_t offset_ = 0;
};

}  // namespace analyze
