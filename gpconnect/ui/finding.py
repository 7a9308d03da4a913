"""The window's search box: what is typed goes to the file, what is found comes back in groups."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from gpconnect.services import access, finding
from gpconnect.services.finding import FoundHandover, FoundNote, FoundPerson, FoundProvider, FoundView, FoundVisit
from gpconnect.services.resources import load_codes
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.handovers.words import STATES
from gpconnect.ui.marked import translate
from gpconnect.ui.patients import words
from gpconnect.ui.search_box import Found, FoundGroup, SearchBox


class Finder(QObject):
    """Connects the search box with the file; says for each result where it opens."""

    def __init__(self, desk: Desk, search_box: SearchBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._box = search_box
        search_box.queried.connect(self.ask)
        search_box.opened.connect(self._opened)
        search_box.left.connect(self._left)

    @Slot(str)
    def ask(self, query: str) -> None:
        """Look for what is typed."""
        self._desk.tasks.run(finding.find, query).then(self.show)

    @Slot(object)
    def show(self, view: FoundView) -> None:
        """Hang what was found under the field."""
        groups = (
            FoundGroup(self.tr("Jeugdigen"), tuple(self._person(one) for one in view.people)),
            FoundGroup(self.tr("Afspraken"), tuple(self._visit(one) for one in view.visits)),
            FoundGroup(self.tr("Notities"), tuple(self._note(one) for one in view.notes)),
            FoundGroup(self.tr("Overdrachten"), tuple(self._handover(one) for one in view.handovers)),
            FoundGroup(self.tr("Sociale kaart"), tuple(self._provider(one) for one in view.providers)),
        )
        self._box.show_results(view.query, groups)

    @Slot(str, dict)
    def _opened(self, area: str, params: dict[str, Any]) -> None:
        """Opening a dossier writes the search in the log itself; of all else it is written here."""
        if area != "patients":
            whom = str(params.get("person") or params.get("patient") or params.get("about") or "")
            self._desk.tasks.run(access.searched, "search_box", 1, whom)

    @Slot(int)
    def _left(self, results: int) -> None:
        self._desk.tasks.run(access.searched, "search_box", results)

    def _person(self, one: FoundPerson) -> Found:
        detail = text.join(text.age(one.age), text.birth_date(one.birth_date))
        if one.restricted:
            detail = text.join(detail, self.tr("afgeschermd dossier"))
        if one.in_dossier:
            return Found(one.name, "patients", detail, {"patient": one.id, "found": True})
        known = self.tr("bekend bij de praktijk")
        return Found(one.name, "agenda", text.join(detail, known), {"new": True, "patient": one.id})

    def _visit(self, one: FoundVisit) -> Found:
        # A day of long ago says nothing without its year.
        when = text.full_date(text.local(one.starts_at).date()) if one.been else text.moment(one.starts_at)
        detail = text.join(when, words.say(words.VISITS, one.visit), one.site)
        return Found(one.name, "agenda", detail, {"appointment": one.id, "person": one.person_id})

    def _note(self, one: FoundNote) -> Found:
        detail = text.join(one.title, text.full_date(text.local(one.at).date()), one.author)
        return Found(
            one.name, "patients", detail, {"patient": one.patient_id, "note": one.id, "found": True}, one.excerpt
        )

    def _handover(self, one: FoundHandover) -> Found:
        state = translate("handovers", STATES[one.status]) if one.status in STATES else one.status
        detail = text.join(one.provider, state, text.full_date(text.local(one.at).date()))
        return Found(one.name, "handovers", detail, {"handover": one.id, "about": one.patient_id})

    def _provider(self, one: FoundProvider) -> Found:
        waits = "" if one.waiting_weeks is None else text.duration(one.waiting_weeks * 7)
        kind = load_codes()["destinations"].label(one.destination)
        detail = text.join(kind, self.tr("wachttijd {time}").format(time=waits) if waits else "")
        return Found(one.name, "directory", detail, {"provider": one.id})
