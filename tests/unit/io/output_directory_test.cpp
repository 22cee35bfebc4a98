// SPDX-License-Identifier: MIT
#include "core/io/files/output_directory.hpp"
#include "core/io/files/output_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(OutputDirectory, AppearsAsAWholeOnCommit) {
    const ScratchFolder folder;
    OutputDirectory output{folder.at("out/"), Overwrite::no, {}, {}};
    write_text_file(output.file("a.csv"), "a");
    write_text_file(output.file("b.json"), "b");
    EXPECT_FALSE(std::filesystem::exists(folder.at("out")));
    output.commit();
    EXPECT_THAT(folder.names("out"), ElementsAre("a.csv", "b.json"));
    EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(OutputDirectory, LeavesNothingWithoutCommitNotEvenParents) {
    const ScratchFolder folder;
    {
        const OutputDirectory output{folder.at("x/y/out"), Overwrite::no, {}, {}};
        write_text_file(output.file("a.csv"), "a");
    }
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(OutputDirectory, MakesMissingParents) {
    const ScratchFolder folder;
    OutputDirectory output{folder.at("x/y/out"), Overwrite::no, {}, {}};
    write_text_file(output.file("a.csv"), "a");
    output.commit();
    EXPECT_EQ(content_of(folder.at("x/y/out/a.csv")), "a");
}

TEST(OutputDirectory, ObeysTheUmask) {
    const ScratchFolder folder;
    const mode_t before = ::umask(027);
    OutputDirectory output{folder.at("out"), Overwrite::no, {}, {}};
    output.commit();
    ::umask(before);
    struct stat made {};
    ASSERT_EQ(::stat(folder.at("out").c_str(), &made), 0);
    EXPECT_EQ(made.st_mode & 0777U, 0750U);
}

TEST(OutputDirectory, AsksBeforeItOverwrites) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.at("out"));
    folder.write("out/notes.txt", "mine");
    const Message message = error_of(ErrorKind::usage, [&] {
        OutputDirectory{folder.at("out"), Overwrite::no, {}, {}};
    });
    EXPECT_THAT(message.en, HasSubstr("add --overwrite"));
    EXPECT_THAT(message.zh, HasSubstr("--overwrite"));
    EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(OutputDirectory, TakesAnEmptyFolderAsNew) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.at("out"));
    OutputDirectory output{folder.at("out"), Overwrite::no, {}, {}};
    write_text_file(output.file("a.csv"), "a");
    output.commit();
    EXPECT_THAT(folder.names("out"), ElementsAre("a.csv"));
}

TEST(OutputDirectory, ReplacesItsOwnFilesAndTouchesNoOthers) {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder.at("out/maps"));
    folder.write("out/notes.txt", "mine");
    folder.write("out/a.csv", "old");
    {
        const OutputDirectory abandoned{folder.at("out"), Overwrite::yes, {}, {}};
        write_text_file(abandoned.file("a.csv"), "half");
    }
    EXPECT_EQ(content_of(folder.at("out/a.csv")), "old");
    {
        OutputDirectory output{folder.at("out"), Overwrite::yes, {}, {}};
        write_text_file(output.file("a.csv"), "new");
        write_text_file(output.file("b.csv"), "b");
        output.commit();
    }
    EXPECT_EQ(content_of(folder.at("out/a.csv")), "new");
    EXPECT_EQ(content_of(folder.at("out/notes.txt")), "mine");
    EXPECT_THAT(folder.names("out"), ElementsAre("a.csv", "b.csv", "maps", "notes.txt"));
    EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(OutputDirectory, PutsEverythingBackWhereOneFileCannotBeMoved) {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder.at("out/c.csv"));  // a folder where a file has to go
    folder.write("out/a.csv", "old");
    {
        OutputDirectory output{folder.at("out"), Overwrite::yes, {}, {}};
        for (const char* name : {"a.csv", "b.csv", "c.csv"}) write_text_file(output.file(name), "new");
        EXPECT_THAT(error_of(ErrorKind::output, [&] { output.commit(); }).en, HasSubstr("c.csv"));
    }
    EXPECT_EQ(content_of(folder.at("out/a.csv")), "old");
    EXPECT_THAT(folder.names("out"), ElementsAre("a.csv", "c.csv"));
    EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(OutputDirectory, FollowsALinkToAFolder) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.at("real"));
    std::filesystem::create_directory_symlink(folder.at("real"), folder.at("link"));
    OutputDirectory output{folder.at("link"), Overwrite::no, {}, {}};
    write_text_file(output.file("a.csv"), "a");
    output.commit();
    EXPECT_THAT(folder.names("real"), ElementsAre("a.csv"));
}

