// Writes and reads the stored form of a table: one list of fields serves both directions.
// SPDX-License-Identifier: Apache-2.0
#include "temporal_stored.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "analyze/analysis/entities_model.hpp"
#include "analyze/base/error.hpp"

namespace analyze::temporal {
namespace {

/// Raise the version with any change of the fields below.
constexpr std::string_view kMagic(
    "\xff"
    "analyze table 2\n",
    17);

// What is stored of each part; `f` takes the fields one after the other.
template <typename F>
void fields(ClassValue& x, F f) {
    f(x.id, x.value);
}
template <typename F>
void fields(Suffix& x, F f) {
    f(x.ending, x.list);
}
template <typename F>
void fields(Range& x, F f) {
    f(x.low, x.high, x.digits_low, x.digits_high, x.word, x.any, x.ordinal, x.clock, x.decimal);
}
template <typename F>
void fields(State& x, F f) {
    f(x.words, x.ranges, x.marks, x.end, x.rule);
}
template <typename F>
void fields(Transition& x, F f) {
    f(x.id, x.flags, x.next, x.first_action, x.end_action);
}
template <typename F>
void fields(Action& x, F f) {
    f(x.slot, x.from_item, x.value);
}
template <typename F>
void fields(Rule& x, F f) {
    f(x.kind, x.line, x.constants);
}
template <typename F>
void fields(Phrase& x, F f) {
    f(x.head, x.words, x.list);
}
template <typename F>
void fields(Entry& x, F f) {
    f(x.lists, x.dot, x.phrases);
}
template <typename F>
void fields(Table& x, F f) {
    f(x.lexicon, x.lists, x.list_roles, x.list_starts, x.symbols, x.suffixes, x.ranges, x.states,
      x.transitions, x.actions, x.rules, x.start_words, x.start_ranges, x.start_class, x.roles,
      x.day_first, x.comma_decimal, x.compounds);
}

using Lexicon = decltype(Table::lexicon);

[[noreturn]] void refuse(const std::string& origin) {
    throw Error(Fault::resource,
                fmt::format("{}: a compiled table that is damaged or of another version; put the "
                            "table's text there or leave it out of the data folder",
                            origin));
}

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    template <typename T>
    void put(T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            char bytes[sizeof value];
            std::memcpy(bytes, &value, sizeof value);
            out_.append(bytes, sizeof value);
        } else {
            fields(value, [this](auto&... each) { (this->put(each), ...); });
        }
    }
    void put(std::string& text) {
        size(text.size());
        out_ += text;
    }
    void put(std::vector<bool>& bits) {
        size(bits.size());
        for (const bool bit : bits) out_ += bit ? '\1' : '\0';
    }
    template <typename T>
    void put(std::vector<T>& list) {
        size(list.size());
        for (T& each : list) put(each);
    }
    template <typename T, std::size_t N>
    void put(std::array<T, N>& list) {
        for (T& each : list) put(each);
    }
    void put(Lexicon& lexicon) {
        std::vector<Lexicon::value_type*> ordered;
        for (auto& entry : lexicon) ordered.push_back(&entry);
        std::sort(ordered.begin(), ordered.end(),
                  [](const auto* a, const auto* b) { return a->first < b->first; });
        size(ordered.size());
        for (auto* entry : ordered) {
            std::string word = entry->first;
            put(word);
            put(entry->second);
        }
    }

private:
    void size(std::size_t count) {
        auto number = static_cast<std::uint32_t>(count);
        put(number);
    }
    std::string& out_;
};

class Reader {
public:
    Reader(std::string_view bytes, const std::string& origin) : bytes_(bytes), origin_(origin) {}

    template <typename T>
    void get(T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            std::memcpy(&value, take(sizeof value).data(), sizeof value);
        } else {
            fields(value, [this](auto&... each) { (this->get(each), ...); });
        }
    }
    void get(std::string& text) { text = take(size()); }
    void get(std::vector<bool>& bits) {
        bits.resize(size());
        for (auto bit : bits) bit = take(1)[0] != '\0';  // proxies of std::vector<bool>
    }
    template <typename T>
    void get(std::vector<T>& list) {
        list.resize(size());
        for (T& each : list) get(each);
    }
    template <typename T, std::size_t N>
    void get(std::array<T, N>& list) {
        for (T& each : list) get(each);
    }
    void get(Lexicon& lexicon) {
        const std::size_t count = size();
        lexicon.reserve(count);
        std::string word;
        for (std::size_t i = 0; i < count; ++i) {
            get(word);
            get(lexicon[word]);
        }
    }
    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

private:
    /// No more things than bytes are left: each takes one at least.
    std::size_t size() {
        std::uint32_t count = 0;
        get(count);
        if (count > bytes_.size()) refuse(origin_);
        return count;
    }
    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) refuse(origin_);
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }

    std::string_view bytes_;
    const std::string& origin_;
};

}  // namespace

std::string stored_form(const Table& table) {
    std::string body;
    Table copy = table;
    Writer(body).put(copy);
    std::string out(kMagic);
    std::uint64_t sum = checksum_of(body);
    Writer(out).put(sum);
    return out + body;
}

bool is_stored(std::string_view bytes) {
    return bytes.substr(0, 1) == kMagic.substr(0, 1);
}

Table read_stored(std::string_view bytes, const std::string& origin) {
    std::uint64_t sum = 0;
    const std::size_t head = kMagic.size() + sizeof sum;
    if (bytes.size() < head || !bytes.starts_with(kMagic)) refuse(origin);
    std::memcpy(&sum, bytes.data() + kMagic.size(), sizeof sum);
    if (checksum_of(bytes.substr(head)) != sum) refuse(origin);
    Reader reader(bytes.substr(head), origin);
    Table table;
    reader.get(table);
    if (!reader.at_end()) refuse(origin);
    return table;
}

}  // namespace analyze::temporal
