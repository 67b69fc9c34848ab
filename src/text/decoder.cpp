// Decodes a file chunk by chunk; decode() gives it one chunk, TextStream many.
// SPDX-License-Identifier: Apache-2.0
#include "decoder.hpp"

#include <fmt/format.h>
#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/base/utf8.hpp"

namespace analyze {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr UChar32 kBom = 0xFEFF;
constexpr std::size_t kUnits = 8192;  // of UTF-16 from one call of ICU

icu::LocalUConverterPointer open_converter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    icu::LocalUConverterPointer converter(ucnv_open(encoding.c_str(), &status));
    // Ill-formed input ends the call: counting and replacing it is ours.
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr,
                            nullptr, &status);
    }
    if (U_FAILURE(status)) {
        throw Error(Fault::usage,
                    fmt::format("encoding {} cannot be used: {}", encoding, u_errorName(status)));
    }
    return converter;
}

bool is_ill_formed(UErrorCode status) {
    return status == U_INVALID_CHAR_FOUND || status == U_TRUNCATED_CHAR_FOUND ||
           status == U_ILLEGAL_CHAR_FOUND || status == U_ILLEGAL_ESCAPE_SEQUENCE ||
           status == U_UNSUPPORTED_ESCAPE_SEQUENCE;
}

}  // namespace

struct Decoder::State {
    DecodeOptions options;
    std::string name;
    DecodeInfo info;
    std::uint64_t position = 0;  // in the file, of the chunk at hand
    bool at_start = true;        // no character was decoded yet

    /// What the last chunk leaves to the next one: in UTF-8 the beginning of a character, elsewhere
    /// what whole_units() leaves.
    std::string carry;

    // not UTF-8
    icu::LocalUConverterPointer converter;
    UChar high_surrogate = 0;           // waits for its second half; 0: none
    std::uint64_t high_begin = 0;       // in the file
    std::uint64_t last_begin = 0;       // in the file, of the character decoded last
    std::uint32_t last_text_width = 0;  // not yet in the offset map: its end is not known

    void ill_formed(std::uint64_t offset) {
        if (options.invalid == InvalidPolicy::error) refuse_invalid(name, info.encoding, offset);
        ++info.invalid;
        if (!info.first_invalid) info.first_invalid = offset;
    }

    void check_zero(std::uint64_t offset) const {
        if (options.binary == BinaryPolicy::refuse) {
            refuse_binary(name, fmt::format("NUL byte at offset {}", offset));
        }
    }

    void check_size(const std::string& text, const OffsetMap* offsets) const {
        if (offsets && text.size() > UINT32_MAX) {
            throw Error(Fault::input,
                        fmt::format("{}: is more than 4 GiB as UTF-8: `analyze words` streams "
                                    "files of any size; split the file for the others",
                                    shown_path(name)));
        }
    }

    /// So much of a chunk that it cuts no unit of UTF-16 or UTF-32 and no pair of surrogates (or
    /// what may be one). ICU goes on across such cuts but cannot tell any more where it is.
    [[nodiscard]] std::size_t whole_units(std::string_view chunk) const {
        const std::size_t size = chunk.size() - chunk.size() % 4;
        const auto maybe_lead = [](char c) {
            return (static_cast<unsigned char>(c) & 0xFC) == 0xD8;
        };
        const bool cuts_pair = size != 0 && info.encoding.starts_with("UTF-16") &&
                               (maybe_lead(chunk[size - 1]) || maybe_lead(chunk[size - 2]));
        return cuts_pair ? size - 2 : size;
    }

    void feed(std::string_view chunk, bool last, std::string& text, OffsetMap* offsets) {
        std::string joined;
        if (!carry.empty()) {
            joined = std::exchange(carry, {});
            joined += chunk;
            chunk = joined;
        }
        if (converter.isNull()) return feed_utf8(chunk, last, text, offsets);
        if (!last) {
            const std::size_t whole = whole_units(chunk);
            carry = chunk.substr(whole);
            chunk = chunk.substr(0, whole);
        }
        feed_converter(chunk, last, text, offsets);
    }

