// The prose of the manual: what each command is for, and examples to start from.
// SPDX-License-Identifier: Apache-2.0
#include "pages.hpp"

namespace analyze {
namespace {

constexpr std::string_view kProgram = R"(
Reads plain-text articles and reports what they are (title, date, author), how they are built (an
outline of their sections), their words, their named entities and the dates that they mention.
Without the name of a command the report is made; the other commands show one thing each, in full.

Inputs are files, directories, or standard input (-, or nothing named). A directory stands for the
files below it, in byte order of their paths; files whose names begin with a dot are passed over.
Compressed files (gzip, zstd, xz, bzip2) are read as what is in them. A file that bears the name of a
command is written ./words.

The encoding of a text is found out: by a byte order mark, else by its being valid UTF-8, else by its
letters. --encoding sets it.

An input that cannot be read is named on standard error, the others are analysed, and the exit
status is 1. Ctrl-C ends a run over many inputs after the ones in work; what was computed is written,
with -o FILE to FILE.partial. A second Ctrl-C ends it at once.
)";

constexpr std::string_view kReport = R"(
For each text: what it says about itself, its length, its sections with their words and most
frequent names, its most frequent words without the stop words, its names by type, and the dates
that it mentions, in the order of time. With -f csv or tsv: one row of figures for each text.
)";

constexpr std::string_view kWords = R"(
Counts words by Unicode's rules (UAX #29) in upper or lower case alike. Texts of any size are read
in constant memory but for the list of words. Ranks go by frequency, and words of equal frequency by
their bytes; per_million is of all words, those left out included; documents is the number of texts
(with --by section: of sections) that have the word.

The filters --min-count, --stopwords and --match say which words are listed; they do not change what
is counted. A pattern is searched in the word as it is listed: ^ and $ tie it to the ends. Its syntax
is RE2's (Perl's without references to groups and look-around) with Unicode's \w, \d, \s and \p{...}.

--lemmas FILE counts the forms of a word under its lemma, by a list with a line "form TAB lemma" for
each form; --stem LANG counts them under their stem (Snowball), and with a list those that it lacks.
Words are folded before; stop words and patterns then apply to lemmas and stems. --stem and --lemmas
are part of what a word is, so they stand in the output of every format for programs.

--dispersion says how evenly a word is spread over the texts, or with --parts N over N parts of equal
size: range (parts that have it), Juilland's D (1: even; 1 - sd/mean/sqrt(n - 1) of the shares of n
parts), DP (Gries 2008; 0: even; half the sum of the differences between the shares of the word and of
the parts), DPnorm (DP divided by what it can reach, Lijffijt & Gries 2012) and ARF, the average reduced
frequency (Savicky & Hlavacova 2002; the count if it were even, near 1 where all stand together). It
takes 12 bytes of memory for each word of the texts, as --plot dispersion does.

--plot bars draws the counts, --plot zipf the counts of all words that pass the filters by rank on
logarithmic axes, --plot dispersion where in the texts each word stands: blocks of heights relative to
the word's fullest part.

With --ngrams the rows are sequences of words within a sentence, as analyze sentences finds them,
shown with a blank between two words. With --skip K up to K words may be left out between the first
word and the last; each choice of words counts once. The filters hold for n-grams: --min-count for
how often one stands, --match for its words with the blanks, and --stopwords leaves out n-grams that
begin or end with a stop word (one may stand inside: bank of england). Each text is read whole,
and the list takes some 40 to 110 bytes for each different n-gram. With --min-count and --two-pass all
texts are read twice: the first time upper bounds are noted in 128 MiB for each thread, the second
time only n-grams that can reach the count are kept. The result is the same.

--save-profile FILE keeps all counts, whatever the filters list, as a table that people can read and
cut, with the definition of a word in comments above it. analyze keyness compares other texts with it.
With --ngrams N it keeps n-grams, and the definition says so.
)";

constexpr std::string_view kCollocates = R"(
Lists what stands near a word or phrase (NODE), with measures of how much more often than by chance.
NODE is read as the texts are: "Port Averley" is two words. With --all every word is a node: all pairs
of words, a row for each direction.

