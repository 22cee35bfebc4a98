#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds everything, compiles every header alone and runs every test.
#
#   scripts/test.sh               release build
#   scripts/test.sh --sanitize    under AddressSanitizer and UndefinedBehaviorSanitizer
#   scripts/test.sh --threads     only what runs on several threads, under ThreadSanitizer
#
# The results are also written to build/<preset>/ctest.xml. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1-}" in
    "") preset="test" ;;
    --sanitize) preset="sanitize" ;;
    --threads) preset="tsan" ;;
    *)
        echo "Usage: scripts/test.sh [--sanitize | --threads]" >&2
        exit 2
        ;;
esac
trap 'echo "scripts/test.sh: stopped at line $LINENO; the lines above say why." >&2' ERR

groups=(build test)
[ "$preset" = tsan ] || groups+=(plugin plugin-test)
scripts/install.sh "${groups[@]}"

results=$PWD/build/$preset/ctest.xml
rm -f "$results"
cmake --preset "$preset" --log-level=WARNING
cmake --build --preset "$preset"
[ "$preset" != test ] || cmake --build --preset "$preset" --target all_verify_interface_header_sets

export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1
ctest --preset "$preset" -j"$(nproc)" --no-tests=error --output-junit "$results"
