"""What went wrong, what is safe, what to do: locking."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "profile.none_here": QT_TRANSLATE_NOOP(
        "messages",
        "In deze map staat geen profiel van GPConnect. Er is niets veranderd. Kies de map waarin records.db en "
        "slots.json staan.",
    ),
}
