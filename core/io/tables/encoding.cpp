// SPDX-License-Identifier: MIT
#include "core/io/tables/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"
#include "core/io/tables/encoding_scan.hpp"

namespace yiquan::io {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;
constexpr std::size_t probe_bytes = std::size_t{1} << 16;
/// Text may hold a stray control character; a file where one byte in this many is one is no text.
constexpr std::size_t control_share = 500;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

[[noreturn]] void refuse(const SourcePath& source, const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::input, {source.shown() + ": " + en, source.shown() + "：" + zh}};
}

[[noreturn]] void refuse_binary(const SourcePath& source) {
    refuse(
        source,
        "is not a table: it holds binary data, not text; give a CSV file or the format that its name says.",
        "不是表格：内容是二进制数据而不是文本；请给出 CSV 文件，或改用与内容相符的扩展名。");
}

FileHandle open_file(const SourcePath& source) {
    const GdalScope gdal;
    check_readable(source);
    FileHandle file{VSIFOpenL(source.path.c_str(), "rb")};
    if (!file) {
        refuse(source, "cannot be opened" + gdal_reason() + ".", "无法打开" + gdal_reason() + "。");
    }
    return file;
}

/// Appends up to `piece_bytes`; false at the end.
bool read_piece(const SourcePath& source, VSILFILE* file, std::string& text) {
    const QuietGdal quiet;
    const std::size_t before = text.size();
    text.resize(before + piece_bytes);
    const std::size_t count = VSIFReadL(text.data() + before, 1, piece_bytes, file);
    text.resize(before + count);
    if (count == 0 && VSIFEofL(file) == 0) {
        refuse(source, "reading stopped before the end of the file; check the disk.",
               "未读到文件末尾就中断了；请检查磁盘。");
    }
    return count > 0;
}

bool looks_binary(std::string_view text) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    };
    const auto found = static_cast<std::size_t>(std::ranges::count_if(text, is_control));
    return found > 2 && found > text.size() / control_share;
}

std::optional<TextEncoding> marked_encoding(std::string_view start) {
    if (start.starts_with(utf8_mark)) return TextEncoding::utf8;
    if (start.starts_with(utf16_little_mark)) return TextEncoding::utf16_little;
    if (start.starts_with(utf16_big_mark)) return TextEncoding::utf16_big;
    return std::nullopt;
}

std::size_t mark_size(TextEncoding encoding, std::string_view start) {
    if (marked_encoding(start) != encoding) return 0;
    return encoding == TextEncoding::utf8 ? utf8_mark.size() : utf16_little_mark.size();
}

const char* iconv_name(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::utf8:
            return "UTF-8";
        case TextEncoding::gb18030:
            return "GB18030";
        case TextEncoding::utf16_little:
            return "UTF-16LE";
        case TextEncoding::utf16_big:
            return "UTF-16BE";
    }
    return "UTF-8";
}

/// Owner of an iconv descriptor to UTF-8.
class Converter {
public:
    explicit Converter(TextEncoding from) : handle_(iconv_open("UTF-8", iconv_name(from))) {
        if (handle_ == failed()) {
            throw Error{
                ErrorKind::internal,
                {fmt::format("This system cannot convert {} to UTF-8; install its character set modules.",
                             iconv_name(from)),
                 fmt::format("本系统无法把 {} 转换为 UTF-8；请安装字符集转换模块。", iconv_name(from))}};
        }
    }
    ~Converter() { iconv_close(handle_); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Converts what is complete, appends it to `out` and removes it from `in`.
    /// \return false where `in` now begins with bytes that mean nothing
    bool convert(std::string& in, std::string& out) {
        char* from = in.data();
        std::size_t left = in.size();
        std::size_t done = out.size();
        int error = E2BIG;
        while (error == E2BIG) {
            out.resize(done + left * 2 + 16);
            char* to = out.data() + done;
            std::size_t room = out.size() - done;
            error = iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) ? errno : 0;
            done = out.size() - room;
        }
        out.resize(done);
        in.erase(0, in.size() - left);
        return error != EILSEQ;
    }

private:
    static iconv_t failed() { return reinterpret_cast<iconv_t>(-1); }  // NOLINT: the C interface says so
    iconv_t handle_;
};

