// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { all_texts, close, open, phone, pictures, settle, shut } from "./browser.mjs";
import { chinese_county, compared_county, county, faulty_county, figures, province } from "./documents.mjs";

after(close);

/// Opens, looks, and demands silence: nothing fetched, nothing complained about.
async function on_page(data, look, options) {
    const page = await open(data, options);
    await look(page);
    assert.deepEqual(page.requests, [], "the page asked the network");
    assert.deepEqual(page.faults, [], "the page complained");
    await shut(page);
}

const first_names = (page) => page.locator("#ledger tbody tr:visible th .name").allTextContents();
const plain = (text) => text.replace(/\u00a0/g, " ").trim();
const text_of = async (place) => plain(await place.innerText());
const cell = (page, row, column) => text_of(page.locator(`#ledger ${row} td[data-column=${column}]`).first());

test("the ledger shows the county's figures and its total", () =>
    on_page(county(), async (page) => {
        assert.deepEqual(await first_names(page), ["East", "West"]);
        assert.equal(await cell(page, "tr.total", "demand"), "400");
        assert.equal(await cell(page, "tr.total", "covered"), "330");
        assert.equal(await cell(page, "tr.total", "gap"), "70");
        assert.equal(await cell(page, "tr.total", "covered_share"), "82.5 %");
        assert.equal(await cell(page, "tr[data-group=East]", "covered_share"), "53.3 %"); // 80 of 150
    }));

test("a parent opens to its counties and closes again, by keyboard too", () =>
    on_page(county(), async (page) => {
        const toggle = page.locator("#ledger tr[data-group=East] .toggle");
        await toggle.click();
        assert.deepEqual(await first_names(page), ["East", "Alpha", "Beta", "West"]);
        assert.equal(await toggle.getAttribute("aria-expanded"), "true");
        await toggle.focus();
        await page.keyboard.press("Enter");
        assert.deepEqual(await first_names(page), ["East", "West"]);
    }));

test("the table sorts by mouse: largest first, then smallest, the total stays", () =>
    on_page(county(), async (page) => {
        const heading = page.locator("#ledger th[data-column=demand]");
        await heading.locator("button").click();
        assert.equal(await heading.getAttribute("aria-sort"), "descending");
        assert.deepEqual(await first_names(page), ["West", "East"]);
        await heading.locator("button").click();
        assert.equal(await heading.getAttribute("aria-sort"), "ascending");
        assert.deepEqual(await first_names(page), ["East", "West"]);
        assert.equal(await text_of(page.locator("#ledger tfoot tr").last().locator("th")), "Total");
    }));

test("the table sorts by keyboard, every column, counties too", () =>
    on_page(county(), async (page) => {
        await page.getByRole("button", { name: "Every area" }).click();
        await page.locator("#ledger th[data-column=gap] button").focus();
        await page.keyboard.press("Enter");
        assert.deepEqual(await first_names(page), ["Beta", "Alpha", "Gamma"]); // 50, 20, 0
        await page.locator("#ledger th[data-column=name] button").focus();
        await page.keyboard.press("Space");
        assert.deepEqual(await first_names(page), ["Alpha", "Beta", "Gamma"]);
        for (const heading of await page.locator("#ledger thead th").all()) {
            await heading.locator("button").press("Enter");
            assert.notEqual(await heading.getAttribute("aria-sort"), "none");
            assert.equal(
                await page
                    .locator("#ledger th[aria-sort=ascending], #ledger th[aria-sort=descending]")
                    .count(),
                1,
            );
        }
    }));

test("a click on the map opens the county's figures and selects its row and its distances", () =>
    on_page(county(), async (page) => {
        await page.locator(".zone-shape").nth(0).click();
        await settle(page);
        const popup = await text_of(page.locator(".leaflet-popup-content"));
        for (const fact of ["East", "Alpha", "80.0 %", "100", "20"])
            assert.ok(popup.includes(fact), `${fact} in ${popup}`);
        assert.match(popup, /Covered\s+80/);
        assert.match(await text_of(page.locator("#distance .reading")), /^Alpha: 80\.0 % of people \(80\)/);
        await page.locator(".leaflet-popup-content button").click();
        assert.equal(await page.locator("#ledger tr[aria-current]").getAttribute("data-zone"), "a");
        assert.ok(await page.locator("#ledger tr[data-zone=a]").isVisible());
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Alpha");
    }));

