// Turns patterns into one automaton without loops: patterns to an NFA, the NFA to shared states.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "temporal_table.hpp"

namespace analyze::temporal {

/// A line of a table, for messages.
struct Place {
    const std::string* origin;
    std::uint32_t line;
};

class Compiler {
public:
    Compiler();
    /// The number of a word class, new or known.
    [[nodiscard]] std::uint16_t class_id(std::string_view name);
    /// The number of a symbol; `table` keeps its text.
    [[nodiscard]] double symbol(std::string_view text, Table& table);
    void add_range(std::string_view name, std::size_t index, Place place);
    void add_macro(std::string_view name, std::string_view pattern, Place place);
    void add_rule(std::string_view kind, std::string_view pattern, Table& table, Place place);
    /// Quoted words of the patterns, each a class of its own.
    [[nodiscard]] const std::map<std::string, std::uint16_t>& literals() const { return literals_; }
    void build(Table& table);

private:
    struct Label {
        std::uint8_t type = 0;  ///< 0 class, 1 range, 2 mark
        std::uint16_t id = 0;
        std::uint16_t flags = 0;
        std::vector<Action> actions;
    };
    struct Node {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  ///< label, node
        std::vector<std::uint32_t> empty;
        std::int32_t rule = -1;
    };
    struct Cursor;

    [[noreturn]] static void fail(Place place, const std::string& what);
    std::uint32_t node();
    std::uint32_t alternatives(Cursor& cursor, std::uint32_t from, char close);
    std::uint32_t element(Cursor& cursor, std::uint32_t from);
    std::uint32_t note(Cursor& cursor, std::uint32_t from);
    void suffixes(Cursor& cursor, Label& label);
    Action action(Cursor& cursor);
    std::uint32_t label_id(const Label& label);
    void close_over(std::vector<std::uint32_t>& set) const;

    std::unordered_map<std::string, std::uint16_t> classes_;
    std::unordered_map<std::string, double> symbols_;
    std::unordered_map<std::string, std::uint16_t> ranges_;
    std::unordered_map<std::string, std::pair<std::string, Place>> macros_;
    std::map<std::string, std::uint16_t> literals_;
    std::vector<Label> labels_;
    std::map<std::string, std::uint32_t> label_index_;
    std::vector<Node> nodes_;
    std::uint32_t depth_ = 0;
};

}  // namespace analyze::temporal
