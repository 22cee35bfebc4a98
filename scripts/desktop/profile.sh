#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Writes a fresh QGIS profile with the plugin switched on: profile.sh PROFILES LOCALE PLUGIN-FOLDER
set -euo pipefail
profiles=$1 locale=$2 plugins=$3
rm -rf "$profiles/profiles"
mkdir -p "$profiles/profiles/default/QGIS"
cat >"$profiles/profiles/default/QGIS/QGIS3.ini" <<INI
[Plugins]
libyiquanplugin=true

[plugins]
searchPathsForPlugins=$plugins
checkOnStart=false

[locale]
overrideFlag=true
userLocale=$locale

[app]
askToSaveMemoryLayers=false
checkVersion=false

[qgis]
checkVersion=false
newsFeed\\httpsfeedqgisorg\\disabled=true
INI
