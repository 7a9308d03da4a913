"""Why something that came in is not taken: typed, so that nothing is ever dropped in silence.

These never reach a screen as they are. The services turn them into a visible item, a retry or an alarm.
"""


class RefusedError(Exception):
    """This was not made by the rules: it is kept as bytes and shown, and never applied.

    Attributes:
        code: dotted name of the reason, for example ``"parcel.signature"``. Never content.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ParkedError(RefusedError):
    """Nothing is wrong, but it cannot be opened yet: a key or a newer version is missing. Retry later."""


class AlarmError(RefusedError):
    """Hub or member showed two truths: order, grants or bytes contradict what was seen before. A person must look."""
