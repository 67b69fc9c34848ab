// Decides which encoding a file is in, from its first bytes.
// SPDX-License-Identifier: Apache-2.0
#include "encoding.hpp"

#include <fmt/format.h>
#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <optional>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/base/utf8.hpp"

namespace analyze {
namespace {

using namespace std::string_view_literals;

/// What zero bytes and control characters are looked for in.
constexpr std::size_t kSample = std::size_t{64} << 10;
/// ICU's detector reads no more.
constexpr std::size_t kDetectorSample = 8192;

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

struct Bom {
    std::string_view bytes, encoding;
};
constexpr Bom kBoms[] = {
    {kUtf8Bom, "UTF-8"},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},  // before UTF-16LE, whose mark it begins with
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
};

/// Among the encodings whose names begin with `family`.
std::string_view encoding_by_bom(std::string_view start, std::string_view family = {}) {
    for (const Bom& bom : kBoms) {
        if (bom.encoding.starts_with(family) && start.starts_with(bom.bytes)) return bom.encoding;
    }
    return {};
}

/// Whether `sample` makes sense as UTF-16 or UTF-32: characters only (no lone surrogates, no
/// controls but white space), and enough zero bytes in their high places to be no accident.
bool looks_like_wide(std::string_view sample, std::size_t width, bool big_endian) {
    std::size_t units = 0, low = 0;
    bool after_high_surrogate = false;
    for (std::size_t i = 0; i + width <= sample.size(); i += width, ++units) {
        std::uint32_t unit = 0;
        for (std::size_t k = 0; k < width; ++k) {
            unit = unit << 8 | byte(sample[i + (big_endian ? k : width - 1 - k)]);
        }
        const bool high_surrogate = unit >= 0xD800 && unit < 0xDC00;
        const bool low_surrogate = unit >= 0xDC00 && unit < 0xE000;
        if (width == 4 ? unit > 0x10FFFF || high_surrogate || low_surrogate
                       : low_surrogate != after_high_surrogate) {
            return false;
        }
        after_high_surrogate = high_surrogate;
        if (unit < 0x20 && !(unit >= 9 && unit <= 13)) return false;
        if (unit < 0x100) ++low;
    }
    // Four bytes that are a character are proof enough; two bytes nearly always are one, but only
    // text in an alphabet, with its spaces, has many zeros; one alone may stand in a short binary
    // file ("text\0more").
    return units > 0 && (width == 4 || (low * 5 >= units && (low > 1 || units == 1)));
}

std::string_view encoding_by_zeros(std::string_view start) {
    const std::string_view sample = start.substr(0, kSample);
    if (sample.find('\0') == sample.npos) return {};
    if (looks_like_wide(sample, 4, false)) return "UTF-32LE";
    if (looks_like_wide(sample, 4, true)) return "UTF-32BE";
    if (looks_like_wide(sample, 2, false)) return "UTF-16LE";
    if (looks_like_wide(sample, 2, true)) return "UTF-16BE";
    return {};
}

/// UTF-16 or UTF-32, as `family` says, in the order of bytes that `start` is most likely in. Text
/// without an alphabet, or with a broken place, has too few zeros for encoding_by_zeros(), but still
/// spaces or line ends. Little-endian when nothing tells (WHATWG's Encoding Standard, "utf-16le").
std::string ordered(const std::string& family, std::string_view start) {
    for (const std::string_view hint : {encoding_by_bom(start, family), encoding_by_zeros(start)}) {
        if (hint.starts_with(family)) return std::string(hint);
    }
    const std::size_t width = family == "UTF-32" ? 4 : 2;
    const std::string_view sample = start.substr(0, kSample);
    const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
    std::size_t big = 0, little = 0;
    for (std::size_t i = 0; i + width <= sample.size(); i += width) {
        const std::string_view unit = sample.substr(i, width);
        if (std::count(unit.begin(), unit.end(), '\0') != static_cast<std::ptrdiff_t>(width - 1))
            continue;
        if (is_space(unit.back())) ++big;
        if (is_space(unit.front())) ++little;
    }
    return family + (big > little ? "BE" : "LE");
}

bool is_wide(std::string_view encoding) {
    return encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32");
}

/// More than a sixteenth control characters is no text. What plain text has of them is not counted:
/// white space, backspace, the shifts and escapes of ISO 2022 and terminals, DOS's end of file; nor
/// is NUL, which is refused wherever it stands.
void check_controls(std::string_view start, std::string_view name) {
    const std::string_view sample = start.substr(0, kSample);
    std::size_t controls = 0;
    for (const char c : sample) {  // three ranges, without a branch: compilers make vectors of it
        const auto within = [c](unsigned first, unsigned last) -> unsigned {
            return static_cast<unsigned char>(byte(c) - first) <= last - first;
        };
        controls += within(0x01, 0x07) | within(0x10, 0x19) | within(0x1C, 0x1F);
    }
    if (controls * 16 > sample.size()) {
        refuse_binary(name, fmt::format("{} control characters in the first {} bytes", controls,
                                        sample.size()));
    }
}

struct Utf8Count {
    std::uint64_t valid = 0, invalid = 0;  // sequences of more than one byte; maximal broken parts
    std::uint64_t first_invalid = 0;       // where, if there is one
};

Utf8Count count_utf8(std::string_view start, bool whole) {
    Utf8Count count;
    const std::size_t size = start.size();
    while (!start.empty()) {
        const std::size_t clean = valid_utf8_prefix(start);
        count.valid += static_cast<std::uint64_t>(
            std::count_if(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(clean),
                          [](char c) { return byte(c) >= 0xC0; }));
        start.remove_prefix(clean);
        if (start.empty()) break;
        const Utf8Step step = utf8_step(start);
        if (!step.valid && (whole || !step.cut_off) && count.invalid++ == 0) {
            count.first_invalid = size - start.size();
        }
        start.remove_prefix(step.size);
    }
    return count;
}

/// The lines that have bytes beyond ASCII: what the detector can tell encodings apart by. A line
/// feed is no part of another character in any encoding that contains ASCII.
std::string detector_sample(std::string_view start) {
    constexpr std::size_t kBefore = 128, kLine = 1024;
    std::string sample;
    while (!start.empty() && sample.size() < kDetectorSample) {
        const auto high =
            std::find_if(start.begin(), start.end(), [](char c) { return byte(c) >= 0x80; });
        const auto at = static_cast<std::size_t>(high - start.begin());
        const std::size_t line = start.rfind('\n', at) + 1;  // npos + 1 is 0
        const std::size_t begin = std::max(line, at < kBefore ? 0 : at - kBefore);
        const std::size_t end = std::min(start.find('\n', at), start.size());
        if (at < start.size()) sample += start.substr(begin, std::min(end - begin, kLine));
        sample += '\n';
        start.remove_prefix(std::min(end + 1, start.size()));
    }
    sample.resize(std::min(sample.size(), kDetectorSample));
    return sample;
}

/// Windows' encodings where ISO 8859 has only control characters: whoever uses those bytes means
/// the former.
struct Extension {
    std::string_view iso, windows;
};
constexpr Extension kExtensions[] = {
    {"ISO-8859-1", "windows-1252"},   {"ISO-8859-2", "windows-1250"},
    {"ISO-8859-7", "windows-1253"},   {"ISO-8859-8", "windows-1255"},
    {"ISO-8859-8-I", "windows-1255"}, {"ISO-8859-9", "windows-1254"}};

constexpr std::string_view kWestern[] = {"ISO-8859-1", "windows-1252"};
constexpr std::string_view kOtherLatin[] = {"ISO-8859-2", "ISO-8859-9", "windows-1250",
                                            "windows-1254"};

template <std::size_t size>
bool is_one_of(const std::string_view (&names)[size], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string detect(std::string_view start) {
    constexpr std::string_view kFallback = "windows-1252";
    constexpr std::int32_t kConfidence = 11;  // its word for "no evidence against it" is 10
    const std::string sample = detector_sample(start);
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&status));
    ucsdet_setText(detector.getAlias(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.getAlias(), &count, &status);
    std::string_view best = kFallback;
    std::int32_t confidence = 0;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const std::string_view name = ucsdet_getName(matches[i], &status);
        const std::int32_t sure = ucsdet_getConfidence(matches[i], &status);
        // Encodings that do not contain ASCII would have been known by now, or are beyond guessing.
        if (is_wide(name) || name.starts_with("IBM") || name.starts_with("ISO-2022")) continue;
        if (sure < kConfidence) break;
        if (confidence == 0) {
            best = name;
            confidence = sure;
        } else if (is_one_of(kWestern, name) && is_one_of(kOtherLatin, best) &&
                   2 * sure >= confidence) {
            best = name;  // a few accents only; the more frequent encoding is the better guess
        }
    }
    const bool has_c1 = std::any_of(start.begin(), start.end(),
                                    [](char c) { return byte(c) >= 0x80 && byte(c) < 0xA0; });
    for (const Extension& extension : kExtensions) {
        if (has_c1 && best == extension.iso) best = extension.windows;
    }
    return std::string(best);
}

