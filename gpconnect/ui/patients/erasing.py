"""Erasing a dossier or part of it: ask, think for a week, undo or destroy, and see on which devices it is gone."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from gpconnect.domain.erasing import MOST_ALONE
from gpconnect.domain.erasure import Article, ErasureStatus, Refusal
from gpconnect.services import erasing, refusing
from gpconnect.services.erasing import LEGAL, PATIENT, Asked, ErasingView, NewErasure
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import (
    Card,
    ChipGroup,
    FlowLayout,
    FormRow,
    PushButton,
    RowList,
    SentenceBox,
    StatusBadge,
    clear,
    column,
    label,
)
from gpconnect.ui.patients import erasing_words
from gpconnect.ui.patients.refusing import RefusedPart, RefusingPart
from gpconnect.ui.patients.words import say

_WHOLE, _PART = "whole", "part"


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
                    label(self.tr("De hub heeft de sleutels nog niet weggehaald; dat gaat vanzelf."), "small")
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


class AskingPart(QWidget):
    """The request as it is written down: what, on which article, by whom, and what it means."""

    wanted = Signal(object)
    """A `NewErasure`."""

    def __init__(self, view: ErasingView) -> None:
        super().__init__()
        self._view = view
        count = text.count(view.records, self.tr("stuk"), self.tr("stukken"))
        self.what = ChipGroup(
            self.tr("Wat moet weg?"),
            ((_WHOLE, self.tr("Het hele dossier, {count}").format(count=count)), (_PART, self.tr("Een deel"))),
            multi=False,
        )
        self.what.setObjectName("erasingWhat")
        self.what.choose([_PART if view.parts else _WHOLE])
        self.what.changed.connect(self._show_parts)
        self.boxes = [self._box(one.key, erasing_words.part(one)) for one in view.parts]
        self.chosen = QWidget()
        self.chosen.setLayout(column(*self.boxes, spacing=0.5))
        self.article = self._choice("erasingArticle", [(str(key), say(erasing_words.ARTICLES, key)) for key in Article])
        people = [
            (PATIENT, self.tr("De jeugdige zelf")),
            *view.requesters,
            (LEGAL, self.tr("Iemand anders die dat mag")),
        ]
        self.who = self._choice("erasingWho", people)
        self.who.setCurrentIndex(self.who.findData(view.proposed))
        self.ask = PushButton(self.tr("Blokkeren en wissen aanvragen"), self._ask, role="danger")
        self.ask.setObjectName("erasingAsk")
        layout = column(FormRow(self.tr("Wat moet weg?"), self.what), spacing=1.5)
        self.parts_row = FormRow(self.tr("Kies de stukken"), self.chosen)
        layout.addWidget(self.parts_row)
        layout.addWidget(FormRow(self.tr("Waarop rust het verzoek?"), self.article))
        layout.addWidget(FormRow(self.tr("Wie vraagt het?"), self.who))
        for sentences in self._means():
            layout.addWidget(SentenceBox(sentences, role="well"))
        layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        self._show_parts()

    def propose(self, article: str) -> None:
        """Begin with this article; a whole dossier is meant when it is about how long it was kept."""
        self.article.setCurrentIndex(self.article.findData(article))
        if article == str(Article.RETENTION):
            self.what.choose([_WHOLE])
            self.who.setCurrentIndex(self.who.findData(LEGAL))
            self._show_parts()

    def _means(self) -> tuple[list[tuple[str, str]], ...]:
        """What happens first, what happens then, and what stays."""
        first = [
            (self.tr("Wat je kiest is meteen geblokkeerd, ook bij collega's die syncen. Er is dan nog niets weg."), ""),
            (self.tr("Zeven dagen kan iedereen in het team het terugdraaien."), ""),
        ]
        then = [
            (self.tr("Daarna wordt het vernietigd, voorgoed. Een laptop die uit staat wist zodra hij weer synct."), ""),
            (self.tr("Meer dan {n} stukken in een week vernietigt een collega.").format(n=MOST_ALONE), ""),
        ]
        stays = [
            (
                self.tr(
                    "Dit blijft: de kaart, afspraken en toestemmingen bij de praktijk, wat de huisarts al hoorde, "
                    "wie er keek, en dat er is gewist (wanneer, waarop en wie het vroeg)."
                ),
                "",
            ),
            (self.tr("Cijfers over een heel dossier halen we terug."), ""),
            (self.tr("Weigeren kan alleen bij groot belang van een ander of als een wet het eist."), "Jeugdwet 7.3.9"),
        ]
        return first, then, stays

    def _box(self, key: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(f"erasingPart_{key}")
        box.setProperty("key", key)
        box.toggled.connect(self._show_parts)
        return box

    def _choice(self, name: str, options: list[tuple[str, str]]) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(24)
        for key, words in options:
            choice.addItem(words, key)
        return choice

    @Slot()
    def _show_parts(self) -> None:
        part = self.what.chosen() == [_PART]
        self.parts_row.setVisible(part and bool(self.boxes))
        self.ask.setEnabled(bool(self._keys()) if part else self.what.chosen() == [_WHOLE])

    def _keys(self) -> tuple[str, ...]:
        return tuple(str(box.property("key")) for box in self.boxes if box.isChecked())

    @Slot()
    def _ask(self) -> None:
        parts = self._keys() if self.what.chosen() == [_PART] else ()
        article, who = Article(self.article.currentData()), str(self.who.currentData())
        self.wanted.emit(NewErasure(self._view.patient_id, article, who, parts))


class ErasingCard(Card):
    """Everything about erasing one dossier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Wissen"))
        self.setObjectName("erasingCard")
        self.desk = desk
        self.patient_id = ""
        self.view: ErasingView | None = None
        self._shown: tuple[ErasingView, list[bool]] | None = None
        self._article = ""
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
            if self._article:
                self.asking.propose(self._article)
            self._parts.addWidget(self.asking)
            self.asking.show()
        elif not view.asked:
            nothing = label(self.tr("Hier is niets om te wissen."), "muted")
            self._parts.addWidget(nothing)
            nothing.show()
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
