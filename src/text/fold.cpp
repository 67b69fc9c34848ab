// Keys for counting: words with the differences of case and of encoding taken away.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"

namespace analyze {
namespace {

void check(UErrorCode status) {
    if (U_FAILURE(status))
        throw Error(Fault::resource, std::string("ICU's normalisation can't be used (") +
                                         u_errorName(status) + "); reinstall ICU's data");
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

void normalise(std::string_view text, std::string& result) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    check(status);
    result.clear();
    icu::StringByteSink<std::string> sink(&result);
    nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
    check(status);
}

}  // namespace

void fold(std::string_view word, Case mode, std::string& key) {
    const bool ascii = std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii) {
        key.assign(word);
        if (mode == Case::keep) return;
        for (char& c : key) c = ascii::lower(c);
        return;
    }
    normalise(word, key);
    if (mode == Case::keep) return;
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(key), sink, nullptr, status);
    check(status);
    normalise(folded, key);
}

}  // namespace analyze
