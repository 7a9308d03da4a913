"""What is asked for and what the family wants to reach, ending that stretch of help, and the aftercare on it."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.care import Destination, EndReason, EpisodeOfCare, Goal
from gpconnect.services.dossier_views import DossierView
from gpconnect.services.resources import load_codes
from gpconnect.ui import text
from gpconnect.ui.parts import Card, FlowLayout, PushButton, clear, column, label
from gpconnect.ui.patients import words
from gpconnect.ui.patients.fields import Field, FieldsForm


class EpisodesCard(Card):
    """Each stretch of help in the family's own words, with its goals and what can be done to it."""

    ended = Signal(str, object, object)
    """Id of an episode, `EndReason` and `Destination`."""
    aftercare_given = Signal(str, bool)
    """Id of an episode, and whether the family needs help again."""
    turned = Signal()
    """A form came or went."""

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Hulpvraag en doelen"))
        self._rows = column(spacing=1.5)
        self._holder = column(spacing=1.5)
        self.add(self._rows)
        self.add(self._holder)
        self.form: FieldsForm | None = None
        self._ending = ""

    def show_view(self, view: DossierView, today: date) -> None:
        """Show episodes, the one going on first, each with its goals; a form that is open stays."""
        clear(self._rows)
        open_ones = {one.id for one in view.episodes if one.ended_on is None}
        if self._ending not in open_ones:
            self.close_form()
        for episode in sorted(view.episodes, key=_ended):
            self._rows.addWidget(self._episode(episode))
            for goal in view.goals:
                if goal.episode_id == episode.id:
                    self._rows.addWidget(self._goal(goal))
            self._ways(episode, today)
        self.setVisible(bool(view.episodes))

    def set_reading(self, *, reading: bool) -> None:
        """Whether what is shown may only be read."""
        if reading:
            self.close_form()
            for button in self.findChildren(PushButton):
                button.hide()

    def close_form(self) -> None:
        """Put the form for ending away."""
        self._ending = ""
        if self.form is not None:
            self.form = None
            clear(self._holder)

    def _episode(self, one: EpisodeOfCare) -> QWidget:
        reasons, places = load_codes()["reasons"], load_codes()["destinations"]
        part = QWidget()
        said = label(
            f"“{one.request_for_help}”" if one.request_for_help else self.tr("Hulpvraag nog niet opgeschreven")
        )
        began = self.tr("gevraagd op {day}").format(day=text.full_date(one.requested_on))
        ended = self.tr("afgesloten op {day}").format(day=text.full_date(one.ended_on)) if one.ended_on else ""
        why = words.say(words.END_REASONS, one.end_reason).lower() if one.end_reason else ""
        went = one.destination is not None and one.destination is not Destination.NONE
        where = self.tr("verder bij: {place}").format(place=places.label(str(one.destination))) if went else ""
        after = ""
        if one.aftercare_done is not None:
            after = self.tr("nazorg gedaan op {day}").format(day=text.full_date(one.aftercare_done))
        elif one.aftercare_due is not None:
            after = self.tr("nazorg op {day}").format(day=text.full_date(one.aftercare_due))
        about = text.join(", ".join(reasons.label(key) for key in one.reasons), began, ended, why, where, after)
        part.setLayout(column(said, label(about, "small"), spacing=0.25))
        return part

    def _ways(self, one: EpisodeOfCare, today: date) -> None:
        """What can be done now: end it, or say that aftercare was given from the day that it is due."""
        buttons = []
        if one.ended_on is None:
            buttons = [("episodeEnd", self.tr("Traject afsluiten"), self._open_form)]
        elif one.aftercare_done is None and one.aftercare_due is not None and one.ended_on < today:
            buttons = [
                ("aftercareDone", self.tr("Nazorg gedaan"), self._give_aftercare),
                ("aftercareAgain", self.tr("Nazorg gedaan, opnieuw hulp nodig"), self._give_aftercare),
            ]
        if buttons:
            line = FlowLayout()
            for name, words_on_it, clicked in buttons:
                button = PushButton(words_on_it, clicked)
                button.setObjectName(name)
                button.setProperty("episode", one.id)
                line.addWidget(button)
                button.setVisible(self._ending != one.id)
            box = QWidget()
            box.setLayout(line)
            self._rows.addWidget(box)

    @Slot()
    def _open_form(self) -> None:
        button = self.sender()
        assert isinstance(button, QWidget), "only the button asks for the form"
        self.close_form()
        self._ending = str(button.property("episode"))
        places = load_codes()["destinations"]
        fields = (
            Field(
                "reason", self.tr("Hoe eindigt het?"), EndReason.AS_PLANNED, "choice", words.options(words.END_REASONS)
            ),
            Field(
                "destination",
                self.tr("Waar gaat de jeugdige verder?"),
                Destination.NONE,
                "choice",
                tuple((str(one), places.label(str(one))) for one in Destination),
            ),
        )
        form = FieldsForm("episodeEnd", fields, self.tr("Afsluiten"), primary=False)
        form.submitted.connect(self._end)
        form.cancelled.connect(self._cancel)
        self.form = form
        self._holder.addWidget(label(self.tr("Traject afsluiten"), "h2"))
        self._holder.addWidget(
            label(
                self.tr(
                    "Over zes weken vragen we hoe het gaat. Was er een gesprek, dan staat de terugkoppeling aan de "
                    "huisarts daarna bij Nog te doen."
                ),
                "muted",
            )
        )
        self._holder.addWidget(form)
        button.setVisible(False)
        form.show()
        self.turned.emit()
        form.start()

    @Slot()
    def _cancel(self) -> None:
        self.close_form()
        for button in self.findChildren(PushButton, "episodeEnd"):
            button.setVisible(True)
            button.setFocus()
        self.turned.emit()

    @Slot(dict)
    def _end(self, typed: dict[str, Any]) -> None:
        self.ended.emit(self._ending, EndReason(typed["reason"]), Destination(typed["destination"]))

    @Slot()
    def _give_aftercare(self) -> None:
        button = self.sender()
        self.aftercare_given.emit(str(button.property("episode")), button.objectName() == "aftercareAgain")

    def _goal(self, goal: Goal) -> QWidget:
        part = QWidget()
        scores = [
            self.tr("bij de start {n}").format(n=_score(goal.score_start)) if goal.score_start is not None else "",
            self.tr("nu {n}").format(n=_score(goal.score_end)) if goal.score_end is not None else "",
        ]
        steps = text.join(*scores) or self.tr("nog niet gescoord")
        about = self.tr("Doel (schaal van −3 tot +2): {steps}").format(steps=steps)
        part.setLayout(column(label(goal.words), label(about, "small"), spacing=0.25))
        return part


def _ended(one: EpisodeOfCare) -> tuple[bool, int]:
    return one.ended_on is not None, -one.requested_on.toordinal()


def _score(score: int) -> str:
    return f"+{score}" if score > 0 else str(score).replace("-", "−")
