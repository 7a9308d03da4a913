"""A day of a youth worker, deed by deed, on real files and with a real hub.

Each deed can be begun from a copy of the folder as the deeds before left it, and gives the same ids each time. What
later deeds need to know, such as the id of a booking, is kept in `facts`, as a person keeps it in mind.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import Engine

from gpconnect.demo.repeatable import Ids
from gpconnect.domain.care import Outcome
from gpconnect.domain.directory import AccessRoute
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app
from gpconnect.services import (
    access,
    admin,
    booking,
    feedback,
    handovers,
    keyholding,
    notes,
    outcomes,
    profiles,
    rebooking,
    slots,
    syncing,
    visits,
)
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.handovers import Content
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import slots as ways_in
from tests.campaigns.crashing import calls, harm, world
from tests.campaigns.crashing.endings import (
    ask_to_erase,
    destroy,
    open_older,
    refuse,
    set_aside,
    tell_refusal,
    throw_away,
)
from tests.hub.parties import Web, send_to
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, TUESDAY, WALUWE
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share
from tests.services.online import Wire, client

ANSWERS = {"request": "Ik wil weer slapen", "safety": "safe", "agreements": "Sanne belt maandag"}
BEGIN = datetime.combine(TUESDAY, time(8, 0), AMSTERDAM).astimezone(UTC)


@dataclass
class Day:
    """What is open, and what is known, at some moment of the day."""

    folder: Path
    facts: dict[str, str] = field(default_factory=dict)
    deed: int = 0
    profile: profiles.Profile | None = None
    _ids: Ids = field(default_factory=lambda: Ids(0))
    _wire: Wire | None = None
    _engine: Engine | None = None
    _web: Web | None = None

    @property
    def session(self) -> Session:
        """The opened file."""
        assert self.profile is not None, "the file is open"
        return self.profile.session

    @property
    def main(self) -> Path:
        """The folder of Sanne's profile."""
        return self.folder / world.MAIN

    def begin(self, deed: int) -> None:
        """The next deed: another moment, ids of its own."""
        self.deed, self._ids = deed, Ids(1000 + deed)

    def again(self) -> None:
        """The same deed once more, in a program that does not know that it was begun: the same moment, other ids."""
        self._ids = Ids(5000 + self.deed)

    def now(self) -> datetime:
        """Five minutes a deed; what was asked to be erased is destroyed more than a week on."""
        return BEGIN + timedelta(minutes=5 * self.deed) + (LATER if self.deed >= WEEK_ON else timedelta())

    def new_id(self) -> str:
        """The same for the same deed, however the day went before."""
        return self._ids()

    def unlock(self) -> None:
        """Type the passphrase."""
        self.profile = profiles.open_profile(
            self.main, self.facts.get("passphrase", PASSPHRASE), now=self.now, new_id=self.new_id
        )

    def lock(self) -> None:
        """Leave the desk."""
        if self.profile is not None:
            self.profile.close()
        self.profile = None

    def spoil(self, how: str) -> None:
        """The disk does it, once: before the deed, and no part of it."""
        if harm.standing(self.folder) != how:
            key = bytes(self.session.key)
            self.lock()
            if how == harm.FREE:
                harm.spoil_free_page(self.folder, key)
                self.unlock()
            elif how == harm.OLDER:
                harm.put_older(self.folder)
            else:
                harm.spoil_first_page(self.folder)

    def end(self) -> None:
        """The file is closed, and the hub stops."""
        self.lock()
        if self._web is not None:
            self._web.close()
        if self._engine is not None:
            self._engine.dispose()
        self._wire = self._engine = self._web = None

    def wire(self) -> Wire:
        """The network, with the hub behind it."""
        if self._wire is None:
            self._engine = open_database(None, self.folder / world.HUB)
            self._web = Web(make_app(self._engine, clock=self.now, limits=Limits(anybody=True)))
            self._wire = Wire(send_to(self._web))
        return self._wire

    def sync(self) -> None:
        """A whole round."""
        syncing.sync_now(self.session, client(self.session, self.wire()))


Deed = Callable[[Day], object]


