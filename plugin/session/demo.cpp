// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/session/demo.hpp"

#include <fmt/format.h>

#include <qgscoordinatereferencesystem.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_demo();
}

namespace yiquan::plugin {
namespace {

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
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("yiquan/qinghai"));
}

void open_demo(Session& session, const QString& folder) {
    if (!QDir().mkpath(folder)) {
        throw Error{ErrorKind::output,
                    {fmt::format("The folder {} cannot be made; choose another one.", folder.toStdString()),
                     fmt::format("无法创建文件夹 {}，请选择其他位置。", folder.toStdString())}};
    }
    const QDir dir(folder);
    for (const EmbeddedFile& file : embedded_demo()) unpack(file, dir);

    QgsProject& project = session.project();
    const bool empty = project.mapLayers().isEmpty();
    if (empty) {
        // Equal areas, true to 0.13 % in length all over the province.
        project.setCrs(QgsCoordinateReferenceSystem::fromProj(QStringLiteral(
            "+proj=aea +lat_0=36 +lon_0=96 +lat_1=33 +lat_2=38 +datum=WGS84 +units=m +no_defs")));
        project.setEllipsoid(QStringLiteral("EPSG:7030"));
    }
    QgsLayerTreeGroup* group = project.layerTreeRoot()->addGroup(say("Qinghai demo", "青海演示数据"));
    const QgsVectorLayer* stations =
        add(project, *group, csv(dir.filePath(QStringLiteral("service_centres.csv"))),
            say("County service centres (demo)", "县级服务中心（演示）"), QStringLiteral("delimitedtext"));
    const QgsVectorLayer* people = add(project, *group, csv(dir.filePath(QStringLiteral("demand.csv"))),
                                       say("Population 2020 (modelled, demo)", "2020 年人口（模拟，演示）"),
                                       QStringLiteral("delimitedtext"));
    const QgsVectorLayer* counties =
        add(project, *group, dir.filePath(QStringLiteral("counties.geojson")),
            say("Counties (demonstration quality)", "区县界线（演示级，无审图号）"), QStringLiteral("ogr"));

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
    session.set("notice",
                QStringLiteral(
                    "界线为演示级，无审图号，不得公开使用。 Borders are of demonstration quality, without an "
                    "approval number, not for publication."));
    session.set("title", say("Qinghai, county service centres (demo)", "青海省县级服务中心覆盖审计（演示）"));
    session.set("standard", QStringLiteral("county-centre-15km"));
}

}  // namespace yiquan::plugin
