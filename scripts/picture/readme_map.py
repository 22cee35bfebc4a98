#!/usr/bin/python3
"""Draws the picture of an audit for the README, without a display.

    readme_map.py audit-out/audit.gpkg docs/images/audit.png
    readme_map.py audit.gpkg out.png --title 标题 --subtitle "A title" --source 来源 --source-en "Sources"

The layers wear the styles of styles/, so the picture shows what QGIS shows. Figures in the
headline are sums over the layer `zones`.

Debian 12 packages (--no-install-recommends): python3-qgis qgis-providers python3-pil fonts-noto-cjk
"""
import argparse
import io
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from qgis.PyQt.QtCore import QBuffer, QIODevice, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeature, QgsFillSymbol, QgsGeometry,
    QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemMapItem,
    QgsLayoutItemMapOverview, QgsLayoutItemScaleBar,
    QgsLayoutMeasurement, QgsLayoutPoint, QgsLayoutSize, QgsLegendRenderer, QgsLegendStyle, QgsPrintLayout, QgsProject, QgsRectangle,
    QgsScaleBarSettings, QgsSingleSymbolRenderer, QgsTextFormat, QgsUnitTypes, QgsVectorLayer,
    QgsVectorLayerSimpleLabeling)

STYLES = Path(__file__).resolve().parents[2] / "styles"
FONT = "Noto Sans CJK SC"

DPI = 160
WIDTH_PX, HEIGHT_PX = 1600, 1000
WIDTH, HEIGHT = WIDTH_PX / DPI * 25.4, HEIGHT_PX / DPI * 25.4   # mm
MARGIN = 5.0
COLUMN = 69.0                                                   # the right column: inset and legend
TOP, BOTTOM = 21.0, 12.5                                        # title, source lines
EQUAL_AREA = "+proj=aea +lat_1=33 +lat_2=38 +lat_0=0 +lon_0=96 +x_0=0 +y_0=0 +ellps=GRS80 +units=m"
INSET = QgsRectangle(101.08, 35.82, 103.02, 37.28)              # Xining and Haidong, degrees

TITLE = "青海省县级服务中心 15 公里覆盖"
SUBTITLE = "Who lives within 15 km of a county service centre in Qinghai"
SOURCE = ("界线为演示级，没有审图号；人口由 2020 年普查模拟分摊；服务中心以县级政府驻地代替。界线：© OpenStreetMap contributors, ODbL 1.0; "
          "geoBoundaries；居民点、驻地：GeoNames、SimpleMaps、WorldPop（CC BY 4.0）、NOAA。等积圆锥投影。")
SOURCE_EN = ("Demonstration borders, without map approval number; demand modelled from the 2020 census; county seats as centres. "
             "Borders: © OpenStreetMap contributors, ODbL 1.0; geoBoundaries. Places, seats: GeoNames, SimpleMaps, WorldPop, "
             "CC BY 4.0; NOAA. Equal-area conic.")

NAMES = {  # layers from top to bottom, as the legend calls them
    "facilities": "服务设施 Facilities",
    "prefectures": "州、市界 Prefecture border",
    "service_gaps": "空白区（居住人口） Gaps, by people living there",
    "covered_areas": "",
    "zones": "人口覆盖率 Share of people covered",
}


def fail(message):
    sys.exit(f"readme_map.py: {message}")


def opened(audit, name):
    layer = QgsVectorLayer(f"{audit}|layername={name}", NAMES[name], "ogr")
    if not layer.isValid():
        fail(f"{audit} has no layer {name}")
    message, ok = layer.loadNamedStyle(str(STYLES / f"{name}.qml"))
    if not ok:
        fail(f"styles/{name}.qml: {message}")
    return layer


def smaller_symbols(layer, factor):
    """Facility symbols are made for a city; on a province they would hide their own circles."""
    renderer = layer.renderer()
    for index, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        symbol.setSize(symbol.size() * factor)
        renderer.updateCategorySymbol(index, symbol)


def smaller_labels(layer, size):
    """Zone labels of this size, one for each part."""
    settings = layer.labeling().settings()
    form = settings.format()
    form.setSize(size)
    form.buffer().setSize(0.6)
    settings.setFormat(form)
    settings.labelPerPart = True   # an exclave without a name looks like a unit of its own
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def prefecture_borders(zones):
    """The zones of one parent joined, drawn as a line only."""
    members = {}
    for feature in zones.getFeatures():
        members.setdefault(feature["parent"], []).append(feature.geometry())
    layer = QgsVectorLayer(f"MultiPolygon?crs={zones.crs().authid()}", NAMES["prefectures"], "memory")
    for parent in sorted(members, key=str):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.unaryUnion(members[parent]))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#333333", "outline_width": "0.35", "joinstyle": "round"})))
    return layer


