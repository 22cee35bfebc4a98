// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "core/io/audit/file_job.hpp"
#include "core/io/audit/reader.hpp"
#include "core/io/import/job.hpp"
#include "core/io/locate/inputs.hpp"
#include "core/io/relocate/job.hpp"
#include "core/io/report/source.hpp"
#include "core/io/screen/job.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Writes down everything that is said; nothing is smoothed, as a terminal would.
class Noted final : public Progress {
public:
    void report(double fraction) override { fractions.push_back(fraction); }
    void stage(const Message& name) override { stages.push_back(name.en); }

    void expect_one_rise() const {
        EXPECT_TRUE(std::ranges::is_sorted(fractions)) << testing::PrintToString(fractions);
        ASSERT_FALSE(fractions.empty());
        EXPECT_GE(fractions.front(), 0.0);
        EXPECT_EQ(fractions.back(), 1.0);
    }
    void expect_one_rise_with_names() const {
        expect_one_rise();
        EXPECT_EQ(std::ranges::count(fractions, 1.0), 1) << testing::PrintToString(fractions);
        EXPECT_FALSE(stages.empty());
        EXPECT_THAT(stages, testing::Each(testing::Not("")));
    }

    std::vector<double> fractions;
    std::vector<std::string> stages;
};

/// Two counties, a station, some thousand villages, and what the other verbs read.
class JobProgress : public testing::Test {
protected:
    JobProgress() {
        folder.write("stations.csv", "id,name,lon,lat\ns1,东站,101.05,36.05\n");
        std::string demand = "id,name,lon,lat,population\n";
        constexpr int villages = 9000;
        for (int v = 0; v < villages; ++v) {
            demand += std::to_string(v) + ",v,101.0" + std::to_string(1000 + v) + ",36.0" +
                      std::to_string(1000 + v * 7 % 8999) + ",3\n";
        }
        folder.write("demand.csv", demand);
        folder.write("zones.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"code": "1", "name": "甲县", "parent": "某州"}, "geometry":
 {"type": "Polygon", "coordinates": [[[101, 36], [101.1, 36], [101.1, 36.1], [101, 36.1], [101, 36]]]}}]})");
        run_file =
            folder.write("run.toml",
                         "[facilities]\npath = \"stations.csv\"\n[demand]\npath = \"demand.csv\"\n"
                         "[zones]\npath = \"zones.geojson\"\n[standard]\nradius = [\"1 km\", \"3 km\"]\n");
    }

    FinishedAudit audit(Progress& progress) const {
        AuditJobOptions options;
        options.output = folder.at("out");
        options.overwrite = Overwrite::yes;
        return run_audit_file(run_file, options, progress);
    }

    ScratchFolder folder;
    std::string run_file;
    Noted noted;
};

TEST_F(JobProgress, OfAnAuditRisesOnce) {
    (void)audit(noted);
    noted.expect_one_rise_with_names();
}

TEST_F(JobProgress, OfAnAuditThatCannotBePutInItsPlaceDoesNotEnd) {
    /// Puts a folder where a file has to go, when everything is read.
    class Spoiler final : public Progress {
    public:
        explicit Spoiler(std::string place) : place_(std::move(place)) {}
        void report(double fraction) override {
            most = std::max(most, fraction);
            if (fraction > 0.5) fs::create_directories(place_);
        }
        double most = 0.0;

    private:
        std::string place_;
    };
    Progress quiet;
    (void)audit(quiet);
    const std::string before = content_of(folder.at("out/audit.json"));
    fs::remove(folder.at("out/zones.csv"));
    Spoiler spoiler(folder.at("out/zones.csv"));
    error_of(ErrorKind::output, [&] { return audit(spoiler); });
    EXPECT_LT(spoiler.most, 1.0);
    EXPECT_EQ(content_of(folder.at("out/audit.json")), before);
}

