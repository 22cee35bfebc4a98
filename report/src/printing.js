// SPDX-License-Identifier: MIT
// Before printing the page takes the width of A4, so that map and charts are drawn for paper and not cut off.
import { fit_charts } from "./chart.js";

const millimetre = 96 / 25.4;
const paper = 270; // height inside the margins of print.css
const spare = 3; // rounding between screen and printer
const [least, most] = [72, 118];

/// The map fills what the first page has left below its heading and above its notice, or goes to the next one.
function height_of_map() {
    const section = document.getElementById("map").getBoundingClientRect();
    const map = document.querySelector("#map .map").getBoundingClientRect();
    const above = section.top - document.body.getBoundingClientRect().top;
    const around = section.height - map.height;
    const left = paper - spare - (above + around) / millimetre;
    return left >= least ? Math.min(left, most) : most;
}

/// \param map with refit()
export function prepare_printing(map) {
    const root = document.documentElement;
    let opened = [];
    window.addEventListener("beforeprint", () => {
        if (root.classList.contains("printing")) return;
        root.classList.add("printing");
        opened = [...document.querySelectorAll("details.printed:not([open])")];
        for (const details of opened) details.open = true;
        root.style.setProperty("--print-map-height", `${height_of_map()}mm`);
        map.refit();
        fit_charts();
    });
    window.addEventListener("afterprint", () => {
        root.classList.remove("printing");
        for (const details of opened) details.open = false;
        map.refit();
        fit_charts();
    });
}
