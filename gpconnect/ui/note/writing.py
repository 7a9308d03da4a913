"""The note being written: which template, the questions, and whether it is kept."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox

from gpconnect.domain.codes import CodeList
from gpconnect.domain.forms import Form, Problem
from gpconnect.domain.leftovers import carry_over
from gpconnect.services import templates
from gpconnect.services.notes import NoteView
from gpconnect.ui import shortcuts
from gpconnect.ui.forms.view import FormView, code_words
from gpconnect.ui.note import passages
from gpconnect.ui.note.passages import Selecting
from gpconnect.ui.note.saver import DraftSaver
from gpconnect.ui.note.snippets import SnippetKeys
from gpconnect.ui.parts import Card, FormRow, PushButton, line


class WritingCard(Card):
    """A draft with its form. `saver` keeps it; signing is for the page."""

    thrown_away = Signal()
    moved = Signal(str, object)
    """A passage went under this question, and what brings it back; no question when nothing could be moved."""

    def __init__(self, view: NoteView, saver: DraftSaver, codes: Mapping[str, CodeList]) -> None:
        super().__init__()
        self._view = view
        self._saver = saver
        self._words = code_words(codes)
        self._form = self._now()
        self.template = QComboBox()
        self.template.setObjectName("noteTemplate")
        for one in self._offered():
            self.template.addItem(self._named(one), (one.id, one.version))
        self.template.setCurrentIndex([(one.id, one.version) for one in self._offered()].index(self._key()))
        self.template.activated.connect(self._choose)
        self.add(FormRow(self.tr("Sjabloon"), self.template))
        saver.stand_on(*self._key())
        self.snippets = SnippetKeys(self)
        self._selecting = Selecting(self)
        self.form = self._filled(view.draft.answers)
        self.add(self.form)
        self.throw = PushButton(self.tr("Concept weggooien"), self.thrown_away.emit, role="quiet")
        self.throw.setObjectName("noteThrow")
        self.about = PushButton(
            self.tr("Gaat over een ander"), self.move_passage, role="quiet", key=shortcuts.sequence("about_another")
        )
        self.about.setObjectName("noteAboutAnother")
        self.about.setToolTip(self.tr("Zet wat je selecteerde bij wat over een ander gaat"))
        buttons = line(self.throw, self.about)
        buttons.addStretch(1)
        self.add(buttons)

    def answers(self) -> dict[str, object]:
        """The answers as they stand."""
        return self.form.value()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside the fields what must be filled in first."""
        self.form.show_problems(problems)

    def _key(self) -> tuple[str, int]:
        return self._form.id, self._form.version

    def _now(self) -> Form:
        """The draft's own version of its template, or the proposed one where this program does not have it."""
        draft = self._view.draft
        own = (draft.template, draft.template_version)
        return next((one for one in self._view.templates if (one.id, one.version) == own), self._view.templates[0])

    def _named(self, form: Form) -> str:
        """A newer version has the same name; only one of the two is what a new note begins with."""
        newest = max(one.version for one in self._offered() if one.id == form.id)
        return form.title if form.version == newest else self.tr("{title} (eerdere versie)").format(title=form.title)

    def _filled(self, answers: Mapping[str, object]) -> FormView:
        """The form with its answers, and under it what was written on another template: nothing goes out of sight."""
        made = FormView(templates.grow(self._form, answers), answers, self._words)
        made.changed.connect(self._typed)
        self.snippets.follow(made)
        self._selecting.follow(made)
        return made

    def _offered(self) -> list[Form]:
        return list(self._view.templates)

    @Slot(int)
    def _choose(self, place: int) -> None:
        chosen = self._offered()[place]
        if (chosen.id, chosen.version) == self._key():
            return
        answers = carry_over(self.form.value(), self._form, chosen)
        self._form = chosen
        self._fill_anew(answers)
        self._saver.change_template(chosen.id, chosen.version, answers)

    def _fill_anew(self, answers: Mapping[str, object]) -> None:
        fresh = self._filled(answers)
        self.body.replaceWidget(self.form, fresh)
        self.form.hide()
        self.form.deleteLater()
        self.form = fresh
        fresh.show()  # now, because a field that is not shown yet could not take the keyboard

    @Slot()
    def move_passage(self) -> None:
        """What is selected goes under the question about another, which is asked at the end when there is none."""
        passage = self._selecting.passage()
        if passage is None:
            self.moved.emit("", None)
            return
        before, key = self.form.value(), passages.question(self.form)
        answers = passages.move(self.form, passage)
        at = passages.cursor_in(self.form.field(passage.item))
        if self.form.form.item(key) is None:
            self._fill_anew(answers)
        else:
            self.form.field(key).set_value(answers[key])
        self.form.focus_item(passage.item)
        passages.put_cursor(self.form.field(passage.item), at)
        self._typed()
        asked = self.form.form.item(key)
        self.moved.emit(asked.label if asked is not None else "", partial(self._bring_back, before, self.form.value()))

    def _bring_back(self, before: Mapping[str, object], after: Mapping[str, object]) -> None:
        """As it was, unless somebody typed on."""
        if self.form.value() == after:
            self.form.set_value(before)
            self._typed()
        else:
            self.moved.emit("", None)

    @Slot()
    def _typed(self) -> None:
        self._saver.typed(self.form.value())