Near are the words of the same sentence (--within section: section) up to five before an occurrence of
the node and up to five behind it (--left, --right). Each word is counted once, however many
occurrences it is near; the words of the node itself are not counted. So every row stands on a table
of the words that are not the node (Evert 2008, surface cooccurrence): count (O) of them are near and
are the collocate, near (R) are near, collocate_count (C) are the collocate, n (N) are all. By chance
one expects E = R C / N. Machine formats have all of these in each row, and node_count (f1).

    log-likelihood     G² = 2 sum of O ln(O/E) over four cells (Dunning 1993)
    mi                 log2(O/E) (Church and Hanks 1990)
    mi3                log2(O^3/E) (Daille 1994)
    npmi               mi / -log2(O/N), from -1 to 1 (Bouma 2009)
    t-score            (O-E) / sqrt(O) (Church and others 1991)
    z-score            (O-E) / sqrt(E) (Dennis 1965)
    dice               2 O / (f1+C) (Dice 1945)
    log-dice           14 + log2(dice) (Rychly 2008)
    delta-p-collocate  O/R - (C-O)/(N-R), given the node (Gries 2013)
    delta-p-node       O/C - (R-O)/(N-C), given the collocate (Gries 2013)

Rows are sorted by one of these, the highest first; by log-likelihood, which has no direction, what
stands near the node less often than expected comes last. Equal rows go by count, then by bytes. mi
and dice of words that stand once or twice mean little: --min-count and --min-word-count leave them
out.

The filters --stopwords and --match hold for the collocate, and with --all for the node too; words that
are left out still take up their places in the window. Each text is read whole. The list takes some 40
to 80 bytes for each pair; with --all, --min-count and --two-pass pairs that cannot reach the count are
not kept, by upper bounds in 128 MiB for each thread. The result is the same.
)";

constexpr std::string_view kKeyness = R"(
Compares how often each word stands in the texts (TARGET) and in a reference (REF): texts or folders,
counts saved by analyze words --save-profile (known by their first line, # analyze.profile/1), or with
--reference-list any list of words and counts. A profile must have been made with the definition of a
word that is in force; --force takes it anyway. TARGET may be a profile too.

With --ngrams N n-grams within sentences stand in the place of words, and a corpus has as many as it
has of them; --stopwords leaves out those that begin or end with a stop word.

For each word: log-likelihood G² (Dunning 1993; --cells two: Rayson & Garside 2000), its p-value, the
p-value adjusted for the number of words tested (Benjamini & Hochberg 1995), BIC (Wilson 2013), chi²
with Yates's correction; and how large the difference is: log ratio (Hardie 2014, a count of 0 taken
as 0.5), %DIFF (Gabrielatos & Marchi 2012) and odds ratio, which have no value where they would be
infinite and then rank first.

Tested are the words of both sides that pass --stopwords and --match and stand at least --min-count
times in both together. The thresholds and --direction say which of them are listed; they change no
figure.
)";

constexpr std::string_view kCompare = R"(
Compares two texts or two folders, BEFORE and AFTER: which words, names and sections are new
or gone, and which have changed. A word or a name has changed where it is more or less frequent and the
difference is significant: log-likelihood, its p-value adjusted for the number of words or names
(Benjamini & Hochberg) at most --level. A section has changed where not the same words stand under its
heading, whatever their order; --similar lets small changes pass. Sections are matched by their
headings, case and numbers of their own aside, in folders over all their texts.

With --exit-code the status is 0 where nothing is listed, 1 where something is, and 2 where anything
failed. --level 1 lists every word whose share of the text is not the same; --min-count, --stopwords,
--match and --only leave things out of it, --top only shortens what is shown.
)";

constexpr std::string_view kKeywords = R"(
Lists the key phrases of each text: words in a row, up to --words N, that stand in it more often than
in general English. No corpus is needed; the program holds a list of how often words stand in general
texts (data/background/en.tsv), which --background replaces.

Phrases lie within a sentence of running text, a title, a heading or a caption, with only blanks or a
hyphen between their words, and neither begin nor end with a stop word, a number or a single letter.
The score, in bits, is

    count * log2(count / expected)

with the occurrences to expect if the words of the text (as many as were looked at) were drawn one by
one from general text. It is the pointwise Kullback-Leibler divergence of Tomokiyo & Hurst (2003). A
word that the list lacks counts as half the rarest that is in it.

