// The model file of the name tagger: its layout, checked once and then used in place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "analyze/analysis/entities_decode.hpp"

namespace analyze {

/// Mixes a 64-bit value well; the only hash step of the model.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0xd6e8feb86659fd93U;
    value ^= value >> 32;
    value *= 0xd6e8feb86659fd93U;
    value ^= value >> 32;
    return value;
}
[[nodiscard]] constexpr std::uint64_t combine(std::uint64_t left, std::uint64_t right) {
    return mix64(left * 0x9e3779b97f4a7c15U + right);
}
/// Hash of a string, the same on every machine.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

/// A read-only table from 64-bit keys to 32-bit values: slots of a 32-bit fingerprint and a value,
/// linear probing, an empty slot has value kAbsent. A key that is not in it is found by mistake
/// once in about four thousand million look-ups.
class HashView {
public:
    static constexpr std::uint32_t kAbsent = 0xffffffffU;
    struct Slot {
        std::uint32_t fingerprint, value;
    };
    HashView() = default;
    HashView(const Slot* slots, std::uint32_t size) : slots_(slots), size_(size) {}

    [[nodiscard]] static std::uint32_t home(std::uint64_t key, std::uint32_t size) {
        return static_cast<std::uint32_t>(((key & 0xffffffffU) * size) >> 32);
    }
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        if (size_ == 0) return kAbsent;
        const auto fingerprint = static_cast<std::uint32_t>(key >> 32);
        std::uint32_t at = home(key, size_);
        for (std::uint32_t probe = 0; probe < kMaxProbes; ++probe) {
            const Slot& slot = slots_[at];
            if (slot.value == kAbsent) return kAbsent;
            if (slot.fingerprint == fingerprint) return slot.value;
            if (++at == size_) at = 0;
        }
        return kAbsent;
    }
    void prefetch(std::uint64_t key) const { __builtin_prefetch(slots_ + home(key, size_)); }
    [[nodiscard]] std::uint32_t size() const { return size_; }
    /// A writer that needs more probes makes the table larger; a hostile file costs no more either.
    static constexpr std::uint32_t kMaxProbes = 64;

private:
    const Slot* slots_ = nullptr;
    std::uint32_t size_ = 0;
};

/// Sections of the file, in this order; each begins at a multiple of 64 bytes.
enum class ModelSection : std::uint32_t {
    features,     ///< HashView: feature key → row
    rows,         ///< an int8 weight for each tag, kRowSize a row; kRowTail zeros behind the last
    transitions,  ///< floats, see entities_decode.hpp
    clusters,     ///< HashView: exact word → fine cluster | coarse cluster << 16
    facts,        ///< HashView: folded word → Fact bits
    phrases,      ///< HashView: folded phrase → Phrase bits
    context_features,  ///< HashView of the second pass
    context_rows,
    calibration,  ///< two floats, see ModelView::slope; empty: 1 and 0
    count
};

inline constexpr std::uint32_t kModelVersion = 4;
inline constexpr std::size_t kRowSize = kTags;
/// A row may be read as kStride weights: those behind its own mean nothing.
inline constexpr std::size_t kRowTail = kStride - kRowSize;
inline constexpr std::array<char, 8> kModelMagic{'a', 'n', 'l', 'z', 'n', 'e', 'r', '\n'};

/// The head of the file; all numbers little-endian.
struct ModelHeader {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t sections;  ///< ModelSection::count
    std::uint64_t checksum;  ///< checksum_of everything behind the header
    float scale;             ///< score of a weight of 1
    float context_scale;
    struct Extent {
        std::uint64_t offset, size;  ///< bytes from the beginning of the file
    };
    std::array<Extent, static_cast<std::size_t>(ModelSection::count)> extents;
};

[[nodiscard]] std::uint64_t checksum_of(std::string_view bytes);

/// The parts of a model in memory. Row numbers come from the file: ask row() for them.
struct ModelView {
    /// Checks size, magic, version, checksum and extents. Throws Error{resource} that names
    /// `origin`. No byte of a file that passes can make a look-up read outside it.
    /// Reading all bytes for their sum is most of the cost (a millisecond and a page fault for each
    /// 64 KB): `trusted` leaves it out, for the model in the binary, which a unit test sums instead.
    static ModelView open(std::string_view bytes, std::string_view origin, bool trusted = false);

    HashView features, clusters, facts, phrases, context_features;
    float scale = 0, context_scale = 0;
    std::string_view transitions;
    /// What makes the probability of a name the share of such names that are right: its log-odds times
    /// `slope`, plus `offset`.
    float slope = 1, offset = 0;

    /// The weights of a row, or null for a number that is no row.
    [[nodiscard]] const std::int8_t* row(std::uint32_t number) const {
        return number < rows_ ? rows_at_ + std::size_t{number} * kRowSize : nullptr;
    }
    [[nodiscard]] const std::int8_t* context_row(std::uint32_t number) const {
        return number < context_rows_ ? context_rows_at_ + std::size_t{number} * kRowSize : nullptr;
    }

private:
    const std::int8_t* rows_at_ = nullptr;
    const std::int8_t* context_rows_at_ = nullptr;
    std::uint32_t rows_ = 0, context_rows_ = 0;
};

}  // namespace analyze
