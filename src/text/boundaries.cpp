// Word boundaries: where UAX #29 (Unicode 15.0) and ICU's dictionaries divide a text.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

#include "analyze/base/error.hpp"
#include "dictionary_words.hpp"
#include "word_class.hpp"
#include "word_steps.hpp"

namespace analyze {
namespace {

constexpr auto kAscii = [] {
    std::array<WordInfo, 128> infos{};
    for (std::size_t c = 0; c < infos.size(); ++c) infos[c] = ascii_word_info(static_cast<char>(c));
    return infos;
}();

/// By the bits of a segment above its last character's class.
constexpr std::array<SegmentClass, 8> kKinds{
    SegmentClass::space,  SegmentClass::other,  SegmentClass::number, SegmentClass::number,
    SegmentClass::letter, SegmentClass::letter, SegmentClass::letter, SegmentClass::letter};

/// Text is read in strides so that segments can be collected on the stack without asking for room.
constexpr std::size_t kStride = 256;

bool in_cjk_run(WordClass c) {
    return word_rules::is_run(c) || c == WordClass::kana_extend;
}
bool in_complex_run(WordClass c) {
    return c == WordClass::complex || c == WordClass::complex_extend;
}

void set_text(icu::BreakIterator& iterator, std::u16string_view text, UText& units,
              UErrorCode& status) {
    utext_openUChars(&units, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_SUCCESS(status)) iterator.setText(&units, status);
}

}  // namespace

struct Boundaries::State {
    WordInfoCache infos;
    std::unique_ptr<DictionaryWords> words;          // opened by the first run that needs it
    std::unique_ptr<icu::BreakIterator> dictionary;  // by the first that `words` leaves
    std::u16string run;                              // scratch of divide
    std::vector<std::uint32_t> offsets;              // in the text, of each unit of `run`
    std::vector<std::uint32_t> breaks;               // inside the last run
    std::size_t next_break = 0;
    std::size_t run_end = 0;

    void divide(std::string_view text, std::size_t begin, bool (*member)(WordClass));
    WordStep adjust(std::string_view text, std::size_t at, WordClass c, WordStep step);
};

/// Finds the run of a script written without spaces that begins at `begin`, and its words. To ICU's
/// own root rules such a run is whole, so all boundaries inside it are those of its dictionaries.
void Boundaries::State::divide(std::string_view text, std::size_t begin,
                               bool (*member)(WordClass)) {
    run.clear();
    offsets.clear();
    breaks.clear();
    next_break = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto state = static_cast<std::size_t>(WordState::start);
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size(); end = at) {
        UChar32 c = 0;
        const auto offset = static_cast<std::uint32_t>(at);
        U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
        const WordClass kind = word_class(infos[static_cast<char32_t>(c)]);
        const WordStep step = kWordSteps[state][static_cast<std::size_t>(kind)];
        if (!member(kind) || (step & kBreak) != 0) break;
        state = step & kStateMask;
        if (c > 0xFFFF) {
            run.push_back(static_cast<char16_t>(U16_LEAD(c)));
            offsets.push_back(offset);
        }
        run.push_back(static_cast<char16_t>(c > 0xFFFF ? U16_TRAIL(c) : c));
        offsets.push_back(offset);
    }
    run_end = end;
    if (run.size() < 2) return;
    if (member == in_cjk_run) {
        if (!words) words = std::make_unique<DictionaryWords>();
        if (words->divide(run, breaks)) {
            for (std::uint32_t& at : breaks) at = offsets[at];
            return;
        }
    }

