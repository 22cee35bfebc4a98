// SPDX-License-Identifier: MIT
#include "core/io/tables/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/gdal/gdal_drivers.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"
#include "core/io/tables/csv_source.hpp"
#include "core/io/tables/layer_source.hpp"

namespace yiquan::io {
namespace {

constexpr std::array<std::string_view, 4> text_extensions{".csv", ".tsv", ".txt", ".psv"};
/// Drivers that show empty layers too, cheaply told from those with rows.
constexpr std::array<std::string_view, 5> peeked_drivers{"XLSX", "ODS", "XLS", "LIBKML", "GPX"};
/// Tables that QGIS and GDAL keep inside a data set for themselves.
constexpr std::array<std::string_view, 3> housekeeping{"layer_styles", "qgis_projects", "data_licenses"};
/// Drivers that read a whole folder; a folder of CSV files is not a table.
constexpr std::array folder_drivers{"ESRI Shapefile", "OpenFileGDB", "MapInfo File", "AVCBin"};

[[noreturn]] void refuse(ErrorKind kind, const SourcePath& source, const std::string& en,
                         const std::string& zh) {
    throw Error{kind, {source.shown() + ": " + en, source.shown() + "：" + zh}};
}

template <class List>
bool contains(const List& list, std::string_view text) {
    return std::ranges::find(list, text) != list.end();
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

bool is_text_table(const SourcePath& source) {
    const std::string extension = source.extension();
    if (extension != ".gz") return contains(text_extensions, extension);
    return source.path.starts_with("/vsigzip/") &&
           contains(text_extensions, std::filesystem::path{source.path}.stem().extension().string());
}

/// GDAL takes a DBF file that states no encoding, or only "ANSI", for Latin-1. In China it is GBK, so such
/// text is asked for as it stands and `to_utf8` finds out.
bool leaves_encoding_open(const SourcePath& source) {
    constexpr long language_byte = 29;
    constexpr unsigned char windows_ansi = 0x57;
    if (source.extension() != ".shp" && source.extension() != ".dbf") return false;
    std::filesystem::path companion{source.path};
    for (const char* extension : {".cpg", ".CPG"}) {
        VSIStatBufL found{};
        if (VSIStatL(companion.replace_extension(extension).c_str(), &found) == 0) return false;
    }
    for (const char* extension : {".dbf", ".DBF"}) {
        const FileHandle file{VSIFOpenL(companion.replace_extension(extension).c_str(), "rb")};
        unsigned char language = 0;
        if (file && VSIFSeekL(file.get(), language_byte, SEEK_SET) == 0 &&
            VSIFReadL(&language, 1, 1, file.get()) == 1) {
            return language == 0 || language == windows_ansi;
        }
    }
    return false;
}

/// PostgreSQL's own message may repeat the connection with its password.
std::string safe_reason(const SourcePath& source) {
    std::string reason = gdal_reason();
    for (std::size_t at = reason.find(source.path); at != std::string::npos;
         at = reason.find(source.path, at + 1)) {
        reason.replace(at, source.path.size(), source.shown());
    }
    return reason;
}

CPLStringList drivers_for_folders() {
    CPLStringList names;
    for (const char* name : folder_drivers) names.AddString(name);
    return names;
}

DatasetHandle open_dataset(const SourcePath& source) {
    CPLErrorReset();
    std::vector<const char*> options;
    if (leaves_encoding_open(source)) options.push_back("ENCODING=");
    options.push_back(nullptr);
    const bool folder = !source.database() && is_folder(source.path);
    const CPLStringList allowed = folder ? drivers_for_folders() : offline_drivers();
    DatasetHandle dataset{GDALDataset::Open(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR,
                                            allowed.List(), options.data())};
    if (dataset && dataset->GetLayerCount() > 0) return dataset;
    if (source.database()) {
        refuse(ErrorKind::input, source, "cannot be opened" + safe_reason(source) + "; check the connection.",
               "无法打开" + safe_reason(source) + "；请检查连接参数。");
    }
    if (folder) {
        refuse(ErrorKind::input, source, "is a folder, not a data set; name a file in it.",
               "是文件夹而不是数据集；请指定其中的文件。");
    }
    refuse(ErrorKind::input, source,
           "is not a table that can be read" + gdal_reason() +
               "; give CSV, XLSX, GeoJSON, GeoPackage or shapefile.",
           "不是可以读取的表格" + gdal_reason() + "；请给出 CSV、XLSX、GeoJSON、GeoPackage 或 Shapefile。");
}

std::string joined(const std::vector<std::string_view>& names) {
    constexpr std::size_t most_listed = 20;
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < most_listed; ++i) {
        if (i > 0) list += ", ";
        list += names[i];
    }
    if (names.size() > most_listed) list += ", …";
    return list;
}

bool has_rows(OGRLayer& layer) {
    layer.ResetReading();
    const bool found = FeatureHandle{layer.GetNextFeature()} != nullptr;
    layer.ResetReading();
    return found;
}

/// The only layer that can be meant where none is named; null where there are several.
OGRLayer* only_layer(GDALDataset& dataset) {
    const std::string_view driver = dataset.GetDriverName();
    std::vector<OGRLayer*> layers;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (!contains(housekeeping, layer->GetName())) layers.push_back(layer);
    }
    if (layers.size() > 1 && contains(peeked_drivers, driver)) {
        const auto empty =
            std::partition(layers.begin(), layers.end(), [](OGRLayer* layer) { return has_rows(*layer); });
        if (empty != layers.begin()) layers.erase(empty, layers.end());
    }
    return layers.size() == 1 ? layers.front() : nullptr;
}

OGRLayer& pick_layer(GDALDataset& dataset, const SourcePath& source) {
    std::vector<std::string_view> names;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (!contains(housekeeping, layer->GetName())) names.emplace_back(layer->GetName());
    }
    if (!source.layer.empty()) {
        if (OGRLayer* named = dataset.GetLayerByName(source.layer.c_str())) return *named;
        const Message near = suggestion(source.layer, names);
        refuse(ErrorKind::usage, source,
               fmt::format("has no layer \"{}\"; it has: {}.{}", source.layer, joined(names), near.en),
               fmt::format("没有名为“{}”的图层；现有图层：{}。{}", source.layer, joined(names), near.zh));
    }
    if (OGRLayer* only = only_layer(dataset)) return *only;
    if (names.empty()) refuse(ErrorKind::input, source, "holds no layer.", "不含任何图层。");
    refuse(ErrorKind::usage, source,
           fmt::format("has {} layers; name one as \"{}|layername=NAME\": {}.", names.size(), source.shown(),
                       joined(names)),
           fmt::format("含有 {} 个图层；请写成“{}|layername=图层名”指定其一：{}。", names.size(),
                       source.shown(), joined(names)));
}

}  // namespace

std::unique_ptr<features::FeatureSource> open_table(const std::string& path, const TableOptions& options) {
    SourcePath source = parse_source_path(path);
    if (source.layer.empty()) source.layer = options.layer;
    const GdalScope gdal;
    check_readable(source);
    if (is_text_table(source) && !is_folder(source.path)) {
        return std::make_unique<CsvSource>(source);
    }
    DatasetHandle dataset = open_dataset(source);
    OGRLayer& layer = pick_layer(*dataset, source);
    const bool several = dataset->GetLayerCount() > 1;
    std::string name = source.short_name();
    if (several) name += fmt::format(" ({})", layer.GetName());
    if (layer.GetLayerDefn()->GetFieldCount() == 0 && layer.GetGeomType() == wkbNone) {
        refuse(ErrorKind::input, source,
               "has no heading and no rows; give a table whose first row names the columns.",
               "没有表头也没有数据；请给出第一行为列名的表格。");
    }
    return std::make_unique<LayerSource>(std::move(dataset), layer, source.shown(), std::move(name));
}

}  // namespace yiquan::io