def headline(zones):
    """The sums of the ledger in one bilingual line."""
    total, covered, gap, unreachable = (
        sum(feature[name] or 0 for feature in zones.getFeatures())
        for name in ("demand", "covered", "gap", "unreachable"))
    words = [f"人口 People {total:,.0f}"]
    if total:
        words.append(f"已覆盖 Covered {covered:,.0f}（{100 * covered / total:.1f} %）")
        words.append(f"空白区 In gaps {gap:,.0f}")
    if unreachable:
        words.append(f"不可达 Unreachable {unreachable:,.0f}")
    return "    ".join(words)


def font(size, bold=False):
    f = QFont(FONT)
    f.setPointSizeF(size)
    f.setBold(bold)
    return f


def text_format(size, bold=False, ink="#222222"):
    form = QgsTextFormat()
    form.setFont(font(size, bold))
    form.setSize(size)
    form.setSizeUnit(QgsUnitTypes.RenderPoints)
    form.setColor(QColor(ink))
    return form


def place(layout, item, x, y, width, height):
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, QgsUnitTypes.LayoutMillimeters))
    item.attemptResize(QgsLayoutSize(width, height, QgsUnitTypes.LayoutMillimeters))
    return item


def label(layout, words, size, x, y, width, height, bold=False, ink="#222222"):
    item = QgsLayoutItemLabel(layout)
    item.setText(words)
    item.setFont(font(size, bold))
    item.setFontColor(QColor(ink))
    item.setMarginX(0)
    item.setMarginY(0)
    item.setVAlign(Qt.AlignTop)
    while item.sizeForText().width() > width and size > 4:   # rather small than cut off
        size -= 0.1
        item.setFont(font(size, bold))
    return place(layout, item, x, y, width, height)


def map_item(layout, layers, crs, extent, x, y, width, height, frame):
    item = QgsLayoutItemMap(layout)
    item.setRect(0, 0, width, height)   # a map without a size cannot take an extent
    place(layout, item, x, y, width, height)
    item.setCrs(crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.setBackgroundEnabled(False)
    item.zoomToExtent(extent)
    item.setFrameEnabled(frame)
    if frame:
        item.setBackgroundEnabled(True)
        item.setBackgroundColor(QColor("#FFFFFF"))
        item.setFrameStrokeColor(QColor("#333333"))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3, QgsUnitTypes.LayoutMillimeters))
    return item


def legend(layout, main, layers, x, y, width, height):
    """What the main map shows, as large as the room allows."""
    item = QgsLayoutItemLegend(layout)
    item.setLinkedMap(main)
    item.setAutoUpdateModel(False)
    root = item.model().rootGroup()
    root.clear()
    for layer in layers:
        node = root.addLayer(layer)
        node.setName(layer.name())
        if not layer.name():
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Hidden)
    item.setLegendFilterByMapEnabled(True)
    item.setFontColor(QColor("#222222"))
    item.setBoxSpace(0)
    item.setResizeToContents(True)
    place(layout, item, x, y, width, height)
    scale = 1.0
    while True:
        for style, size, bold in ((QgsLegendStyle.Subgroup, 7.5, True), (QgsLegendStyle.SymbolLabel, 7, False)):
            item.setStyleFont(style, font(size * scale, bold))
        item.setSymbolWidth(9 * scale)
        item.setSymbolHeight(4 * scale)
        item.rstyle(QgsLegendStyle.Subgroup).setMargin(QgsLegendStyle.Top, 2.2 * scale)
        item.rstyle(QgsLegendStyle.Symbol).setMargin(QgsLegendStyle.Top, 1.0 * scale)
        QgsLayoutExporter(layout).renderPageToImage(0, QSize(64, 40), 10)   # a legend knows its size once drawn
        item.adjustBoxSize()
        size = item.sizeWithUnits()
        if (size.height() <= height and size.width() <= width) or scale < 0.5:
            return item
        scale -= 0.05


def scale_bar(layout, of_map, segments, longest, x, y):
    item = QgsLayoutItemScaleBar(layout)
    item.setStyle("Line Ticks Up")
    item.setLinkedMap(of_map)
    item.setUnits(QgsUnitTypes.DistanceKilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegmentsLeft(0)
    item.setNumberOfSegments(segments)
    item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeFitWidth)
    item.setMinimumBarWidth(longest / 2.5)
    item.setMaximumBarWidth(longest)
    item.setHeight(1.4)
    item.setTextFormat(text_format(6.5))
    item.setBoxContentSpace(0.5)
    item.setLabelBarSpace(0.8)
    item.update()
    return place(layout, item, x, y, 44, 7)


