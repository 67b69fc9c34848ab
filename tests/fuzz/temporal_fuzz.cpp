// Feeds any bytes as a text, and the same bytes as a rule table, to the finder of dates and numbers.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyze/analysis/temporal.hpp"
#include "analyze/base/error.hpp"

using namespace analyze;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const TemporalRules english(load_resource("temporal/en.table"));
    static const TemporalRules german(load_resource("temporal/de.table"));
    static Tokenizer tokenizer;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    DecodeOptions decode;
    decode.encoding = "UTF-8";
    decode.binary = BinaryPolicy::text;
    const Document document(Source::from_bytes("fuzz", bytes, decode), tokenizer);
    TemporalOptions options;
    if (size % 2 == 0) options.reference = CivilDay{2024, 3, 15};
    if (size % 3 == 0) options.place = {0, static_cast<std::uint32_t>(document.text().size() / 2)};
    for (const TemporalRules* rules : {&english, &german}) {
        std::uint32_t last = 0;
        for (const Expression& e : rules->find(document, {}, options)) {
            if (e.span.begin < last || e.span.end <= e.span.begin ||
                e.span.end > document.text().size() || e.value.empty())
                std::abort();
            last = e.span.end;
        }
    }
    if (size < 4096) {
        try {
            const TemporalRules rules(Resource("fuzz", bytes));
            (void)rules.find(document, {}, options);
        } catch (const Error&) {
        }
    }
    return 0;
}
