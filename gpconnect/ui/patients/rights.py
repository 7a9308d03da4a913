"""The family's rights on one page: a copy, their own words, putting right, keeping back, being counted."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import rights
from gpconnect.services.rights import NewWithholding, RightsView
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PushButton, Sheet, column
from gpconnect.ui.patients.copying import CopyCard
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.patients.rights_cards import CorrectionCard, ObjectionCard, StatementCard, WithholdingCard

KINDS = frozenset(
    {
        "patient",
        "related_person",
        "consent",
        "note",
        "addendum",
        "statement",
        "withholding",
        "erasure",
        "erasure_refusal",
    }
)
"""Kinds of record whose change shows here."""


class _ForPatient(Protocol):
    def show_patient(self, patient_id: str) -> None: ...


class RightsPart(QWidget):
    """All rights of one family; `back` leads to the dossier."""

    named = Signal(str)
    """The name of the child whose rights show, for the header."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.patient_id = ""
        self._lifted = ""
        self._added: list[_ForPatient] = []
        self.back = PushButton(self.tr("Terug naar het dossier"))
        self.back.setObjectName("rightsBack")
        self.copy = CopyCard(desk)
        self.withholding = WithholdingCard()
        self.statement = StatementCard()
        self.correction = CorrectionCard()
        self.objection = ObjectionCard()
        self._main, self._side = QWidget(), QWidget()
        self._left = column(self.copy, self.withholding, spacing=2)
        right = column(self.statement, self.correction, self.objection, spacing=2)
        self._left.addStretch(1)
        right.addStretch(1)
        self._main.setLayout(self._left)
        self._side.setLayout(right)
        layout = column(spacing=2)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(Sheet(self._main, self._side, side_width=460, turn_below=980), 1)
        self.setLayout(layout)
        self._connect()

    def add_card(self, card: QWidget) -> None:
        """Give another right its place under the copy; a card with `show_patient` hears whose page it is.

        One that fills itself later says so with `turned`, so that Tab goes as people read.
        """
        if hasattr(card, "turned"):
            card.turned.connect(self._order)
        self._left.insertWidget(self._left.count() - 1, card)
        if hasattr(card, "show_patient"):
            self._added.append(card)

    def show_patient(self, patient_id: str) -> None:
        """Show the rights of one family."""
        if patient_id != self.patient_id:
            for card in (self.statement, self.correction, self.withholding):
                card.close_form()
        self.patient_id = patient_id
        self.load()
        for added in self._added:
            added.show_patient(patient_id)

    def load(self) -> None:
        """Ask for what shows now."""
        self.desk.tasks.run(rights.overview, self.patient_id).then(self._show).otherwise(self._refused)

    def _connect(self) -> None:
        self.statement.stated.connect(self._state)
        self.correction.corrected.connect(self._correct)
        self.withholding.decided.connect(self._withhold)
        self.withholding.chosen.connect(self._lift)
        self.objection.wanted.connect(self._object)
        self.desk.tasks.changed.connect(self._changed)
        for card in (self.statement, self.correction, self.withholding):
            card.turned.connect(self._order)

    def _own(self) -> tuple[QWidget, ...]:
        return self.copy, self.withholding, self._side

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and KINDS & changes.kinds:
            self.load()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        """A dossier that was shut while its page was open: what others added here still says why, and undoes it."""
        for part in self._own():
            part.hide()
        blocked = isinstance(error, KnownError) and error.code == "dossier.blocked"
        if not (blocked and self._added):
            self.desk.trouble(error)

    @Slot(object)
    def _show(self, view: RightsView) -> None:
        if view.patient_id != self.patient_id:
            return
        for part in self._own():
            part.show()
        today = text.local(self.desk.clock()).date()
        self.copy.show_patient(view.patient_id, view.given_name)
        self.statement.show_view(view, today)
        self.correction.show_view(view)
        self.withholding.show_view(view, today)
        self.objection.show_view(view)
        self.named.emit(view.name)
        self._order()

    @Slot()
    def _order(self) -> None:
        tab_through(self.back, self._main, self._side)

    @Slot(str, str, object)
    def _state(self, words: str, said_by: str, said_on: date | None) -> None:
        job = self.desk.tasks.run(rights.add_statement, self.patient_id, words, said_by, said_on)
        job.then(self._stated).otherwise(self.statement.show_error)

    @Slot(object)
    def _stated(self, _changes: object) -> None:
        self.statement.close_form()
        self.desk.toast(self.tr("De verklaring staat in het dossier en komt op het afschrift."))

    @Slot(str, str, str, str, str)
    def _correct(self, note_id: str, part: str, words: str, reason: str, asked_by: str) -> None:
        job = self.desk.tasks.run(rights.correct, note_id, part, words, reason, asked_by)
        job.then(self._corrected).otherwise(self.correction.show_error)

    @Slot(object)
    def _corrected(self, _changes: object) -> None:
        self.correction.close_form()
        self.desk.toast(self.tr("Verbeterd. De oude tekst blijft leesbaar, met de verbetering erbij."))

    @Slot(object)
    def _withhold(self, new: NewWithholding) -> None:
        job = self.desk.tasks.run(rights.withhold, self.patient_id, new)
        job.then(self._withheld).otherwise(self.withholding.show_error)

    @Slot(object)
    def _withheld(self, changes: Changes) -> None:
        self.withholding.close_form()
        self._lifted = next(iter(changes.ids))
        self.desk.toast(self.tr("Dit komt niet op het afschrift."), self._lift_again)

    @Slot(str)
    def _lift(self, withholding_id: str) -> None:
        self._lifted = withholding_id
        self.desk.tasks.run(rights.lift, withholding_id).then(self._lifted_now)

    @Slot(object)
    def _lifted_now(self, _changes: object) -> None:
        self.desk.toast(self.tr("Opgeheven. Dit komt weer op het afschrift."), self._keep_back_again)

    @Slot()
    def _lift_again(self) -> None:
        self.desk.tasks.run(rights.lift, self._lifted)

    @Slot()
    def _keep_back_again(self) -> None:
        self.desk.tasks.run(rights.keep_back_again, self._lifted)

    @Slot(bool)
    def _object(self, objects: bool) -> None:  # noqa: FBT001 - a signal brings it by place
        self.desk.tasks.run(rights.set_objection, self.patient_id, objects=objects).then(self._objected)

    @Slot(object)
    def _objected(self, _changes: object) -> None:
        self.desk.toast(self.tr("Vastgelegd."))
