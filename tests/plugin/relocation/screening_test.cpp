// SPDX-License-Identifier: GPL-2.0-or-later
#include <QCheckBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHeaderView>

#include "tests/plugin/relocation/relocation_desk.hpp"

namespace yiquan::plugin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Catches what the system's editor would be given.
class EditorStandIn : public QObject {
    Q_OBJECT
public:
    EditorStandIn() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~EditorStandIn() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QString opened;
public slots:
    void open(const QUrl& url) { opened = url.toLocalFile(); }
};

class ScreeningTest : public RelocationDesk {};

TEST_F(ScreeningTest, NeedsARuleFileFirst) {
    EXPECT_FALSE(the("yiquanStartScreening").isEnabled());
    EXPECT_FALSE(the("yiquanEditRules").isEnabled());
    choose_rules();
    EXPECT_TRUE(the("yiquanStartScreening").isEnabled());
    EXPECT_TRUE(the("yiquanEditRules").isEnabled());
}

TEST_F(ScreeningTest, CopiesTheShippedRulesToWhereTheUserWants) {
    const QString target = folder_.filePath(QStringLiteral("mine.toml"));
    click("yiquanRulesExample");
    auto& dialog = the<QFileDialog>("yiquanRulesExampleDialog");
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    emit dialog.fileSelected(target);
    dialog.close();
    QFile copy(target);
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    const QByteArray text = copy.readAll();
    EXPECT_TRUE(text.contains("四避开"));
    EXPECT_TRUE(text.contains("\"qinghai/places.csv\"")) << "its data lie beside it now";
    EXPECT_FALSE(text.contains("\"../"));
    EXPECT_TRUE(QFile::exists(folder_.filePath(QStringLiteral("qinghai/places.csv"))));
    EXPECT_EQ(the<QgsFileWidget>("yiquanRules").filePath(), target);
}

TEST_F(ScreeningTest, RulesThatCannotBeCopiedAreTold) {
    click("yiquanRulesExample");
    auto& dialog = the<QFileDialog>("yiquanRulesExampleDialog");
    emit dialog.fileSelected(QStringLiteral("/nowhere/rules.toml"));
    dialog.close();
    EXPECT_THAT(said().toStdString(), HasSubstr("cannot be written to /nowhere/rules.toml"));
}

TEST_F(ScreeningTest, OpensTheRulesWithTheSystemsEditor) {
    EditorStandIn editor;
    choose_rules();
    click("yiquanEditRules");
    EXPECT_EQ(editor.opened, rules_);
    QFile::remove(rules_);
    editor.opened.clear();
    click("yiquanEditRules");
    EXPECT_EQ(editor.opened, QString());
    EXPECT_THAT(said().toStdString(), HasSubstr("cannot be opened"));
}

TEST_F(ScreeningTest, ShowsTheEvidenceForEveryCandidateAndRule) {
    const ProgramStandIn program(answers("screening"));
    choose_rules();
    screen();
    EXPECT_EQ(
        program.words(),
        QStringLiteral("screen %1 --output screening.gpkg --json --progress json --lang en\n").arg(rules_));
    EXPECT_EQ(label("yiquanScreeningTotals"), "✓ 1 of 4 candidates pass   ✗ 2 fail   ? 1 unknown");
    EXPECT_EQ(label("yiquanScreeningRules"),
              "• Faults (≥ 200 m): excludes 2 candidates, 1 of them alone, 1 unknown\n"
              "• School (≤ 5 km): excludes 1 candidate, 0 of them alone\n"
              "• switched off in the file: Flood");
    EXPECT_EQ(cell("yiquanScreened", 0, 0), "✓ passes");
    EXPECT_EQ(cell("yiquanScreened", 1, 3), "✗ 120 m");
    EXPECT_EQ(cell("yiquanScreened", 2, 3), "? –");
    EXPECT_EQ(cell("yiquanScreened", 3, 4), "✗ 9 km");
    const QAbstractItemModel& model = *the<QTableView>("yiquanScreened").model();
    EXPECT_EQ(model.rowCount(), 4);
    EXPECT_EQ(model.headerData(3, Qt::Horizontal).toString(), QStringLiteral("Faults"));
    EXPECT_EQ(model.index(1, 3).data(Qt::ToolTipRole).toString(),
              QStringLiteral("✗ Faults: 120 m; asked for: ≥ 200 m; nearest: F2"));
    EXPECT_TRUE(the<QTableView>("yiquanScreened").isColumnHidden(2)) << "no rule is weighted";
}

TEST_F(ScreeningTest, TakesALayerInsteadOfTheCandidatesOfTheFile) {
    const ProgramStandIn program(answers("screening"));
    choose_rules();
    the<QgsMapLayerComboBox>("yiquanScreeningCandidates")
        .setLayer(add_points(QStringLiteral("plots"), {{101.0, 36.0}, {101.1, 36.0}}));
    screen();
    EXPECT_EQ(program.words(),
              QStringLiteral("screen %1 --candidates candidates.gpkg --output screening.gpkg --json "
                             "--progress json --lang en\n")
                  .arg(rules_));
    EXPECT_EQ(
        QgsVectorLayer(out("screening-1/candidates.gpkg"), QString(), QStringLiteral("ogr")).featureCount(),
        2);
}

TEST_F(ScreeningTest, KeepsTheResultInAFolderAndOnTheMap) {
    const ProgramStandIn program(answers("screening"));
    choose_rules();
    screen();
    EXPECT_THAT(layers(), ElementsAre(QStringLiteral("screened_sites")));
    EXPECT_TRUE(QFile::exists(out("screening-1/screening.gpkg")));
    EXPECT_TRUE(QFile::exists(out("screening-1/screening.json")));
    screen();
    EXPECT_TRUE(QFile::exists(out("screening-2/screening.gpkg")));
}

