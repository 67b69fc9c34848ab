// What the words of a short line say for and against its being a heading.
// SPDX-License-Identifier: Apache-2.0
#include "heading_words.hpp"

#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/text/dates.hpp"
#include "word_rows.hpp"

namespace analyze {
namespace {

constexpr WordRow kSalutations(
    "liebe|lieber|liebes|hallo|sehr geehrte|sehr geehrter|guten tag|cher|chère|chers|chères|"
    "bonjour|madame|monsieur|querido|querida|queridos|queridas|estimado|estimada|estimados|"
    "estimadas|hola|caro|cara|cari|care|gentile|gentili|ciao|buongiorno|prezado|prezada|prezados|"
    "olá|hello|hey|greetings|good morning|good afternoon|good evening|уважаемый|уважаемая|"
    "уважаемые|дорогой|дорогая|дорогие|здравствуйте|привет");
constexpr WordRow kSureSalutations("dear|my dear|hi");  // need no sign behind them

constexpr WordRow kClosings(
    "yours|yours sincerely|yours faithfully|yours truly|yours ever|sincerely|sincerely yours|"
    "respectfully|respectfully yours|cordially|best|all best|all the best|best regards|"
    "best wishes|with best wishes|with kind regards|kind regards|kindest regards|warm regards|"
    "regards|many thanks|thanks|thanks again|thank you|with thanks|cheers|love|much love|"
    "lots of love|with love|with all my love|your loving|p.s|ps|p.p.s|pps|mit freundlichen grüßen|"
    "freundliche grüße|viele grüße|herzliche grüße|liebe grüße|hochachtungsvoll|cordialement|"
    "bien cordialement|bien à vous|amicalement|amitiés|atentamente|saludos|un saludo|un abrazo|"
    "cordiali saluti|distinti saluti|un caro saluto|atenciosamente|cumprimentos|"
    "com os melhores cumprimentos|um abraço|с уважением|всего доброго|искренне ваш|"
    "искренне ваша");

constexpr WordRow kSections(
    "abstract|summary|executive summary|introduction|preface|foreword|prologue|epilogue|afterword|"
    "postscript|acknowledgements|acknowledgments|acknowledgement|acknowledgment|references|"
    "references and notes|notes and references|bibliography|works cited|literature|"
    "literature cited|further reading|see also|external links|notes|footnotes|endnotes|sources|"
    "appendix|appendices|glossary|index|conclusion|conclusions|exercises|problems|questions|"
    "review questions|discussion questions|answers|solutions|key terms|author's address|"
    "authors' addresses|author’s address|authors’ addresses|about the author|about the authors|"
    "contact|contacts|contact information|status of this memo|copyright notice|ingredients|"
    "materials|equipment|you will need|what you will need|what you'll need|what you need|"
    "zusammenfassung|einleitung|einführung|fazit|prolog|epilog|nachwort|vorwort|danksagung|"
    "literatur|literaturverzeichnis|quellen|anmerkungen|einzelnachweise|siehe auch|weblinks|"
    "anhang|kontakt|zutaten|résumé|épilogue|postface|avant-propos|remerciements|références|"
    "notes et références|bibliographie|voir aussi|liens externes|annexe|annexes|ingrédients|"
    "resumen|introducción|conclusión|conclusiones|epílogo|prólogo|agradecimientos|referencias|"
    "bibliografía|véase también|enlaces externos|contacto|ingredientes|riassunto|introduzione|"
    "conclusione|conclusioni|epilogo|postfazione|sommario|prefazione|ringraziamenti|riferimenti|"
    "bibliografia|voci correlate|collegamenti esterni|appendice|contatti|ingredienti|resumo|"
    "introdução|conclusão|conclusões|posfácio|prefácio|agradecimentos|referências|ver também|"
    "ligações externas|contato|contacto|аннотация|введение|заключение|пролог|эпилог|послесловие|"
    "предисловие|благодарности|литература|список литературы|примечания|источники|см. также|ссылки|"
    "приложение|контакты|ингредиенты");

constexpr WordRow kGenres(
    "press release|news release|media release|opinion|editorial|commentary|comment|column|"
    "obituary|in memoriam|exclusive|breaking news|short story|a short story|a radio play|"
    "a play in one act|pressemitteilung|kommentar|nachruf|communiqué de presse|tribune|éditorial|"
    "comunicado de prensa|opinión|editorial|comunicato stampa|opinione|comunicado de imprensa|"
    "opinião|пресс-релиз|мнение");

constexpr WordRow kRemarks(
    "more to come|to be continued|stay tuned|watch this space|thanks for reading|"
    "thank you for reading|thanks for listening|thank you for listening|happy reading|"
    "happy hacking|happy coding|see you soon|see you there|see you next time|see you next week|"
    "until next time|good luck|have fun|read on|fortsetzung folgt|à suivre|continuará|continua|"
    "continua na próxima edição|продолжение следует");

// What captions begin with, say behind a comma and in brackets.
constexpr WordRow kCaptionOpenings(
    "from left:|from left,|left to right:|left to right,|from left to right:|pictured:|pictured,");
constexpr WordRow kShown("seen from|showing|photographed|painted by|drawn by|about 1|circa|c. 1");
constexpr WordRow kBeside("left) |right) |centre) |center) |pictured|above) |below) ");
constexpr WordRow kPictures(
    "bust|statue|portrait|photograph|photo|painting|engraving|aerial view|close-up|screenshot|"
    "postcard");

// Last words of names, and words before "of", "for" and their like. The second row has those that
// ordinary titles end with as well.
constexpr WordRow kBodies(
    "agency|association|authority|board|bureau|commission|committee|congress|consortium|"
    "corporation|council|county|court|department|diocese|directorate|district|federation|"
    "foundation|government|inc|inc.|inspectorate|institute|institution|laboratory|limited|llc|llp|"
    "ltd|ltd.|ministry|municipality|observatory|office|organisation|organization|parliament|"
    "registry|senate|society|tribunal|university|amt|behörde|bundesamt|gemeinde|gesellschaft|gmbh|"
    "kreis|landkreis|ministerium|rat|stadt|stiftung|universität|verband|verein|academia|"
    "asociación|associação|associazione|ayuntamiento|azienda|câmara|comisión|commissione|commune|"
    "comune|comunidad|conseil|consejo|consiglio|consorzio|departamento|département|diputación|"
    "escuela|fondation|fondazione|fundación|fundação|gobierno|governo|instituto|institut|istituto|"
    "junta|mairie|ministère|ministerio|ministero|ministério|préfecture|prefeitura|provincia|"
    "província|région|regione|república|repubblica|république|scuola|secretaría|sociedad|"
    "sociedade|società|société|tribunale|universidad|universidade|università|université|ville|"
    "администрация|ассоциация|комитет|министерство|общество|правительство|совет|суд|университет|"
    "учреждение|фонд");
constexpr WordRow kCommonBodies(
    "academy|assembly|centre|center|chamber|choir|church|city|club|college|community|company|fund|"
    "group|guild|hospital|kingdom|league|library|museum|network|orchestra|parish|partnership|"
    "province|republic|school|service|services|singers|theatre|theater|town|township|trust|union|"
    "village");
constexpr WordRow kSerials(
    "annals|bulletin|journal|proceedings|quarterly|review|transactions|annales|annali|anales|"
    "boletín|bollettino|revista|revue|rivista|suplemento|zeitschrift|вестник|журнал");

constexpr WordRow kWeekdays("monday|tuesday|wednesday|thursday|friday|saturday|sunday");

constexpr WordRow kVerbs("is|are|was|were|has|have|had|will|would|can|could|does|did");

constexpr WordRow kGoingOn("and|but|okay|ok|yeah|um|uh|oh");

constexpr WordRow kQuestionWords(
    "how|what|why|when|where|who|which|whose|do|does|did|is|are|was|were|can|could|will|would|"
    "have|has|had|should|so|and");

bool capital(std::string_view line, std::size_t at) {
    return at < line.size() && ascii::is_upper(line[at]);
}
bool small(std::string_view line, std::size_t at) {
    return at < line.size() && ascii::is_lower(line[at]);
}

}  // namespace

bool names_section(std::string_view line) {
    if (line.size() > 50) return false;
    if (line.back() == ':') line.remove_suffix(1);
    return kSections.has(line);
}

bool names_genre(std::string_view line) {
    return kGenres.has(line);
}

bool names_publisher(std::string_view line, bool common) {
    static constexpr WordRow kLinks(
        "of|for|on|der|des|für|de|del|do|da|di|du|dos|das|della|pour|para|per");
    static constexpr WordRow kPlaces("in|at|to|by");  // "A Walk in the City"
    static constexpr WordRow kYearly("annual|quarterly|monthly|weekly|book|film|peer");
    if (line.size() > 120 || line.find(" - ") != std::string_view::npos) return false;
    const bool capitals = std::none_of(line.begin(), line.end(), ascii::is_lower);
    const bool volume = line.find_first_of("0123456789") != std::string_view::npos;
    for (const std::string_view opening : {"In the ", "IN THE ", "The ", "THE "})
        if (line.starts_with(opening)) line.remove_prefix(opening.size());
    line = line.substr(0, line.find_first_of(",(0123456789"));
    if (line.find(": ") != std::string_view::npos) return false;
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    std::size_t words = 0;
    bool named = false, linked = false;  // a body or serial before the first link, or at the end
    for (std::size_t at = 0; at < line.size(); ++words) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view word = line.substr(at, end - at);
        const std::string_view next = line.substr(std::min(end + 1, line.size()));
        const std::size_t link = kLinks.longest_of(next);
        const bool leads = (link > 0 && link < next.size() && next[link] == ' ') ||
                           next.starts_with("d'") || next.starts_with("d\u2019");
        if (!linked && ((leads && words < 3) || next.empty()))
            named = kBodies.has(word) || ((common || capitals) && kCommonBodies.has(word)) ||
                    (kSerials.has(word) &&
                     (leads || (volume && !kYearly.has(line.substr(0, line.find(' '))))));
        linked |= leads;
        if (small(line, at) && (word.size() > 3 || kPlaces.has(word)) && !kLinks.has(word))
            return false;
        at = end + 1;
    }
    return words > 1 && named;
}

