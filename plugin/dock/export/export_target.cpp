// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_target.hpp"

#include <qgsfilewidget.h>
#include <qgsfilterlineedit.h>
#include <qgsproject.h>

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/error.hpp"
#include "plugin/dock/export/export_page_list.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

const QString all_pages = QStringLiteral("all");
const QString this_page = QStringLiteral("this");
const QString listed_pages = QStringLiteral("list");
constexpr int print_dpi = 300;
constexpr std::array formats{PaperFormat::pdf, PaperFormat::png, PaperFormat::svg};

/// The format that a name ends in; -1 for any other ending, or none.
int format_of(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (int at = 0; at < static_cast<int>(formats.size()); ++at) {
        if (ending(formats[static_cast<std::size_t>(at)]) == suffix) return at;
    }
    return -1;
}

QString without_ending(const QString& path) {
    const QFileInfo file(path);
    return format_of(path) < 0 ? path : path.left(path.size() - file.suffix().size() - 1);
}

}  // namespace

ExportTarget::ExportTarget(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    constexpr int least_dpi = 72;
    constexpr int most_dpi = 600;
    constexpr int dpi_step = 50;
    which_ = new QComboBox(this);
    which_->setObjectName(QStringLiteral("yiquanWhichPages"));
    fit(*which_);
    which_->addItem(tr("All pages"), all_pages);
    which_->addItem(tr("The page shown"), this_page);
    which_->addItem(tr("These pages"), listed_pages);
    list_ = new QLineEdit(this);
    list_->setObjectName(QStringLiteral("yiquanPageList"));
    list_->setPlaceholderText(QStringLiteral("1-3, 5"));
    list_->setToolTip(tr("Numbers of the pages, such as 1-3, 5."));
    file_ = new QgsFileWidget(this);
    file_->setObjectName(QStringLiteral("yiquanExportFile"));
    file_->setStorageMode(QgsFileWidget::SaveFile);
    file_->setDialogTitle(tr("Export the pages"));
    file_->setFilter(tr("PDF (*.pdf);;Pictures (*.png);;Drawings (*.svg)"));
    file_->setConfirmOverwrite(false);  // the page asks, because it knows the names of all files
    file_->setToolTip(tr("One PDF, or one picture for each page: maps-1.png, maps-2.png and so on."));
    format_ = new QComboBox(this);
    format_->setObjectName(QStringLiteral("yiquanExportFormat"));
    for (const PaperFormat format : formats) format_->addItem(ending(format).toUpper());
    format_->setToolTip(tr("PDF to print and to send, PNG for slides and chats, SVG to draw on."));
    dpi_ = new QSpinBox(this);
    dpi_->setObjectName(QStringLiteral("yiquanDpi"));
    dpi_->setRange(least_dpi, most_dpi);
    dpi_->setSingleStep(dpi_step);
    dpi_->setSuffix(QStringLiteral(" dpi"));
    dpi_->setKeyboardTracking(false);
    dpi_->setToolTip(tr("Resolution of pictures; 300 for print, 150 for a screen."));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* pages = new QHBoxLayout;
    pages->addWidget(which_, 1);
    pages->addWidget(list_, 1);
    form->addRow(tr("&Pages"), pages);
    static_cast<QLabel*>(form->labelForField(pages))->setBuddy(which_);
    form->addRow(tr("&File"), file_);
    auto* format = new QHBoxLayout;
    format->addWidget(format_);
    format->addWidget(dpi_);
    format->addStretch();
    form->addRow(tr("F&ormat"), format);
    static_cast<QLabel*>(form->labelForField(format))->setBuddy(format_);

    connect(which_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        show_which();
        if (refreshing_) return;
        session_.set("export_which", which_->currentData());
        if (!list_->isHidden()) list_->setFocus();
        emit changed();
    });
    connect(list_, &QLineEdit::textEdited, this, &ExportTarget::changed);
    connect(list_, &QLineEdit::editingFinished, this, [this] {
        const QString text = list_->text().trimmed();
        session_.set("export_pages", text.isEmpty() ? QVariant{} : QVariant{text});
    });
    connect(file_, &QgsFileWidget::fileChanged, this, &ExportTarget::choose_file);
    connect(format_, qOverload<int>(&QComboBox::currentIndexChanged), this, &ExportTarget::choose_format);
    connect(dpi_, qOverload<int>(&QSpinBox::valueChanged), this, [this](int dpi) {
        if (refreshing_) return;
        session_.set("export_dpi", dpi == print_dpi ? QVariant{} : QVariant{dpi});
        emit changed();
    });
    refresh();
}

