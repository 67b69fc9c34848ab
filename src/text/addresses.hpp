// Where web addresses, e-mail addresses and tags end: rules on segments, above the word boundaries.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/text/boundaries.hpp"

namespace analyze {

/// A text and its segments; the unit in which addresses are read, so that no boundary moves.
struct SegmentedText {
    std::string_view text;
    const std::vector<Segment>& segments;

    [[nodiscard]] std::size_t size() const { return segments.size(); }
    [[nodiscard]] std::uint32_t begin(std::size_t i) const {
        return i == 0 ? 0 : segments[i - 1].end;
    }
    [[nodiscard]] std::uint32_t end(std::size_t i) const { return segments[i].end; }
    [[nodiscard]] std::string_view at(std::size_t i) const {
        return text.substr(begin(i), end(i) - begin(i));
    }
    /// Past the end there is nothing, which is not a word.
    [[nodiscard]] bool is_word(std::size_t i) const {
        return i < size() && (segments[i].kind == SegmentClass::letter ||
                              segments[i].kind == SegmentClass::number);
    }
    [[nodiscard]] bool is(std::size_t i, std::string_view what) const {
        return i < size() && at(i) == what;
    }
};

/// All of these return the index past the last segment, or `first` when there is no such thing.

/// The rest of a web address from segment `first` on: letters, digits and the signs of RFC 3986
/// with balanced brackets, without trailing sentence punctuation. Where a script written without
/// spaces follows an ASCII word at once, the address ends.
[[nodiscard]] std::size_t url_end(const SegmentedText& text, std::size_t first);

/// A web address that begins with a host name, in segment `first`: `www.` and anything, or a name
/// in one of the few domains that no sentence makes by a missing space (.com, .org, .gov, .co.uk,
/// …); with a capital letter only before a path, since "Lakeside.com" may be a company.
[[nodiscard]] std::size_t bare_url_end(const SegmentedText& text, std::size_t first);

/// The host of an e-mail address: labels joined by `.` and `-`, the last one not a number.
[[nodiscard]] std::size_t mail_host_end(const SegmentedText& text, std::size_t first);

/// The name of a hashtag: words and underscores without a gap, a letter among them.
[[nodiscard]] std::size_t hashtag_end(const SegmentedText& text, std::size_t first);

/// `http`, `https` or `ftp` in any case, alone or after a colon ("see:http").
[[nodiscard]] bool ends_with_scheme(std::string_view word);

}  // namespace analyze