bool is_release(std::string_view line) {
    if (line.size() > 60) return false;
    std::size_t at = line[0] == '[';
    bool sure = false;
    for (const std::string_view word : {"version ", "release ", "v", "Version ", "Release "})
        if (line.substr(at).starts_with(word)) at += word.size(), sure = true;
    const std::size_t end = std::min(line.find_first_not_of("0123456789.", at), line.size());
    const std::string_view number = line.substr(at, end - at);
    return number.size() > 2 && ascii::is_digit(number[0]) && ascii::is_digit(number.back()) &&
           number.find('.') != std::string_view::npos &&
           (sure ? end == line.size() || has_full_date(line) : has_full_date(line));
}

bool is_address(std::string_view line) {
    return line.find("http") != std::string_view::npos ||
           line.find("www.") != std::string_view::npos ||
           line.find('@') != std::string_view::npos || line[0] == '<' ||
           (line.size() > 1 && line[0] == '#' && line[1] != ' ');
}

bool is_asked(std::string_view line) {
    if (line[0] != 'Q') return false;
    const std::size_t end = line.find_first_not_of("0123456789", 1);
    return end != std::string_view::npos && (line[end] == ':' || line[end] == '.');
}

bool breaks_off(std::string_view line) {
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) return false;
    for (const std::string_view word :
         {"a", "an", "the", "and", "or", "of", "as", "that", "said", "says"})
        if (line.substr(space + 1) == word) return true;
    return false;
}

