// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/page_maker.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <qgsexpressioncontext.h>
#include <qgsexpressioncontextutils.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitemmapoverview.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QDomDocument>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/layout/gain_chart.hpp"
#include "plugin/layout/ledger_rows.hpp"
#include "plugin/layout/page_items.hpp"
#include "plugin/layout/page_maps.hpp"
#include "plugin/layout/page_words.hpp"
#include "plugin/layout/result_page.hpp"
#include "plugin/layout/siting_rows.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_layouts();
}

namespace yiquan::plugin {
namespace {

constexpr std::size_t most_gaps = 10;

QDomDocument template_of(const PaperLayout& layout) {
    const std::string name = fmt::format("{}.qpt", layout.file);
    QDomDocument document;
    for (const EmbeddedFile& file : embedded_layouts()) {
        if (file.name == name && document.setContent(utf8(file.text))) return document;
    }
    throw Error{ErrorKind::internal,
                {fmt::format("There is no template {}.", name), fmt::format("没有版式模板 {}。", name)}};
}

std::unique_ptr<QgsPrintLayout> load_template(const PaperLayout& layout, QgsProject& project) {
    auto loaded = std::make_unique<QgsPrintLayout>(&project);
    bool good = false;
    loaded->loadFromTemplate(template_of(layout), QgsReadWriteContext(), true, &good);
    if (!good) {
        throw Error{ErrorKind::internal,
                    {fmt::format("QGIS cannot read the template {}.", layout.file),
                     fmt::format("QGIS 无法读取版式模板 {}。", layout.file)}};
    }
    return loaded;
}

PaperUnits units_in(QgsPrintLayout& layout) {
    const std::unique_ptr<QgsExpressionContextScope> scope(QgsExpressionContextUtils::layoutScope(&layout));
    const auto read = [&](const char* name, double otherwise) {
        const double unit = scope->variable(QString::fromUtf8(name)).toDouble();
        return unit > 0.0 ? unit : otherwise;
    };
    const double page = read("yiquan_unit", 1.0);
    return {page, read("yiquan_map_unit", page)};
}

void set_variable(QgsPrintLayout& layout, const char* name, const QVariant& value) {
    QgsExpressionContextUtils::setLayoutVariable(&layout, QString::fromUtf8(name), value);
}

/// Codes between line breaks, which no code holds; a star for all.
QString focus_of(const PageOrder& order) {
    QString focus = QStringLiteral("\n");
    if (order.result != nullptr) return focus;  // its places, and none of the zones
    if (order.unit.whole) return QStringLiteral("*");
    for (const std::size_t zone : order.unit.zones) {
        focus += utf8(order.source.record.ledger.zones[zone].code) + QStringLiteral("\n");
    }
    return focus;
}

/// Those in the page's zones, in the same way.
QString facilities_of(const PageOrder& order) {
    if (order.unit.whole) return QStringLiteral("*");
    std::set<std::string_view> codes;
    for (const std::size_t zone : order.unit.zones) codes.insert(order.source.record.ledger.zones[zone].code);
    QString ids = QStringLiteral("\n");
    for (const report::RecordedFacility& facility : order.source.record.facilities) {
        if (codes.count(facility.zone) > 0) ids += utf8(facility.id) + QStringLiteral("\n");
    }
    return ids;
}

class PageFiller {
public:
    PageFiller(const PageOrder& order, QgsPrintLayout& layout)
        : order_(order),
          layout_(layout),
          items_(layout, order.family),
          words_(order.request.language),
          unit_(units_in(layout).page),
          maps_(order, layout, items_, unit_) {
        if (order.result != nullptr) result_ = result_page(*order.result, words_);
    }

