// SPDX-License-Identifier: MIT
#include "core/io/files/source_path.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

using testing::HasSubstr;

TEST(SourcePath, SplitsOffTheLayer) {
    const SourcePath source = parse_source_path("data/a.GPKG|layername=驿站|x");
    EXPECT_EQ(source.path, "data/a.GPKG");
    EXPECT_EQ(source.layer, "驿站|x");
    EXPECT_EQ(source.short_name(), "a.GPKG");
    EXPECT_EQ(source.extension(), ".gpkg");
    EXPECT_EQ(file_part("data/a.gpkg|layername=x"), "data/a.gpkg");
    EXPECT_EQ(file_part("PG:dbname=x"), "");
}

TEST(SourcePath, TakesAFileWhoseNameHasABar) {
    const ScratchFolder folder;
    const std::string path = folder.write("a|b.csv", "x");
    EXPECT_EQ(parse_source_path(path).path, path);
}

TEST(SourcePath, RefusesOtherPartsAfterTheBar) {
    EXPECT_THAT(error_of(ErrorKind::usage, [] { return parse_source_path("a.gpkg|layerid=0"); }).en,
                HasSubstr("|layerid=0"));
    EXPECT_THAT(error_of(ErrorKind::usage, [] { return parse_source_path("a.gpkg|layername="); }).en,
                HasSubstr("layername"));
    EXPECT_THAT(error_of(ErrorKind::usage, [] { return parse_source_path(""); }).en, HasSubstr("empty"));
}

TEST(SourcePath, RefusesTheNetwork) {
    for (const char* path :
         {"https://example.org/a.csv", "HTTP://x/y.shp", "/vsicurl/http://x/a.tif", "/vsis3/b/a.csv",
          "/vsizip//vsicurl/x.zip/a.csv", "WFS:http://x", "/vsicurl_streaming/x"}) {
        EXPECT_THAT(error_of(ErrorKind::usage, [&] { return parse_source_path(path); }).en,
                    HasSubstr("works offline"))
            << path;
    }
}

TEST(SourcePath, HidesPasswordsHoweverTheyAreWritten) {
    const auto shown = [](const char* text) { return parse_source_path(text).shown(); };
    EXPECT_EQ(shown("PG:dbname=a password='x y' user=b"), "PG:dbname=a password=*** user=b");
    EXPECT_EQ(shown("PG:dbname=a PASSWORD=x"), "PG:dbname=a PASSWORD=***");
    EXPECT_EQ(shown("PG:dbname=a"), "PG:dbname=a");
}

}  // namespace
}  // namespace yiquan::io
