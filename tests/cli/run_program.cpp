// SPDX-License-Identifier: MIT
#include "tests/cli/run_program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace yiquan::cli {
namespace {

constexpr int could_not_start = 126;

std::map<std::string, std::string> environment(const Surroundings& where) {
    std::map<std::string, std::string> variables{{"LC_ALL", "C.UTF-8"}};
    for (const char* name : {"PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) variables[name] = value;
    }
    for (const auto& [name, value] : where.changes) variables[name] = value;
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

struct Pipe {
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    }
    std::array<int, 2> ends{};
};

}  // namespace

RunningProgram::RunningProgram(const std::vector<std::string>& arguments, const Surroundings& where)
    : started_(std::chrono::steady_clock::now()), patience_(where.patience) {
    std::vector<std::string> texts{YIQUAN_PROGRAM};
    texts.insert(texts.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment(where)) variables.push_back(name + "=" + value);
    const std::vector<char*> argv = pointers(texts);
    const std::vector<char*> envp = pointers(variables);
    const Pipe out;
    const Pipe err;
    process_ = ::fork();
    if (process_ == 0) {  // only calls that are safe after fork
        if (::chdir(where.folder.c_str()) != 0) ::_exit(could_not_start);
        const int to = where.stdout_to.empty() ? out.ends[1] : ::open(where.stdout_to.c_str(), O_WRONLY);
        ::dup2(to, STDOUT_FILENO);
        ::dup2(err.ends[1], STDERR_FILENO);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ}) ::signal(signal, SIG_DFL);
        if (where.largest_file) {
            const rlimit limit{*where.largest_file, *where.largest_file};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        ::execve(argv.front(), argv.data(), envp.data());
        ::_exit(could_not_start);
    }
    ::close(out.ends[1]);
    ::close(err.ends[1]);
    out_ = out.ends[0];
    err_ = err.ends[0];
    if (process_ < 0) throw std::runtime_error("cannot fork");
}

RunningProgram::~RunningProgram() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    stop_listening();
}

void RunningProgram::send(int signal) const {
    ::kill(process_, signal);
}

void RunningProgram::stop_listening() {
    for (int* stream : {&out_, &err_}) {
        ::close(*stream);
        *stream = -1;
    }
}

Outcome RunningProgram::wait() {
    Outcome outcome;
    const auto deadline = started_ + patience_;
    std::array<pollfd, 2> streams{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
    const std::array<std::string*, 2> texts{&outcome.out, &outcome.err};
    bool killed = false;
    while (streams[0].fd >= 0 || streams[1].fd >= 0) {
        ::poll(streams.data(), streams.size(), 200);
        if (!killed && std::chrono::steady_clock::now() > deadline) {
            ::kill(process_, SIGKILL);
            killed = true;
        }
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (streams[i].fd < 0 || streams[i].revents == 0) continue;
            std::array<char, 65'536> buffer{};
            const ssize_t got = ::read(streams[i].fd, buffer.data(), buffer.size());
            if (got > 0) texts[i]->append(buffer.data(), static_cast<std::size_t>(got));
            if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) streams[i].fd = -1;
        }
    }
    int status = 0;
    rusage usage{};
    while (::wait4(process_, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    process_ = -1;
    if (killed) ADD_FAILURE() << "yiquan took longer than " << patience_.count() << " s";
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.peak_kib = usage.ru_maxrss;
    outcome.took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started_);
    return outcome;
}

Outcome yiquan(const std::vector<std::string>& arguments, const Surroundings& where) {
    return RunningProgram{arguments, where}.wait();
}

std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

}  // namespace yiquan::cli
