// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/audit/comparison.hpp"
#include "core/audit/ledger.hpp"
#include "plugin/ledger/ledger_table.hpp"

namespace yiquan::plugin {

/// A ledger as a tree: the total first, then the parents with their zones below, the outside last. Zones
/// without a parent stand beside the parents. Sorting moves parents among themselves and zones within their
/// parent; total and outside stay.
class LedgerModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column : int {
        zone,
        demand,
        covered,
        gap,
        share,
        change,  ///< people covered more or fewer than before; empty until `update` is given changes
        single,
        facilities,
        land,        ///< km² covered
        land_share,  ///< of the zone's land
        p90,         ///< distance that nine of ten do not exceed
        column_count,
    };
    enum class RowKind { total, parent, zone, outside };
    enum Role : int {
        number_role = Qt::UserRole,  ///< double, for sorting; the share as 0 to 1
        kind_role,                   ///< RowKind as int
        code_role,                   ///< of a zone; the name of a parent
        box_role,                    ///< geo::Box of the row; empty where it is not known
        target_role,                 ///< double; invalid without a target
    };

    explicit LedgerModel(QObject* parent = nullptr);

    /// Which zones the ledgers to come are about, in their order. Clears the figures.
    void set_zones(std::vector<LedgerZone> zones);
    /// Shows a ledger over the zones; nothing but the figures changes, but rows may be built anew.
    void show(const audit::Ledger& ledger, std::optional<double> target_share);
    /// New figures for the rows that are there: O(zones), only `dataChanged`, order and selection stay. For a
    /// ledger that changes while a station is dragged.
    /// \param changes one per zone in the order of the zones, then the outside, as `WhatIf::changes`; empty
    ///         for none
    /// \param total of the changes; nullptr for none
    void update(const audit::Ledger& ledger, std::span<const audit::ZoneChange> changes = {},
                const audit::Change* total = nullptr);
    void clear();
    [[nodiscard]] bool is_empty() const { return root_.empty(); }
    [[nodiscard]] const audit::Ledger& ledger() const { return ledger_; }

    /// Rows as tab-separated text with headings: every zone below its parent, as sorted now.
    /// \param columns to be written, in their order
    [[nodiscard]] QString tsv(std::span<const int> columns) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    static constexpr std::uint32_t none = 0xffffffffU;

    struct Node {
        RowKind kind = RowKind::zone;
        std::uint32_t number = 0;     // of the zone, or of the parent in the ledger
        std::uint32_t parent = none;  // node
        std::uint32_t row = 0;        // below its parent
        std::vector<std::uint32_t> children;
        geo::Box box;
    };

    struct Shown {
        const char* key;      // of the ledger's table; nullptr for what only the dock shows
        const char* heading;  // English
        const char* tip;
    };
    [[nodiscard]] static const Shown& shown(int column);

    void build();
    void number_rows();
    [[nodiscard]] const Node& node(const QModelIndex& index) const;
    [[nodiscard]] const audit::Figures& figures(const Node& node) const;
    [[nodiscard]] const audit::Change* change_of(const Node& node) const;
    [[nodiscard]] QString title(const Node& node) const;
    /// For sorting; none where the row has no such figure.
    [[nodiscard]] std::optional<double> number(const Node& node, int column) const;
    [[nodiscard]] QString cell(const Node& node, int column) const;
    [[nodiscard]] QString tip(const Node& node, int column) const;
    [[nodiscard]] bool before(const Node& a, const Node& b) const;
    void sort_children(std::vector<std::uint32_t>& children) const;

    std::vector<LedgerZone> zones_;
    audit::Ledger ledger_;
    std::optional<double> target_;
    std::vector<audit::Change> changes_;         // per zone, then outside; empty for none
    std::vector<audit::Change> parent_changes_;  // per parent of the ledger
    std::optional<audit::Change> total_change_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> root_;  // nodes at the top
    int sort_column_ = -1;             // -1: the ledger's own order
    Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace yiquan::plugin

Q_DECLARE_METATYPE(yiquan::geo::Box)
