// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace yiquan::plugin {

/// What a program left behind.
struct Ended {
    int code = -1;
    QString out;
    QString err;
};

inline Ended run(const QString& program, const QStringList& arguments, const QStringList& variables = {}) {
    QProcess process;
    QStringList environment = QProcess::systemEnvironment();
    environment.append(QStringLiteral("LC_ALL=C.UTF-8"));
    environment.append(variables);
    process.setEnvironment(environment);
    process.start(program, arguments);
    constexpr int patience = 120000;
    if (!process.waitForFinished(patience)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline Ended map_program(const QStringList& arguments, const QStringList& variables = {}) {
    return run(QStringLiteral(YIQUAN_MAP), arguments, variables);
}

inline QByteArray bytes_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write_file(const QString& path, const QString& text) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

/// An audit that the command line made; gone with the object.
class PrintedAudit {
public:
    /// \param run_file with paths relative to the project's folder, or whole
    explicit PrintedAudit(const QString& run_file) {
        const Ended ended = run(
            QStringLiteral(YIQUAN_PROGRAM),
            {QStringLiteral("audit"), run_file, QStringLiteral("-o"), folder(), QStringLiteral("--quiet")});
        EXPECT_EQ(ended.code, 0) << ended.err.toStdString();
    }

    [[nodiscard]] QString folder() const { return home_.filePath(QStringLiteral("audit")); }
    [[nodiscard]] QString package() const { return QDir(folder()).filePath(QStringLiteral("audit.gpkg")); }

    /// The Qinghai demo: made once.
    static const PrintedAudit& demo() {
        static const PrintedAudit audit(QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/audit.toml"));
        return audit;
    }

private:
    QTemporaryDir home_;
};

/// A made-up country of square zones, a tenth of a degree wide, in rows from west to east.
///
/// In the middle of each zone live 100 people. Those whose number is a multiple of `station_every` have a
/// station there, which serves `radius`.
struct GridCountry {
    int zones = 4;
    int columns = 2;
    int station_every = 2;
    QString radius = QStringLiteral("1 km");
    QString zone_name = QStringLiteral("第%1区");
    QString parent = QStringLiteral("甲州");
    int people = 100;
    QString extra;  ///< more lines of the run file

    /// Writes lists and run file into a folder.
    /// \return the run file
    [[nodiscard]] QString write(const QString& folder) const {
        QString stations = QStringLiteral("id,name,kind,lon,lat\n");
        QString demand = QStringLiteral("id,name,lon,lat,population\n");
        QStringList features;
        for (int i = 0; i < zones; ++i) {
            const double west = 100.0 + 0.1 * (i % columns);
            const double south = 36.0 + 0.1 * (i / columns);
            const QString name = zone_name.contains(QLatin1String("%1")) ? zone_name.arg(i) : zone_name;
            const QString place =
                QStringLiteral("%1,%2").arg(west + 0.05, 0, 'f', 3).arg(south + 0.05, 0, 'f', 3);
            if (i % station_every == 0)
                stations += QStringLiteral("s%1,%2站,工会驿站,%3\n").arg(i).arg(name, place);
            demand += QStringLiteral("d%1,%2村,%3,%4\n").arg(i).arg(name, place).arg(people);
            features.append(QStringLiteral("{\"type\": \"Feature\", \"properties\": {\"code\": \"%1\", "
                                           "\"name\": \"%2\", \"parent\": "
                                           "\"%3\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
                                           "[[[%4, %5], [%6, %5], [%6, "
                                           "%7], [%4, %7], [%4, %5]]]}}")
                                .arg(1000 + i)
                                .arg(name, parent)
                                .arg(west, 0, 'f', 1)
                                .arg(south, 0, 'f', 1)
                                .arg(west + 0.1, 0, 'f', 1)
                                .arg(south + 0.1, 0, 'f', 1));
        }
        const QDir dir(folder);
        write_file(dir.filePath(QStringLiteral("stations.csv")), stations);
        write_file(dir.filePath(QStringLiteral("demand.csv")), demand);
        write_file(dir.filePath(QStringLiteral("zones.geojson")),
                   QStringLiteral("{\"type\": \"FeatureCollection\", \"features\": [%1]}")
                       .arg(features.join(QStringLiteral(",\n"))));
        const QString run_file = dir.filePath(QStringLiteral("run.toml"));
        write_file(run_file,
                   QStringLiteral(
                       "title = \"方格县覆盖审计\"\n[facilities]\npath = \"stations.csv\"\n[demand]\npath = "
                       "\"demand.csv\"\nweight = \"population\"\n[zones]\npath = \"zones.geojson\"\nnotice = "
                       "\"界线为演示级。\"\n[standard]\nradius = \"%1\"\n%2\n")
                       .arg(radius, extra));
        return run_file;
    }
};

/// A country with its audit.
class GridAudit {
public:
    explicit GridAudit(const GridCountry& country) : audit_(country.write(lists_.path())) {}
    [[nodiscard]] QString package() const { return audit_.package(); }
    [[nodiscard]] QString lists() const { return lists_.path(); }  ///< folder of its lists

private:
    QTemporaryDir lists_;
    PrintedAudit audit_;
};

}  // namespace yiquan::plugin