/// The name of what the user asked for in the IANA registry, if possible the one preferred there.
std::string known_encoding(const std::string& asked) {
    UErrorCode status = U_ZERO_ERROR;
    if (ucnv_countAliases(asked.c_str(), &status) == 0 || U_FAILURE(status) ||
        asked.find('\0') != asked.npos) {
        throw Error(Fault::usage,
                    fmt::format("unknown encoding '{}': give a name or alias of the IANA registry, "
                                "e.g. UTF-8, UTF-16LE, windows-1252, ISO-8859-2, KOI8-R, "
                                "Shift_JIS, GB18030 (iconv --list shows many)",
                                shown_path(asked)));
    }
    for (const char* standard : {"MIME", "IANA"}) {
        const char* name = ucnv_getStandardName(asked.c_str(), standard, &status);
        if (U_SUCCESS(status) && name) return name;
        status = U_ZERO_ERROR;
    }
    return asked;
}

}  // namespace

void refuse_binary(std::string_view name, std::string_view what) {
    throw Error(Fault::input, fmt::format("{}: looks like a binary file ({}); --binary=text reads "
                                          "it anyway",
                                          shown_path(name), what));
}

void refuse_invalid(std::string_view name, std::string_view encoding, std::uint64_t offset) {
    throw Error(Fault::input,
                fmt::format("{}: not valid {} at byte {}; --encoding NAME reads another encoding, "
                            "--invalid=replace replaces",
                            shown_path(name), encoding, offset));
}

