"""*Mensen en apparaten*: who is where since when, inviting, putting out, and the spaces of this device."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import belonging, own_devices, removing
from gpconnect.services.belonging import BelongingView, DeviceView, PersonView, SpaceView
from gpconnect.services.rooms import Waiting
from gpconnect.ui import text
from gpconnect.ui.admin.ending import EndStep
from gpconnect.ui.admin.invite import Invitations, InviteStep
from gpconnect.ui.admin.key_step import Step
from gpconnect.ui.admin.next_step import (
    ASK,
    FOUND,
    INVITE,
    PAPER,
    SITE,
    AskStep,
    Next,
    NextCard,
    WaitingCard,
    next_step,
)
from gpconnect.ui.admin.spaces import CodeStep, FoundStep, HubStep, RecoveryKeyStep, SheetStep
from gpconnect.ui.booking.tabs import flowing, follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.words import role_name, space_name
from gpconnect.ui.parts import Card, PushButton, Row, RowList, Sheet, column, label


class RemoveStep(Step):
    """Put a device out, after the consequence was named."""

    def __init__(self, desk: Desk, person: PersonView, device: DeviceView) -> None:
        super().__init__(desk)
        self._device, self._staff = device.device, person.staff
        who = person.name or role_name(person.role)
        words = self.tr(
            "Het apparaat van {who} krijgt vanaf nu niets meer en de server weigert het meteen. Wat er al op stond kan "
            "niemand ongelezen maken: dat blijft daar, achter de wachtwoordzin. Maak daarna een nieuw herstelblad als "
            "{who} het oude kon zien."
        ).format(who=who)
        out = PushButton(self.tr("Dit apparaat eruit halen"), self._remove_device, role="danger")
        out.setObjectName("removeDevice")
        made = [out]
        if len(person.devices) > 1:
            made.append(
                PushButton(self.tr("Alle apparaten van {who}").format(who=who), self._remove_all, role="danger")
            )
        self.setLayout(column(label(words), self.trouble, self.buttons(*made), spacing=1.5))

    @Slot()
    def _remove_device(self) -> None:
        self.desk.tasks.run(removing.remove_device, self._device).then(self._removed).otherwise(self.refused)

    @Slot()
    def _remove_all(self) -> None:
        self.desk.tasks.run(removing.remove_person, self._staff).then(self._removed).otherwise(self.refused)

    @Slot(object)
    def _removed(self, _changes: object) -> None:
        if self.desk.services is not None:
            self.desk.services.sync()
        self.done.emit(self.tr("Eruit gehaald. Zodra de server het weet, komt er niets nieuws meer op dat apparaat."))


class OwnDeviceStep(Step):
    """Say that another computer is one's own, after its code was compared."""

    strange = Signal()
    """It is not theirs, and has to go."""

    def __init__(self, desk: Desk, device: DeviceView) -> None:
        super().__init__(desk)
        self._device = device.device
        words = self.tr(
            "Dit apparaat is op jouw naam toegelaten. Is het echt jouw computer? Kijk daar bij Beheer, Mensen en "
            "apparaten: bij ‘deze computer’ moet de code {code} staan. Pas als jij het bevestigt, gaan je concepten "
            "ook daarheen. Bevestig op die computer ook deze."
        ).format(code=device.code)
        no = self.tr("Ken je dit apparaat niet? Bevestig het dan niet, en vraag wie de ruimte beheert wie het toeliet.")
        yes = PushButton(self.tr("Ja, dit is mijn computer"), self._confirm, role="primary")
        yes.setObjectName("confirmDevice")
        out = PushButton(self.tr("Eruit halen …"), self.strange.emit, role="quiet")
        buttons = self.buttons(yes, out) if device.removable else self.buttons(yes)
        self.setLayout(column(label(words), label(no, "small"), self.trouble, buttons, spacing=1.5))

    @Slot()
    def _confirm(self) -> None:
        self.desk.tasks.run(own_devices.confirm, self._device).then(self._confirmed).otherwise(self.refused)

    @Slot(object)
    def _confirmed(self, _changes: object) -> None:
        self.done.emit(self.tr("Bevestigd. Je concepten gaan voortaan ook naar die computer."))


class StepCard(Card):
    """A list with buttons below it, or the step that somebody is in."""

    finished = Signal()
    moved = Signal()
    """What Tab goes through has changed."""

    def __init__(self, desk: Desk, title: str, content: QWidget, *buttons: PushButton) -> None:
        super().__init__(title, flush=True)
        self.desk = desk
        self._step: Step | None = None
        self._content = content
        self._first = buttons[0] if buttons else None
        self._buttons = flowing(*buttons)
        self._holder = QWidget()
        self._holder.setLayout(column(self._buttons, spacing=1, margin=2))
        self.add(content)
        self.add(self._holder)
        self._holder.setVisible(bool(buttons))

    def open_step(self, step: Step) -> None:
        """Do one thing here; the list waits."""
        self.close_step()
        self._step = step
        step.done.connect(self._done)
        step.left.connect(self.close_step)
        self._buttons.hide()
        self._content.hide()
        layout = self._holder.layout()
        assert layout is not None, "it was given one"
        layout.addWidget(step)
        self._holder.show()
        step.show()
        self.moved.emit()
        step.start()

    @property
    def is_busy(self) -> bool:
        """Whether somebody is in a step."""
        return self._step is not None

    def step(self) -> Step | None:
        """The step that is open."""
        return self._step

    @Slot()
    def close_step(self) -> None:
        """Back to the list."""
        step, self._step = self._step, None
        if step is None:
            return
        step.hide()
        step.deleteLater()
        self._content.show()
        self._buttons.show()
        self._holder.setVisible(self._first is not None)
        self.moved.emit()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _done(self, words: str) -> None:
        self.close_step()
        self.desk.toast(words)
        self.finished.emit()


