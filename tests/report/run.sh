#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Tests the report's page in Chromium, from file:// and without a network, and keeps pictures to look at.
#
#   tests/report/run.sh TEMPLATE.html PICTURES [REPORT.html]
#
# TEMPLATE is what report/ builds; REPORT a finished report, which gets the general checks too. Nothing is
# written into the sources: the tests run in build/report-tests, or where YIQUAN_REPORT_TESTS says.
set -euo pipefail
if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "Usage: tests/report/run.sh TEMPLATE.html PICTURES [REPORT.html]" >&2
    exit 2
fi
template=$(realpath -e "$1")
mkdir -p "$2"
pictures=$(realpath "$2")
report=${3:+$(realpath -e "$3")}
report=${report:-${YIQUAN_REPORT_PAGE_FILE-}}
cd "$(dirname "$0")"

browser=${YIQUAN_CHROMIUM:-$(command -v chromium || true)}
if [ -z "$browser" ]; then
    echo "Report page: skipped, there is no chromium; apt-get install chromium brings it." >&2
    echo "报告页面测试：已跳过，没有 chromium，可用 apt-get install chromium 安装。" >&2
    exit 0
fi

sources=$(realpath ../../report/src)
work=${YIQUAN_REPORT_TESTS:-$(realpath ../..)/build/report-tests}
mkdir -p "$work"
if ! cmp -s package-lock.json "$work/installed.json"; then
    cp package.json package-lock.json .npmrc "$work"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp package-lock.json "$work/installed.json"
fi
rm -f "$work"/*.mjs
cp ./*.mjs "$work"
cd "$work"
YIQUAN_REPORT_TEMPLATE=$template YIQUAN_REPORT_PICTURES=$pictures YIQUAN_REPORT_PAGE_FILE=$report \
    YIQUAN_REPORT_SOURCES=$sources YIQUAN_CHROMIUM=$browser \
    node --test --test-concurrency=1 --test-reporter=spec ./*.test.mjs
