// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/error.hpp"
#include "core/features/counted_column.hpp"

namespace yiquan::audit {

/// Largest count that a document may state: far above any real one, and ninety million of them still add up
/// in 64 bits.
inline constexpr std::int64_t most_counted = 100'000'000'000;

/// One key of the rows of a document, as an amount.
template <class Amount>
class AmountKey {
public:
    explicit AmountKey(std::string_view key) : key_(key), column_({key_, key_}) {}

    /// \throws Error{input} as `features::CountedColumn`, and of the JSON library for what is no number
    [[nodiscard]] Amount of(const nlohmann::ordered_json& row) {
        return column_.count(row.at(key_).template get<double>());
    }

private:
    std::string key_;
    features::CountedColumn<Amount> column_;
};

/// \throws Error{input} naming the key, for what is no whole number from 0 to the largest that `Count` holds,
/// or to `most_counted`
template <class Count = std::int64_t>
[[nodiscard]] Count count_at(const nlohmann::ordered_json& row, std::string_view key) {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<Count>::max());
    constexpr auto most = static_cast<std::uint64_t>(most_counted);
    constexpr std::uint64_t limit = largest < most ? largest : most;
    const nlohmann::ordered_json& value = row.at(std::string{key});
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= limit)
        return static_cast<Count>(value.get<std::uint64_t>());
    throw Error{ErrorKind::input,
                {fmt::format("{} = {} must be a whole number from 0 to {}.", key, value.dump(), limit),
                 fmt::format("{} = {} 应为 0 到 {} 的整数。", key, value.dump(), limit)}};
}

/// The same error with the name of the document before it.
[[noreturn]] inline void throw_behind(std::string_view name, const Error& error) {
    throw Error{
        error.kind(),
        {fmt::format("{}: {}", name, error.message().en), fmt::format("{}：{}", name, error.message().zh)}};
}

}  // namespace yiquan::audit
