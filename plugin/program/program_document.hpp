// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

#include "core/base/error.hpp"
#include "core/geo/lonlat.hpp"

namespace yiquan::plugin {

/// A number of a document of the program; none for null and for anything else.
[[nodiscard]] std::optional<double> number_in(const QJsonObject& json, const char* key);
[[nodiscard]] QString text_in(const QJsonObject& json, const char* key);
/// A count, 0 where there is none.
[[nodiscard]] int count_in(const QJsonObject& json, const char* key);
/// From "lon" and "lat".
[[nodiscard]] std::optional<geo::LonLat> place_in(const QJsonObject& json);

/// A document that the program printed.
/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] QJsonObject document_of(const QByteArray& text, const char* schema);

}  // namespace yiquan::plugin
