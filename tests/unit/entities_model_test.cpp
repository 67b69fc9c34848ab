// Tests of opening model files: what is no model is refused, and no damage is believed.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_model.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <set>
#include <string>

#include "analyze/base/error.hpp"
#include "analyze/resources/resource.hpp"

using namespace analyze;

namespace {

/// A file of one small table and one row; the buffer is aligned as files in memory are.
std::string small_model() {
    ModelHeader header{};
    header.magic = kModelMagic;
    header.version = kModelVersion;
    header.sections = static_cast<std::uint32_t>(ModelSection::count);
    header.scale = 1;
    std::string bytes(1024, '\0');
    const std::uint64_t at = (sizeof header + 63) / 64 * 64;
    for (auto& extent : header.extents) extent = {at, 0};
    header.extents[static_cast<std::size_t>(ModelSection::features)] = {at, 16};
    header.extents[static_cast<std::size_t>(ModelSection::rows)] = {at + 64, kRowSize + kRowTail};
    const std::uint64_t key = hash_of("lake");
    HashView::Slot slots[2] = {{0, HashView::kAbsent}, {0, HashView::kAbsent}};
    slots[HashView::home(key, 2)] = {static_cast<std::uint32_t>(key >> 32), 5};
    std::memcpy(bytes.data() + at, slots, sizeof slots);
    header.checksum = checksum_of(std::string_view(bytes).substr(sizeof header));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

std::string message_for(const std::string& bytes) {
    try {
        (void)ModelView::open(bytes, "somewhere/model.bin");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a table finds its keys and no others; a row number outside is no row") {
    const std::string bytes = small_model();
    const ModelView view = ModelView::open(bytes, "x");
    CHECK(view.features.find(hash_of("lake")) == 5);
    CHECK(view.features.find(hash_of("shore")) == HashView::kAbsent);
    CHECK(view.row(0) != nullptr);
    CHECK(view.row(5) == nullptr);
    CHECK(view.row(HashView::kAbsent) == nullptr);
}

TEST_CASE("a full table without the key ends its search") {
    std::vector<HashView::Slot> slots(300, {1, 1});
    CHECK(HashView(slots.data(), 300).find(std::uint64_t{2} << 32 | 7) == HashView::kAbsent);
}

TEST_CASE("what is no model is refused by a message that names the file") {
    for (const std::string& bytes : {std::string(), std::string("short"), std::string(4096, 'x')})
        CHECK_THAT(message_for(bytes), Catch::Contains("somewhere/model.bin"));
}

TEST_CASE("a model of another version is refused with both versions") {
    std::string bytes = small_model();
    bytes[8] = 99;
    CHECK_THAT(message_for(bytes), Catch::Contains("version 99"));
}

TEST_CASE("any damaged byte behind the magic is noticed or harmless") {
    const std::string good = small_model();
    REQUIRE(message_for(good).empty());
    for (std::size_t at = sizeof(ModelHeader); at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        CHECK_FALSE(message_for(bad).empty());
    }
    // Extents that point outside are refused whatever the checksum says: it covers only what
    // follows.
    for (const std::uint64_t offset :
         {std::uint64_t{1} << 40, std::uint64_t{1024 + 64}, ~std::uint64_t{63}}) {
        std::string bad = good;
        ModelHeader header;
        std::memcpy(&header, bad.data(), sizeof header);
        header.extents[0].offset = offset;
        std::memcpy(bad.data(), &header, sizeof header);
        CHECK_THAT(message_for(bad), Catch::Contains("outside"));
    }
    CHECK_FALSE(message_for(good.substr(0, 600)).empty());
}

TEST_CASE("the sum of a trusted model is not asked for, all else is") {
    std::string bytes = small_model();
    bytes.back() = 'x';
    CHECK_THROWS_AS(ModelView::open(bytes, "x"), Error);
    CHECK(ModelView::open(bytes, "x", true).features.find(hash_of("lake")) == 5);
    bytes[8] = 99;
    CHECK_THROWS_AS(ModelView::open(bytes, "x", true), Error);
}

TEST_CASE("hashes are the same on every machine") {
    CHECK(hash_of("") == hash_of(std::string()));
    CHECK(hash_of("lake") == hash_of(std::string("lake")));
    std::set<std::uint64_t> seen;
    std::string text;
    for (int i = 0; i < 40; ++i, text += 'a') seen.insert(hash_of(text));
    CHECK(seen.size() == 40);
}

// Programs open it without asking for its sum: here it is asked for.
TEST_CASE("the model in the binary opens") {
    const Resource resource = load_resource("models/entities-en.bin");
    const ModelView view = ModelView::open(resource.bytes(), resource.origin());
    CHECK(view.features.size() > 1000);
}
