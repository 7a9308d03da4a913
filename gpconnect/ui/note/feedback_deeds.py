"""What a worker does with the feedback of a talk: sending, copying, printing, another day, or a yes of the family."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gpconnect.services import feedback
from gpconnect.ui.desk import Desk
from gpconnect.ui.note.after import AfterCard
from gpconnect.ui.note.papers import FeedbackPapers


class FeedbackDeeds(QObject):
    """Connects the card of what comes after a talk to the services; what is refused is said on the card."""

    changed = Signal()
    """The card is to be filled again."""

    def __init__(self, desk: Desk, visit_id: str, card: AfterCard, papers: FeedbackPapers) -> None:
        super().__init__(card)
        self._desk, self._visit_id, self._card, self._papers = desk, visit_id, card, papers
        card.send_asked.connect(self._send)
        card.allowed.connect(self._allow)
        card.copy_asked.connect(self._copy)
        card.paper_asked.connect(self._paper)
        card.duty_changed.connect(self._change_duty)
        card.lines_changed.connect(papers.forget)
        papers.shown_as.connect(card.choose_how)
        papers.failed.connect(self._refused)

    @Slot(str, object, str)
    def _send(self, feedback_id: str, lines: dict[str, str], how: str) -> None:
        job = self._desk.tasks.run(feedback.approve, feedback_id, lines, how)
        job.then(self._done).otherwise(self._refused)

    @Slot(object)
    def _copy(self, lines: dict[str, str]) -> None:
        self._desk.tasks.run(feedback.copy, self._visit_id, lines).then(self._copied).otherwise(self._refused)

    @Slot(object)
    def _copied(self, copied: str) -> None:
        self._card.put_on_clipboard(copied)

    @Slot(str, object)
    def _paper(self, kind: str, lines: dict[str, str]) -> None:
        self._papers.make(kind, self._visit_id, lines)

    @Slot(object, str, tuple)
    def _change_duty(self, service: Any, feedback_id: str, chosen: tuple[Any, ...]) -> None:
        self._desk.tasks.run(service, feedback_id, *chosen).then(self._done).otherwise(self._refused)

    @Slot(str)
    def _allow(self, given_by: str) -> None:
        self._desk.tasks.run(feedback.allow, self._visit_id, given_by).then(self._allowed).otherwise(self._refused)

    @Slot(object)
    def _allowed(self, _changes: object) -> None:
        self._card.keep_yes()
        self.changed.emit()

    @Slot(object)
    def _done(self, _result: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._card.show_error(error)
