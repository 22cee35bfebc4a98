// SPDX-License-Identifier: MIT
#include "core/io/audit/csv_writer.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "core/audit/finding_text.hpp"
#include "core/audit/ledger_columns.hpp"
#include "core/io/files/text_file.hpp"
#include "core/io/tables/csv_text.hpp"

namespace yiquan::io {
namespace {

std::string number(double value) {
    return fmt::format("{}", value);
}

std::string cell(const audit::LedgerColumn& column, const audit::Figures& figures) {
    const std::optional<double> value = audit::number(column, figures);
    switch (column.kind) {
        case audit::FigureKind::share:
        case audit::FigureKind::ratio:
            return number(value.value_or(0.0));
        case audit::FigureKind::flag:
            return value ? (*value > 0.0 ? "true" : "false") : "";
        case audit::FigureKind::people:
        case audit::FigureKind::area:
        case audit::FigureKind::count:
        case audit::FigureKind::cost:
            return value ? number(*value) : "";
    }
    return {};
}

void add_figures(std::string& out, const std::string& code, const std::string& name,
                 const std::string& parent, const audit::Figures& figures) {
    std::vector<std::string> line{code, name, parent};
    for (const audit::LedgerColumn& column : audit::ledger_columns()) line.push_back(cell(column, figures));
    add_csv_line(out, line);
}

}  // namespace

std::string zones_csv(const audit::Report& report) {
    std::string out{byte_order_mark};
    std::vector<std::string> heading{"code", "name", "parent"};
    for (const audit::LedgerColumn& column : audit::ledger_columns()) heading.emplace_back(column.key);
    add_csv_line(out, heading);
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
