// SPDX-License-Identifier: MIT
#include "core/io/package/result_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/files/output_file.hpp"
#include "core/io/package/package_document.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// The three forms of a small result.
std::vector<ResultKind> kinds() {
    return {package_result([](GeoPackage& package) {
                package.create_layer({"sites", "Sites", "站点", features::GeometryType::point, {}});
                package.attach(siting_in_package, "application/json", "{}");
            }),
            text_result(".json", {"document", "文档"}, [] { return std::string{"{}\n"}; }),
            text_result(".csv", {"table", "表格"}, [] { return std::string{"id\r\n"}; })};
}

TEST(ResultFile, IsOfTheKindThatItsEndingSays) {
    const ScratchFolder folder;
    Progress quiet;
    for (const char* name : {"r.json", "r.csv", "r.gpkg"}) {
        ResultFile file{folder.at(name), Overwrite::no, {}, kinds()};
        file.write(quiet);
        file.commit();
    }
    EXPECT_EQ(content_of(folder.at("r.json")), "{}\n");
    EXPECT_EQ(content_of(folder.at("r.csv")), "id\r\n");
    EXPECT_EQ(read_package_document(folder.at("r.gpkg"), siting_package), "{}");
    EXPECT_THAT(folder.names(), ElementsAre("r.csv", "r.gpkg", "r.json"));
}

TEST(ResultFile, AnotherEndingIsRefusedInOneSentenceThatNamesThoseThatWouldDo) {
    const ScratchFolder folder;
    const std::string path = folder.at("new/r.xlsx");
    const Message refusal = error_of(ErrorKind::usage, [&] {
        return ResultFile{path, Overwrite::no, {}, kinds()}.paths();
    });
    EXPECT_EQ(refusal.en, path + ": end the name in .gpkg (layers), .json (document) or .csv (table).");
    EXPECT_EQ(refusal.zh, path + "：文件名请以 .gpkg（图层）、.json（文档）或 .csv（表格）结尾。");
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(ResultFile, WhereAnyNameWillDoNoneIsRefused) {
    const ScratchFolder folder;
    Progress quiet;
    ResultFile file{
        folder.at("r.txt"), Overwrite::no, {}, {text_result({}, {}, [] { return std::string{"1"}; })}};
    file.write(quiet);
    file.commit();
    EXPECT_EQ(content_of(folder.at("r.txt")), "1");
}

TEST(ResultFile, NothingIsLeftWithoutCommit) {
    const ScratchFolder folder;
    Progress quiet;
    ResultFile{folder.at("new/r.csv"), Overwrite::no, {}, kinds()}.write(quiet);
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(ResultFile, NeverReplacesAnInput) {
    const ScratchFolder folder;
    InputFiles inputs;
    inputs.add(folder.write("list.csv", "id\r\na\r\n"));
    const Message refusal = error_of(ErrorKind::usage, [&] {
        return ResultFile{folder.at("list.csv"), Overwrite::yes, inputs, kinds()}.paths();
    });
    EXPECT_THAT(refusal.en, StartsWith(folder.at("list.csv")));
    EXPECT_EQ(content_of(folder.at("list.csv")), "id\r\na\r\n");
}

TEST(ResultFile, ASecondFileComesWithTheFirstOrNeitherDoes) {
    const ScratchFolder folder;
    Progress quiet;
    const ResultKind pair{".csv",
                          {"table", "表格"},
                          [](const std::string& path) {
                              write_text_file(path, "1");
                              write_text_file(beside(path, "-findings.csv"), "2");
                          },
                          "-findings.csv"};
    {
        ResultFile file{folder.at("r.csv"), Overwrite::no, {}, {pair}};
        file.write(quiet);
        EXPECT_THAT(file.paths(), ElementsAre(folder.at("r.csv"), folder.at("r-findings.csv")));
        file.commit();
    }
    EXPECT_EQ(content_of(folder.at("r-findings.csv")), "2");

    folder.write("s-findings.csv", "mine");
    (void)error_of(ErrorKind::usage, [&] {
        return ResultFile{folder.at("s.csv"), Overwrite::no, {}, {pair}}.paths();
    });
    EXPECT_EQ(content_of(folder.at("s-findings.csv")), "mine");
    EXPECT_THAT(folder.names(), ElementsAre("r-findings.csv", "r.csv", "s-findings.csv"));
}

TEST(ResultFile, WithoutANameNothingIsWritten) {
    Progress quiet;
    ResultFile file{{}, Overwrite::no, {}, kinds()};
    file.write(quiet);
    file.commit();
    EXPECT_THAT(file.paths(), IsEmpty());
}

}  // namespace
}  // namespace yiquan::io
