// The training corpora: read, joined back to text, divided into units, with the tags that their labels allow.
// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "analyze/analysis/entities.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"

namespace analyze {
namespace {

std::vector<std::string> split(const std::string& line, char by) {
    std::vector<std::string> fields;
    std::size_t at = 0;
    while (true) {
        const std::size_t end = line.find(by, at);
        fields.push_back(line.substr(at, end == std::string::npos ? end : end - at));
        if (end == std::string::npos) return fields;
        at = end + 1;
    }
}

TypeSet type_set(const std::string& targets) {
    TypeSet set = 0;
    for (const std::string& target : split(targets, '|')) {
        if (const auto type = entity_type(target))
            set |= 1U << static_cast<unsigned>(*type);
        else if (target == "O")
            set |= kTypeO;
        else
            throw Error(Fault::input, "unknown type in a mapping: " + target);
    }
    return set;
}

/// Marked text "…[TYPE|name]…" as bare text and labels.
std::string unmark(const std::string& marked, std::vector<Label>& labels) {
    std::string text;
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t bar = marked.find('|', at), close = marked.find(']', at);
        const std::optional<EntityType> type =
            marked[at] == '[' && bar != std::string::npos && bar < close &&
                    close != std::string::npos
                ? entity_type(marked.substr(at + 1, bar - at - 1))
                : std::nullopt;
        if (!type) {
            text += marked[at++];
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(text.size());
        text.append(marked, bar + 1, close - bar - 1);
        labels.push_back({{begin, static_cast<std::uint32_t>(text.size())},
                          1U << static_cast<unsigned>(*type),
                          std::string(name_of(*type))});
        at = close + 1;
    }
    return text;
}

}  // namespace

LabelMap read_mapping(const std::string& path) {
    LabelMap map;
    std::istringstream lines(read_file(path));
    for (std::string line; std::getline(lines, line);) {
        const auto fields = split(line, '\t');
        if (fields.size() == 3 && fields[0] != "corpus")
            map[fields[0]][fields[1]] = type_set(fields[2]);
    }
    return map;
}

void read_marked(const std::string& path, const std::string& name, const std::string& part,
                 Tokenizer& tokenizer, Corpus& corpus, bool tuning) {
    std::istringstream lines(read_file(path));
    std::string head, body;
    std::size_t count = 0;
    const auto finish = [&] {
        if (head.empty()) return;
        auto item = std::make_unique<Labelled>();
        item->corpus = name;
        item->part = part;
        if (name == "own-news" && part == "train") {
            const std::size_t place = count++ % 10;
            if (place == 9) item->part = "test";
            if (tuning && (place == 2 || place == 6)) item->part = "tuning";
        }
        item->id = head.substr(0, head.find(' '));
        body.erase(0, body.find_first_not_of('\n'));
        body.erase(body.find_last_not_of('\n') + 1);
        std::string text = unmark(body + '\n', item->labels);
        item->document =
            std::make_unique<Document>(Source::from_bytes(item->id, std::move(text)), tokenizer);
        item->units = units_of(*item->document);
        corpus.push_back(std::move(item));
        body.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("=== ", 0) == 0) {
            finish();
            head = line.substr(4);
        } else if (!head.empty()) {
            body += line + '\n';
        }
    }
    finish();
}

