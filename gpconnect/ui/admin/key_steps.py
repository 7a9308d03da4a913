"""What a person does to a way in, one step at a time: type, print, choose a file, answer a question."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QProgressBar, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import keyholding
from gpconnect.services.desk_prints import Paper
from gpconnect.services.keyholding import EmployerKey, NewSheet, WayView
from gpconnect.services.strength import Strength
from gpconnect.ui import messages, text, theme
from gpconnect.ui.admin.key_step import OwnPassphrase, Step
from gpconnect.ui.booking.paper import PaperView, SavedPaper
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import FormRow, PushButton, column, label
from gpconnect.ui.strength_meter import StrengthMeter

MOST_BYTES = 64 * 1024


class PassphraseStep(Step):
    """Another passphrase: the one of now, and twice the new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._old = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._new = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._meter = StrengthMeter()
        self._old_row = FormRow(self.tr("Wachtwoordzin van nu"), self._old)
        self._again_row = FormRow(self.tr("Nog een keer de nieuwe"), self._again)
        help_text = self.tr("Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.")
        self._new_row = FormRow(self.tr("Nieuwe wachtwoordzin"), self._new, help_text)
        change = PushButton(self.tr("Wachtwoordzin wijzigen"), self._change, role="primary")
        self.setLayout(column(self._old_row, self._new_row, self._meter, self._again_row, self.buttons(change)))
        self._new.textEdited.connect(self._judge)
        self._again.returnPressed.connect(self._change)

    @Slot(str)
    def _judge(self, typed: str) -> None:
        self._meter.setVisible(bool(typed))
        if typed:
            self.desk.tasks.run(keyholding.judge, typed).then(self._judged)

    @Slot(object)
    def _judged(self, found: Strength) -> None:
        if self._new.text():
            self._meter.show_strength(found)

    def _change(self) -> None:
        same = self._new.text() == self._again.text()
        self._again_row.set_error("" if same else self.tr("De twee nieuwe wachtwoordzinnen zijn niet gelijk."))
        if same:
            job = self.desk.tasks.run(keyholding.change_passphrase, self._old.text(), self._new.text())
            job.then(self._changed).otherwise(self.refused)

    @Slot(object)
    def _changed(self, _changes: object) -> None:
        self.done.emit(self.tr("Je nieuwe wachtwoordzin geldt vanaf nu."))

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        # Under the field that it is about: a right old passphrase must not look wrong.
        new = isinstance(error, KnownError) and error.code in {"passphrase.weak", "passphrase.short"}
        self._new_row.set_error(messages.say(error) if new else "")
        self._old_row.set_error("" if new else messages.say(error))


class TryStep(Step):
    """Try a way in: type the passphrase, or the code from the sheet."""

    def __init__(self, desk: Desk, way: WayView) -> None:
        super().__init__(desk)
        self._way = way
        self._line = QLineEdit()
        self._lines = QPlainTextEdit(tabChangesFocus=True)
        self._lines.setFixedHeight(theme.current().px(84))
        field: QWidget = self._lines if way.kind == "employer" else self._line
        if way.kind == "passphrase":
            self._line.setEchoMode(QLineEdit.EchoMode.Password)
        names = {
            "passphrase": self.tr("Typ je wachtwoordzin"),
            "recovery": self.tr("Typ de code van je herstelblad"),
            "employer": self.tr("Typ de twee regels van het blad van je werkgever"),
        }
        self._row = FormRow(names[way.kind], field)
        self._line.returnPressed.connect(self._try)
        self.setLayout(
            column(self._row, self.buttons(PushButton(self.tr("Kijk of het opent"), self._try, role="primary")))
        )

    def _try(self) -> None:
        typed = self._lines.toPlainText() if self._way.kind == "employer" else self._line.text()
        job = self.desk.tasks.run(keyholding.try_slot, self._way.id, typed)
        job.then(self._opened).otherwise(self.refused)

    @Slot(object)
    def _opened(self, _changes: object) -> None:
        self.done.emit(self.tr("Dit opent je bestand."))

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))


class SheetView(PaperView):
    """A sheet with a secret, to print; as a file it goes where the person says, and not on this computer."""

    def __init__(self, desk: Desk, *, width: int, title: str = "") -> None:
        super().__init__(desk, width=width)
        self._title = title or self.tr("Herstelblad bewaren")

    def save_paper(self) -> SavedPaper | None:
        """Ask where; a stick that lies in a drawer is fine, this computer is not."""
        if self._paper is None:
            return None
        name, _ = QFileDialog.getSaveFileName(self, self._title, self._paper.file_name)
        return self.save_to(Path(name)) if name else None

    def save_to(self, path: Path) -> SavedPaper | None:
        """Write it there, and say what has to follow."""
        assert self._paper is not None, "there is a sheet"
        try:
            path.write_bytes(self._paper.pdf)
        except OSError:
            self._desk.toast(self.tr("Daar kon het niet worden bewaard. Kies een andere plek."))
            return None
        self._desk.toast(self.tr("Bewaard. Print het en gooi het bestand daarna weg."))
        return SavedPaper(path)

    def print_paper(self) -> None:
        if QPrinterInfo.defaultPrinter().isNull():
            self._desk.toast(self.tr("Geen printer gevonden. Schrijf de code over, of bewaar het blad op een stick."))
            return
        super().print_paper()