std::uint64_t line_at(const SourcePath& source, std::uint64_t offset) {
    const FileHandle file = open_file(source);
    std::uint64_t line = 1;
    std::string piece;
    for (std::uint64_t seen = 0; seen < offset && read_piece(source, file.get(), piece); piece.clear()) {
        const auto wanted = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(piece.size(), offset - seen));
        line += static_cast<std::uint64_t>(std::count(piece.begin(), piece.begin() + wanted, '\n'));
        seen += piece.size();
    }
    return line;
}

}  // namespace

TextEncoding detect_encoding(const SourcePath& source) {
    const FileHandle file = open_file(source);
    EncodingScan scan;
    std::optional<TextEncoding> marked;
    std::string piece;
    for (bool first = true; !scan.hopeless() && read_piece(source, file.get(), piece);
         first = false, piece.clear()) {
        if (first) {
            marked = marked_encoding(piece);
            if (marked && *marked != TextEncoding::utf8) return *marked;
            if (looks_binary(std::string_view{piece}.substr(0, probe_bytes))) refuse_binary(source);
        }
        if (piece.find('\0') != std::string::npos) refuse_binary(source);
        scan.feed(piece);
    }
    scan.finish();
    if (scan.valid_utf8()) return TextEncoding::utf8;
    if (!marked && !scan.damaged_utf8() && scan.valid_gb18030()) return TextEncoding::gb18030;
    const std::uint64_t line = line_at(source, scan.first_fault().value_or(0));
    if (marked || scan.damaged_utf8()) {
        refuse(
            source,
            fmt::format(
                "line {} holds bytes that are not UTF-8, unlike the rest; save the file again as UTF-8.",
                line),
            fmt::format("第 {} 行含有不属于 UTF-8 的字节，而其余内容是 UTF-8；请重新另存为 UTF-8。", line));
    }
    refuse(source, fmt::format("line {} is neither UTF-8 nor GB18030 text; save the file as UTF-8.", line),
           fmt::format("第 {} 行既不是 UTF-8 也不是 GB18030 文本；请另存为 UTF-8。", line));
}

struct TextReader::State {
    SourcePath source;
    TextEncoding encoding = TextEncoding::utf8;
    FileHandle file;
    std::optional<Converter> converter;
    std::string raw;
    bool started = false;
};

TextReader::TextReader(SourcePath source) : state_(std::make_unique<State>()) {
    state_->encoding = detect_encoding(source);
    state_->file = open_file(source);
    state_->source = std::move(source);
    if (state_->encoding != TextEncoding::utf8) state_->converter.emplace(state_->encoding);
}

TextReader::~TextReader() = default;
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;

TextEncoding TextReader::encoding() const {
    return state_->encoding;
}

bool TextReader::append_to(std::string& text) {
    State& s = *state_;
    std::string& raw = s.converter ? s.raw : text;
    const std::size_t before = raw.size();
    const bool more = read_piece(s.source, s.file.get(), raw);
    if (!std::exchange(s.started, true)) {
        raw.erase(before, mark_size(s.encoding, std::string_view{raw}.substr(before)));
    }
    if (s.converter && (!s.converter->convert(raw, text) || (!more && !raw.empty()))) {
        refuse(s.source,
               fmt::format("holds a code that {} does not know; save the file as UTF-8.",
                           iconv_name(s.encoding)),
               fmt::format("含有 {} 中不存在的编码；请另存为 UTF-8。", iconv_name(s.encoding)));
    }
    return more;
}

bool is_utf8(std::string_view text) {
    EncodingScan scan;
    scan.feed(text);
    scan.finish();
    return scan.valid_utf8();
}

std::string to_utf8(std::string_view text) {
    EncodingScan scan;
    scan.feed(text);
    scan.finish();
    std::string out{text};
    if (scan.valid_utf8()) return out;
    const auto is_tail = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    if (scan.first_fault() == text.size() && (scan.damaged_utf8() || !scan.valid_gb18030())) {
        while (is_tail(out.back())) out.pop_back();
        out.pop_back();
        return out;
    }
    if (scan.valid_gb18030()) {
        std::string converted;
        if (Converter{TextEncoding::gb18030}.convert(out, converted) && out.empty()) return converted;
    }
    out.assign(text);
    Converter same{TextEncoding::utf8};
    std::string repaired;
    while (!out.empty()) {
        const bool broken = !same.convert(out, repaired);
        if (broken || !out.empty()) {
            repaired += "\uFFFD";
            out.erase(0, 1);
        }
    }
    return repaired;
}

}  // namespace yiquan::io
