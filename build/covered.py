"""Whether the tests that just ran reached enough of the program; the floors stand in gates.toml."""

import io
import sys

from coverage import Coverage

from build.figures import ROOT, gates


def shortfalls(measured: Coverage) -> list[str]:
    """Rooms that were reached less than their floor.

    Args:
        measured: data of a finished run.

    Returns:
        A report per room that falls short, with the lines and branches that were missed.
    """
    floors = gates()["coverage"]
    wanted = {"*": floors["total"]} | {f"{room}/*": floor for room, floor in floors["rooms"].items()}
    found = []
    for part, floor in wanted.items():
        report = io.StringIO()
        reached = measured.report(include=[f"{ROOT}/gpconnect/{part}"], file=report, precision=2)
        if reached < floor:
            found.append(f"gpconnect/{part}: {reached:.2f} % reached, floor {floor} %\n{report.getvalue()}")
    return found


def main() -> int:
    """Prints the shortfalls; the exit code is 1 when there are any."""
    measured = Coverage()
    measured.load()
    findings = shortfalls(measured)
    total = measured.report(file=io.StringIO())
    print("\n".join(findings) or f"{total:.1f} % of lines and branches; every room above its floor")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
