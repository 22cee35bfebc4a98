#!/usr/bin/python3
"""Writes styles/*.qml, one style for each layer that the programs and the plugin show.

    QT_QPA_PLATFORM=offscreen make_styles.py [--check]

The styles are built with the QGIS API and then put into one canonical text, so that
the same script gives the same bytes. --check writes nothing and fails when a file in
styles/ differs. Change a style here, not in its .qml: a style edited in QGIS is lost
with the next run. tests/plugin/styles_check.py draws every one of them.

Debian 12 packages (--no-install-recommends): python3-qgis qgis-providers
"""
import os
import sys
import uuid
import xml.etree.ElementTree as ElementTree
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument
from qgis.core import (
    QgsApplication, QgsAttributeTableConfig, QgsCategorizedSymbolRenderer, QgsCentroidFillSymbolLayer,
    QgsDataDefinedSizeLegend,
    QgsFeatureRequest, QgsFillSymbol, QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer, QgsLineSymbol, QgsMapLayer, QgsMarkerSymbol, QgsPalLayerSettings,
    QgsProperty, QgsReadWriteContext, QgsRendererCategory, QgsRendererRange, QgsRuleBasedLabeling, QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer, QgsSimpleMarkerSymbolLayer, QgsSimpleMarkerSymbolLayerBase as Shape,
    QgsSizeScaleTransformer, QgsSymbol, QgsSymbolLayer, QgsTextBufferSettings, QgsTextFormat, QgsUnitTypes,
    QgsVectorLayer, QgsVectorLayerSimpleLabeling)

STYLES = Path(__file__).resolve().parents[2] / "styles"

# Colour-blind safe (Okabe and Ito); the greys and the darker blues keep their hue.
COVERED, COVERED_DARK = "#0072B2", "#00466E"
GAP, GAP_DARK = "#D55E00", "#7A3500"
SINGLE = "#F0E442"
ADDED, MOVED = "#009E73", "#56B4E9"
NO_DATA = "#BBBBBB"
INK, PAPER = "#222222", "#FFFFFF"
# Covered share, from pale to deep; lightness falls evenly, so a grey copy keeps the order.
SHARES = ["#FAF8F2", "#E9EEEC", "#D0DFE6", "#B0CCDE", "#8AB4D2"]

