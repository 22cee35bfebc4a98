// SPDX-License-Identifier: MIT
#include "core/intake/county_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "core/intake/folded_text.hpp"

namespace yiquan::intake {
namespace {

constexpr std::size_t bytes_per_character = 3;
constexpr std::size_t shortest = 2 * bytes_per_character;  // a short name keeps two characters

constexpr auto ranks = std::to_array<std::string_view>(
    {"自治县", "自治州", "自治区", "市辖区", "行委", "行政委员会", "县", "市", "区", "州", "省", "镇", "乡"});
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
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Codes of six digits nest in pairs from the left, and "00" stands for the whole unit above; longer codes
/// name towns and villages. The same where one unit holds the other.
bool same_code(std::string_view a, std::string_view b) {
    constexpr std::size_t county_digits = 6;
    if (a.size() < county_digits || b.size() < county_digits) return a == b;
    const auto significant = [](std::string_view code) {
        while (code.size() > 2 && code.ends_with("00")) code.remove_suffix(2);
        return code;
    };
    return a.starts_with(significant(b)) || b.starts_with(significant(a));
}

}  // namespace

std::string_view short_name(std::string_view name) {
    if (strip(name, ranks)) {
        while (strip(name, nationalities)) {
        }
    }
    return name;
}

CountyNames::CountyNames(const demand::Zones& zones) {
    for (const demand::Zone& zone : zones) {
        std::string name = folded(zone.name);
        std::string brief{short_name(name)};
        zones_.push_back({zone.code, std::move(name), std::move(brief),
                          std::string{short_name(folded(zone.parent))}, folded(zone.note)});
    }
}

bool CountyNames::same(const std::string& text, std::uint32_t zone) {
    const Entry& here = zones_[zone];
    const std::string listed = folded(text);
    if (listed.empty() || listed == here.code) return true;
    if (all_digits(listed)) return !all_digits(here.code) || same_code(listed, here.code);
    const std::vector<std::uint32_t>& named = named_in(listed);
    if (!named.empty()) {
        return std::any_of(named.begin(), named.end(),
                           [&](std::uint32_t z) { return zones_[z].name == here.name; });
    }
    const std::string_view word = short_name(listed);
    if (!here.parent.empty() &&
        (here.parent.starts_with(word) || listed.find(here.parent) != std::string::npos)) {
        return true;
    }
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
        for (std::uint32_t zone = 0; zone < zones_.size(); ++zone) consider(zones_[zone].short_name, zone);
    }
    return named_.emplace(text, std::move(best)).first->second;
}

}  // namespace yiquan::intake
