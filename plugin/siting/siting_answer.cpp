// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_answer.hpp"

#include <algorithm>

#include "core/io/locate/document.hpp"
#include "core/siting/model.hpp"
#include "plugin/desk/job.hpp"
#include "plugin/program/program_document.hpp"

namespace yiquan::plugin {
namespace {

/// The least number of sites that has a site.
std::int64_t first_count_of(const SitingAnswer& answer, const std::string& id) {
    for (const report::CurveStep& step : answer.curve) {
        if (std::find(step.open.begin(), step.open.end(), id) != step.open.end()) return step.sites;
    }
    return 0;
}

}  // namespace

SitingAnswer siting_answer(const QByteArray& document) {
    SitingAnswer out = understood(io::parse_siting(document.toStdString(), "yiquan locate"));
    if (siting::model_of_document(out.model).counts_reach && !out.curve.empty() &&
        out.curve.front().sites == 1 && out.served && out.closed.empty()) {
        out.curve.front().gain = out.curve.front().objective - out.served->before.value();
    }
    return out;
}

void add_sites(SitingAnswer& answer, const QString& package) {
    (void)guarded([&] { io::add_planned_sites(package.toStdString(), answer); });
}

std::vector<report::ProposedSite> proposals_for(const SitingAnswer& answer, std::int64_t count) {
    if (count == answer.count) return answer.proposals;
    std::vector<report::ProposedSite> out;
    for (const report::CurveStep& step : answer.curve) {
        if (step.sites != count) continue;
        for (const std::string& id : step.open) {
            const auto known = answer.sites.find(id);
            const report::PlannedSite site =
                known == answer.sites.end() ? report::PlannedSite{} : known->second;
            if (site.existing) continue;
            report::ProposedSite& row = out.emplace_back();
            row.id = id;
            row.name = site.name.empty() ? id : site.name;
            row.place = site.place;
            row.first_count = first_count_of(answer, id);
        }
    }
    std::sort(out.begin(), out.end(), [](const report::ProposedSite& a, const report::ProposedSite& b) {
        return a.first_count != b.first_count ? a.first_count < b.first_count : a.id < b.id;
    });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].order = static_cast<std::int64_t>(i + 1);
    return out;
}

}  // namespace yiquan::plugin
