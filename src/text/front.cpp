// The lines in which an article says what it is: labels, bylines, date lines, datelines, openings.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/front.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"
#include "analyze/text/lines.hpp"
#include "front_words.hpp"
#include "word_rows.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kLongestLine = 2000;  // longer lines are body text

bool same(std::string_view a, std::string_view lower_case) {
    return a.size() == lower_case.size() &&
           std::equal(a.begin(), a.end(), lower_case.begin(),
                      [](char x, char y) { return ascii::lower(x) == y; });
}

bool starts(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() && same(text.substr(0, lower_case.size()), lower_case);
}

bool name_letter(char c) {
    return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

Span unquote(std::string_view text, Span span) {
    span = trim(text, span);
    if (span.size() >= 2) {
        const char first = text[span.begin], last = text[span.end - 1];
        if ((first == '"' || first == '\'') && first == last) ++span.begin, --span.end;
    }
    return trim(text, span);
}

/// Fills in the date of a date field; false when the value is none.
bool date_value(std::string_view text, FrontField& field) {
    if (field.key != FrontKey::date && field.key != FrontKey::updated) return true;
    const auto date = read_date(text.substr(0, field.value.end), field.value.begin);
    if (!date) return false;
    field.date = *date;
    field.value.end = date->end;
    return true;
}

/// One word of a few capitals, or a name that ends in a word for an agency.
bool names_agency(std::string_view name) {
    static constexpr std::array<std::string_view, 8> kEnds{"press",   "news", "agency", "service",
                                                           "reuters", "wire", "times",  "post"};
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos && name.size() >= 2 && name.size() <= 5 &&
        std::all_of(name.begin(), name.end(), ascii::is_upper))
        return true;
    const std::string_view last = space == std::string_view::npos ? name : name.substr(space + 1);
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return same(last, end); });
}

/// Bytes of a time of day behind a date: " at 9:41 a.m. ET", ", 18:05".
std::size_t time_behind(std::string_view line) {
    std::size_t at = 0;
    const auto eat = [&](std::string_view part) {
        if (!starts(line.substr(at), part)) return false;
        at += part.size();
        return true;
    };
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < line.size() && at < begin + 2 && ascii::is_digit(line[at])) ++at;
        return at > begin;
    };
    eat(",");
    if (!eat(" ")) return 0;
    eat("at ");
    if (!digits() || at >= line.size() || (line[at] != ':' && line[at] != '.')) return 0;
    ++at;
    if (!digits()) return 0;
    for (const std::string_view half : {" a.m.", " p.m.", " am", " pm", "am", "pm"})
        if (eat(half)) break;
    std::size_t zone = at + 1;
    while (zone < line.size() && zone < at + 6 && ascii::is_upper(line[zone])) ++zone;
    return zone > at + 1 && line[at] == ' ' ? zone : at;
}

/// Bytes of "Pictures by ", 0 where no word and "by" stand at the beginning.
std::size_t credit_end(std::string_view line) {
    const std::size_t space = line.find(' ');
    return space <= 12 && line.substr(space).starts_with(" by ") ? space + 4 : 0;
}

/// Bytes of "By ", "Written by ", "Essay by ", "Par ", 0 where a line begins otherwise.
std::size_t by_end(std::string_view line) {
    if (starts(line, "by ")) return 3;
    if (const std::size_t foreign = foreign_by(line); foreign != 0) return foreign;
    return line.empty() || !ascii::is_upper(line[0]) ? 0 : credit_end(line);
}

/// "Pictures by …": a credit that tells what for; no single letter does.
bool names_credit(std::string_view line) {
    return credit_end(line) > std::string_view("A by ").size();
}

/// "a staff reporter", "our correspondent": who wrote it, without a name.
bool is_staff(std::string_view who) {
    static constexpr WordRow kWhose("a staff|staff|our staff|our own|our|a special|special|a");
    static constexpr WordRow kRoles(
        "reporter|reporters|writer|writers|correspondent|correspondents");
    const std::size_t space = who.rfind(' ');
    if (space == std::string_view::npos) return false;
    return kRoles.has(who.substr(space + 1)) && kWhose.has(who.substr(0, space));
}

/// The author part of a byline: up to a date, an "updated" or a bar.
bool author_list(std::string_view text, Span span) {
    if (span.empty() || span.size() > 1200) return false;
    const Shape shape = shape_of(text, span);
    if (shape.last == Edge::question || shape.last == Edge::colon ||
        shape.last == Edge::exclamation)
        return false;
    if (is_staff(slice(text, span))) return true;
    // "By road" heads how to come.
    static constexpr WordRow kWays(
        "air|bicycle|bike|boat|bus|car|coach|email|ferry|foot|hand|land|mail|metro|night|phone|"
        "plane|post|rail|road|sea|subway|taxi|telephone|train|tram|tube|water");
    if (shape.words == 1)
        return shape.letters >= 2 && !kWays.has(slice(text, span)) && shape.last != Edge::stop &&
               shape.last != Edge::comma;
    return looks_like_names(text, span);
}

