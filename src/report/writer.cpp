// The format table: every output format is one row here and one file beside it.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/writer.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "formats.hpp"

namespace analyze {
namespace {

struct FormatRow {
    Format format;
    std::string_view name;
    std::unique_ptr<const Writer> (*make)(const Style& style);
};

constexpr std::array kFormats = {
    FormatRow{Format::text, "text", make_text_writer},
    FormatRow{Format::json, "json", make_json_writer},
    FormatRow{Format::jsonl, "jsonl", make_jsonl_writer},
    FormatRow{Format::csv, "csv", make_csv_writer},
    FormatRow{Format::tsv, "tsv", make_tsv_writer},
};

const FormatRow& row_of(Format format) {
    return *std::find_if(kFormats.begin(), kFormats.end(),
                         [=](const FormatRow& row) { return row.format == format; });
}

/// Keeps all rows until the end.
class KeptRows final : public RowStream {
public:
    KeptRows(const Writer& writer, const Result& head) : writer_(writer), result_(head) {}

    std::string rows(std::vector<std::vector<Value>> rows) override {
        if (Table* const table = main_table())
            std::move(rows.begin(), rows.end(), std::back_inserter(table->rows));
        return {};
    }
    void note(const std::string& note) override {
        if (Table* const table = main_table()) table->note = note;
    }
    std::string end() override { return writer_.result(result_); }

private:
    Table* main_table() {
        for (auto& part : result_.parts)
            if (auto* table = std::get_if<Table>(&part))
                if (table->name == result_.main_table) return table;
        return nullptr;
    }

    const Writer& writer_;
    Result result_;
};

}  // namespace

std::unique_ptr<RowStream> Writer::stream(const Result& head) const {
    return std::make_unique<KeptRows>(*this, head);
}

const Table* last_table(const Result& result) {
    const Table* table = result.parts.empty() ? nullptr : std::get_if<Table>(&result.parts.back());
    return table != nullptr && table->name == result.main_table ? table : nullptr;
}

std::string_view name_of(Format format) {
    return row_of(format).name;
}

std::optional<Format> format_named(std::string_view name) {
    for (const FormatRow& row : kFormats)
        if (row.name == name) return row.format;
    return std::nullopt;
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    names.reserve(kFormats.size());
    for (const FormatRow& row : kFormats) names.push_back(row.name);
    return names;
}

std::unique_ptr<const Writer> make_writer(Format format, const Style& style) {
    return row_of(format).make(style);
}

}  // namespace analyze
