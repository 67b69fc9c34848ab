// Runs one analysis over many inputs in parallel: results in input order, failures told.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/batch.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/base/pipeline.hpp"
#include "analyze/commands/inputs.hpp"
#include "analyze/commands/message.hpp"
#include "analyze/commands/progress.hpp"
#include "analyze/resources/resource.hpp"

namespace analyze {
namespace {

// Written by the handler, read by the threads of the batch; without a lock, so a handler may.
std::atomic<int> stop_signal{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void ask_to_stop(int signal) {
    stop_signal = signal;
}

/// While it lives, the first Ctrl-C or SIGTERM only asks the batch to stop; the second one kills.
/// Signals that were ignored when the program started (nohup) stay ignored.
class SignalGuard {
public:
    explicit SignalGuard(bool on) {
        if (!on) return;
        struct sigaction action {};
        action.sa_handler = ask_to_stop;
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals[i], nullptr, &before_[i]);
            if (before_[i].sa_handler != SIG_IGN) ::sigaction(kSignals[i], &action, nullptr);
        }
        on_ = true;
    }
    ~SignalGuard() {
        for (std::size_t i = 0; on_ && i < kSignals.size(); ++i)
            ::sigaction(kSignals[i], &before_[i], nullptr);
    }
    SignalGuard(const SignalGuard&) = delete;
    SignalGuard& operator=(const SignalGuard&) = delete;

private:
    static constexpr std::array<int, 2> kSignals{SIGINT, SIGTERM};
    std::array<struct sigaction, 2> before_{};
    bool on_ = false;
};

/// What the work on one input left for its turn.
struct Slot {
    std::string bytes;
    Warnings warnings;
    std::string failure;
    bool skipped = false;
    bool begun = false;  ///< something of it is out
    bool open = false;   ///< and its last line has no end
};

constexpr std::size_t kMostAhead = std::size_t{4} << 20;  // bytes that wait for their turn

std::string no_memory(const std::string& path) {
    return shown_path(path) + ": not enough memory; try -j 1, or split the file";
}

/// Why there is no input, with the filters that may be the reason.
std::string nothing_found(const InputOptions& input) {
    std::string filters;
    for (const std::string& glob : input.include) filters += fmt::format(" --include '{}'", glob);
    for (const std::string& glob : input.exclude) filters += fmt::format(" --exclude '{}'", glob);
    return filters.empty() ? "there is no input to read"
                           : "there is no input to read: no file passes" + filters;
}

}  // namespace

struct Batch::State {
    OutputOptions output_options;
    const bool terminal = output_options.path.empty() && ::isatty(STDOUT_FILENO) == 1;
    unsigned threads, threads_for_each = 1;
    std::vector<Input> inputs;
    SignalGuard signals;
    Result columns;
    std::unique_ptr<const Writer> writer;
    OutputFile output;
    Progress progress;
    bool begun = false;       // something of the writer's is out
    bool as_bytes = false;    // each_bytes wrote text of its own making
    std::vector<Slot> slots;  // input i lives in slot i % size
    std::mutex turn_mutex;    // of what emit() and take() share: the output and `turn`
    std::condition_variable turn_moved;
    std::size_t turn = 0;              // the first input that is not taken
    std::size_t last_turn = SIZE_MAX;  // no input behind it will be taken
    std::size_t results = 0, analysed = 0, failed = 0, skipped = 0;

    State(const Settings& settings, Result columns_of, std::vector<Input> listed)
        : output_options(settings.output),
          threads(settings.jobs == 0 ? usable_cpus() : static_cast<unsigned>(settings.jobs)),
          inputs(std::move(listed)),
          signals(inputs.size() > 1),
          columns(std::move(columns_of)),
          writer(make_writer(settings.output.format, style_for(settings.output))),
          output(settings.output.path),
          progress(!settings.output.quiet && inputs.size() > 1 &&
                       (!settings.output.path.empty() || !terminal),
                   inputs.size()) {
        stop_signal = 0;
        const unsigned wanted = std::max(threads, 1U);
        threads = static_cast<unsigned>(std::clamp<std::size_t>(inputs.size(), 1, wanted));
        threads_for_each = wanted / threads;
    }

    void say(std::string_view text) {
        progress.clear();
        tell(text);
    }

    void begin() {
        if (!begun) output.write(writer->begin(&columns));
        begun = true;
    }

    void put(std::string_view bytes) {
        if (as_bytes) return output.write(bytes);
        begin();
        if (results++ > 0) output.write(writer->separator());
        output.write(bytes);
    }

    using Work = std::function<std::string(const Input&, Warnings&)>;

    [[nodiscard]] std::size_t index_of(const Input& input) const {
        return static_cast<std::size_t>(&input - inputs.data());
    }