class RecoveryStep(Step):
    """A new sheet: print it or write it down, put it away, type it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._sheet: NewSheet | None = None
        self._code = label("", "h1")
        self._code.setAccessibleName(self.tr("De nieuwe code"))
        self.paper = SheetView(desk, width=300)
        self._have = PushButton(self.tr("Ik heb de code op papier"), self._hide_code, role="primary")
        words = self.tr(
            "Print het blad, of schrijf de code over. Daarna typ je hem over van papier: dan weet je dat hij klopt."
        )
        self._first = QWidget()
        self._first.setLayout(column(label(words, "muted"), self._code, self.buttons(self._have), self.paper))
        self._typed = QLineEdit()
        self._typed.setObjectName("recoveryTyped")
        self._row = FormRow(
            self.tr("Typ de code over van papier"),
            self._typed,
            self.tr("Hoofdletters, streepjes en spaties maken niet uit."),
        )
        self._own = OwnPassphrase()
        for field in (self._typed, self._own.typed):
            field.returnPressed.connect(self._finish)
        finish = PushButton(self.tr("Klaar"), self._finish, role="primary", name=self.tr("Klaar met het herstelblad"))
        again = PushButton(self.tr("Laat de code nog eens zien"), self._show_code)
        self._second = QWidget()
        self._second.setLayout(column(self._row, self._own, self.buttons(finish, again)))
        self._second.hide()
        self.setLayout(column(self.trouble, self._first, self._second))
        desk.tasks.run(keyholding.begin_recovery).then(self._begun).otherwise(self.refused)

    @Slot(object)
    def _begun(self, sheet: NewSheet) -> None:
        from gpconnect.services import key_sheets

        self._sheet = sheet
        self._code.setText(sheet.code)
        self.desk.tasks.run(key_sheets.recovery_paper, sheet).then(self._drawn)

    @Slot(object)
    def _drawn(self, paper: Paper) -> None:
        self.paper.show_paper(paper)

    def _hide_code(self) -> None:
        self._first.hide()
        self._second.show()
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_code(self) -> None:
        self._second.hide()
        self._first.show()
        self._have.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        if self._sheet is not None:
            job = self.desk.tasks.run(keyholding.finish_recovery, self._sheet, self._typed.text(), self._own.text())
            job.then(self._finished).otherwise(self._not_finished)

    @Slot(object)
    def _finished(self, _changes: object) -> None:
        self.done.emit(self.tr("Je herstelblad opent vanaf nu je bestand. Leg het op een veilige plek."))

    @Slot(object)
    def _not_finished(self, error: BaseException) -> None:
        self._row.set_error("" if self._own.takes(error) else messages.say(error))


class EmployerStep(Step):
    """Add the employer: their small file, and the fingerprint that they read aloud."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._data = b""
        words = self.tr(
            "Vraag je werkgever om het bestand dat eindigt op .sleutel.json. Het blad met de code blijft in de kluis."
        )
        self._choose = PushButton(self.tr("Bestand kiezen …"), self._choose_file)
        self._whose = label("", "muted")
        self._whose.hide()
        self._heard = QLineEdit()
        self._heard.setObjectName("employerHeard")
        self._row = FormRow(
            self.tr("De vingerafdruk die je hoort"),
            self._heard,
            self.tr("Bel je werkgever en laat de twaalf tekens voorlezen van het blad."),
        )
        self._own = OwnPassphrase()
        self._add = PushButton(self.tr("Werkgever toevoegen"), self._add_it, role="primary")
        for part in (self._row, self._own, self._add):
            part.hide()
        for field in (self._heard, self._own.typed):
            field.returnPressed.connect(self._add_it)
        feet = self.buttons(self._choose, self._add)
        self.setLayout(column(label(words, "muted"), self._whose, self._row, self._own, self.trouble, feet))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Sleutelbestand van je werkgever"), "", "*.json")
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Read the employer's small file."""
        self.trouble.hide()
        try:
            with path.open("rb") as file:
                self._data = file.read(MOST_BYTES)
        except OSError:
            self._data = b""
        self.desk.tasks.run(keyholding.read_employer_key, self._data).then(self._read).otherwise(self.refused)

    @Slot(object)
    def _read(self, key: EmployerKey) -> None:
        words = self.tr("Sleutel van {employer}, gemaakt op {day}.")
        self._whose.setText(words.format(employer=key.employer, day=text.day(key.made)))
        for part in (self._whose, self._row, self._own, self._add):
            part.show()
        self._heard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_it(self) -> None:
        job = self.desk.tasks.run(keyholding.add_employer, self._data, self._heard.text(), self._own.text())
        job.then(self._added).otherwise(self._not_added)

    @Slot(object)
    def _added(self, _changes: object) -> None:
        self.done.emit(self.tr("Het blad in de kluis van je werkgever opent vanaf nu je bestand."))

    @Slot(object)
    def _not_added(self, error: BaseException) -> None:
        self._row.set_error("" if self._own.takes(error) else messages.say(error))


