"""The form of one place: what it is, where, and who sits there."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from gpconnect.domain.schedule import Site, SiteKind
from gpconnect.domain.staff import Staff
from gpconnect.services.sites import SiteForm
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, label


def kind_words(kind: SiteKind) -> str:
    """What a place is, in a word."""
    words = {
        SiteKind.PRACTICE: translate("admin", "Huisartsenpraktijk"),
        SiteKind.CLINIC: translate("admin", "Consultatiebureau"),
        SiteKind.SCHOOL: translate("admin", "School"),
    }
    return words[kind]


class SiteCard(Card):
    """Opens another place, or changes the one that was chosen."""

    opened = Signal(object)
    """A filled `SiteForm`."""
    saved = Signal(str, object)
    """The id of a place, and its `SiteForm`."""
    closing = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._changing = ""
        self._workers: tuple[Staff, ...] = ()
        self.name, self.address, self.city, self.phone = (QLineEdit() for _ in range(4))
        self.row = FormRow(self.tr("Naam van de plek"), self.name)
        self.name.returnPressed.connect(self._send)
        kinds = [(str(kind), kind_words(kind)) for kind in SiteKind]
        self.kind = ChipGroup(self.tr("Wat voor plek is het?"), kinds, always=True)
        self.kind.setObjectName("siteKind")
        self.kind.changed.connect(self._explain)
        self.workers = ChipGroup(self.tr("Wie houdt er spreekuur?"))
        self.workers.setObjectName("siteWorkers")
        self._door = label("", "small")
        self._workers_row = FormRow(self.tr("Wie houdt er spreekuur?"), self.workers)
        for field, name in ((self.name, "siteName"), (self.city, "siteCity")):
            field.setObjectName(name)
        self.add_button = PushButton(self.tr("Plek openen"), self._send)
        self.add_button.setObjectName("siteOpen")
        self.save_button = PushButton(self.tr("Bewaren"), self._send, role="primary")
        self.leave_button = PushButton(self.tr("Annuleren"), self.clear, role="quiet")
        self.close_button = PushButton(self.tr("Plek sluiten …"), self._ask_close, role="danger")
        self._told = label(
            self.tr(
                "Vanaf vandaag wordt hier niets meer aangeboden. Wie hier nog een afspraak heeft, staat bij de plek "
                "zelf op Vandaag om te verzetten; niemand verdwijnt. Je kunt de plek later weer openen."
            )
        )
        self.sure_button = PushButton(self.tr("Ja, sluit deze plek"), self._close, role="danger")
        for part in (
            self.row,
            FormRow(self.tr("Wat voor plek is het?"), self.kind),
            FormRow(self.tr("Adres"), self.address),
            FormRow(self.tr("Plaats"), self.city),
            FormRow(self.tr("Telefoon"), self.phone),
            self._workers_row,
            self._door,
            flowing(self.add_button, self.save_button, self.leave_button, self.close_button),
            self._told,
            flowing(self.sure_button),
        ):
            self.add(part)
        self.clear()

    def show_workers(self, workers: Iterable[Staff]) -> None:
        """Who may be chosen: youth workers of the pilot."""
        self._workers = tuple(workers)
        self._offer_workers()

    def clear(self) -> None:
        """Ready for another place."""
        self._begin("", self.tr("Nieuwe plek"))
        for field in (self.name, self.address, self.city, self.phone):
            field.clear()
        self.kind.choose([str(SiteKind.PRACTICE)])
        self._explain()

    def change(self, site: Site) -> None:
        """What stands about this place, to be changed."""
        self._begin(site.id, self.tr("Plek wijzigen"))
        for field, words in (
            (self.name, site.name),
            (self.address, site.address),
            (self.city, site.city),
            (self.phone, site.phone),
        ):
            field.setText(words)
        self.kind.choose([str(site.kind)])
        self._explain()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def form(self) -> SiteForm:
        """As it is filled in now."""
        kind = SiteKind(next(iter(self.kind.chosen()), SiteKind.PRACTICE))
        workers = tuple(self.workers.chosen())
        return SiteForm(self.name.text(), kind, self.address.text(), self.city.text(), self.phone.text(), workers)

    def _begin(self, site_id: str, title: str) -> None:
        self._changing = site_id
        self.set_title(title)
        self.row.set_error("")
        self.add_button.setVisible(not site_id)
        for one in (self.save_button, self.leave_button, self.close_button):
            one.setVisible(bool(site_id))
        self._told.hide()
        self.sure_button.hide()
        self.workers.choose([])
        self._offer_workers()

    def _offer_workers(self) -> None:
        """Only who is not there yet: nobody is taken away from a place by changing its address."""
        offered = [(one.id, one.name) for one in self._workers if self._changing not in one.site_ids]
        self.workers.set_options(offered)
        self._workers_row.setVisible(bool(offered))
        self._door.setVisible(bool(offered))

    def _explain(self, _keys: object = None) -> None:
        practice = self.kind.chosen() == [str(SiteKind.PRACTICE)]
        self._door.setText(
            self.tr("De praktijk zelf laat deze jeugdwerker binnen.")
            if practice
            else self.tr("De plek staat na de volgende ronde in de agenda van wie je kiest, zonder uitnodiging.")
        )

    def _send(self) -> None:
        if self._changing:
            self.saved.emit(self._changing, self.form())
        else:
            self.opened.emit(self.form())

    def _ask_close(self) -> None:
        self._told.show()
        self.sure_button.show()
        self.sure_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.closing.emit(self._changing)
