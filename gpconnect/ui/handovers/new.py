"""A new handover: who, to whom, on which ground, and content that the notes have filled already."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Decision, Form
from gpconnect.services import consents, dossier_views, handover_starts, handover_views, handovers
from gpconnect.services.consents import ConsentLine, NewConsent, Question
from gpconnect.services.dossier_views import DossierList
from gpconnect.services.handover_starts import ReceiverView, StartView
from gpconnect.services.handovers import Content
from gpconnect.ui import messages
from gpconnect.ui.desk import Desk
from gpconnect.ui.handovers.choose import ChildPicker, ReceiverPicker, receiver_row
from gpconnect.ui.handovers.content import ContentForm
from gpconnect.ui.handovers.tab_order import follow_reading
from gpconnect.ui.parts import Card, FlowLayout, PushButton, RowList, Scroller, Sheet, clear, column, label
from gpconnect.ui.patients.consents import QuestionPart


class NewHandover(QWidget):
    """The form of a handover that is not there yet. Nothing is kept until a child and a receiver are chosen."""

    made = Signal(str, str)
    """Id of the handover, and how it is to leave now: ``letter``, ``phone`` or empty."""
    entitled = Signal(str)

    def __init__(self, desk: Desk, header: QWidget) -> None:
        super().__init__()
        self._desk, self._header = desk, header
        self._view: StartView | None = None
        self._receiver: ReceiverView | None = None
        self._how = ""
        self._busy = False
        self.content: ContentForm | None = None
        self.consent: QuestionPart | None = None
        self._main = column(spacing=2)
        self._side = column(spacing=2)
        main, side, holder = QWidget(), QWidget(), column()
        main.setLayout(self._main)
        holder.addLayout(self._side)
        holder.addStretch(1)
        side.setLayout(holder)
        self._sheet = Sheet(main, side, side_width=380, turn_below=860)
        self.setLayout(column(Scroller(self._sheet)))

    @property
    def is_worth_keeping(self) -> bool:
        """Whether something was typed that can be kept: child and receiver are known."""
        return self.content is not None and self.content.dirty and self._receiver is not None and not self._busy

    def start(self, patient_id: str = "", provider_id: str = "", from_id: str = "") -> None:
        """Begin with what is known."""
        self._desk.tasks.run(handover_starts.start, patient_id, provider_id, from_id).then(self.show_start)

    @Slot(object)
    def show_start(self, view: StartView) -> None:
        """Show what it starts from."""
        self._view = view
        self._receiver = next((one for one in view.receivers if one.provider.id == view.provider_id), None)
        self._build()

    @Slot()
    def refresh_consent(self) -> None:
        """Ask again how consent stands, after it was recorded here or elsewhere."""
        if self._view is not None and self._view.patient is not None and self._receiver is not None:
            job = self._desk.tasks.run(handover_views.ask_consent, self._view.patient.id, self._receiver.provider.id)
            job.then(self._show_consent)

    def keep(self, how: str = "") -> None:
        """Make the handover of what stands here."""
        view, receiver = self._view, self._receiver
        if view is None or view.patient is None or receiver is None or self.content is None or self._busy:
            return
        self._how, self._busy = how, True
        job = self._desk.tasks.run(
            handovers.create_handover, view.patient.id, receiver.provider.id, self.content.value()
        )
        job.then(self._made).otherwise(self._not_made)

    def _build(self) -> None:
        view = self._view
        clear(self._main)
        clear(self._side)
        self.content = self.consent = None
        if view is None:
            return
        if view.patient is None:
            self._build_child()
        elif self._receiver is None:
            self._build_receivers(view)
        else:
            self._build_form(view, self._receiver)
        self._main.addStretch(1)

    def _build_child(self) -> None:
        self.entitled.emit(self.tr("Nieuwe overdracht"))
        self.children_card = ChildPicker()
        self.children_card.asked.connect(self._find)
        self.children_card.chosen.connect(self._child_chosen)
        self._main.addWidget(self.children_card)
        self._find("")
        self.children_card.search.setFocus()

    def _build_receivers(self, view: StartView) -> None:
        self.entitled.emit(self.tr("{name}, {age} overdragen").format(name=view.name, age=view.age))
        picker = ReceiverPicker(view.receivers)
        picker.chosen.connect(self._receiver_chosen)
        picker.directory_asked.connect(self._to_directory)
        self._main.addWidget(picker)
        picker.rows.setFocus()

    def _build_form(self, view: StartView, receiver: ReceiverView) -> None:
        name = receiver.provider.name
        self.entitled.emit(self.tr("{name}, {age} naar {receiver}").format(name=view.name, age=view.age, receiver=name))
        to = Card(self.tr("Ontvanger"), flush=True)
        rows = RowList(self.tr("Ontvanger"))
        rows.setObjectName("handoverReceiver")
        rows.set_rows([receiver_row(receiver, self.tr("Andere kiezen"))])
        rows.action_clicked.connect(self._other_receiver)
        to.add(rows)
        start = Content(
            safety=view.safety,
            access_route=handover_starts.first_route(receiver.provider),
        )
        self.content = ContentForm(view.points, start, receiver.provider.access_routes)
        self._main.addWidget(to)
        self._main.addWidget(self.content)
        self._side.addWidget(self._sending())
        self.consent_card = Card(self.tr("Toestemming"))
        self._side.addWidget(self.consent_card)
        self.refresh_consent()

    def _sending(self) -> Card:
        card = Card(self.tr("Nu"))
        self.error = label("", "error")
        self.error.setObjectName("handoverStepError")
        self.error.hide()
        send = PushButton(self.tr("Brief versturen"), self._send, role="primary", key="Ctrl+Enter")
        send.setShortcut("Ctrl+Return")
        send.setObjectName("handoverSend")
        mail = PushButton(self.tr("Beveiligd mailen"), self._send_by_mail)
        mail.setObjectName("handoverSendMail")
        file = PushButton(self.tr("Bestand voor hun systeem"), self._send_as_file)
        file.setObjectName("handoverSendFile")
        phone = PushButton(self.tr("Mondeling overgedragen"), self._send_by_phone)
        phone.setObjectName("handoverSendPhone")
        save = PushButton(self.tr("Bewaren voor later"), self._save)
        save.setObjectName("handoverSave")
        buttons = FlowLayout()
        for button in (send, mail, file, phone, save):
            buttons.addWidget(button)
        self.send = send
        card.add(label(self.tr("Zonder toestemming of wettelijke grond gaat er niets weg."), "muted"))
        card.add(buttons).add(self.error)
        return card

    @Slot(str)
    def _find(self, typed: str) -> None:
        self._desk.tasks.run(dossier_views.list_dossiers, typed).then(self._show_found)

    @Slot(object)
    def _show_found(self, found: DossierList) -> None:
        if self._view is not None and self._view.patient is None:
            self.children_card.show_list(found)

    @Slot(str)
    def _child_chosen(self, patient_id: str) -> None:
        self.start(patient_id, self._view.provider_id if self._view else "")

    @Slot(str)
    def _receiver_chosen(self, provider_id: str) -> None:
        receivers = self._view.receivers if self._view else ()
        self._receiver = next((one for one in receivers if one.provider.id == provider_id), None)
        self._build()

    @Slot(str)
    def _other_receiver(self, _key: str) -> None:
        self._receiver = None
        self._build()

    @Slot()
    def _to_directory(self) -> None:
        self._desk.go("directory", new=True)

    @Slot(object)
    def _show_consent(self, line: ConsentLine) -> None:
        view = self._view
        if self.content is None or view is None or view.patient is None:
            return
        clear(self.consent_card.body)
        self.consent = QuestionPart(line, view.patient.given_name)
        self.consent.said.connect(self._said)
        self.consent.withdrawn.connect(self._withdrawn)
        self.consent_card.add(self.consent)
        follow_reading(self._header, self._sheet)

    @Slot(object, str, object, object, str)
    def _said(self, question: Question, given_by: str, decision: Decision, form: Form, reason: str) -> None:
        if self._view is None or self._view.patient is None:
            return
        new = NewConsent(self._view.patient.id, question, given_by, decision, form, reason=reason)
        self._desk.tasks.run(consents.record_consent, new).then(self._recorded).otherwise(self._not_made)

    @Slot(object, str)
    def _withdrawn(self, question: Question, given_by: str) -> None:
        if self._view is not None and self._view.patient is not None:
            job = self._desk.tasks.run(consents.withdraw, self._view.patient.id, question, given_by)
            job.then(self._recorded).otherwise(self._not_made)

    @Slot(object)
    def _recorded(self, _result: object) -> None:
        self.error.hide()
        self.refresh_consent()

    def _send(self) -> None:
        self.keep("letter")

    def _send_by_mail(self) -> None:
        self.keep("mail")

    def _send_as_file(self) -> None:
        self.keep("file")

    def _send_by_phone(self) -> None:
        self.keep("phone")

    def _save(self) -> None:
        self.keep()

    @Slot(object)
    def _made(self, result: tuple[Changes, Any]) -> None:
        if self.content is not None:
            self.content.dirty = False
        self._busy = False
        self.made.emit(result[1], self._how)

    @Slot(object)
    def _not_made(self, error: BaseException) -> None:
        self._busy = False
        self.error.setText(messages.say(error))
        self.error.show()
