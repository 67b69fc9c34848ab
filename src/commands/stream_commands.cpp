// `analyze tokens` and `analyze sentences`: what the core sees, one a line with offsets.
// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "actions.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "row_sink.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

/// One line of output: its offsets, what it is, and its text.
struct Item {
    Span span;
    std::string_view kind;
    std::uint32_t sentence;
};

/// The two commands differ in their items and in what `kind` is called.
class Stream : public Action {
public:
    Stream(std::string name, std::string kind) : name_(std::move(name)), kind_(std::move(kind)) {}

    void declare(OptionList& options) override {
        declare_settings(options, settings_);
        declare_offsets(options, settings_.output);
    }

    int run() override {
        set_data_folder(settings_.data);
        Batch batch(settings_, blank());
        const bool names = batch.size() != 1;
        const auto open = [&](const std::string& path, Warnings& warnings) {
            const auto tokenizer = pool_.borrow();
            return open_document(path, settings_.input.decode, *tokenizer, warnings);
        };
        if (settings_.output.format == Format::text) {
            batch.each_stream(
                [&](const std::string& path, Warnings& warnings, const Batch::Emit& emit) {
                    put_lines(open(path, warnings), names, emit);
                });
        } else {
            const auto writer = make_writer(settings_.output.format, style_for(settings_.output));
            batch.each_result_stream(
                [&](const std::string& path, Warnings& warnings, const Batch::Emit& emit) {
                    const Document document = open(path, warnings);
                    RowSink sink(*writer, start(document), emit);
                    put_rows(document, sink);
                });
        }
        return batch.finish();
    }

protected:
    /// Takes an item; false: no more are wanted.
    using Use = std::function<bool(const Item&)>;
    /// Hands over the items in order.
    virtual void each(const Document& document, const Use& use) const = 0;

private:
    Result blank() const {
        Result result{.schema = "analyze." + name_ + "/1", .file = "-", .main_table = name_};
        result.parts.emplace_back(
            Group{.fields = {{"offsets", std::string(name_of(settings_.output.offsets))}},
                  .show = Show::machine_only});
        result.parts.emplace_back(
            Table{.name = name_, .columns = {{"start"}, {"end"}, {kind_}, {"sentence"}, {"text"}}});
        return result;
    }

    /// "start TAB end TAB kind TAB text", after the file's name where there are several.
    void put_lines(const Document& document, bool names, const Batch::Emit& emit) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const std::string file = names ? one_line(document.source().name()) + '\t' : "";
        std::string out;
        bool wanted = true;
        each(document, [&](const Item& item) {
            out += file;
            out += std::to_string(offsets.at(item.span.begin)) + '\t';
            out += std::to_string(offsets.at(item.span.end)) + '\t';
            out.append(item.kind) += '\t' + one_line(document.text(item.span)) + '\n';
            if (out.size() < kEmittedAtOnce) return true;
            wanted = emit(out);
            out.clear();
            return wanted;
        });
        if (wanted) emit(out);
    }

    Result start(const Document& document) const {
        Result result = blank();
        result.file = document.source().name();
        result.parts.insert(result.parts.begin(),
                            input_group(document.source().info(), document.source().file_size()));
        return result;
    }

    void put_rows(const Document& document, RowSink& sink) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        bool wanted = true;
        each(document, [&](const Item& item) {
            const std::uint64_t begin = offsets.at(item.span.begin);
            wanted =
                sink.add({number(begin), number(offsets.at(item.span.end)), std::string(item.kind),
                          item.sentence == 0 ? Value() : number(item.sentence),
                          std::string(document.text(item.span))});
            return wanted;
        });
        if (wanted) sink.end();
    }

    std::string name_, kind_;
    Settings settings_;
    ScratchPool<Tokenizer> pool_;
};

class Tokens final : public Stream {
public:
    Tokens() : Stream("tokens", "kind") {}

private:
    /// Every token; those of heading marks are in no sentence (0).
    void each(const Document& document, const Use& use) const override {
        const auto& sentences = document.sentences();
        std::uint32_t sentence = 0;
        for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
            while (sentence < sentences.size() && sentences[sentence].end_token <= i) ++sentence;
            const bool inside = sentence < sentences.size() && sentences[sentence].first_token <= i;
            const Token& token = document.tokens()[i];
            if (!use({token.span(), name_of(token.kind), inside ? sentence + 1 : 0})) return;
        }
    }
};

class Sentences final : public Stream {
public:
    Sentences() : Stream("sentences", "block") {}

private:
    void each(const Document& document, const Use& use) const override {
        std::uint32_t count = 0;
        for (const Sentence& sentence : document.sentences())
            if (!use({sentence.span, name_of(document.blocks()[sentence.block].kind), ++count}))
                return;
    }
};

}  // namespace

std::unique_ptr<Action> make_tokens() {
    return std::make_unique<Tokens>();
}
std::unique_ptr<Action> make_sentences() {
    return std::make_unique<Sentences>();
}

}  // namespace analyze
