// SPDX-License-Identifier: MIT
#include "core/io/package/geopackage.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "core/io/files/system_error.hpp"
#include "core/io/gdal/gdal_drivers.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"
#include "core/io/gdal/gdal_settings.hpp"
#include "core/io/package/background_sink.hpp"
#include "core/io/package/geopackage_rows.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

constexpr const char* geometry_column = "geom";

OGRFieldType ogr_type(features::FieldType type) {
    switch (type) {
        case features::FieldType::text:
            return OFTString;
        case features::FieldType::integer:
            return OFTInteger64;
        case features::FieldType::real:
            return OFTReal;
    }
    return OFTString;
}

OGRwkbGeometryType ogr_type(features::GeometryType type) {
    switch (type) {
        case features::GeometryType::none:
            return wkbNone;
        case features::GeometryType::point:
            return wkbPoint;
        case features::GeometryType::lines:
            return wkbLineString;
        case features::GeometryType::polygons:
            return wkbMultiPolygon;
    }
    return wkbNone;
}

/// Options in GDAL's form, kept alive while a call uses them.
class Options {
public:
    void set(const std::string& key, const std::string& value) {
        list_.SetNameValue(key.c_str(), value.c_str());
    }
    [[nodiscard]] char** get() { return list_.List(); }

private:
    CPLStringList list_;
};

/// What an SQL statement answered; goes back to its data set.
struct ReleaseResult {
    GDALDataset* dataset;
    void operator()(OGRLayer* result) const { dataset->ReleaseResultSet(result); }
};
using ResultHandle = std::unique_ptr<OGRLayer, ReleaseResult>;

[[noreturn]] void fail(const std::string& path) {
    constexpr std::uintmax_t next_to_nothing = std::uintmax_t{1} << 20;
    std::error_code failure;
    const fs::space_info space = fs::space(fs::path{path}.parent_path(), failure);
    if (!failure && space.available < next_to_nothing) throw_write_error(path, ENOSPC);
    throw Error{
        ErrorKind::output,
        {fmt::format("{}: cannot be written; the disk may be full or the file in use by another program{}.",
                     path, gdal_reason()),
         fmt::format("{}：无法写入，磁盘可能已满，或文件正被其他程序占用{}。", path, gdal_reason())}};
}

/// A layer whose rows are points or polygons, as its input has them, has a style for each.
std::string style_of(const features::LayerSchema& schema) {
    std::string style{schema.id};
    const std::string of_polygons = style + "_polygons";
    const auto has_name = [&](const EmbeddedFile& file) { return file.name == of_polygons + ".qml"; };
    const std::span<const EmbeddedFile> styles = embedded_styles();
    const bool polygons = schema.geometry == features::GeometryType::polygons;
    return polygons && std::any_of(styles.begin(), styles.end(), has_name) ? of_polygons : style;
}

}  // namespace

struct GeoPackage::State {
    std::string path;
    std::string notice;
    DatasetHandle dataset;
    SqliteHandle rows;
    OGRSpatialReference wgs84;
    std::unique_ptr<GeoPackageRows> layer;
    std::unique_ptr<BackgroundSink> background;                     // before points reach `layer`
    std::string layer_id;                                           ///< of the last layer
    std::map<std::string, std::string, std::less<>> styled_layers;  ///< by the name of their style
};

GeoPackage::GeoPackage(std::string path, std::string notice) : state_(std::make_unique<State>()) {
    const GdalScope gdal;
    state_->path = std::move(path);
    state_->notice = std::move(notice);
    if (state_->wgs84.SetWellKnownGeogCS("WGS84") != OGRERR_NONE) fail(state_->path);
    state_->wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    GDALDriver* driver = driver_named("GPKG");
    Options options;
    options.set("ADD_GPKG_OGR_CONTENTS", "NO");
    if (driver != nullptr) {
        state_->dataset.reset(driver->Create(state_->path.c_str(), 0, 0, 0, GDT_Unknown, options.get()));
    }
    if (!state_->dataset) fail(state_->path);
    state_->rows = open_for_rows(state_->path);
}

GeoPackage::~GeoPackage() {
    const GdalScope gdal;  // a data set may still be open, and says when it was
    state_.reset();
}

features::FeatureSink& GeoPackage::create_layer(const features::LayerSchema& schema) {
    const GdalScope gdal;
    finish_layer();
    const std::string id{schema.id};
    Options options;
    options.set("GEOMETRY_NAME", geometry_column);
    options.set("SPATIAL_INDEX", "NO");  // made when the layer is complete
    options.set("IDENTIFIER", fmt::format("{} {}", schema.title_zh, schema.title_en));
    if (!state_->notice.empty()) options.set("DESCRIPTION", state_->notice);
    OGRLayer* layer =
        state_->dataset->CreateLayer(id.c_str(), &state_->wgs84, ogr_type(schema.geometry), options.get());
    if (layer == nullptr) fail(state_->path);
    for (const features::LayerField& field : schema.fields) {
        OGRFieldDefn definition(std::string{field.name}.c_str(), ogr_type(field.type));
        definition.SetAlternativeName(std::string{field.alias_zh}.c_str());
        if (layer->CreateField(&definition) != OGRERR_NONE) fail(state_->path);
    }
    if (layer->SyncToDisk() != OGRERR_NONE) fail(state_->path);  // now the table is there
    state_->layer_id = id;
    state_->styled_layers.emplace(style_of(schema), id);
    state_->layer = std::make_unique<GeoPackageRows>(state_->rows.get(), state_->path, schema);
    if (schema.geometry != features::GeometryType::point) return *state_->layer;
    state_->background = std::make_unique<BackgroundSink>(*state_->layer);
    return *state_->background;
}

