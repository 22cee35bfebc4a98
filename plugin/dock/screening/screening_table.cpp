// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/screening/screening_table.hpp"

#include <QBrush>

#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/dock/screening/screening_words.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {

void ScreeningTable::show(const ScreeningAnswer& answer) {
    beginResetModel();
    answer_ = answer;
    endResetModel();
}

int ScreeningTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : answer_.candidates.size();
}

int ScreeningTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : first_rule + answer_.rules.size();
}

QVariant ScreeningTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ScreenedCandidate& one = answer_.candidates.at(index.row());
    if (role == passed_role) return one.verdict == ScreeningVerdict::pass;
    const int rule = index.column() - first_rule;
    return rule < 0 ? own_cell(one, index.column(), role)
                    : evidence_cell(answer_.rules.at(rule), one.evidence.at(rule), role);
}

QVariant ScreeningTable::own_cell(const ScreenedCandidate& one, int column, int role) const {
    const QString shown = one.name.isEmpty() ? one.id : one.name;
    if (role == Qt::ToolTipRole)
        return QStringLiteral("%1 (%2): %3").arg(shown, one.id, verdict_text(one.verdict));
    if (role == Qt::ForegroundRole && column == verdict && one.verdict == ScreeningVerdict::fail) {
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

QVariant ScreeningTable::evidence_cell(const ScreeningRule& rule, const ScreeningEvidence& evidence,
                                       int role) {
    switch (role) {
        case Qt::DisplayRole:
            return QStringLiteral("%1 %2").arg(verdict_sign(evidence.verdict), measured_text(evidence));
        case Qt::ToolTipRole:
            return evidence_text(rule, evidence);
        case Qt::ForegroundRole:
            return evidence.verdict == ScreeningVerdict::fail ? QVariant(QBrush(gap_colour())) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        case sort_role:
            // What was not measured comes last.
            if (evidence.value) return *evidence.value;
            return evidence.text.isEmpty() ? QVariant() : QVariant(evidence.text);
        default:
            return {};
    }
}

QVariant ScreeningTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const int rule = section - first_rule;
    if (role == Qt::ToolTipRole && rule >= 0 && rule < answer_.rules.size()) {
        const ScreeningRule& asked = answer_.rules.at(rule);
        return asked.source.isEmpty() ? rule_text(asked)
                                      : QStringLiteral("%1\n%2").arg(rule_text(asked), asked.source);
    }
    if (role != Qt::DisplayRole) return {};
    if (rule >= 0) return rule < answer_.rules.size() ? rule_name(answer_.rules.at(rule)) : QString();
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
