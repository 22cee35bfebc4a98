// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/base/message.hpp"

namespace yiquan::io {

/// What an `errno` of the file system means to the user, a few words without a full stop.
[[nodiscard]] Message system_reason(int error);

/// \param error the `errno` of the failed call; a full disk is said plainly
/// \throws Error{output} always
[[noreturn]] void throw_write_error(const std::string& path, int error);

}  // namespace yiquan::io
