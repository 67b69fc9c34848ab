// `analyze compare`: words, names and sections that are new, gone or changed from one text to another.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>

#include "actions.hpp"
#include "analyze/analysis/profile.hpp"
#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "change_rows.hpp"
#include "document_view.hpp"
#include "key_words.hpp"
#include "mentions.hpp"
#include "scratch_pool.hpp"
#include "text_changes.hpp"
#include "word_filters.hpp"

namespace analyze {
namespace {

constexpr std::array kKinds{Kind::word, Kind::name, Kind::section};

/// "words", as --only has it.
std::string plural(Kind kind) {
    return std::string(name_of(kind)) + 's';
}

class Compare final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Comparison");
        options.flag("--exit-code", exit_code_, "status 1 where something is listed, 2 on failure");
        Option& only = options.add("--only", "KIND,…", "only words, names or sections");
        only.repeats = true;
        only.store = [this](const std::string& given) { add_kinds(given); };
        declare_share(options, "--level", "P", rules_.level,
                      "words and names have changed where the adjusted p-value is at most P");
        declare_share(options, "--similar", "S", rules_.similar,
                      "sections that share this part of their words are the same");
        filters_.declare_top(options, "of each kind and change");
        filters_.declare_min_count(
            options,
            "only words and names that stand N times; on the side where they are more "
            "frequent");
        filters_.declare_lists(options);
        declare_words(options, definition_);
        declare_settings(options, settings_);
        options.ways({"BEFORE AFTER"});
    }

    int run() override {
        set_data_folder(settings_.data);
        filters_.load(definition_);
        WordSieve sieve(filters_);
        rules_.min_count = filters_.min_count();
        rules_.wanted = [&sieve](std::string_view word) {
            return !sieve.stops(word) && sieve.matches(word);
        };
        std::vector<Input> inputs = sides();
        const bool names = wanted(Kind::name);
        const MentionFinder finder(names ? MentionTypes::names() : MentionTypes::none(), {});
        Batch batch(settings_, blank(), std::move(inputs));
        std::array<std::atomic<bool>, 2> any{};
        TextChanges changes;
        batch.gather_sides([&](const Input& input, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_);
            const Document document =
                open_document(input.path, settings_.input.decode, bench->tokenizer, warnings);
            if (begins_profile(document.text()))
                throw Error(Fault::input,
                            input.path +
                                ": a saved profile has no names and sections; analyze "
                                "keyness compares it");
            changes.add(input.side == 0 ? kBefore : kAfter, read(document, finder, *bench));
            any[input.side] = true;
        });
        bool same = true;
        if (any[0] && any[1]) {
            Result result = blank();
            same = fill(result, changes);
            batch.write(result);
        }
        const int status = batch.finish();
        if (!exit_code_) return status;
        constexpr int kFailed = 1, kAnyFailure = 2;
        return status == kFailed ? kAnyFailure : status != 0 ? status : same ? 0 : 1;
    }

