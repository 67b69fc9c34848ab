// `analyze keyness`: the words that are more frequent in some texts than in others, and by how much.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "actions.hpp"
#include "analyze/analysis/keyness.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "contrast_inputs.hpp"
#include "document_view.hpp"
#include "key_words.hpp"
#include "ngram_lists.hpp"
#include "word_filters.hpp"

namespace analyze {
namespace {

class Keyness final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Reference");
        options.list("--reference", "REF", references_,
                     "a text, folder or saved profile to compare with; repeatable");
        options.list("--reference-list", "FILE", lists_,
                     "a list of words and counts: TSV, CSV, or parted by blanks; repeatable");
        options.number("--reference-words", "N", reference_words_, 0, UINT64_MAX / 4,
                       "how many words it has; a list may leave out rare ones (0: those there)");
        options.flag("--force", force_, "take a profile of another definition of a word");
        options.group("Keywords");
        ngrams_.declare_single_shape(options);
        declare_key_words(options, choice_);
        filters_.declare_top(options, "words of each direction");
        filters_.declare_min_count(options,
                                   "only words that stand N times; on the side where they are more "
                                   "frequent");
        filters_.declare_lists(options);
        declare_words(options, definition_);
        declare_settings(options, settings_);
        options.ways({"TARGET… --reference REF", "TARGET… --reference-list FILE"});
    }

    int run() override {
        if (references_.empty() && lists_.empty())
            throw Error(Fault::usage,
                        "nothing to compare with: --reference names a text, a folder or a saved "
                        "profile, --reference-list a list of words and counts");
        if (ngrams_.wanted()) shape_ = ngrams_.single_shape("keyness");
        if (shape_ && !lists_.empty())
            throw Error(Fault::usage,
                        "--reference-list is a list of words: not with --ngrams, which a saved "
                        "profile can be of");
        set_data_folder(settings_.data);
        filters_.load(definition_);
        ContrastInputs counted(definition_, settings_.input.decode, force_, shape_);
        for (const std::string& path : lists_) counted.add_list(Side::reference, path);
        std::vector<Input> inputs = list_two_sides(settings_.input, references_);
        const auto targets = std::count_if(inputs.begin(), inputs.end(),
                                           [](const Input& input) { return input.side == 0; });
        Batch batch(settings_, blank(), std::move(inputs));
        std::atomic<bool> any{false};
        batch.gather_sides([&](const Input& input, Warnings& warnings) {
            counted.add(input, batch.threads_for_each(), warnings);
            if (input.side == 0) any = true;
        });
        if (!any) return batch.finish();  // nothing was counted: no list, not an empty one
        const Contrast contrast = whole(counted.take());
        if (contrast.words(Side::reference) == 0) {
            if (batch.interrupted()) return batch.finish();
            throw Error(Fault::resource, "the reference has no words: nothing can be compared");
        }
        Result result = blank();
        if (targets == 1) result.file = batch.first_path();
        fill(result, contrast);
        batch.write(result);
        return batch.finish();
    }

private:
    bool people() const { return settings_.output.format == Format::text; }

    /// With the words that a list of the reference leaves out.
    Contrast whole(Contrast contrast) const {
        const std::uint64_t there = contrast.words(Side::reference);
        if (reference_words_ == 0) return contrast;
        if (reference_words_ < there)
            throw Error(Fault::usage,
                        fmt::format("--reference-words {}: the reference has {} words itself",
                                    reference_words_, there));
        contrast.add_unlisted(Side::reference, reference_words_ - there);
        return contrast;
    }

    Result blank() const {
        Result result{.schema = "analyze.keyness/1", .main_table = "keywords"};
        result.file_column = false;
        result.parts.emplace_back(definition_group(definition_));
        Group options{.name = "options", .show = Show::machine_only};
        options.fields = {{"reference", references_},
                          {"reference_list", lists_},
                          {"reference_words", number(reference_words_)},
                          {"force", force_}};
        if (shape_) {
            options.fields.emplace_back("ngrams", number(shape_->least));
            options.fields.emplace_back("skip", number(shape_->skip));
        }
        for (auto& field : fields_of(choice_)) options.fields.push_back(std::move(field));
        for (auto& field : filters_.fields(settings_.output.format))
            options.fields.push_back(std::move(field));
        result.parts.emplace_back(std::move(options));
        if (!people()) result.parts.emplace_back(key_word_table());
        return result;
    }

