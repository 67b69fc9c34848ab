// Finds the expressions of a document: items, the longest rules, then values in text order.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/temporal.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"

#include "temporal_resolver.hpp"
#include "temporal_stored.hpp"
#include "temporal_table.hpp"

namespace analyze {
namespace {

using namespace temporal;

constexpr std::array<std::string_view, 9> kKinds{
    "DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"};

bool is_time(ExpressionKind kind) {
    return kind <= ExpressionKind::set;
}

/// "40 cars in all a week": so many words may stand between an amount and its "a week".
constexpr std::uint32_t kNearAmount = 3;

/// "On June 1, the old mill at the weir will close": so many words may stand between a date and a
/// cue that is sure (a value of the class future).
constexpr std::uint32_t kNearCue = 10;
constexpr double kSure = 1;

/// Values of the class past: who says so; what is no past after a cue of the future ("will have").
constexpr double kReported = 1, kPerfect = 2;

/// A slot that was set; frames are kept in this form until the whole text has been seen.
struct Setting {
    Slot slot;
    double value;
};

struct Found {
    std::int8_t kind;
    Tense tense;
    std::int8_t part;  ///< which extent of its rule, and how many there are
    std::int8_t parts;
    std::uint32_t sentence;
    std::uint32_t block;
    Span span;
    std::uint32_t first_setting, end_setting;
    std::uint32_t rule_line;
    bool exact;  ///< one number in plain digits
};

/// What the text as a whole tells, gathered while matching.
struct Evidence {
    std::uint32_t day_first = 0, month_first = 0;  ///< 25/12, 12/25
    std::uint32_t day_month = 0, month_day = 0;    ///< 25 December, December 25
    std::uint32_t years = 0, past_years = 0;       ///< past: more than one year before
    std::uint32_t present = 0;                     ///< weekdays, last week: news of these days
};

class Finder {
public:
    Finder(const Table& table, const Document& document, const std::vector<Entity>& names,
           const TemporalOptions& options)
        : table_(table), document_(document), names_(names), options_(options) {}

    std::vector<Expression> run() {
        for (const auto& [first, end] : stretches()) {
            read_items(table_, document_, first, end, items_);
            join_numbers(table_, document_.text(), items_);
            mark_ranges(table_, items_);
            match_items();
            ++block_;
        }
        return resolve();
    }

private:
    /// Token ranges that no expression crosses: the blocks.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches() const {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
        const auto& tokens = document_.tokens();
        std::uint32_t token = 0;
        const auto count = static_cast<std::uint32_t>(tokens.size());
        for (const Block& block : document_.blocks()) {
            while (token < count && tokens[token].begin < block.span.begin) ++token;
            const std::uint32_t first = token;
            while (token < count && tokens[token].begin < block.span.end) ++token;
            if (first != token) result.emplace_back(first, token);
        }
        return result;
    }

    void match_items() {
        const auto count = static_cast<std::uint32_t>(items_.items.size());
        forget_cues();
        amount_end_ = 0;
        Match match, longer;
        for (std::uint32_t i = 0; i < count;) {
            const Item& item = items_.items[i];
            while (sentence_ < document_.sentences().size() &&
                   document_.sentences()[sentence_].span.end <= item.begin) {
                ++sentence_;
                forget_cues();
            }
            if ((item.number >= 0 || (item.list != 0 && table_.list_starts[item.list])) &&
                match_at(table_, items_, i, match, conditions(i)) && match.end > i) {
                // what stands before an extent must not hide a longer expression that begins later
                for (std::uint32_t start = i + 1, first = match.parts[0].first; start <= first;
                     ++start)
                    if (match_at(table_, items_, start, longer, conditions(start)) &&
                        longer.end > match.end)
                        std::swap(match, longer);
                for (; i < match.parts[0].first; ++i) note_tense(i);
                keep(match);
                for (; i < match.end; ++i) note_tense(i);
                continue;
            }
            note_tense(i);
            ++i;
        }
    }

    void forget_cues() {
        tense_ = Tense::unknown;
        reported_ = backward_ = false;
        infinitive_ = future_ = determiner_ = 0;
    }

    /// What stands before an item in its sentence.
    [[nodiscard]] std::uint16_t conditions(std::uint32_t at) const {
        unsigned held = 0;
        if (backward_) held |= kBackward;
        if (tense_ == Tense::past && !reported_) held |= kPast;
        if (amount_end_ != 0 && at >= amount_end_ && at - amount_end_ <= kNearAmount) {
            const auto is_word = [&](const Item& item) { return is_letter(item.begin); };
            if (std::all_of(items_.items.begin() + amount_end_, items_.items.begin() + at, is_word))
                held |= rate_ ? kAfterAmount | kAfterRate : kAfterAmount;
        }
        return static_cast<std::uint16_t>(held);
    }