def palette_of(picture, common=112, size=256):
    """The commonest colours exactly, then each time the colour farthest from all chosen ones.

    So a large tint keeps its colour and a small symbol does not lose its own: a median cut
    turns the few green pixels of a legend into blue ones.
    """
    counted = sorted(picture.getcolors(picture.width * picture.height), key=lambda pair: (-pair[0], pair[1]))

    def apart(one, two):
        return sum((a - b) ** 2 for a, b in zip(one, two))

    chosen = []
    for _, rgb in counted[:20 * common]:
        # Pillow looks colours up in coarse steps: nearer neighbours would be mistaken for each other.
        if len(chosen) < common and all(apart(rgb, known) >= 200 for known in chosen):
            chosen.append(rgb)
    others = [rgb for count, rgb in counted if count >= 4]
    distance = [min(apart(rgb, known) for known in chosen) for rgb in others]
    while others and len(chosen) < size and max(distance) >= 200:
        new = others[max(range(len(others)), key=distance.__getitem__)]
        chosen.append(new)
        distance = [min(old, apart(rgb, new)) for old, rgb in zip(distance, others)]
    chosen += chosen[:1] * (size - len(chosen))
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for rgb in chosen for channel in rgb])
    return palette


def compressed(image):
    """PNG with a palette of 256 colours, a third of the size of a full-colour one."""
    buffer = QBuffer()
    buffer.open(QIODevice.WriteOnly)
    image.save(buffer, "PNG")
    picture = Image.open(io.BytesIO(bytes(buffer.data()))).convert("RGB")
    picture = picture.quantize(palette=palette_of(picture), dither=Image.Dither.NONE)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def draw(arguments):
    project = QgsProject.instance()
    crs = QgsCoordinateReferenceSystem.fromProj(EQUAL_AREA)
    project.setCrs(crs)
    layers = {name: opened(arguments.audit, name) for name in NAMES if name != "prefectures"}
    smaller_symbols(layers["facilities"], 0.62)
    smaller_labels(layers["zones"], 6.5)
    layers["service_gaps"].setLabelsEnabled(False)
    layers["prefectures"] = prefecture_borders(layers["zones"])
    layers = {name: layers[name] for name in NAMES}
    project.addMapLayers(list(layers.values()))
    stack = list(layers.values())

    engine = project.labelingEngineSettings()
    engine.setMaximumPolygonCandidatesPerCmSquared(20)   # more places to try, so names keep off the symbols
    project.setLabelingEngineSettings(engine)

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(WIDTH, HEIGHT, QgsUnitTypes.LayoutMillimeters))
    layout.renderContext().setDpi(DPI)

    to_map = QgsCoordinateTransform(layers["zones"].crs(), crs, project)
    extent = to_map.transformBoundingBox(layers["zones"].extent())
    main_width = WIDTH - COLUMN - 2 * MARGIN - 3
    main = map_item(layout, stack, crs, extent, MARGIN, TOP, main_width, HEIGHT - TOP - BOTTOM - 1, False)
    column_x = WIDTH - MARGIN - COLUMN
    label(layout, "西宁、海东 Xining and Haidong", 7.5, column_x, 5.5, COLUMN, 4, bold=True)
    inset = map_item(layout, stack, crs, to_map.transformBoundingBox(INSET), column_x, 10.0, COLUMN, 62, True)
    overview = QgsLayoutItemMapOverview("inset", main)
    overview.setLinkedMap(inset)
    overview.setStackingPosition(QgsLayoutItemMapItem.StackBelowMapLabels)
    overview.setFrameSymbol(QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#444444", "outline_width": "0.25"}))
    main.overviews().addOverview(overview)

    label(layout, arguments.title, 17, MARGIN, 4.0, main_width, 8, bold=True)
    label(layout, arguments.subtitle, 9, MARGIN, 11.6, main_width, 4.5, ink="#555555")
    label(layout, headline(layers["zones"]), 8.5, MARGIN, 16.4, main_width, 4.5, bold=True, ink="#00466E")
    legend(layout, main, stack, column_x, 74.0, COLUMN, HEIGHT - BOTTOM - 74.0)
    scale_bar(layout, main, 2, 34, MARGIN + 1, HEIGHT - BOTTOM - 8)
    scale_bar(layout, inset, 1, 14, column_x + COLUMN - 19, 3.6)
    source_width = WIDTH - 2 * MARGIN
    label(layout, arguments.source, 6.5, MARGIN, HEIGHT - BOTTOM + 1.6, source_width, 4, ink="#555555")
    label(layout, arguments.source_en, 6.5, MARGIN, HEIGHT - BOTTOM + 5.8, source_width, 4, ink="#555555")

    return QgsLayoutExporter(layout).renderPageToImage(0, QSize(WIDTH_PX, HEIGHT_PX), DPI)


def main():
    parser = argparse.ArgumentParser(description="Draws the README picture of an audit.")
    parser.add_argument("audit", type=Path, help="audit.gpkg")
    parser.add_argument("picture", type=Path, help="PNG to write")
    parser.add_argument("--title", default=TITLE)
    parser.add_argument("--subtitle", default=SUBTITLE)
    parser.add_argument("--source", default=SOURCE, help="first source line, Chinese")
    parser.add_argument("--source-en", default=SOURCE_EN, help="second source line, English")
    arguments = parser.parse_args()
    if not arguments.audit.is_file():
        fail(f"{arguments.audit}: no such file")

    application = QgsApplication([], True)
    application.initQgis()
    arguments.picture.write_bytes(compressed(draw(arguments)))
    QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
