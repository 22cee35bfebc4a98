#!/usr/bin/python3
"""Writes styles/print/*.qml, the layers of the printed maps, drawn for A3.

    QT_QPA_PLATFORM=offscreen make_print_styles.py [--check]

yiquan-map and the plugin scale them to the paper and take the half of each legend text
that the page's language wants: Chinese before the bar, English behind it. A variable of
the layout, @yiquan_focus, lists the codes of the zones that the page is about; all
others are neighbours and drawn quietly. --check writes nothing and fails when a file
in styles/print/ differs.

Debian 12 packages (--no-install-recommends): python3-qgis qgis-providers
"""
import sys

from make_styles import (
    ADDED, COVERED, COVERED_DARK, FAMILIES, GAP, GAP_DARK, INK, KINDS, LAYERS, OTHER, PAPER, SINGLE, STYLES, Shape, by_kind, canonical, color, fill,
    hatch, hatched, marker, no_data, shape_layer, symbol_of, text)

from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtXml import QDomDocument
from qgis.core import (
    QgsApplication, QgsCategorizedSymbolRenderer, QgsCentroidFillSymbolLayer, QgsFeatureRequest, QgsFontMarkerSymbolLayer, QgsGraduatedSymbolRenderer,
    QgsLabelThinningSettings, QgsLineSymbol, QgsMapLayer, QgsMarkerSymbol, QgsMergedFeatureRenderer, QgsPalLayerSettings, QgsProperty, QgsReadWriteContext,
    QgsRendererCategory, QgsRendererRange, QgsRuleBasedLabeling, QgsSimpleLineSymbolLayer, QgsSymbolLayer, QgsVectorLayer,
    QgsVectorLayerSimpleLabeling)

# Widths of lines and letters on a page, in A3's; the programs set it.
UNIT = "coalesce(@yiquan_unit, 1)"
ADDED_DARK = "#00573F"
EDGE, QUIET_EDGE, QUIET = "#8C8C8C", "#C4C4C4", "#F0F0ED"


def focus(field):
    """Whether a feature belongs to what the page is about. Codes stand between line breaks."""
    return (f"(coalesce(@yiquan_focus, '*') = '*' OR strpos(@yiquan_focus, '\\n' || \"{field}\" || '\\n') > 0)")


def category(value, symbol, zh, en):
    return QgsRendererCategory(value, symbol, f"{zh}|{en}")


def side_mm():
    """Side of a square as large as the zone, in mm on A3's scale of letters."""
    return f'sqrt("area_km2") * 1000000 / @map_scale / {UNIT}'


def first_come(priority):
    """Labels of one priority would share out the room by chance, another time otherwise."""
    return QgsProperty.fromExpression(f"{priority} - 0.5 * $id / ($id + 1000)")


def on_paper(expression, form, *, show=None, priority=5, placement=QgsPalLayerSettings.Horizontal):
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(form)
    settings.multilineAlign = QgsPalLayerSettings.MultiCenter
    settings.lineHeight = 0.95
    settings.priority = priority
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Priority, first_come(priority))
    settings.placement = placement
    if show:
        settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Show, QgsProperty.fromExpression(show))
    return settings


def beside(settings, distance=0.4):
    """Around the symbol of a point."""
    settings.placement = QgsPalLayerSettings.OrderedPositionsAroundPoint
    settings.offsetType = QgsPalLayerSettings.FromSymbolBounds
    settings.dist = distance
    position = QgsPalLayerSettings
    settings.predefinedPositionOrder = [
        position.MiddleRight, position.BottomRight, position.TopRight, position.MiddleLeft, position.BottomLeft,
        position.BottomMiddle, position.TopMiddle, position.TopLeft]
    return settings


def solid_halo(form, size=0.7):
    """Opaque: a see-through halo would show its own overlaps on paper."""
    buffer = form.buffer()
    buffer.setSize(size)
    buffer.setColor(color(PAPER))
    form.setBuffer(buffer)
    return form


