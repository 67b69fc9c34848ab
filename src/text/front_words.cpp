// The words by which articles of several languages name their authors and dates, as tables.
// SPDX-License-Identifier: Apache-2.0
#include "front_words.hpp"

#include "word_rows.hpp"

namespace analyze {
namespace {

struct Row {
    FrontKey key;
    std::string_view words;  ///< with bars between them
};
constexpr Row kLabels[] = {
    {FrontKey::title,
     "title|subject|headline|titre|objet|titel|betreff|título|asunto|titolo|oggetto|"
     "assunto|заголовок|название|тема"},
    {FrontKey::author,
     "author|authors|from|by|byline|written by|creator|reporter|auteur|auteurs|auteure|"
     "autrice|autor|autorin|autoren|verfasser|verfasserin|autora|autores|autore|autrici|"
     "autori|автор|авторы"},
    {FrontKey::date,
     "date|published|publication date|date published|published on|posted|posted on|"
     "pubdate|release date|publish date|created|issued|first published|"
     "date de publication|publié le|datum|veröffentlicht|veröffentlicht am|erschienen am|"
     "fecha|fecha de publicación|publicado el|publicado|data|data di pubblicazione|"
     "pubblicato il|pubblicato|data de publicação|publicado em|дата|дата публикации|"
     "опубликовано"},
    {FrontKey::updated,
     "updated|last updated|modified|last modified|last-modified|lastmod|updated on|"
     "date modified|revised|mis à jour le|mise à jour|aktualisiert|aktualisiert am|"
     "zuletzt aktualisiert|stand|actualizado el|actualizado|aggiornato il|aggiornato|"
     "atualizado em|atualizado|обновлено"},
    {FrontKey::place, "place|location|dateline|city|lieu|ort|lugar|luogo|место"},
    {FrontKey::agency, "agency|wire|news agency|agence|agentur|agencia|agenzia|agência|агентство"},
};

constexpr Row kDateOpenings[] = {
    {FrontKey::date,
     "first published on|first published|published on|published|posted on|posted|date|"
     "publié le|publié|paru le|mis en ligne le|veröffentlicht am|veröffentlicht|"
     "erschienen am|publicado el|publicada el|publicado em|publicada em|publicado|"
     "pubblicato il|pubblicato|опубликовано|дата публикации"},
    {FrontKey::updated,
     "last updated on|last updated|updated on|updated|last modified|modified|"
     "mis à jour le|mise à jour le|modifié le|zuletzt aktualisiert am|aktualisiert am|"
     "aktualisiert|geändert am|stand|actualizado el|actualizado|modificado el|"
     "aggiornato il|aggiornato|modificato il|atualizado em|atualizado|modificado em|"
     "обновлено|изменено"},
};

constexpr std::string_view kForeignBy =
    "par|von|por|di|écrit par|escrito por|scritto da|verfasst von";

constexpr std::string_view kWithin =
    "with|for|of|the|de|da|do|dos|das|del|della|di|du|des|van|von|zu|zur|der|den|ter|ten|"
    "la|le|bin|al|in|at|af";
constexpr std::string_view kBetween = "and|et|und|y|e|и";

// January to December, one row a language; "-": as in another row, or in English.
constexpr std::string_view kMonths[] = {
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "januar|februar|märz|-|mai|juni|juli|-|-|oktober|-|dezember",
    "jänner|-|-|-|-|-|-|-|setiembre|-|-|-",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|-|dicembre",
    "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"};
// What is a word in the same or another language as well.
constexpr std::string_view kUnsureMonths[] = {
    "janv|févr|-|avr|-|-|juil|-|-|-|-|déc", "-|-|mär|-|-|-|-|-|-|okt|-|dez",
    "ene|fev|-|abr|-|-|-|ago|set|out|-|dic", "gen|-|-|-|mag|giu|lug|-|-|ott|-|-",
    "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь"};

constexpr std::string_view kBeforeDates =
    "le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|am|den|montag|dienstag|"
    "mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|el|lunes|martes|miércoles|"
    "jueves|viernes|sábado|domingo|il|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|"
    "domenica|em|"
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье";

constexpr std::string_view kBeforeTimes = "at|à|um|a|las|la|alle|ore|às|as|в";

}  // namespace

FrontKey label_key(std::string_view label) {
    for (const Row& row : kLabels)
        if (place_of(label, row.words) != kAbsent) return row.key;
    return FrontKey::other;
}

DateOpening date_opening(std::string_view line) {
    DateOpening out;
    for (const Row& row : kDateOpenings)
        if (const std::size_t size = longest_of(line, row.words); size > out.size)
            out = {size, row.key};
    if (out.size == 0) return out;
    std::size_t at = out.size;
    if (at < line.size() && line[at] == ':') ++at;
    if (at >= line.size() || line[at] != ' ') return {};
    while (at < line.size() && line[at] == ' ') ++at;
    out.size = at;
    return out;
}

std::size_t foreign_by(std::string_view line) {
    const std::size_t at = longest_of(line, kForeignBy);
    return at != 0 && at < line.size() && line[at] == ' ' ? at + 1 : 0;
}

NamePart name_part(std::string_view word) {
    // Only as they are written inside a name: "De Luca" has two names.
    const bool small = word[0] < 'A' || word[0] > 'Z';
    if (word == "The" || (small && place_of(word, kWithin) != kAbsent)) return NamePart::within;
    return word == "AND" || (small && place_of(word, kBetween) != kAbsent) ? NamePart::between
                                                                           : NamePart::no;
}

MonthWord foreign_month(std::string_view word) {
    const auto find = [word](const auto& rows, bool needs_year) {
        for (const std::string_view row : rows)
            if (const std::size_t month = place_of(word, row); month != kAbsent)
                return MonthWord{static_cast<int>(month) + 1, needs_year};
        return MonthWord{};
    };
    if (word.size() < 3) return {};
    const MonthWord sure = find(kMonths, false);
    return sure.month != 0 ? sure : find(kUnsureMonths, true);
}

bool leads_date(std::string_view word) {
    return place_of(word, kBeforeDates) != kAbsent;
}
bool leads_time(std::string_view word) {
    return place_of(word, kBeforeTimes) != kAbsent;
}

}  // namespace analyze
