// Tests of saved word counts: written, read back, cut by people, broken, made another way.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/profile.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

const std::string kHead =
    "# analyze.profile/1\n# definition.tokens: uax29\n# definition.case: fold\n"
    "# documents: 3\n# words: 20\n# distinct_words: 4\nword\tcount\tdocuments\n";

struct Read {
    ProfileHead head;
    std::string rows;
};
Read read(const std::string& bytes) {
    Read read;
    read.head = read_profile(Resource("p", bytes), [&](const ListedWord& word) {
        read.rows.append(word.word) +=
            '=' + std::to_string(word.count) + '/' + std::to_string(word.documents) + ' ';
    });
    return read;
}
std::string failure(const std::string& bytes) {
    try {
        read(bytes);
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("a profile that is written is read back, whatever stands in a word") {
    const ProfileHead head{{{"tokens", "whitespace"}, {"case", "keep"}}, 3, 20, 4};
    const std::vector<WordCount> words{
        {"the", 12, 3}, {"#tag", 4, 2}, {"C:\\new\\tab", 3, 1}, {"été", 1, 1}};
    std::string bytes;
    write_profile(head, words, [&](std::string_view piece) { bytes += piece; });
    CHECK(bytes ==
          "# analyze.profile/1\n# definition.tokens: whitespace\n# definition.case: keep\n"
          "# documents: 3\n# words: 20\n# distinct_words: 4\nword\tcount\tdocuments\n"
          "the\t12\t3\n#tag\t4\t2\nC:\\\\new\\\\tab\t3\t1\nété\t1\t1\n");
    const Read back = read(bytes);
    CHECK(back.rows == "the=12/3 #tag=4/2 C:\\new\\tab=3/1 été=1/1 ");
    CHECK(back.head.definition == head.definition);
    CHECK(back.head.words == 20);
    CHECK(back.head.documents == 3);
    CHECK(back.head.distinct_words == 4);

    std::string odd;
    write_profile(head, {{"a\tb\nc\rd", 1, 1}}, [&](std::string_view piece) { odd += piece; });
    CHECK(read(odd).rows == "a\tb\nc\rd=1/1 ");
}

TEST_CASE("a profile is known by its first line alone") {
    CHECK(begins_profile(kHead));
    CHECK(begins_profile("\xEF\xBB\xBF# analyze.profile/1\r\n"));
    CHECK(begins_profile("# analyze.profile/1"));
    CHECK_FALSE(begins_profile("# analyze.profile/10\n"));
    CHECK_FALSE(begins_profile("# analyze.profile/\n"));
    CHECK_FALSE(begins_profile(" # analyze.profile/1\n"));
    CHECK_FALSE(begins_profile(""));
}

TEST_CASE("people cut rows of a profile, move them, comment and save with other line ends") {
    const Read cut = read(
        "\xEF\xBB\xBF# analyze.profile/1\r\n# from the archive of Port Averley\r\n#\r\n\r\n"
        "# words: 20\r\n#distinct_words: 4\r\n# documents: 3\r\nword\tcount\tdocuments\r\n"
        "tide\t2\t1\r\n\r\nthe\t9\t3");
    CHECK(cut.rows == "tide=2/1 the=9/3 ");
    CHECK(cut.head.words == 20);
    CHECK(cut.head.definition.empty());
}

TEST_CASE("what is wrong with a profile is told with its line") {
    CHECK(failure("") == "p:1: empty: not a profile");
    CHECK(failure("the\t1\t1\n").starts_with("p:1: not a profile"));
    CHECK(failure("# analyze.profile/1\nthe\t1\t1\n").starts_with("p:2: the names of the columns"));
    CHECK(failure("# analyze.profile/1\n# words: 3\n").starts_with("p:3: ends before"));
    CHECK(failure("# analyze.profile/1\n# words: many\n") == "p:2: 'many' is no number of words");
    CHECK(failure("# analyze.profile/1\n# words: 1\n# documents: 1\nword\tcount\tdocuments\n") ==
          "p:4: the line '# distinct_words: N' is missing above the columns");
    CHECK(failure(kHead + "the\t1\n").starts_with("p:8: not a word, a count"));
    for (const char* row : {"the\t0\t1", "the\t1\t0", "the\t-1\t1", "the\t1.5\t1", "the\t1\t1\t1",
                            "the\t\t1", "the\t99999999999999999999\t1"})
        CHECK(failure(kHead + row) == "p:8: count and documents are whole numbers above 0");
    CHECK(failure(kHead + "the\t1\t2\n").starts_with("p:8: more documents"));
    CHECK(failure(kHead + "the\t9\t4\n").starts_with("p:8: more documents"));
    CHECK(failure(kHead + "the\t15\t1\ntide\t6\t1\n").starts_with("p:9: the counts are more"));
    CHECK(failure(kHead + "\t1\t1\n").starts_with("p:8: no word"));
    CHECK(failure(kHead + "a\\x\t1\t1\n").starts_with("p:8: no word"));
    CHECK(failure(kHead + "a\\\t1\t1\n").starts_with("p:8: no word"));
    CHECK(failure(kHead + "\xFF\t1\t1\n").starts_with("p:8: not UTF-8"));
}

TEST_CASE("two definitions: what differs and what to do about it") {
    const DefinitionFields fold{{"tokens", "uax29"}, {"hyphens", "split"}, {"case", "fold"}};
    CHECK(difference(fold, fold).what.empty());
    const DefinitionFields other{{"tokens", "uax29"}, {"hyphens", "join"}, {"case", "keep"}};
    CHECK(difference(other, fold).what ==
          "hyphens join instead of split, case keep instead of fold");
    CHECK(difference(other, fold).remedy == "count with --hyphens join --case keep");
    const DefinitionFields more{
        {"tokens", "uax29"}, {"hyphens", "split"}, {"case", "fold"}, {"stem", "english"}};
    CHECK(difference(more, fold).what == "stem english instead of none");
    CHECK(difference(more, fold).remedy == "count with --stem english");
    CHECK(difference(fold, more).what == "stem none instead of english");
    CHECK(difference(fold, more).remedy == "count without --stem");
    const DefinitionFields lemmas{
        {"tokens", "uax29"}, {"hyphens", "split"}, {"case", "fold"}, {"lemmas_hash", "1f"}};
    CHECK(difference(lemmas, fold).what == "lemmas by a list (hash 1f) instead of none");
    CHECK(difference(lemmas, fold).remedy == "count with --lemmas FILE (its list)");
    CHECK(difference(lemmas, more).remedy ==
          "count with --lemmas FILE (its list) and without --stem");
    CHECK(difference({{"tokens", "uax29"}, {"hyphens", "split"}}, more).what ==
          "case not told instead of fold, stem none instead of english");
    CHECK(difference({{"tokens", "uax29"}, {"hyphens", "split"}}, more).remedy == "make it anew");
}
