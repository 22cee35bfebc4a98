// SPDX-License-Identifier: MIT
#pragma once

namespace yiquan {

/// A whole number of 128 bits, for sums of products that 64 bits do not hold.
__extension__ using Wide = __int128;

}  // namespace yiquan
