// SPDX-License-Identifier: GPL-2.0-or-later
// QGIS's GDAL and Qt are QGIS's: whatever the plugin does, they are afterwards what they were.
#include <gmock/gmock.h>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>
#include <xlsxwriter.h>

#include <qgsvectorfilewriter.h>

#include <QDateTime>
#include <QLabel>
#include <QLocale>

#include <clocale>
#include <string>
#include <vector>

#include "plugin/qgis_version.hpp"
#include "tests/gdal_state.hpp"
#include "tests/plugin/dock/desk_world.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

void CPL_STDCALL handler_of_qgis(CPLErr /*type*/, CPLErrorNum /*number*/, const char* /*words*/) {}

struct ProcessState {
    test::GdalState gdal;
    std::string locale = std::setlocale(LC_ALL, nullptr);  // NOLINT(concurrency-mt-unsafe)
    QLocale qt_locale;
};

class ProcessLeftAlone : public DeskWorld {
protected:
    ProcessLeftAlone() : handler_before_(CPLSetErrorHandler(handler_of_qgis)) {
        save_geopackage("warm_up.gpkg");  // what QGIS sets when it first writes and reads is its own
        project().addMapLayer(new QgsVectorLayer(folder_.filePath(QStringLiteral("warm_up.gpkg")),
                                                 QStringLiteral("warm up"), QStringLiteral("ogr")));
    }
    ~ProcessLeftAlone() override { CPLSetErrorHandler(handler_before_); }

    /// By QGIS alone, as "Save features as" does.
    void save_geopackage(const char* name) {
        QgsVectorFileWriter::SaveVectorOptions options;
        options.driverName = QStringLiteral("GPKG");
        QgsFields fields;
        fields.append(qgis::field(QStringLiteral("name"), qgis::FieldKind::text));
        const std::unique_ptr<QgsVectorFileWriter> writer{QgsVectorFileWriter::create(
            folder_.filePath(QLatin1String(name)), fields, QgsWkbTypes::Point,
            QgsCoordinateReferenceSystem::fromEpsgId(4326), project().transformContext(), options)};
        EXPECT_EQ(writer->hasError(), QgsVectorFileWriter::NoError);
    }
    [[nodiscard]] std::string last_change(const char* name) {
        const GDALDatasetUniquePtr package{
            GDALDataset::Open(folder_.filePath(QLatin1String(name)).toUtf8().constData(), GDAL_OF_VECTOR)};
        OGRLayer* result = package->ExecuteSQL("SELECT last_change FROM gpkg_contents", nullptr, nullptr);
        const OGRFeatureUniquePtr row{result->GetNextFeature()};
        std::string date = row->GetFieldAsString(0);
        package->ReleaseResultSet(result);
        return date;
    }
    void expect_as(const ProcessState& before, const char* after_what) {
        SCOPED_TRACE(after_what);
        const ProcessState after;
        expect_same(before.gdal, after.gdal);
        EXPECT_EQ(before.locale, after.locale);
        EXPECT_EQ(before.qt_locale, after.qt_locale);
    }
    void cancel_a_run() {
        turn_to(1);
        click("yiquanStartCoverage");
        click("yiquanCancelCoverage");
        EXPECT_TRUE(wait_until([this] { return the("yiquanCancelCoverage").isHidden(); }));
        wait_for_tasks();
    }
    /// A project with a kept audit is opened.
    void reopen() {
        const QString file = folder_.filePath(QStringLiteral("project.qgs"));
        ASSERT_TRUE(project().write(file));
        project().clear();
        ASSERT_TRUE(project().read(file));
        wait_for_tasks();
    }

    CPLErrorHandler handler_before_;
};

TEST_F(ProcessLeftAlone, ByCheckingRunningCancellingFailingAndOpening) {
    small_town();
    const ProcessState before;
    ASSERT_THAT(before.gdal.drivers, ::testing::Contains("WFS"));
    turn_to(0);
    click("yiquanStartCheck");
    wait_for_tasks();
    expect_as(before, "a check of the data");
    cancel_a_run();
    expect_as(before, "a cancelled run");
    run();
    ASSERT_EQ(session().audits().size(), 1) << said().toStdString();
    expect_as(before, "a run");
    session().set("output", QStringLiteral("/proc/yiquan"));
    run();
    EXPECT_THAT(said().toStdString(), HasSubstr("/proc/yiquan"));
    expect_as(before, "a run that failed");
    reopen();
    expect_as(before, "a project with a kept audit");
}

TEST_F(ProcessLeftAlone, AGeoPackageThatQgisSavesAfterARunIsOfToday) {
    small_town();
    run();
    save_geopackage("after.gpkg");
    const std::string month =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy/MM")).toStdString();
    EXPECT_THAT(last_change("after.gpkg"), StartsWith(month));
    EXPECT_THAT(last_change("out/audit-1/audit.gpkg"), StartsWith("1970"));
}

TEST_F(ProcessLeftAlone, ASheetWithoutHeadingsKeepsItsThreeRowsAfterARun) {
    small_town();
    run();
    const QByteArray path = folder_.filePath(QStringLiteral("bare.xlsx")).toUtf8();
    lxw_workbook* workbook = workbook_new(path.constData());
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Sheet1");
    for (lxw_row_t row = 0; row < 3; ++row) {
        worksheet_write_number(sheet, row, 0, 11.0 + row, nullptr);
        worksheet_write_number(sheet, row, 1, 7.0 + row, nullptr);
    }
    ASSERT_EQ(workbook_close(workbook), LXW_NO_ERROR);
    const QgsVectorLayer layer(QString::fromUtf8(path), QStringLiteral("bare"), QStringLiteral("ogr"));
    ASSERT_TRUE(layer.isValid());
    EXPECT_EQ(layer.featureCount(), 3);
    EXPECT_EQ(layer.fields().at(0).name(), QStringLiteral("Field1"));
}

}  // namespace
}  // namespace yiquan::plugin
