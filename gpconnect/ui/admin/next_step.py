"""What to do now, at the top of *Mensen en apparaten*: one thing, with one button; and who waits to be let in."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from gpconnect.services.belonging import BelongingView, SpaceView
from gpconnect.services.rooms import Waiting
from gpconnect.ui import clipboard, text
from gpconnect.ui.admin.key_step import Step
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.words import role_name, space_name
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Card, PushButton, Row, RowList, clear, column, label

FOUND, ASK, SITE, PAPER, INVITE = "found", "ask", "site", "paper", "invite"


@dataclass(frozen=True, slots=True)
class Next:
    """One thing to do.

    Attributes:
        kind: what the button begins.
        space: of the thing, empty when it is about none.
        lines: what to know beforehand, a line each.
    """

    kind: str
    space: str
    title: str
    lines: tuple[str, ...]
    button: str


def next_step(view: BelongingView) -> Next | None:
    """The first thing that is still to be done here; None when all is as it should be."""
    sites = dict(view.sites)
    for one in view.spaces:
        if one.state == "to_found":
            return _found(space_name(one.space, sites), one.space)
    closed = [one for one in view.spaces if one.state == "waiting" and view.hub]
    if closed:
        return _ask(view, closed, sites)
    if not sites and any(one.family == "common" and one.capacity == "admin" for one in view.spaces):
        return _site()
    for one in view.spaces:
        if one.capacity == "admin" and view.hub and not one.has_recovery and not one.recovery_under_way:
            return _paper(space_name(one.space, sites), one.space)
    alone = not any(one.devices and not one.own for one in view.people)
    return _invite() if alone and view.invites and view.hub else None


def _found(name: str, space: str) -> Next:
    words = translate(
        "admin", "Jij bent hier de eerste. Richt {name} op; daarna laat jij je collega's toe, en niemand anders."
    )
    title = translate("admin", "Wat nu? {name} oprichten").format(name=name)
    return Next(FOUND, space, title, (words.format(name=name),), translate("admin", "Nu oprichten"))


def _ask(view: BelongingView, closed: list[SpaceView], sites: dict[str, str]) -> Next:
    here = ", ".join(space_name(one.space, sites) for one in view.spaces if one.state in {"in", "sending"})
    begun = translate("admin", "Op deze computer staat: {here}. Wat je doet is veilig en blijft bewaard.")
    ask = translate("admin", "Nog gesloten. Alleen wie daar beheert kan deze computer toelaten:")
    role = next((one.role for one in view.people if one.own), "")
    rooms = [f"• {space_name(one.space, sites)}: {who_lets_in(one, role)}" for one in closed]
    lines = ([begun.format(here=here)] if here else []) + [ask, *rooms]
    title = translate("admin", "Nog niet alles staat op deze computer")
    return Next(ASK, "", title, tuple(lines), translate("admin", "Vraag om toegang …"))


def who_lets_in(one: SpaceView, role: str) -> str:
    """Whom to ask for a space: by name as far as this computer knows, else by what they do.

    Args:
        one: the space.
        role: of who asks; a coordinator need not ask a coordinator.
    """
    if role == "coordinator" and not one.hosts:
        return translate("admin", "je andere computer, of het herstelblad van deze ruimte")
    somebody = {
        "common": translate("admin", "de coördinator van de pilot"),
        "pilot": translate("admin", "de coördinator van de pilot"),
        "practice": translate("admin", "de huisarts of assistent van die praktijk"),
        "team": translate("admin", "een collega van het team"),
    }
    return translate("admin", " of ").join(one.hosts) or somebody[one.family]


def _site() -> Next:
    words = translate("admin", "Zonder praktijk of andere plek is er geen agenda. Daarna nodig je mensen uit.")
    title = translate("admin", "Wat nu? De eerste praktijk toevoegen")
    return Next(SITE, "", title, (words,), translate("admin", "Praktijk toevoegen …"))


def _paper(name: str, space: str) -> Next:
    words = translate(
        "admin",
        "Gaat de laatste computer stuk, dan komt {name} alleen met een herstelblad terug. Maak het nu en leg het in de "
        "kluis.",
    )
    title = translate("admin", "Wat nu? Een herstelblad maken")
    return Next(PAPER, space, title, (words.format(name=name),), translate("admin", "Herstelblad maken …"))


def _invite() -> Next:
    words = translate("admin", "Je bent hier nog alleen. Nodig de eerste collega uit; die krijgt een code van jou.")
    title = translate("admin", "Wat nu? De eerste uitnodigen")
    return Next(INVITE, "", title, (words,), translate("admin", "Nu uitnodigen …"))


class NextCard(Card):
    """The next step and its button; not there when nothing is to be done."""

    chosen = Signal(object)
    """A `Next`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("adminNext")
        self._next: Next | None = None
        self._lines = column(spacing=0.5)
        self.button = PushButton("", self._choose, role="primary")
        self.button.setObjectName("adminNextButton")
        self.add(self._lines)
        self.add(flowing(self.button))
        self.hide()

    def show_next(self, found: Next | None) -> None:
        """This, or nothing."""
        if found != self._next and found is not None:
            self.set_title(found.title)
            clear(self._lines)
            for words in found.lines:
                self._lines.addWidget(label(words))
            self.button.setText(found.button)
            self.button.setAccessibleName(f"{found.button}, {found.title}")
        self._next = found
        self.setVisible(found is not None)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._next)


