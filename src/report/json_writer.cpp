// JSON: one pretty-printed array of results, or one object per line (JSON Lines).
// SPDX-License-Identifier: Apache-2.0
// Strings go through Escaping::Validate below. (As a default, since PrettyWriter of RapidJSON 1.1
// does not compile with any other flags.)
#define RAPIDJSON_WRITE_DEFAULT_FLAGS kWriteValidateEncodingFlag
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <new>
#include <utility>

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

/// RapidJSON does not look at what it is given: where there is no memory, that is an error here.
struct Memory : rapidjson::CrtAllocator {
    void* Malloc(std::size_t size) { return given(CrtAllocator::Malloc(size), size); }
    void* Realloc(void* old, std::size_t before, std::size_t size) {
        return given(CrtAllocator::Realloc(old, before, size), size);
    }

private:
    static void* given(void* bytes, std::size_t size) {
        if (bytes == nullptr && size > 0) throw std::bad_alloc();
        return bytes;
    }
};

using Buffer = rapidjson::GenericStringBuffer<rapidjson::UTF8<>, Memory>;
using Compact = rapidjson::Writer<Buffer, Escaping, Escaping, Memory>;
using Pretty = rapidjson::PrettyWriter<Buffer, Escaping, Escaping, Memory>;

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
        open(result, result.parts.size());
        json_.EndObject();
    }

    /// All but the rows of the last part, a table.
    void open_rows(const Result& result) {
        open(result, result.parts.size() - 1);
        text(std::get<Table>(result.parts.back()).name);
        json_.StartArray();
    }
    void row(const std::vector<Column>& columns, const std::vector<Value>& cells) {
        json_.StartObject();
        fields(columns, cells, Nesting::kNone);
        json_.EndObject();
    }
    void close_rows() {
        json_.EndArray();
        json_.EndObject();
    }

private:
    void open(const Result& result, std::size_t parts) {
        json_.StartObject();
        if (!result.schema.empty()) field("schema", result.schema);
        if (!result.file.empty()) field("file", result.file);
        for (std::size_t i = 0; i < parts; ++i)
            std::visit([this](const auto& p) { this->write(p); }, result.parts[i]);
    }

    void fields(const std::vector<Column>& columns, const std::vector<Value>& cells,
                std::size_t without) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].show != Show::text_only && i != without)
                field(columns[i].name, cells[i]);
    }

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
            fields(table.columns, table.rows[row], nesting.column);
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

/// What a format writes results with; what stands around them in its calls is cut off.
struct LinesForm {
    using Json = Compact;
    static constexpr bool kNested = false;
    static constexpr std::size_t kBefore = 0, kBehind = 0;
    static constexpr std::string_view kEnd = "\n";
    static void begin(Json&) {}
    static void end(Json&) {}
};
struct ArrayForm {
    using Json = Pretty;
    static constexpr bool kNested = true;
    // An array of this result alone, without its brackets: the result, indented.
    static constexpr std::size_t kBefore = 1, kBehind = 2;
    static constexpr std::string_view kEnd{};
    static void begin(Json& json) {
        json.SetIndent(' ', 2);
        json.StartArray();
    }
    static void end(Json& json) { json.EndArray(); }
};

template <class Form>
std::string written(const Result& result) {
    Buffer out;
    typename Form::Json json(out);
    Form::begin(json);
    JsonResult<typename Form::Json>(json, Form::kNested).write(result);
    Form::end(json);
    std::string bytes(out.GetString() + Form::kBefore,
                      out.GetSize() - Form::kBefore - Form::kBehind);
    return bytes += Form::kEnd;
}

template <class Form>
class JsonRows final : public RowStream {
public:
    explicit JsonRows(const Result& head)
        : columns_(last_table(head)->columns), json_(out_), result_(json_, false) {
        Form::begin(json_);
        result_.open_rows(head);
        head_ = std::string(out_.GetString() + Form::kBefore, out_.GetSize() - Form::kBefore);
        out_.Clear();
    }
    std::string rows(std::vector<std::vector<Value>> rows) override {
        for (const auto& row : rows) result_.row(columns_, row);
        return take();
    }
    std::string end() override {
        result_.close_rows();
        Form::end(json_);
        out_.Pop(Form::kBehind);
        return take() += Form::kEnd;
    }

private:
    std::string take() {
        std::string bytes = std::exchange(head_, {});
        bytes.append(out_.GetString(), out_.GetSize());
        out_.Clear();
        return bytes;
    }

    std::vector<Column> columns_;
    std::string head_;
    Buffer out_;
    typename Form::Json json_;
    JsonResult<typename Form::Json> result_;
};

template <class Form>
std::unique_ptr<RowStream> json_rows(const Result& head) {
    const Table* table = last_table(head);
    if (table == nullptr || (Form::kNested && !table->nest_by.empty())) return nullptr;
    return std::make_unique<JsonRows<Form>>(head);
}

class JsonLinesWriter final : public Writer {
public:
    std::string begin(const Result*) const override { return {}; }
    std::string result(const Result& result) const override { return written<LinesForm>(result); }
    std::unique_ptr<RowStream> stream(const Result& head) const override {
        auto rows = json_rows<LinesForm>(head);
        return rows ? std::move(rows) : Writer::stream(head);
    }
    std::string_view separator() const override { return {}; }
    std::string_view end() const override { return {}; }
};

class JsonWriter final : public Writer {
public:
    std::string begin(const Result*) const override { return "["; }
    std::string result(const Result& result) const override { return written<ArrayForm>(result); }
    std::unique_ptr<RowStream> stream(const Result& head) const override {
        auto rows = json_rows<ArrayForm>(head);
        return rows ? std::move(rows) : Writer::stream(head);
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
