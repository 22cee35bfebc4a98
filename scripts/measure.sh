#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the benchmarks and prints a table: median and noise of each, then a whole run of a million points by
# the command line. Quiet the machine first; ratios within one table are worth more than its figures.
#
#   scripts/measure.sh [REPETITIONS] [FILTER]    5 repetitions of everything unless told otherwise
#   scripts/measure.sh 1 siting                  location problems with their proofs, each for a minute at most
#   scripts/measure.sh 1 relocation              the same for relocation
set -euo pipefail
cd "$(dirname "$0")/.."

repetitions=${1:-5}
filter=${2:-.}

scripts/install.sh build test
cmake --preset test --log-level=WARNING
cmake --build --preset test

case $filter in
    siting | relocation)
        exec "build/test/benchmarks/bench_$filter"
        ;;
esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for program in build/test/benchmarks/bench_*; do
    case $program in *_made_up_run | *_siting | *_relocation) continue ;; esac
    [ -x "$program" ] || continue
    echo "${program##*/} ..." >&2
    "$program" --benchmark_filter="$filter" --benchmark_repetitions="$repetitions" \
        --benchmark_enable_random_interleaving=true --benchmark_min_time=0.1 --benchmark_report_aggregates_only=true \
        --benchmark_out="$scratch/${program##*/}.json" --benchmark_out_format=json >/dev/null 2>&1 || true
done

python3 - "$scratch" <<'PYTHON'
import glob, json, os, sys

print("| benchmark | scene | wall ms | CPU ms | noise | million/s | also |")
print("|---|---|---:|---:|---:|---:|---|")
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.json"))):
    if not os.path.getsize(path):
        continue
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["benchmarks"]
    program = os.path.basename(path)[len("bench_"):-len(".json")]
    noise = {row["run_name"]: row["cpu_time"] for row in rows if row["aggregate_name"] == "cv"}
    for row in rows:
        if row["aggregate_name"] != "median":
            continue
        rate = f"{row['items_per_second'] / 1e6:.2f}" if "items_per_second" in row else ""
        also = ", ".join(f"{key} {row[key]:.4g}" for key in ("mean_k", "error_ppm", "peak_MiB") if key in row)
        name = row["run_name"].replace("/real_time", "")
        print(f"| {program}: {name} | {row.get('label', '')} | {row['real_time']:.1f} | {row['cpu_time']:.1f} "
              f"| ±{100 * noise[row['run_name']]:.0f} % | {rate} | {also} |")
PYTHON

if [ "$filter" = . ]; then
    echo
    build/test/benchmarks/bench_made_up_run "$scratch"
    cp data/qinghai/counties.geojson "$scratch"
    for round in $(seq "$repetitions"); do
        python3 - "$round" build/test/cli/yiquan audit "$scratch/run.toml" -o "$scratch/out" --overwrite --quiet \
            --threads 2 <<'PYTHON'
import resource, subprocess, sys, time

start = time.monotonic()
subprocess.run(sys.argv[2:], check=True, stdout=subprocess.DEVNULL)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"yiquan audit, 1,000,000 points and 5,000 stations from CSV, round {sys.argv[1]}: {wall:.2f} s, "
      f"CPU {used.ru_utime + used.ru_stime:.2f} s, peak {used.ru_maxrss / 1024:.0f} MiB")
PYTHON
    done
fi
