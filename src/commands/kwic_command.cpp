// `analyze kwic`: each occurrence of a word, a phrase, an expression or a type of name in context.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>
#include <utility>

#include "actions.hpp"
#include "analyze/base/display_width.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/message.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/report/concordance_line.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "hit_finder.hpp"
#include "row_sink.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

enum class Sort { position, left, right, node };

constexpr std::uint64_t kUnset = UINT64_MAX, kColumns = 40, kMostColumns = 1000, kMostWords = 200;
constexpr std::size_t kLeastLabel = 8, kWidestLabel = 24;

std::string_view name_of(Sort sort) {
    constexpr std::array<std::string_view, 4> kNames{"position", "left", "right", "node"};
    return kNames[static_cast<std::size_t>(sort)];
}
std::string_view name_of(Bounds within) {
    constexpr std::array<std::string_view, 3> kNames{"text", "block", "sentence"};
    return kNames[static_cast<std::size_t>(within)];
}

class Kwic final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("What is found");
        options.flag("--regex", regex_, "PATTERN is a regular expression, searched in the text");
        options.choice(
            "--within", "UNIT", within_,
            {{"text", Bounds::text}, {"block", Bounds::block}, {"sentence", Bounds::sentence}},
            "how far contexts reach, and nodes: over the text, its block, its sentence");
        options.number("-n,--top", "N", top_, 0, kUnset - 1, "show the first N only; 0: all");
        options.group("Context");
        options.number("--width", "N", width_, 1, kMostColumns, "so many columns on each side")
            .fallback = "what fits in text, else 40";
        options.number("--words", "N", words_, 1, kMostWords, "so many words on each side")
            .fallback = "";
        options.choice("--sort", "KEY", sort_,
                       {{"position", Sort::position},
                        {"left", Sort::left},
                        {"right", Sort::right},
                        {"node", Sort::node}},
                       "in the order of the texts, or by the words left, right, or of the node");
        options.flag("--no-places", no_places_,
                     "for programs: leave out sentence and section, which take most of the time");
        declare_words(options, definition_);
        declare_settings(options, settings_);
        options.ways({"PATTERN [FILE…]"});
        declare_offsets(options, settings_.output);
    }

    int run() override {
        set_data_folder(settings_.data);
        pattern_given_ = take_first_operand(settings_.input, "kwic", "PATTERN");
        pattern_.emplace(pattern_given_, regex_, definition_);
        style_ = style_for(settings_.output);
        Batch batch(settings_, blank());
        if (is_text())
            plan_lines(all_together() && batch.size() > 1 ? label_columns(batch.paths()) : 0);
        else
            plan_cells();
        if (all_together())
            show_together(batch);
        else if (is_text())
            show_lines(batch);
        else
            write_results(batch);
        const int status = batch.finish();
        if (status == 0 && found_ == 0 && batch.analysed() > 0 && !settings_.output.quiet)
            tell_nothing_found(batch.analysed());
        return status;
    }

