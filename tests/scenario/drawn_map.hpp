// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/coverage/facility.hpp"
#include "core/demand/demand_points.hpp"
#include "core/demand/zones.hpp"
#include "core/geo/area.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/overlay.hpp"

namespace yiquan::test {

/// The lines of a drawing without the empty ones at its ends and without its margin.
inline std::vector<std::string> drawing_lines(std::string_view drawing) {
    std::vector<std::string> lines;
    std::size_t margin = std::string::npos;
    while (!drawing.empty()) {
        const std::size_t end = std::min(drawing.find('\n'), drawing.size());
        const std::string line{drawing.substr(0, end)};
        drawing.remove_prefix(std::min(end + 1, drawing.size()));
        const std::size_t first = line.find_first_not_of(' ');
        if (first == std::string::npos) continue;
        margin = std::min(margin, first);
        lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
    }
    for (std::string& line : lines) line.erase(0, margin);
    return lines;
}

/// A town drawn in characters, north up, laid on the ellipsoid around Xining.
///
///     A.3      a letter is a facility, a digit a place with that many people (0: nobody), a dot is empty
///     ..5      land; neighbouring characters lie one spacing apart
///
/// Places are set by distance and direction from the drawing's first character, so that distances on the
/// drawing hold on the ellipsoid to 1e-6 within 50 km: two columns and one row are sqrt(5) spacings.
class DrawnMap {
public:
    static constexpr geo::LonLat first_character{101.778, 36.617};

    DrawnMap(std::string_view drawing, Metres spacing) : spacing_(spacing), lines_(drawing_lines(drawing)) {
        for (std::size_t row = 0; row < lines_.size(); ++row) {
            for (std::size_t column = 0; column < lines_[row].size(); ++column)
                add(lines_[row][column], column, row);
        }
    }

    /// The place at a column and row; whole numbers are the middles of characters, halves lie on borders.
    [[nodiscard]] geo::LonLat at(double column, double row) const {
        const double steps = std::hypot(column, row);
        if (steps == 0.0) return first_character;
        const double azimuth = std::atan2(column, -row) / geo::radians_per_degree;
        return geo::geodesic_destination(first_character, azimuth, steps * spacing_);
    }

    [[nodiscard]] const std::vector<coverage::Facility>& facilities() const { return facilities_; }
    [[nodiscard]] coverage::Facility& facility(char letter) {
        for (coverage::Facility& facility : facilities_) {
            if (facility.id == std::string(1, letter)) return facility;
        }
        throw std::out_of_range(std::string("no facility ") + letter);
    }

    /// Demand in reading order; ids are "c<column>r<row>", counted from 0.
    [[nodiscard]] const demand::DemandPoints& demand() const { return demand_; }
    void add_demand(std::string id, geo::LonLat place, Persons people) {
        demand_.ids.push_back(std::move(id));
        demand_.names.emplace_back();
        demand_.places.push_back(place);
        demand_.weights.push_back(people);
    }

    /// Zones drawn on the same grid: each letter's characters, one spacing wide and high, make one zone with
    /// that letter for its code. Neighbours share their corners exactly.
    /// \param parents by letter; letters that are not there have none
    [[nodiscard]] demand::Zones zones(std::string_view drawing,
                                      const std::map<char, std::string>& parents = {}) const {
        std::map<char, std::vector<geo::MultiPolygon>> squares;
        const std::vector<std::string> lines = drawing_lines(drawing);
        for (std::size_t row = 0; row < lines.size(); ++row) {
            for (std::size_t column = 0; column < lines[row].size(); ++column) {
                const char letter = lines[row][column];
                if (letter != '.') squares[letter].push_back(square(column, row));
            }
        }
        demand::Zones zones;
        for (const auto& [letter, parts] : squares) {
            demand::Zone& zone = zones.emplace_back();
            zone.code = std::string(1, letter);
            zone.name = "zone " + zone.code;
            const auto parent = parents.find(letter);
            if (parent != parents.end()) zone.parent = parent->second;
            zone.shape = geo::union_of(parts);
            zone.area = geo::area(zone.shape);
        }
        return zones;
    }

private:
    void add(char character, std::size_t column, std::size_t row) {
        const geo::LonLat place = at(static_cast<double>(column), static_cast<double>(row));
        if (std::isalpha(static_cast<unsigned char>(character)) != 0) {
            coverage::Facility& facility = facilities_.emplace_back();
            facility.id = std::string(1, character);
            facility.name = "station " + facility.id;
            facility.place = place;
            facility.row = facilities_.size() + 1;
        } else if (std::isdigit(static_cast<unsigned char>(character)) != 0) {
            add_demand(fmt::format("c{}r{}", column, row), place, Persons::whole(character - '0'));
        } else if (character != '.') {
            throw std::invalid_argument(std::string("no meaning for the character ") + character);
        }
    }

    [[nodiscard]] geo::MultiPolygon square(std::size_t column, std::size_t row) const {
        const double west = static_cast<double>(column) - 0.5;
        const double north = static_cast<double>(row) - 0.5;
        const geo::LonLat south_west = at(west, north + 1.0);
        return {{geo::Polygon{{{south_west, at(west + 1.0, north + 1.0), at(west + 1.0, north),
                                at(west, north), south_west}}}}};
    }

    Metres spacing_;
    std::vector<std::string> lines_;
    std::vector<coverage::Facility> facilities_;
    demand::DemandPoints demand_;
};

}  // namespace yiquan::test
