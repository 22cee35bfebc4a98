// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgsrenderer.h>

#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>
#include <QTimeEdit>
#include <QTimer>

#include <map>

#include "plugin/dock/coverage/ledger_model.hpp"
#include "plugin/dock/coverage/ledger_view.hpp"
#include "tests/plugin/dock/desk_world.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;

class CoveragePage : public DeskWorld {
protected:
    [[nodiscard]] LedgerView& ledger() { return the<LedgerView>("yiquanLedger"); }
    /// What a run is doing, without the seconds behind it.
    [[nodiscard]] QString stage() {
        return the<QLabel>("yiquanStageCoverage").text().section(QStringLiteral(" ("), 0, 0);
    }
    [[nodiscard]] QModelIndex cell(const QModelIndex& row, int column) { return row.siblingAtColumn(column); }
    [[nodiscard]] double figure(const QModelIndex& row, int column) {
        return cell(row, column).data(LedgerModel::number_role).toDouble();
    }
    [[nodiscard]] QModelIndex top(int row) { return ledger().model()->index(row, 0); }
    [[nodiscard]] QgsLayerTreeGroup* result_group() {
        const auto groups = project().layerTreeRoot()->findGroups();
        return groups.isEmpty() ? nullptr : groups.front();
    }
};

/// totals and zones of the program's own audit.json
QJsonObject audit_by_program(const QString& run_file, const QString& out) {
    QProcess program;
    program.start(QStringLiteral(YIQUAN_PROGRAM),
                  {QStringLiteral("audit"), run_file, QStringLiteral("-o"), out, QStringLiteral("--json")});
    EXPECT_TRUE(program.waitForFinished(120'000));
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
    return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
}

TEST_F(CoveragePage, TheDemoComesAndRunsByTwoClicksAndGivesTheFiguresOfTheProgram) {
    QElapsedTimer watch;
    watch.start();
    click("yiquanOpenDemo");
    std::printf("opening the demo: %lld ms\n", static_cast<long long>(watch.elapsed()));
    ASSERT_NE(session().layer("facilities"), nullptr) << said().toStdString();
    EXPECT_TRUE(the("yiquanStartCoverage").isEnabled());
    EXPECT_EQ(the<QComboBox>("yiquanStandard").currentData().toString(),
              QStringLiteral("county-centre-15km"));
    run();
    ASSERT_FALSE(ledger().isHidden()) << said().toStdString();

    const QJsonObject wanted = audit_by_program(QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/audit.toml"),
                                                folder_.filePath("cli"));
    const QJsonObject totals = wanted[QStringLiteral("totals")].toObject();
    const QModelIndex total = top(0);
    EXPECT_EQ(total.data().toString(), QStringLiteral("Total"));
    EXPECT_EQ(figure(total, LedgerModel::demand), totals[QStringLiteral("demand")].toDouble());
    EXPECT_EQ(figure(total, LedgerModel::covered), totals[QStringLiteral("covered")].toDouble());
    EXPECT_EQ(figure(total, LedgerModel::gap), totals[QStringLiteral("gap")].toDouble());
    EXPECT_EQ(figure(total, LedgerModel::facilities), totals[QStringLiteral("facilities")].toDouble());
    EXPECT_EQ(figure(total, LedgerModel::land), totals[QStringLiteral("covered_area_km2")].toDouble());
    EXPECT_GT(figure(total, LedgerModel::demand), 1e6);

    std::map<QString, QModelIndex> zones;
    for (int row = 0; row < ledger().model()->rowCount(); ++row) {
        for (int child = 0; child < ledger().model()->rowCount(top(row)); ++child) {
            const QModelIndex zone = ledger().model()->index(child, 0, top(row));
            zones[zone.data(LedgerModel::code_role).toString()] = zone;
        }
    }
    const QJsonArray rows = wanted[QStringLiteral("zones")].toArray();
    EXPECT_EQ(zones.size(), static_cast<std::size_t>(rows.size()));
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        const QModelIndex zone = zones[row[QStringLiteral("code")].toString()];
        ASSERT_TRUE(zone.isValid());
        EXPECT_EQ(figure(zone, LedgerModel::covered), row[QStringLiteral("covered")].toDouble());
        EXPECT_EQ(figure(zone, LedgerModel::gap), row[QStringLiteral("gap")].toDouble());
        EXPECT_EQ(figure(zone, LedgerModel::p90), row[QStringLiteral("nearest_p90")].toDouble());
    }
    EXPECT_TRUE(the<QLabel>("yiquanLedgerBalance").text().startsWith(QStringLiteral("✓ ")));

    // The layers stand styled in one group on top; the audit is in the project.
    QgsLayerTreeGroup* group = result_group();
    ASSERT_NE(group, nullptr);
    EXPECT_EQ(group->customProperty(QStringLiteral("yiquan_folder")).toString(), audit_folder(1));
    EXPECT_GE(group->findLayers().size(), 7);
    for (const QgsLayerTreeLayer* node : group->findLayers()) {
        auto* layer = qobject_cast<QgsVectorLayer*>(node->layer());
        ASSERT_NE(layer, nullptr);
        EXPECT_TRUE(layer->isValid()) << layer->name().toStdString();
        EXPECT_TRUE(layer->readOnly());
    }
    ASSERT_EQ(session().audits().size(), 1);
    EXPECT_EQ(session().audits().front().folder, audit_folder(1));
    EXPECT_THAT(said().toStdString(), HasSubstr("people are covered"));

    run();  // a second run gets its own folder and group
    EXPECT_EQ(session().audits().size(), 2);
    EXPECT_TRUE(QFileInfo::exists(audit_folder(2) + QStringLiteral("/audit.gpkg")));
}

TEST_F(CoveragePage, AnEmptyPageSaysWhatToDoAndLeadsThere) {
    turn_to(1);
    EXPECT_FALSE(the("yiquanStartCoverage").isEnabled());
    EXPECT_TRUE(the("yiquanGoToData").isVisible());
    click("yiquanGoToData");
    EXPECT_EQ(the<QTabWidget>("yiquanPages").currentIndex(), 0);
    turn_to(1);
    click("yiquanOpenDemoHere");
    EXPECT_TRUE(the("yiquanGoToData").isHidden() || !the("yiquanGoToData").isVisible());
    EXPECT_TRUE(the("yiquanStartCoverage").isEnabled());
}

TEST_F(CoveragePage, CountsASmallTownAsByHand) {
    small_town();
    run();
    ASSERT_FALSE(ledger().isHidden()) << said().toStdString();
    // 187 people, of whom the 100 within the initial radius of 1 km are covered.
    EXPECT_EQ(figure(top(0), LedgerModel::demand), 187.0);
    EXPECT_EQ(figure(top(0), LedgerModel::covered), 100.0);
    EXPECT_EQ(the<QLabel>("yiquanLedgerBalance").text(), QStringLiteral("✓ 187 = 100 covered + 87 in gaps"));
    ASSERT_EQ(ledger().model()->rowCount(), 3);
    EXPECT_EQ(top(1).data().toString(), QStringLiteral("某州"));
    EXPECT_EQ(top(2).data().toString(), QStringLiteral("Outside all zones"));
    EXPECT_EQ(figure(top(2), LedgerModel::demand), 7.0);
    EXPECT_EQ(cell(top(1), LedgerModel::share).data().toString(), QStringLiteral("55.6 %"));  // 100 of 180
}

TEST_F(CoveragePage, SortsZonesWithinTheirParentWhileTotalAndOutsideStay) {
    small_town();
    run();
    ledger().sortByColumn(LedgerModel::demand, Qt::AscendingOrder);
    EXPECT_EQ(top(0).data().toString(), QStringLiteral("Total"));
    EXPECT_EQ(top(2).data().toString(), QStringLiteral("Outside all zones"));
    EXPECT_EQ(ledger().model()->index(0, 0, top(1)).data().toString(), QStringLiteral("乙县"));
    ledger().sortByColumn(LedgerModel::demand, Qt::DescendingOrder);
    EXPECT_EQ(top(0).data().toString(), QStringLiteral("Total"));
    EXPECT_EQ(ledger().model()->index(0, 0, top(1)).data().toString(), QStringLiteral("甲县"));
}

TEST_F(CoveragePage, CopiesTheLedgerForASpreadsheet) {
    small_town();
    run();
    QApplication::clipboard()->clear();
    click("yiquanCopyLedger");
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 7);  // heading, total, parent, two zones, outside, end
    EXPECT_THAT(lines[0].toStdString(), HasSubstr("Zone\tDemand\tCovered\tGap\tShare\t"));
    EXPECT_THAT(lines[1].toStdString(), HasSubstr("Total\t187\t100\t87\t53.5 %\t"));
    QApplication::clipboard()->clear();
    QTest::keyClick(&ledger(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text().split(QLatin1Char('\n')), lines);
}

TEST_F(CoveragePage, AClickOnAZoneShowsItOnTheMap) {
    small_town();
    canvas_.setDestinationCrs(QgsCoordinateReferenceSystem::fromEpsgId(4326));
    run();
    ledger().expandAll();
    const QModelIndex zone = ledger().model()->index(1, 0, top(1));
    ASSERT_EQ(zone.data().toString(), QStringLiteral("乙县"));
    ledger().scrollTo(zone);
    QTest::mouseClick(ledger().viewport(), Qt::LeftButton, {}, ledger().visualRect(zone).center());
    EXPECT_NEAR(canvas_.extent().center().x(), 102.5, 0.01);
    EXPECT_NEAR(canvas_.extent().center().y(), 36.5, 0.01);
    EXPECT_LT(canvas_.extent().height(), 2.0);
}

TEST_F(CoveragePage, ACancelledRunLeavesNothing) {
    click("yiquanOpenDemo");
    const int layers = project().count();
    turn_to(1);
    click("yiquanStartCoverage");
    EXPECT_TRUE(the("yiquanCancelCoverage").isVisible());
    EXPECT_FALSE(the("yiquanStartCoverage").isEnabled());
    click("yiquanCancelCoverage");
    EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }));
    wait_for_tasks();
    EXPECT_TRUE(nothing_written());
    EXPECT_TRUE(session().audits().isEmpty());
    EXPECT_EQ(project().count(), layers);
    EXPECT_TRUE(the("yiquanStartCoverage").isEnabled());
    EXPECT_THAT(said().toStdString(), HasSubstr("Cancelled"));
}

