// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = process.env.YIQUAN_REPORT_SOURCES;
const { texts } = await import(pathToFileURL(path.join(folder, "texts.js")).href);
const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".js") && name !== "texts.js")
    .map((name) => readFileSync(path.join(folder, name), "utf8"));

const values_of = (text) =>
    [...text.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1])
        .sort()
        .join();
const words_of = (text) => text.replace(/\{\w+\}/g, "").replace(/[^\p{L}]/gu, "");

test("every fixed text stands in both languages and names the same values", () => {
    for (const [key, text] of Object.entries(texts)) {
        assert.ok(text.zh && text.en, `${key} lacks a language`);
        assert.equal(values_of(text.zh), values_of(text.en), `${key} names other values`);
    }
});

test("Chinese texts are Chinese and English ones English", () => {
    const quoted = new Set(["share_honoured"]); // names a Chinese title
    for (const [key, text] of Object.entries(texts)) {
        if (words_of(text.zh) && !/^(SHA)/.test(text.zh)) assert.match(text.zh, /\p{Script=Han}/u, key);
        if (!quoted.has(key)) assert.doesNotMatch(text.en, /\p{Script=Han}/u, key);
    }
});

test("no text is unused and none is asked for that does not exist", () => {
    const named = new Set(
        sources.flatMap((source) => [...source.matchAll(/"([a-z0-9_]+)"/g)].map((match) => match[1])),
    );
    const asked = new Set(
        sources.flatMap((source) => [...source.matchAll(/\bt\("([a-z0-9_]+)"/g)].map((match) => match[1])),
    );
    assert.deepEqual(
        Object.keys(texts).filter((key) => !named.has(key)),
        [],
    );
    assert.deepEqual(
        [...asked].filter((key) => !(key in texts)),
        [],
    );
});

test("text from data never becomes markup", () => {
    for (const source of sources)
        assert.doesNotMatch(
            source,
            /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/,
        );
});
