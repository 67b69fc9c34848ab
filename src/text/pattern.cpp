// Regular expressions over short strings: ICU's, with limits on time and stack.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/pattern.hpp"

#include <unicode/uregex.h>
#include <unicode/utext.h>

#include "analyze/base/error.hpp"

namespace analyze {
namespace {

struct Close {
    void operator()(URegularExpression* expression) const { uregex_close(expression); }
    void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

struct Pattern::State {
    std::string source;
    std::unique_ptr<UText, Close> text;  // wraps the string searched last
    std::unique_ptr<URegularExpression, Close> expression;

    void point_at(std::string_view bytes) {
        UErrorCode status = U_ZERO_ERROR;
        // Not released first: utext_openUTF8 reuses the UText it is given and returns it.
        UText* opened = utext_openUTF8(text.get(), bytes.data(),
                                       static_cast<std::int64_t>(bytes.size()), &status);
        if (!text) text.reset(opened);
    }
};

Pattern::Pattern(const std::string& expression, Case letter_case)
    : state_(std::make_unique<State>()) {
    state_->source = expression;
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    state_->point_at(state_->source);
    const std::uint32_t flags =
        letter_case == Case::fold ? std::uint32_t{UREGEX_CASE_INSENSITIVE} : 0U;
    state_->expression.reset(uregex_openUText(state_->text.get(), flags, &where, &status));
    if (U_FAILURE(status))
        throw Error(Fault::usage, "the expression '" + expression + "' is not valid at character " +
                                      std::to_string(where.offset + 1) + ": " +
                                      u_errorName(status));
    uregex_setTimeLimit(state_->expression.get(), 1000, &status);  // about a million steps each
    uregex_setStackLimit(state_->expression.get(), 8 << 20, &status);
    state_->text.reset();
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::found_in(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    state_->point_at(text);
    uregex_setUText(state_->expression.get(), state_->text.get(), &status);
    const bool found = uregex_find(state_->expression.get(), 0, &status) != 0;
    if (U_FAILURE(status))
        throw Error(Fault::usage, "the expression '" + state_->source +
                                      "' takes too long; give it fewer nested repetitions");
    return found;
}

}  // namespace analyze
