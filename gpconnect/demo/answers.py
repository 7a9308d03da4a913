"""What people write and tick: notes that read like notes, and answers of four voices."""

import random
from typing import Any

from gpconnect.demo import invented
from gpconnect.demo.courses import Course
from gpconnect.domain.evaluation import Moment, Voice

_CONCERNS_SHARE = 0.08


def first_talk(rng: random.Random, course: Course) -> dict[str, Any]:
    """A note of a first talk."""
    concerns = rng.random() < _CONCERNS_SHARE
    answers = {
        "present": _present(rng, course),
        "reasons": list(course.reasons),
        "request": course.words,
        "wish": rng.choice(invented.WISHES),
        "home": rng.choice(invented.HOMES),
        "strengths": rng.choice(invented.STRENGTHS),
        "tried": rng.choice(invented.TRIED),
        "seen": rng.choice(invented.OBSERVATIONS),
        "safety": "concerns_with_agreements" if concerns else "safe",
        "weighing": rng.choice(invented.WEIGHINGS),
        "agreements": rng.choice(invented.AGREEMENTS),
    }
    if concerns:
        answers["safety_agreements"] = (
            "Bij een uitbarsting gaat het jongere zusje naar oma. Ouders bellen mij dezelfde dag."
        )
    return answers


def follow_up(rng: random.Random, course: Course, score: int) -> dict[str, Any]:
    """A note of a later talk; `score` from 0 to 10 is how the family says it goes."""
    return {
        "present": _present(rng, course),
        "since": rng.choice(invented.FOLLOW_UPS),
        "now": score,
        "better": rng.choice(invented.STRENGTHS),
        "harder": rng.choice(invented.HARDER),
        "safety_changed": "no",
        "weighing": rng.choice(invented.WEIGHINGS),
        "agreements": rng.choice(invented.AGREEMENTS),
    }


def question(rng: random.Random, words: str) -> dict[str, Any]:
    """A note of a question from GP to worker."""
    return {"question": words, "advice": rng.choice(invented.ADVICE), "led_to": "answered"}


def phone_call() -> dict[str, Any]:
    """A note that was broken off in the middle of a sentence."""
    return {"reached": "yes", "with_whom": "moeder", "request": invented.CALL_NOTES[0]}


def evaluation(rng: random.Random, voice: Voice, form: str, moment: Moment, *, helped: bool) -> dict[str, Any]:
    """Answers to an evaluation form; who was helped is a little happier, and nobody answers everything alike."""
    happy = 1 if helped and moment is not Moment.START else 0
    if voice is Voice.WORKER:
        return {"worker_fit": _step(rng, 3 + happy), "worker_early": _step(rng, 3), "worker_together": _step(rng, 4)}
    if voice is Voice.GP:
        return {key: _step(rng, 4) for key in ("gp_reach", "gp_feedback", "gp_lead", "gp_time")}
    if form == "child_8_11":
        answers = {
            "moment": str(moment),
            "today": _step(rng, 3 + happy),
            "home": _step(rng, 4),
            "school": _step(rng, 3),
        }
        answers["heard"] = _step(rng, 4)
        return answers | ({"better": _step(rng, 3 + happy)} if moment is Moment.END else {})
    own = ("going", "confidence", "heard") if voice is Voice.PARENT else ("going", "burden", "heard", "decided")
    answers = {"moment": str(moment)} | {key: _step(rng, 3 + happy) for key in own}
    answers["heard"] = _step(rng, 4)
    if voice is Voice.PARENT and moment is Moment.START:
        answers["quick"] = _step(rng, 4)
    if moment is Moment.END:
        usual = 8 if helped else 6
        answers["usefulness"] = max(1, min(10, usual + rng.choice((-2, -1, 0, 0, 1, 1))))
        answers["recommend"] = max(0, min(10, usual + rng.choice((-2, 0, 0, 1, 2))))
        answers["without_help"] = rng.choices(("01", "02", "03", "04"), (8, 14, 48, 30) if helped else (52, 28, 14, 6))[
            0
        ]
    words = rng.choice(invented.OPEN_ANSWERS)
    return answers | ({"open": words} if words else {})


def _step(rng: random.Random, usual: int) -> int:
    return max(1, min(5, usual + rng.choice((-1, 0, 0, 0, 1, 1))))


def _present(rng: random.Random, course: Course) -> str:
    child = course.child
    return child.given_name if child.alone else rng.choice(invented.PRESENT_WITH_PARENT).format(child=child.given_name)
