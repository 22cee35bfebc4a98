// SPDX-License-Identifier: MIT
#include "core/io/audit/csv_writer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>

#include "core/audit/finding_text.hpp"
#include "core/io/files/text_file.hpp"
#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {
namespace {

std::string number(double value) {
    return fmt::format("{}", value);
}

std::string optional_metres(const std::optional<coverage::DistanceSummary>& summary,
                            Metres coverage::DistanceSummary::*figure) {
    return summary ? number((*summary.*figure).value()) : std::string{};
}

void add_figures(std::string& out, const std::string& code, const std::string& name,
                 const std::string& parent, const audit::Figures& f) {
    using Summary = coverage::DistanceSummary;
    add_csv_line(
        out, {code, name, parent, number(f.demand.value()), number(f.covered.value()), number(f.gap.value()),
              number(f.unreachable.value()), number(f.covered_share()), number(f.single.value()),
              number(f.area.value()), number(f.covered_area.value()), number(f.gap_area.value()),
              std::to_string(f.facilities), optional_metres(f.nearest, &Summary::mean),
              optional_metres(f.nearest, &Summary::median), optional_metres(f.nearest, &Summary::p90),
              optional_metres(f.nearest, &Summary::worst),
              f.meets_target ? (*f.meets_target ? "true" : "false") : ""});
}

}  // namespace

std::string zones_csv(const audit::Report& report) {
    std::string out{byte_order_mark};
    add_csv_line(out, {"code", "name", "parent", "demand", "covered", "gap", "unreachable", "covered_share",
                       "single", "area_km2", "covered_area_km2", "gap_area_km2", "facilities", "nearest_mean",
                       "nearest_median", "nearest_p90", "nearest_max", "meets_target"});
    const audit::Ledger& ledger = report.result.ledger();
    for (std::size_t z = 0; z < report.zones.size(); ++z) {
        const demand::Zone& zone = report.zones[z];
        add_figures(out, zone.code, zone.name, zone.parent, ledger.zones[z]);
    }
    if (ledger.outside.demand.ticks() > 0 || ledger.outside.facilities > 0) {
        add_figures(out, "", "单元之外 outside zones", "", ledger.outside);
    }
    return out;
}

std::string findings_csv(const features::FindingList& findings) {
    std::string out{byte_order_mark};
    add_csv_line(
        out, {"kind", "action", "source", "row", "field", "value", "detail_zh", "detail_en", "lon", "lat"});
    for (const features::Finding& finding : findings.list()) {
        add_csv_line(
            out,
            {std::string{features::info(finding.kind).id}, std::string{audit::action_name(finding.action).en},
             finding.source, finding.row ? std::to_string(*finding.row) : "", finding.field, finding.value,
             finding.detail.zh, finding.detail.en, finding.where ? number(finding.where->lon) : "",
             finding.where ? number(finding.where->lat) : ""});
    }
    for (const features::Finding& more : audit::findings_not_listed(findings)) {
        add_csv_line(
            out, {std::string{features::info(more.kind).id}, std::string{audit::action_name(more.action).en},
                  "", "", "", more.value, more.detail.zh, more.detail.en, "", ""});
    }
    return out;
}

}  // namespace yiquan::io
