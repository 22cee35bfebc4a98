// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <limits>

#include "core/base/progress.hpp"
#include "core/base/quantity.hpp"

namespace yiquan::optimize {

/// When a search is to end before it has proved its answer. Runs from its making.
class SearchLimits {
public:
    /// \param time infinity for none
    /// \param gap  relative gap that is good enough; 0 asks for a proof
    SearchLimits(Seconds time, double gap, Progress& progress)
        : time_(time), gap_(gap), progress_(progress), started_(Clock::now()) {}

    [[nodiscard]] Seconds elapsed() const {
        return Seconds{std::chrono::duration<double>(Clock::now() - started_).count()};
    }
    [[nodiscard]] Seconds remaining() const { return time_ - elapsed(); }
    /// True once time is over or the user asked to stop.
    [[nodiscard]] bool over() const { return progress_.cancelled() || elapsed() >= time_; }
    [[nodiscard]] double gap() const { return gap_; }
    [[nodiscard]] Progress& progress() const { return progress_; }

private:
    using Clock = std::chrono::steady_clock;
    Seconds time_;
    double gap_;
    Progress& progress_;
    Clock::time_point started_;
};

}  // namespace yiquan::optimize
