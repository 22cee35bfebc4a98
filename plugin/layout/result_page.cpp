// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/result_page.hpp"

#include <fmt/format.h>

#include <QFileInfo>

#include <algorithm>

#include "core/base/number_text.hpp"
#include "core/report/relocation_text.hpp"
#include "core/report/screening_text.hpp"
#include "plugin/layout/relocation_rows.hpp"
#include "plugin/layout/screening_rows.hpp"

namespace yiquan::plugin {
namespace {

/// Where what has no room on the page is listed.
QString listed_in(const QString& package, const char* layer, const PaperText& words) {
    const std::string file = QFileInfo(package).fileName().toStdString();
    return words.say({fmt::format("All are listed in {}, layer {}.", file, layer),
                      fmt::format("全部列在 {} 的图层 {} 中。", file, layer)},
                     below);
}

Message joined(const Message& first, const Message& second) {
    return {first.en + " " + second.en, first.zh + second.zh};
}

ResultPage page_of(const report::RelocationRecord& record, const QString& package, const PaperText& words) {
    ResultPage page;
    page.title = words.say(report::relocation_title(record), "  ");
    page.result =
        words.say(joined(report::relocation_proof(record), report::relocation_effect(record)), below);
    page.method = words.say(report::relocation_method(record), below);
    const std::int64_t staying = record.all.people - record.placed.people;
    page.figures = {staying == 0 ? QStringLiteral("100 %")
                                 : QString::fromStdString(percent(static_cast<double>(record.placed.people) /
                                                                  static_cast<double>(record.all.people))),
                    figure_of(staying),
                    QStringLiteral("%1 / %2").arg(record.opened()).arg(record.sites.size())};
    page.captions = {words.say("of the people placed", "安置比例", below),
                     words.say("people who stay", "未安置人数", below),
                     words.say("sites used", "启用安置点", below)};
    page.table = {words.say("Load of each site", "各安置点的安置人数"),
                  [&record, words](std::size_t most) {
                      return load_rows(record, words, std::min(most, most_table_rows));
                  },
                  listed_in(package, "relocation_sites", words)};
    page.summary = {{}, [&record, words](std::size_t) { return moved_rows(record, words); }, {}};
    page.list.title = words.say("Nobody stays: everybody has a place.", "没有人未安置：全部有了去处。");
    if (staying > 0) {
        const QString elsewhere = listed_in(package, "relocation_households", words);
        page.list = {words.say("Who stays, and why", "谁未能安置，为什么"),
                     [&record, words, elsewhere](std::size_t most) {
                         return stay_rows(record, words, elsewhere, std::min(most, most_table_rows));
                     },
                     elsewhere};
    }
    page.symbols = record.rows + record.sites.size();
    return page;
}

ResultPage page_of(const report::ScreeningRecord& record, const QString& package, const PaperText& words) {
    ResultPage page;
    page.title = words.say(report::screening_title(record), "  ");
    page.result = words.say(report::screening_result(record), below);
    page.method = words.say(report::screening_method(record), below);
    page.notice = utf8(record.notice);
    const auto count = [&](screening::Verdict verdict) {
        return figure(static_cast<double>(record.count(verdict)));
    };
    page.figures = {count(screening::Verdict::pass), count(screening::Verdict::fail),
                    count(screening::Verdict::unknown)};
    page.captions = {words.say("pass", "通过", below), words.say("fail", "不通过", below),
                     words.say("unknown", "无法判断", below)};
    const QString elsewhere = listed_in(package, "screened_sites", words);
    page.table = {words.say("Candidates", "候选点"),
                  [&record, words, elsewhere](std::size_t most) {
                      return candidate_rows(record, words, elsewhere, std::min(most, most_table_rows));
                  },
                  elsewhere};
    const std::string file = QFileInfo(package).fileName().toStdString();
    const QString columns =
        words.say({fmt::format("Each rule has its columns in {}, layer screened_sites.", file),
                   fmt::format("每条规则在 {} 的图层 screened_sites 中各有数列。", file)},
                  below);
    page.list = {words.say("What each rule excludes (one site may fail several)",
                           "每条规则排除多少（一处可能不符合多条）"),
                 [&record, words, columns](std::size_t most) {
                     return rule_rows(record, words, columns, std::min(most, most_table_rows));
                 },
                 columns};
    page.symbols = record.candidates.size();
    return page;
}

}  // namespace

ResultPage result_page(const ResultSource& source, const PaperText& words) {
    return std::visit([&](const auto& record) { return page_of(record, source.package, words); },
                      source.record);
}

}  // namespace yiquan::plugin
