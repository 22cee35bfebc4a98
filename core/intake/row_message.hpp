// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/message.hpp"
#include "core/features/feature_source.hpp"

namespace yiquan::intake {

/// The user's text as it may stand in a one-line message: control characters become spaces, and what exceeds
/// `most` bytes is cut between characters and marked with "…".
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 60);

/// "stations.csv, row 12: " before the English sentence, "stations.csv 第 12 行：" before the Chinese one.
[[nodiscard]] Message row_message(const features::FeatureSource& source, std::string_view en,
                                  std::string_view zh);
[[nodiscard]] Message row_message(const features::FeatureSource& source, std::uint64_t row,
                                  std::string_view en, std::string_view zh);

}  // namespace yiquan::intake
