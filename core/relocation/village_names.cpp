// SPDX-License-Identifier: MIT
#include "core/relocation/village_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "core/geo/geodesic.hpp"
#include "core/relocation/unit_rows.hpp"

namespace yiquan::relocation {
namespace {

using Rows = std::vector<std::uint32_t>;

constexpr Metres far_apart{20'000.0};  // farther than the rows of one village commonly lie

class VillageNames {
public:
    VillageNames(const Problem& problem, const std::string& source, features::FindingSink& findings)
        : problem_(problem), source_(source), findings_(findings) {}

    void tell() const {
        std::map<std::string_view, std::vector<Rows>> named;  // by name: villages
        for (Rows& rows : unit_rows(problem_)) {
            const Household& first = problem_.households[rows.front()];
            if (problem_.moves_as_village(first)) named[first.village].push_back(std::move(rows));
        }
        for (const auto& [name, villages] : named) {
            if (villages.size() > 1) tell_several(std::string{name}, villages);
            for (const Rows& rows : villages) tell_spread(std::string{name}, rows);
        }
    }

private:
    void tell_several(const std::string& name, const std::vector<Rows>& villages) const {
        constexpr std::size_t most_named = 3;
        std::string en;
        std::string zh;
        for (std::size_t i = 0; i < villages.size() && i < most_named; ++i) {
            const std::string& above = problem_.households[villages[i].front()].above;
            const auto rows = villages[i].size();
            en += fmt::format("{}{} ({} row{})", i == 0 ? "" : ", ", above.empty() ? "nowhere" : above, rows,
                              rows == 1 ? "" : "s");
            zh += fmt::format("{}{}（{} 行）", i == 0 ? "" : "、", above.empty() ? "未填" : above, rows);
        }
        if (villages.size() > most_named) {
            en += ", …";
            zh += "……";
        }
        add(name, {fmt::format("{}: \"{}\" stands for {} villages, by the county and township of their rows: "
                               "{}; each is kept together by itself.",
                               source_, name, villages.size(), en),
                   fmt::format("{}：“{}”按各行所属县、乡镇分为 {} 个村：{}；各村分别整体安置。", source_,
                               name, villages.size(), zh)});
    }

    void tell_spread(const std::string& name, const Rows& rows) const {
        const std::optional<geo::LonLat>& from = problem_.households[rows.front()].place;
        if (!from) return;
        Metres farthest;
        for (const std::uint32_t row : rows) {
            if (const auto& place = problem_.households[row].place) {
                farthest = std::max(farthest, geo::geodesic_distance(*from, *place));
            }
        }
        if (farthest <= far_apart) return;
        constexpr double metres_per_km = 1000.0;
        const double km = farthest.value() / metres_per_km;
        add(name, {fmt::format("{}: rows of village \"{}\" lie {:.0f} km apart and are kept together as one; "
                               "if they are several, fill in county and township, or name them apart.",
                               source_, name, km),
                   fmt::format("{}：“{}”的各行相距 {:.0f} "
                               "公里，按同一个村整体安置；若为不同的村，请填写县和乡镇，或以不同名称区分。",
                               source_, name, km)});
    }

    void add(const std::string& name, Message detail) const {
        features::Finding finding;
        finding.kind = features::FindingKind::same_name;
        finding.source = source_;
        finding.value = name;
        finding.detail = std::move(detail);
        findings_.add(std::move(finding));
    }

    const Problem& problem_;
    const std::string& source_;
    features::FindingSink& findings_;
};

}  // namespace

void tell_doubtful_villages(const Problem& problem, const std::string& source,
                            features::FindingSink& findings) {
    VillageNames{problem, source, findings}.tell();
}

}  // namespace yiquan::relocation
