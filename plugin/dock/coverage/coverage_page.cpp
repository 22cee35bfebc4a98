// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/coverage/coverage_page.hpp"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <optional>
#include <thread>

#include "core/io/audit/folder.hpp"
#include "core/io/audit/reader.hpp"
#include "plugin/dock/coverage/ledger_chart.hpp"
#include "plugin/dock/coverage/ledger_model.hpp"
#include "plugin/dock/coverage/ledger_view.hpp"
#include "plugin/dock/coverage/standard_form.hpp"
#include "plugin/dock/parts/file_link.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/result_layers.hpp"
#include "plugin/ledger/figure_text.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

/// One run, shared by the page and the working thread.
struct CoveragePage::Run {
    audit::RunFile file;
    std::shared_ptr<LayerInputs> inputs;
    QString folder;
    std::unique_ptr<io::AuditFolder> output;  ///< complete, but not yet in its place
    std::unique_ptr<io::AuditOutcome> outcome;
};

CoveragePage::CoveragePage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    empty_ = new_empty_state();
    form_ = new StandardForm(session_, content);
    ledger_part_ = new_ledger();
    column->addWidget(empty_);
    column->addWidget(form_);
    column->addWidget(ledger_part_);
    column->addStretch();
    scroll_ = new_scroll(content, this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_, 1);
    bar_ = new RunBar(tr("&Run"), "Coverage", RunBar::Ends::cancelled_only, this);
    page->addWidget(bar_);

    connect(bar_, &RunBar::start_wanted, this, &CoveragePage::run);
    connect(&session_, &Session::changed, this, &CoveragePage::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        end_run();
        Job::forget(reading_);
        model_->clear();
        chart_->clear();
        ledger_part_->hide();
        refresh();
        show_last();
    });
    ledger_part_->hide();
    refresh();
    show_last();
}

QWidget* CoveragePage::new_empty_state() {
    auto* part = new QWidget(this);
    QLabel* text = new_text(part);
    text->setText(tr("Choose stations, demand and zones on the page Data, or open the Qinghai demo."));
    auto* go = new QPushButton(tr("&Go to Data"), part);
    go->setObjectName(QStringLiteral("yiquanGoToData"));
    auto* demo = new QPushButton(tr("Open the Qinghai d&emo"), part);
    demo->setObjectName(QStringLiteral("yiquanOpenDemoHere"));
    connect(go, &QPushButton::clicked, this, &CoveragePage::data_page_wanted);
    connect(demo, &QPushButton::clicked, this, &CoveragePage::demo_wanted);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(go);
    buttons->addWidget(demo);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text);
    layout->addLayout(buttons);
    return part;
}

QWidget* CoveragePage::new_ledger() {
    constexpr int least_height = 230;
    auto* part = new QWidget(this);
    ledger_title_ = new_title(part);
    balance_ = new_text(part);
    balance_->setObjectName(QStringLiteral("yiquanLedgerBalance"));
    balance_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    balance_->setToolTip(tr("Everyone is counted exactly once."));
    notice_ = new_hint({}, part);
    notice_->setObjectName(QStringLiteral("yiquanNotice"));
    shares_ = new_text(part);
    shares_->setObjectName(QStringLiteral("yiquanStationShares"));
    folder_ = new_folder_link(part);
    folder_->setObjectName(QStringLiteral("yiquanFolder"));
    model_ = new LedgerModel(this);
    view_ = new LedgerView(*model_, LedgerView::Content::audit, part);
    view_->setMinimumHeight(least_height);
    auto* copy = new QPushButton(tr("Co&py the table"), part);
    copy->setObjectName(QStringLiteral("yiquanCopyLedger"));
    copy->setToolTip(tr("Copies all rows for a spreadsheet."));
    chart_ = new LedgerChart(part);
    auto* last = new QHBoxLayout;
    last->addWidget(folder_, 1);
    last->addWidget(copy);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(ledger_title_);
    layout->addWidget(notice_);
    layout->addWidget(view_);
    layout->addWidget(balance_);
    layout->addWidget(shares_);
    layout->addLayout(last);
    layout->addWidget(chart_);
    connect(copy, &QPushButton::clicked, view_, &LedgerView::copy);
    connect(view_, &LedgerView::zone_activated, this,
            [this](const QString&, const geo::Box& box) { desk_.zoom_to(box); });
    return part;
}

