// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/what_if/what_if_run.hpp"

#include <qgsmaplayer.h>

#include <QSet>
#include <QThread>
#include <QUndoCommand>

#include <algorithm>
#include <array>
#include <utility>

#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

const QString addition_id = QStringLiteral("new-%1");

/// Values of the session that no figure depends on.
constexpr std::array<std::string_view, 5> beside_the_figures{"title", "notice", "output", "zones_note",
                                                             "open_result"};

QList<DrawnStation> drawn(const WhatIfBase& base, const audit::WhatIf& engine) {
    QList<DrawnStation> out;
    for (std::uint32_t i = 0; i < base.stations.size(); ++i) {
        const audit::WhatIfStation& station = base.stations[i];
        if (!station.place) continue;
        out.push_back({i, text(station.id), text(station.name), StationState::existing, station.place,
                       engine.served(i).value()});
    }
    return out;
}

}  // namespace

StartedWhatIf start_what_if(audit::RunFile run, io::AuditInputs& inputs, Progress& progress) {
    constexpr double read = 0.5;  // of the work
    features::FindingList findings;
    ProgressSlice reading(progress, 0.0, read);
    io::AuditData data = io::read_inputs(run, inputs, findings, reading);

    auto base = std::make_shared<WhatIfBase>();
    base->standard = text(run.params.standard.id);
    base->radius = Metres{run.params.standard.bands.back().value()};
    base->target_share = run.params.target_share;
    base->stations = audit::what_if_stations(data.facilities, run.params.filter);
    base->zones = ledger_zones(data.zones);
    for (const demand::Zone& zone : data.zones) base->shapes[zone.code] = zone.shape;

    StartedWhatIf started;
    ProgressSlice counting(progress, read, 1.0);
    started.engine = std::make_unique<audit::WhatIf>(
        audit::WhatIfParams{.standard = run.params.standard.id,
                            .radius = base->radius,
                            .target_share = base->target_share,
                            .threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()))},
        data.zones, std::move(*data.locator), *data.demand, base->stations, counting);
    base->ledger = started.engine->ledger();
    started.base = std::move(base);
    return started;
}

ScenarioResult run_scenario(audit::WhatIf& engine, const WhatIfBase& base,
                            const std::optional<Scenario>& scenario, const std::string& title) {
    Scenario wanted;
    wanted.radius = base.radius.value();
    if (scenario) wanted = *scenario;
    ScenarioPlaces places = match(wanted, base.stations, engine.stations(), base.radius);
    std::map<std::uint32_t, std::string> names;
    for (const ScenarioPlaces::Place& place : places.places) {
        engine.set_place(place.number, place.place);
        names[place.number] = place.name.toStdString();
    }
    for (const StationChange& added : places.new_ones) {
        const std::string name = added.name.toStdString();
        names[engine.add(added.id.toStdString(), name, *added.place)] = name;
    }
    ScenarioResult result{
        .audit = {.summary = engine.summary(title), .demand = engine.states(), .shapes = base.shapes},
        .misses = std::move(places.misses)};
    std::size_t row = 0;
    for (std::uint32_t i = 0; i < engine.stations().size(); ++i) {
        if (engine.stations()[i].place) result.audit.summary.facilities[row++].name = names[i];
    }
    return result;
}

/// Steps of stations under one name. The first `redo` happens when the command is pushed.
class WhatIfRun::Command final : public QUndoCommand {
public:
    Command(WhatIfRun& run, const QString& words, QList<Step> steps)
        : QUndoCommand(words), run_(run), steps_(std::move(steps)) {}
    void redo() override { run_.apply(steps_, Way::forward); }
    void undo() override { run_.apply(steps_, Way::back); }

private:
    WhatIfRun& run_;
    QList<Step> steps_;
};

WhatIfRun& WhatIfRun::of(Session& session) {
    auto* run = session.findChild<WhatIfRun*>(QString(), Qt::FindDirectChildrenOnly);
    if (run == nullptr) run = new WhatIfRun(session);  // the session owns it
    return *run;
}

WhatIfRun::WhatIfRun(Session& session) : QObject(&session), session_(session) {
    connect(&session, &Session::changed, this, [this](const QString& id) {
        if (id.startsWith(QLatin1String("siting_"))) return;  // a siting proposes; it changes nothing
        const auto same = [&](std::string_view known) { return id == text(known); };
        if (std::none_of(beside_the_figures.begin(), beside_the_figures.end(), same)) data_changed();
    });
    connect(&session, &Session::replaced, this, &WhatIfRun::stop);
}

WhatIfRun::~WhatIfRun() {
    if (job_ != nullptr) job_->cancel();
}

