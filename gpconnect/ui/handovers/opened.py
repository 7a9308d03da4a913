"""One handover: what can be done now, the consent it rests on, the talk, and its content."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Decision, Form
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import HandoverStatus
from gpconnect.services import consents, handover_sending, handover_views, handovers, typed_days
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.handover_views import CardView, DetailView
from gpconnect.services.handovers import Content
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.handovers import words
from gpconnect.ui.handovers.choose import Beside
from gpconnect.ui.handovers.content import ContentForm, SentContent
from gpconnect.ui.handovers.steps import StepsCard
from gpconnect.ui.handovers.tab_order import follow_reading
from gpconnect.ui.handovers.talk import TalkCard
from gpconnect.ui.parts import Card, PageHeader, Scroller, Sheet, clear, column
from gpconnect.ui.patients.consents import QuestionPart

_Undo = tuple[Callable[[Any, str, date | None], Changes], str, date | None]
"""A service that takes a step back, the handover, and the day that stood there before."""
_EDITABLE = frozenset({HandoverStatus.REQUESTED, HandoverStatus.ON_HOLD})
_WAYS = {"send": "letter", "sendMail": "mail", "sendFile": "file", "sendPhone": "phone"}
"""Buttons that let it leave, and how."""


class OpenedHandover(QWidget):
    """A handover that is there. Every step is written at once and can be read back."""

    entitled = Signal(str, str)
    again_asked = Signal(str)
    """Id of a refused handover whose content is used for another receiver."""

    def __init__(self, desk: Desk, folder: Path, header: PageHeader) -> None:
        super().__init__()
        self._desk = desk
        self.folder = folder
        self._header = header
        self.view: DetailView | None = None
        self.content: ContentForm | None = None
        self.steps = StepsCard(self._today)
        self.steps.asked.connect(self.do)
        self.steps.changed.connect(self._order)
        self.steps.emptied.connect(header.focus_action)
        self.talk = TalkCard()
        self.talk.saved.connect(self._save_talk)
        self.consent_card = Card(self.tr("Toestemming"))
        self._main = column(spacing=2)
        main = QWidget()
        main.setLayout(self._main)
        side = Beside(self.steps, self.consent_card, self.talk)
        self._sheet = Sheet(main, side, side_width=380, turn_below=860)
        self.setLayout(column(Scroller(self._sheet)))
        self._send_after_edit = ""
        self._undo: _Undo | None = None

    @property
    def handover_id(self) -> str:
        """Which handover is open, or empty."""
        return self.view.handover.id if self.view else ""

    def open(self, handover_id: str, send: str = "") -> None:
        """Open a handover; with `send` it leaves at once if it may."""
        self._send_after_edit = send
        self._desk.tasks.run(handover_views.detail, handover_id).then(self._opened)

    def refresh(self) -> None:
        """Show what changed, without another line in the access log."""
        if self.view is not None:
            self._desk.tasks.run(handover_views.look_again, self.handover_id).then(self.show_view)

    def keep(self) -> None:
        """Write what was typed in the content, before something else takes its place."""
        if self.content is not None and self.content.dirty and self.view is not None:
            self.content.dirty = False
            job = self._desk.tasks.run(handovers.edit, self.handover_id, self.content.value())
            job.otherwise(self._not_kept)

    @Slot(object)
    def _not_kept(self, error: BaseException) -> None:
        """It stands only on the screen still; the next time is another try."""
        if self.content is not None:
            self.content.dirty = True
        self._desk.trouble(error)

    @Slot(object)
    def _opened(self, view: DetailView) -> None:
        self.view = None
        self.steps.close_panel()
        self.show_view(view)
        how, self._send_after_edit = self._send_after_edit, ""
        if how:
            self._leave(how)

    @Slot(object)
    def show_view(self, view: DetailView) -> None:
        """Show a handover; what somebody is typing stays as it is."""
        before, self.view = self.view, view
        same = before is not None and before.handover.id == view.handover.id
        if before is not None and not same:
            return
        one, today = view.handover, self._today()
        card = CardView(one, view.name, view.age, one.provider_name, view.step, asks=False, stopped=view.stopped)
        self.entitled.emit(
            self.tr("{name}, {age}").format(name=view.name, age=view.age),
            text.join(
                self.tr("aan {receiver}").format(receiver=one.provider_name),
                self.tr("casusregie: {lead}").format(lead=view.lead),
            ),
        )
        self.steps.show_view(view, words.badge(card, today), self._sentence(view))
        self._show_consent(view)
        self.talk.show_view(view)
        self.talk.setVisible(bool(view.events))
        editable = one.sent_at is None and one.status in _EDITABLE
        typing = editable and self.content is not None and self.content.dirty
        unchanged = same and before is not None and (before.handover, before.points) == (one, view.points)
        if not (same and typing) and not unchanged:
            self._show_content(view, editable=editable)
        self._order()

    def _today(self) -> date:
        return text.local(self._desk.clock()).date()

    @Slot()
    def _order(self) -> None:
        follow_reading(self._header, self._sheet)

    @Slot(str, dict)
    def do(self, key: str, values: dict[str, str]) -> None:
        """Take a step with what was filled in."""
        if key in _WAYS:
            self._send(_WAYS[key])
        elif key == "again":
            self.again_asked.emit(self.handover_id)
        elif self.view is not None:
            one = self.view.handover
            ways_back: dict[str, _Undo] = {
                "call": (handovers.undo_call, one.id, one.callback_due),
                "bridge": (handovers.bridge, one.id, one.next_contact_on),
            }
            self._undo = ways_back.get(key)
            job = self._desk.tasks.run(_step, one.id, key, values)
            job.then(self._done).otherwise(self.steps.show_error)

    def _sentence(self, view: DetailView) -> str:
        one = view.handover
        if one.status in {HandoverStatus.REJECTED, HandoverStatus.CANCELLED}:
            return self.tr("Reden: {reason}").format(reason=one.reason)
        if one.status is HandoverStatus.COMPLETED:
            return self.tr("{name} bevestigde.").format(name=one.performed_by)
        if one.sent_at is not None:
            day = text.day(text.local(one.sent_at).date())
            return self.tr("Verstuurd {day}. Jij blijft verantwoordelijk tot de ontvanger bevestigt.").format(day=day)
        missing = [point.label.split(":")[0].lower() for point in view.points if point.key in view.unfilled]
        missing = [one for one in missing if one != "toestemming"]
        return self.tr("Nog leeg: {points}.").format(points="; ".join(missing)) if missing else ""

    def _show_consent(self, view: DetailView) -> None:
        clear(self.consent_card.body)
        self.consent_card.setVisible(view.consent is not None and bool(view.events))
        if view.consent is not None:
            part = QuestionPart(view.consent, view.patient.given_name)
            part.said.connect(self._said)
            part.withdrawn.connect(self._withdrawn)
            self.consent_card.add(part)

    def _show_content(self, view: DetailView, *, editable: bool) -> None:
        clear(self._main)
        one = view.handover
        self.content = None
        if editable:
            now = Content(
                safety=one.safety,
                access_route=one.access_route,
                ground=one.ground or Content().ground,
                ground_reason=one.ground_reason,
                bridging=one.bridging,
            )
            routes = view.provider.access_routes if view.provider else ()
            self.content = ContentForm(view.points, now, routes)
            self._main.addWidget(self.content)
        else:
            self._main.addWidget(SentContent(view.points, self._core(view)))
        self._main.addStretch(1)

    def _core(self, view: DetailView) -> list[tuple[str, str]]:
        one = view.handover
        safety, routes, grounds = (dict(words.choices(each)) for each in (words.SAFETY, words.ROUTES, words.GROUNDS))
        found = [
            (self.tr("Veiligheid"), safety[str(one.safety)]),
            (self.tr("Toegang"), routes[str(one.access_route)]),
            (self.tr("Grond"), text.join(grounds[str(one.ground)] if one.ground else "", one.ground_reason)),
        ]
        if one.first_contact_on is not None:
            found.append((self.tr("Eerste gesprek"), text.day(one.first_contact_on)))
        if one.callback_result:
            found.append((self.tr("Nabellen"), one.callback_result))
        return found

    def _send(self, how: str) -> None:
        if self.content is None or not self.content.dirty:
            self._leave(how)
            return
        self._send_after_edit = how
        self.content.dirty = False
        job = self._desk.tasks.run(handovers.edit, self.handover_id, self.content.value())
        job.then(self._edited).otherwise(self._not_edited)

    @Slot(object)
    def _edited(self, _changes: Changes) -> None:
        how, self._send_after_edit = self._send_after_edit, ""
        self._leave(how)

    @Slot(object)
    def _not_edited(self, error: BaseException) -> None:
        if self.content is not None:
            self.content.dirty = True
        self.steps.show_error(error)

    def _leave(self, how: str) -> None:
        if how == "phone":
            job = self._desk.tasks.run(handovers.send, self.handover_id, None, how).then(self._told)
        else:
            job = self._desk.tasks.run(handover_sending.send_file, self.handover_id, self.folder, how).then(self._sent)
        job.otherwise(self.steps.show_error)

    @Slot(object)
    def _sent(self, result: tuple[Changes, Path]) -> None:
        path = result[1]
        said = {
            ".pdf": self.tr("De brief staat in {folder} als {name}."),
            ".eml": self.tr("Het bericht staat in {folder} als {name}. Open het in je beveiligde mailprogramma."),
            ".json": self.tr("Het bestand voor hun systeem staat in {folder} als {name}."),
        }
        self._desk.toast(said[path.suffix].format(folder=path.parent.name, name=path.name))

    @Slot(object)
    def _told(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("Vastgelegd: mondeling overgedragen."))

    @Slot(object)
    def _done(self, _changes: Changes) -> None:
        self.steps.close_panel()
        self._desk.toast(self.tr("Vastgelegd."), self._take_back if self._undo else None)

    def _take_back(self) -> None:
        if self._undo is not None:
            service, handover_id, day = self._undo
            self._desk.tasks.run(service, handover_id, day)

    @Slot(dict)
    def _save_talk(self, values: dict[str, Any]) -> None:
        self.talk.dirty = False
        job = self._desk.tasks.run(_talk, self.handover_id, values)
        job.then(self._talk_saved).otherwise(self._talk_refused)

    @Slot(object)
    def _talk_saved(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("Driegesprek bewaard."))

    @Slot(object)
    def _talk_refused(self, error: BaseException) -> None:
        self.talk.dirty = True
        self.talk.show_error(error)

    @Slot(object, str, object, object, str)
    def _said(self, question: Question, given_by: str, decision: Decision, form: Form, reason: str) -> None:
        if self.view is not None:
            new = NewConsent(self.view.patient.id, question, given_by, decision, form, reason=reason)
            self._desk.tasks.run(consents.record_consent, new).otherwise(self.steps.show_error)

    @Slot(object, str)
    def _withdrawn(self, question: Question, given_by: str) -> None:
        if self.view is not None:
            self._desk.tasks.run(consents.withdraw, self.view.patient.id, question, given_by)


def _talk(session: Any, handover_id: str, values: dict[str, Any]) -> Changes:
    at = typed_days.read_moment(values["moment"], session.today())
    return handovers.plan_talk(
        session,
        handover_id,
        at,
        present=values["present"],
        absent_why=values["absent_why"],
        agreements=values["agreements"],
    )


def _step(session: Any, handover_id: str, key: str, values: dict[str, str]) -> Changes:
    """Which service a button stands for."""
    by = values.get("by", "")
    day = typed_days.read_day(values.get("day", "") or values.get("day_been", ""), session.today())
    return _ACTS[key](session, handover_id, values, by, day)


_Act = Callable[[Any, str, dict[str, str], str, date | None], Changes]
_ACTS: dict[str, _Act] = {
    "accept": lambda s, i, v, by, day: handovers.accept(s, i, day, by=by, read_back=v["read_back"]),
    "postpone": lambda s, i, _v, by, day: handovers.postpone(s, i, day, by=by),
    "reject": lambda s, i, v, by, _d: handovers.reject(s, i, v["reason"], by=by),
    "agree": lambda s, i, _v, _b, _d: handovers.agree_to_date(s, i),
    "begin": lambda s, i, _v, _b, day: handovers.begin(s, i, day),
    "complete": lambda s, i, v, _b, _d: handovers.complete(s, i, v["confirmed_by"]),
    "call": lambda s, i, v, _b, _d: handovers.call_back(s, i, v["result"], made=_is_made(v["made"])),
    "bridge": lambda s, i, _v, _b, _d: handovers.bridge(s, i),
    "cancel": lambda s, i, v, _b, _d: handovers.cancel(s, i, v["reason"]),
}


def _is_made(chosen: str) -> bool:
    if not chosen:
        raise KnownError("handover.call_result_missing")
    return chosen == "yes"
