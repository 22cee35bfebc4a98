// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/screening/screening_table.hpp"

#include <QBrush>

#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/dock/screening/screening_words.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {

void ScreeningTable::show(const ScreeningAnswer& answer) {
    beginResetModel();
    answer_ = answer;
    asked_.clear();
    for (std::size_t r = 0; r < answer.rules.size(); ++r) {
        if (answer.rules[r].enabled) asked_.push_back(r);
    }
    endResetModel();
}

int ScreeningTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(answer_.candidates.size());
}

int ScreeningTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : first_rule + static_cast<int>(asked_.size());
}

QVariant ScreeningTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::ScreenedCandidate& one = answer_.candidates.at(static_cast<std::size_t>(index.row()));
    if (role == passed_role) return one.verdict == screening::Verdict::pass;
    const int rule = index.column() - first_rule;
    if (rule < 0) return own_cell(one, index.column(), role);
    const std::size_t asked = asked_.at(static_cast<std::size_t>(rule));
    return evidence_cell(answer_.rules.at(asked), one.evidence.at(asked), role);
}

QVariant ScreeningTable::own_cell(const report::ScreenedCandidate& one, int column, int role) const {
    const QString shown = text(one.name);
    if (role == Qt::ToolTipRole)
        return QStringLiteral("%1 (%2): %3").arg(shown, text(one.id), verdict_text(one.verdict));
    if (role == Qt::ForegroundRole && column == verdict && one.verdict == screening::Verdict::fail) {
        return QBrush(gap_colour());
    }
    if (role == Qt::TextAlignmentRole && column == score) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != sort_role) return {};
    switch (column) {
        case verdict:
            return role == sort_role ? QVariant(static_cast<int>(one.verdict)) : verdict_text(one.verdict);
        case score:
            if (role == sort_role) return one.score ? QVariant(*one.score) : QVariant();
            return one.score ? share_text(*one.score) : QStringLiteral("–");
        default:
            return shown;
    }
}

QVariant ScreeningTable::evidence_cell(const report::ScreenedRule& rule,
                                       const report::ScreenedEvidence& evidence, int role) {
    switch (role) {
        case Qt::DisplayRole:
            return QStringLiteral("%1 %2").arg(verdict_sign(evidence.verdict), measured_text(evidence));
        case Qt::ToolTipRole:
            return evidence_text(rule, evidence);
        case Qt::ForegroundRole:
            return evidence.verdict == screening::Verdict::fail ? QVariant(QBrush(gap_colour())) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        case sort_role:
            // What was not measured comes last.
            if (evidence.value) return *evidence.value;
            return evidence.text.empty() ? QVariant() : QVariant(text(evidence.text));
        default:
            return {};
    }
}

QVariant ScreeningTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (section >= first_rule) {
        const auto rule = static_cast<std::size_t>(section - first_rule);
        if (rule >= asked_.size()) return {};
        const report::ScreenedRule& asked = answer_.rules.at(asked_[rule]);
        if (role == Qt::DisplayRole) return rule_name(asked);
        if (role != Qt::ToolTipRole) return {};
        return asked.source.empty() ? rule_text(asked)
                                    : QStringLiteral("%1\n%2").arg(rule_text(asked), text(asked.source));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case verdict:
            return tr("Result");
        case score:
            return tr("Score");
        default:
            return tr("Candidate");
    }
}

}  // namespace yiquan::plugin
