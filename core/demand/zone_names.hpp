// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace yiquan::demand {

/// What to call each zone in a sentence, where no column tells its parent: by its name, with the parent in
/// front ("甲市 鼓楼区") where another zone has the same name.
/// \param zones of any kind that has a name and a parent
template <class Zone>
[[nodiscard]] std::vector<std::string> telling_names(const std::vector<Zone>& zones) {
    std::map<std::string_view, std::size_t> named;
    for (const Zone& zone : zones) ++named[zone.name];
    std::vector<std::string> out;
    for (const Zone& zone : zones) {
        const bool plain = named[zone.name] == 1 || zone.parent.empty();
        out.push_back(plain ? zone.name : zone.parent + ' ' + zone.name);
    }
    return out;
}

}  // namespace yiquan::demand