TEST(OutputDirectory, RefusesFilesDanglingLinksAndFilesAsParents) {
    const ScratchFolder folder;
    const std::string file = folder.write("file", "x");
    EXPECT_THAT(error_of(ErrorKind::usage,
                         [&] {
                             OutputDirectory{file, Overwrite::yes, {}, {}};
                         })
                    .en,
                HasSubstr("is a file"));
    EXPECT_THAT(error_of(ErrorKind::output,
                         [&] {
                             OutputDirectory{file + "/out", Overwrite::no, {}, {}};
                         })
                    .en,
                HasSubstr("not a folder"));
    std::filesystem::create_symlink(folder.at("nowhere"), folder.at("link"));
    error_of(ErrorKind::output, [&] { OutputDirectory{folder.at("link"), Overwrite::no, {}, {}}; });
    error_of(ErrorKind::usage, [] { OutputDirectory{"", Overwrite::no, {}, {}}; });
    EXPECT_THAT(folder.names(), ElementsAre("file", "link"));
}

TEST(OutputDirectory, SaysWhereItMayNotWrite) {
    const std::string proc = "/proc/yiquan/out";  // not even root makes folders there
    const Message message = error_of(ErrorKind::output, [&] {
        OutputDirectory{proc, Overwrite::no, {}, {}};
    });
    EXPECT_THAT(message.en, HasSubstr("/proc/yiquan: cannot be written"));
    if (::geteuid() == 0) return;
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.at("locked"));
    std::filesystem::permissions(folder.at("locked"),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_THAT(error_of(ErrorKind::output,
                         [&] {
                             OutputDirectory{folder.at("locked/out"), Overwrite::no, {}, {}};
                         })
                    .en,
                HasSubstr("permission denied"));
}

TEST(OutputFile, AppearsWithItsCompanionsOnCommit) {
    const ScratchFolder folder;
    {
        const OutputFile abandoned{folder.at("x/out.shp"), Overwrite::no, {}};
        write_text_file(abandoned.path(), "half");
    }
    EXPECT_THAT(folder.names(), IsEmpty());
    OutputFile output{folder.at("x/out.shp"), Overwrite::no, {}};
    EXPECT_TRUE(output.path().ends_with("/out.shp"));
    write_text_file(output.path(), "shp");
    write_text_file(std::filesystem::path{output.path()}.replace_extension(".dbf").string(), "dbf");
    EXPECT_FALSE(std::filesystem::exists(folder.at("x/out.shp")));
    output.commit();
    EXPECT_EQ(content_of(folder.at("x/out.shp")), "shp");
    EXPECT_EQ(content_of(folder.at("x/out.dbf")), "dbf");
}

TEST(OutputFile, OverwritesOnlyWhenAsked) {
    const ScratchFolder folder;
    const std::string path = folder.write("out.gpkg", "old");
    EXPECT_THAT(error_of(ErrorKind::usage,
                         [&] {
                             OutputFile{path, Overwrite::no, {}};
                         })
                    .en,
                HasSubstr("--overwrite"));
    EXPECT_THAT(error_of(ErrorKind::usage,
                         [&] {
                             OutputFile{folder.at("."), Overwrite::yes, {}};
                         })
                    .en,
                HasSubstr("is a folder"));
    EXPECT_THAT(error_of(ErrorKind::usage,
                         [&] {
                             OutputFile{"/dev/null", Overwrite::yes, {}};
                         })
                    .en,
                HasSubstr("device"));
    OutputFile output{path, Overwrite::yes, {}};
    write_text_file(output.path(), "new");
    EXPECT_EQ(content_of(path), "old");
    output.commit();
    EXPECT_EQ(content_of(path), "new");
}

