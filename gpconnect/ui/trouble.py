"""Trouble with the file, above every page for as long as it lasts: what happened, what is safe, what to do."""

from PySide6.QtCore import QObject, Signal, Slot

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import keeping, returned, trouble
from gpconnect.services.hub_clock import Leap
from gpconnect.services.returned import Returned
from gpconnect.ui import copy_words, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Banner

TELLING = frozenset({"file.disk_full", "file.read_only_mode", "file.io"})
"""After these the file may only be read; how it stands is asked again."""


class TroubleWatch(QObject):
    """Asks how it stands with the file when there is reason to, and makes the banners that say so."""

    told = Signal(list)
    """The banners to show now; none when all is well."""
    read_only_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._known: trouble.Trouble | None = None
        desk.tasks.refused.connect(self._refused)
        desk.tasks.changed.connect(self._changed)

    @Slot()
    def begin(self) -> None:
        """The desk opens."""
        self.desk.tasks.run(trouble.begin).then(self._show)

    @Slot(object)
    def _refused(self, error: KnownError) -> None:
        if error.code in TELLING:
            self.desk.tasks.run(trouble.state).then(self._show).otherwise(self._cannot_tell)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        # A round with the hub that is over changes what can be said of what was missing.
        known = self._known
        told = () if known is None else (known.gone, known.returned, known.unlisted, known.leap)
        lost = any(one is not None for one in told)
        if changes.kinds & (trouble.TROUBLE | keeping.CHANGED.kinds) or (lost and "outbox" in changes.kinds):
            self.desk.tasks.run(trouble.state).then(self._show).otherwise(self._cannot_tell)

    @Slot(object)
    def _show(self, found: trouble.Trouble) -> None:
        if found != self._known:
            self._known = found
            self.told.emit(self._banners(found))
            self.read_only_changed.emit(found.read_only)

    @Slot(object)
    def _cannot_tell(self, _error: object) -> None:
        """Locked meanwhile, or the disk gives nothing at all: what stands there stays."""

    def _banners(self, found: trouble.Trouble) -> list[Banner]:
        banners = []
        if found.read_only:
            banners.append(self._full(found))
        if found.gone is not None:
            banners.append(self._lost(found.gone))
        if found.unlisted is not None:
            banners.append(self._unlisted(found.unlisted))
        if found.damaged:
            banners.append(self._damaged())
        if found.returned is not None:
            banners.append(self._returned(found.returned))
        if found.leap is not None:
            banners.append(self._leap(found.leap))
        if found.in_cloud:
            banners.append(self._cloud())
        return banners

    def _damaged(self) -> Banner:
        words = self.tr(
            "Wat te lezen is, kun je blijven lezen. Bij Beheer, Kopieën, staat om welke dossiers het gaat, wat een "
            "kopie en de server kunnen teruggeven, en de knop om het bestand te herstellen."
        )
        banner = Banner(
            words,
            title=self.tr("Een deel van dit bestand is beschadigd"),
            action=self.tr("Herstellen …"),
            clicked=self._go_mend,
            closable=False,
        )
        banner.setObjectName("troubleDamaged")
        return banner

    def _returned(self, what: Returned) -> Banner:
        banner = Banner(
            copy_words.returned(what),
            tone="attention" if what.lost or what.drafts or what.untold or what.unread or what.behind else "good",
            title=self.tr("Je bestand is hersteld") if what.mended else self.tr("Er is een kopie teruggezet"),
            action=self.tr("Gezien"),
            clicked=self._put_away,
            closable=False,
        )
        banner.setObjectName("troubleReturned")
        return banner

    def _full(self, found: trouble.Trouble) -> Banner:
        free = "" if found.free_mb is None else self.tr(" Nu is er {free} MB vrij.").format(free=found.free_mb)
        words = self.tr(
            "Alles wat je eerder opsloeg is veilig, en een notitie die je aan het typen bent wordt nog bewaard. "
            "Maak minstens {needed} MB vrij, bijvoorbeeld door de prullenbak te legen.{free}"
        ).format(needed=found.needed_mb, free=free)
        banner = Banner(
            words,
            title=self.tr("De schijf is vol: je kunt nu alleen lezen"),
            action=self.tr("Opnieuw proberen"),
            clicked=self._try_again,
            closable=False,
        )
        banner.setObjectName("troubleFull")
        return banner

    def _lost(self, gone: trouble.Gone) -> Banner:
        if gone.other:
            title = self.tr("Dit bestand is een oudere versie waarin is doorgewerkt")
        elif gone.operations:
            many = text.count(gone.operations, self.tr("wijziging"), self.tr("wijzigingen"))
            until = text.moment(gone.until) if gone.until else ""
            title = self.tr("Aan het eind van dit bestand ontbreken {many}, tot {until}").format(many=many, until=until)
        else:
            title = self.tr("Aan het eind van dit bestand ontbreken regels van het inzagelog")
        if gone.asked_hub:
            words = self.tr("Wat al verstuurd was, is teruggehaald bij de server. Kijk na wat je daarna nog deed.")
        else:
            words = self.tr(
                "Wat al verstuurd was, halen we terug bij de server zodra die bereikbaar is. Kijk daarna na wat je als "
                "laatste deed."
            )
        banner = Banner(
            words, tone="attention", title=title, action=self.tr("Gezien"), clicked=self._seen, closable=False
        )
        banner.setObjectName("troubleGone")
        return banner

    def _unlisted(self, what: trouble.Unlisted) -> Banner:
        if what.since is None:
            words = self.tr("Wat gewist is, kan hier weer staan.")
        else:
            moment = text.moment(what.since)
            words = self.tr("Wat na {moment} gewist is, kan hier weer staan.").format(moment=moment)
        if not what.hub:
            more = self.tr("Kijk of je dossiers ziet die gewist waren, en laat die opnieuw wissen.")
        elif what.asked_hub:
            more = self.tr("De server is gevraagd wat er gewist is. Kijk of je nog dossiers ziet die gewist waren.")
        else:
            more = self.tr("Zodra de server bereikbaar is, wissen we opnieuw wat die als gewist kent.")
        kept = "" if what.gone else self.tr("De onleesbare lijst is bewaard in de map van je profiel.")
        title = (
            self.tr("Dit is een ouder bestand, en de lijst van wat gewist is, is weg")
            if what.gone
            else self.tr("De lijst van wat gewist is, is niet te lezen")
        )
        banner = Banner(
            " ".join(filter(None, (words, more, kept))),
            tone="attention",
            title=title,
            action=self.tr("Gezien"),
            clicked=self._seen_unlisted,
            closable=False,
        )
        banner.setObjectName("troubleUnlisted")
        return banner

    def _leap(self, leap: Leap) -> Banner:
        # With the year: a clock that leapt by just that shows the same day.
        last, now = (text.full_date(text.local(at).date()) for at in (leap.last, leap.noticed_at))
        words = self.tr(
            "Hier is voor het laatst gewerkt op {last}. Er is niets weg: zolang het niet zeker is, gaan er geen "
            "kopieën weg en wordt er niets vernietigd. Klopt de datum niet, zet dan de klok goed en open GPConnect "
            "opnieuw."
        ).format(last=last)
        banner = Banner(
            words,
            tone="attention",
            title=self.tr("Volgens deze computer is het {now}. Klopt dat?").format(now=now),
            action=self.tr("De datum klopt"),
            clicked=self._date_is_right,
            closable=False,
        )
        banner.setObjectName("troubleLeap")
        return banner

    def _cloud(self) -> Banner:
        words = self.tr(
            "Een programma als OneDrive of Dropbox kan er een oudere versie overheen zetten. Er is nu niets mis. "
            "Verplaats de hele map naar een gewone map op deze computer als het programma dicht is."
        )
        banner = Banner(words, tone="attention", title=self.tr("Dit profiel staat in een map die wordt meegekopieerd"))
        banner.setObjectName("troubleCloud")
        return banner

    @Slot()
    def _try_again(self) -> None:
        self._known = None  # also when nothing changed the banner says anew how much room there is
        self.desk.tasks.run(trouble.try_again).then(self._tried)

    @Slot(object)
    def _tried(self, result: tuple[Changes, trouble.Trouble]) -> None:
        self._show(result[1])
        if result[1].read_only:
            self.desk.toast(self.tr("Er is nog niet genoeg ruimte."))
        else:
            self.desk.toast(self.tr("Er is weer ruimte. Je kunt verder werken."))

    @Slot()
    def _seen(self) -> None:
        self.desk.tasks.run(trouble.seen)

    @Slot()
    def _seen_unlisted(self) -> None:
        self.desk.tasks.run(trouble.seen_unlisted)

    @Slot()
    def _date_is_right(self) -> None:
        self.desk.tasks.run(trouble.date_is_right)

    @Slot()
    def _put_away(self) -> None:
        self.desk.tasks.run(returned.put_away)

    @Slot()
    def _go_mend(self) -> None:
        self.desk.go("admin", section="keeping")
