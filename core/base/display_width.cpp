// SPDX-License-Identifier: MIT
#include "core/base/display_width.hpp"

#include <algorithm>
#include <clocale>  // newlocale, by POSIX
#include <cwchar>   // wcwidth, by POSIX

namespace yiquan {
namespace {

/// C.UTF-8 for this thread while the object lives; the process keeps its own locale.
class Utf8Locale {
public:
    Utf8Locale() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(utf8_)) {}
    ~Utf8Locale() {
        uselocale(before_);
        if (utf8_ != nullptr) freelocale(utf8_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t utf8_;
    locale_t before_;
};

}  // namespace

std::size_t display_width(std::string_view text) {
    const Utf8Locale locale;
    std::size_t width = 0;
    mbstate_t state{};
    for (std::size_t at = 0; at < text.size();) {
        wchar_t letter = 0;
        // Safe on any thread: the state is our own, and the locale is this thread's.
        const std::size_t used =
            mbrtowc(&letter, text.data() + at, text.size() - at, &state);  // NOLINT(concurrency-mt-unsafe)
        if (used == 0 || used > text.size() - at) {                        // a NUL, or no character
            state = {};
            ++width;
            ++at;
            continue;
        }
        width += static_cast<std::size_t>(std::max(0, wcwidth(letter)));
        at += used;
    }
    return width;
}

}  // namespace yiquan
