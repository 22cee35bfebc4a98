// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace yiquan::index {

/// Position along the Hilbert curve of order 16 of a cell in a 65536 x 65536 square.
/// Near cells tend to lie near each other along the curve (Hilbert 1891; bitwise form after Skilling 2004).
[[nodiscard]] constexpr std::uint32_t hilbert_index(std::uint16_t x, std::uint16_t y) {
    std::uint32_t cx = x;
    std::uint32_t cy = y;
    std::uint32_t along = 0;
    for (std::uint32_t half = 1U << 15U; half > 0; half >>= 1U) {
        const std::uint32_t right = (cx & half) != 0 ? 1 : 0;
        const std::uint32_t upper = (cy & half) != 0 ? 1 : 0;
        along += half * half * ((3 * right) ^ upper);
        if (upper == 0) {  // turn the quadrant so that the curve enters and leaves it at the right corners
            if (right == 1) {
                cx = 0xFFFFU - cx;
                cy = 0xFFFFU - cy;
            }
            const std::uint32_t old = cx;
            cx = cy;
            cy = old;
        }
    }
    return along;
}

}  // namespace yiquan::index
