// Fuzzes all writers with any bytes: valid JSON; text within its width, without controls.
// SPDX-License-Identifier: Apache-2.0
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include <cstdlib>
#include <string_view>

#include "analyze/base/display_width.hpp"
#include "analyze/report/writer.hpp"

using namespace analyze;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

/// Bytes 0 to 3 choose the layout; the rest are cells, ended by '|'.
Result result_of(std::string_view bytes) {
    Table table{.name = "rows", .title = "Rows", .nest_by = "c0"};
    const auto options = static_cast<unsigned char>(bytes[0]);
    const std::size_t width = 1 + options % 4;
    for (std::size_t i = 0; i < width; ++i)
        table.columns.push_back({.name = "c" + std::to_string(i),
                                 .align = (options >> 2 & 1) ? Align::left : Align::right,
                                 .wrap = (options >> 3 & 1) != 0,
                                 .below = (options >> 5 & 1) != 0 && i == 2});
    Result result{.file = std::string(bytes.substr(0, bytes.find('|'))), .main_table = "rows"};
    for (bytes.remove_prefix(4); !bytes.empty();) {
        table.rows.emplace_back(width);
        for (Value& value : table.rows.back()) {
            const std::string_view cell = bytes.substr(0, bytes.find('|'));
            bytes.remove_prefix(std::min(cell.size() + 1, bytes.size()));
            if (cell.size() == 1)
                value = static_cast<std::int64_t>(cell[0] - '0');
            else
                value = std::string(cell);
        }
        if (options >> 4 & 1) table.indent.push_back(static_cast<int>(table.rows.size() % 19));
    }
    result.parts.emplace_back(std::move(table));
    return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result result = result_of(bytes);
    for (const std::string_view name : format_names()) {
        const Format format = *format_named(name);
        const Style style{.unicode = data[1] % 2 == 0, .width = data[2] % 100};
        const auto writer = make_writer(format, style);
        const std::string out =
            writer->begin(&result) + writer->result(result) + std::string(writer->end());
        if (format == Format::json || format == Format::jsonl) {
            rapidjson::Document document;
            document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
                out);
            require(!document.HasParseError());
        } else if (format == Format::text) {
            for (std::size_t at = 0; at < out.size();) {
                const std::size_t end = out.find('\n', at);
                require(end != std::string::npos);
                const std::string_view line = std::string_view(out).substr(at, end - at);
                require(style.width == 0 ||
                        display_width(line) <= static_cast<std::size_t>(style.width));
                for (const char c : line)
                    require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
                at = end + 1;
            }
        }
    }
    return 0;
}
