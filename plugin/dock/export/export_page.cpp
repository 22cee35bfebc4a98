// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_page.hpp"

#include <qgscollapsiblegroupbox.h>
#include <qgsfeedback.h>
#include <qgsguiutils.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <tuple>

#include "plugin/desk/job.hpp"
#include "plugin/dock/export/export_form.hpp"
#include "plugin/dock/export/export_hold.hpp"
#include "plugin/dock/export/export_preview.hpp"
#include "plugin/dock/export/export_question.hpp"
#include "plugin/dock/export/export_report.hpp"
#include "plugin/dock/export/export_target.hpp"
#include "plugin/dock/parts/file_link.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

constexpr int pause_ms = 400;  // after a key, before the page is drawn anew

/// When the package of an audit was written; invalid where there is none.
QDateTime written_at(const QString& package) {
    const QFileInfo file(package);
    return file.isDir() ? QFileInfo(QDir(package).filePath(QStringLiteral("audit.gpkg"))).lastModified()
                        : file.lastModified();
}

bool same_request(const MapRequest& a, const MapRequest& b) {
    const auto all = [](const MapRequest& r) {
        return std::tie(r.package, r.before, r.layouts, r.language, r.title, r.subtitle, r.unit, r.approval,
                        r.date);
    };
    return all(a) == all(b);
}

}  // namespace

ExportPage::ExportPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk), pause_(new QTimer(this)) {
    setObjectName(QStringLiteral("yiquanExportPage"));
    pause_->setSingleShot(true);
    pause_->setInterval(pause_ms);

    auto* content = new QWidget;
    empty_ = new_empty_state();
    form_ = new ExportForm(session_, content);
    preview_ = new ExportPreview(content);
    preview_->setObjectName(QStringLiteral("yiquanPreview"));
    designer_ = new_button(tr("Open in &layout designer"), "yiquanOpenDesigner", content);
    designer_->setToolTip(tr("Puts the page shown into the project, to change it by hand."));
    target_ = new ExportTarget(session_, content);
    report_group_ = new QgsCollapsibleGroupBoxBasic(tr("Report (HTML)"), content);
    report_group_->setObjectName(QStringLiteral("yiquanReportGroup"));
    report_ = new ExportReport(
        session_, desk_, [this] { return form_->request(); }, report_group_);
    auto* report = new QVBoxLayout(report_group_);
    report->addWidget(report_);
    report_group_->setCollapsed(true);
    auto* column = new QVBoxLayout(content);
    for (QWidget* part : std::initializer_list<QWidget*>{empty_, form_, preview_}) column->addWidget(part);
    column->addWidget(designer_, 0, Qt::AlignRight);
    column->addWidget(target_);
    column->addWidget(report_group_);
    column->addStretch();
    scroll_ = new_scroll(content, this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll_, 1);
    page->addWidget(new_footer());

    connect(pause_, &QTimer::timeout, this, &ExportPage::refresh_preview);
    connect(form_, &ExportForm::changed, this, &ExportPage::change);
    connect(designer_, &QPushButton::clicked, this, &ExportPage::open_designer);
    connect(preview_, &ExportPreview::turned, pause_, qOverload<>(&QTimer::start));
    connect(preview_, &ExportPreview::turned, question_, &QWidget::hide);
    connect(preview_, &ExportPreview::grown, this, [this] {
        drawn_.reset();
        pause_->start();
    });
    connect(report_, &ExportReport::written, this, &ExportPage::show_report);
    connect(target_, &ExportTarget::changed, question_, &QWidget::hide);
    connect(&session_, &Session::audits_changed, this, &ExportPage::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        if (feedback_ != nullptr) feedback_->cancel();
        done_->hide();
        refresh();
    });
    show_running(false);
    refresh();
}

ExportPage::~ExportPage() {
    if (feedback_ != nullptr) feedback_->cancel();
}

