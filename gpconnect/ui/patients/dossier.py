"""One dossier on screen: how it stands in badges, the time line, and everything that can be edited in place."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gpconnect.services.dossier_views import DossierView
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import FlowLayout, PushButton, Sheet, StatusBadge, clear, column
from gpconnect.ui.patients import consent_words
from gpconnect.ui.patients.coming import ComingTalksCard
from gpconnect.ui.patients.consents import ConsentCard
from gpconnect.ui.patients.doubles import DoubleCard
from gpconnect.ui.patients.emergency import EmergencyBar
from gpconnect.ui.patients.episodes import EpisodesCard
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.patients.groups import GroupsCard
from gpconnect.ui.patients.meldcode import MeldcodeCard
from gpconnect.ui.patients.moments import NoteCard, TimelineCard
from gpconnect.ui.patients.people import PeopleCard
from gpconnect.ui.patients.restricting import RestrictionCard
from gpconnect.ui.patients.reviewing import ReviewCard


class DossierPart(QWidget):
    """The whole dossier; the page connects its cards to the services."""

    _patient_id = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.follow_up = PushButton(self.tr("Vervolgafspraak"))
        self.hand_over = PushButton(self.tr("Overdracht"))
        self.evaluate = PushButton(self.tr("Evaluatie"))
        self.follow_up.setObjectName("dossierFollowUp")
        self.hand_over.setObjectName("dossierHandover")
        self.evaluate.setObjectName("dossierEvaluation")
        self.back = PushButton(self.tr("Alle jeugdigen"), role="quiet", key="Alt+Left", bind_key=True)
        self.looked = PushButton(self.tr("Wie keek er in dit dossier?"), role="quiet")
        self.rights = PushButton(self.tr("Rechten van het gezin"), role="quiet")
        self.off_list = PushButton(self.tr("Van de lijst halen"), role="quiet")
        self.back.setObjectName("dossierBack")
        self.looked.setObjectName("dossierLooked")
        self.rights.setObjectName("dossierRights")
        self.off_list.setObjectName("dossierArchive")
        self._badges = FlowLayout()
        self.note = NoteCard()
        self.timeline = TimelineCard()
        self.episodes = EpisodesCard()
        self.consents, self.coming = ConsentCard(), ComingTalksCard(desk)
        self.people = PeopleCard()
        self.groups = GroupsCard()
        self.review = ReviewCard()
        self.double = DoubleCard()
        self.restriction = RestrictionCard(desk)
        self.meldcode = MeldcodeCard(desk)
        self.emergency = EmergencyBar(desk)
        ways = FlowLayout(1)
        own = (self.looked, self.rights, self.off_list)
        for button in (self.back, self.follow_up, self.hand_over, self.evaluate, *own):
            ways.addWidget(button)
        main, side = QWidget(), QWidget()
        left = column(self.double, self.episodes, self.note, self.timeline, spacing=2)
        beside = (self.review, self.coming, self.consents, self.people, self.restriction, self.meldcode, self.groups)
        right = column(*beside, spacing=2)
        left.addStretch(1)
        right.addStretch(1)
        main.setLayout(left)
        side.setLayout(right)
        layout = column(self.emergency, spacing=2)
        layout.addLayout(ways)
        layout.addLayout(self._badges)
        layout.addWidget(Sheet(main, side, side_width=460, turn_below=980), 1)
        self.setLayout(layout)
        self._columns = (main, side)
        self._deeds = (self.follow_up, self.hand_over, self.evaluate, self.rights, self.off_list)
        for card in (self.episodes, self.people, self.groups, self.restriction, self.meldcode):
            card.turned.connect(self._order)

    def show_view(self, view: DossierView, today: date) -> None:
        """Show a dossier; forms that are open keep what was typed."""
        if view.patient.id != self._patient_id:
            self._patient_id = view.patient.id
            self.timeline.start_over()
            self.note.hide()
            self.episodes.close_form()
        self._show_badges(view)
        reading = view.emergency_until is not None
        for card in (self.consents, self.people, self.groups):
            card.set_reading(reading=reading)
        self.episodes.show_view(view, today)
        self.timeline.show_moments(view.moments, view.patient.given_name)
        self.review.show_view(view)
        self.double.show_view(view)
        self.consents.show_lines(view.patient.id, view.patient.given_name, view.consents, today)
        self.people.show_view(view)
        self.groups.show_view(view)
        self.restriction.show_patient(view.patient.id)
        self.coming.show_patient(view.patient.id, reading=reading)
        self.meldcode.show_patient(view.patient.id, reading=reading)
        for button in self._deeds:
            button.setVisible(not reading)
        self.review.set_reading(reading=reading)
        self.double.set_reading(reading=reading)
        self.episodes.set_reading(reading=reading)
        self.emergency.show_until(view.emergency_until)
        self._order()

    def _order(self) -> None:
        tab_through(self.off_list, *self._columns)

    def _show_badges(self, view: DossierView) -> None:
        clear(self._badges)
        badges = []
        for line in view.consents:
            state, tone = consent_words.badge(line)
            if not line.standing.is_given or line.question.purpose == "help":
                badges.append((f"{consent_words.title(line)}: {state.lower()}", tone))
        if view.patient.address_confidential:
            badges.append((self.tr("Geheim adres"), "attention"))
        if view.patient.interpreter:
            badges.append((self.tr("Tolk: {language}").format(language=view.patient.interpreter), "neutral"))
        if view.turned is not None:
            words = self.tr("Is {age} geworden op {day}: kijk toestemming na")
            badges.append((words.format(age=view.turned[0], day=text.full_date(view.turned[1])), "attention"))
        if view.turning is not None:
            words = self.tr("Wordt {age} op {day}")
            badges.append((words.format(age=view.turning[0], day=text.full_date(view.turning[1])), "neutral"))
        if view.lead_left:
            badges.append((self.tr("Casusregisseur heeft geen toegang meer"), "attention"))
        if view.patient.restricted_to:
            badges.append((self.tr("Afgeschermd"), "attention"))
        if view.patient.archived:
            badges.append((self.tr("Van de lijst gehaald"), "neutral"))
        for words, tone in badges:
            self._badges.addWidget(StatusBadge(words, tone))
