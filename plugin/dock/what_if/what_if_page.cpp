// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if/what_if_page.hpp"

#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "plugin/dock/compare/comparison_model.hpp"
#include "plugin/dock/coverage/ledger_model.hpp"
#include "plugin/dock/coverage/ledger_view.hpp"
#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/row_table.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/dock/what_if/scenario_panel.hpp"
#include "plugin/dock/what_if/scenario_station_panel.hpp"
#include "plugin/ledger/figure_text.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

using Phase = WhatIfRun::Phase;

QToolButton* tool_button(const QString& words, const QString& tip, const char* name, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setText(words);
    made->setToolTip(tip);
    made->setObjectName(QLatin1String(name));
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
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

}  // namespace

WhatIfPage::WhatIfPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      run_(WhatIfRun::of(session)),
      layers_(session.project()),
      ledger_model_(new LedgerModel(this)) {
    setObjectName(QStringLiteral("yiquanWhatIfPage"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_start());
    layout->addWidget(make_tools());
    layout->addWidget(make_figures());
    tabs_ = new QTabWidget(this);
    tabs_->setObjectName(QStringLiteral("yiquanWhatIfTabs"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(make_ledger(), tr("Ledger"));
    stations_ = new ScenarioStationPanel(run_, desk_, tabs_);
    tabs_->addTab(stations_, tr("Stations"));
    scenarios_ = new ScenarioPanel(session, run_, desk_, tabs_);
    tabs_->addTab(scenarios_, tr("Scenarios"));
    layout->addWidget(tabs_, 1);
    layout->addStretch();
    make_shortcuts();
    make_tool();

    connect(&session, &Session::changed, this, &WhatIfPage::show_needs);
    connect(&session, &Session::replaced, this, [this] {
        ScratchLayers::remove_leftovers(session_.project());
        show_phase();
    });
    connect(&session, &Session::scenarios_changed, this, &WhatIfPage::show_phase);
    connect(&run_, &WhatIfRun::phase_changed, this, &WhatIfPage::show_phase);
    connect(&run_, &WhatIfRun::failed, this, [this](const Error& error) {
        scenarios_->forget_awaited();
        desk_.show(error);
    });
    connect(scenarios_, &ScenarioPanel::start_wanted, this, &WhatIfPage::start);
    connect(&run_, &WhatIfRun::stepped, this, &WhatIfPage::show_figures);
    connect(&run_, &WhatIfRun::stations_changed, this, &WhatIfPage::update_layers);
    connect(&layers_, &ScratchLayers::lost, this, &WhatIfPage::show_lacking_layers);
    show_phase();
}

WhatIfPage::~WhatIfPage() {
    set_mode(std::nullopt);
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
    start_bar_ = new RunBar(tr("Start"), "WhatIf", RunBar::Ends::cancelled_only, start_);
    start_bar_->layout()->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(start_bar_);
    connect(start_bar_, &RunBar::start_wanted, this, &WhatIfPage::start);
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
    show_layers_ = new_button(tr("Show the stations on the map again"), "yiquanShowLayers", tools_);
    layout->addWidget(show_layers_);

    const auto mode = [this](QToolButton* each, WhatIfTool::Mode of_button) {
        connect(each, &QToolButton::clicked, this,
                [this, of_button](bool on) { set_mode(on ? std::optional{of_button} : std::nullopt); });
    };
    mode(add_, WhatIfTool::Mode::add);
    mode(move_, WhatIfTool::Mode::move);
    mode(remove_, WhatIfTool::Mode::remove);
    connect(undo_, &QToolButton::clicked, this, [this] { change([this] { run_.undo(); }); });
    connect(redo_, &QToolButton::clicked, this, [this] { change([this] { run_.redo(); }); });
    const auto show_stack = [this] {
        const QUndoStack& undo = run_.undo_stack();
        const bool running = run_.phase() == Phase::running;
        undo_->setEnabled(running && undo.canUndo());
        redo_->setEnabled(running && undo.canRedo());
        undo_->setToolTip(undo.canUndo() ? tr("Undo: %1").arg(undo.undoText()) : tr("Nothing to undo"));
        redo_->setToolTip(undo.canRedo() ? tr("Redo: %1").arg(undo.redoText()) : tr("Nothing to redo"));
    };
    connect(&run_.undo_stack(), &QUndoStack::indexChanged, this, show_stack);
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

void WhatIfPage::make_shortcuts() {
    const auto shortcut = [this](QKeySequence::StandardKey key, QToolButton* of) {
        auto* made = new QShortcut(QKeySequence(key), this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, of, &QToolButton::click);
    };
    shortcut(QKeySequence::Undo, undo_);
    shortcut(QKeySequence::Redo, redo_);
}

void WhatIfPage::make_tool() {
    if (desk_.canvas == nullptr) return;
    tool_ = new WhatIfTool(*desk_.canvas, [this](const WhatIfTool::Visit& visit) {
        if (run_.phase() != Phase::running) return;
        for (std::uint32_t i = 0; i < run_.station_count(); ++i) {
            if (const auto place = run_.place(i)) visit(i, *place);
        }
    });
    connect(tool_, &WhatIfTool::add_wanted, this, [this](geo::LonLat place) {
        change([&] {
            const std::uint32_t station = run_.add(place);
            tool_->select(station);
            stations_->select(station);
        });
    });
    connect(tool_, &WhatIfTool::remove_wanted, this,
            [this](quint32 station) { change([&] { run_.remove(station); }); });
    connect(tool_, &WhatIfTool::selected, stations_, &ScenarioStationPanel::select);
    connect(stations_, &ScenarioStationPanel::selected, tool_,
            [this](quint32 station) { tool_->select(station); });
    connect(tool_, &WhatIfTool::dragged, this,
            [this](quint32 station, geo::LonLat place) { change([&] { run_.preview(station, place); }); });
    connect(tool_, &WhatIfTool::dropped, this, [this](quint32 station, geo::LonLat place) {
        change([&] { run_.move(station, place); });
        run_.end_preview();  // where the move was refused
    });
    connect(tool_, &WhatIfTool::drag_cancelled, this, [this] { run_.end_preview(); });
    connect(tool_, &WhatIfTool::mode_wanted, this, [this](WhatIfTool::Mode mode) { set_mode(mode); });
    connect(tool_, &WhatIfTool::undo_wanted, undo_, &QToolButton::click);
    connect(tool_, &WhatIfTool::redo_wanted, redo_, &QToolButton::click);
    connect(tool_, &QgsMapTool::activated, this, &WhatIfPage::show_mode);
    connect(tool_, &QgsMapTool::deactivated, this, &WhatIfPage::show_mode);
}

void WhatIfPage::start() {
    const auto error = guarded([this] { run_.start(); });
    if (error) {
        scenarios_->forget_awaited();
        desk_.show(*error);
        return;
    }
    start_bar_->follow(*run_.job());
}

void WhatIfPage::plan(const Scenario& scenario) {
    if (run_.phase() == Phase::starting) run_.stop();
    scenarios_->plan(scenario);
}

void WhatIfPage::show_phase() {
    const Phase phase = run_.phase();
    const bool running = phase == Phase::running;
    const bool there = running || phase == Phase::stale;
    start_->setVisible(!running);
    start_text_->setVisible(phase != Phase::starting);
    if (phase != Phase::starting) start_bar_->show_running(false);
    tools_->setVisible(running);
    figures_->setVisible(there);
    for (QToolButton* each : {add_, move_, remove_}) each->setEnabled(running && tool_ != nullptr);
    const bool kept = !scenarios_->is_empty();
    tabs_->setVisible(there || kept);
    tabs_->setTabEnabled(0, there);
    tabs_->setTabEnabled(1, there);
    if (!there && kept) tabs_->setCurrentIndex(2);
    show_needs();
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
        scenarios_->load_awaited();
        show_figures();
        show_lacking_layers();
        set_mode(WhatIfTool::Mode::move);
    } else if (!running) {
        set_mode(std::nullopt);
        if (!there) {
            ledger_model_->clear();
            Job::forget(drawing_);
            layers_.remove();
        }
    }
}

void WhatIfPage::show_needs() {
    switch (run_.phase()) {
        case Phase::running:
            return;
        case Phase::starting:
            scenarios_->set_can_start(false);
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
    start_bar_->allow(needs.isEmpty(), {});
    scenarios_->set_can_start(needs.isEmpty());
    start_bar_->set_start_text(run_.phase() == Phase::stale ? tr("Start again") : tr("Start"));
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
    Job::forget(drawing_);
    drawing_ = Job::start(
        tr("Drawing the stations"), this,
        {.work = [=](Progress& progress) { *features = draw_stations(stations, radius, progress); },
         .done =
             [this, features] {
                 drawing_.clear();
                 layers_.show(std::move(*features), run_.base().radius);
                 update_layers(std::exchange(changed_while_drawing_, {}));
                 show_lacking_layers();
             },
         .failed =
             [this](const Error&) {
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
    if (run_.phase() != Phase::running) return;
    if (const auto error = guarded(work)) desk_.show(*error);
}

}  // namespace yiquan::plugin
