// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_form.hpp"

#include <qgscollapsiblegroupbox.h>

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

#include "plugin/dock/export/export_audit.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

/// The two halves of a layout's title: "A3" and "A page per county".
struct Halves {
    QString paper;
    QString contents;
};

Halves halves(const PaperLayout& layout) {
    const QString title = say(layout.title_en, layout.title_zh);
    for (const QString& colon : {QStringLiteral("："), QStringLiteral(": ")}) {
        const int at = title.indexOf(colon);
        if (at < 0) continue;
        QString contents = title.mid(at + colon.size());
        contents[0] = contents.at(0).toUpper();
        return {title.left(at), contents};
    }
    return {title, title};
}

const PaperLayout* layout_of(const QString& id) {
    const std::string wanted = id.toStdString();
    const auto found = std::find_if(paper_layouts.begin(), paper_layouts.end(),
                                    [&](const PaperLayout& layout) { return layout.id == wanted; });
    return found == paper_layouts.end() ? nullptr : found;
}

QFormLayout* new_rows(QWidget* parent) {
    auto* form = new QFormLayout(parent);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    return form;
}

QComboBox* new_box(const char* name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    fit(*box);
    return box;
}

}  // namespace

ExportForm::ExportForm(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new_choices());
    layout->addWidget(new_words());
    refresh();
}

QWidget* ExportForm::new_choices() {
    auto* part = new QWidget(this);
    audit_ = new ExportAudit(session_, "export_audit", "yiquanExportAudit", part);
    before_ = new ExportAudit(session_, "export_before", "yiquanExportBefore", part);
    paper_ = new_box("yiquanPaper", part);
    contents_ = new_box("yiquanContents", part);
    language_ = new_box("yiquanPaperLanguage", part);
    QFormLayout* form = new_rows(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("A&udit"), audit_);
    before_label_ = new QLabel(tr("&Before"), part);
    before_label_->setBuddy(before_);
    before_->setToolTip(tr("The earlier audit."));
    form->addRow(before_label_, before_);

    for (const PaperLayout& layout : paper_layouts) {
        const QString paper = halves(layout).paper;
        if (paper_->findText(paper) < 0) paper_->addItem(paper);
    }
    form->addRow(tr("Pa&ge size"), paper_);
    tell_whole(*contents_);
    form->addRow(tr("&Content"), contents_);

    language_->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language_->addItem(QStringLiteral("中文 + English"), QStringLiteral("both"));
    language_->setToolTip(tr("Language on the page; names stay as the data writes them."));
    form->addRow(tr("La&nguage"), language_);

    for (ExportAudit* audit : {audit_, before_}) {
        connect(audit, &ExportAudit::changed, this, [this] {
            show_audits();
            emit changed();
        });
    }
    connect(paper_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        if (refreshing_) return;
        list_contents(layout_chosen().contents);
        choose_layout();
    });
    connect(contents_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        if (!refreshing_) choose_layout();
    });
    connect(language_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        if (refreshing_) return;
        session_.set("export_language", language_->currentData());
        emit changed();
    });
    return part;
}

QWidget* ExportForm::new_words() {
    auto* group = new QgsCollapsibleGroupBoxBasic(tr("Words on the page"), this);
    group->setObjectName(QStringLiteral("yiquanPageWords"));
    QFormLayout* form = new_rows(group);
    const auto add = [&](std::size_t at, std::string_view id, const char* name, const QString& label,
                         const QString& placeholder) {
        auto* line = new QLineEdit(group);
        line->setObjectName(QLatin1String(name));
        line->setPlaceholderText(placeholder);
        form->addRow(label, line);
        words_[at] = {id, line};
        connect(line, &QLineEdit::textEdited, this, &ExportForm::changed);
        connect(line, &QLineEdit::editingFinished, this, [this, at] { keep(words_[at]); });
    };
    add(0, "export_title", "yiquanMapTitle", tr("&Title"), tr("the audit's title"));
    add(1, "export_subtitle", "yiquanMapSubtitle", tr("&Subtitle"), tr("standard and figure of the page"));
    add(2, "export_unit", "yiquanMapUnit", tr("Un&it"), tr("who made the map"));
    add(3, "export_approval", "yiquanMapApproval", tr("Appro&val"), tr("for internal meetings"));
    words_[3].line->setToolTip(
        tr("Number of the map's approval (审图号). Without one the page says that it is for internal "
           "meetings."));

    date_ = new QDateEdit(group);
    date_->setObjectName(QStringLiteral("yiquanMapDate"));
    date_->setCalendarPopup(true);
    date_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    date_->setToolTip(tr("Today, unless you choose another day."));
    form->addRow(tr("&Date"), date_);
    connect(date_, &QDateEdit::dateChanged, this, [this](QDate date) {
        if (refreshing_) return;
        session_.set("export_date",
                     date == QDate::currentDate() ? QVariant{} : QVariant{date.toString(Qt::ISODate)});
        emit changed();
    });
    group->setCollapsed(true);
    return group;
}

