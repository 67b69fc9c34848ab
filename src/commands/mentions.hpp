// What a text mentions: names, times and numbers, which of them are wanted, and the article's day.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/entities.hpp"
#include "analyze/analysis/name_lists.hpp"
#include "analyze/analysis/outline.hpp"
#include "analyze/analysis/temporal.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {

/// A set of types of names and kinds of expressions.
class MentionTypes {
public:
    [[nodiscard]] static MentionTypes all() { return MentionTypes(kAll); }
    [[nodiscard]] static MentionTypes names() { return MentionTypes(kNames); }
    [[nodiscard]] static MentionTypes none() { return MentionTypes(0); }
    /// Adds "PERSON", "date" …, or a group: "names", "times", "numbers", "all". False: no such.
    [[nodiscard]] bool add(std::string_view name);
    /// "names, times, numbers, all, PERSON, …", for help and messages.
    [[nodiscard]] static std::string list();

    void keep_names() { bits_ &= kNames; }
    [[nodiscard]] bool has(EntityType type) const { return (bits_ >> bit(type)) & 1U; }
    [[nodiscard]] bool has(ExpressionKind kind) const { return (bits_ >> bit(kind)) & 1U; }
    [[nodiscard]] bool any_names() const { return (bits_ & kNames) != 0; }
    [[nodiscard]] bool any_expressions() const { return (bits_ & ~kNames) != 0; }

private:
    static constexpr unsigned kTypes = static_cast<unsigned>(EntityType::misc) + 1;
    static constexpr unsigned kNotTimes = kTypes + static_cast<unsigned>(ExpressionKind::money);
    static constexpr unsigned kEnd = kTypes + static_cast<unsigned>(ExpressionKind::cardinal) + 1;
    static constexpr std::uint32_t kNames = (1U << kTypes) - 1;
    static constexpr std::uint32_t kTimes = (1U << kNotTimes) - 1 - kNames;
    static constexpr std::uint32_t kAll = (1U << kEnd) - 1;
    static constexpr unsigned bit(EntityType type) { return static_cast<unsigned>(type); }
    static constexpr unsigned bit(ExpressionKind kind) {
        return kTypes + static_cast<unsigned>(kind);
    }

    explicit MentionTypes(std::uint32_t bits) : bits_(bits) {}
    std::uint32_t bits_;
};

/// What --date, --day-first and --month-first say.
struct DateOptions {
    std::optional<CivilDay> day = {};
    DayOrder order = DayOrder::evidence;
};
void declare_dates(OptionList& options, DateOptions& dates);
/// Reads a day for the option named. Throws Error{usage}.
[[nodiscard]] CivilDay day_given(std::string_view option, const std::string& given);

/// The day that relative dates count from: the one given, else the day of publication that the text
/// states, else of its last change. One that can be read in two ways counts where the order is
/// given.
[[nodiscard]] std::optional<CivilDay> reference_day(const Document& document,
                                                    const Outline& outline,
                                                    const DateOptions& dates);

/// Both ordered; no two of them overlap.
struct Mentions {
    std::vector<Entity> names;
    std::vector<Expression> expressions;
};

/// The table of the rules for times and numbers, as load_resource() knows it.
inline constexpr std::string_view kTemporalTable = "temporal/en.table";

/// The model and the rules, loaded once and shared by all threads.
class MentionFinder {
public:
    /// Loads what `types` needs. Throws Error{resource}. `lists` are applied to the model's names.
    MentionFinder(MentionTypes types, DateOptions dates, NameLists lists = {});

    [[nodiscard]] const EntityModel& model() const { return model_; }
    /// All names that the model holds for right with at least that probability are looked at, also
    /// where only numbers are wanted: "20th Century Fox" is no number. A name inside an expression
    /// that is wanted gives way to it. `explain`: names come with reasons.
    [[nodiscard]] Mentions find(const Document& document, const Outline& outline,
                                float min_confidence = 0, bool explain = false) const;

private:
    MentionTypes types_;
    DateOptions dates_;
    NameLists lists_;
    EntityModel model_;
    std::optional<TemporalRules> rules_;
};

/// The value for people: "1200000 USD", "4 km", "17 %", "summer 2018", "3 weeks", "2007-07-08 or
/// 2007-08-07".
[[nodiscard]] std::string shown_value(const Expression& expression);

}  // namespace analyze
