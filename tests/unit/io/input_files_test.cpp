// SPDX-License-Identifier: MIT
#include "core/io/files/input_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/files/output_directory.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A folder with one input and what may be called an output.
class Inputs : public testing::Test {
protected:
    void expect_kept(const std::string& output, const std::string& words = "is an input of this run") const {
        const Message message = error_of(ErrorKind::usage, [&] {
            inputs.keep_from(output);
            return 0;
        });
        EXPECT_THAT(message.en, HasSubstr(words)) << output;
        EXPECT_THAT(message.en, HasSubstr(fs::path(output).filename().string()));
    }
    void expect_free(const std::string& output) const { EXPECT_NO_THROW(inputs.keep_from(output)) << output; }

    ScratchFolder folder;
    InputFiles inputs;
};

TEST_F(Inputs, AreKnownByEveryName) {
    const std::string list = folder.write("list.gpkg", "x");
    inputs.add(list + "|layername=stations");
    fs::create_symlink(list, folder.at("link.gpkg"));
    fs::create_hard_link(list, folder.at("twin.gpkg"));
    fs::create_directory(folder.at("sub"));
    fs::create_directory_symlink(folder.at("."), folder.at("sub/up"));
    for (const char* name : {"list.gpkg", "./list.gpkg", "sub/../list.gpkg", "link.gpkg", "twin.gpkg",
                             "sub/up/list.gpkg", "sub/up/sub/up/twin.gpkg"}) {
        expect_kept(folder.at(name));
    }
    expect_free(folder.at("list.csv"));
    expect_free(folder.at("sub/list.gpkg"));
}

TEST_F(Inputs, GivenByALinkKeepTheLinkAndTheFile) {
    const std::string list = folder.write("list.csv", "x");
    fs::create_symlink(list, folder.at("link.csv"));
    inputs.add(folder.at("link.csv"));
    expect_kept(folder.at("list.csv"));
    expect_kept(folder.at("link.csv"));
}

TEST_F(Inputs, OfAShapefileAreAllItsFiles) {
    for (const char* name : {"Roads.SHP", "Roads.dbf", "Roads.PRJ", "roads.dbf"}) folder.write(name, "x");
    inputs.add(folder.at("Roads.SHP"));
    expect_kept(folder.at("Roads.SHP"));
    expect_kept(folder.at("Roads.dbf"), "goes with");
    expect_kept(folder.at("Roads.PRJ"), "goes with");
    expect_kept(folder.at("Roads.cpg"), "goes with");  // not there yet, but GDAL would read it
    expect_free(folder.at("roads.dbf"));               // another table where case counts
    expect_free(folder.at("Roads.gpkg"));
    expect_free(folder.at("Roads.csv"));
}

TEST_F(Inputs, AreKeptFromTheFilesBesideAShapefileThatIsWritten) {
    inputs.add(folder.write("table.dbf", "x"));
    expect_kept(folder.at("table.shp"), "goes with");
}

TEST_F(Inputs, OfADatabaseAreItsJournals) {
    inputs.add(folder.write("a.gpkg", "x"));
    for (const char* name : {"a.gpkg-wal", "a.gpkg-shm", "a.gpkg-journal"})
        expect_kept(folder.at(name), "goes with");
    expect_free(folder.at("b.gpkg-wal"));
}

TEST_F(Inputs, InAnArchiveAreTheArchive) {
    folder.write("lists.zip", "x");
    inputs.add("/vsizip/" + folder.at("lists.zip") + "/inner/list.csv");
    expect_kept(folder.at("lists.zip"));
    InputFiles packed;
    folder.write("list.csv.gz", "x");
    packed.add("/vsigzip/" + folder.at("list.csv.gz"));
    EXPECT_THROW(packed.keep_from(folder.at("list.csv.gz")), Error);
}

