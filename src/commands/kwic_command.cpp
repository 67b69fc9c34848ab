// `analyze kwic`: each occurrence of a word, a phrase, an expression or a type of name in context.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>
#include <utility>

#include "actions.hpp"
#include "analyze/analysis/concordance.hpp"
#include "analyze/base/display_width.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/message.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/report/concordance_line.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "node_search.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

enum class Sort { position, left, right, node };
enum class Within { text, block, sentence };

constexpr std::uint64_t kUnset = UINT64_MAX, kColumns = 40, kMostColumns = 1000, kMostWords = 200;
constexpr std::size_t kWidestLabel = 24;

std::string_view name_of(Sort sort) {
    constexpr std::array<std::string_view, 4> kNames{"position", "left", "right", "node"};
    return kNames[static_cast<std::size_t>(sort)];
}
std::string_view name_of(Within within) {
    constexpr std::array<std::string_view, 3> kNames{"text", "block", "sentence"};
    return kNames[static_cast<std::size_t>(within)];
}

/// A node with its context, without its text.
struct Hit {
    std::size_t input = 0;             ///< its place in the order
    std::uint64_t start = 0, end = 0;  ///< in the unit of --offsets
    std::string left, node, right;
    std::uint64_t sentence = 0;  ///< from 1; 0: in none
    std::string section = {};
    std::string key = {};  ///< to sort by
};

/// The last item that begins at or before a place, or -1.
template <typename Items, typename Begin>
std::ptrdiff_t last_before(const Items& items, std::uint32_t place, Begin begin) {
    const auto after =
        std::upper_bound(items.begin(), items.end(), place,
                         [&](std::uint32_t at, const auto& item) { return at < begin(item); });
    return after - items.begin() - 1;
}

class Kwic final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("What is found");
        options.flag("--regex", regex_, "PATTERN is a regular expression, searched in the text");
        options.choice(
            "--within", "UNIT", within_,
            {{"text", Within::text}, {"block", Within::block}, {"sentence", Within::sentence}},
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
        options.first_operand("PATTERN");
        declare_offsets(options, settings_.output);
    }

    int run() override {
        set_data_folder(settings_.data);
        take_pattern();
        pattern_.emplace(pattern_given_, regex_, definition_);
        Batch batch(settings_, blank());
        style_ = style_for(settings_.output);
        const bool text = settings_.output.format == Format::text;
        if (sort_ != Sort::position || top_ > 0) {
            show_sorted(batch);
        } else if (!text) {
            plan_cells();
            batch.each([&](const std::string& path, Warnings& warnings) {
                return result_on(path, warnings);
            });
        } else {
            plan_lines(0);
            const bool names = batch.size() != 1;
            batch.each_stream(
                [&](const std::string& path, Warnings& warnings, const Batch::Emit& emit) {
                    if (pattern_->phrase() != nullptr && within_ == Within::text)
                        stream_lines(path, warnings, names, emit);
                    else
                        emit_lines(path, warnings, names, emit);
                });
        }
        const int status = batch.finish();
        if (text && status == 0 && found_ == 0 && batch.analysed() > 0 && !settings_.output.quiet)
            tell(fmt::format("nothing found in {} {}", batch.analysed(),
                             batch.analysed() == 1 ? "text" : "texts"));
        return status;
    }

