// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <qgsrasterlayer.h>
#include <qgsrubberband.h>

#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QTableView>

#include "plugin/dock/data/findings_model.hpp"
#include "tests/plugin/dock/desk_world.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

class DataPage : public DeskWorld {
protected:
    [[nodiscard]] QComboBox& column(const char* id) { return the<QComboBox>(id); }
    void check() {
        click("yiquanStartCheck");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCheck").isHidden(); }));
    }
    [[nodiscard]] QTableView& findings() { return the<QTableView>("yiquanFindings"); }
    [[nodiscard]] int bands_on_map() {
        int bands = 0;
        for (QGraphicsItem* item : canvas_.items())
            bands += dynamic_cast<QgsRubberBand*>(item) != nullptr ? 1 : 0;
        return bands;
    }
};

TEST_F(DataPage, LayersAreChosenFromTheProjectAndKept) {
    stations_ = add_points(QStringLiteral("stations"), {{101.5, 36.5}});
    auto& box = the<QgsMapLayerComboBox>("yiquan_facilities");
    EXPECT_EQ(box.currentLayer(), nullptr);  // nothing is chosen for the user
    box.setLayer(stations_);
    EXPECT_EQ(session().layer("facilities"), stations_);
    project().removeMapLayer(stations_->id());
    EXPECT_EQ(session().layer("facilities"), nullptr);
    EXPECT_EQ(session().text("facilities"), "");
    EXPECT_EQ(box.currentLayer(), nullptr);
}

TEST_F(DataPage, ZonesMustBePolygonsAndStationsPoints) {
    small_town();
    EXPECT_EQ(the<QgsMapLayerComboBox>("yiquan_zones").count(), 2);  // none, zones
    EXPECT_EQ(the<QgsMapLayerComboBox>("yiquan_facilities").count(), 3);
    EXPECT_EQ(the<QgsMapLayerComboBox>("yiquan_roads").count(), 1);
}

TEST_F(DataPage, ColumnsAreFoundByNameAndCorrectedByHand) {
    small_town();
    EXPECT_EQ(column("yiquan_demand_weight").currentText(), QStringLiteral("population (found)"));
    EXPECT_EQ(column("yiquan_facilities_name").currentText(), QStringLiteral("name (found)"));
    EXPECT_EQ(column("yiquan_facilities_county").currentText(), QStringLiteral("None found"));
    EXPECT_EQ(column("yiquan_zones_parent").currentText(), QStringLiteral("parent (found)"));
    EXPECT_EQ(column("yiquan_facilities_lon").currentText(), QStringLiteral("The layer's own points"));
    EXPECT_EQ(session().text("demand_weight"), "");  // found, not chosen

    auto& weight = column("yiquan_demand_weight");
    weight.setCurrentIndex(weight.findData(QStringLiteral("id")));
    EXPECT_EQ(session().text("demand_weight"), "id");
    weight.setCurrentIndex(0);
    EXPECT_EQ(session().text("demand_weight"), "");

    // A column chosen for one layer says nothing about the next.
    weight.setCurrentIndex(weight.findData(QStringLiteral("id")));
    session().choose_layer("demand", stations_);
    EXPECT_EQ(session().text("demand_weight"), "");
}

TEST_F(DataPage, AColumnThatIsGoneIsSaidToBeMissing) {
    small_town();
    session().set("demand_weight", QStringLiteral("人口"));
    EXPECT_EQ(column("yiquan_demand_weight").currentText(), QStringLiteral("人口 (missing)"));
}

TEST_F(DataPage, AnUncheckedListSaysWhatACheckWouldShow) {
    EXPECT_FALSE(the("yiquanStartCheck").isEnabled());
    EXPECT_FALSE(findings().isVisible());
    small_town();
    EXPECT_TRUE(the("yiquanStartCheck").isEnabled());
}

TEST_F(DataPage, FindingsAreListedCountedAndShownOnTheMap) {
    small_town();
    stations_ = add_points(QStringLiteral("list"), {{101.5, 36.5}, {99.5, 36.5}});
    session().choose_layer("facilities", stations_);
    canvas_.setDestinationCrs(QgsCoordinateReferenceSystem::fromEpsgId(4326));
    check();
    // The second station, at 99.5 E, and the seven people at 104.5 E are outside all zones.
    ASSERT_TRUE(findings().isVisible()) << said().toStdString();
    ASSERT_EQ(findings().model()->rowCount(), 2);
    EXPECT_EQ(findings().model()->index(0, FindingsModel::kind).data().toString(),
              QStringLiteral("outside every zone"));
    EXPECT_EQ(the<QComboBox>("yiquanFindingKind").itemText(0), QStringLiteral("All kinds (2)"));
    EXPECT_EQ(the<QComboBox>("yiquanFindingKind").itemText(1), QStringLiteral("outside every zone (2)"));

    findings().sortByColumn(FindingsModel::row, Qt::DescendingOrder);
    const QModelIndex station = findings().model()->index(0, FindingsModel::row);
    ASSERT_EQ(station.data().toString(), QStringLiteral("2"));
    findings().scrollTo(station);
    QTest::mouseClick(findings().viewport(), Qt::LeftButton, {}, findings().visualRect(station).center());
    EXPECT_NEAR(canvas_.extent().center().x(), 99.5, 0.01);
    EXPECT_LT(canvas_.extent().height(), 1.0);
    EXPECT_EQ(stations_->selectedFeatureIds(), QgsFeatureIds{2});
    EXPECT_THAT(the<QLabel>("yiquanFindingSentence").text().toStdString(), HasSubstr("row 2"));
    QTest::keyClick(&findings(), Qt::Key_Down);
    QTest::keyClick(&findings(), Qt::Key_Return);
    EXPECT_NEAR(canvas_.extent().center().x(), 104.5, 0.01);

    findings().clearSelection();
    QApplication::clipboard()->clear();
    click("yiquanCopyFindings");
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("Kind\tRow\tWhat is wrong\n"));
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("outside every zone\t2\t"));
    EXPECT_EQ(QApplication::clipboard()->text().count(QLatin1Char('\n')), 3);
}

