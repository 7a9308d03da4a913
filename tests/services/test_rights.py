"""Every service names the right it needs, refuses who lacks it before it does anything, and says so in the log.

Whoever adds a service adds it here: to `RIGHTS`, or to `PARTS` or `FREE` with the reason.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from gpconnect import services
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import MAY, Intention
from gpconnect.domain.staff import Role
from gpconnect.services.session import Session
from gpconnect.storage import access_log
from tests.services.conftest import TUESDAY, MakeSession, with_pilot

I = Intention  # noqa: E741 - the table below stays readable
RIGHTS: dict[str, Intention] = {
    "access.who_looked": I.READ_ACCESS_LOG,
    "access.print_who_looked": I.READ_ACCESS_LOG,
    "access.recent": I.READ_ACCESS_LOG,
    "access.searched": I.SEARCH,
    "access.verify": I.READ_ACCESS_LOG,
    "access.export": I.READ_ACCESS_LOG,
    "access.restriction": I.READ_DOSSIER,
    "access.restrict": I.RESTRICT_DOSSIER,
    "access.open_in_emergency": I.READ_IN_EMERGENCY,
    "access_sharing.share_lines": I.SYNC,
    "admin.overview": I.SEE_PILOT,
    "admin.add_site": I.ADMINISTER,
    "after_talk.after_talk": I.TALK,
    "booking.book": I.BOOK,
    "booking.walk_in": I.WALK_IN,
    "booking.ask_peer": I.PEER_CONSULTATION,
    "booking.raise_urgent": I.URGENT,
    "cards.search_people": I.SEE_AGENDA,
    "cards.find_person": I.SEE_AGENDA,
    "closing.end_episode": I.EDIT_DOSSIER,
    "closing.reopen_episode": I.EDIT_DOSSIER,
    "closing.record_aftercare": I.EDIT_DOSSIER,
    "closing.undo_aftercare": I.EDIT_DOSSIER,
    "consents.record_consent": I.RECORD_HELP_CONSENT,
    "consents.withdraw": I.RECORD_HELP_CONSENT,
    "desk_prints.appointment_card": I.SEE_AGENDA,
    "desk_prints.card_text": I.SEE_AGENDA,
    "desk_prints.day_sheet": I.SEE_AGENDA,
    "directory.list_providers": I.SEE_DIRECTORY,
    "directory.save_provider": I.EDIT_DIRECTORY,
    "directory.archive_provider": I.EDIT_DIRECTORY,
    "directory.restore_provider": I.EDIT_DIRECTORY,
    "dossier_views.list_dossiers": I.READ_DOSSIER,
    "dossier_views.open_dossier": I.READ_DOSSIER,
    "dossier_views.look_again": I.READ_DOSSIER,
    "dossiers.open_from_booking": I.EDIT_DOSSIER,
    "duties.list_duties": I.SEE_AGENDA,
    "enrolling.found": I.INVITE,
    "enrolling.admit": I.INVITE,
    "evaluations.overview": I.ASK_EVALUATION,
    "evaluations.open_form": I.ASK_EVALUATION,
    "evaluations.read_answers": I.ASK_EVALUATION,
    "evaluations.find_form": I.ASK_EVALUATION,
    "evaluations.save_half_filled": I.ASK_EVALUATION,
    "evaluations.hand_in": I.ASK_EVALUATION,
    "evaluations.check_passphrase": I.ASK_EVALUATION,
    "facts.derive": I.DERIVE_FACTS,
    "feedback.prepared": I.GIVE_FEEDBACK,
    "feedback.allow": I.RECORD_HELP_CONSENT,
    "feedback.approve": I.GIVE_FEEDBACK,
    "feedback.take_back": I.GIVE_FEEDBACK,
    "feedback.acknowledge": I.READ_FEEDBACK,
    "feedback.received": I.READ_FEEDBACK,
    "finding.find": I.SEARCH,
    "goals.add_goal": I.ASK_EVALUATION,
    "goals.score_goal": I.ASK_EVALUATION,
    "goals.clear_score": I.ASK_EVALUATION,
    "goals.set_archived": I.ASK_EVALUATION,
    "gp_evaluations.gp_forms": I.ANSWER_AS_GP,
    "gp_evaluations.answer_gp": I.ANSWER_AS_GP,
    "handover_sending.send_letter": I.HAND_OVER,
    "handover_starts.start": I.HAND_OVER,
    "handover_views.board": I.HAND_OVER,
    "handover_views.detail": I.HAND_OVER,
    "handover_views.look_again": I.HAND_OVER,
    "handover_views.ask_consent": I.HAND_OVER,
    "handovers.create_handover": I.HAND_OVER,
    "handovers.edit": I.HAND_OVER,
    "handovers.plan_talk": I.HAND_OVER,
    "handovers.send": I.HAND_OVER,
    "handovers.letter": I.HAND_OVER,
    "handovers.accept": I.HAND_OVER,
    "handovers.postpone": I.HAND_OVER,
    "handovers.agree_to_date": I.HAND_OVER,
    "handovers.reject": I.HAND_OVER,
    "handovers.begin": I.HAND_OVER,
    "handovers.call_back": I.HAND_OVER,
    "handovers.undo_call": I.HAND_OVER,
    "handovers.bridge": I.HAND_OVER,
    "handovers.complete": I.HAND_OVER,
    "handovers.cancel": I.HAND_OVER,
    "held_details.record_sharing": I.RECORD_SHARING_CONSENT,
    "meaning.save_narrative": I.WRITE_NARRATIVE,
    "meaning.narratives": I.SEE_REPORT,
    "meaning.save_action": I.WRITE_NARRATIVE,
    "meaning.archive_action": I.WRITE_NARRATIVE,
    "meaning.actions": I.SEE_REPORT,
    "notes.open_visit": I.WRITE_NOTE,
    "notes.open_patient": I.WRITE_NOTE,
    "notes.open_draft": I.WRITE_NOTE,
    "notes.my_drafts": I.WRITE_NOTE,
    "notes.save_draft": I.WRITE_NOTE,
    "notes.throw_away": I.WRITE_NOTE,
    "notes.sign": I.WRITE_NOTE,
    "notes.add_addendum": I.WRITE_NOTE,
    "outcomes.finish": I.TALK,
    "outcomes.undo_finish": I.TALK,
    "patients.practices": I.EDIT_DOSSIER,
    "patients.add_dossier": I.EDIT_DOSSIER,
    "patients.open_from_card": I.EDIT_DOSSIER,
    "patients.edit_patient": I.EDIT_DOSSIER,
    "patients.archive_dossier": I.EDIT_DOSSIER,
    "patients.restore_dossier": I.EDIT_DOSSIER,
    "patients.join_household": I.EDIT_DOSSIER,
    "patients.save_related": I.EDIT_DOSSIER,
    "patients.archive_related": I.EDIT_DOSSIER,
    "patients.restore_related": I.EDIT_DOSSIER,
    "phone_list.whom_to_phone": I.URGENT,
    "planning.workers_at": I.PLAN_HALF_DAYS,
    "planning.plan_series": I.PLAN_HALF_DAYS,
    "reading.require_readable": I.READ_DOSSIER,
    "rebooking.move": I.MOVE,
    "rebooking.cancel": I.CANCEL,
    "rebooking.book_again": I.BOOK,
    "rebooking.lost_bookings": I.SEE_AGENDA,
    "rebooking.rebook": I.MOVE,
    "rebooking.acknowledge_loss": I.BOOK,
    "rebooking.release_left_behind": I.CANCEL,
    "report_words.difference_lines": I.SEE_REPORT,
    "reporting.figures": I.SEE_REPORT,
    "reporting.report": I.SEE_REPORT,
    "reporting.preview": I.SEE_REPORT,
    "reporting.pictures": I.SEE_REPORT,
    "reporting.issue": I.ISSUE_REPORT,
    "reporting.issued": I.SEE_REPORT,
    "reporting.number_of": I.SEE_REPORT,
    "reporting.issued_report": I.SEE_REPORT,
    "reporting.differences": I.SEE_REPORT,
    "reporting.save_pdf": I.SEE_REPORT,
    "reporting.save_xlsx": I.SEE_REPORT,
    "reporting.save_csv": I.SEE_REPORT,
    "reporting.set_names": I.ADMINISTER,
    "schedule.my_sites": I.SEE_AGENDA,
    "schedule.week": I.SEE_AGENDA,
    "schedule.half_day": I.SEE_AGENDA,
    "schedule.cancelled_in_week": I.SEE_AGENDA,
    "schedule.open_appointment": I.SEE_AGENDA,
    "sharing.overview": I.SEE_SHARING,
    "sharing.conflicts": I.SEE_SHARING,
    "sharing.choose": I.RESOLVE_CONFLICT,
    "sharing.dismiss": I.SEE_SHARING,
    "sharing.municipality": I.SEE_SHARING,
    "slots.propose_slots": I.SEE_AGENDA,
    "syncing.set_hub": I.SYNC,
    "syncing.connection": I.SYNC,
    "syncing.state": I.SYNC,
    "syncing.begun": I.SYNC,
    "syncing.sync_now": I.SYNC,
    "timelines.read_note": I.READ_DOSSIER,
    "today.day_view": I.SEE_AGENDA,
    "visits.receive": I.RECEIVE,
    "visits.begin": I.TALK,
    "visits.miss": I.RECEIVE,
    "visits.step_back": I.RECEIVE,
    "visits.finish_task": I.FINISH_TASK,
    "visits.reopen_task": I.FINISH_TASK,
    "visits.close_half_day": I.TALK,
    "visits.reopen_half_day": I.TALK,
    "waiting.add_to_waiting_list": I.MANAGE_WAITING_LIST,
    "waiting.waiting_list": I.SEE_AGENDA,
    "waiting.first_in_line": I.SEE_AGENDA,
    "waiting.offer_slot": I.MANAGE_WAITING_LIST,
    "waiting.decline_offer": I.MANAGE_WAITING_LIST,
    "waiting.accept_offer": I.MANAGE_WAITING_LIST,
    "waiting.end_waiting": I.MANAGE_WAITING_LIST,
    "erasing.overview": I.ERASE,
    "erasing.request": I.ERASE,
    "erasing.undo": I.ERASE,
    "erasing.refuse": I.ERASE,
    "erasing.destroy": I.ERASE,
    "inspection.recipients": I.GIVE_INSPECTION,
    "inspection.look": I.GIVE_INSPECTION,
    "inspection.save": I.GIVE_INSPECTION,
    "inspection.printed": I.GIVE_INSPECTION,
    "inspection.picture": I.GIVE_INSPECTION,
    "rights.overview": I.GIVE_INSPECTION,
    "rights.withhold": I.GIVE_INSPECTION,
    "rights.lift": I.GIVE_INSPECTION,
    "rights.keep_back_again": I.GIVE_INSPECTION,
    "pilot_end.export_all": I.GIVE_INSPECTION,
    "pilot_end.begin": I.GIVE_INSPECTION,
    "pilot_end.step": I.GIVE_INSPECTION,
    "pilot_end.finish": I.GIVE_INSPECTION,
    "inspection.agree": I.RECORD_HELP_CONSENT,
    "rights.add_statement": I.EDIT_DOSSIER,
    "rights.set_objection": I.EDIT_DOSSIER,
    "retention.keep_longer": I.EDIT_DOSSIER,
    "rights.correct": I.WRITE_NOTE,
    "retention.overview": I.READ_DOSSIER,
    "keeping.overview": I.BACK_UP,
    "keeping.choose_folder": I.BACK_UP,
    "keeping.run": I.BACK_UP,
    "keeping.back_up": I.BACK_UP,
    "keeping.expire_copies": I.BACK_UP,
    "keeping.rebuild_search": I.BACK_UP,
    "restoring.present": I.BACK_UP,
    "key_sheets.recovery_paper": I.KEEP_KEYS,
    "keyholding.overview": I.KEEP_KEYS,
    "keyholding.begin_recovery": I.KEEP_KEYS,
    "keyholding.finish_recovery": I.KEEP_KEYS,
    "keyholding.read_employer_key": I.KEEP_KEYS,
    "keyholding.add_employer": I.KEEP_KEYS,
    "keyholding.add_keyring": I.KEEP_KEYS,
    "keyholding.try_slot": I.KEEP_KEYS,
    "keyholding.remove": I.KEEP_KEYS,
    "keyholding.judge": I.KEEP_KEYS,
    "keyholding.change_passphrase": I.KEEP_KEYS,
    "keyholding.set_passphrase_after_recovery": I.KEEP_KEYS,
    "keyholding.change_file_key": I.KEEP_KEYS,
    "ways_in.choose_passphrase": I.KEEP_KEYS,
}
"""Which right each service asks for first; it may ask for more behind it."""

PARTS = {
    "access_sharing.received": "asked by the services that show the log",
    "access_sharing.first_breaks": "asked by the services that show the log",
    "access_sharing.unread_emergencies": "a part of the duties of the day",
    "acting.check": "is part of the gate",
    "acting.saw": "is part of the gate",
    "acting.log": "is part of the gate",
    "booking.doubt_about": "a part of booking",
    "cards.person_of": "a part of booking and of the agenda",
    "cards.hit_of": "a part of booking and of the agenda",
    "cards.duplicates": "a part of booking and of the agenda",
    "cards.make_card": "a part of booking and of the agenda",
    "cards.card_for": "a part of booking and of the agenda",
    "cards.sharing_standing": "a part of booking and of the agenda",
    "cards.still_to_ask": "a part of booking and of the agenda",
    "cards.sharing_consent": "a part of booking and of the agenda",
    "consents.standing_for": "a part of a dossier, an evaluation or a handover",
    "consents.consent_lines": "a part of a dossier, an evaluation or a handover",
    "consents.consent_line": "a part of a dossier, an evaluation or a handover",
    "dossiers.open_episode": "a part of a note or of a decision after a talk",
    "dossiers.last_episode": "a part of a note or of a decision after a talk",
    "dossiers.way_in": "a part of a note or of a decision after a talk",
    "fact_sources.own_sources": "a part of deriving facts",
    "facts.pseudonym_key": "a part of deriving facts",
    "feedback.new_feedback": "a part of what is decided after a talk",
    "feedback.to_tell": "a part of what is decided after a talk",
    "feedback.of_appointment": "a part of what is decided after a talk",
    "feedback.standing_for": "a part of what is decided after a talk",
    "feedback.staff_names": "a part of what is decided after a talk",
    "handover_letters.letter": "a part of sending a handover",
    "handover_starts.receivers": "a part of beginning a handover",
    "handover_views.look": "a part of a handover",
    "handover_views.consent_to": "a part of a handover",
    "handover_views.people_of": "a part of a handover",
    "handover_views.sources_of": "a part of a handover",
    "notes.of_visit": "a part of feedback to the practice",
    "outcomes.propose_next": "a part of what is decided after a talk",
    "persons.persons": "names for a list that asked for the right",
    "reporting.names": "a part of the report",
    "responsible.user": "is part of the log",
    "restricting.is_closed": "is part of the gate",
    "restricting.closed": "is part of the gate",
    "restricting.refuse": "is part of the gate",
    "sending.outgoing": "a step of a round with the hub",
    "sending.refused": "a step of a round with the hub",
    "sending.start_anew": "a step of a round with the hub",
    "slots.free": "a part of booking",
    "slots.require_free": "a part of booking",
    "slots.left_behind": "a part of booking",
    "syncing.finished": "a step of a round with the hub",
    "syncing.settle": "a step of a round with the hub",
    "syncing.outgoing": "a step of a round with the hub",
    "syncing.begin": "a step of a round with the hub",
    "syncing.take": "a step of a round with the hub",
    "taking.cursor": "a step of a round with the hub",
    "taking.begin": "a step of a round with the hub",
    "taking.take_item": "a step of a round with the hub",
    "taking.to_retry": "a step of a round with the hub",
    "taking.retry": "a step of a round with the hub",
    "timelines.timeline": "a part of a dossier",
    "visits.unfinished": "a part of closing a half-day",
    "access.events_about": "a part of the list for the family and of a copy for them",
    "destroying.settle": "a step of a round with the hub",
    "destroying.to_forget": "a step of a round with the hub",
    "destroying.forgotten": "a step of a round with the hub",
    "erasing.due": "a part of the duties of the day",
    "facts.take_back": "a part of destroying a dossier",
    "inspection.make": "a part of a copy for the family",
    "inspection.looks": "a part of a copy for the family",
    "inspection_content.parts": "a part of a copy for the family",
    "pilot_end.complete_copy": "a part of the export for the employer",
    "rights.objection": "a part of the rights of a family",
    "retention.term_of": "a part of the list of what is due",
    "retention.last_changes": "a part of the list of what is due",
    "keeping.to_go": "a part of caring for copies",
}
"""Parts of a service, which asked for the right: no window, command or demo calls one (a test reads the sources)."""

FREE = {
    "acting.acting": "is the gate",
    "badges.waiting_by_area": "asks what this role may before it counts, and shows numbers only",
    "enrolling.device_card": "names this device and its person, and nobody else",
    "enrolling.follow": "says which spaces to ask the hub for; the hub and the membership decide what comes",
    "trouble.begin": "says how the disk and the file are, to whoever has the file open",
    "trouble.state": "says how the disk and the file are, to whoever has the file open",
    "trouble.try_again": "looks again whether there is room on the disk",
    "trouble.look_back": "says how the disk and the file are, to whoever has the file open",
    "trouble.seen": "puts a notice about the file away",
    "rollback.put_away": "puts a notice about the file away",
    "keeping.due": "says which care the file needs, and nothing that is in it",
    "keeping.warning": "says which care the file needs, and nothing that is in it",
}
"""Services without a right, and why."""


def public_services() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of `gpconnect.services` that works on a session."""
    for module in pkgutil.iter_modules(services.__path__):
        loaded = importlib.import_module(f"gpconnect.services.{module.name}")
        for name, value in vars(loaded).items():
            if name.startswith("_") or not inspect.isfunction(inspect.unwrap(value)):
                continue
            if value.__module__ != loaded.__name__:
                continue
            hints = get_type_hints(inspect.unwrap(value))
            first = next(iter(inspect.signature(value).parameters), "")
            if hints.get(first) is Session:
                yield f"{module.name}.{name}", value


