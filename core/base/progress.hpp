// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.hpp"

namespace yiquan {

/// Progress and cancellation in one argument. The base class shows nothing and never cancels.
/// Calls come from the thread that started the work; `cancelled` may be asked from any thread.
class Progress {
public:
    virtual ~Progress() = default;

    /// \param fraction done so far, 0 to 1, never falling
    virtual void report(double /*fraction*/) {}
    /// What is being done now, a few words.
    virtual void stage(const Message& /*name*/) {}
    [[nodiscard]] virtual bool cancelled() const { return false; }

    /// \throws Error{cancelled} when the user asked to stop
    void check() const {
        if (cancelled()) {
            throw Error{ErrorKind::cancelled,
                        {"Cancelled; nothing was written.", "已取消，没有写出任何文件。"}};
        }
    }
    /// Reports and polls at once.
    void step(double fraction) {
        report(fraction);
        check();
    }
};

/// The part of a task from `from` to `to`, given to a sub-task as its whole.
class ProgressSlice final : public Progress {
public:
    ProgressSlice(Progress& whole, double from, double to) : whole_(whole), from_(from), to_(to) {}

    void report(double fraction) override { whole_.report(from_ + fraction * (to_ - from_)); }
    void stage(const Message& name) override { whole_.stage(name); }
    [[nodiscard]] bool cancelled() const override { return whole_.cancelled(); }

private:
    Progress& whole_;
    double from_;
    double to_;
};

/// The end of a task that is carried out even where the user asked to stop.
class UncancelledProgress final : public Progress {
public:
    explicit UncancelledProgress(Progress& whole) : whole_(whole) {}

    void report(double fraction) override { whole_.report(fraction); }
    void stage(const Message& name) override { whole_.stage(name); }

private:
    Progress& whole_;
};

}  // namespace yiquan