QWidget* ExportPage::new_empty_state() {
    auto* part = new QWidget(this);
    part->setObjectName(QStringLiteral("yiquanNoAudit"));
    QLabel* text = new_text(part);
    text->setText(
        tr("There is no audit yet. Run one on the page Coverage, or choose the folder of one below."));
    auto* go = new_button(tr("Go to Co&verage"), "yiquanGoToCoverage", part);
    connect(go, &QPushButton::clicked, this, &ExportPage::coverage_page_wanted);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text);
    layout->addWidget(go, 0, Qt::AlignLeft);
    return part;
}

QWidget* ExportPage::new_footer() {
    auto* part = new QWidget(this);
    question_ = new ExportQuestion("yiquanReplace", part);
    done_ = new_text(part);
    done_->setObjectName(QStringLiteral("yiquanExported"));
    done_->setOpenExternalLinks(true);
    done_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    done_->hide();
    export_ = new_button(tr("&Export"), "yiquanExport", part);
    show_report_ = new_button(tr("&Report (HTML)…"), "yiquanShowReport", part);
    bar_ = new QProgressBar(part);
    bar_->setObjectName(QStringLiteral("yiquanExportProgress"));
    cancel_ = new_button(tr("Cance&l"), "yiquanCancelExport", part);
    auto* running = new QHBoxLayout;
    running->addWidget(bar_, 1);
    running->addWidget(cancel_);
    auto* row = new QHBoxLayout;
    row->addWidget(export_);
    row->addWidget(show_report_);
    row->addStretch();
    auto* layout = new QVBoxLayout(part);
    layout->addWidget(done_);
    layout->addWidget(question_);
    layout->addLayout(running);
    layout->addLayout(row);
    connect(export_, &QPushButton::clicked, this, [this] { start(io::Overwrite::no); });
    connect(question_, &ExportQuestion::replace, this, [this] { start(io::Overwrite::yes); });
    connect(show_report_, &QPushButton::clicked, this, &ExportPage::show_report);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (feedback_ == nullptr) return;
        feedback_->cancel();
        cancel_->setEnabled(false);
    });
    return part;
}

void ExportPage::showEvent(QShowEvent* event) {
    refresh();
    QWidget::showEvent(event);
}

void ExportPage::refresh() {
    form_->refresh();
    target_->refresh();
    change();
}

void ExportPage::change() {
    const QString folder = form_->request().package;
    question_->hide();
    empty_->setVisible(session_.audits().isEmpty() && folder.isEmpty());
    target_->suggest(folder);
    report_->suggest(folder);
    show_buttons();
    pause_->start();
}

void ExportPage::show_buttons() {
    const bool chosen = !form_->request().package.isEmpty();
    for (QPushButton* button : {export_, designer_, show_report_}) button->setEnabled(chosen && !busy_);
    export_->setToolTip(chosen ? tr("Writes the pages into the file above.") : tr("Choose an audit first."));
}

void ExportPage::show_running(bool running) {
    bar_->setVisible(running);
    bar_->setValue(0);
    cancel_->setVisible(running);
    cancel_->setEnabled(running);
    scroll_->widget()->setEnabled(!running);
    show_buttons();
    if (running) cancel_->setFocus();
}

void ExportPage::refresh_preview() {
    if (busy_ || !isVisible()) return;
    if (form_->request().package.isEmpty()) {
        close_book({});
        return;
    }
    const QScopedValueRollback<bool> drawing(busy_, true);
    if (const auto error = guarded([this] {
            open_book();
            draw_page();
        })) {
        close_book(say(error->message()));
    }
}

void ExportPage::open_book() {
    const MapRequest request = form_->request();
    if (request.package.isEmpty()) {
        throw Error{ErrorKind::usage, {"Choose an audit first.", "请先选择一次审计。"}};
    }
    if (form_->layout_chosen().contents == Contents::compare && request.before.isEmpty()) {
        throw Error{ErrorKind::usage,
                    {"Pages with before and after need an earlier audit; choose it above under \"Before\".",
                     "前后对比页需要一次之前的审计，请在上方“之前”处选择。"}};
    }
    const QDateTime written = written_at(request.package);
    if (book_ != nullptr && same_request(request, asked_) && written == written_) return;
    const QgsTemporaryCursorOverride wait(Qt::WaitCursor);
    book_.reset();
    drawn_.reset();
    book_ = std::make_shared<MapBook>(request);
    asked_ = request;
    written_ = written;
    preview_->show_pages(book_->pages());
    target_->set_pages(book_->pages().size());
}