Duplicates are left out: a phrase more than half of whose occurrences overlap with phrases of a better
score, and one that differs from a better one by endings only (its words have the same English stems).
Phrases that stand once are left out unless --min-count is 1.
)";

constexpr std::string_view kStats = R"(
Measures each text: its words and how many are distinct or stand once (hapaxes); how rich its
vocabulary is; how long its words and sentences are; how hard it is to read.

Richness: the type-token ratio (ttr) falls with length, so compare texts of different lengths by the
others. MATTR: the mean ratio of all windows of N words (Covington & McFall 2010). MTLD: the mean
length of runs whose ratio stays at the threshold or above, read forwards and backwards (McCarthy &
Jarvis 2010). HD-D: the ratio to expect of N words drawn at random (McCarthy & Jarvis 2007). Yule's K
(Yule 1944) grows with repetition. A text that is too short for a measure has no value.

Lengths: words in letters and digits; sentences in words, of paragraphs, list items, quotes and verse
only. sd is of a sample (n - 1); quantiles are interpolated (definition 7 of Hyndman & Fan 1996).

Readability, for English, of those sentences (W words, S sentences, L letters and digits, Y
syllables, P words of three syllables and more):

    Flesch reading ease  206.835 - 1.015 W/S - 84.6 Y/W
    Flesch-Kincaid       0.39 W/S + 11.8 Y/W - 15.59
    Gunning fog          0.4 (W/S + 100 P/W)
    SMOG                 1.0430 sqrt(30 P/S) + 3.1291
    Coleman-Liau         5.88 L/W - 29.6 S/W - 15.8
    ARI                  4.71 L/W + 0.5 W/S - 21.43

All but the first are US school grades. SMOG was made for 30 sentences and more. Syllables are counted
by rules (data/syllables/en.txt). Dale-Chall is left out: its list of words is not free.
)";

constexpr std::string_view kEntities = R"(
Lists each mention of a name, a date or time, an amount or a number with its type, its place in the
file (bytes, the end exclusive), its value, the number of its sentence and the heading of its section.
They never overlap: a number inside a name, a date or an amount is not told again. A possessive ending
is no part of a name.

Dates and times have values of TIMEX3 (2024-03-15, P2W for two weeks), amounts are decimals with a
currency (ISO 4217) or a unit. Relative dates (yesterday, last Friday) count from the day of
publication that the text states, or from --date, never from today; without one their values keep X
for what is not known.

With -f conll the tokens of the text are printed one a line with IOB2 tags, with -f conllu in the ten
columns of CoNLL-U. With --pretokenized the input comes in that form already: a token is what stands
before the first tab, else before the first blank; with -f conll each line of input gives one line of
output. With -f brat -o DIR a folder for the annotation tool brat is written: for each input its text
(DIR/ID.txt) and what was found in it (DIR/ID.ann).

With --explain each mention comes with what speaks for it. Of a name that the model found: features with
their weights, which are what each adds to the score (a logarithm of odds) of this name less what it adds
to that of no name: the eight largest, what lists say of its words and those beside it, and the sum of
the others; and what rules changed. Of others: the line of the gazetteer, or the line of the rule for dates and amounts.
)";

constexpr std::string_view kTimeline = R"(
Lists what happened when: the dates and times that the texts mention, in the order of time, each with
its sentence, the names in it, its section and its file. Relative dates count from the day of
publication that each text states, or from --date. Mentions whose day is not known or not settled
("recently", 3/4/2024 in a text that does not tell day and month apart) are left out and counted on
standard error.

A year, a month, a season or a decade comes where it begins. --from and --to keep what touches the
days between them. With -f ics the events are an iCalendar (RFC 5545): years, months and the like
as whole days, times of day without a zone as local times.
)";

constexpr std::string_view kKwic = R"(
Shows each occurrence of PATTERN with what stands before and behind it, the occurrences below each
other (key word in context), in the order of the texts. All of them: there is no limit unless --top
sets one.

