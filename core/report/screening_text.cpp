// SPDX-License-Identifier: MIT
#include "core/report/screening_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/number_text.hpp"
#include "core/report/method_words.hpp"

namespace yiquan::report {
namespace {

std::string figure(std::size_t count) {
    return grouped(static_cast<double>(count));
}

/// None where no rule excludes anybody by itself.
const ScreenedRule* strictest(const ScreeningRecord& record) {
    const auto most = std::max_element(
        record.rules.begin(), record.rules.end(),
        [](const ScreenedRule& a, const ScreenedRule& b) { return a.excluded_alone < b.excluded_alone; });
    return most == record.rules.end() || most->excluded_alone == 0 ? nullptr : &*most;
}

}  // namespace

Message screening_title(const ScreeningRecord& record) {
    const std::string all = figure(record.candidates.size());
    const std::string passed = figure(record.count(screening::Verdict::pass));
    return {fmt::format("Which sites are allowed: {} of {} candidates", passed, all),
            fmt::format("哪些点可用：{} 处候选点中 {} 处通过", all, passed)};
}

Message screening_result(const ScreeningRecord& record) {
    const std::string failed = figure(record.count(screening::Verdict::fail));
    const std::string unknown = figure(record.count(screening::Verdict::unknown));
    Message out{fmt::format("{} fail a rule that excludes; ", failed),
                fmt::format("{} 处不符合排除性规则；", failed)};
    if (record.count(screening::Verdict::unknown) == 0) {
        out.en += "the data are enough to judge every candidate.";
        out.zh += "没有因缺少数据而无法判断的。";
    } else {
        out.en += fmt::format("{} are unknown for lack of data, which never counts as allowed.", unknown);
        out.zh += fmt::format("{} 处因缺少数据无法判断，不视为通过。", unknown);
    }
    if (const ScreenedRule* rule = strictest(record)) {
        const std::string alone = grouped(static_cast<double>(rule->excluded_alone));
        out.en += fmt::format(" \"{}\" alone excludes {}.", rule->name.en, alone);
        out.zh += fmt::format("仅“{}”一条就排除 {} 处。", rule->name.zh, alone);
    }
    return out;
}

Message screening_method(const ScreeningRecord& record) {
    const std::size_t used = record.rules_in_use();
    Clauses clauses({fmt::format("Screening: {} rules", used), fmt::format("筛查：{} 条规则", used)});
    if (const std::size_t off = record.rules.size() - used; off > 0)
        clauses.add(fmt::format("{} more switched off", off), fmt::format("另有 {} 条未启用", off));
    if (!record.version.empty()) clauses.add("Yiquan " + record.version, "驿圈 " + record.version);
    const Message line = clauses.sentence();
    const Message lists = lists_sentence(record.inputs);
    return {line.en + lists.en, line.zh + lists.zh};
}

}  // namespace yiquan::report