void WhatIfRun::start() {
    struct Shared {
        audit::RunFile run;
        std::shared_ptr<LayerInputs> inputs;
        StartedWhatIf started;
        ScratchFeatures features;
    };
    auto shared = std::make_shared<Shared>();
    shared->run = toolbox::run_of(session_);
    shared->inputs = session_.inputs();
    stop();
    watch_layers();
    Job::Steps steps;
    steps.work = [shared](Progress& progress) {
        constexpr double counted = 0.9;  // of the work
        ProgressSlice counting(progress, 0.0, counted);
        shared->started = start_what_if(std::move(shared->run), *shared->inputs, counting);
        const WhatIfBase& base = *shared->started.base;
        shared->features = draw_stations(drawn(base, *shared->started.engine), base.radius, progress);
    };
    steps.done = [this, shared] {
        features_ = std::move(shared->features);
        begin(std::move(shared->started));
    };
    steps.failed = [this](const Error& error) {
        job_.clear();
        set_phase(Phase::idle);
        emit failed(error);
    };
    job_ = Job::start(tr("Starting the what-if"), this, std::move(steps));
    set_phase(Phase::starting);
}

void WhatIfRun::begin(StartedWhatIf started) {
    job_.clear();
    base_ = std::move(started.base);
    engine_ = std::move(started.engine);
    names_.clear();
    for (const audit::WhatIfStation& station : engine_->stations()) names_.push_back(text(station.name));
    undo_stack_.clear();
    set_phase(Phase::running);
}

void WhatIfRun::stop() {
    for (const QMetaObject::Connection& connection : std::exchange(watched_, {})) disconnect(connection);
    if (phase_ == Phase::idle) return;
    QPointer<Job> job = std::exchange(job_, nullptr);
    set_phase(Phase::idle);  // before the data goes
    Job::forget(job);
    undo_stack_.clear();
    engine_.reset();
    base_.reset();
    features_ = {};
    preview_.reset();
    names_.clear();
}

void WhatIfRun::watch_layers() {
    for (const std::string_view role : {"facilities", "demand", "zones"}) {
        QgsMapLayer* layer = session_.layer(role);
        if (layer == nullptr) continue;
        watched_.push_back(connect(layer, &QgsMapLayer::dataChanged, this, &WhatIfRun::data_changed));
        watched_.push_back(connect(layer, &QgsMapLayer::dataSourceChanged, this, &WhatIfRun::data_changed));
    }
}

void WhatIfRun::data_changed() {
    switch (phase_) {
        case Phase::idle:
        case Phase::stale:
            return;
        case Phase::starting:
            stop();
            emit failed(
                Error{ErrorKind::cancelled, {"The data changed; start again.", "数据有变动，请重新开始。"}});
            return;
        case Phase::running:
            set_phase(Phase::stale);
            return;
    }
}

void WhatIfRun::set_phase(Phase phase) {
    phase_ = phase;
    emit phase_changed();
}

StartedWhatIf WhatIfRun::copy() const {
    return {base_, std::make_unique<audit::WhatIf>(*engine_)};
}

std::uint32_t WhatIfRun::station_count() const {
    return static_cast<std::uint32_t>(names_.size());
}

std::optional<geo::LonLat> WhatIfRun::place(std::uint32_t number) const {
    return engine_->stations()[number].place;
}

StationState WhatIfRun::state(std::uint32_t number) const {
    const std::optional<geo::LonLat> now = place(number);
    if (number >= base_->stations.size()) return now ? StationState::added : StationState::absent;
    const std::optional<geo::LonLat>& today = base_->stations[number].place;
    if (!today) return StationState::absent;
    if (!now) return StationState::removed;
    return *now == *today ? StationState::existing : StationState::moved;
}

DrawnStation WhatIfRun::station(std::uint32_t number) const {
    DrawnStation out{
        number,        text(engine_->stations()[number].id), names_[static_cast<int>(number)], state(number),
        place(number), engine_->served(number).value()};
    if (out.state == StationState::removed) out.place = base_->stations[number].place;
    return out;
}

QList<DrawnStation> WhatIfRun::stations() const {
    QList<DrawnStation> out;
    for (std::uint32_t i = 0; i < station_count(); ++i) {
        if (state(i) != StationState::absent) out.push_back(station(i));
    }
    return out;
}

bool WhatIfRun::is_changed(std::uint32_t number) const {
    switch (state(number)) {
        case StationState::added:
        case StationState::moved:
        case StationState::removed:
            return true;
        case StationState::absent:
            return false;
        case StationState::existing:
            return names_[static_cast<int>(number)] != text(base_->stations[number].name);
    }
    return false;
}

WhatIfRun::Step WhatIfRun::step(std::uint32_t number) const {
    const QString& name = names_[static_cast<int>(number)];
    return {number, place(number), place(number), name, name};
}