TEST_F(CoveragePage, ARunCancelledInTheMiddleLeavesNothing) {
    click("yiquanOpenDemo");
    turn_to(1);
    click("yiquanStartCoverage");
    ASSERT_TRUE(wait_until([this] { return stage() != QStringLiteral("Starting…"); }));
    if (the("yiquanCancelCoverage").isVisible()) click("yiquanCancelCoverage");
    EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }));
    wait_for_tasks();
    EXPECT_TRUE(nothing_written());
}

TEST_F(CoveragePage, AFolderThatCannotBeMadeIsSaidInWords) {
    small_town();
    QFile file(folder_.filePath(QStringLiteral("file")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    session().set("output", file.fileName() + QStringLiteral("/below"));
    run();
    EXPECT_THAT(said().toStdString(), HasSubstr(file.fileName().toStdString()));
    EXPECT_TRUE(session().audits().isEmpty());
    EXPECT_TRUE(the("yiquanStartCoverage").isEnabled());
    session().set("output", QStringLiteral("/proc/yiquan"));
    run();
    EXPECT_THAT(said().toStdString(), HasSubstr("/proc/yiquan"));
}

TEST_F(CoveragePage, LayersWithoutACoordinateSystemAreSaidInWords) {
    small_town();
    stations_ = add_points(QStringLiteral("nowhere"), {{101.5, 36.5}}, QString{});
    choose_all();
    run();
    EXPECT_THAT(said().toStdString(), HasSubstr("nowhere"));
    EXPECT_THAT(said().toStdString(), HasSubstr("coordinate reference system"));
    EXPECT_TRUE(nothing_written());
}

TEST_F(CoveragePage, AnEmptyLayerIsSaidInWords) {
    small_town();
    stations_ = add_points(QStringLiteral("none yet"), {});
    choose_all();
    run();
    EXPECT_THAT(said().toStdString(), HasSubstr("none yet"));
    EXPECT_TRUE(nothing_written());
}

TEST_F(CoveragePage, ReadsLayersInOtherCoordinateSystems) {
    small_town();
    // EPSG:4543, CGCS2000 3-degree Gauss-Kruger on 102 E: the station at 101.5 E, 36.5 N.
    const QgsCoordinateTransform transform(QgsCoordinateReferenceSystem::fromEpsgId(4326),
                                           QgsCoordinateReferenceSystem::fromEpsgId(4543), &project());
    const QgsPointXY place = transform.transform(QgsPointXY(101.5, 36.5));
    stations_ =
        add_points(QStringLiteral("grid"), {{place.x(), place.y()}}, QStringLiteral("crs=EPSG:4543&"));
    choose_all();
    run();
    ASSERT_FALSE(ledger().isHidden()) << said().toStdString();
    EXPECT_EQ(figure(top(0), LedgerModel::covered), 100.0);
}

TEST_F(CoveragePage, CountsEditsThatAreNotSavedYet) {
    small_town();
    ASSERT_TRUE(stations_->startEditing());
    QgsFeature added(stations_->fields());
    added.setAttributes(QgsAttributes() << 2 << QStringLiteral("new") << 0.0);
    added.setGeometry(QgsGeometry::fromPointXY({102.5, 36.5}));
    ASSERT_TRUE(stations_->addFeature(added));
    run();
    EXPECT_EQ(figure(top(0), LedgerModel::covered), 130.0);
    EXPECT_EQ(figure(top(0), LedgerModel::facilities), 2.0);
    EXPECT_TRUE(stations_->isEditable());
    stations_->rollBack();
}

TEST_F(CoveragePage, LayersMayLeaveDuringARun) {
    small_town();
    turn_to(1);
    click("yiquanStartCoverage");
    project().removeMapLayers({stations_->id(), people_->id(), zones_->id()});
    EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }));
    ASSERT_FALSE(ledger().isHidden()) << said().toStdString();
    EXPECT_EQ(figure(top(0), LedgerModel::covered), 100.0);
    EXPECT_EQ(session().audits().size(), 1);
    EXPECT_FALSE(the("yiquanStartCoverage").isEnabled());
}

