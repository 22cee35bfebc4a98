// SPDX-License-Identifier: MIT
#include "core/io/files/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/io/files/system_error.hpp"

namespace yiquan::io {
namespace {

constexpr mode_t file_mode = 0666;

class OpenFile {
public:
    explicit OpenFile(const std::string& path)
        : descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

private:
    int descriptor_;
};

}  // namespace

void write_text_file(const std::string& path, std::string_view text) {
    OpenFile file{path};
    if (file.get() < 0) throw_write_error(path, errno);
    while (!text.empty()) {
        const ssize_t written = ::write(file.get(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_write_error(path, errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (!file.close()) throw_write_error(path, errno);
}

}  // namespace yiquan::io
