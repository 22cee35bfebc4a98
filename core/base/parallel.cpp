// SPDX-License-Identifier: MIT
#include "core/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace yiquan {

unsigned default_threads() {
    return std::max(1U, std::thread::hardware_concurrency());
}

void parallel_blocks(std::size_t count, std::size_t block, unsigned threads, Progress& progress,
                     const std::function<void(std::size_t, std::size_t)>& work) {
    block = std::max<std::size_t>(block, 1);
    const std::size_t blocks = count / block + (count % block == 0 ? 0 : 1);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stop{false};
    std::mutex failure_mutex;
    std::size_t failed_block = blocks;
    std::exception_ptr failure;

    const auto fail = [&](std::size_t at) {
        const std::scoped_lock lock(failure_mutex);
        if (at < failed_block) {
            failed_block = at;
            failure = std::current_exception();
        }
        stop = true;
    };
    const auto run = [&](bool reports) {
        while (!stop) {
            const std::size_t at = next++;
            if (at >= blocks) return;
            try {
                if (reports) progress.step(static_cast<double>(at) / static_cast<double>(blocks));
                work(at * block, at * block + std::min(block, count - at * block));
            } catch (...) {
                fail(at);
            }
        }
    };
    {
        const std::size_t helpers = std::min<std::size_t>(threads, blocks);
        std::vector<std::jthread> pool;
        for (std::size_t i = 1; i < helpers; ++i) pool.emplace_back(run, false);
        run(true);
    }
    if (failure) std::rethrow_exception(failure);
    progress.step(1.0);
}

}  // namespace yiquan
