#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Brings plugin/i18n/*.ts up to date with the source.

    scripts/translate.py            collect the texts; keep translations that still fit
    scripts/translate.py --check    change nothing; fail where a text is missing or untranslated

English repeats the source. Chinese is translated by hand in yiquan_zh.ts. Any other file
there, such as Tibetan, may be incomplete: what it lacks is shown in English.
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
    files = sorted(folder.glob("yiquan_*.ts"))
    # -locations none keeps line numbers out of the history.
    subprocess.run(["lupdate", "-silent", "-no-obsolete", "-locations", "none", "-I", ".", *sources, "-ts",
                    *map(str, files)], cwd=PLUGIN.parent, check=True)
    fill_english(folder / "yiquan_en.ts")


def fill_english(path):
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        translation = message.find("translation")
        forms = translation.findall("numerusform")
        if forms:
            source = message.find("source").text
            one = source.replace("(s)", "")
            many = source.replace("(s)", "s")
            for form, text in zip(forms, [one, many]):
                form.text = text
        else:
            translation.text = message.find("source").text
        translation.attrib.pop("type", None)
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
