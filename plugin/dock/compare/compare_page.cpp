// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/compare/compare_page.hpp"

#include <qgsfilewidget.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "core/io/audit/reader.hpp"
#include "core/io/compare/layers.hpp"
#include "plugin/dock/compare/comparison_model.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/core_layer_store.hpp"
#include "plugin/layers/result_layers.hpp"
#include "plugin/map/memory_group.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {

/// A comparison on its way to the background and back.
struct ComparePage::Work {
    struct Half {
        Side side;
        std::optional<Scenario> scenario;
        CostLimit limit;
        ScenarioMisses misses;
    };
    Half before;
    Half after;
    StartedWhatIf started;
    std::optional<audit::RunFile> run;  ///< to be started first
    std::shared_ptr<LayerInputs> inputs;

    audit::Comparison comparison;
    std::map<std::string, geo::Box> boxes;
    CoreLayerStore layers;

    audit::StoredAudit read(Half& half, Progress& progress);
    void compare(Progress& progress);
};

audit::StoredAudit ComparePage::Work::read(Half& half, Progress& progress) {
    audit::StoredAudit audit;
    if (half.side.kind == Kind::audit || half.side.kind == Kind::folder) {
        audit = io::read_audit(half.side.key.toStdString(), progress);
    } else {
        ScenarioResult result =
            run_scenario(*started.engine, *started.base, half.scenario, half.side.title.toStdString());
        half.misses = std::move(result.misses);
        audit = std::move(result.audit);
    }
    half.limit = audit.summary.limit;
    return audit;
}

void ComparePage::Work::compare(Progress& progress) {
    constexpr double started_at = 0.5;
    constexpr double first_at = 0.65;
    constexpr double both_at = 0.8;
    constexpr double compared_at = 0.9;
    if (run) {
        ProgressSlice starting(progress, 0.0, started_at);
        started = start_what_if(std::move(*run), *inputs, starting);
    }
    progress.stage({"Comparing", "正在对比"});
    progress.step(started_at);
    ProgressSlice reading_before(progress, started_at, first_at);
    audit::StoredAudit was = read(before, reading_before);
    progress.step(first_at);
    ProgressSlice reading_after(progress, first_at, both_at);
    audit::StoredAudit is = read(after, reading_after);
    started = {};
    progress.step(both_at);
    comparison = audit::compare(was.summary, is.summary, std::move(was.demand), std::move(is.demand));
    progress.step(compared_at);
    std::map<std::string, geo::MultiPolygon> shapes = std::move(is.shapes);
    shapes.merge(was.shapes);  // of zones that are only there
    for (const auto& [code, shape] : shapes) boxes[code] = geo::bounding_box(shape);
    io::write_changes(comparison, shapes, layers);
    layers.hand_over();
    progress.step(1.0);
}

ComparePage::ComparePage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      run_(WhatIfRun::of(session)),
      model_(new ComparisonModel(this)),
      sorted_(new QSortFilterProxyModel(this)),
      empty_(new_text(this)) {
    setObjectName(QStringLiteral("yiquanComparePage"));
    sorted_->setSourceModel(model_);
    sorted_->setFilterRole(ComparisonModel::changed_role);
    sorted_->setFilterFixedString(QStringLiteral("1"));

    auto* layout = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    before_ = make_choice("yiquanBefore", "yiquanBeforeFolder");
    after_ = make_choice("yiquanAfter", "yiquanAfterFolder");
    swap_ = new_button(tr("Swap"), "yiquanSwap", this);
    auto* before_label = new QLabel(tr("Before"), this);
    auto* after_label = new QLabel(tr("After"), this);
    before_label->setBuddy(before_.box);
    after_label->setBuddy(after_.box);
    grid->addWidget(before_label, 0, 0);
    grid->addWidget(before_.box, 0, 1);
    grid->addWidget(before_.folder, 1, 1);
    grid->addWidget(after_label, 2, 0);
    grid->addWidget(after_.box, 2, 1);
    grid->addWidget(after_.folder, 3, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);

    bar_ = new RunBar(tr("Compare"), "Compare", RunBar::Ends::cancelled_only, this);
    bar_->layout()->setContentsMargins(0, 0, 0, 0);
    bar_->add(swap_);
    layout->addWidget(bar_);
    layout->addWidget(empty_);
    layout->addWidget(make_result(), 1);
    layout->addStretch();

    for (const Choice& choice : {before_, after_}) {
        connect(choice.box, qOverload<int>(&QComboBox::currentIndexChanged), this,
                &ComparePage::show_buttons);
        connect(choice.folder, &QgsFileWidget::fileChanged, this, &ComparePage::show_buttons);
    }
    connect(swap_, &QPushButton::clicked, this, &ComparePage::swap);
    connect(bar_, &RunBar::start_wanted, this, &ComparePage::compare);
    connect(&session, &Session::audits_changed, this, &ComparePage::list_sides);
    connect(&session, &Session::scenarios_changed, this, &ComparePage::list_sides);
    connect(&session, &Session::changed, this, &ComparePage::list_sides);
    connect(&session, &Session::replaced, this, [this] {
        Job::forget(job_);
        remove_memory_groups(session_.project(), MemoryGroup::comparison);
        clear();
        bar_->show_running(false);
        list_sides();
    });
    connect(&run_, &WhatIfRun::phase_changed, this, &ComparePage::list_sides);
    connect(&run_.undo_stack(), &QUndoStack::indexChanged, this, &ComparePage::list_sides);
    clear();
    list_sides();
}

