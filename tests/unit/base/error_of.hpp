// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/base/error.hpp"

namespace yiquan::test {

/// The error that the call throws; nothing where it throws none.
template <class Call>
std::optional<Error> error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace yiquan::test
