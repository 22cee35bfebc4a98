// SPDX-License-Identifier: MIT
// The licences of everything that the page carries; the list is made by the build from what it bundled.
import bundled from "yiquan:licences";

import { element } from "./element.js";
import { t } from "./language.js";
import { section } from "./section.js";

export function licences_section() {
    return section("licences", "section_licences", () => [
        element("p", { class: "note" }, t("licences_note")),
        bundled.map((part) =>
            element(
                "details",
                { class: "small" },
                element("summary", {}, `${part.name} ${part.version}, ${part.licence}`),
                element("pre", { lang: "en", tabindex: "0" }, part.text),
            ),
        ),
    ]);
}
