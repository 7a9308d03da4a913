"""*Jeugdigen*: find a jeugdige, open the dossier, keep it right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import access, dossier_views, patients, timelines
from gpconnect.services.access import Looked
from gpconnect.services.dossier_views import DossierList, DossierView
from gpconnect.services.patients import NewDossier, Opened
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Page
from gpconnect.ui.parts import PushButton
from gpconnect.ui.patients.dossier import DossierPart
from gpconnect.ui.patients.erasing import ErasingCard, ErasingPart
from gpconnect.ui.patients.listing import ListingPart
from gpconnect.ui.patients.looking import LookingPart
from gpconnect.ui.patients.opening import OpeningPart
from gpconnect.ui.patients.restricting import ClosedPart
from gpconnect.ui.patients.rights import RightsPart
from gpconnect.ui.patients.saving import DossierSaver


class PatientsPage(Page):
    """The list, or one dossier, or a new one, or who looked in it."""

    area = "patients"
    kinds = frozenset(
        {
            *("patient", "related_person", "consent", "episode_of_care", "goal", "site", "statement"),
            *("encounter", "note", "addendum", "appointment", "handover", "feedback", "response"),
            *("erasure", "erasure_receipt", "erasure_refusal", "lead_change", "review", "staff"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        # Before the body, so that Tab comes through the header first.
        self.new = PushButton(self.tr("Nieuwe jeugdige"), self.start_new, role="primary")
        self.note = PushButton(self.tr("Nieuwe notitie"), self._go_note, role="primary")
        self.new.setObjectName("patientsNew")
        self.note.setObjectName("dossierNote")
        self.header.set_actions([self.new, self.note])
        self.listing = ListingPart(desk)
        self.dossier = DossierPart(desk)
        self.looking = LookingPart(desk)
        self.closed = ClosedPart(desk)
        self.rights = RightsPart(desk)
        self.rights.add_card(ErasingCard(desk))
        self.erasing = ErasingPart(desk)
        self.saver = DossierSaver(desk, self.dossier, self)
        self.opening: OpeningPart | None = None
        self.patient_id = ""
        self._view: DossierView | None = None
        self._archived = ""
        self._looking_at = ""
        self._wanted = ""
        for part in (self.listing, self.dossier, self.looking, self.closed, self.rights, self.erasing):
            self.body.addWidget(part, 1)
        self._connect()
        self._show_list()

    def load(self) -> None:
        if self.erasing.isVisibleTo(self):
            self.erasing.card.show_patient(self.erasing.card.patient_id)
        elif self.patient_id:
            job = self.desk.tasks.run(dossier_views.look_again, self.patient_id)
            job.then(self._show_dossier).otherwise(self._not_opened)
        else:
            self._ask(self.listing.search.text())

    def show_params(self, params: Mapping[str, object]) -> None:
        if "who_looked" in params:
            self.open(str(params["who_looked"]))
            self.show_looks()
        elif "rights" in params:
            self.open(str(params["rights"]))
            self.show_rights()
        elif "patient" in params:
            self.open(str(params["patient"]), found=bool(params.get("found")))
            if params.get("note"):
                self.read_note(str(params["note"]))
            self._wanted = str(params.get("edit", ""))
        elif "erasing" in params:
            self.show_erasing(str(params["erasing"]), str(params.get("article", "")))
        elif params.get("new"):
            self.start_new()

    def place(self) -> dict[str, object]:
        """The dossier that is open."""
        return {"patient": self.patient_id} if self.patient_id else {}

    def keeps(self, field: QWidget) -> bool:
        """A search is no loss."""
        return field is self.listing.search

    def open(self, patient_id: str, *, found: bool = False) -> None:
        """Open a dossier; that is on record."""
        self.patient_id, self._wanted = patient_id, ""
        job = self.desk.tasks.run(dossier_views.open_dossier, patient_id, found=found)
        job.then(self._show_dossier).otherwise(self._not_opened)

    @Slot()
    def close_dossier(self) -> None:
        """Back to the list."""
        self.patient_id, self._view = "", None
        self._show_list()
        self._ask(self.listing.search.text())

    @Slot()
    def start_new(self) -> None:
        """A new dossier without a booking."""
        self.desk.tasks.run(patients.practices).then(self._show_opening)

    @Slot()
    def show_looks(self) -> None:
        """Who looked in the dossier that is open."""
        self._looking_at = self.patient_id
        self.desk.tasks.run(access.looked, self.patient_id).then(self._show_looks)

    @Slot()
    def show_rights(self) -> None:
        """What the family may ask, and what is kept back from them."""
        self.rights.show_patient(self.patient_id)

    @Slot(str)
    def _show_rights(self, name: str) -> None:
        entering = self.rights.isHidden()
        self.header.set_title(self.tr("Rechten van het gezin"), name)
        self._show_only(self.rights)
        if entering:
            self.rights.back.setFocus()

    def show_erasing(self, patient_id: str, article: str = "") -> None:
        """What was asked to be erased of a dossier, also of one that is blocked."""
        self.patient_id, self._view = "", None
        self.header.set_title(self.tr("Wissen"), self.tr("Op verzoek van het gezin, of na de bewaartermijn"))
        self._show_only(self.erasing)
        self.erasing.card.show_patient(patient_id, article)

    @Slot(str)
    def read_note(self, note_id: str) -> None:
        """Read a signed note; that is on record."""
        self.desk.tasks.run(timelines.read_note, note_id).then(self.dossier.note.show_note)

    def _connect(self) -> None:
        part = self.dossier
        self.listing.asked.connect(self._ask)
        self.listing.chosen.connect(self._chosen)
        part.back.clicked.connect(self.close_dossier)
        part.looked.clicked.connect(self.show_looks)
        part.emergency.ended.connect(self._end_emergency)
        part.double.opened.connect(self.open)
        part.rights.clicked.connect(self.show_rights)
        self.rights.named.connect(self._show_rights)
        self.rights.back.clicked.connect(self._back_to_dossier)
        part.follow_up.clicked.connect(self._go_agenda)
        part.hand_over.clicked.connect(self._go_new_handover)
        part.evaluate.clicked.connect(self._go_evaluation)
        self.looking.back.clicked.connect(self._back_to_dossier)
        self.closed.back.clicked.connect(self.close_dossier)
        self.closed.opened.connect(self.open)
        self.erasing.back.clicked.connect(self.close_dossier)
        part.off_list.clicked.connect(self._take_off_list)
        part.timeline.note_wanted.connect(self.read_note)
        part.timeline.handover_wanted.connect(self._go_handover)
        self.saver.settled.connect(self.note.setFocus)

    def _show_only(self, shown: QWidget) -> None:
        parts = (self.listing, self.dossier, self.looking, self.closed, self.rights, self.erasing, self.opening)
        if shown.isHidden():
            self.scroll_to_top()
        for part in parts:
            if part is not None:
                part.setVisible(part is shown)
        self.new.setVisible(shown is self.listing)
        reading = self._view is not None and self._view.emergency_until is not None
        self.note.setVisible(shown is self.dossier and not reading)

    def _show_list(self) -> None:
        self.header.set_title(self.tr("Jeugdigen"), self.tr("Dossiers van het team"))
        self._show_only(self.listing)

    @Slot(str)
    def _ask(self, typed: str) -> None:
        self.desk.tasks.run(dossier_views.list_dossiers, typed).then(self._show_found)

    @Slot(object)
    def _show_found(self, found: DossierList) -> None:
        self.listing.show_list(found)

    @Slot(str)
    def _chosen(self, patient_id: str) -> None:
        self.open(patient_id, found=bool(self.listing.search.text().strip()))

    @Slot(object)
    def _show_dossier(self, view: DossierView) -> None:
        if view.patient.id != self.patient_id:
            return
        entering = self._view is None or self._view.patient.id != view.patient.id
        self._view = view
        twins = self.tr("tweeling met {names}").format(names=", ".join(view.twins)) if view.twins else ""
        lead = self.tr("casusregisseur {name}").format(name=view.lead) if view.lead else ""
        born = text.birth_date(view.patient.birth_date)
        if (self.looking.isHidden() and self.rights.isHidden()) or entering:
            self.header.set_title(view.name, text.join(text.age(view.age), born, lead, twins))
            self._show_only(self.dossier)
        self.saver.patient_id = view.patient.id
        self.dossier.show_view(view, text.local(self.desk.clock()).date())
        if entering:
            # Where the keyboard stood has gone with the list. What Qt would choose may be far below the edge.
            self.dossier.back.setFocus(Qt.FocusReason.OtherFocusReason)
        if entering or self._wanted:
            QTimer.singleShot(0, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        """At the top, or in the form that was asked for."""
        self.scroll_to_top()
        wanted, self._wanted = self._wanted, ""
        if wanted and self._view is not None and self._view.emergency_until is None:
            self.dossier.groups.edit(wanted)

    @Slot()
    def _end_emergency(self) -> None:
        """Over: the page closes by itself. It asks no more, for the family would read that somebody tried."""
        if ended := self.patient_id:
            self._show_closed()
            self.desk.tasks.run(access.end_emergency, ended)

    def _show_closed(self) -> None:
        patient_id, self.patient_id, self._view = self.patient_id, "", None
        self.header.set_title(self.tr("Afgeschermd dossier"), "")
        self._show_only(self.closed)
        self.closed.start(patient_id)

    @Slot(object)
    def _not_opened(self, error: BaseException) -> None:
        if isinstance(error, KnownError) and error.code == "dossier.restricted":
            self._show_closed()
            return
        patient_id, self.patient_id, self._view = self.patient_id, "", None
        if isinstance(error, KnownError) and error.code == "dossier.blocked":
            self.show_erasing(patient_id)
            return
        self._show_list()
        self._ask(self.listing.search.text())
        self.desk.trouble(error)

    @Slot(object)
    def _show_looks(self, looked: Looked) -> None:
        if self._view is None:
            return
        self.looking.show_looks(looked, self.patient_id)
        self.header.set_title(self.tr("Wie keek er in dit dossier?"), self._view.name)
        self._show_only(self.looking)
        self.looking.back.setFocus()

    @Slot()
    def _back_to_dossier(self) -> None:
        view, self._view = self._view, None
        self.rights.patient_id = ""
        if view is not None:
            self._show_dossier(view)

    @Slot(object)
    def _show_opening(self, sites: tuple[tuple[str, str], ...]) -> None:
        if self.opening is not None:
            self.opening.deleteLater()
        self.patient_id, self._view = "", None
        self.opening = OpeningPart(sites)
        self.opening.wanted.connect(self._open_new)
        self.opening.known_chosen.connect(self._open_known)
        self.opening.cancelled.connect(self.close_dossier)
        self.body.addWidget(self.opening, 1)
        self.header.set_title(self.tr("Nieuwe jeugdige"), self.tr("Een dossier zonder afspraak"))
        self._show_only(self.opening)
        self.opening.start(self.listing.search.text())

    @Slot(object)
    def _open_new(self, new: NewDossier) -> None:
        assert self.opening is not None, "a new dossier comes from its form"
        job = self.desk.tasks.run(patients.add_dossier, new)
        job.then(self._opened).otherwise(self.opening.form.show_error)

    @Slot(object)
    def _opened(self, result: tuple[object, Opened]) -> None:
        _, opened = result
        if opened.resembles and self.opening is not None:
            self.opening.show_known(opened.resembles)
            return
        self.listing.search.clear()
        self.desk.toast(self.tr("Het dossier is gemaakt."))
        self.open(opened.patient_id)

    @Slot(str, bool)
    def _open_known(self, person_id: str, in_dossier: bool) -> None:  # noqa: FBT001 - a signal brings it by place
        self.listing.search.clear()
        if in_dossier:
            self.open(person_id)
        else:
            self.desk.tasks.run(patients.open_from_card, person_id).then(self._opened_card)

    @Slot(object)
    def _opened_card(self, result: tuple[object, str]) -> None:
        self.open(result[1])

    @Slot()
    def _take_off_list(self) -> None:
        self._archived = self.patient_id
        self.desk.tasks.run(patients.archive_dossier, self.patient_id).then(self._off_list)

    @Slot(object)
    def _off_list(self, _changes: object) -> None:
        self.close_dossier()
        self.desk.toast(self.tr("Van de lijst gehaald. Er is niets gewist."), self._restore_dossier)

    @Slot()
    def _restore_dossier(self) -> None:
        self.desk.tasks.run(patients.restore_dossier, self._archived)

    @Slot()
    def _go_note(self) -> None:
        self.desk.go("note", patient=self.patient_id)

    @Slot()
    def _go_agenda(self) -> None:
        self.desk.go("agenda", new=True, patient=self.patient_id)

    @Slot()
    def _go_new_handover(self) -> None:
        self.desk.go("handovers", patient=self.patient_id)

    @Slot(str)
    def _go_handover(self, handover_id: str) -> None:
        self.desk.go("handovers", handover=handover_id)

    @Slot()
    def _go_evaluation(self) -> None:
        self.desk.go("evaluation", patient=self.patient_id)