    /// Whether a word, not a sign, begins here.
    [[nodiscard]] bool is_letter(std::uint32_t at) const {
        const auto c = static_cast<unsigned char>(document_.text()[at]);
        return c >= 0x80 || ascii::is_letter(c);
    }

    void note_tense(std::uint32_t at) {
        const std::uint32_t list = items_.items[at].list;
        if (list == 0) return;
        if (table_.role(list, Role::determiner)) determiner_ = at + 1;
        if (options_.place.contains(items_.items[at].span())) note_place(list);
        if (table_.role(list, Role::future_cue)) {
            tense_ = Tense::future;
            backward_ = false;
            future_ = at + 1;
        } else if (const double* past = table_.role(list, Role::past_cue);
                   past != nullptr && (infinitive_ == 0 || infinitive_ + 1 < at) &&
                   (determiner_ == 0 || determiner_ != at) &&  // "the damaged bridge"
                   !(*past == kPerfect && future_ != 0 && at <= future_ + 1)) {
            tense_ = Tense::past;
            reported_ = *past == kReported;
        }
        if (table_.role(list, Role::backward_cue)) backward_ = true;
        if (table_.role(list, Role::infinitive)) infinitive_ = at + 1;
    }

    /// Money of the article's place: of several (city, country) the last counts.
    void note_place(std::uint32_t list) {
        bool first = true;
        for (const ClassValue& entry : table_.lists[list]) {
            if (entry.id != table_.roles[static_cast<std::size_t>(Role::place)]) continue;
            if (first) home_.clear();
            first = false;
            home_.push_back(table_.symbol(entry.value));
        }
    }

    /// The cue before the match in its sentence, else one right behind it ("a June 1 deadline"), or
    /// what is sure to lie ahead soon behind it ("on June 1, the mill will close").
    [[nodiscard]] Tense tense_at(std::uint32_t end) const {
        const auto count = static_cast<std::uint32_t>(items_.items.size());
        // "it shut on Monday and will open on Friday": after a cue of the past only what follows at once
        const std::uint32_t right_behind = tense_ == Tense::past ? 1 : 2;
        for (std::uint32_t i = end; i < std::min(end + right_behind, count); ++i)
            if (table_.role(items_.items[i].list, Role::future_cue)) return Tense::future;
        if (tense_ != Tense::unknown || sentence_ >= document_.sentences().size()) return tense_;
        const std::uint32_t last = document_.sentences()[sentence_].span.end;
        for (std::uint32_t i = end; i < std::min(end + kNearCue, count); ++i) {
            const Item& item = items_.items[i];
            if (item.begin >= last || table_.role(item.list, Role::past_cue)) break;
            const double* future = table_.role(item.list, Role::future_cue);
            if (future != nullptr && *future == kSure) return Tense::future;
        }
        return tense_;
    }

    void keep(const Match& match) {
        const Rule& rule = table_.rules[static_cast<std::size_t>(match.rule)];
        if (rule.kind < 0) return;
        const auto parts = static_cast<std::int8_t>(match.count);
        Frame whole[3];
        for (std::uint32_t p = 0; p < match.count; ++p) whole[p] = match.parts[p].frame;
        for (std::uint32_t p = 0; p < match.count; ++p) {
            const Match::Part& part = match.parts[p];
            if (part.end <= part.first) continue;
            Frame frame = whole[p];
            // "March 12-14", "12-14 March", "from 5 to 7 pm": what one end leaves out stands at the
            // other
            if (match.count > 1 && rule.kind <= static_cast<std::int8_t>(ExpressionKind::set)) {
                const Frame& other = whole[p == 0 ? 1 : 0];
                const bool given = frame.has(Slot::y);
                fill(frame, other);
                // "from December to May 2022" begins in the year before
                if (p == 0 && !given && frame.has(Slot::y) && other.has(Slot::m) &&
                    frame.get(Slot::m) > other.get(Slot::m))
                    frame.set(Slot::y, frame.get(Slot::y) - 1);
            }
            Found found{};
            found.kind = rule.kind;
            found.rule_line = rule.line;
            found.block = block_;
            found.tense = tense_at(match.end);
            found.part = static_cast<std::int8_t>(p);
            found.parts = parts;
            found.sentence = std::min<std::uint32_t>(sentence_, last_sentence());
            found.span = {items_.items[part.first].begin, items_.items[part.end - 1].end};
            if (ends_sentence(part.end - 1)) --found.span.end;
            if (covered(found.span)) continue;
            const Item& item = items_.items[part.first];
            found.exact = part.end == part.first + 1 && item.number >= 0 &&
                          items_.numbers[static_cast<std::size_t>(item.number)].exact;
            found.first_setting = static_cast<std::uint32_t>(settings_.size());
            for (std::uint64_t left = frame.present; left != 0; left &= left - 1) {
                const auto slot = static_cast<std::size_t>(__builtin_ctzll(left));
                settings_.push_back({static_cast<Slot>(slot), frame.value[slot]});
            }
            found.end_setting = static_cast<std::uint32_t>(settings_.size());
            gather(frame);
            found_.push_back(found);
            if (const auto kind = static_cast<ExpressionKind>(rule.kind);
                !is_time(kind) || kind == ExpressionKind::duration) {
                amount_end_ = part.end;
                rate_ = kind == ExpressionKind::money || kind == ExpressionKind::percent ||
                        kind == ExpressionKind::quantity;
            }
        }
    }

