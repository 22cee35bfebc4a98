// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/data/findings_panel.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

#include "plugin/dock/data/findings_model.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent),
      model_(new FindingsModel(this)),
      state_(new_text(this)),
      kinds_(new QComboBox(this)),
      table_(new QTableView(this)),
      copy_(new QPushButton(tr("Co&py"), this)),
      sentence_(new_text(this)),
      note_(new_hint({}, this)) {
    constexpr int least_height = 150;
    kinds_->setObjectName(QStringLiteral("yiquanFindingKind"));
    kinds_->setToolTip(tr("Which kind of fault the list shows."));
    fit(*kinds_);
    sentence_->setObjectName(QStringLiteral("yiquanFindingSentence"));
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    copy_->setObjectName(QStringLiteral("yiquanCopyFindings"));
    copy_->setToolTip(tr("Copies the selected rows, or all, for a spreadsheet."));
    table_->setObjectName(QStringLiteral("yiquanFindings"));
    table_->setModel(model_);
    table_->setMinimumHeight(least_height);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAlternatingRowColors(true);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setSortingEnabled(true);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 6);
    QHeaderView* header = table_->horizontalHeader();
    header->setSortIndicator(FindingsModel::kind, Qt::AscendingOrder);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->resizeSection(FindingsModel::kind, 130);
    header->resizeSection(FindingsModel::row, 56);
    table_->installEventFilter(this);
    for (QLabel* label : {state_, sentence_, note_})
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto* top = new QHBoxLayout;
    top->addWidget(kinds_, 1);
    top->addWidget(copy_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(state_);
    layout->addLayout(top);
    layout->addWidget(table_, 1);
    layout->addWidget(sentence_);
    layout->addWidget(note_);
    layout->addStretch();

    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    connect(copy_, &QPushButton::clicked, this, &FindingsPanel::copy);
    connect(kinds_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this](int at) {
        const QVariant kind = kinds_->itemData(at);
        model_->filter(kind.isValid() ? std::optional{static_cast<features::FindingKind>(kind.toInt())}
                                      : std::nullopt);
    });
    clear();
}

void FindingsPanel::show_findings(std::shared_ptr<const features::FindingList> findings) {
    findings_ = std::move(findings);
    fill(true);
}

void FindingsPanel::clear() {
    findings_.reset();
    fill(false);
}

void FindingsPanel::fill(bool checked) {
    model_->show(findings_);
    sentence_->hide();
    note({});
    const QSignalBlocker quiet(kinds_);
    kinds_->clear();
    const std::uint64_t count = findings_ ? findings_->count() : 0;
    const QLocale numbers(QLocale::English, QLocale::UnitedStates);
    if (count > 0) {
        kinds_->addItem(tr("All kinds (%1)").arg(numbers.toString(static_cast<qulonglong>(count))));
        for (const features::FindingKindInfo& info : features::finding_kinds) {
            const std::uint64_t of_kind = findings_->count(info.kind);
            if (of_kind == 0) continue;
            kinds_->addItem(
                tr("%1 (%2)").arg(say(info.en, info.zh), numbers.toString(static_cast<qulonglong>(of_kind))),
                static_cast<int>(info.kind));
        }
    }
    state_->setText(count > 0 ? tr("Click a row to see it on the map.")
                    : checked ? tr("Nothing wrong was found.")
                              : tr("Check the data to see missing, swapped or duplicate entries."));
    for (QWidget* part :
         {static_cast<QWidget*>(kinds_), static_cast<QWidget*>(copy_), static_cast<QWidget*>(table_)}) {
        part->setVisible(count > 0);
    }
}

void FindingsPanel::note(const QString& text) {
    note_->setText(text);
    note_->setVisible(!text.isEmpty());
}

QWidget* FindingsPanel::notes() const {
    return note_->isHidden() ? sentence_ : note_;
}

void FindingsPanel::choose(int row) {
    if (row < 0 || row >= model_->rowCount()) return;
    const features::Finding& finding = model_->finding(row);
    sentence_->setText(say(finding.detail));
    sentence_->show();
    note({});
    emit chosen(finding);
}

void FindingsPanel::copy() const {
    std::vector<int> rows;
    for (const QModelIndex& at : table_->selectionModel()->selectedRows()) rows.push_back(at.row());
    std::sort(rows.begin(), rows.end());
    QApplication::clipboard()->setText(model_->tsv(std::move(rows)));
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose(table_->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace yiquan::plugin
