#!/usr/bin/python3
"""Writes styles/*.qml, one default style for each layer of audit.gpkg.

    QT_QPA_PLATFORM=offscreen make_styles.py [--check]

The styles are built with the QGIS API and then put into one canonical text, so that
the same script gives the same bytes. --check writes nothing and fails when a file in
styles/ differs. Change a style here, not in its .qml: a style edited in QGIS is lost
with the next run.

Debian 12 packages (--no-install-recommends): python3-qgis qgis-providers
"""
import os
import sys
import uuid
import xml.etree.ElementTree as ElementTree
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument
from qgis.core import (
    QgsApplication, QgsAttributeTableConfig, QgsCategorizedSymbolRenderer, QgsDataDefinedSizeLegend,
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
        ("demand_single", "double", "仅一处覆盖的人口 Demand with one facility only"),
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
}


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


def hatch(ink, width, distance, edge, dash=None):
    """Diagonal lines `distance` mm apart and an edge; what lies below shows through."""
    line = QgsSimpleLineSymbolLayer(color(ink), width)
    line.setPenCapStyle(Qt.FlatCap)
    if dash:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector(dash)
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(45)
    pattern.setDistance(distance)
    pattern.setSubSymbol(symbol_of(QgsLineSymbol, [line]))
    symbol = fill(None, color(ink), edge)
    symbol.appendSymbolLayer(pattern)
    return symbol


def marker(shape, inside, size, stroke=INK, width=0.25, halo=0.6):
    """A point symbol on a white halo `halo` mm wide."""
    layers = []
    if halo:
        layers.append(QgsSimpleMarkerSymbolLayer(shape, size + 2 * halo, 0.0, QgsSymbol.ScaleDiameter,
                                                 color(PAPER), color(PAPER), Qt.RoundJoin))
    top = QgsSimpleMarkerSymbolLayer(shape, size, 0.0, QgsSymbol.ScaleDiameter, color(inside), color(stroke),
                                     Qt.RoundJoin)
    top.setStrokeWidth(width)
    layers.append(top)
    return symbol_of(QgsMarkerSymbol, layers)


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
    ranges = [QgsRendererRange(-2, -1, fill(color(NO_DATA), color("#6E6E6E"), 0.2), "无数据 No data")]
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
        QgsRendererRange(0, 1000, hatch(GAP, 0.12, 3.6, 0.1), "空白区，不足 1,000 人 Gap, under 1,000 people"),
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
    renderer = QgsCategorizedSymbolRenderer('if("radius_m" >= maximum("radius_m"), \'outer\', \'inner\')', [
        QgsRendererCategory("outer", fill(color(COVERED, 0.04), color(COVERED_DARK), 0.3), "服务区（最外圈） Service area, outermost band"),
        QgsRendererCategory("inner", fill(color(COVERED, 0.08), color(COVERED_DARK), 0.22, Qt.DashLine), "服务区（内圈） Service area, inner band"),
    ])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"radius_m"', False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def style_demand(layer):
    size = QgsProperty.fromExpression('"demand"')
    # 0.8 mm for nobody, 6.5 mm for 500,000, by area; the last size is what the legend shows.
    size.setTransformer(QgsSizeScaleTransformer(QgsSizeScaleTransformer.Area, 0, 500000, 0.8, 6.5, 2.4))

    def sized(symbol):
        symbol.setDataDefinedSize(size)
        return symbol

    def outlined(symbol, expression):
        """Outline in proportion, or a million small points would show nothing but outlines."""
        symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth,
                                                     QgsProperty.fromExpression(expression))
        return sized(symbol)

    many = outlined(marker(Shape.Circle, COVERED, 1.6, PAPER, 0.2, halo=0), 'min(0.3, 0.01 + 0.002 * sqrt("demand"))')
    one = outlined(marker(Shape.Circle, SINGLE, 1.6, "#3D3800", 0.2, halo=0), 'min(0.3, 0.05 + 0.003 * sqrt("demand"))')
    ring = outlined(marker(Shape.Circle, "#FFF1E6", 1.6, GAP, 0.3, halo=0), 'min(0.7, 0.2 + 0.002 * sqrt("demand"))')
    cross = marker(Shape.Cross2, "#777777", 1.6, "#666666", 0.35, halo=0)
    renderer = QgsCategorizedSymbolRenderer(
        "CASE WHEN \"class\" = 'covered' AND \"covering\" = 1 THEN 'single' ELSE \"class\" END", [
            QgsRendererCategory("covered", many, "已覆盖，两处以上 Covered by two or more"),
            QgsRendererCategory("single", one, "已覆盖，仅一处 Covered by one only"),
            QgsRendererCategory("gap", ring, "空白区 In a gap"),
            QgsRendererCategory("unreachable", sized(cross), "不可达 Unreachable"),
        ])
    renderer.setSourceSymbol(sized(marker(Shape.Circle, "#EEEEEE", 1.6, "#555555", 0.2, halo=0)))
    legend = QgsDataDefinedSizeLegend()
    legend.setTitle("人口 People")
    legend.setClasses([QgsDataDefinedSizeLegend.SizeClass(n, f"{n:,}") for n in (1000, 10000, 100000, 500000)])
    legend.setSymbol(marker(Shape.Circle, "#EEEEEE", 1.6, "#555555", 0.2, halo=0))
    renderer.setDataDefinedSizeLegend(legend)
    layer.setRenderer(renderer)


