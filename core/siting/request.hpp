// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "core/siting/problem.hpp"

namespace yiquan::siting {

/// What is asked of a problem.
struct Request {
    std::string model{};                   ///< id in the table of models
    std::optional<std::uint32_t> count{};  ///< so many sites open beside those that stay
    std::optional<Price> budget{};         ///< instead of a count: their prices sum to at most this
    std::optional<Cost> threshold{};       ///< farthest cost that counts as served
    double share = 1.0;                    ///< of the weight, for the model that asks for one
    double gap = 0.0;                      ///< relative gap that is good enough
    /// Of each answer; the first gathers costs.
    Seconds time_limit{std::numeric_limits<double>::infinity()};
    unsigned threads = 1;
};

}  // namespace yiquan::siting
