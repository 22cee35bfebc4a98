// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/coverage/ledger_model.hpp"

#include <QFont>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "core/audit/ledger_columns.hpp"
#include "plugin/language.hpp"
#include "plugin/ledger/figure_text.hpp"

namespace yiquan::plugin {
namespace {

constexpr int right = Qt::AlignRight | Qt::AlignVCenter;
constexpr int left = Qt::AlignLeft | Qt::AlignVCenter;

QString signed_text(Persons people) {
    const QString text = people_text(people);
    return people > Persons{} ? QStringLiteral("+%1").arg(text) : text;
}

QString dash() {
    return QStringLiteral("–");
}

QString figure_text(audit::FigureKind kind, double value) {
    switch (kind) {
        case audit::FigureKind::people:
        case audit::FigureKind::area:
            return people_text(Persons::nearest(value));
        case audit::FigureKind::count:
            return QString::number(value, 'f', 0);
        case audit::FigureKind::cost:
            return QString::fromStdString(to_text(Metres{value}));
        case audit::FigureKind::share:
            return share_text(value);
        case audit::FigureKind::ratio:
            return QString::number(value, 'f', 2);
        case audit::FigureKind::flag:
            return value > 0.0 ? QStringLiteral("✓") : QString{};
    }
    return {};
}

}  // namespace

LedgerModel::LedgerModel(QObject* parent) : QAbstractItemModel(parent) {}

const LedgerModel::Shown& LedgerModel::shown(int column) {
    // In the order of Column.
    static constexpr std::array<Shown, column_count> columns{{
        {nullptr, QT_TR_NOOP("Zone"), nullptr},
        {"demand", QT_TR_NOOP("Demand"), QT_TR_NOOP("People in the zone.")},
        {"covered", QT_TR_NOOP("Covered"), QT_TR_NOOP("People served by at least one station.")},
        {"gap", QT_TR_NOOP("Gap"), QT_TR_NOOP("People served by no station.")},
        {"covered_share", QT_TR_NOOP("Share"),
         QT_TR_NOOP("Share of the people covered; the mark is the target.")},
        {nullptr, QT_TR_NOOP("Change"), QT_TR_NOOP("How many more or fewer people are covered than before.")},
        {"single", QT_TR_NOOP("One only"), QT_TR_NOOP("People served by only one station.")},
        {"facilities", QT_TR_NOOP("Stations"), QT_TR_NOOP("Stations that stand in the zone and take part.")},
        {"covered_area_km2", QT_TR_NOOP("Land, km²"), QT_TR_NOOP("Land within reach of a station.")},
        {nullptr, QT_TR_NOOP("Land, %"), QT_TR_NOOP("Share of the zone's land within reach of a station.")},
        {"nearest_p90", QT_TR_NOOP("90 % within"),
         QT_TR_NOOP("Nine in ten people live within this distance of their nearest station.")},
    }};
    return columns[static_cast<std::size_t>(column)];
}

void LedgerModel::set_zones(std::vector<LedgerZone> zones) {
    beginResetModel();
    zones_ = std::move(zones);
    ledger_ = {};
    changes_.clear();
    parent_changes_.clear();
    total_change_.reset();
    nodes_.clear();
    root_.clear();
    endResetModel();
}

void LedgerModel::clear() {
    set_zones({});
}

void LedgerModel::show(const audit::Ledger& ledger, std::optional<double> target_share) {
    beginResetModel();
    ledger_ = ledger;
    target_ = target_share;
    changes_.clear();
    parent_changes_.clear();
    total_change_.reset();
    build();
    number_rows();
    endResetModel();
}

void LedgerModel::update(const audit::Ledger& ledger, std::span<const audit::ZoneChange> changes,
                         const audit::Change* total) {
    if (ledger.zones.size() != ledger_.zones.size() || ledger.parents.size() != ledger_.parents.size()) {
        show(ledger, target_);
    }
    ledger_ = ledger;
    changes_.clear();
    parent_changes_.assign(changes.empty() ? 0 : ledger_.parents.size(), {});
    std::map<std::string_view, std::size_t> parent_by_name;
    for (std::size_t i = 0; i < parent_changes_.size(); ++i)
        parent_by_name.emplace(ledger_.parents[i].name, i);
    for (const audit::ZoneChange& of_zone : changes) {
        changes_.push_back(of_zone.change);
        if (const auto found = parent_by_name.find(of_zone.parent); found != parent_by_name.end()) {
            parent_changes_[found->second] += of_zone.change;
        }
    }
    total_change_ = total == nullptr ? std::nullopt : std::optional{*total};

    const auto tell = [this](const std::vector<std::uint32_t>& rows) {
        if (rows.empty()) return;
        emit dataChanged(createIndex(0, demand, rows.front()),
                         createIndex(static_cast<int>(rows.size()) - 1, column_count - 1, rows.back()));
    };
    tell(root_);
    for (const std::uint32_t top : root_) tell(nodes_[top].children);
}

void LedgerModel::build() {
    nodes_.clear();
    root_.clear();
    const auto add = [this](Node node) {
        const auto number = static_cast<std::uint32_t>(nodes_.size());
        if (node.parent == none) {
            root_.push_back(number);
        } else {
            nodes_[node.parent].children.push_back(number);
        }
        nodes_.push_back(std::move(node));
        return number;
    };
    const std::uint32_t all = add({.kind = RowKind::total, .children = {}, .box = {}});
    std::map<QString, std::uint32_t> parents;
    for (std::uint32_t i = 0; i < ledger_.parents.size(); ++i) {
        parents.emplace(QString::fromStdString(ledger_.parents[i].name),
                        add({.kind = RowKind::parent, .number = i, .children = {}, .box = {}}));
    }
    const std::size_t count = std::min(zones_.size(), ledger_.zones.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto parent = parents.find(zones_[i].parent);
        const std::uint32_t above = parent == parents.end() ? none : parent->second;
        add({.kind = RowKind::zone, .number = i, .parent = above, .children = {}, .box = zones_[i].box});
        if (above != none) nodes_[above].box.include(zones_[i].box);
        nodes_[all].box.include(zones_[i].box);
    }
    const audit::Figures& outside = ledger_.outside;
    if (outside.demand != Persons{} || outside.facilities > 0) {
        add({.kind = RowKind::outside, .children = {}, .box = {}});
    }
}

bool LedgerModel::before(const Node& a, const Node& b) const {
    const auto place = [](RowKind kind) {
        return kind == RowKind::total ? 0 : kind == RowKind::outside ? 2 : 1;
    };
    if (place(a.kind) != place(b.kind)) return place(a.kind) < place(b.kind);
    if (sort_column_ < 0) return false;
    const bool falling = sort_order_ == Qt::DescendingOrder;
    if (sort_column_ == zone) {
        const int order = QString::localeAwareCompare(title(a), title(b));
        return falling ? order > 0 : order < 0;
    }
    const std::optional<double> one = number(a, sort_column_);
    const std::optional<double> other = number(b, sort_column_);
    if (!one || !other) return one.has_value() && !other.has_value();  // rows without a figure come last
    return falling ? *one > *other : *one < *other;
}

void LedgerModel::sort_children(std::vector<std::uint32_t>& children) const {
    std::sort(children.begin(), children.end());  // ties stay in the ledger's order
    std::stable_sort(children.begin(), children.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return before(nodes_[a], nodes_[b]); });
}

