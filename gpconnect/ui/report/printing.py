"""The report on paper: the very pages that show on the screen, through the dialog of this computer."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

PAPER_WIDTH = 1654
"""Pixels: an A4 at 200 dots to the inch."""


def print_pages(printer: QPrinter, pictures: Sequence[bytes]) -> None:
    """Draw each page on a sheet of its own."""
    painter = QPainter(printer)
    for place, picture in enumerate(pictures):
        if place:
            printer.newPage()
        image = QImage.fromData(QByteArray(picture))
        area = painter.viewport()
        size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(area.x(), area.y(), image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation))
    painter.end()
