// SPDX-License-Identifier: MIT
// Documents of schema yiquan.report/1 to show: a county drawn by hand, and large ones by a seeded generator.

/// The drawn county, three squares of 0.1 degrees side by side, one station each in Alpha and Gamma:
///
///     +-------+-------+-------+      East: Alpha, Beta      West: Gamma
///     | Alpha | Beta  | Gamma |      people   100   50   250      400
///     |   *   | (gap) |   *   |      covered   80    0   250      330 = 82.5 %
///     +-------+-------+-------+      in gaps   20   50     0       70
const step = 0.0001;
const edges = [0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000]; // the standard's radius is 1,000 m

export function figures(demand, covered, changes = {}) {
    return {
        demand,
        covered,
        gap: demand - covered,
        unreachable: 0,
        covered_share: demand > 0 ? covered / demand : 0,
        single: covered,
        area_km2: 100,
        covered_area_km2: 3,
        gap_area_km2: 97,
        facilities: 1,
        nearest_mean: 600,
        nearest_median: 500,
        nearest_p90: 1500,
        nearest_max: 1900,
        meets_target: null,
        by_distance: [covered, 0, 0, 0, demand - covered, 0, 0, 0, 0],
        ...changes,
    };
}

/// What the ledger shows; the table of figures has longer words for some.
function columns_of(target, unreachable = false) {
    return [
        ["covered_share", "share", "Share covered", "覆盖率"],
        ["demand", "people", "Demand", "需求"],
        ["covered", "people", "Covered", "已覆盖"],
        ["gap", "people", "Gap", "未覆盖"],
        unreachable && ["unreachable", "people", "Unreachable", "不可达"],
        ["single", "people", "Served by one facility only", "仅一处设施服务"],
        ["nearest_mean", "cost", "Mean distance", "平均距离"],
        ["nearest_p90", "cost", "90th percentile distance", "90%分位距离"],
        ["facilities", "count", "Facilities", "设施数"],
        ["area_km2", "area", "Area", "面积"],
        target !== null && ["meets_target", "flag", "Meets the target", "是否达标"],
    ]
        .filter(Boolean)
        .map(([key, kind, en, zh]) => ({ key, kind, title: { zh, en } }));
}

/// Corners in steps, closed by the first side again left out: x0, y0, then the ways.
function square(column, size = 1000) {
    return [1000000 + column * 1000, 360000, size, 0, 0, size, -size, 0];
}

export function county(changes = {}) {
    const alpha = figures(100, 80);
    const beta = figures(50, 0, {
        facilities: 0,
        covered_area_km2: 0,
        gap_area_km2: 100,
        nearest_mean: 1700,
    });
    const gamma = figures(250, 250, { nearest_mean: 200, nearest_p90: 250 });
    return {
        schema: "yiquan.report/1",
        version: "0.0.0",
        language: "en",
        title: "Drawn county",
        notice: "Drawn by hand.",
        summary: {
            zh: ["四百人中有三百三十人在一公里以内。", "七十人住在空白区。"],
            en: ["Of 400 people 330 live within one kilometre.", "Seventy live in gaps."],
        },
        standard: {
            id: "drawn",
            name: { zh: "手绘标准", en: "Drawn standard" },
            radius_m: 1000,
            bands_m: [1000],
            target_share: null,
            figures: [{ key: "radius", value: "1 km", source: "drawn", confidence: "setting" }],
        },
        filter: {},
        columns: columns_of(null),
        totals: figures(400, 330, {
            area_km2: 300,
            covered_area_km2: 6,
            gap_area_km2: 294,
            facilities: 2,
            outside_zones: 0,
        }),
        outside: figures(0, 0, {
            facilities: 0,
            nearest_mean: null,
            nearest_median: null,
            nearest_p90: null,
            nearest_max: null,
        }),
        parents: [
            { name: "East", ...figures(150, 80, { area_km2: 200 }) },
            { name: "West", ...figures(250, 250) },
        ],
        zones: [
            { code: "a", name: "Alpha", parent: "East", ...alpha },
            { code: "b", name: "Beta", parent: "East", ...beta },
            { code: "c", name: "Gamma", parent: "West", ...gamma },
        ],
        distances: {
            edges_m: edges,
            people: [330, 0, 0, 0, 70, 0, 0, 0, 0],
            unknown: 0,
            quantiles_m: Array.from({ length: 101 }, (_, k) => k * 19),
            lorenz: Array.from({ length: 101 }, (_, k) => (k / 100) ** 2),
            gini: 1 / 3,
        },
        facilities: [
            {
                id: "s1",
                name: "First station",
                kind: "rest station",
                lon: 100.02,
                lat: 36.02,
                zone: "a",
                active: true,
                demand_served: 80,
                demand_only_here: 80,
            },
            {
                id: "s2",
                name: "Second station",
                kind: "job point",
                lon: 100.22,
                lat: 36.02,
                zone: "c",
                active: true,
                demand_served: 250,
                demand_only_here: 250,
            },
        ],
        gaps: [
            {
                rank: 1,
                zone_code: "b",
                zone_name: "Beta",
                parent: "East",
                demand: 50,
                area_km2: 100,
                farthest_m: 1900,
                farthest: [100.15, 36.05],
                nearest_name: "First station",
            },
            {
                rank: 2,
                zone_code: "a",
                zone_name: "Alpha",
                parent: "East",
                demand: 20,
                area_km2: 97,
                farthest_m: 1500,
                farthest: [100.09, 36.09],
                nearest_name: "First station",
            },
        ],
        station_shares: [],
        findings: { count: 0, by_kind: [], list: [], listed: 0 },
        sources: [
            { role: "facilities", path: "stations.csv", sha256: "0".repeat(64), rows: 2 },
            { role: "demand", path: "people.csv", sha256: "1".repeat(64), rows: 3 },
            { role: "zones", path: "areas.geojson", sha256: "", rows: 3 },
        ],
        geometry: {
            step,
            zones: [
                { code: "a", polygons: [[square(0)]] },
                { code: "b", polygons: [[square(1)]] },
                { code: "c", polygons: [[square(2)]] },
            ],
            covered: [{ zone: "a", polygons: [[[1000150, 360150, 100, 0, 0, 100, -100, 0]]] }],
            gaps: [
                { rank: 1, polygons: [[square(1)]] },
                { rank: 2, polygons: [[[1000600, 360600, 300, 0, 0, 300, -300, 0]]] },
            ],
        },
        comparison: null,
        ...changes,
    };
}

