// Finds the words of a text with bit masks, 64 bytes at a time, exactly as WordReader would.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/scan.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"
#include "scan_classes.hpp"
#include "scan_kernel.hpp"

namespace analyze {

using namespace scan;

std::string_view name_of(Kernel kernel) {
    switch (kernel) {
        case Kernel::reference:
            return "reference";
        case Kernel::portable:
            return "portable";
        case Kernel::avx2:
            return "avx2";
        case Kernel::avx512:
            return "avx512";
        case Kernel::neon:
            return "neon";
    }
    return {};
}

std::vector<Kernel> usable_kernels() {
    std::vector<Kernel> usable{Kernel::reference, Kernel::portable};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
        __builtin_cpu_supports("bmi2")) {
        usable.push_back(Kernel::avx2);
        if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
            __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") &&
            __builtin_cpu_supports("avx512vbmi2"))
            usable.push_back(Kernel::avx512);
    }
#elif defined(__aarch64__)
    usable.push_back(Kernel::neon);
#endif
    return usable;
}

Kernel chosen_kernel() {
    static const Kernel chosen = [] {
        const std::vector<Kernel> usable = usable_kernels();
        const char* wanted = std::getenv("ANALYZE_KERNEL");
        if (wanted == nullptr || *wanted == '\0') return usable.back();
        std::string names;
        for (const Kernel kernel : usable) {
            if (name_of(kernel) == wanted) return kernel;
            names.append(names.empty() ? "" : ", ").append(name_of(kernel));
        }
        throw Error(Fault::usage, "ANALYZE_KERNEL=" + std::string(wanted) +
                                      ": no kernel that this CPU can run; there are " + names);
    }();
    return chosen;
}

namespace {

const ScanKernel& code_of(Kernel kernel) {
#if defined(__x86_64__)
    if (kernel == Kernel::avx512) return kAvx512Kernel;
    if (kernel == Kernel::avx2) return kAvx2Kernel;
#elif defined(__aarch64__)
    if (kernel == Kernel::neon) return kNeonKernel;
#endif
    (void)kernel;
    return kPortableKernel;
}

void set_bits(MaskArray& masks, std::size_t at, std::size_t count) {
    const std::uint64_t ones = (std::uint64_t{1} << count) - 1;
    const std::size_t i = kGuard + at / kBlock, shift = at % kBlock;
    masks[i] |= ones << shift;
    if (shift + count > kBlock) masks[i + 1] |= ones >> (kBlock - shift);
}
void clear_bits(MaskArray& masks, std::size_t from, std::size_t to) {
    while (from < to) {
        const std::size_t count = std::min(kBlock - from % kBlock, to - from);
        masks[kGuard + from / kBlock] &=
            ~((~std::uint64_t{0} >> (kBlock - count)) << from % kBlock);
        from += count;
    }
}
/// Also for the byte before the first, which is in the guard.
bool has_bit(const MaskArray& masks, std::size_t at) {
    at += kGuard * kBlock;
    return (masks[at / kBlock] >> (at % kBlock) & 1) != 0;
}

}  // namespace

struct WordScanner::State {
    State(WordDefinition wanted, Kernel kernel)
        : definition(wanted),
          reader(wanted),
          code(code_of(kernel)),
          all_by_reader(kernel == Kernel::reference || wanted.tokens != WordPreset::uax29 ||
                        wanted.hyphens != Hyphens::split) {}

    bool next();
    [[nodiscard]] bool is_cut(std::size_t at);
    [[nodiscard]] std::size_t find_end();
    void read_window(std::size_t from, std::size_t to);
    void classify_open(std::size_t blocks);
    void set_character(CharClass kind, std::size_t at, std::size_t width);
    void doubt_quotes();
    void join_by_mark(std::size_t at, std::size_t width, CharClass kind);
    void doubt_hosts(std::size_t blocks);
    void give_windows_to_reader(std::size_t blocks);

    WordDefinition definition;
    WordReader reader;
    const ScanKernel& code;
    const bool all_by_reader;
    CharClasses classes;

