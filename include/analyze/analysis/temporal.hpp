// Dates, times, durations, money, quantities and numbers, resolved to values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/calendar.hpp"
#include "analyze/analysis/entities.hpp"
#include "analyze/resources/resource.hpp"
#include "analyze/text/document.hpp"

namespace analyze {

enum class ExpressionKind : std::uint8_t {
    date,
    time,
    duration,
    set,
    money,
    percent,
    quantity,
    ordinal,
    cardinal
};
/// "DATE", "TIME", …
[[nodiscard]] std::string_view name_of(ExpressionKind kind);
[[nodiscard]] std::optional<ExpressionKind> expression_kind(std::string_view name);

/// What few expressions have, kept apart so that the others are small.
struct ExpressionDetails {
    std::string mod;  ///< TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, …; or empty
    std::string quant;     ///< TIMEX3, of sets: EVERY, …; or empty
    std::string freq;      ///< TIMEX3, of sets: "2X"; or empty
    std::string begin;     ///< an end of a range: the value of its first end; else empty
    std::string end;       ///< an end of a range: the value of its last end; else empty
    std::string currency;  ///< money: ISO 4217; empty where the text leaves it open
    std::string unit;      ///< quantity: UCUM-like symbol ("km", "kg", "[mi_i]" is "mi", "ft2")
    std::vector<std::string> values;      ///< a date that can be read in two ways: both; else empty
    std::vector<std::string> currencies;  ///< money without currency: those it may be
};

/// One mention of a time or an amount. docs/dates.md says what each kind covers and how it is
/// resolved.
struct Expression {
    ExpressionKind kind = ExpressionKind::cardinal;
    Span span;
    std::uint32_t sentence = 0;   ///< index into Document::sentences()
    std::uint32_t rule_line = 0;  ///< line of the table with the rule that found it
    /// date, time, duration, set: TIMEX3 ("2024-03-15", "P2W", "XXXX-WXX-5", "PAST_REF"); the rest:
    /// a decimal ("1200000000", "0.5", 15 significant digits at most where it was computed). A
    /// percentage is in per cent. Never empty.
    std::string value;

    /// Its details; all empty where it has none.
    [[nodiscard]] const ExpressionDetails& details() const {
        static const ExpressionDetails kNone;
        return details_ ? *details_ : kNone;
    }
    /// The same to write to.
    ExpressionDetails& add_details() {
        if (!details_) details_ = std::make_unique<ExpressionDetails>();
        return *details_;
    }

private:
    std::unique_ptr<ExpressionDetails> details_;
};

/// How an ambiguous 7/8/2007 is read. evidence: as the text's other dates are, else both ways.
enum class DayOrder : std::uint8_t { evidence, day_first, month_first };

struct TemporalOptions {
    /// The day that "today" is: the day of publication. Without one, relative expressions keep the
    /// X placeholders of TIMEX3. Never the clock.
    std::optional<CivilDay> reference;
    DayOrder order = DayOrder::evidence;
    /// Where the document says the article was written, or nothing: "$" and "crowns" are those of
    /// that place.
    Span place;
};

/// The rules of one language, immutable; share them between threads.
class TemporalRules {
public:
    /// Compiles a table (data/temporal/en.table; its form is described at its head), or reads one
    /// that the build compiled and embedded: 10 ms against a few tenths of one. Copies what it
    /// needs. Throws Error{resource} that names origin and, in a table's text, the line.
    explicit TemporalRules(const Resource& table);
    ~TemporalRules();
    TemporalRules(TemporalRules&&) noexcept;

    /// The expressions of a document: ordered, disjoint, each inside one block. `names` are the
    /// names of the same document, ordered and disjoint: what lies inside a name or crosses its
    /// border is left out; a name that lies inside an expression ("Christmas" in "Christmas 2011",
    /// "US" in "US dollars") is the caller's to leave out (`drop_covered`). Linear in the number of
    /// tokens.
    [[nodiscard]] std::vector<Expression> find(const Document& document,
                                               const std::vector<Entity>& names,
                                               const TemporalOptions& options) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Removes the names that an expression covers. Both ordered; linear.
void drop_covered(std::vector<Entity>& names, const std::vector<Expression>& expressions);

}  // namespace analyze
