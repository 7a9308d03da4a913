"""The half-days as a calendar file: where they go, and what is and is not in them."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import feeds
from gpconnect.services.feeds import FeedView
from gpconnect.ui import messages
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, EmptyState, PushButton, Row, RowList, Sheet, StatusBadge, column, label, line


class FeedSection(QWidget):
    """Choose a folder once; after that each change is written again by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._now: Path | None = None
        self._stopped: Path | None = None
        card = Card(self.tr("Het spreekuur in een andere agenda"))
        self._first = EmptyState(
            self.tr("Kies eerst waar de agendabestanden komen"),
            self.tr(
                "Een map die je andere agenda kan lezen. GPConnect zet er per plek een bestand (.ics) neer en schrijft "
                "het na elke wijziging opnieuw."
            ),
            self.tr("Map kiezen …"),
            self._ask_folder,
        )
        self._state, self._where, self._why = StatusBadge(""), label(""), label("", "muted")
        choose = PushButton(self.tr("Andere map kiezen …"), self._ask_folder)
        choose.setObjectName("feedChoose")
        stop = PushButton(self.tr("Niet meer schrijven"), self._stop, role="quiet")
        stop.setObjectName("feedStop")
        buttons = line(choose, stop)
        buttons.addStretch(1)
        self._files = RowList(self.tr("Agendabestanden"))
        self._files.setObjectName("feedFiles")
        chosen = column(self._state, self._where, self._why, self._files, spacing=1.5)
        chosen.addLayout(buttons)
        self._chosen = QWidget()
        self._chosen.setLayout(chosen)
        card.add(self._first)
        card.add(self._chosen)
        about = Card(self.tr("Wat staat erin"))
        for words in (
            self.tr("Wel: dat er spreekuur is, op welke dag, van hoe laat tot hoe laat, en waar."),
            self.tr(
                "Niet: wie er komt, wie er werkt, hoeveel plekken bezet zijn of een notitie. Het bestand is niet "
                "versleuteld; iedereen die bij de map kan, kan het lezen."
            ),
            self.tr("Een dagdeel dat vervalt blijft erin staan, doorgehaald, zodat andere agenda's het weghalen."),
        ):
            about.add(label(words))
        about.body.addStretch(1)
        layout = column(Sheet(main=card, side=about, side_width=420))
        layout.addStretch(1)
        self.setLayout(layout)

    def load(self) -> None:
        """Ask where the files go."""
        self.desk.tasks.run(feeds.overview).then(self._show)

    def choose(self, folder: Path) -> None:
        """Write to this folder from now on."""
        self.desk.tasks.run(feeds.choose_folder, folder).otherwise(self._refused)

    @Slot(object)
    def _show(self, view: FeedView) -> None:
        self._now = view.folder
        self._first.setVisible(view.folder is None)
        self._chosen.setVisible(view.folder is not None)
        if view.folder is None:
            return
        self._where.setText(self.tr("Naar {folder}").format(folder=view.folder))
        if view.failed:
            self._state.set(self.tr("De laatste keer lukte het niet"), "attention")
            self._why.setText(messages.say(KnownError(view.failed)))
        else:
            self._state.set(self.tr("Wordt na elke wijziging geschreven"), "good")
            self._why.setText(self.tr("Abonneer je andere agenda op het bestand van jouw plek."))
        self._files.set_rows([Row(name, site, detail=name, bold=False) for site, name in view.file_names])
        follow_reading(self)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Waar komen de agendabestanden?"))
        if chosen:
            self.choose(Path(chosen))

    def _stop(self) -> None:
        self._stopped = self._now
        self.desk.tasks.run(feeds.choose_folder, None)
        self.desk.toast(self.tr("De bestanden worden niet meer bijgewerkt; ze blijven wel staan."), self._again)

    def _again(self) -> None:
        if self._stopped is not None:
            self.choose(self._stopped)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.desk.trouble(error)
