"""Erasing a dossier or part of it: ask, think for a week, undo or destroy, and see on which devices it is gone."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.erasure import ErasureStatus, Refusal
from gpconnect.services import erasing, refusing
from gpconnect.services.erasing import Asked, ErasingView, NewErasure
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import (
    Card,
    FlowLayout,
    PushButton,
    RowList,
    SentenceBox,
    StatusBadge,
    clear,
    column,
    label,
)
from gpconnect.ui.patients import erasing_words
from gpconnect.ui.patients.erasing_asking import AskingPart
from gpconnect.ui.patients.refusing import RefusedPart, RefusingPart


class AskedPart(QWidget):
    """One request: where it stands, what can be done now, and what each device says."""

    undone = Signal(str)
    refused = Signal(str, object, str)
    told = Signal(str)
    destroyed = Signal(str)

    def __init__(self, desk: Desk, one: Asked, now: datetime) -> None:
        super().__init__()
        self.one = one
        asked = one.erasure
        layout = column(
            label(erasing_words.title(asked), "h2"),
            StatusBadge(*erasing_words.badge(one, now)),
            SentenceBox(erasing_words.sentences(one, now), role="well"),
            spacing=1,
        )
        if asked.status is ErasureStatus.REQUESTED:
            layout.addLayout(self._buttons(now))
            layout.addWidget(self._confirm())
            layout.addWidget(self._refusing())
        if one.refusal is not None:
            refused = RefusedPart(desk, one, one.refusal)
            refused.told.connect(self.told)
            layout.addWidget(refused)
        if one.receipts:
            layout.addWidget(label(self.tr("Per apparaat"), "label"))
            self.receipts = RowList(self.tr("Op welke apparaten het weg is"))
            self.receipts.setObjectName("erasingReceipts")
            self.receipts.set_rows([erasing_words.receipt(each) for each in one.receipts])
            layout.addWidget(self.receipts)
            if one.done and not one.hub_done:
                layout.addWidget(
                    label(self.tr("De server heeft de sleutels nog niet weggehaald; dat gaat vanzelf."), "small")
                )
        self.setLayout(layout)

    def _buttons(self, now: datetime) -> FlowLayout:
        one = self.one
        buttons = FlowLayout()
        undo = PushButton(self.tr("Terugdraaien"), self._undo, role="primary")
        undo.setObjectName("erasingUndo")
        buttons.addWidget(undo)
        if one.due_at is not None and one.due_at <= now and one.mine:
            destroy = PushButton(self.tr("Vernietigen …"), self._ask_sure, role="danger")
            destroy.setObjectName("erasingDestroy")
            buttons.addWidget(destroy)
        self.refuse_button = PushButton(self.tr("Weigeren …"), self._ask_reason, role="quiet")
        self.refuse_button.setObjectName("erasingRefuse")
        buttons.addWidget(self.refuse_button)
        return buttons

    def _refusing(self) -> RefusingPart:
        self.refusing = RefusingPart()
        self.refusing.refused.connect(self._refuse)
        self.refusing.cancelled.connect(self._no_refusal)
        return self.refusing

    def _confirm(self) -> QWidget:
        """The last question names what goes; it is asked beside the button and not over the screen."""
        count = text.count(self.one.erasure.records, self.tr("stuk"), self.tr("stukken"))
        words = self.tr(
            "Hiermee verdwijnt voorgoed: {count}, hier en op elk apparaat van het team. "
            "Niemand kan dit terughalen, ook wij niet."
        ).format(count=count)
        self.sure = QWidget()
        yes = PushButton(self.tr("Ja, vernietig voorgoed"), self._destroy, role="danger")
        yes.setObjectName("erasingSure")
        no = PushButton(self.tr("Nee, laat staan"), self._not_sure)
        no.setObjectName("erasingNotSure")
        buttons = FlowLayout()
        buttons.addWidget(no)
        buttons.addWidget(yes)
        layout = column(label(words), spacing=1)
        layout.addLayout(buttons)
        self.sure.setLayout(layout)
        self.sure.hide()
        self._no = no
        return self.sure

    @Slot()
    def _ask_sure(self) -> None:
        self.sure.show()
        # The keyboard stands on what changes nothing.
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _not_sure(self) -> None:
        self.sure.hide()

    @Slot()
    def _undo(self) -> None:
        self.undone.emit(self.one.erasure.id)

    @Slot()
    def _ask_reason(self) -> None:
        self.refusing.start()

    @Slot()
    def _no_refusal(self) -> None:
        self.refusing.hide()
        self.refuse_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, str)
    def _refuse(self, why: Refusal, reason: str) -> None:
        self.refused.emit(self.one.erasure.id, why, reason)

    @Slot()
    def _destroy(self) -> None:
        self.destroyed.emit(self.one.erasure.id)


class ErasingCard(Card):
    """Everything about erasing one dossier."""

    turned = Signal()
    """What Tab goes through has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Wissen"))
        self.setObjectName("erasingCard")
        self.desk = desk
        self.patient_id = ""
        self.view: ErasingView | None = None
        self._shown: tuple[ErasingView, list[bool]] | None = None
        self._article = ""
        self._asked_ids: frozenset[str] = frozenset()
        self._refusal: tuple[Refusal, str] = (Refusal.LAW, "")
        self.asking: AskingPart | None = None
        self.asked: list[AskedPart] = []
        self._parts = column(spacing=3)
        self.add(self._parts)

    def show_patient(self, patient_id: str, article: str = "") -> None:
        """Show what can be erased of this dossier and what was asked; also to look again.

        An article (`Article`) is proposed in the form, for example that the time to keep it is over.
        """
        self.patient_id, self._article = patient_id, article or self._article
        self.desk.tasks.run(erasing.overview, patient_id).then(self._show)

    @Slot(object)
    def _show(self, view: ErasingView) -> None:
        now = self.desk.clock() - view.ahead
        due = [one.due_at is not None and one.due_at <= now for one in view.asked]
        if view.patient_id != self.patient_id or self._shown == (view, due):
            return
        held = any(one.hasFocus() for one in self.findChildren(QWidget))
        self.view, self._shown, self.asking = view, (view, due), None
        self.set_title(self.tr("Wissen"), view.name)
        clear(self._parts)
        self.asked = [AskedPart(self.desk, one, now) for one in view.asked]
        for part in self.asked:
            part.undone.connect(self._undo)
            part.refused.connect(self._refuse)
            part.told.connect(self._tell)
            part.destroyed.connect(self._destroy)
            self._parts.addWidget(part)
            part.show()
        if view.records and not view.blocked:
            self.asking = AskingPart(view)
            self.asking.wanted.connect(self._request)
            self.asking.unwanted.connect(self._refuse_at_once)
            if self._article:
                self.asking.propose(self._article)
            self._parts.addWidget(self.asking)
            self.asking.show()
        elif not view.asked:
            nothing = label(self.tr("Hier is niets om te wissen."), "muted")
            self._parts.addWidget(nothing)
            nothing.show()
        self.turned.emit()
        if held:
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """Where the keyboard goes after what it stood on is no longer there."""
        shown = [one for one in self.findChildren(PushButton) if one.isVisibleTo(self) and one.isEnabled()]
        return shown[0] if shown else self

    @Slot(object)
    def _request(self, new: NewErasure) -> None:
        self.desk.tasks.run(erasing.request, new).then(self._requested)

    @Slot(object)
    def _requested(self, _changes: object) -> None:
        self.desk.toast(self.tr("Geblokkeerd. Zeven dagen lang kan iedereen in het team dit terugdraaien."))
        self._again()

    @Slot(object, object, str)
    def _refuse_at_once(self, new: NewErasure, why: Refusal, reason: str) -> None:
        """What was asked is written down as well: the family hears of both, and so does the dossier."""
        self._refusal = why, reason
        self.desk.tasks.run(erasing.request, new).then(self._asked_to_refuse).otherwise(self._not_done)

    @Slot(object)
    def _asked_to_refuse(self, changes: Changes) -> None:
        self._asked_ids = changes.ids
        self.desk.tasks.run(erasing.overview, self.patient_id).then(self._refuse_asked).otherwise(self._not_done)

    @Slot(object)
    def _refuse_asked(self, view: ErasingView) -> None:
        one = next(one for one in view.asked if one.erasure.id in self._asked_ids)
        self._refuse(one.erasure.id, *self._refusal)

    @Slot(str)
    def _undo(self, erasure_id: str) -> None:
        self.desk.tasks.run(erasing.undo, erasure_id).then(self._undone).otherwise(self._not_done)

    @Slot(object)
    def _undone(self, _changes: object) -> None:
        self.desk.toast(self.tr("Teruggedraaid. Alles is er weer zoals het was."))
        self._again()

    @Slot(str, object, str)
    def _refuse(self, erasure_id: str, why: Refusal, reason: str) -> None:
        self.desk.tasks.run(refusing.refuse, erasure_id, why, reason).then(self._refused).otherwise(self._not_done)

    @Slot(object)
    def _refused(self, _changes: object) -> None:
        self.desk.toast(self.tr("Geweigerd. Vertel het gezin nu waarom, en waar ze kunnen klagen."))
        self._again()

    @Slot(str)
    def _tell(self, refusal_id: str) -> None:
        self.desk.tasks.run(refusing.told, refusal_id).then(self._told).otherwise(self._not_done)

    @Slot(object)
    def _told(self, _changes: object) -> None:
        self.desk.toast(self.tr("Opgeschreven: het gezin weet het."))
        self._again()

    @Slot(str)
    def _destroy(self, erasure_id: str) -> None:
        self.desk.tasks.run(erasing.destroy, erasure_id).then(self._destroyed).otherwise(self._not_done)

    @Slot(object)
    def _destroyed(self, _changes: object) -> None:
        self.desk.toast(self.tr("Vernietigd. Op andere apparaten gebeurt het zodra ze syncen."))
        self._again()

    @Slot(object)
    def _not_done(self, error: BaseException) -> None:
        self.desk.trouble(error)
        self._again()

    def _again(self) -> None:
        self.show_patient(self.patient_id)


class ErasingPart(QWidget):
    """The card as a page of its own: the way to a dossier that is blocked and cannot be opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.card = ErasingCard(desk)
        self.back = PushButton(self.tr("Terug naar de lijst"))
        self.back.setObjectName("erasingBack")
        layout = column(spacing=2)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.card)
        layout.addStretch(1)
        self.setLayout(layout)
