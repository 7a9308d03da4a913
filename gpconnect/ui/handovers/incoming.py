"""A referral from outside: what its file says, what of it was not understood, and whom the child resembles."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.handover import HandoverStatus
from gpconnect.domain.names import Likeness
from gpconnect.domain.typed import readable_phone
from gpconnect.services import incoming
from gpconnect.services.cards import PersonHit
from gpconnect.services.incoming import Incoming, Missed, ReadReferral, Referral
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.handovers import words
from gpconnect.ui.handovers.content import fact
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.parts import Card, FlowLayout, PushButton, Row, RowList, Scroller, Sheet, clear, column, label

_MOST = 30
_PLACES = {
    "Patient.address": QT_TRANSLATE_NOOP("handovers", "Adres"),
    "Patient.identifier": QT_TRANSLATE_NOOP("handovers", "Nummer van de jeugdige"),
    "Patient.contact": QT_TRANSLATE_NOOP("handovers", "Contactpersoon"),
    "Condition": QT_TRANSLATE_NOOP("handovers", "Probleem of diagnose"),
    "MedicationStatement": QT_TRANSLATE_NOOP("handovers", "Medicijnen"),
    "AllergyIntolerance": QT_TRANSLATE_NOOP("handovers", "Allergie"),
    "Location": QT_TRANSLATE_NOOP("handovers", "Locatie"),
    "DocumentReference": QT_TRANSLATE_NOOP("handovers", "Meegestuurd document"),
    "Binary": QT_TRANSLATE_NOOP("handovers", "Meegestuurd bestand"),
}
"""What a family would call an element of FHIR; its own name stands behind it, for who asks the sender."""


class IncomingReferral(QWidget):
    """Look first; only then a dossier with a draft of a note, or a draft in the dossier that there is."""

    entitled = Signal(str)
    taken = Signal(str)
    """Id of the draft that was made."""
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._read: ReadReferral | None = None
        self._main, self._side = column(spacing=2), column(spacing=2)
        main, side = QWidget(), QWidget()
        main.setLayout(self._main)
        side.setLayout(self._side)
        self.setLayout(column(Scroller(Sheet(main, side, side_width=400, turn_below=860, side_first=True))))
        self.error = label("", "error")

    def read(self, path: Path) -> None:
        """Read a file beside the file's thread; nothing is saved."""
        self._start(self.tr("Het bestand wordt gelezen …"))
        self._desk.tasks.aside(incoming.read_file, path).then(self._understood).otherwise(self._refused)

    def _start(self, words: str) -> None:
        """A clean sheet with one sentence, and a way back."""
        self._clear()
        self.entitled.emit(self.tr("Verwijzing inlezen"))
        card = Card(self.tr("Verwijzing"))
        card.add(label(words)).add(self._buttons(()))
        self._main.addWidget(card)
        self._main.addStretch(1)

    def _clear(self) -> None:
        clear(self._main)
        clear(self._side)

    @Slot(object)
    def _understood(self, read: ReadReferral) -> None:
        self._read = read
        self._desk.tasks.run(incoming.look, read).then(self._show).otherwise(self._refused)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._start(messages.say(error))

    @Slot(object)
    def _show(self, found: Incoming) -> None:
        referral = found.read.referral
        child, sender = referral.child, referral.sender
        name = " ".join(filter(None, (child.given_name, child.prefix, child.family_name)))
        by = text.join(sender.person, sender.organization)
        self.entitled.emit(self.tr("Verwijzing van {sender}").format(sender=by or self.tr("onbekend")))
        self._clear()
        self._side.addWidget(self._now(found))
        self._side.addStretch(1)
        about = [
            (self.tr("Jeugdige"), text.join(name, text.birth_date(child.birth_date) if child.birth_date else "")),
            (self.tr("Bereikbaar"), readable_phone(child.phone)),
            (self.tr("Tolk"), child.interpreter),
            (self.tr("Huisarts"), referral.doctor),
            (
                self.tr("Rondom"),
                "\n".join(text.join(one.name, readable_phone(one.phone)) for one in referral.people),
            ),
        ]
        self._main.addWidget(self._told(self.tr("Over wie"), about))
        self._main.addWidget(self._told(self.tr("Wat erbij hoort"), self._terms(referral)))
        said = [(one.title, one.text) for one in referral.sections if not one.withheld]
        kept = [one.title for one in referral.sections if one.withheld]
        said += [(self.tr("Niet met jou gedeeld"), "; ".join(kept))] if kept else []
        self._main.addWidget(self._told(self.tr("Wat er staat"), said))
        if found.read.missed:
            self._main.addWidget(self._missed(found.read.missed))
        self._main.addStretch(1)

    def _terms(self, referral: Referral) -> list[tuple[str, str]]:
        """How safe it is, on which ground it was shared, who agreed, and by when somebody expects something."""
        safety, routes, grounds = (dict(words.choices(each)) for each in (words.SAFETY, words.ROUTES, words.GROUNDS))
        ground = text.join(grounds[str(referral.ground)] if referral.ground else "", referral.ground_why)
        agreed = [one.name or referral.child.given_name for one in referral.agreed]
        return [
            (self.tr("Veiligheid"), safety[str(referral.safety)] if referral.safety else self.tr("niet gezegd")),
            (self.tr("Toegang"), routes[str(referral.access_route)] if referral.access_route else ""),
            (self.tr("Grond"), ground),
            (self.tr("Akkoord"), ", ".join(agreed)),
            (self.tr("Antwoord uiterlijk"), text.full_date(referral.answer_by) if referral.answer_by else ""),
            (self.tr("De verwijzer belt op"), text.full_date(referral.callback_on) if referral.callback_on else ""),
        ]

    def _over(self, status: HandoverStatus | None) -> str:
        """What to know before taking up a referral that asks nothing any more."""
        said = {
            HandoverStatus.CANCELLED: self.tr("Let op: deze verwijzing is ingetrokken."),
            HandoverStatus.REJECTED: self.tr("Let op: deze verwijzing is niet aangenomen."),
            HandoverStatus.COMPLETED: self.tr("Let op: deze verwijzing is al afgerond."),
        }
        return said.get(status, "") if status else ""

    def _now(self, found: Incoming) -> Card:
        """The next step: the dossier there is, or a new one."""
        card = Card(self.tr("Nu"))
        if over := self._over(found.read.referral.status):
            card.add(label(over, "error"))
        self.error = label("", "error")
        self.error.setObjectName("incomingError")
        self.error.hide()
        if found.known:
            card.add(label(self.tr("Deze jeugdige is misschien al bekend. Er is nog niets opgeslagen.")))
            rows = RowList(self.tr("Lijkt op"))
            rows.setObjectName("incomingKnown")
            rows.set_rows([_known(one) for one in found.known])
            rows.action_clicked.connect(self._take_known)
            rows.activated.connect(self._take_known)
            card.add(rows)
        else:
            words = self.tr("Je krijgt een dossier met een concept van het eerste gesprek. Lees het na met het gezin.")
            card.add(label(words))
        words = self.tr("Het is iemand anders: maak een dossier") if found.known else self.tr("Maak een dossier")
        new = PushButton(words, self._take_new, role="" if found.known else "primary")
        new.setObjectName("incomingTake")
        new.setEnabled(found.read.referral.child.birth_date is not None)
        if not new.isEnabled():
            card.add(label(self.tr("De geboortedatum ontbreekt in het bestand. Maak het dossier zelf bij Jeugdigen.")))
        return card.add(self._buttons((new,))).add(self.error)

    def _buttons(self, first: tuple[PushButton, ...]) -> QWidget:
        back = PushButton(self.tr("Annuleren"), self.cancelled.emit, role="quiet")
        back.setObjectName("incomingCancel")
        buttons = FlowLayout()
        for one in (*first, back):
            buttons.addWidget(one)
        box = QWidget()
        box.setLayout(buttons)
        return box

    def _told(self, title: str, lines: list[tuple[str, str]]) -> Card:
        """Titles with what stands under them; what the file leaves out is left out."""
        card = Card(title)
        for head, said in lines:
            if said.strip():
                card.add(fact(head, said))
        return card

    def _missed(self, missed: tuple[Missed, ...]) -> Card:
        card = Card(self.tr("Niet begrepen"))
        card.add(
            label(
                self.tr("Dit heeft bij ons geen plek. Tekst komt in het concept; de rest staat alleen in het bestand.")
            )
        )
        for one in missed[:_MOST]:
            card.add(fact(_place(one.where), one.words) if one.words else label(_place(one.where), "muted"))
        if len(missed) > _MOST:
            card.add(label(self.tr("en nog {n}").format(n=len(missed) - _MOST), "muted"))
        return card

    @Slot()
    def _take_new(self) -> None:
        self._take("")

    @Slot(str)
    def _take_known(self, known_id: str) -> None:
        self._take(known_id)

    def _take(self, known_id: str) -> None:
        if self._read is not None:
            self.error.hide()
            job = self._desk.tasks.run(incoming.take, self._read, known_id)
            job.then(self._done).otherwise(self._not_taken)

    @Slot(object)
    def _done(self, outcome: tuple[Any, str]) -> None:
        self._read = None
        self.taken.emit(outcome[1])

    @Slot(object)
    def _not_taken(self, error: BaseException) -> None:
        self.error.setText(messages.say(error))
        self.error.show()


def _place(where: str) -> str:
    return f"{translate('handovers', _PLACES[where])} ({where})" if where in _PLACES else where


def _known(one: PersonHit) -> Row:
    how = {
        Likeness.SAME: translate("handovers", "Zelfde naam en geboortedatum"),
        Likeness.TYPING_ERROR: translate("handovers", "Lijkt een tikfout"),
        Likeness.TWIN: translate("handovers", "Tweeling?"),
    }
    where = (
        translate("handovers", "heeft een dossier")
        if one.in_dossier
        else translate("handovers", "bekend bij de praktijk, nog geen dossier")
    )
    return Row(
        one.id,
        one.name,
        after=text.join(text.age(one.age), text.birth_date(one.birth_date)),
        detail=where,
        badge=how.get(one.likeness, "") if one.likeness else "",
        tone="attention",
        action=translate("handovers", "Deze is het"),
    )
