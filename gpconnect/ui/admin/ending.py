"""The pilot ends: per space, ask that the server lets go of it, and a week later let it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import ending
from gpconnect.services.ending import EndingView
from gpconnect.ui import messages, text
from gpconnect.ui.admin.key_step import Step
from gpconnect.ui.booking.tabs import flowing, follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.words import space_name
from gpconnect.ui.parts import PushButton, Row, RowList, column, label


class EndStep(Step):
    """The spaces that this person administers, how each stands, and the one step that it can take now."""

    def __init__(self, desk: Desk, sites: Mapping[str, str]) -> None:
        super().__init__(desk)
        self._sites = dict(sites)
        self._views: dict[str, EndingView] = {}
        self._chosen = ""
        words = self.tr(
            "Aan het eind van de pilot gaat alles van de server. Iedereen houdt zijn eigen bestand, met alles erin. "
            "Eerst krijgt de werkgever een volledige export van elk dossier. Dan vraag je het hier, en zeven dagen "
            "later leeg je de server. Tot dan kan elke beheerder van de ruimte het terugnemen; daarna niemand meer."
        )
        self._rows = RowList(self.tr("Ruimten op de server"))
        self._rows.action_clicked.connect(self._choose)
        self._question = label("")
        self._sure = PushButton("", self._do, role="danger")
        self._sure.setObjectName("endSure")
        self._back = PushButton(self.tr("Terugnemen"), self._take_back)
        self._back.setObjectName("endBack")
        self._panel = QWidget()
        self._panel.setLayout(column(self._question, flowing(self._sure, self._back), spacing=1))
        self._panel.hide()
        close = flowing(PushButton(self.tr("Sluiten"), self.left.emit, role="quiet"))
        self.setLayout(column(label(words), self._rows, self._panel, self.trouble, close, spacing=1.5))
        self.load()

    def load(self) -> None:
        """Ask how it stands."""
        self.desk.tasks.run(ending.overview).then(self._show).otherwise(self.refused)

    @Slot(object)
    def _show(self, views: tuple[EndingView, ...]) -> None:
        self._views = {one.space: one for one in views}
        self._rows.set_rows([self._row(one) for one in views])
        follow_reading(self)

    def _row(self, one: EndingView) -> Row:
        badges = {
            "running": ("", "neutral"),
            "asked": (self.tr("Wordt geleegd"), "attention"),
            "due": (self.tr("Kan nu leeg"), "attention"),
            "ended": (self.tr("Van de server"), "good"),
        }
        badge, tone = badges[one.state]
        told = messages.say(KnownError(one.trouble)) if one.trouble else ""
        if one.sending:
            told = self.tr("gaat mee in de volgende ronde")
        elif one.state == "asked" and one.due_at is not None:
            told = told or self.tr("kan leeg vanaf {when}").format(when=text.moment(one.due_at))
        elif one.ended_at is not None:
            told = self.tr("leeg sinds {when}; hier staat alles nog").format(when=text.moment(one.ended_at))
        actions = {
            "running": self.tr("Beëindigen …"),
            "asked": self.tr("Terugnemen …"),
            "due": self.tr("Legen …"),
            "ended": "",
        }
        action = actions[one.state] if one.may and not one.sending else ""
        name = space_name(one.space, self._sites)
        return Row(one.space, name, detail=told, badge=badge, tone=tone, action=action, action_role="quiet")

    @Slot(str)
    def _choose(self, space: str) -> None:
        one = self._views[space]
        self._chosen = space
        name = space_name(space, self._sites)
        questions = {
            "running": self.tr(
                "Na zeven dagen kan de server {name} vergeten. Tot dan verandert er niets en werkt iedereen door."
            ),
            "asked": self.tr("Neem je het terug, dan gaat de pilot voor {name} gewoon door."),
            "due": self.tr(
                "De server vergeet {name} voorgoed: alles wat is verstuurd, de sleutels en de apparaten. Wie nu nog "
                "iets moet ophalen, krijgt het daarna niet meer. Dat het gebeurde blijft staan. Dit kan niet terug."
            ),
        }
        self._question.setText(questions[one.state].format(name=name))
        sure = {"running": self.tr("Vraag het voor {name}"), "due": self.tr("Leeg de server voor {name}")}
        self._sure.setText(sure.get(one.state, "").format(name=name))
        self._sure.setVisible(one.state in sure)
        self._back.setVisible(one.state in {"asked", "due"})
        self.trouble.hide()
        self._panel.show()
        follow_reading(self)
        first = self._sure if one.state == "running" else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _do(self) -> None:
        step = ending.ask if self._views[self._chosen].state == "running" else ending.empty
        self.desk.tasks.run(step, self._chosen).then(self._done).otherwise(self.refused)

    @Slot()
    def _take_back(self) -> None:
        self.desk.tasks.run(ending.take_back, self._chosen).then(self._done).otherwise(self.refused)

    @Slot(object)
    def _done(self, _changes: object) -> None:
        self._panel.hide()
        self.trouble.hide()
        if self.desk.services is not None:
            self.desk.services.sync()
        self.desk.toast(self.tr("Het gaat mee in de volgende ronde met de server."))
        self.load()