void ExportForm::keep(const Words& words) {
    const QString text = words.line->text().trimmed();
    session_.set(words.id, text.isEmpty() ? QVariant{} : QVariant{text});
}

void ExportForm::list_contents(Contents wanted) {
    const bool before = refreshing_;
    refreshing_ = true;
    contents_->clear();
    for (const PaperLayout& layout : paper_layouts) {
        const Halves title = halves(layout);
        if (title.paper != paper_->currentText()) continue;
        if (shows_result(layout.contents)) continue;  // which this page does not ask for
        contents_->addItem(title.contents, text(layout.id));
        if (layout.contents == wanted) contents_->setCurrentIndex(contents_->count() - 1);
    }
    contents_->setEnabled(contents_->count() > 1);
    refreshing_ = before;
}

void ExportForm::show_layout(const PaperLayout& layout) {
    paper_->setCurrentText(halves(layout).paper);
    list_contents(layout.contents);
}

void ExportForm::choose_layout() {
    session_.set("export_layout", contents_->currentData());
    show_audits();
    emit changed();
}

void ExportForm::show_audits() {
    const bool compares = layout_chosen().contents == Contents::compare;
    before_->avoid(audit_->folder());
    before_->setVisible(compares);
    before_label_->setVisible(compares);
}

const PaperLayout& ExportForm::layout_chosen() const {
    const PaperLayout* const chosen = layout_of(contents_->currentData().toString());
    return chosen == nullptr ? paper_layouts.front() : *chosen;
}

MapRequest ExportForm::request() const {
    MapRequest request;
    const PaperLayout& layout = layout_chosen();
    request.package = audit_->folder();
    if (layout.contents == Contents::compare) request.before = before_->folder();
    request.layouts = {std::string(layout.id)};
    const QString language = language_->currentData().toString();
    request.language = language == QLatin1String("both") ? PaperLanguage::both
                       : language == QLatin1String("en") ? PaperLanguage::english
                                                         : PaperLanguage::chinese;
    request.title = words_[0].line->text().trimmed();
    request.subtitle = words_[1].line->text().trimmed();
    request.unit = words_[2].line->text().trimmed();
    request.approval = words_[3].line->text().trimmed();
    request.date = date_->date();
    return request;
}

void ExportForm::refresh() {
    refreshing_ = true;
    const PaperLayout* layout = layout_of(session_.value("export_layout").toString());
    if (layout == nullptr) layout = layout_of(QString::fromStdString(MapRequest{}.layouts.front()));
    if (layout != nullptr) show_layout(*layout);
    const int spoken = language_->findData(session_.value("export_language"));
    language_->setCurrentIndex(spoken >= 0 ? spoken : language() == Language::chinese ? 0 : 1);
    for (const Words& words : words_) {
        if (!words.line->hasFocus()) words.line->setText(session_.value(words.id).toString());
    }
    const QDate date = QDate::fromString(session_.value("export_date").toString(), Qt::ISODate);
    date_->setDate(date.isValid() ? date : QDate::currentDate());
    audit_->refresh();
    show_audits();
    before_->refresh();
    refreshing_ = false;
}

}  // namespace yiquan::plugin
