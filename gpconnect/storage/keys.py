"""Secrets and claims of this device: opaque bytes to storage, safe because the whole file is encrypted."""

from dataclasses import dataclass, field

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class ClaimToken:
    """The proof that a claim is ours; who shows it gives the thing back.

    Attributes:
        claim: the 16 opaque bytes that the hub knows the thing by.
        token: the secret; never in a repr.
        about: what the thing is, for example the id of the appointment that holds the slot.
    """

    space: str
    claim: bytes
    token: bytes = field(repr=False)
    about: str


NOT_COPIED = "draft_paper:"
"""How the names begin of secrets that stay out of copies: they are here for a moment, and a copy is kept for weeks."""


def secret_blob(db: Database, name: str) -> bytes | None:
    """The bytes kept under this name, or None."""
    row = db.execute("SELECT data FROM secret_blob WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def put_secret_blob(db: Database, name: str, data: bytes) -> None:
    """Keeps device keys, a space's keys or its membership under a name, in place of what was there."""
    db.execute("INSERT OR REPLACE INTO secret_blob (name, data) VALUES (?, ?)", (name, data))


def remove_secret_blob(db: Database, name: str) -> None:
    """Forgets the bytes; secure-delete overwrites their place in the file."""
    db.execute("DELETE FROM secret_blob WHERE name = ?", (name,))


def secret_blobs(db: Database, prefix: str) -> dict[str, bytes]:
    """All bytes whose name starts with `prefix`, by name."""
    rows = db.execute(
        "SELECT name, data FROM secret_blob WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name", (prefix,)
    )
    return dict(rows.fetchall())


def put_claim_token(db: Database, token: ClaimToken) -> None:
    """Keeps the proof of a claim before the claim is sent."""
    db.execute(
        "INSERT OR REPLACE INTO claim_token (space, claim, token, about) VALUES (?, ?, ?, ?)",
        (token.space, token.claim, token.token, token.about),
    )


def claim_token(db: Database, space: str, claim: bytes) -> ClaimToken | None:
    """The proof of our claim on this thing, or None."""
    row = db.execute(
        "SELECT space, claim, token, about FROM claim_token WHERE space = ? AND claim = ?", (space, claim)
    ).fetchone()
    return ClaimToken(*row) if row else None


def claim_tokens_about(db: Database, about: str) -> list[ClaimToken]:
    """The proofs of all claims made for one purpose."""
    rows = db.execute(
        "SELECT space, claim, token, about FROM claim_token WHERE about = ? ORDER BY space, claim", (about,)
    )
    return [ClaimToken(*row) for row in rows.fetchall()]


def remove_claim_token(db: Database, space: str, claim: bytes) -> None:
    """Forgets a proof that was spent or lost."""
    db.execute("DELETE FROM claim_token WHERE space = ? AND claim = ?", (space, claim))


def holder(db: Database, space: str, claim: bytes) -> bytes | None:
    """The token hash that holds a thing by the hub's order as we computed it, or None when it is free."""
    row = db.execute("SELECT token_hash FROM claim_holder WHERE space = ? AND claim = ?", (space, claim)).fetchone()
    return row[0] if row else None


def set_holder(db: Database, space: str, claim: bytes, token_hash: bytes | None) -> None:
    """Keeps who holds a thing now; None frees it."""
    if token_hash is None:
        db.execute("DELETE FROM claim_holder WHERE space = ? AND claim = ?", (space, claim))
    else:
        db.execute(
            "INSERT OR REPLACE INTO claim_holder (space, claim, token_hash) VALUES (?, ?, ?)",
            (space, claim, token_hash),
        )
