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
#include "complex_words.hpp"
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

/// A bit for each class whose characters a run may have.
constexpr std::uint32_t bit_of(WordClass c) {
    return std::uint32_t{1} << static_cast<unsigned>(c);
}
constexpr std::uint32_t kMarks = bit_of(WordClass::extend) | bit_of(WordClass::format) |
                                 bit_of(WordClass::zwj) | bit_of(WordClass::complex_extend) |
                                 bit_of(WordClass::kana_extend);
constexpr std::uint32_t kCjkRun = bit_of(WordClass::ideograph) | bit_of(WordClass::katakana) |
                                  bit_of(WordClass::iteration) | bit_of(WordClass::kana_extend);
constexpr std::uint32_t kComplexRun = bit_of(WordClass::complex) | kMarks;
constexpr std::uint32_t kPictographs =
    bit_of(WordClass::pictograph) | bit_of(WordClass::letter_pictograph);
constexpr WordStep kNoBreak = static_cast<WordStep>(~kBreak);
/// What a run begins with.
constexpr std::uint32_t kCjk = kCjkRun & ~kMarks, kComplex = kComplexRun & ~kMarks;

void set_text(icu::BreakIterator& iterator, std::u16string_view text, UText& units,
              UErrorCode& status) {
    utext_openUChars(&units, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_SUCCESS(status)) iterator.setText(&units, status);
}

}  // namespace

struct Boundaries::State {
    WordInfoCache infos;
    std::unique_ptr<DictionaryWords> cjk_words;  // opened by the first run that needs it
    ComplexWords complex_words;
    std::unique_ptr<icu::BreakIterator> dictionary;  // opened by the first run they leave
    std::u16string run;                              // scratch of divide
    std::vector<std::uint32_t> offsets;              // in the text, of each unit of `run`
    std::vector<std::uint32_t> breaks;               // inside the last run
    std::size_t run_end = 0;
    std::size_t past_run = 0;  // what the rules remember of the last run: a WordState

    void divide(std::string_view text, std::size_t begin, WordClass first,
                std::vector<Segment>& segments);
    void divide_by_icu();
};

/// Finds the run of a script written without spaces that begins at `begin`, and gives out its words
/// but for the last. To ICU's own root rules such a run is whole, so all boundaries inside it are
/// those of its dictionaries.
void Boundaries::State::divide(std::string_view text, std::size_t begin, WordClass first,
                               std::vector<Segment>& segments) {
    const bool cjk = (kCjk & bit_of(first)) != 0;
    const std::uint32_t members = cjk ? kCjkRun : kComplexRun;
    run.clear();
    offsets.clear();
    breaks.clear();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto state = static_cast<std::size_t>(WordState::start);
    constexpr UChar32 kMark = 0x0301;
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size(); end = at) {
        UChar32 c = 0;
        const auto offset = static_cast<std::uint32_t>(at);
        U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
        const WordClass kind = word_class(infos[static_cast<char32_t>(c)]);
        const WordStep step = kWordSteps[state][static_cast<std::size_t>(kind)];
        if ((members & bit_of(kind)) == 0 || (step & kBreak) != 0) break;
        state = step & kStateMask;
        // Some marks are of a script that ICU has a dictionary for: another stands in for all.
        if (!cjk && kind != WordClass::complex && kind != WordClass::complex_extend) c = kMark;
        if (c > 0xFFFF) {
            run.push_back(static_cast<char16_t>(U16_LEAD(c)));
            offsets.push_back(offset);
        }
        run.push_back(static_cast<char16_t>(c > 0xFFFF ? U16_TRAIL(c) : c));
        offsets.push_back(offset);
    }
    run_end = end;
    past_run = state;
    if (run.size() < 2) return;
    if (cjk && !cjk_words) cjk_words = std::make_unique<DictionaryWords>();
    if (!(cjk ? cjk_words->divide(run, breaks) : complex_words.divide(run, breaks)))
        divide_by_icu();
    for (const std::uint32_t place : breaks) {
        UChar32 c = 0;
        std::size_t at = offsets[place];
        U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
        // WB4: no mark is parted from its base, whatever a dictionary says.
        if ((kMarks & bit_of(word_class(infos[static_cast<char32_t>(c)]))) == 0)
            segments.push_back({offsets[place], SegmentClass::letter});
    }
}

/// Finds the places in `run` where words end, in UTF-16.
void Boundaries::State::divide_by_icu() {
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
            breaks.push_back(static_cast<std::uint32_t>(at));
    utext_close(&units);
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
                const WordClass kind = word_class(info);
                const WordStep step = kWordSteps[state][info & kClassMask];
                if (kind < WordClass::pictograph) {
                    advance(at, info, step);
                } else if ((kPictographs & bit_of(kind)) != 0) {
                    // WB3c, which looks at the very character before.
                    const bool joined = text.substr(0, at).ends_with("\u200D");
                    advance(at, info, joined ? step & kNoBreak : step);
                } else {
                    advance(at, info, step);
                    if (((kCjk | kComplex) & bit_of(kind)) != 0) {
                        segments.insert(segments.end(), buffer.data(), out);
                        out = buffer.data();
                        state_->divide(text, at, kind, segments);
                        state = state_->past_run;
                        next = state_->run_end;
                    }
                }
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