    /// Of input `i`: at once when it is its turn. Called by any thread.
    bool emit(std::size_t i, std::string_view bytes) {
        std::unique_lock lock(turn_mutex);
        Slot& slot = slots[i % slots.size()];
        if (i != turn) {
            slot.bytes += bytes;
            if (slot.bytes.size() < kMostAhead) return true;
            // Whoever has the turn was begun before this one and does not wait here.
            turn_moved.wait(lock, [&] { return i == turn || i > last_turn; });
            if (i > last_turn) return false;
            bytes = {};
        }
        put_piece(slot, std::exchange(slot.bytes, {}));
        put_piece(slot, bytes);
        output.flush();
        return !output.closed();
    }

    /// Of one result, in its turn.
    void put_piece(Slot& slot, std::string_view bytes) {
        if (bytes.empty()) return;
        if (slot.begun || as_bytes)
            output.write(bytes);
        else
            put(bytes);
        slot.begun = true;
        slot.open = bytes.back() != '\n';
    }

    /// Lets work behind input `i` go that waits for its turn: it won't come.
    void end_turns(std::size_t i) {
        {
            const std::lock_guard lock(turn_mutex);
            last_turn = std::min(last_turn, i);
        }
        turn_moved.notify_all();
    }

    void fill(std::size_t i, const Work& work) {
        Slot& slot = slots[i % slots.size()];
        const Input& input = inputs[i];
        slot = {};
        slot.skipped = stop_signal != 0;
        if (slot.skipped) return;
        slot.failure = input.problem;
        if (!slot.failure.empty()) return;
        try {
            const std::string bytes = work(input, slot.warnings);
            if (!bytes.empty()) slot.bytes += bytes;
        } catch (const Error& error) {
            if (error.fault() != Fault::input) {
                end_turns(i);
                throw;
            }
            slot.failure = error.what();
        } catch (const std::bad_alloc&) {
            slot.failure = no_memory(input.path);
        } catch (...) {
            end_turns(i);
            throw;
        }
    }

    /// In input order.
    bool take(Slot& slot) {
        const std::lock_guard lock(turn_mutex);
        ++turn;
        turn_moved.notify_all();
        if (slot.skipped) {
            ++skipped;
            return true;  // later ones may have been computed: they are not lost
        }
        if (!output_options.quiet)
            for (const std::string& warning : slot.warnings) say(warning);
        if (slot.failure.empty()) {
            ++analysed;
            if (slot.begun)
                put_piece(slot, slot.bytes);
            else
                put(slot.bytes);
            if (terminal) output.flush();
        } else {
            put_piece(slot, slot.bytes);                        // emitted before it failed
            if (slot.open && !as_bytes) put_piece(slot, "\n");  // the next result is whole
            ++failed;
            say(slot.failure);
        }
        slot = {};
        progress.step();
        return !output.closed();
    }

    void run(const Work& work) {
        const std::size_t window = std::size_t{threads} * 4;
        slots = std::vector<Slot>(window);
        turn = 0;
        last_turn = SIZE_MAX;
        try {
            run_ordered(
                inputs.size(), threads, window, [&](std::size_t i) { fill(i, work); },
                [&](std::size_t i) {
                    struct Last {  // however it ends
                        State& state;
                        bool more = false;
                        ~Last() {
                            if (!more) state.end_turns(0);
                        }
                    } last{*this};
                    return last.more = take(slots[i % window]);
                });
        } catch (...) {
            // What was computed before is not lost; a target file stays as it was.
            if (output_options.path.empty()) output.flush();
            throw;
        }
    }
};

Batch::Batch(const Settings& settings, Result columns)
    : Batch(settings, std::move(columns), list_inputs(settings.input)) {}

Batch::Batch(const Settings& settings, Result columns, std::vector<Input> inputs) {
    if (settings.output.bom && settings.output.format != Format::csv &&
        settings.output.format != Format::tsv)
        throw Error(Fault::usage, "--bom goes with -f csv or -f tsv only");
    // An unknown encoding is the user's mistake: told once, not for each input.
    if (!settings.input.decode.encoding.empty())
        static_cast<void>(decode("", settings.input.decode, ""));
    state_ = std::make_unique<State>(settings, std::move(columns), std::move(inputs));
    if (state_->inputs.empty() && !settings.output.quiet) tell(nothing_found(settings.input));
}

Batch::~Batch() = default;

std::size_t Batch::size() const {
    return state_->inputs.size();
}
std::size_t Batch::analysed() const {
    return state_->analysed;
}
bool Batch::interrupted() const {
    return state_->skipped > 0;
}
std::string Batch::first_path() const {
    return state_->inputs.empty() ? std::string() : state_->inputs.front().path;
}
std::vector<std::string> Batch::paths() const {
    std::vector<std::string> paths;
    for (const Input& input : state_->inputs) paths.push_back(input.path);
    return paths;
}
unsigned Batch::threads() const {
    return state_->threads;
}
unsigned Batch::threads_for_each() const {
    return state_->threads_for_each;
}

