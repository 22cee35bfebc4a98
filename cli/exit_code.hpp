// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "core/base/error.hpp"

namespace yiquan::cli {

/// Exit codes, one per cause.
enum ExitCode : int {
    done = 0,
    target_missed = 1,
    usage_error = 2,
    input_error = 3,  ///< the data, or the place to write to, cannot be used
    our_fault = 70,
    cancelled = 130,
};

/// What each of them means, as the help says it.
struct ExitCodeInfo {
    ExitCode code;
    std::string_view en;
    std::string_view zh;
};
inline constexpr std::array exit_codes{
    ExitCodeInfo{done, "done", "完成"},
    ExitCodeInfo{target_missed, "a target is missed (with --check)", "有目标未达到（使用 --check 时）"},
    ExitCodeInfo{usage_error, "the request is wrong", "命令或设置有误"},
    ExitCodeInfo{input_error, "the data, or the place to write to, cannot be used", "数据或输出位置不能使用"},
    ExitCodeInfo{our_fault, "a fault in the program itself", "程序自身的错误"},
    ExitCodeInfo{cancelled, "cancelled", "已取消"},
};

[[nodiscard]] constexpr ExitCode exit_code_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return usage_error;
        case ErrorKind::input:
        case ErrorKind::output:
            return input_error;
        case ErrorKind::internal:
            return our_fault;
        case ErrorKind::cancelled:
            return cancelled;
    }
    return our_fault;
}

/// What went wrong in a program of ours, for those who run one.
/// \param exit_code of a program that failed; any other than ours is an internal fault
[[nodiscard]] constexpr ErrorKind error_kind_of(int exit_code) {
    for (const ErrorKind kind : {ErrorKind::usage, ErrorKind::input, ErrorKind::cancelled}) {
        if (exit_code == exit_code_of(kind)) return kind;
    }
    return ErrorKind::internal;
}

}  // namespace yiquan::cli