    UErrorCode status = U_ZERO_ERROR;
    UText units = UTEXT_INITIALIZER;
    if (!dictionary) {
        dictionary.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        // A sign of no script, met first, makes an iterator leave all such signs out of its
        // dictionaries from then on; having used one for Chinese, it leaves them there.
        constexpr std::u16string_view kChinese = u"湖湖";
        if (U_SUCCESS(status)) set_text(*dictionary, kChinese, units, status);
        if (U_SUCCESS(status)) dictionary->next();
    }
    if (U_SUCCESS(status)) set_text(*dictionary, run, units, status);
    if (U_FAILURE(status))
        throw Error(Fault::resource, std::string("ICU's word dictionaries can't be used (") +
                                         u_errorName(status) + "); reinstall ICU's data");
    dictionary->first();
    for (std::int32_t at = 0; (at = dictionary->next()) != icu::BreakIterator::DONE;)
        if (static_cast<std::size_t>(at) < run.size())
            breaks.push_back(offsets[static_cast<std::size_t>(at)]);
    utext_close(&units);
}

/// Adds what the table can't know: rule WB3c, which looks at the very character before, and the
/// boundaries inside runs.
WordStep Boundaries::State::adjust(std::string_view text, std::size_t at, WordClass c,
                                   WordStep step) {
    constexpr std::string_view kJoiner = "\u200D";
    switch (c) {
        case WordClass::pictograph:
        case WordClass::letter_pictograph:
            if (text.substr(0, at).ends_with(kJoiner)) step &= static_cast<WordStep>(~kBreak);
            return step;
        case WordClass::ideograph:
        case WordClass::katakana:
        case WordClass::iteration:
            if (at >= run_end) divide(text, at, in_cjk_run);
            break;
        case WordClass::complex:
            if (at >= run_end) divide(text, at, in_complex_run);
            break;
        default:
            return step;  // no dictionary parts a mark from its base
    }
    while (next_break < breaks.size() && breaks[next_break] < at) ++next_break;
    if (next_break < breaks.size() && breaks[next_break] == at) step |= kBreak;
    return step;
}

Boundaries::Boundaries() : state_(std::make_unique<State>()) {}
Boundaries::~Boundaries() = default;
Boundaries::Boundaries(Boundaries&&) noexcept = default;
Boundaries& Boundaries::operator=(Boundaries&&) noexcept = default;

void Boundaries::find(std::string_view text, std::vector<Segment>& segments) {
    if (text.empty()) return;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::array<Segment, 2 * kStride + 2> buffer;
    auto state = static_cast<std::size_t>(WordState::start);
    unsigned bits = 0;  // of the segment so far
    Segment held{0, SegmentClass::space};
    Segment* out = buffer.data();

    const auto advance = [&](std::size_t at, WordInfo info, WordStep step) {
        if ((step & (kHold | kRelease)) != 0) {
            if ((step & kRelease) != 0) {
                *out++ = held;
                bits = kVisible;
            } else {
                held = {static_cast<std::uint32_t>(at), kKinds[bits >> 5]};
            }
        }
        // Written always and kept only at a boundary: words end too irregularly to branch on.
        *out = {static_cast<std::uint32_t>(at), kKinds[bits >> 5]};
        const unsigned at_boundary = (step & kBreak) / kBreak;
        out += at_boundary;
        bits = (bits & (at_boundary - 1U)) | info;
        state = step & kStateMask;
    };

    state_->run_end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min(at + kStride, text.size());
        out = buffer.data();
        while (at < stop) {
            if (bytes[at] < 0x80) {
                const WordInfo info = kAscii[bytes[at]];
                advance(at++, info, kWordSteps[state][info & kClassMask]);
            } else {
                UChar32 c = 0;
                std::size_t next = at;
                U8_NEXT_OR_FFFD(bytes, next, text.size(), c);
                const WordInfo info = state_->infos[static_cast<char32_t>(c)];
                WordStep step = kWordSteps[state][info & kClassMask];
                if (word_class(info) >= WordClass::pictograph)
                    step = state_->adjust(text, at, word_class(info), step);
                advance(at, info, step);
                at = next;
            }
        }
        segments.insert(segments.end(), buffer.data(), out);
    }
    if (word_rules::is_held(static_cast<WordState>(state))) {
        segments.push_back(held);
        bits = kVisible;
    }
    segments.push_back({static_cast<std::uint32_t>(text.size()), kKinds[bits >> 5]});
}

}  // namespace analyze