private:
    /// What one thread works with.
    struct Bench {
        Bench(const NodePattern& pattern, const WordDefinition& definition, ContextSize size)
            : finder(pattern, definition, size), order(definition) {}
        HitFinder finder;
        ContextOrder order;
    };
    /// A hit among those of other texts.
    struct Placed {
        Hit hit;
        std::size_t input;
        std::string key;
    };

    [[nodiscard]] bool is_text() const { return settings_.output.format == Format::text; }
    /// One list of all texts, not one after the other.
    [[nodiscard]] bool all_together() const { return sort_ != Sort::position || top_ > 0; }
    [[nodiscard]] HitFields fields() const {
        return {!is_text(), !is_text() && !no_places_, settings_.output.offsets};
    }

    /// People are told; of a mistake every user is.
    void tell_nothing_found(std::size_t texts) const {
        std::string message = operand_hint(pattern_given_, "kwic", "PATTERN");
        if (is_text())
            message =
                fmt::format("nothing found in {} {}{}{}", texts, texts == 1 ? "text" : "texts",
                            message.empty() ? "" : "; ", message);
        if (!message.empty()) tell(message);
    }

    // ---- how much is shown

    void plan_lines(std::size_t label) {
        layout_ = fitted_layout(style_, label);
        if (width_ != kUnset) layout_ = {label, width_, width_, 0};
        size_ = {layout_.left,
                 layout_.right > 0 ? layout_.right : layout_.width - layout_.label - layout_.left,
                 words_ == kUnset ? 0 : words_};
    }
    void plan_cells() {
        const std::size_t columns = width_ != kUnset ? width_ : words_ != kUnset ? 0 : kColumns;
        size_ = {columns, columns, words_ == kUnset ? 0 : words_};
    }

    // ---- text in the order of the inputs

    void append_line(std::string& out, const Hit& hit, std::string_view label = {}) const {
        append_concordance_line(out, style_, layout_, label, hit.left, hit.node, hit.right);
    }

    void show_lines(Batch& batch) {
        const bool names = batch.size() != 1;
        batch.each_stream(
            [&](const std::string& path, Warnings& warnings, const Batch::Emit& emit) {
                const auto bench = pool_.borrow(*pattern_, definition_, size_);
                std::string out;
                std::uint64_t found = 0;
                const auto sink = [&](const Hit& hit) {
                    if (found++ == 0 && names)
                        out += make_writer(Format::text, style_)->result({.file = path});
                    append_line(out, hit);
                    return out.size() < kEmittedAtOnce || emit(std::exchange(out, {}));
                };
                const auto flush = [&] { return out.empty() || emit(std::exchange(out, {})); };
                if (pattern_->phrase() != nullptr && pattern_->phrase()->written() &&
                    within_ == Bounds::text) {
                    bench->finder.stream(path, settings_.input.decode, warnings, sink, flush);
                } else {
                    bench->finder.read(path, settings_.input.decode, within_, false, warnings);
                    bench->finder.each(within_, fields(), sink);
                }
                flush();
                found_ += found;
            });
    }

    // ---- results for programs

    Result blank() const {
        Result result{.schema = "analyze.kwic/1", .file = "-", .main_table = "hits"};
        Group definition = definition_group(definition_);
        definition.in_rows = false;
        result.parts.emplace_back(std::move(definition));
        Group options{.name = "options", .show = Show::machine_only};
        const auto given = [](std::uint64_t value) {
            return value == kUnset ? Value() : number(value);
        };
        options.fields = {
            {"pattern", pattern_given_},
            {"kind", std::string(analyze::name_of(pattern_->kind()))},
            {"width", width_ == kUnset && words_ == kUnset ? number(kColumns) : given(width_)},
            {"words", given(words_)},
            {"within", std::string(name_of(within_))},
            {"sort", std::string(name_of(sort_))},
            {"top", number(top_)}};
        result.parts.emplace_back(std::move(options));
        result.parts.emplace_back(
            Group{.fields = {{"offsets", std::string(analyze::name_of(settings_.output.offsets))}},
                  .show = Show::machine_only});
        Table table{.name = "hits"};
        if (all_together()) {
            result.file.clear();
            result.file_column = false;
            table.columns = {{"file"}};
        }
        for (const char* name : {"start", "end", "left", "node", "right"})
            table.columns.push_back({name});
        if (!no_places_)
            for (const char* name : {"sentence", "section"}) table.columns.push_back({name});
        result.parts.emplace_back(std::move(table));
        return result;
    }

    std::vector<Value> row_of(Hit& hit) const {
        std::vector<Value> row{number(hit.start), number(hit.end), std::move(hit.left),
                               std::move(hit.node), std::move(hit.right)};
        if (!no_places_) {
            row.push_back(hit.sentence == 0 ? Value() : number(hit.sentence));
            row.push_back(hit.section.empty() ? Value() : Value(std::move(hit.section)));
        }
        return row;
    }

    /// The text is read whole before a byte goes out, so that one that can't be read leaves none;
    /// its hits go out as they come.
    void write_results(Batch& batch) {
        const auto writer = make_writer(settings_.output.format, style_);
        batch.each_result_stream(
            [&](const std::string& path, Warnings& warnings, const Batch::Emit& emit) {
                const auto bench = pool_.borrow(*pattern_, definition_, size_);
                HitFinder& finder = bench->finder;
                finder.read(path, settings_.input.decode, within_, fields().places, warnings);
                Result head = blank();
                head.file = path;
                head.parts.insert(head.parts.begin(),
                                  input_group(finder.source().info(), finder.source().file_size()));
                RowSink sink(*writer, head, emit);
                std::uint64_t found = 0;
                finder.each(within_, fields(), [&](Hit& hit) {
                    ++found;
                    return sink.add(row_of(hit));
                });
                found_ += found;
                sink.end();
            });
    }

    // ---- all hits together

    void show_together(Batch& batch) {
        std::vector<std::vector<Placed>> found(batch.size());
        std::vector<std::string> paths(batch.size());
        batch.gather_in_order([&](std::size_t input, const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(*pattern_, definition_, size_);
            bench->finder.read(path, settings_.input.decode, within_, fields().places, warnings);
            bench->finder.each(within_, fields(), [&](Hit& hit) {
                found[input].push_back({std::move(hit), input, {}});
                Placed& placed = found[input].back();
                placed.key = key_of(placed.hit, bench->order);
                return sort_ != Sort::position || found[input].size() < top_;
            });
            paths[input] = path;
        });
        if (batch.analysed() == 0) return;
        for (const std::vector<Placed>& hits : found) found_ += hits.size();
        std::vector<Placed> all;
        all.reserve(found_);
        for (std::vector<Placed>& hits : found) {
            std::move(hits.begin(), hits.end(), std::back_inserter(all));
            std::vector<Placed>().swap(hits);
        }
        std::vector<std::size_t> order(all.size());  // lighter to sort than the hits themselves
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        // Hits of one key stay in the order of the texts.
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const int sign = all[a].key.compare(all[b].key);
            return sign != 0 ? sign < 0 : a < b;
        });
        if (top_ > 0 && order.size() > top_) order.resize(top_);
        if (is_text()) {
            std::string out;
            for (const std::size_t i : order) {
                append_line(out, all[i].hit,
                            layout_.label > 0 ? label_of(paths[all[i].input]) : std::string());
                if (out.size() < kEmittedAtOnce) continue;
                if (!batch.write_bytes(out)) return;
                out.clear();
            }
            batch.write_bytes(out);
            return;
        }
        const auto writer = make_writer(settings_.output.format, style_);
        RowSink sink(*writer, blank(),
                     [&](std::string_view bytes) { return batch.write_piece(bytes); });
        for (const std::size_t i : order) {
            std::vector<Value> row = row_of(all[i].hit);
            row.insert(row.begin(), paths[all[i].input]);
            if (!sink.add(std::move(row))) return;
        }
        sink.end();
    }

    std::string key_of(const Hit& hit, ContextOrder& order) const {
        switch (sort_) {
            case Sort::left:
                return order.left_key(hit.left);
            case Sort::right:
                return order.right_key(hit.right);
            case Sort::node:
                return order.right_key(hit.node);
            case Sort::position:
                break;
        }
        return {};
    }

    /// A path that is too long for its column loses its folders.
    std::string label_of(const std::string& path) const {
        if (path == "-") return "standard input";
        const std::size_t slash = path.rfind('/');
        return display_width(path) <= widest_label() || slash == std::string::npos
                   ? path
                   : path.substr(slash + 1);
    }
    /// Names take up a quarter of the line at most.
    std::size_t widest_label() const {
        const std::size_t width = style_.width > 0 ? static_cast<std::size_t>(style_.width) : 80;
        return std::clamp(width / 4, kLeastLabel, kWidestLabel);
    }
    std::size_t label_columns(const std::vector<std::string>& paths) const {
        std::size_t longest = 0;
        for (const std::string& path : paths)
            longest = std::max(longest, display_width(label_of(path)));
        return std::min(longest, widest_label()) + 2;
    }

    Settings settings_;
    WordDefinition definition_;
    std::string pattern_given_;
    bool regex_ = false, no_places_ = false;
    std::uint64_t top_ = 0, width_ = kUnset, words_ = kUnset;
    Sort sort_ = Sort::position;
    Bounds within_ = Bounds::text;
    std::optional<NodePattern> pattern_;
    Style style_;
    ConcordanceLayout layout_;
    ContextSize size_;
    std::atomic<std::uint64_t> found_ = 0;
    ScratchPool<Bench> pool_;
};

}  // namespace

std::unique_ptr<Action> make_kwic() {
    return std::make_unique<Kwic>();
}

}  // namespace analyze