    /// Whether the item is an abbreviation whose only dot also ends the sentence ("on 2 Aug.").
    [[nodiscard]] bool ends_sentence(std::uint32_t at) const {
        const Item& item = items_.items[at];
        const std::string_view text = document_.text().substr(item.begin, item.end - item.begin);
        return text.size() > 1 && text.find('.') == text.size() - 1 &&
               sentence_ < document_.sentences().size() &&
               document_.sentences()[sentence_].span.end == item.end;
    }

    static void fill(Frame& frame, const Frame& other) {
        const auto take = [&](Slot slot) {
            if (!frame.has(slot) && other.has(slot)) frame.set(slot, other.get(slot));
        };
        if (frame.has(Slot::d) || frame.has(Slot::m)) {
            if (frame.has(Slot::d)) take(Slot::m);
            if (!frame.has(Slot::yy)) take(Slot::y);
            if (!frame.has(Slot::y)) take(Slot::yy);
        }
        if (frame.has(Slot::h)) {
            take(Slot::ap);
            take(Slot::zone);
        }
        if (frame.has(Slot::n)) take(Slot::unit);
        if (frame.has(Slot::century)) take(Slot::era);
        if (frame.has(Slot::y)) take(Slot::era);
    }

    [[nodiscard]] std::uint32_t last_sentence() const {
        return document_.sentences().empty()
                   ? 0
                   : static_cast<std::uint32_t>(document_.sentences().size() - 1);
    }

    void gather(const Frame& frame) {
        if (frame.has(Slot::cur)) {
            const std::string_view code = table_.symbol(frame.get(Slot::cur));
            if (code.find('/') == std::string_view::npos &&
                std::find(stated_.begin(), stated_.end(), code) == stated_.end())
                stated_.push_back(code);
        }
        if (frame.has(Slot::a) && frame.has(Slot::b) &&
            (frame.has(Slot::y) || frame.has(Slot::yy))) {
            if (frame.get(Slot::a) > 12) ++evidence_.day_first;
            if (frame.get(Slot::b) > 12) ++evidence_.month_first;
        }
        if (frame.has(Slot::style))
            ++(frame.get(Slot::style) < 2 ? evidence_.month_day : evidence_.day_month);
        if (frame.has(Slot::y)) {
            ++evidence_.years;
            if (options_.reference && options_.reference->year - frame.get(Slot::y) > 1)
                ++evidence_.past_years;
        } else if (!frame.has(Slot::anchor) && (frame.has(Slot::rel) || frame.has(Slot::w))) {
            ++evidence_.present;
        }
    }

    /// Whether a span lies in a name or crosses the border of one. Spans come in order.
    bool covered(Span span) {
        while (name_ < names_.size() && names_[name_].span.end <= span.begin) ++name_;
        for (std::size_t i = name_; i < names_.size() && names_[i].span.begin < span.end; ++i)
            if (!(span.contains(names_[i].span))) return true;
        return false;
    }

    std::vector<Expression> resolve() {
        Context context;
        context.reference = options_.reference;
        context.home = home_;
        context.stated = stated_;
        const bool day = evidence_.day_first > evidence_.month_first ||
                         (evidence_.day_first == evidence_.month_first &&
                          evidence_.day_month > evidence_.month_day);
        const bool month = evidence_.month_first > evidence_.day_first ||
                           (evidence_.day_first == evidence_.month_first &&
                            evidence_.month_day > evidence_.day_month);
        context.day_first =
            options_.order == DayOrder::day_first ||
            (options_.order == DayOrder::evidence && (day || (!month && table_.day_first)));
        context.order_known = options_.order != DayOrder::evidence || day || month;
        context.narrative =
            !options_.reference ||
            (evidence_.years >= 4 && evidence_.past_years * 10 >= evidence_.years * 6 &&
             evidence_.present * 4 < evidence_.years);
        std::vector<Expression> result;
        result.reserve(found_.size());
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const Found& found = found_[i];
            if (i > 0 && found_[i - 1].block != found.block) context.last_time.clear();
            Frame frame;
            for (std::uint32_t s = found.first_setting; s < found.end_setting; ++s)
                frame.set(settings_[s].slot, settings_[s].value);
            Expression expression;
            expression.kind = static_cast<ExpressionKind>(found.kind);
            expression.span = found.span;
            expression.sentence = found.sentence;
            expression.rule_line = found.rule_line;
            const bool known = is_time(expression.kind)
                                   ? resolve_time(table_, frame, found.tense, context, expression)
                                   : resolve_amount(table_, frame, context, expression);
            const bool second = found.part == 1 && i > 0 && found_[i - 1].part == 0 &&
                                !frame.has(Slot::list) && is_time(expression.kind) &&
                                !result.empty() && result.back().span == found_[i - 1].span;
            if (!known) {  // "February 20 - 30": an end that there is not makes no range
                if (second && expression.kind == ExpressionKind::date) result.pop_back();
                continue;
            }
            if (found.exact) exact_digits(expression);
            if (second) {
                put_in_order(frame, result.back().value, expression.value, found.tense);
                result.back().add_details().begin = expression.add_details().begin =
                    result.back().value;
                result.back().add_details().end = expression.add_details().end = expression.value;
            }
            result.push_back(std::move(expression));
        }
        return result;
    }

