"""The parts every page is made of. Each has a name for screen readers and works by keyboard."""

from gpconnect.ui.parts.board import BoardCard, BoardColumn
from gpconnect.ui.parts.buttons import PushButton
from gpconnect.ui.parts.card import Card, EmptyState, PageHeader
from gpconnect.ui.parts.chips import Chip, ChipGroup
from gpconnect.ui.parts.day_field import DayField
from gpconnect.ui.parts.form import FormRow
from gpconnect.ui.parts.labels import KeyHint, PersonLine, SentenceBox, Stat, StatusBadge, label
from gpconnect.ui.parts.layout import FlowLayout, Pages, Scroller, Sheet, clear, column, line
from gpconnect.ui.parts.notices import Banner, Following, NoticeStrip, StandingBanners, Toast
from gpconnect.ui.parts.revealing import reveal
from gpconnect.ui.parts.rows import Row, RowList

__all__ = [
    "Banner",
    "BoardCard",
    "BoardColumn",
    "Card",
    "Chip",
    "ChipGroup",
    "DayField",
    "EmptyState",
    "FlowLayout",
    "Following",
    "FormRow",
    "KeyHint",
    "NoticeStrip",
    "PageHeader",
    "Pages",
    "PersonLine",
    "PushButton",
    "Row",
    "RowList",
    "Scroller",
    "SentenceBox",
    "Sheet",
    "StandingBanners",
    "Stat",
    "StatusBadge",
    "Toast",
    "clear",
    "column",
    "label",
    "line",
    "reveal",
]
