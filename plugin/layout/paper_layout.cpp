// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/paper_layout.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"

namespace yiquan::plugin {

const PaperLayout& paper_layout(std::string_view id) {
    std::vector<std::string_view> ids;
    for (const PaperLayout& layout : paper_layouts) {
        if (layout.id == id) return layout;
        ids.push_back(layout.id);
    }
    const Message near = suggestion(id, ids);
    throw Error{ErrorKind::usage,
                {fmt::format("There is no layout \"{}\".{} yiquan-map --list shows all.", id, near.en),
                 fmt::format("没有版式“{}”。{}用 yiquan-map --list 查看全部版式。", id, near.zh)}};
}

}  // namespace yiquan::plugin