/// "Port Ellis, 3 March": one or two names and a day.
bool place_and_day(std::string_view text, Span line, std::vector<FrontField>& fields) {
    const std::string_view s = slice(text, line);
    const std::size_t comma = s.substr(0, 40).find(", ");
    if (comma == std::string_view::npos || !ascii::is_upper(s[0])) return false;
    std::size_t names = 1;
    for (std::size_t at = 1; at < comma; ++at) {
        const bool begins = s[at - 1] == ' ';
        names += begins;
        if (s[at] != ' ' && (begins ? !ascii::is_upper(s[at]) : !name_letter(s[at]))) return false;
    }
    const auto day = static_cast<std::uint32_t>(line.begin + comma + 2);
    const auto date = read_date(text.substr(0, line.end), day);
    if (names > 2 || !date || date->day == 0 || date->end != line.end) return false;
    if (read_date(text.substr(0, line.end), line.begin)) return false;  // "March 3, 2024"
    fields.push_back(
        {FrontKey::place, {line.begin, line.begin + static_cast<std::uint32_t>(comma)}, {}, {}});
    fields.push_back({FrontKey::date, {day, line.end}, {}, *date});
    return true;
}

}  // namespace

bool looks_like_names(std::string_view text, Span line) {
    const std::string_view s = slice(text, line);
    if (s.empty() || s.size() > 1200) return false;
    std::size_t at = 0;
    std::uint32_t names = 0, lower = 0, in_name = 0;
    bool bracket = false;
    while (at < s.size()) {
        while (at < s.size() &&
               (s[at] == ' ' || s[at] == ',' || s[at] == ';' || s[at] == '&' || s[at] == '/')) {
            if (s[at] != ' ') in_name = 0;
            ++at;
        }
        const std::size_t begin = at;
        while (at < s.size() && s[at] != ' ' && s[at] != ',' && s[at] != ';') ++at;
        const std::string_view word = s.substr(begin, at - begin);
        if (word.empty()) continue;
        if (word[0] == '(') bracket = true;
        const bool close = word.back() == ')';
        if (bracket) {
            if (close) bracket = false;
            continue;
        }
        if (const NamePart part = name_part(word); part != NamePart::no) {
            if (part == NamePart::between) in_name = 0;
            continue;
        }
        for (const char c : word)
            if (c == ':' || c == '?' || c == '!' || c == '"') return false;
        if (ascii::is_digit(word[0])) return false;
        if (ascii::is_lower(word[0]))
            ++lower;
        else
            ++names;
        if (++in_name > 6) return false;
        if (word.back() == '.' && at >= s.size() && word.size() > 3) return false;
    }
    return names + lower > 0 &&
           lower <= names + (lower == names + lower && s.find(',') != std::string_view::npos ? lower
                                                                                             : 0);
}

std::optional<FrontField> read_label(std::string_view text, Span line) {
    if (line.size() > kLongestLine) return {};
    const std::string_view s = slice(text, line);
    const std::size_t lead = s.starts_with("#+") ? 2 : s.starts_with(":") ? 1 : 0;
    const std::size_t colon = s.find(':', lead);
    if (colon == std::string_view::npos || colon - lead < 2 || colon - lead > 30) return {};
    const std::string_view label = s.substr(lead, colon - lead);
    std::size_t words = 1;
    bool foreign = false;
    for (const char c : label) {
        if (c == ' ')
            ++words;
        else if (ascii::is_letter(c) || c == '-' || c == '_')
            continue;
        else if (static_cast<unsigned char>(c) >= 0x80)
            foreign = true;
        else
            return {};
    }
    if (words > 3 || label.back() == ' ') return {};
    if (colon + 1 < s.size() && s[colon + 1] != ' ' && s[colon + 1] != '\t') return {};
    FrontField field;
    field.key = label_key(label);
    if (field.key == FrontKey::other && (foreign || !ascii::is_upper(label[0]))) return {};
    const auto at = static_cast<std::uint32_t>(colon);
    field.label = {line.begin + static_cast<std::uint32_t>(lead), line.begin + at};
    field.value = unquote(text, {line.begin + at + 1, line.end});
    if (field.value.empty()) return {};
    if (!date_value(text, field)) field.key = FrontKey::other;
    if (field.key == FrontKey::author) {  // "Name <address>" of a mail head
        const std::size_t angle = slice(text, field.value).find(" <");
        if (angle != std::string_view::npos && angle > 0)
            field.value = unquote(
                text, {field.value.begin, field.value.begin + static_cast<std::uint32_t>(angle)});
    }
    return field;
}

