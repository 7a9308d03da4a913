"""A request to erase as it comes in: written down and blocked, or refused at once on a ground of the law."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from gpconnect.domain.erasing import MOST_ALONE
from gpconnect.domain.erasure import Article, Refusal
from gpconnect.services.erasing import LEGAL, PATIENT, ErasingView, NewErasure
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.parts import ChipGroup, FormRow, PushButton, SentenceBox, column
from gpconnect.ui.patients import erasing_words
from gpconnect.ui.patients.refusing import RefusingPart
from gpconnect.ui.patients.words import say

_WHOLE, _PART = "whole", "part"


class AskingPart(QWidget):
    """The request as it is written down: what, on which article, by whom, and what it means."""

    wanted = Signal(object)
    """A `NewErasure`."""
    unwanted = Signal(object, object, str)
    """A `NewErasure` that is refused at once, with the ground and the reason."""

    def __init__(self, view: ErasingView) -> None:
        super().__init__()
        self._view = view
        count = text.count(view.records, self.tr("stuk"), self.tr("stukken"))
        self.what = ChipGroup(
            self.tr("Wat moet weg?"),
            ((_WHOLE, self.tr("Het hele dossier, {count}").format(count=count)), (_PART, self.tr("Een deel"))),
            multi=False,
        )
        self.what.setObjectName("erasingWhat")
        self.what.choose([_PART if view.parts else _WHOLE])
        self.what.changed.connect(self._show_parts)
        self.boxes = [self._box(one.key, erasing_words.part(one)) for one in view.parts]
        self.chosen = QWidget()
        self.chosen.setLayout(column(*self.boxes, spacing=0.5))
        self.article = self._choice("erasingArticle", [(str(key), say(erasing_words.ARTICLES, key)) for key in Article])
        people = [
            (PATIENT, self.tr("De jeugdige zelf")),
            *view.requesters,
            (LEGAL, self.tr("Iemand anders die dat mag")),
        ]
        self.who = self._choice("erasingWho", people)
        self.who.setCurrentIndex(self.who.findData(view.proposed))
        self.ask = PushButton(self.tr("Blokkeren en wissen aanvragen"), self._ask, role="danger")
        self.ask.setObjectName("erasingAsk")
        self.refuse = PushButton(self.tr("Verzoek weigeren …"), self._ask_reason, role="quiet")
        self.refuse.setObjectName("erasingRefuseNow")
        self.refusing = RefusingPart()
        self.refusing.refused.connect(self._refuse)
        self.refusing.cancelled.connect(self._no_refusal)
        layout = column(FormRow(self.tr("Wat moet weg?"), self.what), spacing=1.5)
        self.parts_row = FormRow(self.tr("Kies de stukken"), self.chosen)
        layout.addWidget(self.parts_row)
        layout.addWidget(FormRow(self.tr("Waarop rust het verzoek?"), self.article))
        layout.addWidget(FormRow(self.tr("Wie vraagt het?"), self.who))
        for sentences in self._means():
            layout.addWidget(SentenceBox(sentences, role="well"))
        layout.addWidget(flowing(self.ask, self.refuse))
        layout.addWidget(self.refusing)
        self.setLayout(layout)
        self._show_parts()

    def propose(self, article: str) -> None:
        """Begin with this article; a whole dossier is meant when it is about how long it was kept."""
        self.article.setCurrentIndex(self.article.findData(article))
        if article == str(Article.RETENTION):
            self.what.choose([_WHOLE])
            self.who.setCurrentIndex(self.who.findData(LEGAL))
            self._show_parts()

    def _means(self) -> tuple[list[tuple[str, str]], ...]:
        """What happens first, what happens then, and what stays."""
        first = [
            (self.tr("Wat je kiest is meteen geblokkeerd, ook bij collega's die syncen. Er is dan nog niets weg."), ""),
            (self.tr("Zeven dagen kan iedereen in het team het terugdraaien."), ""),
        ]
        then = [
            (self.tr("Daarna wordt het vernietigd, voorgoed. Een laptop die uit staat wist zodra hij weer synct."), ""),
            (self.tr("Meer dan {n} stukken in een week vernietigt een collega.").format(n=MOST_ALONE), ""),
        ]
        stays = [
            (
                self.tr(
                    "Dit blijft: de kaart, afspraken en toestemmingen bij de praktijk, wat de huisarts al hoorde, "
                    "wie er keek, en dat er is gewist (wanneer, waarop en wie het vroeg)."
                ),
                "",
            ),
            (self.tr("Cijfers over een heel dossier halen we terug."), ""),
            (self.tr("Weigeren kan alleen bij groot belang van een ander of als een wet het eist."), "Jeugdwet 7.3.9"),
        ]
        return first, then, stays

    def _box(self, key: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(f"erasingPart_{key}")
        box.setProperty("key", key)
        box.toggled.connect(self._show_parts)
        return box

    def _choice(self, name: str, options: list[tuple[str, str]]) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(24)
        for key, words in options:
            choice.addItem(words, key)
        return choice

    @Slot()
    def _show_parts(self) -> None:
        part = self.what.chosen() == [_PART]
        self.parts_row.setVisible(part and bool(self.boxes))
        chosen = bool(self._keys()) if part else self.what.chosen() == [_WHOLE]
        for button in (self.ask, self.refuse):
            button.setEnabled(chosen)
        self.refuse.setToolTip("" if chosen else self.tr("Kies eerst wat het gezin weg wil hebben."))

    def _keys(self) -> tuple[str, ...]:
        return tuple(str(box.property("key")) for box in self.boxes if box.isChecked())

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self._new())

    @Slot()
    def _ask_reason(self) -> None:
        self.refusing.start()

    @Slot()
    def _no_refusal(self) -> None:
        self.refusing.hide()
        self.refuse.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, str)
    def _refuse(self, why: Refusal, reason: str) -> None:
        self.unwanted.emit(self._new(), why, reason)

    def _new(self) -> NewErasure:
        parts = self._keys() if self.what.chosen() == [_PART] else ()
        article, who = Article(self.article.currentData()), str(self.who.currentData())
        return NewErasure(self._view.patient_id, article, who, parts)
