// Fuzzes the parsers of word lists: any bytes are a list, or an error that names the line.
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/background.hpp"
#include "analyze/analysis/counted_list.hpp"
#include "analyze/analysis/name_lists.hpp"
#include "analyze/analysis/profile.hpp"
#include "analyze/analysis/stop_words.hpp"
#include "analyze/analysis/syllables.hpp"
#include "analyze/base/error.hpp"
#include "analyze/resources/resource.hpp"
#include "analyze/text/abbreviations.hpp"

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

/// Every error of a list is a resource error that begins with "list:" and a line number.
template <class Parse>
void parse(std::string_view bytes, Parse&& use) {
    try {
        use(analyze::Resource("list", std::string(bytes)));
    } catch (const analyze::Error& error) {
        require(error.fault() == analyze::Fault::resource);
        require(std::string_view(error.what()).starts_with("list:"));
    }
}

/// What lists find in a text of these bytes are names in their order, apart from one another.
void names_of(const analyze::NameLists& lists, std::string_view bytes) {
    analyze::Tokenizer tokenizer;
    analyze::DecodeOptions options;
    options.binary = analyze::BinaryPolicy::text;
    const analyze::Document document(
        analyze::Source::from_bytes("text", std::string(bytes), options), tokenizer);
    std::vector<analyze::Entity> names;
    lists.apply(document, names);
    std::uint32_t end = 0;
    for (const analyze::Entity& name : names) {
        require(name.span.begin >= end && name.span.begin < name.span.end);
        require(name.sentence < document.sentences().size());
        end = name.span.end;
    }
    require(end <= document.text().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    parse(bytes, [&](analyze::Resource resource) {
        const analyze::AbbreviationList list(std::move(resource));
        for (std::size_t at = 0; at < size; at += 7) (void)list.find(bytes.substr(at, 9));
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        const analyze::StopWords list(resource);
        std::string scratch;
        require(list.size() <= size);
        (void)list.has("shore", scratch);
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        std::uint64_t words = 0;
        analyze::read_counted_list(resource, [&](const analyze::ListedWord& word) {
            require(!word.word.empty() && word.word.size() <= size && word.count > 0);
            words += word.count;
        });
        require(words > 0 && words <= UINT64_MAX / 2);
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        // What is read can be written and read again, and is the same.
        std::vector<std::string> words;
        std::vector<analyze::WordCount> rows;
        const auto keep = [&](const analyze::ListedWord& word) {
            words.emplace_back(word.word);
            rows.push_back({{}, word.count, word.documents});
        };
        const analyze::ProfileHead head = analyze::read_profile(resource, keep);
        require(analyze::begins_profile(bytes));
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].word = words[i];
        std::string again;
        analyze::write_profile(head, rows, [&](std::string_view piece) { again += piece; });
        std::size_t row = 0;
        const analyze::ProfileHead same = analyze::read_profile(
            analyze::Resource("again", again), [&](const analyze::ListedWord& word) {
                require(row < rows.size() && word.word == words[row] &&
                        word.count == rows[row].count && word.documents == rows[row].documents);
                ++row;
            });
        require(row == rows.size() && same.definition == head.definition &&
                same.words == head.words && same.documents == head.documents);
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        const analyze::WordForms forms({}, &resource, analyze::Case::fold);
        std::string key = "shore";
        forms.apply(key);
        require(forms.lemmas() <= size && (key == "shore" || key.size() <= 4 * size));
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        const analyze::BackgroundWords list(resource, nullptr);
        const double share = list.share("shore");
        require(list.words() > 0 && share > 0 && share <= 1);
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        const analyze::SyllableRules rules(resource);
        std::string scratch;
        require(rules.count("shore", scratch) >= 1 && rules.count("a", scratch) >= 1);
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        analyze::NameLists denied;
        denied.add_denied(resource);
        names_of(denied, bytes);
        analyze::NameLists gazetteer;
        gazetteer.add_gazetteer(resource);
        names_of(gazetteer, bytes);
    });
    return 0;
}
