// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

#include "core/geo/lonlat.hpp"
#include "core/relocation/objective.hpp"

namespace yiquan::plugin {

/// A site and who moves there.
struct RelocationSite {
    QString id;
    QString name;
    std::optional<geo::LonLat> place;
    double capacity = 0.0;  ///< people
    double load = 0.0;
    int households = 0;
    bool opened = false;
    bool allowed = true;
};

/// A household that could not be placed.
struct UnplacedHousehold {
    QString id;
    QString name;
    QString village;
    double people = 0.0;
    QString reason;  ///< id
    QString text_en;
    QString text_zh;
    std::optional<geo::LonLat> place;
};

/// What `yiquan relocate --json` prints; see docs/reference.md.
struct RelocationAnswer {
    struct Totals {
        double households = 0.0;
        double people = 0.0;
        double placed_households = 0.0;
        double placed_people = 0.0;
        double unplaced_households = 0.0;
        double unplaced_people = 0.0;
        int sites = 0;
        int opened = 0;
        double capacity = 0.0;

        /// Whether nobody was lost, or counted twice.
        [[nodiscard]] bool balances() const;
    };

    relocation::Objective objective{};
    QString status;  ///< optimal, feasible, infeasible
    double value = 0.0;
    double bound = 0.0;
    double gap = 0.0;
    double seconds = 0.0;
    Totals totals;
    double person_km = 0.0;
    std::optional<double> mean;   ///< metres
    std::optional<double> worst;  ///< metres
    QList<RelocationSite> sites;
    QList<UnplacedHousehold> unplaced;
};

/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] RelocationAnswer relocation_answer(const QByteArray& document);

/// Where those live who could not be placed.
/// \param package a relocation.gpkg
void add_places(RelocationAnswer& answer, const QString& package);

}  // namespace yiquan::plugin
