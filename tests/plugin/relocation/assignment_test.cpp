// SPDX-License-Identifier: GPL-2.0-or-later
#include <QDoubleSpinBox>
#include <QSpinBox>

#include "tests/plugin/relocation/relocation_desk.hpp"

namespace yiquan::plugin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class AssignmentTest : public RelocationDesk {
protected:
    /// A screening is there, and households are chosen.
    void prepare() {
        const ProgramStandIn program(answers("screening"));
        choose_rules();
        screen();
        bar_.clearWidgets();
        to_assignment();
        choose_households();
    }
};

TEST_F(AssignmentTest, NeedsHouseholdsAndSites) {
    to_assignment();
    EXPECT_FALSE(the("yiquanStartRelocation").isEnabled());
    choose_households();
    EXPECT_FALSE(the("yiquanStartRelocation").isEnabled());
    EXPECT_THAT(the("yiquanStartRelocation").toolTip().toStdString(), HasSubstr("Screen candidates"));
    choose("yiquanSiteSource", QStringLiteral("layer"));
    the<QgsMapLayerComboBox>("yiquanSites").setLayer(add_points(QStringLiteral("sites"), {{101.0, 36.0}}));
    EXPECT_TRUE(the("yiquanStartRelocation").isEnabled());
}

TEST_F(AssignmentTest, ShowsTheProofTheBalanceTheLoadsAndWhoIsLeft) {
    prepare();
    const ProgramStandIn program(answers("relocation"));
    assign();
    EXPECT_EQ(label("yiquanRelocationProof"),
              "Proved optimal: these people cannot be placed with less travel than 13 person-kilometres.");
    EXPECT_EQ(label("yiquanRelocationBalance"),
              "✓ 12 people = 9 placed + 3 not placed\n✓ 3 households = 2 placed + 1 not placed");
    EXPECT_THAT(label("yiquanRelocationRemarks"), HasSubstr("People move 1.4 km on average, 1.8 km at most"));
    EXPECT_EQ(cell("yiquanRelocationSites", 0, 0), "● 河东");
    EXPECT_EQ(cell("yiquanRelocationSites", 0, 1), "90.0 %");
    EXPECT_EQ(cell("yiquanRelocationSites", 0, 3), "10");
    EXPECT_EQ(cell("yiquanRelocationSites", 1, 0), "✗ 河西");
    EXPECT_EQ(cell("yiquanUnplaced", 0, 0), "扎西");
    EXPECT_EQ(cell("yiquanUnplaced", 0, 1), "3");
    EXPECT_EQ(cell("yiquanUnplaced", 0, 2), "too far");
    EXPECT_THAT(layers(), testing::IsSupersetOf(
                              {QStringLiteral("relocation_sites"), QStringLiteral("relocation_households")}));
    EXPECT_TRUE(QFile::exists(out("relocation-1/relocation.gpkg")));
}

TEST_F(AssignmentTest, AClickGoesToTheSiteOrTheHouseholdAndSaysWhy) {
    prepare();
    const ProgramStandIn program(answers("relocation"));
    assign();
    click_row("yiquanUnplaced", 0);
    EXPECT_THAT(label("yiquanUnplacedReason"), HasSubstr("a farthest move of 146 km would place them"));
    EXPECT_NEAR(canvas_.extent().center().x(), 102.5, 1e-6);
    click_row("yiquanRelocationSites", 1);
    EXPECT_NEAR(canvas_.extent().center().x(), 101.1, 1e-6);
}

TEST_F(AssignmentTest, AsksTheProgramForWhatWasChosen) {
    prepare();
    choose("yiquanObjective", QStringLiteral("worst"));
    auto& farthest = the<QDoubleSpinBox>("yiquanFarthest");
    farthest.setFocus();
    farthest.selectAll();
    QTest::keyClicks(&farthest, QStringLiteral("30"));
    QTest::keyClick(&farthest, Qt::Key_Return);
    choose("yiquan_relocation_households_people", QStringLiteral("口数"));
    choose("yiquanWithin", QStringLiteral("县"));
    choose("yiquanTogether", QStringLiteral("村"));
    QTest::mouseClick(&the("yiquanAllowUnknown"), Qt::LeftButton, {}, QPoint(8, 8));
    the<QSpinBox>("yiquanRelocationSeconds").setValue(5);
    choose("yiquan_relocation_households_datum", QStringLiteral("gcj02"));
    choose("yiquan_relocation_sites_datum", QStringLiteral("bd09"));  // of a layer, which is not taken here
    const ProgramStandIn program(answers("relocation"));
    assign();
    EXPECT_EQ(program.words(),
              QStringLiteral("relocate --households households.gpkg --sites %1|layername=screened_sites "
                             "--objective worst --max-distance 30 km --datum gcj02 --sites-datum wgs84 "
                             "--within 县 --together 村 --allow-unknown "
                             "--time-limit 5 s --output relocation.gpkg --json --progress json --lang en\n")
                  .arg(out("screening-1/screening.gpkg")));
    const QgsVectorLayer copy(out("relocation-1/households.gpkg"), QString(), QStringLiteral("ogr"));
    ASSERT_TRUE(copy.isValid());
    EXPECT_EQ(copy.featureCount(), 3);
    const QgsFields fields = copy.fields();
    EXPECT_GE(fields.lookupField(QStringLiteral("people")), 0) << "the corrected column has the known name";
    EXPECT_LT(fields.lookupField(QStringLiteral("口数")), 0);
}

