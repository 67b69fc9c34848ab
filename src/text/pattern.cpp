// Regular expressions: RE2's, in time linear in the text, with Unicode classes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/pattern.hpp"

#include <re2/re2.h>

#include <array>
#include <vector>

#include "analyze/base/error.hpp"

namespace analyze {
namespace {

/// What a class of Perl's stands for in Unicode, as it is written inside of brackets; the second is
/// its complement where that can be written there at all.
struct UnicodeClass {
    char letter;
    std::string_view inside, complement;
};
constexpr std::array kClasses{
    UnicodeClass{'w', "\\p{L}\\p{M}\\p{N}\\p{Pc}", {}},
    UnicodeClass{'d', "\\p{Nd}", "\\P{Nd}"},
    UnicodeClass{'s', "\\t-\\r \\x{85}\\p{Z}", {}},
};

/// White space with at most one line end.
constexpr std::string_view kBlank =
    "(?:[\\t\\v\\f \\p{Zs}]+(?:\\r?\\n[\\t\\v\\f \\p{Zs}]*|\\r[\\t\\v\\f \\p{Zs}]*)?"
    "|\\r?\\n[\\t\\v\\f \\p{Zs}]*|\\r[\\t\\v\\f \\p{Zs}]*)";

[[noreturn]] void refuse(const std::string& expression, std::size_t at, std::string_view why) {
    std::string message = "the expression '" + expression + "' is not valid";
    if (at != std::string::npos) {
        std::size_t character = 1;
        for (const char c : std::string_view(expression).substr(0, at))
            character += static_cast<signed char>(c) >= -0x40 ? 1 : 0;
        message += " at character " + std::to_string(character);
    }
    throw Error(Fault::usage, message.append(": ").append(why));
}

/// Reads an expression once: makes of it what RE2 is given, and finds parentheses without a
/// partner, whose place RE2 does not tell.
class Translation {
public:
    Translation(const std::string& expression, Pattern::In in)
        : from_(expression), in_text_(in == Pattern::In::text) {
        if (in_text_) result = "(?m)";
        while (at_ < from_.size()) step();
        if (!open_.empty() && lone_parenthesis == std::string::npos)
            lone_parenthesis = open_.back();
    }

    std::string result;
    std::size_t lone_parenthesis = std::string::npos;

private:
    void step() {
        const char c = from_[at_];
        if (c == '\\') return escape();
        if (in_class_) {
            // A ] that stands first is a character of the class.
            if (c == ']' && at_ > class_begin_) in_class_ = false;
            if (c == '[' && from_.compare(at_, 2, "[:") == 0) {
                const std::size_t end = from_.find(":]", at_ + 2);
                if (end != std::string::npos) return copy(end + 2 - at_);
            }
        } else if (c == '[') {
            in_class_ = true;
            class_begin_ = at_ + (from_.compare(at_ + 1, 1, "^") == 0 ? 2 : 1);
            return copy(class_begin_ - at_);
        } else if (c == '(') {
            open_.push_back(at_);
        } else if (c == ')') {
            if (!open_.empty())
                open_.pop_back();
            else if (lone_parenthesis == std::string::npos)
                lone_parenthesis = at_;
        } else if (c == ' ' && in_text_) {
            result += kBlank;
            ++at_;
            return;
        }
        copy(1);
    }

    void escape() {
        if (from_.compare(at_, 2, "\\Q") == 0 && !in_class_) {
            const std::size_t end = from_.find("\\E", at_ + 2);
            return copy((end == std::string::npos ? from_.size() : end + 2) - at_);
        }
        const char letter = at_ + 1 < from_.size() ? from_[at_ + 1] : '\0';
        for (const UnicodeClass& known : kClasses) {
            const bool negated = letter == known.letter - ('a' - 'A');
            if (letter != known.letter && !negated) continue;
            if (!in_class_) {
                result.append(negated ? "[^" : "[").append(known.inside) += ']';
            } else if (!negated) {
                result += known.inside;
            } else if (!known.complement.empty()) {
                result += known.complement;
            } else {
                refuse(from_, at_, std::string("\\") + letter + " cannot stand between brackets");
            }
            at_ += 2;
            return;
        }
        copy(2);
    }

    void copy(std::size_t bytes) {
        result.append(from_, at_, bytes);
        at_ += bytes;
    }

    const std::string& from_;
    const bool in_text_;
    std::size_t at_ = 0, class_begin_ = 0;
    bool in_class_ = false;
    std::vector<std::size_t> open_;
};

RE2::Options options_for(Case letter_case) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(letter_case == Case::keep);
    return options;
}

/// What is wrong, in words; `part` is what RE2 points at.
std::string_view meaning_of(RE2::ErrorCode code, std::string_view part) {
    switch (code) {
        case RE2::ErrorMissingParen:
        case RE2::ErrorUnexpectedParen:
            return "a parenthesis has no partner";
        case RE2::ErrorMissingBracket:
            return "a [ has no ]";
        case RE2::ErrorBadEscape:
            return "there is no such escape (nor references to groups)";
        case RE2::ErrorBadCharClass:
        case RE2::ErrorBadCharRange:
            return part.starts_with('\\') || part.starts_with('[')
                       ? "there is no such class of characters"
                       : "a range ends before it begins";
        case RE2::ErrorRepeatSize:
            return "a count must be {n}, {n,} or {n,m} with n up to m, 1000 at most";
        case RE2::ErrorRepeatArgument:
            return "nothing stands before the sign of repetition";
        case RE2::ErrorRepeatOp:
            return "two signs of repetition in a row";
        case RE2::ErrorTrailingBackslash:
            return "nothing follows the last backslash";
        case RE2::ErrorBadPerlOp:
            return "there is no such group (nor look-ahead and look-behind)";
        case RE2::ErrorBadNamedCapture:
            return "a group's name must be (?P<name>…)";
        case RE2::ErrorBadUTF8:
            return "it is not UTF-8";
        case RE2::ErrorPatternTooLarge:
            return "it is too long, or its counts are too large";
        default:
            return "it cannot be understood";
    }
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

struct Pattern::State {
    State(const std::string& expression, const RE2::Options& options)
        : compiled(piece(expression), options) {}
    RE2 compiled;
};

Pattern::Pattern(const std::string& expression, Case letter_case, In in) {
    const Translation translation(expression, in);
    const RE2::Options options = options_for(letter_case);
    state_ = std::make_unique<State>(translation.result, options);
    if (state_->compiled.ok()) return;
    // RE2 quotes what it stumbled over; what was translated is sought as it was given.
    const RE2 given(piece(expression), options);
    const RE2& failed = given.ok() ? state_->compiled : given;
    const std::string& part = failed.error_arg();
    const bool parenthesis = failed.error_code() == RE2::ErrorMissingParen ||
                             failed.error_code() == RE2::ErrorUnexpectedParen;
    refuse(expression,
           parenthesis    ? translation.lone_parenthesis
           : part.empty() ? std::string::npos
                          : expression.find(part),
           meaning_of(failed.error_code(), part));
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::found_in(std::string_view text) const {
    return state_->compiled.Match(piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::optional<Span> Pattern::next(std::string_view text, std::uint32_t from) const {
    re2::StringPiece match;
    for (std::size_t at = from; at <= text.size();) {
        if (!state_->compiled.Match(piece(text), at, text.size(), RE2::UNANCHORED, &match, 1))
            return std::nullopt;
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        if (!match.empty())
            return Span{static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(begin + match.size())};
        at = begin + 1;
        while (at < text.size() && static_cast<signed char>(text[at]) < -0x40) ++at;
    }
    return std::nullopt;
}

}  // namespace analyze
