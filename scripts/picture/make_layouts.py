#!/usr/bin/python3
"""Writes styles/layouts/*.qpt, the pages that yiquan-map and the plugin fill.

    QT_QPA_PLATFORM=offscreen make_layouts.py [--check]

Every page is one drawing in A3's measures, enlarged or reduced to its paper. A template
holds places, letters and lines; layers, texts and tables come from the programs, which
find each item by its id. Texts are variables of the layout, so one template serves every
language. --check writes nothing and fails when a file in styles/layouts/ differs.

Debian 12 packages (--no-install-recommends): python3-qgis qgis-providers
"""
import base64
import sys
import xml.etree.ElementTree as ElementTree

from make_styles import COVERED_DARK, GAP, INK, PAPER, STYLES, FAMILIES, color, ordered

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QFont, QPolygonF
from qgis.PyQt.QtXml import QDomDocument
from qgis.core import (
    QgsApplication, QgsExpressionContextUtils, QgsFillSymbol, QgsLayoutFrame, QgsLayoutItem, QgsLayoutItemLabel,
    QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemMapOverview, QgsLayoutItemPicture,
    QgsLayoutItemPolyline, QgsLayoutItemRegistry, QgsLayoutItemScaleBar, QgsLayoutMeasurement, QgsLayoutPoint, QgsLayoutSize, QgsLayoutTable,
    QgsLegendStyle, QgsLineSymbol, QgsPrintLayout, QgsProject, QgsReadWriteContext, QgsScaleBarSettings, QgsTextFormat,
    QgsUnitTypes)

MM = QgsUnitTypes.LayoutMillimeters
GREY, RULE = "#5A5A5A", "#9A9A9A"
SMALLEST_PT = 6.0  # of any letter, however small the paper

# Paper: width, height and the size of letters and lines, in A3's.
PAPERS = {"a3": (420.0, 297.0, 1.0), "a4": (297.0, 210.0, 0.76), "slide": (320.0, 180.0, 0.82), "poster": (1189.0, 841.0, 2.83)}

