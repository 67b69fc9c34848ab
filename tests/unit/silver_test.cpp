// Tests what plain text teaches: only sentences in which two models find the same names, of every source a share.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/silver.hpp"

#include <catch2/catch.hpp>

#include "small_model.hpp"

using namespace analyze;

namespace {

/// Takes Velm for a person, and Orsk for a name of `type`.
SmallModel teacher(std::size_t type) {
    SmallModel model;
    model.parts.scale = 0.1F;
    model.add(bias_key(), {{kOutside, 50}});
    model.add(word_key("velm"), {{tag_of(Part::single, 0), 120}});
    model.add(word_key("orsk"), {{tag_of(Part::single, type), 120}});
    return model;
}

/// The sentences that were kept, with their labels marked.
std::string shown(const Corpus& corpus) {
    std::string out;
    for (const auto& item : corpus) {
        std::size_t label = 0;
        for (const UnitSentence& sentence : item->units.sentences) {
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                const Span span = item->units.units[i].span;
                out += slice(item->text(), span);
                if (label < item->labels.size() && item->labels[label].span == span)
                    out += "/" + std::to_string(item->labels[label++].types);
                out += ' ';
            }
            out += "| ";
        }
        CHECK(label == item->labels.size());
    }
    return out;
}

}  // namespace

TEST_CASE("sentences in which two teachers agree are labelled, the others left out") {
    SmallModel one = teacher(2), other = teacher(1);
    const ModelView first = one.view(), second = other.view();
    const std::string raw =
        "Later on Velm sold the boats.\nShe then went back to Orsk again.\nTo Velm!\n";
    CHECK(shown(silver_documents({{"a.txt", raw}}, first, first, 1)) ==
          "Later on Velm/1 sold the boats . | She then went back to Orsk/4 again . | ");
    CHECK(shown(silver_documents({{"a.txt", raw}}, first, second, 1)) ==
          "Later on Velm/1 sold the boats . | ");
    const std::string tokenised = "Later on Velm sold boats .\nShe went to Orsk again .\n";
    CHECK(shown(silver_documents({{"b-tokenised.txt", tokenised}}, first, second, 1)) ==
          "Later on Velm/1 sold boats . | ");
    CHECK(silver_documents({}, first, second, 1).empty());
}

TEST_CASE(
    "no source teaches more than some megabytes, whatever the number of its files and of threads") {
    SmallModel one = teacher(2);
    const ModelView model = one.view();
    // Megabytes of few words: these take the time.
    const std::string line = "Later on Velm sold the b" + std::string(269, 'o') + "ats.\n";
    std::string text;
    while (text.size() < (std::size_t{3} << 20)) text += line;
    const auto sentences = [&](const PlainTexts& texts, unsigned threads) {
        std::size_t count = 0;
        for (const auto& item : silver_documents(texts, model, model, threads))
            count += item->units.sentences.size();
        return count;
    };
    const std::size_t alone = sentences({{"a.txt", text}}, 2);
    CHECK(alone == text.size() / line.size());
    CHECK(sentences({{"a.txt", text}, {"b.txt", text}}, 1) == 2 * alone);
    const std::size_t folder = sentences({{"a/1.txt", text}, {"a/2.txt", text}}, 2);
    CHECK(folder < alone * 3 / 2);
    CHECK(folder > alone);
    CHECK(sentences({{"a/1.txt", text}, {"a/2.txt", text}}, 1) == folder);
}