class WaitingCard(Card):
    """Who belongs in a space of this computer and is not in it; one button lets them in."""

    chosen = Signal(object)
    """A `Waiting`."""

    def __init__(self) -> None:
        super().__init__(flush=True)
        self._waiting: tuple[Waiting, ...] = ()
        self._rows = RowList(self.tr("Wie op jou wacht"))
        self._rows.setObjectName("adminWaiting")
        self._rows.action_clicked.connect(self._choose)
        self.add(self._rows)
        self.hide()

    def show_waiting(self, waiting: tuple[Waiting, ...], sites: dict[str, str]) -> None:
        """Fill the list; gone when nobody waits."""
        self._waiting = waiting
        self.set_title(self.tr("Wie op jou wacht"), str(len(waiting)))
        self._rows.set_rows([self._row(one, sites) for one in waiting])
        self.setVisible(bool(waiting))

    def _row(self, one: Waiting, sites: dict[str, str]) -> Row:
        closed = ", ".join(space_name(space, sites) for space in one.spaces)
        name = self.tr("Jijzelf") if one.own else one.name or role_name(one.role)
        return Row(
            one.device,
            name,
            after=self.tr("apparaat {id}").format(id=one.device[:4]),
            detail=text.join(role_name(one.role), self.tr("nog niet bij: {spaces}").format(spaces=closed)),
            action=self.tr("Toelaten …"),
        )

    @Slot(str)
    def _choose(self, device: str) -> None:
        self.chosen.emit(next(one for one in self._waiting if one.device == device))


class AskStep(Step):
    """The question to who lets in, ready to send or to read out: no space can be asked from outside."""

    def __init__(self, desk: Desk, view: BelongingView) -> None:
        super().__init__(desk)
        sites = dict(view.sites)
        closed = [one for one in view.spaces if one.state == "waiting"]
        self._question = self.tr(
            "Wil je mijn computer (apparaat {id}) toelaten in GPConnect? Het gaat om: {spaces}. Kies Beheer, Mensen en "
            "apparaten, Iemand uitnodigen, en mijn naam: {name}. Bel me daarna, dan typ ik de code en vergelijken we "
            "de cijfers."
        ).format(
            id=view.device[:4], spaces=", ".join(space_name(one.space, sites) for one in closed), name=desk.actor.name
        )
        words = label(self._question)
        words.setObjectName("askQuestion")
        intro = label(
            self.tr(
                "Stuur of lees dit voor aan: {who}. Wie jou al in een gedeelde ruimte ziet, krijgt het ook zelf te "
                "zien, bij Beheer."
            ).format(who="; ".join(dict.fromkeys(who_lets_in(one, desk.role) for one in closed)))
        )
        after = label(
            self.tr("Kreeg je een code, of ligt er een herstelblad? Kies dat dan bij Wat dit apparaat deelt."), "muted"
        )
        copy = PushButton(self.tr("Kopieer de vraag"), self._copied, role="primary")
        copy.setObjectName("askCopy")
        self.setLayout(column(intro, Card().add(words), after, self.buttons(copy), spacing=1.5))

    @Slot()
    def _copied(self) -> None:
        clipboard.copy(self._question)
        self.done.emit(self.tr("De vraag staat op het klembord. Plak hem in een bericht."))
