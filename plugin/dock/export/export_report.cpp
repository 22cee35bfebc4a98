// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_report.hpp"

#include <qgsfilewidget.h>
#include <qgsproject.h>

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include "core/io/report/job.hpp"
#include "plugin/dock/export/export_question.hpp"
#include "plugin/dock/parts/file_link.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
ExportReport::ExportReport(Session& session, const Desk& desk, std::function<MapRequest()> request,
                           QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk), request_(std::move(request)) {
    file_ = new QgsFileWidget(this);
    file_->setObjectName(QStringLiteral("yiquanReportFile"));
    file_->setStorageMode(QgsFileWidget::SaveFile);
    file_->setDialogTitle(tr("Report on the audit"));
    file_->setFilter(tr("Web page (*.html)"));
    file_->setConfirmOverwrite(false);
    write_ = new_button(tr("&Write the report"), "yiquanWriteReport", this);
    cancel_ = new_button(tr("Cancel"), "yiquanCancelReport", this);
    cancel_->hide();
    question_ = new ExportQuestion("yiquanReplaceReport", this);
    done_ = new_text(this);
    done_->setObjectName(QStringLiteral("yiquanReportDone"));
    done_->setOpenExternalLinks(true);
    done_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    done_->hide();

    auto* row = new QHBoxLayout;
    row->addWidget(write_);
    row->addWidget(cancel_);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new_hint(tr("One page with figures, tables and a map for any browser, without a "
                                  "network."),
                               this));
    layout->addWidget(file_);
    layout->addLayout(row);
    layout->addWidget(question_);
    layout->addWidget(done_);

    connect(file_, &QgsFileWidget::fileChanged, this, [this](const QString& file) {
        question_->hide();
        if (refreshing_) return;
        const bool own = !file.trimmed().isEmpty() && file.trimmed() != suggested_;
        session_.set("export_report", own ? QVariant{file.trimmed()} : QVariant{});
    });
    connect(write_, &QPushButton::clicked, this, [this] { write(io::Overwrite::no); });
    connect(question_, &ExportQuestion::replace, this, [this] { write(io::Overwrite::yes); });
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (job_ != nullptr) job_->cancel();
    });
    connect(&session_, &Session::replaced, this, [this] {
        end();
        question_->hide();
        done_->hide();
    });
    refresh();
}

void ExportReport::suggest(const QString& folder) {
    suggested_ = folder.isEmpty() ? QString{} : QDir(folder).filePath(QStringLiteral("report.html"));
    refresh();
}

void ExportReport::refresh() {
    refreshing_ = true;
    const QString chosen =
        session_.project().pathResolver().readPath(session_.value("export_report").toString());
    file_->setFilePath(chosen.isEmpty() ? suggested_ : chosen);
    write_->setEnabled(!suggested_.isEmpty() && job_ == nullptr);
    refreshing_ = false;
}

QString ExportReport::path() const {
    const QString written = file_->filePath().trimmed();
    if (written.isEmpty()) return suggested_;
    const QString suffix = QFileInfo(written).suffix().toLower();
    const bool complete = suffix == QLatin1String("html") || suffix == QLatin1String("htm");
    const QDir beside = QFileInfo(suggested_).dir();  // where a name without a folder goes
    return beside.filePath(complete ? written : written + QStringLiteral(".html"));
}

void ExportReport::write(io::Overwrite overwrite) {
    const QString target = path();
    if (overwrite == io::Overwrite::no && QFileInfo::exists(target)) {
        question_->ask({target});
        return;
    }
    const MapRequest request = request_();
    const io::ReportJob report{
        request.package.toStdString(), request.before.toStdString(), target.toStdString(), overwrite,
        request.language == PaperLanguage::english ? Language::english : Language::chinese};
    question_->hide();
    done_->hide();
    job_ = Job::start(
        tr("Yiquan: report"), this,
        {.work = [report](Progress& progress) { (void)io::run_report(report, progress); },
         .done =
             [this, target] {
                 end();
                 const QString text = tr("%1 was written.").arg(QFileInfo(target).fileName()).toHtmlEscaped();
                 done_->setText(text + QLatin1Char(' ') + link_to(target, tr("Open in the browser")));
                 done_->setToolTip(QDir::toNativeSeparators(target));
                 done_->show();
                 desk_.show_success(text + QLatin1Char(' ') + link_to_folder(target));
                 emit written();
             },
         .failed =
             [this](const Error& error) {
                 end();
                 desk_.show(error);
             }});
    write_->setEnabled(false);
    cancel_->show();
}

void ExportReport::end() {
    Job::forget(job_);
    cancel_->hide();
    refresh();
}

}  // namespace yiquan::plugin
