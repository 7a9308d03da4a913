"""Known vulnerabilities in what the program and its tests use, where the advisory service can be reached."""

import json
import subprocess
import sys
from pathlib import Path

from build.figures import ROOT

PATIENCE = 90
"""Seconds; after that the service counts as out of reach. The tests never wait for a network."""


def ask() -> str | None:
    """What pip-audit found, as JSON; None when the service did not answer."""
    tool = str(Path(sys.executable).parent / "pip-audit")
    pins = str(ROOT / "build" / "requirements-dev.txt")
    service = ["--vulnerability-service", "osv", "--timeout", "5", "--format", "json"]
    command = [tool, *service, "--disable-pip", "--requirement", pins]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    if done.stdout:
        return done.stdout
    if any(word in done.stderr for word in ("ConnectionError", "Timeout", "HTTPError")):
        return None
    sys.exit(done.stderr)


def findings(answer: str) -> list[str]:
    """One line for each vulnerable package in pip-audit's answer."""
    return [
        f"{package['name']} {package['version']}: {found['id']}, mended in {found['fix_versions'] or 'no version'}"
        for package in json.loads(answer)["dependencies"]
        for found in package.get("vulns", [])
    ]


def main() -> int:
    """Out of reach is said and passes; a known vulnerability fails."""
    answer = ask()
    if answer is None:
        print("not checked: the advisory service cannot be reached from here")
        return 0
    found = findings(answer)
    print("\n".join(found) or "no known vulnerabilities")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
