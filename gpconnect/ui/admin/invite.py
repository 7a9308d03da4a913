"""Inviting somebody: for whom and where, the code to hand over, and the digits when both devices have met."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role
from gpconnect.services import inviting
from gpconnect.services.belonging import BelongingView
from gpconnect.services.desk_prints import Paper
from gpconnect.services.guests import Guest
from gpconnect.services.inviting import InvitationView
from gpconnect.services.rooms import Waiting
from gpconnect.ui import messages, text
from gpconnect.ui.admin.key_step import Step
from gpconnect.ui.admin.key_steps import SheetView
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.digits import DigitsView
from gpconnect.ui.joining.words import role_name, space_name
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, Row, RowList, column, label

LOOK_MS = 2_000
UNDER_WAY = frozenset({"open", "meeting", "compare", "admitted"})
_NEW = ""


class InviteStep(Step):
    """Who, in which role, and where they come in."""

    def __init__(self, desk: Desk, view: BelongingView, waiting: Waiting | None = None) -> None:
        super().__init__(desk)
        self._view = view
        self._sites = dict(view.sites)
        self.who = QComboBox()
        self.who.setObjectName("inviteWho")
        self.who.addItem(self.tr("Iemand die nieuw is"), _NEW)
        for one in view.people:
            if one.name and one.role in view.invites:
                said = self.tr("Ikzelf, op nog een apparaat") if one.own else one.name
                self.who.addItem(text.join(said, role_name(one.role)), one.staff)
        self.name, self.organization = QLineEdit(), QLineEdit()
        self.name.setObjectName("inviteName")
        self._name_row = FormRow(self.tr("Naam"), self.name)
        self._organization_row = FormRow(self.tr("Organisatie"), self.organization)
        roles = [(role, role_name(role)) for role in view.invites]
        self.role = ChipGroup(self.tr("Rol"), roles, always=True)
        self.role.choose([roles[0][0]] if roles else [])
        self._role_row = FormRow(self.tr("Rol"), self.role)
        self.works = ChipGroup(self.tr("Werkt bij"), list(view.sites))
        self._works_row = FormRow(self.tr("Werkt bij"), self.works)
        self.where = ChipGroup(self.tr("Krijgt toegang tot"))
        self._where_row = FormRow(self.tr("Krijgt toegang tot"), self.where)
        self.admin = QCheckBox(self.tr("Mag zelf ook mensen toelaten"))
        make = PushButton(self.tr("Code maken"), self._make, role="primary")
        self.setLayout(
            column(
                FormRow(self.tr("Wie nodig je uit?"), self.who),
                self._name_row,
                self._role_row,
                self._organization_row,
                self._works_row,
                self._where_row,
                self.admin,
                self.trouble,
                self.buttons(make),
                spacing=1.5,
            )
        )
        self.who.currentIndexChanged.connect(self._chosen)
        self.role.changed.connect(self._chosen)
        self._chosen()
        if waiting is not None:
            self._propose(waiting)

    def _propose(self, waiting: Waiting) -> None:
        """Who waits is chosen already, with what is still closed for that device."""
        self.who.setCurrentIndex(max(self.who.findData(waiting.staff), 0))
        self.where.choose(waiting.spaces)

    def _role(self) -> str:
        person = next((one for one in self._view.people if one.staff and one.staff == self.who.currentData()), None)
        return person.role if person else next(iter(self.role.chosen()), "")

    @Slot()
    def _chosen(self, *_what: object) -> None:
        new = self.who.currentData() == _NEW
        role = self._role()
        where = self._view.invites.get(role, ())
        common = any(one.startswith("common/") for one in where)
        for row in (self._name_row, self._role_row, self._organization_row):
            row.setVisible(new)
        self._works_row.setVisible(common and role != "coordinator" and bool(self._sites))
        self.where.set_options([(one, space_name(one, self._sites)) for one in where])
        self.where.choose(where)
        self._where_row.setVisible(len(where) > 1)
        self.setFocusProxy(self.who)

    @Slot()
    def _make(self) -> None:
        staff = str(self.who.currentData())
        person = next((one for one in self._view.people if staff and one.staff == staff), None)
        role = self._role()
        if not role:
            self.refused(KnownError("invitation.nowhere"))
            return
        guest = Guest(
            person.name if person else self.name.text(),
            Role(role),
            self.organization.text(),
            staff,
            tuple(self.works.chosen()),
            self.admin.isChecked(),
        )
        self._name_row.set_error("")
        self._works_row.set_error("")
        job = self.desk.tasks.run(inviting.invite, guest, tuple(self.where.chosen()))
        job.then(self._made).otherwise(self._not_made)

    @Slot(object)
    def _made(self, _made: object) -> None:
        if self.desk.services is not None:
            self.desk.services.sync()
        self.done.emit(self.tr("De code is gemaakt. Geef hem zelf door: op papier of hardop."))

    @Slot(object)
    def _not_made(self, error: BaseException) -> None:
        if isinstance(error, KnownError) and error.code == "invitation.name_missing":
            self._name_row.set_error(messages.say(error))
            self.name.setFocus()
            return
        if isinstance(error, KnownError) and error.code == "invitation.site_missing" and self._sites:
            self._works_row.set_error(messages.say(error))
            self.works.setFocus()
            return
        self.refused(error)


class CodeCard(Card):
    """One invitation that is under way: its code and address, or the digits to compare."""

    answered = Signal(str, bool)
    cancelled = Signal(str)
    moved = Signal()

    def __init__(self, desk: Desk, one: InvitationView, sites: dict[str, str]) -> None:
        super().__init__()
        self.desk = desk
        self.view = one
        self.digits = DigitsView()
        self.digits.answered.connect(self._answered)
        self._code = label("", "h1")
        self._code.setObjectName("inviteCode")
        self._address, self._words = label("", "muted"), label("")
        cancel = PushButton(self.tr("Code intrekken"), self._cancel, role="quiet", name=self._cancel_name(one))
        self._print = PushButton(self.tr("Op papier"), self._draw, name=self._print_name(one))
        self._trouble = label("", "error")
        self._trouble.hide()
        self.paper = SheetView(desk, width=300, title=self.tr("Uitnodiging bewaren"))
        self._buttons = flowing(self._print, cancel)
        for part in (self._words, self._code, self._address, self.digits, self._buttons, self._trouble, self.paper):
            self.add(part)
        self.show_view(one, sites)

    def _cancel_name(self, one: InvitationView) -> str:
        return self.tr("Trek de code voor {name} in").format(name=one.name)

    def _print_name(self, one: InvitationView) -> str:
        return self.tr("Zet de uitnodiging van {name} op papier").format(name=one.name)

    def show_view(self, one: InvitationView, sites: dict[str, str]) -> None:
        """How it stands."""
        self.view = one
        self.set_title(one.name, role_name(one.role))
        where = self._where = ", ".join(space_name(space, sites) for space in one.spaces)
        asking = one.stage == "compare"
        self._words.setText(
            {
                "open": self.tr(
                    "Lees deze twee regels voor, of geef ze op papier; mail ze nooit via de gemeente. Voor: {where}."
                ).format(where=where),
                "meeting": self.tr("De code is ingetypt. De apparaten maken kennis …"),
                "compare": self.tr("{name} wacht. Bel, of kijk samen.").format(name=one.name),
                "admitted": self.tr("Toegelaten. Het staat op de server zodra er verbinding is."),
            }[one.stage]
        )
        shows = one.stage == "open"
        self._code.setText(one.code)
        self._code.setAccessibleName(self.tr("Code: {code}").format(code=" ".join(one.code)))
        until = text.moment(one.until)
        server = one.hub or self.tr("nog geen server")
        self._address.setText(self.tr("{hub} · goed tot {until}, voor één apparaat").format(hub=server, until=until))
        for part in (self._code, self._address):
            part.setVisible(shows)
        self._print.setVisible(shows and bool(one.hub))
        if not shows:
            self.paper.hide()
        self.digits.setVisible(asking)
        if asking:
            words = self.tr("Staan op het andere scherm dezelfde cijfers?")
            self.digits.show_digits(one.digits, words, asking=True)
        self._buttons.setVisible(one.stage in {"open", "meeting"})

    @Slot()
    def _draw(self) -> None:
        # Paper needs what starting does not.
        from gpconnect.services import key_sheets

        job = self.desk.tasks.run(key_sheets.invitation_paper, self.view, self._where)
        job.then(self._drawn).otherwise(self._not_drawn)

    @Slot(object)
    def _drawn(self, paper: Paper) -> None:
        self._trouble.hide()
        if self.view.stage == "open":
            self.paper.show_paper(paper)
            self.paper.print_button.setFocus()
            self.moved.emit()

    @Slot(object)
    def _not_drawn(self, error: BaseException) -> None:
        self._trouble.setText(messages.say(error))
        self._trouble.show()

    @Slot(bool)
    def _answered(self, same: bool) -> None:  # noqa: FBT001 - what a signal carries
        self.answered.emit(self.view.id, same)

    @Slot()
    def _cancel(self) -> None:
        self.cancelled.emit(self.view.id)


class Invitations(QWidget):
    """All invitations of this device; looks at the hub while one is under way and somebody is watching."""

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._cards: dict[str, CodeCard] = {}
        self._box = column(spacing=2)
        self._trouble = label("", "error")
        self._trouble.hide()
        self._ended = RowList(self.tr("Uitnodigingen van de afgelopen week"))
        self._ended_card = Card(self.tr("Afgelopen week"), flush=True)
        self._ended_card.add(self._ended)
        layout = column(self._trouble, spacing=2)
        layout.addLayout(self._box)
        layout.addWidget(self._ended_card)
        self.setLayout(layout)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.hide()

    def load(self, sites: dict[str, str]) -> None:
        """Ask how they stand."""
        self._sites = sites
        self.desk.tasks.run(inviting.invitations).then(self._show)

    @Slot(object)
    def _show(self, made: tuple[InvitationView, ...]) -> None:
        under_way = {one.id: one for one in made if one.stage in UNDER_WAY}
        for box in [one for one in self._cards if one not in under_way]:
            card = self._cards.pop(box)
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        for box, one in under_way.items():
            if box in self._cards:
                self._cards[box].show_view(one, self._sites)
                continue
            card = CodeCard(self.desk, one, self._sites)
            card.moved.connect(self.moved)
            card.answered.connect(self._answer)
            card.cancelled.connect(self._cancel)
            self._cards[box] = card
            self._box.addWidget(card)
        ended = [one for one in made if one.stage not in UNDER_WAY]
        self._ended.set_rows([self._row(one) for one in ended])
        self._ended_card.setVisible(bool(ended))
        self.setVisible(bool(made))
        self.moved.emit()
        if under_way and not self._timer.isActive():
            self._timer.start(LOOK_MS)

    def _row(self, one: InvitationView) -> Row:
        came = one.stage == "in"
        said = self.tr("Doet mee") if came else self.tr("Niet toegelaten")
        why = "" if came else messages.say(KnownError(one.trouble))
        return Row(one.id, one.name, detail=why or role_name(one.role), badge=said, tone="good" if came else "neutral")

    @Slot()
    def _look(self) -> None:
        """A round with the hub, while somebody waits and this is on the screen."""
        if self.isVisible() and self.desk.services is not None:
            self.desk.services.sync()
        self.desk.tasks.run(inviting.invitations).then(self._show)

    @Slot(str, bool)
    def _answer(self, box: str, same: bool) -> None:  # noqa: FBT001 - what a signal carries
        self.desk.tasks.run(inviting.compare, box, same=same).then(self._answered).otherwise(self._refused)

    @Slot(str)
    def _cancel(self, box: str) -> None:
        self.desk.tasks.run(inviting.cancel, box).then(self._answered).otherwise(self._refused)

    @Slot(object)
    def _answered(self, _changes: object) -> None:
        self._trouble.hide()
        self._look()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._trouble.setText(messages.say(error))
        self._trouble.show()
        self._look()
