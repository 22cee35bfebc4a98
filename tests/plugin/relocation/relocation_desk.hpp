// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gmock/gmock.h>

#include <qgsfilewidget.h>
#include <qgsvectorfilewriter.h>

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include "plugin/language.hpp"
#include "tests/plugin/dock/desk_world.hpp"
#include "tests/plugin/program/program_stand_in.hpp"

namespace yiquan::plugin {

/// The dock at the page Relocation. Four candidates and two rules: A passes both, B is too near a fault, of C
/// no faults are known, D is too near a fault and too far from a school. Three households of 12 people: A has
/// room for nine of them, the third lives too far off.
class RelocationDesk : public DeskWorld {
protected:
    RelocationDesk() {
        QgsSettings().setValue(QStringLiteral("locale/overrideFlag"), true);
        QgsSettings().setValue(QStringLiteral("locale/userLocale"), QStringLiteral("en"));
        words_ = std::make_unique<InstalledTranslation>();
        turn_to(page_number);
        rules_ = folder_.filePath(QStringLiteral("rules.toml"));
        write(rules_, "title = \"test\"\n");
        write(given("screening.json"), screening_document());
        write(given("relocation.json"), relocation_document());
        save(*points(QStringLiteral("screened_sites"), QStringLiteral("id:string;name:string;verdict:string"),
                     {{101.0, 36.0, {"A", "河东", "pass"}},
                      {101.1, 36.0, {"B", "河西", "fail"}},
                      {101.2, 36.0, {"C", "北山", "unknown"}},
                      {101.3, 36.0, {"D", "南滩", "fail"}}}),
             given("screening.gpkg"), false);
        save(*points(QStringLiteral("relocation_sites"), QStringLiteral("id:string;load:double"),
                     {{101.0, 36.0, {"A", 9.0}}}),
             given("relocation.gpkg"), false);
        save(*points(QStringLiteral("relocation_households"), QStringLiteral("id:string;placed:integer"),
                     {{101.01, 36.0, {"h1", 1}}, {101.02, 36.0, {"h2", 1}}, {102.5, 36.5, {"h3", 0}}}),
             given("relocation.gpkg"), true);
    }

    ~RelocationDesk() override { QgsSettings().remove(QStringLiteral("locale")); }

    static constexpr int page_number = 5;

    struct Row {
        double x;
        double y;
        QVariantList values;
    };
    /// \param columns "name:type", separated by semicolons
    static std::unique_ptr<QgsVectorLayer> points(const QString& name, const QString& columns,
                                                  const std::vector<Row>& rows) {
        QString source = QStringLiteral("Point?crs=EPSG:4326");
        for (const QString& column : columns.split(QLatin1Char(';'))) {
            source += QStringLiteral("&field=") + column;
        }
        auto layer = std::make_unique<QgsVectorLayer>(source, name, QStringLiteral("memory"));
        QgsFeatureList features;
        for (const Row& row : rows) {
            QgsFeature feature(layer->fields());
            QgsAttributes values;
            for (const QVariant& value : row.values) values << value;
            feature.setAttributes(values);
            feature.setGeometry(QgsGeometry::fromPointXY({row.x, row.y}));
            features << feature;
        }
        layer->dataProvider()->addFeatures(features);
        layer->updateExtents();
        return layer;
    }
    static void save(QgsVectorLayer& layer, const QString& path, bool beside_others) {
        QgsVectorFileWriter::SaveVectorOptions options;
        options.driverName = QStringLiteral("GPKG");
        options.layerName = layer.name();
        if (beside_others) options.actionOnExistingFile = QgsVectorFileWriter::CreateOrOverwriteLayer;
        QString error;
        EXPECT_EQ(QgsVectorFileWriter::writeAsVectorFormatV3(&layer, path, {}, options, &error),
                  QgsVectorFileWriter::NoError)
            << error.toStdString();
    }
    static void write(const QString& path, const QByteArray& text) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    /// What the stand-in hands over.
    [[nodiscard]] QString given(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    /// A program that answers from files.
    [[nodiscard]] QString answers(const char* kind) const {
        return QStringLiteral("cp '%1/%2.gpkg' .; cat '%1/%2.json'").arg(folder_.path(), QLatin1String(kind));
    }
    [[nodiscard]] QString out(const char* name) const {
        return folder_.filePath(QStringLiteral("out/") + QLatin1String(name));
    }

    void choose_rules() {
        auto& line = *the<QgsFileWidget>("yiquanRules").findChild<QLineEdit*>();
        line.setFocus();
        line.clear();
        QTest::keyClicks(&line, rules_);
        QTest::keyClick(&line, Qt::Key_Return);
    }
    void screen() {
        click("yiquanStartScreening");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelScreening").isHidden(); }));
    }
    void to_assignment() { the<QTabWidget>("yiquanRelocationSteps").setCurrentIndex(1); }
    QgsVectorLayer* add_households() {
        auto layer = points(QStringLiteral("搬迁户"),
                            QStringLiteral("户编号:string;户主:string;口数:integer;村:string;县:string"),
                            {{101.01, 36.0, {"h1", "才让", 4, "上村", "共和县"}},
                             {101.02, 36.0, {"h2", "卓玛", 5, "上村", "共和县"}},
                             {102.5, 36.5, {"h3", "扎西", 3, "下村", "贵德县"}}});
        return qobject_cast<QgsVectorLayer*>(project().addMapLayer(layer.release()));
    }
    void choose_households() { the<QgsMapLayerComboBox>("yiquanHouseholds").setLayer(add_households()); }
    void assign() {
        click("yiquanStartRelocation");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelRelocation").isHidden(); }));
    }
    void choose(const char* box, const QVariant& data) {
        auto& choice = the<QComboBox>(box);
        const int at = choice.findData(data);
        ASSERT_GE(at, 0) << box;
        choice.setCurrentIndex(at);
    }
    /// Spaces that do not break count as spaces.
    std::string label(const char* name) {
        return the<QLabel>(name).text().replace(QChar::Nbsp, QLatin1Char(' ')).toStdString();
    }
    [[nodiscard]] std::string cell(const char* table, int row, int column) {
        return the<QTableView>(table).model()->index(row, column).data().toString().toStdString();
    }
    void click_row(const char* table, int row) {
        auto& view = the<QTableView>(table);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualRect(view.model()->index(row, 0)).center());
    }
    [[nodiscard]] QStringList layers() {
        QStringList names;
        for (const QgsMapLayer* layer : project().mapLayers())
            names << layer->source().section(QLatin1Char('='), -1);
        names.sort();
        return names;
    }

