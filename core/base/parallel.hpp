// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

#include "core/base/progress.hpp"

namespace yiquan {

/// Number of worker threads to use when the user gave none.
[[nodiscard]] unsigned default_threads();

/// Calls `work(begin, end)` for consecutive blocks that together cover [0, count), on up to `threads`
/// threads. Blocks are taken in order but may run at once, so `work` writes only to slots of its own block.
/// Progress is reported, and cancellation polled, between blocks. The first exception by block order is
/// thrown again here once every thread has stopped.
void parallel_blocks(std::size_t count, std::size_t block, unsigned threads, Progress& progress,
                     const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace yiquan
