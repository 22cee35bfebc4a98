// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/program_document.hpp"

#include <QJsonDocument>

namespace yiquan::plugin {

std::optional<double> number_in(const QJsonObject& json, const char* key) {
    const QJsonValue value = json.value(QLatin1String(key));
    return value.isDouble() ? std::optional{value.toDouble()} : std::nullopt;
}

QString text_in(const QJsonObject& json, const char* key) {
    return json.value(QLatin1String(key)).toString();
}

int count_in(const QJsonObject& json, const char* key) {
    return static_cast<int>(number_in(json, key).value_or(0.0));
}

std::optional<geo::LonLat> place_in(const QJsonObject& json) {
    const auto lon = number_in(json, "lon");
    const auto lat = number_in(json, "lat");
    if (!lon || !lat) return std::nullopt;
    return geo::LonLat{*lon, *lat};
}

QJsonObject document_of(const QByteArray& text, const char* schema) {
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (text_in(json, "schema") != QLatin1String(schema)) {
        throw Error{ErrorKind::internal,
                    {"The program yiquan printed no answer that this plugin understands; install the same "
                     "version of both.",
                     "程序 yiquan 的输出无法识别；请为程序和插件安装相同的版本。"}};
    }
    return json;
}

}  // namespace yiquan::plugin
