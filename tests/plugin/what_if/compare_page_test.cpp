// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/compare/compare_page.hpp"

#include <gtest/gtest.h>

#include <qgsfilewidget.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

#include "core/io/audit/file_job.hpp"
#include "core/io/audit/reader.hpp"
#include "plugin/dock/compare/comparison_model.hpp"
#include "plugin/dock/what_if/scenario_model.hpp"
#include "plugin/dock/what_if/what_if_page.hpp"
#include "tests/plugin/what_if/desk_with_demo.hpp"

namespace yiquan::plugin {
namespace {

class ComparePageTest : public testing::Test, protected DeskWithDemo {
protected:
    void SetUp() override { open(); }

    WhatIfRun& run() { return WhatIfRun::of(session()); }
    void start() {
        run().start();
        ASSERT_TRUE(waited([&] { return run().phase() == WhatIfRun::Phase::running; }));
    }
    /// Audits the demo by its run file, with another radius perhaps; the session knows it then.
    QString audit(const QString& name, const std::string& radius = {}) {
        const QString run_file = folder() + QStringLiteral("/audit.toml");
        const QString out = folder() + QLatin1Char('/') + name;
        if (!radius.empty()) {
            QFile file(run_file);
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            QByteArray text = file.readAll();
            file.close();
            text.replace("preset = \"county-centre-15km\"", ("radius = \"" + radius + "\"").c_str());
            const QString other = folder() + QStringLiteral("/other.toml");
            QFile changed(other);
            EXPECT_TRUE(changed.open(QIODevice::WriteOnly));
            changed.write(text);
            changed.close();
            write_audit(other, out);
        } else {
            write_audit(run_file, out);
        }
        session().add_audit({name, out});
        return out;
    }
    /// A station that nobody else stands in for.
    std::uint32_t golmud() {
        for (const DrawnStation& each : run().stations()) {
            if (each.name == QStringLiteral("格尔木市服务中心")) return each.number;
        }
        ADD_FAILURE();
        return 0;
    }
    void keep(const char* name) {
        ScenarioModel(session(), run()).save(run().scenario(QString::fromUtf8(name)));
    }
    static void choose(ComparePage& page, const char* box, const QString& entry) {
        auto* combo = page.findChild<QComboBox*>(QLatin1String(box));
        const int row = combo->findText(entry);
        ASSERT_GE(row, 0) << entry.toStdString();
        combo->setCurrentIndex(row);
    }
    void compare(ComparePage& page) {
        click<QPushButton>(page, "yiquanStartCompare");
        auto* button = page.findChild<QPushButton*>(QStringLiteral("yiquanStartCompare"));
        ASSERT_TRUE(waited([&] { return button->isEnabled(); }));
        ASSERT_FALSE(page.comparison().zones.empty());
    }
    QgsVectorLayer* layer(const QString& field) {
        for (QgsMapLayer* each : project().mapLayers()) {
            auto* vector = qobject_cast<QgsVectorLayer*>(each);
            if (vector != nullptr && vector->providerType() == QLatin1String("memory") &&
                vector->fields().indexOf(field) >= 0) {
                return vector;
            }
        }
        return nullptr;
    }
    static void expect_same(const audit::Comparison& a, const audit::Comparison& b) {
        ASSERT_EQ(a.zones.size(), b.zones.size());
        EXPECT_EQ(a.by_place, b.by_place);
        for (std::size_t z = 0; z < a.zones.size(); ++z) {
            EXPECT_EQ(a.zones[z].code, b.zones[z].code);
            EXPECT_EQ(a.zones[z].change.covered_before, b.zones[z].change.covered_before);
            EXPECT_EQ(a.zones[z].change.covered_after, b.zones[z].change.covered_after);
            EXPECT_EQ(a.zones[z].change.gained, b.zones[z].change.gained);
            EXPECT_EQ(a.zones[z].change.lost, b.zones[z].change.lost);
        }
        EXPECT_EQ(a.places.size(), b.places.size());
        ASSERT_EQ(a.facilities.size(), b.facilities.size());
        for (std::size_t i = 0; i < a.facilities.size(); ++i) {
            EXPECT_EQ(a.facilities[i].kind, b.facilities[i].kind);
            EXPECT_EQ(a.facilities[i].id, b.facilities[i].id);
        }
    }

private:
    static void write_audit(const QString& run_file, const QString& out) {
        io::AuditJobOptions options;
        options.output = out.toStdString();
        Progress progress;
        (void)io::run_audit_file(run_file.toStdString(), options, progress);
    }
};

TEST_F(ComparePageTest, WithNothingToCompareItSaysSo) {
    ComparePage page(session(), desk());
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("yiquanStartCompare"))->isEnabled());
    EXPECT_EQ(page.findChild<QComboBox*>(QStringLiteral("yiquanBefore"))->count(), 1);  // a folder
}

