// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace yiquan::cli {

/// How a program is to be run.
struct Surroundings {
    std::string folder = ".";                      ///< working directory
    std::map<std::string, std::string> changes{};  ///< variables that differ from a bare English environment
    std::string stdout_to{};                       ///< a file or device instead of a pipe; empty: captured
    std::optional<rlim_t> largest_file{};          ///< bytes that one file may have
    std::chrono::seconds patience{120};            ///< after which the program is killed and the test fails
};

/// What a program left behind.
struct Outcome {
    int exit_code = -1;  ///< 128 + signal where a signal ended it
    std::string out;
    std::string err;
    long peak_kib = 0;  ///< largest resident memory
    std::chrono::milliseconds took{};
};

/// A yiquan that runs beside the test; waited for, or killed when the object goes.
class RunningProgram {
public:
    RunningProgram(const std::vector<std::string>& arguments, const Surroundings& where);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    void send(int signal) const;
    /// Closes our end of stdout and stderr, as `| head` does.
    void stop_listening();
    [[nodiscard]] Outcome wait();

private:
    std::chrono::steady_clock::time_point started_;
    std::chrono::seconds patience_;
    pid_t process_ = -1;
    int out_ = -1;
    int err_ = -1;
};

/// Runs yiquan to its end with a bare English environment: PATH, HOME and LC_ALL=C.UTF-8 only.
[[nodiscard]] Outcome yiquan(const std::vector<std::string>& arguments, const Surroundings& where = {});

/// The words of a command line as a shell would split them; only double quotes are known.
[[nodiscard]] std::vector<std::string> words(const std::string& line);

}  // namespace yiquan::cli
