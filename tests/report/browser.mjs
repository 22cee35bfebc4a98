// SPDX-License-Identifier: MIT
// Chromium on pages made from the template; whatever a page asks of the network or complains about is kept.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

export const pictures = process.env.YIQUAN_REPORT_PICTURES;
export const desktop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

const template = readFileSync(process.env.YIQUAN_REPORT_TEMPLATE, "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "yiquan-report-"));
const browser = await chromium.launch({
    executablePath: process.env.YIQUAN_CHROMIUM,
    headless: true,
    args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
    ],
});

export async function close() {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
}

/// As `yiquan report` fills the template.
export function fill(data, title = data.title) {
    const text = title.replace(
        /[&<>"]/g,
        (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
    );
    const pieces = {
        "@YIQUAN_LANG@": data.language === "en" ? "en" : "zh-Hans",
        "@YIQUAN_TITLE@": text,
        "@YIQUAN_DATA@": JSON.stringify(data).replace(/</g, "\\u003c"),
    };
    return template.replace(/@YIQUAN_[A-Z]+@/g, (name) => pieces[name]);
}

let pages = 0;

/// Opens a document, or a finished page by its path. The page's complaints are in page.faults, what it asked of
/// the network in page.requests.
export async function open(data, { viewport = desktop, language = null, wait = true } = {}) {
    let file = data;
    if (typeof data !== "string") {
        file = path.join(folder, `page-${++pages}.html`);
        writeFileSync(file, fill(data));
    }
    const address = pathToFileURL(file).href;
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.faults = [];
    page.requests = [];
    page.on(
        "console",
        (message) => message.type() !== "log" && page.faults.push(`${message.type()}: ${message.text()}`),
    );
    page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
        page.faults.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    await context.route("**/*", (route) => {
        const asked = route.request().url();
        if (asked.split(/[?#]/)[0] === address || asked.startsWith("data:")) return route.continue();
        page.requests.push(asked);
        return route.abort();
    });
    await page.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", (event) =>
            console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        ),
    );
    await page.goto(language ? `${address}?lang=${language}` : address);
    if (wait) await page.waitForSelector("main section");
    await settle(page);
    return page;
}

/// Until the map has drawn and charts stand still.
export async function settle(page, milliseconds = 450) {
    await page.waitForTimeout(milliseconds);
}

export async function shut(page) {
    await page.context().close();
}

/// Every text that a reader meets: visible, spoken or shown on hovering.
export function all_texts(page) {
    return page.evaluate(() => {
        const texts = [];
        const skipped = (node) =>
            node.closest("#licences details, [data-language], script, style, noscript") !== null;
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim();
            if (text && !skipped(walker.currentNode.parentElement)) texts.push(text);
        }
        for (const node of document.querySelectorAll("[aria-label], [title], [alt]"))
            if (!skipped(node))
                texts.push(
                    ...["aria-label", "title", "alt"].map((name) => node.getAttribute(name)).filter(Boolean),
                );
        return texts;
    });
}
