"""What leaves of a handover as a file, with a name that tells nobody anything."""

from dataclasses import replace
from datetime import date
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest

from gpconnect.domain.access import EventType
from gpconnect.domain.consent import Decision, Form, Ground, Scope
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover
from gpconnect.exchange.referral import Agreed
from gpconnect.exchange.referral_files import read
from gpconnect.services import consents, handover_sending, handovers
from gpconnect.services.consents import Question
from gpconnect.services.handover_papers import FILES
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import HANDOVER
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share


def a_handover(session: Session, given_name: str) -> str:
    """Ready to leave."""
    patient_id = a_dossier(session, given_name)
    agree_to_share(session, patient_id)
    return handovers.create_handover(session, patient_id, MOZAIEK, Content(access_route=AccessRoute.DECISION))[1]


def test_two_letters_on_one_day_get_two_names_without_a_person(worker: Session, tmp_path: Path) -> None:
    for name in ("Daan", "Bram"):
        handover_sending.send_file(worker, a_handover(worker, name), tmp_path / "brieven")

    assert sorted(one.name for one in (tmp_path / "brieven").iterdir()) == [
        "warme-overdracht-2026-11-24-1.pdf",
        "warme-overdracht-2026-11-24-2.pdf",
    ]


def test_a_folder_that_cannot_be_made_lets_nothing_leave(worker: Session, tmp_path: Path) -> None:
    (tmp_path / "bezet").touch()
    with pytest.raises(KnownError, match=r"file\.write_failed"):
        handover_sending.send_file(worker, a_handover(worker, "Daan"), tmp_path / "bezet" / "brieven")


EVERY_WAY = (*FILES, "phone")


def leave(session: Session, handover_id: str, folder: Path, how: str) -> None:
    """Let it leave in one of the ways that a worker has."""
    if how == "phone":
        handovers.send(session, handover_id, how=how)
    else:
        handover_sending.send_file(session, handover_id, folder, how)


def give_address(session: Session, address: str = "veilig@mozaiek.example") -> None:
    with transaction(session.db):
        rows.put(session.db, replace(rows.require(session.db, Provider, MOZAIEK), secure_mail=address))


@pytest.mark.parametrize("how", EVERY_WAY)
@pytest.mark.parametrize("decision", [Decision.REFUSED, Decision.WITHDRAWN, None])
def test_without_consent_nothing_leaves_in_any_way(
    worker: Session, tmp_path: Path, how: str, decision: Decision | None
) -> None:
    """Refused, withdrawn after a yes, or never asked: no file, no step, no line of something that left."""
    give_address(worker)
    patient_id = a_dossier(worker, "Daan")
    if decision is Decision.REFUSED:
        agree_to_share(worker, patient_id, Decision.REFUSED)
    elif decision is Decision.WITHDRAWN:
        agree_to_share(worker, patient_id)
    made = handovers.create_handover(worker, patient_id, MOZAIEK, Content(access_route=AccessRoute.DECISION))[1]
    if decision is Decision.WITHDRAWN:
        given_by = consents.standing_for(worker, patient_id, Scope.SHARE, MOZAIEK, HANDOVER).decided_by[0]
        consents.withdraw(worker, patient_id, Question(Scope.SHARE, HANDOVER, MOZAIEK), given_by)
    folder = tmp_path / "brieven"

    with pytest.raises(KnownError, match=r"handover\.consent_"):
        leave(worker, made, folder, how)

    assert not folder.exists() or not list(folder.iterdir())
    assert rows.require(worker.db, Handover, made).sent_at is None
    lines = access_log.of_patient(worker.db, patient_id)
    assert not [one for one in lines if one.type is EventType.EXPORT and one.outcome == "ok"]


@pytest.mark.parametrize("how", EVERY_WAY)
def test_with_consent_it_leaves_and_says_how(worker: Session, tmp_path: Path, how: str) -> None:
    give_address(worker)
    made = a_handover(worker, "Daan")
    leave(worker, made, tmp_path / "brieven", how)
    assert rows.require(worker.db, Handover, made).sent_how == how


def test_the_file_for_another_system_says_what_the_letter_says(worker: Session, tmp_path: Path) -> None:
    patient_id = a_dossier(worker, "Daan")
    agree_to_share(worker, patient_id)
    content = Content(
        {"reason": "Durft niet naar school", "background": "Opa is ziek"},
        withheld=("background",),
        access_route=AccessRoute.DECISION,
    )
    made = handovers.create_handover(worker, patient_id, MOZAIEK, content)[1]
    _, path = handover_sending.send_file(worker, made, tmp_path, "file")

    assert path.name == "warme-overdracht-2026-11-24-1.json"
    assert b"Opa is ziek" not in path.read_bytes()
    told = read(path.read_bytes())
    assert told.missed == ()
    assert told.referral.child.given_name == "Daan"
    assert told.referral.agreed == (Agreed("Karin van Daan", Form.ORAL, worker.today()),)
    texts = {one.key: (one.text, one.withheld) for one in told.referral.sections}
    assert texts["reason"] == ("Durft niet naar school", False)
    assert texts["background"] == ("", True)
    assert "Karin van Daan is akkoord" in texts["consent"][0]
    assert (told.referral.answer_by, told.referral.callback_on) == (date(2026, 12, 1), date(2026, 12, 1))


def test_a_secure_mail_is_a_draft_that_names_nobody_outside_its_attachments(worker: Session, tmp_path: Path) -> None:
    give_address(worker)
    _, path = handover_sending.send_file(worker, a_handover(worker, "Daan"), tmp_path, "mail")

    mail = BytesParser(policy=default).parsebytes(path.read_bytes())
    assert (mail["To"], mail["From"], mail["X-Unsent"]) == ("veilig@mozaiek.example", None, "1")
    assert mail["Subject"] == "Beveiligd bericht van Buurtzorg Jong"
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Graag uw antwoord uiterlijk 01-12-2026." in body.get_content()
    letter, bundle = mail.iter_attachments()
    assert (letter.get_content_type(), letter.get_filename()) == ("application/pdf", "overdracht.pdf")
    assert letter.get_content().startswith(b"%PDF")
    assert read(bundle.get_content()).referral.child.given_name == "Daan"
    outside = "".join([*map(str, mail.values()), body.get_content(), path.name])
    assert "Daan" not in outside
    assert "Willems" not in outside


def test_a_receiver_without_a_secure_address_gets_no_mail_and_nothing_is_lost(worker: Session, tmp_path: Path) -> None:
    give_address(worker, "")
    made = a_handover(worker, "Daan")
    with pytest.raises(KnownError, match=r"handover\.no_secure_mail"):
        handover_sending.send_file(worker, made, tmp_path, "mail")
    assert list(tmp_path.glob("*.eml")) == []
    assert rows.require(worker.db, Handover, made).sent_at is None

    handover_sending.send_file(worker, made, tmp_path, "letter")
    assert rows.require(worker.db, Handover, made).sent_how == "letter"


def test_another_ground_goes_along_with_its_reason_and_no_earlier_consent_does(worker: Session, tmp_path: Path) -> None:
    patient_id = a_dossier(worker, "Daan")
    agree_to_share(worker, patient_id)
    content = Content(ground=Ground.SAFE_HOME, ground_reason="Melding na stap 5", access_route=AccessRoute.DECISION)
    made = handovers.create_handover(worker, patient_id, MOZAIEK, content)[1]
    _, path = handover_sending.send_file(worker, made, tmp_path, "file")
    told = read(path.read_bytes()).referral
    assert (told.ground, told.ground_why, told.agreed) == (Ground.SAFE_HOME, "Melding na stap 5", ())
