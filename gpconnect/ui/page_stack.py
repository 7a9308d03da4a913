"""The pages of a window: each made on the first visit to its area, and let go when nothing may be seen of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from gpconnect.ui.desk import Area, Desk
from gpconnect.ui.page import Page


class PageStack(QStackedWidget):
    """One page for each area that was visited; one is on top."""

    def __init__(self, desk: Desk, areas: Sequence[Area]) -> None:
        super().__init__()
        self._desk = desk
        self._areas = {area.key: area for area in areas}
        self._pages: dict[str, Page] = {}
        self._places: dict[str, dict[str, object]] = {}

    def knows(self, area: str) -> bool:
        return area in self._areas

    def page_of(self, area: str) -> Page:
        """The page of an area, made when this is the first visit."""
        if area not in self._pages:
            self._pages[area] = self._areas[area].factory(self._desk)
            self.addWidget(self._pages[area])
        return self._pages[area]

    def on_top(self) -> Page | None:
        found = self.currentWidget()
        return found if isinstance(found, Page) else None

    def area_on_top(self) -> str:
        """The area whose page is on top; empty before the first visit."""
        return next((key for key, page in self._pages.items() if page is self.on_top()), "")

    def holds_typed(self) -> bool:
        """Whether something stands typed on a page that would be lost with it."""
        return any(page.holds_typed() for page in self._pages.values())

    def is_half_done(self) -> bool:
        """Whether a page would lose what was begun on it."""
        return any(page.is_half_done() for page in self._pages.values())

    def take_place(self, area: str) -> dict[str, object]:
        """Where the person was on a page of this area that was let go to be made anew; told once."""
        return self._places.pop(area, {})

    def drop(self, *, but_typed: bool = False) -> None:
        """Let the pages go; on request only those on which nothing stands that would be lost."""
        self._places = {} if but_typed else {area: page.place() for area, page in self._pages.items()} | self._places
        for area, page in tuple(self._pages.items()):
            if but_typed and page.holds_typed():
                continue
            del self._pages[area]
            self.removeWidget(page)
            page.deleteLater()