TEST_F(ComparePageTest, AScenarioAgainstAnAuditIsWhatTheCoreCompares) {
    const QString folder = audit(QStringLiteral("today"));
    start();
    run().add({97.9, 36.8});
    run().remove(golmud());
    run().move(0, {101.9, 36.7});
    keep("方案");
    ComparePage page(session(), desk());
    choose(page, "yiquanBefore", QStringLiteral("Audit: today"));
    choose(page, "yiquanAfter", QStringLiteral("Scenario: 方案"));
    compare(page);

    Progress quiet;
    audit::StoredAudit before = io::read_audit(folder.toStdString(), quiet);
    const audit::Comparison expected = audit::compare(before.summary, run().engine().summary("方案"),
                                                      std::move(before.demand), run().engine().states());
    expect_same(page.comparison(), expected);
    EXPECT_EQ(page.comparison().total.gained, run().engine().total_change().gained);
    EXPECT_EQ(page.comparison().total.lost, run().engine().total_change().lost);
    EXPECT_EQ(page.findChild<QListWidget*>(QStringLiteral("yiquanFacilityChanges"))->count(), 3);

    // The scenario without a running what-if: rebuilt from the layers.
    run().stop();
    compare(page);
    expect_same(page.comparison(), expected);
}

TEST_F(ComparePageTest, TheLayersAddUpToTheTable) {
    start();
    run().add({97.9, 36.8});
    run().remove(golmud());
    keep("方案");
    ComparePage page(session(), desk());
    choose(page, "yiquanBefore", QStringLiteral("Today"));
    choose(page, "yiquanAfter", QStringLiteral("Scenario: 方案"));
    compare(page);
    QgsVectorLayer* places = layer(QStringLiteral("change"));
    QgsVectorLayer* zones = layer(QStringLiteral("net"));
    ASSERT_NE(places, nullptr);
    ASSERT_NE(zones, nullptr);
    double gained = 0.0;
    double lost = 0.0;
    QgsFeature feature;
    QgsFeatureIterator each = places->getFeatures();
    while (each.nextFeature(feature)) {
        const bool gain = feature.attribute(QStringLiteral("change")).toString() == QLatin1String("gained");
        (gain ? gained : lost) += feature.attribute(QStringLiteral("people")).toDouble();
    }
    EXPECT_EQ(gained, page.comparison().total.gained.value());
    EXPECT_EQ(lost, page.comparison().total.lost.value());
    EXPECT_GT(lost, 0.0);
    double net = 0.0;
    each = zones->getFeatures();
    while (each.nextFeature(feature)) net += feature.attribute(QStringLiteral("net")).toDouble();
    EXPECT_EQ(net, gained - lost);
    page.findChild<QCheckBox*>(QStringLiteral("yiquanAllZones"))->setChecked(true);
    EXPECT_EQ(zones->featureCount(),
              page.findChild<QTableView*>(QStringLiteral("yiquanZoneChanges"))->model()->rowCount());
    EXPECT_EQ(project().layerTreeRoot()->children().front()->name(),
              QStringLiteral("Comparison: Today → 方案"));
    const auto groups = project().layerTreeRoot()->children().size();
    compare(page);  // once more: in place of the first
    EXPECT_EQ(project().layerTreeRoot()->children().size(), groups);
}

TEST_F(ComparePageTest, SwappingTurnsGainsIntoLosses) {
    start();
    run().remove(golmud());
    keep("less");
    ComparePage page(session(), desk());
    choose(page, "yiquanBefore", QStringLiteral("Today"));
    choose(page, "yiquanAfter", QStringLiteral("Scenario: less"));
    compare(page);
    const Persons lost = page.comparison().total.lost;
    EXPECT_GT(lost, Persons{});
    click<QPushButton>(page, "yiquanSwap");
    compare(page);
    EXPECT_EQ(page.comparison().total.gained, lost);
    EXPECT_EQ(page.comparison().total.lost, Persons{});
}

