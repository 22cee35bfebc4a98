// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>
#include <stdlib.h>  // NOLINT: mkdtemp and setenv are POSIX

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <locale>
#include <string>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace yiquan::test {

/// A process that writes one and a half as "1,5" and a thousand as "1.000", as QGIS on a German desktop does:
/// for the streams of C++ always, for C where the system has or can make such a locale. As before when it
/// ends.
class CommaLocale {
public:
    CommaLocale() : stream_before_(std::locale::global({std::locale::classic(), new Commas})) {
        for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"}) {
            if (try_c(name)) return;
        }
        make_one();
    }
    ~CommaLocale() {
        std::setlocale(LC_ALL, "C");  // NOLINT(concurrency-mt-unsafe)
        std::locale::global(stream_before_);
        std::error_code ignored;
        if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

    /// Whether C's own functions use it too.
    [[nodiscard]] static bool reaches_c() { return *std::localeconv()->decimal_point == ','; }

private:
    struct Commas final : std::numpunct<char> {
        [[nodiscard]] char do_decimal_point() const override { return ','; }
        [[nodiscard]] char do_thousands_sep() const override { return '.'; }
        [[nodiscard]] std::string do_grouping() const override { return "\3"; }
    };

    static bool try_c(const char* name) {
#ifdef __SANITIZE_ADDRESS__
        const __lsan::ScopedDisabler not_ours;  // the C library keeps the path where it looked
#endif
        return std::setlocale(LC_ALL, name) != nullptr && reaches_c();  // NOLINT(concurrency-mt-unsafe)
    }
    void make_one() {
        std::string pattern = (std::filesystem::temp_directory_path() / "yiquan-locale-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        const std::string command =
            fmt::format("localedef -c -i de_DE -f UTF-8 {}/commas >/dev/null 2>&1", folder_);
        if (std::system(command.c_str()) != 0) return;  // NOLINT: a fixed command
        ::setenv("LOCPATH", folder_.c_str(), 1);        // NOLINT(concurrency-mt-unsafe)
        (void)try_c("commas");
        ::unsetenv("LOCPATH");  // NOLINT(concurrency-mt-unsafe)
    }

    std::locale stream_before_;
    std::string folder_;
};

}  // namespace yiquan::test
