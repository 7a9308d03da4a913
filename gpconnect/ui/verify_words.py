"""What `gpconnect verify` says: what was found, and of damaged dossiers no more than a terminal should hold."""

from gpconnect.services.commands import Verified
from gpconnect.ui import copy_words
from gpconnect.ui.marked import translate


def lines(what: Verified) -> list[str]:
    """What was found, whose dossiers lost something, and how to hear their names."""
    said = copy_words.found(what.checked)
    if what.damaged is None:
        return said
    said += copy_words.damage(what.damaged)
    if what.numbers:
        said.append(
            translate("copies", "Nummers van deze dossiers: {numbers}.").format(numbers=", ".join(what.numbers))
        )
    if what.numbers and not what.named:
        said.append(
            translate(
                "copies", "De namen staan in het programma onder Beheer, of kies hier --names op je eigen scherm."
            )
        )
    return said