test("the pointer over a county names it; over a station tells whom it serves", () =>
    on_page(county(), async (page) => {
        await page.locator(".zone-shape").nth(1).hover();
        assert.match(await text_of(page.locator(".leaflet-tooltip")), /Beta[\s\S]*0 %/);
        await page.locator(".station-symbol").nth(1).hover();
        assert.match(await text_of(page.locator(".leaflet-tooltip").last()), /Second station[\s\S]*250/);
    }));

test("each layer goes and comes with its switch, and the legend has only what the map has", () =>
    on_page(county(), async (page) => {
        const drawn = (layer) =>
            page.locator(`.leaflet-${layer}-pane path, .leaflet-${layer}-pane .map-label`).count();
        for (const layer of ["zones", "covered", "gaps", "stations", "outlines", "labels"]) {
            const before = await drawn(layer);
            assert.ok(before > 0, `${layer} is drawn`);
            await page.locator(`[data-layer=${layer}]`).uncheck();
            assert.equal(await drawn(layer), 0, `${layer} goes`);
            await page.locator(`[data-layer=${layer}]`).check();
            assert.equal(await drawn(layer), before, `${layer} comes back`);
        }
        const legend = await text_of(page.locator(".legend"));
        for (const text of ["rest station", "job point", "0–20 %", "80–100 %", "under 1,000 people"])
            assert.ok(legend.includes(text), text);
        for (const text of ["20–40 %", "40–60 %", "nobody", "50,000"])
            assert.ok(!legend.includes(text), text);
    }));

test("gaps are hatched inside their borders, the more people the denser", () => {
    const data = county();
    data.gaps[0].demand = 60000; // two squares of the same size
    data.geometry.gaps[1].polygons = [[[1002000, 360000, 1000, 0, 0, 1000, -1000, 0]]];
    return on_page(data, async (page) => {
        const [many, few] = await Promise.all(
            [0, 1].map((k) => page.locator(".leaflet-gaps-pane path").nth(k).getAttribute("d")),
        );
        const lines = (path) => path.split("M").length - 1;
        assert.ok(
            lines(few) > 10 && lines(many) > lines(few) * 1.5,
            `${lines(few)} and ${lines(many)} lines`,
        );
        for (const [gap, zone] of [
            [0, 1],
            [1, 2],
        ]) {
            const [inner, outer] = await Promise.all([
                page.locator(".leaflet-gaps-pane path").nth(gap).boundingBox(),
                page.locator(".zone-shape").nth(zone).boundingBox(),
            ]);
            for (const side of ["x", "y", "width", "height"])
                assert.ok(Math.abs(inner[side] - outer[side]) < 15, `${side} of gap ${gap}`);
        }
    });
});

test("the gap list zooms to its gap", () =>
    on_page(county(), async (page) => {
        const shape = page.locator(".leaflet-gaps-pane path").nth(0);
        const before = await shape.boundingBox();
        await page.locator("#gaps tbody tr").nth(0).getByRole("button").click();
        await settle(page, 1200);
        const after_zoom = await shape.boundingBox();
        assert.ok(after_zoom.width > before.width * 1.5, `${before.width} → ${after_zoom.width}`);
        const frame = await page.locator(".map").boundingBox();
        const middle = { x: after_zoom.x + after_zoom.width / 2, y: after_zoom.y + after_zoom.height / 2 };
        assert.ok(
            Math.abs(middle.x - (frame.x + frame.width / 2)) < 40 &&
                Math.abs(middle.y - (frame.y + frame.height / 2)) < 40,
        );
        assert.match(await text_of(page.locator(".leaflet-popup-content")), /1\.9 km/);
        assert.match(await text_of(page.locator(".side-card")), /Beta/);
    }));