def label_zones(layer):
    """Name and share of the page's own zones, the name alone of its neighbours."""
    name = "replace(\"name\", '（', '\\n（')"
    share = "coalesce('\\n' || format_number(100 * \"covered_share\", 1) || ' %', '')"
    room = f"{side_mm()} >= 1.35 * max(4, length(regexp_replace(\"name\", '（.*', '')))"
    own = on_paper(name + " || " + share, solid_halo(text(8, bold=True)), show=room, priority=8)
    other = on_paper(name, solid_halo(text(7, "#7A7A7A")), show=room, priority=2)
    root = QgsRuleBasedLabeling.Rule(None)
    for settings, rule, words in ((own, focus("code"), "本页单元"), (other, f"NOT {focus('code')}", "相邻单元")):
        settings.obstacleSettings().setIsObstacle(False)
        settings.labelPerPart = True
        thinning = QgsLabelThinningSettings()
        thinning.setMinimumFeatureSize(9)
        settings.setThinningSettings(thinning)
        root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, 0, rule, words))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def neighbour():
    return category("beside", fill(color(QUIET), color(QUIET_EDGE), 0.12), "相邻单元", "Neighbouring zones")


def nobody():
    return category("empty", no_data(), "没有人口数据", "No people known")


def style_zones_share(layer):
    """Lightness falls with the share that is not served; the two worst classes are hatched as well."""
    def worst(inside, distance, width):
        return hatched(fill(color(inside), color(EDGE), 0.15), GAP, width, distance)

    classes = (f"CASE WHEN NOT {focus('code')} THEN 'beside' WHEN \"covered_share\" IS NULL THEN 'empty' "
               "WHEN \"covered_share\" < 0.5 THEN '0' WHEN \"covered_share\" < 0.7 THEN '1' "
               "WHEN \"covered_share\" < 0.85 THEN '2' WHEN \"covered_share\" < 0.95 THEN '3' ELSE '4' END")
    layer.setRenderer(QgsCategorizedSymbolRenderer(classes, [
        category("4", fill(color("#F4F8FA"), color(EDGE), 0.15), "95–100 %", "95–100 %"),
        category("3", fill(color("#FDF3E4"), color(EDGE), 0.15), "85–95 %", "85–95 %"),
        category("2", fill(color("#FADDBB"), color(EDGE), 0.15), "70–85 %", "70–85 %"),
        category("1", worst("#F8CDA2", 2.6, 0.13), "50–70 %", "50–70 %"),
        category("0", worst("#F2B07A", 1.5, 0.2), "不足 50 %", "under 50 %"),
        nobody(), neighbour()]))
    label_zones(layer)


def style_zones_plain(layer):
    classes = f"CASE WHEN NOT {focus('code')} THEN 'beside' WHEN coalesce(\"demand\", 0) = 0 THEN 'empty' ELSE 'own' END"
    layer.setRenderer(QgsCategorizedSymbolRenderer(classes, [
        category("own", fill(color("#FDFBF5"), color(EDGE), 0.2), "单元界", "Zone border"), nobody(), neighbour()]))
    label_zones(layer)


def style_locator(layer):
    layer.setRenderer(QgsCategorizedSymbolRenderer(f"if({focus('code')}, 1, 0)", [
        category(0, fill(color("#DADAD6"), color(PAPER), 0.1), "其余单元", "Other zones"),
        category(1, fill(color("#3F5666"), color("#3F5666"), 0.1), "本页单元", "This page")]))


def style_covered(layer):
    """Shades by how many bands lie outside; the programs list the radii in a variable of the layer."""
    outside = ("array_length(array_filter(string_to_array(coalesce(@yiquan_bands, '')), "
               "try(to_real(@element), 0) > 1.000001 * \"radius_m\"))")
    shades = ["#62A9D3", "#2E8AC2", "#0072B2", "#00557F"]
    names = [("服务半径以内", "Within the radius"), ("次外圈", "Second band"), ("第三圈", "Third band"),
             ("更内各圈", "Innermost bands")]
    renderer = QgsCategorizedSymbolRenderer(
        f"if({focus('zone_code')}, min(3, coalesce({outside}, 0)), NULL)",
        [category(i, fill(color(shade), color(shade), 0.05), *names[i]) for i, shade in enumerate(shades)])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"radius_m"', False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def style_gaps(layer):
    def range_of(low, high, symbol, zh, en):
        return QgsRendererRange(low, high, symbol, f"{zh}|{en}")

    layer.setRenderer(QgsGraduatedSymbolRenderer(f"if({focus('zone_code')}, coalesce(\"demand\", 0), NULL)", [
        range_of(50000, 1e12, hatch(GAP, 0.30, 1.6, 0.12), "5 万人以上", "over 50,000 people"),
        range_of(10000, 50000, hatch(GAP, 0.22, 2.2, 0.1), "1 万–5 万人", "10,000–50,000"),
        range_of(1000, 10000, hatch(GAP, 0.17, 2.9, 0.1), "1,000–1 万人", "1,000–10,000"),
        range_of(1e-6, 1000, hatch(GAP, 0.13, 3.8, 0.1, [4.0, 1.2]), "不足 1,000 人", "under 1,000"),
        range_of(0, 0, hatch("#B98A66", 0.10, 4.6, 0.08, [1.4, 1.4]), "无人居住", "nobody")]))


