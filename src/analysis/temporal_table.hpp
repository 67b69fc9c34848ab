// The compiled form of a table of temporal rules: a lexicon and an automaton over token classes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/analysis/temporal.hpp"

namespace analyze::temporal {

/// What a rule notes about an expression; the names in a table are those of kSlotNames.
enum class Slot : std::uint8_t {
    y,
    yy,
    m,
    d,
    w,
    h,
    min,
    sec,
    hm,
    ap,
    zone,
    part,
    season,
    quarter,
    half,
    decade,
    century,
    era,
    n,
    unit,
    dir,
    off,
    rel,
    ru,
    ref,
    mod,
    nth,
    nunit,
    holiday,
    quant,
    freq,
    vague,
    amt,
    cur,
    sub,
    amt2,
    unit2,
    ymd,
    mul,
    a,
    b,
    style,
    anchor,
    list,
    count_
};
constexpr std::size_t kSlots = static_cast<std::size_t>(Slot::count_);
constexpr std::array<std::string_view, kSlots> kSlotNames{
    "y",     "yy",      "m",     "d",      "w",       "h",     "min",    "sec",     "hm",
    "ap",    "zone",    "part",  "season", "quarter", "half",  "decade", "century", "era",
    "n",     "unit",    "dir",   "off",    "rel",     "ru",    "ref",    "mod",     "nth",
    "nunit", "holiday", "quant", "freq",   "vague",   "amt",   "cur",    "sub",     "amt2",
    "unit2", "ymd",     "mul",   "a",      "b",       "style", "anchor", "list"};

/// The slots of one expression: numbers, or indices into Table::symbols.
struct Frame {
    std::array<double, kSlots> value{};
    std::uint64_t present = 0;

    [[nodiscard]] bool has(Slot slot) const {
        return (present >> static_cast<unsigned>(slot)) & 1U;
    }
    [[nodiscard]] double get(Slot slot) const { return value[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] std::int32_t integer(Slot slot) const {
        return static_cast<std::int32_t>(get(slot));
    }
    void set(Slot slot, double number) {
        value[static_cast<std::size_t>(slot)] = number;
        present |= std::uint64_t{1} << static_cast<unsigned>(slot);
    }
    void clear(Slot slot) { present &= ~(std::uint64_t{1} << static_cast<unsigned>(slot)); }
};

/// How a number was written; ranges in a table ask for some of these.
struct Number {
    double value = 0;
    std::uint8_t digits = 0;  ///< written in plain digits: how many; else 0
    bool word = false;        ///< has a number word ("two", "1.2 million")
    bool ordinal = false;
    bool integer = true;
    bool clock = false;  ///< the form 8.30, which may be a time
    bool exact = false;  ///< the digits of the text are the value (no scale, no fraction)
};

/// One word, number or sign, with the classes that the lexicon gives it.
struct Item {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t list = 0;    ///< index of its class list (Table::lists), 0: none
    std::int32_t number = -1;  ///< index into the numbers of the text, -1: no number
    std::uint64_t ranges = 0;  ///< bit set of the table's ranges that the number is in
    bool touches = false;      ///< no white space before it
    bool capital = false;      ///< begins with an upper-case letter

    [[nodiscard]] Span span() const { return {begin, end}; }
};

struct ClassValue {
    std::uint16_t id;
    double value;
};

struct Action {
    Slot slot;
    bool from_item;  ///< take the value of the item (class value or number)
    double value;
};

struct Transition {
    std::uint16_t id;     ///< class, range or mark
    std::uint16_t flags;  ///< kTouch, kCapital
    std::uint32_t next;   ///< state
    std::uint32_t first_action, end_action;
};
constexpr std::uint16_t kTouch = 1, kCapital = 2;
/// Marks consume nothing: an extent opens or closes, constants are noted, or the walk goes on only
/// under one of the Conditions (in the flags).
constexpr std::uint16_t kOpen = 0, kClose = 1, kNote = 2, kWhen = 3;

/// What stands before a match in its sentence; patterns ask for it by these names.
enum Condition : std::uint16_t {
    kAfterAmount = 1,  ///< an amount, at most three words before
    kBackward = 2,     ///< a word of the class backward ("the first", "never"), no future since
    kPast = 4,         ///< the last cue of tense is one of the past, and not "said"
    kAtEnd = 8,        ///< (behind the match) the block ends here
    kAfterRate = 16,   ///< kAfterAmount, and it is of money, per cent or a unit
};
struct ConditionName {
    std::string_view name;
    Condition condition;
};
constexpr std::array<ConditionName, 5> kConditionNames{{{"amount", kAfterAmount},
                                                        {"backward", kBackward},
                                                        {"past", kPast},
                                                        {"end", kAtEnd},
                                                        {"rate", kAfterRate}}};

struct State {
    std::uint32_t words, ranges, marks,
        end;            ///< transitions [words, ranges), [ranges, marks), [marks, end)
    std::int32_t rule;  ///< accepted here, -1: none
};

struct Rule {
    std::int8_t kind;  ///< an ExpressionKind, -1: the text is none of them (NONE)
    std::uint32_t line;
    std::vector<Action> constants;
};

/// A range of numbers that patterns can ask for by name.
struct Range {
    double low = 0, high = 0;
    std::uint8_t digits_low = 0, digits_high = 0;  ///< plain digits
    bool word = false, any = false, ordinal = false, clock = false, decimal = false;
    [[nodiscard]] bool holds(const Number& number) const;
};

struct Suffix {
    std::string ending;
    std::uint32_t list;
};

/// Reserved classes: those that the number reader and the resolver look for.
enum class Role : std::uint8_t {
    number_word,
    hundred,
    scale,
    conjunction,
    point,
    half,
    fraction,
    fractions,
    vulgar,
    ordinal_word,
    minus,
    article,
    ordinal_suffix,
    scale_suffix,
    prefix,
    future_cue,
    past_cue,
    infinitive,
    compound_and,
    slash,
    over,
    backward_cue,
    determiner,
    place,
    count_
};
constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count_)> kRoleNames{
    "number",         "hundred",      "scale",  "and",      "point",      "half",
    "fraction",       "fractions",    "vulgar", "ordinal",  "minus",      "article",
    "ordinal_suffix", "scale_suffix", "prefix", "future",   "past",       "infinitive",
    "compound_and",   "slash",        "over",   "backward", "determiner", "place"};

struct Phrase {
    std::string head;  ///< the first word, where its capitals are required; else empty
    std::vector<std::string> words;  ///< after the first
    std::uint32_t list;
};

struct Entry {
    std::array<std::uint32_t, 3> lists{};  ///< for the word in lower case, Capitalised, UPPER CASE
    bool dot = false;                      ///< an abbreviation: a dot that follows belongs to it
    std::vector<Phrase> phrases;           ///< that begin with it, the longest first
};

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};

