// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace yiquan::plugin {

/// What the pages of a layout show.
enum class Contents {
    province,     ///< one page for the whole audit
    prefectures,  ///< one page for each parent unit; one for each zone where zones have no parents
    counties,     ///< one page for each zone
    compare,      ///< one page with two maps, before and after
    summary,      ///< one page in words and figures with a small map
    siting,       ///< one page for a plan: where next, with its proof, its curve, before and after
    relocation,   ///< one page for a relocation: who moves where, with its proof, and who stays
    screening,    ///< one page for a screening: which sites are allowed, and what each rule excludes
};

/// Whether pages show a result of another command beside the audit, which must be named.
[[nodiscard]] constexpr bool shows_result(Contents contents) {
    return contents == Contents::siting || contents == Contents::relocation ||
           contents == Contents::screening;
}

/// One kind of printed page.
struct PaperLayout {
    std::string_view id;
    std::string_view file;  ///< in styles/layouts/, without its ending; several layouts share one
    Contents contents;
    double width_mm;
    double height_mm;
    std::string_view title_en;
    std::string_view title_zh;
};

/// Every layout there is, in the order of lists and of --help.
inline constexpr std::array paper_layouts{
    PaperLayout{"a3-province", "map-a3", Contents::province, 420.0, 297.0, "A3: overview", "A3：全域总图"},
    PaperLayout{"a3-prefectures", "map-a3", Contents::prefectures, 420.0, 297.0, "A3: a page per prefecture",
                "A3：每个市州一页"},
    PaperLayout{"a3-counties", "map-a3", Contents::counties, 420.0, 297.0, "A3: a page per county",
                "A3：每个区县一页"},
    PaperLayout{"a3-compare", "compare-a3", Contents::compare, 420.0, 297.0, "A3: before and after",
                "A3：前后对比"},
    PaperLayout{"a3-siting", "siting-a3", Contents::siting, 420.0, 297.0, "A3: where next",
                "A3：下一步建在哪里"},
    PaperLayout{"a3-relocation", "result-a3", Contents::relocation, 420.0, 297.0, "A3: who moves where",
                "A3：搬到哪里"},
    PaperLayout{"a3-screening", "result-a3", Contents::screening, 420.0, 297.0, "A3: which sites are allowed",
                "A3：哪些点可用"},
    PaperLayout{"a4-province", "map-a4", Contents::province, 297.0, 210.0, "A4: overview", "A4：全域总图"},
    PaperLayout{"a4-prefectures", "map-a4", Contents::prefectures, 297.0, 210.0, "A4: a page per prefecture",
                "A4：每个市州一页"},
    PaperLayout{"a4-counties", "map-a4", Contents::counties, 297.0, 210.0, "A4: a page per county",
                "A4：每个区县一页"},
    PaperLayout{"a4-compare", "compare-a4", Contents::compare, 297.0, 210.0, "A4: before and after",
                "A4：前后对比"},
    PaperLayout{"a4-siting", "siting-a4", Contents::siting, 297.0, 210.0, "A4: where next",
                "A4：下一步建在哪里"},
    PaperLayout{"a4-relocation", "result-a4", Contents::relocation, 297.0, 210.0, "A4: who moves where",
                "A4：搬到哪里"},
    PaperLayout{"a4-screening", "result-a4", Contents::screening, 297.0, 210.0, "A4: which sites are allowed",
                "A4：哪些点可用"},
    PaperLayout{"a4-summary", "summary-a4", Contents::summary, 210.0, 297.0,
                "A4 portrait: one page for a meeting", "A4 竖版：一页会议摘要"},
    PaperLayout{"slide-province", "map-slide", Contents::province, 320.0, 180.0, "Slide 16:9: overview",
                "幻灯片 16:9：全域总图"},
    PaperLayout{"slide-prefectures", "map-slide", Contents::prefectures, 320.0, 180.0,
                "Slide 16:9: a page per prefecture", "幻灯片 16:9：每个市州一页"},
    PaperLayout{"slide-counties", "map-slide", Contents::counties, 320.0, 180.0,
                "Slide 16:9: a page per county", "幻灯片 16:9：每个区县一页"},
    PaperLayout{"slide-compare", "compare-slide", Contents::compare, 320.0, 180.0,
                "Slide 16:9: before and after", "幻灯片 16:9：前后对比"},
    PaperLayout{"slide-siting", "siting-slide", Contents::siting, 320.0, 180.0, "Slide 16:9: where next",
                "幻灯片 16:9：下一步建在哪里"},
    PaperLayout{"slide-relocation", "result-slide", Contents::relocation, 320.0, 180.0,
                "Slide 16:9: who moves where", "幻灯片 16:9：搬到哪里"},
    PaperLayout{"slide-screening", "result-slide", Contents::screening, 320.0, 180.0,
                "Slide 16:9: which sites are allowed", "幻灯片 16:9：哪些点可用"},
    PaperLayout{"poster-province", "map-poster", Contents::province, 1189.0, 841.0, "A0 poster: overview",
                "A0 挂图：全域总图"},
    PaperLayout{"poster-prefectures", "map-poster", Contents::prefectures, 1189.0, 841.0,
                "A0 poster: a page per prefecture", "A0 挂图：每个市州一页"},
    PaperLayout{"poster-counties", "map-poster", Contents::counties, 1189.0, 841.0,
                "A0 poster: a page per county", "A0 挂图：每个区县一页"},
    PaperLayout{"poster-compare", "compare-poster", Contents::compare, 1189.0, 841.0,
                "A0 poster: before and after", "A0 挂图：前后对比"},
};

/// \throws Error{usage} for an unknown id; the message suggests the nearest
[[nodiscard]] const PaperLayout& paper_layout(std::string_view id);

}  // namespace yiquan::plugin