SERVICES = dict(public_services())


def test_every_service_names_its_right_or_says_why_it_needs_none() -> None:
    known = {**RIGHTS, **PARTS, **FREE}
    assert len(known) == len(RIGHTS) + len(PARTS) + len(FREE)
    assert sorted(SERVICES) == sorted(known), "a service is new, or gone: see the top of this file"


def test_no_window_calls_a_part_that_asks_for_no_right() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for folder in ("ui", "app.py", "cli.py")
        for path in _files(Path(services.__path__[0]).parent / folder)
    ]
    used = [
        one for one in PARTS if any(f"{one}," in text or f"{one}(" in text or f"{one})" in text for text in sources)
    ]
    assert used == []


def _files(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def placeholder(hint: Any) -> Any:
    """Something of a plausible type: a service that looks at it before it asks for the right fails this test."""
    plain: dict[Any, Any] = {str: "0" * 32, int: 1, bool: False, date: TUESDAY, Path: Path("/nowhere"), bytes: b""}
    return plain.get(hint)


def call(service: Callable[..., Any], session: Session) -> None:
    """Call a service with placeholders for what it must be given."""
    hints = get_type_hints(inspect.unwrap(service))
    wanted = list(inspect.signature(service).parameters.values())[1:]
    needed = [one for one in wanted if one.default is inspect.Parameter.empty]
    args = [placeholder(hints[one.name]) for one in needed if one.kind is not inspect.Parameter.KEYWORD_ONLY]
    named = {one.name: placeholder(hints[one.name]) for one in needed if one.kind is inspect.Parameter.KEYWORD_ONLY}
    service(session, *args, **named)


def contents(session: Session) -> dict[str, list[Any]]:
    """Everything in the file but the access log and the head that is kept beside it."""
    tables = [
        name
        for (name,) in session.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if not name.startswith(("access_log", "sqlite_", "search_"))
    ]
    found = {name: session.db.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables if name != "meta"}  # noqa: S608 - our own tables
    found["meta"] = session.db.execute("SELECT * FROM meta WHERE name <> 'access_log.head'").fetchall()
    return found


PEOPLE = {
    Role.YOUTH_WORKER: "worker",
    Role.GP: "gp",
    Role.PRACTICE_ASSISTANT: "assistant",
    Role.COORDINATOR: "coordinator",
}


@pytest.mark.parametrize("role", Role)
def test_a_role_without_the_right_is_refused_on_record_and_nothing_changes(
    role: Role, make_session: MakeSession
) -> None:
    session = with_pilot(make_session(PEOPLE[role]))
    before = contents(session)
    refused = [name for name, intention in RIGHTS.items() if role not in MAY[intention]]
    for name in refused:
        row = access_log.last_row(session.db)
        with pytest.raises(KnownError) as refusal:
            call(SERVICES[name], session)
        assert (name, refusal.value.code) == (name, "role.may_not")
        (line,) = access_log.after_row(session.db, row)
        assert (name, line.event.outcome, line.event.purpose) == (name, "role.may_not", str(RIGHTS[name]))
        assert (line.event.user, line.event.at) == (session.actor.staff_id, session.now())
    assert contents(session) == before
    assert refused
