"""At the top of the agenda: somebody who comes in, and a new booking; hidden while one of those is being made."""

from collections.abc import Callable

from gpconnect.ui.marked import translate
from gpconnect.ui.parts import PageHeader, PushButton


class Actions:
    """Two buttons, made once and before the week, so that Tab finds them first."""

    def __init__(self, header: PageHeader, walk_in: Callable[[], None], book: Callable[[], None]) -> None:
        self.walk_in = PushButton(translate("agenda", "Inloop"), walk_in, key="Ctrl+I")
        self.book = PushButton(translate("agenda", "Nieuwe afspraak"), book, role="primary", key="Ctrl+N")
        self.walk_in.setObjectName("agendaWalkIn")
        self.book.setObjectName("agendaNew")
        header.set_actions((self.walk_in, self.book))

    def show(self, *, shown: bool) -> None:
        """Offer them, or not now."""
        for button in (self.walk_in, self.book):
            button.setVisible(shown)
