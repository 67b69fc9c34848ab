// Finds word lists and models: in a folder given by the user, else in the binary itself.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace analyze {

/// One resource, e.g. "stopwords/en.txt". Owns the bytes of a file that overrides the embedded
/// copy; an embedded one is used in place. `bytes()` lives as long as the Resource.
class Resource {
public:
    Resource(std::string origin, std::string owned);
    Resource(std::string origin, std::string_view embedded);
    [[nodiscard]] std::string_view bytes() const { return owned_ ? *owned_ : embedded_; }
    /// Whether the bytes are part of the program, which was tested with them.
    [[nodiscard]] bool embedded() const { return owned_ == nullptr; }
    /// A path, or "embedded:stopwords/en.txt"; for messages of the form origin:line.
    [[nodiscard]] const std::string& origin() const { return origin_; }

private:
    std::string origin_;
    std::unique_ptr<const std::string> owned_;  // on the heap: bytes() survives a move
    std::string_view embedded_;
};

/// Sets the folder that --data names; call before any load and any thread. Empty: none.
void set_data_folder(std::string folder);

/// Looks for `name` in --data, then in $ANALYZE_DATA, then in the binary, each file for itself.
/// Throws Error{resource} when it is nowhere, when a folder named so does not exist, and when a
/// file that is there cannot be read (it is never passed over). Costs a stat or two and, for an
/// override, reading it; the embedded copy costs nothing.
[[nodiscard]] Resource load_resource(std::string_view name);

}  // namespace analyze
