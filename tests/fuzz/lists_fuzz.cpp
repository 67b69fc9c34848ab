// Fuzzes the parsers of word lists: any bytes are a list, or an error that names the line.
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyze/analysis/stop_words.hpp"
#include "analyze/base/error.hpp"
#include "analyze/resources/resource.hpp"
#include "analyze/text/abbreviations.hpp"

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

/// Every error of a list is a resource error that begins with "list:" and a line number.
template <class Parse>
void parse(std::string_view bytes, Parse&& use) {
    try {
        use(analyze::Resource("list", std::string(bytes)));
    } catch (const analyze::Error& error) {
        require(error.fault() == analyze::Fault::resource);
        require(std::string_view(error.what()).starts_with("list:"));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    parse(bytes, [&](analyze::Resource resource) {
        const analyze::AbbreviationList list(std::move(resource));
        for (std::size_t at = 0; at < size; at += 7) (void)list.find(bytes.substr(at, 9));
    });
    parse(bytes, [&](const analyze::Resource& resource) {
        const analyze::StopWords list(resource);
        std::string scratch;
        require(list.size() <= size);
        (void)list.has("shore", scratch);
    });
    return 0;
}
