// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/audit/ledger.hpp"
#include "core/audit/stored_ledger.hpp"
#include "core/geo/lonlat.hpp"
#include "core/io/audit/job.hpp"

namespace yiquan::plugin {

/// What the ledger shows of a zone beside its figures.
struct LedgerZone {
    QString code;
    QString name;
    QString parent;  ///< empty where there is none
    geo::Box box;    ///< empty where the shape is not at hand
};

/// A ledger with the names of its zones, in the order of the ledger.
struct LedgerTable {
    std::vector<LedgerZone> zones;
    audit::Ledger ledger;
    std::optional<double> target_share;
    std::vector<audit::StationShare> station_shares;
    QString notice;  ///< on the borders
};

/// The zones of a run, as the ledger shows them.
[[nodiscard]] std::vector<LedgerZone> ledger_zones(const demand::Zones& zones);
/// The ledger of a run's own standard.
[[nodiscard]] LedgerTable ledger_table(const io::AuditOutcome& outcome);

/// The ledger of an earlier run.
[[nodiscard]] LedgerTable ledger_table(const audit::StoredLedger& stored);

/// "5,923,957 = 4,102,210 covered + 1,821,747 in gaps" with a check mark where the ledger balances; else what
/// is wrong. Shown with the fewest decimals with which the rounded numbers add up.
[[nodiscard]] QString balance_text(const audit::Ledger& ledger);

}  // namespace yiquan::plugin
