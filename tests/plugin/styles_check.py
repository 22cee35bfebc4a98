#!/usr/bin/python3
"""Loads and draws every style of styles/ on a small made-up layer; fails when one is not as it should be.

    styles_check.py --out FOLDER [PACKAGE.gpkg ...]

FOLDER gets one picture per style, and one per layer of each package that has a style: look at
them after every change, also in grey. What is checked without eyes:
- the style loads without a message, and names only fields that its layer has;
- every expression evaluates on every feature, one without any value among them;
- every feature has a symbol, and every entry of the legend has a feature;
- legend texts are in Chinese and English;
- labels depend on the scale, and kinds of station differ in shape.

Debian 12 packages (--no-install-recommends): python3-qgis qgis-providers fonts-noto-cjk
"""
import argparse
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.core import (
    NULL, Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsDataProvider, QgsExpression,
    QgsExpressionContext, QgsExpressionContextUtils, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsLayerTree,
    QgsLayerTreeModel, QgsLegendRenderer, QgsLegendSettings, QgsLegendStyle, QgsMapRendererCustomPainterJob,
    QgsMapSettings, QgsPalLayerSettings, QgsPointXY, QgsProject, QgsRectangle, QgsRenderContext, QgsVectorLayer)

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "picture"))
from make_styles import LAYERS   # the fields that each style may count on

FONT = "Noto Sans CJK SC"
DPI = 120
SIZE, LEGEND = (1150, 700), 450          # pixels
SCALE = 20000                            # of the made-up maps: every label shows
MIDDLE = QgsPointXY(486000, 4051000)     # Xining, in EPSG:4543

# Values of the made-up features of each style; fields not named are NULL. Every style gets one more
# feature without any value at all.
KINDS = ["工会驿站", "暖心驿站", "司机之家", "零工驿站", "家门口就业服务站", "人力资源服务中心", "爱心接力站"]
STATIONS = [{"id": str(i), "name": f"城东区{kind}", "kind": kind, "row": i + 2} for i, kind in enumerate(KINDS)]
PEOPLE = [("covered", 3, 489372), ("covered", 1, 52000), ("gap", 0, 41000), ("unreachable", 0, 900),
          ("covered", 2, 12000), ("covered", 4, 250000), ("covered", 5, 3200), ("gap", 0, 120), ("covered", 1, 40)]
DEMAND = [{"id": str(i), "name": "" if i % 3 == 0 else f"上山庄{i}村", "class": c, "covering": k, "demand": n}
          for i, (c, k, n) in enumerate(PEOPLE)]
SCREENED = [{"id": str(i), "name": f"候选地{i}", "verdict": verdict, "score": score}
            for i, (verdict, score) in enumerate((("pass", 0.92), ("pass", None), ("fail", 0.4), ("unknown", 0.7)))]