TEST(OutputFile, DoesNotReplaceAFileThatCameMeanwhile) {
    const ScratchFolder folder;
    {
        OutputFile output{folder.at("out.csv"), Overwrite::no, {}};
        write_text_file(output.path(), "ours");
        folder.write("out.csv", "theirs");
        EXPECT_THAT(error_of(ErrorKind::output, [&] { output.commit(); }).en, HasSubstr("exists already"));
    }
    EXPECT_EQ(content_of(folder.at("out.csv")), "theirs");
    EXPECT_THAT(folder.names(), ElementsAre("out.csv"));
}

TEST(OutputFiles, ComeTogetherOrNotAtAll) {
    const ScratchFolder folder;
    folder.write("a.gpkg", "old");
    {
        OutputFiles output({folder.at("a.gpkg"), folder.at("a-findings.csv")}, Overwrite::yes, {});
        write_text_file(output.path(0), "new");
        write_text_file(output.path(1), "new");
        std::filesystem::create_directory(folder.at("a-findings.csv"));  // comes while the work goes on
        EXPECT_THAT(error_of(ErrorKind::output, [&] { output.commit(); }).en, HasSubstr("a-findings.csv"));
    }
    EXPECT_EQ(content_of(folder.at("a.gpkg")), "old");
    std::filesystem::remove(folder.at("a-findings.csv"));
    {
        OutputFiles output({folder.at("a.gpkg"), folder.at("a-findings.csv")}, Overwrite::yes, {});
        write_text_file(output.path(0), "new");
        write_text_file(output.path(1), "new too");
        output.commit();
    }
    EXPECT_EQ(content_of(folder.at("a.gpkg")), "new");
    EXPECT_EQ(content_of(folder.at("a-findings.csv")), "new too");
    EXPECT_THAT(folder.names(), ElementsAre("a-findings.csv", "a.gpkg"));
}

TEST(OutputFile, TakesTheJournalsOfTheDatabaseThatItReplacesAway) {
    // SQLite would play what is left in them back into the new database.
    const ScratchFolder folder;
    for (const char* name : {"a.gpkg", "a.gpkg-wal", "a.gpkg-shm", "b.gpkg-wal"}) folder.write(name, "old");
    {
        OutputFiles output({folder.at("a.gpkg"), folder.at("z.csv")}, Overwrite::yes, {});
        write_text_file(output.path(0), "new");
        write_text_file(output.path(1), "new");
        std::filesystem::create_directory(folder.at("z.csv"));
        error_of(ErrorKind::output, [&] { output.commit(); });
    }
    EXPECT_EQ(content_of(folder.at("a.gpkg-wal")), "old");  // with its database, as it was
    std::filesystem::remove(folder.at("z.csv"));
    {
        OutputFile output(folder.at("a.gpkg"), Overwrite::yes, {});
        write_text_file(output.path(), "new");
        output.commit();
    }
    EXPECT_THAT(folder.names(), ElementsAre("a.gpkg", "b.gpkg-wal"));
}

TEST(OutputDirectory, SaysBeforeTheWorkThatAFolderStandsWhereAFileHasToGo) {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder.at("out/c.csv"));
    EXPECT_THAT(error_of(ErrorKind::output,
                         [&] {
                             OutputDirectory{folder.at("out"), Overwrite::yes, {}, {"a.csv", "c.csv"}};
                         })
                    .en,
                HasSubstr("c.csv: cannot be written: it is a folder"));
}

TEST(WriteTextFile, SaysThatTheDiskIsFull) {
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    const Message message = error_of(ErrorKind::output, [] { write_text_file("/dev/full", "text"); });
    EXPECT_THAT(message.en, HasSubstr("/dev/full: the disk is full"));
    EXPECT_THAT(message.zh, HasSubstr("磁盘已满"));
}

TEST(WriteTextFile, NamesAnErrorItHasNoWordsFor) {
    EXPECT_THAT(error_of(ErrorKind::output, [] { throw_write_error("a.csv", ENODEV); }).en,
                HasSubstr("No such device"));
    EXPECT_THAT(error_of(ErrorKind::output, [] { write_text_file("/nonexistent/a", ""); }).en,
                HasSubstr("no such file or folder"));
}

}  // namespace
}  // namespace yiquan::io
