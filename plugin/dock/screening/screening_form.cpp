// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/screening/screening_form.hpp"

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
#include <QUrl>

#include <memory>

#include "plugin/dock/parts/layer_choice.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/layers/list_file.hpp"
#include "plugin/relocation/relocation_inputs.hpp"
#include "plugin/relocation/rules_example.hpp"
#include "plugin/relocation/screening_answer.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

ScreeningForm::ScreeningForm(Session& session, const Desk& desk, QWidget* parent)
    : RunForm({screening_run, QStringLiteral("screening.json"), "Screening", tr("&Screen the candidates"),
               RunBar::Ends::cancelled_only},
              parent),
      session_(session),
      desk_(desk) {
    QLabel* what = new_hint(
        tr("A rule file names the candidates, the layers to avoid or be near, and the limits."), this);
    file_ = new QgsFileWidget(this);
    file_->setObjectName(QStringLiteral("yiquanRules"));
    file_->setStorageMode(QgsFileWidget::GetFile);
    file_->setFilter(tr("Rule files") + QStringLiteral(" (*.toml)"));
    file_->setDialogTitle(tr("Rule file"));
    example_ = new_button(tr("E&xample…"), "yiquanRulesExample", this);
    example_->setToolTip(tr("Copies the shipped rules to a place of your choice, to be changed there."));
    edit_ = new_button(tr("&Edit"), "yiquanEditRules", this);
    edit_->setToolTip(tr("Opens the file with the system's editor."));
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(example_);
    row->addWidget(edit_);
    using Filters = QgsMapLayerProxyModel;
    candidates_ = new LayerChoice(session_, "screening_candidates",
                                  Filters::PointLayer | Filters::PolygonLayer | Filters::NoGeometry,
                                  "yiquanScreeningCandidates", this);
    candidates_->set_empty_text(tr("those of the rule file"));
    auto* form = new QFormLayout(this);
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
    connect(example_, &QPushButton::clicked, this, &ScreeningForm::copy_example);
    connect(edit_, &QPushButton::clicked, this, &ScreeningForm::edit_rules);
    refresh();
}

QString ScreeningForm::rules() const {
    const QString kept = session_.value("screening_rules").toString();
    return kept.isEmpty() ? kept : session_.project().pathResolver().readPath(kept).trimmed();
}

void ScreeningForm::choose_rules(const QString& path) {
    session_.set("screening_rules",
                 path.isEmpty() ? QVariant{} : QVariant{session_.project().pathResolver().writePath(path)});
}

void ScreeningForm::refresh() {
    const QString path = rules();
    refreshing_ = true;
    if (file_->filePath().trimmed() != path) file_->setFilePath(path);
    refreshing_ = false;
    candidates_->refresh();
    edit_->setEnabled(!path.isEmpty());
}

QString ScreeningForm::lacking() const {
    return rules().isEmpty() ? tr("Choose a rule file first.") : QString();
}

void ScreeningForm::copy_example() {
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

void ScreeningForm::edit_rules() {
    const QString path = rules();
    if (QFileInfo(path).isFile() && QDesktopServices::openUrl(QUrl::fromLocalFile(path))) return;
    desk_.show_warning(tr("%1 cannot be opened; check that it is there, and open it with a text editor.")
                           .arg(QDir::toNativeSeparators(path).toHtmlEscaped()));
}

KeptRun::Steps ScreeningForm::steps() const {
    std::shared_ptr<const ListFile> candidates;
    if (const QgsMapLayer* chosen = session_.layer("screening_candidates")) {
        candidates =
            std::make_shared<const ListFile>(*chosen, session_.project(), QStringLiteral("candidates"));
    }
    return {.prepare =
                [rules = QFileInfo(rules()).absoluteFilePath(), candidates](const QString& folder,
                                                                            Progress& progress) {
                    QStringList words{QStringLiteral("screen"), rules};
                    if (candidates) {
                        words << QStringLiteral("--candidates") << candidates->save(folder, progress);
                    }
                    return words << QStringLiteral("--output") << QStringLiteral("screening.gpkg")
                                 << QStringLiteral("--json");
                },
            .check = [](const QByteArray& document) { (void)screening_answer(document); }};
}

}  // namespace yiquan::plugin
