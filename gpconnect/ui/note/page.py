"""Notitie: from an empty page to a signed note, its outcome and what the GP hears, on one screen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gpconnect.domain.care import Outcome
from gpconnect.domain.changes import Changes
from gpconnect.services import after_talk, notes, outcomes, resources, today
from gpconnect.services.notes import NoteView, Signed
from gpconnect.ui import messages, shortcuts, text
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.note import words
from gpconnect.ui.note.after import AfterCard
from gpconnect.ui.note.feedback_deeds import FeedbackDeeds
from gpconnect.ui.note.overview import Overview
from gpconnect.ui.note.papers import FeedbackPapers
from gpconnect.ui.note.reading import SignedCard
from gpconnect.ui.note.saver import DraftSaver
from gpconnect.ui.note.snippets import SnippetCard
from gpconnect.ui.note.writing import WritingCard
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Card, PushButton, Sheet, StatusBadge, clear, column, label


class NotePage(Page):
    """One note at a time; without one, the drafts and visits to choose from."""

    area = "note"
    kinds = frozenset({"note_draft", "appointment"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("NotePage", "Notitie"))
        self._params: dict[str, str] = {}
        self._view: NoteView | None = None
        self._saver: DraftSaver | None = None
        self._finished = ""
        self.writing: WritingCard | None = None
        self.after: AfterCard | None = None
        self.papers: FeedbackPapers | None = None
        self.signed: SignedCard | None = None
        self.overview: Overview | None = None
        self._codes = resources.load_codes()
        for keys in ("Ctrl+Return", shortcuts.sequence("sign")):
            shortcuts.bind(self, keys, self._sign)
        shortcuts.bind(self, shortcuts.sequence("about_another"), self._move)

    def load(self) -> None:
        if self._view is None and not self._params:
            self.desk.tasks.run(_overview).then(self._show_overview)

    def show_params(self, params: Mapping[str, object]) -> None:
        self._leave()
        self._params = {key: str(value) for key, value in params.items()}
        openers = {"appointment": notes.open_visit, "draft": notes.open_draft, "patient": notes.open_patient}
        key = next((one for one in openers if one in self._params), "")
        if key:
            self.desk.tasks.run(openers[key], self._params[key]).then(self._show_note).otherwise(self._not_opened)
        else:
            self._params = {}
            self.reload()

    def place(self) -> dict[str, object]:
        """The draft, or the talk or dossier that the note is about."""
        if self._view is None:
            return {}
        if self._saver is not None and self._saver.was_typed:
            return {"draft": self._view.draft.id}
        if self._view.appointment is not None:
            return {"appointment": self._view.appointment.id}
        return {"patient": self._view.draft.patient_id}

    def keeps(self, field: QWidget) -> bool:
        """The draft keeps itself; an addendum or a line for the GP does not."""
        return self.writing is not None and self.writing.isAncestorOf(field)

    @Slot(object)
    def _show_overview(self, found: tuple[Any, Any]) -> None:
        if self._view is not None or self._params:
            return
        is_new = self.overview is None
        if self.overview is None:
            clear(self.body)
            self.overview = Overview()
            self.overview.draft_chosen.connect(self._open_draft)
            self.overview.visit_chosen.connect(self._open_visit)
            self.body.addWidget(self.overview)
        self.header.set_title(self.tr("Notitie"), self.tr("Wat nog openstaat, en de gesprekken van vandaag"))
        self.header.set_actions([])
        self.overview.show_lists(*found)
        if is_new:
            QTimer.singleShot(0, self._focus)

    @Slot(str)
    def _open_draft(self, draft_id: str) -> None:
        self.show_params({"draft": draft_id})

    @Slot(str)
    def _open_visit(self, appointment_id: str) -> None:
        self.show_params({"appointment": appointment_id})

    @Slot(object)
    def _not_opened(self, error: BaseException) -> None:
        self.desk.trouble(error)
        self.show_params({})

    @Slot(object)
    def _show_note(self, result: tuple[Changes, NoteView]) -> None:
        view = result[1]
        self._view = view
        self.overview = self.writing = self.after = self.papers = self.signed = None
        clear(self.body)
        self._entitle(view)
        main = column(spacing=2)
        if view.signed and not view.kept:
            self._show_signed(main, view)
        else:
            self._show_draft(main, view)
        self._after_box = column(spacing=2)
        main.addLayout(self._after_box)
        main.addStretch(1)
        left = QWidget()
        left.setLayout(main)
        self.body.addWidget(Sheet(left, self._aside(view), side_width=320), 1)
        if view.signed and view.appointment is not None:
            self.desk.tasks.run(after_talk.after_talk, view.appointment.id).then(self._show_after)
        # The fields take the keyboard only once they are laid out.
        QTimer.singleShot(0, self._focus)

    def _entitle(self, view: NoteView) -> None:
        visit = view.appointment
        about = words.visit(str(visit.visit)).capitalize() if visit is not None else self.tr("Notitie zonder gesprek")
        title = about
        if view.person is not None:
            today_here = text.local(self.desk.clock()).date()
            title = f"{view.person.name}, {text.age(view.person.age(today_here))}"
        began = text.moment(visit.status_at) if visit is not None and visit.status_at is not None else ""
        self.header.set_title(title, text.join(about, began))
        back = PushButton(self.tr("Alle notities"), self._all)
        back.setObjectName("noteAll")
        actions = [back]
        if not view.signed or view.kept:
            sign = PushButton(self.tr("Ondertekenen"), self._sign, role="primary", key="Ctrl+Enter")
            sign.setObjectName("noteSign")
            actions.append(sign)
        self.header.set_actions(actions)

    def _show_draft(self, main: Any, view: NoteView) -> None:
        self._saver = DraftSaver(self.desk, view.draft, kept=view.kept, parent=self)
        self._saver.saved.connect(self._say_saved)
        self._saver.failed.connect(self._say_unsaved)
        self.writing = WritingCard(view, self._saver, self._codes)
        self.writing.thrown_away.connect(self._throw)
        self.writing.moved.connect(self._say_moved)
        main.addWidget(self.writing)

    def _show_signed(self, main: Any, view: NoteView) -> None:
        self._saver = None
        for place, one in enumerate(view.signed):
            card = SignedCard(one, self._codes, self.desk, may_add=place == len(view.signed) - 1)
            card.addendum_written.connect(self._add)
            card.corrected.connect(self._added)
            main.addWidget(card)
            self.signed = card

    def _aside(self, view: NoteView) -> QWidget:
        box = QWidget()
        side = column(spacing=2)
        if self.writing is not None:
            self._state = StatusBadge(self.tr("Nog niets getypt"))
            self._state.setObjectName("noteState")
            kept = Card(self.tr("Bewaard")).add(self._state)
            if view.kept:
                self._say_saved(view.draft.saved_at)
            kept.add(label(self.tr("Je tekst wordt vanzelf bewaard op dit apparaat, bij elke pauze."), "small"))
            side.addWidget(kept)
        visit = view.appointment
        if visit is not None and (visit.words or visit.reasons):
            reasons = ", ".join(self._codes["reasons"].label(one) for one in visit.reasons)
            asked = Card(self.tr("De vraag bij het boeken"))
            for line_of in filter(None, (visit.words, reasons.capitalize())):
                asked.add(label(line_of))
            side.addWidget(asked)
        for one in view.earlier:
            side.addWidget(SignedCard(one, self._codes))
        if self.writing is not None:
            self.phrases = SnippetCard(self.desk)
            self.phrases.changed.connect(self.writing.snippets.take)
            side.addWidget(self.phrases)
        side.addStretch(1)
        box.setLayout(side)
        return box

    def _focus(self) -> None:
        if self.writing is not None and self.isVisible():
            self.writing.form.focus_first()
        elif self.overview is not None and self.isVisible():
            self.overview.take_keyboard()

    @Slot(object)
    def _say_saved(self, at: datetime) -> None:
        clock = text.local(at).strftime("%H:%M:%S")
        self._state.set(self.tr("Opgeslagen om {time}").format(time=clock), "good")

    @Slot(object)
    def _say_unsaved(self, error: BaseException) -> None:
        self._state.set(self.tr("Niet opgeslagen. {why}").format(why=messages.say(error)), "danger")

    @Slot()
    def _sign(self) -> None:
        if self.writing is None or self._saver is None:
            return
        self._saver.typed(self.writing.answers())
        draft = self._saver.draft
        self._saver.flush()
        # Until the answer is there nothing can be typed that would be too late for the note.
        self.writing.setEnabled(False)
        self.desk.tasks.run(notes.sign, draft).then(self._signed).otherwise(self._not_signed)

    @Slot(object)
    def _not_signed(self, error: BaseException) -> None:
        if self.writing is not None:
            self.writing.setEnabled(True)
        self.desk.trouble(error)

    @Slot(object)
    def _signed(self, result: tuple[Changes, Signed]) -> None:
        signed = result[1]
        if signed.problems and self.writing is not None:
            self.writing.setEnabled(True)
            self.writing.show_problems(signed.problems)
            return
        view, saver = self._view, self._saver
        if saver is not None:
            saver.forget()
        self._saver = None
        if view is not None and view.appointment is not None:
            self._again({"appointment": view.appointment.id})
        elif view is not None:
            self._all()
        self.desk.toast(self.tr("Ondertekend. Wat je later toevoegt, komt er als aanvulling onder."))

    @Slot()
    def _move(self) -> None:
        if self.writing is not None and self.writing.isEnabled():
            self.writing.move_passage()

    @Slot(str, object)
    def _say_moved(self, question: str, undo: Any) -> None:
        if question:
            self.desk.toast(self.tr("Staat nu bij: {question}").format(question=question), undo)
        else:
            self.desk.toast(self.tr("Er is niets verplaatst. Selecteer eerst de woorden die over een ander gaan."))

    @Slot()
    def _throw(self) -> None:
        if self._saver is None:
            return
        self._saver.forget()
        gone = self._saver.draft
        self._saver = None
        self._thrown = gone
        self.desk.tasks.run(notes.throw_away, gone.id)
        self.desk.toast(self.tr("Concept weggegooid."), self._bring_back)
        self._all()

    def _bring_back(self) -> None:
        self.desk.tasks.run(notes.save_draft, self._thrown).then(self._brought_back)

    @Slot(object)
    def _brought_back(self, _result: object) -> None:
        self._open_draft(self._thrown.id)

    @Slot(str, str)
    def _add(self, note_id: str, words_added: str) -> None:
        self.desk.tasks.run(notes.add_addendum, note_id, words_added).then(self._added).otherwise(self._not_added)

    @Slot(object)
    def _added(self, _changes: Changes) -> None:
        self._again(self._params)

    @Slot(object)
    def _not_added(self, error: BaseException) -> None:
        if self.signed is not None:
            self.signed.row.set_error(messages.say(error))

    @Slot(object)
    def _show_after(self, view: after_talk.AfterTalk) -> None:
        if self.after is not None:
            self.after.show_view(view)
            if self.papers is not None and not self.after.may_tell:
                self.papers.forget()
            follow_reading(self)
            return
        self.after = AfterCard(view)
        self.after.finish_asked.connect(self._finish)
        self.papers = FeedbackPapers(self.desk)
        self._deeds = FeedbackDeeds(self.desk, self._visit_id(), self.after, self.papers)
        self._deeds.changed.connect(self._refresh_after)
        self._after_box.addWidget(self.after)
        self._after_box.addWidget(self.papers)
        if self.after.outcome is not None:
            self.after.outcome.setFocus()

    @Slot(str, object, object, str)
    def _finish(self, outcome: str, slot_id: str | None, lines: dict[str, str] | None, how: str) -> None:
        visit = self._visit_id()
        job = self.desk.tasks.run(outcomes.finish, visit, Outcome(outcome), slot_id, lines, how=how)
        self._outcome = outcome
        self._finished = visit
        job.then(self._done).otherwise(self._not_done)

    @Slot(object)
    def _done(self, _result: object) -> None:
        self.desk.toast(
            self.tr("Afgerond: {outcome}.").format(outcome=words.outcome(self._outcome).lower()), self._undo
        )
        if self._outcome == Outcome.HANDOVER and self._view is not None:
            self.desk.go("handovers", patient=self._view.draft.patient_id)
        self._refresh_after()

    def _undo(self) -> None:
        self.desk.tasks.run(outcomes.undo_finish, self._finished).then(self._refresh)

    @Slot(object)
    def _not_done(self, error: BaseException) -> None:
        if self.after is not None:
            self.after.show_error(error)

    @Slot(object)
    def _refresh(self, _changes: object) -> None:
        self._refresh_after()

    @Slot()
    def _refresh_after(self) -> None:
        visit = self._visit_id()
        if visit:
            self.desk.tasks.run(after_talk.after_talk, visit).then(self._show_after)

    def _visit_id(self) -> str:
        view = self._view
        return view.appointment.id if view is not None and view.appointment is not None else ""

    def _all(self) -> None:
        self.show_params({})

    def _again(self, params: Mapping[str, object]) -> None:
        self.show_params(dict(params))

    def _leave(self) -> None:
        """Keep what was typed before something else takes its place."""
        if self._saver is not None:
            self._saver.flush()
            # What cannot be kept now is tried again; it no longer concerns the note that comes next.
            self._saver.saved.disconnect(self._say_saved)
            self._saver.failed.disconnect(self._say_unsaved)
            self._saver.failed.connect(self.desk.trouble)
        self._saver = None
        self._view = None
        self.writing = self.after = self.papers = self.signed = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        # By its key or the rail one comes to this page to write: Enter goes on with the talk of now.
        if self.after is not None and self.after.is_done:
            self._all()
        elif self.overview is not None:
            QTimer.singleShot(0, self._focus)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._saver is not None:
            self._saver.flush()
        super().hideEvent(event)


def _overview(session: Any) -> tuple[Any, Any]:
    """Both lists in one visit to the file."""
    return notes.my_drafts(session), today.day_view(session)
