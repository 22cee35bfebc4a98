# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by desktop_tour.sh: what a planner does in the first two minutes, by clicks on the widgets
that are there, with a picture of every step. Ends QGIS with code 0 when every step came out as it should."""
import os
import sys
import time
import traceback

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject,
                       QgsRectangle)
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.utils import iface

PICTURES = os.environ["YIQUAN_TOUR_PICTURES"]
WORK = os.environ["YIQUAN_TOUR_WORK"]
WINDOW = iface.mainWindow()
STARTED = time.monotonic()


def find(name, kind=QWidget):
    widget = WINDOW.findChild(kind, name)
    assert widget is not None, f"there is no {name}"
    return widget


def click(name):
    widget = find(name)
    assert widget.isVisible(), f"{name} is hidden"
    assert widget.isEnabled(), f"{name} is disabled"
    QTest.mouseClick(widget, Qt.LeftButton)


def page(number):
    find("yiquanPages").setCurrentIndex(number)


def picture(name):
    QApplication.processEvents()
    path = os.path.join(PICTURES, f"{name}.png")
    assert QApplication.primaryScreen().grabWindow(0).save(path), f"{path} could not be written"
    print(f"{time.monotonic() - STARTED:6.1f} s  {name}", file=sys.stderr)


def idle():
    return QgsApplication.taskManager().countActiveTasks() == 0


def drawn():
    return not iface.mapCanvas().isDrawing()


def grabbed(name):
    return find(name).grab().toImage()


def passed(seconds):
    """A condition that holds after so long, for what says nothing when it is done."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def layers():
    return {layer.name() for layer in QgsProject.instance().mapLayers().values()}


def mouse(kind, at, buttons):
    viewport = iface.mapCanvas().viewport()
    button = Qt.NoButton if kind == QEvent.MouseMove else Qt.LeftButton
    event = QMouseEvent(kind, QPointF(at), QPointF(viewport.mapToGlobal(at)), button, buttons, Qt.NoModifier)
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()


def to_map():
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                  iface.mapCanvas().mapSettings().destinationCrs(), QgsProject.instance())


def place_on_screen(lon, lat):
    canvas = iface.mapCanvas()
    point = canvas.getCoordinateTransform().transform(to_map().transform(QgsPointXY(lon, lat)))
    return QPoint(round(point.x()), round(point.y()))


