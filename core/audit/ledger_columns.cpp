// SPDX-License-Identifier: MIT
#include "core/audit/ledger_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <type_traits>

#include "core/base/error.hpp"

namespace yiquan::audit {
namespace {

std::optional<double> share_of_people(const Figures& figures) {
    return figures.demand.ticks() > 0 ? std::optional{figures.covered_share()} : std::nullopt;
}

}  // namespace

std::string_view kind_id(FigureKind kind) {
    constexpr std::array<std::string_view, 7> ids{"people", "area",  "count", "cost",
                                                  "share",  "ratio", "flag"};
    return ids[static_cast<std::size_t>(kind)];
}

std::span<const LedgerColumn> ledger_columns() {
    using Summary = coverage::DistanceSummary;
    using enum FigureKind;
    static const std::vector<LedgerColumn> table{
        {"demand", people, {"Demand", "需求"}, {"Demand", "人口"}, &Figures::demand},
        {"covered", people, {"Covered", "已覆盖"}, {"Covered", "已覆盖"}, &Figures::covered},
        {"gap", people, {"Gap", "未覆盖"}, {"Gap", "空白"}, &Figures::gap},
        {"unreachable", people, {"Unreachable", "不可达"}, {"Unreachable", "不可达"}, &Figures::unreachable},
        {"covered_share", share, {"Share covered", "覆盖率"}, {"Share", "覆盖率"}, share_of_people},
        {"single",
         people,
         {"Served by one facility only", "仅一处设施服务"},
         {"Served by one", "仅一处服务"},
         &Figures::single},
        {"area_km2", area, {"Area", "面积"}, {"Area", "面积"}, &Figures::area},
        {"covered_area_km2",
         area,
         {"Covered area", "覆盖面积"},
         {"Covered area", "覆盖面积"},
         &Figures::covered_area},
        {"gap_area_km2", area, {"Gap area", "空白面积"}, {"Gap area", "空白面积"}, &Figures::gap_area},
        {"facilities", count, {"Facilities", "设施数"}, {"Facilities", "设施"}, &Figures::facilities},
        {"nearest_mean", cost, {"Mean", "平均"}, {"Mean", "平均"}, &Summary::mean},
        {"nearest_median", cost, {"Median", "中位"}, {"Median", "中位"}, &Summary::median},
        {"nearest_p90", cost, {"90th percentile", "90%分位"}, {"90th pct", "90% "}, &Summary::p90},
        {"nearest_max", cost, {"Worst", "最远"}, {"Worst", "最远"}, &Summary::worst},
        {"meets_target",
         flag,
         {"Meets the target", "是否达标"},
         {"Target met", "达标"},
         &Figures::meets_target},
    };
    return table;
}

const LedgerColumn& ledger_column(std::string_view key) {
    for (const LedgerColumn& column : ledger_columns()) {
        if (column.key == key) return column;
    }
    throw Error{
        ErrorKind::internal,
        {fmt::format("The ledger has no column \"{}\".", key), fmt::format("台账没有名为“{}”的列。", key)}};
}

std::vector<const LedgerColumn*> ledger_columns_after(std::initializer_list<std::string_view> first) {
    std::vector<const LedgerColumn*> order;
    for (const std::string_view key : first) order.push_back(&ledger_column(key));
    for (const LedgerColumn& column : ledger_columns()) {
        if (std::find(first.begin(), first.end(), column.key) == first.end()) order.push_back(&column);
    }
    return order;
}

bool adds_up(const LedgerColumn& column) {
    return std::visit(
        [](auto figure) {
            return requires(Figures & a, Figures b) {
                a.*figure += b.*figure;
            };
        },
        column.figure);
}

std::optional<double> number(const LedgerColumn& column, const Figures& figures) {
    return std::visit(
        [&](const auto& figure) -> std::optional<double> {
            using Figure = std::decay_t<decltype(figure)>;
            if constexpr (std::is_same_v<Figure, LedgerColumn::Computed>) {
                return figure(figures);
            } else if constexpr (std::is_same_v<Figure,
                                                LedgerColumn::Distance coverage::DistanceSummary::*>) {
                if (!figures.nearest) return std::nullopt;
                return ((*figures.nearest).*figure).value();
            } else if constexpr (std::is_same_v<Figure, std::optional<bool> Figures::*>) {
                if (!(figures.*figure)) return std::nullopt;
                return *(figures.*figure) ? 1.0 : 0.0;
            } else if constexpr (std::is_same_v<Figure, std::uint32_t Figures::*>) {
                return figures.*figure;
            } else {
                return (figures.*figure).value();
            }
        },
        column.figure);
}

Message title_with_unit(const LedgerColumn& column, CostUnit cost) {
    const Message& title = column.title;
    const CostUnitInfo& unit = info(cost);
    switch (column.kind) {
        case FigureKind::people:
            return {title.en, fmt::format("{}（人）", title.zh)};
        case FigureKind::area:
            return {fmt::format("{} (km²)", title.en), fmt::format("{}（平方公里）", title.zh)};
        case FigureKind::cost:
            return {fmt::format("{} {} ({})", title.en, unit.way_en, unit.en),
                    fmt::format("{}{}（{}）", title.zh, unit.way_zh, unit.zh)};
        case FigureKind::count:
        case FigureKind::share:
        case FigureKind::ratio:
        case FigureKind::flag:
            return title;
    }
    return title;
}

}  // namespace yiquan::audit