test("a name in the ledger zooms the map to it, and the way back shows everything", () =>
    on_page(county(), async (page) => {
        const before = await page.locator(".zone-shape").nth(2).boundingBox();
        await page.locator("#ledger tr[data-group=West] .name").click();
        await settle(page, 1200);
        assert.ok((await page.locator(".zone-shape").nth(2).boundingBox()).width > before.width * 1.5);
        await page.locator(".side-card button").click();
        await settle(page, 1200);
        assert.ok(
            Math.abs((await page.locator(".zone-shape").nth(2).boundingBox()).width - before.width) < 3,
        );
    }));

test("the scale bar has the length that it says", () =>
    on_page(county(), async (page) => {
        const bar = page.locator(".leaflet-control-scale-line");
        const [, metres, unit] = /([\d,.]+) (km|m)/.exec(await text_of(bar));
        const wanted = Number(metres.replace(",", "")) * (unit === "km" ? 1000 : 1);
        const pixels = (await page.locator(".zone-shape").nth(0).boundingBox()).width; // 0.1 degrees at 36.05 N
        const per_pixel = (0.1 * 111320 * Math.cos((36.05 * Math.PI) / 180)) / (pixels - 0.8);
        assert.ok(Math.abs((await bar.boundingBox()).width * per_pixel - wanted) < wanted * 0.03);
    }));

test("the distance chart marks the standard and tells the same in words and in a table", () =>
    on_page(county(), async (page) => {
        assert.match(await page.locator("#distance .chart").innerHTML(), /Standard 1 km/);
        assert.match(
            await text_of(page.locator("#distance .reading")),
            /The whole area: 82\.5 % of people \(330\) live within 1 km/,
        );
        await page.locator("#distance summary").click();
        const rows = (await page.locator("#distance tbody tr").allInnerTexts()).map(plain);
        assert.match(rows[0], /0–250 m\s+330\s+82\.5 %/);
        assert.match(rows[4], /1–1\.3 km\s+70\s+100 %/);
        await page.locator("#distance-area").selectOption({ label: "Gamma" });
        assert.match(await text_of(page.locator("#distance .reading")), /^Gamma: 100 %/);
    }));

test("the Lorenz curve comes with its Gini coefficient and a sentence", () =>
    on_page(county(), async (page) => {
        const text = await text_of(page.locator("#lorenz"));
        assert.match(text, /Gini coefficient 0\.33/);
        assert.match(
            text,
            /nearest half of the people bear 25\.0 % of all distance, the farthest tenth 19\.0 %/,
        ); // 0.5², 1 − 0.9²
        assert.match(await page.locator("#lorenz .chart").getAttribute("aria-label"), /0\.33/);
    }));

test("English texts become Chinese at once, and no word is left behind", async () => {
    await on_page(county(), async (page) => {
        await page.locator("#stations summary").click();
        await page.locator("#stations tbody").waitFor();
        assert.deepEqual(
            (await all_texts(page)).filter((text) => /\p{Script=Han}/u.test(text)),
            [],
        );
        await page.getByRole("button", { name: "中文" }).click();
        assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "中文");
    });
    const product_words = /^(?:https?:.*|[\d\s.,%·]*|SHA-256 校验值|0.0.0)$/;
    await on_page(chinese_county(), async (page) => {
        await page.locator("#stations summary").click();
        await page.locator("#stations tbody").waitFor();
        const left = (await all_texts(page)).filter(
            (text) =>
                /[A-Za-z]{3,}/.test(text.replace(/MIT|SHA|findings\.csv/g, "")) && !product_words.test(text),
        );
        assert.deepEqual(left, []);
    });
});

test("the address chooses the language, the data the first one", async () => {
    await on_page(
        county(),
        async (page) => assert.equal(await text_of(page.locator("#ledger h2")), "分地区台账"),
        { language: "zh" },
    );
    await on_page(
        chinese_county(),
        async (page) => assert.equal(await text_of(page.locator("#ledger h2")), "Ledger by area"),
        { language: "en" },
    );
    await on_page(chinese_county(), async (page) =>
        assert.equal(await text_of(page.locator("#ledger h2")), "分地区台账"),
    );
});