def tour():
    """Yields a condition to wait for; the next step begins when it holds."""
    WINDOW.showMaximized()
    for dock in WINDOW.findChildren(QDockWidget):
        if dock.objectName() in ("Browser", "theLayerOrder", "LayerStyling"):
            dock.hide()
    dock = find("YiquanDock", QDockWidget)
    assert dock.isVisible(), "the dock is hidden"
    yield lambda: WINDOW.isMaximized()
    picture("01-empty")

    page(1)
    picture("02-coverage-without-data")
    page(0)
    click("yiquanOpenDemo")
    yield lambda: len(layers()) == 4 and drawn()
    picture("03-demo-data")
    click("yiquanStartCheck")
    yield idle
    picture("04-findings")

    page(1)
    click("yiquanStartCoverage")
    yield lambda: idle() and len(layers()) > 8 and drawn()
    picture("05-audited")

    page(6)
    yield lambda: find("yiquanPagePicture").isVisible()
    contents = find("yiquanContents")
    overview = grabbed("yiquanPagePicture")
    contents.setCurrentIndex((contents.currentIndex() + 1) % 2)
    yield lambda: grabbed("yiquanPagePicture") != overview
    picture("06-export")
    maps = os.path.join(WORK, "maps.pdf")
    find("yiquanExportFile").setFilePath(maps)
    click("yiquanExport")
    assert os.path.getsize(maps) > 10_000, f"{maps} is too small for a map"
    picture("07-exported")
    click("yiquanOpenDesigner")
    yield lambda: len(iface.openLayoutDesigners()) == 1
    designer = iface.openLayoutDesigners()[0]
    designer.window().showMaximized()
    yield lambda: designer.window().isActiveWindow()
    designer.view().zoomFull()
    yield passed(2.0)
    picture("08-layout-designer")
    designer.close()
    yield lambda: not iface.openLayoutDesigners() and drawn()

    page(2)
    click("yiquanStartWhatIf")
    yield lambda: idle() and find("yiquanMoveStation").isVisible() and drawn()
    canvas = iface.mapCanvas()
    canvas.setExtent(to_map().transformBoundingBox(QgsRectangle(101.2, 36.2, 102.5, 37.1)))
    canvas.refresh()
    yield drawn
    picture("09-what-if")
    move = find("yiquanMoveStation")
    if not move.isChecked():
        click("yiquanMoveStation")
    here = place_on_screen(101.766, 36.617)  # a seat in Xining, wherever exactly: the tool takes the nearest
    station = nearest_station(here)
    there = station + QPoint(-90, -60)
    mouse(QEvent.MouseButtonPress, station, Qt.LeftButton)
    steps = 12
    slowest = 0.0
    for step in range(1, steps + 1):
        at = station + (there - station) * step / steps
        began = time.monotonic()
        mouse(QEvent.MouseMove, QPoint(at), Qt.LeftButton)
        QApplication.processEvents()
        slowest = max(slowest, time.monotonic() - began)
    picture("10-dragging")
    print(f"the slowest of {steps} steps of the drag took {1000 * slowest:.0f} ms", file=sys.stderr)
    assert slowest < 0.2, f"a step took {slowest:.3f} s"
    mouse(QEvent.MouseButtonRelease, there, Qt.NoButton)
    yield drawn
    assert find("yiquanUndo").isEnabled(), "the drag cannot be undone"
    click("yiquanAddStation")
    for lon, lat in ((101.95, 36.35), (101.5, 36.95)):
        at = place_on_screen(lon, lat)
        mouse(QEvent.MouseButtonPress, at, Qt.LeftButton)
        mouse(QEvent.MouseButtonRelease, at, Qt.NoButton)
    yield drawn
    picture("11-added")
    find("yiquanWhatIfTabs").setCurrentIndex(find("yiquanWhatIfTabs").count() - 1)
    name = find("yiquanScenarioName")
    name.setText("方案一" if QgsApplication.locale().startswith("zh") else "Plan A")
    click("yiquanSaveScenario")
    picture("12-scenario")

    page(3)
    yield lambda: find("yiquanStartCompare").isVisible()
    picture("13-compare")
    after = find("yiquanAfter")
    after.setCurrentIndex(next(i for i in range(after.count()) if name.text() in after.itemText(i)))
    click("yiquanStartCompare")
    yield lambda: idle() and drawn()
    yield drawn
    picture("14-compared")

    page(4)
    find("yiquanSitingCount").setValue(20)
    click("yiquanStartSiting")
    yield lambda: find("yiquanSitingAnswer").isVisible() and idle() and drawn()
    yield drawn
    assert "20" in find("yiquanProof").text(), find("yiquanProof").text()
    picture("15-siting")
    click("yiquanPlanStations")
    yield lambda: find("yiquanMoveStation").isVisible() and idle() and drawn()
    picture("16-planned")

    page(5)
    find("yiquanRules").setFilePath(os.path.abspath("data/rules/relocation.toml"))
    before = len(layers())
    click("yiquanStartScreening")
    yield lambda: not find("yiquanCancelScreening").isVisible() and len(layers()) > before and drawn()
    picture("17-screened")

    project = QgsProject.instance()
    path = os.path.join(WORK, "tour.qgz")
    assert project.write(path), project.error()
    for _ in range(2):
        project.clear()
        assert project.read(path), project.error()
    yield drawn
    page(2)
    picture("18-reopened")
    print(f"tour: done in {time.monotonic() - STARTED:.0f} s", file=sys.stderr)


def nearest_station(at):
    """Where the what-if layer has the station nearest to a place on the screen."""
    best = None
    for layer in QgsProject.instance().mapLayers().values():
        if layer.fields().indexOf("state") < 0 or layer.geometryType() != 0:
            continue
        for feature in layer.getFeatures():
            point = feature.geometry().asPoint()
            there = place_on_screen(point.x(), point.y())
            distance = (there - at).manhattanLength()
            if best is None or distance < best[0]:
                best = (distance, there)
    assert best is not None, "there is no station on the scratch layer"
    return best[1]


class Walk:
    """Takes the steps one after the other while QGIS goes on living."""
    LONGEST = 60.0  # seconds to wait for one condition

    def __init__(self):
        self.steps = tour()
        self.condition = lambda: True
        self.since = time.monotonic()
        self.settled = 0
        QTimer.singleShot(1500, self.go)

    def go(self):
        try:
            self.settled = self.settled + 1 if self.condition() else 0
            if self.settled >= 3:  # held for three looks, so that nothing is about to begin
                self.settled = 0
                self.condition = next(self.steps)
                self.since = time.monotonic()
            assert time.monotonic() - self.since < self.LONGEST, "a step never came to its end"
        except StopIteration:
            end(0)
        except Exception:  # whatever it is, the tour failed
            traceback.print_exc()
            try:
                picture("99-failed")
            finally:
                end(1)
        QTimer.singleShot(150, self.go)


def end(code):
    sys.stderr.flush()
    os._exit(code)  # QGIS would ask about unsaved work


WALK = Walk()
