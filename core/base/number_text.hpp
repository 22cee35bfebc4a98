// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace yiquan {

/// 1234567.4 as "1,234,567", without a locale.
[[nodiscard]] std::string grouped(double value);
/// 1500.5 as "1500.5", 2.0 as "2": three decimals at most, without trailing zeros.
[[nodiscard]] std::string short_number(double value);
/// 0.8512 as "85.1", for a per cent sign to follow. Never "100.0" for less than all, never "0.0" for more
/// than nothing.
[[nodiscard]] std::string percent_number(double share);
/// 0.8512 as "85.1 %".
[[nodiscard]] std::string percent(double share);

}  // namespace yiquan