    std::string_view text;
    std::size_t begin = 0, end = 0;  ///< of the chunk
    std::size_t words = 0;
    std::vector<Span> whole, window_words;
    Masks masks{};
    std::uint16_t edges[kChunk + kBlock];
    char bytes[kChunk + 2 * kBlock];
};

/// Whether no token and no rule crosses `at`: white space, then what neither is white space nor
/// attaches to it.
bool WordScanner::State::is_cut(std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    if (!ascii::is_white(text[at - 1])) return false;
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) return !ascii::is_white(c);
    switch (classes.find(text.data() + at).kind) {
        case CharClass::letter:
        case CharClass::hebrew:
        case CharClass::digit:
            return true;
        default:
            return false;
    }
}

/// The last cut within a chunk's size; text.size() or 0 if there is none.
std::size_t WordScanner::State::find_end() {
    if (text.size() - begin <= kChunk) return text.size();
    std::size_t at = begin + kChunk;
    while (at > begin && !is_cut(at)) --at;
    return at;
}

void WordScanner::State::read_window(std::size_t from, std::size_t to) {
    reader.read(text.substr(from, to - from), window_words);
    const auto shift = static_cast<std::uint32_t>(from);
    for (const Span word : window_words) whole.push_back({word.begin + shift, word.end + shift});
}

/// A mark that joins what stands beside it on both sides: the character after it decides.
void WordScanner::State::join_by_mark(std::size_t at, std::size_t width, CharClass kind) {
    const std::size_t after = at + width;
    if (at == 0 || begin + after >= end) return;
    bool letter = has_bit(masks.letter, after), digit = has_bit(masks.digit, after);
    if (const char* next = text.data() + begin + after; static_cast<unsigned char>(*next) >= 0x80) {
        const CharClass next_kind = classes.find(next).kind;
        letter = is_letter(next_kind);
        digit = next_kind == CharClass::digit;
    }
    const bool joins = (kind != CharClass::mid_number && letter && has_bit(masks.letter, at - 1)) ||
                       (kind != CharClass::mid_letter && digit && has_bit(masks.digit, at - 1));
    if (joins) set_bits(masks.word, at, width);
}

/// One character after the other, not word by word, since where words end can't be predicted;
/// letters and the marks on them (WB4) alike, since how they take turns can't be either.
void WordScanner::State::classify_open(std::size_t blocks) {
    bool hebrew = false;
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t i = kGuard + block;
        std::uint64_t letter = masks.letter[i], letter_after = masks.letter[i + 1];
        for (std::uint64_t open = masks.open[i]; open != 0; open &= open - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(open));
            const std::size_t at = kBlock * block + k;
            const auto [kind, width] = classes.find(bytes + at);
            const bool on_letter = ((letter << 1 | masks.letter[i - 1] >> 63) >> k & 1) != 0;
            hebrew |= kind == CharClass::hebrew;
            if (is_letter(kind) | ((kind == CharClass::mark) & on_letter)) {
                const std::uint64_t ones = (std::uint64_t{1} << width) - 1;
                letter |= ones << k;
                letter_after |= ones >> 1 >> (kBlock - 1 - k);
            } else if (kind != CharClass::other) {
                masks.letter[i] = letter;
                set_character(kind, at, width);
            }
        }
        masks.letter[i] = letter;
        masks.letter[i + 1] = letter_after;
    }
    if (hebrew) doubt_quotes();
}

/// What is no letter, or a mark on none.
void WordScanner::State::set_character(CharClass kind, std::size_t at, std::size_t width) {
    switch (kind) {
        case CharClass::digit:
            return set_bits(masks.digit, at, width);
        case CharClass::connector:
            return set_bits(masks.connector, at, width);
        case CharClass::mid_letter:
        case CharClass::mid_number:
        case CharClass::mid_both:
            return join_by_mark(at, width, kind);
        case CharClass::mark:
            if (has_bit(masks.digit, at - 1)) return set_bits(masks.digit, at, width);
            if (has_bit(masks.connector, at - 1)) return set_bits(masks.connector, at, width);
            break;
        default:
            break;
    }
    set_bits(masks.hard, at, width);
}

