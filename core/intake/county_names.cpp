// SPDX-License-Identifier: MIT
#include "core/intake/county_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/intake/folded_text.hpp"

namespace yiquan::intake {
namespace {

constexpr std::size_t bytes_per_character = 3;
constexpr std::size_t shortest = 2 * bytes_per_character;  // a short name keeps two characters

constexpr auto ranks = std::to_array<std::string_view>({"自治县", "自治州", "自治区", "市辖区", "行委", "行政委员会",
                                                        "县", "市", "区", "州", "省", "镇", "乡"});
constexpr auto nationalities =
    std::to_array<std::string_view>({"土族", "回族", "藏族", "撒拉族", "蒙古族", "哈萨克族"});

/// Removes one of the endings where enough remains.
bool strip(std::string_view& name, std::span<const std::string_view> endings) {
    for (const std::string_view ending : endings) {
        if (name.ends_with(ending) && name.size() >= ending.size() + shortest) {
            name.remove_suffix(ending.size());
            return true;
        }
    }
    return false;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Codes of six digits nest in pairs from the left; twelve name a village. "00" stands for the unit above.
bool same_code(std::string_view listed, std::string_view zone) {
    constexpr std::size_t county_digits = 6;
    if (!all_digits(listed) || !all_digits(zone) || listed.size() < county_digits || zone.size() < county_digits) {
        return listed == zone;
    }
    std::string_view shorter = zone.size() < listed.size() ? zone : listed;
    const std::string_view longer = zone.size() < listed.size() ? listed : zone;
    if (longer.starts_with(shorter)) return true;
    while (shorter.size() > 2 && shorter.ends_with("00")) shorter.remove_suffix(2);
    std::string_view upper = zone;
    while (upper.size() > 2 && upper.ends_with("00")) upper.remove_suffix(2);
    return listed.starts_with(upper) || (shorter.data() == listed.data() && zone.starts_with(shorter));
}

}  // namespace

std::string_view short_name(std::string_view name) {
    if (strip(name, ranks)) {
        while (strip(name, nationalities)) {
        }
    }
    return name;
}

bool CountyNames::same(const std::string& text, std::uint32_t zone) {
    const demand::Zone& here = zones_[zone];
    const std::string listed = folded(text);
    if (listed.empty() || same_code(listed, here.code)) return true;
    if (all_digits(listed)) return false;
    const std::vector<std::uint32_t>& named = named_in(listed);
    if (!named.empty()) {
        return std::any_of(named.begin(), named.end(), [&](std::uint32_t z) { return zones_[z].name == here.name; });
    }
    const std::string_view word = short_name(listed);
    const std::string_view parent = short_name(here.parent);
    if (!parent.empty() && (parent.starts_with(word) || listed.find(parent) != std::string::npos)) return true;
    return here.name.find(word) != std::string::npos || here.note.find(word) != std::string::npos;
}

/// The zones that the text names last: "玉树州称多县" is 称多县, though it also holds the name of 玉树市.
const std::vector<std::uint32_t>& CountyNames::named_in(const std::string& text) {
    const auto known = named_.find(text);
    if (known != named_.end()) return known->second;
    std::vector<std::uint32_t> best;
    std::size_t best_end = 0;
    std::size_t best_size = 0;
    const auto consider = [&](std::string_view word, std::uint32_t zone) {
        if (word.size() < shortest) return;
        const std::size_t at = text.rfind(word);
        if (at == std::string::npos) return;
        const std::size_t end = at + word.size();
        if (end < best_end || (end == best_end && word.size() < best_size)) return;
        if (end > best_end || word.size() > best_size) best.clear();
        best_end = end;
        best_size = word.size();
        best.push_back(zone);
    };
    for (std::uint32_t zone = 0; zone < zones_.size(); ++zone) consider(zones_[zone].name, zone);
    if (best.empty()) {
        for (std::uint32_t zone = 0; zone < zones_.size(); ++zone) consider(short_name(zones_[zone].name), zone);
    }
    return named_.emplace(text, std::move(best)).first->second;
}

}  // namespace yiquan::intake
