"""The sheets of paper that open a file or a space, made ready for the printer. Apart, because they need reportlab."""

from datetime import date
from pathlib import Path

from gpconnect.documents import recovery_sheet as sheets
from gpconnect.documents.invitation_sheet import InvitationData, invitation_sheet
from gpconnect.documents.preview import preview_png
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import keyholding, recovery_keys
from gpconnect.services.acting import check
from gpconnect.services.desk_prints import PICTURE_WIDTH, Paper
from gpconnect.services.inviting import InvitationView
from gpconnect.services.session import Session


def recovery_paper(session: Session, sheet: keyholding.NewSheet) -> Paper:
    """A person's own sheet, to print. Its file name names nobody.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.KEEP_KEYS)
    pdf = sheets.recovery_sheet(sheets.RecoveryData(sheet.owner, sheet.profile, sheet.code, sheet.made))
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), "herstelblad.pdf")


def space_paper(session: Session, sheet: recovery_keys.NewKey, title: str) -> Paper:
    """The sheet that brings a space back, to print. Its file name names nobody.

    Args:
        session: of the admin.
        sheet: made by `recovery_keys.begin`.
        title: what people call the space.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.INVITE)
    pdf = sheets.space_sheet(sheets.SpaceData(title, sheet.code, sheet.name, sheet.hub, sheet.root, sheet.made))
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), "herstelblad-ruimte.pdf")


def invitation_paper(session: Session, invitation: InvitationView, where: str) -> Paper:
    """The sheet that a newcomer gets in the hand, to print. Its file name names nobody.

    Args:
        session: of who invites.
        invitation: that nobody has answered yet.
        where: what people call the spaces that it opens.

    Raises:
        KnownError: ``role.may_not``, ``invitation.no_hub`` (the sheet would name no address), ``invitation.spent``.
    """
    check(session, Intention.INVITE)
    if not invitation.code:
        raise KnownError("invitation.spent")
    if not invitation.hub:
        raise KnownError("invitation.no_hub")
    pdf = invitation_sheet(
        InvitationData(invitation.name, session.actor.name, where, invitation.hub, invitation.code, invitation.until)
    )
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), "uitnodiging.pdf")


def write_employer_key(employer: str, target: Path, made: date) -> Path:
    """Make a pair for an employer: the sheet for the safe, and beside it the small file for the laptops.

    Args:
        employer: who keeps the sheet, as it will be called on screens.
        target: the PDF to write; it must not exist yet.
        made: the day.

    Returns:
        The small file with the public half.

    Raises:
        KnownError: ``employer.name_missing``, ``file.exists``, ``file.write_failed``.
    """
    code, public, fingerprint = keyholding.make_employer_key(employer, made)
    beside = target.with_suffix(".sleutel.json")
    if target.exists() or beside.exists():
        raise KnownError("file.exists")
    try:
        target.write_bytes(
            sheets.employer_sheet(sheets.EmployerData(" ".join(employer.split()), code, fingerprint, made))
        )
        beside.write_bytes(public)
    except OSError as error:
        raise KnownError("file.write_failed") from error
    return beside