EXAMPLES = {
    "zones": [{"code": str(i), "name": "城东区" if i else "格尔木市（唐古拉镇）", "area_km2": 0.74, "covered_share": share}
              for i, share in enumerate((0, 0.2, 0.35, 0.55, 0.75, 1))],
    "covered_areas": [{"zone_name": "城东区", "radius_m": 1000, "demand": 50000}],
    "service_gaps": [{"zone_name": "城东区", "rank": i, "demand": n, "area_km2": 0.74}
                     for i, n in enumerate((0, 300, 5000, 20000, 150000))],
    "service_areas": [{"name": "甲站", "radius_m": r} for r in (1200, 900, 600, 400, 200)],
    "demand": DEMAND,
    "k_coverage": DEMAND,
    "facilities": [{**station, "active": active} for active in (1, 0) for station in STATIONS],
    "stations": STATIONS,
    "single_points": [{**station, "active": 1, "demand_only_here": people}
                      for station, people in zip(STATIONS, (12, 240, 2100, 18500, 176000, 489372, 0))],
    "findings": [{"kind": "coordinates_swapped", "source": "stations.csv", "row": 7, "field": "lon", "value": "36.6",
                  "detail_zh": "经度和纬度写反了，已经对调", "detail_en": "longitude and latitude were swapped; turned round"}],
    "changes": [{"zone_name": "城东区", "change": change, "people": people}
                for change in ("gained", "lost") for people in (3, 150, 2400, 36000, 310000)],
    "zone_changes": [{"code": str(i), "name": "大通回族土族自治县", "net": net}
                     for i, net in enumerate((-84000, -2500, -12, 0, 0.2, 640, 5200, 31000))],
    "what_if": [{"number": i, "id": str(i), "name": name, "state": state, "served": 1200}
                for i, (state, name) in enumerate((("existing", "东关大街驿站"), ("added", "新增点 1"), ("added", ""),
                                                   ("moved", "中庄驿站"), ("removed", "南川驿站")))],
    "what_if_circles": [{"number": i, "state": state} for i, state in enumerate(("existing", "added", "moved", "removed"))],
    "siting_sites": [{"id": str(i), "name": name, "role": role, "order": order, "served": 12500.0, "served_only_here": 800.0}
                     for i, (role, order, name) in enumerate((
                         ("new", 1, "循化街子镇"), ("new", 2, "民和官亭镇"), ("new", 20, "囊谦着晓乡"), ("existing", None, "西宁市城东区"),
                         ("existing", None, "互助县"), ("closed", None, "旧站"), ("candidate", None, "玛多花石峡镇"),
                         ("candidate", None, "治多索加乡")))],
    "siting_areas": [{"site_id": str(i), "name": "循化街子镇", "role": role, "radius_m": 15000}
                     for i, role in enumerate(("new", "existing", "new", "existing"))],
    "siting_demand": [{"id": str(i), "name": f"上山庄{i}村", "weight": people, "before": before, "after": after}
                      for i, (people, before, after) in enumerate((
                          (489372, 1, 1), (3200, 1, 1), (52000, 0, 1), (900, 0, 1), (120, 0, 1), (41000, 0, 0), (2000, 0, 0),
                          (150, 0, 0), (12000, 1, 0), (8000, None, None)))],
    "screened_sites": SCREENED,
    "screened_sites_polygons": SCREENED,
    "relocation_households": [{"id": str(i), "name": f"上山庄{i}社", "people": people, "placed": placed, "reason_text_zh": why,
                               "reason_text_en": "Too far from every site in the county."}
                              for i, (people, placed, why) in enumerate((
                                  (4, 1, None), (35, 1, None), (420, 1, None), (1800, 1, None), (5, 0, "县内没有安置点在 30 km 以内"),
                                  (60, 0, "全村 60 人超过任何一处的余量"), (900, 0, "没有可用的安置点")))],
    "relocation_lines": [{"household_id": str(i), "site_id": "A", "people": people} for i, people in enumerate((4, 60, 400, 2000))],
    "relocation_sites": [{"id": str(i), "name": f"安置点{i}", "capacity": 1500, "load": 1500 * used, "share_used": used,
                          "opened": opened, "allowed": allowed}
                         for i, (used, opened, allowed) in enumerate((
                             (0.3, 1, 1), (0.65, 1, 1), (0.93, 1, 1), (1.0, 1, 1), (0.0, 0, 1), (0.0, 0, 0)))],
}
# Features that no style needs to show: nobody depends on them, or they say nothing.
MAY_BE_HIDDEN = {
    "single_points": lambda feature: not feature["demand_only_here"],
    "demand": lambda feature: not feature["class"],
    "changes": lambda feature: not feature["change"],
    "what_if": lambda feature: not feature["state"],
    "what_if_circles": lambda feature: not feature["state"],
    "siting_sites": lambda feature: not feature["role"],
    "siting_areas": lambda feature: not feature["role"],
    "screened_sites": lambda feature: not feature["verdict"],
    "screened_sites_polygons": lambda feature: not feature["verdict"],
    "relocation_households": lambda feature: feature["id"] == NULL,
}
SAME_TABLE = {"k_coverage": "demand", "single_points": "facilities", "screened_sites_polygons": "screened_sites"}


