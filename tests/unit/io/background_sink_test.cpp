// SPDX-License-Identifier: MIT
#include "core/io/package/background_sink.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "core/base/error.hpp"

namespace yiquan::io {
namespace {

/// Keeps the first value of each row; refuses from one row on.
class Numbers final : public features::FeatureSink {
public:
    explicit Numbers(std::size_t refuse_at = static_cast<std::size_t>(-1)) : refuse_at_(refuse_at) {}
    void write(std::span<const features::Value> values, const features::Geometry& geometry) override {
        if (rows.size() == refuse_at_) throw Error{ErrorKind::output, {"the disk is full", "磁盘已满"}};
        rows.push_back(std::get<std::int64_t>(values.front()));
        places += std::holds_alternative<geo::LonLat>(geometry) ? 1U : 0U;
    }
    std::vector<std::int64_t> rows;
    std::size_t places = 0;

private:
    std::size_t refuse_at_;
};

void write(features::FeatureSink& sink, std::int64_t number) {
    const std::vector<features::Value> row{number, std::string{"a text too long to be kept without memory"}};
    sink.write(row, geo::LonLat{101.0, 36.0});
}

TEST(BackgroundSink, KeepsEveryRowInItsOrder) {
    for (const std::int64_t count : {0, 1, 2047, 2048, 2049, 100'000}) {
        Numbers numbers;
        BackgroundSink sink(numbers);
        for (std::int64_t i = 0; i < count; ++i) write(sink, i);
        sink.finish();
        ASSERT_EQ(numbers.rows.size(), static_cast<std::size_t>(count));
        EXPECT_EQ(numbers.places, numbers.rows.size());
        for (std::int64_t i = 0; i < count; ++i) ASSERT_EQ(numbers.rows[static_cast<std::size_t>(i)], i);
    }
}

TEST(BackgroundSink, AFailedWriteIsToldToTheWriter) {
    for (const std::size_t refuse_at : {0U, 5000U}) {
        Numbers numbers(refuse_at);
        BackgroundSink sink(numbers);
        EXPECT_THROW(
            {
                for (std::int64_t i = 0; i < 200'000; ++i) write(sink, i);
                sink.finish();
            },
            Error);
        EXPECT_EQ(numbers.rows.size(), refuse_at);
    }
}

TEST(BackgroundSink, GivenUpHalfwayItStops) {
    Numbers numbers;
    {
        BackgroundSink sink(numbers);
        for (std::int64_t i = 0; i < 50'000; ++i) write(sink, i);
    }
    EXPECT_LE(numbers.rows.size(), 50'000U);
}

}  // namespace
}  // namespace yiquan::io