void GeoPackage::finish_layer() {
    if (!state_->layer) return;
    if (state_->background) state_->background->finish();
    state_->background.reset();
    state_->layer->finish();
    // Filling the R-tree costs more than writing the rows; millions of points are drawn at once anyhow.
    constexpr std::uint64_t most_indexed = 250'000;
    if (state_->layer->has_geometry() && state_->layer->count() <= most_indexed) {
        const std::string sql =
            fmt::format("SELECT CreateSpatialIndex('{}', '{}')", state_->layer_id, geometry_column);
        GDALDataset* dataset = state_->dataset.get();
        const ResultHandle result{dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr), {dataset}};
        const FeatureHandle answer{result ? result->GetNextFeature() : nullptr};
        if (!answer || answer->GetFieldAsInteger(0) != 1) fail(state_->path);
    }
    state_->layer.reset();
}

/// The table in which QGIS keeps styles inside a GeoPackage.
void GeoPackage::write_styles() {
    Options options;
    options.set("FID", "id");
    OGRLayer* table = state_->dataset->CreateLayer("layer_styles", nullptr, wkbNone, options.get());
    if (table == nullptr) fail(state_->path);
    for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column",
                             "styleName", "styleQML", "styleSLD"}) {
        OGRFieldDefn field(name, OFTString);
        if (table->CreateField(&field) != OGRERR_NONE) fail(state_->path);
    }
    OGRFieldDefn use_as_default("useAsDefault", OFTInteger);
    use_as_default.SetSubType(OFSTBoolean);
    OGRFieldDefn updated("update_time", OFTDateTime);
    if (table->CreateField(&use_as_default) != OGRERR_NONE) fail(state_->path);
    for (const char* name : {"description", "owner", "ui"}) {
        OGRFieldDefn field(name, OFTString);
        if (table->CreateField(&field) != OGRERR_NONE) fail(state_->path);
    }
    if (table->CreateField(&updated) != OGRERR_NONE) fail(state_->path);

    for (const EmbeddedFile& style : embedded_styles()) {
        const std::string id{style.name.substr(0, style.name.rfind('.'))};
        const auto layer = state_->styled_layers.find(id);
        if (layer == state_->styled_layers.end()) continue;
        const FeatureHandle row{OGRFeature::CreateFeature(table->GetLayerDefn())};
        row->SetField("f_table_catalog", "");
        row->SetField("f_table_schema", "");
        row->SetField("f_table_name", layer->second.c_str());
        row->SetField("f_geometry_column", geometry_column);
        row->SetField("styleName", id.c_str());
        row->SetField("styleQML", std::string{style.text}.c_str());
        row->SetField("styleSLD", "");
        row->SetField("useAsDefault", 1);
        row->SetField("description", "Yiquan 驿圈");
        row->SetField("owner", "");
        row->SetField("update_time", 1970, 1, 1);
        if (table->CreateFeature(row.get()) != OGRERR_NONE) fail(state_->path);
    }
}

/// By the standard's own extension for metadata (OGC 12-128r18, clause F.8), with its fixed table
/// definitions.
void GeoPackage::attach(std::string_view standard, std::string_view mime_type, std::string_view document) {
    const GdalScope gdal;
    finish_layer();
    constexpr const char* tables = R"(
        CREATE TABLE gpkg_metadata (
            id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
            md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
            metadata TEXT NOT NULL DEFAULT '');
        CREATE TABLE gpkg_metadata_reference (
            reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
            timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
            CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
            CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
        CREATE TABLE IF NOT EXISTS gpkg_extensions (
            table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
            scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        INSERT INTO gpkg_extensions VALUES
            ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata',
             'read-write'),
            ('gpkg_metadata_reference', NULL, 'gpkg_metadata',
             'http://www.geopackage.org/spec121/#extension_metadata', 'read-write');)";
    sqlite3* database = state_->rows.get();
    bool good = sqlite3_exec(database, tables, nullptr, nullptr, nullptr) == SQLITE_OK;
    constexpr const char* insert = "INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?1, ?2, ?3)";
    sqlite3_stmt* prepared = nullptr;
    good = good && sqlite3_prepare_v2(database, insert, -1, &prepared, nullptr) == SQLITE_OK;
    const StatementHandle statement{prepared};
    const auto bind = [&](int at, std::string_view text) {
        good = good && sqlite3_bind_text64(statement.get(), at, text.data(), text.size(), SQLITE_STATIC,
                                           SQLITE_UTF8) == SQLITE_OK;
    };
    bind(1, standard);
    bind(2, mime_type);
    bind(3, document);
    good = good && sqlite3_step(statement.get()) == SQLITE_DONE;
    const std::string reference = fmt::format(
        "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, '{}', 1, NULL)",
        no_time);
    good = good && sqlite3_exec(database, reference.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!good) fail(state_->path);
}

void GeoPackage::close() {
    const GdalScope gdal;
    finish_layer();
    state_->rows.reset();
    write_styles();
    state_->dataset->FlushCache();
    state_->dataset.reset();
    if (CPLGetLastErrorType() == CE_Failure) fail(state_->path);
}

}  // namespace yiquan::io