    /// Ends of a range without a year or a week that lie the wrong way round: today is between them.
    /// What is ahead has begun a year or a week before, what is past ends one after.
    static void put_in_order(const Frame& frame, std::string& first, std::string& second,
                             Tense tense) {
        if (frame.has(Slot::y) || frame.has(Slot::yy)) return;
        const auto from = parse_day(first), to = parse_day(second);
        if (!from || !to || day_number(*from) <= day_number(*to)) return;
        const std::int32_t step = tense == Tense::future ? -1 : 1;
        CivilDay moved = step < 0 ? *from : *to;
        if (frame.has(Slot::m))
            moved.year += step;
        else if (frame.has(Slot::w))
            moved = civil_day(day_number(moved) + 7 * step);
        if (is_date(moved.year, moved.month, moved.day))
            (step < 0 ? first : second) = day_text(day_number(moved));
    }

    /// Numbers with more digits than a double holds keep those of the text.
    void exact_digits(Expression& expression) const {
        if (expression.kind != ExpressionKind::cardinal) return;
        const std::string_view text = document_.text(expression.span);
        if (text.size() <= 15 || !std::all_of(text.begin(), text.end(), ascii::is_digit)) return;
        const auto first = std::min(text.find_first_not_of('0'), text.size() - 1);
        expression.value = text.substr(first);
    }

    const Table& table_;
    const Document& document_;
    const std::vector<Entity>& names_;
    const TemporalOptions& options_;
    Items items_;
    std::vector<Found> found_;
    std::vector<Setting> settings_;
    Evidence evidence_;
    std::vector<std::string_view> home_;    ///< currencies of the article's place
    std::vector<std::string_view> stated_;  ///< those that the text states without doubt
    Tense tense_ = Tense::unknown;
    bool reported_ = false;         ///< the cue of the past is "said", which moves no dates
    bool backward_ = false;         ///< "the first", "never": what follows "in" has been
    std::uint32_t future_ = 0;      ///< the item after the last cue of the future
    std::uint32_t determiner_ = 0;  ///< the item after the last "the", "its", …
    std::uint32_t infinitive_ = 0;  ///< the item after the last "to" or "be"
    std::uint32_t amount_end_ = 0;  ///< the item after the last amount of the block; 0: none
    bool rate_ = false;             ///< that amount is of money, per cent or a unit
    std::uint32_t sentence_ = 0;
    std::uint32_t block_ = 0;
    std::size_t name_ = 0;
};

}  // namespace

std::string_view name_of(ExpressionKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<ExpressionKind> expression_kind(std::string_view name) {
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (kKinds[i] == name) return static_cast<ExpressionKind>(i);
    return std::nullopt;
}

struct TemporalRules::State {
    Table table;
};
TemporalRules::TemporalRules(const Resource& table)
    : state_(std::make_unique<State>(State{is_stored(table.bytes())
                                               ? read_stored(table.bytes(), table.origin())
                                               : compile_table(table.bytes(), table.origin())})) {}
TemporalRules::~TemporalRules() = default;
TemporalRules::TemporalRules(TemporalRules&&) noexcept = default;

std::vector<Expression> TemporalRules::find(const Document& document,
                                            const std::vector<Entity>& names,
                                            const TemporalOptions& options) const {
    return Finder(state_->table, document, names, options).run();
}

void drop_covered(std::vector<Entity>& names, const std::vector<Expression>& expressions) {
    std::size_t at = 0;
    std::erase_if(names, [&](const Entity& name) {
        while (at < expressions.size() && expressions[at].span.end <= name.span.begin) ++at;
        return at < expressions.size() && expressions[at].span.contains(name.span);
    });
}

}  // namespace analyze