void LedgerModel::number_rows() {
    const auto number = [this](std::vector<std::uint32_t>& children) {
        sort_children(children);
        for (std::uint32_t row = 0; row < children.size(); ++row) nodes_[children[row]].row = row;
    };
    number(root_);
    for (const std::uint32_t top : root_) number(nodes_[top].children);
}

void LedgerModel::sort(int column, Qt::SortOrder order) {
    sort_column_ = column;
    sort_order_ = order;
    if (root_.empty()) return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    number_rows();
    QModelIndexList moved;
    for (const QModelIndex& old : held) {
        const auto id = static_cast<std::uint32_t>(old.internalId());
        moved.push_back(createIndex(static_cast<int>(nodes_[id].row), old.column(), id));
    }
    changePersistentIndexList(held, moved);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

const LedgerModel::Node& LedgerModel::node(const QModelIndex& index) const {
    return nodes_[index.internalId()];
}

QModelIndex LedgerModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    const std::vector<std::uint32_t>& rows = parent.isValid() ? node(parent).children : root_;
    return createIndex(row, column, rows[static_cast<std::size_t>(row)]);
}

QModelIndex LedgerModel::parent(const QModelIndex& child) const {
    if (!child.isValid()) return {};
    const std::uint32_t above = node(child).parent;
    return above == none ? QModelIndex{} : createIndex(static_cast<int>(nodes_[above].row), 0, above);
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(root_.size());
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int LedgerModel::columnCount(const QModelIndex&) const {
    return column_count;
}

const audit::Figures& LedgerModel::figures(const Node& node) const {
    switch (node.kind) {
        case RowKind::total:
            return ledger_.total;
        case RowKind::parent:
            return ledger_.parents[node.number].figures;
        case RowKind::zone:
            return ledger_.zones[node.number];
        case RowKind::outside:
            return ledger_.outside;
    }
    return ledger_.total;
}

const audit::Change* LedgerModel::change_of(const Node& node) const {
    const std::size_t at = node.kind == RowKind::outside ? ledger_.zones.size() : node.number;
    switch (node.kind) {
        case RowKind::total:
            return total_change_ ? &*total_change_ : nullptr;
        case RowKind::parent:
            return at < parent_changes_.size() ? &parent_changes_[at] : nullptr;
        case RowKind::zone:
        case RowKind::outside:
            return at < changes_.size() ? &changes_[at] : nullptr;
    }
    return nullptr;
}

QString LedgerModel::title(const Node& node) const {
    switch (node.kind) {
        case RowKind::total:
            return tr("Total");
        case RowKind::parent:
            return QString::fromStdString(ledger_.parents[node.number].name);
        case RowKind::zone: {
            const LedgerZone& own = zones_[node.number];
            return own.name.isEmpty() ? own.code : own.name;
        }
        case RowKind::outside:
            return tr("Outside all zones");
    }
    return {};
}

std::optional<double> LedgerModel::number(const Node& node, int column) const {
    const audit::Figures& f = figures(node);
    const bool has_land = f.area != SquareKilometres{};
    if (column == change) {
        const audit::Change* const c = change_of(node);
        return c == nullptr ? std::nullopt : std::optional{c->net().value()};
    }
    if (column == land_share)
        return has_land ? std::optional{yiquan::share(f.covered_area, f.area)} : std::nullopt;
    if (shown(column).key == nullptr) return std::nullopt;
    const audit::LedgerColumn& figure = audit::ledger_column(shown(column).key);
    if (figure.kind == audit::FigureKind::area && !has_land) return std::nullopt;
    return audit::number(figure, f);
}

QString LedgerModel::cell(const Node& node, int column) const {
    if (column == zone) return title(node);
    const std::optional<double> value = number(node, column);
    if (!value) return column == change ? QString{} : dash();
    if (column == change) return signed_text(change_of(node)->net());
    if (column == land_share) return share_text(*value);
    return figure_text(audit::ledger_column(shown(column).key).kind, *value);
}

QString LedgerModel::tip(const Node& node, int column) const {
    const audit::Figures& f = figures(node);
    switch (column) {
        case zone:
            return node.kind == RowKind::zone && !zones_[node.number].code.isEmpty()
                       ? tr("%1 (%2)").arg(title(node), zones_[node.number].code)
                       : title(node);
        case share:
            if (!target_ || !f.meets_target) return {};
            return *f.meets_target ? tr("The target of %1 is met.").arg(share_text(*target_))
                                   : tr("The target of %1 is missed.").arg(share_text(*target_));
        case change: {
            const audit::Change* const c = change_of(node);
            if (c == nullptr) return {};
            return tr("%1 gained coverage, %2 lost it.").arg(people_text(c->gained), people_text(c->lost));
        }
        case land:
        case land_share:
            return f.area == SquareKilometres{}
                       ? QString{}
                       : tr("%1 of %2 km² is covered.")
                             .arg(people_text(Persons::nearest(f.covered_area.value())),
                                  people_text(Persons::nearest(f.area.value())));
        case p90:
            if (!f.nearest) return tr("Distances do not add up; see the individual zones.");
            return tr("Distance to the nearest station: mean %1, median %2, worst %3.")
                .arg(say(to_text(f.nearest->mean, ledger_.limit.unit)),
                     say(to_text(f.nearest->median, ledger_.limit.unit)),
                     say(to_text(f.nearest->worst, ledger_.limit.unit)));
        default:
            return {};
    }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Node& row = node(index);
    switch (role) {
        case Qt::DisplayRole:
            return cell(row, index.column());
        case Qt::ToolTipRole:
            return tip(row, index.column());
        case Qt::TextAlignmentRole:
            return index.column() == zone ? left : right;
        case Qt::FontRole: {
            if (row.kind != RowKind::total) return {};
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        case number_role: {
            const std::optional<double> value = number(row, index.column());
            return value ? QVariant{*value} : QVariant{};
        }
        case kind_role:
            return static_cast<int>(row.kind);
        case code_role:
            return row.kind == RowKind::zone     ? zones_[row.number].code
                   : row.kind == RowKind::parent ? title(row)
                                                 : QString{};
        case box_role:
            return QVariant::fromValue(row.box);
        case target_role:
            return target_ ? QVariant{*target_} : QVariant{};
        default:
            return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return section == zone ? left : right;
    if (section < 0 || section >= column_count) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const char* const text = role == Qt::DisplayRole ? shown(section).heading : shown(section).tip;
    return text == nullptr ? QVariant{} : tr(text);
}

QString LedgerModel::tsv(std::span<const int> columns) const {
    QString out;
    const auto line = [&](const auto& text_of) {
        QStringList cells;
        for (const int column : columns)
            cells << QString(text_of(column)).replace(QLatin1Char('\t'), QLatin1Char(' '));
        out += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    line([&](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (const std::uint32_t top : root_) {
        line([&](int column) { return cell(nodes_[top], column); });
        for (const std::uint32_t child : nodes_[top].children) {
            line([&](int column) { return cell(nodes_[child], column); });
        }
    }
    return out;
}

}  // namespace yiquan::plugin
