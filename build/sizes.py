"""No file and no function longer than a reader can hold: the limits stand in gates.toml."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from build.figures import ROOT, gates
from build.tree import files


def too_long(path: Path, root: Path = ROOT) -> Iterator[str]:
    """What in one Python file is longer than allowed.

    Args:
        path: the file.
        root: where the names in gates.toml start.

    Yields:
        A sentence per finding, with file and line.
    """
    limits = gates()["lines"]
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    length = len(text.splitlines())
    allowed = limits["files"].get(name, limits["file"])
    if length > allowed:
        yield f"{name}: {length} lines, allowed {allowed}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            # Decorators count: a reader has to read them as well.
            first = min(node.lineno, *(decorator.lineno for decorator in node.decorator_list), node.lineno)
            span = (node.end_lineno or node.lineno) - first + 1
            if span > limits["function"]:
                yield f"{name}:{node.lineno}: {node.name} has {span} lines, allowed {limits['function']}"


def main() -> int:
    """Checks every Python file; the exit code is 1 when one is too long."""
    sources = [path for path in files() if path.suffix in {".py", ".spec"}]
    findings = [finding for path in sources for finding in too_long(path)]
    print("\n".join(findings) or f"{len(sources)} files")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
