// CSV and TSV: one table as rows of cells under one header.
// SPDX-License-Identifier: Apache-2.0
#include "cell.hpp"
#include "formats.hpp"

namespace analyze {
namespace {

std::string quoted(std::string cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string escaped(std::string cell) {
    if (cell.find_first_of("\t\n\r\\") == std::string::npos) return cell;
    std::string out;
    for (const char c : cell) {
        switch (c) {
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\\':
                out += "\\\\";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// What makes CSV and TSV differ.
struct Dialect {
    char delimiter;
    std::string_view line_end;
    std::string_view blank_row;  ///< instead of a line without any character
    std::string (*protect)(std::string cell);
};
constexpr Dialect kCsv = {',', "\r\n", "\"\"", quoted};
constexpr Dialect kTsv = {'\t', "\n", "", escaped};

const Table* main_table(const Result& result) {
    for (const auto& part : result.parts)
        if (const auto* table = std::get_if<Table>(&part))
            if (table->name == result.main_table) return table;
    return nullptr;
}

/// Calls visit(name, value) for each field that belongs to a row: of the groups that programs see,
/// beside a main table of those that go with its rows.
template <class Visit>
void each_field(const Result& result, Visit visit) {
    const bool all = result.main_table.empty();
    for (const auto& part : result.parts) {
        const auto* group = std::get_if<Group>(&part);
        if (!group || group->show == Show::text_only || !(all || group->in_rows)) continue;
        for (const auto& [name, value] : group->fields)
            visit(group->name.empty() ? name : group->name + '.' + name, value);
    }
}

class DelimitedWriter final : public Writer {
public:
    DelimitedWriter(const Dialect& dialect, const Style& style)
        : dialect_(dialect), style_(style) {}

    std::string begin(const Result* columns_of) const override {
        std::string out = style_.bom ? "\xEF\xBB\xBF" : "";
        if (!columns_of) return out;
        std::vector<Value> header;
        if (has_file(*columns_of)) header.emplace_back("file");
        if (const Table* table = main_table(*columns_of))
            for (const Column& column : table->columns)
                if (column.show != Show::text_only) header.emplace_back(column.name);
        each_field(*columns_of,
                   [&](const std::string& name, const Value&) { header.emplace_back(name); });
        append(out, header);
        return out;
    }

    std::string result(const Result& result) const override {
        const Table* table = main_table(result);
        Rows rows(*this, result, table != nullptr ? table->columns : std::vector<Column>());
        if (result.main_table.empty()) return rows.lines({{}});
        return table != nullptr ? rows.lines(table->rows) : std::string();
    }
    std::unique_ptr<RowStream> stream(const Result& head) const override {
        const Table* table = last_table(head);
        return table != nullptr ? std::make_unique<Rows>(*this, head, table->columns)
                                : Writer::stream(head);
    }

    std::string_view separator() const override { return {}; }
    std::string_view end() const override { return {}; }

private:
    /// Rows between what all rows of a result begin and end with.
    class Rows final : public RowStream {
    public:
        Rows(const DelimitedWriter& writer, const Result& result, std::vector<Column> columns)
            : writer_(writer), columns_(std::move(columns)) {
            if (has_file(result)) cells_.emplace_back(result.file);
            before_ = cells_.size();
            each_field(result, [&](const std::string&, const Value& v) { fields_.push_back(v); });
        }
        std::string rows(std::vector<std::vector<Value>> rows) override { return lines(rows); }
        std::string lines(const std::vector<std::vector<Value>>& rows) {
            std::string out;
            for (const auto& row : rows) {
                for (std::size_t i = 0; i < row.size(); ++i)
                    if (columns_[i].show != Show::text_only) cells_.push_back(row[i]);
                cells_.insert(cells_.end(), fields_.begin(), fields_.end());
                writer_.append(out, cells_);
                cells_.resize(before_);
            }
            return out;
        }
        std::string end() override { return {}; }

    private:
        const DelimitedWriter& writer_;
        std::vector<Column> columns_;
        std::vector<Value> cells_, fields_;
        std::size_t before_ = 0;
    };

    static bool has_file(const Result& result) {
        return result.file_column && !result.file.empty();
    }

    void append(std::string& out, const std::vector<Value>& cells) const {
        const std::size_t begin = out.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += dialect_.delimiter;
            out += dialect_.protect(exact(cells[i]));
        }
        if (out.size() == begin) out += dialect_.blank_row;
        out += dialect_.line_end;
    }

    const Dialect& dialect_;
    Style style_;
};

}  // namespace

std::unique_ptr<const Writer> make_csv_writer(const Style& style) {
    return std::make_unique<DelimitedWriter>(kCsv, style);
}

std::unique_ptr<const Writer> make_tsv_writer(const Style& style) {
    return std::make_unique<DelimitedWriter>(kTsv, style);
}

}  // namespace analyze