ComparePage::~ComparePage() {
    run_.disconnect(this);
    disconnect(&run_.undo_stack(), nullptr, this, nullptr);
    session_.disconnect(this);
}

ComparePage::Choice ComparePage::make_choice(const char* name, const char* folder_name) {
    Choice choice{new QComboBox(this), new QgsFileWidget(this)};
    choice.box->setObjectName(QLatin1String(name));
    fit(*choice.box);
    choice.folder->setObjectName(QLatin1String(folder_name));
    choice.folder->setStorageMode(QgsFileWidget::GetDirectory);
    choice.folder->setDialogTitle(tr("Folder of an audit"));
    choice.folder->hide();
    return choice;
}

QWidget* ComparePage::make_result() {
    result_ = new QWidget(this);
    auto* layout = new QVBoxLayout(result_);
    layout->setContentsMargins(0, 0, 0, 0);
    title_ = new_title(result_);
    balance_ = new_text(result_);
    balance_->setObjectName(QStringLiteral("yiquanBalance"));
    balance_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notes_ = new_text(result_);
    notes_->setObjectName(QStringLiteral("yiquanCompareNotes"));
    layout->addWidget(title_);
    layout->addWidget(balance_);
    layout->addWidget(notes_);

    tabs_ = new QTabWidget(result_);
    tabs_->setObjectName(QStringLiteral("yiquanCompareTabs"));
    tabs_->setDocumentMode(true);
    zones_ = new_table(*sorted_, ComparisonModel::sort_role, "yiquanZoneChanges", tabs_);
    zones_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* zone_page = new QWidget(tabs_);
    auto* zone_layout = new QVBoxLayout(zone_page);
    zone_layout->setContentsMargins(0, 6, 0, 0);
    auto* all = new QCheckBox(tr("List the unchanged zones as well"), zone_page);
    all->setObjectName(QStringLiteral("yiquanAllZones"));
    zone_layout->addWidget(all);
    zone_layout->addWidget(zones_, 1);
    tabs_->addTab(zone_page, tr("Zones"));
    connect(all, &QCheckBox::toggled, this,
            [this](bool on) { sorted_->setFilterFixedString(on ? QString() : QStringLiteral("1")); });
    facilities_ = new QListWidget(tabs_);
    facilities_->setObjectName(QStringLiteral("yiquanFacilityChanges"));
    facilities_->setWordWrap(true);
    tabs_->addTab(facilities_, tr("Stations"));
    copy_ = new_button(tr("Copy the table"), "yiquanCopyChanges", result_);
    tabs_->setCornerWidget(copy_);
    layout->addWidget(tabs_, 1);

    connect(copy_, &QPushButton::clicked, this, &ComparePage::copy);
    auto* copying = new QShortcut(QKeySequence(QKeySequence::Copy), zones_);
    copying->setContext(Qt::WidgetShortcut);
    connect(copying, &QShortcut::activated, this, &ComparePage::copy);
    const auto zoom = [this](const QModelIndex& index) {
        const auto box = boxes_.find(index.data(ComparisonModel::code_role).toString().toStdString());
        if (box != boxes_.end()) desk_.zoom_to(box->second);
    };
    connect(zones_, &QTableView::clicked, this, zoom);
    connect(zones_, &QTableView::activated, this, zoom);
    return result_;
}