def example(name):
    """A memory layer in rows of five, 900 m apart; service areas lie inside each other instead."""
    geometry, fields = LAYERS[name]
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4543" + "".join(f"&field={f}:{kind}" for f, kind, _ in fields),
                           name, "memory")
    features = []
    for i, values in enumerate(EXAMPLES[name] + [{}]):
        feature = QgsFeature(layer.fields())
        for field, value in values.items():
            feature[field] = value
        at = QgsPointXY(MIDDLE.x() + 900 * (i % 5 - 2), MIDDLE.y() + 900 * (1 - i // 5))
        shape = QgsGeometry.fromPointXY(at)
        if name == "service_areas" and values:
            shape = QgsGeometry.fromPointXY(MIDDLE).buffer(values["radius_m"], 32)
        elif name == "what_if_circles":
            shape = shape.buffer(550, 32)
        elif name == "siting_areas":
            shape = shape.buffer(1100, 32)
        elif geometry == "LineString":
            shape = QgsGeometry.fromPolylineXY([at, MIDDLE])
        elif geometry == "MultiPolygon":
            shape = shape.buffer(430, 1, QgsGeometry.CapSquare, QgsGeometry.JoinStyleMiter, 2)
        if geometry == "MultiPolygon":
            shape.convertToMultiType()
        feature.setGeometry(shape)
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    assert added, name
    return layer


def styled(layer, name):
    """The style of the file. Without True QGIS 3.22 takes the default style of a GeoPackage instead."""
    return layer.loadNamedStyle(str(ROOT / "styles" / f"{name}.qml"), True)


def tables_of(package):
    whole = QgsVectorLayer(str(package), "", "ogr")
    return {row.split(QgsDataProvider.sublayerSeparator())[1] for row in whole.dataProvider().subLayers()}


class Check:
    def __init__(self, name, layer):
        self.name, self.layer, self.faults = name, layer, []

    def fault(self, text):
        self.faults.append(f"{self.name}: {text}")

    def expression(self, where, text, features):
        """Parses, reads known fields only, and evaluates on every feature."""
        expression = QgsExpression(text)
        if expression.hasParserError():
            return self.fault(f"{where}: {expression.parserErrorString()}: {text}")
        unknown = expression.referencedColumns() - {f.name() for f in self.layer.fields()} - {QgsFeatureRequest.ALL_ATTRIBUTES}
        if unknown:
            self.fault(f"{where}: unknown fields {sorted(unknown)}")
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(self.layer))
        context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings_for([self.layer], example_extent())))
        for feature in features:
            context.setFeature(feature)
            expression.evaluate(context)
            if expression.hasEvalError():
                return self.fault(f"{where}: {expression.evalErrorString()}: {text}")

    def properties(self, where, collection, features):
        for key in collection.propertyKeys():
            if collection.isActive(key):
                self.expression(f"{where} property {key}", collection.property(key).asExpression(), features)

    def symbols(self, features):
        renderer, layer = self.layer.renderer(), self.layer
        self.expression("renderer", renderer.classAttribute(), features)
        for clause in renderer.orderBy().list():
            self.expression("order", clause.expression().expression(), features)
        context = QgsRenderContext.fromMapSettings(settings_for([layer], example_extent()))
        context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
        reached = set()
        renderer.startRender(context, layer.fields())
        for feature in features:
            context.expressionContext().setFeature(feature)
            symbol = renderer.symbolForFeature(feature, context)
            reached |= set(renderer.legendKeysForFeature(feature, context))
            if symbol is None and not MAY_BE_HIDDEN.get(self.name, lambda _: False)(feature):
                self.fault(f"no symbol for {feature.attributes()}")
        renderer.stopRender(context)
        shapes = {}
        for item in renderer.legendSymbolItems():
            if item.symbol() is None or not item.ruleKey():   # no symbol of a class: a size
                continue
            if item.ruleKey() not in reached:
                self.fault(f"no feature reaches {item.label()}")
            if not (any("\u4e00" <= c <= "\u9fff" for c in item.label()) and any("a" <= c <= "z" for c in item.label())):
                self.fault(f"legend not in two languages: {item.label()}")
            self.properties(f"symbol {item.label()}", item.symbol().dataDefinedProperties(), features)
            for part in item.symbol().symbolLayers():
                self.properties(f"symbol {item.label()}", part.dataDefinedProperties(), features)
            top = item.symbol().symbolLayer(item.symbol().symbolLayerCount() - 1)
            shapes.setdefault(top.properties().get("name"), []).append(item.label())
        if self.name in ("facilities", "stations"):
            for alike in shapes.values():
                if len(alike) > 1:
                    self.fault(f"same shape: {alike}")

    def labels(self, features):
        labeling = self.layer.labeling()
        if labeling is None:
            return
        if not self.layer.labelsEnabled():
            self.fault("labels are switched off")
        rules = labeling.rootRule().children() if hasattr(labeling, "rootRule") else [None]
        for rule in rules:
            settings = rule.settings() if rule else labeling.settings()
            self.expression("label", settings.fieldName if settings.isExpression else f'"{settings.fieldName}"', features)
            self.properties("label", settings.dataDefinedProperties(), features)
            if rule and rule.filterExpression():
                self.expression("label rule", rule.filterExpression(), features)
            show = settings.dataDefinedProperties().property(QgsPalLayerSettings.Show)
            by_scale = (settings.scaleVisibility or settings.fitInPolygonOnly or "@map_scale" in show.asExpression()
                        or (rule and rule.dependsOnScale()))
            if not by_scale:
                self.fault("labels at every scale")

    def run(self):
        message, ok = styled(self.layer, self.name)
        if not ok:
            return self.fault(f"does not load: {message}")
        features = list(self.layer.getFeatures())
        self.symbols(features)
        self.labels(features)
        self.expression("title", self.layer.displayExpression(), features)
        for part in self.layer.mapTipTemplate().split("[%")[1:]:
            self.expression("map tip", part.split("%]")[0], features)


