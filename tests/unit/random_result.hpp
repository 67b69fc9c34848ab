// Results with hostile contents for the property tests of the writers; the same for the same seed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <random>

#include "analyze/report/table.hpp"

namespace analyze {

class RandomResult {
public:
    explicit RandomResult(unsigned seed) : random_(seed) {}

    /// One table "rows" (main table) of every kind of value, after a group.
    Result make() {
        Result result{.schema = "test/1", .file = text(), .main_table = "rows"};
        Group group{.name = "facts", .title = below(2) ? text() : ""};
        for (std::size_t i = below(4); i-- > 0;)
            group.fields.emplace_back("field_" + std::to_string(i), value());
        result.parts.emplace_back(group);
        Table table{
            .name = "rows", .title = below(2) ? text() : "", .note = below(2) ? text() : ""};
        for (std::size_t i = 1 + below(5); i-- > 0;)
            table.columns.push_back({.name = "column_" + std::to_string(i),
                                     .align = below(2) ? Align::left : Align::right,
                                     .draw = static_cast<Column::Draw>(below(5)),
                                     .wrap = below(3) == 0});
        const bool tree = below(2) == 0;
        for (std::size_t i = below(6); i-- > 0;) {
            table.rows.emplace_back();
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                table.rows.back().push_back(value());
            if (tree) table.indent.push_back(static_cast<int>(below(40)) - 2);
        }
        result.parts.emplace_back(table);
        return result;
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string text() {
        static const std::vector<std::string> kPieces = {"a",
                                                         "harbour",
                                                         " ",
                                                         "  ",
                                                         "\t",
                                                         "\n",
                                                         "\r\n",
                                                         "\"",
                                                         ",",
                                                         "\\",
                                                         "\\n",
                                                         "é",
                                                         "e\u0301",
                                                         "東京",
                                                         "👩‍👩‍👧",
                                                         "🇳🇱",
                                                         "\x1B[31m",
                                                         "\x07",
                                                         "\x7F",
                                                         "\u0085",
                                                         "\u009B",
                                                         "\u2028",
                                                         "\u202E",
                                                         "\u2066",
                                                         "\xFF",
                                                         "\xE6\x9D",
                                                         "\xED\xA0\x80",
                                                         "\xF4\x90\x80\x80",
                                                         "=1+1",
                                                         "a word of some length that goes on",
                                                         std::string(1, '\0')};
        std::string text;
        for (std::size_t i = below(8); i-- > 0;) text += kPieces[below(kPieces.size())];
        return text;
    }

    Value value() {
        switch (below(8)) {
            case 0:
                return {};
            case 1:
                return below(2) == 0;
            case 2:
                return static_cast<std::int64_t>(below(100));
            case 3:
                return std::numeric_limits<std::int64_t>::min() + static_cast<int>(below(2));
            case 4:
                return static_cast<double>(below(1000)) / 7;
            case 5: {
                static constexpr double kEdges[] = {0.0,
                                                    -0.0,
                                                    5e-324,
                                                    1.7976931348623157e308,
                                                    0.1,
                                                    1e21,
                                                    -1e-7,
                                                    9007199254740993.0,
                                                    std::numeric_limits<double>::infinity(),
                                                    std::numeric_limits<double>::quiet_NaN()};
                return kEdges[below(std::size(kEdges))];
            }
            default:
                return text();
        }
    }

private:
    std::mt19937 random_;
};

}  // namespace analyze