def style_facilities(layer):
    kinds = [  # key, what the kind must contain, symbol, legend; the first that fits is used
        ("union", "工会", marker(Shape.Circle, "#009E73", 3.0), "工会驿站 Union station"),
        ("warm", "暖心", marker(Shape.Diamond, "#CC3377", 3.6), "暖心驿站 Warm-heart station"),
        ("drivers", "司机", marker(Shape.EquilateralTriangle, "#6A3D9A", 4.0), "司机之家 Drivers' home"),
        ("jobs", "零工|就业", marker(Shape.Square, "#E69F00", 2.9), "零工驿站、就业服务 Job service"),
        ("centre", "中心|county seat", marker(Shape.Star, INK, 3.8, PAPER, 0.1, halo=0.5), "服务中心 Service centre"),
    ]
    cases = " ".join(f"WHEN regexp_match(coalesce(\"kind\", ''), '{words}') THEN '{key}'" for key, words, _, _ in kinds)
    expression = f"CASE WHEN \"active\" = 0 THEN 'inactive' {cases} ELSE 'other' END"
    categories = [QgsRendererCategory(key, symbol, label) for key, _, symbol, label in kinds]
    categories.append(QgsRendererCategory("other", marker(Shape.Hexagon, "#F5F5F5", 3.0, INK, 0.35), "其他设施 Other facility"))
    unused = marker(Shape.Circle, "#E4E4E4", 2.2, "#8A8A8A", 0.25, halo=0.3)
    slash = QgsSimpleMarkerSymbolLayer(Shape.Cross2, 1.3, 0.0, QgsSymbol.ScaleDiameter, color("#8A8A8A"), color("#8A8A8A"))
    slash.setStrokeWidth(0.3)
    unused.appendSymbolLayer(slash)
    categories.append(QgsRendererCategory("inactive", unused, "未参与本次计算 Not used in this run"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))
    settings = labels('"name"', text(7.5), placement=QgsPalLayerSettings.OrderedPositionsAroundPoint, priority=8,
                      show='coalesce("active", 1) = 1')
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = 0.4
    named = QgsRuleBasedLabeling.Rule(settings, 0, 150000, "", "名称 Name")
    # Farther out there is no room for names, but other labels keep off the symbols.
    blocking = QgsPalLayerSettings(settings)
    blocking.drawLabels = False
    blocking.obstacleSettings().setFactor(2)
    unnamed = QgsRuleBasedLabeling.Rule(blocking, 150000, 0, "", "不标注，仅避让 No name, keep clear")
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(unnamed)
    root.appendChild(named)
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
}


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
    layer.setDisplayExpression(f'"{"zone_name" if fields[1][0] in ("zone_name", "zone_code") else "name"}"')
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