# The first family that is installed is used: Debian, Windows, macOS, older Linux, then any.
FAMILIES = ["Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
            "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "sans-serif"]

# Layer id: geometry and fields with their type and bilingual name, in the order of the table.
LAYERS = {
    "zones": ("MultiPolygon", [
        ("code", "string", "代码 Code"), ("name", "string", "名称 Name"), ("parent", "string", "上级单元 Parent unit"),
        ("note", "string", "备注 Note"), ("demand", "double", "需求人口 Demand"),
        ("covered", "double", "已覆盖人口 Covered demand"), ("gap", "double", "空白区人口 Demand in gaps"),
        ("unreachable", "double", "不可达人口 Unreachable demand"),
        ("covered_share", "double", "覆盖率 Covered share"), ("area_km2", "double", "面积（km²） Area (km²)"),
        ("covered_area_km2", "double", "已覆盖面积（km²） Covered area (km²)"),
        ("gap_area_km2", "double", "空白区面积（km²） Gap area (km²)"),
        ("facilities", "integer", "设施数 Facilities"),
        ("single", "double", "仅一处覆盖的人口 Demand with one facility only"),
        ("nearest_mean", "double", "最近距离均值（m） Nearest, mean (m)"),
        ("nearest_median", "double", "最近距离中位数（m） Nearest, median (m)"),
        ("nearest_p90", "double", "最近距离第90百分位（m） Nearest, 90th percentile (m)"),
        ("nearest_max", "double", "最近距离最大值（m） Nearest, largest (m)"),
        ("meets_target", "integer", "是否达标 Meets the target")]),
    "covered_areas": ("MultiPolygon", [
        ("zone_code", "string", "单元代码 Zone code"), ("zone_name", "string", "统计单元 Zone"),
        ("radius_m", "double", "服务半径（m） Radius (m)"), ("area_km2", "double", "面积（km²） Area (km²)"),
        ("demand", "double", "服务人口 Demand served")]),
    "service_gaps": ("MultiPolygon", [
        ("rank", "integer", "名次 Rank"), ("zone_code", "string", "单元代码 Zone code"),
        ("zone_name", "string", "统计单元 Zone"), ("parent", "string", "上级单元 Parent unit"),
        ("demand", "double", "空白区人口 Demand in the gap"), ("area_km2", "double", "面积（km²） Area (km²)"),
        ("farthest_m", "double", "最远处距离（m） Farthest point (m)"),
        ("farthest_lon", "double", "最远处经度 Farthest point, longitude"),
        ("farthest_lat", "double", "最远处纬度 Farthest point, latitude"),
        ("nearest_id", "string", "最近设施编号 Nearest facility, id"),
        ("nearest_name", "string", "最近设施 Nearest facility")]),
    "service_areas": ("MultiPolygon", [
        ("facility_id", "string", "设施编号 Facility id"), ("name", "string", "设施名称 Facility"),
        ("radius_m", "double", "服务半径（m） Radius (m)"), ("area_km2", "double", "面积（km²） Area (km²)"),
        ("demand_served", "double", "服务人口 Demand served")]),
    "demand": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("demand", "double", "需求人口 Demand"),
        ("zone_code", "string", "单元代码 Zone code"), ("zone_name", "string", "统计单元 Zone"),
        ("class", "string", "类别 Class"), ("covering", "integer", "覆盖设施数 Covering facilities"),
        ("band_m", "double", "所在服务圈（m） Band (m)"), ("only_id", "string", "唯一覆盖设施 The only facility"),
        ("nearest_id", "string", "最近设施 Nearest facility"),
        ("nearest_m", "double", "最近距离（m） Nearest distance (m)")]),
    "facilities": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("kind", "string", "类型 Kind"),
        ("row", "integer", "原表行号 Row in the list"), ("opening_hours", "string", "开放时间 Opening hours"),
        ("open_24h", "integer", "24小时开放 Open 24 hours"), ("amenities", "string", "配套设施 Amenities"),
        ("honoured", "integer", "最美驿站 Honoured"), ("active", "integer", "参与本次计算 Used in this run"),
        ("zone_code", "string", "单元代码 Zone code"), ("zone_name", "string", "统计单元 Zone"),
        ("demand_served", "double", "服务人口 Demand served"),
        ("demand_only_here", "double", "仅此处服务的人口 Demand served only here")]),
    "stations": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("kind", "string", "类型 Kind"),
        ("county", "string", "名单所列区县 County in the list"), ("row", "integer", "原表行号 Row in the list"),
        ("opening_hours", "string", "开放时间 Opening hours"), ("open_24h", "integer", "24小时开放 Open 24 hours"),
        ("amenities", "string", "配套设施 Amenities"), ("honoured", "integer", "最美驿站 Honoured"),
        ("lon", "double", "经度 Longitude"), ("lat", "double", "纬度 Latitude")]),
    "findings": ("Point", [
        ("kind", "string", "问题类别 Kind"), ("source", "string", "来源 Source"), ("row", "integer", "行 Row"),
        ("field", "string", "字段 Field"), ("value", "string", "值 Value"),
        ("detail_zh", "string", "说明 Detail (Chinese)"), ("detail_en", "string", "英文说明 Detail (English)")]),
    "changes": ("Point", [
        ("zone_code", "string", "单元代码 Zone code"), ("zone_name", "string", "统计单元 Zone"),
        ("change", "string", "变化 Change"), ("people", "double", "人口 People")]),
    "zone_changes": ("MultiPolygon", [
        ("code", "string", "代码 Code"), ("name", "string", "名称 Name"), ("parent", "string", "上级单元 Parent unit"),
        ("covered_before", "double", "原覆盖人口 Covered before"), ("covered_after", "double", "现覆盖人口 Covered after"),
        ("gained", "double", "新增覆盖 Gained"), ("lost", "double", "失去覆盖 Lost"),
        ("grown", "double", "人口自身增减 Grown"), ("net", "double", "净变化 Net change")]),
    "what_if": ("Point", [
        ("number", "integer", "序号 Number"), ("id", "string", "编号 Id"), ("name", "string", "名称 Name"),
        ("state", "string", "状态 State"), ("served", "double", "服务人口 People served")]),
    "what_if_circles": ("MultiPolygon", [
        ("number", "integer", "序号 Number"), ("state", "string", "状态 State")]),
    "siting_sites": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("role", "string", "身份 Role"),
        ("order", "integer", "建设次序 Order"), ("first_p", "integer", "首次入选的 p First p"),
        ("served", "double", "服务人口 People served"),
        ("served_only_here", "double", "仅此处服务的人口 People served only here"),
        ("price", "double", "造价 Price"), ("seats", "double", "座位 Seats")]),
    "siting_areas": ("MultiPolygon", [
        ("site_id", "string", "站点编号 Site id"), ("name", "string", "名称 Name"), ("role", "string", "身份 Role"),
        ("radius_m", "double", "服务半径（m） Radius (m)")]),
    "siting_demand": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("weight", "double", "人数 Weight"),
        ("before", "integer", "原已服务 Served before"), ("after", "integer", "现已服务 Served after"),
        ("site_id", "string", "最近的开放站点 Nearest open site"), ("distance_m", "double", "距离（m） Distance (m)")]),
    "screened_sites": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("verdict", "string", "结论 Verdict"),
        ("score", "double", "得分 Score"), ("failed_rules", "string", "未通过的规则 Rules failed"),
        ("unknown_rules", "string", "缺数据的规则 Rules without data")]),
    "relocation_households": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("village", "string", "村 Village"),
        ("households", "integer", "户数 Households"), ("people", "double", "人数 People"),
        ("site_id", "string", "安置点编号 Site id"), ("site_name", "string", "安置点 Site"),
        ("distance_m", "double", "距离（m） Distance (m)"), ("placed", "integer", "是否安置 Placed"),
        ("reason", "string", "未安置原因代码 Reason"), ("reason_text_zh", "string", "未安置原因 Reason (Chinese)"),
        ("reason_text_en", "string", "未安置原因（英文） Reason (English)")]),
    "relocation_lines": ("LineString", [
        ("household_id", "string", "户编号 Household id"), ("site_id", "string", "安置点编号 Site id"),
        ("people", "double", "人数 People"), ("distance_m", "double", "距离（m） Distance (m)")]),
    "relocation_sites": ("Point", [
        ("id", "string", "编号 Id"), ("name", "string", "名称 Name"), ("capacity", "double", "容量 Capacity"),
        ("load", "double", "安置人数 People placed"), ("households", "integer", "安置户数 Households placed"),
        ("opened", "integer", "是否启用 Opened"), ("allowed", "integer", "是否可用 Allowed"),
        ("share_used", "double", "容量使用率 Share used")]),
}
# The same tables under another question: a second style to choose, not a layer of its own.
LAYERS["k_coverage"] = LAYERS["demand"]
LAYERS["single_points"] = LAYERS["facilities"]
# Candidates are points or polygons, as their list has them.
LAYERS["screened_sites_polygons"] = ("MultiPolygon", LAYERS["screened_sites"][1])


def color(name, alpha=1.0):
    c = QColor(name)
    c.setAlphaF(alpha)
    return c


def symbol_of(kind, layers):
    """A symbol with these layers. (A list given to the constructor is not owned by it: that crashes.)"""
    symbol = kind()
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def fill(fill_color, stroke_color, width, stroke=Qt.SolidLine):
    """A polygon symbol; fill_color None leaves the inside empty."""
    layer = QgsSimpleFillSymbolLayer(fill_color or QColor(0, 0, 0, 0),
                                     Qt.SolidPattern if fill_color else Qt.NoBrush,
                                     stroke_color, stroke if width else Qt.NoPen, width)
    layer.setPenJoinStyle(Qt.RoundJoin)
    return symbol_of(QgsFillSymbol, [layer])


def hatched(symbol, ink, width, distance, angle=45, dash=None):
    """The polygon symbol with diagonal lines on top."""
    line = QgsSimpleLineSymbolLayer(color(ink), width)
    line.setPenCapStyle(Qt.FlatCap)
    if dash:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector(dash)
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(angle)
    pattern.setDistance(distance)
    pattern.setSubSymbol(symbol_of(QgsLineSymbol, [line]))
    symbol.appendSymbolLayer(pattern)
    return symbol


def hatch(ink, width, distance, edge, dash=None):
    """Diagonal lines `distance` mm apart and an edge; what lies below shows through."""
    return hatched(fill(None, color(ink), edge), ink, width, distance, dash=dash)


def no_data():
    """Grey like some share or other in a grey copy, so the lines lean the other way."""
    return hatched(fill(color(NO_DATA), color("#6E6E6E"), 0.2), "#8C8C8C", 0.15, 1.6, angle=135)


def shape_layer(shape, inside, size, stroke, width, angle=0.0, up=0.0):
    """One shape of a point symbol, `up` mm above the point."""
    layer = QgsSimpleMarkerSymbolLayer(shape, size, angle, QgsSymbol.ScaleDiameter, color(inside), color(stroke),
                                       Qt.RoundJoin)
    layer.setStrokeWidth(width)
    layer.setOffset(QPointF(0, -up))
    return layer


