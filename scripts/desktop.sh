#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds the plugin, and opens QGIS with it switched on and the Qinghai demo loaded.
# Uses a QGIS profile of its own below build/desktop; yours is not touched. Safe to run again.
#
#   scripts/desktop.sh             in the language of the system
#   scripts/desktop.sh --lang zh   in Chinese; --lang en: in English
set -euo pipefail
cd "$(dirname "$0")/.."

lang=${LANG:-en}
if [ "${1-}" = --lang ]; then lang=${2:?--lang wants zh or en}; fi
case $lang in zh*) locale=zh-Hans ;; *) locale=en_US ;; esac
trap 'printf "\n%s\n%s\n" "QGIS could not be opened; the last lines above say why." "未能打开 QGIS，原因见上面最后几行。" >&2' ERR

scripts/install.sh build plugin desktop
cmake --preset plugin --log-level=WARNING
cmake --build --preset plugin

if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    echo "QGIS needs a screen; run this from a desktop." "QGIS 需要图形桌面，请在桌面环境中运行。" >&2
    exit 1
fi
profiles=$PWD/build/desktop
scripts/desktop/profile.sh "$profiles" "$locale" "$PWD/build/plugin/plugin"
exec env YIQUAN_DEMO_FOLDER="$profiles/qinghai" \
    qgis --nologo --profiles-path "$profiles" --code scripts/desktop/open_demo.py
