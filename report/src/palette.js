// SPDX-License-Identifier: MIT
// Colours that colour-blind readers can tell apart, and the classes of the map; the same as in styles/*.qml.

export const COVERED = "#0072B2";
export const GAP = "#D55E00";
export const PARTIAL = "#F0E442";
export const NO_DATA = "#BBBBBB";
export const INK = "#16232e";
export const MUTED = "#52606b";
export const RULE = "#d5dbdf";

/// Zones by share of people covered: from (included) to (excluded, but the last).
export const SHARE_CLASSES = [
    { from: 0, to: 0.2, colour: "#faf8f2" },
    { from: 0.2, to: 0.4, colour: "#e9eeec" },
    { from: 0.4, to: 0.6, colour: "#d0dfe6" },
    { from: 0.6, to: 0.8, colour: "#b0ccde" },
    { from: 0.8, to: 1, colour: "#8ab4d2" },
];

export function share_class(share) {
    if (share === null) return null;
    const index = SHARE_CLASSES.findIndex((each) => share < each.to);
    return index < 0 ? SHARE_CLASSES.length - 1 : index;
}

/// Gaps by people living there: the more, the denser the hatching.
export const GAP_CLASSES = [
    { from: 0, to: 0, spacing: 15, width: 0.6 },
    { from: 0, to: 1000, spacing: 12, width: 0.9 },
    { from: 1000, to: 10000, spacing: 10, width: 1.15 },
    { from: 10000, to: 50000, spacing: 8, width: 1.45 },
    { from: 50000, to: Infinity, spacing: 6, width: 1.9 },
];

export function gap_class(people) {
    if (!(people > 0)) return 0;
    return GAP_CLASSES.findIndex((each, index) => index > 0 && people < each.to);
}
