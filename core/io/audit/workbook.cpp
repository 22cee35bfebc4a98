// SPDX-License-Identifier: MIT
#include "core/io/audit/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>

#include "core/audit/finding_text.hpp"
#include "core/base/error.hpp"
#include "core/io/package/findings_layer.hpp"
#include "core/io/tables/workbook_sheet.hpp"

namespace yiquan::io {
namespace {

struct FreeWorkbook {
    void operator()(lxw_workbook* workbook) const noexcept { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, FreeWorkbook>;

/// Columns of the ledger that are added up, and where they stand.
struct AmountColumn {
    lxw_col_t column;
    double (*value)(const audit::Figures&);
    bool is_area;
};
constexpr lxw_col_t share_column = 6;
constexpr std::array amount_columns{
    AmountColumn{2, [](const audit::Figures& f) { return static_cast<double>(f.facilities); }, false},
    AmountColumn{3, [](const audit::Figures& f) { return f.demand.value(); }, false},
    AmountColumn{4, [](const audit::Figures& f) { return f.covered.value(); }, false},
    AmountColumn{5, [](const audit::Figures& f) { return f.gap.value(); }, false},
    AmountColumn{7, [](const audit::Figures& f) { return f.unreachable.value(); }, false},
    AmountColumn{8, [](const audit::Figures& f) { return f.single.value(); }, false},
    AmountColumn{9, [](const audit::Figures& f) { return f.area.value(); }, true},
    AmountColumn{10, [](const audit::Figures& f) { return f.covered_area.value(); }, true},
    AmountColumn{11, [](const audit::Figures& f) { return f.gap_area.value(); }, true},
};

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

void write_share_and_distances(Sheet& sheet, const audit::Figures& f, lxw_format* percent,
                               lxw_format* metres) {
    const std::string row = std::to_string(sheet.row() + 1);
    sheet.formula(share_column, fmt::format("=IF(D{0}=0,0,E{0}/D{0})", row), f.covered_share(), percent);
    const auto distance = [&](lxw_col_t column, Metres coverage::DistanceSummary::*figure) {
        sheet.number(column, f.nearest ? std::optional{((*f.nearest).*figure).value()} : std::nullopt,
                     metres);
    };
    distance(12, &coverage::DistanceSummary::mean);
    distance(13, &coverage::DistanceSummary::median);
    distance(14, &coverage::DistanceSummary::p90);
    distance(15, &coverage::DistanceSummary::worst);
    sheet.text(16, f.meets_target ? (*f.meets_target ? "是 yes" : "否 no") : "", sheet.formats().text);
}

void write_zone_row(Sheet& sheet, const std::string& code, const std::string& name, const audit::Figures& f) {
    const CellFormats& formats = sheet.formats();
    sheet.text(0, code, formats.text);
    sheet.text(1, name, formats.text);
    for (const AmountColumn& c : amount_columns) {
        sheet.number(c.column, c.value(f), c.is_area ? formats.area : formats.people);
    }
    write_share_and_distances(sheet, f, formats.percent, formats.people);
    sheet.next_row();
}

/// \param sum_of for each amount column, what it adds: "=SUBTOTAL(9,D5:D9)"
template <class SumOf>
void write_sum_row(Sheet& sheet, const std::string& name, const audit::Figures& f, SumOf sum_of) {
    const CellFormats& formats = sheet.formats();
    sheet.text(0, "", formats.group_text);
    sheet.text(1, name, formats.group_text);
    for (const AmountColumn& c : amount_columns) {
        sheet.formula(c.column, sum_of(column_name(c.column)), c.value(f),
                      c.is_area ? formats.group_area : formats.group_people);
    }
    write_share_and_distances(sheet, f, formats.group_percent, formats.group_people);
    sheet.next_row();
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
    lxw_chart_series* series = chart_add_series(chart, cells(1).c_str(), cells(share_column).c_str());
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
    sheet.check(
        worksheet_conditional_format_range(sheet.handle(), first, share_column, last, share_column, &scale));
}

void write_ledger(lxw_workbook* workbook, const CellFormats& formats, const audit::Report& report) {
    constexpr const char* name = "台账 Ledger";
    Sheet sheet(workbook, name, formats);
    sheet.widths({12, 24, 8, 13, 13, 13, 10, 10, 13, 13, 13, 13, 11, 11, 11, 11, 10});
    const audit::Standard& standard = report.params.standard;
    sheet.text(0, report.params.title.empty() ? "服务覆盖台账 Coverage ledger" : report.params.title,
               formats.title);
    sheet.next_row();
    sheet.text(0,
               fmt::format("{} {} · {}", standard.name.zh, standard.name.en, to_text(standard.bands.back())),
               formats.note);
    sheet.next_row();
    sheet.text(0, report.params.notice, formats.note);
    sheet.next_row();
    sheet.headings(
        {"代码\nCode", "名称\nName", "设施\nFacilities", "人口\nDemand", "已覆盖\nCovered", "空白\nGap",
         "覆盖率\nShare", "不可达\nUnreachable", "仅一处服务\nServed by one", "面积 km²\nArea",
         "覆盖面积 km²\nCovered area", "空白面积 km²\nGap area", "平均距离 m\nMean", "中位距离 m\nMedian",
         "90% 距离 m\n90th pct", "最远距离 m\nWorst", "达标\nTarget met"},
        2);
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
    sheet.widths({8, 12, 24, 24, 14, 14, 16, 12, 12, 28});
    sheet.headings({"排名\nRank", "代码\nCode", "单元\nZone", "上级\nParent", "人口\nPeople",
                    "面积 km²\nArea", "最远距离 m\nFarthest", "最远处经度\nLongitude", "最远处纬度\nLatitude",
                    "最近设施\nNearest facility"},
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
        const double farthest = gap.remotest_distance.value();
        sheet.number(6, std::isfinite(farthest) ? std::optional{farthest} : std::nullopt, formats.people);
        sheet.number(7, gap.remotest.lon, formats.degrees);
        sheet.number(8, gap.remotest.lat, formats.degrees);
        const bool near = gap.nearest_facility != index::NearestTree::none;
        sheet.text(9, near ? report.facilities[gap.nearest_facility].name : "", formats.text);
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