bool goes_on(std::string_view line) {
    const std::size_t end = line.find_first_of(" ,");
    return end != std::string_view::npos && kGoingOn.has(line.substr(0, end));
}

bool goes_on_from_name(std::string_view text) {
    const std::size_t end = text.find(' ');
    return end != std::string_view::npos && kVerbs.has(text.substr(0, end));
}

bool is_score(std::string_view line) {
    const auto goals = [&](std::size_t begin, std::size_t end) {
        return end > begin && end - begin <= 3 &&
               std::all_of(line.begin() + static_cast<std::ptrdiff_t>(begin),
                           line.begin() + static_cast<std::ptrdiff_t>(end), ascii::is_digit);
    };
    const std::size_t last = line.find_last_of(" -");
    if (last == std::string_view::npos || last == 0 || !goals(last + 1, line.size())) return false;
    if (line[last] == '-') {
        const std::size_t before = line.rfind(' ', last);
        return before != std::string_view::npos && goals(before + 1, last);
    }
    // Names, goals, names, goals.
    std::size_t scored = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const bool comma = line[end - 1] == ',';
        if (goals(at, end - comma))
            ++scored;
        else if (!capital(line, at) || line[end - 1] == ':')
            return false;
        at = end + 1;
    }
    return scored == 2 && capital(line, 0);
}

bool is_byline(std::string_view line) {
    if (!line.starts_with("By ") && !line.starts_with("by ")) return false;
    const std::size_t second = line.find(' ', 3);
    return capital(line, 3) && second != std::string_view::npos && capital(line, second + 1);
}

bool is_questions(std::string_view line) {
    if (line.size() < 3 || line.back() != '?') return false;
    std::size_t inner = 0;
    for (std::size_t at = line.find_first_of(".?!"); at < line.size() - 2;
         at = line.find_first_of(".?!", at + 1)) {
        if (line[at + 1] != ' ' || small(line, at + 2)) continue;
        if (line[at] != '?') return false;
        ++inner;
    }
    return inner > 0;
}

