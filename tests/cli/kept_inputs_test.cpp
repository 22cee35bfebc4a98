// SPDX-License-Identifier: MIT
#include <set>

#include "tests/cli/every_verb.hpp"

namespace yiquan::cli {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;

/// Refused in one sentence as a wrong use, and the input is as it was.
void expect_kept(const EveryVerb& verbs, const VerbRun& verb, const std::string& input,
                 const std::string& output) {
    SCOPED_TRACE(verb.name + " reads " + input + ", writes " + output);
    const std::string before = content_of(verbs.county().folder() / input);
    ASSERT_FALSE(before.empty());
    const Outcome outcome = verbs.run(verb, output, {"--overwrite"});
    EXPECT_EQ(outcome.exit_code, 2) << outcome.err;
    expect_one_sentence(outcome);
    EXPECT_THAT(outcome.err, AnyOf(HasSubstr("is an input of this run"), HasSubstr("an input of this run;")));
    EXPECT_EQ(content_of(verbs.county().folder() / input), before);
}

TEST(KeptInputs, OfEveryVerbThatWritesAreTested) {
    const EveryVerb verbs;
    std::set<std::string> tested{"standards"};  // writes nothing
    for (const VerbRun& verb : verbs.runs()) tested.insert(verb.words.front());
    std::set<std::string> listed;
    std::istringstream help(verbs.county().run({"--help"}).out);
    std::string line;
    while (std::getline(help, line) && line != "Subcommands:") continue;
    while (std::getline(help, line) && !line.empty()) {
        std::istringstream words(line);
        std::string verb;
        if (words >> verb && line.starts_with("  " + verb)) listed.insert(verb);
    }
    EXPECT_EQ(listed, tested);
}

TEST(KeptInputs, AreNotReplacedByAFileHoweverItIsNamed) {
    const EveryVerb verbs;
    const fs::path folder = verbs.county().folder();
    fs::create_directories(folder / "far" / "away");
    fs::create_directory_symlink(folder / "far", folder / "door");
    fs::create_directory_symlink(folder, folder / "far" / "home");
    for (const VerbRun& verb : verbs.runs()) {
        if (verb.endings.empty()) continue;
        const std::string soft = "soft" + verb.endings.front();
        const std::string hard = "hard" + verb.endings.front();
        for (const std::string& input : verb.inputs) {
            fs::create_symlink(folder / input, folder / soft);
            fs::create_hard_link(folder / input, folder / "far" / hard);
            std::vector<std::string> names{soft, "far/" + hard, "door/away/../" + hard};
            for (const std::string& ending : verb.endings) {
                if (!input.ends_with(ending)) continue;
                names.insert(names.end(),
                             {input, "./far/../" + input, (folder / input).string(), "door/home/" + input});
            }
            for (const std::string& name : names) expect_kept(verbs, verb, input, name);
            fs::remove(folder / soft);
            fs::remove(folder / "far" / hard);
        }
    }
}

TEST(KeptInputs, AreNotReplacedByAFileOfAFolder) {
    const EveryVerb verbs;
    const fs::path folder = verbs.county().folder();
    fs::create_directory_symlink(folder / "results", folder / "door");
    for (const VerbRun& verb : verbs.runs()) {
        std::size_t turn = 0;  // every file of the folder gets an input, and every input a file
        const std::size_t turns = std::max(verb.inputs.size(), verb.files.size());
        for (; !verb.files.empty() && turn < turns; ++turn) {
            const std::string& input = verb.inputs[turn % verb.inputs.size()];
            const fs::path file = folder / "results" / verb.files[turn % verb.files.size()];
            const bool soft = turn % 2 == 0;
            fs::create_directory(folder / "results");
            if (soft) {
                fs::create_symlink(folder / input, file);
            } else {
                fs::create_hard_link(folder / input, file);
            }
            expect_kept(verbs, verb, input, soft ? "door" : "./results/");
            fs::remove_all(folder / "results");
        }
    }
}

TEST(KeptInputs, OfAnImportAreNotReplacedByItsSecondFile) {
    const EveryVerb verbs;
    const fs::path folder = verbs.county().folder();
    fs::create_hard_link(folder / "zones.geojson", folder / "clean-findings.csv");
    for (const VerbRun& verb : verbs.runs()) {
        if (verb.name == "import") expect_kept(verbs, verb, "zones.geojson", "clean.gpkg");
    }
}

TEST(KeptInputs, AreKnownBeforeAnythingIsRead) {
    // Every list is damaged, so that reading it would be what is complained about.
    const EveryVerb verbs;
    for (const char* list : {"stations.csv", "demand.csv", "zones.geojson", "candidates.csv", "od.csv",
                             "graph.txt", "schools.csv", "households.csv", "before/audit.json",
                             "before/audit.gpkg", "after/audit.json", "after/audit.gpkg"}) {
        verbs.county().write(list, "\"damaged");
    }
    for (const VerbRun& verb : verbs.runs()) {
        const std::string input = verb.inputs.back();
        const std::string name =
            verb.endings.empty() ? "results/" + verb.files.front() : "soft" + verb.endings.front();
        fs::create_directories(verbs.county().at("results"));
        fs::create_symlink(verbs.county().folder() / input, verbs.county().at(name));
        expect_kept(verbs, verb, input, verb.endings.empty() ? "results" : name);
        fs::remove(verbs.county().at(name));
    }
}

TEST(APlaceThatCannotBeWritten, IsToldBeforeAnythingIsRead) {
    const EveryVerb verbs;
    for (const char* list : {"stations.csv", "demand.csv", "zones.geojson", "candidates.csv", "od.csv",
                             "graph.txt", "schools.csv", "households.csv", "before/audit.json",
                             "before/audit.gpkg", "after/audit.json", "after/audit.gpkg"}) {
        verbs.county().write(list, "\"damaged");
    }
    verbs.county().write("file", "mine");
    verbs.county().write("there.gpkg", "mine");
    for (const VerbRun& verb : verbs.runs()) {
        const std::string ending = verb.endings.empty() ? "" : verb.endings.front();
        for (const std::string place : {"/proc/yiquan/out", "file/out"}) {
            const Outcome outcome = verbs.run(verb, place + ending);
            EXPECT_EQ(outcome.exit_code, 3) << verb.name;
            expect_one_sentence(outcome);
            EXPECT_THAT(outcome.err, HasSubstr("cannot be written")) << verb.name;
        }
        const Outcome there = verbs.run(verb, verb.endings.empty() ? "before" : "there" + ending);
        if (ending == ".gpkg" || ending.empty()) {
            EXPECT_EQ(there.exit_code, 2) << verb.name << there.err;
            EXPECT_THAT(there.err, AnyOf(HasSubstr("--overwrite"), HasSubstr("input of this run")))
                << verb.name;
        }
    }
    EXPECT_EQ(content_of(verbs.county().at("there.gpkg")), "mine");
}

}  // namespace
}  // namespace yiquan::cli
