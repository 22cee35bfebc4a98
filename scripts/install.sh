#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what Yiquan needs on Debian 12, and nothing that is there already.
#
#   scripts/install.sh build              what core and the command line need
#   scripts/install.sh build test lint    and the tests, and the style checks
#   scripts/install.sh build plugin       and the QGIS plugin; plugin-test: and to test it without a screen
#   scripts/install.sh desktop            QGIS itself; desktop-test: and to test inside it, on a screen in memory
#   scripts/install.sh maps               what yiquan-map needs to run; browser: to test the report in Chromium
#   scripts/install.sh build plugin package      and the Debian packages
set -euo pipefail

build=(g++ cmake ninja-build pkg-config libgdal-dev libgeos-dev libproj-dev libfmt-dev libtomlplusplus-dev
    nlohmann-json3-dev libcli11-dev libsqlite3-dev libxlsxwriter-dev nettle-dev
    coinor-libcbc-dev coinor-libclp-dev)
# The report's page is bundled with Node.js; one from elsewhere will do.
command -v npm >/dev/null || build+=(nodejs npm)
test=(ccache libgtest-dev libgmock-dev libbenchmark-dev libglpk-dev gdal-bin geographiclib-tools proj-bin python3)
plugin=(libqgis-dev qtbase5-dev qttools5-dev qttools5-dev-tools libqt5svg5-dev)
plugin_test=(qgis-providers fonts-noto-cjk poppler-utils)
maps=(qgis-providers fonts-noto-cjk)
browser=(chromium fonts-noto-cjk)
desktop=(qgis qgis-providers fonts-noto-cjk)
desktop_test=(xvfb xauth openbox python3-qgis)
package=(dpkg-dev file)
lint=(clang-format-14 clang-tidy-14 git python3 shellcheck)

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "Packages are missing (${missing[*]}); installing them needs root: run this as root, or install sudo." \
            "缺少软件包（${missing[*]}），安装需要 root 权限：请以 root 运行，或先安装 sudo。"
    fi
}

wanted=()
for group in "$@"; do
    case $group in
        build) wanted+=("${build[@]}") ;;
        test) wanted+=("${test[@]}") ;;
        lint) wanted+=("${lint[@]}") ;;
        plugin) wanted+=("${plugin[@]}") ;;
        plugin-test) wanted+=("${plugin_test[@]}") ;;
        maps) wanted+=("${maps[@]}") ;;
        browser) wanted+=("${browser[@]}") ;;
        desktop) wanted+=("${desktop[@]}") ;;
        desktop-test) wanted+=("${desktop_test[@]}") ;;
        package) wanted+=("${package[@]}") ;;
        *) fail "install.sh: unknown group '$group'; the first lines of this script list the groups." ;;
    esac
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    fail "This script installs Debian packages, but there is no apt here; it lists the libraries to install by hand." \
        "本脚本用 apt 安装 Debian 软件包，但这里没有 apt；请按其中的清单自行安装所需的库。"
fi

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null || true)
    grep -qx installed <<<"$state" || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

echo "Installing 安装: ${missing[*]}"
options=(-qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
as_root apt-get "${options[@]}" update ||
    fail "apt-get update failed; is this machine online?" "apt-get update 失败，请检查网络。"
as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" -o Dpkg::Use-Pty=0 install -y \
    --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "These packages could not be installed: ${missing[*]}" "以下软件包未能安装：${missing[*]}"
