// SPDX-License-Identifier: MIT
#include <sys/mount.h>
#include <unistd.h>

#include "tests/cli/small_county.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr int usage = 2;
constexpr int input = 3;

/// A disk of a few pages, where the machine lets us have one.
class TinyDisk {
public:
    TinyDisk(std::string place, const std::string& size) : place_(std::move(place)) {
        fs::create_directory(place_);
        mounted_ = ::mount("tmpfs", place_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
    }
    ~TinyDisk() {
        if (mounted_) ::umount2(place_.c_str(), MNT_DETACH);
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;

    [[nodiscard]] bool mounted() const { return mounted_; }
    [[nodiscard]] bool empty() const { return fs::is_empty(place_); }

private:
    std::string place_;
    bool mounted_ = false;
};

TEST(Output, AFolderWithFilesIsKeptAndOverwriteIsSuggested) {
    const SmallCounty county;
    fs::create_directory(county.folder() / "out");
    county.write("out/zones.csv", "mine");
    expect_refused(county, usage, {"out", "exists", "--overwrite"}, {"已经存在", "--overwrite"});
    EXPECT_EQ(content_of(county.folder() / "out" / "zones.csv"), "mine");
}

TEST(Output, OverwriteReplacesItsOwnFilesAndKeepsTheOthers) {
    const SmallCounty county;
    fs::create_directory(county.folder() / "out");
    county.write("out/zones.csv", "mine");
    county.write("out/notes.txt", "mine");
    EXPECT_EQ(county.audit("out", {"--overwrite"}).exit_code, 0);
    EXPECT_NE(content_of(county.folder() / "out" / "zones.csv"), "mine");
    EXPECT_EQ(content_of(county.folder() / "out" / "notes.txt"), "mine");
}

TEST(Output, AFailedOverwriteKeepsTheEarlierResult) {
    SmallCounty county;
    static_cast<void>(county.audited());
    const std::string before = content_of(county.folder() / "out" / "audit.json");
    county.write("demand.csv", "id,lon,lat,population\nd1,101.05,36.05,-1\n");
    EXPECT_EQ(county.audit("out", {"--overwrite"}).exit_code, input);
    EXPECT_EQ(content_of(county.folder() / "out" / "audit.json"), before);
    EXPECT_THAT(county.names(), testing::Each(Not(testing::StartsWith("."))));
}

TEST(Output, AnEmptyFolderIsTaken) {
    const SmallCounty county;
    fs::create_directory(county.folder() / "out");
    EXPECT_EQ(county.audit().exit_code, 0);
}

TEST(Output, AFileInTheWayIsRefused) {
    const SmallCounty county;
    county.write("out", "mine");
    expect_refused(county, usage, {"out", "is a file, not a folder"}, {"是文件而不是文件夹"});
    EXPECT_EQ(content_of(county.folder() / "out"), "mine");
}

TEST(Output, AParentThatIsAFileIsRefused) {
    const SmallCounty county;
    county.write("file", "mine");
    const Outcome outcome = county.audit("file/out");
    EXPECT_EQ(outcome.exit_code, input);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("cannot be written: a part of the path is a file"));
    EXPECT_EQ(content_of(county.folder() / "file"), "mine");
}

TEST(Output, APlaceWhereNobodyMayWriteIsRefused) {
    const SmallCounty county;
    for (const char* place : {"/proc/yiquan-out", "/sys/yiquan/out"}) {
        const Outcome outcome = county.audit(place);
        EXPECT_EQ(outcome.exit_code, input);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr("cannot be written"));
    }
}

TEST(Output, AFolderWithoutWritePermissionIsRefused) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    const SmallCounty county;
    fs::create_directory(county.folder() / "locked");
    fs::permissions(county.folder() / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    const Outcome outcome = county.audit("locked/out");
    fs::permissions(county.folder() / "locked", fs::perms::owner_all);
    EXPECT_EQ(outcome.exit_code, input);
    EXPECT_THAT(outcome.err, HasSubstr("permission denied"));
}

TEST(Output, ANameThatIsTooLongIsRefused) {
    const SmallCounty county;
    const Outcome outcome = county.audit(std::string(300, 'x'));
    EXPECT_EQ(outcome.exit_code, input);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("too long"));
}

TEST(Output, MissingParentFoldersAreMadeAndTakenBackAfterAFailure) {
    SmallCounty county;
    EXPECT_EQ(county.audit("a/b/out").exit_code, 0);
    county.write("demand.csv", "id,lon,lat,population\nd1,101.05,36.05,-1\n");
    EXPECT_EQ(county.audit("c/d/out").exit_code, input);
    EXPECT_FALSE(fs::exists(county.folder() / "c"));
}

TEST(Output, AnInputOfTheRunIsNeverReplaced) {
    SmallCounty county;
    fs::rename(county.folder() / "demand.csv", county.folder() / "zones.csv");
    county.sections["demand"] = "path = \"zones.csv\"";
    const Outcome outcome = county.audit(".", {"--overwrite"});
    EXPECT_EQ(outcome.exit_code, usage);
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, HasSubstr("zones.csv: is an input of this run"));
    EXPECT_EQ(content_of(county.folder() / "zones.csv"), SmallCounty::demand);
}