private:
    /// What one thread works with.
    struct Bench {
        explicit Bench(const WordDefinition& definition) : reader(definition) {}
        Tokenizer tokenizer;
        WordReader reader;
        std::vector<Span> words;
        std::string key;
    };

    static void declare_share(OptionList& options, const std::string& name, const char* value,
                              double& target, const char* help) {
        Option& option = options.add(name, value, help);
        option.fallback = fmt::format("{}", target);
        option.store = [&target, name](const std::string& given) {
            double share = -1;
            const char* end = given.data() + given.size();
            const auto [stop, failure] = std::from_chars(given.data(), end, share);
            if (failure != std::errc() || stop != end || !(share >= 0 && share <= 1))
                throw Error(Fault::usage,
                            fmt::format("{} takes a number from 0 to 1, not '{}'", name, given));
            target = share;
        };
    }

    void add_kinds(const std::string& given) {
        for (std::size_t at = 0; at <= given.size();) {
            const std::size_t end = std::min(given.find(',', at), given.size());
            const std::string name = given.substr(at, end - at);
            const auto* kind = std::find_if(kKinds.begin(), kKinds.end(),
                                            [&](Kind k) { return plural(k) == name; });
            if (kind == kKinds.end())
                throw Error(Fault::usage,
                            fmt::format("--only takes words, names and sections, not '{}'", name));
            if (!wanted(*kind) || only_.empty()) only_.push_back(*kind);
            at = end + 1;
        }
    }
    bool wanted(Kind kind) const {
        return only_.empty() || std::find(only_.begin(), only_.end(), kind) != only_.end();
    }
    bool people() const { return settings_.output.format == Format::text; }

    /// The two operands, each on its side.
    std::vector<Input> sides() {
        if (!settings_.input.files_from.empty() || !settings_.input.files0_from.empty())
            throw Error(Fault::usage,
                        "compare takes two texts or folders: a list of files does not go with it");
        std::vector<std::string>& paths = settings_.input.paths;
        if (paths.size() != 2)
            throw Error(Fault::usage,
                        fmt::format("compare takes two texts or folders, one before and one after; "
                                    "here {} {}",
                                    paths.size() == 1 ? "is" : "are", paths.size()));
        InputOptions first = settings_.input;
        first.paths = {paths[0]};
        return list_two_sides(first, {paths[1]});
    }

    TextChanges::Text read(const Document& document, const MentionFinder& finder,
                           Bench& bench) const {
        const WordForms* const forms = forms_of(definition_);
        TextChanges::Text text;
        text.words = WordTable(forms);
        const auto words_of = [&](Span range) -> const std::vector<Span>& {
            const Token* tokens = document.tokens().data();
            bench.reader.read(document.text(), tokens + document.token_at(range.begin),
                              tokens + document.token_at(range.end), bench.words);
            return bench.words;
        };
        for (const Span word : words_of({0, static_cast<std::uint32_t>(document.text().size())}))
            text.words.add(document.text(word), definition_.letter_case);
        text.words.end_document();
        if (!wanted(Kind::name) && !wanted(Kind::section)) return text;
        const Outline outline = read_outline(document);
        if (wanted(Kind::name))
            text.names = count_names(document, finder.find(document, outline).names);
        if (!wanted(Kind::section)) return text;
        for (const Section& section : outline.sections) {
            SectionWords::Section found;
            found.heading = one_line(document.text(section.heading));
            for (const Span word : words_of(section_range(document, section))) {
                word_key(document.text(word), definition_.letter_case, forms, bench.key);
                found.words.push_back(text.sections.keys.find_or_add(bench.key));
            }
            if (!found.heading.empty() || !found.words.empty())  // a lead may be nothing at all
                text.sections.sections.push_back(std::move(found));
        }
        return text;
    }

    Result blank() const {
        Result result{.schema = "analyze.compare/1", .main_table = "changes"};
        result.file_column = false;
        Group compared{.name = "compared"};
        if (settings_.input.paths.size() == 2)
            compared.fields = {{"before", settings_.input.paths[0]},
                               {"after", settings_.input.paths[1]}};
        result.parts.emplace_back(std::move(compared));
        result.parts.emplace_back(definition_group(definition_));
        List only;
        for (const Kind kind : kKinds)
            if (wanted(kind)) only.push_back(plural(kind));
        Group options{.name = "options", .show = Show::machine_only};
        options.fields = {
            {"only", std::move(only)}, {"level", rules_.level}, {"similar", rules_.similar}};
        for (auto& field : filters_.fields(settings_.output.format))
            options.fields.push_back(std::move(field));
        result.parts.emplace_back(std::move(options));
        if (!people()) result.parts.emplace_back(change_table());
        return result;
    }

    /// Whether nothing is new, gone or changed.
    bool fill(Result& result, const TextChanges& changes) const {
        const Contrast& words = changes.words();
        if (people()) {
            result.parts.emplace_back(
                side_figures(words, {kBefore, "before", true}, {kAfter, "after", true}));
        } else {
            Group totals{.name = "totals"};
            for (const auto& [name, side] : {std::pair("before", kBefore), {"after", kAfter}}) {
                const std::string suffix = std::string("_") + name;
                totals.fields.emplace_back("documents" + suffix, number(words.documents(side)));
                totals.fields.emplace_back("words" + suffix, number(words.words(side)));
                totals.fields.emplace_back("distinct_words" + suffix, number(words.types(side)));
            }
            result.parts.insert(result.parts.end() - 1, std::move(totals));
        }
        bool same = true;
        for (const Kind kind : kKinds) {
            if (!wanted(kind)) continue;
            const std::vector<TextChange> found = kind == Kind::word ? changes.of_words(rules_)
                                                  : kind == Kind::name
                                                      ? changes.of_names(rules_)
                                                      : changes.of_sections(rules_);
            same = same && found.empty();
            const std::uint64_t top = filters_.top(settings_.output.format);
            if (people())
                add_change_text(result, kind, found, top, style_for(settings_.output));
            else
                add_change_rows(std::get<Table>(result.parts.back()), found, top,
                                {words.words(kBefore), words.words(kAfter)});
        }
        if (people() && same)
            result.parts.emplace_back(
                Table{.note = "Nothing is new, gone or significantly changed."});
        return same;
    }

    Settings settings_;
    WordDefinition definition_;
    WordFilters filters_;
    ChangeRules rules_;
    std::vector<Kind> only_;
    bool exit_code_ = false;
    ScratchPool<Bench> pool_;
};

}  // namespace

std::unique_ptr<Action> make_compare() {
    return std::make_unique<Compare>();
}

}  // namespace analyze
