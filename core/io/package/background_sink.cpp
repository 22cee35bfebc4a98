// SPDX-License-Identifier: MIT
#include "core/io/package/background_sink.hpp"

#include <utility>

namespace yiquan::io {
namespace {

constexpr std::size_t rows_a_block = 2048;
constexpr std::size_t most_waiting = 16;

}  // namespace

BackgroundSink::BackgroundSink(features::FeatureSink& target) : target_(target) {
    thread_ = std::thread([this] { work(); });
}

BackgroundSink::~BackgroundSink() {
    {
        const std::scoped_lock lock(mutex_);
        dropping_ = true;
    }
    stop();
}

void BackgroundSink::write(std::span<const features::Value> values, const features::Geometry& geometry) {
    block_.values.insert(block_.values.end(), values.begin(), values.end());
    block_.geometries.push_back(geometry);
    if (block_.geometries.size() == rows_a_block) hand_over();
}

void BackgroundSink::finish() {
    if (!block_.geometries.empty()) hand_over();
    {
        const std::scoped_lock lock(mutex_);
        finishing_ = true;
    }
    stop();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void BackgroundSink::hand_over() {
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.size() < most_waiting || failure_; });
        if (failure_) std::rethrow_exception(failure_);
        waiting_.push_back(std::exchange(block_, {}));
    }
    changed_.notify_all();
}

void BackgroundSink::stop() {
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void BackgroundSink::work() {
    while (true) {
        Block block;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !waiting_.empty() || finishing_ || dropping_; });
            if (dropping_ || waiting_.empty()) return;
            block = std::move(waiting_.front());
            waiting_.pop_front();
        }
        changed_.notify_all();
        try {
            const std::size_t fields = block.values.size() / block.geometries.size();
            for (std::size_t row = 0; row < block.geometries.size(); ++row) {
                target_.write(std::span{block.values}.subspan(row * fields, fields), block.geometries[row]);
            }
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            failure_ = std::current_exception();
            waiting_.clear();
            changed_.notify_all();
            return;
        }
    }
}

}  // namespace yiquan::io
