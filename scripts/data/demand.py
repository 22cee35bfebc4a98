#!/usr/bin/env python3
"""Builds data/qinghai/demand.csv: the 2020 census put on places. Modelled, not counted.

    demand.py CENSUS.csv SERVICE_CENTRES.csv DIVISIONS.csv PLACES.csv DEMAND.csv

The urban share of a county stands at its seat. The rest is shared equally
among its other places; a county without one keeps everybody at the seat. A
place that is the seat town itself (GeoNames says so, or it lies within 2 km)
is not one of the others. Whole persons by largest remainder, ties by id.
"""

import csv
import math
import sys
from fractions import Fraction

COLUMNS = ["id", "name", "lon", "lat", "population", "county_code", "county", "method"]
SEAT_TOWN_KM = 2.0
SEAT_CODES = {"PPLA", "PPLA2", "PPLA3"}
AT_SEAT = "modelled: urban share at the seat"
SPREAD = "modelled: rest of the county in equal parts"
ALL_AT_SEAT = "modelled: whole county at the seat, no other place known"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kilometres(a, b):
    """Great circle; good enough to tell 2 km from 3 km."""
    lat_a, lat_b = math.radians(float(a["lat"])), math.radians(float(b["lat"]))
    half_lon = math.radians(float(a["lon"]) - float(b["lon"])) / 2.0
    h = math.sin((lat_a - lat_b) / 2.0) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2.0 * 6371.0 * math.asin(math.sqrt(h))


def largest_remainder(quotas, total):
    """Whole numbers that sum to total; quotas are in the order that breaks ties."""
    parts = [math.floor(q) for q in quotas]
    order = sorted(range(len(quotas)), key=lambda i: (parts[i] - quotas[i], i))
    for i in order[:total - sum(parts)]:
        parts[i] += 1
    return parts


def main(census, centres, divisions, places, output):
    seat_of = {row["id"]: row for row in read(centres)}
    town_of = {row["code"]: row["seat"] or row["short_name"] for row in read(divisions)}
    places_of = {}
    for place in read(places):
        places_of.setdefault(place["census_code"], []).append(place)
    rows = []
    for county in read(census):
        seat = seat_of[county["code"]]
        others = [p for p in places_of.get(county["code"], [])
                  if p["feature_code"] not in SEAT_CODES and kilometres(p, seat) > SEAT_TOWN_KM]
        total, share = int(county["population"]), Fraction(county["urban_share"])
        quotas = [total * share] + [total * (1 - share) / len(others)] * len(others) if others else [Fraction(total)]
        people = largest_remainder(quotas, total)
        method = AT_SEAT if others or share == 1 else ALL_AT_SEAT
        points = [(f"seat-{county['code']}", town_of[county["code"]], seat, method)]
        points += [(p["id"], p["name"], p, SPREAD) for p in others]
        rows += [[identifier, name, point["lon"], point["lat"], count, seat["county_code"], seat["county"], how]
                 for (identifier, name, point, how), count in zip(points, people) if count > 0]
    with open(output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
