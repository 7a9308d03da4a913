"""What is typed in a dossier is kept: one change, one answer, and a way back where there is one."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gpconnect.domain.care import Destination, EndReason
from gpconnect.domain.errors import KnownError
from gpconnect.services import closing, consents, doubles, lead, patients, reviews
from gpconnect.services.consents import NewConsent, Question, Stops
from gpconnect.services.patients import TypedPerson
from gpconnect.ui.desk import Desk
from gpconnect.ui.patients import words
from gpconnect.ui.patients.dossier import DossierPart


class DossierSaver(QObject):
    """Takes what the parts of a dossier hand in, and tells how it went."""

    settled = Signal()
    """A form closed by what it did: the keyboard needs a new place."""

    def __init__(self, desk: Desk, part: DossierPart, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.part = part
        self.patient_id = ""
        self._undo: tuple[str, dict[str, Any]] = ("", {})
        self._archived = ""
        self._episode = ""
        self._led = ("", "")
        self._apart = ("", "")
        self._other = ""
        part.episodes.ended.connect(self._end_episode)
        part.episodes.aftercare_given.connect(self._give_aftercare)
        part.groups.saved.connect(self._save_fields)
        part.groups.handed_over.connect(self._hand_over)
        part.review.recorded.connect(self._record_review)
        part.double.told_apart.connect(self._tell_apart)
        part.double.gone_on.connect(self._go_on)
        part.double.put_back.connect(self._put_back)
        part.people.saved.connect(self._save_related)
        part.people.archived.connect(self._archive_related)
        part.consents.recorded.connect(self._record_consent)
        part.consents.withdrawn.connect(self._withdraw)

    @Slot(dict, dict)
    def _save_fields(self, typed: dict[str, Any], before: dict[str, Any]) -> None:
        form = self.part.groups.form
        self._undo = (self.patient_id, before)
        job = self.desk.tasks.run(patients.edit_patient, self.patient_id, typed)
        job.then(self._fields_saved).otherwise(form.show_error if form else self.desk.trouble)

    @Slot(object)
    def _fields_saved(self, _changes: object) -> None:
        self.part.groups.close_form()
        self.desk.toast(self.tr("Bewaard."), self._undo_fields)

    @Slot()
    def _undo_fields(self) -> None:
        patient_id, before = self._undo
        self.desk.tasks.run(patients.edit_patient, patient_id, before)

    @Slot(str, str)
    def _hand_over(self, to_id: str, reason: str) -> None:
        form, view = self.part.groups.form, self.part.groups.view
        assert view is not None, "a form belongs to a dossier"
        # Who left gets it back no more.
        self._led = (self.patient_id, "" if view.lead_left else view.patient.case_lead)
        job = self.desk.tasks.run(lead.hand_over, self.patient_id, to_id, reason)
        job.then(self._handed_over).otherwise(form.show_error if form else self.desk.trouble)

    @Slot(object)
    def _handed_over(self, _changes: object) -> None:
        self.part.groups.close_form()
        self.desk.toast(self.tr("De leiding is overgedragen."), self._lead_again if self._led[1] else None)

    @Slot()
    def _lead_again(self) -> None:
        patient_id, before = self._led
        self.desk.tasks.run(lead.hand_over, patient_id, before, self.tr("Overdragen ongedaan gemaakt"))

    @Slot(int, str)
    def _record_review(self, age: int, said: str) -> None:
        job = self.desk.tasks.run(reviews.record, self.patient_id, age, said)
        job.then(self._reviewed).otherwise(self.part.review.form.show_error)

    @Slot(object)
    def _reviewed(self, _changes: object) -> None:
        self.settled.emit()
        self.desk.toast(self.tr("Vastgelegd. Het staat op de tijdlijn."))

    @Slot(str)
    def _go_on(self, other_id: str) -> None:
        self._other = other_id
        self.desk.tasks.run(doubles.go_on, self.patient_id, other_id).then(self._gone_on)

    @Slot(object)
    def _gone_on(self, _changes: object) -> None:
        self.settled.emit()
        self.desk.toast(self.tr("Jullie gaan verder in dit dossier. Er is niets gewist."), self._restore_other)

    @Slot()
    def _restore_other(self) -> None:
        self.desk.tasks.run(patients.restore_dossier, self._other)

    @Slot()
    def _put_back(self) -> None:
        self._other = self.patient_id
        self.desk.tasks.run(patients.restore_dossier, self.patient_id).then(self._is_back)

    @Slot(object)
    def _is_back(self, _changes: object) -> None:
        self.settled.emit()
        self.desk.toast(self.tr("Het dossier staat weer op de lijst."), self._off_again)

    @Slot()
    def _off_again(self) -> None:
        self.desk.tasks.run(patients.archive_dossier, self._other)

    @Slot(str)
    def _tell_apart(self, other_id: str) -> None:
        self._apart = (self.patient_id, other_id)
        self.desk.tasks.run(doubles.tell_apart, self.patient_id, other_id).then(self._told_apart)

    @Slot(object)
    def _told_apart(self, _changes: object) -> None:
        self.settled.emit()
        self.desk.toast(self.tr("Vastgelegd: dit zijn twee jeugdigen."), self._take_for_one)

    @Slot()
    def _take_for_one(self) -> None:
        self.desk.tasks.run(doubles.take_for_one, *self._apart)

    @Slot(str, object, object)
    def _end_episode(self, episode_id: str, reason: EndReason, destination: Destination) -> None:
        form = self.part.episodes.form
        self._episode = episode_id
        job = self.desk.tasks.run(closing.end_episode, episode_id, reason, destination)
        job.then(self._episode_ended).otherwise(form.show_error if form else self.desk.trouble)

    @Slot(object)
    def _episode_ended(self, _changes: object) -> None:
        self.part.episodes.close_form()
        self.settled.emit()
        self.desk.toast(self.tr("Traject afgesloten. Over zes weken vragen we hoe het gaat."), self._reopen_episode)

    @Slot()
    def _reopen_episode(self) -> None:
        self.desk.tasks.run(closing.reopen_episode, self._episode)

    @Slot(str, bool)
    def _give_aftercare(self, episode_id: str, came_back: bool) -> None:  # noqa: FBT001 - a signal brings it by place
        self._episode = episode_id
        self.desk.tasks.run(closing.record_aftercare, episode_id, came_back=came_back).then(self._aftercare_given)

    @Slot(object)
    def _aftercare_given(self, _changes: object) -> None:
        self.settled.emit()
        self.desk.toast(self.tr("Nazorg vastgelegd."), self._undo_aftercare)

    @Slot()
    def _undo_aftercare(self) -> None:
        self.desk.tasks.run(closing.undo_aftercare, self._episode)

    @Slot(object, str)
    def _save_related(self, typed: TypedPerson, person_id: str) -> None:
        form = self.part.people.form
        job = self.desk.tasks.run(patients.save_related, self.patient_id, typed, person_id)
        job.then(self._related_saved).otherwise(form.show_error if form else self.desk.trouble)

    @Slot(object)
    def _related_saved(self, _result: object) -> None:
        self.part.people.close_form()

    @Slot(str)
    def _archive_related(self, person_id: str) -> None:
        self._archived = person_id
        self.desk.tasks.run(patients.archive_related, person_id).then(self._related_archived)

    @Slot(object)
    def _related_archived(self, _changes: object) -> None:
        self.part.people.close_form()
        self.desk.toast(self.tr("Weggehaald. Wat eerder is afgesproken blijft staan."), self._restore_related)

    @Slot()
    def _restore_related(self) -> None:
        self.desk.tasks.run(patients.restore_related, self._archived)

    @Slot(object)
    def _record_consent(self, new: NewConsent) -> None:
        job = self.desk.tasks.run(consents.record_consent, new)
        job.then(self._consent_recorded).otherwise(self._consent_refused)

    @Slot(object)
    def _consent_recorded(self, _changes: object) -> None:
        self.desk.toast(self.tr("Vastgelegd. Een ander antwoord kan altijd nog."))

    @Slot(object)
    def _consent_refused(self, error: BaseException) -> None:
        if isinstance(error, KnownError) and error.code.startswith(("consent.", "person.birth_date")):
            self.part.consents.show_error(error)
        else:
            self.desk.trouble(error)

    @Slot(object, str)
    def _withdraw(self, question: Question, given_by: str) -> None:
        self.desk.tasks.run(consents.withdraw, self.patient_id, question, given_by).then(self._withdrawn)

    @Slot(object)
    def _withdrawn(self, result: tuple[object, Stops]) -> None:
        self.desk.toast(words.say(words.STOPPED, result[1]))
