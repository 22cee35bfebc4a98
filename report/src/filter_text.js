// SPDX-License-Identifier: MIT
// The run's filter of facilities in words.
import { language, t } from "./language.js";

export function filter_text(filter) {
    const parts = [];
    if (filter?.open_24h) parts.push(t("filter_open_24h"));
    if (filter?.open_at) parts.push(open_at(filter.open_at));
    if (filter?.amenities?.length)
        parts.push(t("filter_amenities", { list: filter.amenities.join(t("list_separator")) }));
    if (filter?.kinds?.length)
        parts.push(t("filter_kinds", { list: filter.kinds.join(t("list_separator")) }));
    return parts.join(language() === "zh" ? "，" : ", ");
}

/// A time of day, and a day of the week where the run names one (0 is Monday).
function open_at({ weekday, minute }) {
    const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    if (weekday === null || weekday === undefined) return t("filter_open_at", { time });
    const monday = Date.UTC(2024, 0, 1);
    const day = new Intl.DateTimeFormat(language() === "zh" ? "zh-CN" : "en-GB", {
        weekday: "long",
        timeZone: "UTC",
    }).format(new Date(monday + weekday * 86400000));
    return t("filter_open_on", { day, time });
}
