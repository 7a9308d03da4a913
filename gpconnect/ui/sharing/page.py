"""*Delen*: how it stands with the hub, what needs a choice, and what the municipality sees."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import sharing, told
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Page
from gpconnect.ui.parts import ChipGroup, Pages, Sheet, column
from gpconnect.ui.patients.fields import tab_through
from gpconnect.ui.sharing.choosing import ConflictsCard
from gpconnect.ui.sharing.healing import HealingCard
from gpconnect.ui.sharing.municipality import MunicipalitySection
from gpconnect.ui.sharing.standing import HubCard, ItemsCard, LostCard
from gpconnect.ui.syncer import Syncer

SECTIONS = ("standing", "municipality")


class SharingPage(Page):
    """For every role; whoever has nothing to choose or repair reads that in one sentence."""

    area = "sharing"
    kinds = frozenset(
        {
            *("outbox", "appointment", "patient", "related_person", "person_card", "provider"),
            *("marked", "fact", "membership", "alarm"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.header.set_title(self.tr("Delen"), self.tr("Wat wacht, wat een keuze vraagt en wat de gemeente ziet"))
        options = [("standing", self.tr("Hoe het staat")), ("municipality", self.tr("Wat ziet de gemeente?"))]
        self.choice = ChipGroup(self.tr("Onderdeel van delen"), options, always=True)
        self.choice.setObjectName("sharingSection")
        self.choice.choose([SECTIONS[0]])
        self.choice.changed.connect(self._chosen)
        self.hub = HubCard(desk)
        self.healing = HealingCard(desk)
        self.lost = LostCard(desk)
        self.conflicts = ConflictsCard(desk)
        self.items = ItemsCard()
        self.items.dismissed.connect(self._dismiss)
        self.municipality = MunicipalitySection()
        self.stack = Pages()
        self.stack.addWidget(self._standing())
        self.stack.addWidget(self.municipality)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.stack, 1)
        if isinstance(desk.services, Syncer):
            desk.services.round_finished.connect(self.reload)

    def load(self) -> None:
        self.desk.tasks.run(sharing.overview).then(self._show)
        self.desk.tasks.run(told.told_facts).then(self.municipality.show_told)
        self.desk.tasks.run(sharing.municipality).then(self.municipality.show_view)

    def show_params(self, params: Mapping[str, object]) -> None:
        section = str(params.get("section", SECTIONS[0]))
        if section in SECTIONS:
            self.choice.choose([section])
            self._chosen([section])

    def _standing(self) -> QWidget:
        main = QWidget()
        left = column(self.healing, self.lost, self.conflicts, self.items, spacing=2)
        left.addStretch(1)
        main.setLayout(left)
        side = QWidget()
        right = column(self.hub)
        right.addStretch(1)
        side.setLayout(right)
        section = QWidget()
        # With large text how it stands is read first, and not below all that is asked.
        self._sheet = Sheet(main=main, side=side, side_width=400, side_first=True)
        section.setLayout(column(self._sheet))
        return section

    @Slot(object)
    def _show(self, view: sharing.SharingView) -> None:
        self.hub.show_view(view)
        self.healing.show_healing(view.healing, view.left)
        self.lost.show_lost(view.lost)
        self.conflicts.show_conflicts(view.conflicts)
        self.items.show_items(view.items)
        asked = (self.healing, self.lost, self.conflicts, self.items)
        tab_through(*((self.hub, *asked) if self._sheet.is_narrow else (*asked, self.hub)))
        self.desk.badge_changed.emit(self.area, view.asking)

    @Slot(str)
    def _dismiss(self, op_id: str) -> None:
        self.desk.tasks.run(sharing.dismiss, op_id)

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        if keys:
            self.stack.setCurrentIndex(SECTIONS.index(keys[0]))
        else:
            self.choice.choose([SECTIONS[self.stack.currentIndex()]])
