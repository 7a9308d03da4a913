"""What is handed over: the twelve points, how safe the child is, the way in, and the ground to share."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from gpconnect.domain.consent import Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import Safety
from gpconnect.services.handover_views import PointView
from gpconnect.services.handovers import Content
from gpconnect.ui import text
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.handovers import words
from gpconnect.ui.parts import Card, ChipGroup, FormRow, column, label


class PointRow(QWidget):
    """One point: its text, where that came from, and whether this receiver does not get it."""

    edited = Signal()

    def __init__(self, point: PointView) -> None:
        super().__init__()
        self.point = point
        self.field = LongField()
        self.field.setObjectName(f"point_{point.key}")
        self.field.set_value(point.text)
        self.field.answered.connect(self.edited)
        title = point.label if point.required else self.tr("{label} (mag leeg)").format(label=point.label)
        row = FormRow(title, self.field, self._source())
        self.withheld = QCheckBox(self.tr("Niet voor deze ontvanger"))
        self.withheld.setObjectName(f"withheld_{point.key}")
        self.withheld.setAccessibleName(self.tr("Niet voor deze ontvanger: {point}").format(point=point.label))
        self.withheld.setChecked(point.withheld)
        self.withheld.toggled.connect(self.edited)
        self.setLayout(column(row, self.withheld, spacing=0.5))

    def _source(self) -> str:
        if not self.point.source or self.point.source_on is None:
            return ""
        return self.tr("Uit {note}, {day}").format(note=self.point.source.lower(), day=text.day(self.point.source_on))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class ContentForm(QWidget):
    """The content as a form. `changed` after every key and click."""

    changed = Signal()

    def __init__(
        self,
        points: Sequence[PointView],
        content: Content,
        routes: Sequence[AccessRoute],
    ) -> None:
        super().__init__()
        self.dirty = False
        self._content = content
        known = {str(one) for one in routes}
        offered = [pair for pair in words.choices(words.ROUTES) if not known or pair[0] in known]
        self.route = self._chips("handoverRoute", self.tr("Hoe komt het gezin binnen?"), offered)
        self.route.choose([str(content.access_route)] if not known or str(content.access_route) in known else [])
        self.safety = self._chips("handoverSafety", self.tr("Hoe veilig is de jeugdige?"), words.choices(words.SAFETY))
        self.safety.choose([str(content.safety)])
        self.ground = self._chips(
            "handoverGround", self.tr("Op welke grond mag dit gedeeld worden?"), words.choices(words.GROUNDS)
        )
        self.ground.choose([str(content.ground)])
        self.reason = QLineEdit(content.ground_reason)
        self.reason.setObjectName("handoverGroundReason")
        self.reason.textEdited.connect(self._edited)
        self.reason_row = FormRow(
            self.tr("Schrijf op waarom dit zonder toestemming moet"),
            self.reason,
            self.tr("Zonder reden gaat er niets weg. Het gezin kan dit lezen."),
        )
        self.points = [PointRow(point) for point in points]
        self._build()
        self._show_reason()

    def value(self) -> Content:
        """The content as it stands."""
        return Content(
            checklist={row.point.key: row.field.toPlainText() for row in self.points},
            withheld=tuple(row.point.key for row in self.points if row.withheld.isChecked()),
            safety=Safety(next(iter(self.safety.chosen()), str(self._content.safety))),
            access_route=AccessRoute(next(iter(self.route.chosen()), str(self._content.access_route))),
            ground=Ground(next(iter(self.ground.chosen()), Ground.CONSENT)),
            ground_reason=self.reason.text(),
            bridging=self._content.bridging,
        )

    def _chips(self, name: str, question: str, options: Sequence[tuple[str, str]]) -> ChipGroup:
        made = ChipGroup(question, options, multi=False)
        made.setObjectName(name)
        made.changed.connect(self._edited)
        return made

    def _build(self) -> None:
        core = Card(self.tr("Kern"))
        for question, field in (
            (self.tr("Hoe veilig is de jeugdige?"), self.safety),
            (self.tr("Hoe komt het gezin binnen?"), self.route),
            (self.tr("Op welke grond mag dit gedeeld worden?"), self.ground),
        ):
            core.add(FormRow(question, field))
        core.add(self.reason_row)
        twelve = Card(self.tr("Inhoud"), self.tr("twaalf punten"))
        twelve.add(
            label(self.tr("Voorgevuld uit de notities. Kort is goed; wat leeg is, staat niet in de brief."), "muted")
        )
        for row in self.points:
            row.edited.connect(self._edited)
            twelve.add(row)
        self.setLayout(column(core, twelve, spacing=2))

    def _edited(self) -> None:
        self.dirty = True
        self._show_reason()
        self.changed.emit()

    def _show_reason(self) -> None:
        self.reason_row.setVisible(self.ground.chosen() not in ([], [str(Ground.CONSENT)]))


class SentContent(QWidget):
    """The content as it was sent: to read, not to change."""

    def __init__(self, points: Sequence[PointView], core: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        first = Card(self.tr("Kern"))
        for title, value in core:
            first.add(fact(title, value))
        body = Card(self.tr("Inhoud"), self.tr("zoals verstuurd"))
        for point in points:
            if point.withheld:
                body.add(fact(point.label, self.tr("Niet voor deze ontvanger.")))
            elif point.text:
                body.add(fact(point.label, point.text))
        self.setLayout(column(first, body, spacing=2))


def fact(title: str, value: str) -> QWidget:
    """Something said, with what it is above it."""
    box = QWidget()
    box.setLayout(column(label(title, "label"), label(value), spacing=0.25))
    return box
