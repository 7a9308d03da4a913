"""*Beheer*: one section at a time, chosen at the top."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

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
from gpconnect.ui.booking.tabs import follow_reading
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
S = TypeVar("S", bound=QWidget)
_LOADED = (PeopleSection, KeepingSection, KeysSection, ClosuresSection, SiteClosuresSection, FeedSection)


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
        self._made: dict[str, QWidget] = {}
        self._view: admin.AdminView | None = None
        self.stack = Pages()
        for _ in SECTIONS:
            self.stack.addWidget(QWidget())
        self.body.addWidget(self.choice)
        self.body.addWidget(self.stack, 1)
        self.choice.changed.connect(self._chosen)
        self.choice.choose(["people"])
        self._section("people", PeopleSection)

    @property
    def people(self) -> PeopleSection:
        return self._section("people", PeopleSection)

    @property
    def sites(self) -> SitesSection:
        return self._section("sites", SitesSection)

    @property
    def closures(self) -> ClosuresSection:
        return self._section("closures", ClosuresSection)

    @property
    def site_closures(self) -> SiteClosuresSection:
        return self._section("site_closures", SiteClosuresSection)

    @property
    def feed(self) -> FeedSection:
        return self._section("feed", FeedSection)

    @property
    def keys(self) -> KeysSection:
        return self._section("keys", KeysSection)

    @property
    def keeping(self) -> KeepingSection:
        return self._section("keeping", KeepingSection)

    @property
    def retention(self) -> RetentionSection:
        return self._section("retention", RetentionSection)

    @property
    def access(self) -> AccessSection:
        return self._section("access", AccessSection)

    @property
    def look(self) -> LookSection:
        return self._section("look", LookSection)

    def _section(self, key: str, kind: Callable[[Desk], S]) -> S:
        """Made when it is first looked at: *Beheer* comes sooner without the nine that are not."""
        if key not in self._made:
            made = kind(self.desk)
            self._made[key] = made
            self.stack.put(SECTIONS.index(key), made)
            if self.isVisible():
                self._fill_section(key)
        return cast("S", self._made[key])

    def load(self) -> None:
        self.desk.tasks.run(admin.overview).then(self._show)
        for key in self._made:
            self._fill_section(key)

    def _fill_section(self, key: str) -> None:
        """Ask what it shows; the log and what may go are asked for when somebody goes there."""
        section = self._made[key]
        if key in self._offered and isinstance(section, _LOADED):
            section.load()
        if isinstance(section, SitesSection) and self._view is not None:
            section.show_view(self._view)

    def show_params(self, params: Mapping[str, object]) -> None:
        section = str(params.get("section", "people"))
        if section in self._offered:
            self.choice.choose([section])
            self._chosen([section])

    @Slot(object)
    def _show(self, view: admin.AdminView) -> None:
        self._view = view
        if "sites" in self._made:
            self.sites.show_view(view)

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        if not keys:
            return
        getattr(self, keys[0])
        self.stack.setCurrentIndex(SECTIONS.index(keys[0]))
        follow_reading(self)
        self.scroll_to_top()
        if keys[0] == "access":
            self.access.load()
        elif keys[0] == "retention":
            self.retention.load()
