// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/demand/zones.hpp"

namespace yiquan::intake {

/// The name without the words for its rank and its nationalities: 互助土族自治县 and 互助县 both become 互助.
[[nodiscard]] std::string_view short_name(std::string_view name);

/// Compares what a list says about the county with the zone that a place lies in.
class CountyNames {
public:
    explicit CountyNames(const demand::Zones& zones);

    /// True unless the text names another zone: by code (also of a town within, or of the unit above), full
    /// name, short name, a longer address that ends in one ("海东市互助县"), or by the zone's parent. A text
    /// that names no zone at all is not the same, unless the zone's name or note holds it.
    [[nodiscard]] bool same(const std::string& text, std::uint32_t zone);

private:
    [[nodiscard]] const std::vector<std::uint32_t>& named_in(const std::string& text);

    struct Entry {
        std::string code;
        std::string name;  // folded, as all of these
        std::string short_name;
        std::string parent;
        std::string note;
    };
    std::vector<Entry> zones_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> named_;  // answers so far
};

}  // namespace yiquan::intake
