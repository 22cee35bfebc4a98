#!/usr/bin/env python3
"""Checks data/: checksums, sums, counts and the standards. Standard library only.

    check.py                      exit 0, or 1 with a sentence per fault
    check.py --update-checksums   writes the checksums of the files into SOURCES.md
"""

import csv
import hashlib
import json
import math
import pathlib
import re
import sys
import tomllib

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
QINGHAI = DATA / "qinghai"
SOURCES = DATA / "SOURCES.md"

PROVINCE = 5_923_957
UNITS, PLACES, DEMAND = 45, 275, 285
ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0; geoBoundaries"
AGREEMENT_M = 3000  # a second source within this many metres agrees about a seat
OPEN_SOURCE = re.compile(r"^(GeoNames|SimpleMaps|WorldPop) .*\(CC BY 4\.0\)$|^NOAA .*\(public domain\)$")
CHECKSUM_LINE = re.compile(r"^([0-9a-f]{64}|-)  (\S+)$", re.MULTILINE)

STANDARDS = ["gb50180-5min", "gb50180-10min", "gb50180-15min", "gb50180-circles", "walk-15min", "ebike-15min",
             "drive-15min", "job-circle-3km", "sanitation-hut-dense", "sanitation-hut-medium",
             "sanitation-hut-sparse", "county-centre-15km", "county-centre-30km", "union-new-double15"]
CONFIDENCE = {"high", "medium-high", "medium", "low", "setting"}
MODES = {"walk", "ebike", "drive"}
KEYS = {"id", "name", "summary", "radius", "bands", "mode", "budget", "radius_range", "station_targets", "figure"}
FIGURE_KEYS = {"key", "value", "source", "confidence", "note"}
LENGTH = re.compile(r"^[0-9]+(\.[0-9]+)? (m|km)$")
DURATION = re.compile(r"^[0-9]+ min$")

faults = []


def expect(condition, sentence):
    if not condition:
        faults.append(sentence)


