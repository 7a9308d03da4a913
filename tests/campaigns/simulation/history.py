"""A history: who takes part, what they do one after the other, and what goes wrong meanwhile. One seed decides it all.

A step says only who does what, with a number to draw from; whom or what it is about is drawn when it is done, from
what is there then. So a step can be left out and the others still mean something: that is how a story is shrunk.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from tests.campaigns.simulation.chance import dice

WORKERS = ("sanne", "joris", "sanne2", "lot")
DESKS = ("gp", "assistant", "gp2")
FOUNDERS = ("sanne", "gp", "gp2", "marieke")
EVERYBODY = (*WORKERS, *DESKS, "marieke")
SMALLEST, USUAL, LARGEST = 20, (20, 22, 26), 500
LONG_SHARE = 0.01
SKEWS = (0, 0, 0, 0, 0, 0, 0, 3, -7, 61, -130, 60 * 24 * 3, 60 * 24 * 365, -60 * 24 * 365)
"""Minutes that a clock may be off."""

DESK_DEEDS = (
    ("book", 14), ("book_known", 4), ("walk_in", 2), ("ask_peer", 2), ("urgent", 3), ("wait", 2), ("offer", 3),
    ("accept_offer", 8), ("end_waiting", 1), ("cancel", 5), ("move", 6), ("book_again", 12), ("rebook_lost", 14),
    ("acknowledge_loss", 10), ("receive", 3), ("share_card", 2), ("finish_task", 8), ("save_provider", 1),
    ("read_feedback", 6), ("answer_gp", 14), ("slip_in", 1),
)  # fmt: skip
WORKER_DEEDS = (
    ("book", 4), ("walk_in", 3), ("cancel", 2), ("move", 3), ("rebook_lost", 8), ("receive", 2), ("miss", 1),
    ("step_back", 1), ("talk", 6), ("type", 6), ("sign", 6), ("add", 3), ("finish", 5), ("undo_finish", 1),
    ("new_dossier", 3), ("edit_person", 7), ("save_related", 2), ("archive", 1), ("consent", 4), ("withdraw", 3),
    ("hand_over", 3), ("hand_over_on", 5), ("evaluate", 3), ("set_goal", 1), ("allow_feedback", 2), ("tell", 2),
    ("take_back", 3), ("ask_to_erase", 2), ("erase_part", 2), ("undo_erasure", 1), ("destroy", 6), ("choose", 12),
    ("close_half_day", 10), ("reopen_half_day", 8), ("end_episode", 3), ("restrict", 1), ("save_provider", 1),
    ("type_on", 5), ("throw_away", 2), ("refuse_erasure", 2), ("tell_refusal", 3),
)  # fmt: skip
COORDINATOR_DEEDS = (("save_provider", 3), ("archive_provider", 1), ("report", 2))
OFFICE_DEEDS = (("sync", 220), ("wait_a_bit", 30), ("wait_a_week", 16), ("night", 6), ("skew", 4), ("lock", 8),
    ("keep_copy", 14), ("put_back", 8), ("copy_hub", 10), ("restore_hub", 6),
    ("admit", 5), ("remove", 6), ("late", 6), ("go_on", 5), ("rejoin", 3), ("ask_end", 1), ("take_back_end", 1),
    ("empty", 3), ("make_paper", 4), ("come_by_paper", 3), ("invite", 4), ("answer_code", 6), ("recall", 4),
    ("edit_apart", 8))  # fmt: skip
WORK = 500
"""Weight of all deeds of people together, beside `OFFICE_DEEDS`."""
THEMES: dict[str, frozenset[str]] = {
    "slots": frozenset({"book", "move", "cancel", "rebook_lost", "acknowledge_loss", "book_again"}),
    "erasing": frozenset({"ask_to_erase", "erase_part", "destroy", "undo_erasure", "wait_a_week", "sign", "add"}),
    "refusing": frozenset({"ask_to_erase", "refuse_erasure", "tell_refusal", "undo_erasure"}),
    "recalling": frozenset({"ask_to_erase", "erase_part", "destroy", "wait_a_week", "keep_copy", "recall"}),
    "drafting": frozenset({"type", "type_on", "throw_away", "sign", "wait_a_bit"}),
    "ending": frozenset({"ask_end", "take_back_end", "empty", "wait_a_week"}),
    "coming": frozenset({"invite", "answer_code", "make_paper", "come_by_paper", "type", "sign", "book"}),
    "going_on": frozenset({"copy_hub", "restore_hub", "go_on", "rejoin", "book", "sign", "destroy", "erase_part"}),
    "editing": frozenset({"edit_person", "save_related", "choose", "new_dossier", "edit_apart"}),
    "agreeing": frozenset({"consent", "withdraw", "hand_over", "hand_over_on"}),
    "restoring": frozenset({"keep_copy", "put_back"}),
    "healing": frozenset({"copy_hub", "restore_hub"}),
    "members": frozenset({"admit", "remove", "sign", "book"}),
    "telling": frozenset(
        {"talk", "finish", "tell", "take_back", "read_feedback", "answer_gp", "evaluate", "end_episode"}
    ),
    "waiting": frozenset({"wait", "offer", "accept_offer", "close_half_day", "reopen_half_day"}),
    "anything": frozenset(),
}
"""What a history is mostly about: these deeds are done `MORE` times as often."""
MORE = 5
SCENES: dict[str, str] = {
    "both changed it": "a:edit_apart a:sync b:sync a:sync a:choose a:sync",
    "destroyed": "a:ask_to_erase a:sync b:sync b:wait_a_week b:destroy b:sync a:sync",
    "part destroyed": "b:sign b:sync a:erase_part a:sync b:sync a:wait_a_week b:destroy b:sync a:sync",
    "destroyed and recalled": "a:keep_copy a:erase_part a:sync a:wait_a_week a:destroy a:sync a:recall a:sync",
    "destroyed, and forgotten": "b:sign b:sync a:erase_part a:sync b:sync a:wait_a_week c:copy_hub b:destroy b:sync "
    "a:sync c:restore_hub a:sync a:go_on a:sync b:add b:sync a:sync",
    "refused": "a:ask_to_erase a:refuse_erasure a:sync b:sync b:tell_refusal",
    "destroyed unheard": "b:sign b:sync a:erase_part a:sync b:sync a:wait_a_week c:copy_hub b:destroy b:sync "
    "c:restore_hub a:sync a:go_on a:add a:sync b:sync a:sync b:sync",
    "gone on without": "c:copy_hub b:sign b:book b:sync c:restore_hub a:sync a:go_on a:sync a:book a:sync b:sync "
    "a:sync",
    "forgotten": "a:make_paper a:sync c:copy_hub a:come_by_paper c:restore_hub e:sync e:sync b:book b:sign "
    "b:sync a+:sign a+:sync a+:rejoin a+:sync",
    "burnt": "a:type a:make_paper a:sync a:make_paper a:wait_a_bit a:sync a:come_by_paper a:sync",
    "let in by code": "a:invite a:answer_code a:sync b:sync",
    "ended": "d:ask_end d:sync d:wait_a_week d:empty d:sync b:sync",
    "not ended": "d:ask_end d:sync d:take_back_end d:sync",
    "at two computers": "a:type a:wait_a_bit a:sync b:sync b:type_on a:type_on b:wait_a_bit b:sync a:sync b:sync",
    "a place from the list": "g:wait g:offer g:accept_offer g:sync",
    "both wanted it": "g:sync b:sync g:book b:book g:book b:book g:sync b:sync g:sync b:sync "
    "g:acknowledge_loss b:rebook_lost g:rebook_lost b:acknowledge_loss g:sync b:sync",
    "by mistake": "g:book g:cancel g:book_again g:sync",
    "urgent": "g:urgent g:finish_task g:sync",
    "told": "b:talk b:finish b:allow_feedback b:tell b:sync h:sync i:sync h:read_feedback i:read_feedback "
    "b:take_back h:sync",
    "asked of the practice": "b:talk b:finish b:end_episode b:end_episode b:tell b:tell b:tell b:sync h:sync "
    "i:sync h:answer_gp i:answer_gp h:sync i:sync",
    "put out": "b:sign b:sync a:remove a:sync a:sign a:sync b:sync",
}
"""Things that mean something only after each other, woven into a history in their order, by: a, Sanne; b, a colleague;
c, anybody; d, who founded a space; e, everybody; g, somebody at a desk; h and i, the GPs.
Without such a person it does not happen."""
REHEARSED = SCENES | {
    "handed over": "b:hand_over b:hand_over_on b:hand_over_on b:sync a:sync a:hand_over_on a:sync b:sync",
    "taken back": "a:ask_to_erase a:sync b:sync b:undo_erasure b:talk b:finish b:undo_finish b:sync "
    "g:wait g:end_waiting",
}
"""Scenes that are played by themselves as well, with some of things that are drawn seldom."""
NEW, OLD = "+", "-"
"""After a name: at the computer that this person has since the history began, if there is one; at the one before."""
MOST_SCENES = 2
FAULTS = (
    "",
    "",
    "",
    "",
    "",
    "lost_request",
    "lost_answer",
    "doubled",
    "delayed",
    "cut",
    "dies",
    "dies",
    "dies_between",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens.

    Attributes:
        number: its place in the whole history; ids and secrets that it makes depend on it, not on what came before.
        who: whose device; with `NEW` or `OLD` behind it, which of them.
        deed: name of a deed.
        draw: chance for what the deed leaves open.
        fault: what goes wrong during a round with the hub, or a deed.
        at: when in the round, counted in requests, steps or commits.
    """

    number: int
    who: str
    deed: str
    draw: int
    fault: str = ""
    at: int = 0

    def __str__(self) -> str:
        trouble = f" {self.fault}@{self.at}" if self.fault else ""
        return f"{self.number} {self.who} {self.deed} {self.draw}{trouble}"

    @property
    def name(self) -> str:
        """Whose device, whichever it is."""
        return self.who.rstrip(NEW + OLD)

    @classmethod
    def read(cls, line: str) -> Self:
        """The step that was written as this line."""
        number, who, deed, draw, *trouble = line.split()
        fault, _, at = trouble[0].partition("@") if trouble else ("", "", "0")
        return cls(int(number), who, deed, int(draw), fault, int(at))


