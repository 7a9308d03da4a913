"""The three-way talk: when, who was there, and what was agreed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from gpconnect.services.handover_views import DetailView
from gpconnect.ui import messages, text
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, label


class TalkCard(Card):
    """Planned in one field, recorded with a chip per person."""

    saved = Signal(dict)
    """Moment as typed, names, why the family was not there, agreements."""

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Driegesprek"))
        self.moment = QLineEdit()
        self.moment.setObjectName("talkMoment")
        self.moment.setPlaceholderText(self.tr("27-11 13:30"))
        self.present = ChipGroup(self.tr("Wie waren erbij?"))
        self.present.setObjectName("talkPresent")
        self.absent = QLineEdit()
        self.absent.setObjectName("talkAbsent")
        self.absent_row = FormRow(self.tr("Waarom was het gezin er niet bij?"), self.absent)
        self.agreements = LongField()
        self.agreements.setObjectName("talkAgreements")
        self.error = label("", "error")
        self.error.setObjectName("talkError")
        self.error.hide()
        self.save = PushButton(self.tr("Gesprek bewaren"), self._save)
        self.save.setObjectName("talkSave")
        self.moment.returnPressed.connect(self._save)
        self.moment.textEdited.connect(self._edited)
        self.absent.textEdited.connect(self._edited)
        self.agreements.answered.connect(self._edited)
        self.present.changed.connect(self._chosen)
        self.add(FormRow(self.tr("Wanneer"), self.moment, self.tr("Samen met gezin en ontvanger.")))
        self.add(FormRow(self.tr("Wie waren erbij? (na het gesprek)"), self.present))
        self.add(self.absent_row)
        self.add(FormRow(self.tr("Afspraken"), self.agreements))
        self.add(self.error).add(self.save)
        self._family: set[str] = set()
        self._id = ""
        self.dirty = False

    def show_view(self, view: DetailView) -> None:
        """Show what is known, unless somebody is filling it in."""
        if self.dirty and self._id == view.handover.id:
            return
        one = view.handover
        self._id, self.dirty = one.id, False
        self._family = {name for name, is_family in view.people if is_family}
        names = [name for name, _ in view.people]
        extra = [name for name in one.present if name not in names]
        self.present.set_options([(name, name) for name in [*names, *extra]])
        self.present.choose(one.present)
        at = text.local(one.meeting_at) if one.meeting_at else None
        self.moment.setText(f"{at:%d-%m-%Y %H:%M}" if at else "")
        self.absent.setText(one.absent_why)
        self.agreements.set_value(one.agreements)
        self.error.hide()
        self._show_absent()

    def show_error(self, error: BaseException) -> None:
        """Say above the button what is wrong; what was typed stays."""
        self.error.setText(messages.say(error))
        self.error.show()

    def _edited(self) -> None:
        self.dirty = True

    @Slot(list)
    def _chosen(self, _names: list[str]) -> None:
        self.dirty = True
        self._show_absent()

    def _show_absent(self) -> None:
        chosen = set(self.present.chosen())
        self.absent_row.setVisible(bool(chosen) and not chosen & self._family)

    def _save(self) -> None:
        self.error.hide()
        self.saved.emit(
            {
                "moment": self.moment.text(),
                "present": tuple(self.present.chosen()),
                "absent_why": self.absent.text() if self.absent_row.isVisibleTo(self) else "",
                "agreements": self.agreements.toPlainText(),
            }
        )
