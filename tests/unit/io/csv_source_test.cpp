// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/tables/csv_source.hpp"
#include "core/io/tables/table.hpp"
#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> headings(const features::FeatureSource& table) {
    std::vector<std::string> names;
    for (const features::Field& field : table.fields()) names.push_back(field.name);
    return names;
}

/// Every row as its number and its cells.
Rows rows_of(features::FeatureSource& table) {
    Rows rows;
    while (table.next()) {
        std::vector<std::string>& row = rows.emplace_back(1, std::to_string(table.row()));
        for (std::size_t i = 0; i < table.fields().size(); ++i)
            row.push_back(features::to_text(table.value(i)));
    }
    return rows;
}

Rows rows_of(std::string_view content) {
    const ScratchFolder folder;
    return rows_of(*open_table(folder.write("list.csv", content)));
}

TEST(CsvTable, ReadsHeadingAndRowsAsText) {
    const ScratchFolder folder;
    const auto table = open_table(folder.write("stations.csv", "id, 名称 ,lon\n007,西宁,101.50\n8,海东,102"));
    EXPECT_EQ(table->name(), "stations.csv");
    EXPECT_THAT(headings(*table), ElementsAre("id", "名称", "lon"));
    EXPECT_FALSE(table->has_geometry());
    EXPECT_EQ(table->crs(), "");
    EXPECT_EQ(rows_of(*table), (Rows{{"2", "007", "西宁", "101.50"}, {"3", "8", "海东", "102"}}));
    EXPECT_FALSE(table->next());
}

TEST(CsvTable, WithARowOfMoreColumnsThanAnySpreadsheetHasIsRefused) {
    // 16,384 cells are as many as Excel shows; millions of them would be hundreds of megabytes.
    const ScratchFolder folder;
    const auto commas = [](std::size_t count) { return std::string(count, ','); };
    const auto most = open_table(folder.write("most.csv", "a,b\n1,2" + commas(16'382) + "\n"));
    EXPECT_TRUE(most->next());
    const auto table = open_table(folder.write("commas.csv", "a,b\n1,2\n3" + commas(3'000'000) + "\n"));
    EXPECT_TRUE(table->next());
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return table->next(); }).en,
                HasSubstr("commas.csv: is not a table: row 3 has more than 16384 columns"));
    const std::string heading = folder.write("heading.csv", commas(16'384));
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(heading); }).en,
                HasSubstr("row 1 has more than 16384 columns"));
}

TEST(CsvTable, FindsItsDelimiter) {
    EXPECT_EQ(rows_of("a;b\n1;2,5\n"), (Rows{{"2", "1", "2,5"}}));
    EXPECT_EQ(rows_of("a\tb\n1\t2\n"), (Rows{{"2", "1", "2"}}));
    EXPECT_EQ(rows_of("a|b\n1|2\n"), (Rows{{"2", "1", "2"}}));
    EXPECT_EQ(rows_of("\"a,x\";b\n1;2\n"), (Rows{{"2", "1", "2"}}));
    EXPECT_EQ(rows_of("sep=;\na;b\n1;2\n"), (Rows{{"2", "1", "2"}}));
}

TEST(CsvTable, ReadsAnyLineEnd) {
    EXPECT_EQ(rows_of("a,b\r\n1,2\r\n3,4\r\n"), (Rows{{"2", "1", "2"}, {"3", "3", "4"}}));
    EXPECT_EQ(rows_of("a,b\r1,2\r3,4"), (Rows{{"2", "1", "2"}, {"3", "3", "4"}}));
}

TEST(CsvTable, KeepsQuotesNewlinesAndRareLettersInNames) {
    EXPECT_EQ(
        rows_of(
            "id,name\n1,\"他说\"\"好\"\"\"\n2,\"两\n行, 一格\"\n3,驿站😀𠀀\n4,5\" 管\n5,\"藏\"驿站\n6,\"\"\n"),
        (Rows{{"2", "1", "他说\"好\""},
              {"3", "2", "两\n行, 一格"},
              {"4", "3", "驿站😀𠀀"},
              {"5", "4", "5\" 管"},
              {"6", "5", "藏驿站"},
              {"7", "6", ""}}));
}

TEST(CsvTable, CountsEmptyRowsButDoesNotShowThem) {
    EXPECT_EQ(rows_of("\na,b\n1,2\n\n,\n \t,\"\"\n3,4\n\n"), (Rows{{"3", "1", "2"}, {"7", "3", "4"}}));
}

TEST(CsvTable, FillsShortRowsWithBlanksAndIgnoresExtraCells) {
    EXPECT_EQ(rows_of("a,b,c\n1\n1,2,3,4\n1,2,\n"),
              (Rows{{"2", "1", "", ""}, {"3", "1", "2", "3"}, {"4", "1", "2", ""}}));
}

TEST(CsvTable, WithOnlyAHeadingHasNoRows) {
    const ScratchFolder folder;
    const auto table = open_table(folder.write("list.csv", "id,lon,lat\n"));
    EXPECT_EQ(table->fields().size(), 3U);
    EXPECT_FALSE(table->next());
}

