// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <utility>

#include "core/base/error.hpp"
#include "core/base/message.hpp"

namespace yiquan::features {

/// The amounts of one column of a file that may come from anywhere: each of them, and all of them together,
/// can be counted exactly, so that no sum of some of them overflows.
template <class Amount>
class CountedColumn {
public:
    /// \param field what the column is called in a message
    explicit CountedColumn(Message field) : field_(std::move(field)) {}

    /// \throws Error{input} naming the column, for what is no amount from 0 to `Amount::largest`, and where
    /// the sum becomes larger than that
    [[nodiscard]] Amount count(double value) {
        if (!(value >= 0.0 && value <= Amount::largest)) {
            throw Error{ErrorKind::input,
                        {fmt::format("{} = {} cannot be counted; it must be from 0 to {:.0f}.", field_.en,
                                     value, Amount::largest),
                         fmt::format("{} = {} 无法计数；应在 0 到 {:.0f} 之间。", field_.zh, value,
                                     Amount::largest)}};
        }
        const Amount amount = Amount::nearest(value);
        total_ += amount;
        if (total_.value() > Amount::largest) {
            throw Error{ErrorKind::input,
                        {fmt::format("{}: the rows sum to more than {:.0f}, which cannot be counted.",
                                     field_.en, Amount::largest),
                         fmt::format("{}：各行合计超过 {:.0f}，无法计数。", field_.zh, Amount::largest)}};
        }
        return amount;
    }

private:
    Message field_;
    Amount total_;
};

}  // namespace yiquan::features
