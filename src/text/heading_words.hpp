// What the words of a short line say for and against its being a heading.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace analyze {

// All take a line without outer white space that is not empty, and read no more than the line.

/// What parts of a text are called without a number of their own, and with nothing but a list in
/// them: "Abstract", "References", "See also", "Ingredients", in the languages of front_words.hpp.
[[nodiscard]] bool names_section(std::string_view line);
/// What kind of text it is, as stands above or below its title: "Opinion", "News release".
[[nodiscard]] bool names_genre(std::string_view line);
/// Who publishes, as stands above a title: "PORT ELLIS PARISH COUNCIL", "Office for Tides", "Journal
/// of Tides 41 (2)", "Comune di …". Every word but the small ones begins with a capital.
/// `common`: also what ordinary titles end with, where it is not in capitals: "Town of Ellis".
[[nodiscard]] bool names_publisher(std::string_view line, bool common);
/// "1.4 (2019-03-02)", "v2.0.1", "[0.9] - 2018-01-04", "Version 3.0": what a list of changes tells of.
[[nodiscard]] bool is_release(std::string_view line);
/// Addresses of mail and pages, and tags.
[[nodiscard]] bool is_address(std::string_view line);
/// "Q: …", "Q3: …" of a list of questions.
[[nodiscard]] bool is_asked(std::string_view line);
/// Ends with a word behind which something must come: "described by the press as the".
[[nodiscard]] bool breaks_off(std::string_view line);
/// Begins with a word that goes on from something said: "But nobody believes it".
[[nodiscard]] bool goes_on(std::string_view line);
/// Begins with the verb of a sentence whose subject stands before: "was the last to leave".
[[nodiscard]] bool goes_on_from_name(std::string_view text);
/// "Grell 2 Northam 1", "Half-time: 0-0".
[[nodiscard]] bool is_score(std::string_view line);
/// "By" and two names.
[[nodiscard]] bool is_byline(std::string_view line);
/// Two or more questions and nothing else: "Will it hold? What will it cost?"
[[nodiscard]] bool is_questions(std::string_view line);
/// What an author tells the reader between parts: "More to come!", "Stay tuned".
[[nodiscard]] bool is_remark(std::string_view line);
/// A question that the author puts to herself or the reader: "So why keep it?", "What would I do?"
[[nodiscard]] bool is_thought(std::string_view line);
/// Begins with a word of questions: How, What, Did …
[[nodiscard]] bool opens_question(std::string_view line);
/// Begins as an answer in the first person or with yes or no does.
[[nodiscard]] bool is_reply(std::string_view text);
/// "[18:02] …", "9:30 …": what was said or happened then.
[[nodiscard]] bool begins_with_time(std::string_view line);
/// Whether `word` stands in the text, between blanks or line ends and no small letter.
[[nodiscard]] bool has_word(std::string_view text, std::string_view word);
/// A day of a year stands in it: "Held on 4 May 2021 at the hall".
[[nodiscard]] bool has_full_date(std::string_view line);

/// "The packet -- First view of the Needles -- A landing": what a chapter tells of.
[[nodiscard]] bool is_argument(std::string_view line);
/// The figures in it are a year and no more: "Plans for 2024".
[[nodiscard]] bool has_year(std::string_view line);
/// Says on which day of the week, as captions do: "Waves over the wall on Tuesday morning".
[[nodiscard]] bool is_dated_caption(std::string_view line);

/// Says what a picture shows: "A bust of Ansel Orr at Kesselby", "The pier (left)", "From left to
/// right: …".
[[nodiscard]] bool is_picture_caption(std::string_view line);

/// "Dear Ms Holm,", "Hi all": the opening of a letter, in the languages of front_words.hpp.
[[nodiscard]] bool is_salutation(std::string_view line);
/// "Yours sincerely,", "Best", "P.S.": a whole line that closes a letter or stands behind its end.
[[nodiscard]] bool is_closing(std::string_view line);

}  // namespace analyze