QList<ComparePage::Side> ComparePage::sides() const {
    QList<Side> out;
    const WhatIfRun::Phase phase = run_.phase();
    const bool running = phase == WhatIfRun::Phase::running;
    const bool ready = session_.ready();
    const QJsonArray scenarios = session_.scenarios();
    if (running || (ready && !scenarios.isEmpty())) out.push_back({Kind::today, tr("Today"), {}});
    if (running && run_.undo_stack().canUndo()) out.push_back({Kind::now, tr("What-if as it is now"), {}});
    if (running || ready) {
        for (const QJsonValue& json : scenarios) {
            const QString name = scenario_of(json.toObject()).name;
            if (!name.isEmpty()) out.push_back({Kind::scenario, name, name});
        }
    }
    for (const Session::Audit& audit : session_.audits()) {
        out.push_back({Kind::audit, audit.title, audit.folder});
    }
    return out;
}

void ComparePage::list_sides() {
    const QList<Side> sides = this->sides();
    int position = 0;
    for (const Choice& choice : {before_, after_}) {
        const std::optional<Side> chosen = side(choice);
        const bool browsing = chosen && chosen->kind == Kind::folder;
        const QSignalBlocker blocker(choice.box);
        choice.box->clear();
        for (const Side& each : sides) {
            QString label = each.title;
            if (each.kind == Kind::scenario) label = tr("Scenario: %1").arg(each.title);
            if (each.kind == Kind::audit) label = tr("Audit: %1").arg(each.title);
            choice.box->addItem(label, QVariantList{static_cast<int>(each.kind), each.title, each.key});
            choice.box->setItemData(choice.box->count() - 1, each.key.isEmpty() ? label : each.key,
                                    Qt::ToolTipRole);
        }
        choice.box->addItem(tr("An audit in a folder…"),
                            QVariantList{static_cast<int>(Kind::folder), QString(), QString()});
        const auto known = chosen ? std::find(sides.begin(), sides.end(), *chosen) : sides.end();
        if (known != sides.end()) {
            choice.box->setCurrentIndex(static_cast<int>(known - sides.begin()));
        } else if (browsing && !chosen->key.isEmpty()) {
            choice.box->setCurrentIndex(sides.size());
        } else {
            choice.box->setCurrentIndex(std::min<int>(position, sides.size()));
        }
        ++position;
    }
    if (before_.box->currentIndex() == after_.box->currentIndex()) suggest_after(sides);
    empty_->setText(sides.isEmpty() ? tr("Nothing to compare yet. Run an audit, save a scenario, or choose "
                                         "the folder of an audit.")
                                    : QString());
    show_buttons();
}

/// A thing is not compared with itself: what was planned last is the likeliest other side.
void ComparePage::suggest_after(const QList<Side>& sides) const {
    const int before = before_.box->currentIndex();
    for (const Kind kind : {Kind::now, Kind::scenario, Kind::audit, Kind::today}) {
        for (int i = static_cast<int>(sides.size()) - 1; i >= 0; --i) {
            if (i == before || sides[i].kind != kind) continue;
            const QSignalBlocker blocker(after_.box);
            after_.box->setCurrentIndex(i);
            return;
        }
    }
}

std::optional<ComparePage::Side> ComparePage::side(const Choice& choice) const {
    const QVariantList entry = choice.box->currentData().toList();
    if (entry.size() != 3) return std::nullopt;
    Side side{static_cast<Kind>(entry.at(0).toInt()), entry.at(1).toString(), entry.at(2).toString()};
    if (side.kind == Kind::folder) {
        side.key = choice.folder->filePath().trimmed();
        side.title = side.key.section(QLatin1Char('/'), -1);
    }
    return side;
}

void ComparePage::choose(const Choice& choice, const Side& side) {
    for (int i = 0; i < choice.box->count(); ++i) {
        const QVariantList entry = choice.box->itemData(i).toList();
        const auto kind = static_cast<Kind>(entry.at(0).toInt());
        if (kind != side.kind) continue;
        if (kind != Kind::folder && entry.at(2).toString() != side.key) continue;
        choice.box->setCurrentIndex(i);
        if (kind == Kind::folder) choice.folder->setFilePath(side.key);
        return;
    }
}

void ComparePage::show_buttons() {
    const std::optional<Side> before = side(before_);
    const std::optional<Side> after = side(after_);
    before_.folder->setVisible(before && before->kind == Kind::folder);
    after_.folder->setVisible(after && after->kind == Kind::folder);
    const auto usable = [](const std::optional<Side>& side) {
        return side && (side->kind != Kind::folder || !side->key.isEmpty());
    };
    const bool different = before && after && !(*before == *after);
    const bool both = usable(before) && usable(after);
    bar_->allow(both && different && job_ == nullptr,
                both && !different ? tr("Choose two different ones.") : QString());
    swap_->setEnabled(before && after && job_ == nullptr);
    empty_->setVisible(!empty_->text().isEmpty() && !result_->isVisibleTo(this));
}

