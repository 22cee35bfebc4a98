// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgscoordinatereferencesystem.h>
#include <qgsgeometry.h>
#include <qgsrectangle.h>

#include <QSizeF>

#include <optional>
#include <span>
#include <string>

#include "core/base/message.hpp"
#include "core/geo/crs.hpp"
#include "core/geo/polygon.hpp"

namespace yiquan::plugin {

/// A projection for paper, and its name in words.
struct PaperProjection {
    QgsCoordinateReferenceSystem crs;
    std::string definition;  ///< as PROJ reads it
    Message words;
};

/// Equal-area conic with parallels a sixth from south and north: areas compare, lengths err by tenths of a
/// per cent over a province.
[[nodiscard]] PaperProjection equal_area_projection(const geo::Box& extent);
/// What suits the extent of a page: the conformal zone of the national grid where it is at most three degrees
/// wide, else `wide`.
[[nodiscard]] PaperProjection projection_for(const geo::Box& extent, const PaperProjection& wide);

/// Polygons in a projection, metres; without their holes, which no frame on paper minds.
[[nodiscard]] QgsGeometry projected(const geo::Projection& projection, const geo::MultiPolygon& polygons);

/// What a map shows and how large.
struct MapWindow {
    QgsRectangle extent;  ///< with the proportions of the paper
    double scale = 1.0;   ///< 1 : scale, two digits and zeros
};

/// Up to the next number of two digits and zeros.
[[nodiscard]] double round_up_scale(double scale);

/// The window that shows a box on a paper with a margin, at a scale of two digits.
/// \param paper  mm
/// \param margin of its width and height, on each side
[[nodiscard]] MapWindow window_on(const QgsRectangle& box, QSizeF paper, double margin);

/// The window of the same scale and size that has the box at one edge or corner.
/// \param east, north -1, 0 or 1: where the box goes, 0 leaving it in the middle
[[nodiscard]] MapWindow box_at_edge(const MapWindow& window, const QgsRectangle& box, QSizeF paper,
                                    double margin, int east, int north);

/// A zone on a map, in metres.
struct ZoneOnMap {
    QgsRectangle box;
    double side = 0.0;  ///< of a square of its area
};

/// A second, larger map over a group of neighbouring zones too small to read.
struct Inset {
    MapWindow window;
    std::size_t gained = 0;  ///< zones that become readable
};

/// Where a second map helps most.
///
/// \param scale    of the first map
/// \param paper    of the second, mm
/// \param readable least side of a zone that can be read, mm
/// \return nothing where no zone becomes readable, or where the second map would hardly be larger
[[nodiscard]] std::optional<Inset> find_inset(std::span<const ZoneOnMap> zones, double scale, QSizeF paper,
                                              double readable);

}  // namespace yiquan::plugin