TEST_F(ScreeningTest, AClickGoesToTheCandidateAndSaysWhy) {
    const ProgramStandIn program(answers("screening"));
    choose_rules();
    screen();
    click_row("yiquanScreened", 1);
    EXPECT_EQ(label("yiquanEvidence"),
              "河西: ✗ fails\n✗ Faults: 120 m; asked for: ≥ 200 m; nearest: F2\n"
              "✓ School: 3.2 km; asked for: ≤ 5 km; nearest: 第一小学");
    EXPECT_NEAR(canvas_.extent().center().x(), 101.1, 1e-6);
    click_row("yiquanScreened", 2);
    EXPECT_THAT(label("yiquanEvidence"), HasSubstr("the rule's data do not reach here"));
}

TEST_F(ScreeningTest, SortsByWhatWasMeasuredAndShowsThePassedAlone) {
    const ProgramStandIn program(answers("screening"));
    choose_rules();
    screen();
    auto& view = the<QTableView>("yiquanScreened");
    view.sortByColumn(3, Qt::AscendingOrder);
    EXPECT_EQ(cell("yiquanScreened", 0, 3), "✗ 50 m");
    EXPECT_EQ(cell("yiquanScreened", 1, 3), "✗ 120 m");
    EXPECT_EQ(cell("yiquanScreened", 2, 3), "✓ 1.2 km");
    EXPECT_EQ(cell("yiquanScreened", 3, 3), "? –");
    QTest::mouseClick(&the<QCheckBox>("yiquanPassedOnly"), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_EQ(view.model()->rowCount(), 1);
    EXPECT_EQ(cell("yiquanScreened", 0, 1), "河东");
    click_row("yiquanScreened", 0);
    EXPECT_THAT(label("yiquanEvidence"), HasSubstr("河东: ✓ passes"));
}

TEST_F(ScreeningTest, AnErrorOfTheProgramIsSaidAndNothingIsKept) {
    const ProgramStandIn program(QStringLiteral(
        "echo half >screening.gpkg; echo 'yiquan: rules.toml: rule \"slope\" has no unit.' >&2; exit 2"));
    choose_rules();
    screen();
    EXPECT_EQ(said().toStdString(), "rules.toml: rule \"slope\" has no unit.");
    EXPECT_TRUE(nothing_written());
    EXPECT_TRUE(the("yiquanScreeningAnswer").isHidden());
    EXPECT_TRUE(the("yiquanStartScreening").isVisible());
}

TEST_F(ScreeningTest, AProgramThatIsMissingOrDiesLeavesQgisRunning) {
    choose_rules();
    QgsSettings().setValue(program_setting(), QStringLiteral("/nowhere/yiquan"));
    screen();
    EXPECT_THAT(said().toStdString(), HasSubstr("/nowhere/yiquan, which is not a program"));
    const ProgramStandIn program(QStringLiteral("kill -SEGV $$"));
    bar_.clearWidgets();
    screen();
    EXPECT_THAT(said().toStdString(), HasSubstr("ended unexpectedly"));
    EXPECT_TRUE(nothing_written());
}

TEST_F(ScreeningTest, AnAnswerOfAnotherKindIsNotKept) {
    const ProgramStandIn program(QStringLiteral("echo '{\"schema\": \"yiquan.siting/1\"}'"));
    choose_rules();
    screen();
    EXPECT_THAT(said().toStdString(), HasSubstr("install the same version of both"));
    EXPECT_TRUE(nothing_written());
}

TEST_F(ScreeningTest, CancelledItKeepsNothing) {
    const ProgramStandIn program(
        QStringLiteral("echo '{\"progress\": 0.5, \"stage\": \"measuring\"}' >&2; exec sleep 60"));
    choose_rules();
    click("yiquanStartScreening");
    EXPECT_TRUE(
        wait_until([this] { return label("yiquanStageScreening").find("measuring") != std::string::npos; }));
    EXPECT_FALSE(the("yiquanRules").isEnabled());
    click("yiquanCancelScreening");
    EXPECT_TRUE(wait_until([this] { return the("yiquanCancelScreening").isHidden(); }));
    EXPECT_TRUE(nothing_written());
    EXPECT_TRUE(the("yiquanRules").isEnabled());
}

TEST_F(ScreeningTest, TheProjectKeepsTheRulesAndTheResult) {
    const ProgramStandIn program(answers("screening"));
    choose_rules();
    screen();
    const QString file = folder_.filePath(QStringLiteral("p.qgs"));
    ASSERT_TRUE(project().write(file));
    project().clear();
    EXPECT_TRUE(the("yiquanScreeningAnswer").isHidden());
    EXPECT_EQ(the<QgsFileWidget>("yiquanRules").filePath(), QString());
    ASSERT_TRUE(project().read(file));
    EXPECT_EQ(the<QgsFileWidget>("yiquanRules").filePath(), rules_);
    EXPECT_EQ(label("yiquanScreeningTotals"), "✓ 1 of 4 candidates pass   ✗ 2 fail   ? 1 unknown");
}

TEST_F(ScreeningTest, AClosedDockEndsItsRun) {
    const ProgramStandIn program(QStringLiteral("exec sleep 60"));
    choose_rules();
    click("yiquanStartScreening");
    QTest::qWait(300);
    close_dock();
    EXPECT_TRUE(nothing_written());
}

}  // namespace
}  // namespace yiquan::plugin

#include "screening_test.moc"
