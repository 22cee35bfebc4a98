#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Brings plugin/i18n/*.ts up to date with the source.

    scripts/translate.py            collect the texts; keep translations that still fit
    scripts/translate.py --check    change nothing; fail where a text is missing or untranslated

The texts in the source are English. yiquan_en.ts has only those that depend on a number: of
"%n site(s)" it makes "1 site" and "2 sites"; what was written there by hand stays. Chinese is
translated by hand in yiquan_zh.ts.
Debian 12 packages: qttools5-dev-tools
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLUGIN = pathlib.Path(__file__).resolve().parents[1] / "plugin"


def update(folder):
    sources = sorted(str(p.relative_to(PLUGIN.parent)) for p in PLUGIN.rglob("*.[ch]pp"))
    # -locations none keeps line numbers out of the history.
    lupdate = ["lupdate", "-silent", "-no-obsolete", "-locations", "none", "-I", ".", *sources]
    english = folder / "yiquan_en.ts"
    subprocess.run([*lupdate, "-ts", str(folder / "yiquan_zh.ts")], cwd=PLUGIN.parent, check=True)
    subprocess.run([*lupdate, "-pluralonly", "-ts", str(english)], cwd=PLUGIN.parent, check=True)
    fill_plurals(english)


def fill_plurals(path):
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation.attrib.pop("type", None):
            source = message.find("source").text
            one, many = translation.findall("numerusform")
            one.text = source.replace("(s)", "")
            many.text = source.replace("(s)", "s")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n", encoding="utf-8")


def untranslated(path):
    missing = []
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        texts = [form.text for form in translation.findall("numerusform")] or [translation.text]
        if translation.get("type") or not all(texts):
            missing.append(message.find("source").text)
    return missing


def main():
    if sys.argv[1:] == ["--check"]:
        with tempfile.TemporaryDirectory(dir=PLUGIN) as copy:
            folder = pathlib.Path(copy)
            for file in (PLUGIN / "i18n").glob("*.ts"):
                shutil.copy(file, folder)
            update(folder)
            faults = [f"{f.name} is not up to date: run scripts/translate.py"
                      for f in sorted(folder.glob("*.ts")) if f.read_bytes() != (PLUGIN / "i18n" / f.name).read_bytes()]
            for name in ("yiquan_en.ts", "yiquan_zh.ts"):
                faults += [f"{name} lacks: {text}" for text in untranslated(folder / name)]
    else:
        update(PLUGIN / "i18n")
        faults = [f"yiquan_zh.ts lacks: {text}" for text in untranslated(PLUGIN / "i18n" / "yiquan_zh.ts")]
    print("\n".join(faults) or "translations: complete")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
