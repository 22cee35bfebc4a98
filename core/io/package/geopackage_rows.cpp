// SPDX-License-Identifier: MIT
#include "core/io/package/geopackage_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cerrno>

#include "core/base/error.hpp"
#include "core/io/files/system_error.hpp"

namespace yiquan::io {
namespace {

static_assert(std::endian::native == std::endian::little,
              "geometry is written in the machine's own byte order");

// Well-known binary (OGC 06-103r4): codes of the geometry types in use.
constexpr std::uint32_t wkb_point = 1;
constexpr std::uint32_t wkb_line_string = 2;
constexpr std::uint32_t wkb_polygon = 3;
constexpr std::uint32_t wkb_multi_polygon = 6;
constexpr std::int32_t wgs84_srs_id = 4326;

template <class Number>
void append(std::string& out, Number number) {
    const auto bytes = std::bit_cast<std::array<char, sizeof(Number)>>(number);
    out.append(bytes.data(), bytes.size());
}

void append_type(std::string& out, std::uint32_t type) {
    out += '\1';  // little endian
    append(out, type);
}

/// GeoPackage geometry header (OGC 12-128r17, 2.1.3), with an envelope for lines and areas.
void append_header(std::string& out, const geo::Box* envelope) {
    constexpr int little_endian = 1;
    constexpr int with_envelope = 2;
    out += "GP";
    out += '\0';  // version 1
    out += static_cast<char>(envelope != nullptr ? little_endian + with_envelope : little_endian);
    append(out, wgs84_srs_id);
    if (envelope == nullptr) return;
    for (const double border : {envelope->west, envelope->east, envelope->south, envelope->north}) {
        append(out, border);
    }
}

void append_point(std::string& out, geo::LonLat p) {
    append(out, p.lon);
    append(out, p.lat);
}

void append_line(std::string& out, const geo::LineString& line) {
    append_type(out, wkb_line_string);
    append(out, static_cast<std::uint32_t>(line.points.size()));
    for (const geo::LonLat p : line.points) append_point(out, p);
}

void append_polygons(std::string& out, const geo::MultiPolygon& polygons) {
    append_type(out, wkb_multi_polygon);
    append(out, static_cast<std::uint32_t>(polygons.parts.size()));
    for (const geo::Polygon& polygon : polygons.parts) {
        append_type(out, wkb_polygon);
        append(out, static_cast<std::uint32_t>(polygon.rings.size()));
        for (const geo::Ring& ring : polygon.rings) {
            append(out, static_cast<std::uint32_t>(ring.size()));
            for (const geo::LonLat p : ring) append_point(out, p);
        }
    }
}

}  // namespace

SqliteHandle open_for_rows(const std::string& path) {
    sqlite3* raw = nullptr;
    // Used by one thread at a time, so SQLite need not lock on every call.
    const int status =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteHandle database{raw};
    if (status != SQLITE_OK ||
        sqlite3_exec(raw, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536",
                     nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw_write_error(path, sqlite3_system_errno(raw));
    }
    return database;
}

GeoPackageRows::GeoPackageRows(sqlite3* database, std::string path, const features::LayerSchema& schema)
    : database_(database),
      path_(std::move(path)),
      table_(schema.id),
      has_geometry_(schema.geometry != features::GeometryType::none) {
    std::string names = has_geometry_ ? "geom" : "";
    std::string places = has_geometry_ ? "?1" : "";
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const std::string_view comma = names.empty() ? "" : ",";
        names += fmt::format("{}\"{}\"", comma, schema.fields[i].name);
        places += fmt::format("{}?{}", comma, i + 2);
    }
    run("BEGIN");
    sqlite3_stmt* statement = nullptr;
    const std::string sql = fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", table_, names, places);
    check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
    insert_.reset(statement);
}

GeoPackageRows::~GeoPackageRows() = default;

void GeoPackageRows::fail() const {
    const int system = sqlite3_system_errno(database_);
    if (sqlite3_errcode(database_) == SQLITE_FULL) throw_write_error(path_, ENOSPC);
    if (system != 0) throw_write_error(path_, system);
    throw Error{ErrorKind::output,
                {fmt::format("{}: cannot be written ({}).", path_, sqlite3_errmsg(database_)),
                 fmt::format("{}：无法写入（{}）。", path_, sqlite3_errmsg(database_))}};
}

void GeoPackageRows::check(int status) const {
    if (status != SQLITE_OK) fail();
}

void GeoPackageRows::run(const std::string& sql) {
    check(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr));
}

void GeoPackageRows::bind(int at, const features::Value& value) {
    sqlite3_stmt* statement = insert_.get();
    if (const auto* text = std::get_if<std::string>(&value)) {
        check(sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8));
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        check(sqlite3_bind_int64(statement, at, *integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
        check(sqlite3_bind_double(statement, at, *real));
    } else {
        check(sqlite3_bind_null(statement, at));
    }
}

void GeoPackageRows::write(std::span<const features::Value> values, const features::Geometry& geometry) {
    blob_.clear();
    if (const auto* place = std::get_if<geo::LonLat>(&geometry)) {
        append_header(blob_, nullptr);
        append_type(blob_, wkb_point);
        append_point(blob_, *place);
        extent_.include(*place);
    } else if (const auto* line = std::get_if<geo::LineString>(&geometry)) {
        const geo::Box box = geo::bounding_box(*line);
        append_header(blob_, &box);
        append_line(blob_, *line);
        extent_.include(box);
    } else if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        const geo::Box box = geo::bounding_box(*polygons);
        append_header(blob_, &box);
        append_polygons(blob_, *polygons);
        extent_.include(box);
    }
    sqlite3_stmt* statement = insert_.get();
    if (!has_geometry_) {
        // Its table has no column for one.
    } else if (blob_.empty()) {
        check(sqlite3_bind_null(statement, 1));
    } else {
        check(sqlite3_bind_blob64(statement, 1, blob_.data(), blob_.size(), SQLITE_STATIC));
    }
    for (std::size_t i = 0; i < values.size(); ++i) bind(static_cast<int>(i) + 2, values[i]);
    if (sqlite3_step(statement) != SQLITE_DONE) fail();
    check(sqlite3_reset(statement));
    ++count_;
}

void GeoPackageRows::finish() {
    if (!extent_.empty()) {
        run(fmt::format(
            "UPDATE gpkg_contents SET min_x={}, min_y={}, max_x={}, max_y={} WHERE table_name='{}'",
            extent_.west, extent_.south, extent_.east, extent_.north, table_));
    }
    run("COMMIT");
}

}  // namespace yiquan::io
