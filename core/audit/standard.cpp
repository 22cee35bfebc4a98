// SPDX-License-Identifier: MIT
#include "core/audit/standard.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/settings/toml_table.hpp"

namespace yiquan::audit {
namespace {

void sort_bands(std::vector<Cost>& bands) {
    std::sort(bands.begin(), bands.end());
    bands.erase(std::unique(bands.begin(), bands.end()), bands.end());
}

std::vector<Standard> parse_shipped() {
    std::vector<Standard> standards;
    for (const EmbeddedFile& file : embedded_standards())
        standards.push_back(parse_standard(file.text, file.name));
    std::sort(standards.begin(), standards.end(),
              [](const Standard& a, const Standard& b) { return a.id < b.id; });
    return standards;
}

}  // namespace

Standard parse_standard(std::string_view text, std::string_view name) {
    const toml::table document = settings::parse_toml(text, name);
    settings::TomlTable top(document, name, "");
    Standard standard;
    standard.id = top.text_or("id", "");
    standard.name = top.message("name");
    standard.summary = top.message("summary");
    if (const auto radius = top.text("radius")) {
        standard.bands.push_back(cost_of(parse_length(*radius, top.full_name("radius"))));
    }
    for (const std::string& band : top.texts("bands")) {
        standard.bands.push_back(cost_of(parse_length(band, top.full_name("bands"))));
    }
    sort_bands(standard.bands);
    standard.travel = read_travel_budget(top);
    const std::vector<std::string> range = top.texts("radius_range");
    if (range.size() == 2) standard.radius_range = fmt::format("{}–{}", range[0], range[1]);
    settings::TomlTable targets = top.table("station_targets");
    standard.station_targets = {targets.share("open_24h_share"), targets.share("honoured_share")};
    targets.refuse_unknown();
    for (settings::TomlTable& row : top.tables("figure")) {
        standard.figures.push_back({row.text_or("key", ""), row.text_or("value", ""),
                                    row.text_or("source", ""), row.text_or("confidence", ""),
                                    row.message("note")});
        row.refuse_unknown();
    }
    top.refuse_unknown();
    return standard;
}

const std::vector<Standard>& shipped_standards() {
    static const std::vector<Standard> instance = parse_shipped();
    return instance;
}

const Standard& shipped_standard(std::string_view id) {
    const std::vector<Standard>& all = shipped_standards();
    std::vector<std::string_view> ids;
    for (const Standard& standard : all) {
        if (standard.id == id) return standard;
        ids.push_back(standard.id);
    }
    const Message near = suggestion(id, ids);
    throw Error{
        ErrorKind::usage,
        {fmt::format("There is no standard \"{}\".{} `yiquan standards` lists them all.", id, near.en),
         fmt::format("没有名为“{}”的服务标准。{}用 yiquan standards 查看全部标准。", id, near.zh)}};
}

Standard custom_standard(const std::vector<Metres>& radii) {
    if (radii.empty()) {
        throw Error{ErrorKind::usage,
                    {"The standard gives no radius; add for example radius = \"1 km\".",
                     "服务标准没有给出半径；请加上例如 radius = \"1 km\"。"}};
    }
    Standard standard;
    standard.id = "custom";
    for (const Metres radius : radii) standard.bands.push_back(cost_of(radius));
    sort_bands(standard.bands);
    std::string text;
    for (const Cost band : standard.bands) text += (text.empty() ? "" : ", ") + to_text(Metres{band.value()});
    standard.name = {fmt::format("Radius of {}", text), fmt::format("半径 {}", text)};
    standard.summary = {"A straight-line radius chosen for this run.", "本次运行自定的直线半径。"};
    return standard;
}

}  // namespace yiquan::audit
