// SPDX-License-Identifier: MIT
// A bar of people: covered, unreachable, in gaps (hatched), with a mark at the target.
import { element } from "./element.js";
import { share, t } from "./language.js";

export function share_bar(figures, target = null, properties = {}) {
    const part = (people) => (figures.demand > 0 ? people / figures.demand : 0);
    const [covered, gap, unreachable] = [figures.covered, figures.gap, figures.unreachable].map(part);
    const piece = (kind, value) =>
        value > 0 &&
        element("span", { class: `piece ${kind}`, style: { width: `${(value * 100).toFixed(3)}%` } });
    return element(
        "div",
        {
            class: "share-bar",
            role: "img",
            "aria-label": t("bar_label", {
                covered: share(covered),
                gap: share(gap),
                unreachable: share(unreachable),
            }),
            ...properties,
        },
        piece("covered", covered),
        piece("gap", gap),
        piece("unreachable", unreachable),
        target !== null && element("span", { class: "target", style: { left: `${target * 100}%` } }),
    );
}
