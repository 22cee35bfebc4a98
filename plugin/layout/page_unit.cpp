// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/page_unit.hpp"

#include <algorithm>
#include <map>

namespace yiquan::plugin {
namespace {

PageUnit zone_unit(const report::AuditRecord& record, std::size_t zone) {
    const audit::StoredLedger::Zone& named = record.ledger.zones[zone];
    PageUnit unit;
    unit.name = named.name;
    unit.code = named.code;
    unit.parent = named.parent;
    if (zone < record.zone_notes.size()) unit.note = record.zone_notes[zone];
    unit.zones = {zone};
    unit.figures = record.ledger.ledger.zones[zone];
    return unit;
}

std::vector<PageUnit> zone_units(const report::AuditRecord& record) {
    std::vector<PageUnit> units;
    for (std::size_t z = 0; z < record.ledger.zones.size(); ++z) units.push_back(zone_unit(record, z));
    return units;
}

/// Zones without a parent, where others have one, come last and by themselves.
std::vector<PageUnit> parent_units(const report::AuditRecord& record) {
    const audit::StoredLedger& ledger = record.ledger;
    std::vector<PageUnit> units;
    std::map<std::string, std::size_t> place;
    for (const audit::Ledger::Parent& parent : ledger.ledger.parents) {
        place.emplace(parent.name, units.size());
        PageUnit& unit = units.emplace_back();
        unit.name = parent.name;
        unit.figures = parent.figures;
    }
    for (std::size_t z = 0; z < ledger.zones.size(); ++z) {
        const auto known = place.find(ledger.zones[z].parent);
        if (known == place.end()) {
            units.push_back(zone_unit(record, z));
        } else {
            units[known->second].zones.push_back(z);
        }
    }
    return units;
}

PageUnit whole_unit(const report::AuditRecord& record) {
    PageUnit unit;
    unit.name = record.ledger.title;
    unit.whole = true;
    for (std::size_t z = 0; z < record.ledger.zones.size(); ++z) unit.zones.push_back(z);
    unit.figures = record.ledger.ledger.total;
    return unit;
}

}  // namespace

std::vector<PageUnit> page_units(const report::AuditRecord& record, Contents contents) {
    switch (contents) {
        case Contents::prefectures:
            return parent_units(record);
        case Contents::counties:
            return zone_units(record);
        case Contents::province:
        case Contents::compare:
        case Contents::summary:
        case Contents::siting:
        case Contents::relocation:
        case Contents::screening:
            return {whole_unit(record)};
    }
    return {};
}

std::vector<PageUnit> parts_of(const report::AuditRecord& record, const PageUnit& unit) {
    if (unit.whole) return parent_units(record);
    std::vector<PageUnit> parts;
    for (const std::size_t zone : unit.zones) parts.push_back(zone_unit(record, zone));
    return parts;
}

}  // namespace yiquan::plugin
