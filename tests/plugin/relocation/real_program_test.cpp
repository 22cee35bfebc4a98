// SPDX-License-Identifier: GPL-2.0-or-later
// The page with the program of this build, on a street that can be worked out by hand: everything lies on one
// meridian, where a thousandth of a degree is 111 m.
//
//   35.999  36.000  36.001  36.005  36.010  36.012  36.020
//     h2     A, h3    h1    school     B     fault     C
//
// A is 555 m from the school and 1,332 m from the fault. B is as near to the school, but 222 m from the
// fault. C is 888 m from the fault, but 1,664 m from the school. A has room for ten: h1 and h2 are nine, each
// 111 m away; with h3 no two others make more.
#include <QFileDialog>

#include "tests/plugin/relocation/relocation_desk.hpp"

namespace yiquan::plugin {
namespace {

using testing::HasSubstr;

class RealProgram : public RelocationDesk {
protected:
    RealProgram() {
        write(given("sites.csv"),
              "id,name,lon,lat,capacity,county\nA,甲地,101,36,10,共和县\nB,乙地,101,36.01,10,共和县\n"
              "C,丙地,101,36.02,10,共和县\n");
        write(given("schools.csv"), "id,name,lon,lat\ns,小学,101,36.005\n");
        write(given("faults.csv"), "id,name,lon,lat\nf,断裂,101,36.012\n");
        write(rules_, R"(title = "一条街"
[candidates]
path = "sites.csv"
[[rule]]
id = "fault"
kind = "avoid"
name = { zh = "断裂", en = "Fault" }
layer = "faults.csv"
limit = "500 m"
covers = "everywhere"
source = "a test"
[[rule]]
id = "school"
kind = "near"
name = { zh = "学校", en = "School" }
layer = "schools.csv"
limit = "1 km"
covers = "everywhere"
source = "a test"
)");
    }
};

TEST_F(RealProgram, ScreensAndAssignsAStreetThatCanBeWorkedOutByHand) {
    choose_rules();
    screen();
    ASSERT_TRUE(the("yiquanScreeningAnswer").isVisible()) << said().toStdString();
    EXPECT_EQ(label("yiquanScreeningTotals"), "✓ 1 of 3 candidates pass   ✗ 2 fail");
    EXPECT_THAT(label("yiquanScreeningRules"),
                HasSubstr("Fault (≥ 500 m): excludes 1 candidate, 1 of them alone"));
    EXPECT_THAT(label("yiquanScreeningRules"),
                HasSubstr("School (≤ 1 km): excludes 1 candidate, 1 of them alone"));
    EXPECT_EQ(cell("yiquanScreened", 0, 3), "✓ 1.332 km");
    EXPECT_EQ(cell("yiquanScreened", 1, 3), "✗ 222 m");
    EXPECT_EQ(cell("yiquanScreened", 2, 3), "✓ 888 m");
    EXPECT_EQ(cell("yiquanScreened", 0, 4), "✓ 555 m");
    EXPECT_EQ(cell("yiquanScreened", 2, 4), "✗ 1.664 km");

    to_assignment();
    auto people = points(
        QStringLiteral("people"), QStringLiteral("id:string;口数:integer;村:string"),
        {{101, 36.001, {"h1", 4, "上村"}}, {101, 35.999, {"h2", 5, "下村"}}, {101, 36, {"h3", 3, "中村"}}});
    the<QgsMapLayerComboBox>("yiquanHouseholds").setLayer(project().addMapLayer(people.release()));
    choose("yiquan_relocation_households_people", QStringLiteral("口数"));
    assign();
    ASSERT_TRUE(the("yiquanRelocationAnswer").isVisible()) << said().toStdString();
    EXPECT_THAT(label("yiquanRelocationProof"), HasSubstr("Proved optimal"));
    EXPECT_EQ(label("yiquanRelocationBalance"),
              "✓ 12 people = 9 placed + 3 not placed\n✓ 3 households = 2 placed + 1 not placed");
    EXPECT_THAT(label("yiquanRelocationRemarks"), HasSubstr("People move 111 m on average, 111 m at most"));
    EXPECT_EQ(cell("yiquanRelocationSites", 0, 0), "● 甲地");
    EXPECT_EQ(cell("yiquanRelocationSites", 0, 1), "90.0 %");
    EXPECT_EQ(cell("yiquanRelocationSites", 1, 0), "✗ 乙地");
    EXPECT_EQ(cell("yiquanUnplaced", 0, 0), "h3");
    EXPECT_EQ(cell("yiquanUnplaced", 0, 2), "no room left");
    click_row("yiquanUnplaced", 0);
    EXPECT_NEAR(canvas_.extent().center().y(), 36.0, 1e-6);
    EXPECT_FALSE(label("yiquanUnplacedReason").empty());
    EXPECT_EQ(QgsVectorLayer(out("relocation-1/relocation.gpkg|layername=relocation_lines"), QString(),
                             QStringLiteral("ogr"))
                  .featureCount(),
              2);
}

TEST_F(RealProgram, ARuleWithoutItsLayerIsSaidInOneSentence) {
    choose_rules();
    QFile::remove(given("faults.csv"));
    screen();
    EXPECT_THAT(said().toStdString(), HasSubstr("faults.csv"));
    EXPECT_TRUE(nothing_written());
}

TEST_F(RealProgram, TheShippedRulesRunAtOnceWhereTheyWereCopied) {
    click("yiquanRulesExample");
    auto& dialog = the<QFileDialog>("yiquanRulesExampleDialog");
    emit dialog.fileSelected(folder_.filePath(QStringLiteral("mine/relocation.toml")));
    EXPECT_THAT(said().toStdString(), HasSubstr("cannot be written")) << "there is no such folder";
    emit dialog.fileSelected(folder_.filePath(QStringLiteral("relocation.toml")));
    dialog.close();
    bar_.clearWidgets();
    screen();
    EXPECT_TRUE(the("yiquanScreeningAnswer").isVisible()) << said().toStdString();
    EXPECT_THAT(label("yiquanScreeningRules"), HasSubstr("switched off in the file"));
}

}  // namespace
}  // namespace yiquan::plugin
