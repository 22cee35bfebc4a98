// SPDX-License-Identifier: MIT
#include "core/io/files/sha256.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <vector>

#include "core/base/error.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"

namespace yiquan::io {
namespace {

constexpr std::size_t hashed_at_once = std::size_t{1} << 18;

}  // namespace

std::string sha256_of(const std::string& path) {
    const SourcePath source = parse_source_path(path);
    if (source.database()) return {};
    const GdalScope gdal;
    VSIStatBufL found{};
    if (VSIStatL(source.path.c_str(), &found) == 0 && VSI_ISDIR(found.st_mode)) return {};
    const FileHandle file{VSIFOpenL(source.path.c_str(), "rb")};
    if (!file) check_readable(source);
    sha256_ctx state{};
    sha256_init(&state);
    std::vector<std::uint8_t> piece(hashed_at_once);
    std::size_t count = 0;
    while (file && (count = VSIFReadL(piece.data(), 1, piece.size(), file.get())) > 0) {
        sha256_update(&state, count, piece.data());
    }
    if (!file || VSIFEofL(file.get()) == 0) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{}: reading stopped before the end of the file; check the disk.", source.path),
             fmt::format("{}：未读到文件末尾就中断了；请检查磁盘。", source.path)}};
    }
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state, digest.size(), digest.data());
    std::string hex;
    for (const std::uint8_t byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace yiquan::io