/// The county with every text of the data in Chinese.
export function chinese_county() {
    const names = {
        Alpha: "甲县",
        Beta: "乙县",
        Gamma: "丙县",
        East: "东州",
        West: "西州",
        "First station": "第一驿站",
        "Second station": "第二驿站",
        "rest station": "驿站",
        "job point": "就业服务站",
        "Drawn county": "手绘县",
        "Drawn by hand.": "手绘。",
        drawn: "手绘",
        radius: "半径",
        "1 km": "1 公里",
        "stations.csv": "驿站表",
        "people.csv": "人口表",
        "areas.geojson": "界线",
    };
    return {
        ...JSON.parse(JSON.stringify(county()), (key, value) =>
            typeof value === "string" && key !== "schema" ? (names[value] ?? value) : value,
        ),
        language: "zh",
    };
}

export function compared_county() {
    const change = (demand, before, after, gained, lost) => ({
        demand_before: demand,
        demand_after: demand,
        covered_before: before,
        covered_after: after,
        gained,
        lost,
    });
    return county({
        comparison: {
            before: { title: "Last year", totals: figures(400, 290) },
            by_place: true,
            total: change(400, 290, 330, 70, 30),
            zones: [
                { code: "a", name: "Alpha", parent: "East", ...change(100, 10, 80, 70, 0) },
                { code: "b", name: "Beta", parent: "East", ...change(50, 30, 0, 0, 30) },
                { code: "c", name: "Gamma", parent: "West", ...change(250, 250, 250, 0, 0) },
            ],
            facilities: [
                { kind: "added", id: "s1", name: "First station" },
                { kind: "removed", id: "s3", name: "Third station" },
                { kind: "moved", id: "s2", name: "Second station", distance_m: 1250 },
                { kind: "renamed", id: "s4", name: "New name", name_before: "Old name" },
            ],
        },
    });
}

export function faulty_county() {
    const finding = (kind, row, at) => ({
        kind,
        source: "stations.csv",
        row,
        field: "lon",
        value: "x",
        detail: { zh: "改正了。", en: "Corrected." },
        at,
    });
    return county({
        findings: {
            count: 3,
            listed: 3,
            by_kind: [
                { kind: "swapped", name: { zh: "经纬度颠倒", en: "Swapped coordinates" }, count: 2 },
                { kind: "duplicate", name: { zh: "重复", en: "Duplicates" }, count: 1 },
            ],
            list: [
                finding("swapped", 3, [100.05, 36.05]),
                finding("swapped", 4, null),
                finding("duplicate", null, null),
            ],
        },
    });
}