    static QByteArray screening_document();
    static QByteArray relocation_document();

    QString rules_;
    std::unique_ptr<InstalledTranslation> words_;
};

inline QByteArray RelocationDesk::screening_document() {
    return R"({"schema": "yiquan.screening/1", "title": "试点", "run": {}, "totals": {"candidates": 4, "passed": 1, "failed": 2, "unknown": 1},
"rules": [
 {"id": "faults", "name": {"en": "Faults", "zh": "断裂"}, "kind": "avoid", "hard": true, "limit": {"value": 200, "unit": "m", "text": "≥ 200 m"},
  "source": "a norm", "enabled": true, "failed": 2, "unknown": 1, "excluded_alone": 1},
 {"id": "school", "name": {"en": "School", "zh": "学校"}, "kind": "near", "hard": true, "limit": {"value": 5, "unit": "km", "text": "≤ 5 km"},
  "source": "", "enabled": true, "failed": 1, "unknown": 0, "excluded_alone": 0},
 {"id": "flood", "name": {"en": "Flood", "zh": "洪水"}, "kind": "avoid", "hard": true, "limit": {"text": ""}, "enabled": false, "failed": 0, "unknown": 0, "excluded_alone": 0}],
"candidates": [
 {"id": "A", "name": "河东", "lon": 101.0, "lat": 36.0, "verdict": "pass", "score": null, "evidence": [
  {"rule": "faults", "verdict": "pass", "value": 1200, "unit": "m", "nearest": "F1"},
  {"rule": "school", "verdict": "pass", "value": 800, "unit": "m", "nearest": "第一小学"}]},
 {"id": "B", "name": "河西", "lon": 101.1, "lat": 36.0, "verdict": "fail", "score": null, "evidence": [
  {"rule": "faults", "verdict": "fail", "value": 120, "unit": "m", "nearest": "F2"},
  {"rule": "school", "verdict": "pass", "value": 3200, "unit": "m", "nearest": "第一小学"}]},
 {"id": "C", "name": "北山", "lon": 101.2, "lat": 36.0, "verdict": "unknown", "score": null, "evidence": [
  {"rule": "faults", "verdict": "unknown", "value": null, "unit": "m", "nearest": ""},
  {"rule": "school", "verdict": "pass", "value": 4000, "unit": "m", "nearest": "第二小学"}]},
 {"id": "D", "name": "南滩", "lon": 101.3, "lat": 36.0, "verdict": "fail", "score": null, "evidence": [
  {"rule": "faults", "verdict": "fail", "value": 50, "unit": "m", "nearest": "F2"},
  {"rule": "school", "verdict": "fail", "value": 9000, "unit": "m", "nearest": "第二小学"}]}],
"findings": []})";
}

inline QByteArray RelocationDesk::relocation_document() {
    return R"({"schema": "yiquan.relocation/1", "objective": "travel", "status": "optimal", "value": 12.6, "bound": 12.6, "gap": 0, "seconds": 0.2, "request": {},
"totals": {"households": 3, "people": 12, "placed_households": 2, "placed_people": 9, "unplaced_households": 1, "unplaced_people": 3, "sites": 2, "opened": 1, "capacity": 15, "placeable_people": 9},
"travel": {"person_km": 12.6, "mean_m": 1400, "worst_m": 1800},
"sites": [
 {"id": "A", "name": "河东", "lon": 101.0, "lat": 36.0, "capacity": 10, "load": 9, "households": 2, "opened": true, "price": 0, "allowed": true},
 {"id": "B", "name": "河西", "lon": 101.1, "lat": 36.0, "capacity": 5, "load": 0, "households": 0, "opened": false, "price": 0, "allowed": false}],
"assignments": [
 {"household": "h1", "name": "才让", "village": "上村", "people": 4, "site": "A", "distance_m": 900},
 {"household": "h2", "name": "卓玛", "village": "上村", "people": 5, "site": "A", "distance_m": 1800}],
"unplaced": [
 {"household": "h3", "name": "扎西", "village": "下村", "people": 3, "reason": "too_far",
  "text": {"en": "扎西 lives 146 km from the nearest site with room; a farthest move of 146 km would place them.", "zh": "扎西距最近的可用安置点146公里；最远距离放宽到146公里即可安置。"},
  "loosen": {"constraint": "distance", "needed": 146}}]})";
}

}  // namespace yiquan::plugin
