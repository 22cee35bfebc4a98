#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The real QGIS on a screen in memory, once in Chinese and once in English: switches the plugin on in a fresh
# profile, opens the demo, audits, drags a station, compares, and keeps a picture of every step.
#
#   tests/plugin/desktop_tour.sh PLUGIN-FOLDER PICTURES     e.g. build/plugin/plugin build/tour
set -euo pipefail
plugins=$(realpath "$1")
mkdir -p "$2"
pictures=$(realpath "$2")
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for language in zh-Hans en_US; do
    scripts/desktop/profile.sh "$work/$language" "$language" "$plugins"
    mkdir -p "$pictures/$language" "$work/$language/home"
    rm -f "$pictures/$language"/*.png
    # shellcheck disable=SC2016  # the inner shell expands these
    env HOME="$work/$language/home" YIQUAN_DEMO_FOLDER="$work/$language/qinghai" \
        YIQUAN_TOUR_PICTURES="$pictures/$language" YIQUAN_TOUR_WORK="$work/$language" \
        timeout 240 xvfb-run -a -s "-screen 0 1366x768x24" bash -c \
        'openbox & window_manager=$!; qgis --nologo --profiles-path "$1" --code tests/plugin/desktop_tour.py; code=$?; kill "$window_manager"; exit "$code"' \
        tour "$work/$language" 2>"$pictures/$language/qgis.log" ||
        { echo "desktop tour in $language: FAILED"; tail -n 30 "$pictures/$language/qgis.log"; exit 1; }
    echo "desktop tour in $language: done, pictures in $pictures/$language"
done