private:
    /// What one thread works with.
    struct Bench {
        Bench(const NodePattern& pattern, const WordDefinition& definition, ContextSize size)
            : context(definition, size), order(definition) {
            if (pattern.phrase() != nullptr) finder.emplace(*pattern.phrase());
        }
        std::optional<PhraseFinder> finder;
        ContextReader context;
        ContextOrder order;
        Tokenizer tokenizer;
        std::vector<Span> nodes;
    };

    /// A text and what was made of it.
    struct Subject {
        std::optional<Source> read;  ///< until there is a document
        std::optional<Document> document;
        Outline outline;
        [[nodiscard]] const Source& source() const { return document ? document->source() : *read; }
    };

    /// The first operand is the pattern.
    void take_pattern() {
        auto& operands = settings_.input.paths;
        if (operands.empty())
            throw Error(Fault::usage, "there is no PATTERN; analyze kwic PATTERN FILE");
        pattern_given_ = operands.front();
        operands.erase(operands.begin());
    }

    // ---- how much is shown

    void plan_lines(std::size_t label) {
        layout_ = fitted_layout(style_, label);
        if (width_ != kUnset) layout_ = {label, width_, width_, 0};
        size_ = {layout_.left, layout_.right > 0 ? layout_.right : layout_.width,
                 words_ == kUnset ? 0 : words_};
    }
    void plan_cells() {
        const std::size_t columns = width_ != kUnset ? width_ : words_ != kUnset ? 0 : kColumns;
        size_ = {columns, columns, words_ == kUnset ? 0 : words_};
    }

    // ---- from a text to hits

    /// Reads a text and finds its nodes; builds the document only where it is needed.
    Subject search(const std::string& path, Warnings& warnings, Bench& bench, bool places) const {
        Subject subject;
        subject.read.emplace(Source::read(path, settings_.input.decode));
        warn_about(subject.read->info(), path, warnings);
        const std::string_view text = subject.read->text();
        bench.nodes.clear();
        if (bench.finder)
            bench.finder->find(text, 0, text.size(), bench.nodes);
        else
            bench.nodes = pattern_->matches(text);
        const bool types = pattern_->kind() == NodeKind::type;
        if (!types && (bench.nodes.empty() || !(places || within_ != Within::text))) return subject;
        subject.document.emplace(*std::exchange(subject.read, std::nullopt), bench.tokenizer);
        if (types || places) subject.outline = read_outline(*subject.document);
        if (types) bench.nodes = pattern_->mentions(*subject.document, subject.outline);
        return subject;
    }

    /// The nodes that --within leaves, in context.
    std::vector<Hit> hits_of(const Subject& subject, Bench& bench, bool offsets, bool places) {
        std::vector<Hit> hits;
        OffsetCounter counter(subject.source(), settings_.output.offsets);
        const std::string_view text = subject.source().text();
        for (const Span node : bench.nodes) {
            if (top_ > 0 && sort_ == Sort::position && hits.size() == top_) break;
            Span bounds{0, static_cast<std::uint32_t>(text.size())};
            std::ptrdiff_t block = -1, sentence = -1;
            if (subject.document) {
                const Document& document = *subject.document;
                block = last_before(document.blocks(), node.begin,
                                    [](const Block& one) { return one.extent.begin; });
                sentence = last_before(document.sentences(), node.begin,
                                       [](const Sentence& one) { return one.span.begin; });
                if (sentence >= 0 && at(document.sentences(), sentence).span.end <= node.begin)
                    sentence = -1;
                if (within_ != Within::text) {
                    const bool by_block = within_ == Within::block;
                    if ((by_block ? block : sentence) < 0) continue;
                    bounds = by_block ? at(document.blocks(), block).extent
                                      : at(document.sentences(), sentence).span;
                    if (!bounds.contains(node)) continue;
                }
            }
            Hit& hit = hits.emplace_back();
            hit.left = bench.context.left(text, bounds.begin, node.begin);
            hit.node = with_single_blanks(slice(text, node));
            hit.right = bench.context.right(text, node.end, bounds.end);
            if (offsets) {
                hit.start = counter.at(node.begin);
                hit.end = counter.at(node.end);
            }
            if (places && sentence >= 0) hit.sentence = static_cast<std::uint64_t>(sentence) + 1;
            if (places && block >= 0) {
                const std::uint32_t section =
                    subject.outline.section_of(static_cast<std::uint32_t>(block));
                hit.section = one_line(slice(text, subject.outline.sections[section].heading));
            }
        }
        found_ += hits.size();
        return hits;
    }

    template <typename T>
    static const T& at(const std::vector<T>& items, std::ptrdiff_t index) {
        return items[static_cast<std::size_t>(index)];
    }

    // ---- text in the order of the inputs

    std::string file_rule(const std::string& path) const {
        return make_writer(Format::text, style_)->result({.file = path});
    }

    void append_line(std::string& out, const Hit& hit, std::string_view label = {}) const {
        append_concordance_line(out, style_, layout_, label, hit.left, hit.node, hit.right);
    }

    /// Words in a text of any size, in constant memory; lines come out as soon as their right
    /// contexts are read.
    void stream_lines(const std::string& path, Warnings& warnings, bool names,
                      const Batch::Emit& emit) {
        const auto bench = pool_.borrow(*pattern_, definition_, size_);
        TextStream stream(path, settings_.input.decode);
        const std::size_t margin = bench->context.reach() + pattern_->phrase()->longest();
        std::size_t unsearched = 0;
        bool first = names;
        for (bool ended = false; !ended;) {
            const std::string_view piece = stream.next(unsearched + margin);
            ended = piece.empty();
            const std::string_view text(piece.data() - stream.before(),
                                        stream.before() + piece.size());
            const std::size_t from = stream.before() - unsearched;
            std::size_t to = text.size();
            if (!ended) {
                to -= std::min(to - from, margin);
                while (to > from && !parts_words(text, to)) --to;
            }
            bench->nodes.clear();
            if (to > from) bench->finder->find(text, from, to, bench->nodes);
            unsearched = text.size() - to;
            if (bench->nodes.empty()) continue;
            found_ += bench->nodes.size();
            std::string out = first ? file_rule(path) : std::string();
            first = false;
            for (const Span node : bench->nodes)
                append_line(out, {.left = bench->context.left(text, 0, node.begin),
                                  .node = with_single_blanks(slice(text, node)),
                                  .right = bench->context.right(text, node.end, text.size())});
            if (!emit(out)) return;
        }
        warn_about(stream.info(), path, warnings);
    }

    void emit_lines(const std::string& path, Warnings& warnings, bool names,
                    const Batch::Emit& emit) {
        const auto bench = pool_.borrow(*pattern_, definition_, size_);
        const Subject subject = search(path, warnings, *bench, false);
        std::string out;
        for (const Hit& hit : hits_of(subject, *bench, false, false)) {
            if (out.empty() && names) out = file_rule(path);
            append_line(out, hit);
        }
        if (!out.empty()) emit(out);
    }

    // ---- results for programs

    Result blank() const {
        Result result{.schema = "analyze.kwic/1", .file = "-", .main_table = "hits"};
        const bool sorted = sort_ != Sort::position || top_ > 0;
        Group definition = definition_group(definition_);
        definition.in_rows = false;
        result.parts.emplace_back(std::move(definition));
        Group options{.name = "options", .show = Show::machine_only};
        const auto given = [](std::uint64_t value) {
            return value == kUnset ? Value() : number(value);
        };
        options.fields = {
            {"pattern", pattern_given_},
            {"kind", std::string(name_of(pattern_->kind()))},
            {"width", width_ == kUnset && words_ == kUnset ? number(kColumns) : given(width_)},
            {"words", given(words_)},
            {"within", std::string(name_of(within_))},
            {"sort", std::string(name_of(sort_))},
            {"top", number(top_)}};
        result.parts.emplace_back(std::move(options));
        result.parts.emplace_back(
            Group{.fields = {{"offsets", std::string(name_of(settings_.output.offsets))}},
                  .show = Show::machine_only});
        Table table{.name = "hits"};
        if (sorted) {
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

    Result result_on(const std::string& path, Warnings& warnings) {
        const auto bench = pool_.borrow(*pattern_, definition_, size_);
        const Subject subject = search(path, warnings, *bench, !no_places_);
        Result result = blank();
        result.file = path;
        result.parts.insert(result.parts.begin(),
                            input_group(subject.source().info(), subject.source().file_size()));
        Table& table = std::get<Table>(result.parts.back());
        for (Hit& hit : hits_of(subject, *bench, true, !no_places_))
            table.rows.push_back(row_of(hit));
        return result;
    }

    // ---- all hits together

    void show_sorted(Batch& batch) {
        const bool text = settings_.output.format == Format::text;
        std::vector<std::vector<Hit>> found(batch.size());
        std::vector<std::string> paths(batch.size());
        if (text)
            plan_lines(batch.size() > 1 ? kWidestLabel + 2 : 0);
        else
            plan_cells();
        batch.gather_in_order([&](std::size_t place, const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(*pattern_, definition_, size_);
            const bool places = !text && !no_places_;
            const Subject subject = search(path, warnings, *bench, places);
            std::vector<Hit> hits = hits_of(subject, *bench, true, places);
            for (Hit& hit : hits) {
                hit.input = place;
                if (sort_ == Sort::left)
                    hit.key = bench->order.left_key(hit.left);
                else if (sort_ != Sort::position)
                    hit.key = bench->order.right_key(sort_ == Sort::node ? hit.node : hit.right);
            }
            found[place] = std::move(hits);
            paths[place] = path;
        });
        if (batch.analysed() == 0) return;
        std::vector<Hit> all;
        for (std::vector<Hit>& hits : found) {
            std::move(hits.begin(), hits.end(), std::back_inserter(all));
            std::vector<Hit>().swap(hits);
        }
        // Stable: hits of one key stay in the order of the texts.
        std::stable_sort(all.begin(), all.end(),
                         [](const Hit& a, const Hit& b) { return a.key < b.key; });
        if (top_ > 0 && all.size() > top_) all.resize(top_);
        if (text) {
            std::string out;
            for (const Hit& hit : all)
                append_line(out, hit,
                            batch.size() > 1 ? label_of(paths[hit.input]) : std::string());
            batch.write_bytes(out);
            return;
        }
        Result result = blank();
        Table& table = std::get<Table>(result.parts.back());
        for (Hit& hit : all) {
            std::vector<Value> row = row_of(hit);
            row.insert(row.begin(), paths[hit.input]);
            table.rows.push_back(std::move(row));
        }
        batch.write(result);
    }

    /// A path that is too long for its column loses its folders.
    static std::string label_of(const std::string& path) {
        if (path == "-") return "standard input";
        const std::size_t slash = path.rfind('/');
        return display_width(path) <= kWidestLabel || slash == std::string::npos
                   ? path
                   : path.substr(slash + 1);
    }

    Settings settings_;
    WordDefinition definition_;
    std::string pattern_given_;
    bool regex_ = false, no_places_ = false;
    std::uint64_t top_ = 0, width_ = kUnset, words_ = kUnset;
    Sort sort_ = Sort::position;
    Within within_ = Within::text;
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
