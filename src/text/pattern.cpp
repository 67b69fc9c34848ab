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

/// What is wrong, in words.
const char* meaning_of(UErrorCode status) {
    switch (status) {
        case U_REGEX_MISMATCHED_PAREN:
            return "a parenthesis has no partner";
        case U_REGEX_MISSING_CLOSE_BRACKET:
            return "a [ has no ]";
        case U_REGEX_BAD_ESCAPE_SEQUENCE:
            return "there is no such escape";
        case U_REGEX_PROPERTY_SYNTAX:
            return "there is no such class of characters";
        case U_REGEX_BAD_INTERVAL:
        case U_REGEX_MAX_LT_MIN:
        case U_REGEX_NUMBER_TOO_BIG:
            return "a count must be {n}, {n,} or {n,m} with n up to m";
        case U_REGEX_INVALID_BACK_REF:
            return "it refers to a group that is not there";
        case U_REGEX_INVALID_RANGE:
            return "a range ends before it begins";
        case U_REGEX_LOOK_BEHIND_LIMIT:
            return "a look-behind must have an upper limit of length";
        case U_REGEX_RULE_SYNTAX:
            return "a sign stands where it has no meaning";
        default:
            return "it cannot be understood";
    }
}

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
                                      std::to_string(where.offset + 1) + ": " + meaning_of(status));
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
