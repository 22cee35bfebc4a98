#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes the Debian packages yiquan and qgis-plugin-yiquan in build/packages. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh build plugin package
cmake --preset plugin --log-level=WARNING
cmake --build --preset plugin
mkdir -p build/packages
cpack --config build/plugin/CPackConfig.cmake -B build/packages >build/packages/cpack.log ||
    { cat build/packages/cpack.log >&2; exit 1; }
rm -rf build/packages/_CPack_Packages
ls -l build/packages/*.deb
echo 'Install 安装: apt install ./build/packages/*.deb'
