// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_page.hpp"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "core/io/locate/inputs.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/dock/parts/scenario_table.hpp"
#include "plugin/dock/siting/siting_form.hpp"
#include "plugin/dock/siting/siting_view.hpp"
#include "plugin/dock/siting/siting_words.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/siting_result.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

SitingPage::SitingPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk) {
    setObjectName(QStringLiteral("yiquanSitingPage"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    empty_ = new_empty_state();
    form_ = new SitingForm(session_, desk_, content);
    view_ = new SitingView(content);
    for (QWidget* part : std::initializer_list<QWidget*>{empty_, form_, view_}) column->addWidget(part);
    column->addStretch();
    scroll_ = new_scroll(content, this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_, 1);
    bar_ = new RunBar(tr("&Find sites"), "Siting", RunBar::Ends::with_best, this);
    page->addWidget(bar_);

    connect(bar_, &RunBar::start_wanted, this, &SitingPage::start);
    connect(bar_, &RunBar::stop_wanted, &run_, &SitingRun::stop);
    connect(bar_, &RunBar::cancel_wanted, &run_, &SitingRun::cancel);
    connect(&session_, &Session::changed, this, &SitingPage::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        run_.forget();
        show_running(false);
        view_->clear();
        refresh();
        show_last();
    });
    connect(&run_, &SitingRun::progressed, bar_, &RunBar::show_progress);
    connect(&run_, &SitingRun::answered, this, [this](const SitingAnswer& answer, const QString& folder) {
        show_running(false);
        show_answer(answer, folder);
    });
    connect(&run_, &SitingRun::failed, this, [this](const Error& error) {
        show_running(false);
        desk_.show(error);
    });
    connect(view_, &SitingView::place_wanted, this, [this](geo::LonLat place) {
        geo::Box box;
        box.include(place);
        desk_.zoom_to(box);
    });
    connect(view_, &SitingView::plan_wanted, this, &SitingPage::plan);
    show_running(false);
    show_last();
}

QWidget* SitingPage::new_empty_state() {
    auto* part = new QWidget(this);
    QLabel* text = new_text(part);
    text->setText(tr("Choose stations, demand and zones on the page Data first."));
    auto* go = new_button(tr("&Go to Data"), "yiquanSitingGoToData", part);
    connect(go, &QPushButton::clicked, this, &SitingPage::data_page_wanted);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text);
    layout->addWidget(go, 0, Qt::AlignLeft);
    return part;
}

void SitingPage::showEvent(QShowEvent* event) {
    refresh();  // fields may have come or gone since
    QWidget::showEvent(event);
}

void SitingPage::refresh() {
    const bool ready = session_.layer("facilities") != nullptr && session_.layer("demand") != nullptr &&
                       session_.layer("zones") != nullptr;
    empty_->setVisible(!ready);
    bar_->allow(ready && !run_.running(),
                ready ? tr("The program yiquan computes; QGIS stays usable meanwhile.")
                      : tr("Choose stations, demand and zones first."));
    form_->refresh();
}

void SitingPage::start() {
    if (const auto error = guarded([this] { run_.start(session_); })) {
        desk_.show(*error);
        return;
    }
    show_running(true);
}

void SitingPage::show_running(bool running) {
    form_->setEnabled(!running);
    bar_->show_running(running);
    refresh();
}

void SitingPage::show_answer(const SitingAnswer& answer, const QString& folder) {
    session_.set("siting_last", folder);
    if (const auto error = guarded([&] {
            const QString title =
                QStringLiteral("%1: %2 (%3)").arg(tr("Siting"), text(answer.model), QDir(folder).dirName());
            add_siting_layers(session_.project(), folder, title);
        })) {
        desk_.show(*error);
    }
    view_->show_answer(answer, folder);
    desk_.show_success(proof_text(answer));
    // The layout settles first.
    QTimer::singleShot(0, view_, [this] { scroll_->verticalScrollBar()->setValue(view_->y()); });
}

void SitingPage::show_last() {
    const QString folder = session_.value("siting_last").toString();
    QFile file(QDir(folder).filePath(QStringLiteral("plan.json")));
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly)) return;
    // One that cannot be read any more is no news to somebody who opens a project.
    (void)guarded([&] {
        SitingAnswer answer = siting_answer(file.readAll());
        add_sites(answer, QDir(folder).filePath(QStringLiteral("plan.gpkg")));
        view_->show_answer(answer, folder);
    });
}

void SitingPage::plan() {
    const SitingAnswer& answer = view_->answer();
    Scenario scenario;
    scenario.name = tr("Siting, %n site(s)", nullptr, static_cast<int>(view_->proposals().size()));
    scenario.standard = session_.value("standard").toString();
    scenario.radius = answer.limit.value_or(Cost{}).value();
    for (const report::ProposedSite& one : view_->proposals()) {
        StationChange change;
        change.id = text(one.id);
        change.name = text(one.name);
        change.state = StationState::added;
        change.place = one.place;
        if (one.place) scenario.changes.push_back(change);
    }
    for (const std::string& id : answer.closed) {
        StationChange change;
        change.id = text(io::id_in_list(id));
        const auto site = answer.sites.find(id);
        if (site != answer.sites.end()) change.name = text(site->second.name);
        change.state = StationState::removed;
        scenario.changes.push_back(change);
    }
    emit plan_wanted(scenario);
}

}  // namespace yiquan::plugin
