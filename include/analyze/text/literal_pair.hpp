// Two bytes of a literal, which are looked at before the rest of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Included where code for CPUs that may not be there is made: no function here that the linker
// could share.
#include <cstddef>

namespace analyze::literal {

/// `mask` is or-ed into the text's bytes before they are compared.
struct Pair {
    std::size_t first, second;  ///< where the bytes stand in the literal
    unsigned char first_byte, second_byte, mask;
};

}  // namespace analyze::literal
