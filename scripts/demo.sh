#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# From a fresh Debian 12 to the first audit: installs what is missing, builds yiquan, audits Qinghai.
#
#   scripts/demo.sh           the audit
#   scripts/demo.sh --pack    everything for a meeting: maps, summary, report, workbook (installs QGIS's libraries)
#   scripts/demo.sh --siting  which 20 township seats next, on top of the county centres? With a proof for 1 to 20
#
# Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1-}" in
    "") show=audit ;;
    --pack) show=pack ;;
    --siting) show=siting ;;
    *)
        echo "Usage: scripts/demo.sh [--pack | --siting]" >&2
        exit 2
        ;;
esac

step() { printf '\n== %s\n' "$1"; }
trap 'printf "\n%s\n%s\n" "The demo failed; the last lines above say why." "演示未完成，原因见上面最后几行。" >&2' ERR

seconds_since() { printf '%d.%02d s' $((($(date +%s%N) - $1) / 1000000000)) $((($(date +%s%N) - $1) / 10000000 % 100)); }

build_yiquan() {
    step "1/3 Packages 软件包"
    scripts/install.sh build

    step "2/3 Building yiquan 编译"
    cmake --preset release --log-level=WARNING
    cmake --build --preset release
}

# Seats of townships by GeoNames (PPLA4), without those within 2 km of a county centre: they are its own town.
township_seats() {
    awk -F, '
        function kilometres(lon, lat, to,    x, y, r) {
            r = atan2(0, -1) / 180
            x = (lon - centre_lon[to]) * cos((lat + centre_lat[to]) / 2 * r)
            y = lat - centre_lat[to]
            return 6371 * r * sqrt(x * x + y * y)
        }
        FNR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; if (NR != 1) print; next }
        NR == FNR { ++centres; centre_lon[centres] = $column["lon"]; centre_lat[centres] = $column["lat"]; next }
        $column["feature_code"] == "PPLA4" {
            for (i = 1; i <= centres; ++i) if (kilometres($column["lon"], $column["lat"], i) < 2) next
            print
        }' "$1" "$2"
}

# Which 20 of the seats in a folder's candidates.csv next? Program, folder, more options.
locate_seats() {
    "$1" locate --model mclp -p 1..20 --radius "15 km" --greedy --overwrite \
        --candidates "$2/candidates.csv" --demand data/qinghai/demand.csv \
        --existing data/qinghai/service_centres.csv --zones data/qinghai/counties.geojson "${@:3}"
}

case "$show" in
    pack)
        out=demo-pack
        step "1/3 Packages 软件包"
        scripts/install.sh build plugin maps

        step "2/3 Building yiquan and yiquan-map 编译"
        cmake --preset plugin --log-level=WARNING
        cmake --build --preset plugin --target yiquan yiquan_map

        step "3/3 The meeting pack of Qinghai 青海省会议材料"
        start=$(date +%s%N)
        mkdir -p demo-siting
        township_seats data/qinghai/service_centres.csv data/qinghai/places.csv >demo-siting/candidates.csv
        locate_seats build/plugin/cli/yiquan demo-siting -o demo-siting/plan.gpkg --quiet
        build/plugin/cli/yiquan pack data/qinghai/audit.toml --siting demo-siting/plan.gpkg -o "$out" --overwrite --lang zh
        printf '\nPack time 用时: %s\n' "$(seconds_since "$start")"
        ;;
    siting)
        out=demo-siting
        build_yiquan

        step "3/3 Which 20 township seats next? 下一批 20 个乡镇驻地选哪些？"
        mkdir -p "$out"
        township_seats data/qinghai/service_centres.csv data/qinghai/places.csv >"$out/candidates.csv"
        printf 'Candidates 候选点: %s\n\n' "$(($(wc -l <"$out/candidates.csv") - 1))"
        siting() { locate_seats build/release/cli/yiquan "$out" "$@"; }
        start=$(date +%s%N)
        siting -o "$out/plan.gpkg"
        printf '\nSiting time 选址用时: %s\n' "$(seconds_since "$start")"
        siting -o "$out/plan.json" --quiet
        proved=$(grep -c '^      "status": "optimal"' "$out/plan.json" || true)
        if [ "$proved" -ne 20 ]; then
            echo "Only $proved of 20 answers are proved optimal. 20 个结果中只有 $proved 个已证明最优。" >&2
            exit 1
        fi
        echo "All 20 answers are proved optimal. 20 个结果均已证明最优。"
        ;;
    audit)
        out=demo-out
        build_yiquan

        step "3/3 Auditing Qinghai 审计青海省"
        start=$(date +%s%N)
        build/release/cli/yiquan audit data/qinghai/audit.toml -o "$out" --overwrite
        printf '\nAudit time 审计用时: %s\n' "$(seconds_since "$start")"
        ;;
esac
printf 'Results 结果: %s\n' "$PWD/$out"
