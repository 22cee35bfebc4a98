// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

#include "core/report/siting_record.hpp"

namespace yiquan::plugin {

using SitingAnswer = report::SitingRecord;

/// What `yiquan locate --json` printed; see docs/reference.md. The first site of a curve gains what it adds
/// to the stations of today, where that is known.
/// \throws Error{internal} for anything else than a document of this schema
[[nodiscard]] SitingAnswer siting_answer(const QByteArray& document);

/// Fills in what is known of the sites that are proposed for fewer sites alone.
/// \param package a plan.gpkg; where it cannot be read, no site is known
void add_sites(SitingAnswer& answer, const QString& package);

/// The sites for a number of them, in the order in which they come; figures are known for the answer's own
/// number alone.
[[nodiscard]] std::vector<report::ProposedSite> proposals_for(const SitingAnswer& answer, std::int64_t count);

}  // namespace yiquan::plugin
