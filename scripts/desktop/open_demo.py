# SPDX-License-Identifier: MIT
"""Run inside QGIS by desktop.sh: opens the Qinghai demo, as a click on its button does."""
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAbstractButton
from qgis.utils import iface


def open_demo():
    button = iface.mainWindow().findChild(QAbstractButton, "yiquanOpenDemo")
    if button is None:
        iface.messageBar().pushWarning("Yiquan", "The plugin is not there; see Plugins > Manage. 未找到驿圈插件。")
    else:
        button.click()


QTimer.singleShot(0, open_demo)
