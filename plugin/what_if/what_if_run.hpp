// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QUndoStack>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audit/stored_audit.hpp"
#include "core/audit/what_if.hpp"
#include "core/io/audit/job.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/ledger/ledger_table.hpp"
#include "plugin/what_if/scenario.hpp"
#include "plugin/what_if/scratch_layers.hpp"

namespace yiquan::plugin {

class Session;

/// What a what-if starts from: the run of today.
struct WhatIfBase {
    QString standard;  ///< id
    Metres radius;
    std::optional<double> target_share;
    std::vector<audit::WhatIfStation> stations;
    std::vector<LedgerZone> zones;
    std::map<std::string, geo::MultiPolygon> shapes;  ///< of the zones, by code
    audit::Ledger ledger;
};

/// A what-if with nothing changed yet.
struct StartedWhatIf {
    std::shared_ptr<const WhatIfBase> base;
    std::unique_ptr<audit::WhatIf> engine;
};

/// Reads a run's inputs and counts. Stations that the run's filter leaves out take no part.
/// \throws Error as reading and counting do
[[nodiscard]] StartedWhatIf start_what_if(audit::RunFile run, io::AuditInputs& inputs, Progress& progress);

/// Moves the stations of an engine to where a scenario has them; without one, to where they are today.
/// \return what came out, as if it had been run and kept, and what was not found again
struct ScenarioResult {
    audit::StoredAudit audit;
    ScenarioMisses misses;
};
[[nodiscard]] ScenarioResult run_scenario(audit::WhatIf& engine, const WhatIfBase& base,
                                          const std::optional<Scenario>& scenario, const std::string& title);

/// The what-if of a session: its engine, the names of its stations and what can be undone. It lives as long
/// as the session and is shared by the pages. It keeps its own copies of all data; a project's layers may go.
class WhatIfRun final : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        idle,
        starting,
        running,
        stale,  ///< the data or the run's settings changed since; nothing can be changed any more
    };

    /// The one of this session, made when it is first asked for.
    static WhatIfRun& of(Session& session);
    ~WhatIfRun() override;

    [[nodiscard]] Phase phase() const { return phase_; }
    /// Reads in the background; then `phase_changed`, or `failed`.
    /// \throws Error where the session's choices make no run
    void start();
    void begin(StartedWhatIf started);
    /// Forgets everything and cancels a start.
    void stop();
    [[nodiscard]] Job* job() const { return job_; }

    /// Only while running or stale:
    [[nodiscard]] const audit::WhatIf& engine() const { return *engine_; }
    [[nodiscard]] const WhatIfBase& base() const { return *base_; }
    /// A copy to work on in the background; some 65 bytes for each place with people.
    [[nodiscard]] StartedWhatIf copy() const;

    [[nodiscard]] std::uint32_t station_count() const;
    [[nodiscard]] DrawnStation station(std::uint32_t number) const;
    /// Where it is now; none for one that is gone.
    [[nodiscard]] std::optional<geo::LonLat> place(std::uint32_t number) const;
    [[nodiscard]] QList<DrawnStation> stations() const;
    [[nodiscard]] bool is_changed(std::uint32_t number) const;

    /// Counts what a station would do elsewhere, as it is dragged. `move` makes it last; `end_preview`, or
    /// any other change, puts it back first.
    /// \throws Error as `WhatIf::set_place`
    void preview(std::uint32_t number, geo::LonLat place);
    void end_preview();
    /// These can be undone.
    /// \throws Error as `WhatIf`
    std::uint32_t add(geo::LonLat place);
    void move(std::uint32_t number, geo::LonLat to);
    void remove(std::uint32_t number);
    void rename(std::uint32_t number, const QString& name);
    void undo();
    void redo();
    [[nodiscard]] const QUndoStack& undo_stack() const { return undo_stack_; }

    [[nodiscard]] Scenario scenario(const QString& name) const;
    /// Puts the stations where the scenario has them, as one step that can be undone.
    /// \throws Error as `WhatIf`, for a place that is not on Earth
    ScenarioMisses load(const Scenario& scenario);

    /// The features that the start drew, once.
    [[nodiscard]] ScratchFeatures take_features() { return std::move(features_); }

signals:
    void phase_changed();
    void failed(const yiquan::Error& error);
    /// Figures changed.
    void stepped();
    /// Stations changed for good: places, names, or which ones there are.
    void stations_changed(const QList<quint32>& numbers);

private:
    class Command;
    /// One station before and after a command.
    struct Step {
        std::uint32_t number = 0;
        std::optional<geo::LonLat> before;
        std::optional<geo::LonLat> after;
        QString name_before;
        QString name_after;
    };
    /// A station that is being dragged, and where it stood.
    struct Preview {
        std::uint32_t number = 0;
        std::optional<geo::LonLat> from;
    };
    enum class Way { forward, back };

    explicit WhatIfRun(Session& session);
    void watch_layers();
    void set_phase(Phase phase);
    void data_changed();
    void apply(const QList<Step>& steps, Way way);
    [[nodiscard]] StationState state(std::uint32_t number) const;
    [[nodiscard]] Step step(std::uint32_t number) const;
    [[nodiscard]] QString next_id() const;

    Session& session_;
    Phase phase_ = Phase::idle;
    QPointer<Job> job_;
    std::shared_ptr<const WhatIfBase> base_;
    std::unique_ptr<audit::WhatIf> engine_;
    ScratchFeatures features_;
    std::optional<Preview> preview_;
    QStringList names_;  // by number
    QUndoStack undo_stack_;
    QList<QMetaObject::Connection> watched_;
};

}  // namespace yiquan::plugin