struct Table {
    std::unordered_map<std::string, Entry, StringHash, std::equal_to<>> lexicon;
    std::vector<std::vector<ClassValue>> lists;  ///< class lists; 0 is empty
    std::vector<std::uint32_t> list_roles;       ///< bit set of the reserved classes in the list
    std::vector<bool> list_starts;               ///< whether a rule begins with a class of the list
    std::vector<std::string> symbols;
    std::vector<Suffix> suffixes;
    std::vector<Range> ranges;
    std::vector<State> states;  ///< 0 is the start
    std::vector<Transition> transitions;
    std::vector<Action> actions;
    std::vector<Rule> rules;
    /// Transitions out of the start by class and by range: indices into `transitions`.
    std::vector<std::vector<std::uint32_t>> start_words, start_ranges;
    std::vector<bool> start_class;  ///< whether any rule begins with the class
    std::array<std::uint16_t, static_cast<std::size_t>(Role::count_)> roles{};
    bool day_first = false;      ///< how 7/8 is read when nothing else tells
    bool comma_decimal = false;  ///< 1,5 is one and a half and 1.500 one thousand five hundred
    bool compounds = false;      ///< number words are written together (zweiundzwanzig)

    /// Empty for what is no symbol: a table may put a number where a slot wants one.
    [[nodiscard]] std::string_view symbol(double index) const {
        if (!(index >= 0) || index >= static_cast<double>(symbols.size())) return {};
        return symbols[static_cast<std::size_t>(index)];
    }
    /// The value that a class list gives to a reserved class, or null.
    [[nodiscard]] const double* role(std::uint32_t list, Role which) const {
        if (!((list_roles[list] >> static_cast<unsigned>(which)) & 1U)) return nullptr;
        return find_role(list, which);
    }
    [[nodiscard]] const double* find_role(std::uint32_t list, Role which) const;
};

/// The form under which the lexicon keeps a word: lower case, a straight apostrophe. Written to `key`.
/// ASCII, Latin-1 and punctuation take no detour through Unicode folding.
void lookup_key(std::string_view word, std::string& key);

/// Reads and compiles a table. Throws Error{resource} "origin:line: what is wrong".
[[nodiscard]] Table compile_table(std::string_view text, const std::string& origin);

/// A text's items and the numbers among them.
struct Items {
    std::vector<Item> items;
    std::vector<Number> numbers;
};
/// Replaces `out` by the items of tokens [first, end).
void read_items(const Table& table, const Document& document, std::uint32_t first,
                std::uint32_t end, Items& out);
/// Joins the items of numbers written in words, with spaces, with fractions: "two and a half
/// million" becomes one item. In place, linear.
void join_numbers(const Table& table, std::string_view text, Items& items);
/// Fills Item::ranges.
void mark_ranges(const Table& table, Items& items);

/// A rule that fits the items: one or more extents, each with its frame.
struct Match {
    struct Part {
        std::uint32_t first = 0, end = 0;  ///< items
        Frame frame;
    };
    std::int32_t rule = -1;
    std::uint32_t end = 0;  ///< item after the last extent
    std::array<Part, 3> parts;
    std::uint32_t count = 0;
};
/// Finds the longest match at an item; ties go to the rule that stands first. False: none. Takes
/// bounded time: the automaton has no loops. `conditions`: those that hold at the item.
[[nodiscard]] bool match_at(const Table& table, const Items& items, std::uint32_t at, Match& best,
                            std::uint16_t conditions = 0);

/// Decimal with at most 15 significant digits, never in exponent form; "0" for what is no number.
[[nodiscard]] std::string decimal(double value);

}  // namespace analyze::temporal
