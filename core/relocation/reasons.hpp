// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.hpp"
#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// Why somebody could not be placed.
enum class Reason { no_site_in_county, too_far, no_capacity, together_too_large, no_allowed_site };

struct ReasonInfo {
    Reason reason;
    std::string_view id;  ///< stable name in files
    std::string_view en;
    std::string_view zh;
};

/// One row per reason, in the order of the enumeration.
inline constexpr std::array reasons{
    ReasonInfo{Reason::no_site_in_county, "no_site_in_county", "no site in the county", "本县没有安置点"},
    ReasonInfo{Reason::too_far, "too_far", "too far", "超出最远距离"},
    ReasonInfo{Reason::no_capacity, "no_capacity", "no room left", "容量不足"},
    ReasonInfo{Reason::together_too_large, "together_too_large", "too many to move together",
               "整村超出单个安置点的余量"},
    ReasonInfo{Reason::no_allowed_site, "no_allowed_site", "no site that may be used", "没有可用的安置点"},
};

[[nodiscard]] constexpr const ReasonInfo& info(Reason reason) {
    return reasons[static_cast<std::size_t>(reason)];
}

/// The one constraint that, loosened alone, would place the unit beside everybody who has a place already:
/// they keep their places, and the unit takes seats that the plan leaves. Without `together` its rows need
/// not go to one site, each as a whole and under all other constraints; that is searched to the end, and
/// where the search is too long, the text says that it was not decided.
struct Loosening {
    std::string_view constraint;        ///< county, distance, capacity, together, allowed
    std::optional<double> needed;       ///< kilometres for the distance, heads for the capacity
    std::optional<std::uint32_t> site;  ///< index into the problem's sites; none for together
};

/// A unit that stays.
struct Unplaced {
    std::vector<std::uint32_t> rows;  ///< households of the problem
    std::int64_t people = 0;
    Reason reason{};
    std::optional<Loosening> loosen;  ///< none where no single constraint would do
    Message text;                     ///< one sentence
};

/// Explains every unit that a plan leaves where it is.
[[nodiscard]] std::vector<Unplaced> explain(const Problem& problem, const Instance& instance,
                                            const Assignment& plan, unsigned threads);

}  // namespace yiquan::relocation
