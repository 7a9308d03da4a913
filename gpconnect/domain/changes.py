"""What a completed action touched, so that screens know whether to look again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds and ids of records that one committed action wrote.

    A page compares `kinds` with what it shows and reloads only when they meet.

    Attributes:
        kinds: record kinds, for example ``{"appointment", "task"}``.
        ids: ids of the records.
    """

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        """Both sets of changes as one, for an action made of several steps."""
        return Changes(self.kinds | other.kinds, self.ids | other.ids)
