"""After the talk, in three actions: what it led to, the next talk, and what the GP hears."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gpconnect.domain.care import Feedback, FeedbackStatus, Outcome
from gpconnect.domain.errors import KnownError
from gpconnect.services import feedback_duties
from gpconnect.services.after_talk import AfterTalk
from gpconnect.services.outcomes import CLOSING
from gpconnect.ui import messages, text
from gpconnect.ui.note import words
from gpconnect.ui.note.later import LaterBox
from gpconnect.ui.note.papers import LETTER, MESSAGE
from gpconnect.ui.note.telling import FeedbackEditor
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, StatusBadge, clear, column, label, line

NO_NEXT = "none"
LATER = "later"
_OUTSIDE = frozenset({"copied", LETTER, MESSAGE})
"""Ways that somebody chose with their own hands, which a page that fills itself again leaves alone."""


class AfterCard(Card):
    """What is to be decided about one visit; `finish_asked` carries outcome, slot, lines and how."""

    finish_asked = Signal(str, object, object, str)
    send_asked = Signal(str, object, str)
    """Feedback id, lines, how: for a visit that has its outcome."""
    allowed = Signal(str)
    copy_asked = Signal(object)
    """The lines that the worker wants to paste into the practice's own system."""
    paper_asked = Signal(str, object)
    """``letter`` or ``message``, and the lines that it holds."""
    lines_changed = Signal()
    duty_changed = Signal(object, str, tuple)
    """The service that changes a duty, the feedback's id, and what was chosen."""

    def __init__(self, view: AfterTalk) -> None:
        super().__init__()
        self.set_title(self.tr("Na het gesprek"))
        self.outcome: ChipGroup | None = None
        self.editor: FeedbackEditor | None = None
        self._allowing = self._yes_kept = self._finish_after = False
        self._box = column(spacing=2)
        self.add(self._box)
        self.show_view(view)

    def show_view(self, view: AfterTalk) -> None:
        """Show this visit; what was chosen and typed stays when it is the same one."""
        chosen = self.outcome.chosen() if self.outcome is not None else []
        following = self.following.chosen() if self.outcome is not None else []
        lines = self.editor.lines() if self.editor is not None else None
        how = [one for one in self.how.chosen() if one in _OUTSIDE] if self.editor is not None else []
        self._view = view
        self.outcome = self.editor = None
        clear(self._box)
        self.error = label("", "error")
        if view.outcome is None:
            self._ask(view, chosen, following)
        else:
            self._tell(view)
        self._suggest(lines, how)
        if self._yes_kept:
            finish = self._finish_after
            self._allowing = self._yes_kept = self._finish_after = False
            if finish:
                self._finish()

    @property
    def is_done(self) -> bool:
        """The talk has its outcome, and nothing waits to be told: nobody comes back for it by themselves."""
        return self._view.outcome is not None and not self._is_open(self._view)

    def keep_yes(self) -> None:
        """The family's yes is in the file; the next view shows it, and only then it counts here."""
        self._yes_kept = True

    def show_error(self, error: BaseException) -> None:
        """Say beside the button what is in the way; everything chosen stays."""
        self._allowing = self._yes_kept = self._finish_after = False
        self.error.setText(messages.say(error))
        self.error.show()

    def _ask(self, view: AfterTalk, chosen: list[str], following: list[str]) -> None:
        peer = not view.appointment.person_id
        keys = [Outcome.ADVICE_ONLY] if peer else list(Outcome)
        question = self.tr("Waar leidde dit gesprek toe?")
        self.outcome = ChipGroup(question, [(str(key), words.outcome(key)) for key in keys], multi=False)
        self.outcome.setObjectName("afterOutcome")
        self.outcome.changed.connect(self._chosen)
        self._box.addWidget(FormRow(question, self.outcome))
        self.outcome.choose([str(Outcome.ADVICE_ONLY)] if peer else chosen)
        options = [(slot.id, text.moment(slot.starts_at)) for slot in view.proposals] + [(NO_NEXT, self.tr("Geen"))]
        self.following = ChipGroup(self.tr("Volgend gesprek"), options, multi=False)
        self.following.setObjectName("afterNext")
        self.following.choose(following or [NO_NEXT])
        if not peer:
            self._box.addWidget(FormRow(self.tr("Volgend gesprek"), self.following))
        self._feedback(view)
        self.button = PushButton(self.tr("Gesprek afronden"), self._finish, role="primary")
        self.button.setObjectName("afterFinish")
        self._buttons()

    def _tell(self, view: AfterTalk) -> None:
        assert view.outcome is not None
        self._box.addLayout(
            _left(StatusBadge(self.tr("Afgerond: {outcome}").format(outcome=words.outcome(view.outcome)), "good"))
        )
        self._feedback(view)
        told = view.telling.feedback if view.telling is not None else None
        if self._is_open(view):
            self.button = PushButton(self.tr("Goedkeuren en sturen"), self._send, role="primary")
            self.button.setObjectName("feedbackSend")
            self._buttons()
            if told is not None:
                later = LaterBox(told)
                later.changed.connect(self.duty_changed)
                self._box.addWidget(later)
        elif told is not None and told.status is FeedbackStatus.NOT_TOLD:
            self.button = PushButton(self.tr("Toch terugkoppelen"), self._again)
            self.button.setObjectName("feedbackAgain")
            self._buttons()

    def _feedback(self, view: AfterTalk) -> None:
        telling = view.telling
        if telling is None:
            return
        doctor = telling.practitioner or telling.site_name
        self._box.addWidget(label(self.tr("Terugkoppeling aan {doctor}").format(doctor=doctor), "h2"))
        if not self._is_open(view) and telling.feedback is not None:
            self._box.addLayout(_left(StatusBadge(*self._status(telling.feedback))))
            if telling.feedback.status is FeedbackStatus.NOT_TOLD:
                return
            for letter, own in telling.lines.items():
                self._box.addWidget(label(f"{letter}  {own}"))
            if telling.corrected:
                self._box.addWidget(label(self._old_words(), "error"))
            return
        if telling.corrected:
            self._box.addWidget(label(self._old_words(), "error"))
        if not telling.lines:
            self._box.addWidget(label(self.tr("Onderteken eerst een notitie; daaruit komen de regels."), "muted"))
        self.editor = FeedbackEditor(telling)
        self.editor.allowed.connect(self._allow)
        self.editor.copy_asked.connect(self._copy)
        self.editor.paper_asked.connect(self._paper)
        self.editor.changed.connect(self.lines_changed)
        self._box.addWidget(self.editor)
        options = [
            ("program", self.tr("Stuur via GPConnect")),
            ("copied", self.tr("Al gekopieerd")),
            (LETTER, self.tr("Per brief")),
            (MESSAGE, self.tr("Als MEDVRI-bericht")),
        ]
        if view.outcome is None:
            options.append((LATER, self.tr("Later")))
        self.how = ChipGroup(self.tr("Hoe hoort de huisarts dit?"), options, multi=False)
        self.how.setObjectName("afterHow")
        self._box.addWidget(FormRow(self.tr("Hoe hoort de huisarts dit?"), self.how))

    def _old_words(self) -> str:
        return self.tr(
            "De notitie is verbeterd nadat de praktijk dit hoorde; daar staan nog de oude woorden. Laat weten wat er "
            "anders is (AVG artikel 19)."
        )

    def _buttons(self) -> None:
        self.error.hide()
        self._box.addWidget(self.error)
        self._box.addLayout(_left(self.button))

    def _is_open(self, view: AfterTalk) -> bool:
        told = view.telling.feedback if view.telling is not None else None
        return view.outcome is None or (told is not None and told.status is FeedbackStatus.PREPARED)

    def _suggest(self, lines: dict[str, str] | None, how: list[str]) -> None:
        """What was typed stays, and what is most likely is chosen already: sending once the family agreed."""
        if lines and self.editor is not None:
            self.editor.set_lines(lines)
        if self.editor is not None:
            ready = self.editor.may_send and self.editor.lines()
            usual = "program" if ready else LATER if self._view.outcome is None else "program"
            self.how.choose(how or [usual])

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        """The next talk is proposed where one is to be expected."""
        closing = bool(keys) and Outcome(keys[0]) in CLOSING
        proposals = self._view.proposals
        self.following.choose([NO_NEXT if closing or not proposals or not keys else proposals[0].id])

    @Slot(str)
    def _allow(self, given_by: str) -> None:
        self._allowing = True
        self.allowed.emit(given_by)

    @Slot()
    def _copy(self) -> None:
        if self.editor is not None:
            self.copy_asked.emit(self.editor.lines())

    @Slot(str)
    def _paper(self, kind: str) -> None:
        if self.editor is not None:
            self.error.hide()
            self.paper_asked.emit(kind, self.editor.lines())

    @Slot(str)
    def choose_how(self, how: str) -> None:
        """A letter or message was made, so that is how the practice hears it."""
        if self.editor is not None:
            self.how.choose([how])

    @property
    def may_tell(self) -> bool:
        """Whether the family agreed, and something is still to be told."""
        return self.editor is not None and self.editor.may_send

    def put_on_clipboard(self, copied: str) -> None:
        """The lines may be copied; the field says how many there are."""
        if self.editor is not None:
            self.error.hide()
            self.editor.put_on_clipboard(copied)

    def _finish(self) -> None:
        if self._allowing:
            # Whoever is quick rounds off before the yes is kept; without it the feedback would stay behind unsent.
            self._finish_after = True
            return
        chosen = self.outcome.chosen() if self.outcome is not None else []
        if not chosen:
            self.show_error(KnownError("outcome.missing"))
            return
        slot = next(iter(self.following.chosen()), NO_NEXT)
        how = next(iter(self.how.chosen()), LATER) if self.editor is not None else LATER
        lines = self.editor.lines() if self.editor is not None and how != LATER else None
        self.finish_asked.emit(chosen[0], None if slot == NO_NEXT else slot, lines, "program" if how == LATER else how)

    def _send(self) -> None:
        told = self._view.telling.feedback if self._view.telling is not None else None
        if told is not None and self.editor is not None:
            self.send_asked.emit(told.id, self.editor.lines(), next(iter(self.how.chosen()), "program"))

    @Slot()
    def _again(self) -> None:
        told = self._view.telling.feedback if self._view.telling is not None else None
        if told is not None:
            self.duty_changed.emit(feedback_duties.ask_again, told.id, ())

    def _status(self, told: Feedback) -> tuple[str, str]:
        if told.status is FeedbackStatus.ACKNOWLEDGED:
            return self.tr("De praktijk heeft het gezien"), "good"
        if told.status is FeedbackStatus.NOT_TOLD:
            if not told.closed_why:
                return self.tr("Niet verteld"), "neutral"
            return self.tr("Niet verteld: {why}").format(why=words.not_told(told.closed_why)), "neutral"
        return self.tr("Verstuurd, nog niet gezien"), "accent"


def _left(widget: QWidget) -> QHBoxLayout:
    """A widget at the left of its own line."""
    made = line(widget)
    made.addStretch(1)
    return made
