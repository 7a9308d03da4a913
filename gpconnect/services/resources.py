"""The files that come with the program: forms and code lists, read once and kept."""

import tomllib
from functools import cache
from pathlib import Path

from gpconnect.domain.codes import CodeList, parse_codes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, parse_form

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""Right both from a checkout and in the frozen program."""

LISTS = ("reasons", "destinations", "outcomes", "checklist")
"""The code lists; other files in the folder (benchmarks) have their own shape and reader."""


@cache
def load_forms() -> dict[tuple[str, int], Form]:
    """Every version of every form that comes with the program, by id and version. Raises as `read_forms` does."""
    return read_forms(RESOURCES / "forms")


def read_forms(folder: Path) -> dict[tuple[str, int], Form]:
    """Every version of every form in a folder of ``<id>/<version>.toml``.

    Raises:
        KnownError: ``form.unknown_key`` or ``form.wrong`` when a file is not a form, or its place does not say what
            the file says.
    """
    forms: dict[tuple[str, int], Form] = {}
    for path in sorted(folder.glob("*/*.toml")):
        source = f"{path.parent.name}/{path.name}"
        form = parse_form(tomllib.loads(path.read_text(encoding="utf-8")), source)
        if (form.id, str(form.version)) != (path.parent.name, path.stem):
            raise KnownError("form.wrong", file=source, field="id", detail="folder and file name say otherwise")
        forms[form.id, form.version] = form
    return forms


def latest_form(form_id: str) -> Form:
    """The newest version of a form; new answers are always given on this one.

    Raises:
        KnownError: ``form.missing`` (form) when no such form comes with this program.
    """
    versions = [form for form in load_forms().values() if form.id == form_id]
    if not versions:
        raise KnownError("form.missing", form=form_id)
    return max(versions, key=lambda form: form.version)


@cache
def load_codes() -> dict[str, CodeList]:
    """The code lists by name: reasons (hulpvraag), destinations, outcomes, checklist.

    Raises:
        KnownError: ``form.unknown_key`` or ``form.wrong`` when a file is not a code list.
    """
    lists: dict[str, CodeList] = {}
    for name in LISTS:
        path = RESOURCES / "codes" / f"{name}.toml"
        lists[name] = parse_codes(tomllib.loads(path.read_text(encoding="utf-8")), name, path.name)
    return lists
