// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/parts/kept_run_panel.hpp"

#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "plugin/dock/parts/answer_view.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/dock/parts/run_form.hpp"
#include "plugin/program/kept_answer.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

KeptRunPanel::KeptRunPanel(Session& session, const Desk& desk, RunForm* form, AnswerView* view,
                           QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      form_(form),
      view_(view),
      bar_(new RunBar(form->run().start, form->run().id, form->run().ends, this)),
      run_(form->run().kind, form->run().document) {
    setObjectName(QStringLiteral("yiquan%1Panel").arg(QLatin1String(form->run().id)));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->addWidget(form_);
    column->addWidget(view_);
    column->addStretch();
    scroll_ = new_scroll(content, this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_, 1);
    page->addWidget(bar_);

    connect(&session_, &Session::changed, this, &KeptRunPanel::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        run_.forget();
        show_running(false);
        view_->clear();
        show_last();
    });
    connect(bar_, &RunBar::start_wanted, this, &KeptRunPanel::start);
    connect(bar_, &RunBar::stop_wanted, &run_, &KeptRun::stop);
    connect(bar_, &RunBar::cancel_wanted, &run_, &KeptRun::cancel);
    connect(&run_, &KeptRun::progressed, bar_, &RunBar::show_progress);
    connect(&run_, &KeptRun::answered, this, &KeptRunPanel::show_answer);
    connect(&run_, &KeptRun::failed, this, [this](const Error& error) {
        show_running(false);
        desk_.show(error);
    });
    connect(view_, &AnswerView::place_wanted, this, [this](geo::LonLat place) {
        geo::Box box;
        box.include(place);
        desk_.zoom_to(box);
    });
    refresh();
    show_last();
}

void KeptRunPanel::showEvent(QShowEvent* event) {
    refresh();  // fields may have come or gone since
    QWidget::showEvent(event);
}

void KeptRunPanel::refresh() {
    form_->refresh();
    const QString lacking = form_->lacking();
    bar_->allow(lacking.isEmpty(),
                lacking.isEmpty() ? tr("The program yiquan does the computing; QGIS stays usable meanwhile.")
                                  : lacking);
}

void KeptRunPanel::start() {
    if (const auto error = guarded([this] { run_.start(session_, form_->steps()); })) {
        desk_.show(*error);
        return;
    }
    show_running(true);
}

void KeptRunPanel::show_running(bool running) {
    form_->setEnabled(!running);
    bar_->show_running(running);
    refresh();
}

void KeptRunPanel::show_answer(const QByteArray& document, const QString& folder) {
    show_running(false);
    remember_folder(session_, form_->run().kind, folder);
    if (const auto error = guarded([&] {
            view_->show_answer(document, folder);
            view_->add_layers(session_.project(), folder);
        })) {
        desk_.show(*error);
        return;
    }
    desk_.show_success(view_->headline());
    // The layout settles first.
    QTimer::singleShot(0, view_, [this] { scroll_->verticalScrollBar()->setValue(view_->y()); });
}

void KeptRunPanel::show_last() {
    const QString folder = remembered_folder(session_, form_->run().kind);
    const QByteArray document = kept_document(folder, form_->run().document);
    // One that cannot be read any more is no news to somebody who opens a project.
    if (!document.isEmpty()) (void)guarded([&] { view_->show_answer(document, folder); });
}

}  // namespace yiquan::plugin
