"""Two kinds of trouble: what a person can act on, and bugs.

A `KnownError` is the first kind. The core says *what* happened by a code with parameters; the sentence that
a youth worker reads (what happened, what is safe, what to do) stands in one catalogue in the user
interface. Everything that is not a `KnownError` is a bug: it is logged without personal data.
"""


class KnownError(Exception):
    """Something went wrong that the person at the desk can understand and mend.

    Attributes:
        code: dotted name of the situation, for example ``"person.birth_date.future"``.
        params: values the sentence needs. Never personal data beyond what was just typed.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