    void feed_utf8(std::string_view chunk, bool last, std::string& text, OffsetMap* offsets) {
        const auto same = [&](std::size_t size) {
            text += chunk.substr(0, size);
            if (offsets) offsets->append(size, 1, 1);
            pass(chunk, size);
        };
        if (at_start && chunk.starts_with(kUtf8Bom)) {
            info.bom = true;
            if (offsets) offsets->append(1, 0, static_cast<std::uint32_t>(kUtf8Bom.size()));
            pass(chunk, kUtf8Bom.size());
        }
        while (!chunk.empty()) {
            if (const std::size_t clean = valid_utf8_prefix(chunk); clean != 0) same(clean);
            if (chunk.empty()) break;
            const Utf8Step step = utf8_step(chunk);
            if (step.valid) {  // NUL
                check_zero(position);
                same(step.size);
            } else if (step.cut_off && !last) {
                carry = chunk;
                break;
            } else {
                ill_formed(position);
                text += kReplacement;
                if (offsets) {
                    offsets->append(1, static_cast<std::uint32_t>(kReplacement.size()),
                                    static_cast<std::uint32_t>(step.size));
                }
                pass(chunk, step.size);
            }
            check_size(text, offsets);
        }
    }

    void pass(std::string_view& chunk, std::size_t size) {
        chunk.remove_prefix(size);
        position += size;
        at_start = false;
    }

    /// Enters the character before the one that begins at `begin`, which is where it ends.
    void close_character(std::uint64_t begin, OffsetMap* offsets) {
        const std::uint64_t width = begin - last_begin;
        if (offsets && (last_text_width != 0 || width != 0)) {
            offsets->append(1, last_text_width, static_cast<std::uint32_t>(width));
        }
        last_begin = begin;
        last_text_width = 0;
    }

