"""A hub that was put back from a copy: what it waits for, and going on without."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gpconnect.services import healing_standing
from gpconnect.services.healing_standing import HealingSpace, LeftBehind, NotBack
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, clear, column, label, line, reveal
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.sharing import words
from gpconnect.ui.syncer import Syncer


class HealingCard(Card):
    """Only there while something is being made whole, or was left behind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("De server is teruggezet uit een reservekopie"))
        self.desk = desk
        self._list = column(spacing=2)
        self._shown: tuple[object, ...] = ()
        self._sure: dict[int, tuple[QWidget, PushButton]] = {}
        self.add(self._list)
        self.hide()

    def show_healing(self, spaces: tuple[HealingSpace, ...], left: tuple[LeftBehind, ...]) -> None:
        """Per space what it waits for; an admin may let it go on."""
        if (spaces, left) == self._shown:
            return  # a round that brought nothing new leaves an open question open
        self._shown = spaces, left
        clear(self._list)
        self._sure.clear()
        waiting = [one for one in spaces if not one.forgotten]
        if waiting:
            self._list.addWidget(
                label(
                    self.tr(
                        "Wat na de reservekopie kwam, brengen de computers van iedereen terug, in dezelfde volgorde. "
                        "Er gaat niets verloren. Nieuwe wijzigingen en plekken gaan mee zodra alles terug is."
                    )
                )
            )
        for place, one in enumerate(spaces):
            if one.forgotten:
                self._add_forgotten(place, one)
            else:
                self._add(place, one)
        for place, was in enumerate(left):
            self._add_left(place, was)
        self.setVisible(bool(spaces or left))
        tab_through(self)

    def _add(self, place: int, one: HealingSpace) -> None:
        name = one.name or words.family(one.family)
        if one.waits:
            waits = text.count(one.waits, self.tr("computer heeft"), self.tr("computers hebben"))
            said = self.tr("{space}: {waits} zich nog niet gemeld.").format(space=name, waits=waits)
        else:
            said = self.tr("{space}: iedereen heeft zich gemeld, maar niet alles is terug.").format(space=name)
        self._list.addWidget(label(said, "h2"))
        for who, device in one.silent:
            self._list.addWidget(label(f"• {self._computer(who, device)}"))
        if one.silent and not one.going_on:
            wake = self.tr("Vraag hun GPConnect te openen; is hun computer stuk of weg, ga dan verder zonder.")
            self._list.addWidget(label(wake))
        if one.going_on:
            self._list.addWidget(label(self.tr("De server gaat verder bij de volgende synchronisatie."), "muted"))
        elif one.may_go_on:
            self._add_not_back(one)
            about = self.tr(
                "Komt een computer niet meer terug, ga dan verder. Wat die al had verstuurd, gaat later vanzelf "
                "opnieuw mee; een plek die daar was geboekt, kan dan vergeven zijn."
            )
            self._list.addWidget(label(about, "muted"))
            self._add_button(
                self.tr("Ga verder zonder"),
                partial(self._ask_sure, place),
                self.tr("Ga verder zonder, {space}").format(space=name),
                f"sharingGoOn{place}",
            )
            self._add_sure(place, one)

    def _computer(self, who: str, device: str) -> str:
        name = who or self.tr("iemand die hier niet bekend is")
        return self.tr("{who}, apparaat {id}").format(who=name, id=device)

    def _add_sure(self, place: int, one: HealingSpace) -> None:
        """The last question names whose computers it goes on without; it is asked below the button."""
        names = "; ".join(self._computer(*each) for each in one.silent)
        if names:
            said = self.tr("Zeker weten? De server wacht dan niet meer op: {names}.").format(names=names)
        elif one.waits:
            count = text.count(one.waits, self.tr("computer"), self.tr("computers"))
            said = self.tr("Zeker weten? De server wacht dan niet meer op {count}.").format(count=count)
        else:
            said = self.tr("Zeker weten? De server wacht dan niet meer op wat nog niet terug is.")
        safe = self.tr(
            "Alles op die computers blijft staan en gaat later opnieuw mee. Een plek die zij boekten, kan dan vergeven "
            "zijn. Dit is niet terug te draaien."
        )
        yes = PushButton(self.tr("Ja, ga verder zonder"), partial(self._go_on, one.space), role="danger")
        yes.setObjectName(f"sharingGoOnSure{place}")
        no = PushButton(self.tr("Nee, wacht nog"), partial(self._not_sure, place))
        no.setObjectName(f"sharingGoOnNot{place}")
        sure = QWidget()
        sure.setObjectName(f"sharingSure{place}")
        sure.setLayout(column(label(said), label(safe), flowing(no, yes), spacing=1))
        sure.hide()
        self._sure[place] = (sure, no)
        self._list.addWidget(sure)

    def _ask_sure(self, place: int) -> None:
        sure, no = self._sure[place]
        sure.show()
        # The keyboard stands on what changes nothing.
        no.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(sure)

    def _not_sure(self, place: int) -> None:
        self._sure[place][0].hide()

    def _add_not_back(self, one: HealingSpace) -> None:
        """What goes without a place when the hub goes on now, by whose it is."""
        if not one.not_back:
            said = self.tr(
                "Alles wat deze computer had gelezen, is terug. Wat een ander daarna nog verstuurde, weet deze "
                "computer niet."
            )
            self._list.addWidget(label(said))
            return
        self._list.addWidget(label(self.tr("Nog niet terug, voor zover deze computer weet:")))
        for what in one.not_back:
            self._list.addWidget(label(f"• {self._said_of(what)}"))
        if any(what.put_out for what in one.not_back):
            self._list.addWidget(
                label(
                    self.tr(
                        "Let op: wie na de reservekopie is weggehaald, hoort er even weer bij. Een computer die dat "
                        "weet, haalt die opnieuw weg. Kijk het na bij Mensen en apparaten."
                    )
                )
            )

    def _said_of(self, what: NotBack) -> str:
        counted = [
            text.count(what.changes, self.tr("wijziging"), self.tr("wijzigingen")),
            text.count(what.bookings, self.tr("afspraak"), self.tr("afspraken")),
            text.count(what.places, self.tr("plek"), self.tr("plekken")),
            text.count(what.let_in, self.tr("apparaat toegelaten"), self.tr("apparaten toegelaten")),
            text.count(what.put_out, self.tr("apparaat weggehaald"), self.tr("apparaten weggehaald")),
        ]
        counts = (what.changes, what.bookings, what.places, what.let_in, what.put_out)
        listed = ", ".join(words for words, n in zip(counted, counts, strict=True) if n)
        if what.ours:
            return self.tr("Van deze computer: {listed}. Gaat vanzelf opnieuw mee.").format(listed=listed)
        who = what.who or self.tr("iemand die hier niet bekend is")
        said = self.tr("Van {who}: {listed}. Wacht tot die computer weer meedoet.")
        return said.format(who=who, listed=listed)

    def _add_forgotten(self, place: int, one: HealingSpace) -> None:
        name = one.name or words.family(one.family)
        said = self.tr("{space}: de server is verdergegaan zonder dit apparaat.").format(space=name)
        self._list.addWidget(label(said, "h2"))
        if one.going_on:
            self._list.addWidget(label(self.tr("Dit apparaat doet weer mee bij de volgende synchronisatie."), "muted"))
            return
        about = self.tr(
            "Er is niets weg: alles staat nog op deze computer. De server kende dit apparaat na de reservekopie niet "
            "meer en de anderen werken verder. Doe weer mee, dan gaat wat hier is gemaakt opnieuw mee. Hoort dit "
            "apparaat er dan niet meer bij, vraag dan een beheerder om het weer toe te laten. Twijfel je? Bel dan "
            "eerst."
        )
        self._list.addWidget(label(about))
        for what in one.not_back:
            self._list.addWidget(label(f"• {self._said_of(what)}"))
        self._add_button(
            self.tr("Doe weer mee"),
            partial(self._rejoin, one.space),
            self.tr("Doe weer mee, {space}").format(space=name),
            f"sharingRejoin{place}",
        )

    def _add_button(self, words_on_it: str, pressed: Callable[[], None], name: str, known_as: str) -> None:
        button = PushButton(words_on_it, pressed, name=name)
        button.setObjectName(known_as)
        buttons = line(button)
        buttons.addStretch(1)
        self._list.addLayout(buttons)

    def _add_left(self, place: int, left: LeftBehind) -> None:
        one, many = self.tr("wijziging van dit apparaat gaat"), self.tr("wijzigingen van dit apparaat gaan")
        ours = text.count(left.ours, one, many)
        name = left.name or words.family(left.family)
        said = self.tr(
            "{space}: de server is op {when} verdergegaan zonder wat deze computer al had gelezen of verstuurd. {ours} "
            "vanzelf opnieuw mee. Kijk na of je afspraken hun plek nog hebben."
        )
        self._list.addWidget(label(said.format(space=name, when=text.moment(left.at), ours=ours)))
        self._add_button(
            self.tr("Gezien"),
            partial(self._put_away, left.space),
            self.tr("Gezien: de server is verdergegaan, {space}").format(space=name),
            f"sharingLeftSeen{place}",
        )

    def _go_on(self, space: str) -> None:
        self.desk.tasks.run(healing_standing.go_on, space).then(self._sync)

    def _rejoin(self, space: str) -> None:
        self.desk.tasks.run(healing_standing.rejoin, space).then(self._sync)

    def _sync(self, _changes: object) -> None:
        if isinstance(self.desk.services, Syncer):
            self.desk.services.sync()

    def _put_away(self, space: str) -> None:
        self.desk.tasks.run(healing_standing.put_away, space)