    void fill(Result& result, const Contrast& contrast) {
        const std::vector<Contrast::Row> rows = contrast.rows();
        WordSieve sieve(filters_);
        const KeyWords keys = find_key_words(
            contrast, rows, choice_, filters_.min_count(), [&](std::string_view word) {
                // Of n-grams the first and the last word are asked; words have no blanks.
                const std::string_view first = shape_ ? word.substr(0, word.find(' ')) : word;
                const std::string_view last = shape_ ? word.substr(word.rfind(' ') + 1) : word;
                return !sieve.stops(first) && !sieve.stops(last) && sieve.matches(word);
            });
        add_totals(result, contrast, keys.tested);
        const std::uint64_t top = filters_.top(settings_.output.format);
        const bool documents = lists_.empty();
        for (const int direction : {1, -1}) {
            const std::vector<KeyWord>& found = direction > 0 ? keys.positive : keys.negative;
            if (choice_.direction != Direction::both &&
                (choice_.direction == Direction::positive) != (direction > 0))
                continue;
            const std::size_t shown =
                top == 0 ? found.size() : std::min<std::uint64_t>(found.size(), top);
            if (people()) {
                Table table = key_word_text(direction);
                if (shape_) table.columns.front().name = "n-gram";
                for (std::size_t i = 0; i < shown; ++i)
                    table.rows.push_back(text_cells(found[i], rows[found[i].row]));
                if (shown < found.size()) table.note = more_note(found.size() - shown);
                add_legend(table);
                result.parts.emplace_back(std::move(table));
            } else {
                Table& table = std::get<Table>(result.parts.back());
                for (std::size_t i = 0; i < shown; ++i)
                    table.rows.push_back(
                        cells(found[i], rows[found[i].row], i + 1, direction, documents));
            }
        }
    }

    /// Explains the stars, or takes their column away where there are none.
    static void add_legend(Table& table) {
        static constexpr std::ptrdiff_t kStarsColumn = 6;
        const bool any =
            std::any_of(table.rows.begin(), table.rows.end(), [](const std::vector<Value>& row) {
                return !std::get<std::string>(row[kStarsColumn]).empty();
            });
        if (any) {
            table.note.append(table.note.empty() ? "" : "; ").append(kStars);
            return;
        }
        table.columns.erase(table.columns.begin() + kStarsColumn);
        for (auto& row : table.rows) row.erase(row.begin() + kStarsColumn);
    }

    /// For people side by side, for programs a group; stands behind the options.
    void add_totals(Result& result, const Contrast& contrast, std::uint64_t tested) const {
        const auto at = result.parts.begin() + 2;
        if (people()) {
            result.parts.insert(at, side_figures(contrast, {Side::target, "here", true},
                                                 {Side::reference, "reference", lists_.empty()},
                                                 shape_ ? "n-grams" : "words"));
            return;
        }
        Group totals{.name = "totals"};
        totals.fields = {{"documents", number(contrast.documents(Side::target))},
                         {"words", number(contrast.words(Side::target))},
                         {"distinct_words", number(contrast.types(Side::target))},
                         {"reference_documents",
                          lists_.empty() ? number(contrast.documents(Side::reference)) : Value()},
                         {"reference_words", number(contrast.words(Side::reference))},
                         {"reference_distinct_words", number(contrast.types(Side::reference))},
                         {"tested", number(tested)}};
        result.parts.insert(at, std::move(totals));
    }

    Settings settings_;
    WordDefinition definition_;
    WordFilters filters_;
    KeyWordChoice choice_;
    NgramOptions ngrams_;
    std::optional<NgramShape> shape_;
    std::vector<std::string> references_, lists_;
    std::uint64_t reference_words_ = 0;
    bool force_ = false;
};

}  // namespace

std::unique_ptr<Action> make_keyness() {
    return std::make_unique<Keyness>();
}

}  // namespace analyze
