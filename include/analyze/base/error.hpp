// The one exception type: what went wrong, for people, with the file and the remedy named.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace analyze {

/// What failed decides the exit status: an input costs 1 and the rest of a batch goes on; usage, a
/// resource or the output cost 2 and end the run.
enum class Fault { input, usage, resource, output };

/// Thrown at the borders only (file, decode, resource, options); analyses and writers are total on
/// valid values. `what()` is a whole message in one line that names the file and what can be done.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}
    [[nodiscard]] Fault fault() const { return fault_; }

private:
    Fault fault_;
};

}  // namespace analyze