    void character(UChar32 c, std::uint64_t begin, std::string& text, OffsetMap* offsets) {
        begin = std::max(begin, last_begin);
        close_character(begin, offsets);
        if (c == kBom && at_start) {
            info.bom = true;
            at_start = false;
            return;
        }
        at_start = false;
        if (c == 0) check_zero(begin);
        char bytes[U8_MAX_LENGTH];
        std::uint32_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, c);
        text.append(bytes, size);
        last_text_width = size;
    }

    /// One unit of UTF-16 from ICU, whose UTF-7 and SCSU let lone surrogates through.
    void unit(UChar u, std::uint64_t begin, std::string& text, OffsetMap* offsets) {
        const UChar before = std::exchange(high_surrogate, UChar{0});
        if (before != 0 && U16_IS_TRAIL(u)) {
            return character(U16_GET_SUPPLEMENTARY(before, u), high_begin, text, offsets);
        }
        if (before != 0) replace(high_begin, text, offsets);
        if (U16_IS_LEAD(u)) {
            high_surrogate = u;
            high_begin = begin;
        } else if (U16_IS_TRAIL(u)) {
            replace(begin, text, offsets);
        } else {
            character(u, begin, text, offsets);
        }
    }

    /// An ill-formed part that begins at `begin` becomes U+FFFD.
    void replace(std::uint64_t begin, std::string& text, OffsetMap* offsets) {
        begin = std::max(begin, last_begin);
        ill_formed(begin);
        close_character(begin, offsets);
        at_start = false;
        text += kReplacement;
        last_text_width = static_cast<std::uint32_t>(kReplacement.size());
    }

    /// How many units from here on are ASCII, none of them NUL, at even distances in the file: most
    /// of many texts, worth a fast way.
    [[nodiscard]] std::size_t ascii_run(const UChar* units, const std::int32_t* origins,
                                        std::size_t count) const {
        if (high_surrogate != 0 || origins[0] < 0) return 0;
        const auto plain = [](UChar u) { return u != 0 && u < 0x80; };
        if (count < 2 || !plain(units[0])) return 0;
        const std::int32_t step = origins[1] - origins[0];
        std::size_t size = 1;
        while (size < count && plain(units[size]) && origins[size] - origins[size - 1] == step)
            ++size;
        return step > 0 ? size : 0;
    }

    void ascii(const UChar* units, std::size_t count, std::uint64_t begin, std::uint32_t step,
               std::string& text, OffsetMap* offsets) {
        begin = std::max(begin, last_begin);
        close_character(begin, offsets);
        at_start = false;
        const std::size_t before = text.size();
        text.resize(before + count);
        std::transform(units, units + count, text.begin() + static_cast<std::ptrdiff_t>(before),
                       [](UChar u) { return static_cast<char>(u); });
        if (offsets) offsets->append(count - 1, 1, step);
        last_begin = begin + (count - 1) * step;
        last_text_width = 1;
    }

    void finish_surrogate(std::string& text, OffsetMap* offsets) {
        if (std::exchange(high_surrogate, UChar{0}) != 0) replace(high_begin, text, offsets);
    }

    void feed_converter(std::string_view chunk, bool last, std::string& text, OffsetMap* offsets) {
        std::array<UChar, kUnits> units;
        std::array<std::int32_t, kUnits> origins;
        UConverter* const icu_converter = converter.getAlias();
        const char* source = chunk.data();
        const char* const end = source + chunk.size();
        for (bool more = true; more;) {
            const char* const call_begin = source;
            // ICU counts in 32 bits.
            const char* const call_end =
                source + std::min<std::ptrdiff_t>(end - source, std::ptrdiff_t{1} << 30);
            const std::uint64_t base =
                position + static_cast<std::uint64_t>(call_begin - chunk.data());
            UErrorCode status = U_ZERO_ERROR;
            UChar* target = units.data();
            ucnv_toUnicode(icu_converter, &target, units.data() + kUnits, &source, call_end,
                           origins.data(), last && call_end == end, &status);
            const auto count = static_cast<std::size_t>(target - units.data());
            for (std::size_t i = 0; i < count;) {
                const std::size_t plain =
                    ascii_run(units.data() + i, origins.data() + i, count - i);
                if (plain > 1) {
                    ascii(units.data() + i, plain, base + static_cast<std::uint64_t>(origins[i]),
                          static_cast<std::uint32_t>(origins[i + 1] - origins[i]), text, offsets);
                    i += plain;
                    continue;
                }
                // -1: one more unit of a sequence that an earlier call read.
                unit(units[i],
                     origins[i] < 0 ? last_begin : base + static_cast<std::uint64_t>(origins[i]),
                     text, offsets);
                ++i;
            }
            more = source != end || status == U_BUFFER_OVERFLOW_ERROR;
            if (is_ill_formed(status)) {
                more = true;
                ill_formed_part(position + static_cast<std::uint64_t>(source - chunk.data()), text,
                                offsets);
            } else if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
                throw Error(Fault::input,
                            fmt::format("{}: cannot be decoded as {}: {}", shown_path(name),
                                        info.encoding, u_errorName(status)));
            }
            check_size(text, offsets);
        }
        position += chunk.size();
        if (last) {
            finish_surrogate(text, offsets);
            close_character(position, offsets);
        }
    }

    /// `read`: how far in the file the converter has read.
    void ill_formed_part(std::uint64_t read, std::string& text, OffsetMap* offsets) {
        UErrorCode status = U_ZERO_ERROR;
        char bytes[32];
        std::int8_t size = sizeof bytes;
        ucnv_getInvalidChars(converter.getAlias(), bytes, &size, &status);
        // What it will read once more, having tried a longer sequence in vain.
        status = U_ZERO_ERROR;
        const std::int32_t again = ucnv_toUCountPending(converter.getAlias(), &status);
        // ICU names no bytes at all for some (BOCU-1), yet it has read one.
        const auto back = static_cast<std::uint64_t>(
            std::max(1, std::max<int>(size, 0) + (U_SUCCESS(status) ? std::max(again, 0) : 0)));
        finish_surrogate(text, offsets);
        replace(read - std::min(read, back), text, offsets);
    }
};

Decoder::Decoder(const EncodingChoice& choice, const DecodeOptions& options, std::string_view name)
    : state_(std::make_unique<State>()) {
    state_->options = options;
    state_->name = name;
    state_->info.encoding = choice.encoding;
    state_->info.chosen_by = choice.chosen_by;
    state_->info.not_utf8_at = choice.not_utf8_at;
    if (choice.encoding != "UTF-8") state_->converter = open_converter(choice.encoding);
}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;

void Decoder::feed(std::string_view chunk, bool last, std::string& text, OffsetMap* offsets) {
    state_->feed(chunk, last, text, offsets);
}

bool Decoder::in_place() const {
    return state_->converter.isNull() && state_->carry.empty() && !state_->at_start;
}

std::size_t Decoder::pass_valid(std::string_view chunk) {
    const std::size_t size = valid_utf8_prefix(chunk);
    state_->pass(chunk, size);
    return size;
}

const DecodeInfo& Decoder::info() const {
    return state_->info;
}

}  // namespace analyze
