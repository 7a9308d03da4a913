"""The end of the pilot: every dossier, complete, in one encrypted file for the employer's own record.

Nothing of it touches the disk unsealed. The archive gets its name only after all of it was read back from the disk
and every dossier has its line in the access log; before that, and after a cancel, nothing is left. What this person
may not read now or is asked to be erased is not in it and is told; notes that nobody signed yet are in it, marked, as
far as they stand on this device. Emptying the hub is another step, by who runs it (see the administration).
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from gpconnect.documents.inspection_data import Copy, Entry, Passage, Section, copy_json
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KINDS
from gpconnect.domain.retention import Retention
from gpconnect.domain.rights import Withholding
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Staff
from gpconnect.services import inspection_words as words
from gpconnect.services.acting import check, log
from gpconnect.services.inspection import looks
from gpconnect.services.inspection_content import Part, answers, parts, when
from gpconnect.services.inspection_sieve import Item, Piece, Sieve, facts
from gpconnect.services.reading import require_readable
from gpconnect.services.resources import load_forms
from gpconnect.services.session import Session
from gpconnect.services.strength import require_strong
from gpconnect.storage import archive, erasure, rows
from gpconnect.storage.access_log import EventType
from gpconnect.storage.connection import transaction
from gpconnect.storage.files import private_folder, write_atomically
from gpconnect.storage.slots import COST, Cost

PURPOSE = "pilot_end"
MANIFEST = "inhoud.json"
_DRAFT = "note_draft"
_SAFE_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?\.(?:json|pdf)")

Progress = Callable[[int, int], None]
"""Told how many dossiers are done, of how many."""


class Listed(msgspec.Struct, frozen=True):
    """One dossier in the list of contents: where it stands, whose it is, and what its files must be."""

    folder: str
    patient_id: str
    name: str
    records: dict[str, int]
    sha256: dict[str, str]


class Contents(msgspec.Struct, frozen=True):
    """The list of contents, the last file of the archive."""

    made_at: datetime
    made_by: str
    organization: str
    dossiers: list[Listed]
    not_included: int
    asked_to_be_erased: int = 0
    """Of those that are not included; they still exist and can be undone until they are destroyed."""
    unsigned_drafts: int = 0
    """Notes that nobody signed, in the dossiers, marked; those of other devices are not."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        dossiers: how many are in the archive.
        left_out: how many are not in it: what this person may not read now, and what is asked to be erased.
        blocked: of those, how many are asked to be erased.
        drafts: how many notes in it were signed by nobody.
    """

    path: Path
    dossiers: int
    left_out: int
    blocked: int = 0
    drafts: int = 0


@dataclass(slots=True)
class Export:
    """An export under way; `step` takes one dossier, so that other work on the file can come between.

    Attributes:
        waiting: ids of the dossiers that are still to come.
        total: how many dossiers there are.
    """

    writer: archive.Writer
    path: Path
    waiting: list[str]
    total: int
    listed: list[Listed] = field(default_factory=list)
    left_out: int = 0
    blocked: int = 0

    @property
    def done(self) -> int:
        """How many dossiers were looked at."""
        return self.total - len(self.waiting)

    @property
    def drafts(self) -> int:
        """How many unsigned notes are in it so far."""
        return sum(one.records.get(_DRAFT, 0) for one in self.listed)


def export_all(
    session: Session,
    folder: Path,
    passphrase: str,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    cost: Cost = COST,
) -> Exported | None:
    """Everything in one go; None when it was cancelled, and then nothing is left.

    Raises:
        KnownError: as `begin`, `step` and `finish`.
    """
    export = begin(session, folder, passphrase, cost=cost)
    while export.waiting:
        if cancelled():
            abandon(export)
            return None
        step(session, export)
        progress(export.done, export.total)
    return finish(session, export)


def begin(session: Session, folder: Path, passphrase: str, *, cost: Cost = COST) -> Export:
    """Start an export of every dossier of the team.

    Args:
        session: of a youth worker.
        folder: where the file comes; its name says the day and names nobody.
        passphrase: opens it at the employer, who gets it another way than the file.
        cost: of one guess at the passphrase.

    Raises:
        KnownError: ``export.nothing``, ``file.exists``, ``file.write_failed``, ``role.may_not``, or as
            `strength.require_strong`.
    """
    check(session, Intention.GIVE_INSPECTION)
    # All dossiers of a team leave in it: it is held to no less than the file itself.
    require_strong(passphrase, (session.actor.name, session.actor.organization, session.actor.pilot))
    ids = [one.id for one in rows.where(session.db, Patient, order="opened_at, id")]
    # What is asked to be erased has no rows while it is hidden, and still exists.
    ids += [one for one in erasure.blocked(session.db) if one not in ids]
    if not ids:
        raise KnownError("export.nothing")
    path = folder / f"gpconnect-dossiers-{session.today():%Y-%m-%d}.export"
    return Export(archive.Writer(path, passphrase, cost=cost), path, ids, len(ids))


def step(session: Session, export: Export) -> Export:
    """Put the next dossier in; one that may not be read now is counted and passed over.

    Raises:
        KnownError: ``file.write_failed``; nothing is then left of the archive. ``role.may_not``.
    """
    check(session, Intention.GIVE_INSPECTION)
    patient_id = export.waiting[0]
    try:
        patient = rows.get(session.db, Patient, patient_id)
        if erasure.is_blocked(session.db, patient_id):
            export.left_out += 1
            export.blocked += 1
        elif patient is None or not _readable(session, patient_id):
            export.left_out += 1
        else:
            export.listed.append(_add(session, export, patient))
    except BaseException:
        export.writer.discard()
        raise
    export.waiting.pop(0)
    return export


def finish(session: Session, export: Export) -> Exported:
    """Close the archive, read all of it back, put every dossier on record, and give the file its name.

    Raises:
        KnownError: ``export.damaged`` when what stands on the disk is not what was written, ``file.write_failed``,
            ``file.exists``; nothing is then left of the archive.
    """
    check(session, Intention.GIVE_INSPECTION)
    contents = Contents(
        session.now(),
        session.actor.name,
        session.actor.organization,
        export.listed,
        export.left_out,
        export.blocked,
        export.drafts,
    )
    try:
        export.writer.add(MANIFEST, msgspec.json.format(msgspec.json.encode(contents), indent=2))
        export.writer.close()
        _verified(list(_digests(export.writer.read_back())), contents)
        # On record before the file has its name: a file without lines could never be explained.
        with transaction(session.db):
            for one in export.listed:
                log(session, one.patient_id, PURPOSE, event=EventType.EXPORT)
        export.writer.finish()
    except BaseException:
        export.writer.discard()
        raise
    return Exported(export.path, len(export.listed), export.left_out, export.blocked, export.drafts)


def abandon(export: Export) -> None:
    """Stop, and leave nothing; also after the file was locked halfway."""
    export.writer.discard()


def open_export(path: Path, passphrase: str, out: Path) -> Contents:
    """Unpack an archive at the employer, after all of it was checked; the files there are no longer encrypted.

    Args:
        path: the archive.
        passphrase: that was chosen when it was made.
        out: a folder that is new or empty; it becomes readable by its owner only.

    Raises:
        KnownError: ``export.folder_not_empty``, ``export.damaged``, ``export.not_ours``, ``file.passphrase_wrong``,
            ``file.missing``, ``file.write_failed``, ``file.read_only``.
    """
    if out.exists() and any(out.iterdir()):
        raise KnownError("export.folder_not_empty")
    contents: Contents | None = None
    digests: list[tuple[str, str]] = []
    for name, content in archive.read(path, passphrase):
        digests.append((name, _sha256(content)))
        contents = _contents(content) if name == MANIFEST else None
    if contents is None:
        raise KnownError("export.damaged")
    _verified(digests, contents)
    private_folder(out)
    for name, content in archive.read(path, passphrase):
        private_folder((out / name).parent)
        write_atomically(out / name, content)
    return contents


def complete_copy(session: Session, patient: Patient) -> Copy:
    """One dossier with all of it, for the employer only; on record with `finish`. Refuses as `require_readable`."""
    check(session, Intention.GIVE_INSPECTION)
    require_readable(session, patient.id)
    everything = Sieve()
    sections = tuple(
        Section(part.key, part.title, everything.entries(map(_unmarked, part.items)), part.none)
        for part in (*parts(session, patient), _drafts(session, patient), _decisions(session, patient))
    )
    return Copy(
        child_name=full_name(patient.given_name, patient.prefix, patient.family_name),
        birth_date=patient.birth_date,
        recipient=f"{session.actor.organization}, eigen dossiervoering",
        ground="Jeugdwet 7.3.8: het dossier blijft bij de jeugdhulpaanbieder",
        made_on=session.today(),
        made_by=session.actor.name,
        organization=session.actor.organization,
        sections=sections,
        remarks=(
            "Dit is het volledige dossier, ook met wat over anderen gaat en wat voor het gezin is achtergehouden.",
            "Geef het niet aan het gezin; maak daarvoor een afschrift.",
        ),
        looks=looks(session, patient.id, complete=True),
        complete=True,
        records=_records(session, patient.id),
    )


def _add(session: Session, export: Export, patient: Patient) -> Listed:
    # reportlab is loaded on first use: nobody waits for it at the start.
    from gpconnect.documents.inspection_copy import copy_pdf

    copy = complete_copy(session, patient)
    folder = f"dossier-{len(export.listed) + 1:04d}"
    made = {"dossier.json": copy_json(copy), "dossier.pdf": copy_pdf(copy)}
    for name, content in made.items():
        export.writer.add(f"{folder}/{name}", content)
    counts = {kind: len(found) for kind, found in copy.records.items()}
    return Listed(folder, patient.id, copy.child_name, counts, {name: _sha256(one) for name, one in made.items()})


def _readable(session: Session, patient_id: str) -> bool:
    try:
        require_readable(session, patient_id)
    except KnownError:
        return False
    return True


def _unmarked(item: Item) -> Item:
    """The same entry in full: nothing is about another for who keeps the dossier."""
    return Item(item.entry, item.keys, tuple(Piece(piece.passage, piece.keys) for piece in item.pieces))


def _drafts(session: Session, patient: Patient) -> Part:
    """Notes that were begun on this device and signed by nobody: no part of the dossier yet."""
    forms, items = load_forms(), []
    for one in rows.where(session.db, NoteDraft, "patient_id = ?", (patient.id,), order="started_at, id"):
        author, form = rows.get(session.db, Staff, one.author), forms.get((one.template, one.template_version))
        by = author.name if author else ""
        as_note = Note(
            one.id,
            one.patient_id,
            one.appointment_id,
            one.template,
            one.template_version,
            one.author,
            by,
            one.saved_at,
            one.answers,
        )
        said = tuple(Piece(piece.passage, piece.keys) for piece in answers(one.id, form, as_note, []))
        title = f"Concept, niet ondertekend: {form.title if form else one.template}"
        items.append(Item(Entry(title, at=one.saved_at.isoformat(), when=when(one.saved_at), by=by), (), said))
    return Part("drafts", "Concepten van notities op dit apparaat, niet ondertekend", tuple(items))


def _decisions(session: Session, patient: Patient) -> Part:
    """What was decided about this dossier itself: what is kept back from copies, and whether it is kept longer."""
    items = []
    for one in rows.where(session.db, Withholding, "patient_id = ?", (patient.id,), order="decided_at, id"):
        given = {
            "what": ("Wat", " ".join(filter(None, (one.kind, one.record, one.part)))),
            "ground": ("Grond", words.GROUNDS[one.ground]),
            "reason": ("Reden", one.reason),
            "until": ("Tot en met", when(one.until)),
            "lifted_at": ("Niet langer vanaf", when(one.lifted_at)),
        }
        entry = Entry(
            "Achtergehouden", at=one.decided_at.isoformat(), when=when(one.decided_at), by=one.decided_by_name
        )
        items.append(Item(entry, (), facts(given)))
    for longer in rows.where(session.db, Retention, "patient_id = ?", (patient.id,), order="decided_at, id"):
        entry = Entry(
            "Langer bewaard",
            (Passage("until", "Tot", when(longer.until)), Passage("reason", "Reden", longer.reason)),
            longer.decided_at.isoformat(),
            when(longer.decided_at),
            longer.decided_by_name,
        )
        items.append(Item(entry, ()))
    return Part("decisions", "Besluiten over het dossier", tuple(items))


def _records(session: Session, patient_id: str) -> dict[str, list[Any]]:
    """Every record of the dossier as the program keeps it, unsigned notes, and the feedback that was told."""
    found: dict[str, list[Any]] = {}
    for kind in KINDS.values():
        column = kind.dossier or ("person_id" if kind.name == "feedback" else "")
        if column:
            own = rows.where(session.db, kind.record, f'"{column}" = ?', (patient_id,), order="id")
            found[kind.name] = [msgspec.to_builtins(one) for one in own]
    drafts = rows.where(session.db, NoteDraft, "patient_id = ?", (patient_id,), order="id")
    found[_DRAFT] = [msgspec.to_builtins(one) for one in drafts]
    return {name: own for name, own in found.items() if own}


def _contents(content: bytes) -> Contents:
    try:
        return msgspec.json.decode(content, type=Contents)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise KnownError("export.damaged") from error


def _digests(found: Any) -> Any:
    return ((name, _sha256(content)) for name, content in found)


def _verified(digests: list[tuple[str, str]], contents: Contents) -> None:
    """Whether an archive holds exactly what its list says, under names that stay inside one folder."""
    expected = {f"{one.folder}/{name}": digest for one in contents.dossiers for name, digest in one.sha256.items()}
    found = dict(digests[:-1])
    unsafe = any(not _SAFE_NAME.fullmatch(name) for name, _ in digests)
    if unsafe or found != expected or len(found) != len(digests) - 1:
        raise KnownError("export.damaged")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
