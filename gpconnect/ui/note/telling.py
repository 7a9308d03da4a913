"""The feedback to the practice: SOEP lines to approve or to copy, and who must agree first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.consenting import StandingStatus, Why
from gpconnect.domain.soap import LETTERS, MAX_LINES
from gpconnect.services.feedback import FeedbackView
from gpconnect.ui import clipboard
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.note.papers import LETTER, MESSAGE
from gpconnect.ui.parts import FormRow, PushButton, SentenceBox, column, label, line

_NAMES = {"S": "Subjectief", "O": "Objectief", "E": "Evaluatie", "P": "Plan"}


class FeedbackEditor(QWidget):
    """Lines by letter. `allowed` says who agreed that the practice hears this."""

    allowed = Signal(str)
    changed = Signal()
    copy_asked = Signal()
    paper_asked = Signal(str)
    """``letter`` or ``message``."""

    def __init__(self, view: FeedbackView) -> None:
        super().__init__()
        self._view = view
        self._fields: dict[str, LongField] = {}
        layout = column(spacing=1)
        layout.addWidget(SentenceBox(self._sentences(), self._answers(), role="well"))
        for letter in LETTERS:
            field = LongField(least_lines=1)
            field.setObjectName(f"feedback{letter}")
            field.set_value(view.lines.get(letter, ""))
            field.answered.connect(self._typed)
            self._fields[letter] = field
            layout.addWidget(FormRow(f"{letter} · {_NAMES[letter]}", field))
        self._count = label("", "small")
        self.copy = PushButton(self.tr("Kopiëren"), self.copy_asked.emit, name=self.tr("Kopiëren: de SOEP-regels"))
        self.copy.setObjectName("feedbackCopy")
        self.letter = PushButton(self.tr("Brief"), self._letter, name=self.tr("Brief aan de praktijk maken"))
        self.letter.setObjectName("feedbackLetter")
        self.message = PushButton(
            self.tr("MEDVRI"), self._message, name=self.tr("Bericht voor het systeem van de praktijk maken (MEDVRI)")
        )
        self.message.setObjectName("feedbackMessage")
        layout.addWidget(flowing(self.copy, self.letter, self.message))
        layout.addWidget(self._count)
        self.setLayout(layout)
        self._show_count()

    @property
    def may_send(self) -> bool:
        """Whether the family agreed."""
        return self._view.standing is not None and self._view.standing.is_given

    def lines(self) -> dict[str, str]:
        """The lines by letter, as they stand."""
        return {letter: str(field.value()) for letter, field in self._fields.items() if str(field.value()).strip()}

    def set_lines(self, lines: dict[str, str]) -> None:
        """Show other lines."""
        for letter, field in self._fields.items():
            field.set_value(lines.get(letter, ""))
        self._show_count()

    def put_on_clipboard(self, words: str) -> None:
        """The lines may leave, and that is on record: here they are, for a minute."""
        clipboard.copy(words)
        count = len(words.splitlines())
        self._count.setText(self.tr("Gekopieerd: {n} regels. Plak ze binnen een minuut.").format(n=count))

    def _letter(self) -> None:
        self.paper_asked.emit(LETTER)

    def _message(self) -> None:
        self.paper_asked.emit(MESSAGE)

    def _typed(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        used = sum(len([one for one in own.splitlines() if one.strip()]) for own in self.lines().values())
        self._count.setText(self.tr("{used} van {most} regels").format(used=used, most=MAX_LINES))

    def _sentences(self) -> list[tuple[str, str]]:
        standing, site = self._view.standing, self._view.site_name
        if standing is None:
            return []
        article = "Jeugdwet " + ", ".join(standing.articles)
        if standing.is_given:
            words = self.tr("{site} mag dit weten; dat is vastgelegd.").format(site=site)
        elif standing.status is StandingStatus.MISSING:
            words = self.tr("Vraag nog of {site} dit mag weten.").format(site=site)
        else:
            words = self.tr("{site} mag dit niet weten; er wordt niets gestuurd.").format(site=site)
        found = [(words, article)]
        if any(one.why in {Why.AUTHORITY_UNKNOWN, Why.SECOND_UNKNOWN} for one in standing.missing):
            found.append((self.tr("Kijk eerst in het dossier na wie gezag heeft."), ""))
        return found

    def _answers(self) -> QWidget | None:
        standing = self._view.standing
        if standing is None or standing.status is not StandingStatus.MISSING:
            return None
        box = QWidget()
        buttons = column(spacing=0.5)
        for given_by, name in self._view.may_say:
            button = PushButton(self._agrees(name), self._allow)
            button.setObjectName("feedbackAllow")
            button.setProperty("given_by", given_by)
            row = line(button)
            row.addStretch(1)
            buttons.addLayout(row)
        box.setLayout(buttons)
        return box

    def _agrees(self, name: str) -> str:
        return self.tr("{name} vindt het goed").format(name=name or self.tr("Jeugdige"))

    def _allow(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.allowed.emit(str(sender.property("given_by")))
