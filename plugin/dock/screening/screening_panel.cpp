// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/screening/screening_panel.hpp"

#include <qgsfilewidget.h>
#include <qgspathresolver.h>
#include <qgsproject.h>

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include <memory>

#include "plugin/dock/parts/layer_choice.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/dock/parts/scenario_table.hpp"
#include "plugin/dock/screening/screening_view.hpp"
#include "plugin/dock/screening/screening_words.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/list_file.hpp"
#include "plugin/layers/relocation_result.hpp"
#include "plugin/relocation/kept_answer.hpp"
#include "plugin/relocation/rules_example.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

const QString screening_document = QStringLiteral("screening.json");

}  // namespace

ScreeningPanel::ScreeningPanel(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk), run_(QStringLiteral("screening"), screening_document) {
    setObjectName(QStringLiteral("yiquanScreeningPanel"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    form_ = new_form();
    view_ = new ScreeningView(content);
    column->addWidget(form_);
    column->addWidget(view_);
    column->addStretch();
    scroll_ = new_scroll(content, this);
    bar_ = new RunBar(tr("&Screen the candidates"), "Screening", RunBar::Ends::cancelled_only, this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_, 1);
    page->addWidget(bar_);

    connect(&session_, &Session::changed, this, &ScreeningPanel::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        run_.forget();
        show_running(false);
        view_->clear();
        show_last();
    });
    connect(bar_, &RunBar::start_wanted, this, &ScreeningPanel::start);
    connect(bar_, &RunBar::cancel_wanted, &run_, &KeptRun::cancel);
    connect(&run_, &KeptRun::progressed, bar_, &RunBar::show_progress);
    connect(&run_, &KeptRun::answered, this, &ScreeningPanel::show_answer);
    connect(&run_, &KeptRun::failed, this, [this](const Error& error) {
        show_running(false);
        desk_.show(error);
    });
    connect(view_, &ScreeningView::place_wanted, this, [this](geo::LonLat place) {
        geo::Box box;
        box.include(place);
        desk_.zoom_to(box);
    });
    refresh();
    show_last();
}

QWidget* ScreeningPanel::new_form() {
    auto* part = new QWidget(this);
    QLabel* what = new_hint(
        tr("A rule file names the candidates, the layers to avoid or be near, and the limits."), part);
    file_ = new QgsFileWidget(part);
    file_->setObjectName(QStringLiteral("yiquanRules"));
    file_->setStorageMode(QgsFileWidget::GetFile);
    file_->setFilter(tr("Rule files") + QStringLiteral(" (*.toml)"));
    file_->setDialogTitle(tr("Rule file"));
    example_ = new_button(tr("E&xample…"), "yiquanRulesExample", part);
    example_->setToolTip(tr("Copies the shipped rules to a place of your choice, to be changed there."));
    edit_ = new_button(tr("&Edit"), "yiquanEditRules", part);
    edit_->setToolTip(tr("Opens the file with the system's editor."));
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(example_);
    row->addWidget(edit_);
    using Filters = QgsMapLayerProxyModel;
    candidates_ = new LayerChoice(session_, "screening_candidates",
                                  Filters::PointLayer | Filters::PolygonLayer | Filters::NoGeometry,
                                  "yiquanScreeningCandidates", part);
    candidates_->set_empty_text(tr("those of the rule file"));
    auto* form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(what);
    form->addRow(tr("&Rule file"), file_);
    form->addRow(row);
    form->addRow(tr("&Candidates"), candidates_);
    connect(file_, &QgsFileWidget::fileChanged, this, [this](const QString& path) {
        if (!refreshing_) choose_rules(path);
    });
    connect(example_, &QPushButton::clicked, this, &ScreeningPanel::copy_example);
    connect(edit_, &QPushButton::clicked, this, &ScreeningPanel::edit_rules);
    return part;
}

QString ScreeningPanel::rules() const {
    const QString kept = session_.value("screening_rules").toString();
    return kept.isEmpty() ? kept : session_.project().pathResolver().readPath(kept).trimmed();
}

void ScreeningPanel::choose_rules(const QString& path) {
    session_.set("screening_rules",
                 path.isEmpty() ? QVariant{} : QVariant{session_.project().pathResolver().writePath(path)});
}

void ScreeningPanel::refresh() {
    const QString path = rules();
    refreshing_ = true;
    if (file_->filePath().trimmed() != path) file_->setFilePath(path);
    refreshing_ = false;
    candidates_->refresh();
    edit_->setEnabled(!path.isEmpty());
    bar_->allow(!path.isEmpty(), path.isEmpty()
                                     ? tr("Choose a rule file first.")
                                     : tr("The program yiquan computes; QGIS stays usable meanwhile."));
}

void ScreeningPanel::copy_example() {
    auto* dialog = new QFileDialog(this, tr("Copy the example to"));
    dialog->setObjectName(QStringLiteral("yiquanRulesExampleDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(file_->filter());
    dialog->setDefaultSuffix(QStringLiteral("toml"));
    const QString home = session_.project().homePath();
    dialog->setDirectory(home.isEmpty() ? QDir::homePath() : home);
    dialog->selectFile(QStringLiteral("relocation.toml"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (const auto error = guarded([&] { write_rules_example(path); })) {
            desk_.show(*error);
            return;
        }
        choose_rules(path);
    });
    dialog->open();
}

void ScreeningPanel::edit_rules() {
    const QString path = rules();
    if (QFileInfo(path).isFile() && QDesktopServices::openUrl(QUrl::fromLocalFile(path))) return;
    desk_.show_warning(tr("%1 cannot be opened; look whether it is there, and open it with a text editor.")
                           .arg(QDir::toNativeSeparators(path).toHtmlEscaped()));
}

void ScreeningPanel::start() {
    if (const auto error = guarded([&] {
            const QgsMapLayer* chosen = session_.layer("screening_candidates");
            std::shared_ptr<const ListFile> candidates;
            if (chosen != nullptr) {
                candidates = std::make_shared<const ListFile>(*chosen, session_.project(),
                                                              QStringLiteral("candidates"));
            }
            run_.start(session_, {.prepare =
                                      [rules = QFileInfo(rules()).absoluteFilePath(), candidates](
                                          const QString& folder, Progress& progress) {
                                          QStringList words{QStringLiteral("screen"), rules};
                                          if (candidates) {
                                              words << QStringLiteral("--candidates")
                                                    << candidates->save(folder, progress);
                                          }
                                          return words << QStringLiteral("--output")
                                                       << QStringLiteral("screening.gpkg")
                                                       << QStringLiteral("--json");
                                      },
                                  .check = [](const QByteArray& text) { (void)screening_answer(text); }});
        })) {
        desk_.show(*error);
        return;
    }
    show_running(true);
}

void ScreeningPanel::show_running(bool running) {
    form_->setEnabled(!running);
    bar_->show_running(running);
    refresh();
}

void ScreeningPanel::show_answer(const QByteArray& document, const QString& folder) {
    show_running(false);
    const ScreeningAnswer answer = screening_answer(document);
    remember_folder(session_, "screening_last", folder);
    add_screening_layers(session_.project(), folder,
                         tr("Screening: %1 (%2)").arg(text(answer.title), QDir(folder).dirName()));
    view_->show_answer(answer, folder);
    desk_.show_success(screening_text(answer));
    // The layout settles first.
    QTimer::singleShot(0, view_, [this] { scroll_->verticalScrollBar()->setValue(view_->y()); });
    emit screened();
}

void ScreeningPanel::show_last() {
    const QString folder = remembered_folder(session_, "screening_last");
    const QByteArray document = kept_document(folder, screening_document);
    if (document.isEmpty()) return;
    // One that cannot be read any more is no news to somebody who opens a project.
    (void)guarded([&] { view_->show_answer(screening_answer(document), folder); });
}

}  // namespace yiquan::plugin
