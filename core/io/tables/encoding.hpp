// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/io/files/source_path.hpp"

namespace yiquan::io {

enum class TextEncoding { utf8, gb18030, utf16_little, utf16_big };

/// Reads the whole file once to find how its letters are stored: a byte order mark decides, else valid UTF-8,
/// else valid GB18030 (GBK and GB2312 are parts of it). Text that is UTF-8 but for a few bytes is damaged
/// UTF-8 and refused, because GB18030 would turn most of it into wrong letters.   O(size), constant memory
/// \throws Error{input} for files with zero bytes or many control characters (no text), and for text in
/// neither encoding, naming the first line that does not fit
[[nodiscard]] TextEncoding detect_encoding(const SourcePath& source);

/// A text file as UTF-8, piece by piece, whatever its encoding; without byte order mark.
class TextReader {
public:
    /// \throws Error{input} as `check_readable` and `detect_encoding` do
    explicit TextReader(SourcePath source);
    ~TextReader();
    TextReader(TextReader&&) noexcept;
    TextReader& operator=(TextReader&&) noexcept;

    [[nodiscard]] TextEncoding encoding() const;
    /// Appends the next piece, up to about 1 MiB, cut anywhere.
    /// \return false where nothing was left
    /// \throws Error{input} where the file breaks off or holds an unassigned code
    bool append_to(std::string& text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] bool is_utf8(std::string_view text);

/// Text of a field as valid UTF-8: valid UTF-8 stays, a letter cut off at the end is dropped, GB18030 is
/// converted; in anything else each bad byte becomes U+FFFD. For formats that leave the encoding open (DBF).
[[nodiscard]] std::string to_utf8(std::string_view text);

}  // namespace yiquan::io
