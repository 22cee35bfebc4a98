// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/session/demo.hpp"

#include <fmt/format.h>

#include <qgscoordinatereferencesystem.h>
#include <qgsfillsymbol.h>
#include <qgslayermetadata.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsmarkersymbol.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

#include "core/audit/run_file.hpp"
#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_demo();
}

namespace yiquan::plugin {
namespace {

/// The demo as the command line runs it.
audit::RunFile demo_run() {
    const std::span<const EmbeddedFile> files = embedded_demo();
    const auto file = std::find_if(files.begin(), files.end(),
                                   [](const EmbeddedFile& f) { return f.name == "audit.toml"; });
    return audit::parse_run_file(file->text, file->name);
}

void unpack(const EmbeddedFile& file, const QDir& folder) {
    const QString path = folder.filePath(text(file.name));
    if (QFile::exists(path)) return;
    QSaveFile out(path);
    const bool written = out.open(QIODevice::WriteOnly) &&
                         out.write(file.text.data(), static_cast<qint64>(file.text.size())) ==
                             static_cast<qint64>(file.text.size()) &&
                         out.commit();
    if (!written) {
        const std::string where = path.toStdString();
        throw Error{ErrorKind::output,
                    {fmt::format("The demo could not be written to {}; choose another folder.", where),
                     fmt::format("演示数据无法写入 {}，请选择其他文件夹。", where)}};
    }
}

QgsVectorLayer* add(QgsProject& project, QgsLayerTreeGroup& group, const QString& source,
                    const QString& title, const QString& provider) {
    auto layer = std::make_unique<QgsVectorLayer>(source, title, provider);
    if (!layer->isValid()) {
        throw Error{ErrorKind::input,
                    {fmt::format("QGIS cannot read {}.", source.toStdString()),
                     fmt::format("QGIS 无法读取 {}。", source.toStdString())}};
    }
    QgsVectorLayer* kept = layer.get();
    project.addMapLayer(layer.release(), false);
    group.addLayer(kept)->setExpanded(false);
    return kept;
}

/// Equal areas, and lengths true to 0.13 % all over the province.
QgsCoordinateReferenceSystem qinghai_crs() {
    return QgsCoordinateReferenceSystem::fromWkt(text(
        R"wkt(PROJCRS["Qinghai equal area 青海等积圆锥投影",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",
        ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],
        PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],
        CONVERSION["Qinghai",METHOD["Albers Equal Area",ID["EPSG",9822]],
        PARAMETER["Latitude of false origin",36,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8821]],
        PARAMETER["Longitude of false origin",96,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8822]],
        PARAMETER["Latitude of 1st standard parallel",33,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8823]],
        PARAMETER["Latitude of 2nd standard parallel",38,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8824]],
        PARAMETER["Easting at false origin",0,LENGTHUNIT["metre",1],ID["EPSG",8826]],
        PARAMETER["Northing at false origin",0,LENGTHUNIT["metre",1],ID["EPSG",8827]]],
        CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],
        AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]]])wkt"));
}

/// Quiet symbols, so that results stand out.
void style_markers(QgsVectorLayer& layer, const QString& shape, const QString& colour, const QString& size) {
    layer.setRenderer(new QgsSingleSymbolRenderer(
        QgsMarkerSymbol::createSimple({{QStringLiteral("name"), shape},
                                       {QStringLiteral("color"), colour},
                                       {QStringLiteral("outline_color"), QStringLiteral("#FFFFFF")},
                                       {QStringLiteral("outline_width"), QStringLiteral("0.3")},
                                       {QStringLiteral("size"), size}})));
}

void style_borders(QgsVectorLayer& layer) {
    layer.setRenderer(new QgsSingleSymbolRenderer(
        QgsFillSymbol::createSimple({{QStringLiteral("color"), QStringLiteral("#F4F3EE")},
                                     {QStringLiteral("outline_color"), QStringLiteral("#8C8C8C")},
                                     {QStringLiteral("outline_width"), QStringLiteral("0.25")}})));
}

/// QGIS shows it in the layer's properties and writes it with the layer's metadata.
void name_rights(QgsVectorLayer& layer, const QString& rights) {
    QgsLayerMetadata metadata = layer.metadata();
    metadata.setRights({rights});
    layer.setMetadata(metadata);
}