def style_areas(layer):
    own = "(coalesce(@yiquan_facilities, '*') = '*' OR strpos(@yiquan_facilities, '\\n' || \"facility_id\" || '\\n') > 0)"
    renderer = QgsCategorizedSymbolRenderer(f"if({own}, 1, 0)", [
        category(1, fill(None, color(COVERED_DARK), 0.22), "单个设施的服务区", "Area of one facility"),
        category(0, fill(None, color("#A9B8C2"), 0.15), "相邻设施的服务区", "Area of a neighbour")])
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(f"if({own}, 1, 0)", True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def border(stroke, width):
    return fill(None, color(stroke), width)


def style_parents(layer):
    """The programs repeat the one symbol for each parent unit: zones of one parent melt together."""
    layer.setRenderer(QgsMergedFeatureRenderer(QgsCategorizedSymbolRenderer('"parent"', [
        category("", border("#4A4A4A", 0.35), "市州界", "Prefecture border")])))


def style_outline(layer):
    layer.setRenderer(QgsMergedFeatureRenderer(QgsCategorizedSymbolRenderer(f"if({focus('code')}, 1, NULL)", [
        category(1, border(INK, 0.6), "本页范围", "Extent of this page")])))


def style_facilities(layer):
    def quiet(shape_size=2.2):
        symbol = marker(Shape.Circle, "#FFFFFF", shape_size, "#777777", 0.25, halo=0.3)
        for index in range(2):
            symbol.symbolLayer(index).setDataDefinedProperty(QgsSymbolLayer.PropertyName, QgsProperty.fromExpression(by_kind(3)))
        return symbol

    categories = []
    for key, _, shape, _, inside, size, label in KINDS + [OTHER]:
        zh, en = label.split(" ", 1)
        symbol = marker(shape, inside, size, PAPER if key == "centre" else INK, 0.1 if key == "centre" else 0.25, halo=0.5)
        categories.append(category(key, symbol, zh, en))
    unused = quiet()
    unused.appendSymbolLayer(shape_layer(Shape.Line, "#777777", 1.5, "#777777", 0.25, angle=45))
    categories.append(category("inactive", unused, "未参与本次计算", "Not used in this run"))
    categories.append(category("beside", quiet(), "相邻单元的设施", "Neighbouring facility"))
    renderer = QgsCategorizedSymbolRenderer(
        f"CASE WHEN \"active\" = 0 THEN 'inactive' WHEN NOT {focus('zone_code')} THEN 'beside' ELSE {by_kind(0)} END", categories)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"active"', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    settings = beside(on_paper('"name"', solid_halo(text(6.5, "#333333"), 0.6), priority=4))
    settings.obstacleSettings().setFactor(2)
    blocking = QgsPalLayerSettings(settings)
    blocking.drawLabels = False
    named = f"@yiquan_named = 1 AND coalesce(\"active\", 1) = 1 AND {focus('zone_code')}"
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, 0, named, "名称"))
    root.appendChild(QgsRuleBasedLabeling.Rule(blocking, 0, 0, f"NOT ({named})", "不标注，仅避让"))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def style_single_points(layer):
    """A badge beside the symbol of a station that somebody depends on alone."""
    badge = shape_layer(Shape.Circle, SINGLE, 2.3, INK, 0.25)
    mark = shape_layer(Shape.Line, INK, 1.2, INK, 0.35)
    for part in (badge, mark):
        part.setOffset(QPointF(-2.2, -2.0))
    layer.setRenderer(QgsCategorizedSymbolRenderer(
        f"if(\"demand_only_here\" > 0 AND {focus('zone_code')}, 1, NULL)", [
            category(1, symbol_of(QgsMarkerSymbol, [badge, mark]), "单点依赖", "Single point of failure")]))


