# SPDX-License-Identifier: MIT
# Two Debian packages: yiquan, the command line, and qgis-plugin-yiquan. `cpack -G DEB` makes them.
install(FILES LICENSES/MIT.txt README.md README.zh.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT cli)
install(FILES data/SOURCES.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/data COMPONENT cli)
set(CPACK_COMPONENTS_ALL cli)
if(TARGET yiquan::plugin)
  install(FILES LICENSES/GPL-2.0-or-later.txt DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/qgis-plugin-yiquan
    COMPONENT plugin)
  install(FILES data/SOURCES.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/qgis-plugin-yiquan/data
    COMPONENT plugin)  # the licences of the demo inside the plugin
  list(APPEND CPACK_COMPONENTS_ALL plugin)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "Yiquan developers <developers@yiquan.invalid>")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME yiquan)
set(CPACK_DEBIAN_PLUGIN_PACKAGE_NAME qgis-plugin-yiquan)
set(CPACK_DEBIAN_PLUGIN_PACKAGE_DEPENDS "qgis-providers")  # yiquan-map runs without the desktop
set(CPACK_DEBIAN_PLUGIN_PACKAGE_RECOMMENDS "fonts-noto-cjk, yiquan")  # sites are found by the program yiquan
set(CPACK_COMPONENT_CLI_DESCRIPTION "Who is not served, and where the next station helps most
 Yiquan computes service areas, gaps and a balanced ledger of who is served
 for rest stations, job-service points and relocation sites.")
set(CPACK_COMPONENT_PLUGIN_DESCRIPTION "Yiquan inside QGIS: service areas, gaps, ledgers and what-if
 A dock and toolbox for planners, in Chinese and English, and yiquan-map, which
 prints audits as maps without a screen. Built for one release of QGIS and of no
 use with another.")
include(CPack)
