// Text for people: the parts of a result below each other, fitted to the terminal.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "analyze/base/display_width.hpp"
#include "analyze/report/text_line.hpp"
#include "cell.hpp"
#include "formats.hpp"
#include "text_plot.hpp"
#include "text_table.hpp"

namespace analyze {
namespace {

constexpr std::size_t kMargin = 2;        ///< what stands under a title
constexpr std::size_t kRule = 80;         ///< length of a rule where there is no terminal
constexpr std::size_t kWidestLabel = 32;  ///< labels are aligned up to here

class TextWriter final : public Writer {
public:
    explicit TextWriter(const Style& style) : style_(style) {}

    std::string begin(const Result*) const override { return {}; }
    std::string result(const Result& result) const override {
        std::string out;
        if (!result.file.empty()) append_file(out, result.file);
        bool first = true;
        for (const auto& part : result.parts) {
            std::string body;
            std::visit([&](const auto& p) { append(body, p); }, part);
            if (body.empty()) continue;
            if (!first) out += '\n';
            out += body;
            first = false;
        }
        return out;
    }
    std::string_view separator() const override { return "\n"; }
    std::string_view end() const override { return {}; }

private:
    std::string shown(std::string_view text) const { return visible(text, style_.unicode); }

    /// The name of the input inside a rule: where one result ends and the next begins.
    void append_file(std::string& out, std::string_view file) const {
        const std::size_t width = style_.width > 0 ? static_cast<std::size_t>(style_.width) : kRule;
        const std::string_view dash = style_.unicode ? "─" : "-";
        std::string name = shown(file == "-" ? "standard input" : file);
        if (style_.width > 0) name = shortened(name, width > 6 ? width - 6 : 1, style_.unicode);
        TextLine line(style_);
        line.add(std::string(dash).append(dash).append(" "), kDim);
        line.add(name, kBold);
        std::string rest = " ";
        for (std::size_t i = line.column() + 1; i < width; ++i) rest += dash;
        if (rest.size() > 1) line.add(rest, kDim);
        line.end(out);
    }

    void append_title(std::string& out, std::string_view title,
                      std::string_view remark = {}) const {
        TextLine line(style_);
        line.add(shown(title), kBold);
        line.move_to(line.column() + kMargin);
        line.add(remark, kDim);
        line.end(out);
    }

    void append(std::string& out, const Table& table) const {
        if (table.rows.empty()) {
            if (!table.title.empty()) append_title(out, table.title, "none");
        } else {
            if (!table.title.empty()) append_title(out, table.title);
            append_table(out, table, style_, margin_of(table.title));
        }
        if (!table.note.empty()) append_paragraph(out, shown(table.note), margin_of(table.title));
    }

    void append(std::string& out, const Plot& plot) const {
        if (plot.points.empty()) return;
        append_title(out, plot.title);
        append_plot(out, plot, style_);
    }

    void append_paragraph(std::string& out, std::string_view text, std::size_t margin) const {
        TextLine line(style_);
        for (const std::string_view part : wrapped(text, room_after(margin))) {
            line.move_to(margin);
            line.add(part, kDim);
            line.end(out);
        }
    }

    /// Fields without a value are left out; figures alone are aligned like a column of a table.
    void append(std::string& out, const Group& group) const {
        if (group.show == Show::machine_only) return;
        struct Shown {
            std::string label, value;
        };
        std::vector<Shown> fields;
        bool figures = true;
        std::size_t label_width = 0;
        std::size_t value_width = 0;
        for (const auto& [name, value] : group.fields) {
            if (undefined(value)) continue;
            const auto* number = std::get_if<double>(&value);
            figures = figures && (number || std::holds_alternative<std::int64_t>(value));
            fields.push_back(
                {label_of(name, style_.unicode),
                 readable(value, number ? decimals_for(std::abs(*number)) : 0, style_.unicode)});
            label_width = std::max(label_width, display_width(fields.back().label));
            value_width = std::max(value_width, display_width(fields.back().value));
        }
        if (fields.empty()) return;
        if (!group.title.empty()) append_title(out, group.title);
        const std::size_t margin = margin_of(group.title);
        const std::size_t start = margin + std::min(label_width, kWidestLabel) + kMargin;
        TextLine line(style_);
        for (const Shown& field : fields) {
            line.move_to(margin);
            line.add(field.label, kDim);
            const std::size_t shift = figures ? value_width - display_width(field.value) : 0;
            for (const std::string_view part : wrapped(field.value, room_after(start + shift))) {
                line.move_to(start + shift);
                line.add(part);
                line.end(out);
            }
        }
    }

    static std::size_t margin_of(std::string_view title) { return title.empty() ? 0 : kMargin; }

    /// Columns from `start` to the right edge, at least one; 0 without a terminal.
    std::size_t room_after(std::size_t start) const {
        if (style_.width <= 0) return 0;
        return std::max(static_cast<std::size_t>(style_.width), start + 1) - start;
    }

    Style style_;
};

}  // namespace

std::unique_ptr<const Writer> make_text_writer(const Style& style) {
    return std::make_unique<TextWriter>(style);
}

}  // namespace analyze