    void fill() {
        set_variable(layout_, "yiquan_focus", focus_of(order_));
        set_variable(layout_, "yiquan_facilities", facilities_of(order_));
        set_variable(layout_, "yiquan_named", has_room_for_names() ? 1 : 0);
        if (order_.plan != nullptr) make_room_for_plan();
        if (result_) fill_below_the_map();
        maps_.show();
        const QMap<QString, QString> texts =
            page_words({order_.request, order_.source.record,
                        order_.before != nullptr ? &order_.before->record : nullptr,
                        order_.plan != nullptr ? &order_.plan->record : nullptr,
                        result_ ? &*result_ : nullptr, order_.layout, order_.unit, maps_.projection().words,
                        maps_.window().scale, order_.number, order_.count},
                       words_);
        for (auto text = texts.begin(); text != texts.end(); ++text)
            items_.set_text(text.key(), text.value());
        constexpr double few_kilometres = 4000.0;
        items_.set_scalebar(maps_.window().extent.width() < few_kilometres);
        switch (order_.layout.contents) {
            case Contents::province:
            case Contents::prefectures:
            case Contents::counties:
                return fill_column();
            case Contents::compare:
                return fill_comparison();
            case Contents::summary:
                return fill_summary();
            case Contents::siting:
                return fill_siting();
            case Contents::relocation:
            case Contents::screening:
                return fill_result();
        }
    }

private:
    [[nodiscard]] bool has_room_for_names() const {
        constexpr std::size_t most_symbols = 150;
        return result_ ? result_->symbols <= most_symbols : !order_.unit.whole;
    }

    [[nodiscard]] LedgerRows ledger(std::size_t most) const {
        return order_.before != nullptr
                   ? comparison_rows(order_.before->record, order_.source.record, order_.unit, words_, most)
                   : ledger_rows(order_.source.record, order_.unit, words_, most);
    }

    /// Legend, table, then locator and inset at the bottom of the column.
    void fill_column() {
        const QRectF table = items_.place("table");
        const double top = items_.place("legend").top();
        const double gap = 4.0 * unit_;
        constexpr double most_legend = 0.55;
        const QSizeF legend = items_.fill_legend(
            order_.layers, QSizeF(table.width(), (maps_.column_end() - top) * most_legend));
        const double from = top + legend.height() + gap;
        const auto fill = [&] {
            const QRectF room(table.left(), from, table.width(), maps_.column_end() - gap - from);
            return items_.fill_table("table", room, [this](std::size_t most) { return ledger(most); });
        };
        if (!fill() && maps_.drop_second()) (void)fill();  // the ledger tells more than a second inset
        if (items_.place("table").height() <= 0.0) items_.remove("table");
    }

    void fill_comparison() {
        const QRectF table = items_.place("table");
        (void)items_.fill_legend(order_.layers, items_.place("legend").size());
        (void)items_.fill_table("table", table, [this](std::size_t most) { return ledger(most); });
    }

    void fill_summary() {
        (void)items_.fill_legend(order_.layers, items_.place("legend").size());
        (void)items_.fill_table("table", items_.place("table"),
                                [this](std::size_t most) { return ledger(most); });
        (void)items_.fill_table("gaps", items_.place("gaps"), [this](std::size_t most) {
            return gap_rows(order_.source.record, words_, std::min(most, most_gaps));
        });
    }

    /// Without a curve, before and after has its room; without both, the map has.
    void make_room_for_plan() {
        const report::SitingRecord& plan = order_.plan->record;
        const QRectF chart = items_.place("chart");
        const QRectF effect = items_.place("effect");
        const QRectF map = items_.place("map");
        const bool below = chart.top() > map.bottom();
        has_effect_ = plan.served.has_value();
        has_chart_ = has_gain_chart(plan);
        if (!has_chart_) {
            const QRectF title = items_.place("chart_title");
            if (has_effect_) {
                items_.move("effect_title", title);
                items_.move("effect", chart.united(effect));
            } else {
                items_.move("map",
                            below ? map.united(QRectF(map.left(), chart.top(), map.width(), chart.height()))
                                  : map.united(chart).united(effect));
            }
        }
        if (has_chart_ && !has_effect_) chart_room_ = chart.united(effect);
        if (has_chart_ && has_effect_) chart_room_ = chart;
        items_.remove("chart");
        if (!has_chart_) items_.remove("chart_title");
        if (!has_effect_) {
            items_.remove("effect_title");
            items_.remove("effect");
        }
    }

