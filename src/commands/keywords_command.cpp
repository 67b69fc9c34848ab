// `analyze keywords`: the key phrases of each text, without a corpus to compare it with.
// SPDX-License-Identifier: Apache-2.0
#include "actions.hpp"
#include "analyze/analysis/key_phrases.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "scratch_pool.hpp"
#include "steady_number.hpp"
#include "word_filters.hpp"

namespace analyze {
namespace {

class Keywords final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Key phrases");
        filters_.declare_top(options, "phrases");
        filters_.declare_min_count(options, "only phrases that stand at least N times");
        options.number("--words", "N", rules_.most_words, 1, 10, "phrases of at most N words");
        filters_.declare_lists(options);
        options.text("--background", "FILE", background_,
                     "compare with this list of words and counts (any word list or saved profile) "
                     "in place of the one inside");
        declare_words(options, definition_);
        declare_settings(options, settings_);
        declare_offsets(options, settings_.output);
    }

    int run() override {
        set_data_folder(settings_.data);
        filters_.load(definition_);
        rules_.min_count = filters_.min_count();
        const BackgroundWords background(background_.empty()
                                             ? load_resource("background/en.tsv")
                                             : option_file("--background", background_),
                                         forms_of(definition_));
        Batch batch(settings_, blank());
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto tokenizer = pool_.borrow();
            const Document document =
                open_document(path, settings_.input.decode, *tokenizer, warnings);
            return describe(document, background);
        });
        return batch.finish();
    }

private:
    Result blank() const {
        Result result{.schema = "analyze.keywords/1", .file = "-", .main_table = "keywords"};
        result.parts.emplace_back(definition_group(definition_));
        Group options{.name = "options", .show = Show::machine_only};
        options.fields = {{"most_words", number(rules_.most_words)},
                          {"background", background_.empty() ? "en" : background_}};
        for (auto& field : filters_.fields(settings_.output.format))
            options.fields.push_back(std::move(field));
        options.fields.emplace_back("offsets", std::string(name_of(settings_.output.offsets)));
        result.parts.emplace_back(std::move(options));
        result.parts.emplace_back(Table{
            .name = "keywords",
            .columns = {{.name = "rank", .align = Align::right},
                        {.name = "phrase", .draw = Column::Draw::strong},
                        {.name = "key", .show = Show::machine_only},
                        {.name = "words", .show = Show::machine_only},
                        {.name = "count", .align = Align::right},
                        {.name = "expected", .show = Show::machine_only},
                        {.name = "score", .align = Align::right},
                        {.name = "start", .show = Show::machine_only},
                        {.name = "end", .show = Show::machine_only},
                        {.name = "bar", .show = Show::text_only, .draw = Column::Draw::bar}}});
        return result;
    }

    Result describe(const Document& document, const BackgroundWords& background) const {
        Result result = blank();
        result.file = document.source().name();
        result.parts.insert(result.parts.begin(),
                            input_group(document.source().info(), document.source().file_size()));
        const KeyPhrases found =
            find_key_phrases(document, definition_, rules_, filters_.stop_words(), background);
        Group totals{.name = "totals", .show = Show::machine_only};
        totals.fields = {{"words", number(found.words)},
                         {"background_words", number(background.words())}};
        result.parts.insert(result.parts.end() - 1, std::move(totals));
        Table& table = std::get<Table>(result.parts.back());
        WordSieve sieve(filters_);
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const std::uint64_t top = filters_.top(settings_.output.format);
        std::uint64_t rank = 0;
        for (const KeyPhrase& phrase : found.phrases) {
            if (!sieve.matches(phrase.key)) continue;
            if (++rank > top && top != 0) continue;
            table.rows.push_back({number(rank), phrase.phrase, phrase.key, number(phrase.words),
                                  number(phrase.count), steady(phrase.expected),
                                  steady(phrase.score), number(offsets.at(phrase.first.begin)),
                                  number(offsets.at(phrase.first.end)), phrase.score});
        }
        if (rank > table.rows.size()) table.note = more_note(rank - table.rows.size());
        return result;
    }

    Settings settings_;
    WordDefinition definition_;
    WordFilters filters_{{.top_in_text = 20, .min_count = 2, .stop_words = "en"}};
    KeyPhraseRules rules_;
    std::string background_;
    ScratchPool<Tokenizer> pool_;
};

}  // namespace

std::unique_ptr<Action> make_keywords() {
    return std::make_unique<Keywords>();
}

}  // namespace analyze
