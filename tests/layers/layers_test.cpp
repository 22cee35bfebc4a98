// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/layers/layer_rules.hpp"

namespace yiquan::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::filesystem::path root{YIQUAN_SOURCE_DIR};

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

LayerRules project_rules() {
    return LayerRules::parse(text_of(root / "core" / "layers.txt"));
}

TEST(Layers, NoFileIncludesWhatItsLayerMustNotKnow) {
    const LayerRules rules = project_rules();
    std::size_t seen = 0;
    for (const char* folder : {"core", "cli", "plugin"}) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".hpp" && extension != ".cpp" && extension != ".h") continue;
            ++seen;
            const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
            EXPECT_THAT(layer_faults(rules, path, text_of(entry.path())), IsEmpty());
        }
    }
    EXPECT_GT(seen, 80U);  // else the test looked in the wrong place
}

TEST(Layers, EveryFolderIsARoomAndTheOtherWayRound) {
    std::set<std::string> with_code;  // as layers.txt calls them
    for (const char* house : {"core", "plugin"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / house)) {
            if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
            const auto below = std::filesystem::relative(entry.path().parent_path(), root / house);
            if (below == ".") continue;  // beside the rooms
            const std::string prefix = std::string{house} == "core" ? "" : std::string{house} + "/";
            with_code.insert(prefix + below.generic_string());
        }
    }
    std::set<std::string> rooms;
    for (const auto& [room, below] : project_rules().may_include) rooms.insert(room);
    rooms.erase("io");  // a house of wings
    EXPECT_EQ(rooms, with_code);
}

TEST(Layers, LibrariesAreThoseOfRooms) {
    const LayerRules rules = project_rules();
    for (const auto& [library, rooms] : rules.libraries) {
        for (const std::string& room : rooms) EXPECT_TRUE(rules.may_include.contains(room)) << library;
    }
}

TEST(Layers, TheBuildLinksWhatLayersTxtAllows) {
    const std::string cmake = text_of(root / "core" / "CMakeLists.txt");
    std::map<std::string, std::set<std::string>> linked;
    const std::string call = "yiquan_module(";
    for (std::size_t at = cmake.find(call); at != std::string::npos; at = cmake.find(call, at + 1)) {
        const std::size_t begin = at + call.size();
        std::istringstream words(cmake.substr(begin, cmake.find(')', begin) - begin));
        std::string module;
        words >> module;
        std::set<std::string>& uses = linked[module];
        bool listing = false;
        for (std::string word; words >> word;) {
            if (word == "USES" || word == "LINKS") {
                listing = word == "USES";
            } else if (listing) {
                uses.insert(word);
            }
        }
    }
    std::map<std::string, std::set<std::string>> libraries;
    for (const auto& [room, below] : project_rules().named) {
        if (room.find('/') == std::string::npos) libraries[room] = below;
    }
    EXPECT_EQ(linked, libraries);
}

const LayerRules small_house = LayerRules::parse(R"(# who may include whom
base:
geo:  base
io:   base geo   # beside

only proj.h geo
only gdal io
only nlohmann geo io
never Q
never iostream
)");

TEST(LayerChecker, CatchesAMadeUpClimb) {
    EXPECT_THAT(
        layer_faults(small_house, "core/base/x.cpp", "#pragma once\n#include \"core/geo/area.hpp\"\n"),
        ElementsAre("core/base/x.cpp:2: core/geo/area.hpp climbs from base to geo"));
    EXPECT_THAT(layer_faults(small_house, "core/geo/x.hpp", "  #  include   \"core/io/raster.hpp\""),
                ElementsAre("core/geo/x.hpp:1: core/io/raster.hpp climbs from geo to io"));
    EXPECT_THAT(layer_faults(small_house, "core/io/x.cpp", "#include \"cli/command.hpp\""),
                ElementsAre("core/io/x.cpp:1: cli/command.hpp climbs from core/ to cli/"));
    EXPECT_THAT(layer_faults(small_house, "cli/x.cpp", "#include \"plugin/dock.hpp\""),
                ElementsAre("cli/x.cpp:1: plugin/dock.hpp climbs from cli/ to plugin/"));
}

TEST(LayerChecker, LetsAShellUseOnlyWhatTheOtherLends) {
    const LayerRules rules = LayerRules::parse("base:\nlend cli/program.hpp plugin\n");
    EXPECT_THAT(layer_faults(rules, "plugin/x.cpp", "#include \"cli/program.hpp\""), IsEmpty());
    EXPECT_THAT(layer_faults(rules, "plugin/x.cpp", "#include \"cli/command.hpp\""),
                ElementsAre("plugin/x.cpp:1: cli/command.hpp climbs from plugin/ to cli/"));
    EXPECT_THAT(layer_faults(rules, "core/base/x.cpp", "#include \"cli/program.hpp\""),
                ElementsAre("core/base/x.cpp:1: cli/program.hpp climbs from core/ to cli/"));
    EXPECT_THROW(LayerRules::parse("lend cli/program.hpp"), std::runtime_error);
}

TEST(LayerChecker, LetsDownwardIncludesPass) {
    EXPECT_THAT(layer_faults(small_house, "core/geo/x.cpp",
                             "#include \"core/geo/x.hpp\"\n#include <proj.h>\n#include <vector>\n"
                             "#include \"core/base/error.hpp\"\n// #include \"core/io/raster.hpp\"\n"),
                IsEmpty());
    EXPECT_THAT(layer_faults(small_house, "cli/x.cpp",
                             "#include \"core/io/raster.hpp\"\n#include <iostream>\n"
                             "#include \"cli/command.hpp\"\n"),
                IsEmpty());
    EXPECT_THAT(layer_faults(small_house, "plugin/x.cpp", "#include <QWidget>\n#include <gdal.h>\n"),
                IsEmpty());
}

