// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <utility>

#include "core/base/message.hpp"

namespace yiquan {

/// Why a call failed; the command line maps each kind to one exit code.
enum class ErrorKind {
    usage,      ///< the request contradicts itself or names something unknown
    input,      ///< the user's data cannot be used as it is
    output,     ///< the result cannot be written where it was asked for
    internal,   ///< a promise of our own code was broken
    cancelled,  ///< the user stopped the run
};

/// The only exception that Yiquan throws. The message names file, row, field and value where there are any,
/// and says what to do.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, Message message)
        : std::runtime_error(message.en), kind_(kind), message_(std::move(message)) {}

    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
    [[nodiscard]] const Message& message() const noexcept { return message_; }

private:
    ErrorKind kind_;
    Message message_;
};

}  // namespace yiquan