    void fill_siting() {
        const report::SitingRecord& plan = order_.plan->record;
        const QRectF table = items_.place("table");
        const double top = items_.place("legend").top();
        const double end = items_.place("north").top();
        const double gap = 4.0 * unit_;
        constexpr double most_legend = 0.36;
        const QSizeF legend =
            items_.fill_legend(order_.layers, QSizeF(table.width(), (end - top) * most_legend));
        const double from = top + legend.height() + gap;
        (void)items_.fill_table("table", QRectF(table.left(), from, table.width(), end - gap - from),
                                [&](std::size_t most) { return proposal_rows(plan, words_, most); });
        if (has_effect_) {
            (void)items_.fill_table("effect", items_.place("effect"),
                                    [&](std::size_t most) { return effect_rows(plan, words_, most); });
        }
        if (has_chart_) draw_gain_chart(layout_, plan, words_, {chart_room_, unit_, items_.font_of("scale")});
    }

    /// Fills a table of a result; where it has no room, its title says where all is listed.
    void fill_result_table(const char* id, const char* title, const QRectF& room, const ResultTable& table) {
        if (!table.rows) return items_.remove(id);
        (void)items_.fill_table(id, room, table.rows);
        if (items_.place(id).height() > 0.0) return;
        items_.remove(id);
        if (items_.place(title).isEmpty()) return;
        unlisted_.insert(QString::fromUtf8(title), table.title + QStringLiteral("  ") + table.elsewhere);
    }

    /// Ledger and list; the map has what they leave. On a slide they stand beside it.
    void fill_below_the_map() {
        const QRectF map = items_.place("map");
        QRectF summary = items_.place("summary");
        QRectF list = items_.place("list");
        QRectF title = items_.place("list_title");
        const bool below = list.top() > map.bottom();
        const double end = list.bottom();
        if (!result_->summary.rows) {
            const QPointF corner = summary.topLeft();
            const double up = title.height() + list.top() - title.bottom();
            title = QRectF(corner, QSizeF(list.right() - corner.x(), title.height()));
            list = QRectF(corner.x(), corner.y() + up, title.width(), end - corner.y() - up);
        }
        fill_result_table("summary", "", summary, result_->summary);
        fill_result_table("list", "list_title", list, result_->list);
        items_.trim_table("summary");
        items_.trim_table("list");
        items_.move("list_title", title);
        if (!below) return;
        double needed = std::max(items_.place("summary").height(), title.height());
        if (const QRectF filled = items_.place("list"); !filled.isEmpty())
            needed = std::max(needed, filled.bottom() - title.top());
        const double down = end - title.top() - needed;
        for (const char* id : {"summary", "list", "list_title"}) {
            const QRectF at = items_.place(id);
            if (!at.isEmpty()) items_.move(id, at.translated(0.0, down));
        }
        items_.move("map", map.adjusted(0.0, 0.0, 0.0, down));
    }

    void fill_result() {
        const QRectF table = items_.place("table");
        const double top = items_.place("legend").top();
        const double end = maps_.column_end();
        const double gap = 3.0 * unit_;
        constexpr double most_legend = 0.42;
        const QSizeF legend =
            items_.fill_legend(order_.layers, QSizeF(table.width(), (end - top) * most_legend));
        QRectF title = items_.place("table_title");
        title.moveTop(top + legend.height() + gap);
        items_.move("table_title", title);
        const double from = title.bottom() + 0.8 * unit_;
        fill_result_table("table", "table_title", QRectF(table.left(), from, table.width(), end - gap - from),
                          result_->table);
        for (auto text = unlisted_.begin(); text != unlisted_.end(); ++text)
            items_.set_text(text.key(), text.value());
    }

    const PageOrder& order_;
    QgsPrintLayout& layout_;
    PageItems items_;
    PaperText words_;
    double unit_;
    PageMaps maps_;
    std::optional<ResultPage> result_;
    QMap<QString, QString> unlisted_;  // titles of tables that have no room
    QRectF chart_room_;                // of a plan
    bool has_chart_ = false;
    bool has_effect_ = false;
};

}  // namespace

PaperUnits units_of(const PaperLayout& layout) {
    QgsProject project;
    return units_in(*load_template(layout, project));
}

std::unique_ptr<QgsPrintLayout> make_page(const PageOrder& order, QgsProject& project) {
    std::unique_ptr<QgsPrintLayout> layout = load_template(order.layout, project);
    PageFiller(order, *layout).fill();
    return layout;
}

}  // namespace yiquan::plugin
