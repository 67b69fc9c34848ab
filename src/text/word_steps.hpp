// The word boundary rules of UAX #29 as one table: state and class of a character in, step out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "word_class.hpp"

namespace analyze {

/// What the rules remember of the characters before, skipping those that WB4 ignores.
enum class WordState : std::uint8_t {
    start,  ///< nothing yet: no boundary before the first character, which the caller knows
    fresh,  ///< a line end: WB4 does not skip what follows
    cr,
    any,
    space,
    letter,
    hebrew,
    numeric,
    katakana,
    connector,
    regional,
    complex,
    ideograph,  ///< runs that dictionaries divide are whole to the rules; they end at an Extend
    iteration,
    katakana_run,   ///< katakana with nothing after it
    letter_mid,     ///< letter and MidLetter, MidNumLet or Single_Quote; joined if a letter follows
    hebrew_single,  ///< Hebrew letter and Single_Quote (WB7a)
    hebrew_double,  ///< Hebrew letter and Double_Quote; joined if a Hebrew letter follows
    numeric_mid,    ///< number and MidNum, MidNumLet or Single_Quote; joined if a number follows
};
constexpr std::size_t kWordStates = 19;

/// The next state in the low five bits; above them what to do before the character.
using WordStep = std::uint8_t;
constexpr WordStep kStateMask = 0x1F;
constexpr WordStep kBreak = 0x20;    ///< a boundary
constexpr WordStep kHold = 0x40;     ///< a boundary unless the rules join the two sides later on
constexpr WordStep kRelease = 0x80;  ///< the boundary that was held is one (before any new one)

namespace word_rules {

using C = WordClass;
using S = WordState;

constexpr bool is_letter(C c) {
    return c == C::letter || c == C::hebrew || c == C::letter_pictograph || c == C::iteration;
}
constexpr bool is_ignored(C c) {
    return c == C::extend || c == C::format || c == C::zwj || c == C::complex_extend ||
           c == C::kana_extend;
}
constexpr bool is_run(C c) {
    return c == C::ideograph || c == C::iteration || c == C::katakana;
}

/// The state that a character leads to by itself.
constexpr S state_after(C c) {
    switch (c) {
        case C::cr:
            return S::cr;
        case C::lf:
        case C::newline:
            return S::fresh;
        case C::regional:
            return S::regional;
        case C::hebrew:
            return S::hebrew;
        case C::letter:
        case C::letter_pictograph:
            return S::letter;
        case C::numeric:
            return S::numeric;
        case C::extend_num_let:
            return S::connector;
        case C::space:
            return S::space;
        case C::ideograph:
            return S::ideograph;
        case C::katakana:
            return S::katakana_run;
        case C::iteration:
            return S::iteration;
        case C::complex:
            return S::complex;
        default:
            return S::any;
    }
}

/// The state after a character that WB4 ignores.
constexpr S state_past(S s) {
    switch (s) {
        case S::space:
        case S::ideograph:
            return S::any;
        case S::iteration:
            return S::letter;
        case S::katakana_run:
            return S::katakana;
        default:
            return s;
    }
}

/// No boundary, whatever follows: WB3, WB3d, WB5, WB7a, WB8 to WB10, WB13 to WB16, dictionary runs.
constexpr bool joins(S s, C c) {
    switch (s) {
        case S::cr:
            return c == C::lf;
        case S::space:
            return c == C::space;
        case S::regional:
            return c == C::regional;
        case S::complex:
            return c == C::complex;
        case S::ideograph:
            return is_run(c);
        case S::katakana:
            return c == C::katakana || c == C::extend_num_let;
        case S::katakana_run:
            return is_run(c) || c == C::extend_num_let;
        case S::connector:
            return is_letter(c) || c == C::numeric || c == C::katakana || c == C::extend_num_let;
        case S::letter:
        case S::numeric:
            return is_letter(c) || c == C::numeric || c == C::extend_num_let;
        case S::iteration:
            return joins(S::letter, c) || is_run(c);
        case S::hebrew:
            return joins(S::letter, c) || c == C::single_quote;
        case S::hebrew_single:
        case S::letter_mid:
            return is_letter(c);  // WB7
        case S::hebrew_double:
            return c == C::hebrew;  // WB7c
        case S::numeric_mid:
            return c == C::numeric;  // WB11
        default:
            return false;
    }
}

/// The state in which a boundary before `c` waits for what follows (WB6, WB7b, WB12); else any.
constexpr S held_state(S s, C c) {
    const bool quote_or_dot = c == C::mid_num_let || c == C::single_quote;
    const bool letter = s == S::letter || s == S::hebrew || s == S::iteration;
    if (letter && (c == C::mid_letter || quote_or_dot)) return S::letter_mid;
    if (s == S::hebrew && c == C::double_quote) return S::hebrew_double;
    if (s == S::numeric && (c == C::mid_num || quote_or_dot)) return S::numeric_mid;
    return S::any;
}

constexpr bool is_held(S s) {
    return s == S::letter_mid || s == S::hebrew_double || s == S::numeric_mid;
}

constexpr WordStep step(S s, C c) {
    const auto make = [](S next, WordStep action) {
        return static_cast<WordStep>(static_cast<WordStep>(next) | action);
    };
    const bool at_line_end = s == S::fresh || s == S::cr;
    if (is_ignored(c)) {
        if (s == S::start) return make(S::any, 0);
        return at_line_end ? make(S::any, kBreak) : make(state_past(s), 0);
    }
    if (joins(s, c)) {
        if (s == S::regional) return make(S::any, 0);
        if (s == S::hebrew && c == C::single_quote) return make(S::hebrew_single, 0);
        return make(state_after(c), 0);
    }
    if (const S held = held_state(s, c); held != S::any) return make(held, kHold);
    return make(state_after(c), s == S::start ? WordStep{0}
                                : is_held(s)  ? kRelease | kBreak
                                              : kBreak);
}

}  // namespace word_rules

using WordSteps = std::array<std::array<WordStep, 32>, 32>;
constexpr WordSteps kWordSteps = [] {
    WordSteps steps{};
    for (std::size_t s = 0; s < kWordStates; ++s)
        for (std::size_t c = 0; c < kWordClasses; ++c)
            steps[s][c] = word_rules::step(static_cast<WordState>(s), static_cast<WordClass>(c));
    return steps;
}();

}  // namespace analyze