std::vector<FrontField> read_credit_line(std::string_view text, Span line) {
    std::vector<FrontField> fields;
    if (line.empty() || line.size() > kLongestLine) return fields;
    if (place_and_day(text, line, fields)) return fields;
    Span rest = line;
    const std::string_view s = slice(text, line);
    if (const std::size_t by = by_end(s); by != 0) {
        rest.begin += static_cast<std::uint32_t>(by);
        if (rest.begin < rest.end && text[rest.begin] == ':') ++rest.begin;
        rest = trim(text, rest);
        // The names end where a bar, a bullet or a date begins.
        std::uint32_t end = rest.end;
        for (std::uint32_t at = rest.begin; at < rest.end; ++at) {
            const std::string_view here = text.substr(at, rest.end - at);
            const bool bar = here[0] == '|' || starts(here, " \xE2\x80\xA2 ") ||
                             starts(here, " \xC2\xB7 ") || starts(here, " - ") ||
                             starts(here, " \xE2\x80\x93 ") || starts(here, " \xE2\x80\x94 ") ||
                             (starts(here, ", ") && names_credit(here.substr(2)));
            const bool word = at > rest.begin && (text[at - 1] == ' ');
            const std::size_t label = word ? date_opening(here).size : 0;
            if (bar || (word && read_date(text.substr(0, rest.end), at)) ||
                (label > 0 && read_date(text.substr(0, rest.end), at + label))) {
                end = at;
                break;
            }
        }
        Span names = trim(text, {rest.begin, end});
        while (!names.empty() && (text[names.end - 1] == ',' || text[names.end - 1] == ';'))
            --names.end;
        names = trim(text, names);
        if (!author_list(text, names)) return {};
        // "By A. Name, Agency Press"
        const std::size_t comma = slice(text, names).rfind(", ");
        Span agency{};
        if (comma != std::string_view::npos) {
            const Span tail{names.begin + static_cast<std::uint32_t>(comma) + 2, names.end};
            if (names_agency(slice(text, tail))) {
                agency = tail;
                names.end = names.begin + static_cast<std::uint32_t>(comma);
            }
        }
        fields.push_back({FrontKey::author, names, {}, {}});
        if (!agency.empty()) fields.push_back({FrontKey::agency, agency, {}, {}});
        rest.begin = end;
    }
    bool first = fields.empty();
    while (true) {
        while (!rest.empty()) {  // separators
            const std::uint32_t before = rest.begin;
            rest = trim(text, rest);
            for (const std::string_view mark :
                 {std::string_view("|"), std::string_view(","), std::string_view(";"),
                  std::string_view("-"), std::string_view("\xE2\x80\xA2"),
                  std::string_view("\xC2\xB7"), std::string_view("\xE2\x80\x93"),
                  std::string_view("\xE2\x80\x94")})
                if (!first && starts(slice(text, rest), mark))
                    rest.begin += static_cast<std::uint32_t>(mark.size());
            if (rest.begin == before) break;
        }
        if (rest.empty()) break;
        if (!first && is_boilerplate_line(slice(text, rest))) break;  // "| 6 min read"
        if (!first && names_credit(slice(text, rest))) break;  // "Words by A. Name, pictures by …"
        if (!first && starts(slice(text, rest), "by ")) {      // "Posted on 3 May 2021 by A. Name"
            const Span names = trim(text, {rest.begin + 3, rest.end});
            if (!author_list(text, names)) return {};
            fields.push_back({FrontKey::author, names, {}, {}});
            break;
        }
        FrontField field;
        const DateOpening opening = date_opening(slice(text, rest));
        const std::size_t label = opening.size;
        field.key = label > 0 ? opening.key : FrontKey::date;
        if (label > 0)
            field.label = trim(text, {rest.begin, rest.begin + static_cast<std::uint32_t>(label)});
        field.value = {rest.begin + static_cast<std::uint32_t>(label), rest.end};
        if (!date_value(text, field)) return {};
        // A bare date needs a year to be a line of its own; with a label it may lack one.
        if (field.date.year == 0 && label == 0) return {};
        if (label == 0 && field.date.day == 0) return {};
        if (!field.label.empty() && text[field.label.end - 1] == ':') --field.label.end;
        rest.begin = field.value.end;
        rest.begin += static_cast<std::uint32_t>(time_behind(slice(text, rest)));
        if (!rest.empty() && text[rest.begin] == '.') ++rest.begin;
        fields.push_back(field);
        first = false;
    }
    return fields;
}