/// WB7a to WB7c are for quotes behind Hebrew letters, with or without marks on these, and nothing
/// else.
void WordScanner::State::doubt_quotes() {
    for (std::size_t quote = 1; quote < end - begin; ++quote) {
        if (bytes[quote] != '\'' && bytes[quote] != '"') continue;
        for (std::size_t at = quote; at > 0 && static_cast<unsigned char>(bytes[at - 1]) >= 0x80;) {
            --at;
            while (at > 0 && static_cast<signed char>(bytes[at]) < -0x40) --at;
            const CharClass kind = classes.find(bytes + at).kind;
            if (kind == CharClass::hebrew) set_bits(masks.hard, quote, 1);
            if (kind != CharClass::mark) break;
        }
    }
}

/// A full stop between letters may be one of a host name (see addresses.hpp), unless the label
/// behind it is a single letter and the one before it is not "www".
void WordScanner::State::doubt_hosts(std::size_t blocks) {
    for (std::size_t i = 0; i < blocks; ++i)
        for (std::uint64_t dots = masks.dot[kGuard + i]; dots != 0; dots &= dots - 1) {
            const std::size_t at = kBlock * i + static_cast<std::size_t>(std::countr_zero(dots));
            const char before = text[begin + at - 1];
            if (before == 'w' || before == 'W' || has_bit(masks.word, at + 2))
                set_bits(masks.hard, at, 1);
        }
}

/// Takes the stretches around hard bits, from cut to cut, out of the masks and reads them.
void WordScanner::State::give_windows_to_reader(std::size_t blocks) {
    std::size_t done = 0;
    for (std::size_t i = 0; i < blocks; ++i)
        for (std::uint64_t hard = masks.hard[kGuard + i]; hard != 0; hard &= hard - 1) {
            const std::size_t at = kBlock * i + static_cast<std::size_t>(std::countr_zero(hard));
            if (at < done) continue;
            std::size_t from = at, to = at + 1;
            while (from > done && !is_cut(begin + from)) --from;
            while (begin + to < end && !is_cut(begin + to)) ++to;
            clear_bits(masks.word, from, to);
            read_window(begin + from, begin + to);
            done = to;
        }
}

bool WordScanner::State::next() {
    begin = end;
    words = 0;
    whole.clear();
    if (begin == text.size()) return false;
    if (all_by_reader) {
        end = text.size();
        read_window(begin, end);
        return true;
    }
    end = find_end();
    if (end == begin) {  // no cut in a whole chunk
        end = begin + kChunk;
        while (!is_cut(end)) ++end;
        read_window(begin, end);
        return true;
    }

    const std::size_t size = end - begin, blocks = (size + kBlock - 1) / kBlock,
                      past = kGuard + blocks;
    const bool ascii = !code.classify(text.data() + begin, size,
                                      definition.letter_case == Case::fold, masks, bytes);
    masks.letter[past] = masks.digit[past] = 0;
    std::fill_n(masks.word + kGuard, blocks + 1, 0);
    if (!ascii) classify_open(blocks);
    if (code.join(masks, blocks)) {
        doubt_hosts(blocks);
        give_windows_to_reader(blocks);
    }
    code.find_edges(masks, blocks + 1);
    words = code.positions(masks, blocks + 1, edges) / 2;
    return true;
}

WordScanner::WordScanner(WordDefinition definition, Kernel kernel)
    : state_(std::make_unique<State>(definition, kernel)) {}
WordScanner::~WordScanner() = default;
WordScanner::WordScanner(WordScanner&&) noexcept = default;
WordScanner& WordScanner::operator=(WordScanner&&) noexcept = default;

void WordScanner::begin(std::string_view text) {
    state_->text = text;
    state_->begin = state_->end = 0;
}
bool WordScanner::next() {
    return state_->next();
}
std::size_t WordScanner::offset() const {
    return state_->begin;
}
const char* WordScanner::bytes() const {
    return state_->bytes;
}
const std::uint16_t* WordScanner::edges() const {
    return state_->edges;
}
std::size_t WordScanner::raw_words() const {
    return state_->words;
}
const std::vector<Span>& WordScanner::whole_words() const {
    return state_->whole;
}

}  // namespace analyze
