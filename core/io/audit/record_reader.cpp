// SPDX-License-Identifier: MIT
#include "core/io/audit/record_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/features/counted_column.hpp"
#include "core/io/package/package_document.hpp"
#include "core/io/package/package_layer.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

double number_or_zero(const features::Value& value) {
    return features::to_number(value).value_or(0.0);
}

/// 0 too where the column does not hold a whole number that a counter can reach.
std::int64_t whole_or_zero(const features::Value& value) {
    constexpr double most = 9e15;
    const double number = number_or_zero(value);
    return number >= 0.0 && number <= most ? static_cast<std::int64_t>(number) : 0;
}

void read_gaps(const std::string& package, report::AuditRecord& record) {
    features::CountedColumn<Persons> people({package + ": demand", package + "：demand"});
    features::CountedColumn<SquareKilometres> land({package + ": area_km2", package + "：area_km2"});
    const std::string farthest = unit_key("farthest", record.ledger.ledger.limit.unit);
    PackageLayer layer(package, "service_gaps");
    while (layer.next()) {
        report::RecordedGap& gap = record.gaps.emplace_back();
        gap.rank = whole_or_zero(layer.value("rank"));
        gap.zone_code = layer.text("zone_code");
        gap.zone_name = layer.text("zone_name");
        gap.parent = layer.text("parent");
        gap.people = people.count(number_or_zero(layer.value("demand")));
        gap.area = land.count(number_or_zero(layer.value("area_km2")));
        if (const auto far = features::to_number(layer.value(farthest))) gap.farthest = CostValue{*far};
        gap.farthest_place = {number_or_zero(layer.value("farthest_lon")),
                              number_or_zero(layer.value("farthest_lat"))};
        gap.nearest_name = layer.text("nearest_name");
        gap.shape = layer.shape();
    }
    std::sort(record.gaps.begin(), record.gaps.end(),
              [](const auto& a, const auto& b) { return a.rank < b.rank; });
}

void read_covered_land(const std::string& package, report::AuditRecord& record) {
    const CostLimit& widest = record.ledger.ledger.limit;
    const std::string limit = limit_key(widest.unit);
    PackageLayer layer(package, "covered_areas");
    while (layer.next()) {
        if (number_or_zero(layer.value(limit)) == widest.amount.value())
            record.covered[layer.text("zone_code")] = layer.shape();
    }
}

void read_findings(const std::string& package, report::AuditRecord& record) {
    PackageLayer layer(package, "findings");
    while (layer.next()) {
        const std::string id = layer.text("kind");
        const auto kind = std::find_if(features::finding_kinds.begin(), features::finding_kinds.end(),
                                       [&](const features::FindingKindInfo& info) { return info.id == id; });
        if (kind == features::finding_kinds.end())
            continue;  // of a later version; it is counted all the same
        features::Finding& finding = record.findings.emplace_back();
        finding.kind = kind->kind;
        finding.source = layer.text("source");
        if (const std::int64_t row = whole_or_zero(layer.value("row")); row > 0)
            finding.row = static_cast<std::uint64_t>(row);
        finding.field = layer.text("field");
        finding.value = layer.text("value");
        finding.detail = {layer.text("detail_en"), layer.text("detail_zh")};
        finding.where = layer.place();
    }
}

}  // namespace

report::AuditRecord read_record(const std::string& path) {
    std::error_code ignored;  // what is wrong with the path, reading it will say
    const std::string package =
        fs::is_directory(path, ignored) ? (fs::path(path) / "audit.gpkg").string() : path;
    report::AuditRecord record = report::parse_record(read_package_document(package), package);
    PackageLayer zones(package, "zones");
    while (zones.next()) record.ledger.shapes[zones.text("code")] = zones.shape();
    read_gaps(package, record);
    read_covered_land(package, record);
    read_findings(package, record);
    return record;
}

}  // namespace yiquan::io
