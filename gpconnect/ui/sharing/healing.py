"""A hub that was put back from a copy: what it waits for, and going on without."""

from functools import partial

from gpconnect.services import healing
from gpconnect.services.healing import HealingSpace, LeftBehind
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, clear, column, label, line
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.sharing import words
from gpconnect.ui.syncer import Syncer


class HealingCard(Card):
    """Only there while something is being made whole, or was left behind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("De hub is teruggezet uit een reservekopie"))
        self.desk = desk
        self._list = column(spacing=2)
        self.add(self._list)
        self.hide()

    def show_healing(self, spaces: tuple[HealingSpace, ...], left: LeftBehind | None) -> None:
        """Per space what it waits for; an admin may let it go on."""
        clear(self._list)
        if spaces:
            self._list.addWidget(
                label(
                    self.tr(
                        "Wat na de reservekopie kwam, brengen de computers van iedereen terug, in dezelfde volgorde. "
                        "Er gaat niets verloren. Nieuwe wijzigingen en plekken gaan mee zodra alles terug is."
                    )
                )
            )
        for place, one in enumerate(spaces):
            self._add(place, one)
        if left is not None:
            self._add_left(left)
        self.setVisible(bool(spaces) or left is not None)
        tab_through(self)

    def _add(self, place: int, one: HealingSpace) -> None:
        name = one.name or words.family(one.family)
        if one.waits:
            waits = text.count(one.waits, self.tr("computer heeft"), self.tr("computers hebben"))
            said = self.tr("{space}: {waits} zich nog niet gemeld.").format(space=name, waits=waits)
        else:
            said = self.tr("{space}: iedereen heeft zich gemeld, maar niet alles is terug.").format(space=name)
        self._list.addWidget(label(said, "h2"))
        if one.going_on:
            self._list.addWidget(label(self.tr("De hub gaat verder bij de volgende synchronisatie."), "muted"))
        elif one.may_go_on:
            about = self.tr(
                "Komt een computer niet meer terug, ga dan verder. Wat die al had verstuurd, gaat later vanzelf "
                "opnieuw mee; een plek die daar was geboekt, kan dan vergeven zijn."
            )
            self._list.addWidget(label(about, "muted"))
            button = PushButton(
                self.tr("Ga verder zonder"),
                partial(self._go_on, one.space),
                name=self.tr("Ga verder zonder, {space}").format(space=name),
            )
            button.setObjectName(f"sharingGoOn{place}")
            buttons = line(button)
            buttons.addStretch(1)
            self._list.addLayout(buttons)

    def _add_left(self, left: LeftBehind) -> None:
        one, many = self.tr("wijziging van dit apparaat gaat"), self.tr("wijzigingen van dit apparaat gaan")
        ours = text.count(left.ours, one, many)
        said = self.tr(
            "De hub is op {when} verdergegaan zonder wat deze computer al had gelezen of verstuurd. {ours} "
            "vanzelf opnieuw mee. Kijk na of je afspraken hun plek nog hebben."
        )
        self._list.addWidget(label(said.format(when=text.moment(left.at), ours=ours)))
        button = PushButton(self.tr("Gezien"), self._put_away, name=self.tr("Gezien: de hub is verdergegaan"))
        button.setObjectName("sharingLeftSeen")
        buttons = line(button)
        buttons.addStretch(1)
        self._list.addLayout(buttons)

    def _go_on(self, space: str) -> None:
        self.desk.tasks.run(healing.go_on, space).then(self._sync)

    def _sync(self, _changes: object) -> None:
        if isinstance(self.desk.services, Syncer):
            self.desk.services.sync()

    def _put_away(self) -> None:
        self.desk.tasks.run(healing.put_away)
