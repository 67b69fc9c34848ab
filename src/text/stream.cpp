// Reads a text of any size as a sequence of pieces in constant memory.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/base/utf8.hpp"
#include "analyze/text/source.hpp"
#include "cuts.hpp"
#include "decoder.hpp"
#include "encoding.hpp"

namespace analyze {
namespace {

/// What is read and decoded at once; small pieces are cut from what one read gives.
constexpr std::size_t kLeastChunk = std::size_t{64} << 10;

/// No text goes on for so long without a place to cut; memory is bounded by it.
constexpr std::size_t kLongestRun = std::size_t{64} << 20;

/// Whether what is left is the beginning of one character, or nothing.
bool utf8_cut_off(std::string_view rest) {
    return rest.empty() || utf8_step(rest).cut_off;
}

}  // namespace

struct TextStream::State {
    State(const std::string& path, const DecodeOptions& asked, std::size_t size, Cuts wanted)
        : file(path),
          options(asked),
          piece_size(std::max<std::size_t>(1, size)),
          stops_too(wanted == Cuts::stops_too) {}

    InputFile file;
    DecodeOptions options;
    std::size_t piece_size;
    bool stops_too;
    std::string raw;  // read, not yet decoded: raw[raw_begin..]; what is read in place is not here
    std::size_t raw_begin = 0;
    bool file_ended = false;
    std::uint64_t file_size = 0;
    std::optional<Decoder> decoder;
    std::string text;  // decoded, not yet given out: text[begin..end]; behind it is room
    std::size_t begin = 0, end = 0;
    std::size_t cut_off = 0;         // bytes behind `end` that begin a character, read in place
    std::size_t keep = 0, kept = 0;  // bytes before `begin` that stay
    bool text_ended = false;
    /// Standard input in UTF-8 by option: there is nothing to find out, so what has arrived is given
    /// out at once, up to the last cut.
    bool live = false;

    [[nodiscard]] bool cuts_at(std::size_t i) const {
        const std::string_view decoded(text.data(), end);
        return is_cut(decoded, i) || (stops_too && is_behind_stop(decoded, i));
    }

    /// So many bytes, unless the file ends; live: what has arrived.
    std::size_t read_into(char* room, std::size_t size) {
        std::size_t got = 0;
        do {
            const std::size_t more = file.read(room + got, size - got);
            file_ended = more == 0;
            got += more;
        } while (!file_ended && got < size && !live);
        file_size += got;
        return got;
    }

    void read(std::size_t size) {
        const std::size_t before = raw.size();
        if (live) {
            raw.resize(before + size);
            raw.resize(before + read_into(raw.data() + before, size));
            return;
        }
        read_up_to(file, size, raw);
        file_ended = raw.size() - before < size;
        file_size += raw.size() - before;
    }

    /// The encoding is decided on the start of the file, which is then decoded as what follows is.
    void start() {
        live = file.path() == "-" && !options.encoding.empty() &&
               choose_encoding({}, false, options, file.path()).encoding == "UTF-8";
        // One byte more tells whether the file is longer than what decides.
        read(live ? kLeastChunk : options.decision_bytes + 1);
        decoder.emplace(choose_encoding(std::string_view(raw).substr(0, options.decision_bytes),
                                        raw.size() <= options.decision_bytes, options, file.path()),
                        options, file.path());
    }

    /// Decodes some more.
    void fill() {
        const std::size_t stay = std::min(keep, begin), gone = begin - stay;
        if (gone > 0) std::memmove(text.data(), text.data() + gone, end + cut_off - gone);
        begin = stay;
        end -= gone;
        const std::size_t size = std::max(piece_size, kLeastChunk);
        if (raw_begin == raw.size() && !file_ended) {
            raw_begin = 0;
            if (raw.capacity() > 2 * size) std::string().swap(raw);
            raw.clear();
            if (decoder->in_place()) return read_in_place(size);
            read(size);
        }
        decode(size);
    }

    void decode(std::size_t size) {
        const std::string_view chunk = std::string_view(raw).substr(raw_begin, size);
        raw_begin += chunk.size();
        text_ended = file_ended && raw_begin == raw.size();
        text.resize(end);
        decoder->feed(chunk, text_ended, text, nullptr);
        end = text.size();
    }

    /// What is UTF-8 already is read where it stays. The room is not made anew for each read.
    void read_in_place(std::size_t size) {
        const std::size_t before = end + cut_off;
        if (text.size() < before + size) text.resize(before + size);
        const std::size_t got = read_into(text.data() + before, size);
        const std::string_view chunk(text.data() + end, cut_off + got);
        const std::size_t taken = decoder->pass_valid(chunk);
        end += taken;
        cut_off = chunk.size() - taken;
        if (!file_ended && utf8_cut_off(chunk.substr(taken))) return;
        raw.assign(text, end, std::exchange(cut_off, 0));
        decode(raw.size());
    }

    /// The last cut in what has arrived; waits for one, but for no more than a piece.
    std::size_t live_end() {
        std::size_t known = 0;  // so many bytes behind `begin` have none
        for (;;) {
            const std::size_t size = std::min(end - begin, piece_size);
            for (std::size_t at = begin + size; at > begin + known; --at)
                if (at == end ? text[at - 1] == '\n' : cuts_at(at)) return at;
            if (text_ended && end - begin <= piece_size) return end;
            if (size == piece_size) return begin;
            known = size;
            fill();
        }
    }

    /// Where the next piece ends: at the last cut within the size wanted, else at the first behind.
    std::size_t piece_end() {
        if (live) {
            const std::size_t cut = live_end();
            if (cut > begin || text_ended) return cut;
        }
        while (!text_ended && end - begin <= piece_size) fill();
        if (end - begin <= piece_size) return end;
        for (std::size_t i = begin + piece_size; i > begin; --i) {
            if (cuts_at(i)) return i;
        }
        for (std::size_t size = piece_size + 1;; ++size) {
            while (!text_ended && end - begin <= size) fill();
            if (end - begin <= size) return end;
            if (cuts_at(begin + size)) return begin + size;
            if (size > piece_size + kLongestRun)
                throw Error(Fault::input,
                            shown_path(file.path()) +
                                ": goes on for 64 MiB without white space, which no text does");
        }
    }
};

TextStream::TextStream(const std::string& path, const DecodeOptions& options,
                       std::size_t piece_size, Cuts cuts)
    : state_(std::make_unique<State>(path, options, piece_size, cuts)) {
    state_->start();
}
TextStream::~TextStream() = default;
TextStream::TextStream(TextStream&&) noexcept = default;

std::string_view TextStream::next(std::size_t keep) {
    State& state = *state_;
    state.keep = keep;
    const std::size_t end = state.piece_end();  // moves state.begin
    const std::size_t begin = std::exchange(state.begin, end);
    state.kept = std::min(keep, begin);
    return {state.text.data() + begin, end - begin};
}

std::size_t TextStream::before() const {
    return state_->kept;
}

const DecodeInfo& TextStream::info() const {
    return state_->decoder->info();
}
std::uint64_t TextStream::file_size() const {
    return state_->file_size;
}

}  // namespace analyze
