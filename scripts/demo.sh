#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# From a fresh Debian 12 to the first audit: installs what is missing, builds yiquan, audits Qinghai.
#
#   scripts/demo.sh           the audit
#   scripts/demo.sh --pack    everything for a meeting: maps, summary, report, workbook (installs QGIS's libraries)
#
# Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1-}" in
    "") pack=no ;;
    --pack) pack=yes ;;
    *)
        echo "Usage: scripts/demo.sh [--pack]" >&2
        exit 2
        ;;
esac

step() { printf '\n== %s\n' "$1"; }
trap 'printf "\n%s\n%s\n" "The demo failed; the last lines above say why." "演示未完成，原因见上面最后几行。" >&2' ERR

seconds_since() { printf '%d.%02d s' $((($(date +%s%N) - $1) / 1000000000)) $((($(date +%s%N) - $1) / 10000000 % 100)); }

if [ "$pack" = yes ]; then
    out=demo-pack
    step "1/3 Packages 软件包"
    scripts/install.sh build plugin maps

    step "2/3 Building yiquan and yiquan-map 编译"
    cmake --preset plugin --log-level=WARNING
    cmake --build --preset plugin --target yiquan yiquan_map

    step "3/3 The meeting pack of Qinghai 青海省会议材料"
    start=$(date +%s%N)
    build/plugin/cli/yiquan pack data/qinghai/audit.toml -o "$out" --overwrite --lang zh
    printf '\nPack time 用时: %s\n' "$(seconds_since "$start")"
else
    out=demo-out
    step "1/3 Packages 软件包"
    scripts/install.sh build

    step "2/3 Building yiquan 编译"
    cmake --preset release --log-level=WARNING
    cmake --build --preset release

    step "3/3 Auditing Qinghai 审计青海省"
    start=$(date +%s%N)
    build/release/cli/yiquan audit data/qinghai/audit.toml -o "$out" --overwrite
    printf '\nAudit time 审计用时: %s\n' "$(seconds_since "$start")"
fi
printf 'Results 结果: %s\n' "$PWD/$out"
