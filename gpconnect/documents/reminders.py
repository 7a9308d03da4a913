"""The list of families to phone before they come: a paper to tick off, for a desk that phones between two patients."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from gpconnect.documents import texts
from gpconnect.documents.layout import Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import choices, ruled, table

_HERE = ZoneInfo("Europe/Amsterdam")
_FIXED = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One family: name and number only where sharing is agreed, else age alone.

    Attributes:
        starts_at: aware UTC.
        who: name and age, or age only.
        contact: who picks up, when that is not the child.
        safe_contact: how the family may be reached without danger, in their own words.
    """

    starts_at: datetime
    who: str
    worker_name: str
    phone: str = ""
    contact: str = ""
    safe_contact: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class ReminderDay:
    """Whom to phone on a day at the latest."""

    call_by: date
    rows: tuple[ReminderRow, ...]


def reminder_list(site_name: str, days: Sequence[ReminderDay]) -> bytes:
    """The list as PDF; it holds names and numbers, so it says where it belongs."""
    about = Sheet("Bellijst spreekuur", site_name, "Bellijst", footer="Vertrouwelijk: na het bellen vernietigen")

    def story() -> Story:
        made: Story = [
            heading("Bellijst", 1),
            body(escape(site_name), after=4),
            small("Vraag naar wie er staat en noem aan een ander niet waarvoor je belt. Spreek niets in.", after=8),
        ]
        if not days:
            made.append(body("Niemand om te bellen."))
        for day in days:
            made += [
                heading(f"Bel uiterlijk {texts.long_day(day.call_by)}", keep=True),
                table(("Komt", "Wie", "Hoe te bereiken", "Gebeld"), [_row(one) for one in day.rows], _PARTS),
            ]
        return made

    return build(story, about)


_PARTS = (0.17, 0.26, 0.27, 0.3)


def _row(one: ReminderRow) -> tuple[Story, ...]:
    at = one.starts_at.astimezone(_HERE)
    day = f"{texts.DAYS[at.weekday()][:2]} {at.day} {texts.MONTHS[at.month - 1][:3]}"
    phone = escape(one.phone).replace(" ", _FIXED)
    reach = [body(f"<b>{phone}</b>", size=10.5, after=1)] if phone else [small("geen nummer op deze lijst", after=1)]
    if one.contact:
        reach.append(small(escape(one.contact), after=0))
    if one.safe_contact:
        reach.append(small(f"Veilig bereiken: {escape(one.safe_contact)}", after=0))
    who = [body(f"<b>{escape(one.who)}</b>", size=9.5, after=1), small(f"bij {escape(one.worker_name)}", after=0)]
    if one.interpreter:
        who.append(small(f"tolk: {escape(one.interpreter)}", after=0))
    return (
        [body(f"<b>{at:%H:%M}</b>", size=10.5, after=0), small(day, after=0)],
        who,
        reach,
        [choices("komt", "komt niet"), choices("geen gehoor"), ruled(10)],
    )
