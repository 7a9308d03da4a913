"""Overdrachten: the board, a new handover, and one handover with what can be done to it now."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QWidget

from gpconnect.services import handover_views, handovers
from gpconnect.services.handover_views import BoardView
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.handovers.board import HandoverBoard
from gpconnect.ui.handovers.incoming import IncomingReferral
from gpconnect.ui.handovers.new import NewHandover
from gpconnect.ui.handovers.opened import OpenedHandover
from gpconnect.ui.handovers.tab_order import follow_reading
from gpconnect.ui.page import Page
from gpconnect.ui.parts import PushButton

_FOLDER = "GPConnect"


class HandoversPage(Page):
    """Three views of the same records; the board is where everything comes back to."""

    area = "handovers"
    kinds = frozenset({"handover", "consent", "provider", "patient", "related_person"})
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.board = HandoverBoard()
        self.board.opened.connect(self.open)
        self.board.new_asked.connect(self.add)
        self.new: NewHandover | None = None
        self.incoming = IncomingReferral(desk)
        self.incoming.entitled.connect(self._entitle_incoming)
        self.incoming.taken.connect(self._to_note)
        self.incoming.cancelled.connect(self.back)
        self.opened = OpenedHandover(desk, Path(documents) / _FOLDER, self.header)
        self.opened.entitled.connect(self._entitle_opened)
        self.opened.again_asked.connect(self._again)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.opened)
        self._stack.addWidget(self.incoming)
        self.body.addWidget(self._stack, 1)
        self._subtitle = self._made_last = ""
        self._by_deadline = False
        self._show_board_header()

    @property
    def folder(self) -> Path:
        """Where letters are put."""
        return self.opened.folder

    @folder.setter
    def folder(self, folder: Path) -> None:
        self.opened.folder = folder

    def load(self) -> None:
        self.desk.tasks.run(handover_views.board).then(self._show_board)
        if self._stack.currentWidget() is self.opened:
            self.opened.refresh()
        elif self.new is not None and self._stack.currentWidget() is self.new:
            self.new.refresh_consent()

    def show_params(self, params: Mapping[str, object]) -> None:
        known = {key: str(value) for key, value in params.items()}
        if "handover" in known:
            self.open(known["handover"])
        elif "patient" in known or "provider" in known:
            self._begin(known.get("patient", ""), known.get("provider", ""))
        else:
            self.back()

    def place(self) -> dict[str, object]:
        """The handover that is open."""
        return {"handover": self.opened.handover_id} if self._stack.currentWidget() is self.opened else {}

    def keeps(self, field: QWidget) -> bool:
        """What the letter says is kept when the page is left; what a step asks is not."""
        content = self.opened.content
        return content is not None and not content.dirty and content.isAncestorOf(field)

    @Slot(str)
    def open(self, handover_id: str) -> None:
        """Open one handover."""
        self._keep()
        self._stack.setCurrentWidget(self.opened)
        self.opened.open(handover_id)

    @Slot()
    def add(self) -> None:
        """A new handover, nothing chosen yet."""
        self._begin("", "")

    @Slot()
    def back(self) -> None:
        """To the board; what was typed is kept."""
        self._keep()
        self._stack.setCurrentWidget(self.board)
        self._show_board_header()
        self.reload()

    def _begin(self, patient_id: str, provider_id: str, from_id: str = "") -> None:
        self._keep()
        if self.new is not None:
            self._stack.removeWidget(self.new)
            self.new.deleteLater()
        self.new = NewHandover(self.desk, self.header)
        self.new.entitled.connect(self._entitle_new)
        self.new.made.connect(self._made)
        self._stack.addWidget(self.new)
        self._stack.setCurrentWidget(self.new)
        self.header.set_actions([self._back_button()])
        self.new.start(patient_id, provider_id, from_id)

    @Slot(object)
    def _show_board(self, view: BoardView) -> None:
        today = text.local(self.desk.clock()).date()
        self.board.show_board(view, today)
        running = self.tr("{n} lopend").format(n=view.open)
        asking = text.count(view.asking, self.tr("vraagt vandaag iets van jou"), self.tr("vragen vandaag iets van jou"))
        self._subtitle = text.join(running, asking if view.asking else self.tr("niets voor vandaag"))
        self.desk.badge_changed.emit(self.area, view.asking)
        if self._stack.currentWidget() is self.board:
            self.header.set_title(self.tr("Overdrachten"), self._subtitle)
            follow_reading(self.header, self.board)

    def _show_board_header(self) -> None:
        self.header.set_title(self.tr("Overdrachten"), self._subtitle)
        self.deadline = PushButton(self.tr("Op deadline"))
        self.deadline.setObjectName("handoverByDeadline")
        self.deadline.setCheckable(True)
        self.deadline.setChecked(self._by_deadline)
        self.deadline.toggled.connect(self._order)
        new = PushButton(self.tr("Nieuwe overdracht"), self.add, role="primary")
        new.setObjectName("handoverNew")
        read = PushButton(self.tr("Verwijzing inlezen …"), self._ask_file)
        read.setObjectName("handoverRead")
        self.header.set_actions([self.deadline, read, new])

    @Slot(bool)
    def _order(self, by_deadline: bool) -> None:  # noqa: FBT001 - Qt's toggled signal has this shape
        self._by_deadline = by_deadline
        self.board.order_by_deadline(by_deadline)

    @Slot(str, str)
    def _entitle_opened(self, title: str, subtitle: str) -> None:
        if self._stack.currentWidget() is self.opened:
            self.header.set_title(title, subtitle)
            self.header.set_actions([self._back_button(), self._dossier_button()])

    @Slot(str)
    def _entitle_new(self, title: str) -> None:
        if self._stack.currentWidget() is self.new:
            self.header.set_title(title, self.tr("Warm: samen met het gezin en de ontvanger"))

    @Slot(str)
    def _entitle_incoming(self, title: str) -> None:
        if self._stack.currentWidget() is self.incoming:
            self.header.set_title(title, self.tr("Er is nog niets opgeslagen"))
            self.header.set_actions([self._back_button()])

    @Slot()
    def _ask_file(self) -> None:
        kinds = self.tr("Verwijzing (*.json *.xml);;Alle bestanden (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Welke verwijzing?"), "", kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Look at a referral that came in as a file."""
        self._keep()
        self._stack.setCurrentWidget(self.incoming)
        self.incoming.read(path)

    @Slot(str)
    def _to_note(self, draft_id: str) -> None:
        self.back()
        self.desk.go("note", draft=draft_id)

    def _back_button(self) -> QPushButton:
        button = PushButton(self.tr("Alle overdrachten"), self.back)
        button.setObjectName("handoverBack")
        return button

    def _dossier_button(self) -> QPushButton:
        button = PushButton(self.tr("Dossier"), self._to_dossier)
        button.setObjectName("handoverDossier")
        return button

    @Slot()
    def _to_dossier(self) -> None:
        if self.opened.view is not None:
            self.desk.go("patients", patient=self.opened.view.patient.id)

    @Slot(str)
    def _again(self, handover_id: str) -> None:
        self._begin("", "", handover_id)

    @Slot(str, str)
    def _made(self, handover_id: str, how: str) -> None:
        if self._stack.currentWidget() is not self.new:
            self.desk.toast(self.tr("De overdracht is bewaard bij Gevraagd."))
            return
        self._stack.setCurrentWidget(self.opened)
        self.opened.open(handover_id, how)
        if not how:
            self._made_last = handover_id
            self.desk.toast(self.tr("Bewaard bij Gevraagd. Er is nog niets verstuurd."), self._unmake)

    def _unmake(self) -> None:
        job = self.desk.tasks.run(handovers.cancel, self._made_last, self.tr("Vergissing, nog niets verstuurd"))
        job.then(self._unmade)

    @Slot(object)
    def _unmade(self, _changes: object) -> None:
        self.back()

    def _keep(self) -> None:
        """Nothing typed is lost by going somewhere else."""
        self.opened.keep()
        if self.new is not None and self._stack.currentWidget() is self.new and self.new.is_worth_keeping:
            self.new.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        self.opened.keep()
        super().hideEvent(event)
