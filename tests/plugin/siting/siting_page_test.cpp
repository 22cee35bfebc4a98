// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_view.hpp"

#include <gmock/gmock.h>

#include <qgslayertree.h>
#include <qgslayertreegroup.h>

#include <QCheckBox>
#include <QFile>
#include <QListWidget>
#include <QProgressBar>
#include <QSpinBox>
#include <QTableView>

#include "core/siting/model.hpp"
#include "plugin/dock/siting/siting_chart.hpp"
#include "plugin/dock/siting/siting_places.hpp"
#include "plugin/layers/siting_result.hpp"
#include "plugin/what_if/what_if_run.hpp"
#include "tests/plugin/program/program_stand_in.hpp"
#include "tests/plugin/siting/siting_desk.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class SitingPageTest : public testing::Test, protected SitingDesk {
protected:
    void SetUp() override { open_dock(); }
    void TearDown() override { close_dock(); }

    /// What the command line answers to the shipped files.
    static SitingAnswer command_line(const QStringList& more) {
        const QString data = QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/");
        QProcess program;
        program.start(QStringLiteral(YIQUAN_PROGRAM),
                      QStringList{QStringLiteral("locate"), QStringLiteral("--candidates"),
                                  data + QStringLiteral("places.csv"), QStringLiteral("--demand"),
                                  data + QStringLiteral("demand.csv"), QStringLiteral("--json"),
                                  QStringLiteral("--quiet")} +
                          more);
        EXPECT_TRUE(program.waitForFinished(60000));
        EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
        return siting_answer(program.readAllStandardOutput());
    }
    int rows() { return the<QTableView>("yiquanProposals").model()->rowCount(); }
    QString cell(int row, int column) {
        const QAbstractItemModel* model = the<QTableView>("yiquanProposals").model();
        return model->index(row, column).data().toString();
    }
};

TEST_F(SitingPageTest, TheDemoIsAnsweredWithAProof) {
    find_sites();
    ASSERT_TRUE(answer().proved) << said();
    EXPECT_THAT(label("yiquanProof"), StartsWith("Proved optimal: no choice of 5 sites reaches more than "));
    EXPECT_THAT(label("yiquanSitingServed"), HasSubstr("→"));
    EXPECT_EQ(answer().curve.size(), 5U);
    EXPECT_EQ(rows(), 5);
    EXPECT_EQ(cell(0, 0), QStringLiteral("1"));
    EXPECT_TRUE(the("yiquanSitingChart").isVisibleTo(&page()));
    EXPECT_TRUE(QFile::exists(out() + QStringLiteral("/siting-1/plan.gpkg")));
    EXPECT_TRUE(QFile::exists(out() + QStringLiteral("/siting-1/plan.json")));
    const auto sites = project().mapLayersByName(QStringLiteral("Proposed sites"));
    ASSERT_EQ(sites.size(), 1);
    EXPECT_EQ(project().mapLayersByName(QStringLiteral("Service areas of the sites")).size(), 1);
    find_sites();
    EXPECT_TRUE(QFile::exists(out() + QStringLiteral("/siting-2/plan.gpkg")));
    EXPECT_EQ(QDir(out()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
}

TEST_F(SitingPageTest, ItsFiguresAreThoseOfTheCommandLine) {
    find_sites();
    const SitingAnswer same = command_line(
        {QStringLiteral("--model"), QStringLiteral("mclp"), QStringLiteral("-p"), QStringLiteral("1..5"),
         QStringLiteral("--radius"), QStringLiteral("15 km"), QStringLiteral("--existing"),
         QStringLiteral(YIQUAN_SOURCE_DIR "/data/qinghai/service_centres.csv")});
    EXPECT_EQ(answer().open, same.open);
    EXPECT_EQ(answer().objective, same.objective);
    ASSERT_TRUE(answer().served && same.served);
    EXPECT_EQ(answer().served->total, same.served->total);
    EXPECT_EQ(answer().served->before, same.served->before);
    EXPECT_EQ(answer().served->after, same.served->after);
    ASSERT_EQ(answer().curve.size(), same.curve.size());
    for (std::size_t i = 0; i < same.curve.size(); ++i) {
        EXPECT_EQ(answer().curve.at(i).objective, same.curve.at(i).objective);
        EXPECT_EQ(answer().curve.at(i).open, same.curve.at(i).open);
    }
}

TEST_F(SitingPageTest, PlannedStationsReachExactlyWhatWasPromised) {
    find_sites();
    ASSERT_TRUE(answer().served) << said();
    WhatIfRun& what_if = WhatIfRun::of(session());
    press_button("yiquanPlanStations");
    ASSERT_TRUE(waited([&] { return what_if.phase() == WhatIfRun::Phase::running; }));
    EXPECT_EQ(what_if.engine().ledger().total.covered, answer().served->after);
    EXPECT_EQ(what_if.base().ledger.total.covered, answer().served->before);
    ASSERT_EQ(session().scenarios().size(), 1);
    const Scenario kept = scenario_of(session().scenarios().at(0).toObject());
    EXPECT_EQ(kept.name, QStringLiteral("Siting, 5 sites"));
    EXPECT_EQ(kept.count(StationState::added), 5);
    EXPECT_EQ(kept.figures.covered, answer().served->after.value());
    EXPECT_FALSE(page().isVisible());  // the page What-if is shown

    // Fewer sites, while it runs: the curve says what they reach.
    the<SitingChart>("yiquanSitingChart").choose(2);
    the<QPushButton>("yiquanPlanStations").click();
    EXPECT_EQ(what_if.engine().ledger().total.covered.value(), answer().curve.at(1).objective);
    EXPECT_EQ(session().scenarios().size(), 2);
    the<QPushButton>("yiquanPlanStations").click();
    EXPECT_EQ(scenario_of(session().scenarios().at(2).toObject()).name,
              QStringLiteral("Siting, 2 sites (2)"));
}

TEST_F(SitingPageTest, ANumberOfSitesIsChosenOnTheCurve) {
    find_sites();
    auto& chart = the<SitingChart>("yiquanSitingChart");
    EXPECT_EQ(chart.chosen(), 5);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.point_of(2));
    EXPECT_EQ(chart.chosen(), 2);
    EXPECT_EQ(rows(), 2);
    EXPECT_THAT(label("yiquanProposalsShown"), HasSubstr("The proposal for 2 sites"));
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(rows(), 3);
    QTest::keyClick(&chart, Qt::Key_Home);
    EXPECT_EQ(rows(), 1);
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(rows(), 1);
    QTest::keyClick(&chart, Qt::Key_End);
    EXPECT_EQ(rows(), 5);
}

TEST_F(SitingPageTest, AProposalIsShownOnTheMap) {
    find_sites();
    auto& table = the<QTableView>("yiquanProposals");
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                      table.visualRect(table.model()->index(0, 1)).center());
    const auto place = view().proposals().at(0).place;
    ASSERT_TRUE(place);
    look_at(*place, 0.2);
    const QgsRectangle there = canvas()->extent();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                      table.visualRect(table.model()->index(0, 1)).center());
    EXPECT_TRUE(canvas()->extent().contains(there.center()));
}