void ExportTarget::suggest(const QString& folder) {
    const QString stem = folder.isEmpty() ? QString{} : QDir(folder).filePath(tr("maps"));
    if (stem == suggested_) return;
    suggested_ = stem;
    refresh();
}

void ExportTarget::set_pages(std::size_t pages) {
    several_ = pages > 1;
    show_which();
}

QString ExportTarget::path() const {
    const QString written = file_->filePath().trimmed();
    const QString stem = written.isEmpty() ? suggested_ : without_ending(written);
    if (stem.isEmpty()) return {};
    const QDir beside = QFileInfo(suggested_).dir();  // where a name without a folder goes
    return beside.filePath(stem) + QLatin1Char('.') +
           ending(formats[static_cast<std::size_t>(format_->currentIndex())]);
}

ExportOptions ExportTarget::options(std::size_t shown, std::size_t pages) const {
    ExportOptions options;
    options.format = formats[static_cast<std::size_t>(format_->currentIndex())];
    // What a PDF or SVG cannot hold as lines is made for print.
    options.dpi = options.format == PaperFormat::png ? dpi_->value() : print_dpi;
    const QString which = which_->currentData().toString();
    if (pages > 1 && which == this_page) options.pages = {shown};
    if (pages > 1 && which == listed_pages) {
        options.pages = page_list(list_->text(), pages);
        if (options.pages.empty()) {
            throw Error{ErrorKind::usage,
                        {"No pages are named; write their numbers like 1-3, 5, or choose all pages.",
                         "没有写页码；请写成 1-3，5 这样，或选择全部页面。"}};
        }
    }
    return options;
}

void ExportTarget::refresh() {
    refreshing_ = true;
    which_->setCurrentIndex(std::max(0, which_->findData(session_.value("export_which"))));
    if (!list_->hasFocus()) list_->setText(session_.value("export_pages").toString());
    dpi_->setValue(static_cast<int>(session_.number("export_dpi").value_or(print_dpi)));
    const QString chosen =
        session_.project().pathResolver().readPath(session_.value("export_file").toString());
    int format = format_of(chosen);
    if (format < 0) format = format_of(QStringLiteral(".") + session_.value("export_format").toString());
    format_->setCurrentIndex(std::max(0, format));
    file_->setFilePath(chosen.isEmpty() && !suggested_.isEmpty()
                           ? suggested_ + QLatin1Char('.') +
                                 ending(formats[static_cast<std::size_t>(format_->currentIndex())])
                           : chosen);
    refreshing_ = false;
    show_which();
    show_format();
}

void ExportTarget::show_which() {
    which_->setEnabled(several_);
    list_->setVisible(several_ && which_->currentData().toString() == listed_pages);
}

void ExportTarget::show_format() {
    const PaperFormat format = formats[static_cast<std::size_t>(format_->currentIndex())];
    dpi_->setVisible(format == PaperFormat::png);
    const QStringList filters = file_->filter().split(QStringLiteral(";;"));
    file_->setSelectedFilter(filters.value(format_->currentIndex()));
}

void ExportTarget::choose_format() {
    show_format();
    if (refreshing_) return;
    const QString suffix = ending(formats[static_cast<std::size_t>(format_->currentIndex())]);
    session_.set("export_format", format_->currentIndex() == 0 ? QVariant{} : QVariant{suffix});
    const QString written = file_->filePath().trimmed();
    if (!written.isEmpty()) file_->setFilePath(without_ending(written) + QLatin1Char('.') + suffix);
    emit changed();
}

void ExportTarget::choose_file() {
    if (refreshing_) return;
    const QString written = file_->filePath().trimmed();
    const bool own = !written.isEmpty() && without_ending(written) != suggested_;
    session_.set("export_file", own ? QVariant{written} : QVariant{});
    const int format = format_of(written);
    if (format >= 0) format_->setCurrentIndex(format);
    emit changed();
}

QStringList files_in_the_way(const QString& path, const ExportOptions& options, std::size_t pages) {
    std::vector<std::size_t> chosen = options.pages;
    if (chosen.empty()) {
        chosen.resize(pages);
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    }
    QStringList names;
    if (options.format == PaperFormat::pdf || chosen.size() == 1) {
        names << path;
    } else {
        for (const std::size_t page : chosen) {
            names << QStringLiteral("%1-%2.%3")
                         .arg(without_ending(path))
                         .arg(page + 1)
                         .arg(ending(options.format));
        }
    }
    names.erase(std::remove_if(names.begin(), names.end(),
                               [](const QString& name) { return !QFileInfo::exists(name); }),
                names.end());
    return names;
}

}  // namespace yiquan::plugin