TEST_F(Inputs, OfAVirtualDataSetAreTheFilesThatItNames) {
    folder.write("list.csv", "id,lon,lat\n1,101,36\n");
    inputs.add(folder.write("list.vrt",
                            "<OGRVRTDataSource><OGRVRTLayer name=\"list\"><SrcDataSource "
                            "relativeToVRT=\"1\">list.csv</SrcDataSource></OGRVRTLayer>"
                            "</OGRVRTDataSource>"));
    expect_kept(folder.at("list.vrt"));
    expect_kept(folder.at("list.csv"), "goes with");
}

TEST_F(Inputs, OfAFolderOfShapefilesAreThese) {
    fs::create_directory(folder.at("roads"));
    folder.write("roads/a.shp", "x");
    folder.write("roads/notes.csv", "x");
    inputs.add(folder.at("roads"));
    expect_kept(folder.at("roads/a.shp"), "goes with");
    expect_free(folder.at("roads/notes.csv"));
}

TEST_F(Inputs, OfAnAuditAreItsDocumentAndItsPackageHoweverItIsNamed) {
    fs::create_directory(folder.at("audit"));
    for (const char* name : {"audit/audit.json", "audit/audit.gpkg", "audit/report.html"})
        folder.write(name, "x");
    for (const char* given : {"audit", "audit/", "audit/audit.json"}) {
        inputs = InputFiles{};
        inputs.add_audit(folder.at(given));
        expect_kept(folder.at("audit/audit.json"));
        expect_kept(folder.at("audit/audit.gpkg"));
        expect_free(folder.at("audit/report.html"));
    }
    inputs = InputFiles{};
    inputs.add_audit(folder.at("audit/audit.gpkg"));
    expect_kept(folder.at("audit/audit.gpkg"));
    expect_free(folder.at("audit/audit.json"));
}

TEST_F(Inputs, ThatAreNoFilesKeepNothing) {
    inputs.add("");
    inputs.add("PG:dbname=stations");
    inputs.add(folder.at("missing.csv"));
    expect_free(folder.at("missing.csv"));
    expect_free(folder.at("dbname=stations"));
}

TEST_F(Inputs, AreNotReplacedThroughALinkAndTwoDots) {
    // The text says out.gpkg beside the link; the file system says out.gpkg beside the folder behind it.
    fs::create_directories(folder.at("far/away"));
    fs::create_directory_symlink(folder.at("far/away"), folder.at("link"));
    inputs.add(folder.write("far/out.gpkg", "list"));
    folder.write("out.gpkg", "mine");
    EXPECT_THAT(error_of(ErrorKind::usage,
                         [&] {
                             OutputFile{folder.at("link/../out.gpkg"), Overwrite::yes, inputs};
                         })
                    .en,
                HasSubstr("is an input of this run"));
    OutputFile output(folder.at("out.gpkg"), Overwrite::yes, inputs);
    write_text_file(output.path(), "new");
    output.commit();
    EXPECT_EQ(content_of(folder.at("far/out.gpkg")), "list");
    EXPECT_EQ(content_of(folder.at("out.gpkg")), "new");
}

TEST_F(Inputs, InAFolderOfResultsAreNotReplacedByTheirNames) {
    fs::create_directory(folder.at("out"));
    inputs.add(folder.write("out/zones.csv", "mine"));
    EXPECT_THAT(
        error_of(ErrorKind::usage,
                 [&] {
                     OutputDirectory{folder.at("out"), Overwrite::yes, inputs, {"audit.json", "zones.csv"}};
                 })
            .en,
        HasSubstr("zones.csv: is an input of this run"));
    OutputDirectory output(folder.at("out"), Overwrite::yes, inputs, {"audit.json"});
    write_text_file(output.file("audit.json"), "{}");
    write_text_file(output.file("zones.csv"), "a name that nobody told before");
    error_of(ErrorKind::usage, [&] {
        output.commit();
        return 0;
    });
    EXPECT_EQ(content_of(folder.at("out/zones.csv")), "mine");
    EXPECT_FALSE(fs::exists(folder.at("out/audit.json")));
}

}  // namespace
}  // namespace yiquan::io
