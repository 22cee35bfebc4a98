// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/what_if/what_if_page.hpp"

#include <gtest/gtest.h>

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgsmapmouseevent.h>
#include <qgsproject.h>
#include <qgsrenderer.h>
#include <qgsvectorlayer.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "core/audit/audit.hpp"
#include "core/demand/point_demand.hpp"
#include "plugin/dock/coverage/ledger_model.hpp"
#include "plugin/dock/what_if/scenario_model.hpp"
#include "tests/plugin/what_if/desk_with_demo.hpp"

namespace yiquan::plugin {
namespace {

using Phase = WhatIfRun::Phase;

class WhatIfPageTest : public testing::Test, protected DeskWithDemo {
protected:
    void SetUp() override { open(); }

    WhatIfRun& run() { return WhatIfRun::of(session()); }
    /// Starts and waits until the stations stand on the map.
    void start(WhatIfPage& page) {
        click<QPushButton>(page, "yiquanStartWhatIf");
        ASSERT_TRUE(waited([&] { return run().phase() == Phase::running; }));
        ASSERT_TRUE(page.layers().shown());
    }
    std::uint32_t station(const char* name) {
        for (const DrawnStation& each : run().stations()) {
            if (each.name == QString::fromUtf8(name)) return each.number;
        }
        ADD_FAILURE() << "no station " << name;
        return 0;
    }
    /// The audit that the what-if stands for, counted anew.
    audit::Ledger counted_anew() {
        audit::RunFile file = toolbox::run_of(session());
        Progress progress;
        features::FindingList findings;
        const auto inputs = session().inputs();
        io::AuditData data = io::read_inputs(file, *inputs, findings, progress);
        std::vector<coverage::Facility> facilities;
        for (const audit::WhatIfStation& each : run().engine().stations()) {
            if (!each.place) continue;
            coverage::Facility& facility = facilities.emplace_back();
            facility.id = each.id;
            facility.place = *each.place;
        }
        file.params.draw = false;
        return audit::run_audit(file.params, facilities, data.zones, *data.locator, *data.demand, {},
                                findings, progress)
            .ledger();
    }
    void expect_as_counted_anew() {
        const audit::Ledger full = counted_anew();
        const audit::Ledger& now = run().engine().ledger();
        EXPECT_EQ(now.total.covered, full.total.covered);
        EXPECT_EQ(now.total.gap, full.total.gap);
        ASSERT_EQ(now.zones.size(), full.zones.size());
        for (std::size_t z = 0; z < now.zones.size(); ++z) {
            EXPECT_EQ(now.zones[z].covered, full.zones[z].covered);
            EXPECT_EQ(now.zones[z].single, full.zones[z].single);
        }
    }
    static std::vector<std::int64_t> ticks(const audit::Ledger& ledger) {
        std::vector<std::int64_t> out{ledger.total.covered.ticks(), ledger.total.single.ticks()};
        for (const audit::Figures& zone : ledger.zones) {
            out.push_back(zone.covered.ticks());
            out.push_back(zone.gap.ticks());
            out.push_back(zone.single.ticks());
        }
        return out;
    }
    static QStringList rows(const QgsVectorLayer& layer) {
        QStringList out;
        QgsFeature feature;
        QgsFeatureIterator features = layer.getFeatures();
        while (features.nextFeature(feature)) {
            QStringList cells;
            for (const QVariant& cell : feature.attributes()) cells << cell.toString();
            out << cells.join(QLatin1Char('|')) + feature.geometry().asWkt(6);
        }
        out.sort();
        return out;
    }
};

TEST_F(WhatIfPageTest, SaysWhatToChooseFirst) {
    session().set("standard", {});
    session().set("demand", {});
    WhatIfPage page(session(), desk());
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("yiquanStartWhatIf"))->isEnabled());
    session().set("standard", QStringLiteral("county-centre-15km"));
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("yiquanStartWhatIf"))->isEnabled());
}

TEST_F(WhatIfPageTest, StartsWithTheAuditOfToday) {
    WhatIfPage page(session(), desk());
    start(page);
    EXPECT_EQ(page.layers().points()->featureCount(), 45);
    EXPECT_EQ(page.layers().circles()->featureCount(), 45);
    EXPECT_NE(page.layers().points()->renderer()->type(), QLatin1String("singleSymbol"));
    EXPECT_EQ(run().engine().total_change().gained, Persons{});
    expect_as_counted_anew();
    EXPECT_TRUE(page.tool()->isActive());
}

