// Numbers distinct strings in the order in which they first come.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace analyze {

/// Owns a copy of each distinct string, and gives each the number of strings before it. Strings
/// never move, not even when the index does. Takes some 50 bytes and its length for each string.
class StringIndex {
public:
    /// The number of `key`, which is added if it is new. O(length). At most 2^32 - 1 strings.
    std::uint32_t find_or_add(std::string_view key);

    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    /// Valid as long as the index.
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return keys_[number]; }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  ///< one more than the string's, 0: free
    };
    void grow();
    std::string_view keep(std::string_view key);

    std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
    std::vector<std::string_view> keys_;
    std::vector<std::unique_ptr<char[]>> chunks_;  // the strings, one after another
    char* free_ = nullptr;                         // in the last chunk
    std::size_t room_ = 0;
};

}  // namespace analyze