TEST_F(CoveragePage, AResultIsNotAddedToAnotherProject) {
    click("yiquanOpenDemo");
    turn_to(1);
    click("yiquanStartCoverage");
    project().clear();
    EXPECT_TRUE(the("yiquanCancelCoverage").isHidden());
    wait_for_tasks();
    EXPECT_EQ(project().count(), 0);
    EXPECT_TRUE(session().audits().isEmpty());
    EXPECT_TRUE(ledger().isHidden() || !ledger().isVisible());
    EXPECT_TRUE(nothing_written());
}

TEST_F(CoveragePage, TheDockMayBeClosedForGoodDuringARun) {
    click("yiquanOpenDemo");
    turn_to(1);
    click("yiquanStartCoverage");
    close_dock();  // before the run began
    EXPECT_TRUE(nothing_written());
    wait_for_tasks();
    EXPECT_TRUE(nothing_written());

    dock_ = std::make_unique<Dock>(session(), Desk{&canvas_, &bar_});
    dock_->show();
    turn_to(1);
    click("yiquanStartCoverage");
    ASSERT_TRUE(wait_until([this] { return stage() != QStringLiteral("Starting…"); }));
    close_dock();  // in the middle of it, which waits for its end
    EXPECT_TRUE(nothing_written());
    wait_for_tasks();
    EXPECT_TRUE(session().audits().isEmpty());
    EXPECT_TRUE(nothing_written());
}

