// Opens the dictionaries that ICU divides words with, where ICU has them.
// SPDX-License-Identifier: Apache-2.0
#include "dictionary_data.hpp"

#include <unicode/udata.h>
#include <unicode/uversion.h>

#include <array>
#include <cstring>

namespace analyze {

void DictionaryData::Close::operator()(UDataMemory* data) const {
    udata_close(data);
}

DictionaryData::DictionaryData(const char* name, DictionaryKind kind) {
    UVersionInfo version;  // of the library, which need not be that of the headers
    u_getVersion(version);
    if (version[0] != 72) return;
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UDataMemory, Close> data(
        udata_open(U_ICUDATA_NAME "-brkitr", "dict", name, &status));
    if (U_FAILURE(status)) return;

    // The header of a file of format "Dict", version 1: where the trie begins, two numbers that are
    // not used, the size, the kind, how characters are made bytes, two more.
    std::array<std::int32_t, 8> header;
    const auto* bytes = static_cast<const char*>(udata_getMemory(data.get()));
    std::memcpy(header.data(), bytes, sizeof header);
    constexpr std::int32_t kHow = 0x7F000000, kByOffset = 0x01000000, kOffset = 0x1FFFFF;
    if (header[4] != static_cast<std::int32_t>(kind)) return;
    if (kind == DictionaryKind::bytes && (header[5] & kHow) != kByOffset) return;
    data_ = std::move(data);
    trie_ = bytes + header[0];
    offset_ = header[5] & kOffset;
}

}  // namespace analyze