QString csv(const QString& path) {
    QUrl url = QUrl::fromLocalFile(path);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("encoding"), QStringLiteral("UTF-8"));
    query.addQueryItem(QStringLiteral("type"), QStringLiteral("csv"));
    query.addQueryItem(QStringLiteral("xField"), QStringLiteral("lon"));
    query.addQueryItem(QStringLiteral("yField"), QStringLiteral("lat"));
    query.addQueryItem(QStringLiteral("crs"), QStringLiteral("EPSG:4326"));
    query.addQueryItem(QStringLiteral("detectTypes"), QStringLiteral("yes"));
    url.setQuery(query);
    return QString::fromUtf8(url.toEncoded());
}

}  // namespace

QString demo_folder() {
    if (const QString chosen = qEnvironmentVariable("YIQUAN_DEMO_FOLDER"); !chosen.isEmpty()) return chosen;
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("yiquan/qinghai"));
}

void unpack_demo(const QString& folder) {
    if (!QDir().mkpath(folder)) {
        throw Error{ErrorKind::output,
                    {fmt::format("The folder {} cannot be made; choose another one.", folder.toStdString()),
                     fmt::format("无法创建文件夹 {}，请选择其他位置。", folder.toStdString())}};
    }
    const QDir dir(folder);
    for (const EmbeddedFile& file : embedded_demo()) unpack(file, dir);
}

void open_demo(Session& session, const QString& folder) {
    unpack_demo(folder);
    const QDir dir(folder);
    QgsProject& project = session.project();
    const bool empty = project.mapLayers().isEmpty();
    QgsLayerTreeGroup* group = project.layerTreeRoot()->addGroup(say("Qinghai demo", "青海演示数据"));
    QgsVectorLayer* stations =
        add(project, *group, csv(dir.filePath(QStringLiteral("service_centres.csv"))),
            say("County service centres (demo)", "县级服务中心（演示）"), QStringLiteral("delimitedtext"));
    QgsVectorLayer* people = add(project, *group, csv(dir.filePath(QStringLiteral("demand.csv"))),
                                 say("Population 2020 (modelled, demo)", "2020 年人口（模拟，演示）"),
                                 QStringLiteral("delimitedtext"));
    QgsVectorLayer* counties =
        add(project, *group, dir.filePath(QStringLiteral("counties.geojson")),
            say("Counties (demonstration quality, no approval number)", "区县界线（演示级，无审图号）"),
            QStringLiteral("ogr"));

    QgsVectorLayer* seats = add(project, *group, csv(dir.filePath(QStringLiteral("places.csv"))),
                                say("Township seats (candidates, demo)", "乡镇驻地（候选点，演示）"),
                                QStringLiteral("delimitedtext"));
    group->findLayer(seats)->setItemVisibilityChecked(false);

    style_markers(*stations, QStringLiteral("star"), QStringLiteral("#222222"), QStringLiteral("4"));
    style_markers(*people, QStringLiteral("circle"), QStringLiteral("#8C8C8C"), QStringLiteral("1.6"));
    style_markers(*seats, QStringLiteral("diamond"), QStringLiteral("#CC79A7"), QStringLiteral("1.8"));
    style_borders(*counties);
    name_rights(*counties, QStringLiteral("© OpenStreetMap contributors, ODbL 1.0; geoBoundaries"));
    name_rights(*stations, QStringLiteral("© GeoNames, SimpleMaps, WorldPop, CC BY 4.0; NOAA"));
    for (QgsVectorLayer* layer : {people, seats})
        name_rights(*layer, QStringLiteral("© GeoNames, CC BY 4.0"));
    if (empty) {
        // QGIS takes the reference system of the first layer as soon as it draws; ours comes right after it.
        project.setCrs(qinghai_crs());
        project.setEllipsoid(QStringLiteral("EPSG:7030"));
        QTimer::singleShot(0, &project, [&project] { project.setCrs(qinghai_crs()); });
    }
    session.set("facilities", stations->id());
    session.set("facilities_datum", QStringLiteral("wgs84"));
    session.set("demand", people->id());
    session.set("demand_datum", QStringLiteral("wgs84"));
    session.set("demand_weight", QStringLiteral("population"));
    session.set("zones", counties->id());
    session.set("zones_code", QStringLiteral("code"));
    session.set("zones_name", QStringLiteral("name"));
    session.set("zones_parent", QStringLiteral("prefecture"));
    session.set("zones_note", QStringLiteral("note"));
    session.set("siting_candidates", seats->id());
    session.set("notice", text(demo_run().params.notice));
    session.set("title", say("Qinghai, county service centres (demo)", "青海省县级服务中心覆盖审计（演示）"));
    session.set("standard", QStringLiteral("county-centre-15km"));
}

}  // namespace yiquan::plugin
