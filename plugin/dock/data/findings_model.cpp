// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/data/findings_model.hpp"

#include <QStringList>

#include <algorithm>
#include <numeric>

#include "core/audit/finding_text.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {

FindingsModel::FindingsModel(QObject* parent) : QAbstractTableModel(parent) {}

void FindingsModel::show(std::shared_ptr<const features::FindingList> findings) {
    beginResetModel();
    findings_ = std::move(findings);
    not_listed_ = findings_ ? audit::findings_not_listed(*findings_) : std::vector<features::Finding>{};
    kind_.reset();
    arrange();
    endResetModel();
}

void FindingsModel::filter(std::optional<features::FindingKind> only) {
    beginResetModel();
    kind_ = only;
    arrange();
    endResetModel();
}

void FindingsModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();  // nobody keeps rows of a list this long
    sort_column_ = column;
    sort_order_ = order;
    arrange();
    endResetModel();
}

void FindingsModel::arrange() {
    shown_.clear();
    if (!findings_) return;
    const auto take = [this](const std::vector<features::Finding>& list) {
        for (const features::Finding& finding : list) {
            if (!kind_ || finding.kind == *kind_) shown_.push_back(&finding);
        }
    };
    take(findings_->list());
    take(not_listed_);
    const bool chinese = language() == Language::chinese;
    const auto less = [&](const features::Finding* a, const features::Finding* b) {
        switch (sort_column_) {
            case row:
                return a->row < b->row;
            case detail:
                return chinese ? a->detail.zh < b->detail.zh : a->detail.en < b->detail.en;
            default:
                return a->kind < b->kind;
        }
    };
    if (sort_order_ == Qt::AscendingOrder) {
        std::stable_sort(shown_.begin(), shown_.end(), less);
    } else {
        std::stable_sort(shown_.begin(), shown_.end(),
                         [&](const features::Finding* a, const features::Finding* b) { return less(b, a); });
    }
}

const features::Finding& FindingsModel::finding(int shown) const {
    return *shown_[static_cast<std::size_t>(shown)];
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QString FindingsModel::cell(const features::Finding& finding, int column) {
    switch (column) {
        case kind: {
            const features::FindingKindInfo& info = features::info(finding.kind);
            return say(info.en, info.zh);
        }
        case row:
            return finding.row ? QString::number(*finding.row) : QString{};
        case detail:
            return say(finding.detail);
        default:
            return {};
    }
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    switch (role) {
        case Qt::DisplayRole:
            return cell(finding(index.row()), index.column());
        case Qt::ToolTipRole:  // the whole sentence, wherever the mouse is
            return QStringLiteral("<p>%1</p>")
                .arg(cell(finding(index.row()),
                          index.column() == row ? static_cast<int>(detail) : index.column())
                         .toHtmlEscaped());
        case Qt::TextAlignmentRole:
            return static_cast<int>((index.column() == row ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case kind:
            return tr("Kind");
        case row:
            return tr("Row");
        case detail:
            return tr("What is wrong");
        default:
            return {};
    }
}

QString FindingsModel::tsv(std::vector<int> rows) const {
    if (rows.empty()) {
        rows.resize(shown_.size());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QString out;
    const auto line = [&out](const auto& text_of) {
        for (int column = 0; column < column_count; ++column) {
            out += QString(text_of(column)).replace(QLatin1Char('\t'), QLatin1Char(' '));
            out += QLatin1Char(column + 1 < column_count ? '\t' : '\n');
        }
    };
    line([this](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (const int shown : rows) {
        line([&](int column) { return cell(finding(shown), column); });
    }
    return out;
}

}  // namespace yiquan::plugin
