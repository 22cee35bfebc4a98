// SPDX-License-Identifier: MIT
#include "tests/cli/every_verb.hpp"

namespace yiquan::cli {

EveryVerb::EveryVerb() {
    const std::string site = "id,name,lon,lat\n";
    county_.write("candidates.csv", site + "c1,四村站,101.199,36.09\nc2,北站,101.05,36.09\n");
    county_.write("forced.csv", "id\nc1\n");
    county_.write("forbidden.csv", "id\nc2\n");
    county_.write("weights.csv", "id,weight\nd1,100\n");
    county_.write("prices.csv", "id,price\nc1,1\n");
    county_.write("places.csv", "name,lon,lat\n东站,101.05,36.05\n");
    county_.write("od.csv", "origin_id,destination_id,minutes\na,X,5\na,Y,20\nb,X,12\nb,Y,8\n");
    county_.write("graph.txt", "3 2 1\n1 2 5\n2 3 4\n");
    county_.write("schools.csv", "name,lon,lat\n小学,101.1,36.05\n");
    county_.write("rules.toml", R"([candidates]
path = "candidates.csv"
[[rule]]
id = "school"
kind = "near"
name = { zh = "靠近\"小学\"\\", en = "Near a \"school\"\\\nor two" }
layer = "schools.csv"
limit = "10 km"
covers = "zones.geojson"
)");
    county_.write("households.csv", "id,name,lon,lat,people\nh1,一户,101.05,36.05,4\n");
    county_.write("sites.csv", "id,name,lon,lat,capacity\nr1,一号点,101.06,36.05,9\n");
    county_.write("homes-to-sites.csv", "origin_id,destination_id,metres\nh1,r1,1200\n");
    (void)county_.audited("before");
    (void)county_.audited("after");
    const std::vector<std::string> locate{
        "locate",       "--model",        "mclp",     "-p",         "1",          "--radius",    "1 km",
        "--candidates", "candidates.csv", "--demand", "demand.csv", "--existing", "stations.csv"};
    const auto with = [](std::vector<std::string> words, const std::vector<std::string>& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    const Outcome plan = county_.run(with(locate, {"-o", "plan.gpkg", "--quiet"}));
    EXPECT_EQ(plan.exit_code, 0) << plan.err;

    const std::vector<std::string> audited{"run.toml", "stations.csv", "demand.csv", "zones.geojson"};
    const std::vector<std::string> before{"before/audit.json", "before/audit.gpkg"};
    const std::vector<std::string> after{"after/audit.json", "after/audit.gpkg"};
    const std::vector<std::string> siting_endings{".gpkg", ".json", ".csv"};
    runs_ = {
        {"audit", {"audit", "run.toml"}, audited, {}, audit_files},
        {"import",
         {"import", "stations.csv", "--zones", "zones.geojson", "--places", "places.csv"},
         {"stations.csv", "zones.geojson", "places.csv"},
         {".gpkg"},
         {}},
        {"service-area",
         {"service-area", "stations.csv", "--radius", "1 km,2 km"},
         {"stations.csv"},
         {".gpkg"},
         {}},
        {"locate",
         with(locate, {"--forced", "forced.csv", "--forbidden", "forbidden.csv", "--weights", "weights.csv",
                       "--zones", "zones.geojson", "--sites", "prices.csv"}),
         {"candidates.csv", "demand.csv", "stations.csv", "forced.csv", "forbidden.csv", "weights.csv",
          "zones.geojson", "prices.csv"},
         siting_endings,
         {}},
        {"locate in a matrix",
         {"locate", "--model", "p-median", "-p", "1..2", "--matrix", "od.csv"},
         {"od.csv"},
         {".json", ".csv"},
         {}},
        {"locate in a graph",
         {"locate", "--model", "p-median", "--orlib", "graph.txt"},
         {"graph.txt"},
         {".json", ".csv"},
         {}},
        {"screen",
         {"screen", "rules.toml"},
         {"rules.toml", "candidates.csv", "schools.csv", "zones.geojson"},
         siting_endings,
         {}},
        {"relocate",
         {"relocate", "--households", "households.csv", "--sites", "sites.csv", "--matrix",
          "homes-to-sites.csv"},
         {"households.csv", "sites.csv", "homes-to-sites.csv"},
         siting_endings,
         {}},
        {"compare", {"compare", "before", "after/audit.json"}, with(before, after), {".json", ".gpkg"}, {}},
        {"report",
         {"report", "after", "--before", "before/"},
         with(before, after),
         {".html", ".gpkg", ".json"},
         {}},
        {"report of a package", {"report", "after/audit.gpkg"}, {"after/audit.gpkg"}, {".html", ".gpkg"}, {}},
        {"pack",
         {"pack", "run.toml", "--before", "before", "--siting", "plan.gpkg"},
         with(audited, {"before/audit.json", "before/audit.gpkg", "plan.gpkg"}),
         {},
         with(audit_files, {"report.html", "pack.json", "maps.pdf", "summary.pdf", "plan.gpkg", "siting.json",
                            "siting.pdf"})},
        {"pack without maps",
         {"pack", "run.toml", "--without-maps"},
         audited,
         {},
         with(audit_files, {"report.html", "pack.json"})},
    };
}

Outcome EveryVerb::run(const VerbRun& verb, const std::string& output,
                       const std::vector<std::string>& more) const {
    std::vector<std::string> words = verb.words;
    words.insert(words.end(), {"-o", output});
    words.insert(words.end(), more.begin(), more.end());
    return county_.run(words, with_map_program(county_, draws_nothing));
}

}  // namespace yiquan::cli
