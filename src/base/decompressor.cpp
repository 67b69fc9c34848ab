// Takes gzip, zstd, xz and bzip2 data apart as a stream.
// SPDX-License-Identifier: Apache-2.0
#include "decompressor.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <utility>

#include "analyze/base/error.hpp"

namespace analyze {
namespace {

using Next = std::function<std::string_view()>;

[[noreturn]] void broken(const std::string& name, Compression form, std::string_view what) {
    constexpr std::string_view kNames[] = {"", "gzip", "zstd", "xz", "bzip2"};
    throw Error(Fault::input, fmt::format("{}: broken or truncated {} data ({})", name,
                                          kNames[static_cast<std::size_t>(form)], what));
}

/// gzip by zlib itself: libarchive 3.6 reads over the checksum and the size at a member's end.
class Gunzip final : public Decompressor::Method {
public:
    Gunzip(Next next, std::string name) : next_(std::move(next)), name_(std::move(name)) {
        if (inflateInit2(&stream_, kGzipOnly) != Z_OK) fail("no memory");
    }
    ~Gunzip() override { inflateEnd(&stream_); }

    std::size_t read(char* buffer, std::size_t size) override {
        if (size == 0) return 0;  // zlib makes no progress, for ever
        size = std::min<std::size_t>(size, std::size_t{1} << 30);
        stream_.next_out = reinterpret_cast<Bytef*>(buffer);
        stream_.avail_out = static_cast<uInt>(size);
        while (!ended_ && stream_.avail_out == size) {
            const bool more = fill();
            if (between_members_) {
                // Another member may follow; anything else is padding, which gzip ignores as well.
                if (!more || !member_follows()) {
                    ended_ = true;
                    break;
                }
                inflateReset(&stream_);
                between_members_ = false;
            }
            const int status = inflate(&stream_, Z_NO_FLUSH);
            if (status == Z_STREAM_END) {
                between_members_ = true;
            } else if (status == Z_BUF_ERROR && !more) {
                fail("it ends too early");
            } else if (status != Z_OK && status != Z_BUF_ERROR) {
                fail(stream_.msg ? stream_.msg : "no gzip data");
            }
        }
        return size - stream_.avail_out;
    }

private:
    static constexpr int kGzipOnly = MAX_WBITS + 16;

    [[noreturn]] void fail(std::string_view what) { broken(name_, Compression::gzip, what); }

    /// Sees to it that there is input; false at the end.
    bool fill() {
        if (stream_.avail_in == 0) {
            const std::string_view block = next_();
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
            stream_.avail_in = static_cast<uInt>(block.size());
        }
        return stream_.avail_in != 0;
    }

    /// A first byte is enough to tell a member from padding (zeros) in all sane files.
    [[nodiscard]] bool member_follows() const { return *stream_.next_in == 0x1F; }

    Next next_;
    std::string name_;
    z_stream stream_{};
    bool between_members_ = false;
    bool ended_ = false;
};

/// The other forms by libarchive: its "raw" format is one nameless file behind a filter.
class Unarchive final : public Decompressor::Method {
public:
    Unarchive(Compression form, Next next, std::string name)
        : form_(form), next_(std::move(next)), name_(std::move(name)) {
        archive_read_support_format_raw(archive_.get());
        archive_read_support_format_empty(archive_.get());
        switch (form) {
            case Compression::zstd:
                archive_read_support_filter_zstd(archive_.get());
                break;
            case Compression::xz:
                archive_read_support_filter_xz(archive_.get());
                break;
            default:
                archive_read_support_filter_bzip2(archive_.get());
                break;
        }
        archive_entry* entry = nullptr;
        int status = archive_read_open(archive_.get(), this, nullptr, &Unarchive::give, nullptr);
        if (status == ARCHIVE_OK) status = archive_read_next_header(archive_.get(), &entry);
        // Data too short for its filter to be sure of is passed through as it is by libarchive.
        if (status < ARCHIVE_WARN ||
            archive_filter_code(archive_.get(), 0) == ARCHIVE_FILTER_NONE) {
            fail();
        }
        empty_ = status == ARCHIVE_EOF;
    }

    std::size_t read(char* buffer, std::size_t size) override {
        if (empty_) return 0;
        const la_ssize_t got = archive_read_data(archive_.get(), buffer, size);
        if (got < 0) fail();
        return static_cast<std::size_t>(got);
    }

private:
    static la_ssize_t give(archive* taker, void* self, const void** bytes) {
        auto* reader = static_cast<Unarchive*>(self);
        try {
            const std::string_view block = reader->next_();
            reader->ended_ = block.empty();
            *bytes = block.data();
            return static_cast<la_ssize_t>(block.size());
        } catch (...) {
            reader->failure_ = std::current_exception();  // not through C code
            archive_set_error(taker, EIO, "cannot read");
            return -1;
        }
    }

    [[noreturn]] void fail() {
        if (failure_) std::rethrow_exception(failure_);
        // A filter that asked for more at the end of the data misses something; libarchive's words
        // for it differ, and those for xz ("No progress is possible") tell nobody.
        const char* what = ended_ ? nullptr : archive_error_string(archive_.get());
        broken(name_, form_, what ? what : "it ends too early");
    }

    struct Free {
        void operator()(archive* taker) const { archive_read_free(taker); }
    };
    Compression form_;
    Next next_;
    std::string name_;
    std::exception_ptr failure_;
    std::unique_ptr<archive, Free> archive_{archive_read_new()};
    bool empty_ = false;
    bool ended_ = false;  // all the data was given out, and more was asked for
};

}  // namespace

Compression compression_of(std::string_view start) {
    using namespace std::string_view_literals;
    if (start.starts_with("\x1F\x8B\x08"sv)) return Compression::gzip;
    if (start.starts_with("\x28\xB5\x2F\xFD"sv)) return Compression::zstd;
    if (start.starts_with("\xFD\x37\x7A\x58\x5A\x00"sv)) return Compression::xz;
    // "BZh9" alone may well begin a text: the magic number of the first block (or of the end of an
    // empty file) goes with it.
    if (start.starts_with("BZh"sv) && start.size() >= kMagicSize && start[3] >= '1' &&
        start[3] <= '9' &&
        (start.substr(4, 6) == "\x31\x41\x59\x26\x53\x59"sv ||
         start.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv)) {
        return Compression::bzip2;
    }
    return Compression::none;
}

Decompressor::Decompressor(Compression form, Next next, std::string name) {
    if (form == Compression::gzip) {
        method_ = std::make_unique<Gunzip>(std::move(next), std::move(name));
    } else {
        method_ = std::make_unique<Unarchive>(form, std::move(next), std::move(name));
    }
}
Decompressor::~Decompressor() = default;
std::size_t Decompressor::read(char* buffer, std::size_t size) {
    return method_->read(buffer, size);
}

}  // namespace analyze