TEST_F(WhatIfPageTest, ADragCountsAtEveryStepAndChangesTheMapOnlyAtItsEnd) {
    WhatIfPage page(session(), desk());
    start(page);
    const std::uint32_t moved = station("格尔木市服务中心");
    const auto before = ticks(run().engine().ledger());
    const QStringList points_before = rows(*page.layers().points());
    const QStringList circles_before = rows(*page.layers().circles());
    const geo::LonLat from = *run().place(moved);
    look_at(from, 0.6);

    press(from);
    int steps = 0;
    QObject::connect(&run(), &WhatIfRun::stepped, &page, [&] { ++steps; });
    for (int i = 1; i <= 8; ++i) {
        drag_to({from.lon + 0.02 * i, from.lat + 0.01 * i});
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(steps, 8);
    EXPECT_GT(run().engine().total_change().lost, Persons{});
    EXPECT_EQ(rows(*page.layers().points()), points_before);
    EXPECT_FALSE(run().undo_stack().canUndo());
    release({from.lon + 0.2, from.lat + 0.1});

    EXPECT_NEAR(run().place(moved)->lon, from.lon + 0.2, 0.005);
    expect_as_counted_anew();
    const audit::Change& change = run().engine().total_change();
    EXPECT_EQ(change.covered_after, change.covered_before + change.gained - (change.lost));
    const QString lost = page.findChild<QLabel*>(QStringLiteral("yiquanLost"))->text();
    EXPECT_TRUE(lost.startsWith(QStringLiteral("−"))) << lost.toStdString();
    EXPECT_EQ(run().station(moved).state, StationState::moved);
    EXPECT_NE(rows(*page.layers().points()), points_before);

    const auto after = ticks(run().engine().ledger());
    ASSERT_TRUE(run().undo_stack().canUndo());
    click<QToolButton>(page, "yiquanUndo");
    EXPECT_EQ(ticks(run().engine().ledger()), before);
    EXPECT_EQ(*run().place(moved), from);
    EXPECT_EQ(run().engine().total_change().lost, Persons{});
    EXPECT_EQ(rows(*page.layers().points()), points_before);
    EXPECT_EQ(rows(*page.layers().circles()), circles_before);
    click<QToolButton>(page, "yiquanRedo");
    EXPECT_EQ(ticks(run().engine().ledger()), after);
}

TEST_F(WhatIfPageTest, OfManyMouseMovesOnlyTheLastIsCounted) {
    WhatIfPage page(session(), desk());
    start(page);
    const std::uint32_t moved = station("格尔木市服务中心");
    const geo::LonLat from = *run().place(moved);
    look_at(from, 0.6);
    int steps = 0;
    QObject::connect(&run(), &WhatIfRun::stepped, &page, [&] { ++steps; });
    press(from);
    for (int i = 1; i <= 50; ++i) drag_to({from.lon + 0.002 * i, from.lat});
    EXPECT_EQ(steps, 0);
    QCoreApplication::processEvents();
    EXPECT_EQ(steps, 1);
    EXPECT_NEAR(run().place(moved)->lon, from.lon + 0.1, 0.005);
    release({from.lon + 0.1, from.lat});
}

TEST_F(WhatIfPageTest, EscapePutsADraggedStationBack) {
    WhatIfPage page(session(), desk());
    start(page);
    const std::uint32_t moved = station("格尔木市服务中心");
    const auto before = ticks(run().engine().ledger());
    const geo::LonLat from = *run().place(moved);
    look_at(from, 0.6);
    press(from);
    drag_to({from.lon + 0.1, from.lat});
    QCoreApplication::processEvents();
    ASSERT_NE(*run().place(moved), from);
    QTest::keyClick(canvas(), Qt::Key_Escape);
    EXPECT_EQ(*run().place(moved), from);
    EXPECT_EQ(ticks(run().engine().ledger()), before);
    release({from.lon + 0.1, from.lat});
    EXPECT_EQ(*run().place(moved), from);
    EXPECT_FALSE(run().undo_stack().canUndo());
}

TEST_F(WhatIfPageTest, AddsWithAClickAndRemovesWithAnother) {
    WhatIfPage page(session(), desk());
    start(page);
    const auto before = ticks(run().engine().ledger());
    const geo::LonLat delingha{97.37, 37.37};
    look_at(delingha, 0.6);
    click<QToolButton>(page, "yiquanAddStation");
    const geo::LonLat beside{delingha.lon + 0.2, delingha.lat + 0.15};
    press(beside);
    release(beside);
    ASSERT_EQ(run().station_count(), 46U);
    EXPECT_EQ(run().station(45).state, StationState::added);
    EXPECT_EQ(page.layers().points()->featureCount(), 46);
    expect_as_counted_anew();

    click<QToolButton>(page, "yiquanRemoveStation");
    press(beside);
    release(beside);
    EXPECT_EQ(run().station(45).state, StationState::absent);
    EXPECT_EQ(page.layers().points()->featureCount(), 45);
    EXPECT_EQ(ticks(run().engine().ledger()), before);

    const std::uint32_t golmud = station("格尔木市服务中心");
    look_at(*run().place(golmud), 0.6);
    press(*run().place(golmud));
    release(*run().station(golmud).place);
    EXPECT_EQ(run().station(golmud).state, StationState::removed);
    EXPECT_EQ(page.layers().points()->featureCount(), 45);  // drawn as removed
    expect_as_counted_anew();
    while (run().undo_stack().canUndo()) click<QToolButton>(page, "yiquanUndo");
    EXPECT_EQ(ticks(run().engine().ledger()), before);
}

TEST_F(WhatIfPageTest, KeysOnTheMapChooseTheModeUndoAndRemove) {
    WhatIfPage page(session(), desk());
    start(page);
    QTest::keyClick(canvas(), Qt::Key_A);
    EXPECT_EQ(page.tool()->mode(), WhatIfTool::Mode::add);
    EXPECT_TRUE(page.findChild<QToolButton*>(QStringLiteral("yiquanAddStation"))->isChecked());
    QTest::keyClick(canvas(), Qt::Key_M);
    const std::uint32_t golmud = station("格尔木市服务中心");
    look_at(*run().place(golmud), 0.6);
    press(*run().place(golmud));
    release(*run().place(golmud));
    EXPECT_FALSE(run().undo_stack().canUndo());  // nothing was moved
    QTest::keyClick(canvas(), Qt::Key_Delete);
    EXPECT_EQ(run().station(golmud).state, StationState::removed);
    QTest::keyClick(canvas(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(run().station(golmud).state, StationState::existing);
    QTest::keyClick(canvas(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(run().station(golmud).state, StationState::removed);
}

TEST_F(WhatIfPageTest, StationsAreAddedMovedAndRenamedByKeyboardAlone) {
    WhatIfPage page(session(), desk());
    start(page);
    auto* place = page.findChild<QLineEdit*>(QStringLiteral("yiquanPlace"));
    place->setText(QStringLiteral("97.5，37.4"));
    click<QPushButton>(page, "yiquanAddHere");
    ASSERT_EQ(run().station_count(), 46U);
    EXPECT_EQ(*run().place(45), (geo::LonLat{97.5, 37.4}));
    auto* table = page.findChild<QTableView*>(QStringLiteral("yiquanStations"));
    ASSERT_EQ(table->model()->rowCount(), 1);  // only what changed
    ASSERT_TRUE(table->selectionModel()->hasSelection());
    place->setText(QStringLiteral("97.6 37.5"));
    click<QPushButton>(page, "yiquanMoveHere");
    EXPECT_EQ(*run().place(45), (geo::LonLat{97.6, 37.5}));
    EXPECT_EQ(run().station(45).state, StationState::added);
    EXPECT_TRUE(table->model()->setData(table->model()->index(0, 1), QStringLiteral("火车站驿站")));
    EXPECT_EQ(run().station(45).name, QStringLiteral("火车站驿站"));
    page.findChild<QCheckBox*>(QStringLiteral("yiquanAllStations"))->setChecked(true);
    EXPECT_EQ(table->model()->rowCount(), 46);
    place->setText(QStringLiteral("197.6 37.5"));
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("yiquanAddHere"))->isEnabled());
}

TEST_F(WhatIfPageTest, ScenariosSurviveTheProjectFile) {
    const QString file = folder() + QStringLiteral("/project.qgz");
    std::vector<std::int64_t> with_change;
    {
        WhatIfPage page(session(), desk());
        start(page);
        const std::uint32_t golmud = station("格尔木市服务中心");
        run().remove(golmud);
        run().add({97.6, 37.5});
        run().move(0, {101.9, 36.7});
        with_change = ticks(run().engine().ledger());
        page.findChild<QLineEdit*>(QStringLiteral("yiquanScenarioName"))->setText(QStringLiteral("方案一"));
        click<QPushButton>(page, "yiquanSaveScenario");
        ASSERT_EQ(session().scenarios().size(), 1);
        ASSERT_TRUE(project().write(file));
    }
    project().clear();
    EXPECT_TRUE(session().scenarios().isEmpty());
    ASSERT_TRUE(project().read(file));

    WhatIfPage page(session(), desk());
    ScenarioModel model(session(), run());
    ASSERT_EQ(model.scenarios().size(), 1);
    const Scenario kept = model.scenarios().front();
    EXPECT_EQ(kept.name, QStringLiteral("方案一"));
    EXPECT_EQ(kept.count(StationState::added), 1);
    EXPECT_EQ(kept.count(StationState::moved), 1);
    EXPECT_EQ(kept.count(StationState::removed), 1);
    auto* table = page.findChild<QTableView*>(QStringLiteral("yiquanScenarios"));
    ASSERT_EQ(table->model()->rowCount(), 2);
    table->selectRow(1);
    click<QPushButton>(page, "yiquanLoadScenario");  // starts first
    ASSERT_TRUE(waited([&] { return run().phase() == Phase::running; }));
    EXPECT_EQ(ticks(run().engine().ledger()), with_change);
    EXPECT_EQ(kept.figures.covered, run().engine().ledger().total.covered.value());
    expect_as_counted_anew();
    EXPECT_EQ(project().layerTreeRoot()->findGroups(true).size(), 2);  // the demo and one what-if
    click<QToolButton>(page, "yiquanUndo");
    EXPECT_EQ(run().engine().total_change().gained, Persons{});
    EXPECT_EQ(run().station_count(), 46U);
}

TEST_F(WhatIfPageTest, AScenarioIsRenamedAndDeletedAndBroughtBack) {
    WhatIfPage page(session(), desk());
    start(page);
    auto* name = page.findChild<QLineEdit*>(QStringLiteral("yiquanScenarioName"));
    auto* table = page.findChild<QTableView*>(QStringLiteral("yiquanScenarios"));
    for (const char* each : {"A", "B"}) {
        run().add({97.6, 37.5});
        name->setText(QString::fromLatin1(each));
        click<QPushButton>(page, "yiquanSaveScenario");
    }
    run().add({97.7, 37.5});
    name->setText(QStringLiteral("A"));
    click<QPushButton>(page, "yiquanSaveScenario");  // taken by another
    EXPECT_EQ(scenario_of(session().scenarios().at(0).toObject()).changes.size(), 1);

    table->model()->setData(table->model()->index(1, 0), QStringLiteral("B"));  // taken
    table->model()->setData(table->model()->index(1, 0), QStringLiteral("C"));
    QCoreApplication::processEvents();
    EXPECT_EQ(scenario_of(session().scenarios().at(0).toObject()).name, QStringLiteral("C"));
    table->selectRow(1);
    click<QPushButton>(page, "yiquanDeleteScenario");
    EXPECT_EQ(session().scenarios().size(), 1);
    emit page.findChild<QLabel*>(QStringLiteral("yiquanScenarioNote"))->linkActivated(QStringLiteral("#"));
    EXPECT_EQ(session().scenarios().size(), 2);
    table->sortByColumn(ScenarioModel::gained, Qt::DescendingOrder);
    EXPECT_EQ(table->model()->rowCount(), 3);
}

TEST_F(WhatIfPageTest, StationsThatAreGoneFromTheListAreNamed) {
    WhatIfPage page(session(), desk());
    start(page);
    Scenario scenario = run().scenario(QStringLiteral("old"));
    scenario.changes.push_back(
        {3, QStringLiteral("gone"), QStringLiteral("旧站"), StationState::removed, std::nullopt});
    QJsonArray kept;
    kept.push_back(to_json(scenario));
    session().set_scenarios(kept);
    auto* table = page.findChild<QTableView*>(QStringLiteral("yiquanScenarios"));
    table->selectRow(1);
    click<QPushButton>(page, "yiquanLoadScenario");
    const QString note = page.findChild<QLabel*>(QStringLiteral("yiquanScenarioNote"))->text();
    EXPECT_TRUE(note.contains(QStringLiteral("旧站"))) << note.toStdString();
}

TEST_F(WhatIfPageTest, AStationThatTheFilterLeavesOutTakesNoPart) {
    session().set("kinds", QStringLiteral("no such kind"));
    WhatIfPage page(session(), desk());
    click<QPushButton>(page, "yiquanStartWhatIf");
    ASSERT_TRUE(waited([&] { return run().phase() == Phase::running; }));
    EXPECT_EQ(run().engine().ledger().total.covered, Persons{});
    EXPECT_TRUE(run().stations().isEmpty());
}

TEST_F(WhatIfPageTest, AChangedFilterStopsTheTool) {
    WhatIfPage page(session(), desk());
    start(page);
    run().add({97.6, 37.5});
    session().set("open_24h", true);
    EXPECT_EQ(run().phase(), Phase::stale);
    EXPECT_FALSE(page.tool()->isActive());
    EXPECT_FALSE(page.findChild<QToolButton*>(QStringLiteral("yiquanUndo"))->isEnabled());
    session().set("open_24h", {});
    start(page);
    EXPECT_EQ(run().station_count(), 45U);
}

TEST_F(WhatIfPageTest, TheEngineOutlivesTheLayersItWasReadFrom) {
    WhatIfPage page(session(), desk());
    start(page);
    const auto before = ticks(run().engine().ledger());
    project().removeMapLayer(session().layer("demand"));
    EXPECT_EQ(run().phase(), Phase::stale);
    EXPECT_EQ(ticks(run().engine().ledger()), before);
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("yiquanStartWhatIf"))->isEnabled());
}

TEST_F(WhatIfPageTest, ALayerRemovedByHandIsOfferedAgain) {
    WhatIfPage page(session(), desk());
    page.resize(420, 600);
    page.show();
    start(page);
    project().removeMapLayer(page.layers().circles());
    auto* again = page.findChild<QPushButton*>(QStringLiteral("yiquanShowLayers"));
    ASSERT_TRUE(waited([&] { return again->isVisible(); }));
    EXPECT_FALSE(page.layers().shown());
    run().add({97.6, 37.5});
    run().move(0, {101.9, 36.7});
    QTest::mouseClick(again, Qt::LeftButton);
    run().remove(1);  // while they are drawn
    ASSERT_TRUE(waited([&] { return page.layers().shown(); }));
    EXPECT_FALSE(again->isVisible());
    EXPECT_EQ(page.layers().points()->featureCount(), 46);
    EXPECT_EQ(rows(*page.layers().points()).filter(QStringLiteral("|removed|")).size(), 1);
}

TEST_F(WhatIfPageTest, AProjectClosedWhileStartingIsForgotten) {
    WhatIfPage page(session(), desk());
    click<QPushButton>(page, "yiquanStartWhatIf");
    ASSERT_EQ(run().phase(), Phase::starting);
    project().clear();
    EXPECT_EQ(run().phase(), Phase::idle);
    QTest::qWait(300);
    EXPECT_EQ(run().phase(), Phase::idle);
    EXPECT_FALSE(page.layers().shown());
}

TEST_F(WhatIfPageTest, APageDeletedWhileStartingCancels) {
    auto page = std::make_unique<WhatIfPage>(session(), desk());
    click<QPushButton>(*page, "yiquanStartWhatIf");
    page.reset();
    QTest::qWait(300);
    EXPECT_EQ(run().phase(), Phase::idle);
    WhatIfPage next(session(), desk());
    start(next);
}

TEST_F(WhatIfPageTest, AProjectClosedDuringADragIsForgotten) {
    WhatIfPage page(session(), desk());
    start(page);
    const geo::LonLat from = *run().place(station("格尔木市服务中心"));
    look_at(from, 0.6);
    press(from);
    drag_to({from.lon + 0.1, from.lat});
    project().clear();
    QCoreApplication::processEvents();
    release({from.lon + 0.1, from.lat});
    EXPECT_EQ(run().phase(), Phase::idle);
    EXPECT_TRUE(project().mapLayers().isEmpty());
}

}  // namespace
}  // namespace yiquan::plugin
