// SPDX-License-Identifier: MIT
#include "core/base/parallel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace yiquan {
namespace {

/// Keeps what was reported and cancels after a number of reports.
class Watched final : public Progress {
public:
    explicit Watched(std::size_t patience = std::numeric_limits<std::size_t>::max()) : patience_(patience) {}
    void report(double fraction) override { reports.push_back(fraction); }
    [[nodiscard]] bool cancelled() const override { return reports.size() >= patience_; }

    std::vector<double> reports;

private:
    std::size_t patience_;
};

TEST(ParallelBlocks, VisitEveryIndexOnceWhateverTheBlockAndTheThreads) {
    for (const std::size_t count : {0U, 1U, 7U, 64U, 1000U}) {
        for (const std::size_t block : {0U, 1U, 3U, 64U, 5000U}) {
            for (const unsigned threads : {0U, 1U, 2U, 4U, 64U}) {
                std::vector<int> visits(count);
                Progress quiet;
                parallel_blocks(count, block, threads, quiet, [&](std::size_t begin, std::size_t end) {
                    EXPECT_LT(begin, end);
                    for (std::size_t i = begin; i < end; ++i) ++visits[i];
                });
                EXPECT_TRUE(std::all_of(visits.begin(), visits.end(), [](int n) { return n == 1; }))
                    << count << " in blocks of " << block << " on " << threads;
            }
        }
    }
}

TEST(ParallelBlocks, ABlockWiderThanAnyCountIsOneBlock) {
    std::vector<int> visits(10);
    Progress quiet;
    parallel_blocks(visits.size(), std::numeric_limits<std::size_t>::max(), 4, quiet,
                    [&](std::size_t begin, std::size_t end) {
                        for (std::size_t i = begin; i < end; ++i) ++visits[i];
                    });
    EXPECT_EQ(visits, std::vector<int>(10, 1));
}

TEST(ParallelBlocks, OneAndFourThreadsFillTheSameSlots) {
    const auto run = [](unsigned threads) {
        std::vector<double> out(1000);
        Progress quiet;
        parallel_blocks(out.size(), 7, threads, quiet, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) out[i] = 1.0 / static_cast<double>(i + begin + 1);
        });
        return out;
    };
    EXPECT_EQ(run(1), run(4));
}

TEST(ParallelBlocks, OfSeveralFailuresTheFirstByBlockIsThrown) {
    for (const unsigned threads : {1U, 4U}) {
        for (int round = 0; round < 50; ++round) {
            Progress quiet;
            try {
                parallel_blocks(40, 1, threads, quiet, [&](std::size_t begin, std::size_t) {
                    // The earlier block fails later in time.
                    if (begin == 2) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    if (begin >= 2) throw std::runtime_error(std::to_string(begin));
                });
                FAIL() << "nothing was thrown";
            } catch (const std::runtime_error& error) {
                EXPECT_STREQ(error.what(), "2");
            }
        }
    }
}

TEST(ParallelBlocks, AFailureStopsTheBlocksThatFollow) {
    std::atomic<int> begun = 0;
    Progress quiet;
    EXPECT_THROW(parallel_blocks(100'000, 1, 2, quiet,
                                 [&](std::size_t, std::size_t) {
                                     ++begun;
                                     throw std::runtime_error("no");
                                 }),
                 std::runtime_error);
    EXPECT_LE(begun, 2);
}

TEST(ParallelBlocks, ReportsRiseFromNothingToAll) {
    for (const unsigned threads : {1U, 3U}) {
        Watched watched;
        parallel_blocks(500, 5, threads, watched, [](std::size_t, std::size_t) {});
        ASSERT_FALSE(watched.reports.empty());
        EXPECT_TRUE(std::is_sorted(watched.reports.begin(), watched.reports.end()));
        EXPECT_GE(watched.reports.front(), 0.0);
        EXPECT_EQ(watched.reports.back(), 1.0);
    }
}

TEST(ParallelBlocks, CancellingStopsBetweenBlocks) {
    Watched impatient(3);
    std::size_t done = 0;
    try {
        parallel_blocks(1000, 1, 1, impatient, [&](std::size_t, std::size_t) { ++done; });
        FAIL() << "the run was not cancelled";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::cancelled);
    }
    EXPECT_EQ(done, 2U);  // the third report found the run cancelled
}

TEST(ParallelBlocks, ACancelledRunStopsHelpersToo) {
    Watched impatient(1);
    std::atomic<std::size_t> done = 0;
    EXPECT_THROW(parallel_blocks(100'000, 1, 4, impatient,
                                 [&](std::size_t, std::size_t) {
                                     ++done;
                                     std::this_thread::sleep_for(std::chrono::microseconds(100));
                                 }),
                 Error);
    EXPECT_LT(done, 100'000U);
}

TEST(ProgressSlice, MapsItsWholeIntoThePartOfTheTask) {
    Watched whole;
    ProgressSlice slice(whole, 0.5, 0.7);
    slice.report(0.0);
    slice.report(0.5);
    slice.report(1.0);
    ASSERT_EQ(whole.reports.size(), 3U);
    EXPECT_DOUBLE_EQ(whole.reports[0], 0.5);
    EXPECT_DOUBLE_EQ(whole.reports[1], 0.6);
    EXPECT_DOUBLE_EQ(whole.reports[2], 0.7);
}

TEST(ProgressSlice, IsCancelledWithItsWhole) {
    Watched whole(1);
    ProgressSlice slice(whole, 0.0, 0.5);
    EXPECT_FALSE(slice.cancelled());
    EXPECT_THROW(slice.step(0.1), Error);
}

TEST(Threads, ThereIsAlwaysOne) {
    EXPECT_GE(default_threads(), 1U);
}

}  // namespace
}  // namespace yiquan
