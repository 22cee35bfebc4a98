// SPDX-License-Identifier: MIT
// Bundles the page into one HTML template: node build.mjs [OUTPUT]. Run beside node_modules; the same sources give
// the same bytes. What is bundled must have its licence in the table below, or nothing is written.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.resolve(process.argv[2] ?? path.join(here, "report.html"));

const PARTS = [
    { name: "leaflet", title: "Leaflet", files: ["LICENSE"] },
    { name: "echarts", title: "Apache ECharts", files: ["NOTICE", "LICENSE", "licenses/LICENSE-d3"] },
    { name: "zrender", title: "ZRender", files: ["LICENSE"] },
    { name: "tslib", title: "tslib", files: ["LICENSE.txt"] },
];
const BROWSERS = ["chrome86", "edge86", "firefox78", "safari14"];
/// Filled in when a report is made; each stands in the template exactly once.
const PLACEHOLDERS = ["@YIQUAN_LANG@", "@YIQUAN_TITLE@", "@YIQUAN_DATA@"];

async function licence_of({ name, title, files }) {
    const folder = path.join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
    return {
        name: title,
        version,
        licence: license,
        text: texts.map((text) => text.replace(/\r\n/g, "\n").trim()).join("\n\n----\n\n"),
    };
}

const licences = {
    name: "licences",
    setup(job) {
        job.onResolve({ filter: /^yiquan:licences$/ }, () => ({ path: "licences", namespace: "yiquan" }));
        job.onLoad({ filter: /.*/, namespace: "yiquan" }, async () => ({
            contents: JSON.stringify(await Promise.all(PARTS.map(licence_of))),
            loader: "json",
        }));
    },
};

async function bundle(entry, options = {}) {
    const result = await build({
        entryPoints: [path.join(here, "src", entry)],
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        charset: "utf8",
        legalComments: "none",
        target: BROWSERS,
        supported: { destructuring: true },
        absWorkingDir: here,
        loader: { ".png": "dataurl" },
        ...options,
    });
    const packages = Object.keys(result.metafile.inputs)
        .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
        .filter(Boolean);
    return { text: result.outputFiles[0].text.trim(), packages };
}

const script = await bundle("main.js", { format: "iife", plugins: [licences] });
const style = await bundle("page.css");
const icon = (await readFile(path.join(here, "src", "icon.svg"), "utf8")).trim();
const page = await readFile(path.join(here, "src", "page.html"), "utf8");

const bundled = [...new Set([...script.packages, ...style.packages])].sort();
const licensed = PARTS.map((part) => part.name).sort();
if (bundled.join() !== licensed.join())
    throw new Error(
        `build.mjs: bundled are ${bundled.join(", ")}, but the table of licences has ${licensed.join(", ")}`,
    );
if (/<\/script/i.test(script.text) || /<\/style/i.test(style.text))
    throw new Error("build.mjs: the bundle would end its own element");

const hash = createHash("sha256").update(script.text, "utf8").digest("base64");
const pieces = {
    "@CONTENT_SECURITY_POLICY@": `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`,
    "@ICON@": `data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}`,
    "@STYLE@": style.text,
    "@SCRIPT@": script.text,
};
const html = page.replace(/@[A-Z_]+@/g, (name) => pieces[name] ?? name);
for (const name of PLACEHOLDERS)
    if (html.split(name).length !== 2) throw new Error(`build.mjs: ${name} must stand in the template once`);

await mkdir(path.dirname(output), { recursive: true });
await writeFile(output, html);