void ComparePage::swap() {
    const std::optional<Side> before = side(before_);
    const std::optional<Side> after = side(after_);
    if (!before || !after) return;
    choose(before_, *after);
    choose(after_, *before);
}

void ComparePage::compare() {
    const std::optional<Side> before = side(before_);
    const std::optional<Side> after = side(after_);
    if (!before || !after || job_ != nullptr) return;
    auto work = std::make_shared<Work>();
    work->before.side = *before;
    work->after.side = *after;
    bool engine = false;
    for (Work::Half* half : {&work->before, &work->after}) {
        engine = engine || (half->side.kind != Kind::audit && half->side.kind != Kind::folder);
        if (half->side.kind == Kind::now) half->scenario = run_.scenario(half->side.title);
        if (half->side.kind != Kind::scenario) continue;
        for (const QJsonValue json : session_.scenarios()) {
            Scenario scenario = scenario_of(json.toObject());
            if (scenario.name == half->side.key) half->scenario = std::move(scenario);
        }
    }
    const auto error = guarded([&] {
        if (engine && run_.phase() == WhatIfRun::Phase::running) {
            work->started = run_.copy();
        } else if (engine) {
            work->run = toolbox::run_of(session_);
            work->inputs = session_.inputs();
        }
    });
    if (error) {
        desk_.show(*error);
        return;
    }
    job_ = Job::start(tr("Comparing"), this,
                      {.work = [work](Progress& progress) { work->compare(progress); },
                       .done =
                           [this, work] {
                               job_.clear();
                               bar_->show_running(false);
                               show(*work);
                           },
                       .failed =
                           [this](const Error& failure) {
                               job_.clear();
                               bar_->show_running(false);
                               show_buttons();
                               desk_.show(failure);
                           }});
    bar_->follow(*job_);
    show_buttons();
}

void ComparePage::show(Work& work) {
    comparison_ = std::move(work.comparison);
    boxes_ = std::move(work.boxes);
    model_->show(comparison_.zones);
    const bool grown = std::any_of(comparison_.zones.begin(), comparison_.zones.end(),
                                   [](const auto& zone) { return zone.change.grown != Persons{}; });
    zones_->setColumnHidden(ComparisonModel::grown, !grown);
    const QString title = tr("Comparison: %1 → %2").arg(work.before.side.title, work.after.side.title);
    title_->setText(title);
    balance_->setText(change_balance(comparison_.total));

    QStringList notes;
    if (!comparison_.by_place) {
        notes << tr("Without both demand layers only each zone's net change is known.");
    }
    if (work.before.limit != work.after.limit) {
        notes << tr("⚠ The two use different radii, %1 and %2.")
                     .arg(say(to_text(work.before.limit)), say(to_text(work.after.limit)));
    }
    for (const Work::Half* half : {&work.before, &work.after}) {
        if (half->misses.stations.isEmpty()) continue;
        notes << tr("No longer in the list: %n station(s) of “%1”.", nullptr, half->misses.stations.size())
                     .arg(half->side.title);
    }
    notes_->setText(notes.join(QLatin1Char('\n')));
    notes_->setVisible(!notes.isEmpty());

    facilities_->clear();
    for (const audit::FacilityChange& change : comparison_.facilities) {
        facilities_->addItem(facility_line(change));
    }
    tabs_->setTabText(1, tr("Stations (%1)").arg(comparison_.facilities.size()));
    if (comparison_.facilities.empty()) facilities_->addItem(tr("No station changed."));

    QgsProject& project = session_.project();
    remove_memory_groups(project, MemoryGroup::comparison, title);
    hide_results(project);
    QgsLayerTreeGroup& group = add_memory_group(project, MemoryGroup::comparison, title);
    for (CoreLayerStore::Layer& row : work.layers.take()) {
        if (row.layer->featureCount() == 0) continue;
        apply_style(*row.layer, row.style);
        group.addLayer(project.addMapLayer(row.layer.release(), false))->setExpanded(false);
    }
    result_->show();
    show_buttons();
}

void ComparePage::clear() {
    comparison_ = {};
    boxes_.clear();
    model_->show({});
    facilities_->clear();
    result_->hide();
}

void ComparePage::copy() const {
    QStringList lines;
    QStringList heading;
    for (int column = 0; column < model_->columnCount(); ++column) {
        heading << model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    lines << heading.join(QLatin1Char('\t'));
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < sorted_->columnCount(); ++column) {
            const QVariant cell =
                sorted_->index(row, column)
                    .data(column == ComparisonModel::zone ? int{Qt::DisplayRole}
                                                          : int{ComparisonModel::sort_role});
            cells << cell.toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

}  // namespace yiquan::plugin