def example_extent():
    """What the made-up maps show."""
    width, height = (pixels / DPI * 0.0254 * SCALE for pixels in SIZE)
    return QgsRectangle.fromCenterAndSize(MIDDLE, width, height)


def settings_for(layers, extent):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4543"))
    settings.setOutputDpi(DPI)
    settings.setOutputSize(QSize(*SIZE))
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("#FFFFFF"))
    settings.setFlag(QgsMapSettings.Antialiasing)
    settings.setFlag(QgsMapSettings.DrawLabeling)
    settings.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layers[0])))
    settings.expressionContext().appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    return settings


def draw_legend(painter, layers, settings):
    tree = QgsLayerTree()
    for layer in layers:
        tree.addLayer(layer)
    model = QgsLayerTreeModel(tree)
    look = QgsLegendSettings()
    for style in (QgsLegendStyle.Title, QgsLegendStyle.Group, QgsLegendStyle.Subgroup, QgsLegendStyle.SymbolLabel):
        font = look.style(style).font()
        font.setFamily(FONT)
        font.setPointSizeF(8)
        text = look.style(style)
        text.setFont(font)
        look.setStyle(style, text)
    context = QgsRenderContext.fromMapSettings(settings)
    context.setPainter(painter)
    context.setScaleFactor(DPI / 25.4)
    context.setFlag(QgsRenderContext.Antialiasing)
    painter.scale(DPI / 25.4, DPI / 25.4)
    QgsLegendRenderer(model, look).drawLegend(context)


def picture(layers, path, settings):
    """Map and legend side by side."""
    width, height = SIZE
    image = QImage(width + LEGEND, height, QImage.Format_RGB32)
    image.setDotsPerMeterX(int(DPI / 0.0254))
    image.setDotsPerMeterY(int(DPI / 0.0254))
    image.fill(Qt.white)
    painter = QPainter(image)
    painter.setClipRect(0, 0, width, height)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    painter.setClipping(False)
    painter.translate(width, 0)
    draw_legend(painter, layers, settings)
    painter.end()
    faults = [f"{path.stem}: {error.message}" for error in job.errors()]
    if not image.save(str(path)):
        faults.append(f"{path}: cannot be written")
    return faults


def whole_layer(layer):
    """Its extent with a margin; an empty layer has none."""
    if layer.featureCount() == 0 or layer.extent().isNull():
        return example_extent()
    to_map = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("EPSG:4543"), QgsProject.instance())
    extent = to_map.transformBoundingBox(layer.extent())
    extent.scale(1.05)
    return extent


def check_examples(styles, out):
    faults = []
    for name in sorted(styles):
        check = Check(name, example(name))
        check.run()
        faults += check.faults + picture([check.layer], out / f"{name}.png", settings_for([check.layer], example_extent()))
    return faults


def check_package(package, styles, out):
    faults = []
    tables = tables_of(package)
    for name in sorted(styles):
        table = SAME_TABLE.get(name, name)
        if table not in tables:
            continue
        layer = QgsVectorLayer(f"{package}|layername={table}", name, "ogr")
        if layer.isSpatial() and layer.geometryType() != example(name).geometryType():
            continue   # a table of points or polygons has a style for each
        message, ok = styled(layer, name)
        if not ok:
            faults.append(f"{package} {name}: {message}")
        missing = {field for field, _, _ in LAYERS[name][1]} - {field.name() for field in layer.fields()}
        if missing:
            faults.append(f"{package} {name}: no fields {sorted(missing)}")
        faults += picture([layer], out / f"{package.stem}-{name}.png", settings_for([layer], whole_layer(layer)))
    return faults


def main():
    parser = argparse.ArgumentParser(description="Loads and draws every style of styles/.")
    parser.add_argument("packages", type=Path, nargs="*", help="GeoPackages of audits or imports to draw as well")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)

    application = QgsApplication([], True)
    application.initQgis()
    messages = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(
        lambda text, tag, level: messages.append(f"message {tag}: {text}") if level in (Qgis.Warning, Qgis.Critical) else None)
    styles = {path.stem for path in (ROOT / "styles").glob("*.qml")}
    faults = []
    if styles != set(LAYERS):
        faults.append(f"styles/ and make_styles.py differ: {sorted(styles ^ set(LAYERS))}")
    faults += check_examples(styles & set(LAYERS), arguments.out)
    for package in arguments.packages:
        faults += check_package(package, styles & set(LAYERS), arguments.out)
    QCoreApplication.processEvents()
    log.messageReceived.disconnect()
    faults += messages
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(styles)} styles, {len(faults)} faults, pictures in {arguments.out}", flush=True)
    application.exitQgis()   # no layer may outlive this: they belong to functions that have returned
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