@dataclass(frozen=True, slots=True)
class History:
    """Everything that one seed decides.

    Attributes:
        present: whose devices are switched on; the others are members who stay away.
        skews: minutes that each clock is off at the start.
    """

    seed: str
    present: tuple[str, ...]
    skews: tuple[int, ...]
    steps: tuple[Step, ...]

    def only(self, steps: Iterable[Step]) -> Self:
        """The same history with fewer steps."""
        return replace(self, steps=tuple(steps))


def draw(seed: int, number: int) -> History:
    """History `number` of a campaign."""
    name = f"{seed}/{number}"
    chance = dice("history", name)
    size = chance.randint(2, len(EVERYBODY))
    others = chance.sample([one for one in EVERYBODY if one != "sanne"], size - 1)
    present = ("sanne", *sorted(others, key=EVERYBODY.index))
    skews = tuple(chance.choice(SKEWS) for _ in present)
    theme = THEMES[chance.choice(tuple(THEMES))]
    most = LARGEST if chance.random() < LONG_SHARE else chance.choice(USUAL)
    count = chance.randint(SMALLEST, most)
    doing: list[tuple[str, str]] = []
    for _ in range(count):
        who = chance.choice(present)
        deed = _drawn(chance, (*OFFICE_DEEDS, ("work", WORK)), theme)
        doing.append((who, _drawn(chance, _deeds_of(who), theme) if deed == "work" else deed))
    for _ in range(chance.randint(0, MOST_SCENES)):
        doing = _woven(chance, doing, _scene(chance, present, chance.choice(tuple(SCENES))))
    return History(name, present, skews, tuple(_step(chance, place, *one) for place, one in enumerate(doing)))