test("a name that is markup shows as text and never runs", async () => {
    const hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    const data = JSON.parse(JSON.stringify(faulty_county()), (key, value) =>
        typeof value === "string" &&
        !["schema", "language", "code", "zone", "zone_code", "kind", "role", "sha256", "parent"].includes(key)
            ? `${value} ${hostile}`
            : value,
    );
    data.parents.forEach((parent, index) => {
        parent.name = `${["East", "West"][index]} ${hostile}`;
    });
    data.zones.forEach((zone, index) => {
        zone.parent = data.parents[index < 2 ? 0 : 1].name;
    });
    data.facilities[0].kind = hostile;
    await on_page(data, async (page) => {
        await page.locator("#stations summary").click();
        await page.locator("#findings summary").first().click();
        await page.locator(".zone-shape").nth(0).click();
        await settle(page);
        assert.ok((await text_of(page.locator(".leaflet-popup-content"))).includes(hostile));
        assert.ok((await text_of(page.locator("#stations tbody"))).includes(hostile));
        assert.ok((await text_of(page.locator("#findings"))).includes(hostile));
        assert.ok((await text_of(page.locator(".legend"))).includes(hostile));
        assert.equal(await page.locator("script").count(), 2);
        assert.equal(await page.locator("img").count(), 0);
        assert.ok((await page.title()).includes(hostile));
    });
});

test("findings stand in groups with file, row and what was done; a click shows the place", () =>
    on_page(faulty_county(), async (page) => {
        assert.match(await text_of(page.locator("#findings")), /3 in all/);
        const group = page.locator("#findings details").first();
        await group.locator("summary").click();
        await group.locator("tbody tr").first().waitFor();
        assert.match(
            await text_of(group),
            /Swapped coordinates 2[\s\S]*stations\.csv\s+3\s+lon\s+x\s+Corrected\./,
        );
        await group.getByRole("button").first().click();
        await settle(page, 1000);
        assert.match(await text_of(page.locator(".leaflet-popup-content")), /Corrected/);
    }));

test("before and after stand only where there is a before", async () => {
    await on_page(county(), async (page) => assert.equal(await page.locator("#comparison").count(), 0));
    await on_page(compared_county(), async (page) => {
        const text = await text_of(page.locator("#comparison"));
        assert.match(text, /from 290 to 330: 70 gained service, 30 lost it/);
        assert.match(text, /Alpha East\s+10\s+80\s+70\s+0\s+\+70\s+\+70\.0 points/);
        assert.match(text, /Beta East\s+30\s+0\s+0\s+30\s+−30\s+−60\.0 points/);
        assert.ok(!text.includes("Gamma"), "an unchanged county is left out");
        for (const fact of ["added", "removed", "moved 1.3 km", 'renamed, was "Old name"'])
            assert.ok(text.includes(fact), fact);
    });
});

test("without any gap the page says that everything is covered", () => {
    const everyone = county({ gaps: [], totals: figures(400, 400, { outside_zones: 0 }) });
    everyone.geometry.gaps = [];
    return on_page(
        everyone,
        async (page) => {
            assert.match(await text_of(page.locator("#gaps")), /没有空白区：全部覆盖/);
            assert.match(await text_of(page.locator("#figures")), /100%[\s\S]*全部覆盖/);
            assert.equal(await page.locator("[data-layer=gaps]").count(), 0);
        },
        { language: "zh" },
    );
});

