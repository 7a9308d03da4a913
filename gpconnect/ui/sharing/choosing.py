"""Two people changed the same thing: both values, who wrote them and when, and one choice."""

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from gpconnect.services import sharing
from gpconnect.services.sharing import ConflictView, VersionView
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FlowLayout, PushButton, clear, column, label
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.sharing import words


class Choice(QFrame):
    """One question with its values beside each other."""

    def __init__(self, owner: "ConflictsCard", conflict: ConflictView) -> None:
        super().__init__()
        self._owner = owner
        self._conflict = conflict
        title = text.join(conflict.about, words.kind(conflict.kind))
        values = FlowLayout(2)
        self.buttons: list[PushButton] = []
        for place, version in enumerate(conflict.versions):
            values.addWidget(self._version(place, version))
        layout = column(label(title, "h2"), spacing=1)
        layout.addLayout(values)
        self.setLayout(layout)

    def _version(self, place: int, version: VersionView) -> QWidget:
        shown = words.fields(version.values, self._conflict.kind)
        by = text.join(version.author or self.tr("onbekend"), text.moment(version.at))
        if place == len(self._conflict.versions) - 1:
            by = text.join(by, self.tr("staat er nu"))
        name = self.tr("Deze geldt: {value}").format(value=shown.replace("\n", ", "))
        button = PushButton(self.tr("Deze geldt"), partial(self._choose, version.op_id), name=name)
        button.setObjectName(f"sharingChoose{place}")
        self.buttons.append(button)
        box = QFrame()
        box.setProperty("role", "well")
        box.setLayout(column(label(shown), label(by, "small"), button, spacing=1, margin=1.5))
        return box

    def _choose(self, op_id: str) -> None:
        self._owner.choose(self._conflict, op_id)


class ConflictsCard(Card):
    """Every open question that this person may answer; a choice can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.desk = desk
        self.choices: list[Choice] = []
        self._list = column(spacing=2)
        self._empty = label(self.tr("Niemand wijzigde hetzelfde tegelijk. Er is niets te kiezen."), "muted")
        self.add(self._empty)
        self.add(self._list)
        self.show_conflicts(())

    def show_conflicts(self, conflicts: tuple[ConflictView, ...]) -> None:
        """Show these questions."""
        self.set_title(self.tr("Wat geldt?"), str(len(conflicts)) if conflicts else "")
        clear(self._list)
        self.choices = [Choice(self, one) for one in conflicts]
        for choice in self.choices:
            self._list.addWidget(choice)
        self._empty.setVisible(not conflicts)
        tab_through(self)

    def choose(self, conflict: ConflictView, op_id: str) -> None:
        """Let one value stand; undoing it lets the value stand that showed before."""
        before = conflict.versions[-1].op_id
        other = before if before != op_id else conflict.versions[0].op_id
        self._write(conflict, op_id)
        self.desk.toast(self.tr("Je keuze geldt nu voor iedereen."), partial(self._write, conflict, other))

    def _write(self, conflict: ConflictView, op_id: str) -> None:
        self.desk.tasks.run(sharing.choose, conflict.kind, conflict.record, conflict.group, op_id)
