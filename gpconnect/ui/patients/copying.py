"""The copy of the dossier: for whom, what the law says, a look at it, and out it goes on paper or as a file."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLabel, QWidget

from gpconnect.domain.rights import Why
from gpconnect.services import inspection
from gpconnect.services.inspection import Made, Recipient, Wish
from gpconnect.ui import messages, text, theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FlowLayout, FormRow, PushButton, SentenceBox, StatusBadge, column, label, line
from gpconnect.ui.patients import rights_words, words
from gpconnect.ui.report.printing import PAPER_WIDTH, print_pages

PICTURE = 620
EDGE = 2
NARROWEST = 240


class CopyCard(Card):
    """Choose who asks; the rule says yes, no or what it takes; then look, save or print."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Inzage en afschrift"))
        self.desk = desk
        self._patient_id, self._child = "", ""
        self._recipients: tuple[Recipient, ...] = ()
        self._made: Made | None = None
        self._page = 0
        self.who = QComboBox()
        self.who.setObjectName("copyWho")
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.currentIndexChanged.connect(self._chosen)
        self.unable = QCheckBox("")
        self.unable.setObjectName("copyUnable")
        self.unable.clicked.connect(self._ask)
        self.rule = SentenceBox(role="well")
        self.state = StatusBadge("")
        self.said = label("", "error")
        self.add(FormRow(self.tr("Voor wie is het afschrift?"), self.who))
        for part in (self.unable, self.rule, self.state):
            self.add(part)
        self.add(self._bar())
        self.add(self.said)
        self.add(self._preview())
        self.said.hide()

    def show_patient(self, patient_id: str, child: str) -> None:
        """Show who may ask for a copy of this dossier; what was looked at of another one goes."""
        if patient_id != self._patient_id:
            self.unable.setChecked(False)
            self._forget()
        self._patient_id, self._child = patient_id, child
        self.unable.setText(self.tr("{child} kan dit (nog) niet zelf overzien").format(child=child))
        self.unable.setAccessibleName(self.unable.text())
        self._ask()

    def save_to(self, target: Path) -> None:
        """Write the copy there."""
        job = self.desk.tasks.run(inspection.save, self._patient_id, self._wish(), target)
        job.then(self._saved).otherwise(self._refused)

    def _bar(self) -> QWidget:
        self.agree = PushButton("", self._agree)
        self.look = PushButton(self.tr("Bekijken"), self._look, role="primary")
        self.pdf = PushButton(self.tr("Opslaan als PDF"), self._choose_pdf)
        self.data = PushButton(self.tr("Opslaan als data"), self._choose_data, name=self.tr("Opslaan als data (JSON)"))
        self.paper = PushButton(self.tr("Afdrukken …"), self._print)
        flow = FlowLayout()
        for button, name in (
            (self.agree, "copyAgree"),
            (self.look, "copyLook"),
            (self.pdf, "copyPdf"),
            (self.data, "copyData"),
            (self.paper, "copyPrint"),
        ):
            button.setObjectName(name)
            flow.addWidget(button)
        bar = QWidget()
        bar.setLayout(flow)
        return bar

    def _preview(self) -> QWidget:
        self.remarks = SentenceBox(role="well")
        self.before = PushButton(self.tr("Vorige"), self._back, name=self.tr("Vorige bladzijde"))
        self.after = PushButton(self.tr("Volgende"), self._forward, name=self.tr("Volgende bladzijde"))
        self.before.setObjectName("copyBefore")
        self.after.setObjectName("copyAfter")
        self.number = label("", "muted", wrap=False)
        self.picture = QLabel()
        self.picture.setObjectName("copyPicture")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # The card is as wide as its column, not as wide as the picture.
        self.picture.setMinimumWidth(1)
        tools = line(self.before, self.number, self.after)
        tools.addStretch(1)
        self.shown = QWidget()
        layout = column(self.remarks, spacing=1.5)
        layout.addLayout(tools)
        layout.addWidget(self.picture)
        self.shown.setLayout(layout)
        self.shown.hide()
        return self.shown

    def _wish(self) -> Wish:
        return Wish(str(self.who.currentData()), able=not self.unable.isChecked())

    def _ask(self) -> None:
        able = not self.unable.isChecked()
        self.desk.tasks.run(inspection.recipients, self._patient_id, able=able).then(self._show_recipients)

    @Slot(object)
    def _show_recipients(self, found: tuple[Recipient, ...]) -> None:
        before = self.who.currentData()
        self._recipients = found
        may = next((place for place, one in enumerate(found) if one.entitlement.may), 0)
        known = [one.id for one in found]
        with QSignalBlocker(self.who):
            self.who.clear()
            for one in found:
                self.who.addItem(text.join(one.name, words.say(words.RELATIONS, one.relation)), one.id)
            self.who.setCurrentIndex(known.index(before) if before in known else may)
        self.unable.setVisible(found[0].entitlement.why is not Why.TOO_YOUNG)
        self._show_rule()

    @Slot(int)
    def _chosen(self, _place: int) -> None:
        self._forget()
        self._show_rule()

    def _show_rule(self) -> None:
        one = self._recipients[self.who.currentIndex()]
        entitled = one.entitlement
        sentence = rights_words.why(entitled.why, self._child, one.name)
        self.rule.set_sentences([(sentence, self.tr("Jeugdwet {article}").format(article=entitled.article))])
        self.state.set(*((self.tr("Mag"), "good") if entitled.may else (self.tr("Mag nu niet"), "attention")))
        needs = entitled.why is Why.NEEDS_AGREEMENT
        self.agree.setVisible(needs)
        self.agree.setText(self.tr("{child} vindt het goed").format(child=self._child))
        self.agree.setAccessibleName(self.agree.text())
        for button in (self.look, self.pdf, self.data, self.paper):
            button.setVisible(entitled.may)

    def _agree(self) -> None:
        job = self.desk.tasks.run(inspection.agree, self._patient_id, self._wish().recipient)
        job.then(self._agreed).otherwise(self._refused)

    @Slot(object)
    def _agreed(self, _changes: object) -> None:
        self.desk.toast(self.tr("Vastgelegd. Intrekken kan bij Toestemming."))
        self._ask()

    def _look(self) -> None:
        job = self.desk.tasks.run(inspection.look, self._patient_id, self._wish())
        job.then(self._show_made).otherwise(self._refused)

    @Slot(object)
    def _show_made(self, made: Made) -> None:
        self._made, self._page = made, 0
        self.said.hide()
        self.remarks.set_sentences([(one, "") for one in self._remarks(made)])
        self.shown.show()
        self._turn(0)

    def _remarks(self, made: Made) -> list[str]:
        left = text.count(made.left_out, self.tr("plek"), self.tr("plekken"))
        said = [self.tr("Lees het eerst zelf door.")]
        if made.left_out:
            said.append(self.tr("Op {n} staat dat iets over een ander is weggelaten.").format(n=left))
        if made.kept_back:
            said.append(self.tr("Er wordt ook iets achtergehouden voor deze persoon; dat staat er niet bij."))
        if made.secret_address:
            said.append(self.tr("Het geheime adres staat er niet in. Kijk of school of telefoon het niet verraadt."))
        if made.reporting_code:
            said.append(self.tr("Let op: er staat een stap van de meldcode in. Houd die zo nodig hieronder achter."))
        return said

    def _back(self) -> None:
        self._turn(-1)

    def _forward(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        if self._made is None:
            return
        self._page = max(0, min(self._page + step, self._made.pages - 1))
        words_shown = self.tr("Bladzijde {n} van {all}").format(n=self._page + 1, all=self._made.pages)
        self.number.setText(words_shown)
        self.picture.setAccessibleName(words_shown)
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page < self._made.pages - 1)
        self.desk.tasks.run(inspection.picture, self._made.pdf, self._page).then(self._show_picture)

    @Slot(object)
    def _show_picture(self, png: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(QByteArray(png))
        painter = QPainter(picture)
        painter.setPen(QPen(theme.current().color("line"), EDGE))
        painter.drawRect(picture.rect().adjusted(1, 1, -1, -1))
        painter.end()
        width = min(theme.current().px(PICTURE), max(NARROWEST, self.width() - theme.current().px(48)))
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        self.picture.setPixmap(scaled)

    def _forget(self) -> None:
        self._made = None
        self.picture.clear()
        self.shown.hide()
        self.said.hide()

    def _choose_pdf(self) -> None:
        self._choose("pdf", "PDF (*.pdf)")

    def _choose_data(self) -> None:
        self._choose("json", "JSON (*.json)")

    def _choose(self, ending: str, kinds: str) -> None:
        proposed = f"afschrift-dossier-{text.local(self.desk.clock()):%Y-%m-%d}.{ending}"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Afschrift opslaan"), proposed, kinds)
        if name:
            self.save_to(Path(name))

    @Slot(object)
    def _saved(self, _nothing: object) -> None:
        self.said.hide()
        self.desk.toast(self.tr("Opgeslagen, buiten het versleutelde bestand. Geef het mee en wis het daarna hier."))

    def _print(self) -> None:
        job = self.desk.tasks.run(inspection.printed, self._patient_id, self._wish(), PAPER_WIDTH)
        job.then(self._ask_printer).otherwise(self._refused)

    @Slot(object)
    def _ask_printer(self, pictures: tuple[bytes, ...]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_pages(printer, pictures)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.said.setText(messages.say(error))
        self.said.show()
