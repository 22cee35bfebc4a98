// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/page_words.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/number_text.hpp"
#include "core/report/siting_text.hpp"
#include "core/report/summary_text.hpp"

namespace yiquan::plugin {
namespace {

constexpr const char* new_line = "\n";

QString id(const char* name) {
    return QString::fromUtf8(name);
}

Message facilities_sentence(const audit::Figures& figures) {
    if (figures.facilities > 0) return {};
    return {" No facility stands here.", "本单元内没有设施。"};
}

/// What is compared or shown, before the figures.
Message standard(const report::AuditRecord& record) {
    return record.standard.en.empty() ? Message{record.standard_id, record.standard_id} : record.standard;
}

/// Where the limit changed as well, the shares do not tell what the stations did, so both standards are
/// named.
Message comparison_sentence(const report::AuditRecord& before, const report::AuditRecord& after) {
    const std::string then = percent(before.ledger.ledger.total.covered_share());
    const std::string now = percent(after.ledger.ledger.total.covered_share());
    if (before.ledger.ledger.limit != after.ledger.ledger.limit) {
        return {fmt::format("Different standards: {} of the people served before ({}), {} after ({}).", then,
                            standard(before).en, now, standard(after).en),
                fmt::format("两次标准不同：原覆盖率 {}（{}），现覆盖率 {}（{}）。", then, standard(before).zh,
                            now, standard(after).zh)};
    }
    return {fmt::format("{}: {} of the people served before, {} after.", standard(after).en, then, now),
            fmt::format("{}：覆盖率由 {} 变为 {}。", standard(after).zh, then, now)};
}

QString default_subtitle(const PageFacts& facts, const PaperText& words) {
    if (facts.result != nullptr) return facts.result->result;
    if (facts.plan != nullptr) {
        const Message proof = report::proof_sentence(*facts.plan);
        const Message effect = report::effect_sentence(*facts.plan);
        return words.say({proof.en + " " + effect.en, proof.zh + effect.zh}, new_line);
    }
    if (facts.before != nullptr) return words.say(comparison_sentence(*facts.before, facts.record), new_line);
    const Message served = coverage_sentence(facts.unit.figures);
    const Message standing = facts.unit.whole ? Message{} : facilities_sentence(facts.unit.figures);
    return words.say({fmt::format("{}: {}{}", standard(facts.record).en, served.en, standing.en),
                      fmt::format("{}：{}{}", standard(facts.record).zh, served.zh, standing.zh)},
                     new_line);
}

void add_head(const PageFacts& facts, const PaperText& words, QMap<QString, QString>& out) {
    const QString audit_title =
        facts.request.title.isEmpty() ? utf8(facts.record.ledger.title) : facts.request.title;
    if (facts.result != nullptr) {
        out[id("title")] = facts.request.title.isEmpty() ? facts.result->title : facts.request.title;
        out[id("kicker")] = utf8(facts.record.ledger.title);
    } else if (facts.plan != nullptr) {
        out[id("title")] = facts.request.title.isEmpty() ? words.say(report::siting_title(*facts.plan), "  ")
                                                         : facts.request.title;
        out[id("kicker")] = utf8(facts.record.ledger.title);
    } else if (facts.unit.whole) {
        const bool compares = facts.layout.contents == Contents::compare;
        out[id("title")] = audit_title;
        out[id("kicker")] = compares ? words.say("Before and after", "前后对比")
                            : facts.layout.contents == Contents::summary
                                ? words.say("Summary for the meeting", "会议摘要")
                                : words.say("Overview", "总图");
    } else {
        out[id("title")] = utf8(facts.unit.name);
        const QString parent = utf8(facts.unit.parent);
        out[id("kicker")] = parent.isEmpty() ? audit_title : audit_title + QStringLiteral("  ·  ") + parent;
    }
    out[id("subtitle")] =
        facts.request.subtitle.isEmpty() ? default_subtitle(facts, words) : facts.request.subtitle;
}

void add_figures(const PageFacts& facts, const PaperText& words, QMap<QString, QString>& out) {
    const audit::Figures& figures = facts.unit.figures;
    const bool all = figures.demand.ticks() > 0 && figures.covered == figures.demand;
    const Persons missed = figures.demand - figures.covered;
    out[id("figure_1")] = share_figure(figures);
    out[id("caption_1")] = all ? words.say("everyone covered", "全部覆盖", new_line)
                               : words.say("people covered", "人口覆盖率", new_line);
    out[id("figure_2")] = figures.demand.ticks() == 0 ? QStringLiteral("–") : figure(missed.value());
    out[id("caption_2")] = words.say("people not covered", "未覆盖人口", new_line);
    out[id("figure_3")] = figure(figures.facilities);
    out[id("caption_3")] = words.say("facilities", "服务设施", new_line);
    if (facts.before != nullptr) {
        const double change = (figures.covered - facts.before->ledger.ledger.total.covered).value();
        out[id("figure_1")] = share_figure(figures);
        out[id("caption_1")] = words.say("covered after", "现覆盖率", new_line);
        out[id("figure_2")] = (change > 0.0 ? QStringLiteral("+") : QString()) + figure(change);
        out[id("caption_2")] = words.say("people, change", "覆盖人口变化", new_line);
        const double built =
            static_cast<double>(figures.facilities) - facts.before->ledger.ledger.total.facilities;
        out[id("figure_3")] = (built > 0.0 ? QStringLiteral("+") : QString()) + figure(built);
        out[id("caption_3")] = words.say("facilities, change", "设施数变化", new_line);
    }
    if (facts.layout.contents == Contents::summary) {
        out[id("figure_4")] = figure(figures.single.value());
        out[id("caption_4")] = words.say("people with one facility only", "仅靠一处设施的人口", new_line);
    }
}

void add_foot(const PageFacts& facts, const PaperText& words, QMap<QString, QString>& out) {
    const MapRequest& request = facts.request;
    const std::string unit = request.unit.toStdString();
    const std::string date = request.date.toString(Qt::ISODate).toStdString();
    const std::string date_zh = request.date.toString(QStringLiteral("yyyy年M月d日")).toStdString();
    const Message sources =
        facts.result != nullptr ? report::zones_line(facts.record) : report::source_line(facts.record);
    const Message made{
        unit.empty() ? fmt::format("Date: {}", date) : fmt::format("Made by {}, {}", unit, date),
        unit.empty() ? fmt::format("日期：{}", date_zh) : fmt::format("制图：{}　{}", unit, date_zh)};
    QStringList foot;  // the notice first: it must not go where room is short
    if (!facts.record.ledger.notice.empty()) foot.append(utf8(facts.record.ledger.notice));
    if (facts.result != nullptr) {
        if (!facts.result->notice.isEmpty()) foot.append(facts.result->notice);
        foot.append(facts.result->method);
    }
    if (facts.plan != nullptr)
        foot.append(words.say(report::method_line(*facts.plan, facts.record), new_line));
    foot.append(
        words.say({fmt::format("{}. Sources: {}. Map: {}.", made.en, sources.en, facts.projection.en),
                   fmt::format("{}　数据来源：{}　地图：{}", made.zh, sources.zh, facts.projection.zh)},
                  new_line));
    out[id("foot")] = foot.join(QLatin1Char('\n'));
    out[id("approval")] = request.approval.isEmpty()
                              ? words.say("For internal meetings", "内部会议用图")
                              : words.say("Approval no. " + request.approval.toStdString(),
                                          "审图号：" + request.approval.toStdString());
    out[id("number")] =
        facts.count > 1 ? QStringLiteral("%1 / %2").arg(facts.number).arg(facts.count) : QString();
}

QString more(double value) {
    return (value > 0.0 ? QStringLiteral("+") : QString()) + figure(value);
}

/// Large figures of a plan, and what its table and its curve are.
void add_plan(const report::SitingRecord& plan, const PaperText& words, QMap<QString, QString>& out) {
    out[id("figure_1")] = QString::fromStdString(report::objective_figure(plan, plan.objective));
    const CostUnitInfo& unit = info(plan.unit);
    out[id("figure_3")] = more(static_cast<double>(plan.proposals.size()));
    out[id("caption_3")] = words.say("proposed places", "新增站点", new_line);
    Persons nearest;
    for (const report::ProposedSite& site : plan.proposals) nearest += site.gained;
    out[id("figure_2")] = figure(nearest.value());
    out[id("caption_2")] = words.say("people nearest to a proposal", "就近服务人口", new_line);
    if (plan.served) {
        const report::ServedPeople& people = *plan.served;
        out[id("figure_1")] = QString::fromStdString(percent(share(people.after, people.total)));
        out[id("caption_1")] = words.say("served then", "建成后覆盖率", new_line);
        out[id("figure_2")] = more((people.after - people.before).value());
        out[id("caption_2")] = words.say("people newly served", "新覆盖人口", new_line);
    } else if (report::measure_of(plan) == siting::Measure::worst_trip) {
        out[id("caption_1")] =
            words.say(fmt::format("longest {}", unit.way_en), fmt::format("最远{}", unit.way_zh), new_line);
    } else {
        out[id("caption_1")] =
            words.say(fmt::format("mean {}", unit.way_en), fmt::format("平均{}", unit.way_zh), new_line);
    }
    const bool hollow = std::any_of(plan.curve.begin(), plan.curve.end(),
                                    [](const report::CurveStep& step) { return !step.proved; });
    out[id("chart_title")] = hollow ? words.say("What each further place gains (hollow: not proved)",
                                                "边际增益（空心：未证明最优）")
                                    : words.say("What each further place gains", "边际增益曲线");
    out[id("effect_title")] = words.say("Before and after", "建成前后对比");
}

/// Large figures of a relocation or a screening, and what its tables are.
void add_result(const ResultPage& page, QMap<QString, QString>& out) {
    for (std::size_t i = 0; i < page.figures.size(); ++i) {
        out[QStringLiteral("figure_%1").arg(i + 1)] = page.figures[i];
        out[QStringLiteral("caption_%1").arg(i + 1)] = page.captions[i];
    }
    out[id("table_title")] = page.table.title;
    out[id("list_title")] = page.list.title;
}

void add_summary(const PageFacts& facts, const PaperText& words, QMap<QString, QString>& out) {
    QStringList sentences;
    for (const Message& sentence : report::summary_sentences(facts.record)) {
        sentences.append(QStringLiteral("•  ") + words.say(sentence, "\n    "));
    }
    out[id("sentences")] = sentences.join(QLatin1Char('\n'));
    out[id("table_title")] = words.say("Ledger", "台账");
    out[id("gaps_title")] = words.say("Largest gaps", "未覆盖人口最多的空白区");
    QStringList kinds;
    for (const auto& [kind, count] : facts.record.finding_kinds) {
        kinds.append(words.say({fmt::format("{} ({})", features::info(kind).en, count),
                                fmt::format("{}（{}）", features::info(kind).zh, count)}));
    }
    const double count = static_cast<double>(facts.record.finding_count);
    out[id("findings")] = kinds.isEmpty()
                              ? words.say("Findings in the data: none.", "数据问题：没有发现。")
                              : words.say({fmt::format("Findings in the data: {}.", grouped(count)),
                                           fmt::format("数据问题：共 {} 处。", grouped(count))}) +
                                    QStringLiteral(" ") + kinds.join(QStringLiteral("  ·  "));
}

}  // namespace

Message coverage_sentence(const audit::Figures& figures) {
    if (figures.demand.ticks() == 0) return {"no people are known here.", "没有人口数据，无法计算覆盖率。"};
    const std::string all = grouped(figures.demand.value());
    if (figures.covered == figures.demand) {
        return {fmt::format("all {} people are covered.", all), fmt::format("{} 人全部覆盖。", all)};
    }
    const std::string missed = grouped((figures.demand - figures.covered).value());
    if (figures.covered.ticks() == 0) {
        return {fmt::format("none of the {} people are covered.", all), fmt::format("{} 人均未覆盖。", all)};
    }
    const std::string share = percent(figures.covered_share());
    const std::string covered = grouped(figures.covered.value());
    return {fmt::format("{} of {} people ({}) are covered, {} are not.", covered, all, share, missed),
            fmt::format("{} 人中 {} 人（{}）已覆盖，{} 人未覆盖。", all, covered, share, missed)};
}

QString scale_text(double scale) {
    return QStringLiteral("1:") + figure(scale);
}

QMap<QString, QString> page_words(const PageFacts& facts, const PaperText& words) {
    QMap<QString, QString> out;
    add_head(facts, words, out);
    add_figures(facts, words, out);
    if (facts.plan != nullptr) add_plan(*facts.plan, words, out);
    if (facts.result != nullptr) add_result(*facts.result, out);
    add_foot(facts, words, out);
    out[id("scale")] = scale_text(facts.scale);
    out[id("locator_title")] = words.say("Where it lies", "位置示意");
    if (facts.before != nullptr) {
        const auto named = [](const report::AuditRecord& record) { return utf8(record.ledger.title); };
        out[id("before_title")] = words.say("Before", "之前") + QStringLiteral("：") + named(*facts.before);
        out[id("map_title")] = words.say("After", "之后") + QStringLiteral("：") + named(facts.record);
        if (words.language() == PaperLanguage::english) {
            out[id("before_title")] = QStringLiteral("Before: ") + named(*facts.before);
            out[id("map_title")] = QStringLiteral("After: ") + named(facts.record);
        }
    }
    if (facts.layout.contents == Contents::summary) add_summary(facts, words, out);
    return out;
}

}  // namespace yiquan::plugin