PATTERN is a word or several: whole words as analyze words counts them, in upper or lower case alike
unless --case keep, with blanks (line ends included, but no blank line) or the same signs between
them; signs at its ends don't count. lake finds lake's, and lake's finds only that. With --stem or
--lemmas it finds every word that counts under the same stem or lemma: walking finds walked. --regex
makes it a regular expression that is searched in the text, whole words or not. type:PERSON finds
the mentions of a type that analyze entities knows, type:PERSON,ORG or type:names those of several.

The syntax of expressions is RE2's (Perl's without references to groups and look-around) with
Unicode's \w, \d, \s and \p{...}; \b knows ASCII letters alone. A blank outside of brackets stands for
any white space within a paragraph, ^ and $ for the ends of lines.

In text a context fills half of the terminal's line unless --width says how many columns; line ends
are shown as blanks. Text that is written from right to left is isolated from the rest: what comes
before stays left of the node. With --sort left the hits go by the word before the node, then by the
one before that, with --sort right by the words behind it, with --sort node by its own words; hits
that are alike stay in the order of the texts. Lines come out as soon as they are found where the
order allows it; from a pipe, as the text comes, where --encoding utf-8 leaves nothing to find out.

For programs each hit has its place in the file, the contexts, which together with the node are the
text (white space as single blanks), and the sentence and section that it stands in.
)";

constexpr std::string_view kSections = R"(
Divides each text into blocks: title, heading, paragraph, list_item, quote, metadata, code, table,
verse, caption, pullquote and boilerplate. A block's place is that of its content in the file, marks
such as # left out, in bytes, the end exclusive.
)";

constexpr std::string_view kTokens = R"(
Prints every token: its place in the file (bytes, the end exclusive), its kind (word, number,
punctuation, symbol, url, email, hashtag, mention or emoji) and its text, with tabs between. With
several inputs each line begins with the name of its file.
)";

constexpr std::string_view kSentences = R"(
Prints every sentence: its place in the file (bytes, the end exclusive), the kind of block that it
stands in, and its text on one line, with tabs between. With several inputs each line begins with the
name of its file.
)";

constexpr std::string_view kMan = R"(
Prints the source of a man page, for the program or for one of its commands.
)";

constexpr std::string_view kCompletions = R"(
Prints a script for bash, zsh or fish.
)";

std::string text(std::string_view raw) {
    return std::string(raw.substr(1));
}

}  // namespace

