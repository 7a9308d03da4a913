"""Copies of the file: where they go, what there is, how the file checks itself, and putting one back."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import damaged, keeping, rollback
from gpconnect.services.keeping import CopyView, KeepingView, Seen
from gpconnect.ui import copy_words, messages, text
from gpconnect.ui.admin.mending import MendCard
from gpconnect.ui.admin.restoring import RestoreCard
from gpconnect.ui.caretaker import Caretaker
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import (
    Banner,
    Card,
    EmptyState,
    PushButton,
    Row,
    RowList,
    Sheet,
    StatusBadge,
    clear,
    column,
    label,
    line,
)
from gpconnect.ui.patients.fields import tab_through

MOST_ROWS = 30


class KeepingSection(QWidget):
    """Copies on the left; checks and putting back on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.caretaker: Caretaker = desk.caretaker or Caretaker(desk, self)
        self._view: KeepingView | None = None
        self._notices = column()
        main, side = QWidget(), QWidget()
        left = column(self._folder_card(), self._list_card(), spacing=2)
        left.addStretch(1)
        main.setLayout(left)
        self.restoring = RestoreCard(desk)
        self.mending = MendCard(desk)
        self.mending.hide()
        right = column(self._work_card(), self.mending, self._check_card(), self.restoring, spacing=2)
        right.addStretch(1)
        side.setLayout(right)
        layout = column(spacing=2)
        layout.addLayout(self._notices)
        layout.addWidget(Sheet(main=main, side=side, side_width=430))
        layout.addStretch(1)
        self.setLayout(layout)
        self._show_running()
        self.caretaker.began.connect(self._began)
        self.caretaker.progressed.connect(self._progressed)
        self.caretaker.ended.connect(self._ended)

    def load(self) -> None:
        """Ask how it stands; the disks themselves are looked at aside, because a share that is gone can hang."""
        self.desk.tasks.run(keeping.overview).then(self._show)

    def _folder_card(self) -> Card:
        self._folder_box = Card(self.tr("Kopieën vanzelf"))
        self._state = StatusBadge("")
        self._where = label("", "")
        self._why = label("", "muted")
        self._choose = PushButton(self.tr("Map kiezen …"), self._ask_folder)
        self._no_more = PushButton(self.tr("Niet meer vanzelf"), self._stop_copies, role="quiet")
        self._now = PushButton(self.tr("Nu een kopie maken"), self._copy_now, role="primary")
        self._else = PushButton(self.tr("Kopie ergens anders …"), self._ask_target)
        self._first = EmptyState(
            self.tr("Kies eerst waar de kopieën komen"),
            self.tr(
                "Een stick, een andere schijf of een map op het netwerk. Daarna maakt GPConnect er elke dag vanzelf "
                "een, terwijl jij verder werkt. Gaat deze computer stuk, dan zet je die terug."
            ),
            self.tr("Map kiezen …"),
            self._ask_folder,
        )
        self._chosen_box = QWidget()
        buttons = line(self._now, self._choose)
        buttons.addStretch(1)
        more = line(self._else, self._no_more)
        more.addStretch(1)
        chosen = column(self._state, self._where, self._why, spacing=1.5)
        chosen.addLayout(buttons)
        chosen.addLayout(more)
        self._chosen_box.setLayout(chosen)
        self._folder_box.add(self._first)
        self._folder_box.add(self._chosen_box)
        return self._folder_box

    def _list_card(self) -> Card:
        self._copies = RowList(self.tr("Kopieën"))
        self._copies.action_clicked.connect(self._pick)
        self._list_box = Card(self.tr("Kopieën"), flush=True)
        self._list_box.add(self._copies)
        return self._list_box

    def _work_card(self) -> Card:
        self._work_box = Card(self.tr("Bezig"))
        self._stage = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = PushButton(self.tr("Stoppen"), self.caretaker.cancel)
        stop = line(self._stop)
        stop.addStretch(1)
        for part in (self._stage, self._bar, label(self.tr("Je kunt gewoon doorwerken."), "small"), stop):
            self._work_box.add(part)
        return self._work_box

    def _check_card(self) -> Card:
        card = Card(self.tr("Nakijken"))
        self._checked = StatusBadge("")
        self._found = label("", "")
        self._lost = label("", "")
        self._lost.setObjectName("damagedDossiers")
        self._lost.hide()
        self._next = label("", "muted")
        self._check = PushButton(self.tr("Nu nakijken"), self._check_now)
        self._rebuild = PushButton(self.tr("Zoekindex opnieuw opbouwen"), self._rebuild_search)
        buttons = line(self._check)
        buttons.addStretch(1)
        again = line(self._rebuild)
        again.addStretch(1)
        for part in (self._checked, self._found, self._lost, buttons, again, self._next):
            card.add(part)
        return card

    @Slot(object)
    def _show(self, view: KeepingView) -> None:
        self._view = view
        self._first.setVisible(view.folder is None)
        self._chosen_box.setVisible(view.folder is not None)
        if view.folder is not None:
            self._where.setText(self.tr("Elke dag naar {folder}").format(folder=view.folder))
        self._show_state(view)
        self._show_check(view)
        self.desk.tasks.run(damaged.damaged).then(self._show_damaged)
        self._show_notice(view.rolled_back)
        self._show_copies(view, None)
        self.desk.tasks.aside(keeping.look, view).then(self._seen)

    @Slot(object)
    def _seen(self, seen: Seen) -> None:
        view = self._view
        if view is None:
            return
        self._show_copies(view, seen)
        if view.folder is None:
            return
        if not seen.there:
            self._state.set(self.tr("De map is er nu niet"), "attention")
            self._why.setText(
                self.tr("Steek de stick erin of verbind met het netwerk; GPConnect probeert het elk uur opnieuw.")
            )
        elif seen.same_disk:
            self._why.setText(
                self.tr("Deze map staat op dezelfde schijf als je bestand. Gaat de schijf stuk, dan zijn beide weg.")
            )

    def _show_state(self, view: KeepingView) -> None:
        self._why.setText(
            self.tr(
                "We bewaren er een van de laatste 7 dagen, 4 weken en 12 maanden. Elke kopie is net zo versleuteld "
                "als het bestand zelf en wordt helemaal nagelezen."
            )
        )
        if view.failed_at is not None:
            when = text.moment(view.failed_at)
            self._state.set(self.tr("De laatste keer lukte het niet, {when}").format(when=when), "attention")
            self._why.setText(messages.say(KnownError(view.failed)))
        elif not view.copies:
            self._state.set(self.tr("Nog geen kopie"), "attention")
        else:
            newest = view.copies[0]
            late = newest.days > keeping.LATE_DAYS
            made = self.tr("Laatste kopie {when}").format(when=text.moment(newest.copy.made_at))
            self._state.set(made, "attention" if late else "good")

    def _show_check(self, view: KeepingView) -> None:
        check = view.checked
        self._rebuild.setVisible(check is not None and any(one.startswith("search ") for one in check.found))
        self._next.setText(
            self.tr("Het bestand kijkt zichzelf elke maand na, de volgende keer rond {day}.").format(
                day=text.day(view.next_check)
            )
        )
        if check is None:
            words = self.tr("Het bestand kijkt zichzelf elke maand na, voor het eerst als je even niets doet.")
            self._next.setText(words)
            self._checked.set(self.tr("Nog niet nagekeken"), "neutral")
            self._found.setText(self.tr("Nakijken leest elke bladzijde en elke rij, en verandert niets."))
            return
        when = text.moment(check.at)
        if check.ok:
            self._checked.set(self.tr("In orde, {when}").format(when=when), "good")
        else:
            self._checked.set(self.tr("Niet in orde, {when}").format(when=when), "danger")
        self._found.setText("\n\n".join(copy_words.found(check)))

    @Slot(object)
    def _show_damaged(self, what: damaged.Damaged | None) -> None:
        for part in (self._lost, self.mending):
            part.setVisible(what is not None)
        if what is not None:
            self._lost.setText("\n\n".join(copy_words.damage(what)))

    def _show_notice(self, noticed: datetime | None) -> None:
        clear(self._notices)
        if noticed is not None:
            banner = Banner(
                copy_words.rolled_back(noticed), tone="attention", title=self.tr("Dit bestand is een oudere versie")
            )
            banner.closed.connect(self._put_away)
            self._notices.addWidget(banner)

    def _show_copies(self, view: KeepingView, seen: Seen | None) -> None:
        shown = view.copies[:MOST_ROWS]
        self._list_box.setVisible(bool(shown))
        self._list_box.set_title(self.tr("Kopieën"), text.count(len(view.copies), self.tr("kopie"), self.tr("kopieën")))
        self._copies.set_rows([self._row(one, seen) for one in shown])
        tab_through(self)

    def _row(self, one: CopyView, seen: Seen | None) -> Row:
        copy = one.copy
        badge, tone = "", "neutral"
        if not copy.good:
            badge, tone = self.tr("Niet in orde"), "danger"
        elif seen is not None and copy.path in seen.unreachable:
            badge = self.tr("Nu niet bereikbaar")
        elif seen is not None and copy.path not in seen.present:
            badge, tone = self.tr("Is er niet meer"), "attention"
        elif one.goes_on is not None:
            badge = self.tr("Gaat weg vóór {day}").format(day=text.day(one.goes_on))
        made = self.tr("vanzelf") if copy.automatic else self.tr("door jou")
        if copy.before_restore:
            made = self.tr("bestand van voor het terugzetten")
        size = self.tr("{n} MB").format(n=max(1, round(copy.size / 1_000_000)))
        return Row(
            str(copy.path),
            text.moment(copy.made_at),
            detail=text.join(made, size, copy.folder),
            badge=badge,
            tone=tone,
            action=self.tr("Terugzetten …"),
            action_role="quiet",
        )

    @Slot(str)
    def _pick(self, key: str) -> None:
        self.restoring.choose(Path(key))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Waar komen de kopieën?"))
        if name:
            self.choose_folder(Path(name))

    def choose_folder(self, folder: Path) -> None:
        """Copies go there from now on, the first one at once."""
        self.desk.tasks.run(keeping.choose_folder, folder).then(self._folder_chosen)

    @Slot(object)
    def _folder_chosen(self, _changes: object) -> None:
        self._copy_now()

    def _stop_copies(self) -> None:
        before = self._view.folder if self._view else None
        self.desk.tasks.run(keeping.choose_folder, None)
        self.desk.toast(
            self.tr("Er worden vanzelf geen kopieën meer gemaakt. Wat er staat, blijft staan."),
            partial(self.choose_folder, before) if before else None,
        )

    def _ask_target(self) -> None:
        proposed = f"gpconnect-{self.desk.clock():%Y%m%d-%H%M}.kopie"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Kopie bewaren"), proposed)
        if name:
            self.back_up(Path(name))

    def _copy_now(self) -> None:
        self.caretaker.copy()

    def back_up(self, target: Path) -> None:
        """Make a copy there."""
        self.caretaker.copy(target)

    def _check_now(self) -> None:
        self.caretaker.check()

    def _rebuild_search(self) -> None:
        self.desk.tasks.run(keeping.rebuild_search).then(self._rebuilt)

    @Slot(object)
    def _rebuilt(self, _changes: object) -> None:
        self.desk.toast(self.tr("De zoekindex is opnieuw opgebouwd."))
        self._check_now()

    @Slot()
    def _put_away(self) -> None:
        self.desk.tasks.run(rollback.put_away)

    def _show_running(self) -> None:
        running = self.caretaker.running
        self._work_box.setVisible(bool(running))
        for button in (self._now, self._else, self._check, self._rebuild):
            button.setEnabled(not running)
        words = {"copy": self.tr("Er wordt een kopie gemaakt"), "check": self.tr("Het bestand wordt nagekeken")}
        self._work_box.set_title(words.get(running, self.tr("Oude kopieën worden opgeruimd")))
        self._stage.setText(self.tr("Begint …"))
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words.get(running, self.tr("Bezig")))

    @Slot(str)
    def _began(self, _what: str) -> None:
        self._show_running()

    @Slot(str, int, int)
    def _progressed(self, stage: str, done: int, total: int) -> None:
        words = {
            "pages": self.tr("Bladzijden"),
            "structure": self.tr("Opbouw"),
            "rows": self.tr("Rijen"),
            "chains": self.tr("Ketens en nummering"),
            "search": self.tr("Zoekindex"),
            "records": self.tr("Gegevens tegen wat is vastgelegd"),
        }
        if stage in words:
            part = f" · {round(100 * done / total)} %" if total > 1 else ""
            self._stage.setText(words[stage] + part)
            self._bar.setRange(0, 1000 if total > 1 else 0)
            self._bar.setValue(round(1000 * done / total) if total else 0)

    @Slot(str, object)
    def _ended(self, what: str, error: BaseException | None) -> None:
        self._show_running()
        self.load()
        if error is not None:
            self.desk.toast(messages.say(error))
        elif what == "copy":
            self.desk.toast(self.tr("De kopie is gemaakt en nagelezen."))
