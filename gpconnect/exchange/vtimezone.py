"""The clock of the Netherlands as iCalendar says it: by rule, so that no reader has to guess (RFC 5545, 3.6.5).

Since 1996 the European Union changes its clocks on the last Sundays of March and October, at one o'clock UTC
(directive 2000/84/EC). A reader without this table, or with one of single dates, shows an appointment an hour off.
"""

TZID = "Europe/Amsterdam"
LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{TZID}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