TEST_F(SitingPageTest, PlacesPickedOnTheMapAreCandidates) {
    auto& source = the<QComboBox>("yiquanSitingSource");
    source.setCurrentIndex(source.findData(QStringLiteral("map")));
    press_button("yiquanPickPlaces");
    SitingPlaces& places = *page().findChild<SitingPlaces*>();
    ASSERT_TRUE(places.tool()->isActive());
    look_at({97.5, 37.0}, 2.0);
    for (const geo::LonLat place : {geo::LonLat{96.9, 37.3}, {98.1, 36.3}, {97.4, 37.4}}) {
        press(place);
        release(place);
    }
    auto& list = the<QListWidget>("yiquanPlaceList");
    ASSERT_EQ(list.count(), 3);
    EXPECT_THAT(list.item(1)->text().toStdString(), StartsWith("A2"));
    list.setCurrentRow(0);
    press_button("yiquanRemovePlace");
    ASSERT_EQ(list.count(), 2);
    EXPECT_THAT(list.item(0)->text().toStdString(), StartsWith("A2"));  // ids stay
    press({97.0, 37.0});
    release({97.0, 37.0});
    EXPECT_THAT(list.item(2)->text().toStdString(), StartsWith("A4"));
    QTest::keyClick(canvas(), Qt::Key_Delete);
    EXPECT_EQ(list.count(), 2);

    the<QSpinBox>("yiquanSitingCount").setValue(1);
    find_sites();
    ASSERT_EQ(answer().open.size(), 1U) << said();
    EXPECT_THAT(answer().open.front(), StartsWith("A"));
    press_button("yiquanClearPlaces");
    EXPECT_EQ(list.count(), 0);
    press_button("yiquanStartSiting");
    EXPECT_FALSE(page().running());
    EXPECT_THAT(said(), HasSubstr("There are no candidates"));
}

