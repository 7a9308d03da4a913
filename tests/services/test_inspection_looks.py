"""Who looked, as the family reads it in its copy of the dossier."""

from gpconnect.services import inspection
from gpconnect.services.acting import saw
from gpconnect.services.session import Session
from tests.documents.test_cards_and_letters import text as pdf_text
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.test_inspection import YOUTH


def test_who_looked_stands_in_the_copy_by_day_and_in_the_words_of_the_familys_list(
    worker: Session, clock: Clock
) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    clock.forward(days=1)
    for _ in range(3):
        saw(worker, child, "visit")
    made = inspection.look(worker, child, inspection.Wish("patient"))
    said = " ".join(pdf_text(made.pdf).split())
    assert "woensdag 25 november 2026 Tijd Wie deed wat" in said
    assert "Sanne de Vries keek in het dossier, om een afspraak voor te bereiden (3 keer)" in said
    assert said.index("woensdag 25 november") < said.index("dinsdag 24 november")
