// Tests of every tally kernel against a slow reference: keys, hashes, long words, counts.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <memory>
#include <random>

#include "../../src/analysis/tally_kernel.hpp"
#include "analyze/text/scan.hpp"

using namespace analyze;
using namespace analyze::tally;

namespace {

std::vector<std::pair<std::string_view, const TallyKernel*>> kernels() {
    std::vector<std::pair<std::string_view, const TallyKernel*>> usable{
        {"portable", &kPortableTally}};
    for (const Kernel kernel : usable_kernels()) {
#if defined(__x86_64__)
        if (kernel == Kernel::avx2) usable.emplace_back("avx2", &kAvx2Tally);
        if (kernel == Kernel::avx512) usable.emplace_back("avx512", &kAvx512Tally);
#elif defined(__aarch64__)
        if (kernel == Kernel::neon) usable.emplace_back("neon", &kNeonTally);
#else
        (void)kernel;
#endif
    }
    return usable;
}

/// Words of 1 to 40 bytes without zeros, one behind the other, then readable bytes.
struct Text {
    std::string bytes;
    std::vector<std::uint16_t> edges;
    Text(std::mt19937& random, std::size_t words) {
        for (std::size_t i = 0; i < words; ++i) {
            const std::size_t size = 1 + random() % (i % 3 == 0 ? 40 : 17);
            edges.push_back(static_cast<std::uint16_t>(bytes.size()));
            for (std::size_t k = 0; k < size; ++k)
                bytes += static_cast<char>(1 + random() % (i % 2 == 0 ? 3 : 255));
            edges.push_back(static_cast<std::uint16_t>(bytes.size()));
        }
        edges.resize(edges.size() + 2 * kSlack);
        bytes += std::string(kShortWord, '\x7F');
    }
};

}  // namespace

TEST_CASE("every kernel makes the key, the hash and the list of long words that the header tells") {
    std::mt19937 random(16);
    for (const auto& [name, kernel] : kernels())
        for (const std::size_t words : {0U, 1U, 7U, 8U, 9U, 100U, 512U}) {
            const Text text(random, words);
            const auto batch = std::make_unique<Batch>();
            kernel->load(text.bytes.data(), text.edges.data(), words, *batch);
            std::size_t keys = 0, longer = 0, wrong = 0;
            for (std::size_t i = 0; i < words; ++i) {
                const std::size_t begin = text.edges[2 * i], size = text.edges[2 * i + 1] - begin;
                if (size > kShortWord) {
                    wrong += batch->longer[longer++] != i;
                    continue;
                }
                char key[kShortWord] = {};
                std::memcpy(key, text.bytes.data() + begin, size);
                std::uint64_t low = 0, high = 0;
                std::memcpy(&low, key, 8);
                std::memcpy(&high, key + 8, 8);
                wrong += batch->low[keys] != low || batch->high[keys] != high ||
                         batch->hash[keys] != hash_of(low, high);
                ++keys;
            }
            CAPTURE(name, words);
            CHECK(wrong == 0);
            CHECK(batch->keys == keys);
            CHECK(batch->longer_words == longer);
        }
}

TEST_CASE("every kernel counts the keys of their own bucket and names the others") {
    constexpr unsigned kBits = 4;
    for (const auto& [name, kernel] : kernels()) {
        std::mt19937 random(4);
        std::vector<Bucket> buckets(1U << kBits);
        std::vector<std::uint64_t> counts(buckets.size() * kWays), expected(counts.size());
        std::vector<std::uint32_t> touched(counts.size() + 1), met;
        // keys that differ in one half only; every way of a bucket is used, some are free
        for (std::size_t slot = 0; slot < counts.size(); ++slot) {
            if (slot % 5 == 4) continue;
            buckets[slot / kWays].low[slot % kWays] = 1 + slot / 2;
            buckets[slot / kWays].high[slot % kWays] = slot % 2;
        }
        ShortTable table{buckets.data(), counts.data(), touched.data(), 0, 32 - kBits};
        const auto batch = std::make_unique<Batch>();
        for (int round = 0; round < 3; ++round) {
            std::vector<std::uint16_t> missing;
            batch->keys = round == 0 ? 0 : kBatch - 1;
            for (std::size_t i = 0; i < batch->keys; ++i) {
                const std::size_t slot = random() % counts.size();
                // one in four is sought in the wrong bucket, or has another half
                const std::size_t bucket = slot / kWays ^ (random() % 8 == 0 ? 1U : 0U);
                batch->low[i] = 1 + slot / 2;
                batch->high[i] = slot % 2 + (random() % 8 == 0 ? 2U : 0U);
                batch->hash[i] = static_cast<std::uint32_t>(bucket << (32 - kBits) | random() % 99);
                const bool there =
                    slot % 5 != 4 && bucket == slot / kWays && batch->high[i] == slot % 2;
                if (!there)
                    missing.push_back(static_cast<std::uint16_t>(i));
                else if (expected[slot]++ == 0)
                    met.push_back(static_cast<std::uint32_t>(slot));
            }
            kernel->count(table, *batch);
            CAPTURE(name, round);
            CHECK(counts == expected);
            CHECK(std::vector<std::uint16_t>(batch->missing,
                                             batch->missing + batch->missing_keys) == missing);
            CHECK(std::vector<std::uint32_t>(touched.data(),
                                             touched.data() + table.touched_slots) == met);
        }
        CHECK(met.size() > 20);
    }
}
