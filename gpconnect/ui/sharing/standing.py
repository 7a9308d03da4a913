"""How it stands with the hub: what waits, what does not count, and a button to sync now."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar

from gpconnect.services import sharing, syncing
from gpconnect.services.first_sync import Progress
from gpconnect.ui import messages, sync_words, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, Row, RowList, StatusBadge, label, line
from gpconnect.ui.sharing import words
from gpconnect.ui.syncer import Standing, Syncer

MOST = 50


class HubCard(Card):
    """One sentence on how it stands, when it will be tried again, and what waits per space."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Hoe het staat"))
        self.desk = desk
        self._syncer: Syncer | None = desk.services if isinstance(desk.services, Syncer) else None
        self.badge = StatusBadge("")
        self._why = label("", "")
        self._clock = label("", "")
        self._clock.setObjectName("sharingClock")
        self._clock.hide()
        self._last = label("", "muted")
        self.sync = PushButton(self.tr("Nu synchroniseren"), self._sync, role="primary")
        self.sync.setObjectName("sharingSync")
        self.sync.setEnabled(self._syncer is not None)
        self.waiting = RowList(self.tr("Wat wacht op verzending"))
        self.waiting.setObjectName("sharingWaiting")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Hoever het eerste ophalen is"))
        self.bar.setTextVisible(False)
        self.pause = PushButton(self.tr("Even stoppen"), self._pause)
        self.pause.setObjectName("sharingPause")
        self.add(self.badge)
        self.add(self._why)
        self.add(self._clock)
        self.add(self.bar)
        self.add(self._last)
        self._show_first(None)
        buttons = line(self.sync, self.pause)
        buttons.addStretch(1)
        self.add(buttons)
        self.add(self.waiting)
        if self._syncer is not None:
            self._syncer.stood.connect(self.show_standing)
            if self._syncer.standing is not None:
                self.show_standing(self._syncer.standing)

    def show_view(self, view: sharing.SharingView) -> None:
        """What waits, per space."""
        self.waiting.set_rows([self._as_row(place, one) for place, one in enumerate(view.waiting)])
        self.waiting.setVisible(bool(view.waiting))
        if self._syncer is None or self._syncer.standing is None:
            self._say_without_hub(sum(one.waiting for one in view.waiting))

    @Slot(object)
    def show_standing(self, standing: Standing) -> None:
        """What the last round brought."""
        self.sync.setEnabled(bool(standing.state.hub) and not standing.running)
        self._say_clock(standing.state.clock_minutes)
        if not standing.state.hub:
            self._say_without_hub(standing.state.waiting)
            return
        last = standing.state.last
        when = text.moment(last) if last else self.tr("nog nooit")
        self._last.setText(self.tr("Laatst gesynct: {when}").format(when=when))
        self._last.show()
        self._show_first(None if standing.state.out else standing.state.first)
        waiting = text.count(standing.state.waiting, self.tr("wijziging wacht"), self.tr("wijzigingen wachten"))
        if standing.trouble is not None:
            self.badge.set(self.tr("Synchroniseren lukt nu niet"), "danger")
            again = self.tr("Vanzelf opnieuw om {time}.")
            next_try = again.format(time=text.clock(standing.next_try)) if standing.next_try else ""
            self._say(f"{messages.say(standing.trouble)} {next_try}".strip())
        elif special := sync_words.special(standing.state):
            self.badge.set(special, "attention" if standing.state.out or standing.state.locked else "accent")
            self._say(self._about_special(standing.state))
        elif standing.running:
            self.badge.set(self.tr("Bezig met synchroniseren"), "accent")
            self._say("")
        elif standing.state.alarms:
            self.badge.set(self.tr("Er klopt iets niet"), "danger")
            self._say(self.tr("Kijk bij wat niet meetelt en meld het bij de beheerder. Je eigen werk is veilig."))
        else:
            good = not standing.state.waiting
            self.badge.set(self.tr("Alles is verstuurd") if good else waiting, "good" if good else "attention")
            self._say("")

    def _show_first(self, first: Progress | None) -> None:
        """A bar and a pause button while the first sync goes on."""
        self.bar.setVisible(first is not None and bool(first.total))
        self.pause.setVisible(first is not None)
        paused = first is not None and first.paused
        self.pause.setText(self.tr("Ga verder") if paused else self.tr("Even stoppen"))
        if first is not None:
            self.bar.setRange(0, max(first.total, 1))
            self.bar.setValue(first.done)

    def _about_special(self, state: syncing.SyncState) -> str:
        if state.out:
            places = ", ".join(words.family(one) for one in state.out)
            return self.tr(
                "Wie de ruimte beheert heeft dit apparaat eruit gezet: {places}. Wat hier stond blijft leesbaar; er "
                "komt niets nieuws bij en er gaat niets meer heen. Klopt dat niet, bel dan wie jou uitnodigde."
            ).format(places=places)
        if state.first is not None and state.first.paused:
            return self.tr("Wat binnen is, blijft. Zodra je verdergaat, komt de rest.")
        if state.first is not None:
            return self.tr(
                "Dit gebeurt één keer. Je kunt intussen werken, het programma sluiten of even stoppen: "
                "het gaat verder waar het was."
            )
        if state.locked:
            places = ", ".join(words.family(one) for one in state.locked)
            return self.tr(
                "Een beheerder deelde een sleutel uit die op dit apparaat niets opent: {places}. Wat je daar doet is "
                "veilig opgeslagen en wacht; al het andere gaat gewoon door. Bel een andere beheerder en vraag om een "
                "nieuw herstelblad te maken: dan krijgt iedereen een nieuwe sleutel."
            ).format(places=places)
        return self.tr("Wat jij doet is veilig opgeslagen en gaat mee zodra de server weer compleet is.")

    def _pause(self) -> None:
        if self._syncer is None or self._syncer.standing is None:
            return
        first = self._syncer.standing.state.first
        if first is not None and first.paused:
            self._syncer.resume()
        else:
            self._syncer.pause()

    def _as_row(self, place: int, one: sharing.WaitingSpace) -> Row:
        since = self.tr("sinds {when}").format(when=text.moment(one.oldest)) if one.oldest else ""
        count = text.count(one.waiting, self.tr("wijziging"), self.tr("wijzigingen"))
        return Row(f"waiting{place}", one.name or words.family(one.family), detail=since, aside=count)

    def _say_without_hub(self, waiting: int) -> None:
        self.badge.set(self.tr("Werkt zonder server"), "neutral")
        kept = text.count(waiting, self.tr("wijziging staat"), self.tr("wijzigingen staan"))
        self._say(
            self.tr(
                "Alles is veilig opgeslagen op deze computer. {n} klaar om te delen zodra er een server is."
            ).format(n=kept)
        )
        self._last.hide()

    def _say(self, sentence: str) -> None:
        self._why.setText(sentence)
        self._why.setVisible(bool(sentence))

    def _say_clock(self, minutes: int) -> None:
        """How far this computer's clock was off at the last answer of the hub; nothing is refused for it."""
        words = (
            self.tr("De klok van deze computer loopt {n} minuten voor.")
            if minutes > 0
            else self.tr("De klok van deze computer loopt {n} minuten achter.")
        )
        mend = self.tr("Er gaat niets verloren. Zet de klok goed, dan kloppen ook de tijden die je collega's zien.")
        self._clock.setText(f"{words.format(n=abs(minutes))} {mend}")
        self._clock.setVisible(minutes != 0)

    def _sync(self) -> None:
        if self._syncer is not None:
            self._syncer.sync()


