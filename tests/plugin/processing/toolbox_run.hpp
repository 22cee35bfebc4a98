// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// QGIS ships an older declaration of this library; the real one has to come first.
#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgsapplication.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingregistry.h>
#include <qgsproject.h>
#include <qgssettings.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

#include <memory>
#include <string>

#include "plugin/processing/provider.hpp"

namespace yiquan::plugin {

inline QString demo_file(const char* name) {
    return QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/") + QString::fromUtf8(name);
}

/// QGIS's language for as long as it lives.
class SpokenLanguage {
public:
    explicit SpokenLanguage(const char* name) {
        QgsSettings settings;
        settings.setValue(QStringLiteral("locale/overrideFlag"), true);
        settings.setValue(QStringLiteral("locale/userLocale"), QString::fromUtf8(name));
    }
    ~SpokenLanguage() { QgsSettings().remove(QStringLiteral("locale")); }
    SpokenLanguage(const SpokenLanguage&) = delete;
    SpokenLanguage& operator=(const SpokenLanguage&) = delete;
};

struct Outcome {
    bool ok = false;
    QVariantMap results;
    std::string log;
};

/// The toolbox with the demo's layers in an otherwise empty project.
class Toolbox : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(folder_.isValid());
        provider_ = add_provider();
        ASSERT_NE(provider_, nullptr);
        stations_ = add(csv("service_centres.csv"), "service_centres.csv", "delimitedtext");
        people_ = add(csv("demand.csv"), "demand.csv", "delimitedtext");
        counties_ = add(demo_file("counties.geojson"), "counties", "ogr");
        ASSERT_TRUE(stations_->isValid() && people_->isValid() && counties_->isValid());
    }
    void TearDown() override {
        QgsProject::instance()->clear();
        remove_provider(provider_);
    }

    static QString csv(const char* name) {
        QUrl url = QUrl::fromLocalFile(demo_file(name));
        QUrlQuery query;
        for (const auto& [key, value] : {std::pair{"type", "csv"}, std::pair{"xField", "lon"},
                                         std::pair{"yField", "lat"}, std::pair{"crs", "EPSG:4326"},
                                         std::pair{"detectTypes", "yes"}, std::pair{"encoding", "UTF-8"}}) {
            query.addQueryItem(QString::fromUtf8(key), QString::fromUtf8(value));
        }
        url.setQuery(query);
        return QString::fromUtf8(url.toEncoded());
    }

    static QgsVectorLayer* add(const QString& source, const char* name, const char* provider) {
        auto layer =
            std::make_unique<QgsVectorLayer>(source, QString::fromUtf8(name), QString::fromUtf8(provider));
        QgsVectorLayer* kept = layer.get();
        QgsProject::instance()->addMapLayer(layer.release());
        return kept;
    }

    static const QgsProcessingAlgorithm& algorithm(const char* name) {
        const QgsProcessingAlgorithm* found = QgsApplication::processingRegistry()->algorithmById(
            QStringLiteral("yiquan:") + QString::fromUtf8(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }

    /// What `data/qinghai/audit.toml` says, for the analyses that count people.
    [[nodiscard]] QVariantMap demo() const {
        return {{"TITLE", QStringLiteral("青海省县级服务中心覆盖审计（演示）")},
                {"FACILITIES", stations_->id()},
                {"FACILITIES_DATUM", QStringLiteral("wgs84")},
                {"DEMAND", people_->id()},
                {"DEMAND_WEIGHT", QStringLiteral("population")},
                {"ZONES", counties_->id()},
                {"ZONES_CODE", QStringLiteral("code")},
                {"ZONES_NAME", QStringLiteral("name")},
                {"ZONES_PARENT", QStringLiteral("prefecture")},
                {"ZONES_NOTE", QStringLiteral("note")},
                {"NOTICE",
                 QStringLiteral(
                     "界线为演示级，无审图号，不得公开使用。 Borders are of demonstration quality, without "
                     "an approval number, not for publication. © OpenStreetMap contributors, ODbL 1.0; "
                     "geoBoundaries. 服务中心以县级政府驻地代替。 County seats stand in for service "
                     "centres. © GeoNames, SimpleMaps, WorldPop, CC BY 4.0; NOAA. "
                     "人口由2020年普查分摊到居民点，为模拟值。 People are modelled from the 2020 census. "
                     "© GeoNames, CC BY 4.0.")},
                {"STANDARD", QStringLiteral("county-centre-15km")}};
    }

    /// Asks whether the values will do, then runs, as the dialog does; a refusal is the log.
    Outcome run(const char* name, const QVariantMap& parameters, QgsProcessingFeedback* given = nullptr) {
        QgsProcessingFeedback own(false);
        QgsProcessingFeedback& feedback = given == nullptr ? own : *given;
        context_ = std::make_unique<QgsProcessingContext>();
        context_->setProject(QgsProject::instance());
        Outcome out;
        QString refusal;
        if (!algorithm(name).checkParameterValues(parameters, *context_, &refusal)) {
            out.log = refusal.toStdString();
            return out;
        }
        out.results = algorithm(name).run(parameters, *context_, &feedback, &out.ok);
        out.log = feedback.textLog().toStdString();
        return out;
    }

    [[nodiscard]] QString path(const char* name) const {
        return QDir(folder_.path()).filePath(QString::fromUtf8(name));
    }

    QTemporaryDir folder_;
    Provider* provider_ = nullptr;
    QgsVectorLayer* stations_ = nullptr;
    QgsVectorLayer* people_ = nullptr;
    QgsVectorLayer* counties_ = nullptr;
    std::unique_ptr<QgsProcessingContext> context_;  ///< of the last run, with its layers
};

/// What the command line prints to stdout.
inline std::string command_line(const QStringList& arguments) {
    QProcess program;
    program.start(QStringLiteral(YIQUAN_PROGRAM), arguments);
    EXPECT_TRUE(program.waitForFinished(120'000));
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
    return program.readAllStandardOutput().toStdString();
}

inline std::string content(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll().toStdString();
}

using Json = nlohmann::ordered_json;

inline Json json(const QString& path) {
    return Json::parse(content(path));
}

}  // namespace yiquan::plugin
