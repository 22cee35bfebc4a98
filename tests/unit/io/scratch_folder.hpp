// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT: mkdtemp is POSIX

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "core/base/error.hpp"

namespace yiquan::io {

/// A folder of its own for one test, removed afterwards.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "yiquan-io-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] std::string at(std::string_view name) const { return (path_ / name).string(); }
    std::string write(std::string_view name, std::string_view content) const {
        std::ofstream{at(name), std::ios::binary} << content;
        return at(name);
    }
    [[nodiscard]] std::set<std::string> names(std::string_view folder = ".") const {
        std::set<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator{at(folder)}) {
            found.insert(entry.path().filename().string());
        }
        return found;
    }

private:
    std::filesystem::path path_;
};

inline std::string content_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The error that a call throws; fails the test where it throws none or another kind, or leaves a language
/// out.
template <class Call>
Message error_of(ErrorKind kind, Call call) {
    try {
        static_cast<void>(call());
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        EXPECT_FALSE(error.message().zh.empty());
        return error.message();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

}  // namespace yiquan::io