std::optional<Dateline> read_dateline(std::string_view text, Span line) {
    const std::string_view s = slice(text, {line.begin, std::min(line.end, line.begin + 160)});
    Dateline out;
    const auto span = [&](std::size_t b, std::size_t e) {
        return trim(text, {line.begin + static_cast<std::uint32_t>(b),
                           line.begin + static_cast<std::uint32_t>(e)});
    };
    // The place: words up to a comma before a date, a bracket or a dash.
    constexpr std::size_t kOpen = std::string_view::npos;
    std::size_t at = 0, place_end = kOpen, dash = 0, dash_size = 0, agency_begin = 0,
                agency_end = 0, date_at = 0;
    std::optional<WrittenDate> date;
    bool has_lower = false, has_letter = false, has_foreign = false;
    while (at < s.size()) {
        const std::string_view here = s.substr(at);
        const bool spaced = at > 0 && s[at - 1] == ' ';
        if (starts(here, "\xE2\x80\x94") || (spaced && starts(here, "\xE2\x80\x93")) ||
            starts(here, "--") || (spaced && (starts(here, "- ") || here == "-"))) {
            dash = at;
            dash_size = here[0] == '-' ? (starts(here, "--") ? 2 : 1) : 3;
            break;
        }
        if (here[0] == '(') {
            const std::size_t close = here.find(')');
            if (close == std::string_view::npos || close < 3 || close > 40 || agency_end != 0)
                return {};
            if (place_end == kOpen) place_end = at;
            agency_begin = at + 1, agency_end = at + close;
            at += close + 1;
            continue;
        }
        if (here[0] == ',' && here.size() > 2 && here[1] == ' ' && !date) {
            date = read_date(s, at + 2);
            if (date) {
                if (place_end == kOpen) place_end = at;
                date_at = at + 2;
                at = date->end;
                continue;
            }
        }
        if (place_end == kOpen) {
            if (ascii::lower(here[0]) != here[0]) has_letter = true;
            if (static_cast<unsigned char>(here[0]) >= 0x80) has_foreign = true;
            if (ascii::is_lower(here[0])) has_lower = true;
            if (here[0] == ':' || here[0] == '"' || here[0] == '?' || here[0] == '!') return {};
        } else if (here[0] != ' ' && here[0] != ',') {
            return {};
        }
        ++at;
    }
    // A story follows, not the second half of a headline.
    const std::size_t rest = dash + dash_size;
    const bool last = s.size() == line.size() && (dash == 0 || rest == s.size());
    const bool whole = last && date && (agency_end != 0 || dash != 0);
    if (!whole && (dash == 0 || rest >= s.size())) return {};
    if (!whole &&
        std::none_of(s.begin() + static_cast<std::ptrdiff_t>(rest), s.end(), ascii::is_lower))
        return {};
    if (place_end == kOpen) place_end = dash;
    const Span place = span(0, place_end);
    const std::string_view p = slice(text, place);
    // The city stands in capitals; a region behind a comma may not ("PARIS, Texas").
    const std::string_view city = p.substr(0, p.find(','));
    const bool city_caps = !city.empty() && city.size() >= 3 &&
                           std::none_of(city.begin(), city.end(), ascii::is_lower);
    const bool sure = agency_end != 0 || date.has_value();
    if (p.empty()) {  // "(Agency) —": without a place only what is one beyond doubt
        if (!names_agency(s.substr(agency_begin, agency_end - agency_begin))) return {};
    } else {
        if (!(has_letter || (has_foreign && sure)) || place.size() > 50 ||
            shape_of(text, place).first != Edge::upper)
            return {};
        if (has_lower && !city_caps && agency_end == 0) return {};
        if (!sure && (has_lower || city.size() < 4)) return {};
        if (whole && !city_caps) return {};
        if (std::count(p.begin(), p.end(), ' ') > 5) return {};
        if (p.find(". ") != std::string_view::npos && p.size() > 20) return {};
        out.fields.push_back({FrontKey::place, place, {}, {}});
    }
    if (date) out.fields.push_back({FrontKey::date, span(date_at, date->end), {}, *date});
    if (agency_end != 0)
        out.fields.push_back({FrontKey::agency, span(agency_begin, agency_end), {}, {}});
    out.end = whole ? line.end : line.begin + static_cast<std::uint32_t>(rest);
    return out;
}

std::optional<FrontField> read_glued_date(std::string_view text, Span line) {
    const std::string_view s = slice(text, {line.begin, std::min(line.end, line.begin + 120)});
    FrontField field;
    const auto [label, key] = date_opening(s);
    if (label == 0) return {};
    field.key = key;
    field.label = trim(text, {line.begin, line.begin + static_cast<std::uint32_t>(label)});
    if (text[field.label.end - 1] == ':') --field.label.end;
    field.value = {line.begin + static_cast<std::uint32_t>(label),
                   line.begin + static_cast<std::uint32_t>(s.size())};
    if (!date_value(text, field) || field.date.year == 0 || field.date.day == 0) return {};
    return field;
}

}  // namespace analyze
