"""A print before it is printed: the first page as a picture, to save or to send to the printer."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLabel, QWidget

from gpconnect.services.desk_prints import Paper
from gpconnect.ui import theme
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PushButton, column


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """Where a print was put."""

    path: Path


class PaperView(QWidget):
    """Shows a print and lets it go to paper or to a file."""

    def __init__(self, desk: Desk, *, width: int = 460) -> None:
        super().__init__()
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
        self.setLayout(column(holder, self._picture, spacing=1.5))
        self.hide()

    def show_paper(self, paper: Paper) -> None:
        """Show this print."""
        self._paper = paper
        picture = QPixmap()
        picture.loadFromData(QByteArray(paper.picture))
        self._picture.setPixmap(
            picture.scaledToWidth(theme.current().px(self._width), Qt.TransformationMode.SmoothTransformation)
        )
        self.show()

    def save_paper(self) -> SavedPaper | None:
        """Put it in the documents folder under a name that names nobody."""
        if self._paper is None:
            return None
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder.mkdir(parents=True, exist_ok=True)
        path = _unused(folder / self._paper.file_name)
        path.write_bytes(self._paper.pdf)
        self._desk.toast(self.tr("Bewaard als {name} bij je documenten.").format(name=path.name))
        return SavedPaper(path)

    def print_paper(self) -> None:
        """To the printer of this computer; without one it is saved, and that is said."""
        if self._paper is None:
            return
        if QPrinterInfo.defaultPrinter().isNull():
            saved = self.save_paper()
            if saved is not None:
                words = self.tr("Geen printer gevonden. Het staat als {name} bij je documenten.")
                self._desk.toast(words.format(name=saved.path.name))
            return
        printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
        image = QImage.fromData(QByteArray(self._paper.picture))
        painter = QPainter(printer)
        area = painter.viewport()
        size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(area.x(), area.y(), image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation))
        painter.end()
        self._desk.toast(self.tr("Naar de printer gestuurd."))


def _unused(path: Path) -> Path:
    """A name that is still free: an earlier print is never overwritten."""
    number, found = 2, path
    while found.exists():
        found = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return found
