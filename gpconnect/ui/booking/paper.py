"""A print before it is printed: the first page as a picture, to save or to send to the printer."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPen, QPixmap
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLabel, QWidget

from gpconnect.services import desk_prints
from gpconnect.services.desk_prints import CARD_MM, Paper
from gpconnect.ui import theme
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PushButton, column, label

_MM_PER_INCH = 25.4
_PIXELS_PER_MM = 3.6
_DASH = 150
"""Parts of an inch that a line to cut along is thick."""


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """Where a print was put."""

    path: Path


class PaperView(QWidget):
    """Shows a print and lets it go to paper or to a file."""

    def __init__(self, desk: Desk, *, width: int = 460, named: bool = False, listed: bool = False) -> None:
        """The print may be as wide as `width`.

        `named` when it holds what only the family may read; `listed` when it names everybody of a day.
        """
        super().__init__()
        self._listed = listed
        self._named = named
        self._desk = desk
        self._width = width
        self._paper: Paper | None = None
        self._picture = QLabel()
        self._picture.setAccessibleName(self.tr("Voorbeeld van de afdruk"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.print_button = PushButton(self.tr("Printen"), self.print_paper)
        self.print_button.setObjectName("paperPrint")
        self.save_button = PushButton(self.tr("Bewaren als PDF"), self.save_paper)
        self.save_button.setObjectName("paperSave")
        holder = flowing(self.print_button, self.save_button)
        self._more = label("", "small")
        names = label(self.tr("Hier staan namen op. Laat het niet liggen en vernietig het na het spreekuur."), "small")
        names.setObjectName("paperNames")
        stack = column(names, holder, self._more, self._picture, spacing=1.5)
        stack.addStretch(1)
        self.setLayout(stack)
        names.setVisible(listed)
        self.hide()

    def show_paper(self, paper: Paper) -> None:
        """Show this print."""
        self._paper = paper
        picture = QPixmap()
        picture.loadFromData(QByteArray(paper.picture))
        width = theme.current().px(min(self._width, paper.width_mm * _PIXELS_PER_MM))
        shown = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        # White paper on a white card needs an edge to be seen as paper.
        painter = QPainter(shown)
        painter.setPen(QPen(theme.current().color("line")))
        painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._picture.setPixmap(shown)
        self._more.setText(
            self.tr("Dit is de eerste van {n} bladzijden; ze worden allemaal geprint en bewaard.").format(n=paper.pages)
        )
        self._more.setVisible(paper.pages > 1)
        self.show()

    def save_paper(self) -> SavedPaper | None:
        """Put it in the documents folder under a name that names nobody."""
        if self._paper is None:
            return None
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder.mkdir(parents=True, exist_ok=True)
        path = _unused(folder / self._paper.file_name)
        path.write_bytes(self._paper.pdf)
        words = (
            self.tr(
                "Bewaard als {name} bij je documenten, buiten het versleutelde bestand. Geef het mee en wis het daarna "
                "hier."
            )
            if self._named
            else self._kept_words()
        )
        self._desk.toast(words.format(name=path.name))
        return SavedPaper(path)

    def _kept_words(self) -> str:
        if not self._listed:
            return self.tr("Bewaard als {name} bij je documenten.")
        return self.tr(
            "Bewaard als {name} bij je documenten, buiten het versleutelde bestand. Er staan namen op: wis het daar na "
            "het spreekuur."
        )

    def print_paper(self) -> None:
        """To the printer of this computer; without one it is saved, and that is said."""
        if self._paper is None:
            return
        if QPrinterInfo.defaultPrinter().isNull():
            saved = self.save_paper()
            if saved is not None:
                words = (
                    self.tr(
                        "Geen printer gevonden. Het staat als {name} bij je documenten, buiten het versleutelde "
                        "bestand. Geef het mee en wis het daarna hier."
                    )
                    if self._named
                    else " ".join((self.tr("Geen printer gevonden."), self._kept_words()))
                )
                self._desk.toast(words.format(name=saved.path.name))
            return
        printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
        _choose_page(printer, self._paper)
        print_on(printer, self._paper)
        self._desk.toast(self.tr("Naar de printer gestuurd."))


def print_on(printer: QPrinter, paper: Paper) -> None:
    """Each page at its own size at the top of a sheet, with lines to cut along where the sheet is larger."""
    printer.setFullPage(True)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    width = round(paper.width_mm / _MM_PER_INCH * printer.resolution())
    painter = QPainter(printer)
    for number, picture in enumerate(desk_prints.pictures(paper)):
        if number:
            printer.newPage()
        image = QImage.fromData(QByteArray(picture))
        size = image.size().scaled(min(width, sheet.width()), sheet.height(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(QPoint(0, 0), size), image)
        if width < sheet.width() - 1:
            _draw_cut(painter, size, printer.resolution())
    painter.end()


def _draw_cut(painter: QPainter, size: QSize, resolution: int) -> None:
    pen = QPen(Qt.GlobalColor.gray)
    pen.setStyle(Qt.PenStyle.DashLine)
    pen.setWidth(max(1, resolution // _DASH))
    painter.setPen(pen)
    painter.drawLine(size.width(), 0, size.width(), size.height())
    painter.drawLine(0, size.height(), size.width(), size.height())


def _choose_page(printer: QPrinter, paper: Paper) -> None:
    """Paper of the right size where this printer has a place for it; else what lies in it."""
    wanted = QPageSize(QPageSize.PageSizeId.A6 if paper.width_mm == CARD_MM else QPageSize.PageSizeId.A4)
    if any(one.isEquivalentTo(wanted) for one in QPrinterInfo.defaultPrinter().supportedPageSizes()):
        printer.setPageSize(wanted)


def _unused(path: Path) -> Path:
    """A name that is still free: an earlier print is never overwritten."""
    number, found = 2, path
    while found.exists():
        found = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return found