TEST(LayerChecker, KnowsWingsAndTheRoomsOfAShell) {
    const LayerRules rules = LayerRules::parse(R"(base:
exact: base
io: base
io/files:
io/audit: io/files
plugin/map:
plugin/dock: plugin/map
only gdal io/files
programs exact
)");
    EXPECT_THAT(layer_faults(rules, "core/io/audit/x.cpp",
                             "#include \"core/io/files/x.hpp\"\n#include \"core/base/x.hpp\"\n"),
                IsEmpty());
    EXPECT_THAT(layer_faults(rules, "core/io/files/x.cpp", "#include \"core/io/audit/x.hpp\""),
                ElementsAre("core/io/files/x.cpp:1: core/io/audit/x.hpp climbs from io/files to io/audit"));
    EXPECT_THAT(layer_faults(rules, "core/base/x.cpp", "#include \"core/io/files/x.hpp\""),
                ElementsAre("core/base/x.cpp:1: core/io/files/x.hpp climbs from base to io/files"));
    EXPECT_THAT(layer_faults(rules, "core/io/audit/x.cpp", "#include <gdal.h>"),
                ElementsAre("core/io/audit/x.cpp:1: gdal.h is a library that io/audit must not know"));
    EXPECT_THAT(layer_faults(rules, "cli/x.cpp", "#include <gdal.h>"),
                ElementsAre("cli/x.cpp:1: gdal.h is a library that cli must not know"));
    EXPECT_THAT(layer_faults(rules, "plugin/dock/x.cpp",
                             "#include \"plugin/map/x.hpp\"\n#include \"plugin/language.hpp\"\n"),
                IsEmpty());
    EXPECT_THAT(layer_faults(rules, "plugin/map/x.cpp", "#include \"plugin/dock/x.hpp\""),
                ElementsAre("plugin/map/x.cpp:1: plugin/dock/x.hpp climbs from plugin/map to plugin/dock"));
    EXPECT_THAT(layer_faults(rules, "plugin/util/x.cpp", ""),
                ElementsAre("plugin/util/x.cpp: is in no room that layers.txt knows"));
    EXPECT_THAT(layer_faults(rules, "plugin/map/x.cpp", "#include \"core/exact/x.hpp\""),
                ElementsAre("plugin/map/x.cpp:1: core/exact/x.hpp is for programs, not for plugin/"));
    EXPECT_THAT(layer_faults(rules, "plugin/x.cpp", "#include \"plugin/dock/x.hpp\""), IsEmpty());
}

TEST(LayerChecker, CatchesALibraryOutsideItsModule) {
    EXPECT_THAT(layer_faults(small_house, "core/base/x.cpp", "#include <proj.h>"),
                ElementsAre("core/base/x.cpp:1: proj.h is a library that base must not know"));
    EXPECT_THAT(layer_faults(small_house, "core/geo/x.cpp", "#include <gdal_priv.h>"),
                ElementsAre("core/geo/x.cpp:1: gdal_priv.h is a library that geo must not know"));
    EXPECT_THAT(layer_faults(small_house, "cli/x.cpp", "#include <gdal.h>"),
                ElementsAre("cli/x.cpp:1: gdal.h is a library that cli must not know"));
    EXPECT_THAT(layer_faults(small_house, "core/base/x.cpp", "#include <nlohmann/json.hpp>"),
                ElementsAre("core/base/x.cpp:1: nlohmann/json.hpp is a library that base must not know"));
    EXPECT_THAT(layer_faults(small_house, "cli/x.cpp", "#include <nlohmann/json.hpp>"), IsEmpty());
}

TEST(LayerChecker, CatchesQtAndPrintingInCore) {
    EXPECT_THAT(layer_faults(small_house, "core/io/x.cpp", "#include <QString>\n#include <iostream>\n"),
                ElementsAre("core/io/x.cpp:1: QString must not be in core/",
                            "core/io/x.cpp:2: iostream must not be in core/"));
}

TEST(LayerChecker, CatchesFilesAndIncludesOutsideTheRooms) {
    EXPECT_THAT(layer_faults(small_house, "core/util/x.cpp", ""),
                ElementsAre("core/util/x.cpp: is in no room that layers.txt knows"));
    EXPECT_THAT(layer_faults(small_house, "core/x.cpp", ""),
                ElementsAre("core/x.cpp: is in no room that layers.txt knows"));
    EXPECT_THAT(layer_faults(small_house, "core/io/x.cpp", "#include \"raster.hpp\""),
                ElementsAre("core/io/x.cpp:1: raster.hpp is not included from the project's root"));
    EXPECT_THAT(layer_faults(small_house, "core/io/x.cpp", "#include \"core/util/x.hpp\""),
                ElementsAre("core/io/x.cpp:1: core/util/x.hpp is in no room that layers.txt knows"));
}

TEST(LayerRulesFile, ALineThatCannotBeReadIsRefused) {
    EXPECT_THROW(LayerRules::parse("geo base"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("only proj.h"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("only"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("never"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("geo:\ngeo: base"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("geo: base"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("base: geo\ngeo: base"), std::runtime_error);
    EXPECT_THROW(LayerRules::parse("programs"), std::runtime_error);
}

}  // namespace
}  // namespace yiquan::test
