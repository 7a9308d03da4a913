"""What the database driver says, in the codes of what a person can act on."""

from gpconnect.domain.errors import KnownError

# Primary result codes of SQLite (sqlite.org/rescode.html), in the words of the person at the desk.
_CODES = {
    3: "file.read_only",  # PERM
    5: "file.in_use",  # BUSY
    6: "file.in_use",  # LOCKED
    8: "file.read_only",  # READONLY
    10: "file.io",  # IOERR
    11: "file.damaged",  # CORRUPT
    13: "file.disk_full",  # FULL
    14: "file.unreachable",  # CANTOPEN
    26: "file.damaged",  # NOTADB
}
_WORDS = {
    "file is not a database": "file.damaged",
    "unable to open database file": "file.unreachable",
    "database is locked": "file.in_use",
}


def known_error(error: Exception) -> KnownError | None:
    """What the driver says, as what a person can act on; None for a bug."""
    number = getattr(error, "sqlite_errorcode", 0) & 0xFF
    code = _CODES.get(number) or _WORDS.get(str(error))
    return None if code is None else KnownError(code)