def rehearsal(seed: int, name: str, turn: int) -> History:
    """One scene by itself, with everybody there and nothing going wrong."""
    chance = dice("rehearsal", seed, name, turn)
    doing = _scene(chance, EVERYBODY, name)
    steps = (Step(place, who, deed, chance.randrange(10**6)) for place, (who, deed) in enumerate(doing))
    return History(f"{seed}/{name}/{turn}", EVERYBODY, (0,) * len(EVERYBODY), tuple(steps))


def _step(chance: Random, place: int, who: str, deed: str) -> Step:
    fault = chance.choice(FAULTS) if deed == "sync" else "dies" if chance.random() < 0.02 else ""
    at = chance.randrange(1, _SPREAD[fault]) if fault else 0
    return Step(place, who, deed, chance.randrange(10**6), fault, at)


def _scene(chance: Random, present: tuple[str, ...], name: str) -> list[tuple[str, str]]:
    """Who does what in a scene; nothing when somebody whom it needs is not there."""
    able = {
        "a": ["sanne"],
        "b": [one for one in present if one in WORKERS[1:3]],
        "c": list(present),
        "d": [one for one in present if one in FOUNDERS],
        "g": [one for one in present if one in DESKS],
        "h": [one for one in present if one == "gp"],
        "i": [one for one in present if one == "gp2"],
    }
    cast = {role: chance.choice(names) for role, names in able.items() if names}
    lines = [one.split(":") for one in REHEARSED[name].split()]
    if any(role.rstrip(NEW) not in cast for role, _ in lines if role != "e"):
        return []
    everybody = tuple(one + OLD for one in present)
    who = {role: everybody if role == "e" else (role.replace(role[0], cast[role[0]], 1),) for role, _ in lines}
    return [(one, deed) for role, deed in lines for one in who[role]]


def _woven(chance: Random, doing: list[tuple[str, str]], scene: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A scene among other things, its own in their order; at the end, when there may be something to see."""
    places = sorted(chance.randrange(len(doing) // 2, len(doing) + 1) for _ in scene)
    for shift, (place, one) in enumerate(zip(places, scene, strict=True)):
        doing = [*doing[: place + shift], one, *doing[place + shift :]]
    return doing


_SPREAD = {
    "dies": 36,
    "dies_between": 30,
    "lost_request": 12,
    "lost_answer": 12,
    "doubled": 12,
    "delayed": 12,
    "cut": 12,
}


def _drawn(chance: Random, deeds: tuple[tuple[str, int], ...], theme: frozenset[str]) -> str:
    weights = [weight * (MORE if name in theme else 1) for name, weight in deeds]
    return chance.choices([name for name, _ in deeds], weights)[0]


def _deeds_of(who: str) -> tuple[tuple[str, int], ...]:
    if who in WORKERS:
        return WORKER_DEEDS
    return DESK_DEEDS if who in DESKS else COORDINATOR_DEEDS