EncodingChoice choose_encoding(std::string_view start, bool whole, const DecodeOptions& options,
                               std::string_view name) {
    if (!options.encoding.empty()) {
        EncodingChoice choice{known_encoding(options.encoding), "option"};
        // The two that leave the order of bytes open.
        if (choice.encoding == "UTF-16" || choice.encoding == "UTF-32")
            choice.encoding = ordered(choice.encoding, start);
        return choice;
    }
    const bool refuse = options.binary == BinaryPolicy::refuse;
    if (const std::string_view by_bom = encoding_by_bom(start); !by_bom.empty()) {
        if (refuse && !is_wide(by_bom)) check_controls(start, name);
        return {std::string(by_bom), "bom"};
    }
    const std::size_t clean = valid_utf8_prefix(start);
    const bool all_clean = clean == start.size();
    if (!all_clean) {
        const std::string_view by_zeros = encoding_by_zeros(start);
        if (!by_zeros.empty()) return {std::string(by_zeros), "zero-bytes"};
        const std::size_t zero = start.find('\0');
        if (refuse && zero != start.npos) {
            refuse_binary(name, fmt::format("NUL byte at offset {}", zero));
        }
    }
    if (refuse) check_controls(start, name);
    if (all_clean) return {"UTF-8", "utf-8", clean};
    const Utf8Count count = count_utf8(start, whole);
    if (count.invalid == 0) return {"UTF-8", "utf-8", clean};
    if (options.invalid == InvalidPolicy::error) refuse_invalid(name, "UTF-8", count.first_invalid);
    if (count.valid >= 2 * count.invalid)
        return {"UTF-8", "mostly-utf-8", clean, count.first_invalid};
    return {detect(start), "detector", 0, count.first_invalid};
}

}  // namespace analyze