TEST_F(ComparePageTest, WhatIsOnTheWhatIfPageNowCanBeComparedUnsaved) {
    start();
    ComparePage page(session(), desk());
    run().remove(golmud());
    choose(page, "yiquanBefore", QStringLiteral("Today"));
    choose(page, "yiquanAfter", QStringLiteral("What-if as it is now"));
    compare(page);
    EXPECT_EQ(page.comparison().total.lost, run().engine().total_change().lost);
}

TEST_F(ComparePageTest, DifferentRadiiAndLackingDemandAreSaid) {
    audit(QStringLiteral("near"), "5 km");
    const QString far = audit(QStringLiteral("far"));
    QFile::remove(far + QStringLiteral("/audit.gpkg"));
    ComparePage page(session(), desk());
    choose(page, "yiquanBefore", QStringLiteral("Audit: near"));
    choose(page, "yiquanAfter", QStringLiteral("An audit in a folder…"));
    page.findChild<QgsFileWidget*>(QStringLiteral("yiquanAfterFolder"))->setFilePath(far);
    compare(page);
    const QString notes = page.findChild<QLabel*>(QStringLiteral("yiquanCompareNotes"))->text();
    EXPECT_TRUE(notes.contains(QStringLiteral("5 km"))) << notes.toStdString();
    EXPECT_TRUE(notes.contains(QStringLiteral("net change"))) << notes.toStdString();
    EXPECT_FALSE(page.comparison().by_place);
}

TEST_F(ComparePageTest, TheTableGoesToTheClipboard) {
    start();
    run().remove(golmud());
    keep("less");
    ComparePage page(session(), desk());
    choose(page, "yiquanBefore", QStringLiteral("Today"));
    choose(page, "yiquanAfter", QStringLiteral("Scenario: less"));
    compare(page);
    click<QPushButton>(page, "yiquanCopyChanges");
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
    EXPECT_EQ(lines.size(), 2);  // Golmud alone changed
    EXPECT_TRUE(lines.back().startsWith(QStringLiteral("格尔木市"))) << lines.back().toStdString();
    EXPECT_EQ(lines.front().count(QLatin1Char('\t')), 6);
}

TEST_F(ComparePageTest, AFolderThatIsNoAuditIsSaidAndNothingChanges) {
    ComparePage page(session(), desk());
    page.findChild<QgsFileWidget*>(QStringLiteral("yiquanBeforeFolder"))->setFilePath(folder());
    page.findChild<QgsFileWidget*>(QStringLiteral("yiquanAfterFolder"))->setFilePath(QStringLiteral("/x"));
    click<QPushButton>(page, "yiquanStartCompare");
    auto* button = page.findChild<QPushButton*>(QStringLiteral("yiquanStartCompare"));
    ASSERT_TRUE(waited([&] { return button->isEnabled(); }));
    EXPECT_TRUE(page.comparison().zones.empty());
}

TEST_F(ComparePageTest, APageDeletedOrAProjectClosedWhileComparingIsForgotten) {
    start();
    run().remove(golmud());
    keep("less");
    auto page = std::make_unique<ComparePage>(session(), desk());
    choose(*page, "yiquanBefore", QStringLiteral("Today"));
    choose(*page, "yiquanAfter", QStringLiteral("Scenario: less"));
    click<QPushButton>(*page, "yiquanStartCompare");
    page.reset();
    QTest::qWait(200);
    EXPECT_EQ(layer(QStringLiteral("net")), nullptr);
    page = std::make_unique<ComparePage>(session(), desk());
    click<QPushButton>(*page, "yiquanStartCompare");
    project().clear();
    QTest::qWait(200);
    EXPECT_TRUE(project().mapLayers().isEmpty());
}

TEST(ChangeBalance, ShowsAsManyDecimalsAsItTakesToAddUp) {
    audit::Change change;
    change.covered_before = Persons::nearest(10.25);
    change.gained = Persons::nearest(1.25);
    change.covered_after = Persons::nearest(11.5);
    EXPECT_EQ(change_balance(change), QStringLiteral("After 11.50 = before 10.25 + gained 1.25 − lost 0.00"));
    change.gained = Persons::whole(2);
    change.covered_before = Persons::whole(10);
    change.covered_after = Persons::whole(11);
    change.grown = Persons::whole(-1);
    EXPECT_EQ(change_balance(change), QStringLiteral("After 11 = before 10 + gained 2 − lost 0 − shrunk 1"));
}

}  // namespace
}  // namespace yiquan::plugin