void read_iob2(const std::string& path, const std::string& name, const std::string& part,
               const LabelMap& mapping, Tokenizer& tokenizer, Corpus& corpus) {
    const auto& labels = mapping.at(name);
    std::vector<std::vector<std::string>> tokens, tags;
    std::vector<std::string> sentence, sentence_tags;
    std::size_t count = 0;
    const auto end_sentence = [&] {
        if (sentence.empty()) return;
        tokens.push_back(std::move(sentence));
        tags.push_back(std::move(sentence_tags));
        sentence.clear();
        sentence_tags.clear();
    };
    const auto end_document = [&] {
        end_sentence();
        if (tokens.empty()) return;
        auto item = std::make_unique<Labelled>();
        item->corpus = name;
        item->part = name == "voa-news" && part == "train" && count % 10 == 9 ? "test" : part;
        item->id = name + '-' + part + '-' + std::to_string(count++);
        item->hidden = labels.count("O") ? labels.at("O") : kTypeO;
        item->tokens = std::move(tokens);
        item->joined = std::make_unique<JoinedText>(join_tokens(item->tokens));
        item->units = units_of(*item->joined, tokenizer);
        for (std::size_t s = 0; s < item->tokens.size(); ++s) {
            const auto& spans = item->joined->tokens[s];
            for (std::size_t i = 0; i < spans.size(); ++i) {
                const std::string& tag = tags[s][i];
                if (tag.size() < 3) continue;
                const std::string label = tag.substr(2);
                const bool more = tag[0] == 'I' && i > 0 && tags[s][i - 1].size() > 2 &&
                                  tags[s][i - 1].substr(2) == label;
                if (more) {
                    item->labels.back().span.end = spans[i].end;
                } else {
                    const auto found = labels.find(label);
                    if (found == labels.end())
                        throw Error(Fault::input,
                                    fmt::format("{}: no mapping of label {}", path, label));
                    item->labels.push_back({spans[i], found->second, label});
                }
            }
        }
        corpus.push_back(std::move(item));
        tokens.clear();
        tags.clear();
    };
    std::istringstream lines(read_file(path));
    bool has_documents = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            end_sentence();
            if (!has_documents && tokens.size() >= 40) end_document();
            continue;
        }
        const auto fields = split(line, '\t');
        if (fields[0] == "-DOCSTART-") {
            has_documents = true;
            end_document();
            continue;
        }
        sentence.push_back(fields[0]);
        sentence_tags.push_back(fields.size() > 1 ? fields.back() : "O");
    }
    end_document();
}

std::vector<std::uint64_t> allowed_tags(const Labelled& document, const FeatureText& features) {
    const UnitText& text = document.units;
    std::vector<std::uint64_t> allowed(text.units.size(), 1);
    if (document.hidden & kAllTypes) {
        std::uint64_t any = 1;
        for (std::size_t y = 0; y < kTypes; ++y)
            if (document.hidden >> y & 1)
                for (const Part part : {Part::begin, Part::inside, Part::end, Part::single})
                    any |= std::uint64_t{1} << tag_of(part, y);
        for (std::uint32_t i = 0; i < text.units.size(); ++i)
            if (features.word(i).marked()) allowed[i] = any;
    }
    std::size_t at = 0;
    constexpr TypeSet kGpe = 1U << 2, kNorp = 1U << 4;
    for (const UnitSentence& sentence : text.sentences) {
        std::uint32_t unit = sentence.first;
        for (; at < document.labels.size(); ++at) {
            const Label& label = document.labels[at];
            while (unit < sentence.end && text.units[unit].span.end <= label.span.begin) ++unit;
            if (unit == sentence.end) break;
            std::uint32_t end = unit;
            while (end < sentence.end && text.units[end].span.begin < label.span.end) ++end;
            if (end == unit) continue;
            // A closing stop that only our units have.
            TypeSet types = label.types;
            if ((types & kNorp) && types != kNorp && end == unit + 1 &&
                (features.word(unit).facts & fact::demonym))
                types = kNorp;
            if ((types & kGpe) && types != kGpe) {
                const auto& first = features.matches(unit);
                const auto& last = features.matches(end - 1);
                constexpr std::uint16_t kPlaces = 1U << phrase::kPlace;
                const bool place = end == unit + 1
                                       ? (first.single & kPlaces) != 0
                                       : (first.begin & kPlaces) && (last.end & kPlaces);
                if (place) types = kGpe;
            }
            for (std::uint32_t i = unit; i < end; ++i) {
                std::uint64_t bits = types & kTypeO ? 1 : 0;
                for (std::size_t y = 0; y < kTypes; ++y) {
                    if (!(types >> y & 1)) continue;
                    const Part part = end == unit + 1 ? Part::single
                                      : i == unit     ? Part::begin
                                      : i + 1 == end  ? Part::end
                                                      : Part::inside;
                    bits |= std::uint64_t{1} << tag_of(part, y);
                }
                allowed[i] = bits;
            }
            unit = end;
        }
    }
    return allowed;
}

}  // namespace analyze