def style_demand(layer):
    """Settlements, by people."""
    size = QgsProperty.fromExpression(f'{UNIT} * min(7, 0.9 + 0.011 * sqrt("demand"))')

    def dot(inside, stroke, width):
        symbol = marker(Shape.Circle, inside, 2.0, stroke, width, halo=0)
        symbol.setDataDefinedSize(size)
        return symbol

    layer.setRenderer(QgsCategorizedSymbolRenderer(f"if({focus('zone_code')}, \"class\", NULL)", [
        category("covered", dot("#00466E", PAPER, 0.15), "居民点，已覆盖", "Place, covered"),
        category("gap", dot("#FFF1E6", GAP_DARK, 0.35), "居民点，未覆盖", "Place, not covered"),
        category("unreachable", dot("#BBBBBB", "#555555", 0.25), "居民点，不可达", "Place, unreachable")]))
    settings = beside(on_paper('"name"', solid_halo(text(6.5, "#444444"), 0.6), priority=3,
                               show=f"coalesce(\"name\", '') NOT IN ('', \"id\") AND {focus('zone_code')}"), 0.3)
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Priority, first_come('min(6, ln(1 + "demand") / 2)'))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_zones_named(layer):
    """Quiet zones with their names, for maps about something else."""
    layer.setRenderer(QgsCategorizedSymbolRenderer("1", [
        category(1, fill(color("#FBF9F3"), color(EDGE), 0.15), "单元界", "Zone border")]))
    room = f"{side_mm()} >= 1.35 * max(4, length(regexp_replace(\"name\", '（.*', '')))"
    settings = on_paper("replace(\"name\", '（', '\\n（')", solid_halo(text(7, "#7A7A7A")), show=room, priority=2)
    settings.obstacleSettings().setIsObstacle(False)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def in_order(renderer, expression, ascending=True):
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(expression, ascending)]))
    renderer.setOrderByEnabled(True)
    return renderer


def style_siting_sites(layer):
    """Proposals with their number, the first on top; a cross through a station that the plan closes."""
    numbered = marker(Shape.Circle, ADDED, 4.2, ADDED_DARK, 0.2, halo=0.4)
    number = QgsFontMarkerSymbolLayer(FAMILIES[0], "1", 2.5, color(PAPER))
    number.setFontStyle("Bold")
    number.setDataDefinedProperty(QgsSymbolLayer.PropertyCharacter, QgsProperty.fromExpression('to_string("order")'))
    number.setDataDefinedProperty(QgsSymbolLayer.PropertySize, QgsProperty.fromExpression(
        f'{UNIT} * if("order" > 99, 1.9, 2.5)'))
    numbered.appendSymbolLayer(number)
    closed = marker(Shape.Cross2, INK, 4.2, INK, 0.7, halo=0)
    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer('"role"', [
        category("new", numbered, "建议新增，按次序", "Proposed, in order"),
        category("closed", closed, "建议关闭", "Proposed to close")]), 'coalesce("order", 0)', False))
    settings = beside(on_paper('"name"', solid_halo(text(7.5, ADDED_DARK, bold=True), 0.7), priority=9,
                               show="\"role\" = 'new'"), 0.3)
    settings.obstacleSettings().setFactor(3)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_siting_candidates(layer):
    layer.setRenderer(QgsCategorizedSymbolRenderer('"role"', [
        category("candidate", marker(Shape.Circle, PAPER, 1.1, "#6E6E6E", 0.2, halo=0), "未选的候选点", "Candidate, not chosen")]))


def style_siting_areas(layer):
    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer('"role"', [
        category("new", fill(None, color(ADDED_DARK), 0.35), "新增站点的服务区", "Area of a proposed place"),
        category("existing", fill(None, color(COVERED_DARK), 0.15), "现有设施的服务区", "Area of an existing station")]),
        "if(\"role\" = 'new', 1, 0)"))


def style_siting_land(layer):
    """Solid, so that circles melt together; the land served already lies on top."""
    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer('"role"', [
        category("existing", fill(color("#BBDCEE"), color("#BBDCEE"), 0.05), "现已覆盖", "Covered now"),
        category("new", fill(color("#BFE6D5"), color("#BFE6D5"), 0.05), "建成后新覆盖", "Covered by the proposals")]),
        "if(\"role\" = 'new', 0, 1)"))


