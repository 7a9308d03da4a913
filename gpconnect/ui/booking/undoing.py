"""The way back of what was just asked for at the desk: a booking, a place on the waiting list, an urgent task."""

from collections.abc import Callable

from gpconnect.services import rebooking, visits, waiting
from gpconnect.services.booking import Booked
from gpconnect.ui.desk import Desk
from gpconnect.ui.marked import translate


class BookingUndo:
    """Takes this one thing back, however much was done since."""

    def __init__(self, desk: Desk, booked: Booked) -> None:
        self._desk, self._booked = desk, booked

    def take_back(self) -> None:
        made = self._booked
        if made.appointment_id:
            reason = translate("booking", "vergissing bij het boeken")
            self._desk.tasks.run(rebooking.take_back, made.appointment_id, reason, made.waiting_id)
        elif made.task_id:
            self._desk.tasks.run(visits.finish_task, made.task_id, visits.TAKEN_BACK)
        else:
            self._desk.tasks.run(waiting.end_waiting, made.waiting_id, visits.TAKEN_BACK)


def toast_booked(desk: Desk, words: str, booked: Booked) -> Callable[[], None]:
    """Say what was done, with its way back; whoever calls holds what this gives as long as the words stand."""
    undo = BookingUndo(desk, booked).take_back
    desk.toast(words, undo)
    return undo