TEST(Output, AFullDiskIsNamedAndNothingStaysOnIt) {
    for (const char* size : {"16k", "64k", "200k", "320k"}) {
        const SmallCounty county;
        const TinyDisk disk(county.at("disk"), size);
        if (!disk.mounted()) GTEST_SKIP() << "no permission to mount a small disk";
        for (const bool chinese : {false, true}) {
            const Outcome outcome = county.audit("disk/out", {"--lang", chinese ? "zh" : "en"});
            EXPECT_EQ(outcome.exit_code, input) << size;
            expect_one_sentence(outcome);
            EXPECT_THAT(outcome.err, HasSubstr("disk/"));
            EXPECT_THAT(outcome.err, HasSubstr(chinese ? "磁盘已满" : "the disk is full")) << size;
            EXPECT_TRUE(disk.empty()) << size;
        }
    }
}

TEST(Output, AFullDiskStopsImportAndServiceAreaToo) {
    const SmallCounty county;
    const TinyDisk disk(county.at("disk"), "32k");
    if (!disk.mounted()) GTEST_SKIP() << "no permission to mount a small disk";
    for (const std::vector<std::string>& verb : std::vector<std::vector<std::string>>{
             {"import", "stations.csv", "-o", "disk/a.gpkg"},
             {"service-area", "stations.csv", "--radius", "1km", "-o", "disk/a.gpkg"}}) {
        const Outcome outcome = county.run(verb);
        EXPECT_EQ(outcome.exit_code, input);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr("the disk is full"));
        EXPECT_TRUE(disk.empty());
    }
}

TEST(Output, ALimitOnFileSizesIsAnErrorAndNoSuddenDeath) {
    const SmallCounty county;
    county.write_run_file();
    const std::vector<std::string> before = county.names();
    for (const rlim_t largest : {rlim_t{2'000}, rlim_t{50'000}, rlim_t{200'000}}) {
        const Outcome outcome = county.audit("out", {}, {.largest_file = largest});
        EXPECT_EQ(outcome.exit_code, input) << largest;
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr("cannot be written")) << largest;
        EXPECT_EQ(county.names(), before) << largest;
    }
}

TEST(Output, AStdoutThatTakesNothingIsAnError) {
    const SmallCounty county;
    for (const std::vector<std::string>& verb : std::vector<std::vector<std::string>>{
             {"standards"}, {"standards", "--json"}, {"import", "stations.csv"}}) {
        const Outcome outcome = county.run(verb, {.stdout_to = "/dev/full"});
        EXPECT_EQ(outcome.exit_code, input);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr("could not be written to stdout"));
    }
}

TEST(Output, OfImportAndServiceAreaIsKeptUnlessOverwriteIsGiven) {
    const SmallCounty county;
    for (const std::vector<std::string>& verb : std::vector<std::vector<std::string>>{
             {"import", "stations.csv", "-o", "i.gpkg"},
             {"service-area", "stations.csv", "--radius", "1km", "-o", "s.gpkg"}}) {
        EXPECT_EQ(county.run(verb).exit_code, 0);
        const std::string before = content_of(county.folder() / verb.back());
        const Outcome again = county.run(verb);
        EXPECT_EQ(again.exit_code, usage);
        expect_one_sentence(again);
        EXPECT_THAT(again.err, HasSubstr("--overwrite"));
        EXPECT_EQ(content_of(county.folder() / verb.back()), before);
        std::vector<std::string> overwriting = verb;
        overwriting.emplace_back("--overwrite");
        EXPECT_EQ(county.run(overwriting).exit_code, 0);
        EXPECT_EQ(content_of(county.folder() / verb.back()), before) << "same input, same bytes";
    }
    EXPECT_THAT(county.names(), testing::Each(Not(testing::StartsWith("."))));
}

TEST(Output, OfImportAndServiceAreaMustBeNamedAsTheGeoPackageThatItIs) {
    const SmallCounty county;
    const std::vector<std::string> before = county.names();
    for (const std::vector<std::string>& verb : std::vector<std::vector<std::string>>{
             {"import", "stations.csv", "-o", "clean.csv"},
             {"service-area", "stations.csv", "--radius", "1km", "-o", "areas"}}) {
        const Outcome outcome = county.run(verb);
        EXPECT_EQ(outcome.exit_code, usage);
        expect_one_sentence(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(".gpkg"));
        EXPECT_EQ(county.names(), before);
    }
}

TEST(Output, ImportDoesNotReplaceTheListItReads) {
    const SmallCounty county;
    EXPECT_EQ(county.run({"import", "stations.csv", "-o", "list.gpkg"}).exit_code, 0);
    const std::string before = content_of(county.folder() / "list.gpkg");
    const Outcome outcome =
        county.run({"import", "list.gpkg|layername=stations", "-o", "./list.gpkg", "--overwrite"});
    EXPECT_EQ(outcome.exit_code, usage);
    EXPECT_THAT(outcome.err, HasSubstr("is an input of this run"));
    EXPECT_EQ(content_of(county.folder() / "list.gpkg"), before);
}

}  // namespace
}  // namespace yiquan::cli