TEST_F(SitingPageTest, StationsMayCloseOrBeLeftOut) {
    auto& existing = the<QComboBox>("yiquanSitingExisting");
    existing.setCurrentIndex(existing.findData(QStringLiteral("may_close")));
    the<QSpinBox>("yiquanSitingCount").setValue(45);
    the<QCheckBox>("yiquanSitingCurve").setChecked(false);
    find_sites();
    ASSERT_TRUE(answer().served) << said();
    EXPECT_FALSE(answer().closed.empty());
    EXPECT_GT(answer().served->after, answer().served->before);
    WhatIfRun& what_if = WhatIfRun::of(session());
    press_button("yiquanPlanStations");
    ASSERT_TRUE(waited([&] { return what_if.phase() == WhatIfRun::Phase::running; }));
    EXPECT_EQ(what_if.engine().ledger().total.covered, answer().served->after);

    dock().findChild<QTabWidget*>(QStringLiteral("yiquanPages"))->setCurrentWidget(&page());
    existing.setCurrentIndex(existing.findData(QStringLiteral("ignore")));
    the<QSpinBox>("yiquanSitingCount").setValue(3);
    find_sites();
    ASSERT_TRUE(answer().served) << said();
    EXPECT_EQ(answer().served->before, Persons{});
}

TEST_F(SitingPageTest, EveryModelOfTheTableIsOffered) {
    auto& models = the<QComboBox>("yiquanSitingModel");
    EXPECT_EQ(models.count(), static_cast<int>(siting::models.size()));
    models.setCurrentIndex(models.findData(QStringLiteral("partial")));
    EXPECT_FALSE(the("yiquanSitingLimits").isVisibleTo(&page()));
    EXPECT_TRUE(the("yiquanSitingShare").isVisibleTo(&page()));
    models.setCurrentIndex(models.findData(QStringLiteral("p-center")));
    EXPECT_FALSE(the("yiquanSitingRadius").isVisibleTo(&page()));
    EXPECT_TRUE(the("yiquanSitingLimits").isVisibleTo(&page()));
    EXPECT_THAT(label("yiquanSitingSummary"), HasSubstr("Least worst travel"));
}

TEST_F(SitingPageTest, ChoicesAndTheLastAnswerSurviveTheProjectFile) {
    the<QSpinBox>("yiquanSitingCount").setValue(3);
    find_sites();
    const std::vector<std::string> sites = answer().open;
    const QString file = folder() + QStringLiteral("/project.qgz");
    ASSERT_TRUE(project().write(file));
    project().clear();
    EXPECT_TRUE(answer().open.empty());
    EXPECT_TRUE(the("yiquanSitingAnswer").isHidden());
    ASSERT_TRUE(project().read(file));
    EXPECT_EQ(the<QSpinBox>("yiquanSitingCount").value(), 3);
    EXPECT_EQ(answer().open, sites);
    the<SitingChart>("yiquanSitingChart").choose(1);
    ASSERT_EQ(view().proposals().size(), 1);
    EXPECT_TRUE(view().proposals().front().place);
}

TEST_F(SitingPageTest, AProjectThatMovesTakesItsSitingAlong) {
    const QString here = folder() + QStringLiteral("/here");
    const QString there = folder() + QStringLiteral("/there");
    const QString file = QStringLiteral("/project.qgz");
    ASSERT_TRUE(QDir().mkpath(here));
    ASSERT_TRUE(project().write(here + file));
    session().set("output", here + QStringLiteral("/out"));
    find_sites();
    const std::vector<std::string> sites = answer().open;
    ASSERT_FALSE(sites.empty()) << said();
    ASSERT_TRUE(project().write(here + file));
    project().clear();
    ASSERT_TRUE(QDir().rename(here, there));
    ASSERT_TRUE(project().read(there + file));
    EXPECT_EQ(answer().open, sites);
}

TEST_F(SitingPageTest, AProgramThatIsMissingIsSaidAndThePageGoesOn) {
    QgsSettings().setValue(program_setting(), QStringLiteral("/nowhere/yiquan"));
    find_sites();
    QgsSettings().remove(program_setting());
    EXPECT_THAT(said(), HasSubstr("/nowhere/yiquan, which is not a program"));
    EXPECT_TRUE(nothing_kept());
    EXPECT_TRUE(the("yiquanSitingAnswer").isHidden());
    find_sites();
    EXPECT_TRUE(answer().proved);
}

TEST_F(SitingPageTest, AProgramThatDiesIsSaidAndNothingStays) {
    const ProgramStandIn stand_in(QStringLiteral("kill -KILL $$"));
    find_sites();
    EXPECT_THAT(said(), HasSubstr("memory ran out"));
    EXPECT_TRUE(nothing_kept());
    EXPECT_TRUE(the("yiquanStartSiting").isEnabled());
}