TEST(CsvTable, TakesAColumnNamedWktForGeometryToo) {
    const ScratchFolder folder;
    const auto table =
        open_table(folder.write("zones.csv", "id,WKT\n1,\"POLYGON((0 0,1 0,1 1,0 0))\"\n2,nonsense\n"));
    EXPECT_TRUE(table->has_geometry());
    ASSERT_TRUE(table->next());
    EXPECT_EQ(std::get<features::RawPolygons>(table->geometry()).at(0).at(0).size(), 4U);
    ASSERT_TRUE(table->next());
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table->geometry()));
}

TEST(CsvTable, ReadsGb18030) {
    const ScratchFolder folder;
    const auto table = open_table(folder.write("gbk.csv", "\xC3\xFB\xB3\xC6,lon\n\xCE\xF7\xC4\xFE,101\n"));
    EXPECT_THAT(headings(*table), ElementsAre("名称", "lon"));
    EXPECT_EQ(rows_of(*table), (Rows{{"2", "西宁", "101"}}));
}

TEST(CsvTable, GivesTheSameRowsWhereverAPieceOfTheFileEnds) {
    // Pieces are 1 MiB; the row before the boundary grows byte by byte so that it cuts each part of a row
    // once.
    const ScratchFolder folder;
    const std::string rows = "1,\"a\"\"b\"\r\n\"x\ny\",z\r\n";
    for (std::size_t shift = 0; shift < rows.size(); ++shift) {
        const std::string filler((std::size_t{1} << 20) - 8 - shift, 'f');
        const auto table = open_table(folder.write("list.csv", "a,b\r\n" + filler + "\r\n" + rows));
        ASSERT_TRUE(table->next());
        EXPECT_EQ(rows_of(*table), (Rows{{"3", "1", "a\"b"}, {"4", "x\ny", "z"}})) << shift;
    }
}

TEST(CsvTable, ReadsTextThatIsInMemory) {
    CsvSource table("shipped.csv", "id,名称\n1,西宁\n\n2,\"海,东\"");
    EXPECT_EQ(table.name(), "shipped.csv");
    EXPECT_EQ(rows_of(table), (Rows{{"2", "1", "西宁"}, {"4", "2", "海,东"}}));
}

TEST(CsvTable, ReadsPackedFiles) {
    const ScratchFolder folder;
    GDALAllRegister();
    const std::string content = "id,名称\n1,西宁\n";
    for (const std::string& path :
         {"/vsigzip/" + folder.at("list.csv.gz"), "/vsizip/" + folder.at("lists.zip/list.csv")}) {
        ASSERT_EQ(
            VSIFWriteL(content.data(), 1, content.size(), FileHandle{VSIFOpenL(path.c_str(), "wb")}.get()),
            content.size());
        EXPECT_EQ(rows_of(*open_table(path)), (Rows{{"2", "1", "西宁"}})) << path;
    }
    const std::string missing = "/vsizip/" + folder.at("lists.zip/other.csv");
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(missing); }).en,
                HasSubstr("no such file"));
}

TEST(CsvFaults, EmptyFilesAndFilesOfBlankLines) {
    const ScratchFolder folder;
    const std::string empty = folder.write("empty.csv", "");
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(empty); }).en,
                HasSubstr("empty.csv: is empty"));
    const std::string blank = folder.write("blank.csv", "\n\n ,\n");
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(blank); }).en,
                HasSubstr("no heading and no rows"));
}

TEST(CsvFaults, NameTheRowWhoseQuotationMarkIsNeverClosed) {
    const ScratchFolder folder;
    const auto table = open_table(folder.write("list.csv", "id,name\n1,a\n2,\"b\n3,c\n"));
    ASSERT_TRUE(table->next());
    const Message message = error_of(ErrorKind::input, [&] { return table->next(); });
    EXPECT_THAT(message.en, HasSubstr("row 3 opens a quotation mark that is never closed"));
    EXPECT_THAT(message.zh, HasSubstr("第 3 行有一个引号没有闭合"));
}

TEST(CsvFaults, HugeLinesEndTheReadingEarly) {
    const ScratchFolder folder;
    const std::string line(std::size_t{20} << 20, 'x');
    const std::string heading = folder.write("heading.csv", line);
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(heading); }).en,
                HasSubstr("row 1 is longer than 1 MiB"));
    const auto table = open_table(folder.write("row.csv", "a,b\n1,2\n" + line));
    ASSERT_TRUE(table->next());
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return table->next(); }).en,
                HasSubstr("row 3 is longer than 16 MiB"));
    const auto quoted = open_table(folder.write("quoted.csv", "a,b\n1,\"" + line));
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return quoted->next(); }).en,
                HasSubstr("not closed within 16 MiB"));
}

TEST(CsvFaults, AThousandTimesMoreColumnsThanASheetHas) {
    const ScratchFolder folder;
    const std::string path = folder.write("wide.csv", std::string(900'000, ',') + "x\n");
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(path); }).en,
                HasSubstr("more than 16384 columns"));
}

TEST(CsvFaults, FilesThatMayNotBeRead) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const ScratchFolder folder;
    const std::string path = folder.write("secret.csv", "a\n1\n");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    EXPECT_THAT(error_of(ErrorKind::input, [&] { return open_table(path); }).en, HasSubstr("permission"));
}

}  // namespace
}  // namespace yiquan::io