class PeopleSection(QWidget):
    """People with their devices on the left; codes and spaces on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._view: BelongingView | None = None
        self._people = RowList(self.tr("Mensen en apparaten"))
        self._people.action_clicked.connect(self._remove)
        self.invite = PushButton(self.tr("Iemand uitnodigen"), self._invite, role="primary")
        self.people_card = StepCard(desk, self.tr("Mensen en apparaten"), self._people, self.invite)
        self._spaces = RowList(self.tr("Ruimten van dit apparaat"))
        self._spaces.action_clicked.connect(self._open_space)
        self._code = PushButton(self.tr("Ik heb nog een code"), self._another_code)
        self._sheet = PushButton(self.tr("Ik heb nog een herstelblad"), self._another_sheet)
        self._hub = PushButton(self.tr("Server instellen"), self._set_hub)
        self._end = PushButton(self.tr("De pilot beëindigen"), self._end_pilot, role="quiet")
        buttons = (self._code, self._sheet, self._hub, self._end)
        self.spaces_card = StepCard(desk, self.tr("Wat dit apparaat deelt"), self._spaces, *buttons)
        for one in (self.invite, self._code, self._sheet, self._end):
            one.hide()
        for card in (self.people_card, self.spaces_card):
            card.finished.connect(self.load)
            card.moved.connect(self._order)
            card.moved.connect(self._show_next)
        self.invitations = Invitations(desk)
        self.next, self.waiting = NextCard(), WaitingCard()
        self.next.chosen.connect(self._begin)
        self.waiting.chosen.connect(self._let_in)
        words = self.tr(
            "Elke ruimte wordt beheerd door wie erin werkt. De gemeente kan niemand toelaten tot een praktijk of team."
        )
        left, right = QWidget(), QWidget()
        for side, parts in (
            (left, (self.next, self.waiting, self.people_card)),
            (right, (self.invitations, self.spaces_card, label(words, "small"))),
        ):
            filled = column(*parts, spacing=2)
            filled.addStretch(1)
            side.setLayout(filled)
        layout = column(Sheet(main=left, side=right, side_width=420))
        layout.addStretch(1)
        self.setLayout(layout)
        self.invitations.moved.connect(self._order)

    @Slot()
    def _order(self) -> None:
        """Tab goes as people read: what came later would come last."""
        follow_reading(self)

    @Slot()
    def load(self) -> None:
        """Ask who is where."""
        self.desk.tasks.run(belonging.overview).then(self.show_view)

    @Slot(object)
    def show_view(self, view: BelongingView) -> None:
        """Fill the lists; a step that somebody is in stays."""
        self._view = view
        sites = dict(view.sites)
        self.people_card.set_title(self.tr("Mensen en apparaten"), str(len(view.people)))
        rows = []
        for person in view.people:
            rows += [self._row(person, one, sites) for one in person.devices] or [self._nobody(person)]
        self._people.set_rows(rows)
        self._spaces.set_rows([self._space(one, sites) for one in view.spaces])
        self.invite.setVisible(bool(view.invites))
        self._code.setVisible(self.desk.services is not None)
        self.waiting.show_waiting(view.waiting, sites)
        self._show_next()
        closed = any(one.state == "waiting" for one in view.spaces)
        self._sheet.setVisible(self.desk.services is not None and bool(view.hub) and closed)
        self._end.setVisible(bool(view.hub) and any(one.capacity == "admin" for one in view.spaces))
        step = self.spaces_card.step()
        if isinstance(step, EndStep):
            step.load()
        self._order()
        self.invitations.load(sites)

    def _row(self, person: PersonView, one: DeviceView, sites: dict[str, str]) -> Row:
        where = ", ".join(space_name(space, sites) for space in one.spaces)
        since = self.tr("sinds {day}").format(day=text.day(one.since.date())) if one.since else ""
        admin = self.tr("beheert") if one.capacity == "admin" else ""
        which = self.tr("deze computer") if one.own else self.tr("apparaat {id}").format(id=one.device[:4])
        code = self.tr("code {code}").format(code=one.code) if person.own and len(person.devices) > 1 else ""
        badge = self.tr("Gaat eruit") if one.leaving else self.tr("Van jou?") if one.unconfirmed else ""
        action = self.tr("Eruit halen …") if one.removable and not one.leaving else ""
        return Row(
            one.device,
            person.name or role_name(person.role),
            after=which,
            detail=text.join(role_name(person.role), person.organization, where, since, admin, code),
            badge=badge,
            tone="attention",
            action=self.tr("Bekijken …") if one.unconfirmed and not one.leaving else action,
            action_role="quiet",
        )

    def _nobody(self, person: PersonView) -> Row:
        detail = text.join(role_name(person.role), person.organization)
        name = person.name or role_name(person.role)
        if person.gone:
            return Row(person.staff, name, detail=detail, badge=self.tr("Eruit gehaald"), muted=True)
        return Row(person.staff, name, detail=detail, badge=self.tr("Nog geen apparaat"), tone="attention")

    def _space(self, one: SpaceView, sites: dict[str, str]) -> Row:
        states = {
            "to_found": (self.tr("Nog op te richten"), "attention"),
            "waiting": (self.tr("Nog niet toegelaten"), "attention"),
            "sending": (self.tr("Wacht op de server"), "neutral"),
            "out": (self.tr("Dit apparaat is eruit gezet"), "attention"),
        }
        capacities = {
            "admin": self.tr("Jij beheert"),
            "member": self.tr("Je doet mee"),
            "contributor": self.tr("Je levert, je leest niet"),
            "recovery": self.tr("Alleen herstel"),
        }
        standing = capacities.get(one.capacity, "")
        badge, tone = states.get(one.state, ("" if one.capacity == "admin" else standing, "neutral"))
        people = text.count(one.people, self.tr("persoon"), self.tr("personen")) if one.people else ""
        recovery, action = "", ""
        if one.state == "to_found":
            action = self.tr("Oprichten")
        elif one.state != "out" and one.capacity == "admin":
            action = self.tr("Herstelblad …")
            recovery = self.tr("herstelblad ligt klaar") if one.has_recovery else self.tr("nog geen herstelblad")
            if one.renew_recovery:
                recovery = self.tr("iemand ging weg: maak een nieuw herstelblad")
            if one.recovery_under_way:
                kept = self.tr("nieuw herstelblad nog niet bij de server: bewaar het vorige")
                recovery = kept if one.has_recovery else self.tr("herstelblad nog niet bij de server")
        detail = text.join("" if badge else standing, people, recovery)
        return Row(
            one.space, space_name(one.space, sites), detail=detail, badge=badge, tone=tone, action=action,
            action_role="quiet",
        )  # fmt: skip

    @Slot()
    def _show_next(self) -> None:
        """One thing at a time: while somebody is in a step, what comes next waits."""
        busy = self.people_card.is_busy or self.spaces_card.is_busy
        self.next.show_next(next_step(self._view) if self._view is not None and not busy else None)

    @Slot(object)
    def _begin(self, one: Next) -> None:
        assert self._view is not None, "the next step comes from a view"
        if one.kind == ASK:
            self.people_card.open_step(AskStep(self.desk, self._view))
        elif one.kind == INVITE:
            self._invite()
        elif one.kind == SITE:
            self.desk.go("admin", section="sites")
        elif one.kind in {FOUND, PAPER}:
            self._open_space(one.space)

    @Slot(object)
    def _let_in(self, waiting: Waiting) -> None:
        assert self._view is not None, "who waits comes from a view"
        self.people_card.open_step(InviteStep(self.desk, self._view, waiting))

    @Slot()
    def _invite(self) -> None:
        if self._view is not None:
            self.people_card.open_step(InviteStep(self.desk, self._view))

    @Slot(str)
    def _remove(self, device: str) -> None:
        people = self._view.people if self._view is not None else ()
        for person in people:
            for one in person.devices:
                if one.device == device:
                    self._open(person, one)
                    return

    def _open(self, person: PersonView, one: DeviceView) -> None:
        if not one.unconfirmed or one.leaving:
            self.people_card.open_step(RemoveStep(self.desk, person, one))
            return
        step = OwnDeviceStep(self.desk, one)
        step.strange.connect(lambda: self.people_card.open_step(RemoveStep(self.desk, person, one)))
        self.people_card.open_step(step)

    @Slot(str)
    def _open_space(self, space: str) -> None:
        assert self._view is not None, "its rows come from a view"
        one = next(view for view in self._view.spaces if view.space == space)
        name = space_name(space, dict(self._view.sites))
        step = FoundStep if one.state == "to_found" else RecoveryKeyStep
        self.spaces_card.open_step(step(self.desk, one, name))

    @Slot()
    def _another_code(self) -> None:
        self.spaces_card.open_step(CodeStep(self.desk))

    @Slot()
    def _another_sheet(self) -> None:
        self.spaces_card.open_step(SheetStep(self.desk, self._view.hub if self._view is not None else ""))

    @Slot()
    def _end_pilot(self) -> None:
        if self._view is not None:
            self.spaces_card.open_step(EndStep(self.desk, dict(self._view.sites)))

    @Slot()
    def _set_hub(self) -> None:
        self.spaces_card.open_step(HubStep(self.desk, self._view.hub if self._view is not None else ""))
