// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "core/features/feature_sink.hpp"

namespace yiquan::io {

/// Writes rows on a thread of its own, in the order in which they came, so that a run goes on computing while
/// its rows reach the disk. Holds a few blocks of rows at most; a faster writer waits.
class BackgroundSink final : public features::FeatureSink {
public:
    /// \param target is used by the other thread alone until `finish` returned; outlives this
    explicit BackgroundSink(features::FeatureSink& target);
    /// Drops rows that were not written yet.
    ~BackgroundSink() override;

    /// \throws what the target threw for an earlier row
    void write(std::span<const features::Value> values, const features::Geometry& geometry) override;
    /// Waits until every row was written.
    /// \throws what the target threw
    void finish();

private:
    struct Block {
        std::vector<features::Value> values;  // row by row
        std::vector<features::Geometry> geometries;
    };

    void hand_over();
    void work();
    void stop();

    features::FeatureSink& target_;
    Block block_;  // being filled
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Block> waiting_;  // guarded, as are the following
    std::exception_ptr failure_;
    bool finishing_ = false;
    bool dropping_ = false;
    std::thread thread_;
};

}  // namespace yiquan::io