def style_siting_people(layer):
    """Settlements that gain, by people; the programs list the ids of the proposals in a variable of the layer, for
    plans without a radius."""
    gains = ("if(CASE WHEN \"before\" IS NULL THEN "
             "strpos(coalesce(@yiquan_proposals, ''), '\\n' || \"site_id\" || '\\n') > 0 "
             "ELSE \"before\" = 0 AND \"after\" = 1 END, 1, NULL)")
    dot = marker(Shape.Circle, GAP, 2.0, PAPER, 0.12, halo=0)
    dot.setDataDefinedSize(QgsProperty.fromExpression(f'{UNIT} * min(5, 0.7 + 0.009 * sqrt("weight"))'))
    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer(gains, [
        category(1, dot, "新覆盖的居民点（按人口）", "Places gained, by people")]), '"weight"', False))


def style_relocation_sites(layer):
    """A square as large as the capacity, darker the fuller it is; hollow where nobody moves to."""
    size = QgsProperty.fromExpression(
        f'{UNIT} * (1.8 + 4.2 * sqrt(coalesce("capacity", 0) / max(1, maximum("capacity"))))')

    def site(inside, stroke=INK, width=0.25):
        symbol = marker(Shape.Square, inside, 3.8, stroke, width, halo=0.3)
        symbol.setDataDefinedSize(size)
        return symbol

    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer(
        "CASE WHEN coalesce(\"allowed\", 1) = 0 THEN 'barred' WHEN coalesce(\"opened\", 0) = 0 THEN 'spare' "
        "WHEN \"share_used\" < 0.5 THEN 'half' WHEN \"share_used\" < 0.8 THEN 'most' WHEN \"share_used\" < 1 THEN 'nearly' "
        "ELSE 'full' END", [
            category("half", site("#D0DFE6"), "启用，使用不足一半", "In use, under half full"),
            category("most", site("#8AB4D2"), "启用，使用 50–80 %", "In use, 50–80 % full"),
            category("nearly", site(COVERED), "启用，使用 80 % 以上", "In use, over 80 % full"),
            category("full", site("#002F4D", SINGLE, 0.7), "启用，已满", "In use and full"),
            category("spare", site(PAPER, "#777777"), "可用，未启用", "Allowed, not used"),
            category("barred", marker(Shape.CrossFill, "#E4E4E4", 3.4, "#777777", 0.25, halo=0, angle=45), "不可用", "Not allowed")]),
        'coalesce("capacity", 0)', False))
    load = "format_number(\"load\", 0) || ' / ' || format_number(\"capacity\", 0)"
    settings = beside(on_paper(f"\"name\" || if(\"opened\" = 1, '\\n' || {load}, '')",
                               solid_halo(text(7.5, COVERED_DARK, bold=True), 0.7), priority=9), 0.5)
    settings.obstacleSettings().setFactor(3)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_relocation_households(layer):
    """Who stays on top and named; who moves is named where there is room for names."""
    size = QgsProperty.fromExpression(f'{UNIT} * min(5, 1.1 + 0.1 * sqrt("people"))')

    def dot(inside, stroke, width):
        symbol = marker(Shape.Circle, inside, 2.0, stroke, width, halo=0)
        symbol.setDataDefinedSize(size)
        return symbol

    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer('"placed"', [
        category(1, dot(COVERED_DARK, PAPER, 0.15), "已安置的农户（按人数）", "Households placed, by people"),
        category(0, dot(GAP, PAPER, 0.15), "未能安置的农户", "Households that stay")]), '"placed"', False))
    name = 'coalesce(nullif("name", \'\'), "id")'
    stays = beside(on_paper(name, solid_halo(text(7, GAP_DARK, bold=True), 0.6), priority=7), 0.3)
    moves = beside(on_paper(name, solid_halo(text(6.5, "#444444"), 0.6), priority=3), 0.3)
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(QgsRuleBasedLabeling.Rule(stays, 0, 0, '"placed" = 0', "未能安置"))
    root.appendChild(QgsRuleBasedLabeling.Rule(moves, 0, 0, '@yiquan_named = 1 AND "placed" = 1', "已安置"))
    layer.setLabeling(QgsRuleBasedLabeling(root))


def style_relocation_lines(layer):
    line = QgsSimpleLineSymbolLayer(color("#5B9CC4"), 0.4)
    line.setPenCapStyle(Qt.RoundCap)
    line.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth, QgsProperty.fromExpression(
        f'{UNIT} * scale_exp(min(2000, coalesce("people", 1)), 0, 2000, 0.15, 1.4, 0.57)'))
    layer.setRenderer(QgsCategorizedSymbolRenderer("1", [
        category(1, symbol_of(QgsLineSymbol, [line]), "搬迁去向，越宽人越多", "Who moves where; wider: more people")]))


