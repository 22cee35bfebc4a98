// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <vector>

namespace yiquan::plugin {

/// Pages as people write them, "1-3, 5" or "1至3，5", counted from 1.
/// \param pages how many there are
/// \return indices from 0, each once, rising; empty for an empty text
/// \throws Error{usage} for anything else, and for pages that are not there
[[nodiscard]] std::vector<std::size_t> page_list(const QString& text, std::size_t pages);

}  // namespace yiquan::plugin
