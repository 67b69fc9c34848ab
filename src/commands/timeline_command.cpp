// `analyze timeline`: what happened when, over one text or many.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <tuple>

#include "actions.hpp"
#include "analyze/analysis/entities_model.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/message.hpp"
#include "analyze/report/calendar_stream.hpp"
#include "analyze/resources/resource.hpp"
#include "date_counts.hpp"
#include "date_text.hpp"
#include "document_view.hpp"
#include "mentions.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

/// One mention of a date, without its document.
struct Event {
    DayRange days;
    std::string file;
    std::uint64_t start = 0, end = 0;  ///< in the unit of --offsets
    std::string value, text, sentence, section;
    List names;
    std::optional<CivilDay> reference;
};

bool earlier(const Event& a, const Event& b) {
    return std::tuple(a.days.first, -a.days.last, std::string_view(a.file), a.start) <
           std::tuple(b.days.first, -b.days.last, std::string_view(b.file), b.start);
}

std::string compact(std::int32_t day_number) {
    const CivilDay day = civil_day(day_number);
    return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

std::string dashed(std::int32_t day_number) {
    const CivilDay day = civil_day(day_number);
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

/// "2024-03-15T18:40", with seconds or Z where they are there; else (parts of a day, other zones,
/// 24:00) nothing.
std::string date_time(const Event& event) {
    const std::string_view value = event.value;
    const std::size_t at = value.find('T');
    if (at == std::string_view::npos) return {};
    std::string_view clock = value.substr(at + 1);
    const bool utc = clock.ends_with('Z');
    if (utc) clock.remove_suffix(1);
    if ((clock.size() != 5 && clock.size() != 8) || clock.starts_with("24")) return {};
    std::string digits;
    for (std::size_t i = 0; i < clock.size(); ++i) {
        if (i % 3 == 2 ? clock[i] != ':' : clock[i] < '0' || clock[i] > '9') return {};
        if (i % 3 != 2) digits += clock[i];
    }
    digits.resize(6, '0');
    return compact(event.days.first) + 'T' + digits + (utc ? "Z" : "");
}

CalendarEvent calendar_event(const Event& event) {
    CalendarEvent out;
    const std::string key = event.file + '\0' + std::to_string(event.start) + '\0' + event.value;
    out.uid = fmt::format("{:016x}@analyze", hash_of(key));
    out.stamp = compact(event.reference ? day_number(*event.reference) : 0) + "T000000Z";
    out.start = date_time(event);
    if (out.start.empty()) {
        out.start = compact(event.days.first);
        if (event.days.last < day_number({9999, 12, 31})) out.end = compact(event.days.last + 1);
    }
    out.summary = event.sentence;
    const auto add = [&](std::string_view label, const std::string& text) {
        if (text.empty()) return;
        if (!out.description.empty()) out.description += '\n';
        out.description.append(label).append(": ").append(text);
    };
    add("Date", event.text);
    std::string names;
    for (const std::string& name : event.names)
        names.append(names.empty() ? "" : ", ").append(name);
    add("Names", names);
    add("Section", event.section);
    add("File", visible(event.file));
    return out;
}

/// The sentence, or of a very long one (a text without full stops) what is around the mention: the
/// cost of an event is bounded.
Span window_in(std::string_view text, Span sentence, Span mention) {
    constexpr std::uint32_t kAround = 1000;
    const auto inside = [&](std::uint32_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    Span window = sentence;
    if (mention.begin - sentence.begin > kAround) window.begin = mention.begin - kAround;
    while (inside(window.begin)) ++window.begin;
    window.end = std::max(window.end, mention.end);
    if (window.end - mention.end > kAround) window.end = mention.end + kAround;
    while (inside(window.end)) --window.end;
    return window;
}

class Timeline final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Timeline");
        options.add("--from", "YYYY-MM-DD", "only what is on or after this day").store =
            [this](const std::string& given) { from_ = day_number(day_given("--from", given)); };
        options.add("--to", "YYYY-MM-DD", "only what is on or before this day").store =
            [this](const std::string& given) { to_ = day_number(day_given("--to", given)); };
        declare_dates(options, dates_);
        Option& format = declare_settings(options, settings_);
        format.choices.emplace_back("ics");
        format.store = [this, plain = std::move(format.store)](const std::string& given) {
            ics_ = given == "ics";
            plain(given);
        };
        declare_offsets(options, settings_.output);
    }

    int run() override {
        if (from_ > to_) throw Error(Fault::usage, "--from is a later day than --to");
        set_data_folder(settings_.data);
        Batch batch(settings_, blank());
        const MentionFinder finder(MentionTypes::all(), dates_);
        batch.gather([&](const std::string& path, Warnings& warnings) {
            const auto tokenizer = pool_.borrow();
            const Document document =
                open_document(path, settings_.input.decode, *tokenizer, warnings);
            gather(document, finder);
        });
        std::sort(events_.begin(), events_.end(), earlier);
        if (left_out_ > 0 && !settings_.output.quiet)
            tell(fmt::format("{} {} of dates or times without a known day left out{}", left_out_,
                             left_out_ == 1 ? "mention" : "mentions",
                             undated_ ? "; --date sets the day of texts that state none" : ""));
        if (ics_) {
            std::vector<CalendarEvent> events;
            for (const Event& event : events_) events.push_back(calendar_event(event));
            batch.write_bytes(calendar_stream(events));
        } else if (batch.analysed() > 0) {
            batch.write(result(batch.size() != 1));
        }
        return batch.finish();
    }

private:
    void gather(const Document& document, const MentionFinder& finder) {
        const Outline outline = read_outline(document);
        const Mentions found = finder.find(document, outline);
        const std::optional<CivilDay> reference = reference_day(document, outline, dates_);
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        std::vector<Event> events;
        std::size_t left_out = 0;
        auto name = found.names.begin();
        for (const Expression& e : found.expressions) {
            if (e.kind != ExpressionKind::date && e.kind != ExpressionKind::time) continue;
            if (e.sentence >= document.sentences().size()) continue;
            const BlockKind kind = block_of(document, e).kind;
            if (kind == BlockKind::metadata || kind == BlockKind::boilerplate) continue;
            if (!is_dated(document, e)) {
                ++left_out;
                continue;
            }
            Event event;
            event.days = *days_of(e.value);
            if (event.days.last < from_ || event.days.first > to_) continue;
            const Sentence& sentence = document.sentences()[e.sentence];
            const Span window = window_in(document.text(), sentence.span, e.span);
            event.file = document.source().name();
            event.start = offsets.at(e.span.begin);
            event.end = offsets.at(e.span.end);
            event.value = e.value;
            event.text = one_line(document.text(e.span));
            event.sentence = (window.begin > sentence.span.begin ? "…" : "") +
                             one_line(document.text(window)) +
                             (window.end < sentence.span.end ? "…" : "");
            const Section& section = outline.sections[outline.section_of(sentence.block)];
            event.section = one_line(document.text(section.heading));
            event.reference = reference;
            while (name != found.names.end() && name->span.begin < window.begin) ++name;
            for (auto n = name; n != found.names.end() && n->span.end <= window.end; ++n) {
                std::string text = one_line(document.text(n->span));
                if (std::find(event.names.begin(), event.names.end(), text) == event.names.end())
                    event.names.push_back(std::move(text));
            }
            events.push_back(std::move(event));
        }
        const std::lock_guard lock(mutex_);
        std::move(events.begin(), events.end(), std::back_inserter(events_));
        left_out_ += left_out;
        undated_ = undated_ || (left_out > 0 && !reference);
    }

    Result blank() const {
        Result result{.schema = "analyze.timeline/1", .main_table = "events", .file_column = false};
        result.parts.emplace_back(
            Group{.fields = {{"offsets", std::string(name_of(settings_.output.offsets))}},
                  .show = Show::machine_only});
        result.parts.emplace_back(Table{
            .name = "events",
            .columns = {{.name = "date", .show = Show::machine_only},
                        {.name = "date",
                         .show = Show::text_only,
                         .draw = Column::Draw::strong,
                         .wrap = true,
                         .most = 14},
                        {.name = "first_day", .show = Show::machine_only},
                        {.name = "last_day", .show = Show::machine_only},
                        {.name = "text", .show = Show::machine_only},
                        {.name = "sentence", .wrap = true},
                        {.name = "names", .draw = Column::Draw::dim, .wrap = true, .most = 18},
                        {.name = "section", .show = Show::machine_only},
                        {.name = "file", .show = Show::machine_only},
                        {.name = "file",
                         .show = Show::text_only,
                         .draw = Column::Draw::dim,
                         .wrap = true,
                         .most = 16},
                        {.name = "start", .align = Align::right, .show = Show::machine_only},
                        {.name = "end", .align = Align::right, .show = Show::machine_only}}});
        return result;
    }

    static bool is_shown_file(const Column& column) {
        return column.name == "file" && column.show == Show::text_only;
    }

    /// Bytes of the folder that all events' files lie in, with its slash: it tells people nothing.
    [[nodiscard]] std::size_t common_folder() const {
        if (events_.empty()) return 0;
        const std::string_view first = events_.front().file;
        std::size_t same = first.rfind('/') + 1;  // 0 where there is none
        for (const Event& event : events_)
            while (same > 0 && !event.file.starts_with(first.substr(0, same)))
                same = same < 2 ? 0 : first.rfind('/', same - 2) + 1;
        return same;
    }

    Result result(bool many) {
        Result result = blank();
        Table& table = std::get<Table>(result.parts.back());
        const bool text = settings_.output.format == Format::text;
        if (!many) std::erase_if(table.columns, is_shown_file);
        const std::size_t folder = text && many ? common_folder() : 0;
        for (Event& e : events_) {
            std::vector<Value>& row = table.rows.emplace_back();
            Value shown = text ? Value(date_text(e.value)) : Value();
            row = {std::move(e.value),   std::move(shown),
                   dashed(e.days.first), dashed(e.days.last),
                   std::move(e.text),    std::move(e.sentence),
                   std::move(e.names),   e.section.empty() ? Value() : Value(std::move(e.section))};
            row.emplace_back(e.file);
            if (many) row.emplace_back(e.file.substr(folder));
            row.push_back(number(e.start));
            row.push_back(number(e.end));
        }
        return result;
    }

    Settings settings_;
    DateOptions dates_;
    std::int32_t from_ = INT32_MIN, to_ = INT32_MAX;
    bool ics_ = false;
    ScratchPool<Tokenizer> pool_;
    std::mutex mutex_;
    std::vector<Event> events_;
    std::size_t left_out_ = 0;
    bool undated_ = false;
};

}  // namespace

std::unique_ptr<Action> make_timeline() {
    return std::make_unique<Timeline>();
}

}  // namespace analyze
