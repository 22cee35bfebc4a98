// SPDX-License-Identifier: MIT
// Puts the page together from its sections.
import { comparison_section } from "./comparison.js";
import { distance_section } from "./distance_chart.js";
import { element } from "./element.js";
import { findings_section } from "./findings.js";
import { gaps_section } from "./gaps.js";
import { on_language, set_language, t } from "./language.js";
import { ledger_section } from "./ledger.js";
import { licences_section } from "./licences.js";
import { lorenz_section } from "./lorenz_chart.js";
import { map_section } from "./map.js";
import { masthead, top_bar } from "./masthead.js";
import { prepare_printing } from "./printing.js";
import { read_report } from "./report_data.js";
import { sources_section } from "./sources.js";
import { stations_section } from "./stations.js";
import { figures_section, summary_section } from "./summary.js";

function show_report(report, page) {
    set_language(new URLSearchParams(window.location.search).get("lang") ?? report.language);
    document.title = report.title;
    const entries = [
        ["summary", "nav_summary"],
        ["map", "nav_map"],
        ["ledger", "nav_ledger"],
        ["distance", "nav_distance"],
        ["gaps", "nav_gaps"],
        report.comparison && ["comparison", "nav_comparison"],
        ["findings", "nav_findings"],
        ["sources", "nav_sources"],
    ].filter(Boolean);
    const skip = element("a", { class: "skip", href: "#report" });
    const footer = element("footer");
    const show_frame = () => {
        skip.textContent = t("skip");
        footer.textContent = `${t("product")} ${report.version}`;
    };
    on_language(show_frame);
    show_frame();

    const map = map_section(report);
    page.append(
        skip,
        top_bar(entries),
        element(
            "main",
            { id: "report", tabindex: "-1" },
            masthead(report),
            summary_section(report),
            figures_section(report),
            map.node,
            ledger_section(report),
            element("div", { class: "pair" }, distance_section(report), lorenz_section(report)),
            gaps_section(report, map.zoom_to_gap),
            report.comparison && comparison_section(report),
            stations_section(report),
            findings_section(report, map.show_place),
            sources_section(report),
            licences_section(),
        ),
        footer,
    );
    prepare_printing(map);
}

const page = document.getElementById("page");
try {
    show_report(read_report(document.getElementById("yiquan-data").textContent), page);
} catch (error) {
    set_language(new URLSearchParams(window.location.search).get("lang") ?? "zh");
    page.replaceChildren(
        element("main", { class: "broken" }, element("h1", {}, t("broken")), element("p", {}, error.message)),
    );
    console.error(error);
}
