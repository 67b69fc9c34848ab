// The model file of the name tagger: its layout, checked once and then used in place.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "analyze/base/error.hpp"

static_assert(std::endian::native == std::endian::little,
              "models are used in place, little-endian");

namespace analyze {
namespace {

std::uint64_t load(const char* at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, size);
    return value;
}

std::uint32_t row_count(std::string_view rows) {
    return static_cast<std::uint32_t>(std::max(rows.size(), kRowTail) - kRowTail) / kRowSize;
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 0x9e3779b97f4a7c15U ^ bytes.size();
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left > 8; left -= 8, at += 8) hash = mix64(hash ^ load(at, 8)) + 0x2545f4914f6cdd1dU;
    return mix64(hash ^ load(at, left));
}

std::uint64_t checksum_of(std::string_view bytes) {
    // Four independent lanes: 8 MB cost about a millisecond.
    std::uint64_t lanes[4] = {1, 2, 3, 4};
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 32; left -= 32, at += 32)
        for (std::size_t i = 0; i < 4; ++i) {
            std::uint64_t value = lanes[i] ^ load(at + 8 * i, 8);
            value *= 0xd6e8feb86659fd93U;
            lanes[i] = std::rotl(value, 29);
        }
    std::uint64_t sum = left;
    for (; left > 0; --left, ++at) sum = combine(sum, static_cast<unsigned char>(*at));
    for (const std::uint64_t lane : lanes) sum = combine(sum, lane);
    return sum;
}

ModelView ModelView::open(std::string_view bytes, std::string_view origin, bool trusted) {
    const auto refuse = [&](std::string_view what) {
        return Error(Fault::resource,
                     fmt::format("{}: {}; build it with analyze-train of this version or leave it "
                                 "out of the data folder",
                                 origin, what));
    };
    if (bytes.size() < sizeof(ModelHeader)) throw refuse("too short for a model");
    ModelHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != kModelMagic) throw refuse("no model of analyze");
    if (header.version != kModelVersion ||
        header.sections != static_cast<std::uint32_t>(ModelSection::count))
        throw refuse(
            fmt::format("a model of version {}, wanted is {}", header.version, kModelVersion));
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(HashView::Slot) != 0)
        throw refuse("not aligned in memory");
    if (!trusted && checksum_of(bytes.substr(sizeof header)) != header.checksum)
        throw refuse("damaged (the checksum is wrong)");
    if (!std::isfinite(header.scale) || !std::isfinite(header.context_scale))
        throw refuse("damaged (a scale is no number)");

    const auto section = [&](ModelSection which) {
        const ModelHeader::Extent extent = header.extents[static_cast<std::size_t>(which)];
        if (extent.offset % 64 != 0 || extent.offset > bytes.size() ||
            extent.size > bytes.size() - extent.offset || extent.size > UINT32_MAX)
            throw refuse("damaged (a section lies outside the file)");
        return bytes.substr(extent.offset, extent.size);
    };
    const auto table = [&](ModelSection which) {
        const std::string_view part = section(which);
        return HashView(reinterpret_cast<const HashView::Slot*>(part.data()),
                        static_cast<std::uint32_t>(part.size() / sizeof(HashView::Slot)));
    };
    ModelView view;
    view.scale = header.scale;
    view.context_scale = header.context_scale;
    view.features = table(ModelSection::features);
    view.clusters = table(ModelSection::clusters);
    view.facts = table(ModelSection::facts);
    view.phrases = table(ModelSection::phrases);
    view.context_features = table(ModelSection::context_features);
    view.transitions = section(ModelSection::transitions);
    for (std::size_t i = 0; i + sizeof(float) <= view.transitions.size(); i += sizeof(float)) {
        float value = 0;
        std::memcpy(&value, view.transitions.data() + i, sizeof value);
        if (!std::isfinite(value)) throw refuse("damaged (a transition is no number)");
    }
    const std::string_view calibration = section(ModelSection::calibration);
    if (calibration.size() == 2 * sizeof(float)) {
        std::memcpy(&view.slope, calibration.data(), sizeof(float));
        std::memcpy(&view.offset, calibration.data() + sizeof(float), sizeof(float));
        // A slope of 0 or less would turn the order around.
        if (!(view.slope > 0) || !std::isfinite(view.slope) || !std::isfinite(view.offset))
            throw refuse("damaged (no calibration)");
    }
    const std::string_view rows = section(ModelSection::rows);
    view.rows_at_ = reinterpret_cast<const std::int8_t*>(rows.data());
    view.rows_ = row_count(rows);
    const std::string_view context = section(ModelSection::context_rows);
    view.context_rows_at_ = reinterpret_cast<const std::int8_t*>(context.data());
    view.context_rows_ = row_count(context);
    return view;
}

}  // namespace analyze
