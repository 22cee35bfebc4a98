// SPDX-License-Identifier: MIT
// The bar above the page with contents, language and print, and the report's title with its standard.
import { element } from "./element.js";
import { filter_text } from "./filter_text.js";
import { distance, language, on_language, pick, set_language, share, t } from "./language.js";

export function top_bar(entries) {
    const bar = element("div", { class: "top-bar" });
    const switch_to = (code, name, tag) =>
        element(
            "button",
            {
                type: "button",
                lang: tag,
                "data-language": code,
                "aria-pressed": String(language() === code),
                on: {
                    click: () => {
                        set_language(code);
                        bar.querySelector(`[data-language=${code}]`).focus();
                    },
                },
            },
            name,
        );
    const show = () =>
        bar.replaceChildren(
            element(
                "a",
                { class: "wordmark", href: "#top" },
                element("span", { class: "mark", "aria-hidden": "true" }),
                t("product"),
            ),
            element(
                "nav",
                { "aria-label": t("contents") },
                entries.map(([id, title]) => element("a", { href: `#${id}` }, t(title))),
            ),
            element(
                "div",
                { class: "switch", role: "group", "aria-label": t("language") },
                switch_to("zh", "中文", "zh-Hans"),
                switch_to("en", "English", "en"),
            ),
            element(
                "button",
                { type: "button", class: "quiet print", on: { click: () => window.print() } },
                t("print"),
            ),
        );
    on_language(show);
    show();
    return bar;
}

export function masthead(report) {
    const node = element("header", { class: "masthead", id: "top" });
    const show = () => {
        const { standard } = report;
        const facts = [
            pick(standard.name),
            t("radius_meta", { radius: distance(standard.radius_m) }),
            standard.target_share !== null && t("target_meta", { share: share(standard.target_share) }),
            filter_text(report.filter) || t("all_filter"),
        ];
        node.replaceChildren(
            element("h1", {}, report.title),
            element(
                "p",
                { class: "facts" },
                facts.filter(Boolean).map((fact) => element("span", {}, fact)),
            ),
            element(
                "p",
                { class: "notice" },
                element("strong", {}, t("internal")),
                report.notice ? ` ${report.notice}` : "",
            ),
        );
    };
    on_language(show);
    show();
    return node;
}
