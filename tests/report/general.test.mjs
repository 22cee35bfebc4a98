// SPDX-License-Identifier: MIT
// What every page must pass: a made-up one, and a finished report where YIQUAN_REPORT_PAGE_FILE names one.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";

import axe from "axe-core";

import { close, desktop, open, phone, pictures, settle, shut } from "./browser.mjs";
import { compared_county, province } from "./documents.mjs";

after(close);

const subjects = [
    ["county", ["zh", "en"], () => compared_county()],
    ["province", ["zh"], () => province(5, 6, 5, { stations: 40 })],
];
const finished = process.env.YIQUAN_REPORT_PAGE_FILE;
if (finished) subjects.push(["report", ["zh", "en"], () => finished]);
else
    test(
        "a finished report passes the general checks",
        { skip: "YIQUAN_REPORT_PAGE_FILE names none" },
        () => {},
    );

const quiet = (page) => {
    assert.deepEqual(page.requests, [], "the page asked the network");
    assert.deepEqual(page.faults, [], "the page complained");
};

for (const [name, languages, make] of subjects) {
    for (const language of languages) {
        test(`${name}, ${language}: opens in silence, looks right at both widths`, async () => {
            for (const [size, viewport] of [
                ["desktop", desktop],
                ["phone", phone],
            ]) {
                const page = await open(make(), { viewport, language });
                await page.screenshot({ path: `${pictures}/${name}-${language}-${size}.png` });
                await page.screenshot({
                    path: `${pictures}/${name}-${language}-${size}-whole.png`,
                    fullPage: true,
                });
                assert.equal(
                    await page.evaluate(() => document.documentElement.scrollWidth),
                    viewport.width,
                    "something sticks out",
                );
                assert.ok((await page.locator("#summary .lead").innerText()).length > 10);
                assert.ok((await page.locator(".zone-shape").count()) > 0);
                assert.equal(await page.locator("#distance .chart svg").count(), 1);
                quiet(page);
                await shut(page);
            }
        });

        test(`${name}, ${language}: the accessibility check finds nothing serious`, async () => {
            const page = await open(make(), { language });
            for (const details of await page.locator("details").all())
                await details.evaluate((node) => {
                    node.open = true;
                });
            await page.locator(".zone-shape").first().click({ force: true });
            await settle(page);
            await page.evaluate(axe.source);
            const found = await page.evaluate(() =>
                window.axe.run(document, {
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
                }),
            );
            const serious = found.violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(
                    ({ id, nodes }) =>
                        `${id}: ${nodes
                            .slice(0, 3)
                            .map(
                                (node) =>
                                    `${node.html.slice(0, 160)} ${node.any.map((each) => each.message).join("; ")}`,
                            )
                            .join(" | ")}`,
                );
            assert.deepEqual(serious, []);
            await shut(page);
        });

        test(`${name}, ${language}: prints on A4`, async () => {
            const page = await open(make(), { language });
            const file = `${pictures}/${name}-${language}.pdf`;
            const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
            writeFileSync(file, bytes);
            const text = bytes.toString("latin1");
            const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((match) =>
                match.slice(1).map(Number),
            );
            assert.ok(boxes.length >= 2, `${boxes.length} pages`);
            for (const [width, height] of boxes)
                assert.ok(
                    Math.abs(width - 595.3) < 1 && Math.abs(height - 841.9) < 1,
                    `${width} × ${height} is not A4`,
                );
            assert.ok(statSync(file).size > 30000, "an empty page");
            const read = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
            if (!read.error) {
                const title = (await page.title()).replace(/\s/g, "");
                assert.ok(
                    read.stdout.replace(/\s/g, "").includes(title),
                    "the title is not in the text of the PDF",
                );
            }
            await settle(page);
            assert.equal(
                await page.evaluate(() => document.documentElement.className),
                "",
                "the page stays as for paper",
            );
            quiet(page);
            await shut(page);
        });
    }

    test(`${name}: every control can be reached by keyboard and shows where the focus is`, async () => {
        const page = await open(make());
        const reached = new Set();
        for (let k = 0; k < 60; ++k) {
            await page.keyboard.press("Tab");
            const focus = await page.evaluate(() => {
                const node = document.activeElement;
                if (node === document.body) return null;
                const style = getComputedStyle(node);
                return {
                    name: node.getAttribute("class") || node.tagName,
                    seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                };
            });
            if (!focus) continue;
            reached.add(String(focus.name).split(" ")[0]);
            assert.ok(focus.seen, `no visible focus on ${focus.name}`);
        }
        for (const control of ["skip", "wordmark", "quiet", "map", "sort", "name"])
            assert.ok(reached.has(control), `${control} not reached: ${[...reached]}`);
        quiet(page);
        await shut(page);
    });
}