TEST_F(DataPage, AFindingWithoutAPlaceIsSelectedInItsLayer) {
    small_town();
    QgsFeature lost(stations_->fields());
    lost.setAttributes(QgsAttributes() << 2 << QStringLiteral("lost") << 0.0);
    ASSERT_TRUE(stations_->dataProvider()->addFeature(lost));
    check();
    findings().sortByColumn(FindingsModel::row, Qt::DescendingOrder);
    const QModelIndex row = findings().model()->index(0, FindingsModel::row);
    ASSERT_EQ(row.data().toString(), QStringLiteral("2"));
    const QgsRectangle before = canvas_.extent();
    QTest::mouseClick(findings().viewport(), Qt::LeftButton, {}, findings().visualRect(row).center());
    EXPECT_EQ(stations_->selectedFeatureIds(), QgsFeatureIds{2});
    EXPECT_EQ(canvas_.extent(), before);
}

TEST_F(DataPage, ACleanListIsSaidToBeClean) {
    stations_ = add_points(QStringLiteral("stations"), {{101.5, 36.5}});
    people_ = add_points(QStringLiteral("people"), {{101.5, 36.5, 3}});
    zones_ = add_zones();
    choose_all();
    check();
    EXPECT_FALSE(findings().isVisible());
    bool said_so = false;
    for (const QLabel* label : dock().findChildren<QLabel*>()) {
        said_so |= label->isVisible() && label->text() == QStringLiteral("Nothing wrong was found.");
    }
    EXPECT_TRUE(said_so) << said().toStdString();
}

TEST_F(DataPage, ARunFillsTheFindings) {
    small_town();
    run();
    EXPECT_EQ(findings().model()->rowCount(), 1);
    project().clear();
    EXPECT_EQ(findings().model()->rowCount(), 0);
}

TEST_F(DataPage, TheDatumIsPreviewedInWordsAndOnTheMap) {
    small_town();
    auto& shift = the<QLabel>("yiquan_facilities_shift");
    EXPECT_FALSE(shift.isVisible());
    auto& datum = the<QComboBox>("yiquan_facilities_datum");
    datum.setCurrentIndex(datum.findData(QStringLiteral("gcj02")));
    EXPECT_EQ(session().text("facilities_datum"), "gcj02");
    EXPECT_TRUE(shift.isVisible());
    ASSERT_TRUE(wait_until([&] { return shift.text().startsWith(QStringLiteral("GCJ-02 → WGS 84")); }))
        << shift.text().toStdString();
    EXPECT_THAT(shift.text().toStdString(), HasSubstr("stations move by "));
    EXPECT_EQ(bands_on_map(), 0);
    QTest::mouseClick(&the<QCheckBox>("yiquanShiftOnMap"), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_EQ(bands_on_map(), 2);  // lines and their ends
    datum.setCurrentIndex(datum.findData(QStringLiteral("wgs84")));
    EXPECT_FALSE(shift.isVisible());
    EXPECT_EQ(bands_on_map(), 0);
    EXPECT_FALSE(the("yiquanShiftOnMap").isVisible());
}

TEST_F(DataPage, AShiftedDatumInMetresIsRefusedInWords) {
    small_town();
    stations_ = add_points(QStringLiteral("grid"), {{500000, 4000000}}, QStringLiteral("crs=EPSG:4543&"));
    session().choose_layer("facilities", stations_);
    session().set("facilities_datum", QStringLiteral("bd09"));
    auto& shift = the<QLabel>("yiquan_facilities_shift");
    EXPECT_TRUE(wait_until([&] { return shift.text().contains(QStringLiteral("metres")); }))
        << shift.text().toStdString();
}

TEST(FindingsTable, AHundredThousandRowsAreShownAndSortedAtOnce) {
    auto list = std::make_shared<features::FindingList>();
    for (int i = 0; i < 100'000; ++i) {
        features::Finding finding;
        finding.kind = i % 2 == 0 ? features::FindingKind::duplicate : features::FindingKind::missing_name;
        finding.row = static_cast<std::uint64_t>(100'000 - i);
        finding.detail = {"row " + std::to_string(i) + " is listed twice; only the first is used.", "重复"};
        list->add(std::move(finding));
    }
    FindingsModel model;
    QElapsedTimer watch;
    watch.start();
    model.show(list);
    EXPECT_LT(watch.restart(), 400);
    EXPECT_EQ(model.rowCount(), 100'000);
    model.sort(FindingsModel::row, Qt::AscendingOrder);
    EXPECT_LT(watch.restart(), 400);
    EXPECT_EQ(model.index(0, FindingsModel::row).data().toString(), QStringLiteral("1"));
    model.sort(FindingsModel::detail, Qt::DescendingOrder);
    EXPECT_LT(watch.restart(), 400);
    model.filter(features::FindingKind::missing_name);
    EXPECT_EQ(model.rowCount(), 50'000);
}

}  // namespace
}  // namespace yiquan::plugin
