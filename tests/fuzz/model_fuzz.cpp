// Fuzz target: model files of any bytes, and look-ups and tagging with those that open.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstring>
#include <string>

#include "analyze/analysis/entities.hpp"
#include "analyze/analysis/entities_model.hpp"
#include "analyze/base/error.hpp"

using namespace analyze;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Tokenizer tokenizer;
    static const Document document(
        Source::from_bytes(
            "fuzz", "Mara Tolm's T&V Inc. left the U.S. (Oslo) on 3 May. Tolm: \u201cno\u201d."),
        tokenizer);
    std::string bytes(reinterpret_cast<const char*>(data), size);
    // The head and the checksum are put right, so that what lies behind them is reached too.
    if (size >= sizeof(ModelHeader)) {
        ModelHeader header;
        std::memcpy(&header, bytes.data(), sizeof header);
        header.magic = kModelMagic;
        header.version = kModelVersion;
        header.sections = static_cast<std::uint32_t>(ModelSection::count);
        for (auto& extent : header.extents) {
            extent.offset = extent.offset % (size + 64) / 64 * 64;
            extent.size %= size + 64;
        }
        header.checksum = checksum_of(std::string_view(bytes).substr(sizeof header));
        std::memcpy(bytes.data(), &header, sizeof header);
    }
    try {
        const EntityModel model(Resource("fuzz", std::move(bytes)));
        (void)model.find(document);
        (void)model.find(document, true);
        (void)model.tag({{"Mara", "Tolm", "'s", "U", ".", "S", "."}, {}});
    } catch (const Error&) {
    }
    return 0;
}
