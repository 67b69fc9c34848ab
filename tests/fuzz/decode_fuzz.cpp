// Fuzzes decoding: valid UTF-8 and an ascending map from any bytes, in chunks as in one piece.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>

#include "../../src/text/decoder.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/utf8.hpp"

using namespace analyze;

namespace {

/// Empty: chosen by decode() itself.
constexpr const char* kEncodings[] = {"",
                                      "",
                                      "UTF-8",
                                      "UTF-16",
                                      "UTF-16LE",
                                      "UTF-32",
                                      "UTF-7",
                                      "windows-1252",
                                      "ISO-8859-7",
                                      "KOI8-R",
                                      "ISO-2022-JP",
                                      "ISO-2022-KR",
                                      "HZ-GB-2312",
                                      "SCSU",
                                      "BOCU-1",
                                      "CESU-8",
                                      "Shift_JIS",
                                      "EUC-JP",
                                      "GB18030",
                                      "Big5-HKSCS",
                                      "EUC-KR",
                                      "ibm-37",
                                      "IMAP-mailbox-name",
                                      "ibm-1390"};

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// The last three bytes are the options, so that a text file is a good seed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    size -= 3;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    DecodeOptions options;
    options.encoding = kEncodings[data[size] % std::size(kEncodings)];
    if (data[size + 1] & 1) options.binary = BinaryPolicy::text;
    if (data[size + 1] & 2) options.invalid = InvalidPolicy::error;
    if (data[size + 1] & 4) options.decision_bytes = data[size + 1] >> 3;
    const std::size_t chunk = 1 + data[size + 2];
    try {
        const Decoded whole = decode(bytes, options, "fuzz");
        require(whole.offsets.to_file(whole.text.size()) == size);
        require(whole.info.first_invalid.has_value() == (whole.info.invalid != 0));
        if (whole.info.first_invalid) require(*whole.info.first_invalid < size);
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < whole.text.size();) {
            const Utf8Step step = utf8_step(std::string_view(whole.text).substr(i));
            require(step.valid);
            const std::uint64_t place = whole.offsets.to_file(i);
            require(place >= last && place <= size);
            last = place;
            i += step.size;
        }
        if (options.invalid == InvalidPolicy::error) require(whole.info.invalid == 0);
        Decoder decoder({whole.info.encoding, whole.info.chosen_by}, options, "fuzz");
        std::string text;
        for (std::size_t i = 0; i < size; i += chunk) {
            decoder.feed(std::string_view(bytes).substr(i, chunk), false, text, nullptr);
        }
        decoder.feed({}, true, text, nullptr);
        require(text == whole.text);
        require(decoder.info().invalid == whole.info.invalid);
        require(decoder.info().bom == whole.info.bom);
    } catch (const Error& error) {
        require(error.fault() == Fault::input);
    }
    return 0;
}
