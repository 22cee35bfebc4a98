// SPDX-License-Identifier: MIT
#include "core/io/locate/siting_report.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "core/base/error.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/locate/layers.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/package/geopackage.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {
namespace {

std::string ending(const std::string& path) {
    return std::filesystem::path(path).extension().string();
}

}  // namespace

std::string siting_csv(const SitingReport& report) {
    const auto number = [](double value) { return fmt::format("{}", value); };
    std::string out{byte_order_mark};
    add_csv_line(out,
                 {"order", "id", "name", "lon", "lat", "first_p", "served", "served_only_here", "nearest"});
    std::size_t order = 0;
    for (const siting::Proposal& proposal : report.plan.proposals) {
        const siting::Site& site = report.data.problem.sites[proposal.site];
        const siting::SiteFigures& figures = report.plan.figures[proposal.site];
        const bool reach = report.plan.threshold;
        add_csv_line(
            out, {fmt::format("{}", ++order), site.id, site.name, site.place ? number(site.place->lon) : "",
                  site.place ? number(site.place->lat) : "",
                  proposal.first_count ? fmt::format("{}", *proposal.first_count) : "",
                  reach ? number(figures.served.value()) : "", reach ? number(figures.only_here.value()) : "",
                  number(figures.nearest.value())});
    }
    return out;
}

void check_siting_name(const std::string& path, bool places) {
    const std::string end = ending(path);
    if (end == ".json" || end == ".csv" || (end == ".gpkg" && places)) return;
    if (end == ".gpkg") {
        throw Error{ErrorKind::usage,
                    {fmt::format("{}: a matrix has no places to draw; end the name in .json or .csv.", path),
                     fmt::format("{}：矩阵没有位置，无法出图；文件名请以 .json 或 .csv 结尾。", path)}};
    }
    throw Error{
        ErrorKind::usage,
        {fmt::format("{}: end the name in .gpkg (layers), .json (document) or .csv (proposals).", path),
         fmt::format("{}：文件名请以 .gpkg（图层）、.json（文档）或 .csv（建议清单）结尾。", path)}};
}

void write_siting(const SitingReport& report, const std::string& path) {
    if (ending(path) == ".csv") {
        write_text_file(path, siting_csv(report));
        return;
    }
    const std::string json = siting_json(report);
    if (ending(path) == ".json") {
        write_text_file(path, json);
        return;
    }
    GeoPackage package(path, {});
    write_siting_layers(report.data.problem, report.request, report.answers, report.first_count, report.plan,
                        package);
    write_findings(report.data.findings, package);
    package.attach(siting_in_package, "application/json", json);
    package.close();
}

}  // namespace yiquan::io
