// SPDX-License-Identifier: MIT
#include "cli/map_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "core/base/error.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* program_name = "yiquan-map";

bool runnable(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

/// A file descriptor with an owner.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

[[noreturn]] void fail(const std::string& path, int error) {
    const std::string reason = std::generic_category().message(error);
    throw Error{ErrorKind::input,
                {fmt::format("{}: cannot be run ({}).", path, reason),
                 fmt::format("{}：无法运行（{}）。", path, reason)}};
}

/// Starts the program with its words going to a pipe.
pid_t start(const std::string& path, std::vector<std::string>& words, Descriptor& reading, int writing) {
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, writing, STDERR_FILENO);
    posix_spawn_file_actions_addclose(&actions, reading.number());
    posix_spawn_file_actions_addclose(&actions, writing);
    pid_t child = 0;
    const int error = posix_spawn(&child, path.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail(path, error);
    return child;
}

/// What the program says, line by line: progress as JSON, everything else is for the user.
class Words {
public:
    explicit Words(Progress& progress) : progress_(progress) {}

    void take(std::string_view text) {
        for (const char c : text) {
            if (c == '\n') {
                line(pending_);
                pending_.clear();
            } else {
                pending_ += c;
            }
        }
    }
    /// The last sentence, without the program's name before it.
    [[nodiscard]] std::string sentence() {
        if (!pending_.empty()) line(pending_);
        pending_.clear();
        return sentence_;
    }

private:
    void line(std::string_view text) {
        if (text.starts_with('{')) {
            const auto json = nlohmann::json::parse(text, nullptr, false);
            if (json.is_object() && json.contains("progress")) {
                progress_.report(json.value("progress", 0.0));
                return;
            }
        }
        const std::string prefix = std::string{program_name} + ": ";
        if (text.starts_with(prefix))
            sentence_ = text.substr(prefix.size());  // anything else is its libraries'
    }

    Progress& progress_;
    std::string pending_;
    std::string sentence_;
};

}  // namespace

MapProgram MapProgram::find() {
    // No thread has started yet, and nothing sets the environment.
    const char* named = std::getenv("YIQUAN_MAP");  // NOLINT(concurrency-mt-unsafe)
    if (named != nullptr && *named != '\0') {
        if (runnable(named)) return MapProgram{named};
        throw Error{ErrorKind::input,
                    {fmt::format("$YIQUAN_MAP names {}, which is not a program.", named),
                     fmt::format("环境变量 YIQUAN_MAP 指定的 {} 不是可执行程序。", named)}};
    }
    std::error_code ignored;
    const fs::path own = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const fs::path& beside : {own / program_name, own / "../plugin" / program_name}) {
        if (runnable(beside)) return MapProgram{beside.lexically_normal().string()};
    }
    const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
    std::string_view rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const fs::path candidate = fs::path{rest.substr(0, end)} / program_name;
        if (runnable(candidate)) return MapProgram{candidate.string()};
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    throw Error{
        ErrorKind::input,
        {"yiquan-map, which draws the maps, is not installed; install the package "
         "qgis-plugin-yiquan, or add --without-maps.",
         "没有找到绘制地图的程序 yiquan-map；请安装软件包 qgis-plugin-yiquan，或加上 --without-maps。"}};
}

void MapProgram::draw(std::vector<std::string> arguments, Progress& progress) const {
    arguments.insert(arguments.begin(), path_);
    arguments.insert(arguments.end(), {"--progress", "json"});
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(path_, errno);
    Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    const pid_t child = start(path_, arguments, reading, writing.number());
    writing.close();

    Words words(progress);
    std::array<char, 4096> buffer{};
    bool asked_to_stop = false;
    int status = 0;
    bool ended = false;
    for (;;) {
        if (!asked_to_stop && progress.cancelled()) {
            ::kill(child, SIGTERM);
            asked_to_stop = true;
        }
        constexpr int milliseconds = 100;
        pollfd waiting{reading.number(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, milliseconds);
        if (ready == 0) {  // the pipe may outlive the program, in the hands of something that it started
            ended = ::waitpid(child, &status, WNOHANG) == child;
            if (ended) break;
            continue;
        }
        if (ready < 0 && errno == EINTR) continue;
        const ssize_t count = ::read(reading.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        words.take({buffer.data(), static_cast<std::size_t>(count)});
    }
    while (!ended && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (asked_to_stop) progress.check();  // throws
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    const std::string sentence = words.sentence();
    if (WIFEXITED(status) && !sentence.empty())
        throw Error{error_kind_of(WEXITSTATUS(status)), {sentence, sentence}};
    throw Error{ErrorKind::internal,
                {fmt::format("yiquan-map ended unexpectedly while drawing{}.",
                             WIFSIGNALED(status) ? fmt::format(" (signal {})", WTERMSIG(status)) : ""),
                 fmt::format("yiquan-map 绘图时意外退出{}。",
                             WIFSIGNALED(status) ? fmt::format("（信号 {}）", WTERMSIG(status)) : "")}};
}

}  // namespace yiquan::cli
