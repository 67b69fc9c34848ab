// Values of amounts: money, percentages, quantities, ordinals and cardinals.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "temporal_resolve.hpp"

namespace analyze::temporal {
namespace {

/// Which of several currencies it is: that of the article's place, else the only one of them that
/// the text states elsewhere ("Canadian dollars"). Empty: open.
std::string_view settled(const std::vector<std::string>& currencies, const Context& context) {
    const auto possible = [&](std::string_view code) {
        return std::find(currencies.begin(), currencies.end(), code) != currencies.end();
    };
    const auto home = std::find_if(context.home.begin(), context.home.end(), possible);
    if (home != context.home.end()) return *home;
    const auto stated = std::find_if(context.stated.begin(), context.stated.end(), possible);
    if (stated == context.stated.end()) return {};
    return std::none_of(stated + 1, context.stated.end(), possible) ? *stated : std::string_view();
}

}  // namespace

bool resolve_amount(const Table& table, const Frame& frame, const Context& context,
                    Expression& result) {
    double amount = frame.get(Slot::amt);
    bool computed = false;
    if (frame.has(Slot::a) && frame.has(Slot::b)) {  // 3/4
        if (frame.has(Slot::style)) {                // 1.1^23
            const double power =
                frame.get(Slot::b) * (frame.has(Slot::dir) ? frame.get(Slot::dir) : 1);
            const double base = frame.get(Slot::a);  // the sign is not raised
            amount = frame.get(Slot::style) > 1
                         ? base * std::pow(10, power)  // 1.3x10^6
                         : std::copysign(std::pow(std::abs(base), power), base);
        } else {
            if (frame.get(Slot::b) == 0) return false;
            amount = frame.get(Slot::a) / frame.get(Slot::b);
        }
    }
    const double factor = frame.has(Slot::mul) ? frame.get(Slot::mul) : 1;
    if (result.kind == ExpressionKind::money) {
        amount *= factor;
        if (frame.has(Slot::sub)) amount += frame.get(Slot::sub) / 100;
        // several currencies share a sign: "USD/CAD/AUD"
        std::string_view code = table.symbol(frame.get(Slot::cur));
        if (code.find('/') == std::string_view::npos) {
            if (code != "XXX") result.add_details().currency = code;
        } else {
            ExpressionDetails& details = result.add_details();
            while (!code.empty()) {
                const auto slash = std::min(code.find('/'), code.size());
                details.currencies.emplace_back(code.substr(0, slash));
                code.remove_prefix(std::min(slash + 1, code.size()));
            }
            details.currency = settled(details.currencies, context);
            if (!details.currency.empty()) details.currencies.clear();
        }
    } else if (result.kind == ExpressionKind::quantity) {
        if (frame.has(Slot::amt2)) {  // 5 ft 2 in
            amount += frame.get(Slot::amt2) / factor;
            computed = true;
        }
        result.add_details().unit = table.symbol(frame.get(Slot::unit));
    } else {
        amount *= factor;
    }
    if (!std::isfinite(amount)) return false;
    if (frame.has(Slot::mod)) result.add_details().mod = table.symbol(frame.get(Slot::mod));
    result.value = computed ? fmt::format("{}", amount) : decimal(amount);
    return true;
}

}  // namespace analyze::temporal
