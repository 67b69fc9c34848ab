// The words by which articles of several languages name their authors and dates, as tables.
// SPDX-License-Identifier: Apache-2.0
#include "front_words.hpp"

#include "word_rows.hpp"

namespace analyze {
namespace {

struct Row {
    FrontKey key;
    WordRow words;
};
constexpr Row kLabels[] = {
    {FrontKey::title,
     WordRow("title|subject|headline|titre|objet|titel|betreff|título|asunto|titolo|oggetto|"
             "assunto|заголовок|название|тема")},
    {FrontKey::author,
     WordRow("author|authors|from|by|byline|written by|creator|reporter|auteur|auteurs|auteure|"
             "autrice|autor|autorin|autoren|verfasser|verfasserin|autora|autores|autore|autrici|"
             "autori|автор|авторы")},
    {FrontKey::date,
     WordRow("date|published|publication date|date published|published on|posted|posted on|"
             "pubdate|release date|publish date|created|issued|first published|"
             "date de publication|publié le|datum|veröffentlicht|veröffentlicht am|erschienen am|"
             "fecha|fecha de publicación|publicado el|publicado|data|data di pubblicazione|"
             "pubblicato il|pubblicato|data de publicação|publicado em|дата|дата публикации|"
             "опубликовано")},
    {FrontKey::updated,
     WordRow("updated|last updated|modified|last modified|last-modified|lastmod|updated on|"
             "date modified|revised|mis à jour le|mise à jour|aktualisiert|aktualisiert am|"
             "zuletzt aktualisiert|stand|actualizado el|actualizado|aggiornato il|aggiornato|"
             "atualizado em|atualizado|обновлено")},
    {FrontKey::place, WordRow("place|location|dateline|city|lieu|ort|lugar|luogo|место")},
    {FrontKey::agency,
     WordRow("agency|wire|news agency|agence|agentur|agencia|agenzia|agência|агентство")},
};

constexpr Row kDateOpenings[] = {
    {FrontKey::date,
     WordRow("first published on|first published|published on|published|posted on|posted|date|"
             "publié le|publié|paru le|mis en ligne le|veröffentlicht am|veröffentlicht|"
             "erschienen am|publicado el|publicada el|publicado em|publicada em|publicado|"
             "pubblicato il|pubblicato|опубликовано|дата публикации")},
    {FrontKey::updated,
     WordRow("last updated on|last updated|updated on|updated|last modified|modified|"
             "mis à jour le|mise à jour le|modifié le|zuletzt aktualisiert am|aktualisiert am|"
             "aktualisiert|geändert am|stand|actualizado el|actualizado|modificado el|"
             "aggiornato il|aggiornato|modificato il|atualizado em|atualizado|modificado em|"
             "обновлено|изменено")},
};

constexpr WordRow kForeignBy("par|von|por|di|écrit par|escrito por|scritto da|verfasst von");

constexpr WordRow kWithin(
    "with|for|of|the|de|da|do|dos|das|del|della|di|du|des|van|von|zu|zur|der|den|ter|ten|"
    "la|le|bin|al|in|at|af");
constexpr WordRow kBetween("and|et|und|y|e|и");

// January to December, language by language; "-": as in another, or in English.
constexpr WordRow kMonths(
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "januar|februar|märz|-|-|juni|juli|-|-|oktober|-|dezember|"
    "jänner|-|-|-|-|-|-|-|setiembre|-|-|-|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "gennaio|febbraio|-|aprile|maggio|giugno|luglio|-|settembre|ottobre|-|dicembre|"
    "janeiro|fevereiro|março|-|maio|junho|julho|-|setembro|outubro|novembro|dezembro|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря");
// What is a word in the same or another language as well.
constexpr WordRow kUnsureMonths(
    "janv|févr|-|avr|-|-|juil|-|-|-|-|déc|"
    "-|-|mär|-|-|-|-|-|-|okt|-|dez|"
    "ene|fev|-|abr|-|-|-|ago|set|out|-|dic|"
    "gen|-|-|-|mag|giu|lug|-|-|ott|-|-|"
    "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь");

constexpr WordRow kBeforeDates(
    "le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|am|den|montag|dienstag|"
    "mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|el|lunes|martes|miércoles|"
    "jueves|viernes|sábado|domingo|il|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|"
    "domenica|em|"
    "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье");

constexpr WordRow kBeforeTimes("at|à|um|a|las|la|alle|ore|às|as|в");

}  // namespace

FrontKey label_key(std::string_view label) {
    for (const Row& row : kLabels)
        if (row.words.has(label)) return row.key;
    return FrontKey::other;
}

DateOpening date_opening(std::string_view line) {
    DateOpening out;
    for (const Row& row : kDateOpenings)
        if (const std::size_t size = row.words.longest_of(line); size > out.size)
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
    const std::size_t at = kForeignBy.longest_of(line);
    return at != 0 && at < line.size() && line[at] == ' ' ? at + 1 : 0;
}

NamePart name_part(std::string_view word) {
    // Only as they are written inside a name: "De Luca" has two names.
    const bool small = word[0] < 'A' || word[0] > 'Z';
    if (word == "The" || (small && kWithin.has(word))) return NamePart::within;
    return word == "AND" || (small && kBetween.has(word)) ? NamePart::between : NamePart::no;
}

MonthWord foreign_month(std::string_view word) {
    if (word == "-") return {};
    for (const bool unsure : {false, true})
        if (const std::size_t place = (unsure ? kUnsureMonths : kMonths).place_of(word);
            place != WordRow::kAbsent)
            return {static_cast<int>(place % 12) + 1, unsure};
    return {};
}

bool leads_date(std::string_view word) {
    return kBeforeDates.has(word);
}
bool leads_time(std::string_view word) {
    return kBeforeTimes.has(word);
}

}  // namespace analyze
