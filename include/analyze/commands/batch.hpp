// Runs one analysis over many inputs in parallel: results in input order, failures told.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/commands/inputs.hpp"
#include "analyze/commands/settings.hpp"
#include "analyze/report/table.hpp"

namespace analyze {

/// What the analysis of one input may say beside its result; shown on stderr, in input order.
using Warnings = std::vector<std::string>;

/// One run of a command over its inputs. Construction lists the inputs and opens the output.
///
/// A failing input is named on stderr, the rest goes on, and the exit status is 1. When the reader
/// of our pipe has gone the run ends early with 0. Ctrl-C and SIGTERM end a batch after the inputs
/// in work: what was computed is written (with -o FILE, to FILE.partial), the status is 128 +
/// signal.
class Batch {
public:
    /// `columns`: a result whose columns all others have (for headers).
    Batch(const Settings& settings, Result columns);
    /// The same over inputs that were listed before (list_two_sides()).
    Batch(const Settings& settings, Result columns, std::vector<Input> inputs);
    ~Batch();
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// How many inputs there are.
    [[nodiscard]] std::size_t size() const;
    /// How many have been analysed without failure so far.
    [[nodiscard]] std::size_t analysed() const;
    /// Whether Ctrl-C or SIGTERM kept inputs from being worked on.
    [[nodiscard]] bool interrupted() const;
    /// The first input's path ("-": standard input), empty when there is none.
    [[nodiscard]] std::string first_path() const;
    /// The paths of all inputs, in order.
    [[nodiscard]] std::vector<std::string> paths() const;
    /// How many inputs are worked on at a time.
    [[nodiscard]] unsigned threads() const;
    /// How many threads the work on one input may use itself, so that all together are as many as
    /// were asked for: more than one only where there are fewer inputs than threads.
    [[nodiscard]] unsigned threads_for_each() const;

    /// Calls analyse(path, warnings) for each input, on many threads, and writes what it gives.
    void each(const std::function<Result(const std::string&, Warnings&)>& analyse);
    /// The same for output that is not made of results: bytes go out as they are.
    void each_bytes(const std::function<std::string(const std::string&, Warnings&)>& analyse);
    /// Hands bytes over as they are made; false: the reader of our pipe has gone, work no more.
    using Emit = std::function<bool(std::string_view)>;
    /// The same for work that gives its bytes bit by bit: calls analyse(path, warnings, emit). What
    /// the first unfinished input emits goes out at once, what later ones do waits for its turn.
    void each_stream(
        const std::function<void(const std::string&, Warnings&, const Emit&)>& analyse);
    /// The same where all bytes of an input are one result of the format (Writer::stream).
    /// In both, work that is ahead of its turn by some megabytes waits for it, so that memory does
    /// not grow with what is found.
    void each_result_stream(
        const std::function<void(const std::string&, Warnings&, const Emit&)>& analyse);
    /// A first look at all inputs before they are analysed: calls look(path) for each, on many
    /// threads, and says nothing. An input that fails here fails in the pass that follows, where it
    /// is told. Throws Error{usage} when an input is no regular file, for it can be read only once.
    void survey(const std::function<void(const std::string&)>& look);
    /// Only calls analyse(path, warnings) for each input: the result comes later, by write().
    void gather(const std::function<void(const std::string&, Warnings&)>& analyse);
    /// The same, told which side an input is of.
    void gather_sides(const std::function<void(const Input&, Warnings&)>& analyse);
    /// The same with the input's place in the order, from 0: analyse(place, path, warnings).
    void gather_in_order(
        const std::function<void(std::size_t, const std::string&, Warnings&)>& analyse);
    /// Writes a result on all inputs together.
    void write(const Result& result);
    /// The same for one result whose bytes come bit by bit (Writer::stream). False: the reader of
    /// our pipe has gone.
    bool write_piece(std::string_view bytes);
    /// The same for bytes that are all of the output: no result goes before or after them.
    bool write_bytes(std::string_view bytes);
    /// Completes the output and returns the exit status. Throws Error{output}.
    [[nodiscard]] int finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What decoding did that its user should know: a guessed encoding, invalid bytes.
void warn_about(const DecodeInfo& info, const std::string& path, Warnings& warnings);

}  // namespace analyze