TEST_F(CoveragePage, ChoicesAreKeptInTheProjectFile) {
    small_town();
    turn_to(1);
    auto& standard = the<QComboBox>("yiquanStandard");
    EXPECT_EQ(standard.currentData().toString(), QStringLiteral("own"));
    EXPECT_EQ(the<QDoubleSpinBox>("yiquanRadius").value(), 1.0);  // km
    the<QComboBox>("yiquanRadiusUnit").setCurrentIndex(0);
    EXPECT_EQ(the<QDoubleSpinBox>("yiquanRadius").value(), 1000.0);
    the<QDoubleSpinBox>("yiquanRadius").setValue(2500.0);
    the<QDoubleSpinBox>("yiquanTarget").setValue(85.0);
    the<QCheckBox>("yiquanOpen24h").setChecked(true);
    the<QCheckBox>("yiquanOpenAt").setChecked(true);
    the<QTimeEdit>("yiquanOpenAtTime").setTime(QTime(23, 30));
    session().set("facilities_name", QStringLiteral("id"));
    ASSERT_TRUE(project().write(folder_.filePath(QStringLiteral("town.qgs"))));

    project().clear();
    EXPECT_EQ(session().value("target_share"), QVariant{});
    EXPECT_EQ(the<QDoubleSpinBox>("yiquanTarget").value(), 0.0);
    EXPECT_FALSE(the<QCheckBox>("yiquanOpen24h").isChecked());

    ASSERT_TRUE(project().read(folder_.filePath(QStringLiteral("town.qgs"))));
    EXPECT_EQ(the<QDoubleSpinBox>("yiquanRadius").value(), 2500.0);
    EXPECT_EQ(session().number("radius"), 2500.0);
    EXPECT_EQ(session().number("target_share"), 0.85);
    EXPECT_EQ(the<QDoubleSpinBox>("yiquanTarget").value(), 85.0);
    EXPECT_TRUE(the<QCheckBox>("yiquanOpen24h").isChecked());
    EXPECT_EQ(session().text("open_at"), "23:30");
    EXPECT_EQ(the<QTimeEdit>("yiquanOpenAtTime").time(), QTime(23, 30));
    EXPECT_NE(session().layer("facilities"), nullptr);
    EXPECT_EQ(the<QComboBox>("yiquan_facilities_name").currentData().toString(), QStringLiteral("id"));
}