void Batch::survey(const std::function<void(const std::string&)>& look) {
    State& state = *state_;
    for (const Input& input : state.inputs) {
        std::error_code error;
        const auto kind = std::filesystem::status(input.path, error).type();
        const bool gone = error || kind == std::filesystem::file_type::not_found;
        if (input.path == "-" || (!gone && kind != std::filesystem::file_type::regular))
            throw Error(Fault::usage,
                        shown_path(input.path) +
                            ": can be read only once; without --two-pass that is enough");
    }
    run_ordered(
        state.inputs.size(), state.threads, std::size_t{state.threads} * 4,
        [&](std::size_t i) {
            Input& input = state.inputs[i];
            if (!input.problem.empty() || stop_signal != 0) return;
            try {
                look(input.path);
            } catch (const Error& error) {
                if (error.fault() != Fault::input) throw;
                input.problem = error.what();
            } catch (const std::bad_alloc&) {
                input.problem = no_memory(input.path);
            }
        },
        [](std::size_t) { return true; });
}

void Batch::each(const std::function<Result(const std::string&, Warnings&)>& analyse) {
    state_->run([&](const Input& input, Warnings& warnings) {
        return state_->writer->result(analyse(input.path, warnings));
    });
}

void Batch::each_bytes(const std::function<std::string(const std::string&, Warnings&)>& analyse) {
    state_->as_bytes = true;
    state_->run(
        [&](const Input& input, Warnings& warnings) { return analyse(input.path, warnings); });
}

void Batch::each_stream(
    const std::function<void(const std::string&, Warnings&, const Emit&)>& analyse) {
    state_->as_bytes = true;
    each_result_stream(analyse);
}

void Batch::each_result_stream(
    const std::function<void(const std::string&, Warnings&, const Emit&)>& analyse) {
    state_->run([&](const Input& input, Warnings& warnings) {
        const std::size_t i = state_->index_of(input);
        analyse(input.path, warnings,
                [&](std::string_view bytes) { return state_->emit(i, bytes); });
        return std::string();
    });
}

void Batch::gather_in_order(
    const std::function<void(std::size_t, const std::string&, Warnings&)>& analyse) {
    state_->as_bytes = true;
    state_->run([&](const Input& input, Warnings& warnings) {
        analyse(state_->index_of(input), input.path, warnings);
        return std::string();
    });
    state_->as_bytes = false;
}

void Batch::gather(const std::function<void(const std::string&, Warnings&)>& analyse) {
    gather_sides([&](const Input& input, Warnings& warnings) { analyse(input.path, warnings); });
}

void Batch::gather_sides(const std::function<void(const Input&, Warnings&)>& analyse) {
    state_->as_bytes = true;
    state_->run([&](const Input& input, Warnings& warnings) {
        analyse(input, warnings);
        return std::string();
    });
    state_->as_bytes = false;
}

void Batch::write(const Result& result) {
    state_->put(state_->writer->result(result));
}

bool Batch::write_piece(std::string_view bytes) {
    if (state_->results == 0)
        state_->put(bytes);
    else
        state_->output.write(bytes);
    return !state_->output.closed();
}

bool Batch::write_bytes(std::string_view bytes) {
    state_->as_bytes = true;
    return write_piece(bytes);
}

int Batch::finish() {
    State& state = *state_;
    if (!state.as_bytes) {
        state.begin();
        state.output.write(state.writer->end());
    }
    state.progress.clear();
    const int signal = state.skipped > 0 ? stop_signal.load() : 0;
    if (signal != 0) state.output.divert(".partial");
    state.output.close();
    if (signal != 0) {
        tell(fmt::format("interrupted after {} of {} inputs{}", state.inputs.size() - state.skipped,
                         state.inputs.size(),
                         state.output_options.path.empty()
                             ? ""
                             : "; what was done is in " + state.output_options.path + ".partial"));
        return 128 + signal;
    }
    return state.failed > 0 ? 1 : 0;
}

void warn_about(const DecodeInfo& info, const std::string& path, Warnings& warnings) {
    if (info.chosen_by == "detector" && info.encoding != "UTF-8")
        warnings.push_back(
            fmt::format("{}: not UTF-8 at byte {}, read as {} (a guess); --encoding NAME sets it",
                        shown_path(path), info.not_utf8_at.value_or(0), info.encoding));
    if (info.invalid > 0)
        warnings.push_back(
            fmt::format("{}: not {} in {} {}, the first at byte {}, replaced by U+FFFD; --encoding "
                        "NAME reads another encoding, --invalid=error refuses",
                        shown_path(path), info.encoding, info.invalid,
                        info.invalid == 1 ? "place" : "places", info.first_invalid.value_or(0)));
}

}  // namespace analyze