/// The same figures for every run with the same seed.
function random(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let value = Math.imul(state ^ (state >>> 15), state | 1);
        value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
        return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
    };
}

/// A province of columns × rows squares with fractions of people, targets, unreachable people and long names.
export function province(seed, columns, rows, { parents = 10, stations = 1200 } = {}) {
    const next = random(seed);
    const zones = [];
    const shapes = [];
    const gaps = [];
    const gap_shapes = [];
    for (let k = 0; k < columns * rows; ++k) {
        const code = String(630000 + k);
        const demand = next() < 0.03 ? 0 : next() * 90000;
        const covered = demand * next();
        const unreachable = (demand - covered) * 0.1 * next();
        const parent = parents > 0 ? `第 ${k % parents} 州` : "";
        const name =
            k === 0
                ? "某某蒙古族藏族哈萨克族自治州直辖的名称特别长的一个县级统计单元（含开发区与管委会）"
                : `第 ${k} 县`;
        zones.push({
            code,
            name,
            parent,
            ...(k === 1 ? { note: "说明".repeat(30) } : {}),
            ...figures(demand, covered, {
                unreachable,
                gap: demand - covered - unreachable,
                meets_target: covered >= demand * 0.85,
                by_distance: edges.map((_, e) => demand / (e + 2) / 3),
            }),
        });
        const [x, y] = [k % columns, Math.floor(k / columns)];
        shapes.push({
            code,
            polygons: [[[900000 + x * 2000, 320000 + y * 2000, 2000, 0, 0, 2000, -2000, 0]]],
        });
        gaps.push({
            zone_code: code,
            zone_name: name,
            parent,
            demand: demand - covered - unreachable,
            area_km2: 40 * next(),
            farthest_m: 1000 + 9000 * next(),
            farthest: [90 + x * 0.2 + 0.1, 32 + y * 0.2 + 0.1],
            nearest_name: next() < 0.1 ? null : "驿站",
        });
    }
    gaps.sort((a, b) => b.demand - a.demand).forEach((gap, index) => {
        gap.rank = index + 1;
        const [x, y] = [
            (Number(gap.zone_code) - 630000) % columns,
            Math.floor((Number(gap.zone_code) - 630000) / columns),
        ];
        gap_shapes.push({
            rank: gap.rank,
            polygons: [[[900500 + x * 2000, 320500 + y * 2000, 1000, 0, 0, 1000, -1000, 0]]],
        });
    });
    const sum = (key, list = zones) => list.reduce((all, zone) => all + zone[key], 0);
    const totals_of = (list) =>
        figures(sum("demand", list), sum("covered", list), {
            gap: sum("gap", list),
            unreachable: sum("unreachable", list),
            area_km2: sum("area_km2", list),
            meets_target: false,
            facilities: sum("facilities", list),
            by_distance: edges.map((_, e) => list.reduce((all, zone) => all + zone.by_distance[e], 0)),
        });
    const totals = totals_of(zones);
    return county({
        language: "zh",
        title: "虚构省服务覆盖（随机数据）",
        zones,
        gaps,
        standard: { ...county().standard, target_share: 0.85 },
        columns: columns_of(0.85, true),
        totals: { ...totals, outside_zones: 12.5 },
        outside: figures(12.5, 0, { facilities: 0 }),
        parents: Array.from({ length: parents }, (_, p) => ({
            name: `第 ${p} 州`,
            ...totals_of(zones.filter((zone) => zone.parent === `第 ${p} 州`)),
        })),
        distances: { ...county().distances, people: totals.by_distance, unknown: totals.unreachable },
        facilities: Array.from({ length: stations }, (_, k) => ({
            id: `s${k}`,
            name: `驿站 ${k}`,
            kind: `类型 ${Math.floor(12 * next() ** 2)}`,
            lon: 90 + next() * columns * 0.2,
            lat: 32 + next() * rows * 0.2,
            zone: String(630000 + (k % zones.length)),
            active: next() > 0.1,
            demand_served: 1000 * next(),
            demand_only_here: 0.3,
        })),
        station_shares: [
            { id: "open_24h", share: 0.12, target: 0.15, unknown: 3, meets_target: false, stations: 25 },
            { id: "honoured", share: 0.2, target: 0.15, unknown: 0, meets_target: true },
        ],
        geometry: { step, zones: shapes, covered: [], gaps: gap_shapes },
    });
}