bool is_thought(std::string_view line) {
    static constexpr WordRow kPersons("i|we|you|my|our|your|us|me|it|that|this");
    static constexpr WordRow kOpenings("so|and|but|or|then|now");
    bool first = true;
    for (std::size_t at = 0; at < line.size(); first = false) {
        const std::size_t end = std::min(line.find_first_of(" ,?", at), line.size());
        const std::string_view word = line.substr(at, end - at);
        if (kPersons.has(word) || (first && kOpenings.has(word))) return true;
        at = end + 1;
    }
    return false;
}

bool is_remark(std::string_view line) {
    while (line.size() > 1 && (line.back() == '!' || line.back() == '.')) line.remove_suffix(1);
    return kRemarks.has(line);
}

bool opens_question(std::string_view line) {
    const std::size_t space = line.find(' ');
    return space != std::string_view::npos && kQuestionWords.has(line.substr(0, space));
}

bool is_reply(std::string_view text) {
    for (const std::string_view word :
         {"I", "We", "My", "Our", "Yes", "No", "Well", "Yeah", "Oh", "Sure"})
        if (text.starts_with(word) && text.size() > word.size() && !small(text, word.size()))
            return true;
    return false;
}

bool begins_with_time(std::string_view line) {
    if (line[0] == '[' || line[0] == '(') line.remove_prefix(1);
    const std::size_t colon = line.find_first_not_of("0123456789");
    return (colon == 1 || colon == 2) && line[colon] == ':' && line.size() > colon + 2 &&
           ascii::is_digit(line[colon + 1]) && ascii::is_digit(line[colon + 2]);
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') && !small(text, end))
            return true;
    }
    return false;
}

bool has_full_date(std::string_view line) {
    if (line.find_first_of("0123456789") == std::string_view::npos) return false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '(') continue;
        const auto date = read_date(line, at);
        if (date && date->year != 0 && date->day != 0) return true;
    }
    return false;
}

bool is_argument(std::string_view line) {
    for (const std::string_view dash : {" -- ", " \xE2\x80\x94 ", " \xE2\x80\x93 "}) {
        const std::size_t first = line.find(dash);
        if (first != std::string_view::npos &&
            line.find(dash, first + dash.size()) != std::string_view::npos)
            return true;
    }
    return false;
}

bool has_year(std::string_view line) {
    constexpr std::string_view kDigits = "0123456789";
    const std::size_t begin = line.find_first_of(kDigits);
    if (begin == std::string_view::npos || (line[begin] != '1' && line[begin] != '2')) return false;
    const std::size_t end = std::min(line.find_first_not_of(kDigits, begin), line.size());
    return end == begin + 4 && line.find_first_of(kDigits, end) == std::string_view::npos;
}

bool is_dated_caption(std::string_view line) {
    for (std::size_t on = line.find(" on "); on != std::string_view::npos;
         on = line.find(" on ", on + 3)) {
        const std::string_view day = line.substr(on + 4);
        if (kWeekdays.has(day.substr(0, day.find_first_of(" ,")))) return true;
    }
    return false;
}

bool is_picture_caption(std::string_view line) {
    if (line.size() < 3) return false;
    if (kCaptionOpenings.longest_of(line) > 0) return true;
    for (std::size_t at = line.find_first_of(",("); at < line.size() - 2;
         at = line.find_first_of(",(", at + 1))
        if (line[at] == ',' ? line[at + 1] == ' ' && kShown.longest_of(line.substr(at + 2)) > 0
                            : kBeside.longest_of(line.substr(at + 1)) > 0)
            return true;
    for (const std::string_view article : {"A ", "An ", "The "}) {
        if (!line.starts_with(article)) continue;
        line.remove_prefix(article.size());
        const std::size_t size = small(line, 0) ? kPictures.longest_of(line) : 0;
        return size > 0 && line.substr(size).starts_with(" of ");
    }
    return false;
}

bool is_salutation(std::string_view line) {
    const std::size_t sure = kSureSalutations.longest_of(line);
    const std::size_t end = sure > 0 ? sure : kSalutations.longest_of(line);
    if (end == 0 || end >= line.size() || line.size() > 90) return false;
    const auto words = std::count(line.begin(), line.end(), ' ') + 1;
    const char last = line.back();
    const bool closed = last == ',' || last == ':' || last == '!';
    if (words > (closed ? 7 : 3) || (!closed && sure == 0)) return false;
    return line[end] == ' ' || (sure == 0 && end + 1 == line.size());
}

bool is_closing(std::string_view line) {
    if (line.size() < 2 || line.size() > 60) return false;
    const char last = line.back();
    if (last == ',' || last == '.' || last == '!' || last == ':') line.remove_suffix(1);
    return kClosings.has(line);
}

}  // namespace analyze