TEST_F(SitingPageTest, CancelledNothingStays) {
    const ProgramStandIn stand_in(
        QStringLiteral("echo '{\"progress\": 0.5, \"stage\": \"half\"}' >&2; while :; do sleep 0.05; done"));
    press_button("yiquanStartSiting");
    auto& bar = the<QProgressBar>("yiquanProgressSiting");
    ASSERT_TRUE(waited([&] { return bar.value() == 55; }));  // a tenth is for reading
    EXPECT_THAT(label("yiquanStageSiting"), StartsWith("half ("));
    press_button("yiquanCancelSiting");
    ASSERT_TRUE(waited([this] { return !page().running(); }));
    EXPECT_THAT(said(), HasSubstr("Cancelled"));
    EXPECT_TRUE(nothing_kept());
}

TEST_F(SitingPageTest, StoppedTheBestSoFarIsShownWithItsGap) {
    const ProgramStandIn stand_in(QStringLiteral(
        "trap 'cat <<END\n"
        "{\"schema\": \"yiquan.siting/1\", \"model\": \"mclp\", \"status\": \"feasible\", \"objective\": "
        "990000,\n"
        " \"bound\": 1000000, \"gap\": 0.0101, \"sites\": [\"a\", \"b\"], \"seconds\": 3,\n"
        " \"served\": {\"total\": 2000000, \"before\": 500000, \"after\": 990000},\n"
        " \"uncoverable\": 7, \"uncoverable_places\": 2,\n"
        " \"proposals\": [{\"id\": \"a\", \"name\": \"甲\", \"lon\": 97.4, \"lat\": 37.4, \"order\": 1,\n"
        "   \"served\": 300000, \"served_only_here\": 1}, {\"id\": \"b\", \"name\": \"乙\", \"order\": 2}]}\n"
        "END\nexit 0' INT\n"
        "echo '{\"progress\": 0.5, \"stage\": \"half\"}' >&2; while :; do sleep 0.05; done"));
    press_button("yiquanStartSiting");
    auto& bar = the<QProgressBar>("yiquanProgressSiting");
    ASSERT_TRUE(waited([&] { return bar.value() == 55; }));
    press_button("yiquanStopSiting");
    ASSERT_TRUE(waited([this] { return !page().running(); }));
    EXPECT_EQ(label("yiquanProof"),
              "Best found, not proved: 990,000 people; at most 1.0 % below the best possible.");
    EXPECT_EQ(label("yiquanSitingServed"), "Served: 500,000 → 990,000 of 2,000,000 people (25.0 % → 49.5 %)");
    EXPECT_THAT(label("yiquanSitingRemarks"), HasSubstr("Bound 1,000,000 people"));
    EXPECT_THAT(label("yiquanSitingRemarks"), HasSubstr("7 people in 2 places"));
    EXPECT_EQ(rows(), 2);
    EXPECT_EQ(cell(0, 3), QStringLiteral("300,000"));
    EXPECT_EQ(cell(1, 3), QStringLiteral("–"));
}

TEST_F(SitingPageTest, AnAnswerThatCannotBeReadIsNotShown) {
    const ProgramStandIn stand_in(QStringLiteral("echo '{\"schema\": \"yiquan.audit/1\"}'"));
    find_sites();
    EXPECT_THAT(said(), HasSubstr("no answer that this plugin understands"));
    EXPECT_TRUE(nothing_kept());
}

TEST_F(SitingPageTest, AProjectClosedMeanwhileIsForgotten) {
    const ProgramStandIn stand_in(QStringLiteral("while :; do sleep 0.05; done"));
    press_button("yiquanStartSiting");
    QTest::qWait(300);
    project().clear();
    EXPECT_FALSE(page().running());
    QTest::qWait(100);
    EXPECT_TRUE(nothing_kept());
    EXPECT_EQ(said(), "");
}

TEST_F(SitingPageTest, ASitingAfterAForgottenOneIsAnswered) {
    {
        const ProgramStandIn deaf(
            QStringLiteral("trap '' INT; echo '{\"progress\": 0.5, \"stage\": \"half\"}' >&2\n"
                           "while :; do sleep 0.05; done"));
        press_button("yiquanStartSiting");
        ASSERT_TRUE(waited([this] { return the<QProgressBar>("yiquanProgressSiting").value() == 55; }));
        project().clear();
    }
    open_demo(session(), folder());
    session().set("output", out());
    find_sites();
    EXPECT_TRUE(answer().proved) << said();
}

TEST_F(SitingPageTest, CandidatesMustBeChosen) {
    session().set("siting_candidates", {});
    press_button("yiquanStartSiting");
    EXPECT_FALSE(page().running());
    EXPECT_THAT(said(), HasSubstr("Choose a layer of candidates"));
}

}  // namespace
}  // namespace yiquan::plugin
