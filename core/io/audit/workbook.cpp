// SPDX-License-Identifier: MIT
#include "core/io/audit/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/finding_text.hpp"
#include "core/audit/ledger_columns.hpp"
#include "core/base/error.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/tables/workbook_sheet.hpp"

namespace yiquan::io {
namespace {

struct FreeWorkbook {
    void operator()(lxw_workbook* workbook) const noexcept { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, FreeWorkbook>;

constexpr lxw_col_t first_figure = 2;  // after code and name

/// The figures as the sheet has them: what a meeting asks for first stands left.
const std::vector<const audit::LedgerColumn*>& sheet_columns() {
    static const std::vector<const audit::LedgerColumn*> columns =
        audit::ledger_columns_after({"facilities", "demand", "covered", "gap", "covered_share"});
    return columns;
}

lxw_col_t place_of(std::string_view key) {
    const auto found = std::find(sheet_columns().begin(), sheet_columns().end(), &audit::ledger_column(key));
    return static_cast<lxw_col_t>(first_figure + (found - sheet_columns().begin()));
}

std::string column_name(lxw_col_t column) {
    return std::string(1, static_cast<char>('A' + column));
}

/// Zones in the order of the sheet: by parent, then as they are.
std::vector<std::size_t> by_parent(const audit::Report& report) {
    std::vector<std::size_t> order(report.zones.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto& parents = report.result.ledger().parents;
    const auto rank = [&](std::size_t zone) {
        return std::find_if(parents.begin(), parents.end(),
                            [&](const auto& parent) { return parent.name == report.zones[zone].parent; }) -
               parents.begin();
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

/// How the cells of a row look.
struct RowLook {
    lxw_format* text;
    lxw_format* people;
    lxw_format* area;
    lxw_format* percent;
    lxw_format* flag;
};

lxw_format* format_of(audit::FigureKind kind, const RowLook& look) {
    switch (kind) {
        case audit::FigureKind::people:
        case audit::FigureKind::count:
        case audit::FigureKind::cost:
            return look.people;
        case audit::FigureKind::area:
        case audit::FigureKind::ratio:
            return look.area;
        case audit::FigureKind::share:
            return look.percent;
        case audit::FigureKind::flag:
            return look.flag;
    }
    return look.text;
}

double width_of(const audit::LedgerColumn& column) {
    if (column.key == "unreachable") return 10.0;  // hardly ever anybody
    switch (column.kind) {
        case audit::FigureKind::people:
        case audit::FigureKind::area:
            return 13.0;
        case audit::FigureKind::cost:
            return 11.0;
        case audit::FigureKind::share:
        case audit::FigureKind::ratio:
        case audit::FigureKind::flag:
            return 10.0;
        case audit::FigureKind::count:
            return 8.0;
    }
    return 10.0;
}

std::string heading_of(const audit::LedgerColumn& column, const CostUnitInfo& way) {
    const std::string unit = column.kind == audit::FigureKind::area ? " km²"
                             : column.kind == audit::FigureKind::cost
                                 ? fmt::format("{} {}", way.way_zh, way.id)
                                 : "";
    return fmt::format("{}{}\n{}", column.brief.zh, unit, column.brief.en);
}

/// The formula of a sum in the column of that letter: "=SUBTOTAL(9,D5:D9)"
using SumOf = std::function<std::string(const std::string& letter)>;

/// \param sum_of none where the figures are no sums
void write_row(Sheet& sheet, const std::string& code, const std::string& name, const audit::Figures& figures,
               const RowLook& look, const SumOf& sum_of) {
    sheet.text(0, code, look.text);
    sheet.text(1, name, look.text);
    lxw_col_t at = first_figure;
    for (const audit::LedgerColumn* column : sheet_columns()) {
        const std::optional<double> value = audit::number(*column, figures);
        lxw_format* const format = format_of(column->kind, look);
        if (column->kind == audit::FigureKind::flag) {
            sheet.text(at, value ? (*value > 0.0 ? "是 yes" : "否 no") : "", format);
        } else if (column->key == "covered_share") {
            sheet.formula(at,
                          fmt::format("=IF({0}{2}=0,0,{1}{2}/{0}{2})", column_name(place_of("demand")),
                                      column_name(place_of("covered")), sheet.row() + 1),
                          value.value_or(0.0), format);
        } else if (sum_of && audit::adds_up(*column)) {
            sheet.formula(at, sum_of(column_name(at)), value.value_or(0.0), format);
        } else {
            sheet.number(at, value, format);
        }
        ++at;
    }
    sheet.next_row();
}

void write_zone_row(Sheet& sheet, const std::string& code, const std::string& name,
                    const audit::Figures& figures) {
    const CellFormats& f = sheet.formats();
    write_row(sheet, code, name, figures, {f.text, f.people, f.area, f.percent, f.text}, {});
}

void write_sum_row(Sheet& sheet, const std::string& name, const audit::Figures& figures,
                   const SumOf& sum_of) {
    const CellFormats& f = sheet.formats();
    write_row(sheet, "", name, figures, {f.group_text, f.group_people, f.group_area, f.group_percent, f.text},
              sum_of);
}

void add_share_chart(lxw_workbook* workbook, Sheet& sheet, const std::vector<lxw_row_t>& rows,
                     const char* name) {
    if (rows.empty()) return;
    // One bar per parent; its cells do not lie together, so the series lists them.
    const auto cells = [&](lxw_col_t column) {
        std::string list = "=(";
        for (const lxw_row_t row : rows) {
            list +=
                fmt::format("{}'{}'!${}${}", list.size() > 2 ? "," : "", name, column_name(column), row + 1);
        }
        return list + ")";
    };
    lxw_chart* chart = workbook_add_chart(workbook, LXW_CHART_BAR);
    lxw_chart_series* series =
        chart_add_series(chart, cells(1).c_str(), cells(place_of("covered_share")).c_str());
    chart_series_set_name(series, "覆盖率 Share covered");
    lxw_chart_fill fill{};
    fill.color = 0x0072B2;
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0%");
    chart_title_set_name(chart, "各市州覆盖率 Share of the demand covered");
    lxw_chart_font font{};
    font.size = 12;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_set_max(chart->x_axis, 1);
    chart_axis_set_num_format(chart->x_axis, "0%");
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_crossing_max(chart->y_axis);
    lxw_chart_options options{};
    options.x_scale = 1.5;
    options.y_scale = 1.6;
    const lxw_row_t below = sheet.row() + 1;
    sheet.check(worksheet_insert_chart_opt(sheet.handle(), below, 1, chart, &options));
    std::array<lxw_row_t, 2> page_breaks{below, 0};  // on paper the chart begins a page of its own
    sheet.check(worksheet_set_h_pagebreaks(sheet.handle(), page_breaks.data()));
}

void colour_shares(Sheet& sheet, lxw_row_t first, lxw_row_t last) {
    lxw_conditional_format scale{};
    scale.type = LXW_CONDITIONAL_3_COLOR_SCALE;
    scale.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    scale.min_value = 0.0;
    scale.mid_value = 0.5;
    scale.max_value = 1.0;
    scale.min_color = 0xF4B183;
    scale.mid_color = 0xFFFFFF;
    scale.max_color = 0x9DC3E6;
    const lxw_col_t share = place_of("covered_share");
    sheet.check(worksheet_conditional_format_range(sheet.handle(), first, share, last, share, &scale));
}

void write_ledger(lxw_workbook* workbook, const CellFormats& formats, const audit::Report& report) {
    constexpr const char* name = "台账 Ledger";
    Sheet sheet(workbook, name, formats);
    const audit::Standard& standard = report.params.standard;
    std::vector<double> widths{12.0, 24.0};
    std::vector<std::string> headings{"代码\nCode", "名称\nName"};
    for (const audit::LedgerColumn* column : sheet_columns()) {
        widths.push_back(width_of(*column));
        headings.push_back(heading_of(*column, info(standard.unit)));
    }
    sheet.widths(widths);
    sheet.text(0, report.params.title.empty() ? "服务覆盖台账 Coverage ledger" : report.params.title,
               formats.title);
    sheet.next_row();
    const Message limit = to_text(standard.limit());
    sheet.text(0,
               fmt::format("{} {} · {}", standard.name.zh, standard.name.en,
                           limit.zh == limit.en ? limit.en : limit.zh + " " + limit.en),
               formats.note);
    sheet.next_row();
    sheet.text(0, report.params.notice, formats.note);
    sheet.next_row();
    sheet.headings(headings, first_figure);
    const audit::Ledger& ledger = report.result.ledger();
    const lxw_row_t first = sheet.row();
    const std::vector<std::size_t> order = by_parent(report);
    std::vector<lxw_row_t> parent_rows;
    std::size_t next = 0;
    for (const audit::Ledger::Parent& parent : ledger.parents) {
        std::size_t end = next;
        while (end < order.size() && report.zones[order[end]].parent == parent.name) ++end;
        const lxw_row_t from = sheet.row() + 2;
        const auto to = static_cast<lxw_row_t>(from + (end - next) - 1);
        parent_rows.push_back(sheet.row());
        write_sum_row(sheet, parent.name, parent.figures, [&](const std::string& c) {
            return fmt::format("=SUBTOTAL(9,{0}{1}:{0}{2})", c, from, to);
        });
        for (; next < end; ++next) {
            write_zone_row(sheet, report.zones[order[next]].code, report.zones[order[next]].name,
                           ledger.zones[order[next]]);
        }
    }
    for (; next < order.size(); ++next) {
        write_zone_row(sheet, report.zones[order[next]].code, report.zones[order[next]].name,
                       ledger.zones[order[next]]);
    }
    if (ledger.outside.demand.ticks() > 0 || ledger.outside.facilities > 0) {
        write_zone_row(sheet, "", "单元之外 Outside zones", ledger.outside);
    }
    if (sheet.row() > first) colour_shares(sheet, first, sheet.row() - 1);
    // SUBTOTAL passes over the subtotals of the parents.
    const lxw_row_t last = sheet.row();
    write_sum_row(sheet, "合计 Total", ledger.total, [&](const std::string& c) {
        return fmt::format("=SUBTOTAL(9,{0}{1}:{0}{2})", c, first + 1, last);
    });
    add_share_chart(workbook, sheet, parent_rows, name);
}

void write_gaps(lxw_workbook* workbook, const CellFormats& formats, const audit::Report& report) {
    Sheet sheet(workbook, "空白区 Gaps", formats);
    const CostUnitInfo& way = info(report.params.standard.unit);
    sheet.widths({8, 12, 24, 24, 14, 14, 16, 12, 12, 28});
    sheet.headings({"排名\nRank", "代码\nCode", "单元\nZone", "上级\nParent", "人口\nPeople",
                    "面积 km²\nArea", fmt::format("最远{} {}\nFarthest", way.way_zh, way.id),
                    "最远处经度\nLongitude", "最远处纬度\nLatitude", "最近设施\nNearest facility"},
                   1);
    double rank = 0.0;
    for (const coverage::Gap& gap : report.result.gaps) {
        const demand::Zone& zone = report.zones[gap.zone];
        sheet.number(0, ++rank, formats.people);
        sheet.text(1, zone.code, formats.text);
        sheet.text(2, zone.name, formats.text);
        sheet.text(3, zone.parent, formats.text);
        sheet.number(4, gap.people.value(), formats.people);
        sheet.number(5, gap.area.value(), formats.area);
        const double farthest = gap.remotest.cost.value();
        sheet.number(6, std::isfinite(farthest) ? std::optional{farthest} : std::nullopt, formats.people);
        sheet.number(7, gap.remotest.place.lon, formats.degrees);
        sheet.number(8, gap.remotest.place.lat, formats.degrees);
        const bool near = gap.remotest.facility != coverage::no_facility;
        sheet.text(9, near ? report.facilities[gap.remotest.facility].name : "", formats.text);
        sheet.next_row();
    }
    if (report.result.gaps.empty()) {
        sheet.text(0,
                   report.params.draw ? "全部覆盖，没有空白区。 Everything is covered; there is no gap."
                                      : "本次未绘制空白区。 Gaps were not drawn in this run.",
                   formats.note);
    }
}

void write_findings(lxw_workbook* workbook, const CellFormats& formats,
                    const features::FindingList& findings) {
    Sheet sheet(workbook, "数据问题 Findings", formats);
    sheet.widths({22, 12, 24, 8, 14, 24, 60, 60});
    sheet.headings({"问题\nFinding", "处理\nAction", "来源\nSource", "行\nRow", "字段\nField", "值\nValue",
                    "说明", "Detail"},
                   1);
    constexpr std::uint64_t most_rows = 1'000'000;  // a sheet ends at 1,048,576
    std::vector<features::Finding> more = audit::findings_not_listed(findings);
    const auto write = [&](const features::Finding& finding) {
        if (sheet.row() > most_rows) return;
        const features::FindingKindInfo& kind = features::info(finding.kind);
        const Message& action = audit::action_name(finding.action);
        sheet.text(0, std::string{kind.zh}, formats.text);
        sheet.text(1, action.zh, formats.text);
        sheet.text(2, finding.source, formats.text);
        sheet.number(3, finding.row ? std::optional{static_cast<double>(*finding.row)} : std::nullopt,
                     formats.people);
        sheet.text(4, finding.field, formats.text);
        sheet.text(5, finding.value, formats.text);
        sheet.wrapped(6, finding.detail.zh);
        sheet.wrapped(7, finding.detail.en);
        sheet.next_row();
    };
    for (const features::Finding& finding : findings.list()) write(finding);
    for (const features::Finding& finding : more) write(finding);
    if (findings.count() == 0) {
        sheet.text(0, "没有发现数据问题。 No faults were found in the data.", formats.note);
    }
}

void write_sources(lxw_workbook* workbook, const CellFormats& formats, const audit::Report& report) {
    Sheet sheet(workbook, "来源 Sources", formats);
    sheet.widths({26, 34, 90, 16});
    sheet.headings({"项目\nItem", "数值\nValue", "来源\nSource", "可信度\nConfidence"}, 0);
    const auto line = [&](const std::string& item, const std::string& value, const std::string& source,
                          const std::string& confidence) {
        sheet.wrapped(0, item);
        sheet.wrapped(1, value);
        sheet.wrapped(2, source);
        sheet.wrapped(3, confidence);
        sheet.next_row();
    };
    const audit::Standard& standard = report.params.standard;
    line("服务标准 Standard", standard.id, standard.name.zh + " " + standard.name.en, "");
    line("", "", standard.summary.zh + " " + standard.summary.en, "");
    for (const audit::Standard::Figure& figure : standard.figures) {
        line(figure.key, figure.value, figure.source, figure.confidence);
    }
    for (const features::InputRecord& input : report.inputs) {
        line("输入 Input: " + input.role, input.path,
             fmt::format("{} 行 rows · SHA-256 {}", input.rows, input.sha256.empty() ? "–" : input.sha256),
             "");
    }
    line("方法 Method", "",
         "距离为 WGS84 椭球面上的测地线；人口按距离逐点统计，不从图形量取；面积为椭球面积。 Distances are "
         "geodesics on "
         "the WGS84 ellipsoid; people are counted point by point from distances, never from drawn polygons; "
         "areas "
         "are those on the ellipsoid.",
         "");
    for (const demand::Zone& zone : report.zones) {
        if (!zone.note.empty()) line("说明 Note", zone.name, zone.note, "");
    }
    if (!report.params.notice.empty()) line("声明 Notice", "", report.params.notice, "");
    line("程序 Program", "Yiquan 驿圈 " + report.version, "", "");
}

}  // namespace

void write_workbook(const audit::Report& report, const std::string& path, const std::string& temporary) {
    lxw_workbook_options options{};
    // The library's structs hold plain pointers to text that it only reads.
    std::string folder = temporary;
    std::string title = report.params.title;
    std::string author = "Yiquan 驿圈";
    options.tmpdir = folder.data();
    WorkbookHandle workbook{workbook_new_opt(path.c_str(), &options)};
    const auto fail = [&](lxw_error error) {
        throw Error{ErrorKind::output,
                    {fmt::format("{}: the workbook cannot be written: {}. Is the disk full?", path,
                                 lxw_strerror(error)),
                     fmt::format("{}：工作簿无法写入（{}）。请检查磁盘空间。", path, lxw_strerror(error))}};
    };
    if (!workbook) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    constexpr time_t fixed_time = 315532800;  // 1980-01-01, the first moment a zip archive knows
    properties.created = fixed_time;
    if (const lxw_error error = workbook_set_properties(workbook.get(), &properties); error != LXW_NO_ERROR) {
        fail(error);
    }
    const CellFormats formats(workbook.get());
    write_ledger(workbook.get(), formats, report);
    write_gaps(workbook.get(), formats, report);
    write_findings(workbook.get(), formats, report.findings);
    write_sources(workbook.get(), formats, report);
    const lxw_error error = workbook_close(workbook.release());  // frees the workbook, also when it fails
    if (error != LXW_NO_ERROR) fail(error);
}

}  // namespace yiquan::io