class KeyringStep(Step):
    """Is this account of the computer one person's own? Only then the keyring may open the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        question = label(self.tr("Gebruik jij als enige dit account op deze computer?"), "label")
        words = self.tr(
            "Wie zich hier aanmeldt, opent dan ook je bestand bij het starten. Na vergrendelen vraagt GPConnect altijd "
            "je wachtwoordzin."
        )
        mine = PushButton(self.tr("Ja, alleen ik"), self._mine)
        shared = PushButton(self.tr("Nee, we delen het"), self._shared)
        self._own = OwnPassphrase()
        self._own.typed.returnPressed.connect(self._mine)
        self.setLayout(column(question, label(words, "muted"), self._own, self.trouble, self.buttons(mine, shared)))

    def _mine(self) -> None:
        self._answer(mine_alone=True)

    def _shared(self) -> None:
        self._answer(mine_alone=False)

    def _answer(self, *, mine_alone: bool) -> None:
        job = self.desk.tasks.run(keyholding.add_keyring, self._own.text(), mine_alone=mine_alone)
        job.then(self._added).otherwise(self.refused)

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        self.trouble.hide()
        if not self._own.takes(error):
            super().refused(error)

    @Slot(object)
    def _added(self, _changes: object) -> None:
        self.done.emit(self.tr("Deze computer opent je bestand vanaf nu bij het starten."))


class RemoveStep(Step):
    """Take a way in away, asked once more."""

    def __init__(self, desk: Desk, way: WayView) -> None:
        super().__init__(desk)
        self._way = way
        words = {
            "recovery": self.tr("Je herstelblad opent dan niets meer. Weet je het zeker?"),
            "employer": self.tr("Het blad van je werkgever opent dan niets meer op deze computer. Weet je het zeker?"),
            "keyring": self.tr("Ook bij het starten vraagt GPConnect dan je wachtwoordzin. Weet je het zeker?"),
        }
        remove = PushButton(self.tr("Ja, haal weg"), self._remove, role="danger")
        self._own = OwnPassphrase()
        self._own.typed.returnPressed.connect(self._remove)
        self.setLayout(column(label(words[way.kind]), self._own, self.trouble, self.buttons(remove)))

    def _remove(self) -> None:
        job = self.desk.tasks.run(keyholding.remove, self._way.id, self._own.text())
        job.then(self._removed).otherwise(self.refused)

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        self.trouble.hide()
        if not self._own.takes(error):
            super().refused(error)

    @Slot(object)
    def _removed(self, _changes: object) -> None:
        self.done.emit(self.tr("Deze manier opent je bestand niet meer."))


class RenewStep(Step):
    """Another key for the file; nothing to remember changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._typed = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._typed.returnPressed.connect(self._renew)
        self._row = FormRow(
            self.tr("Je wachtwoordzin"),
            self._typed,
            self.tr("Je wachtwoordzin en je bladen blijven dezelfde. Dit duurt even; laat de computer aan staan."),
        )
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setMinimumSize(QSize(0, theme.current().px(8)))
        self._busy.setAccessibleName(self.tr("Het bestand krijgt een nieuwe sleutel"))
        self._busy.hide()
        feet = self.buttons(PushButton(self.tr("Versleuteling vernieuwen"), self._renew, role="primary"))
        self.setLayout(column(self._row, self._busy, feet))

    def _renew(self) -> None:
        self._busy.show()
        self.setEnabled(False)
        job = self.desk.tasks.run(keyholding.change_file_key, self._typed.text())
        job.then(self._renewed).otherwise(self.refused)

    @Slot(object)
    def _renewed(self, _changes: object) -> None:
        self.done.emit(self.tr("Je bestand heeft een nieuwe sleutel, en is daarna nagelezen."))

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        self.setEnabled(True)
        self._busy.hide()
        self._row.set_error(messages.say(error))
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)
