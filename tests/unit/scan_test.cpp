// Tests of every scan kernel against a slow reference, on any bytes, and of the scanner's own promises.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/scan.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>

#include "../../src/text/scan_kernel.hpp"

using namespace analyze;
using namespace analyze::scan;

namespace {

struct Run {
    Masks masks{};
    char copy[kChunk + 2 * kBlock] = {};
    std::uint16_t positions[kChunk + kBlock] = {};
    std::size_t found = 0;
    bool not_ascii = false, doubt = false;
};

std::unique_ptr<Run> run(const ScanKernel& kernel, std::string_view text, bool lower) {
    auto result = std::make_unique<Run>();
    const std::size_t blocks = (text.size() + kBlock - 1) / kBlock;
    result->not_ascii =
        kernel.classify(text.data(), text.size(), lower, result->masks, result->copy);
    result->doubt = kernel.join(result->masks, blocks);
    kernel.find_edges(result->masks, blocks + 1);
    result->found = kernel.positions(result->masks, blocks + 1, result->positions);
    return result;
}

/// What scan_kernel.hpp says, byte by byte.
std::unique_ptr<Run> reference(std::string_view text, bool lower) {
    auto result = std::make_unique<Run>();
    Masks& masks = result->masks;
    const auto is = [&](std::size_t i, std::string_view set) {
        return i < text.size() && set.find(text[i]) != std::string_view::npos;
    };
    const auto letter = [&](std::size_t i) {
        return i < text.size() &&
               ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'));
    };
    const auto digit = [&](std::size_t i) {
        return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    const auto put = [](MaskArray& mask, std::size_t i, bool bit) {
        if (bit) mask[kGuard + i / kBlock] |= std::uint64_t{1} << i % kBlock;
        return bit;
    };
    bool before = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
        const bool letters = letter(i - 1) && letter(i + 1), digits = digit(i - 1) && digit(i + 1);
        put(masks.letter, i, letter(i));
        put(masks.digit, i, digit(i));
        put(masks.connector, i, c == '_');
        put(masks.mid_letter, i, is(i, "'.:"));
        put(masks.mid_number, i, is(i, "'.,;"));
        put(masks.address, i, is(i, "./"));
        put(masks.open, i, c >= 0xC0);
        const bool hard = put(masks.hard, i, is(i, "@#") || (c == '/' && is(i - 1, ":")));
        const bool dot = put(masks.dot, i, c == '.' && letters);
        const bool word = put(masks.word, i,
                              letter(i) || digit(i) || c == '_' || (is(i, "'.:") && letters) ||
                                  (is(i, "'.,;") && digits));
        if (put(masks.edge, i, word != before))
            result->positions[result->found++] = static_cast<std::uint16_t>(i);
        before = word;
        result->doubt = result->doubt || hard || dot;
        result->not_ascii = result->not_ascii || c >= 0x80;
        if (i < text.size())
            result->copy[i] = static_cast<char>(lower && c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return result;
}

bool same(const MaskArray& a, const MaskArray& b) {
    return std::equal(std::begin(a), std::end(a), std::begin(b));
}

void check_same(const Run& mine, const Run& theirs, std::size_t size) {
    const Masks &a = mine.masks, &b = theirs.masks;
    const bool masks = same(a.letter, b.letter) && same(a.digit, b.digit) &&
                       same(a.connector, b.connector) && same(a.mid_letter, b.mid_letter) &&
                       same(a.mid_number, b.mid_number) && same(a.address, b.address) &&
                       same(a.hard, b.hard) && same(a.open, b.open) && same(a.dot, b.dot) &&
                       same(a.word, b.word) && same(a.edge, b.edge);
    const bool rest = mine.not_ascii == theirs.not_ascii && mine.doubt == theirs.doubt &&
                      std::equal(mine.copy, mine.copy + size, theirs.copy) &&
                      mine.found == theirs.found &&
                      std::equal(mine.positions, mine.positions + mine.found, theirs.positions);
    if (!masks || !rest) FAIL_CHECK("masks " << masks << ", rest " << rest << ", size " << size);
}

}  // namespace

TEST_CASE("scanning: every kernel makes the masks, copies and positions of the reference") {
    std::vector<const ScanKernel*> kernels{&kPortableKernel};
    for (const Kernel kernel : usable_kernels()) {
#if defined(__x86_64__)
        if (kernel == Kernel::avx2) kernels.push_back(&kAvx2Kernel);
        if (kernel == Kernel::avx512) kernels.push_back(&kAvx512Kernel);
#elif defined(__aarch64__)
        if (kernel == Kernel::neon) kernels.push_back(&kNeonKernel);
#else
        (void)kernel;
#endif
    }
    if (kernels.size() == 1) WARN("skipped: this CPU runs the portable kernel only");
    std::mt19937 random(64);
    for (int round = 0; round < 2000; ++round) {
        std::string text(round == 0 ? kChunk : random() % 700, ' ');
        // All bytes, or mostly words.
        for (char& c : text)
            c = static_cast<char>(
                round % 2 == 0 ? random() % 256
                               : static_cast<unsigned char>(
                                     "etaoin shrdlu_.:',;@#/19AZ\n\"\xC3\xA9"[random() % 29]));
        const bool lower = round % 4 < 2;
        const auto expected = reference(text, lower);
        for (const ScanKernel* kernel : kernels)
            check_same(*run(*kernel, text, lower), *expected, text.size());
    }
}

TEST_CASE("scanning: the portable kernel by hand") {
    const std::string text = "Ab_1 it's a.b 1,5 x:y ://";
    const auto result = run(kPortableKernel, text, true);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < result->found; i += 2)
        words.emplace_back(result->copy + result->positions[i],
                           result->copy + result->positions[i + 1]);
    CHECK(words == std::vector<std::string>{"ab_1", "it's", "a.b", "1,5", "x:y"});
    CHECK(result->masks.hard[kGuard] == std::uint64_t{1} << text.find('/'));
    CHECK(result->masks.dot[kGuard] == std::uint64_t{1} << text.find('.'));
    CHECK(!result->not_ascii);
    CHECK(result->doubt);
}

TEST_CASE("scanning: what masks decide and what the reader is asked") {
    const auto whole_words = [](const std::string& text) {
        WordScanner scanner({}, Kernel::portable);
        std::size_t count = 0;
        for (scanner.begin(text); scanner.next();) count += scanner.whole_words().size();
        return count;
    };
    for (const char* plain :
         {"The keeper's log, 1,234.5 m", "U.S. e.g. a.m.", "Люди шли к озеру", "झील के किनारे",
          "مُحَمَّد", "שלום לכם", "naïve L’été", "호숫가를 걷는", "and/or 1/2", "— “x” …"}) {
        INFO(plain);
        CHECK(whole_words(plain) == 0);
    }
    CHECK(whole_words("see x@y.example now") == 0);  // an address is no word
    CHECK(whole_words("a 湖岸 b") == 2);
    CHECK(whole_words("end.Next one") == 1);
}
