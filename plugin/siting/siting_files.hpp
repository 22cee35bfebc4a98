// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

#include "core/io/audit/job.hpp"
#include "plugin/layers/layer_inputs.hpp"
#include "plugin/siting/siting_choices.hpp"

namespace yiquan::plugin {

/// What the files of a siting are made from, taken on the main thread.
struct SitingInputs {
    SitingChoices choices;
    audit::RunFile run;  ///< of the page Coverage: which columns, datums and stations count
    std::shared_ptr<LayerInputs>
        layers;  ///< also of the role "siting_candidates", unless places were clicked
    intake::FacilityOptions candidates;
    QString price_column;  ///< of the candidates; empty for none
    QString seats_column;
};

/// \throws Error where the choices make no run
[[nodiscard]] SitingInputs siting_inputs(const Session& session);

/// Cleans the inputs and writes them into a folder, WGS84 with known column names, as files that anybody can
/// give to `yiquan locate` again: candidates.csv, demand.csv, stations.csv, zones.gpkg and, where sites have
/// a price or seats, sites.csv.
/// \return the words for the program, run in that folder: `locate` with its options; plan.gpkg comes out
/// \throws Error as reading does, Error{output}, Error{cancelled}
[[nodiscard]] QStringList write_siting_files(SitingInputs inputs, const QString& folder, Progress& progress);

}  // namespace yiquan::plugin