def rows(name):
    with open(QINGHAI / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def shipped():
    return sorted(p.relative_to(DATA).as_posix() for p in DATA.rglob("*") if p.is_file() and p != SOURCES)


def check_checksums():
    listed = {name: digest for digest, name in CHECKSUM_LINE.findall(SOURCES.read_text(encoding="utf-8"))}
    for name in shipped():
        if name not in listed:
            faults.append(f"SOURCES.md has no checksum for {name}.")
        elif listed[name] != sha256(DATA / name):
            faults.append(f"{name} differs from its checksum in SOURCES.md.")
    for name in sorted(set(listed) - set(shipped())):
        faults.append(f"SOURCES.md lists {name}, which is not there.")


def update_checksums():
    text = SOURCES.read_text(encoding="utf-8")
    block = "\n".join(f"{sha256(DATA / name)}  {name}" for name in shipped())
    head, fence, tail = text.partition("```sha256\n")
    if not fence:
        sys.exit("SOURCES.md has no sha256 block.")
    SOURCES.write_text(head + fence + block + "\n```" + tail.partition("\n```")[2], encoding="utf-8")


def metres(text):
    value, unit = text.split(" ")
    return float(value) * (1000.0 if unit == "km" else 1.0)


def inside(lon, lat, ring):
    """Even-odd rule; a point on the border may fall either way."""
    hit = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            hit = not hit
    return hit


def polygons_by_code():
    collection = json.loads((QINGHAI / "counties.geojson").read_text(encoding="utf-8"))
    expect(set(collection.get("notice", {})) == {"zh", "en"}, "counties.geojson has lost its notice in Chinese and English.")
    expect(collection.get("license") == "ODbL-1.0" and collection.get("attribution") == ATTRIBUTION,
           "counties.geojson has lost its licence or its attribution.")
    expect(len(collection["features"]) == UNITS, f"counties.geojson has {len(collection['features'])} units, not {UNITS}.")
    polygons = {}
    for feature in collection["features"]:
        properties, geometry = feature["properties"], feature["geometry"]
        expect(re.fullmatch("63[0-9]{4}", properties["code"]), f"{properties['code']} is no code of a county in Qinghai.")
        expect(properties["name"] and properties["prefecture"], f"{properties['code']} has no name or prefecture.")
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        expect(all(ring[0] == ring[-1] for part in parts for ring in part), f"{properties['code']} has an open ring.")
        polygons[properties["code"]] = parts
    expect(len(polygons) == UNITS, "counties.geojson has the same code twice.")
    return polygons


def check_tiling(polygons):
    """Neighbours share their border vertex by vertex, each from its own side; what is left is one ring around all."""
    owner = {}
    for code, parts in polygons.items():
        for ring in (ring for part in parts for ring in part):
            for a, b in zip(map(tuple, ring), map(tuple, ring[1:])):
                expect((a, b) not in owner, f"{code} and {owner.get((a, b))} lie on the same side of the border at {a}.")
                owner[a, b] = code
    onward = {a: b for a, b in owner if (b, a) not in owner}
    start = min(onward)
    at, steps = onward[start], 1
    while at != start and at in onward and steps <= len(onward):
        at, steps = onward[at], steps + 1
    expect(at == start and steps == len(onward), f"counties.geojson has a gap or an overlap: the border around all "
           f"counties has {len(onward)} edges, of which {steps} hang together.")


def check_points(name, table, polygons):
    expect(len({row["id"] for row in table}) == len(table), f"{name} has the same id twice.")
    for row in table:
        parts = polygons.get(row["county_code"], [])
        held = any(sum(inside(float(row["lon"]), float(row["lat"]), ring) for ring in part) % 2 for part in parts)
        expect(held, f"{name}: {row['id']} ({row['name']}) lies outside its county {row['county_code']}.")


def metres_between(a, b):
    """Great circle on a mean radius: right to half a percent."""
    lat_a, lat_b = math.radians(a[1]), math.radians(b[1])
    half_lon = math.radians(a[0] - b[0]) / 2.0
    h = math.sin((lat_a - lat_b) / 2.0) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2.0 * 6371000.0 * math.asin(math.sqrt(h))


def check_centres(centres, places):
    """Each seat says where it comes from; GeoNames positions are compared with places.csv where that has them."""
    place = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in places}
    for row in centres:
        who, at = f"service_centres.csv: {row['name']}", (float(row["lon"]), float(row["lat"]))
        expect(OPEN_SOURCE.match(row["source"]), f"{who} has no source under an open licence.")
        distance = int(row["second_distance_m"] or -1)
        expect((distance < 0) == (not row["second_source"]), f"{who}: a second source and its distance go together.")
        expect(row["confidence"].split()[0] in ("high", "medium", "low"), f"{who} has an unknown confidence.")
        expect(row["confidence"].startswith("low") or 0 <= distance <= AGREEMENT_M,
               f"{who} is {row['confidence']}, but no second source lies within {AGREEMENT_M} m.")
        expect(not row["confidence"].startswith("low") or row["note"], f"{who} is low and has no note.")
        for column, metres in (("source", 0), ("second_source", distance)):
            known = place.get(row[column].removeprefix("GeoNames ").split(" ")[0])
            if known and row[column].startswith("GeoNames "):
                expect(abs(metres_between(at, known) - metres) <= 1.0 + 0.005 * metres,
                       f"{who} does not lie {metres} m from {row[column]}.")


def totals(table, code):
    sums = {}
    for row in table:
        sums[row[code]] = sums.get(row[code], 0) + int(row["population"])
    return sums


def check_qinghai():
    polygons = polygons_by_code()
    census, demand, places, centres = (rows(n) for n in
                                       ("census2020.csv", "demand.csv", "places.csv", "service_centres.csv"))
    divisions = rows("divisions.csv")
    for name, table, count in (("census2020.csv", census, UNITS), ("divisions.csv", divisions, UNITS),
                               ("service_centres.csv", centres, UNITS), ("places.csv", places, PLACES),
                               ("demand.csv", demand, DEMAND)):
        expect(len(table) == count, f"{name} has {len(table)} rows, not {count}.")
    for name, table, column in (("census2020.csv", census, "code"), ("census2020.csv", census, "unit_code"),
                                ("divisions.csv", divisions, "code"), ("divisions.csv", divisions, "unit_code"),
                                ("service_centres.csv", centres, "id"), ("service_centres.csv", centres, "county_code")):
        expect({row[column] for row in table} == set(polygons),
               f"{name} ({column}) and counties.geojson do not name the same counties.")
    for name, table in (("census2020.csv", census), ("demand.csv", demand)):
        total = sum(int(row["population"]) for row in table)
        expect(total == PROVINCE, f"{name} sums to {total}, not {PROVINCE}.")
    counted, placed = totals(census, "unit_code"), totals(demand, "county_code")
    for code in sorted(set(counted) | set(placed) | set(polygons)):
        expect(code in polygons and counted.get(code) == placed.get(code),
               f"Unit {code}: the census has {counted.get(code)} people, demand.csv {placed.get(code)}.")
    for row in demand:
        expect("modelled" in row["method"], f"demand.csv: {row['id']} does not say that it is modelled.")
        expect(int(row["population"]) > 0, f"demand.csv: {row['id']} has no people.")
    for row in centres + census:
        expect(row["source"] and row["confidence"], f"{row['name']} has no source or confidence.")
    check_tiling(polygons)
    check_centres(centres, places)
    for name, table in (("demand.csv", demand), ("places.csv", places), ("service_centres.csv", centres)):
        check_points(name, table, polygons)


