"""Who it is about: one field that finds a known jeugdige or begins a new one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import access, cards
from gpconnect.services.birth_dates import read_birth_date, split_birth_date
from gpconnect.services.cards import NewPerson, PersonHit
from gpconnect.services.patient_lines import FoundInLine
from gpconnect.ui import messages, text, theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import FormRow, PersonLine, PushButton, StatusBadge, clear, column, label, line
from gpconnect.ui.searching import SearchWatch

_PAUSE_MS = 120
_NEW = "new"


class PersonField(QWidget):
    """Search, choose, or fill in; says who it is by `hit` or `new_person`."""

    changed = Signal()
    """Another jeugdige, or another birth date."""
    restarted = Signal()
    """Nobody yet: what was known of somebody's family is no longer so."""
    entered = Signal()
    """Somebody was chosen with Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.site_id = ""
        self.hit: PersonHit | None = None
        self._asked = ""
        self._looking = self._enter_waits = False
        self.search = QLineEdit()
        self.search.setObjectName("bookSearch")
        self.search.setPlaceholderText(self.tr("Naam of geboortedatum"))
        self.search.installEventFilter(self)
        self.row = FormRow(self.tr("Jeugdige"), self.search)
        self.hits = QListWidget()
        self.hits.setObjectName("bookHits")
        self.hits.setAccessibleName(self.tr("Gevonden jeugdigen"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.itemClicked.connect(self._clicked)
        self._chosen = line(spacing=1)
        self._chosen_box = QWidget()
        self._chosen_box.setLayout(self._chosen)
        self._build_new()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._query)
        self.search.textEdited.connect(self._typed)
        self._watch = SearchWatch(self.search, when_left=False)
        self._watch.finished.connect(self._searched)
        self.setLayout(column(self.row, self.hits, self._chosen_box, self._new_box, spacing=1))
        self.clear()

    def _build_new(self) -> None:
        self.given, self.family, self.born, self.phone = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        named = (
            (self.given, "bookGivenName", self.tr("Voornaam")),
            (self.family, "bookFamilyName", self.tr("Achternaam")),
            (self.born, "bookBirthDate", self.tr("Geboortedatum")),
            (self.phone, "bookPhone", self.tr("Telefoon")),
        )
        self._new_box = QWidget()
        self.other = PushButton(self.tr("Toch zoeken"), self.start_again, role="quiet")
        fields = QWidget()
        head = line(label(self.tr("Nieuwe jeugdige"), "label"))
        head.addStretch(1)
        head.addWidget(self.other)
        box = column(spacing=1)
        box.addLayout(head)
        box.addWidget(fields)
        self._new_box.setLayout(box)
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.current().space(1.5))
        self.rows: dict[str, FormRow] = {}
        for place, (field, name, words) in enumerate(named):
            field.setObjectName(name)
            self.rows[name] = FormRow(words, field)
            grid.addWidget(self.rows[name], place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.born.setPlaceholderText(self.tr("13-2-2013"))
        self.born.editingFinished.connect(self._born_changed)
        self.given.editingFinished.connect(self._given_typed)

    def clear(self) -> None:
        """Nobody yet, and the keyboard ready in the search field."""
        self.hit = None
        self.search.clear()
        for field in (self.given, self.family, self.born, self.phone):
            field.clear()
        self.given.setPlaceholderText("")
        self.show_error("")
        self._show(self.row)

    def start_again(self) -> None:
        """Another jeugdige after all."""
        self.clear()
        self.restarted.emit()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def choose(self, hit: PersonHit) -> None:
        """This known jeugdige it is."""
        self.hit = hit
        clear(self._chosen)
        known = self.tr("heeft een dossier") if hit.in_dossier else self.tr("bekend in deze praktijk")
        words = text.join(text.birth_date(hit.birth_date), text.age(hit.age))
        self._chosen.addWidget(PersonLine(hit.name, words), 1)
        self._chosen.addWidget(StatusBadge(known, "good"))
        again = PushButton(self.tr("Ander"), self.start_again, role="quiet", name=self.tr("Andere jeugdige kiezen"))
        again.setObjectName("bookOther")
        self._chosen.addWidget(again)
        self._show(self._chosen_box)
        self.changed.emit()

    @property
    def is_new(self) -> bool:
        return not self._new_box.isHidden()

    def fill_new(self, typed: str) -> None:
        """A new jeugdige, with what was typed in its places."""
        name, born = split_birth_date(typed)
        given, _, family = name.partition(" ")
        for field, value in ((self.given, given), (self.family, family.strip()), (self.born, born)):
            field.setText(value)
        self._show(self._new_box)
        first = next((field for field in (self.given, self.family, self.born) if not field.text()), self.phone)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def begin_family(self, family_name: str, phone: str) -> None:
        """A new jeugdige of a family that is known: only the first name and the birth date are asked."""
        self.family.setText(family_name)
        self.phone.setText(phone)
        self._show(self._new_box)
        self.given.setPlaceholderText(self.tr("Guus 3-4-2016"))
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def take_over(self, found: FoundInLine) -> list[str]:
        """Fill what a pasted line says and nobody typed; gives the names of the fields that it filled."""
        untouched = not self.is_new and not self.search.text().strip()
        if self.hit is not None or not (self.is_new or (untouched and found.given_name)):
            return []
        if not self.is_new:
            self._show(self._new_box)
        born = f"{found.birth_date:%d-%m-%Y}" if found.birth_date else ""
        filled = []
        for field, words in (
            (self.given, found.given_name),
            (self.family, found.family_name),
            (self.born, born),
            (self.phone, found.phone),
        ):
            if words and not field.text().strip():
                field.setText(words)
                filled.append(field.accessibleName().lower())
        self.changed.emit()
        return filled

    def birth_date(self) -> date | None:
        """Of whoever is chosen or filled in, when it can be read."""
        if self.hit is not None:
            return self.hit.birth_date
        try:
            return read_birth_date(self.born.text(), text.local(self._desk.clock()).date()) if self.is_new else None
        except KnownError:
            return None

    def given_name(self) -> str:
        return self.hit.given_name if self.hit else self.given.text().strip() if self.is_new else ""

    def _spread(self) -> None:
        """Who types the birth date behind the first name finds it in its own field."""
        name, born = split_birth_date(self.given.text())
        if name and born and not self.born.text().strip():
            self.given.setText(name)
            self.born.setText(born)

    def _given_typed(self) -> None:
        self._spread()
        self.changed.emit()

    def new_person(self) -> NewPerson | None:
        """The new jeugdige, or None with the fields marked that are still missing."""
        if not self.is_new:
            return None
        self._spread()
        self.show_error("")
        problem: KnownError | None = None
        for name, field in (("bookGivenName", self.given), ("bookFamilyName", self.family)):
            if not field.text().strip():
                problem = KnownError("person.name_missing")
                self.rows[name].set_error(messages.say(problem))
        try:
            born = read_birth_date(self.born.text(), text.local(self._desk.clock()).date())
        except KnownError as error:
            self.rows["bookBirthDate"].set_error(messages.say(error))
            return None
        return None if problem else NewPerson(self.given.text(), self.family.text(), born, self.phone.text())

    def show_error(self, words: str, code: str = "") -> None:
        """What is wrong, beside the field that it is about."""
        for row in (self.row, *self.rows.values()):
            row.set_error("")
        place = {"person.phone": "bookPhone", "person.birth": "bookBirthDate", "person.name": "bookFamilyName"}
        name = place.get(code[:12], "")
        (self.rows[name] if name and self.is_new else self.row).set_error(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.hits.isHidden():
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.hits.setCurrentRow(max(0, min(self.hits.currentRow() + step, self.hits.count() - 1)))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hits.hide()
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        # Whoever types faster than the search answers still gets the child that was meant.
        self._enter_waits = self._looking
        if self._looking and self._pause.isActive():
            self._pause.stop()
            self._query()
        if not self._looking:
            self._pick(self.hits.currentItem())
            self.entered.emit()

    def _show(self, part: QWidget) -> None:
        self._looking = self._enter_waits = False
        for one in (self.row, self._chosen_box, self._new_box):
            one.setVisible(one is part)
        self.hits.hide()
        self._pause.stop()

    def _typed(self, typed: str) -> None:
        self.row.set_error("")
        self._looking = len(typed.strip()) > 1
        self._enter_waits = False
        if self._looking:
            self._pause.start()
            self._fill(())
        else:
            self._pause.stop()
            self.hits.hide()

    def _query(self) -> None:
        self._asked = self.search.text().strip()
        name, born = split_birth_date(self._asked)
        asked = born if born and not name else name or self._asked
        self._desk.tasks.run(cards.search_people, asked, self.site_id).then(self._found)

    def _found(self, hits: list[PersonHit]) -> None:
        if self._asked == self.search.text().strip() and not self.row.isHidden():
            fitting, rather_new = self._of_that_day(hits)
            if self._asked:
                self._watch.shown(len(fitting))
            self._fill(fitting, rather_new=rather_new)
            self._looking = False
            if self._enter_waits:
                self._enter()

    def _of_that_day(self, hits: Sequence[PersonHit]) -> tuple[Sequence[PersonHit], bool]:
        """Only those born on the day that was typed; and whether it is rather a new jeugdige."""
        _, born = split_birth_date(self._asked)
        if not born:
            return hits, False
        try:
            day = read_birth_date(born, text.local(self._desk.clock()).date())
        except KnownError:
            return hits, True
        return [hit for hit in hits if hit.birth_date == day], False

    def _fill(self, hits: Sequence[PersonHit], *, rather_new: bool = False) -> None:
        self.hits.clear()
        for hit in hits:
            item = QListWidgetItem(text.join(hit.name, text.birth_date(hit.birth_date), text.age(hit.age)))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.hits.addItem(item)
        new = QListWidgetItem(self.tr("Nieuwe jeugdige: {name}").format(name=self.search.text().strip()))
        new.setData(Qt.ItemDataRole.UserRole, _NEW)
        self.hits.addItem(new)
        self.hits.setCurrentRow(len(hits) if rather_new else 0)
        tall = theme.current().px(36) + 2
        self.hits.setFixedHeight(min(self.hits.count(), 5) * tall + theme.current().px(4))
        self.hits.show()

    def _clicked(self, item: QListWidgetItem) -> None:
        self._pick(item)

    def _pick(self, item: QListWidgetItem | None) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(chosen, PersonHit):
            self._watch.opened()
            self._searched(1, chosen.id)
            self.choose(chosen)
        elif chosen == _NEW:
            self.fill_new(self.search.text())

    @Slot(int)
    def _searched(self, results: int, person_id: str = "") -> None:
        self._desk.tasks.run(access.searched, "booking", results, person_id)

    def _born_changed(self) -> None:
        if self.born.text().strip() and self.birth_date() is None:
            self.new_person()
        else:
            self.rows["bookBirthDate"].set_error("")
        self.changed.emit()