test("without facilities distances are unknown and said to be so", () => {
    const none = {
        facilities: 0,
        nearest_mean: null,
        nearest_median: null,
        nearest_p90: null,
        nearest_max: null,
        by_distance: undefined,
    };
    const empty = county({
        distances: null,
        facilities: [],
        totals: figures(400, 0, { ...none, outside_zones: 0 }),
        zones: county().zones.map((zone) => ({ ...zone, ...figures(zone.demand, 0, none) })),
        parents: county().parents.map((parent) => ({ ...parent, ...figures(parent.demand, 0, none) })),
        gaps: county().gaps.map((gap) => ({ ...gap, farthest_m: null, nearest_name: null })),
    });
    return on_page(empty, async (page) => {
        assert.match(await text_of(page.locator("#distance")), /there are no distances/);
        assert.match(await cell(page, "tr.total", "nearest_mean"), /^–$/);
        await page.locator(".zone-shape").nth(0).click();
        await page.locator("#gaps tbody button").first().click();
        await settle(page);
    });
});

test("counties without a parent stand alone, and one zone is enough", async () => {
    const flat = county({ parents: [], zones: county().zones.map((zone) => ({ ...zone, parent: "" })) });
    await on_page(flat, async (page) => {
        assert.deepEqual(await first_names(page), ["Alpha", "Beta", "Gamma"]);
        assert.equal(await page.getByRole("button", { name: "Expand all" }).count(), 0);
    });
    const one = county({ parents: [], zones: [{ ...county().zones[0], parent: "" }], gaps: [] });
    one.geometry = { ...one.geometry, zones: one.geometry.zones.slice(0, 1), gaps: [] };
    await on_page(one, async (page) => assert.deepEqual(await first_names(page), ["Alpha"]));
});

test("somebody is never shown as nobody, nor nearly all as all", () => {
    const data = county({
        parents: [],
        zones: [
            { code: "a", name: "Alpha", parent: "", ...figures(0.4, 0.3) },
            { code: "b", name: "Beta", parent: "", ...figures(1000000, 999999.5) },
            { code: "c", name: "Gamma", parent: "", ...figures(0, 0) },
        ],
    });
    return on_page(data, async (page) => {
        assert.equal(await cell(page, "tr[data-zone=a]", "demand"), "<1");
        assert.equal(await cell(page, "tr[data-zone=b]", "covered_share"), ">99.9 %");
        assert.equal(await cell(page, "tr[data-zone=c]", "covered_share"), "–");
    });
});

test("500 counties with fractions of people, targets and very long names stay usable", () =>
    on_page(province(7, 25, 20), async (page) => {
        await page.getByRole("button", { name: "逐个地区" }).click();
        const start = Date.now();
        await page.locator("#ledger th[data-column=gap] button").click();
        assert.equal(await page.locator("#ledger tbody tr").count(), 500);
        assert.ok(Date.now() - start < 3000, `sorting took ${Date.now() - start} ms`);
        assert.match(await text_of(page.locator("#ledger tfoot")), /统计单元之外[\s\S]*合计/);
        assert.match(await text_of(page.locator("#figures")), /24 小时开放的驿站 12\.0%[\s\S]*未达标/);
        assert.equal(await page.locator(".zone-shape").count(), 500);
        assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth),
            1366,
            "nothing sticks out",
        );
        await page.screenshot({ path: `${pictures}/province-500.png`, fullPage: true });
    }));

test("on a phone nothing sticks out sideways", async () => {
    for (const data of [compared_county(), faulty_county(), province(3, 5, 4)])
        await on_page(
            data,
            async (page) => {
                for (const details of await page.locator("details").all())
                    await details.evaluate((node) => {
                        node.open = true;
                    });
                await settle(page);
                assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.width);
            },
            { viewport: phone },
        );
});

test("data of another schema are refused in plain words", async () => {
    const page = await open({ ...county(), schema: "yiquan.report/9" }, { wait: false });
    assert.match(await text_of(page.locator("body")), /yiquan\.report\/9/);
    assert.deepEqual(page.requests, []);
    await shut(page);
});

test("pictures of the made-up pages", async () => {
    for (const [name, data] of [
        ["county-compared", compared_county()],
        ["county-faulty", faulty_county()],
        ["province", province(11, 8, 6, { stations: 60 })],
    ])
        await on_page(data, async (page) => {
            await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
        });
});