VERDICTS = [("pass", "通过", "Passes"), ("unknown", "无法判断", "Unknown"), ("fail", "不通过", "Fails")]


def verdict_symbols():
    """Shape and colour of each verdict, as on the screen."""
    return {
        "pass": marker(Shape.Circle, COVERED, 2.8, PAPER, 0.2, halo=0),
        "fail": marker(Shape.CrossFill, GAP, 2.6, PAPER, 0.1, halo=0, angle=45),
        "unknown": marker(Shape.Diamond, SINGLE, 3.0, "#3D3800", 0.3, halo=0)}


def show_verdicts(layer, symbols, settings):
    """Whoever passes on top and named first."""
    rank = "CASE WHEN \"verdict\" = 'pass' THEN 2 WHEN \"verdict\" = 'unknown' THEN 1 ELSE 0 END"
    layer.setRenderer(in_order(QgsCategorizedSymbolRenderer(
        '"verdict"', [category(verdict, symbols[verdict], zh, en) for verdict, zh, en in VERDICTS]), rank))
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Priority, first_come("if(\"verdict\" = 'pass', 9, 4)"))
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Show, QgsProperty.fromExpression("@yiquan_named = 1 OR \"verdict\" = 'pass'"))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def style_screened_sites(layer):
    show_verdicts(layer, verdict_symbols(), beside(on_paper('"name"', solid_halo(text(7, "#333333"), 0.6)), 0.3))


def style_screened_land(layer):
    """A mark inside each site, for a few hectares are not seen from afar."""
    areas = {"pass": fill(color("#BBDCEE"), color(COVERED_DARK), 0.25), "fail": fill(color("#F8CDA2"), color(GAP_DARK), 0.25),
             "unknown": fill(color("#FAF6B8"), color("#3D3800"), 0.25)}
    for verdict, symbol in verdict_symbols().items():
        middle = QgsCentroidFillSymbolLayer()
        middle.setSubSymbol(symbol)
        middle.setPointOnSurface(True)
        areas[verdict].appendSymbolLayer(middle)
    settings = on_paper('"name"', solid_halo(text(7, "#333333"), 0.6), placement=QgsPalLayerSettings.AroundPoint)
    settings.dist = 1.8
    settings.obstacleSettings().setIsObstacle(False)
    show_verdicts(layer, areas, settings)


# Tables of a plan that these maps need: geometry and fields.
PLAN = {
    "siting_sites": ("Point", [("id", "string"), ("name", "string"), ("role", "string"), ("order", "integer")]),
    "siting_areas": ("MultiPolygon", [("site_id", "string"), ("role", "string")]),
    "siting_demand": ("Point", [("id", "string"), ("weight", "double"), ("site_id", "string"), ("before", "integer"), ("after", "integer")])}

TABLES = {"zones_share": "zones", "zones_plain": "zones", "locator": "zones", "covered": "covered_areas",
          "gaps": "service_gaps", "areas": "service_areas", "parents": "zones", "outline": "zones",
          "facilities": "facilities", "single_points": "facilities", "demand": "demand", "zones_named": "zones",
          "siting_sites": "siting_sites", "siting_candidates": "siting_sites", "siting_areas": "siting_areas",
          "siting_land": "siting_areas", "siting_people": "siting_demand",
          "relocation_sites": "relocation_sites", "relocation_households": "relocation_households",
          "relocation_lines": "relocation_lines", "screened_sites": "screened_sites",
          "screened_land": "screened_sites_polygons"}


def build(name):
    geometry, fields = (PLAN | LAYERS)[TABLES[name]]
    uri = f"{geometry}?crs=EPSG:4326" + "".join(f"&field={field[0]}:{field[1]}" for field in fields)
    layer = QgsVectorLayer(uri, name, "memory")
    globals()[f"style_{name}"](layer)
    layer.setLabelsEnabled(layer.labeling() is not None)
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.Symbology | QgsMapLayer.Labeling)
    return canonical(document.toString(1))


def main():
    application = QgsApplication([], True)
    application.initQgis()
    stale = []
    for name in TABLES:
        path, wanted = STYLES / "print" / f"{name}.qml", build(name)
        if "--check" not in sys.argv[1:]:
            path.write_text(wanted, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != wanted:
            stale.append(path.name)
    application.exitQgis()
    if stale:
        sys.exit("differs from make_print_styles.py: " + ", ".join(stale))


if __name__ == "__main__":
    main()