def book(day: Day) -> None:
    """A new child, by phone."""
    _book(day, "booked", NewPerson("Noor", "van den Berg", date(2010, 3, 2), "06 12345678"), 0)


def book_second(day: Day) -> None:
    """A second child, who will cancel."""
    _book(day, "called_off", NewPerson("Tuur", "Klaassen", date(2013, 2, 13)), 1)


def book_third(day: Day) -> None:
    """A third child."""
    _book(day, "third", NewPerson("Mila", "Bos", date(2017, 3, 2)), 2)


def _book(day: Day, name: str, child: NewPerson, place: int) -> None:
    slot = slots.propose_slots(day.session, WALUWE).slots[place]
    request = BookingRequest(
        WALUWE,
        slot.slot_id,
        new=child,
        reasons=("sleep",),
        words="Ik slaap slecht",
        sharing=Sharing.GIVEN,
        given_by="patient",
        confirmed=True,
    )
    _, booked = booking.book(day.session, request)
    assert isinstance(booked, Booked)
    day.facts[name] = booked.appointment_id


def walk_in(day: Day) -> None:
    """Somebody comes in, and is received at once."""
    slot = slots.propose_slots(day.session, WALUWE, 20, walk_in=True).slots
    child = NewPerson("Aisha", "Yilmaz", date(2011, 6, 1))
    asked = BookingRequest(WALUWE, slot[0].slot_id, new=child, sharing=Sharing.GIVEN, given_by="patient")
    _, booked = booking.walk_in(day.session, replace(asked, confirmed=True, reasons=("school",)))
    assert isinstance(booked, Booked)
    day.facts["walk_in"] = booked.appointment_id


def cancel(day: Day) -> None:
    """The family calls off."""
    rebooking.cancel(day.session, day.facts["called_off"], "family")


def talk(day: Day) -> None:
    """The talk begins, and its dossier and note open."""
    visits.begin(day.session, day.facts["walk_in"])
    notes.open_visit(day.session, day.facts["walk_in"])


def type_a_bit(day: Day) -> None:
    """A pause in typing: the draft is kept."""
    _, view = notes.open_visit(day.session, day.facts["walk_in"])
    typed = view.draft.answers.get("request", "") + f" Nog een zin om {day.now():%H:%M}."
    notes.save_draft(day.session, replace(view.draft, answers={**view.draft.answers, "request": typed}))


def sign(day: Day) -> None:
    """The note becomes fixed."""
    _, view = notes.open_visit(day.session, day.facts["walk_in"])
    _, signed = notes.sign(day.session, replace(view.draft, answers={**view.draft.answers, **ANSWERS}))
    assert not signed.problems
    day.facts["note"] = signed.note_id


def add(day: Day) -> None:
    """An addendum."""
    notes.add_addendum(day.session, day.facts["note"], "Moeder belde nog: het gaat beter.")


def allow_feedback(day: Day) -> None:
    """The child agrees that the practice hears back."""
    feedback.allow(day.session, day.facts["walk_in"], "patient")


def finish(day: Day) -> None:
    """Outcome, next talk and feedback in one go: operations in two spaces, one action."""
    following = outcomes.propose_next(day.session, day.facts["walk_in"])[0]
    lines = {"S": "Slaapt slecht"}
    outcomes.finish(day.session, day.facts["walk_in"], Outcome.BRIEF_SUPPORT, following.id, lines)


def new_dossier(day: Day) -> None:
    """A child with a mother, a note and an episode."""
    day.facts["child"] = a_dossier(day.session)


def consent(day: Day) -> None:
    """Everybody who decides agrees to share with Mozaïek."""
    agree_to_share(day.session, day.facts["child"])


def hand_over(day: Day) -> None:
    """A handover is made and leaves."""
    content = Content({"reason": "Durft niet naar school"}, access_route=AccessRoute.DECISION)
    _, made = handovers.create_handover(day.session, day.facts["child"], MOZAIEK, content)
    handovers.send(day.session, made, how="phone")
    day.facts["handover"] = made


