// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <utility>

#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/program/kept_run.hpp"

namespace yiquan::plugin {

/// What a page asks for before the program `yiquan` runs.
class RunForm : public QWidget {
    Q_OBJECT
public:
    /// How a run of this form is called and kept.
    struct Run {
        QString kind;      ///< "siting": folders are called after it, and the project remembers the last one
        QString document;  ///< "plan.json": what the program prints
        const char* id;    ///< "Siting": what names of widgets end in
        QString start;     ///< words of the button
        RunBar::Ends ends;
    };

    RunForm(Run run, QWidget* parent) : QWidget(parent), run_(std::move(run)) {}

    [[nodiscard]] const Run& run() const { return run_; }
    /// Shows what the session holds by now.
    virtual void refresh() = 0;
    /// What has to be chosen first, as a sentence; empty where a run may start.
    [[nodiscard]] virtual QString lacking() const = 0;
    /// \throws Error where the choices make no run
    [[nodiscard]] virtual KeptRun::Steps steps() const = 0;

private:
    Run run_;
};

}  // namespace yiquan::plugin
