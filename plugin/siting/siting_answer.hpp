// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

#include "core/base/cost.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// A site that the answer opens.
struct SitingProposal {
    QString id;
    QString name;
    std::optional<geo::LonLat> place;
    int order = 0;                           ///< from 1
    int first_p = 0;                         ///< the least number of sites that has it; 0 where unknown
    std::optional<double> served;            ///< people within the radius
    std::optional<double> served_only_here;  ///< of those, whom no other open site reaches
};

/// The answer for one number of sites.
struct SitingStep {
    int p = 0;
    QString status;
    double objective = 0.0;
    double bound = 0.0;
    double gap = 0.0;
    std::optional<double> gain;  ///< over one site less
    QStringList sites;
};

/// What the plan says of any site.
struct SitingSite {
    QString name;
    std::optional<geo::LonLat> place;
    bool existing = false;  ///< a station of today, open or closed
};

/// What `yiquan locate --json` prints; see docs/reference.md.
struct SitingAnswer {
    struct Served {
        double total = 0.0;
        double before = 0.0;
        double after = 0.0;
    };

    QString model;
    QString status;  ///< optimal, feasible, infeasible
    QString objective_en;
    QString objective_zh;
    double objective = 0.0;
    double bound = 0.0;
    double gap = 0.0;
    double tolerance = 0.0;  ///< what a proof leaves open, of the objective
    double seconds = 0.0;
    double uncoverable = 0.0;
    int uncoverable_places = 0;
    CostUnit unit = CostUnit::metres;  ///< of ways to sites
    std::optional<double> radius;      ///< metres
    std::optional<double> share;
    std::optional<double> budget;
    std::optional<Served> served;
    QStringList sites;
    QStringList closed;  ///< existing ones that the answer closes
    QList<SitingProposal> proposals;
    QHash<QString, SitingSite> plan;  ///< all sites of the plan by id; empty until they are read
    QList<SitingStep> curve;

    [[nodiscard]] bool known() const { return status != QLatin1String("infeasible"); }
    /// The number of sites that the answer is for.
    [[nodiscard]] int last_p() const;
    /// The sites for that many, in the order in which they come; figures are known for `last_p` alone.
    [[nodiscard]] QList<SitingProposal> at(int p) const;
    /// The least number of sites that has a site; 0 where unknown.
    [[nodiscard]] int first_p(const QString& id) const;
};

/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] SitingAnswer siting_answer(const QByteArray& document);

/// Reads the sites of a plan, for those that are proposed for fewer sites alone.
/// \param package a plan.gpkg; where it cannot be read, no site is known
[[nodiscard]] QHash<QString, SitingSite> plan_sites(const QString& package);

}  // namespace yiquan::plugin
