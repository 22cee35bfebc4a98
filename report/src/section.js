// SPDX-License-Identifier: MIT
// A titled part of the page whose content is made anew in the language of the moment.
import { element } from "./element.js";
import { on_language, t } from "./language.js";

/// \param content gives the section's nodes; called again whenever the language changes
export function section(id, title, content, properties = {}) {
    const heading = element("h2", { id: `${id}-title` });
    const body = element("div", { class: "section-body" });
    const node = element("section", { id, "aria-labelledby": `${id}-title`, ...properties }, heading, body);
    const show = () => {
        heading.textContent = t(title);
        body.replaceChildren(...[content()].flat(Infinity).filter(Boolean));
    };
    on_language(show);
    show();
    return node;
}
