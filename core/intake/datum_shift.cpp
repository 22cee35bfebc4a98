// SPDX-License-Identifier: MIT
#include "core/intake/datum_shift.hpp"

#include <algorithm>

#include "core/geo/geodesic.hpp"
#include "core/intake/locate_row.hpp"

namespace yiquan::intake {
namespace {

/// Faults are told when the list is checked; here the rows are only left out.
class NoFindings final : public features::FindingSink {
public:
    void add(features::Finding) override {}
};

}  // namespace

DatumShift datum_shift(std::span<const geo::LonLat> listed, geo::Datum datum, std::size_t most_moves) {
    DatumShift shift;
    if (listed.empty()) return shift;
    shift.places = listed.size();
    const std::size_t kept = std::min(most_moves, listed.size());
    shift.moves.reserve(kept);
    double sum = 0.0;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const geo::LonLat corrected = geo::to_wgs84(listed[i], datum);
        const Metres moved = geo::geodesic_distance(listed[i], corrected);
        sum += moved.value();
        shift.least = i == 0 ? moved : std::min(shift.least, moved);
        shift.most = std::max(shift.most, moved);
        const std::size_t next = shift.moves.size();
        if (next < kept && i == next * listed.size() / kept) shift.moves.push_back({listed[i], corrected});
    }
    shift.mean = Metres{sum / static_cast<double>(listed.size())};
    return shift;
}

std::vector<geo::LonLat> listed_places(features::FeatureSource& source, const ColumnNames& columns,
                                       geo::Datum datum, Progress& progress) {
    constexpr std::uint64_t rows_between_polls = 4096;
    const RowLocator refusing(source, columns, {.datum = datum, .crs = {}, .expected = {}});
    RowLocator locator(source, columns, {});
    NoFindings findings;
    std::vector<geo::LonLat> places;
    const std::uint64_t size = source.size().value_or(0);
    for (std::uint64_t row = 0; source.next(); ++row) {
        if (row % rows_between_polls == 0) {
            progress.step(size == 0 ? 0.0
                                    : std::min(1.0, static_cast<double>(row) / static_cast<double>(size)));
        }
        if (const auto place = locator.locate(source, findings)) places.push_back(*place);
    }
    return places;
}

}  // namespace yiquan::intake
