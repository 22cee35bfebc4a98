// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/assignment_panel.hpp"

#include <qgsproject.h>

#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <memory>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/dock/relocation/relocation_form.hpp"
#include "plugin/dock/relocation/relocation_view.hpp"
#include "plugin/dock/relocation/relocation_words.hpp"
#include "plugin/layers/relocation_result.hpp"
#include "plugin/relocation/kept_answer.hpp"
#include "plugin/relocation/relocation_inputs.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

const QString relocation_document = QStringLiteral("relocation.json");

}  // namespace

AssignmentPanel::AssignmentPanel(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      run_(QStringLiteral("relocation"), relocation_document) {
    setObjectName(QStringLiteral("yiquanAssignmentPanel"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    form_ = new RelocationForm(session_, content);
    view_ = new RelocationView(content);
    column->addWidget(form_);
    column->addWidget(view_);
    column->addStretch();
    scroll_ = new_scroll(content, this);
    bar_ = new RunBar(tr("Assi&gn the households"), "Relocation", RunBar::Ends::with_best, this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_, 1);
    page->addWidget(bar_);

    connect(&session_, &Session::changed, this, &AssignmentPanel::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        run_.forget();
        show_running(false);
        view_->clear();
        show_last();
    });
    connect(bar_, &RunBar::start_wanted, this, &AssignmentPanel::start);
    connect(bar_, &RunBar::stop_wanted, &run_, &KeptRun::stop);
    connect(bar_, &RunBar::cancel_wanted, &run_, &KeptRun::cancel);
    connect(&run_, &KeptRun::progressed, bar_, &RunBar::show_progress);
    connect(&run_, &KeptRun::answered, this, &AssignmentPanel::show_answer);
    connect(&run_, &KeptRun::failed, this, [this](const Error& error) {
        show_running(false);
        desk_.show(error);
    });
    connect(view_, &RelocationView::place_wanted, this, [this](geo::LonLat place) {
        geo::Box box;
        box.include(place);
        desk_.zoom_to(box);
    });
    refresh();
    show_last();
}

void AssignmentPanel::showEvent(QShowEvent* event) {
    refresh();  // fields may have come or gone since
    QWidget::showEvent(event);
}

void AssignmentPanel::refresh() {
    const bool households = session_.layer("relocation_households") != nullptr;
    const bool sites = takes_screened_sites(session_)
                           ? !remembered_folder(session_, "screening_last").isEmpty()
                           : session_.layer("relocation_sites") != nullptr;
    bar_->allow(households && sites, !households ? tr("Choose the layer of those who move first.")
                                     : !sites
                                         ? tr("Screen candidates or choose a layer of sites first.")
                                         : tr("The program yiquan computes; QGIS stays usable meanwhile."));
    form_->refresh();
}

void AssignmentPanel::start() {
    if (const auto error = guarded([&] {
            const auto inputs = std::make_shared<const RelocationInputs>(session_);
            run_.start(session_,
                       {.prepare = [inputs](const QString& folder,
                                            Progress& progress) { return inputs->write(folder, progress); },
                        .check = [](const QByteArray& text) { (void)relocation_answer(text); }});
        })) {
        desk_.show(*error);
        return;
    }
    show_running(true);
}

void AssignmentPanel::show_running(bool running) {
    form_->setEnabled(!running);
    bar_->show_running(running);
    refresh();
}

void AssignmentPanel::show_answer(const QByteArray& document, const QString& folder) {
    show_running(false);
    RelocationAnswer answer = relocation_answer(document);
    add_places(answer, QDir(folder).filePath(QStringLiteral("relocation.gpkg")));
    remember_folder(session_, "relocation_last", folder);
    add_relocation_layers(session_.project(), folder, tr("Relocation (%1)").arg(QDir(folder).dirName()));
    view_->show_answer(answer, folder);
    desk_.show_success(proof_text(answer));
    // The layout settles first.
    QTimer::singleShot(0, view_, [this] { scroll_->verticalScrollBar()->setValue(view_->y()); });
}

void AssignmentPanel::show_last() {
    const QString folder = remembered_folder(session_, "relocation_last");
    const QByteArray document = kept_document(folder, relocation_document);
    if (document.isEmpty()) return;
    // One that cannot be read any more is no news to somebody who opens a project.
    (void)guarded([&] {
        RelocationAnswer answer = relocation_answer(document);
        add_places(answer, QDir(folder).filePath(QStringLiteral("relocation.gpkg")));
        view_->show_answer(answer, folder);
    });
}

}  // namespace yiquan::plugin