void CoveragePage::refresh() {
    const bool ready = session_.ready();
    empty_->setVisible(!ready);
    bar_->allow(ready && job_ == nullptr, ready ? tr("Counts who is covered; QGIS stays usable meanwhile.")
                                                : tr("Choose stations, demand and zones first."));
    form_->refresh();
}

void CoveragePage::run() {
    auto run = std::make_shared<Run>();
    if (const auto error = guarded([&] {
            run->file = toolbox::run_of(session_);
            run->inputs = session_.inputs();
        })) {
        desk_.show(*error);
        return;
    }
    audit::AuditParams& params = run->file.params;
    params.threads = std::max(1U, std::thread::hardware_concurrency());
    if (params.title.empty()) params.title = params.standard.name.in(language());
    run->folder = session_.next_folder();

    Job::forget(reading_);
    job_ = Job::start(tr("Yiquan: coverage"), this,
                      {.work =
                           [run](Progress& progress) {
                               auto output = std::make_unique<io::AuditFolder>(
                                   run->folder.toStdString(), io::Overwrite::no, io::InputFiles{},
                                   run->file.params.notice);  // a new folder, in which nothing lies
                               run->outcome = io::run_job(std::move(run->file), YIQUAN_VERSION, *run->inputs,
                                                          *output, progress);
                               progress.check();
                               run->output = std::move(output);
                           },
                       .done =
                           [this, run] {
                               end_run();
                               finish(*run);
                           },
                       .failed =
                           [this](const Error& error) {
                               end_run();
                               desk_.show(error);
                           }});
    bar_->follow(*job_);
    refresh();
}

void CoveragePage::end_run() {
    Job::forget(job_);
    bar_->show_running(false);
    refresh();
}

void CoveragePage::finish(Run& run) {
    const io::AuditOutcome& outcome = *run.outcome;
    const QString title = QStringLiteral("%1 (%2)").arg(QString::fromStdString(outcome.run.params.title),
                                                        QDir(run.folder).dirName());
    if (const auto error = guarded([&] {
            run.output->commit();
            session_.add_audit({title, run.folder});
            add_result_layers(session_.project(), run.folder, title);
        })) {
        desk_.show(*error);
        return;
    }
    show_ledger(ledger_table(outcome), title, run.folder);
    const audit::Figures& total = outcome.result.ledger().total;
    desk_.show_success(
        tr("%1 of %2 people are covered (%3).")
            .arg(people_text(total.covered), people_text(total.demand), share_text(total.covered_share())));
    // The layout settles first.
    QTimer::singleShot(0, ledger_part_,
                       [this] { scroll_->verticalScrollBar()->setValue(ledger_part_->y()); });
    emit findings_found(std::make_shared<const features::FindingList>(std::move(run.outcome->findings)));
}

QString CoveragePage::station_share_text(const audit::StationShare& share) {
    const bool open = share.id == "open_24h";
    const QString sentence =
        open ? (share.met() ? tr("✓ Open round the clock: %1 of the stations, target %2.")
                            : tr("✗ Open round the clock: %1 of the stations, target %2."))
             : (share.met() ? tr("✓ Honoured: %1 of the stations, target %2.")
                            : tr("✗ Honoured: %1 of the stations, target %2."));
    return sentence.arg(share_text(share.share), share_text(share.target));
}

void CoveragePage::show_ledger(const LedgerTable& table, const QString& title, const QString& folder) {
    ledger_title_->setText(title);
    model_->set_zones(table.zones);
    model_->show(table.ledger, table.target_share);
    balance_->setText(balance_text(table.ledger));
    notice_->setText(table.notice);
    notice_->setVisible(!table.notice.isEmpty());
    QStringList shares;
    for (const audit::StationShare& share : table.station_shares) shares << station_share_text(share);
    shares_->setText(shares.join(QLatin1Char('\n')));
    shares_->setVisible(!shares.isEmpty());
    lead_to(*folder_, folder);
    chart_->show_table(table);
    ledger_part_->show();
}

void CoveragePage::show_last() {
    const QList<Session::Audit> audits = session_.audits();
    if (audits.isEmpty()) return;
    const Session::Audit last = audits.front();
    auto stored = std::make_shared<audit::StoredLedger>();
    reading_ = Job::start(
        tr("Yiquan: the last audit"), this,
        {.work = [stored,
                  folder = last.folder.toStdString()](Progress&) { *stored = io::read_ledger(folder); },
         .done = [this, stored, last] { show_ledger(ledger_table(*stored), last.title, last.folder); },
         // An audit that cannot be read any more is no news to somebody who opens a project.
         .failed = {}});
}

}  // namespace yiquan::plugin