def marker(shape, inside, size, stroke=INK, width=0.25, halo=0.6, angle=0.0, over=()):
    """A point symbol on a white halo `halo` mm wide, with the shape layers `over` on top."""
    layers = [shape_layer(shape, PAPER, size + 2 * halo, PAPER, 0.0, angle)] if halo else []
    layers.append(shape_layer(shape, inside, size, stroke, width, angle))
    return symbol_of(QgsMarkerSymbol, layers + list(over))


def text(size, ink=INK, bold=False, halo=0.9):
    form = QgsTextFormat()
    font = QFont(FAMILIES[0])
    font.setBold(bold)
    form.setFont(font)
    form.setNamedStyle("Bold" if bold else "Regular")
    form.setFamilies(FAMILIES[1:])
    form.setSize(size)
    form.setSizeUnit(QgsUnitTypes.RenderPoints)
    form.setColor(color(ink))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(halo)
    buffer.setColor(color(PAPER, 0.85))
    buffer.setJoinStyle(Qt.RoundJoin)
    form.setBuffer(buffer)
    return form


def labels(expression, form, *, shown_to=None, placement=None, show=None, priority=5):
    """Labels from `expression`, shown from 1:`shown_to` inwards and where `show` holds."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(form)
    settings.multilineAlign = QgsPalLayerSettings.MultiCenter
    settings.lineHeight = 0.95
    settings.priority = priority
    if placement is not None:
        settings.placement = placement
    if shown_to:
        settings.scaleVisibility = True
        settings.minimumScale = shown_to
        settings.maximumScale = 0
    if show:
        settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Show, QgsProperty.fromExpression(show))
    return settings


# Side of a square as large as the polygon, in mm on the map.
SIDE_MM = 'sqrt("area_km2") * 1000000 / @map_scale'


def style_zones(layer):
    ranges = [QgsRendererRange(-2, -1, no_data(), "无数据 No data")]
    for i, shade in enumerate(SHARES):
        ranges.append(QgsRendererRange(i / 5, (i + 1) / 5, fill(color(shade), color("#6E6E6E"), 0.2),
                                       f"覆盖 {20 * i}–{20 * i + 20} % covered"))
    layer.setRenderer(QgsGraduatedSymbolRenderer('coalesce("covered_share", -1)', ranges[1:] + ranges[:1]))
    settings = labels(
        "replace(\"name\", '（', '\\n（') || '\\n' || "
        "coalesce(format_number(100 * \"covered_share\", 1) || ' %', '–')",
        text(7.5), placement=QgsPalLayerSettings.Horizontal, priority=6,
        show=f'{SIDE_MM} >= 1.7 * max(4, length(regexp_replace("name", \'（.*\', \'\')))')
    settings.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_covered_areas(layer):
    layer.setRenderer(single(fill(color(COVERED, 0.58), color(COVERED_DARK), 0.2), "已覆盖 Covered"))


def style_service_gaps(layer):
    ranges = [
        QgsRendererRange(0, 0, hatch("#B98A66", 0.10, 4.2, 0.08, [1.4, 1.4]), "空白区，无人口 Gap, nobody lives here"),
        QgsRendererRange(0, 1000, hatch(GAP, 0.14, 3.6, 0.1, [4.0, 1.2]), "空白区，不足 1,000 人 Gap, under 1,000 people"),
        QgsRendererRange(1000, 10000, hatch(GAP, 0.16, 3.0, 0.1), "空白区，1,000–1 万人 Gap, 1,000–10,000 people"),
        QgsRendererRange(10000, 50000, hatch(GAP, 0.22, 2.3, 0.1), "空白区，1 万–5 万人 Gap, 10,000–50,000 people"),
        QgsRendererRange(50000, 1e12, hatch(GAP, 0.32, 1.7, 0.12), "空白区，5 万人以上 Gap, over 50,000 people"),
    ]
    layer.setRenderer(QgsGraduatedSymbolRenderer('coalesce("demand", 0)', ranges))
    settings = labels("format_number(\"demand\", 0) || ' 人'",
                      text(7.5, GAP_DARK, bold=True), shown_to=2500000, placement=QgsPalLayerSettings.Horizontal,
                      show=f'"demand" > 0 AND {SIDE_MM} >= 12', priority=4)
    settings.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_service_areas(layer):
    # How many bands lie outside this one: the distinct radii are few, however many the areas.
    outside = ("array_length(array_filter(string_to_array(concatenate_unique(to_string(\"radius_m\"), concatenator:=',')), "
               "try(to_real(@element), 0) > 1.000001 * \"radius_m\"))")
    renderer = QgsCategorizedSymbolRenderer(f"min(3, coalesce({outside}, 0))", [
        QgsRendererCategory(0, fill(color(COVERED, 0.05), color(COVERED_DARK), 0.34),
                            "服务区，最外圈 Service area, outermost band"),
        QgsRendererCategory(1, fill(color(COVERED, 0.10), color(COVERED_DARK), 0.3, Qt.DashLine),
                            "向内第 2 圈 Second band inwards"),
        QgsRendererCategory(2, fill(color(COVERED, 0.14), color(COVERED_DARK), 0.3, Qt.DotLine),
                            "向内第 3 圈 Third band inwards"),
        QgsRendererCategory(3, fill(color(COVERED, 0.18), color(COVERED), 0.15), "更内各圈 Bands farther inwards"),
    ])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"radius_m"', False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    settings = labels("if(\"radius_m\" < 1000, round(\"radius_m\") || ' m', round(\"radius_m\" / 1000, 2) || ' km')",
                      text(7, COVERED_DARK), shown_to=60000, placement=QgsPalLayerSettings.Line, priority=2,
                      show='minimum("radius_m") < maximum("radius_m")')
    settings.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def in_proportion(field, kind, top, smallest, largest, in_legend, exponent=0.57):
    """Size by a number, never under `smallest` mm, `largest` mm from `top` upwards.

    `in_legend` mm is the size without a number, which is how the legend shows a class.
    """
    size = QgsProperty.fromExpression(f'"{field}"')
    size.setTransformer(QgsSizeScaleTransformer(kind, 0, top, smallest, largest, in_legend, exponent))
    return size


def show_sizes(renderer, size, *numbers):
    """The legend of a renderer whose symbols all have this size."""
    def sample():
        symbol = marker(Shape.Circle, "#EEEEEE", 1.6, "#555555", 0.2, halo=0)
        symbol.setDataDefinedSize(size)
        return symbol

    renderer.setSourceSymbol(sample())
    legend = QgsDataDefinedSizeLegend()
    legend.setTitle("人口 People")
    legend.setClasses([QgsDataDefinedSizeLegend.SizeClass(n, f"{n:,}") for n in numbers])
    legend.setSymbol(sample())
    renderer.setDataDefinedSizeLegend(legend)


def sized_points(size):
    """Makers of point symbols of this size: one takes a symbol as it is, one sets the outline too."""
    def sized(symbol):
        symbol.setDataDefinedSize(size)
        return symbol

    def outlined(symbol, expression):
        """Outline in proportion, or a million small points would show nothing but outlines."""
        symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth,
                                                     QgsProperty.fromExpression(expression))
        return sized(symbol)

    return sized, outlined


def gap_ring(outlined, expression, people="demand"):
    """Hollow and struck through, so that grey copies tell it from a filled point.

    Under 500 people the stroke would be too small to see, and costs time where points are many.
    """
    stroke = shape_layer(Shape.Line, GAP, 1.6, GAP, 0.3, angle=45)
    stroke.setDataDefinedProperty(QgsSymbolLayer.PropertyLayerEnabled, QgsProperty.fromExpression(f'coalesce("{people}", 500) >= 500'))
    stroke.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth, QgsProperty.fromExpression(expression))
    return outlined(marker(Shape.Circle, "#FFF1E6", 1.6, GAP, 0.3, halo=0, over=[stroke]), expression)


def label_people(layer):
    """Close by, the name of a demand point, unless it is a mere cell, and its people."""
    settings = labels(
        "if(coalesce(\"name\", '') IN ('', \"id\"), '', \"name\" || '\\n') || format_number(\"demand\", 0) || ' 人'",
        text(7), shown_to=25000, placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, priority=3,
        show='"demand" >= 0.5')
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.3
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_demand(layer):
    # 0.8 mm for nobody, 6.5 mm for 500,000, by area.
    size = in_proportion("demand", QgsSizeScaleTransformer.Area, 500000, 0.8, 6.5, 2.8)
    sized, outlined = sized_points(size)
    many = outlined(marker(Shape.Circle, COVERED, 1.6, PAPER, 0.2, halo=0), 'min(0.3, 0.01 + 0.002 * sqrt("demand"))')
    one = outlined(marker(Shape.Circle, SINGLE, 1.6, "#3D3800", 0.2, halo=0), 'min(0.3, 0.05 + 0.003 * sqrt("demand"))')
    ring = gap_ring(outlined, 'min(0.7, 0.2 + 0.002 * sqrt("demand"))')
    cross = marker(Shape.Cross2, "#777777", 1.6, "#666666", 0.35, halo=0)
    renderer = QgsCategorizedSymbolRenderer(
        "CASE WHEN \"class\" = 'covered' AND \"covering\" = 1 THEN 'single' ELSE \"class\" END", [
            QgsRendererCategory("covered", many, "已覆盖，两处以上 Covered by two or more"),
            QgsRendererCategory("single", one, "已覆盖，仅一处 Covered by one only"),
            QgsRendererCategory("gap", ring, "空白区 In a gap"),
            QgsRendererCategory("unreachable", sized(cross), "不可达 Unreachable"),
        ])
    show_sizes(renderer, size, 1000, 10000, 100000, 500000)
    layer.setRenderer(renderer)
    label_people(layer)


def style_k_coverage(layer):
    size = in_proportion("demand", QgsSizeScaleTransformer.Area, 500000, 1.2, 5.0, 2.8)
    _, outlined = sized_points(size)
    thin = 'min(0.25, 0.02 + 0.002 * sqrt("demand"))'
    thick = 'min(0.3, 0.1 + 0.003 * sqrt("demand"))'
    none = gap_ring(outlined, 'min(0.6, 0.25 + 0.002 * sqrt("demand"))')
    renderer = QgsCategorizedSymbolRenderer('min(4, coalesce("covering", 0))', [
        QgsRendererCategory(0, none, "无设施覆盖 Covered by none"),
        QgsRendererCategory(1, outlined(marker(Shape.Circle, SINGLE, 1.6, "#3D3800", halo=0), thick), "1 处 By one only"),
        QgsRendererCategory(2, outlined(marker(Shape.Circle, "#86C0E8", 1.6, COVERED_DARK, halo=0), thin), "2 处 By two"),
        QgsRendererCategory(3, outlined(marker(Shape.Circle, COVERED, 1.6, PAPER, halo=0), thin), "3 处 By three"),
        QgsRendererCategory(4, outlined(marker(Shape.Circle, "#002F4D", 1.6, PAPER, halo=0), thin),
                            "4 处以上 By four or more"),
    ])
    show_sizes(renderer, size, 1000, 10000, 100000, 500000)
    layer.setRenderer(renderer)
    label_people(layer)


# Kinds of station: key, what the kind must contain, shape and its name in QGIS, colour, size, legend.
# The first that fits is used. Every shape is one of its own, for grey copies.
KINDS = [
    ("union", "工会", Shape.Circle, "circle", "#009E73", 3.0, "工会驿站 Union station"),
    ("warm", "暖心", Shape.Diamond, "diamond", "#CC3377", 3.7, "暖心驿站 Warm-heart station"),
    ("drivers", "司机", Shape.EquilateralTriangle, "equilateral_triangle", "#6A3D9A", 4.0, "司机之家 Drivers' home"),
    ("casual", "零工", Shape.Square, "square", "#E69F00", 2.9, "零工驿站 Casual-work station"),
    ("doorstep", "家门口|就业服务站", Shape.CrossFill, "cross_fill", "#56B4E9", 3.9, "家门口就业服务站 Doorstep job station"),
    ("centre", "中心|county seat", Shape.Star, "star", INK, 3.8, "服务中心 Service centre"),
]
OTHER = ("other", "", Shape.Hexagon, "hexagon", "#F5F5F5", 3.0, "其他或未注明 Other or not stated")


def by_kind(column):
    """Column `column` of KINDS and OTHER for the kind of a feature, as an expression."""
    cases = " ".join(f"WHEN regexp_match(coalesce(\"kind\", ''), '{row[1]}') THEN '{row[column]}'" for row in KINDS)
    return f"CASE {cases} ELSE '{OTHER[column]}' END"


def kind_categories():
    categories = []
    for key, _, shape, _, inside, size, label in KINDS + [OTHER]:
        symbol = marker(shape, inside, size, halo=0.6)
        if key == "centre":
            symbol = marker(shape, inside, size, PAPER, 0.1, halo=0.5)
        elif key == "other":
            symbol = marker(shape, inside, size, INK, 0.35)
        categories.append(QgsRendererCategory(key, symbol, label))
    return categories


def name_from(scale, show=None):
    """Names from 1:`scale` inwards; farther out other labels keep off the symbols."""
    settings = labels('"name"', text(7.5), placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, priority=8, show=show)
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.4
    named = QgsRuleBasedLabeling.Rule(settings, 0, scale, "", "名称 Name")
    blocking = QgsPalLayerSettings(settings)
    blocking.drawLabels = False
    blocking.obstacleSettings().setFactor(2)
    unnamed = QgsRuleBasedLabeling.Rule(blocking, scale, 0, "", "不标注，仅避让 No name, keep clear")
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(unnamed)
    root.appendChild(named)
    return QgsRuleBasedLabeling(root)


def style_facilities(layer):
    # One grey symbol for all that took no part, in the shape of their kind.
    unused = marker(Shape.Circle, "#E4E4E4", 2.5, "#8A8A8A", 0.25, halo=0.3,
                    over=[shape_layer(Shape.Line, "#8A8A8A", 1.5, "#8A8A8A", 0.25, angle=45)])
    for index in range(2):
        unused.symbolLayer(index).setDataDefinedProperty(QgsSymbolLayer.PropertyName,
                                                         QgsProperty.fromExpression(by_kind(3)))
    categories = kind_categories() + [QgsRendererCategory("inactive", unused, "未参与本次计算 Not used in this run")]
    renderer = QgsCategorizedSymbolRenderer(f"if(\"active\" = 0, 'inactive', {by_kind(0)})", categories)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"active"', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setLabeling(name_from(150000, 'coalesce("active", 1) = 1'))


def style_stations(layer):
    layer.setRenderer(QgsCategorizedSymbolRenderer(by_kind(0), kind_categories()))
    layer.setLabeling(name_from(150000))


def style_single_points(layer):
    # Stations serve hundreds, county centres hundreds of thousands: the exponent keeps both in sight.
    size = in_proportion("demand_only_here", QgsSizeScaleTransformer.Exponential, 1000000, 2.0, 12.0, 4.0, 0.35)
    sized, _ = sized_points(size)
    symbol = sized(marker(Shape.Circle, SINGLE, 4.0, "#3D3800", 0.3, halo=0,
                          over=[shape_layer(Shape.Circle, INK, 0.8, INK, 0.0)]))
    symbol.symbolLayer(0).setFillColor(color(SINGLE, 0.8))
    renderer = QgsCategorizedSymbolRenderer("if(\"demand_only_here\" > 0, 'only', '')", [
        QgsRendererCategory("only", symbol, "有人只靠此处 Some have only this one")])
    show_sizes(renderer, size, 100, 1000, 10000, 100000, 1000000)
    # Small ones on top. Not for demand: QGIS would hold a whole raster of points in memory to sort it.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"demand_only_here"', False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    settings = labels("\"name\" || '\\n' || format_number(\"demand_only_here\", 0) || ' 人'", text(7.5), shown_to=1500000,
                      placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, show='"demand_only_here" > 0')
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.3
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Priority, QgsProperty.fromExpression('min(10, 2 + ln(1 + "demand_only_here") / 2)'))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_findings(layer):
    sign = marker(Shape.EquilateralTriangle, SINGLE, 5.0, INK, 0.4, halo=0.5, over=[
        shape_layer(Shape.Line, INK, 0.9, INK, 0.5, up=0.4),
        shape_layer(Shape.Circle, INK, 0.45, INK, 0.1, up=-0.8)])
    layer.setRenderer(single(sign, "数据问题 Finding in the data"))
    settings = labels(
        "with_variable('words', if(left(coalesce(@qgis_locale, 'zh'), 2) = 'zh', \"detail_zh\", \"detail_en\"), "
        "if(length(@words) > 60, left(@words, 60) || '…', @words))",
        text(7), shown_to=25000, placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, priority=7)
    settings.autoWrapLength = 32
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.4
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_changes(layer):
    size = in_proportion("people", QgsSizeScaleTransformer.Exponential, 500000, 1.8, 9.0, 3.2, 0.4)
    sized, _ = sized_points(size)
    gained = sized(marker(Shape.EquilateralTriangle, COVERED, 3.0, PAPER, 0.15, halo=0))
    lost = sized(marker(Shape.EquilateralTriangle, "#FFF1E6", 3.0, GAP, 0.5, halo=0, angle=180))
    renderer = QgsCategorizedSymbolRenderer('"change"', [
        QgsRendererCategory("gained", gained, "新增覆盖 Gained coverage"),
        QgsRendererCategory("lost", lost, "失去覆盖 Lost coverage"),
    ])
    show_sizes(renderer, size, 100, 1000, 10000, 100000)
    layer.setRenderer(renderer)
    settings = labels("if(\"change\" = 'lost', '−', '+') || format_number(\"people\", 0)", text(7.5), shown_to=400000,
                      placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, show='"people" >= 0.5')
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.3
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_zone_changes(layer):
    edge = "#6E6E6E"

    def loss(inside, distance, width):
        return hatched(fill(color(inside), color(edge), 0.2), GAP_DARK, width, distance)

    def gain(inside):
        return fill(color(inside), color(edge), 0.2)

    # People, from loss to gain; less than half a person is rounding.
    renderer = QgsCategorizedSymbolRenderer(
        'CASE WHEN "net" <= -10000 THEN -3 WHEN "net" <= -1000 THEN -2 WHEN "net" <= -0.5 THEN -1 '
        'WHEN "net" < 0.5 THEN 0 WHEN "net" < 1000 THEN 1 WHEN "net" < 10000 THEN 2 WHEN "net" >= 10000 THEN 3 ELSE 9 END', [
            QgsRendererCategory(-3, loss("#E58544", 1.5, 0.26), "减少 1 万人以上 Loss of 10,000 or more"),
            QgsRendererCategory(-2, loss("#F2B58C", 2.3, 0.18), "减少 1,000–1 万人 Loss of 1,000–10,000"),
            QgsRendererCategory(-1, loss("#FBE3D2", 3.4, 0.12), "减少不足 1,000 人 Loss under 1,000"),
            QgsRendererCategory(0, gain(PAPER), "无变化 No change"),
            QgsRendererCategory(1, gain("#D6E7F3"), "增加不足 1,000 人 Gain under 1,000"),
            QgsRendererCategory(2, gain("#8ABBDC"), "增加 1,000–1 万人 Gain of 1,000–10,000"),
            QgsRendererCategory(3, gain("#3D94C8"), "增加 1 万人以上 Gain of 10,000 or more"),
            QgsRendererCategory(9, no_data(), "无数据 No data"),
        ])
    layer.setRenderer(renderer)
    settings = labels(
        "replace(\"name\", '（', '\\n（') || '\\n' || CASE WHEN \"net\" IS NULL THEN '–' WHEN abs(\"net\") < 0.5 THEN '0' "
        "ELSE if(\"net\" > 0, '+', '−') || format_number(abs(\"net\"), 0) END",
        text(7.5), placement=QgsPalLayerSettings.Horizontal, priority=6)
    settings.fitInPolygonOnly = True
    settings.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_what_if(layer):
    plus = [shape_layer(Shape.Cross, PAPER, 2.6, PAPER, 0.7)]
    renderer = QgsCategorizedSymbolRenderer('"state"', [
        QgsRendererCategory("existing", marker(Shape.Circle, "#7C93A6", 2.4, INK, 0.2, halo=0.4), "现有 Existing"),
        QgsRendererCategory("added", marker(Shape.Circle, ADDED, 4.8, INK, 0.3, over=plus), "新增 Added"),
        QgsRendererCategory("moved", marker(Shape.Diamond, MOVED, 4.8, INK, 0.3), "迁移 Moved"),
        QgsRendererCategory("removed", marker(Shape.CrossFill, PAPER, 4.2, "#666666", 0.35, halo=0.3, angle=45),
                            "撤销 Removed"),
    ])
    layer.setRenderer(renderer)
    settings = labels("if(coalesce(\"name\", '') = '', '#' || \"number\", \"name\")", text(8, bold=True),
                      placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, priority=9)
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.4
    others = QgsPalLayerSettings(settings)
    others.setFormat(text(7.5))
    others.priority = 5
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, 2000000, "\"state\" IN ('added', 'moved')", "新增、迁移 Added, moved"))
    root.appendChild(QgsRuleBasedLabeling.Rule(others, 0, 100000, "\"state\" IN ('existing', 'removed')", "其余 The rest"))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def style_what_if_circles(layer):
    layer.setRenderer(QgsCategorizedSymbolRenderer('"state"', [
        QgsRendererCategory("existing", fill(color(COVERED, 0.05), color("#7C93A6"), 0.2), "现有服务圈 Existing circle"),
        QgsRendererCategory("added", fill(color(ADDED, 0.16), color("#00614A"), 0.5), "新增服务圈 Added circle"),
        QgsRendererCategory("moved", fill(color(MOVED, 0.18), color("#1C6A9C"), 0.5, Qt.DashLine), "迁移后服务圈 Moved circle"),
        QgsRendererCategory("removed", fill(None, color("#777777"), 0.25, Qt.DotLine), "撤销的服务圈 Removed circle"),
    ]))


# New sites, their circles and those whom they serve first.
NEW_DARK = "#00614A"


def beside_point(settings, gap=0.4):
    """Around the symbol, `gap` mm away."""
    settings.placement = QgsPalLayerSettings.OrderedPositionsAroundPoint
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = gap
    return settings


def style_siting_sites(layer):
    renderer = QgsCategorizedSymbolRenderer('"role"', [
        QgsRendererCategory("new", marker(Shape.Circle, NEW_DARK, 5.6, PAPER, 0.3, halo=0.7), "新建，数字为次序 New, in this order"),
        QgsRendererCategory("existing", marker(Shape.Square, COVERED, 2.9, PAPER, 0.2, halo=0.4), "现有 Existing"),
        QgsRendererCategory("closed", marker(Shape.CrossFill, PAPER, 4.0, "#666666", 0.35, halo=0.3, angle=45), "关闭 Closed"),
        QgsRendererCategory("candidate", marker(Shape.Diamond, PAPER, 1.9, "#8A8A8A", 0.2, halo=0), "未选中的候选 Candidate, not chosen"),
    ])
    # New ones on top, then the existing.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(
        "array_find(array('candidate', 'closed', 'existing', 'new'), \"role\")", True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    number = labels('"order"', text(8.5, PAPER, bold=True), placement=QgsPalLayerSettings.OverPoint, priority=10)
    number.dist = 0
    number.displayAll = True
    number.obstacleSettings().setIsObstacle(False)
    form = number.format()
    form.buffer().setEnabled(False)
    number.setFormat(form)
    new = beside_point(labels('"name"', text(8, bold=True), priority=9))
    rest = beside_point(labels('"name"', text(7.5), priority=5))
    root = QgsRuleBasedLabeling.Rule(None)
    for settings, scale, which, what in (
            (number, 20000000, '"role" = \'new\' AND "order" IS NOT NULL', "次序 Order"),
            (new, 2500000, "\"role\" = 'new'", "新建站点名称 Names of new sites"),
            (rest, 150000, "\"role\" IN ('existing', 'closed')", "现有站点名称 Names of existing sites"),
            (QgsPalLayerSettings(rest), 40000, "\"role\" = 'candidate'", "候选名称 Names of candidates")):
        root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, scale, which, what))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def style_siting_areas(layer):
    renderer = QgsCategorizedSymbolRenderer('"role"', [
        QgsRendererCategory("new", fill(color(ADDED, 0.16), color(NEW_DARK), 0.5), "新建站点服务圈 Circle of a new site"),
        QgsRendererCategory("existing", fill(color(COVERED, 0.06), color(COVERED_DARK), 0.25, Qt.DashLine),
                            "现有站点服务圈 Circle of an existing site"),
    ])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"role" = \'new\'', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def style_siting_demand(layer):
    size = in_proportion("weight", QgsSizeScaleTransformer.Area, 500000, 0.9, 6.5, 2.8)
    _, outlined = sized_points(size)
    thin = 'min(0.3, 0.01 + 0.002 * sqrt("weight"))'
    thick = 'min(0.4, 0.1 + 0.003 * sqrt("weight"))'
    newly = outlined(marker(Shape.Diamond, ADDED, 1.6, NEW_DARK, 0.25, halo=0), thick)
    kept = outlined(marker(Shape.Circle, COVERED, 1.6, PAPER, 0.2, halo=0), thin)
    lost = outlined(marker(Shape.EquilateralTriangle, SINGLE, 1.6, "#3D3800", 0.25, halo=0, angle=180), thick)
    never = gap_ring(outlined, 'min(0.7, 0.2 + 0.002 * sqrt("weight"))', "weight")
    plain = outlined(marker(Shape.Circle, "#9A9A9A", 1.6, PAPER, 0.2, halo=0), thin)
    renderer = QgsCategorizedSymbolRenderer(
        "CASE WHEN \"before\" = 0 AND \"after\" = 1 THEN 'new' WHEN \"after\" = 1 THEN 'kept' "
        "WHEN \"before\" = 1 THEN 'lost' WHEN \"after\" = 0 THEN 'never' ELSE 'plain' END", [
            QgsRendererCategory("new", newly, "新增服务 Newly served"),
            QgsRendererCategory("kept", kept, "原已服务 Served before"),
            QgsRendererCategory("lost", lost, "不再服务 No longer served"),
            QgsRendererCategory("never", never, "仍未服务 Still not served"),
            QgsRendererCategory("plain", plain, "未设服务半径 No radius asked for"),
        ])
    show_sizes(renderer, size, 1000, 10000, 100000, 500000)
    layer.setRenderer(renderer)
    settings = beside_point(labels(
        "if(coalesce(\"name\", '') IN ('', \"id\"), '', \"name\" || '\\n') || format_number(\"weight\", 0) || ' 人'",
        text(7), shown_to=25000, priority=3, show='"weight" >= 0.5'), 0.3)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def verdict_markers():
    """Shape and colour of each verdict, alike for points and polygons."""
    return {
        "pass": marker(Shape.Circle, COVERED, 3.4, PAPER, 0.2, halo=0.4,
                       over=[shape_layer(Shape.Circle, PAPER, 1.1, PAPER, 0.0)]),
        "fail": marker(Shape.CrossFill, GAP, 4.2, GAP_DARK, 0.25, halo=0.4, angle=45),
        "unknown": marker(Shape.Diamond, SINGLE, 4.2, "#3D3800", 0.35, halo=0.4,
                          over=[shape_layer(Shape.Circle, "#3D3800", 0.7, "#3D3800", 0.0)]),
    }


VERDICTS = [("pass", "通过 Passes"), ("fail", "不通过 Fails"), ("unknown", "数据不足，无法判断 Unknown, data missing")]


def label_verdict(layer):
    settings = beside_point(labels(
        "\"name\" || if(\"score\" IS NULL, '', '\\n' || format_number(100 * \"score\", 0) || ' 分')",
        text(7.5), shown_to=400000, priority=7))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_screened_sites(layer):
    symbols = verdict_markers()
    layer.setRenderer(QgsCategorizedSymbolRenderer(
        '"verdict"', [QgsRendererCategory(verdict, symbols[verdict], legend) for verdict, legend in VERDICTS]))
    label_verdict(layer)


def style_screened_sites_polygons(layer):
    areas = {
        "pass": fill(color(COVERED, 0.35), color(COVERED_DARK), 0.4),
        "fail": hatched(fill(color(GAP, 0.12), color(GAP_DARK), 0.4), GAP, 0.22, 2.2),
        "unknown": hatched(fill(color(SINGLE, 0.35), color("#3D3800"), 0.4, Qt.DotLine), "#8A8200", 0.18, 2.6, angle=135),
    }
    # A site is a few hectares: from afar only the mark inside is seen.
    for verdict, symbol in verdict_markers().items():
        middle = QgsCentroidFillSymbolLayer()
        middle.setSubSymbol(symbol)
        middle.setPointOnSurface(True)
        areas[verdict].appendSymbolLayer(middle)
    layer.setRenderer(QgsCategorizedSymbolRenderer(
        '"verdict"', [QgsRendererCategory(verdict, areas[verdict], legend) for verdict, legend in VERDICTS]))
    settings = labels(
        "\"name\" || if(\"score\" IS NULL, '', '\\n' || format_number(100 * \"score\", 0) || ' 分')",
        text(7.5), shown_to=400000, placement=QgsPalLayerSettings.AroundPoint, priority=7)
    settings.dist = 2.6
    settings.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_relocation_households(layer):
    size = in_proportion("people", QgsSizeScaleTransformer.Area, 2000, 1.1, 5.0, 2.8)
    _, outlined = sized_points(size)
    placed = outlined(marker(Shape.Circle, COVERED, 1.6, PAPER, 0.2, halo=0), 'min(0.25, 0.04 + 0.006 * sqrt("people"))')
    stroke = shape_layer(Shape.Line, GAP, 1.6, GAP, 0.35, angle=45)
    unplaced = outlined(marker(Shape.Circle, "#FFF1E6", 1.6, GAP, 0.35, halo=0, over=[stroke]),
                        'min(0.6, 0.3 + 0.006 * sqrt("people"))')
    renderer = QgsCategorizedSymbolRenderer('"placed"', [
        QgsRendererCategory(1, placed, "已安置 Placed"),
        QgsRendererCategory(0, unplaced, "未能安置 Not placed"),
    ])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"placed"', False)]))
    renderer.setOrderByEnabled(True)
    show_sizes(renderer, size, 10, 100, 500, 2000)
    layer.setRenderer(renderer)
    why = beside_point(labels(
        "\"name\" || '\\n' || if(left(coalesce(@qgis_locale, 'zh'), 2) = 'zh', \"reason_text_zh\", \"reason_text_en\")",
        text(7.5, GAP_DARK), priority=8), 0.3)
    why.autoWrapLength = 30
    name = beside_point(labels("\"name\" || '\\n' || format_number(\"people\", 0) || ' 人'", text(7), priority=3), 0.3)
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(QgsRuleBasedLabeling.Rule(why, 0, 60000, '"placed" = 0', "未能安置及原因 Not placed, and why"))
    root.appendChild(QgsRuleBasedLabeling.Rule(name, 0, 25000, '"placed" = 1', "已安置 Placed"))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def style_relocation_lines(layer):
    line = QgsSimpleLineSymbolLayer(color(COVERED_DARK, 0.55), 0.3)
    line.setPenCapStyle(Qt.RoundCap)
    # 0.15 mm for a household, 1.2 mm for a village of 2,000.
    line.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth, QgsProperty.fromExpression(
        'scale_exp(min(2000, coalesce("people", 1)), 0, 2000, 0.15, 1.2, 0.57)'))
    layer.setRenderer(single(symbol_of(QgsLineSymbol, [line]), "安置去向，越宽人越多 Who moves where; wider for more people"))


def style_relocation_sites(layer):
    # Fuller is darker; one that is full has a heavy rim, one that is not opened is hollow.
    def site(inside, stroke=INK, width=0.3):
        return marker(Shape.Square, inside, 4.6, stroke, width, halo=0.5)

    renderer = QgsCategorizedSymbolRenderer(
        "CASE WHEN coalesce(\"allowed\", 1) = 0 THEN 'barred' WHEN coalesce(\"opened\", 0) = 0 THEN 'spare' "
        "WHEN \"share_used\" < 0.5 THEN 'half' WHEN \"share_used\" < 0.8 THEN 'most' WHEN \"share_used\" < 0.995 THEN 'nearly' "
        "ELSE 'full' END", [
            QgsRendererCategory("half", site("#D0DFE6"), "启用，不足一半 Opened, under half used"),
            QgsRendererCategory("most", site("#8AB4D2"), "启用，50–80 % Opened, 50–80 % used"),
            QgsRendererCategory("nearly", site(COVERED), "启用，80 % 以上 Opened, over 80 % used"),
            QgsRendererCategory("full", site("#002F4D", SINGLE, 0.7), "启用，已满 Opened and full"),
            QgsRendererCategory("spare", site(PAPER, "#777777", 0.35), "可用，未启用 Allowed, not opened"),
            QgsRendererCategory("barred", marker(Shape.CrossFill, "#E4E4E4", 3.8, "#777777", 0.3, halo=0.3, angle=45),
                                "不可用 Not allowed"),
        ])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"opened"', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    opened = beside_point(labels(
        "\"name\" || '\\n' || format_number(\"load\", 0) || ' / ' || coalesce(format_number(\"capacity\", 0), '–') || ' 人'",
        text(8, bold=True), priority=9))
    others = beside_point(labels('"name"', text(7.5), priority=4))
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(QgsRuleBasedLabeling.Rule(opened, 0, 1000000, '"opened" = 1', "启用 Opened"))
    root.appendChild(QgsRuleBasedLabeling.Rule(others, 0, 150000, '"opened" = 0', "其余 The rest"))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def single(symbol, label):
    """One symbol with a legend text of its own, which a single-symbol renderer cannot have."""
    return QgsCategorizedSymbolRenderer("1", [QgsRendererCategory(1, symbol, label)])


CATEGORIES = (QgsMapLayer.Symbology | QgsMapLayer.Labeling | QgsMapLayer.Fields | QgsMapLayer.MapTips
              | QgsMapLayer.AttributeTable)


def map_tip(fields, names):
    """An HTML table of the fields that answer what this is."""
    rows = "".join(f'<tr><td style="color:#666">{alias}&nbsp;</td><td>[% "{name}" %]</td></tr>'
                   for name, _, alias in fields if name in names)
    return f"<table>{rows}</table>"


TIPS = {
    "zones": {"name", "parent", "demand", "covered", "gap", "unreachable"},
    "covered_areas": {"zone_name", "radius_m", "demand"},
    "service_gaps": {"rank", "zone_name", "demand", "farthest_m", "nearest_name"},
    "service_areas": {"name", "radius_m", "demand_served"},
    "demand": {"name", "demand", "covering", "nearest_id", "nearest_m"},
    "facilities": {"name", "kind", "opening_hours", "demand_served", "demand_only_here"},
    "k_coverage": {"name", "demand", "covering", "nearest_id", "nearest_m"},
    "single_points": {"name", "kind", "zone_name", "demand_served", "demand_only_here"},
    "stations": {"name", "kind", "county", "row", "opening_hours", "amenities"},
    "findings": {"source", "row", "field", "value", "detail_zh", "detail_en"},
    "changes": {"zone_name", "change", "people"},
    "zone_changes": {"name", "parent", "covered_before", "covered_after", "gained", "lost", "grown", "net"},
    "what_if": {"number", "name", "state", "served"},
    "what_if_circles": {"number", "state"},
    "siting_sites": {"name", "role", "order", "served", "served_only_here", "price", "seats"},
    "siting_areas": {"name", "role", "radius_m"},
    "siting_demand": {"name", "weight", "before", "after", "site_id", "distance_m"},
    "screened_sites": {"name", "verdict", "score", "failed_rules", "unknown_rules"},
    "screened_sites_polygons": {"name", "verdict", "score", "failed_rules", "unknown_rules"},
    "relocation_households": {"name", "village", "households", "people", "site_name", "distance_m", "reason_text_zh",
                              "reason_text_en"},
    "relocation_lines": {"household_id", "site_id", "people", "distance_m"},
    "relocation_sites": {"name", "capacity", "load", "households", "share_used"},
}

# What stands for a feature in lists, where it is not the name.
TITLES = {"covered_areas": "zone_name", "service_gaps": "zone_name", "findings": "detail_zh", "changes": "zone_name",
          "what_if_circles": "number", "relocation_lines": "household_id"}


# <prop> repeats <Option> for QGIS before 3.20; the next six belong to the table, not to its style;
# the last four are the parts of a label that are switched off here.
LEFT_OUT = {"prop", "defaults", "constraints", "constraintExpressions", "expressionfields", "storedexpressions",
            "conditionalstyles", "text-mask", "background", "shadow", "callout"}


def ordered(element, known):
    """Attributes in alphabetical order, identifiers by position, symbols inside attributes likewise."""
    for child in list(element):
        if child.tag in LEFT_OUT:
            element.remove(child)
    for key, value in element.attrib.items():
        if len(value) == 38 and value[0] == "{" and value[-1] == "}":
            known.setdefault(value, "{%s}" % uuid.uuid5(uuid.NAMESPACE_OID, str(len(known))))
            element.set(key, known[value])
        elif value.startswith("<symbol"):
            element.set(key, ElementTree.tostring(ordered(ElementTree.fromstring(value), known), encoding="unicode"))
    element.attrib = dict(sorted(element.attrib.items()))
    for child in element:
        ordered(child, known)
    return element


def canonical(qml):
    """One text for one style, whatever order Qt's hash tables gave."""
    root = ordered(ElementTree.fromstring(qml), {})
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + body + "\n"


