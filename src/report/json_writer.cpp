// JSON: one pretty-printed array of results, or one object per line (JSON Lines).
// SPDX-License-Identifier: Apache-2.0
// Strings go through Escaping::Validate below. (As a default, since PrettyWriter of RapidJSON 1.1
// does not compile with any other flags.)
#define RAPIDJSON_WRITE_DEFAULT_FLAGS kWriteValidateEncodingFlag
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "cell.hpp"
#include "formats.hpp"

namespace analyze {
namespace {

/// UTF-8 that is valid already. U+2028 and U+2029 are escaped, which JSON allows and JavaScript and
/// readers that split at every kind of line end need.
struct Escaping : rapidjson::UTF8<> {
    template <typename In, typename Out>
    static bool Validate(In& in, Out& out) {
        const std::string_view head(in.src_, in.src_[0] == '\xE2' && in.src_[1] == '\x80' ? 3 : 1);
        if (head == "\u2028" || head == "\u2029") {
            for (const char c : head == "\u2028" ? "\\u2028" : "\\u2029")
                if (c != '\0') out.Put(c);
            for (int i = 0; i < 3; ++i) in.Take();
        } else {
            out.Put(in.Take());
        }
        return true;
    }
};

using Compact = rapidjson::Writer<rapidjson::StringBuffer, Escaping, Escaping>;
using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer, Escaping, Escaping>;

/// Which rows stand in which: lists of row numbers linked through `next`.
struct Nesting {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> first_child;
    std::vector<std::size_t> next;  ///< of the same parent (or of none)
    std::size_t first_root = kNone;
    std::size_t column = kNone;  ///< of the parent's number

    explicit Nesting(const Table& table, bool nested) {
        for (std::size_t i = 0; nested && i < table.columns.size(); ++i)
            if (table.columns[i].name == table.nest_by) column = i;
        first_child.assign(table.rows.size(), kNone);
        next.assign(table.rows.size(), kNone);
        for (std::size_t row = table.rows.size(); row-- > 0;) {
            std::size_t* list = &first_root;
            if (column != kNone) {
                const auto* parent = std::get_if<std::int64_t>(&table.rows[row][column]);
                if (parent && *parent >= 0 && static_cast<std::size_t>(*parent) < row)
                    list = &first_child[static_cast<std::size_t>(*parent)];
            }
            next[row] = *list;
            *list = row;
        }
    }
};

/// Writes the parts of a result as calls of a RapidJSON writer.
template <class Json>
class JsonResult {
public:
    JsonResult(Json& json, bool nested) : json_(json), nested_(nested) {}

    void write(const Result& result) {
        json_.StartObject();
        if (!result.schema.empty()) field("schema", result.schema);
        if (!result.file.empty()) field("file", result.file);
        for (const auto& part : result.parts)
            std::visit([this](const auto& p) { this->write(p); }, part);
        json_.EndObject();
    }

private:
    void text(std::string_view raw) {
        const std::string valid = valid_utf8(raw);
        json_.String(valid.c_str(), static_cast<rapidjson::SizeType>(valid.size()));
    }

    void field(std::string_view key, const Value& value) {
        text(key);
        if (const auto* string = std::get_if<std::string>(&value)) return text(*string);
        if (const auto* list = std::get_if<List>(&value)) {
            json_.StartArray();
            for (const std::string& each : *list) text(each);
            json_.EndArray();
        } else if (undefined(value)) {
            json_.Null();
        } else {
            const std::string digits = exact(value);
            json_.RawValue(digits.c_str(), digits.size(), rapidjson::kNumberType);
        }
    }

    void write(const Plot&) {}

    void write(const Group& group) {
        if (group.show == Show::text_only) return;
        if (!group.name.empty()) {
            text(group.name);
            json_.StartObject();
        }
        for (const auto& [key, value] : group.fields) field(key, value);
        if (!group.name.empty()) json_.EndObject();
    }

    void write(const Table& table) {
        text(table.name);
        json_.StartArray();
        // Depth is the text's to choose, so the way back up is kept here and not on the call stack.
        const Nesting nesting(table, nested_ && !table.nest_by.empty());
        std::vector<std::size_t> open;
        std::size_t row = nesting.first_root;
        while (row != Nesting::kNone || !open.empty()) {
            if (row == Nesting::kNone) {
                json_.EndArray();
                json_.EndObject();
                row = nesting.next[open.back()];
                open.pop_back();
                continue;
            }
            json_.StartObject();
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                if (table.columns[i].show != Show::text_only && i != nesting.column)
                    field(table.columns[i].name, table.rows[row][i]);
            if (nesting.first_child[row] != Nesting::kNone) {
                text("children");
                json_.StartArray();
                open.push_back(row);
                row = nesting.first_child[row];
            } else {
                json_.EndObject();
                row = nesting.next[row];
            }
        }
        json_.EndArray();
    }

    Json& json_;
    bool nested_;
};

class JsonLinesWriter final : public Writer {
public:
    std::string begin(const Result*) const override { return {}; }
    std::string result(const Result& result) const override {
        rapidjson::StringBuffer out;
        Compact json(out);
        JsonResult<Compact>(json, false).write(result);
        return std::string(out.GetString(), out.GetSize()) + '\n';
    }
    std::string_view separator() const override { return {}; }
    std::string_view end() const override { return {}; }
};

class JsonWriter final : public Writer {
public:
    std::string begin(const Result*) const override { return "["; }
    std::string result(const Result& result) const override {
        rapidjson::StringBuffer out;
        Pretty json(out);
        json.SetIndent(' ', 2);
        // An array of this result alone, without its brackets: the result, indented.
        json.StartArray();
        JsonResult<Pretty>(json, true).write(result);
        json.EndArray();
        return std::string(out.GetString() + 1, out.GetSize() - 3);
    }
    std::string_view separator() const override { return ","; }
    std::string_view end() const override { return "\n]\n"; }
};

}  // namespace

std::unique_ptr<const Writer> make_json_writer(const Style&) {
    return std::make_unique<JsonWriter>();
}

std::unique_ptr<const Writer> make_jsonl_writer(const Style&) {
    return std::make_unique<JsonLinesWriter>();
}

}  // namespace analyze
