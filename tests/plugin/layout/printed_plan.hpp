// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/plugin/layout/printed_audit.hpp"

namespace yiquan::plugin {

/// A siting plan that the command line made; gone with the object.
class PrintedPlan {
public:
    /// \param lists  folder of demand.csv, stations.csv and zones.geojson
    /// \param wanted model, number of sites and radius
    PrintedPlan(const QDir& lists, const QString& candidates, const QStringList& wanted) {
        make({QStringLiteral("--candidates"), candidates, QStringLiteral("--demand"),
              lists.filePath(QStringLiteral("demand.csv")), QStringLiteral("--existing"),
              lists.filePath(QStringLiteral("stations.csv")), QStringLiteral("--zones"),
              lists.filePath(QStringLiteral("zones.geojson"))},
             wanted);
    }

    [[nodiscard]] QString package() const { return home_.filePath(QStringLiteral("plan.gpkg")); }

    /// The next 20 of Qinghai's known places beside the county centres: made once.
    static const PrintedPlan& demo() {
        static const PrintedPlan plan;
        return plan;
    }

private:
    PrintedPlan() {
        const QDir data(QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai"));
        make({QStringLiteral("--candidates"), data.filePath(QStringLiteral("places.csv")),
              QStringLiteral("--demand"), data.filePath(QStringLiteral("demand.csv")),
              QStringLiteral("--existing"), data.filePath(QStringLiteral("service_centres.csv")),
              QStringLiteral("--zones"), data.filePath(QStringLiteral("counties.geojson"))},
             {QStringLiteral("--model"), QStringLiteral("mclp"), QStringLiteral("-p"),
              QStringLiteral("1..20"), QStringLiteral("--radius"), QStringLiteral("15 km")});
    }

    void make(const QStringList& lists, const QStringList& wanted) {
        const Ended ended = run(QStringLiteral(YIQUAN_PROGRAM),
                                QStringList{QStringLiteral("locate")} + lists + wanted +
                                    QStringList{QStringLiteral("-o"), package(), QStringLiteral("--quiet")});
        EXPECT_EQ(ended.code, 0) << ended.err.toStdString();
    }

    QTemporaryDir home_;
};

/// A grid country with its audit, and with a candidate "c0", "c1", … in the middle of each zone.
struct GridSiting {
    explicit GridSiting(const GridCountry& country,
                        const QString& candidate_name = QStringLiteral("第%1候选点"))
        : audit(country) {
        QString list = QStringLiteral("id,name,lon,lat\n");
        for (int i = 0; i < country.zones; ++i) {
            const QString name =
                candidate_name.contains(QLatin1String("%1")) ? candidate_name.arg(i) : candidate_name;
            list += QStringLiteral("c%1,%2,%3,%4\n")
                        .arg(i)
                        .arg(name)
                        .arg(100.05 + 0.1 * (i % country.columns), 0, 'f', 3)
                        .arg(36.05 + 0.1 * (i / country.columns), 0, 'f', 3);
        }
        write_file(candidates(), list);
    }

    [[nodiscard]] QString candidates() const {
        return QDir(audit.lists()).filePath(QStringLiteral("candidates.csv"));
    }
    [[nodiscard]] PrintedPlan plan(const QStringList& wanted) const {
        return {QDir(audit.lists()), candidates(), wanted};
    }

    GridAudit audit;
};

}  // namespace yiquan::plugin