Page manual_text(std::string_view command) {
    Page page;
    if (command.empty()) {
        page.description = text(kProgram);
        page.examples = {
            {"a report on an article", "analyze article.txt"},
            {"the same from a pipe", "cat article.txt | analyze"},
            {"the frequent words of a folder as a spreadsheet",
             "analyze words articles/ -f csv -o words.csv"},
            {"all names in many files, for a program",
             "find . -name '*.txt' -print0 | analyze entities --files0-from - -f jsonl"}};
    } else if (command == "report") {
        page.description = text(kReport);
        page.examples = {
            {"a report on an article", "analyze article.txt"},
            {"figures of all articles, one row each", "analyze report articles/ -f csv"}};
    } else if (command == "words") {
        page.description = text(kWords);
        page.examples = {{"the fifty most frequent words", "analyze words article.txt"},
                         {"without stop words, the first ten",
                          "analyze words --stopwords en --top 10 articles/"},
                         {"all words that begin with a letter, for a program",
                          "analyze words --match '^\\p{L}' -f tsv articles/"},
                         {"the words of each section", "analyze words --by section article.txt"},
                         {"the forms of a word as one", "analyze words --stem english articles/"},
                         {"where in a text its frequent words stand",
                          "analyze words --plot dispersion --stopwords en article.txt"},
                         {"words that are spread evenly over a folder",
                          "analyze words --dispersion --min-count 20 --sort dp articles/"},
                         {"phrases of two and three words",
                          "analyze words --ngrams 2..3 --stopwords en articles/"},
                         {"counts to compare other texts with",
                          "analyze words --save-profile archive.profile archive/"}};
    } else if (command == "collocates") {
        page.description = text(kCollocates);
        page.examples = {
            {"what goes with a word", "analyze collocates bridge --stopwords en articles/"},
            {"what follows a phrase at once",
             "analyze collocates 'minister of' --left 0 --right 1 articles/"},
            {"the pairs of words that belong together, as a spreadsheet",
             "analyze collocates --all --min-count 5 --sort log-dice -f csv articles/"}};
    } else if (command == "keyness") {
        page.description = text(kKeyness);
        page.examples = {
            {"what is typical of a text beside a folder of others",
             "analyze keyness article.txt --reference archive/"},
            {"the same against counts that were saved once",
             "analyze keyness article.txt --reference archive.profile"},
            {"sure and large differences only, as a spreadsheet",
             "analyze keyness new/ --reference old/ --min-count 5 --max adjusted-p=0.01 "
             "--min log-ratio=1 -f csv"},
            {"against a word list made elsewhere",
             "analyze keyness article.txt --reference-list bnc.tsv --direction positive"}};
    } else if (command == "compare") {
        page.description = text(kCompare);
        page.examples = {{"what has changed in an article", "analyze compare old.txt new.txt"},
                         {"the sections that were written anew, for a program",
                          "analyze compare --only sections --similar 0.8 -f jsonl old.txt new.txt"},
                         {"does anything differ? for a script",
                          "analyze compare --exit-code -q old/ new/ >/dev/null"}};
    } else if (command == "keywords") {
        page.description = text(kKeywords);
        page.examples = {{"what an article is about", "analyze keywords article.txt"},
                         {"ten single words for each text, for a program",
                          "analyze keywords --words 1 --top 10 -f jsonl articles/"}};
    } else if (command == "stats") {
        page.description = text(kStats);
        page.examples = {
            {"figures of an article", "analyze stats article.txt"},
            {"which section is the hardest to read", "analyze stats --by section article.txt"},
            {"all figures of a folder, a row for each text", "analyze stats -f csv articles/"}};
    } else if (command == "entities") {
        page.description = text(kEntities);
        page.examples = {{"each name, date, amount and number", "analyze entities article.txt"},
                         {"dates and times of an article of a given day",
                          "analyze entities --types times --date 2024-03-15 article.txt"},
                         {"the people and organisations of a text with their mentions",
                          "analyze entities --summary --types person,org article.txt"},
                         {"why is this a name, and of this type?",
                          "analyze entities --types names --explain article.txt"},
                         {"tags for tokens made elsewhere",
                          "analyze entities --pretokenized -f conll tokens.conll"},
                         {"a folder to look through and correct in brat",
                          "analyze entities -f brat -o annotated/ articles/"}};
    } else if (command == "timeline") {
        page.description = text(kTimeline);
        page.examples = {
            {"what happened when, in all articles", "analyze timeline articles/"},
            {"one year, as a spreadsheet",
             "analyze timeline --from 2023-01-01 --to 2023-12-31 -f csv articles/"},
            {"a file for a calendar program", "analyze timeline -f ics -o events.ics articles/"}};
    } else if (command == "kwic") {
        page.description = text(kKwic);
        page.examples = {{"a word in all articles", "analyze kwic climate articles/"},
                         {"a phrase, by the words that follow it",
                          "analyze kwic --sort right \"climate change\" articles/"},
                         {"years with five words on each side, as a table",
                          "analyze kwic --regex '\\b(19|20)\\d\\d\\b' --words 5 -f tsv articles/"},
                         {"where people are mentioned, within the sentence",
                          "analyze kwic type:PERSON --within sentence article.txt"}};
    } else if (command == "sections") {
        page.description = text(kSections);
        page.examples = {
            {"the headings as a tree", "analyze sections --outline article.txt"},
            {"blocks and metadata for a program", "analyze sections -f jsonl articles/"}};
    } else if (command == "tokens") {
        page.description = text(kTokens);
        page.examples = {{"the kinds of tokens in a text, counted",
                          "analyze tokens article.txt | cut -f 3 | sort | uniq -c"}};
    } else if (command == "sentences") {
        page.description = text(kSentences);
        page.examples = {{"one sentence a line", "analyze sentences article.txt | cut -f 4"}};
    } else if (command == "man") {
        page.description = text(kMan);
        page.examples = {{"read the manual of a command", "analyze man words | man -l -"}};
    } else if (command == "completions") {
        page.description = text(kCompletions);
        page.examples = {{"for this session of bash", "source <(analyze completions bash)"}};
    }
    return page;
}

}  // namespace analyze