TEST_F(CoveragePage, AReopenedProjectShowsItsLastLedgerAgain) {
    small_town();
    session().set("standard", QStringLiteral("own"));
    session().set("radius", 10'000.0);
    run();
    wait_for_tasks();
    ASSERT_FALSE(the("yiquanLedger").isHidden());
    const QString balance = the<QLabel>("yiquanLedgerBalance").text();
    ASSERT_FALSE(balance.isEmpty());
    const QString path = folder_.filePath(QStringLiteral("again.qgs"));
    ASSERT_TRUE(project().write(path));

    project().clear();
    wait_for_tasks();
    EXPECT_FALSE(the<QLabel>("yiquanLedgerBalance").isVisibleTo(&dock()));
    const QString said_before = said();
    ASSERT_TRUE(project().read(path));
    EXPECT_TRUE(wait_until([this] { return the<QLabel>("yiquanLedgerBalance").isVisibleTo(&dock()); }));
    EXPECT_EQ(the<QLabel>("yiquanLedgerBalance").text(), balance);
    EXPECT_EQ(said(), said_before);  // nobody asked for a run, so nothing is announced
}

TEST_F(CoveragePage, AClearedProjectKeepsNoChoicesOfTheOneBefore) {
    click("yiquanOpenDemo");
    EXPECT_EQ(session().text("standard"), "county-centre-15km");
    project().clear();
    EXPECT_EQ(session().text("standard"), "own");
    EXPECT_EQ(session().text("facilities"), "");
    EXPECT_FALSE(project().isDirty());
    Session other(project());
    EXPECT_EQ(other.text("standard"), "own");
    EXPECT_EQ(other.value("title"), QVariant{});
}

TEST_F(CoveragePage, StandardsThatNeedStreetsAreShownButCannotBeChosen) {
    auto& standards = the<QComboBox>("yiquanStandard");
    const int at = standards.findData(QStringLiteral("walk-15min"));
    ASSERT_GE(at, 0);
    EXPECT_FALSE(standards.model()->index(at, 0).flags().testFlag(Qt::ItemIsEnabled));
    EXPECT_THAT(standards.itemData(at, Qt::ToolTipRole).toString().toStdString(),
                HasSubstr("street network"));
    standards.setCurrentIndex(standards.findData(QStringLiteral("gb50180-15min")));
    EXPECT_FALSE(the("yiquanRadius").isEnabled());
    EXPECT_EQ(the<QDoubleSpinBox>("yiquanRadius").value(), 1.0);
    standards.setCurrentIndex(0);
    EXPECT_TRUE(the("yiquanRadius").isEnabled());
    EXPECT_FALSE(the("yiquanMode").isEnabled());
    EXPECT_FALSE(the("yiquanMode").toolTip().isEmpty());
}

TEST_F(CoveragePage, ATargetIsJudgedInTheLedger) {
    small_town();
    session().set("target_share", 0.85);
    run();
    EXPECT_EQ(cell(top(0), LedgerModel::share).data(LedgerModel::target_role).toDouble(), 0.85);
    EXPECT_THAT(cell(top(0), LedgerModel::share).data(Qt::ToolTipRole).toString().toStdString(),
                HasSubstr("missed"));
}

// The main thread is never held up for long. Two hundred milliseconds are the promise; other programs on the
// machine that tests this are given some room.
TEST_F(CoveragePage, AMillionPointsDoNotFreezeTheDesk) {
    [[maybe_unused]] constexpr int promise_ms = 200;
    [[maybe_unused]] constexpr int room_ms = 400;
    std::vector<Place> places;
    for (int i = 0; i < 1'000'000; ++i)
        places.push_back({101.0 + (i % 1999) / 1000.0, 36.0 + (i % 997) / 1000.0, 1});
    stations_ = add_points(QStringLiteral("stations"), {{101.5, 36.5}, {102.2, 36.1}});
    people_ = add_points(QStringLiteral("people"), places);
    zones_ = add_zones();
    QElapsedTimer watch;
    watch.start();
    choose_all();
    const qint64 choosing = watch.elapsed();
    turn_to(1);
    session().set("radius", 20'000.0);

    qint64 longest = 0;
    QElapsedTimer beat;
    QTimer heart;
    heart.setInterval(2);
    QObject::connect(&heart, &QTimer::timeout, [&] { longest = std::max(longest, beat.restart()); });
    beat.start();
    heart.start();
    watch.restart();
    click("yiquanStartCoverage");
    const qint64 starting = watch.elapsed();
    ASSERT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }, 300'000));
    const qint64 whole = watch.elapsed();
    QTest::qWait(20);
    std::printf("choosing %lld ms, starting %lld ms, longest hold-up %lld ms of %lld ms\n",
                static_cast<long long>(choosing), static_cast<long long>(starting),
                static_cast<long long>(longest), static_cast<long long>(whole));
    ASSERT_FALSE(ledger().isHidden()) << said().toStdString();
    EXPECT_EQ(figure(top(0), LedgerModel::demand), 1'000'000.0);
#if !defined(__SANITIZE_ADDRESS__)  // which makes everything many times slower
    EXPECT_LT(choosing, promise_ms + room_ms);
    EXPECT_LT(starting, promise_ms + room_ms);
    EXPECT_LT(longest, promise_ms + room_ms);
#endif
}

}  // namespace
}  // namespace yiquan::plugin
