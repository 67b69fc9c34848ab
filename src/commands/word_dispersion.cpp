// The options and columns of dispersion: how evenly words are spread, for lists of words.
// SPDX-License-Identifier: Apache-2.0
#include "word_dispersion.hpp"

#include "document_view.hpp"

namespace analyze {
namespace {

Value or_undefined(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}

}  // namespace

void DispersionOptions::declare(OptionList& options) {
    options.flag("--dispersion", flag_,
                 "how evenly each word is spread over the texts: range, D, DP, DPnorm, ARF");
    options.number("--parts", "N", parts_, 1, 1000000, "the same over N equal parts of the texts")
        .fallback = "";
}

std::vector<std::pair<std::string, Value>> DispersionOptions::fields() const {
    if (!on()) return {};
    return {{"dispersion", parts_ == 0 ? "texts" : "parts"},
            {"parts", parts_ == 0 ? Value() : number(parts_)}};
}

std::vector<Column> dispersion_columns(bool for_people) {
    return {{.name = "range", .align = Align::right, .spare = true},
            {.name = for_people ? "D" : "juilland_d", .align = Align::right, .spare = true},
            {.name = for_people ? "DP" : "dp", .align = Align::right, .spare = true},
            {.name = for_people ? "DPnorm" : "dp_norm", .align = Align::right},
            {.name = for_people ? "ARF" : "arf", .align = Align::right}};
}

DispersionView::DispersionView(const WordPlaces& places, std::uint64_t parts)
    : places_(places),
      parts_(parts == 0 ? CorpusParts(places.text_sizes())
                        : CorpusParts::equal(places.words(), parts)) {}

std::vector<Value> DispersionView::cells(std::string_view word) const {
    const Dispersion found = dispersion(word);
    return {number(found.range), or_undefined(found.juilland_d), or_undefined(found.dp),
            or_undefined(found.dp_norm), arf(word)};
}

}  // namespace analyze