def taken_over(day: Day) -> None:
    """The receiver accepts, helps and confirms."""
    handovers.accept(day.session, day.facts["handover"], TUESDAY, by="Iris Blok")
    handovers.begin(day.session, day.facts["handover"], TUESDAY)
    handovers.complete(day.session, day.facts["handover"], "Iris Blok")


def sync(day: Day) -> None:
    """A round with the hub."""
    day.sync()


def back_up(day: Day) -> None:
    """A copy on another disk."""
    calls.back_up(day.session, day.folder / world.COPIES / "een.kopie")


def change_passphrase(day: Day) -> None:
    """Another passphrase from now on."""
    ways_in.change_passphrase(day.main, PASSPHRASE, world.OTHER_PASSPHRASE, cost=CHEAP)
    day.facts["passphrase"] = world.OTHER_PASSPHRASE


def add_recovery(day: Day) -> None:
    """A second way in."""
    day.facts["slot"] = ways_in.add_recovery_slot(day.main, bytes(day.session.key), world.RECOVERY, day.now()).id


def remove_recovery(day: Day) -> None:
    """The second way in goes again."""
    ways_in.remove_slot(day.main, day.facts["slot"])


def change_key(day: Day) -> None:
    """Somebody fears that the key became known: the file gets another one, and every way in stays good."""
    keyholding.change_file_key(day.session, day.facts["passphrase"])


def lock_and_unlock(day: Day) -> None:
    """To the coffee machine and back."""
    day.lock()
    day.unlock()


def restore(day: Day) -> None:
    """The copy of this morning is put back; what came after it the hub gives again."""
    day.lock()
    present, day.facts["passphrase"] = day.facts["passphrase"], PASSPHRASE
    copy = day.folder / world.COPIES / "een.kopie"
    calls.restore(day.main, copy, (PASSPHRASE, present), day.now, day.new_id)
    day.unlock()


def open_old(day: Day) -> None:
    """A file of the previous version is opened: it is brought up to date."""
    old = profiles.open_profile(day.folder / world.OLD, PASSPHRASE, now=day.now)
    old.close()


def make_new(day: Day) -> None:
    """A profile is made on this computer."""
    profiles.create(day.folder / world.NEW, PASSPHRASE, PEOPLE["colleague"], now=day.now, cost=CHEAP).close()


def overview(day: Day) -> None:
    """A look at Beheer, which is on record."""
    admin.overview(day.session)
    access.recent(day.session)


def mend(day: Day) -> None:
    """A check found a bad page: the copy of this morning, with everything that the file still gives on top."""
    chosen = calls.plan(day.session)
    day.lock()
    calls.mend(chosen, day.now())
    day.unlock()
    harm.mended(day.folder)


def rescue(day: Day) -> None:
    """The file does not open any more: the same, from the screen that says so."""
    day.facts["passphrase"] = PASSPHRASE
    calls.rescue(day.main, day.folder / world.COPIES / "een.kopie", PASSPHRASE, day.now, day.new_id)
    day.unlock()
    harm.mended(day.folder)


DEEDS: tuple[Deed, ...] = (
    book,
    walk_in,
    talk,
    type_a_bit,
    type_a_bit,
    sync,
    sign,
    add,
    allow_feedback,
    finish,
    back_up,
    book_second,
    new_dossier,
    lock_and_unlock,
    consent,
    hand_over,
    taken_over,
    sync,
    cancel,
    change_passphrase,
    add_recovery,
    change_key,
    book_third,
    remove_recovery,
    overview,
    sync,
    restore,
    sync,
    type_a_bit,
    open_old,
    make_new,
    mend,
    sync,
    type_a_bit,
    rescue,
    sync,
    type_a_bit,
    ask_to_erase,
    refuse,
    tell_refusal,
    sync,
    set_aside,
    throw_away,
    ask_to_erase,
    sync,
    destroy,
    sync,
    open_older,
    sync,
    sync,
)
"""The day. The copy that is put back was made before noon; the two rounds after it bring back what came later."""
SPOILED: dict[Deed, str] = {mend: harm.FREE, rescue: harm.FIRST, open_older: harm.OLDER}
"""Deeds before which the file is damaged, and how."""
WEEK_ON = DEEDS.index(destroy)
LATER = timedelta(days=8)
