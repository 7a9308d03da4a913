"""What the desk looks after by itself when it opens; copies and checks are in `tests.ui.admin.test_keeping`."""

from gpconnect.services import finding
from gpconnect.services.session import Session
from gpconnect.storage import connection
from gpconnect.ui.caretaker import Caretaker
from tests.services.dossier_help import a_dossier
from tests.ui.workplace import Opens


def test_what_a_broken_off_round_left_unread_is_found_once_the_desk_opens(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_dossier)
    place.do(empty_index)
    assert place.do(finding.find, "Daan").people == ()

    caretaker = Caretaker(place.desk)
    caretaker.start()
    assert place.settle()
    caretaker.stop()

    assert [one.name for one in place.do(finding.find, "Daan").people] == ["Daan Willems"]


def empty_index(session: Session) -> None:
    with connection.transaction(session.db):
        for table in ("search", "search_names"):
            session.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        session.db.execute("UPDATE search_entry SET waits = 1")
