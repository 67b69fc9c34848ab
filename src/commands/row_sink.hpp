// Rows of one result on their way out: some are gathered, then their bytes are handed on.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/report/writer.hpp"

namespace analyze {

/// So many bytes go out together.
inline constexpr std::size_t kEmittedAtOnce = std::size_t{64} << 10;

/// Holds some rows and some 64 KB of bytes at a time where the format allows it (Writer::stream). The writer
/// must outlive it. After a false, and without end(), the result is not complete.
class RowSink {
public:
    /// `head`: the result without its rows. `emit` takes bytes; false: the reader has gone.
    RowSink(const Writer& writer, const Result& head, std::function<bool(std::string_view)> emit)
        : stream_(writer.stream(head)), emit_(std::move(emit)) {}

    /// False: the reader has gone.
    bool add(std::vector<Value> row) {
        rows_.push_back(std::move(row));
        return rows_.size() < kRowsAtOnce || flush();
    }
    /// Table::note, for what is known only behind the rows.
    void note(const std::string& note) { stream_->note(note); }
    bool end() {
        out_ += stream_->rows(std::exchange(rows_, {}));
        return emit_(out_ += stream_->end());
    }

private:
    static constexpr std::size_t kRowsAtOnce = 64;
    bool flush() {
        out_ += stream_->rows(std::exchange(rows_, {}));
        if (out_.size() < kEmittedAtOnce) return true;
        const bool wanted = emit_(out_);
        out_.clear();
        return wanted;
    }
    std::unique_ptr<RowStream> stream_;
    std::function<bool(std::string_view)> emit_;
    std::vector<std::vector<Value>> rows_;
    std::string out_;
};

}  // namespace analyze