class ItemsCard(Card):
    """What the hub refused, and what arrived and does not count; each with its reason in words."""

    dismissed = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Wat niet meetelt"))
        self.rows = RowList(self.tr("Wat niet meetelt"), turn_below=900)
        self.rows.setObjectName("sharingItems")
        self.rows.action_clicked.connect(self.dismissed)
        self._empty = label(self.tr("Alles wat gedaan is, telt mee."), "muted")
        self.add(self._empty)
        self.add(self.rows)

    def show_items(self, items: tuple[sharing.Item, ...]) -> None:
        """Fill the list, newest first."""
        self.rows.set_rows([self._as_row(one) for one in items[:MOST]])
        self.rows.setVisible(bool(items))
        self._empty.setVisible(not items)

    def _as_row(self, one: sharing.Item) -> Row:
        if one.alarm:
            return self._as_alarm(one)
        if one.parked:
            return self._as_parked(one)
        if one.kind in words.ENTRIES:
            return self._as_entry(one)
        # Each line says what happened, what is safe and what to do.
        advice = self.tr("Het staat nog op dit apparaat. Doe het zo nodig opnieuw.")
        said = f"{words.reason(one.reason)} {advice if one.refused else words.safe_and_next(one.reason)}"
        detail = text.join(said, one.author, text.moment(one.at), self._seen(one))
        return Row(
            one.op_id,
            words.kind(one.kind),
            detail=detail,
            badge=self.tr("Geweigerd") if one.refused and one.seen is None else "",
            tone="danger",
            action="" if one.seen else self.tr("Gezien"),
            action_role="" if one.refused or one.alarm else "quiet",
        )

    def _as_entry(self, one: sharing.Item) -> Row:
        """Somebody who was to be let in or put out here, or a paper, that does not stand."""
        advice = self.tr("Er is niets veranderd. Doe het opnieuw bij Beheer, of vraag het een andere beheerder.")
        if one.kind == "entry_recovery":
            advice = self.tr("Het nieuwe blad opent niets; bewaar het vorige. Maak het opnieuw bij Beheer.")
        return Row(
            one.op_id,
            words.kind(one.kind),
            detail=text.join(words.entry_reason(one.reason), advice, text.moment(one.at), self._seen(one)),
            badge="" if one.seen else self.tr("Niet gelukt"),
            tone="danger",
            action="" if one.seen else self.tr("Gezien"),
        )

    def _as_parked(self, one: sharing.Item) -> Row:
        newer = one.reason == "parcel.newer"
        waits = text.count(one.parked, self.tr("pakket wacht"), self.tr("pakketten wachten"))
        return Row(
            one.op_id,
            waits,
            detail=text.join(
                f"{words.safe_waiting()} {words.waiting(one.reason)}",
                self.tr("sinds {when}").format(when=text.moment(one.at)),
            ),
            badge=self.tr("Nieuwere versie nodig") if newer else self.tr("Wacht op een sleutel"),
            tone="attention",
        )

    def _seen(self, one: sharing.Item) -> str:
        if one.seen is None:
            return ""
        return self.tr("gezien door {who}, {when}").format(who=one.seen.by, when=text.moment(one.seen.at))

    def _as_alarm(self, one: sharing.Item) -> Row:
        return Row(
            one.op_id,
            self.tr("Iets dat binnenkwam klopt niet"),
            detail=text.join(
                f"{words.reason(one.reason)} {words.safe_alarm()}",
                one.author,
                one.reason,
                text.moment(one.at),
                self._seen(one),
            ),
            badge="" if one.seen else self.tr("Meld dit"),
            tone="danger",
            action="" if one.seen else self.tr("Gezien"),
            action_role="" if one.refused or one.alarm else "quiet",
        )


class LostCard(Card):
    """Bookings whose slot somebody else had first: they need another slot today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Plek was al vergeven"))
        self.desk = desk
        self._words = label("")
        self.open = PushButton(self.tr("Andere plek kiezen"), self._open)
        self.open.setObjectName("sharingLost")
        self.add(self._words)
        buttons = line(self.open)
        buttons.addStretch(1)
        self.add(buttons)
        self.hide()

    def show_lost(self, lost: int) -> None:
        """Only there when somebody is waiting for it."""
        sentence = self.tr("{n} kreeg geen plek: iemand anders boekte tegelijk en was eerder.")
        self._words.setText(sentence.format(n=text.count(lost, self.tr("afspraak"), self.tr("afspraken"))))
        self.setVisible(lost > 0)

    def _open(self) -> None:
        self.desk.go("today")
