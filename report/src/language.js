// SPDX-License-Identifier: MIT
// The language that the page speaks now, and how numbers are written in it. Remembered in memory only.
import { texts } from "./texts.js";

let current = "zh";
const listeners = new Set();

export function language() {
    return current;
}

export function set_language(wanted) {
    current = wanted === "en" ? "en" : "zh";
    document.documentElement.lang = current === "zh" ? "zh-Hans" : "en";
    for (const listener of listeners) listener();
}

export function on_language(listener) {
    listeners.add(listener);
}

/// A fixed text of the page; {name} is replaced by values.name.
export function t(key, values = {}) {
    const text = texts[key];
    if (!text) throw new Error(`no text for ${key}`);
    return text[current].replace(/\{(\w+)\}/g, (whole, name) =>
        name in values ? String(values[name]) : whole,
    );
}

/// A text of the data that comes in both languages.
export function pick(both) {
    if (both === null || both === undefined) return "";
    return typeof both === "string" ? both : both[current] || both.zh || both.en || "";
}

function whole(value) {
    return new Intl.NumberFormat(current === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 0 }).format(
        value,
    );
}

function digits(value, most, least = 0) {
    return new Intl.NumberFormat(current === "zh" ? "zh-CN" : "en-GB", {
        maximumFractionDigits: most,
        minimumFractionDigits: least,
    }).format(value);
}

const known = (value) => typeof value === "number" && Number.isFinite(value);

/// Modelled people may be fractions; somebody is never shown as nobody.
export function people(value) {
    if (!known(value)) return "–";
    if (value > 0 && value < 0.5) return "<1";
    return whole(Math.round(value) || 0);
}

/// For the axes of charts: 30 万, 300k.
export function people_short(value) {
    if (current === "zh") return Math.abs(value) >= 10000 ? `${digits(value / 10000, 1)} 万` : whole(value);
    if (Math.abs(value) >= 1e6) return `${digits(value / 1e6, 1)}M`;
    return Math.abs(value) >= 10000 ? `${digits(value / 1e3, 0)}k` : whole(value);
}

/// One decimal; 0 % and 100 % are exact: never all unless all, never none unless none.
export function share(value) {
    if (!known(value)) return "–";
    const percent = value * 100;
    if (percent === 0 || percent === 100) return percent_sign(percent);
    if (percent > 0 && percent < 0.1) return `<${percent_sign("0.1")}`;
    if (percent < 100 && percent > 99.9) return `>${percent_sign("99.9")}`;
    return percent_sign(digits(percent, 1, 1));
}

/// For axes: whole per cent.
export function share_short(value) {
    return percent_sign(Math.round(value * 100));
}

function percent_sign(number) {
    return current === "zh" ? `${number}%` : `${number}\u00a0%`;
}

export function distance(metres) {
    if (!known(metres)) return "–";
    if (metres < 999.5) return t("metres", { n: whole(Math.round(metres)) });
    const kilometres = metres / 1000;
    return t("kilometres", { n: digits(kilometres, kilometres < 99.95 ? 1 : 0) });
}

export function area(square_kilometres) {
    if (!known(square_kilometres)) return "–";
    const value = square_kilometres;
    return t("square_kilometres", { n: digits(value, value < 1 ? 2 : value < 100 ? 1 : 0) });
}

/// For the columns of a table, where the heading names the unit: { unit, text }.
export function length_scale(radius) {
    return radius >= 5000
        ? {
              unit: t("unit_kilometres"),
              text: (metres) => (known(metres) ? digits(metres / 1000, 1, 1) : "–"),
          }
        : { unit: t("unit_metres"), text: (metres) => (known(metres) ? whole(metres) : "–") };
}

export function area_scale(total) {
    const places = total >= 1000 ? 0 : total >= 10 ? 1 : 2;
    const least = 0.5 * 10 ** -places;
    return {
        unit: t("unit_square_kilometres"),
        text: (value) =>
            !known(value)
                ? "–"
                : value > 0 && value < least
                  ? `<${digits(least * 2, places)}`
                  : digits(value, places, places),
    };
}

export function count(value) {
    return known(value) ? whole(value) : "–";
}

export function decimal(value, places) {
    return known(value) ? digits(value, places, places) : "–";
}

/// In the order of the language; digits count as numbers.
export function compare_names(a, b) {
    return a.localeCompare(b, current === "zh" ? "zh-CN" : "en", { numeric: true });
}
