// SPDX-License-Identifier: MIT
#include "core/coverage/facility_filter.hpp"

#include <algorithm>

namespace yiquan::coverage {
namespace {

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool holds(const std::vector<std::string>& list, const std::string& wanted) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& entry) { return lower(entry) == lower(wanted); });
}

}  // namespace

bool FacilityFilter::of_kinds(const Facility& facility) const {
    return kinds.empty() || holds(kinds, facility.kind);
}

bool FacilityFilter::admits(const Facility& facility) const {
    if (open_24h && !(facility.hours && facility.hours->always_open())) return false;
    if (open_at && !(facility.hours && facility.hours->open_at(*open_at))) return false;
    if (!of_kinds(facility)) return false;
    return std::all_of(amenities.begin(), amenities.end(),
                       [&](const std::string& amenity) { return holds(facility.amenities, amenity); });
}

}  // namespace yiquan::coverage
