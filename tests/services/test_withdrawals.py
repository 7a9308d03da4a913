"""Two people answer for a family, or one sends, without having heard of each other: the withdrawal wins."""

from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import StandingStatus
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import Handover
from gpconnect.domain.people import RelatedPerson
from gpconnect.services import applying, consents, erasing, handovers, sharing, withdrawals
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import HANDOVER, HELP
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, rows
from tests.services.conftest import TEAM, Clock, put_common
from tests.services.dossier_help import MOZAIEK, a_dossier
from tests.services.erasing_help import ask
from tests.services.online import Wire, sync

Team = tuple[Session, Session]
BY_HELP = Question(Scope.HELP, HELP, TEAM, "Buurtzorg Jong")
TO_MOZAIEK = Question(Scope.SHARE, HANDOVER, MOZAIEK, "Mozaïek jeugdhulp")


def say(session: Session, patient_id: str, decision: Decision, question: Question = BY_HELP) -> None:
    """The same parent answers every time."""
    (parent,) = rows.where(session.db, RelatedPerson, "patient_id = ?", (patient_id,))
    consents.record_consent(session, NewConsent(patient_id, question, parent.id, decision))


def standing(session: Session, patient_id: str) -> StandingStatus:
    return consents.standing_for(session, patient_id, Scope.HELP, TEAM).status


def test_a_yes_that_had_not_heard_of_the_withdrawal_does_not_count_in_whatever_order_they_arrive(
    team: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = team
    for first, second in ((sanne, joris), (joris, sanne)):
        child = a_dossier(sanne)
        say(sanne, child, Decision.GIVEN)
        sync(sanne, joris, wire=wire)
        say(sanne, child, Decision.WITHDRAWN)
        clock.forward(days=1)
        say(joris, child, Decision.GIVEN)
        assert standing(joris, child) is StandingStatus.GIVEN

        sync(first, second, wire=wire)

        for session in team:
            assert standing(session, child) is StandingStatus.WITHDRAWN
            items = [one for one in sharing.overview(session).items if one.reason == withdrawals.OVERRULED]
            assert items[0].kind == "consent"
            assert all(applying.agrees(session.db, "consent", one.id) for one in rows.where(session.db, Consent))
        assert rows.where(sanne.db, Consent, "person_id = ?", (child,)) == rows.where(
            joris.db, Consent, "person_id = ?", (child,)
        )


def test_a_yes_that_knew_of_the_withdrawal_stands(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    say(sanne, child, Decision.WITHDRAWN)
    sync(sanne, joris, wire=wire)
    clock.forward(days=1)
    say(joris, child, Decision.GIVEN)

    sync(joris, sanne, wire=wire)

    assert [standing(session, child) for session in team] == [StandingStatus.GIVEN] * 2
    assert sharing.overview(joris).items == ()


def test_a_withdrawal_about_something_else_takes_nothing_back(team: Team, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    say(sanne, child, Decision.WITHDRAWN, TO_MOZAIEK)
    say(joris, child, Decision.GIVEN)

    sync(joris, sanne, wire=wire)

    assert [standing(session, child) for session in team] == [StandingStatus.GIVEN] * 2


def handed_over(session: Session, child: str) -> str:
    """A handover that leaves for Mozaïek; gives its id."""
    said = {"reason": "Durft niet naar school", "question": "Behandeling van angst"}
    content = Content(said, access_route=AccessRoute.DECISION)
    made = handovers.create_handover(session, child, MOZAIEK, content)[1]
    handovers.send(session, made, how="phone")
    return made


def test_what_was_sent_without_knowing_of_a_withdrawal_is_told_to_who_sent_it(team: Team, wire: Wire) -> None:
    sanne, joris = team
    put_common(sanne)
    children = [a_dossier(sanne, name) for name in ("Daan", "Noor")]
    for child in children:
        say(sanne, child, Decision.GIVEN, TO_MOZAIEK)
    handed_over(sanne, children[0])
    sync(sanne, joris, wire=wire)
    for child in children:
        say(joris, child, Decision.WITHDRAWN, TO_MOZAIEK)
    late = handed_over(sanne, children[1])

    sync(sanne, joris, wire=wire)

    for session in team:
        (flagged,) = conflicts.marked(session.db)
        assert (flagged.record, flagged.reason) == (late, withdrawals.SENT_MEANWHILE)
        assert flagged.author == sanne.actor.staff_id
        assert rows.require(session.db, Handover, late).sent_at is not None, "it did leave"


def test_what_is_told_of_a_dossier_does_not_hang_on_when_somebody_asked_to_erase_it(team: Team, wire: Wire) -> None:
    sanne, joris = team
    put_common(sanne)
    child = a_dossier(sanne)
    say(sanne, child, Decision.GIVEN, TO_MOZAIEK)
    sync(sanne, joris, wire=wire)
    say(joris, child, Decision.WITHDRAWN)
    say(joris, child, Decision.WITHDRAWN, TO_MOZAIEK)
    say(sanne, child, Decision.GIVEN)
    handed_over(sanne, child)
    asked = ask(joris, child)

    sync(joris, sanne, wire=wire)
    assert [conflicts.marked(session.db) for session in team] == [[], []], "it is out of sight"
    erasing.undo(sanne, asked)
    sync(sanne, joris, wire=wire)

    told = {withdrawals.OVERRULED, withdrawals.SENT_MEANWHILE}
    assert [{one.reason for one in conflicts.marked(session.db)} for session in team] == [told, told]
    assert [standing(session, child) for session in team] == [StandingStatus.WITHDRAWN] * 2
