// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/screening/screening_view.hpp"

#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/screening/screening_table.hpp"
#include "plugin/dock/screening/screening_words.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/relocation_result.hpp"
#include "plugin/relocation/screening_answer.hpp"

namespace yiquan::plugin {
namespace {

QString rules_text(const ScreeningAnswer& answer) {
    QStringList lines;
    QStringList off;
    for (const report::ScreenedRule& rule : answer.rules) {
        if (rule.enabled) {
            lines << rule_text(rule);
        } else {
            off << rule_name(rule);
        }
    }
    if (!off.isEmpty()) {
        lines << ScreeningView::tr("switched off in the file: %1").arg(off.join(ScreeningView::tr(", ")));
    }
    return QStringLiteral("• ") + lines.join(QStringLiteral("\n• "));
}

}  // namespace

ScreeningView::ScreeningView(QWidget* parent)
    : AnswerView(parent),
      notice_(new_hint({}, this)),
      rules_(new_text(this)),
      passed_only_(new QCheckBox(tr("&Passed only"), this)),
      model_(new ScreeningTable(this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new_table(*sorted_, ScreeningTable::sort_role, "yiquanScreened", this)),
      evidence_(new_text(this)) {
    setObjectName(QStringLiteral("yiquanScreeningAnswer"));
    headline_label()->setObjectName(QStringLiteral("yiquanScreeningTotals"));
    notice_->setObjectName(QStringLiteral("yiquanScreeningNotice"));
    rules_->setObjectName(QStringLiteral("yiquanScreeningRules"));
    passed_only_->setObjectName(QStringLiteral("yiquanPassedOnly"));
    evidence_->setObjectName(QStringLiteral("yiquanEvidence"));
    for (QLabel* each : {rules_, evidence_}) each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sorted_->setSourceModel(model_);
    sorted_->setFilterRole(ScreeningTable::passed_role);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : std::initializer_list<QWidget*>{headline_label(), notice_, rules_, passed_only_,
                                                         table_, evidence_, folder_label()}) {
        layout->addWidget(each);
    }
    connect(passed_only_, &QCheckBox::toggled, this,
            [this](bool on) { sorted_->setFilterFixedString(on ? QStringLiteral("true") : QString()); });
    connect(table_, &QTableView::clicked, this, &ScreeningView::choose);
    connect(table_, &QTableView::activated, this, &ScreeningView::choose);
}

void ScreeningView::clear() {
    model_->show({});
    hide();
}

void ScreeningView::show_answer(const QByteArray& document, const QString& folder) {
    const ScreeningAnswer answer = screening_answer(document);
    model_->show(answer);
    notice_->setText(text(answer.notice));
    notice_->setVisible(!answer.notice.empty());
    rules_->setText(rules_text(answer));
    constexpr int rows_shown = 12;
    fit_height(*table_, rows_shown);
    table_->setColumnHidden(ScreeningTable::score, !answer.scored());
    evidence_->setText(tr("Click a candidate to see it on the map, and why it passes or fails."));
    show_with(screening_text(answer), folder);
}

void ScreeningView::add_layers(QgsProject& project, const QString& folder) const {
    add_screening_layers(project, folder,
                         tr("Screening: %1 (%2)").arg(text(model_->answer().title), QDir(folder).dirName()));
}

void ScreeningView::choose(const QModelIndex& index) {
    const QModelIndex row = sorted_->mapToSource(index);
    if (!row.isValid()) return;
    const ScreeningAnswer& answer = model_->answer();
    const report::ScreenedCandidate& one = answer.candidates.at(static_cast<std::size_t>(row.row()));
    QStringList lines{tr("%1: %2").arg(text(one.name), verdict_text(one.verdict))};
    for (std::size_t r = 0; r < answer.rules.size(); ++r) {
        if (answer.rules[r].enabled) lines << evidence_text(answer.rules[r], one.evidence.at(r));
    }
    evidence_->setText(lines.join(QLatin1Char('\n')));
    if (one.place) emit place_wanted(*one.place);
}

}  // namespace yiquan::plugin
