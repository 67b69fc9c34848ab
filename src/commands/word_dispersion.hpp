// The options and columns of dispersion: how evenly words are spread, for lists of words.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/analysis/word_places.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/report/table.hpp"

namespace analyze {

/// --dispersion and --parts.
class DispersionOptions {
public:
    void declare(OptionList& options);
    /// Whether it is asked for; --parts alone asks for it too.
    [[nodiscard]] bool on() const { return flag_ || parts_ != 0; }
    /// Equal parts, 0: each text is a part.
    [[nodiscard]] std::uint64_t parts() const { return parts_; }
    /// "dispersion" ("texts" or "parts") and "parts", for the options of a machine format; empty
    /// where it is not asked for.
    [[nodiscard]] std::vector<std::pair<std::string, Value>> fields() const;

private:
    bool flag_ = false;
    std::uint64_t parts_ = 0;
};

/// range, juilland_d, dp, dp_norm and arf; for people under shorter names.
[[nodiscard]] std::vector<Column> dispersion_columns(bool for_people);

/// The dispersion of any word of texts that were read.
class DispersionView {
public:
    /// `places` must be arranged and outlive the view; `parts` as of DispersionOptions.
    DispersionView(const WordPlaces& places, std::uint64_t parts);

    [[nodiscard]] std::uint64_t parts() const { return parts_.parts(); }
    [[nodiscard]] Dispersion dispersion(std::string_view word) const {
        return dispersion_of(parts_.count(places_.of(word)), parts_);
    }
    [[nodiscard]] double arf(std::string_view word) const {
        return average_reduced_frequency(places_.of(word), places_.words());
    }
    [[nodiscard]] Places places(std::string_view word) const { return places_.of(word); }
    /// The cells of dispersion_columns().
    [[nodiscard]] std::vector<Value> cells(std::string_view word) const;

private:
    const WordPlaces& places_;
    CorpusParts parts_;
};

}  // namespace analyze
