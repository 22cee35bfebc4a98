# SPDX-License-Identifier: MIT
# Finds QGIS and Qt, and wraps them in one target: yiquan::qgis.
list(APPEND CMAKE_MODULE_PATH /usr/share/qgis)
find_package(QGIS QUIET)
find_package(Qt5 QUIET COMPONENTS Core Gui Widgets Xml Svg Network PrintSupport Sql LinguistTools
  OPTIONAL_COMPONENTS WebKitWidgets)
if(NOT QGIS_FOUND OR NOT Qt5_FOUND OR NOT Qt5LinguistTools_FOUND)
  return()
endif()

# Some installed headers include others by a folder that was not installed; these forward to the flat ones.
set(YIQUAN_QGIS_PLUGIN_DIR ${CMAKE_INSTALL_LIBDIR}/qgis/plugins)
set(forwarded ${PROJECT_BINARY_DIR}/qgis_headers)
foreach(header
    scalebar/qgsscalebarsettings.h scalebar/qgsscalebarrenderer.h processing/qgsprocessingprovider.h
    processing/qgsprocessingfeedback.h processing/qgsprocessingcontext.h
    processing/models/qgsprocessingmodelchildparametersource.h processing/models/qgsprocessingmodelparameter.h
    processing/models/qgsprocessingmodelgroupbox.h geometry/qgspoint.h geometry/qgsabstractgeometry.h
    editorwidgets/core/qgssearchwidgetwrapper.h diagram/qgsdiagram.h)
  get_filename_component(flat ${header} NAME)
  file(CONFIGURE OUTPUT ${forwarded}/${header} CONTENT "#include <${flat}>\n")
endforeach()

add_library(yiquan_qgis INTERFACE)
add_library(yiquan::qgis ALIAS yiquan_qgis)
target_include_directories(yiquan_qgis SYSTEM INTERFACE ${QGIS_INCLUDE_DIR} ${forwarded})
target_link_libraries(yiquan_qgis INTERFACE ${QGIS_CORE_LIBRARY} ${QGIS_GUI_LIBRARY}
  Qt5::Widgets Qt5::Xml Qt5::Svg Qt5::Network Qt5::PrintSupport Qt5::Sql)