void ExportPage::draw_page() {
    const std::size_t page = preview_->page();
    if (drawn_ == page) return;
    const QgsTemporaryCursorOverride wait(Qt::WaitCursor);
    preview_->show_picture(book_->preview(page, preview_->room()));
    drawn_ = page;
}

void ExportPage::close_book(const QString& why) {
    book_.reset();
    drawn_.reset();
    preview_->show_reason(why);
}

void ExportPage::start(io::Overwrite overwrite) {
    if (busy_) return;
    question_->hide();
    done_->hide();
    QString path;
    ExportOptions options;
    if (const auto error = guarded([&] {
            open_book();
            path = target_->path();
            options = target_->options(preview_->page(), book_->pages().size());
        })) {
        desk_.show(*error);
        return;
    }
    options.overwrite = overwrite;
    const QStringList there = files_in_the_way(path, options, book_->pages().size());
    if (overwrite == io::Overwrite::no && !there.isEmpty()) {
        question_->ask(there);
        return;
    }
    write(path, options);
}

void ExportPage::write(const QString& path, const ExportOptions& options) {
    const QPointer<ExportPage> self(this);
    const std::shared_ptr<MapBook> book = book_;  // whatever happens to the page meanwhile
    QgsFeedback feedback;
    feedback_ = &feedback;
    QStringList files;
    busy_ = true;
    show_running(true);
    std::optional<Error> error;
    {
        const ExportHold hold(*cancel_);
        connect(&feedback, &QgsFeedback::progressChanged, bar_, [this](double percent) {
            bar_->setValue(qRound(percent));
            QCoreApplication::processEvents();
        });
        QCoreApplication::processEvents();  // so that the bar is seen before the first page
        error = guarded([&] { files = book->write(path, options, &feedback); });
    }
    if (self == nullptr) return;
    busy_ = false;
    show_running(false);
    export_->setFocus();
    if (error) {
        desk_.show(*error);
    } else {
        show_written(files);
    }
    pause_->start();  // the book may be another one than the preview's
}

void ExportPage::show_written(const QStringList& files) {
    const QString first = files.front();
    const QString text =
        (files.size() == 1 ? tr("%1 was written.")
                           : tr("%1 and %n more file(s) were written.", nullptr, files.size() - 1))
            .arg(QFileInfo(first).fileName())
            .toHtmlEscaped();
    const QString folder = link_to_folder(first);
    done_->setText(QStringLiteral("%1 %2 · %3").arg(text, link_to(first, tr("Open the file")), folder));
    done_->setToolTip(QDir::toNativeSeparators(first));
    done_->show();
    desk_.show_success(text + QLatin1Char(' ') + folder);
}

void ExportPage::open_designer() {
    if (busy_) return;
    const QScopedValueRollback<bool> drawing(busy_, true);
    pause_->start();
    QgsPrintLayout* layout = nullptr;
    if (const auto error = guarded([&] {
            const QgsTemporaryCursorOverride wait(Qt::WaitCursor);
            open_book();
            layout = book_->hand_over(preview_->page(), session_.project());
        })) {
        desk_.show(*error);
        return;
    }
    desk_.show_success(
        tr("The page is in the project now: Project > Layouts > %1.").arg(layout->name().toHtmlEscaped()));
    if (desk_.open_designer) desk_.open_designer(*layout);
}

void ExportPage::show_report() {
    report_group_->setCollapsed(false);
    // The layout settles first.
    QTimer::singleShot(0, report_group_, [this] {
        scroll_->ensureWidgetVisible(report_group_);
        report_->setFocus();
    });
}

}  // namespace yiquan::plugin
