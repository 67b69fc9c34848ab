// Word boundaries: where UAX #29 (Unicode 15.0) and ICU's dictionaries divide a text.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/boundaries.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace analyze {

struct Boundaries::State {
    std::unique_ptr<icu::BreakIterator> iterator;
};
Boundaries::Boundaries() : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    state_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
}
Boundaries::~Boundaries() = default;
Boundaries::Boundaries(Boundaries&&) noexcept = default;
Boundaries& Boundaries::operator=(Boundaries&&) noexcept = default;

void Boundaries::find(std::string_view text, std::vector<Segment>& segments) {
    UErrorCode status = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
    state_->iterator->setText(utext, status);
    int32_t begin = 0;
    for (int32_t end = state_->iterator->first(); (end = state_->iterator->next()) != icu::BreakIterator::DONE; begin = end) {
        const int32_t tag = state_->iterator->getRuleStatus();
        const char c = text[static_cast<std::size_t>(begin)];
        segments.push_back({static_cast<std::uint32_t>(end),
                            tag >= 200   ? SegmentClass::letter
                            : tag >= 100 ? SegmentClass::number
                            : (c == ' ' || c == '\n' || c == '\r' || c == '\t') ? SegmentClass::space
                                                                              : SegmentClass::other});
    }
    utext_close(utext);
}

}  // namespace analyze