def build(name):
    geometry, fields = LAYERS[name]
    uri = f"{geometry}?crs=EPSG:4326" + "".join(f"&field={field}:{kind}" for field, kind, _ in fields)
    layer = QgsVectorLayer(uri, name, "memory")
    globals()[f"style_{name}"](layer)
    layer.setLabelsEnabled(layer.labeling() is not None)
    for index, (_, _, alias) in enumerate(fields):
        layer.setFieldAlias(index, alias)
    table = QgsAttributeTableConfig()
    table.update(layer.fields())
    table.setActionWidgetVisible(False)
    layer.setAttributeTableConfig(table)
    layer.setDisplayExpression(f'"{TITLES.get(name, "name")}"')
    layer.setMapTipTemplate(map_tip(fields, TIPS[name]))
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), CATEGORIES)
    return canonical(document.toString(1))


def main():
    application = QgsApplication([], True)
    application.initQgis()
    stale = []
    for name in LAYERS:
        path, wanted = STYLES / f"{name}.qml", build(name)
        if "--check" not in sys.argv[1:]:
            path.write_text(wanted, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != wanted:
            stale.append(path.name)
    application.exitQgis()
    if stale:
        sys.exit("differs from make_styles.py: " + ", ".join(stale))


if __name__ == "__main__":
    main()
