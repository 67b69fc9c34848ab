// Tables of texts and what a test's own function must make of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>

struct TextCase {
    const char* text;
    const char* expected;
};

template <class Show>
void check_cases(const Show& show, std::initializer_list<TextCase> cases) {
    for (const TextCase& c : cases) {
        CAPTURE(c.text);
        CHECK(show(c.text) == c.expected);
    }
}
