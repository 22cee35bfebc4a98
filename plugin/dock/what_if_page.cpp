// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if_page.hpp"

#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "plugin/dock/comparison_model.hpp"
#include "plugin/dock/ledger_colours.hpp"
#include "plugin/dock/ledger_model.hpp"
#include "plugin/dock/ledger_view.hpp"
#include "plugin/dock/page_parts.hpp"
#include "plugin/dock/scenario_model.hpp"
#include "plugin/dock/scenario_stations.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

using Phase = WhatIfRun::Phase;

constexpr int coordinate_decimals = 6;

QPushButton* button(const QString& words, const char* name, QWidget* parent) {
    auto* made = new QPushButton(words, parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

QToolButton* tool_button(const QString& words, const QString& tip, const char* name, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setText(words);
    made->setToolTip(tip);
    made->setObjectName(QLatin1String(name));
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

/// A table whose rows are chosen whole, sorted by a role.
QTableView* table(QSortFilterProxyModel& sorted, int sort_role, const char* name, QWidget* parent) {
    auto* view = new QTableView(parent);
    view->setObjectName(QLatin1String(name));
    sorted.setSortRole(sort_role);
    sorted.setSortLocaleAware(true);
    view->setModel(&sorted);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    view->setSortingEnabled(true);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

QLabel* big_number(const char* name, QWidget* parent) {
    constexpr double larger = 1.8;
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * larger);
    font.setBold(true);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A colour of the map that can be read on the ground of the window, light or dark.
QColor readable(QColor colour, const QPalette& palette) {
    constexpr int half = 128;
    constexpr int lighter_by = 170;
    return palette.color(QPalette::Window).lightness() < half ? colour.lighter(lighter_by) : colour;
}

QString coordinates(geo::LonLat place) {
    return QStringLiteral("%1 %2")
        .arg(place.lon, 0, 'f', coordinate_decimals)
        .arg(place.lat, 0, 'f', coordinate_decimals);
}

}  // namespace

WhatIfPage::WhatIfPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      run_(WhatIfRun::of(session)),
      layers_(session.project()),
      ledger_model_(new LedgerModel(this)),
      stations_model_(new ScenarioStations(run_, this)),
      scenario_model_(new ScenarioModel(session, run_, this)) {
    setObjectName(QStringLiteral("yiquanWhatIfPage"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_start());
    layout->addWidget(make_tools());
    layout->addWidget(make_figures());
    tabs_ = new QTabWidget(this);
    tabs_->setObjectName(QStringLiteral("yiquanWhatIfTabs"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(make_ledger(), tr("Ledger"));
    tabs_->addTab(make_stations(), tr("Stations"));
    tabs_->addTab(make_scenarios(), tr("Scenarios"));
    layout->addWidget(tabs_, 1);
    layout->addStretch();
    make_shortcuts();
    make_tool();

    connect(&session, &Session::changed, this, &WhatIfPage::show_needs);
    connect(&session, &Session::replaced, this, [this] {
        ScratchLayers::remove_leftovers(session_.project());
        to_be_loaded_.reset();
        deleted_.reset();
        loaded_.clear();
        scenario_name_->clear();
        say_about_scenarios({});
        show_phase();
    });
    connect(&session, &Session::scenarios_changed, this, &WhatIfPage::show_phase);
    connect(&run_, &WhatIfRun::phase_changed, this, &WhatIfPage::show_phase);
    connect(&run_, &WhatIfRun::failed, this, [this](const Error& error) {
        to_be_loaded_.reset();
        desk_.show(error);
    });
    connect(&run_, &WhatIfRun::stepped, this, &WhatIfPage::show_figures);
    connect(&run_, &WhatIfRun::stations_changed, this, &WhatIfPage::update_layers);
    connect(&layers_, &ScratchLayers::lost, this, &WhatIfPage::show_lacking_layers);
    show_phase();
}

WhatIfPage::~WhatIfPage() {
    run_.disconnect(this);
    session_.disconnect(this);
    layers_.disconnect(this);
    if (drawing_ != nullptr) drawing_->cancel();
    run_.stop();
    delete tool_;
}

void WhatIfPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) show_figures();
}

QWidget* WhatIfPage::make_start() {
    start_ = new QWidget(this);
    auto* layout = new QVBoxLayout(start_);
    layout->setContentsMargins(0, 0, 0, 0);
    start_text_ = new_text(start_);
    layout->addWidget(start_text_);
    auto* row = new QHBoxLayout;
    start_button_ = button(tr("Start"), "yiquanStartWhatIf", start_);
    cancel_ = button(tr("Cancel"), "yiquanCancelWhatIf", start_);
    progress_ = new QProgressBar(start_);
    progress_->setRange(0, 100);
    row->addWidget(start_button_);
    row->addWidget(progress_, 1);
    row->addWidget(cancel_);
    row->addStretch();
    layout->addLayout(row);
    connect(start_button_, &QPushButton::clicked, this, &WhatIfPage::start);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (run_.job() != nullptr) run_.job()->cancel();
    });
    return start_;
}

QWidget* WhatIfPage::make_tools() {
    tools_ = new QWidget(this);
    auto* layout = new QVBoxLayout(tools_);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    add_ =
        tool_button(tr("Add"), tr("Click on the map to add a station (key A)."), "yiquanAddStation", tools_);
    move_ = tool_button(tr("Move"), tr("Drag a station on the map (key M)."), "yiquanMoveStation", tools_);
    remove_ = tool_button(tr("Remove"), tr("Click a station on the map to remove it (key R)."),
                          "yiquanRemoveStation", tools_);
    undo_ = tool_button(tr("Undo"), {}, "yiquanUndo", tools_);
    redo_ = tool_button(tr("Redo"), {}, "yiquanRedo", tools_);
    for (QToolButton* each : {add_, move_, remove_}) {
        each->setCheckable(true);
        row->addWidget(each);
        connect(each, &QToolButton::toggled, each, [each](bool on) {  // a dark theme hides what is pressed
            QFont font = each->font();
            font.setBold(on);
            each->setFont(font);
        });
    }
    row->addSpacing(6);
    row->addWidget(undo_);
    row->addWidget(redo_);
    layout->addLayout(row);
    hint_ = new_hint({}, tools_);
    layout->addWidget(hint_);
    show_layers_ = button(tr("Show the stations on the map again"), "yiquanShowLayers", tools_);
    layout->addWidget(show_layers_);

    const auto mode = [this](QToolButton* each, WhatIfTool::Mode of_button) {
        connect(each, &QToolButton::clicked, this,
                [this, of_button](bool on) { set_mode(on ? std::optional{of_button} : std::nullopt); });
    };
    mode(add_, WhatIfTool::Mode::add);
    mode(move_, WhatIfTool::Mode::move);
    mode(remove_, WhatIfTool::Mode::remove);
    QUndoStack& stack = run_.undo_stack();
    connect(undo_, &QToolButton::clicked, this, [this] { change([this] { run_.undo_stack().undo(); }); });
    connect(redo_, &QToolButton::clicked, this, [this] { change([this] { run_.undo_stack().redo(); }); });
    const auto show_stack = [this] {
        const QUndoStack& undo = run_.undo_stack();
        const bool running = run_.phase() == Phase::running;
        undo_->setEnabled(running && undo.canUndo());
        redo_->setEnabled(running && undo.canRedo());
        undo_->setToolTip(undo.canUndo() ? tr("Undo: %1").arg(undo.undoText()) : tr("Nothing to undo"));
        redo_->setToolTip(undo.canRedo() ? tr("Redo: %1").arg(undo.redoText()) : tr("Nothing to redo"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, show_stack);
    connect(&run_, &WhatIfRun::phase_changed, this, show_stack);
    connect(show_layers_, &QPushButton::clicked, this, &WhatIfPage::draw_layers);
    show_stack();
    return tools_;
}

QWidget* WhatIfPage::make_figures() {
    figures_ = new QWidget(this);
    auto* grid = new QGridLayout(figures_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    gained_ = big_number("yiquanGained", figures_);
    lost_ = big_number("yiquanLost", figures_);
    gained_->setAccessibleName(tr("People gained"));
    lost_->setAccessibleName(tr("People lost"));
    grid->addWidget(gained_, 0, 0);
    grid->addWidget(lost_, 0, 1);
    grid->addWidget(new_hint(gained_->accessibleName(), figures_), 1, 0);
    grid->addWidget(new_hint(lost_->accessibleName(), figures_), 1, 1);
    covered_ = new_text(figures_);
    covered_->setObjectName(QStringLiteral("yiquanWhatIfCovered"));
    grid->addWidget(covered_, 2, 0, 1, 2);
    return figures_;
}

QWidget* WhatIfPage::make_ledger() {
    ledger_ = new LedgerView(*ledger_model_, LedgerView::Content::what_if, this);
    ledger_->setObjectName(QStringLiteral("yiquanWhatIfLedger"));
    // What changes comes first: a dock is narrow.
    ledger_->header()->moveSection(ledger_->header()->visualIndex(LedgerModel::change), 1);
    ledger_->header()->moveSection(ledger_->header()->visualIndex(LedgerModel::share), 2);
    connect(ledger_, &LedgerView::zone_activated, this,
            [this](const QString&, const geo::Box& box) { desk_.zoom_to(box); });
    return ledger_;
}

QWidget* WhatIfPage::make_stations() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    auto* all = new QCheckBox(tr("List the unchanged stations as well"), page);
    all->setObjectName(QStringLiteral("yiquanAllStations"));
    layout->addWidget(all);
    sorted_stations_ = new QSortFilterProxyModel(page);
    sorted_stations_->setSourceModel(stations_model_);
    stations_ = table(*sorted_stations_, ScenarioStations::sort_role, "yiquanStations", page);
    stations_->sortByColumn(ScenarioStations::number, Qt::AscendingOrder);
    stations_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    stations_->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(stations_, 1);

    auto* grid = new QGridLayout;
    place_ = new QLineEdit(page);
    place_->setObjectName(QStringLiteral("yiquanPlace"));
    place_->setPlaceholderText(tr("Longitude and latitude: 101.778 36.617"));
    add_here_ = button(tr("Add here"), "yiquanAddHere", page);
    move_here_ = button(tr("Move here"), "yiquanMoveHere", page);
    remove_selected_ = button(tr("Remove"), "yiquanRemoveSelected", page);
    grid->addWidget(place_, 0, 0, 1, 3);
    grid->addWidget(add_here_, 1, 0);
    grid->addWidget(move_here_, 1, 1);
    grid->addWidget(remove_selected_, 1, 2);
    layout->addLayout(grid);

    connect(all, &QCheckBox::toggled, stations_model_, &ScenarioStations::show_all);
    connect(stations_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WhatIfPage::choose_station);
    connect(stations_model_, &QAbstractItemModel::modelReset, this, &WhatIfPage::show_selected);
    const auto zoom = [this] {
        const auto station = selected_station();
        if (!station) return;
        const std::optional<geo::LonLat> place = run_.station(*station).place;
        geo::Box box;
        if (place) box.include(*place);
        desk_.zoom_to(box);
    };
    connect(stations_, &QTableView::clicked, this, zoom);
    connect(place_, &QLineEdit::textChanged, this, &WhatIfPage::show_selected);
    connect(add_here_, &QPushButton::clicked, this, [this] {
        change([this] {
            if (const auto place = typed_place()) select_station(run_.add(*place));
        });
    });
    connect(move_here_, &QPushButton::clicked, this, [this] {
        change([this] {
            const auto station = selected_station();
            const auto place = typed_place();
            if (station && place) run_.move(*station, run_.place(*station), *place);
        });
    });
    connect(remove_selected_, &QPushButton::clicked, this, [this] {
        change([this] {
            if (const auto station = selected_station()) run_.remove(*station);
        });
    });
    return page;
}

QWidget* WhatIfPage::make_scenarios() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    auto* row = new QHBoxLayout;
    scenario_name_ = new QLineEdit(page);
    scenario_name_->setObjectName(QStringLiteral("yiquanScenarioName"));
    scenario_name_->setPlaceholderText(tr("Name of the scenario"));
    save_ = button(tr("Save"), "yiquanSaveScenario", page);
    row->addWidget(scenario_name_, 1);
    row->addWidget(save_);
    layout->addLayout(row);
    sorted_scenarios_ = new QSortFilterProxyModel(page);
    sorted_scenarios_->setSourceModel(scenario_model_);
    scenarios_ = table(*sorted_scenarios_, ScenarioModel::sort_role, "yiquanScenarios", page);
    // The figures first, and long names in several lines: a dock is narrow.
    constexpr int name_letters = 16;
    QHeaderView* header = scenarios_->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ScenarioModel::name, QHeaderView::Interactive);
    scenarios_->setColumnWidth(ScenarioModel::name,
                               scenarios_->fontMetrics().averageCharWidth() * name_letters);
    scenarios_->setWordWrap(true);
    scenarios_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    int position = 1;
    for (const int column : {ScenarioModel::share, ScenarioModel::gained, ScenarioModel::lost,
                             ScenarioModel::covered, ScenarioModel::target}) {
        header->moveSection(header->visualIndex(column), position++);
    }
    scenarios_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    layout->addWidget(scenarios_, 1);
    auto* buttons = new QHBoxLayout;
    load_ = button(tr("Load"), "yiquanLoadScenario", page);
    rename_ = button(tr("Rename"), "yiquanRenameScenario", page);
    delete_ = button(tr("Delete"), "yiquanDeleteScenario", page);
    for (QPushButton* each : {load_, rename_, delete_}) buttons->addWidget(each);
    layout->addLayout(buttons);
    scenario_note_ = new_text(page);
    scenario_note_->setObjectName(QStringLiteral("yiquanScenarioNote"));
    layout->addWidget(scenario_note_);
    scenario_note_->hide();

    connect(save_, &QPushButton::clicked, this, &WhatIfPage::save_scenario);
    connect(scenario_name_, &QLineEdit::returnPressed, this, &WhatIfPage::save_scenario);
    connect(scenario_name_, &QLineEdit::textChanged, this, &WhatIfPage::show_scenario_buttons);
    connect(load_, &QPushButton::clicked, this, &WhatIfPage::load_scenario);
    connect(delete_, &QPushButton::clicked, this, &WhatIfPage::delete_scenario);
    connect(rename_, &QPushButton::clicked, this, [this] {
        const QModelIndex current = scenarios_->currentIndex();
        if (current.isValid()) scenarios_->edit(current.siblingAtColumn(ScenarioModel::name));
    });
    connect(scenarios_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WhatIfPage::show_scenario_buttons);
    connect(scenario_model_, &QAbstractItemModel::modelReset, this, &WhatIfPage::show_scenario_buttons);
    connect(scenario_model_, &ScenarioModel::renamed, this,
            [this](const QString& before, const QString& after) {
                if (loaded_ == before) {
                    loaded_ = after;
                    scenario_name_->setText(after);
                }
                say_about_scenarios({});
            });
    connect(scenario_model_, &ScenarioModel::name_taken, this, [this](const QString& name) {
        say_about_scenarios(tr("There is a scenario “%1” already; choose another name.").arg(name));
    });
    connect(scenario_note_, &QLabel::linkActivated, this, [this] {
        if (!deleted_) return;
        const Scenario back = *std::exchange(deleted_, std::nullopt);
        if (!scenario_model_->has(back.name)) scenario_model_->save(back);
        say_about_scenarios({});
    });
    return page;
}

void WhatIfPage::make_shortcuts() {
    const auto shortcut = [this](QKeySequence::StandardKey key, QToolButton* of) {
        auto* made = new QShortcut(QKeySequence(key), this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, of, &QToolButton::click);
    };
    shortcut(QKeySequence::Undo, undo_);
    shortcut(QKeySequence::Redo, redo_);
    auto* removing = new QShortcut(QKeySequence(Qt::Key_Delete), stations_);
    removing->setContext(Qt::WidgetShortcut);
    connect(removing, &QShortcut::activated, remove_selected_, &QPushButton::click);
}

void WhatIfPage::make_tool() {
    if (desk_.canvas == nullptr) return;
    tool_ = new WhatIfTool(*desk_.canvas, [this](const WhatIfTool::Visit& visit) {
        if (run_.phase() != Phase::running) return;
        for (std::uint32_t i = 0; i < run_.station_count(); ++i) {
            if (const auto place = run_.place(i)) visit(i, *place);
        }
    });
    connect(tool_, &WhatIfTool::add_wanted, this,
            [this](geo::LonLat place) { change([&] { select_station(run_.add(place)); }); });
    connect(tool_, &WhatIfTool::remove_wanted, this,
            [this](quint32 station) { change([&] { run_.remove(station); }); });
    connect(tool_, &WhatIfTool::selected, this, &WhatIfPage::select_station);
    connect(tool_, &WhatIfTool::dragged, this, &WhatIfPage::drag);
    connect(tool_, &WhatIfTool::dropped, this, &WhatIfPage::drop);
    connect(tool_, &WhatIfTool::drag_cancelled, this, &WhatIfPage::end_drag);
    connect(tool_, &WhatIfTool::mode_wanted, this, [this](WhatIfTool::Mode mode) { set_mode(mode); });
    connect(tool_, &WhatIfTool::undo_wanted, undo_, &QToolButton::click);
    connect(tool_, &WhatIfTool::redo_wanted, redo_, &QToolButton::click);
    connect(tool_, &QgsMapTool::activated, this, &WhatIfPage::show_mode);
    connect(tool_, &QgsMapTool::deactivated, this, &WhatIfPage::show_mode);
}

void WhatIfPage::start() {
    const auto error = guarded([this] { run_.start(); });
    if (error) {
        to_be_loaded_.reset();
        desk_.show(*error);
        return;
    }
    Job* job = run_.job();
    connect(job, &QgsTask::progressChanged, progress_,
            [this](double percent) { progress_->setValue(static_cast<int>(percent)); });
    connect(job, &Job::stage, this, [this](const QString& stage) { start_text_->setText(stage); });
}

void WhatIfPage::show_phase() {
    const Phase phase = run_.phase();
    const bool running = phase == Phase::running;
    const bool there = running || phase == Phase::stale;
    start_->setVisible(!running);
    start_button_->setVisible(phase != Phase::starting);
    progress_->setVisible(phase == Phase::starting);
    progress_->setValue(0);
    cancel_->setVisible(phase == Phase::starting);
    tools_->setVisible(running);
    figures_->setVisible(there);
    for (QToolButton* each : {add_, move_, remove_}) each->setEnabled(running && tool_ != nullptr);
    const bool kept = !scenario_model_->scenarios().isEmpty();
    tabs_->setVisible(there || kept);
    tabs_->setTabEnabled(0, there);
    tabs_->setTabEnabled(1, there);
    if (!there && kept) tabs_->setCurrentIndex(2);
    show_needs();
    show_selected();
    show_scenario_buttons();
    show_lacking_layers();

    if (running && ledger_model_->is_empty()) {
        ledger_model_->set_zones(run_.base().zones);
        ledger_model_->show(run_.engine().ledger(), run_.base().target_share);
        const int widest =
            ledger_->fontMetrics().horizontalAdvance(signed_people(run_.base().ledger.total.demand)) + 16;
        ledger_->setColumnWidth(LedgerModel::change,
                                std::max(widest, ledger_->columnWidth(LedgerModel::change)));
        if (tool_ != nullptr) tool_->set_radius(run_.base().radius);
        tabs_->setCurrentIndex(0);
        ScratchFeatures features = run_.take_features();
        if (features.numbers.isEmpty()) {
            draw_layers();
        } else {
            layers_.show(std::move(features), run_.base().radius);
        }
        if (to_be_loaded_) load(*std::exchange(to_be_loaded_, std::nullopt));
        show_figures();
        show_lacking_layers();
        set_mode(WhatIfTool::Mode::move);
    } else if (!running) {
        set_mode(std::nullopt);
        if (!there) {
            ledger_model_->clear();
            drag_start_.reset();
            if (drawing_ != nullptr) drawing_->cancel();
            drawing_.clear();
            awaited_.reset();
            layers_.remove();
        }
    }
}

void WhatIfPage::show_needs() {
    switch (run_.phase()) {
        case Phase::running:
            return;
        case Phase::starting:
            start_text_->setText(tr("Reading the data"));
            return;
        case Phase::stale:
            start_text_->setText(tr("The data changed; start again."));
            break;
        case Phase::idle:
            start_text_->setText(
                tr("Add, move and remove stations on the map, and see at once who gains and who loses."));
            break;
    }
    QStringList needs;
    if (session_.layer("facilities") == nullptr) needs << tr("Choose the stations on the page Data.");
    if (session_.layer("demand") == nullptr) needs << tr("Choose the demand on the page Data.");
    if (session_.layer("zones") == nullptr) needs << tr("Choose the zones on the page Data.");
    if (session_.text("standard").empty() && session_.text("radius").empty()) {
        needs << tr("Choose a standard on the page Coverage.");
    }
    start_button_->setEnabled(needs.isEmpty());
    start_button_->setText(run_.phase() == Phase::stale ? tr("Start again") : tr("Start"));
    if (!needs.isEmpty()) {
        start_text_->setText(start_text_->text() + QStringLiteral("\n\n") + needs.join(QLatin1Char('\n')));
    }
}

void WhatIfPage::show_figures() {
    if (run_.phase() == Phase::idle || run_.phase() == Phase::starting) return;
    const audit::WhatIf& engine = run_.engine();
    const audit::Change& change = engine.total_change();
    const audit::Figures& total = engine.ledger().total;
    ledger_model_->update(engine.ledger(), engine.changes(), &change);
    const auto show = [this](QLabel* label, Persons people, QColor colour) {
        label->setText(signed_people(people));
        QPalette ground = palette();
        if (people != Persons{}) ground.setColor(QPalette::WindowText, readable(colour, ground));
        label->setPalette(ground);
    };
    show(gained_, change.gained, covered_colour());
    show(lost_, Persons{} - change.lost, gap_colour());
    const QString share = share_text(total.covered_share());
    const QString covered = people_text(total.covered);
    const QString demand = people_text(total.demand);
    QString words = tr("%1 covered: %2 of %3.").arg(share, covered, demand);
    if (total.meets_target == true) {
        words = tr("%1 covered: %2 of %3. ✓ Target met.").arg(share, covered, demand);
    } else if (total.meets_target == false) {
        words = tr("%1 covered: %2 of %3. ✗ Target missed.").arg(share, covered, demand);
    }
    covered_->setText(words);
}

void WhatIfPage::show_lacking_layers() {
    show_layers_->setVisible(run_.phase() == Phase::running && !layers_.shown() && drawing_ == nullptr);
}

void WhatIfPage::draw_layers() {
    const QList<DrawnStation> stations = run_.stations();
    const Metres radius = run_.base().radius;
    auto features = std::make_shared<ScratchFeatures>();
    changed_while_drawing_.clear();
    awaited_ = features;
    drawing_ = Job::start(
        tr("Drawing the stations"), this,
        {.work = [=](Progress& progress) { *features = draw_stations(stations, radius, progress); },
         .done =
             [this, features] {
                 if (awaited_ != features) return;  // of a run that has ended
                 awaited_.reset();
                 drawing_.clear();
                 layers_.show(std::move(*features), run_.base().radius);
                 update_layers(std::exchange(changed_while_drawing_, {}));
                 show_lacking_layers();
             },
         .failed =
             [this, features](const Error&) {
                 if (awaited_ != features) return;
                 awaited_.reset();
                 drawing_.clear();
                 show_lacking_layers();
             }});
    show_lacking_layers();
}

void WhatIfPage::update_layers(const QList<quint32>& stations) {
    if (drawing_ != nullptr) {
        changed_while_drawing_ += stations;
    } else {
        QList<DrawnStation> changed;
        for (const quint32 station : stations) changed.push_back(run_.station(station));
        layers_.update(changed);
    }
    show_selected();
}

void WhatIfPage::set_mode(std::optional<WhatIfTool::Mode> mode) {
    if (tool_ != nullptr && desk_.canvas != nullptr) {
        if (mode) {
            tool_->set_mode(*mode);
            desk_.canvas->setMapTool(tool_);
        } else {
            desk_.canvas->unsetMapTool(tool_);
        }
    }
    show_mode();
}

void WhatIfPage::show_mode() {
    const bool on = tool_ != nullptr && tool_->isActive();
    const auto show = [&](QToolButton* each, WhatIfTool::Mode mode) {
        each->setChecked(on && tool_->mode() == mode);
    };
    show(add_, WhatIfTool::Mode::add);
    show(move_, WhatIfTool::Mode::move);
    show(remove_, WhatIfTool::Mode::remove);
    if (!on) {
        hint_->setText(tr("Choose Add, Move or Remove, then work on the map."));
        return;
    }
    switch (tool_->mode()) {
        case WhatIfTool::Mode::add:
            hint_->setText(tr("Click on the map where a new station should stand."));
            break;
        case WhatIfTool::Mode::move:
            hint_->setText(tr("Drag a station on the map; Esc puts it back."));
            break;
        case WhatIfTool::Mode::remove:
            hint_->setText(tr("Click a station on the map to remove it."));
            break;
    }
}

void WhatIfPage::change(const std::function<void()>& work) {
    if (run_.phase() != Phase::running || drag_start_) return;
    if (const auto error = guarded(work)) desk_.show(*error);
}

void WhatIfPage::drag(quint32 station, geo::LonLat place) {
    if (run_.phase() != Phase::running) return;
    if (!drag_start_) drag_start_ = run_.place(station);
    if (const auto error = guarded([&] { run_.preview(station, place); })) desk_.show(*error);
}

void WhatIfPage::drop(quint32 station, geo::LonLat place) {
    if (run_.phase() != Phase::running) return;
    const std::optional<geo::LonLat> from = drag_start_ ? drag_start_ : run_.place(station);
    drag_start_.reset();
    change([&] { run_.move(station, from, place); });
}

void WhatIfPage::end_drag(quint32 station) {
    const std::optional<geo::LonLat> from = std::exchange(drag_start_, std::nullopt);
    if (!from || run_.phase() == Phase::idle || run_.phase() == Phase::starting) return;
    if (const auto error = guarded([&] { run_.preview(station, *from); })) desk_.show(*error);
}

void WhatIfPage::select_station(std::uint32_t station) {
    if (tool_ != nullptr) tool_->select(station);
    const int row = stations_model_->row_of(station);
    if (row < 0) {
        stations_->clearSelection();
        return;
    }
    const QModelIndex index = sorted_stations_->mapFromSource(stations_model_->index(row, 0));
    stations_->setCurrentIndex(index);
    stations_->scrollTo(index);
}

std::optional<std::uint32_t> WhatIfPage::selected_station() const {
    const QModelIndexList rows = stations_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return std::nullopt;
    return stations_model_->station_at(sorted_stations_->mapToSource(rows.front()).row());
}

void WhatIfPage::choose_station() {
    const std::optional<std::uint32_t> station = selected_station();
    if (station && run_.phase() == Phase::running) {
        if (tool_ != nullptr) tool_->select(station);
        if (const auto place = run_.station(*station).place) place_->setText(coordinates(*place));
    }
    show_selected();
}

void WhatIfPage::show_selected() {
    const bool running = run_.phase() == Phase::running;
    const std::optional<std::uint32_t> station = running ? selected_station() : std::nullopt;
    const bool typed = typed_place().has_value();
    place_->setEnabled(running);
    add_here_->setEnabled(running && typed);
    move_here_->setEnabled(running && typed && station);
    remove_selected_->setEnabled(station && run_.place(*station));
}

std::optional<geo::LonLat> WhatIfPage::typed_place() const {
    static const QRegularExpression separators(QStringLiteral("[\\s,;，；、]+"));
    const QStringList parts = place_->text().split(separators, Qt::SkipEmptyParts);
    if (parts.size() != 2) return std::nullopt;
    bool lon_ok = false;
    bool lat_ok = false;
    const geo::LonLat place{parts.at(0).toDouble(&lon_ok), parts.at(1).toDouble(&lat_ok)};
    if (!lon_ok || !lat_ok || !geo::on_earth(place)) return std::nullopt;
    return place;
}

void WhatIfPage::save_scenario() {
    const QString name = scenario_name_->text().trimmed();
    if (run_.phase() != Phase::running || name.isEmpty()) return;
    if (name != loaded_ && scenario_model_->has(name)) {
        say_about_scenarios(
            tr("There is a scenario “%1” already; choose another name, or load it first.").arg(name));
        return;
    }
    scenario_model_->save(run_.scenario(name));
    loaded_ = name;
    say_about_scenarios(tr("“%1” is kept in the project. Save the project to keep it.").arg(name));
}

void WhatIfPage::load_scenario() {
    const std::optional<Scenario> scenario = selected_scenario();
    if (run_.phase() == Phase::running) {
        if (scenario) {
            load(*scenario);
        } else {
            Scenario today;
            today.name = tr("Today");
            today.radius = run_.base().radius.value();
            load(today);
            loaded_.clear();
            scenario_name_->clear();
        }
    } else if (scenario && start_button_->isEnabled()) {
        to_be_loaded_ = scenario;
        start();
    }
}

void WhatIfPage::load(const Scenario& scenario) {
    change([&] {
        const ScenarioMisses misses = run_.load(scenario);
        loaded_ = scenario.name;
        scenario_name_->setText(scenario.name);
        QStringList notes;
        if (!misses.stations.isEmpty()) {
            constexpr int most_named = 5;
            QStringList names;
            for (const StationChange& missed : misses.stations) {
                if (names.size() < most_named) names << (missed.name.isEmpty() ? missed.id : missed.name);
            }
            notes << tr("%n station(s) of the scenario are not in the list any more: %1.", nullptr,
                        misses.stations.size())
                         .arg(names.join(tr(", ")));
        }
        if (misses.other_radius) {
            notes << tr("It was saved with a radius of %1.").arg(text(to_text(Metres{scenario.radius})));
        }
        say_about_scenarios(notes.join(QLatin1Char('\n')));
    });
}

void WhatIfPage::delete_scenario() {
    const std::optional<Scenario> scenario = selected_scenario();
    if (!scenario) return;
    deleted_ = scenario;
    if (loaded_ == scenario->name) loaded_.clear();
    scenario_model_->remove(scenario->name);
    const QString name = scenario->name.toHtmlEscaped();
    say_about_scenarios(tr("“%1” was deleted. <a href=\"#\">Bring it back</a>").arg(name));
}

std::optional<Scenario> WhatIfPage::selected_scenario() const {
    const QModelIndexList rows = scenarios_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return std::nullopt;
    return scenario_model_->scenario_at(sorted_scenarios_->mapToSource(rows.front()).row());
}

void WhatIfPage::show_scenario_buttons() {
    const bool running = run_.phase() == Phase::running;
    const bool chosen = scenarios_->selectionModel()->hasSelection();
    const bool scenario = selected_scenario().has_value();
    scenario_name_->setEnabled(running);
    save_->setEnabled(running && !scenario_name_->text().trimmed().isEmpty());
    load_->setEnabled((running && chosen) ||
                      (scenario && run_.phase() != Phase::starting && start_button_->isEnabled()));
    rename_->setEnabled(scenario);
    delete_->setEnabled(scenario);
}

void WhatIfPage::say_about_scenarios(const QString& text) {
    scenario_note_->setText(text);
    scenario_note_->setVisible(!text.isEmpty());
}

}  // namespace yiquan::plugin