NORTH = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 56">
<path d="M20 14 L32 54 L20 44 Z" fill="#222222" stroke="#222222" stroke-width="1.4" stroke-linejoin="round"/>
<path d="M20 14 L8 54 L20 44 Z" fill="#ffffff" stroke="#222222" stroke-width="1.4" stroke-linejoin="round"/>
<path d="M16 11 L16 1 L24 11 L24 1" fill="none" stroke="#222222" stroke-width="2"/></svg>"""


class Page:
    """A layout in the making; lengths are A3's millimetres from the page's top left."""

    def __init__(self, name, width, height, unit):
        self.project = QgsProject()
        self.layout = QgsPrintLayout(self.project)
        self.layout.initializeDefaults()
        self.layout.setName(name)
        self.unit = unit
        self.width, self.height = width / unit, height / unit
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height, MM))
        QgsExpressionContextUtils.setLayoutVariable(self.layout, "yiquan_unit", unit)

    def font(self, size, bold=False):
        font = QFont(FAMILIES[0])
        font.setPointSizeF(max(SMALLEST_PT, round(size * self.unit, 1)))
        font.setBold(bold)
        return font

    def place(self, item, name, x, y, w, h, z=0):
        item.setId(name)
        item.attemptMove(QgsLayoutPoint(x * self.unit, y * self.unit, MM))
        item.attemptResize(QgsLayoutSize(w * self.unit, h * self.unit, MM))
        self.layout.addLayoutItem(item)
        item.setZValue(z)
        return item

    def label(self, name, x, y, w, h, text, size, *, bold=False, ink=INK, across=Qt.AlignLeft, down=Qt.AlignTop):
        item = QgsLayoutItemLabel(self.layout)
        item.setFont(self.font(size, bold))
        item.setFontColor(color(ink))
        item.setText(text)
        item.setHAlign(across)
        item.setVAlign(down)
        item.setMarginX(0)
        item.setMarginY(0)
        return self.place(item, name, x, y, w, h, 20)

    def variable(self, name, *args, **kwargs):
        """A label whose text is the layout variable of its name."""
        QgsExpressionContextUtils.setLayoutVariable(self.layout, f"yiquan_{name}", "")
        return self.label(name, *args[:4], f"[% @yiquan_{name} %]", *args[4:], **kwargs)

    def line(self, name, x1, y1, x2, y2, ink=RULE, width=0.25):
        u = self.unit
        item = QgsLayoutItemPolyline(QPolygonF([QPointF(x1 * u, y1 * u), QPointF(x2 * u, y2 * u)]), self.layout)
        symbol = QgsLineSymbol.createSimple({"color": ink, "width": str(round(width * u, 3)), "capstyle": "flat"})
        item.setSymbol(symbol)
        item.setId(name)
        self.layout.addLayoutItem(item)
        item.setZValue(5)
        return item

    def map(self, name, x, y, w, h, z=0, width=0.3):
        item = QgsLayoutItemMap(self.layout)
        self.place(item, name, x, y, w, h, z)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(color("#555555"))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(width * self.unit, MM))
        item.setBackgroundColor(color(PAPER))
        item.setKeepLayerSet(True)
        return item

    def legend(self, x, y, w, h, of):
        item = QgsLayoutItemLegend(self.layout)
        item.setLinkedMap(of)
        item.setAutoUpdateModel(False)
        item.setTitle("")
        item.setResizeToContents(True)
        item.setFrameEnabled(False)
        item.setBackgroundEnabled(False)
        u = self.unit
        item.setBoxSpace(0)
        item.setSymbolWidth(8 * u)
        item.setSymbolHeight(3.8 * u)
        for role, size, bold in ((QgsLegendStyle.Group, 9.5, True), (QgsLegendStyle.Subgroup, 9.5, True),
                                 (QgsLegendStyle.SymbolLabel, 9, False)):
            item.setStyleFont(role, self.font(size, bold))
        item.setStyleMargin(QgsLegendStyle.Subgroup, QgsLegendStyle.Top, 2.4 * u)
        item.setStyleMargin(QgsLegendStyle.Symbol, QgsLegendStyle.Top, 1.8 * u)
        item.setStyleMargin(QgsLegendStyle.SymbolLabel, QgsLegendStyle.Left, 1.8 * u)
        item.setStyleMargin(QgsLegendStyle.SymbolLabel, QgsLegendStyle.Top, 1.8 * u)
        item.setFontColor(color(INK))
        return self.place(item, "legend", x, y, w, h, 10)

    def table(self, name, x, y, w, h, size=9):
        table = QgsApplication.layoutItemRegistry().createMultiFrame(QgsLayoutItemRegistry.LayoutManualTable, self.layout)
        self.layout.addMultiFrame(table)
        u = self.unit
        for setter, bold in ((table.setHeaderTextFormat, True), (table.setContentTextFormat, False)):
            form = QgsTextFormat()
            font = self.font(size, bold)
            form.setFont(font)
            form.setNamedStyle("Bold" if bold else "Regular")
            form.setSize(font.pointSizeF())
            form.setSizeUnit(QgsUnitTypes.RenderPoints)
            form.setColor(color(INK))
            setter(form)
        table.setCellMargin(1.1 * u)
        table.setShowGrid(True)
        table.setVerticalGrid(False)
        table.setHorizontalGrid(True)
        table.setGridStrokeWidth(0.15 * u)
        table.setGridColor(color("#B5B5B5"))
        table.setBackgroundColor(color(PAPER))
        table.setWrapBehavior(QgsLayoutTable.WrapText)
        frame = QgsLayoutFrame(self.layout, table)
        self.place(frame, name, x, y, w, h, 12)
        table.addFrame(frame)
        return table

    def scalebar(self, x, y, w, h, of):
        item = QgsLayoutItemScaleBar(self.layout)
        item.setStyle("Line Ticks Up")
        item.setLinkedMap(of)
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeFitWidth)
        u = self.unit
        item.setMinimumBarWidth(0.32 * w * u)
        item.setMaximumBarWidth(0.86 * w * u)
        item.setNumberOfSegments(2)
        item.setNumberOfSegmentsLeft(0)
        item.setUnits(QgsUnitTypes.DistanceKilometers)
        item.setUnitLabel("km")
        item.setHeight(2 * u)
        item.setBoxContentSpace(0.6 * u)
        item.setLabelBarSpace(1.0 * u)
        line = item.lineSymbol().clone()
        line.setWidth(0.35 * u)
        line.setColor(color(INK))
        item.setLineSymbol(line)
        form = QgsTextFormat()
        font = self.font(8)
        form.setFont(font)
        form.setSize(font.pointSizeF())
        form.setSizeUnit(QgsUnitTypes.RenderPoints)
        form.setColor(color(INK))
        item.setTextFormat(form)
        return self.place(item, "scalebar", x, y, w, h, 12)

    def north(self, x, y, w, h, of):
        item = QgsLayoutItemPicture(self.layout)
        self.place(item, "north", x, y, w, h, 12)
        item.setMode(QgsLayoutItemPicture.FormatSVG)
        item.setPicturePath("base64:" + base64.b64encode(NORTH.encode()).decode(), QgsLayoutItemPicture.FormatSVG)
        item.setLinkedMap(of)
        item.setNorthMode(QgsLayoutItemPicture.TrueNorth)
        item.setPictureAnchor(QgsLayoutItem.Middle)
        return item

    def show_extent(self, on, of, name):
        """A rectangle on one map where the other one lies."""
        overview = QgsLayoutItemMapOverview(name, on)
        overview.setLinkedMap(of)
        overview.setFrameSymbol(QgsFillSymbol.createSimple({
            "style": "no", "outline_color": GAP if name == "here" else INK, "outline_width": str(round(0.4 * self.unit, 3)),
            "joinstyle": "miter"}))
        on.overviews().addOverview(overview)

    # Parts that pages have in common.

    def head(self, margin, width):
        self.line("accent", margin + 0.75, margin + 0.6, margin + 0.75, margin + 22.5, COVERED_DARK, 1.5)
        x, w = margin + 5, width - 5
        self.variable("kicker", x, margin, w, 4.6, 9, ink=GREY)
        self.variable("title", x, margin + 4.6, w, 11.2, 23, bold=True, down=Qt.AlignVCenter)
        self.variable("subtitle", x, margin + 16.4, w, 9.2, 10.5, ink=COVERED_DARK)

    def foot(self, margin, y, width, approval=62, high=14.6):
        self.line("foot_line", margin, y, margin + width, y)
        self.variable("foot", margin, y + 1.4, width - approval - 5, high, 6.8, ink=GREY)
        self.variable("approval", margin + width - approval, y + 1.4, approval, 4.8, 8, bold=True, across=Qt.AlignRight)
        self.variable("number", margin + width - approval, y + 6.6, approval, 4, 7, ink=GREY, across=Qt.AlignRight)

    def figures(self, x, y, width, count):
        """Large numbers, each over what it counts."""
        shares = {3: [0.32, 0.43, 0.25], 4: [0.2, 0.28, 0.18, 0.34]}[count]
        inks = [COVERED_DARK, "#B34F00", INK, INK]
        for i in range(count):
            w = width * shares[i] - 2
            self.variable(f"figure_{i + 1}", x, y, w, 10.5, 21, bold=True, ink=inks[i], down=Qt.AlignBottom)
            self.variable(f"caption_{i + 1}", x, y + 10.8, w, 7.6, 8, ink=GREY)
            x += width * shares[i]

    def scale_strip(self, x, y, width, of):
        self.north(x, y, 10, 14, of)
        self.scalebar(x + 13, y, width - 13, 8.6, of)
        self.variable("scale", x + 13.6, y + 9.6, width - 14, 4, 7.5, ink=GREY)

    def canonical(self):
        document = QDomDocument()
        root = self.layout.writeXml(document, QgsReadWriteContext())
        document.appendChild(root)
        tree = ElementTree.fromstring(document.toString(1))
        for element in tree.iter():  # or `ordered` would meet, and number, identifiers in the order of a hash table
            element.attrib = dict(sorted(element.attrib.items()))
        ordered(tree, {})
        ElementTree.indent(tree, " ")
        return ElementTree.tostring(tree, encoding="unicode") + "\n"


MARGIN, HEAD, COLUMN, GUTTER = 10.0, 27.5, 104.0, 6.0
# Letters must not become smaller than paper, so small paper needs more room for the same words.
FOOT = {"a3": 18.0, "a4": 23.0, "slide": 22.0, "poster": 18.0}


def map_page(paper):
    """A map with a column beside it."""
    page = Page(f"map-{paper}", *PAPERS[paper])
    column, locator_high = (128.0, 36.0) if paper == "slide" else (COLUMN, 44.0)  # a slide is low
    width = page.width - 2 * MARGIN
    top, bottom = MARGIN + HEAD, page.height - MARGIN - FOOT[paper] + 4
    page.head(MARGIN, width)
    main = page.map("map", MARGIN, top, width - column - GUTTER, bottom - top)
    x = page.width - MARGIN - column
    page.figures(x, top - 2.5, column, 3)
    page.line("figures_line", x, top + 18, x + column, top + 18)
    page.legend(x, top + 19, column, 60, main)
    page.table("table", x, top + 84, column, 50)
    strip = bottom - 14
    page.scale_strip(x, strip, column, main)
    locator = page.map("locator", x, strip - 4 - locator_high, column / 2 - 1.5, locator_high, 1, 0.2)
    inset = page.map("inset", x + column / 2 + 1.5, strip - 4 - locator_high, column / 2 - 1.5, locator_high, 1)
    inset_2 = page.map("inset_2", x, strip - 66, column, 62, 1)
    page.variable("inset_2_title", x, strip - 71, column, 4.4, 8, bold=True)
    page.show_extent(inset, inset_2, "inset")
    page.variable("locator_title", x, strip - 9 - locator_high, column / 2 - 1.5, 4.4, 8, bold=True)
    page.variable("inset_title", x + column / 2 + 1.5, strip - 9 - locator_high, column / 2 - 1.5, 4.4, 8, bold=True)
    page.show_extent(locator, main, "here")
    page.show_extent(main, inset, "inset")
    page.foot(MARGIN, bottom + 3, width, high=FOOT[paper] - 3.4)
    return page


def compare_page(paper):
    """Two maps beside each other, the figures below."""
    page = Page(f"compare-{paper}", *PAPERS[paper])
    width = page.width - 2 * MARGIN
    top, bottom = MARGIN + HEAD, page.height - MARGIN - FOOT[paper] + 4
    page.head(MARGIN, width)
    half = (width - 5) / 2
    height = (bottom - top) * 0.65
    for name, x in (("before", MARGIN), ("map", MARGIN + half + 5)):
        page.variable(f"{name}_title", x, top - 1.5, half, 6, 11, bold=True, down=Qt.AlignVCenter)
        page.map(name, x, top + 5.5, half, height - 5.5)
    main = page.layout.itemById("map")
    y = top + height + 4
    page.figures(MARGIN, y - 1, COLUMN, 3)
    page.line("figures_line", MARGIN, y + 18, MARGIN + COLUMN, y + 18)
    page.scale_strip(MARGIN, bottom - 14, COLUMN, main)
    page.legend(MARGIN + COLUMN + 8, y - 1, 76, bottom - y, main)
    x = MARGIN + COLUMN + 8 + 78 + 4
    page.table("table", x, y, page.width - MARGIN - x, bottom - y)
    page.foot(MARGIN, bottom + 3, width, high=FOOT[paper] - 3.4)
    return page


def summary_page():
    """A4 upright: one page of words and figures."""
    page = Page("summary-a4", 210.0, 297.0, 0.86)
    margin = 14.0
    width = page.width - 2 * margin
    foot = 25
    bottom = page.height - margin - foot
    page.head(margin, width)
    y = margin + 29
    page.figures(margin, y, width, 4)
    page.line("figures_line", margin, y + 19.8, margin + width, y + 19.8)
    y += 23.5
    QgsExpressionContextUtils.setLayoutVariable(page.layout, "yiquan_map_unit", 0.5)
    left = width * 0.47
    page.variable("sentences", margin, y, left, 122, 11.5)
    main = page.map("map", margin + left + 6, y, width - left - 6, 82)
    page.legend(margin + left + 6, y + 86, width - left - 6, 36, main)
    y += 128
    half = (width - 6) / 2
    page.variable("table_title", margin, y, half, 5.4, 10.5, bold=True)
    page.variable("gaps_title", margin + half + 6, y, half, 5.4, 10.5, bold=True)
    page.table("table", margin, y + 6.6, half, bottom - y - 24, 10)
    page.table("gaps", margin + half + 6, y + 6.6, half, bottom - y - 24, 10)
    page.variable("findings", margin, bottom - 14, width, 13, 9)
    page.foot(margin, bottom + 1, width, 50, foot)
    return page


def siting_page(paper):
    """A plan: the map, its proposals in order, what each further place gains, before and after."""
    page = Page(f"siting-{paper}", *PAPERS[paper])
    slide = paper == "slide"
    column = 92.0 if slide else COLUMN
    width = page.width - 2 * MARGIN
    foot = FOOT[paper] + (4 if paper == "a3" else 5)  # a line more than on other pages: how it was computed
    top, bottom = MARGIN + HEAD, page.height - MARGIN - foot + 4
    page.head(MARGIN, width)
    x = page.width - MARGIN - column
    if slide:  # low: three columns
        middle = 98.0
        main = page.map("map", MARGIN, top, width - column - middle - 2 * GUTTER, bottom - top)
        left = x - GUTTER - middle
        high = (bottom - top) * 0.44
        chart = (left, top, middle, high)
        effect = (left, top + high + 3, middle, bottom - top - high - 3)
    else:
        high = 70.0
        main = page.map("map", MARGIN, top, width - column - GUTTER, bottom - top - high - 4)
        whole = width - column - GUTTER
        chart = (MARGIN, bottom - high, whole * 0.46, high)
        effect = (MARGIN + whole * 0.46 + GUTTER, bottom - high, whole * 0.54 - GUTTER, high)
    inset = page.map("inset", MARGIN + 4, top + 4, 60, 50, 1)
    page.variable("inset_title", MARGIN + 4, top + 4, 60, 4.4, 8, bold=True)
    page.show_extent(main, inset, "inset")
    for name, (left, upper, wide, tall) in (("chart", chart), ("effect", effect)):
        page.variable(f"{name}_title", left, upper, wide, 4.8, 9.5, bold=True)
        if name == "chart":
            page.label("chart", left, upper + 5.6, wide, tall - 5.6, "", 7.5)
        else:
            page.table("effect", left, upper + 5.6, wide, tall - 5.6)
    page.figures(x, top - 2.5, column, 3)
    page.line("figures_line", x, top + 18, x + column, top + 18)
    page.legend(x, top + 19, column, 60, main)
    page.table("table", x, top + 84, column, 50)
    page.scale_strip(x, bottom - 14, column, main)
    page.foot(MARGIN, bottom + 3, width, high=foot - 3.4)
    return page


def result_page(paper):
    """A relocation or a screening: the map, what counts beside it, a small ledger and a wide list below it."""
    page = Page(f"result-{paper}", *PAPERS[paper])
    slide = paper == "slide"
    column = 92.0 if slide else COLUMN
    width = page.width - 2 * MARGIN
    foot = FOOT[paper] + (4 if paper == "a3" else 9)  # more lines than on other pages: rules, lists, notices
    top, bottom = MARGIN + HEAD, page.height - MARGIN - foot + 4
    page.head(MARGIN, width)
    x = page.width - MARGIN - column
    if slide:  # low: three columns
        middle = 124.0
        left = x - GUTTER - middle
        main = page.map("map", MARGIN, top, left - GUTTER - MARGIN, bottom - top)
        page.table("summary", left, top, middle, 30)
        page.variable("list_title", left, top + 34, middle, 4.8, 9.5, bold=True)
        page.table("list", left, top + 40, middle, bottom - top - 40)
    else:
        whole, high = width - column - GUTTER, 88.0
        main = page.map("map", MARGIN, top, whole, bottom - top - high - 4)
        y, ledger = bottom - high, whole * 0.27
        page.table("summary", MARGIN, y, ledger, high)
        page.variable("list_title", MARGIN + ledger + GUTTER, y, whole - ledger - GUTTER, 4.8, 9.5, bold=True)
        page.table("list", MARGIN + ledger + GUTTER, y + 5.6, whole - ledger - GUTTER, high - 5.6)
    page.figures(x, top - 2.5, column, 3)
    page.line("figures_line", x, top + 18, x + column, top + 18)
    page.legend(x, top + 19, column, 60, main)
    page.variable("table_title", x, top + 80, column, 4.8, 9.5, bold=True)
    page.table("table", x, top + 86, column, 50)
    half = column / 2
    locator = page.map("locator", x, bottom - 32, half - 3, 32, 1, 0.2)
    page.variable("locator_title", x, bottom - 37, half - 3, 4.4, 8, bold=True)
    page.show_extent(locator, main, "here")
    page.scale_strip(x + half + 1, bottom - 14, half - 1, main)
    page.foot(MARGIN, bottom + 3, width, high=foot - 3.4)
    return page


def pages():
    made = {f"map-{paper}": map_page(paper) for paper in PAPERS}
    made |= {f"compare-{paper}": compare_page(paper) for paper in PAPERS}
    made |= {f"siting-{paper}": siting_page(paper) for paper in PAPERS if paper != "poster"}
    made |= {f"result-{paper}": result_page(paper) for paper in PAPERS if paper != "poster"}
    made["summary-a4"] = summary_page()
    return made


def main():
    application = QgsApplication([], True)
    application.initQgis()
    stale = []
    for name, page in pages().items():
        path, wanted = STYLES / "layouts" / f"{name}.qpt", page.canonical()
        if "--check" not in sys.argv[1:]:
            path.write_text(wanted, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != wanted:
            stale.append(path.name)
    if stale:
        sys.exit("differs from make_layouts.py: " + ", ".join(stale))


if __name__ == "__main__":
    main()
