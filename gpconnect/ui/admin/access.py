"""Who did what in this file, in plain words: by colleague, kind and period; checked, and taken along as a file."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from gpconnect.documents import access_words
from gpconnect.domain.access import BEGUN, KEPT_YEARS, Look
from gpconnect.services import access
from gpconnect.ui import messages, text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, DayField, EmptyState, FormRow, PushButton, Row, RowList, clear, column, label

PAGE = 100


class AccessSection(QWidget):
    """The access log; opening it is on record too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._looks: tuple[Look, ...] = ()
        self._shown, self._period = PAGE, ""
        self._days = column(spacing=2)
        self._card = QWidget()
        self._count = label("", "label")
        self.more = PushButton(self.tr("Meer tonen"), self._show_more, role="quiet")
        self.more.setObjectName("accessMore")
        listed = column(self._count, spacing=1)
        listed.addLayout(self._days)
        listed.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.setLayout(listed)
        self._words = label("", "muted")
        self._empty = EmptyState(
            self.tr("Nog niets te zien"), self.tr("Zodra iemand een dossier opent of iets wijzigt, staat het hier.")
        )
        self._tools = self._tool_card()
        layout = column(self._words, self._tools, self._card, self._empty)
        layout.addStretch(1)
        self.setLayout(layout)
        for part in (self._card, self._empty, self._tools):
            part.hide()

    def _tool_card(self) -> Card:
        card = Card(self.tr("Kies wat je wilt zien"))
        self.person, self.kind = QComboBox(), QComboBox()
        self.person.addItem(self.tr("Iedereen"), "")
        self.kind.addItem(self.tr("Alles"), "")
        for key, words in self._kinds():
            self.kind.addItem(words, key)
        today = text.local(self.desk.clock()).date()
        self.first, self.last = DayField(day=today - timedelta(days=access.LOG_DAYS - 1)), DayField(day=today)
        choices = (
            ("accessPerson", self.tr("Wie"), self.person),
            ("accessKind", self.tr("Wat"), self.kind),
            ("accessFirst", self.tr("Van"), self.first),
            ("accessLast", self.tr("Tot en met"), self.last),
        )
        fields = []
        for name, words, field in choices:
            field.setObjectName(name)
            fields.append(FormRow(words, field))
        self.show_button = PushButton(self.tr("Tonen"), self._ask)
        self.check_button = PushButton(self.tr("Nakijken of er niets aan veranderd is"), self._check)
        self.export_button = PushButton(self.tr("Bewaren als bestand …"), self._choose_target)
        for button, name in (
            (self.show_button, "accessShow"),
            (self.check_button, "accessCheck"),
            (self.export_button, "accessExport"),
        ):
            button.setObjectName(name)
        self._found = label("")
        self._found.hide()
        kept = self.tr(
            "Regels worden nooit gewist, ook niet als een dossier wordt gewist: minstens {n} jaar, zolang dit bestand "
            "bestaat. Het bestand is voor een toezichthouder (FHIR AuditEvent); er staan geen namen van jeugdigen in."
        )
        card.add(flowing(*fields))
        card.add(flowing(self.show_button, self.check_button, self.export_button))
        card.add(self._found)
        card.add(label(kept.format(n=KEPT_YEARS), "small"))
        return card

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        words = {
            "create": self.tr("Iets vastleggen"),
            "read": self.tr("Lezen"),
            "change": self.tr("Wijzigen"),
            "erase": self.tr("Wissen"),
            "search": self.tr("Zoeken"),
            "print": self.tr("Printen"),
            "export": self.tr("Een bestand maken of versturen"),
            "emergency": self.tr("Met spoed kijken"),
            "log_read": self.tr("Dit overzicht lezen"),
            "login_failed": self.tr("Verkeerde wachtwoordzin"),
        }
        return tuple((key, words[key]) for key in access_words.KINDS)

    def load(self) -> None:
        """Ask for the log as it is chosen."""
        self._ask()

    def _ask(self) -> None:
        job = self.desk.tasks.run(
            access.recent,
            self.first.day(),
            self.last.day(),
            str(self.person.currentData()),
            str(self.kind.currentData()),
        )
        job.then(self._show).otherwise(self._refused)

    @Slot(object)
    def _show(self, view: access.LogView) -> None:
        self._looks, self._shown = view.looks, PAGE
        self._words.setText(
            self.tr("Ook dat je dit nu leest is genoteerd. Hier staat nooit wat iemand las of typte (NEN 7513).")
        )
        self._fill_people(view)
        self._period = self.tr("{first} tot en met {last}").format(
            first=text.full_date(view.first_day), last=text.full_date(view.last_day)
        )
        self._fill()
        self._tools.show()
        self._card.setVisible(bool(view.looks))
        self._empty.setVisible(not view.looks)

    @Slot()
    def _show_more(self) -> None:
        self._shown += PAGE
        self._fill()

    def _fill(self) -> None:
        """A card a day, newest first; what was one act is one line."""
        clear(self._days)
        shown = self._looks[: self._shown]
        many = text.count(len(self._looks), self.tr("regel"), self.tr("regels"))
        part = self.tr("{shown} van {many}").format(shown=text.integer(len(shown)), many=many)
        self._count.setText(text.join(self._period, part if len(shown) < len(self._looks) else many))
        self.more.setVisible(len(shown) < len(self._looks))
        for day, of_day in access_words.days(shown):
            title = f"{text.long_day(day)} {day.year}"
            rows = RowList(title)
            rows.setObjectName("accessDay")
            rows.set_rows([self._row(place, *one) for place, one in enumerate(access_words.gathered(of_day))])
            card = Card("", flush=True)
            card.set_title(title)
            card.add(rows)
            self._days.addWidget(card)

    def _fill_people(self, view: access.LogView) -> None:
        """Everybody who was ever shown stays to choose from: the choice itself leaves the others out."""
        for staff_id, name in view.people:
            if self.person.findData(staff_id) < 0:
                self.person.addItem(name or self.tr("Iemand die hier niet meer bekend is"), staff_id)

    def _row(self, place: int, one: Look, times: int) -> Row:
        behalf = self.tr("voor {name}").format(name=one.on_behalf_of) if one.on_behalf_of else ""
        where = "" if one.own_device else self.tr("op een ander apparaat ({id})").format(id=one.device)
        refused = one.outcome not in {"ok", BEGUN}
        no = self.tr("Niet gelukt") if access_words.failed(one) else self.tr("Niet toegestaan")
        badge = self.tr("Spoed") if one.event == "emergency" else no if refused else ""
        return Row(
            f"log{place}",
            access_words.told(one, times),
            detail=text.join(one.child, behalf, where),
            time=text.clock(one.at),
            badge=badge,
            tone="attention",
            bold=False,
        )

    def _check(self) -> None:
        self.desk.tasks.run(access.verify).then(self._checked).otherwise(self._refused)

    @Slot(object)
    def _checked(self, found: access.Checked) -> None:
        if found.broken:
            words = [self._broken(one) for one in found.broken]
            words.append(
                self.tr(
                    "De dossiers zelf zijn hiermee niet beschadigd. Wis niets en meld dit bij de beheerder of de "
                    "privacyfunctionaris."
                )
            )
        else:
            words = [
                self.tr("Alles klopt: {n} regels van dit apparaat sluiten op elkaar aan.").format(
                    n=text.integer(found.lines)
                )
            ]
            if found.devices:
                others = self.tr("Wat {n} andere apparaten doorgaven ook.")
                words.append(others.format(n=found.devices))
        self._found.setText(" ".join(words))
        self._found.show()

    def _broken(self, one: access.BrokenLog) -> str:
        if one.own_device:
            said = {
                "changed": self.tr("Regel {row} van dit apparaat is veranderd of verdwenen."),
                "contradiction": self.tr(
                    "Regel {row} van dit apparaat is anders dan eerder is doorgegeven: er is iets veranderd, of er is "
                    "een oud bestand teruggezet."
                ),
            }.get(one.what, self.tr("Regel {row} van dit apparaat klopt niet."))
            return said.format(row=one.row)
        said = {
            "gap": self.tr("Van {name} (apparaat {id}) ontbreken regels, vanaf regel {row}."),
            "other_device": self.tr("Regel {row} op naam van {name} (apparaat {id}) kwam van een ander apparaat."),
        }.get(
            one.what,
            self.tr(
                "Regel {row} van {name} (apparaat {id}) spreekt tegen wat eerder is doorgegeven: er is iets veranderd, "
                "of er is een oud bestand teruggezet."
            ),
        )
        name = one.name or self.tr("iemand die hier niet meer bekend is")
        return said.format(row=one.row, name=name, id=one.device)

    def _choose_target(self) -> None:
        proposed = f"wie-keek-er-{self.first.day():%Y%m%d}-{self.last.day():%Y%m%d}.json"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Bewaar wie er keek"), proposed)
        if name:
            self.export(Path(name))

    def export(self, target: Path) -> None:
        """Write the chosen period there."""
        job = self.desk.tasks.run(access.export, target, self.first.day(), self.last.day())
        job.then(self._exported).otherwise(self.desk.trouble)

    @Slot(object)
    def _exported(self, events: int) -> None:
        self.desk.toast(self.tr("Bewaard: {n} regels. Dat je dit deed is genoteerd.").format(n=text.integer(events)))

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._words.setText(messages.say(error))
        for part in (self._empty, self._card, self._tools):
            part.hide()
