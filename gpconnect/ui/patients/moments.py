"""The time line: every moment as a row, newest first, and a note opened right above it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.notes import Addendum
from gpconnect.services.cards import SHARING
from gpconnect.services.purposes import FEEDBACK, HELP
from gpconnect.services.timelines import Moment, NoteText
from gpconnect.ui import text
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Card, PushButton, Row, RowList, column, label
from gpconnect.ui.patients import words

FIRST = 15
"""About what a window shows: each row takes time to lay out, and a child who comes for years has hundreds."""
PAGE = 40
_TONES = {
    "booked": "neutral",
    "arrived": "accent",
    "in_conversation": "accent",
    "noshow": "attention",
    "given": "good",
    "refused": "danger",
    "withdrawn": "danger",
    "late": "attention",
    "untold": "attention",
    "acknowledged": "good",
    "completed": "good",
    "rejected": "danger",
    "on_hold": "attention",
}
_TABLES = {
    "appointment": (words.VISITS, words.APPOINTMENT),
    "encounter": (words.VISITS, words.OUTCOMES),
    "feedback": (words.FEEDBACK_MOMENTS, words.FEEDBACK),
}
"""Titles and states of the kinds whose words are simply looked up."""


class TimelineCard(Card):
    """Everything that happened. Enter on a note reads it here; on a handover it opens that handover."""

    note_wanted = Signal(str)
    handover_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("", flush=True)
        self.set_title(self.tr("Tijdlijn"))
        self.rows = RowList(self.tr("Tijdlijn, nieuwste boven"))
        self.rows.setObjectName("dossierTimeline")
        self.rows.activated.connect(self._open)
        self.rows.action_clicked.connect(self._open)
        self.empty = label(self.tr("Nog niets gebeurd. Begin met een notitie of plan een gesprek."), "muted")
        self.more = PushButton(self.tr("Meer tonen"), self._show_more, role="quiet")
        self.more.setObjectName("dossierMore")
        self._foot = QWidget()
        self._foot.setLayout(column(self.empty, self.more, margin=2))
        self._moments: Sequence[Moment] = ()
        self._given_name = ""
        self._shown = FIRST
        self.add(self.rows)
        self.add(self._foot)

    def show_moments(self, moments: Sequence[Moment], given_name: str) -> None:
        """Show these; as many as were shown before stay shown."""
        self._moments, self._given_name = moments, given_name
        self._fill()

    def start_over(self) -> None:
        """Another dossier: only the newest again."""
        self._shown = FIRST

    def _show_more(self) -> None:
        self._shown += PAGE
        self._fill()

    def _fill(self) -> None:
        shown = self._moments[: self._shown]
        self.rows.set_rows([row_of(one, self._given_name) for one in shown])
        self.rows.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.more.setVisible(len(self._moments) > len(shown))
        self._foot.setVisible(not shown or len(self._moments) > len(shown))
        many = text.count(len(self._moments), self.tr("moment"), self.tr("momenten"))
        self.set_title(self.tr("Tijdlijn"), many if shown else "")

    def _open(self, key: str) -> None:
        moment = next(one for one in self._moments if _key(one) == key)
        if moment.kind in {"note", "addendum"}:
            self.note_wanted.emit(moment.about or moment.id)
        elif moment.kind == "handover":
            self.handover_wanted.emit(moment.id)


class NoteCard(Card):
    """A signed note with its addenda, to read."""

    def __init__(self) -> None:
        super().__init__("")
        self._words = column(spacing=2)
        self._close = PushButton(self.tr("Notitie sluiten"), self.hide)
        self._close.setObjectName("noteClose")
        self.add(self._words)
        self.add(self._close)
        self.note_id = ""
        self.hide()

    def show_note(self, note: NoteText) -> None:
        """Show a note and put the keyboard on its way out."""
        while (item := self._words.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.note_id = note.id
        self.set_title(note.title, text.join(text.moment(note.signed_at), note.author))
        for (question, answer), part in zip(note.answers, note.parts, strict=True):
            self._add(question, answer)
            for one in note.addenda:
                if one.correction and one.part == part:
                    self._add(*corrected(one))
        for one in note.addenda:
            if not one.correction:
                heading = self.tr("Aanvulling van {who}, {when}")
                self._add(heading.format(who=one.author_name, when=text.moment(one.made_at)), one.text)
            elif one.part not in note.parts:
                self._add(*corrected(one))
        self.show()
        self._close.setFocus()

    def _add(self, heading: str, answer: str) -> None:
        part = QWidget()
        part.setLayout(column(label(heading, "small"), label(answer), spacing=0.25))
        self._words.addWidget(part)


def corrected(one: Addendum) -> tuple[str, str]:
    """Heading and words of a correction, to stand under what it corrects."""
    heading = translate("patients", "Verbeterd door {who}, {when}")
    asked = translate("patients", "op verzoek van {name}").format(name=one.asked_by) if one.asked_by else ""
    reason = translate("patients", "Reden: {reason}").format(reason=one.reason)
    said = heading.format(who=one.author_name, when=text.moment(one.made_at))
    return text.join(said, asked), f"{one.text}\n{reason}"


def row_of(one: Moment, given_name: str) -> Row:
    """A moment as a row; what can be opened says so."""
    title, detail, badge = _said(one, given_name)
    reads = {
        "note": translate("patients", "Lezen"),
        "addendum": translate("patients", "Lezen"),
        "handover": translate("patients", "Bekijken"),
    }
    return Row(
        _key(one),
        title,
        after=one.where if one.kind in {"handover", "encounter", "appointment", "feedback"} else "",
        detail=text.join(detail, translate("patients", "uit het andere dossier") if one.elsewhere else ""),
        time=f"{text.day(one.day)} {one.day.year}",
        badge=badge,
        tone=_TONES.get(one.state, "neutral"),
        action=reads.get(one.kind, ""),
        bold=one.kind in {"note", "encounter", "handover", "statement"},
    )


def _said(one: Moment, given_name: str) -> tuple[str, str, str]:
    """Title, detail and badge of a moment."""
    if one.kind == "consent":
        return _consent(one, given_name)
    if one.kind in _TABLES:
        titles, states = _TABLES[one.kind]
        quoted = f"“{one.words}”" if one.words else one.who
        at = text.clock(one.at) if one.at is not None and one.kind == "appointment" else ""
        return words.say(titles, one.what), text.join(at, quoted), words.say(states, one.state)
    if one.kind == "response":
        return (
            words.say(words.EVALUATIONS, one.what),
            words.say(words.VOICES, one.state),
            translate("patients", "Ingevuld"),
        )
    if one.kind == "handover":
        return translate("patients", "Overdracht"), one.who, words.say(words.HANDOVER, one.state)
    return _written(one)


def _written(one: Moment) -> tuple[str, str, str]:
    if one.kind == "lead_change":
        title = translate("patients", "{name} is casusregisseur").format(name=one.what)
        before = translate("patients", "eerst {name}").format(name=one.state) if one.state else ""
        return title, text.join(before, one.words, one.who), ""
    if one.kind == "review":
        title = translate("patients", "Nagekeken wie beslist, na de {age}e verjaardag").format(age=one.what)
        return title, text.join(one.words, one.who), ""
    if one.kind == "statement":
        return translate("patients", "Eigen verklaring"), text.join(one.who, f"“{one.words}”"), ""
    if one.kind == "erasure_refusal":
        untold = translate("patients", "Nog vertellen aan het gezin") if one.state == "untold" else ""
        return translate("patients", "Verzoek om te wissen geweigerd"), text.join(one.who, one.words), untold
    added = translate("patients", "Verbetering") if one.state == "correction" else translate("patients", "Aanvulling")
    return one.what or added, text.join(one.who, one.words), ""


def _consent(one: Moment, given_name: str) -> tuple[str, str, str]:
    titles = {
        HELP: translate("patients", "Toestemming voor hulp"),
        FEEDBACK: translate("patients", "Toestemming voor terugkoppeling"),
        SHARING: translate("patients", "Toestemming om afspraken te delen"),
    }
    people = {PATIENT: given_name, "parent": translate("patients", "een ouder aan de balie")}
    detail = text.join(people.get(one.who, one.who), one.where, one.words)
    title = titles.get(one.what, translate("patients", "Toestemming om te delen"))
    return title, detail, words.say(words.DECISIONS, one.state)


def _key(one: Moment) -> str:
    return f"{one.kind}:{one.id}"
