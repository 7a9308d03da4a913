"""What may lie in the tree: the rooms of the house at the top, and no address of a package index anywhere."""

import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from build.figures import ROOT

TOP = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "build",
    "gpconnect",
    "installer.spec",
    "pyproject.toml",
    "resources",
    "tests",
}
"""Everything that may stand at the top. A new entry is a decision, so it is made here."""

INDEX = re.compile(r"p[y]pi\.|[p]ythonhosted|registry\.n[p]mjs|--(extra-)?index-u[r]l|--find-l[i]nks|trusted-h[o]st")
"""Hosts and options that would tie the build to one package index; the classes keep this line from matching."""

TEXT = {
    "",
    ".cfg",
    ".in",
    ".json",
    ".md",
    ".py",
    ".qss",
    ".sh",
    ".spec",
    ".svg",
    ".toml",
    ".ts",
    ".txt",
    ".yml",
}


def ignored(path: Path, root: Path = ROOT) -> bool:
    """Whether .gitignore, or git itself, keeps the path out of the tree."""
    patterns = [".git", *(root / ".gitignore").read_text(encoding="utf-8").split()]
    name = path.relative_to(root).as_posix()
    return any(fnmatch(name, pattern.rstrip("/")) or fnmatch(path.name, pattern.rstrip("/")) for pattern in patterns)


def files(folder: Path = ROOT, root: Path = ROOT) -> Iterator[Path]:
    """Every file of the tree under a folder, in a fixed order.

    Args:
        folder: where to look.
        root: where .gitignore lies.

    Yields:
        Paths of files that belong to the project.
    """
    for path in sorted(folder.iterdir()):
        if ignored(path, root):
            continue
        if path.is_dir():
            yield from files(path, root)
        else:
            yield path


def strangers(root: Path = ROOT) -> list[str]:
    """Entries at the top that have no room in the house."""
    return sorted(path.name for path in root.iterdir() if path.name not in TOP and not ignored(path, root))


def index_addresses(root: Path = ROOT) -> list[str]:
    """Places that name a package index, so that a build would depend on where it runs."""
    return [
        f"{path.relative_to(root)}:{number}: names a package index"
        for path in files(root, root)
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if INDEX.search(line)
    ]


def main() -> int:
    """Prints what does not belong; the exit code is 1 when there is any."""
    findings = [f"{name}: has no room at the top (build/tree.py)" for name in strangers()] + index_addresses()
    print("\n".join(findings) or "every entry has its room")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