void WhatIfRun::preview(std::uint32_t number, geo::LonLat place) {
    if (!preview_ || preview_->number != number) {
        end_preview();
        preview_ = {number, this->place(number)};
    }
    engine_->set_place(number, place);
    emit stepped();
}

void WhatIfRun::end_preview() {
    if (!preview_) return;
    const Preview ended = *std::exchange(preview_, std::nullopt);
    engine_->set_place(ended.number, ended.from);
    emit stepped();
}

std::uint32_t WhatIfRun::add(geo::LonLat place) {
    end_preview();
    const QString id = next_id();
    const QString name = tr("New station %1").arg(id.section(QLatin1Char('-'), 1));
    const std::uint32_t number = engine_->add(id.toStdString(), name.toStdString(), place);
    names_.push_back(name);
    Step added = step(number);
    added.before.reset();
    undo_stack_.push(new Command(*this, tr("Add %1").arg(name), {added}));
    return number;
}

void WhatIfRun::move(std::uint32_t number, geo::LonLat to) {
    if (preview_ && preview_->number != number) end_preview();
    const std::optional<geo::LonLat> from = preview_ ? preview_->from : place(number);
    engine_->set_place(number, to);
    preview_.reset();
    Step moved = step(number);
    moved.before = from;
    undo_stack_.push(new Command(*this, tr("Move %1").arg(moved.name_after), {moved}));
}

void WhatIfRun::remove(std::uint32_t number) {
    end_preview();
    Step removed = step(number);
    if (!removed.before) return;
    removed.after.reset();
    undo_stack_.push(new Command(*this, tr("Remove %1").arg(removed.name_after), {removed}));
}

void WhatIfRun::rename(std::uint32_t number, const QString& name) {
    end_preview();
    Step renamed = step(number);
    renamed.name_after = name.trimmed();
    if (renamed.name_after == renamed.name_before) return;
    undo_stack_.push(new Command(*this, tr("Rename %1").arg(renamed.name_before), {renamed}));
}

void WhatIfRun::undo() {
    end_preview();
    undo_stack_.undo();
}

void WhatIfRun::redo() {
    end_preview();
    undo_stack_.redo();
}

void WhatIfRun::apply(const QList<Step>& steps, Way way) {
    QList<quint32> numbers;
    for (const Step& step : steps) {
        const bool forward = way == Way::forward;
        engine_->set_place(step.number, forward ? step.after : step.before);
        names_[static_cast<int>(step.number)] = forward ? step.name_after : step.name_before;
        numbers.push_back(step.number);
    }
    emit stepped();
    emit stations_changed(numbers);
}

Scenario WhatIfRun::scenario(const QString& name) const {
    const audit::Ledger& ledger = engine_->ledger();
    Scenario out;
    out.name = name;
    out.standard = base_->standard;
    out.radius = base_->radius.value();
    out.today = figures_of(base_->ledger.total, {});
    out.figures = figures_of(ledger.total, engine_->total_change());
    for (std::uint32_t i = 0; i < station_count(); ++i) {
        if (!is_changed(i)) continue;
        const DrawnStation station = this->station(i);
        out.changes.push_back({i, station.id, station.name, station.state, place(i)});
    }
    for (std::size_t z = 0; z < base_->zones.size(); ++z) {
        out.zones.push_back({base_->zones[z].code, base_->zones[z].name, ledger.zones[z].covered.value()});
    }
    return out;
}

ScenarioMisses WhatIfRun::load(const Scenario& scenario) {
    end_preview();
    const ScenarioPlaces places = match(scenario, base_->stations, engine_->stations(), base_->radius);
    QList<Step> steps;
    for (const ScenarioPlaces::Place& wanted : places.places) {
        Step change = step(wanted.number);
        change.after = wanted.place;
        change.name_after = wanted.name;
        if (change.before != change.after || change.name_before != change.name_after) {
            steps.push_back(change);
        }
    }
    for (const StationChange& added : places.new_ones) {
        const std::uint32_t number =
            engine_->add(added.id.toStdString(), added.name.toStdString(), *added.place);
        names_.push_back(added.name);
        Step change = step(number);
        change.before.reset();
        steps.push_back(change);
    }
    if (!steps.isEmpty()) {
        undo_stack_.push(new Command(*this, tr("Load %1").arg(scenario.name), std::move(steps)));
    }
    return places.misses;
}

QString WhatIfRun::next_id() const {
    QSet<QString> taken;
    for (const audit::WhatIfStation& station : engine_->stations()) taken.insert(text(station.id));
    for (const QJsonValue& json : session_.scenarios()) {
        for (const StationChange& change : scenario_of(json.toObject()).changes) taken.insert(change.id);
    }
    int number = 1;
    while (taken.contains(addition_id.arg(number))) ++number;
    return addition_id.arg(number);
}

}  // namespace yiquan::plugin
