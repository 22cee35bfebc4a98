// SPDX-License-Identifier: MIT
// What map, ledger and distance chart look at together: everything, one parent or one zone.
import { EVERYTHING } from "./report_data.js";

let current = EVERYTHING;
const listeners = new Set();

export function selection() {
    return current;
}

/// \param wish by whom it was selected and whether the map shall move there: { origin, zoom }
export function select(wanted, wish = {}) {
    current = wanted;
    for (const listener of listeners) listener(current, wish);
}

export function on_selection(listener) {
    listeners.add(listener);
}

export function is_selected(kind, id) {
    return current.kind === kind && (kind === "zone" ? current.code === id : current.name === id);
}
