#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# From a fresh Debian 12 to the first audit: installs what is missing, builds yiquan, audits Qinghai.
# Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

out=demo-out

step() { printf '\n== %s\n' "$1"; }
trap 'printf "\n%s\n%s\n" "The demo failed; the last lines above say why." "演示未完成，原因见上面最后几行。" >&2' ERR

step "1/3 Packages 软件包"
scripts/install.sh build

step "2/3 Building yiquan 编译"
cmake --preset release --log-level=WARNING
cmake --build --preset release

step "3/3 Auditing Qinghai 审计青海省"
start=$(date +%s%N)
build/release/cli/yiquan audit data/qinghai/audit.toml -o "$out" --overwrite
end=$(date +%s%N)
printf '\nAudit time 审计用时: %d.%02d s\n' $(((end - start) / 1000000000)) $(((end - start) / 10000000 % 100))
printf 'Results 结果: %s\n' "$PWD/$out"
