#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Checks that need no test run: layout of the code (clang-format 14), smells (clang-tidy 14), the scripts
# (shellcheck), the shipped data, that nothing is set for a whole process, and that no file names one
# machine's paths or a package registry.
# All checks run, then it fails if one failed.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

scripts/install.sh build test plugin lint || exit 1

failed=()
check() {
    local name=$1 start=$SECONDS
    shift
    if "$@"; then
        echo "lint: $name: good ($((SECONDS - start)) s)"
    else
        echo "lint: $name: FAILED ($((SECONDS - start)) s)" >&2
        failed+=("$name")
    fi
}

# Files of the project, tracked or about to be.
files() { git ls-files --cached --others --exclude-standard -- "$@" | while read -r f; do [ -e "$f" ] && echo "$f"; done; }

layout() {
    files '*.cpp' '*.hpp' | xargs -r clang-format-14 --dry-run -Werror
}

smells() {
    cmake --preset test -B build/lint -D YIQUAN_PLUGIN=OFF -D YIQUAN_UNITY=OFF -D CMAKE_EXPORT_COMPILE_COMMANDS=ON --log-level=WARNING || return 1
    local log=build/lint/clang-tidy.log
    run-clang-tidy-14 -p build/lint -j"$(nproc)" -quiet "^$PWD/(core|cli)/.*\.cpp$" >"$log" 2>build/lint/clang-tidy.err
    local status=$?
    [ "$status" -eq 0 ] || grep -E -A3 '(warning|error): ' "$log"
    return "$status"
}

shell_scripts() {
    { files 'scripts/*.sh' 'scripts/**/*.sh' 'tests/**/*.sh'; echo .ci/run; } | sort -u | xargs -r shellcheck
}

shipped_data() {
    PYTHONDONTWRITEBYTECODE=1 python3 scripts/data/check.py
}

translations() {
    PYTHONDONTWRITEBYTECODE=1 python3 scripts/translate.py --check
}

# Written with brackets, so that this file does not match itself.
no_machine_paths() {
    local hosts='npm[j]s|deb[.]debian|snapshot[.]debian|pypi[.]|python[h]osted|crates[.]io|proxy[.]golang'
    local paths='(^|[^[:alnum:]_.*-])/(work|home|root)/'
    local found
    found=$(files | xargs -r -d '\n' grep -nIE "$hosts|$paths" 2>/dev/null)
    [ -z "$found" ] || { echo "$found"; return 1; }
}

# QGIS's GDAL, locale, signals and environment are not ours: what is set for a whole process is set by
# programs alone.
process_left_alone() {
    local setters='CPLSetConfigOption|CPLSetErrorHandler|CPLHTTPSetFetchCallback|OSRSetPROJEnableNetwork|GDALSetCacheMax'
    setters="$setters|GDALAllRegister|GDALDestroyDriverManager|DeregisterDriver|AutoSkipDrivers|std::signal|setlocale"
    setters="$setters|locale::global|setenv|q?putenv|qInstallMessageHandler|sqlite3_config"
    local found
    found=$(files 'core/*pp' 'plugin/*pp' |
        grep -vE '^(core/io/gdal/gdal_(program|drivers)[.]cpp|plugin/yiquan_map[.]cpp)$' |
        xargs -r grep -nE "\\b($setters)[[:alnum:]_]*\\(")
    [ -z "$found" ] || { echo "$found"; return 1; }
}

# The formatter joins lines of a comment; what Doxygen reads begins its own.
doc_comments() {
    local found
    found=$(files '*.cpp' '*.hpp' | xargs -r grep -nE '///.*[^ /].*[\\](param|throws|return)\b' | grep -vE '///[ ]*[\\](param|throws|return)')
    [ -z "$found" ] || { echo "$found"; return 1; }
}

check "clang-format" layout
check "doc comments" doc_comments
check "process left alone" process_left_alone
check "shellcheck" shell_scripts
check "data" shipped_data
check "translations" translations
check "no machine paths" no_machine_paths
check "clang-tidy" smells

[ "${#failed[@]}" -eq 0 ] || { echo "lint: failed: ${failed[*]}" >&2; exit 1; }
