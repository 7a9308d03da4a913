"""What a figure means, written with partners beside the figure itself."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from gpconnect.services import meaning, report_words
from gpconnect.services.reporting import Preview
from gpconnect.ui import messages, text, theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, label, line


class MeaningCard(Card):
    """Choose a figure, read it, and write what people say about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Wat betekent het?"))
        self.desk = desk
        self._preview: Preview | None = None
        self.figure = QComboBox()
        self.figure.setObjectName("reportMeaningFigure")
        for key, title in report_words.places():
            self.figure.addItem(title, key)
        self.figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.figure.currentIndexChanged.connect(self._show_figure)
        self._value = label("", "muted")
        self.field = QPlainTextEdit()
        self.field.setObjectName("reportMeaning")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.current().px(110))
        help_text = self.tr("Gewone woorden, zonder namen van jeugdigen. Dit komt in het verslag te staan.")
        self._row = FormRow(self.tr("Betekenis"), self.field, help_text)
        self.author = QLineEdit()
        self.author.setObjectName("reportMeaningAuthor")
        self.author.setPlaceholderText(self.tr("Themabijeenkomst van …"))
        self._written = label("", "small")
        self.save = PushButton(self.tr("Betekenis bewaren"), self._save)
        self.save.setObjectName("reportMeaningSave")
        self.add(FormRow(self.tr("Bij welk cijfer"), self.figure))
        self.add(self._value)
        self.add(self._row)
        self.add(FormRow(self.tr("Van wie"), self.author))
        self.add(self._written)
        buttons = line(self.save)
        buttons.addStretch(1)
        self.add(buttons)

    def show_preview(self, preview: Preview) -> None:
        """Take another report; a text that is being written stays."""
        typed, shown = self.field.toPlainText(), self._kept_text()
        self._preview = preview
        if typed == shown:
            self._show_figure()
        else:
            self._show_value()

    @Slot()
    def _show_figure(self) -> None:
        self._show_value()
        self.field.setPlainText(self._kept_text())
        self._row.set_error("")

    def _show_value(self) -> None:
        if self._preview is None:
            return
        key = self.figure.currentData()
        self._value.setText(report_words.figure_line(self._preview.report, key))
        self._value.setVisible(bool(self._value.text()))
        notes = self._preview.report.meaning(key)
        if notes:
            day = text.full_date(text.local(notes[-1].written_at).date())
            self._written.setText(
                self.tr("Opgeschreven op {day} door {who}").format(day=day, who=notes[-1].author_name)
            )
            self.author.setText(notes[-1].author_name)
        else:
            self._written.setText(self.tr("Hier staat nog niets bij."))
            self.author.setText(self.desk.actor.name)

    def _kept_text(self) -> str:
        notes = self._preview.report.meaning(self.figure.currentData()) if self._preview else ()
        return notes[-1].text if notes else ""

    def _save(self) -> None:
        if self._preview is None:
            return
        period = self._preview.report.figures.period
        job = self.desk.tasks.run(
            meaning.save_narrative,
            self.figure.currentData(),
            period.first_day,
            period.last_day,
            self.field.toPlainText(),
            author_name=self.author.text(),
        )
        job.then(self._saved).otherwise(self._refused)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        self._row.set_error("")
        self.desk.toast(self.tr("Bewaard. Het staat nu ook in het verslag."))

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))