TEST_F(JobProgress, OfAnImportRisesOnce) {
    ImportJob job;
    job.list = folder.at("stations.csv");
    job.zones = folder.at("zones.geojson");
    (void)run_import(job, noted);
    noted.expect_one_rise_with_names();
    job.output = folder.at("clean.gpkg");
    Noted written;
    (void)run_import(job, written);
    written.expect_one_rise_with_names();
}

TEST_F(JobProgress, OfAScreeningRisesOnce) {
    folder.write("schools.csv", "name,lon,lat\n小学,101.05,36.05\n");
    const std::string near =
        "kind = \"near\"\nlayer = \"schools.csv\"\ncovers = \"everywhere\"\nlimit = \"1 km\"\n";
    ScreeningJob job;
    job.rules = folder.write("rules.toml", "[candidates]\npath = \"stations.csv\"\n[[rule]]\nid = \"a\"\n" +
                                               near + "[[rule]]\nid = \"b\"\n" + near);
    job.output = folder.at("screened.gpkg");
    job.threads = 1;
    (void)run_screening(job, noted);
    noted.expect_one_rise_with_names();
}

TEST_F(JobProgress, OfARelocationRisesOnce) {
    RelocationJob job;
    job.lists.households =
        folder.write("homes.csv", "id,lon,lat,people\nh1,101.05,36.05,4\nh2,101.06,36.05,2\n");
    job.lists.sites = folder.write("sites.csv", "id,lon,lat,capacity\nA,101.05,36.06,9\n");
    job.output = folder.at("plan.gpkg");
    (void)run_relocation(job, nullptr, noted);
    noted.expect_one_rise_with_names();
}

TEST_F(JobProgress, OfReadingASitingRisesOnce) {
    SitingInputs inputs;
    inputs.candidates = folder.at("stations.csv");
    inputs.demand = folder.at("demand.csv");
    inputs.existing = folder.write("existing.csv", "id,name,lon,lat\ne1,西站,101.08,36.05\n");
    inputs.may_close = inputs.existing;
    inputs.zones = folder.at("zones.geojson");
    (void)read_siting_inputs(inputs, noted);
    noted.expect_one_rise();
    Noted graph;
    SitingInputs nodes;
    nodes.orlib = folder.write("line.txt", "3 2 1\n1 2 5\n2 3 4\n");
    (void)read_siting_inputs(nodes, graph);
    graph.expect_one_rise();
}

TEST_F(JobProgress, OfReadingAnAuditAndOfAReportRisesOnce) {
    Progress quiet;
    (void)audit(quiet);
    (void)read_audit(folder.at("out"), noted);
    noted.expect_one_rise();
    EXPECT_GT(noted.fractions.size(), 1U);
    Noted report;
    (void)read_report_source(folder.at("out/audit.gpkg"), folder.at("out"), report);
    report.expect_one_rise();
}

/// Makes a folder of the name that the second result is to have, while the list is read.
class InTheWay final : public Progress {
public:
    explicit InTheWay(std::string place) : place_(std::move(place)) {}
    void report(double) override { fs::create_directories(place_); }
    void stage(const Message&) override { fs::create_directories(place_); }
    [[nodiscard]] bool cancelled() const override {
        fs::create_directories(place_);
        return false;
    }

private:
    std::string place_;
};

TEST_F(JobProgress, OfAnImportWhoseSecondFileCannotBePlacedLeavesTheFirstAsItWas) {
    ImportJob job;
    job.list = folder.at("stations.csv");
    job.zones = folder.at("zones.geojson");  // rows are polled for cancellation
    job.output = folder.write("clean.gpkg", "mine");
    job.overwrite = Overwrite::yes;
    InTheWay progress(folder.at("clean-findings.csv"));
    EXPECT_THAT(error_of(ErrorKind::output, [&] { return run_import(job, progress); }).en,
                HasSubstr("clean-findings.csv"));
    EXPECT_EQ(content_of(job.output), "mine");
}

}  // namespace
}  // namespace yiquan::io
