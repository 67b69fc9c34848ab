// Writers: one per output format, from Results to bytes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/writer.hpp"

#include <fmt/format.h>

namespace analyze {
namespace {

class TextWriter final : public Writer {
public:
    std::string begin(const Result*) const override { return {}; }
    std::string result(const Result& result) const override {
        std::string out = result.file + "\n";
        for (const auto& part : result.parts) {
            if (const auto* table = std::get_if<Table>(&part))
                for (const auto& row : table->rows) {
                    for (const Value& value : row)
                        out += std::visit(
                            [](const auto& v) -> std::string {
                                if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::monostate>)
                                    return "\t";
                                else
                                    return fmt::format("{}\t", v);
                            },
                            value);
                    out += "\n";
                }
        }
        return out;
    }
    std::string_view separator() const override { return "\n"; }
    std::string_view end() const override { return {}; }
};

}  // namespace

std::string_view name_of(Format) { return "text"; }
std::optional<Format> format_named(std::string_view) { return Format::text; }

std::unique_ptr<const Writer> make_writer(Format, const Style&) {
    return std::make_unique<TextWriter>();
}

}  // namespace analyze
