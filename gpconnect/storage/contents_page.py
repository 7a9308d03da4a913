"""The table of contents of a file, where each table begins: hit, it leaves nothing readable of what is whole.

It changes only with a new version of the program, so a copy of the same file with the same key has the very same
pages. Those that are bad are put into an aside copy of the damaged file, which can then be read.
"""

import shutil
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.storage import files, raw
from gpconnect.storage.pages import PAGE, Pages, pages_of

_ROOT = 1
_COOKIE = slice(40, 44)
"""Counts the changes of the table of contents (sqlite.org/fileformat2.html, 1.3.9)."""
_AFTER_HEADER = 100


def patch(path: Path, copy: Path, key: bytes, made: Path) -> None:
    """Makes a copy of a damaged file with the bad pages of its table of contents as a good copy has them.

    Args:
        path: the damaged file, closed.
        copy: a whole copy of it, with the same key.
        key: of both.
        made: where the patched file goes.

    Raises:
        KnownError: ``file.damaged``: nothing of it is bad, or the two cannot be told to have the same one;
            ``file.io`` or ``file.write_failed``.
    """
    here, there = Pages(path, key), Pages(copy, key)
    try:
        needed = _needed(here, there)
        for companion in files.COMPANIONS[:2]:
            if (one := path.with_name(f"{path.name}{companion}")).exists():
                shutil.copyfile(one, made.with_name(f"{made.name}{companion}"))
        with made.open("r+b") as file:
            for number, page in needed.items():
                file.seek((number - 1) * PAGE)
                file.write(here.seal(number, page))
    except OSError as error:
        raise KnownError("file.write_failed") from error
    finally:
        raw.let_go(path)
        raw.let_go(copy)


def _needed(here: Pages, there: Pages) -> dict[int, bytes]:
    """The bad pages, as the copy has them; the others must be the same in both, or it is another table of contents."""
    found = {}
    for number in pages_of(there, _ROOT):
        good, own = there.read(number) or b"", here.read(number)
        if own is None and number != _ROOT:
            found[number] = good
        elif own is None or _body(number, own) != _body(number, good):
            raise KnownError("file.damaged")
    if not found:
        raise KnownError("file.damaged")
    return found


def _body(number: int, page: bytes) -> bytes:
    """What of a page is the table of contents; the first page says more, which differs from day to day."""
    return page if number != _ROOT else page[_COOKIE] + page[_AFTER_HEADER:]
