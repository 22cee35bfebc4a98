// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/run_bar.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "plugin/desk/job.hpp"
#include "plugin/dock/parts/page_parts.hpp"

namespace yiquan::plugin {
namespace {

QPushButton* new_named_button(const QString& words, const char* verb, const char* id, QWidget* parent) {
    return new_button(
        words, qPrintable(QStringLiteral("yiquan%1%2").arg(QLatin1String(verb), QLatin1String(id))), parent);
}

}  // namespace

RunBar::RunBar(const QString& start, const char* id, Ends ends, QWidget* parent)
    : QWidget(parent),
      ends_(ends),
      row_(new QHBoxLayout),
      stage_(new_hint({}, this)),
      bar_(new QProgressBar(this)),
      start_(new_named_button(start, "Start", id, this)),
      stop_(new_named_button(tr("&Take the best so far"), "Stop", id, this)),
      cancel_(new_named_button(tr("Cance&l"), "Cancel", id, this)) {
    constexpr int tick_ms = 1000;
    stage_->setObjectName(QStringLiteral("yiquanStage%1").arg(QLatin1String(id)));
    bar_->setObjectName(QStringLiteral("yiquanProgress%1").arg(QLatin1String(id)));
    stop_->setToolTip(tr("Stops, and says how far from proven the best answer so far is."));
    cancel_->setToolTip(tr("Stops and keeps nothing."));
    row_->addWidget(start_);
    row_->addStretch();
    row_->addWidget(stop_);
    row_->addWidget(cancel_);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(stage_);
    layout->addWidget(bar_);
    layout->addLayout(row_);
    ticking_.setInterval(tick_ms);
    connect(&ticking_, &QTimer::timeout, this, &RunBar::show_elapsed);
    connect(start_, &QPushButton::clicked, this, &RunBar::start_wanted);
    connect(stop_, &QPushButton::clicked, this, [this] {
        end(tr("Stopping…"));
        cancel_->setEnabled(true);
        emit stop_wanted();
    });
    connect(cancel_, &QPushButton::clicked, this, [this] {
        end(tr("Cancelling…"));
        emit cancel_wanted();
    });
    show_running(false);
}

void RunBar::allow(bool allowed, const QString& why) {
    start_->setEnabled(allowed);
    start_->setToolTip(why);
}

void RunBar::set_start_text(const QString& words) {
    start_->setText(words);
}

void RunBar::add(QPushButton* button) {
    row_->insertWidget(1, button);
}

void RunBar::show_running(bool running) {
    for (QWidget* each : std::initializer_list<QWidget*>{stage_, bar_, stop_, cancel_}) {
        each->setVisible(running && (each != stop_ || ends_ == Ends::with_best));
        each->setEnabled(running);
    }
    start_->setVisible(!running);
    bar_->setValue(0);
    if (!running) {
        ticking_.stop();
        return;
    }
    clock_.start();
    ticking_.start();
    stage_text_ = tr("Starting…");
    show_elapsed();
    (ends_ == Ends::with_best ? stop_ : cancel_)->setFocus();
}

void RunBar::show_progress(double percent, const QString& stage) {
    bar_->setValue(qRound(percent));
    show_stage(stage);
}

void RunBar::follow(Job& job) {
    show_running(true);
    connect(&job, &QgsTask::progressChanged, bar_,
            [this](double percent) { bar_->setValue(qRound(percent)); });
    connect(&job, &Job::stage, this, &RunBar::show_stage);
    connect(this, &RunBar::cancel_wanted, &job, &Job::cancel);
}

void RunBar::show_stage(const QString& stage) {
    if (stop_->isEnabled()) stage_text_ = stage;  // else it is ending
    show_elapsed();
}

void RunBar::show_elapsed() {
    constexpr qint64 ms = 1000;
    stage_->setText(tr("%1 (%2 s)").arg(stage_text_).arg(clock_.isValid() ? clock_.elapsed() / ms : 0));
}

void RunBar::end(const QString& stage) {
    stop_->setEnabled(false);
    cancel_->setEnabled(false);
    stage_text_ = stage;
    show_elapsed();
}

}  // namespace yiquan::plugin
