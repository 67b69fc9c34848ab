// Random text in every encoding, for the tests of what reads it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace encoded_text {

/// Encodings in which each character stands for itself, without state.
inline const std::vector<std::string> kStateless = {
    "UTF-8",        "UTF-16LE",     "UTF-16BE",     "UTF-32LE",    "UTF-32BE",   "windows-1252",
    "windows-1251", "windows-1250", "windows-1253", "ISO-8859-1",  "ISO-8859-2", "ISO-8859-15",
    "KOI8-R",       "IBM866",       "macintosh",    "Shift_JIS",   "EUC-JP",     "EUC-KR",
    "GB18030",      "GBK",          "Big5",         "windows-874", "TIS-620",    "ibm-37_P100-1995",
    "windows-1255", "windows-1256", "US-ASCII"};
/// Those where what a byte means depends on what came before.
inline const std::vector<std::string> kStateful = {
    "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN", "UTF-7", "HZ-GB-2312", "SCSU", "BOCU-1", "CESU-8"};

class Converter {
public:
    explicit Converter(const std::string& encoding) {
        UErrorCode status = U_ZERO_ERROR;
        converter_ = icu::LocalUConverterPointer(ucnv_open(encoding.c_str(), &status));
        if (U_FAILURE(status)) throw std::runtime_error("no converter for " + encoding);
        ucnv_setFromUCallBack(converter_.getAlias(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr,
                              nullptr, &status);
    }

    /// Empty where the encoding has no such character.
    std::string encode(const icu::UnicodeString& text) {
        UErrorCode status = U_ZERO_ERROR;
        std::string bytes(static_cast<std::size_t>(text.length()) * 8 + 64, '\0');
        ucnv_reset(converter_.getAlias());
        const std::int32_t size = ucnv_fromUChars(converter_.getAlias(), bytes.data(),
                                                  static_cast<std::int32_t>(bytes.size()),
                                                  text.getBuffer(), text.length(), &status);
        bytes.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
        return bytes;
    }

    /// The reference: ICU's own conversion of the whole, ill-formed parts replaced.
    std::string decode(std::string_view bytes) {
        UErrorCode status = U_ZERO_ERROR;
        std::vector<UChar> units(bytes.size() * 4 + 16);
        ucnv_reset(converter_.getAlias());
        const std::int32_t size = ucnv_toUChars(
            converter_.getAlias(), units.data(), static_cast<std::int32_t>(units.size()),
            bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
        std::string text;  // lone surrogates, which UTF-7 lets through, become U+FFFD here
        icu::UnicodeString(units.data(), size).toUTF8String(text);
        return text;
    }

private:
    icu::LocalUConverterPointer converter_;
};

inline std::string utf8(UChar32 c) {
    std::string bytes;
    icu::UnicodeString(c).toUTF8String(bytes);
    return bytes;
}

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

/// A character out of many scripts, ASCII often, white space now and then; never NUL or a
/// surrogate.
inline UChar32 random_character(Random& random) {
    struct Range {
        UChar32 first, last;
    };
    static constexpr Range kRanges[] = {
        {'a', 'z'},         {'a', 'z'},       {'A', 'Z'},        {0x20, 0x40},
        {0x20, 0x20},       {0x0A, 0x0A},     {0xA0, 0xFF},      {0x100, 0x17F},
        {0x391, 0x3C9},     {0x410, 0x44F},   {0x5D0, 0x5EA},    {0x621, 0x64A},
        {0xE01, 0xE3A},     {0x3041, 0x3093}, {0x30A1, 0x30F6},  {0x4E00, 0x5FFF},
        {0xAC00, 0xB000},   {0x2010, 0x2030}, {0x300, 0x36F},    {0x1F300, 0x1F64F},
        {0x20000, 0x20FFF}, {0x1, 0xD7FF},    {0xE000, 0x10FFFF}};
    const Range range = kRanges[below(random, std::size(kRanges))];
    return range.first + static_cast<UChar32>(
                             below(random, static_cast<std::size_t>(range.last - range.first + 1)));
}

/// `bytes` with some changed, inserted, removed or cut off.
inline std::string broken(Random& random, std::string bytes) {
    for (std::size_t n = below(random, 1 + bytes.size() / 8); n > 0 && !bytes.empty(); --n) {
        const std::size_t at = below(random, bytes.size());
        const char value = static_cast<char>(1 + below(random, 255));
        switch (below(random, 4)) {
            case 0:
                bytes[at] = value;
                break;
            case 1:
                bytes.insert(at, 1, value);
                break;
            case 2:
                bytes.erase(at, 1);
                break;
            default:
                bytes[at] = static_cast<char>(0x80 + below(random, 128));
                break;
        }
    }
    return bytes;
}

/// A text of about `characters` that `encoding` can say, encoded as a whole.
inline std::string random_file(Random& random, const std::string& encoding,
                               std::size_t characters) {
    Converter converter(encoding);
    icu::UnicodeString text;
    for (std::size_t i = 0; i < characters; ++i) {
        const UChar32 c = random_character(random);
        if (c != 0xFEFF && !converter.encode(icu::UnicodeString(c)).empty()) text.append(c);
    }
    return converter.encode(text);
}

}  // namespace encoded_text
