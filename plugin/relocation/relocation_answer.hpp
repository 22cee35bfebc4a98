// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/report/relocation_record.hpp"

namespace yiquan::plugin {

using RelocationAnswer = report::RelocationRecord;

/// What `yiquan relocate --json` printed; see docs/reference.md.
/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] RelocationAnswer relocation_answer(const QByteArray& document);

/// Fills in where those live who could not be placed.
/// \param package a relocation.gpkg; where it cannot be read, no place is known
void add_places(RelocationAnswer& answer, const QString& package);

}  // namespace yiquan::plugin
