"""*Sociale kaart*: who can help with this, for this age, near here, and how soon."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from gpconnect.domain.directory import Provider
from gpconnect.services import directory, directory_files
from gpconnect.services.directory import DirectoryView, ProviderLine, TypedProvider, Wish
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.directory import words
from gpconnect.ui.directory.detail import ProviderCard, changed_wait, fields_of
from gpconnect.ui.directory.table import TableCard
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Card, ChipGroup, EmptyState, FormRow, PushButton, Row, RowList, Sheet, column, line
from gpconnect.ui.patients.fields import FieldsForm, tab_through

_PAUSE_MS = 120
_WORKER = "youth_worker"


class DirectoryPage(Page):
    """Filters, the list with the shortest waiting time first, and one provider beside it."""

    area = "directory"
    kinds = frozenset({"provider"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self._lines: dict[str, ProviderLine] = {}
        self._wanted = ""
        self._archived = ""
        self._kept = Path()
        self._before: tuple[Provider, ...] = ()
        self._edited: Provider | None = None
        self.form: FieldsForm | None = None
        # Before the body, so that Tab comes through the header first.
        self.new = PushButton(self.tr("Hulp toevoegen"), self.add)
        self.new.setObjectName("directoryNew")
        keep = PushButton(self.tr("Bewaar als tabel …"), self._ask_target)
        keep.setObjectName("directoryKeep")
        take = PushButton(self.tr("Tabel inlezen …"), self._ask_file)
        take.setObjectName("directoryRead")
        self.header.set_actions([keep, take, self.new])
        self._make_filters()
        self._make_list()
        self._make_side()
        self._parts = (self._main(), self._side)
        self.body.addWidget(Sheet(*self._parts, side_width=420, turn_below=900), 1)
        self.header.set_title(self.tr("Sociale kaart"), self.tr("Wie kan verder helpen, en hoe snel"))

    def load(self) -> None:
        self.desk.tasks.run(directory.list_providers, self._wish()).then(self._show)

    def show_params(self, params: Mapping[str, object]) -> None:
        if params.get("new"):
            self.add()
        elif "provider" in params:
            self._wanted = str(params["provider"])
            self.needs.choose([])
            for field in (self.text, self.age, self.area_field):
                field.clear()
            self.reload()

    def keeps(self, field: QWidget) -> bool:
        """A search is no loss."""
        return field in {self.text, self.age, self.area_field}

    @Slot()
    def add(self) -> None:
        """An empty form."""
        self._open_form(None)

    @Slot(str)
    def edit(self, provider_id: str) -> None:
        """One provider as a form."""
        self._open_form(self._lines[provider_id].provider)

    @Slot()
    def close_form(self) -> None:
        """Back to reading."""
        if self.form is not None:
            self._holder.hide()
            self._holder.deleteLater()
            self.form = None
        self.card.setVisible(bool(self.card.provider_id))

    def _make_filters(self) -> None:
        self.needs = ChipGroup(self.tr("Waarmee"), words.choices("reasons"))
        self.needs.setObjectName("directoryNeeds")
        self.needs.changed.connect(self._filter_now)
        self.text, self.age, self.area_field = QLineEdit(), QLineEdit(), QLineEdit()
        for name, field in (("Text", self.text), ("Age", self.age), ("Area", self.area_field)):
            field.setObjectName(f"directory{name}")
            field.textEdited.connect(self._typed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.load)

    def _make_list(self) -> None:
        self.rows = RowList(self.tr("Hulp, kortste wachttijd eerst"))
        self.rows.setObjectName("directoryList")
        self.rows.selected_changed.connect(self._select)
        self.rows.activated.connect(self._select)
        self.rows.action_clicked.connect(self._select)
        self.list_card = Card("", flush=True)
        self.list_card.add(self.rows)
        self.none = EmptyState(
            self.tr("De sociale kaart is nog leeg"),
            self.tr("Voeg de eerste hulp toe: naam, waarmee zij helpen en hoe lang je wacht."),
        )
        self.unfit = EmptyState(
            self.tr("Niets past hierbij"), self.tr("Kies minder onderwerpen of laat leeftijd en plaats leeg.")
        )
        for part in (self.list_card, self.none, self.unfit):
            part.hide()

    def _make_side(self) -> None:
        self.card = ProviderCard(may_hand_over=self.desk.role == _WORKER)
        self.card.hand_over.connect(self._hand_over)
        self.card.edit.connect(self.edit)
        self.card.archive.connect(self._archive)
        self.card.hide()
        self.table = TableCard(self.desk)
        self.table.taken.connect(self._table_taken)
        self.table.closed.connect(self._close_table)
        self.table.hide()
        self._side = QWidget()
        self._side_column = column(self.table, self.card, spacing=2)
        self._side_column.addStretch(1)
        self._side.setLayout(self._side_column)

    def _main(self) -> QWidget:
        wishes = Card("")
        wishes.add(FormRow(self.tr("Waarmee"), self.needs))
        name, age = FormRow(self.tr("Naam"), self.text), FormRow(self.tr("Leeftijd"), self.age)
        wishes.add(line(name, age, FormRow(self.tr("Plaats"), self.area_field), spacing=2))
        main = QWidget()
        layout = column(wishes, self.list_card, self.none, self.unfit, spacing=2)
        layout.addStretch(1)
        main.setLayout(layout)
        return main

    def _wish(self) -> Wish:
        age = self.age.text().strip()
        return Wish(
            tuple(self.needs.chosen()), int(age) if age.isdecimal() else None, self.area_field.text(), self.text.text()
        )

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot(list)
    def _filter_now(self, _keys: list[str]) -> None:
        self.load()

    @Slot(object)
    def _show(self, view: DirectoryView) -> None:
        self._lines = {line.provider.id: line for line in view.lines}
        self.rows.set_rows([self._row(line) for line in view.lines])
        self.list_card.setVisible(bool(view.lines))
        self.none.setVisible(not view.total)
        self.unfit.setVisible(bool(view.total) and not view.lines)
        aside = self.tr("{n} van {total}").format(n=len(view.lines), total=text.integer(view.total))
        self.list_card.set_title(self.tr("Kortste wachttijd eerst"), aside)
        tab_through(*self._parts)
        chosen = self._wanted or self.card.provider_id
        self._wanted = ""
        if chosen in self._lines:
            self.rows.select(chosen)
            self._select(chosen)
        else:
            self.card.provider_id = ""
            self.card.hide()

    def _row(self, line: ProviderLine) -> Row:
        one = line.provider
        helps = ", ".join(line.helps_with)
        return Row(
            one.id,
            one.name,
            after=line.destination,
            detail=text.join(helps, words.ages(one), one.area, words.measured(one)),
            badge=self.tr("{weeks}, verouderd").format(weeks=words.waiting(one)) if line.stale else words.waiting(one),
            tone="attention" if line.stale else "neutral" if one.waiting_weeks is None else "good",
            action=self.tr("Bekijken"),
        )

    @Slot(str)
    def _select(self, provider_id: str) -> None:
        line = self._lines.get(provider_id)
        if line is not None:
            self.card.show_line(line)
            self.card.setVisible(self.form is None)

    def _open_form(self, provider: Provider | None) -> None:
        self.close_form()
        self._edited = provider
        form = FieldsForm("provider", fields_of(provider), self.tr("Bewaren"))
        form.submitted.connect(self._save)
        form.cancelled.connect(self.close_form)
        self.form = form
        self._holder = Card(provider.name if provider else self.tr("Hulp toevoegen"))
        self._holder.add(form)
        self._side_column.insertWidget(0, self._holder)
        self.card.hide()
        self._holder.show()
        tab_through(*self._parts)
        form.start()

    @Slot(dict)
    def _save(self, typed: dict[str, Any]) -> None:
        form = self.form
        assert form is not None, "what is saved was typed in the form"
        provider = TypedProvider(**changed_wait(self._edited, typed))
        known = self._edited.id if self._edited else ""
        job = self.desk.tasks.run(directory.save_provider, provider, known)
        job.then(self._saved).otherwise(form.show_error)

    @Slot(object)
    def _saved(self, result: tuple[object, str]) -> None:
        self._wanted = result[1]
        self.close_form()
        self.desk.toast(self.tr("Bewaard. Iedereen in de pilot ziet dit."))

    @Slot(str)
    def _archive(self, provider_id: str) -> None:
        self._archived = provider_id
        self.desk.tasks.run(directory.archive_provider, provider_id).then(self._gone)

    @Slot(object)
    def _gone(self, _changes: object) -> None:
        words_shown = self.tr("Weggehaald. Lopende overdrachten blijven staan.")
        self.desk.toast(words_shown, self._restore)

    @Slot()
    def _restore(self) -> None:
        self.desk.tasks.run(directory.restore_provider, self._archived)

    @Slot()
    def _ask_target(self) -> None:
        proposed = f"sociale-kaart-{text.local(self.desk.clock()):%Y-%m-%d}.csv"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Bewaar de sociale kaart"), proposed)
        if name:
            self.keep_table(Path(name))

    def keep_table(self, target: Path) -> None:
        """Write the whole sociale kaart to a file."""
        self._kept = target
        self.desk.tasks.run(directory_files.save, target).then(self._table_kept)

    @Slot(object)
    def _table_kept(self, _nothing: object) -> None:
        self.desk.toast(
            self.tr("De sociale kaart staat in {folder} als {name}.").format(
                folder=self._kept.parent.name, name=self._kept.name
            )
        )

    @Slot()
    def _ask_file(self) -> None:
        kinds = self.tr("Tabel (*.csv *.txt);;Alle bestanden (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Welke tabel?"), "", kinds)
        if chosen:
            self.read_table(Path(chosen))

    def read_table(self, path: Path) -> None:
        """Look at what a table would add and change."""
        self.close_form()
        self.card.hide()
        self.table.show()
        self.table.read(path)

    @Slot()
    def _close_table(self) -> None:
        self.table.hide()
        self.card.setVisible(bool(self.card.provider_id))

    @Slot(int, object)
    def _table_taken(self, count: int, before: tuple[Provider, ...]) -> None:
        self._close_table()
        self._before = before
        self.desk.toast(self.tr("{n} overgenomen. Iedereen in de pilot ziet dit.").format(n=count), self._put_back)

    def _put_back(self) -> None:
        self.desk.tasks.run(directory_files.put_back, self._before)

    @Slot(str)
    def _hand_over(self, provider_id: str) -> None:
        self.desk.go("handovers", provider=provider_id)
