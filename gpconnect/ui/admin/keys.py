"""*Sleutels*: the ways into one's own file, how each of them stands, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import keyholding
from gpconnect.services.keyholding import KeysView, WayView
from gpconnect.ui import text
from gpconnect.ui.admin.key_step import Step
from gpconnect.ui.admin.key_steps import (
    EmployerStep,
    KeyringStep,
    PassphraseStep,
    RecoveryStep,
    RemoveStep,
    RenewStep,
    TryStep,
)
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, Sheet, StatusBadge, column, label

Act = tuple[str, Callable[[], object], str]
"""What a button says, what it does, and its role."""


class WayCard(Card):
    """One way in: how it stands, what it is for, what to do; a step opens inside the card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.way: WayView | None = None
        self._badge = StatusBadge("")
        self._facts = label("", "small")
        self._step: Step | None = None
        self._acts: list[PushButton] = []
        self._buttons = QWidget()

    def fill(self, title: str, words: str, *acts: Act) -> None:
        """Say once what it is called, what it is for, and what can be done."""
        self.set_title(title)
        self._acts = [PushButton(said, do, role=role, name=f"{said}: {title}") for said, do, role in acts]
        self._buttons = flowing(*self._acts)
        for part in (self._badge, label(words, "muted"), self._facts, self._buttons):
            self.add(part)

    def show_state(self, words: str, tone: str, facts: str, *shown: int) -> None:
        """Show how it stands, with these of the buttons; a step that is open stays open."""
        self._badge.set(words, tone)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        for place, button in enumerate(self._acts):
            button.setVisible(place in shown)
        self._buttons.setVisible(self._step is None and bool(shown))

    def facts(self, way: WayView | None) -> str:
        """Who keeps it, when it was made and when it last opened, in one line."""
        if way is None:
            return ""
        made = self.tr("Gemaakt {when}").format(when=text.moment(way.made)) if way.made else ""
        worked = self.tr("Laatst geprobeerd {when}").format(when=text.moment(way.worked)) if way.worked else ""
        return text.join(way.holder, made, worked)

    def open_step(self, step: Step) -> None:
        """Do one thing here; the buttons wait."""
        self.close_step()
        self._step = step
        step.done.connect(self._done)
        step.left.connect(self.close_step)
        self._buttons.hide()
        self.add(step)
        self._order(step)
        step.show()
        step.start()

    def _order(self, step: Step) -> None:
        """Tab goes through the step where it stands: Qt would put what is made last at the end of the window."""
        before: QWidget = self._acts[-1]
        for part in step.parts():
            QWidget.setTabOrder(before, part)
            before = part

    @Slot()
    def close_step(self) -> None:
        """Back to how it stands; what was typed is forgotten."""
        if self._step is not None:
            self.body.removeWidget(self._step)
            self._step.hide()
            self._step.deleteLater()
            self._step = None
            self._buttons.show()
            first = next((button for button in self._acts if button.isVisibleTo(self)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _done(self, words: str) -> None:
        self.close_step()
        self.desk.toast(words)

    def try_way(self) -> None:
        """Open the step that tries what there is."""
        if self.way is not None:
            self.open_step(TryStep(self.desk, self.way))

    def remove_way(self) -> None:
        """Open the step that takes away what there is."""
        if self.way is not None:
            self.open_step(RemoveStep(self.desk, self.way))


class PassphraseCard(WayCard):
    """The passphrase: changed or tried, never taken away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.tr("Hiermee open je het programma, en altijd na vergrendelen.")
        acts = (self.tr("Wijzigen"), self.change, ""), (self.tr("Proberen"), self.try_way, "")
        self.fill(self.tr("Wachtwoordzin"), words, *acts)

    def show_view(self, view: KeysView) -> None:
        """How it stands."""
        self.way = next(iter(view.of("passphrase")), None)
        self.show_state(self.tr("In gebruik"), "good", self.facts(self.way), 0, 1)

    def change(self) -> None:
        """Open the step for another passphrase."""
        self.open_step(PassphraseStep(self.desk))


class RecoveryCard(WayCard):
    """A person's own sheet: made, tried, replaced, taken away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.tr(
            "Een code op papier, voor als je je wachtwoordzin vergeet. Bewaar het thuis of in een kluis, niet bij de "
            "laptop."
        )
        acts = (
            (self.tr("Herstelblad maken"), self.make, ""),
            (self.tr("Proberen"), self.try_way, ""),
            (self.tr("Vervangen"), self.make, ""),
            (self.tr("Weghalen"), self.remove_way, "quiet"),
        )
        self.fill(self.tr("Herstelblad"), words, *acts)

    def show_view(self, view: KeysView) -> None:
        """How it stands; its code was typed back, so it is good from the start."""
        self.way = next(iter(view.of("recovery")), None)
        if self.way is None:
            self.show_state(self.tr("Nog niet gemaakt"), "attention", "", 0)
        else:
            self.show_state(self.tr("In gebruik"), "good", self.facts(self.way), 1, 2, 3)

    def make(self) -> None:
        """Open the steps for a new sheet."""
        self.open_step(RecoveryStep(self.desk))


class EmployerCard(WayCard):
    """The sheet in the employer's safe. Of several the newest is shown; taking it away shows the one before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.tr(
            "Een blad in de kluis van je werkgever (nooit bij de gemeente), voor als jij er zelf niet bij kunt. De "
            "code daarvan komt nooit op deze computer."
        )
        acts = (
            (self.tr("Werkgever toevoegen …"), self.make, ""),
            (self.tr("Proberen"), self.try_way, ""),
            (self.tr("Nieuw blad toevoegen …"), self.make, ""),
            (self.tr("Weghalen"), self.remove_way, "quiet"),
        )
        self.fill(self.tr("Werkgever"), words, *acts)

    def show_view(self, view: KeysView) -> None:
        """How it stands; nobody knows that the paper opens it until somebody came with it and tried."""
        found = view.of("employer")
        self.way = max(found, key=lambda way: (way.made is not None, way.made, way.id), default=None)
        if self.way is None:
            self.show_state(self.tr("Nog niet toegevoegd"), "attention", "", 0)
            return
        more = self.tr("Er is ook een ouder blad.") if len(found) > 1 else ""
        state = (self.tr("In gebruik"), "good") if self.way.worked else (self.tr("Nog niet geprobeerd"), "attention")
        self.show_state(*state, text.join(self.facts(self.way), more), 1, 2, 3)

    def make(self) -> None:
        """Open the steps that add an employer."""
        self.open_step(EmployerStep(self.desk))


class KeyringCard(WayCard):
    """The computer's own keyring, for an account that is one person's own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.tr("Opent je bestand bij het starten, als je je hebt aangemeld bij deze computer.")
        acts = (
            (self.tr("Aanzetten …"), self.make, ""),
            (self.tr("Proberen"), self.try_now, ""),
            (self.tr("Vervangen"), self.make, ""),
            (self.tr("Weghalen"), self.remove_way, "quiet"),
        )
        self.fill(self.tr("Sleutelbos van deze computer"), words, *acts)

    def show_view(self, view: KeysView) -> None:
        """How it stands; a computer without a keyring to trust is told plainly."""
        self.way = next(iter(view.of("keyring")), None)
        if view.keyring:
            why = self.tr(
                "Deze computer heeft geen veilige sleutelbos. Je gegevens zijn veilig: dit programma opent hier alleen "
                "met je wachtwoordzin."
            )
            self.show_state(self.tr("Kan hier niet"), "neutral", why, *([3] if self.way else []))
        elif self.way is None:
            self.show_state(self.tr("Staat uit"), "neutral", self.tr("Niet nodig om te werken."), 0)
        else:
            self.show_state(self.tr("In gebruik"), "good", self.facts(self.way), 1, 2, 3)

    def make(self) -> None:
        """Open the question whose account this is."""
        self.open_step(KeyringStep(self.desk))

    def try_now(self) -> None:
        """Ask the keyring; there is nothing to type."""
        if self.way is not None:
            self.desk.tasks.run(keyholding.try_slot, self.way.id, "").then(self._opened)

    @Slot(object)
    def _opened(self, _changes: object) -> None:
        self.desk.toast(self.tr("Dit opent je bestand."))


class RenewCard(WayCard):
    """Another key for the file itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.tr(
            "Alleen nodig als je denkt dat een ander bij de sleutel zelf kon, zoals na een inbraak op deze computer. "
            "Kopieën van eerder houden hun oude sleutel."
        )
        self.fill(self.tr("Nieuwe versleuteling"), words, (self.tr("Vernieuwen …"), self.renew, ""))
        self.show_state("", "neutral", "", 0)

    def renew(self) -> None:
        """Open the step that does it."""
        self.open_step(RenewStep(self.desk))


class KeysSection(QWidget):
    """Four ways in: what you know and what lies on paper on the left, this computer on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._advice = label("", "muted")
        self.passphrase = PassphraseCard(desk)
        self.recovery = RecoveryCard(desk)
        self.employer = EmployerCard(desk)
        self.keyring = KeyringCard(desk)
        self.renew = RenewCard(desk)
        left, right = QWidget(), QWidget()
        for side, cards in (
            (left, (self.passphrase, self.recovery, self.employer)),
            (right, (self.keyring, self.renew)),
        ):
            filled = column(*cards, spacing=2)
            filled.addStretch(1)
            side.setLayout(filled)
        layout = column(self._advice, Sheet(main=left, side=right, side_width=420), spacing=2)
        layout.addStretch(1)
        self.setLayout(layout)

    def load(self) -> None:
        """Ask how things stand."""
        self.desk.tasks.run(keyholding.overview).then(self.show_view)

    @Slot(object)
    def show_view(self, view: KeysView) -> None:
        """Show every way in, and say first what is missing."""
        on_paper = bool(view.of("recovery") or view.of("employer"))
        self._advice.setText(
            self.tr(
                "Maak minstens één blad. Vergeet je je wachtwoordzin, dan kan zonder blad niemand je bestand openen."
            )
            if not on_paper
            else self.tr("Wat hier verandert, komt in het inzagelog.")
        )
        for card in (self.passphrase, self.recovery, self.employer, self.keyring):
            card.show_view(view)
