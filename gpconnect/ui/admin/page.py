"""*Beheer*: one section at a time, chosen at the top."""

from collections.abc import Mapping

from PySide6.QtCore import Slot

from gpconnect.domain.roles import Intention, may
from gpconnect.domain.staff import Role
from gpconnect.services import admin
from gpconnect.ui.admin.access import AccessSection
from gpconnect.ui.admin.closures import ClosuresSection
from gpconnect.ui.admin.feed import FeedSection
from gpconnect.ui.admin.keeping import KeepingSection
from gpconnect.ui.admin.keys import KeysSection
from gpconnect.ui.admin.look import LookSection
from gpconnect.ui.admin.people import PeopleSection
from gpconnect.ui.admin.pilot import SitesSection
from gpconnect.ui.admin.retention import RetentionSection
from gpconnect.ui.admin.site_closures import SiteClosuresSection
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Page
from gpconnect.ui.parts import ChipGroup, Pages

NEEDS: dict[str, tuple[Intention, ...]] = {
    "people": (Intention.SEE_PILOT,),
    "sites": (Intention.SEE_PILOT,),
    "closures": (Intention.ADMINISTER,),
    "site_closures": (Intention.PLAN_HALF_DAYS,),
    "feed": (Intention.SEE_AGENDA,),
    "keys": (Intention.KEEP_KEYS,),
    "keeping": (Intention.BACK_UP,),
    "retention": (Intention.READ_DOSSIER, Intention.GIVE_INSPECTION),
    "access": (Intention.READ_ACCESS_LOG,),
    "look": (),
}
"""The sections, and what a role must be allowed for each: nobody is offered what is refused, and logged as tried."""
SECTIONS = tuple(NEEDS)


class AdminPage(Page):
    """People and devices, places and forms, copies and keys, access log, appearance."""

    area = "admin"
    kinds = frozenset(
        {
            "site",
            "staff",
            "closure",
            "site_closure",
            "feed",
            "feed_state",
            "membership",
            "invitation",
            "joining",
            "copy",
            "slots",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.header.set_title(self.tr("Beheer"), self.tr("Mensen, plekken, sleutels, kopieën en wie er keek"))
        options = [
            ("people", self.tr("Mensen en apparaten")),
            ("sites", self.tr("Plekken en formulieren")),
            ("closures", self.tr("Gesloten dagen")),
            ("site_closures", self.tr("Onze gesloten dagen")),
            ("feed", self.tr("Agendabestand")),
            ("keys", self.tr("Sleutels")),
            ("keeping", self.tr("Kopieën")),
            ("retention", self.tr("Bewaren")),
            ("access", self.tr("Wie keek er")),
            ("look", self.tr("Dit programma")),
        ]
        role = Role(desk.role)
        options = [one for one in options if all(may(role, needed) for needed in NEEDS[one[0]])]
        self._offered = frozenset(key for key, _ in options)
        self.choice = ChipGroup(self.tr("Onderdeel van beheer"), options, always=True)
        self.choice.setObjectName("adminSection")
        self.people = PeopleSection(desk)
        self.sites = SitesSection(desk)
        self.closures = ClosuresSection(desk)
        self.site_closures = SiteClosuresSection(desk)
        self.feed = FeedSection(desk)
        self.keys = KeysSection(desk)
        self.keeping = KeepingSection(desk)
        self.retention = RetentionSection(desk)
        self.access = AccessSection(desk)
        self.look = LookSection(desk)
        self.stack = Pages()
        for section in (
            self.people,
            self.sites,
            self.closures,
            self.site_closures,
            self.feed,
            self.keys,
            self.keeping,
            self.retention,
            self.access,
            self.look,
        ):
            self.stack.addWidget(section)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.stack, 1)
        self.choice.changed.connect(self._chosen)
        self.choice.choose(["people"])

    def load(self) -> None:
        self.desk.tasks.run(admin.overview).then(self._show)
        self.people.load()
        if "keeping" in self._offered:
            self.keeping.load()
        if "keys" in self._offered:
            self.keys.load()
        if "closures" in self._offered:
            self.closures.load()
        if "site_closures" in self._offered:
            self.site_closures.load()
        if "feed" in self._offered:
            self.feed.load()

    def show_params(self, params: Mapping[str, object]) -> None:
        section = str(params.get("section", "people"))
        if section in self._offered:
            self.choice.choose([section])
            self._chosen([section])

    @Slot(object)
    def _show(self, view: admin.AdminView) -> None:
        self.sites.show_view(view)

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        if not keys:
            return
        self.stack.setCurrentIndex(SECTIONS.index(keys[0]))
        self.scroll_to_top()
        if keys[0] == "access":
            self.access.load()
        elif keys[0] == "retention":
            self.retention.load()