def bilingual(value):
    return isinstance(value, dict) and set(value) == {"zh", "en"} and all(isinstance(v, str) and v for v in value.values())


def check_standard(path):
    def say(condition, what):
        expect(condition, f"{path.name}: {what}.")

    try:
        standard = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{path.name} is not TOML: {error}.")
        return
    say(set(standard) <= KEYS, f"unknown key {', '.join(sorted(set(standard) - KEYS))}")
    say(standard.get("id") == path.stem, "id is not the file name")
    say(bilingual(standard.get("name")), "name needs zh and en")
    say(bilingual(standard.get("summary")), "summary needs zh and en")
    say(sum(k in standard for k in ("radius", "bands", "mode")) <= 1, "only one of radius, bands and mode")
    say(("mode" in standard) == ("budget" in standard), "mode and budget go together")
    lengths = [standard[k] for k in ("radius",) if k in standard] + standard.get("bands", []) + standard.get("radius_range", [])
    say(all(LENGTH.match(text) for text in lengths), "a length needs a number, a space and m or km")
    bands = [metres(text) for text in standard.get("bands", []) if LENGTH.match(text)]
    say(bands == sorted(set(bands)), "bands must grow")
    if "mode" in standard:
        say(standard["mode"] in MODES, f"mode is none of {', '.join(sorted(MODES))}")
        say(DURATION.match(standard.get("budget", "")), "budget needs a number and min")
    if "radius_range" in standard:
        low, high = standard["radius_range"]
        say("radius" in standard and metres(low) < metres(high) == metres(standard["radius"]),
            "radius must be the upper end of radius_range")
    if "station_targets" in standard:
        targets = standard["station_targets"]
        say(set(targets) == {"open_24h_share", "honoured_share"} and all(0 < v <= 1 for v in targets.values()),
            "station_targets needs open_24h_share and honoured_share between 0 and 1")
    figures = standard.get("figure", [])
    say(figures, "no [[figure]]")
    for figure in figures:
        key = figure.get("key", "?")
        say(set(figure) <= FIGURE_KEYS, f"figure {key} has an unknown key")
        for need in ("key", "value", "source", "confidence"):
            say(isinstance(figure.get(need), str) and figure[need], f"figure {key} has no {need}")
        say(figure.get("confidence") in CONFIDENCE, f"figure {key} has an unknown confidence")
        say("note" not in figure or bilingual(figure["note"]), f"the note of figure {key} needs zh and en")


def check_standards():
    paths = sorted((DATA / "standards").glob("*.toml"))
    names = {path.stem for path in paths}
    expect(names == set(STANDARDS), f"standards differ from the list: {', '.join(sorted(names ^ set(STANDARDS)))}.")
    for path in paths:
        check_standard(path)


def check_run_file():
    run = tomllib.loads((QINGHAI / "audit.toml").read_text(encoding="utf-8"))
    for table in ("facilities", "demand", "zones"):
        expect((QINGHAI / run[table]["path"]).is_file(), f"audit.toml: {run[table]['path']} is not there.")
    expect(run["standard"]["preset"] in STANDARDS, f"audit.toml: unknown preset {run['standard']['preset']}.")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update-checksums"]:
        update_checksums()
    elif sys.argv[1:]:
        sys.exit(__doc__)
    check_checksums()
    check_qinghai()
    check_standards()
    check_run_file()
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(1)
    print(f"data: {UNITS} units, {PLACES} places, {PROVINCE:,} people, {len(STANDARDS)} standards, checksums as listed")
