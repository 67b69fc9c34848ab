// Puts the files that embedded.inc lists into the read-only data of the binary, 64-byte aligned.
// SPDX-License-Identifier: Apache-2.0
#include "embedded.inc"

#define ROW(symbol, name)                \
    .balign 64;                          \
    .global analyze_data_##symbol;       \
    analyze_data_##symbol:               \
    .incbin name;                        \
    .global analyze_data_end_##symbol;   \
    analyze_data_end_##symbol:           \
    .byte 0;

    .section .rodata
ANALYZE_EMBEDDED_FILES
    .section .note.GNU-stack, "", %progbits