TEST_F(AssignmentTest, TheColumnToStayWithinIsCalledAsTheSitesCallIt) {
    prepare();
    auto sites = points(QStringLiteral("sites"), QStringLiteral("id:string;county:string"),
                        {{101.0, 36.0, {"A", "共和县"}}});
    choose("yiquanSiteSource", QStringLiteral("layer"));
    the<QgsMapLayerComboBox>("yiquanSites").setLayer(project().addMapLayer(sites.release()));
    choose("yiquanWithin", QStringLiteral("县"));
    choose("yiquan_relocation_sites_datum", QStringLiteral("bd09"));
    const ProgramStandIn program(answers("relocation"));
    assign();
    EXPECT_THAT(
        program.words().toStdString(),
        HasSubstr("--sites sites.gpkg --objective travel --datum wgs84 --sites-datum bd09 --within county "));
    const QgsVectorLayer copy(out("relocation-1/households.gpkg"), QString(), QStringLiteral("ogr"));
    EXPECT_GE(copy.fields().lookupField(QStringLiteral("county")), 0);
}

TEST_F(AssignmentTest, TheFoundColumnsAreNamed) {
    prepare();
    EXPECT_EQ(the<QComboBox>("yiquan_relocation_households_village").currentText(),
              QStringLiteral("村 (found)"));
    EXPECT_EQ(the<QComboBox>("yiquan_relocation_households_people").currentText(),
              QStringLiteral("None found"));
    choose("yiquan_relocation_households_people", QStringLiteral("口数"));
    EXPECT_EQ(session().value("relocation_households_people").toString(), QStringLiteral("口数"));
}

TEST_F(AssignmentTest, AnotherColumnOfTheKnownNameStepsBack) {
    prepare();
    auto layer =
        points(QStringLiteral("list"), QStringLiteral("people:integer;heads:integer"), {{101, 36, {1, 4}}});
    the<QgsMapLayerComboBox>("yiquanHouseholds").setLayer(project().addMapLayer(layer.release()));
    choose("yiquan_relocation_households_people", QStringLiteral("heads"));
    const ProgramStandIn program(answers("relocation"));
    assign();
    const QgsVectorLayer copy(out("relocation-1/households.gpkg"), QString(), QStringLiteral("ogr"));
    QgsFeature row;
    ASSERT_TRUE(copy.getFeatures().nextFeature(row));
    EXPECT_EQ(row.attribute(QStringLiteral("people")).toInt(), 4);
    EXPECT_EQ(row.attribute(QStringLiteral("other_people")).toInt(), 1);
}

TEST_F(AssignmentTest, StoppedItShowsTheBestSoFar) {
    prepare();
    QByteArray document = relocation_document();
    document.replace("\"optimal\"", "\"feasible\"").replace("\"gap\": 0", "\"gap\": 0.004");
    write(given("relocation.json"), document);
    const ProgramStandIn program(
        QStringLiteral("trap \"%1; exit 0\" INT; echo '{\"progress\": 0.3, \"stage\": \"proving\"}' >&2\n"
                       "while :; do sleep 0.05; done")
            .arg(answers("relocation")));
    click("yiquanStartRelocation");
    EXPECT_TRUE(
        wait_until([this] { return label("yiquanStageRelocation").find("proving") != std::string::npos; }));
    click("yiquanStopRelocation");
    EXPECT_TRUE(wait_until([this] { return the("yiquanCancelRelocation").isHidden(); }));
    EXPECT_EQ(label("yiquanRelocationProof"),
              "Best found, not proved: 13 person-kilometres; at most 0.4 % above the best possible.");
}

TEST_F(AssignmentTest, SumsThatDoNotAgreeAreNotHidden) {
    prepare();
    QByteArray document = relocation_document();
    document.replace("\"placed_people\": 9", "\"placed_people\": 8");
    write(given("relocation.json"), document);
    const ProgramStandIn program(answers("relocation"));
    assign();
    EXPECT_THAT(label("yiquanRelocationBalance"), HasSubstr("The sums do not agree"));
}

TEST_F(AssignmentTest, AnErrorOfTheProgramIsSaidAndNothingIsKept) {
    prepare();
    const ProgramStandIn program(
        QStringLiteral("echo 'yiquan: the sites have room for 9 of 12 people: 3 are missing.' >&2; exit 3"));
    assign();
    EXPECT_EQ(said().toStdString(), "the sites have room for 9 of 12 people: 3 are missing.");
    EXPECT_FALSE(QFile::exists(out("relocation-1")));
    EXPECT_TRUE(the("yiquanRelocationAnswer").isHidden());
}

TEST_F(AssignmentTest, TheProjectKeepsTheChoicesAndTheAnswer) {
    prepare();
    choose("yiquanObjective", QStringLiteral("sites"));
    const ProgramStandIn program(answers("relocation"));
    assign();
    const QString file = folder_.filePath(QStringLiteral("p.qgs"));
    ASSERT_TRUE(project().write(file));
    project().clear();
    EXPECT_TRUE(the("yiquanRelocationAnswer").isHidden());
    ASSERT_TRUE(project().read(file));
    EXPECT_EQ(the<QComboBox>("yiquanObjective").currentData().toString(), QStringLiteral("sites"));
    EXPECT_THAT(label("yiquanRelocationProof"), HasSubstr("Proved optimal"));
}

TEST_F(AssignmentTest, ALayerThatLeavesTheProjectIsNoLongerChosen) {
    prepare();
    EXPECT_TRUE(the("yiquanStartRelocation").isEnabled());
    project().removeMapLayer(session().layer("relocation_households"));
    EXPECT_FALSE(the("yiquanStartRelocation").isEnabled());
}

}  // namespace
}  // namespace yiquan::plugin
