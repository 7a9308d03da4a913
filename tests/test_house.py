"""The house keeps its own rules: sizes, rooms, reasons, pins, recipes."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import gpconnect
from build import advisories, sizes, strings, tree
from build.figures import ROOT, gates

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHON = [path for path in tree.files() if path.suffix == ".py"]
RECIPES = ["build/run", "build/test", "build/bench", "build/shots", "build/package", ".ci/run"]
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no)(?P<rest>.*)")
MARKING = re.compile(r"^(?:[:,\s]|[A-Z]+\d+|\[[\w, -]*\]|cover|branch)*")


def canonical(requirement: str) -> str:
    """``psycopg[binary]>=3`` and ``Psycopg`` name the same distribution."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=; ]", requirement)[0]).lower()


def declared(*groups: str) -> set[str]:
    """Distributions that pyproject.toml asks for."""
    lists = {"run": PROJECT["project"]["dependencies"], "dev": PROJECT["dependency-groups"]["dev"]}
    return {canonical(requirement) for group in groups for requirement in lists[group]}


def pinned(name: str) -> dict[str, str]:
    """Each distribution of a requirements file, with the text that belongs to it."""
    text = (ROOT / "build" / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return {canonical(block): block for block in blocks if block.strip()}


def test_no_file_or_function_is_too_long() -> None:
    assert [finding for path in PYTHON for finding in sizes.too_long(path)] == []


def test_a_function_of_51_lines_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    g()\n" * 50, encoding="utf-8")

    assert list(sizes.too_long(path, tmp_path)) == ["long.py:1: f has 51 lines, allowed 50"]


def test_a_file_of_401_lines_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("x = 1\n" * 401, encoding="utf-8")

    assert list(sizes.too_long(path, tmp_path)) == ["long.py: 401 lines, allowed 400"]


def test_everything_at_the_top_has_its_room() -> None:
    assert tree.strangers() == []


def test_a_new_entry_at_the_top_is_noticed_unless_git_ignores_it(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("out/\n*.pyc\n", encoding="utf-8")
    for name in ("misc", "out", "README.md", "x.pyc"):
        (tmp_path / name).touch()

    assert tree.strangers(tmp_path) == ["misc"]


def test_no_file_names_a_package_index() -> None:
    assert tree.index_addresses() == []


def test_a_package_index_is_noticed(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").touch()
    option = "--index" + "-url"
    (tmp_path / "requirements.txt").write_text(f"# fine\n{option} somewhere\n", encoding="utf-8")

    assert tree.index_addresses(tmp_path) == ["requirements.txt:2: names a package index"]


def test_every_exception_to_a_rule_carries_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in PYTHON
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (found := EXCEPTION.search(line)) and not re.search(r"\w{3}", MARKING.sub("", found["rest"]))
    ]

    assert bare == []


def test_every_rule_switched_off_in_pyproject_carries_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    style = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.pydocstyle]")]
    rules = [line for line in style.splitlines() if re.match(r'\s+"[A-Z]+\d+",', line)]

    assert rules
    assert [line for line in rules if "# " not in line] == []


def test_mypy_is_strict_without_exempted_modules() -> None:
    assert PROJECT["tool"]["mypy"]["strict"] is True
    assert "overrides" not in PROJECT["tool"]["mypy"]


def test_the_version_is_the_same_everywhere() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert PROJECT["project"]["version"] == gpconnect.__version__
    assert f"## [{gpconnect.__version__}]" in changes or "## [Unreleased]" in changes


@pytest.mark.parametrize(("name", "groups"), [("requirements.txt", ("run",)), ("requirements-dev.txt", ("run", "dev"))])
def test_every_dependency_is_pinned_with_hashes(name: str, groups: tuple[str, ...]) -> None:
    pins = pinned(name)

    assert declared(*groups) <= set(pins)
    assert [pin for pin, block in pins.items() if "==" not in block or "--hash=sha256:" not in block] == []


def test_tests_run_with_exactly_the_versions_that_ship() -> None:
    shipped, tested = pinned("requirements.txt"), pinned("requirements-dev.txt")

    assert {name: tested.get(name) for name in shipped} == shipped


def test_contributing_says_why_each_dependency_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## What we build on")[2]
    explained = {canonical(name) for name in re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)}

    assert explained == declared("run", "dev")


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")), ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)]+)\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_package_called_build_hides_our_recipes() -> None:
    assert "build" not in {distribution.name for distribution in metadata.distributions()}


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_is_a_program_that_stops_at_the_first_error(recipe: str) -> None:
    path = ROOT / recipe
    checked = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, check=False)

    assert checked.stderr == ""
    assert path.stat().st_mode & 0o111
    assert "set -euo pipefail" in path.read_text(encoding="utf-8")


def test_ci_runs_what_people_run_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if "/" in line and not line.startswith("#!")] == [
        'exec bash "$(dirname "${BASH_SOURCE[0]}")/../build/test"'
    ]


@pytest.mark.parametrize("arguments", [["build/bench", "nonsense"], ["build/bench"], ["build/shots"]])
def test_a_recipe_asked_for_nothing_it_knows_shows_its_usage(arguments: list[str]) -> None:
    answer = subprocess.run(["bash", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)

    assert answer.returncode == 2
    assert answer.stderr.startswith(f"usage: {arguments[0]} ")


def test_the_gates_are_as_strict_as_the_house_promises() -> None:
    figures = gates()

    assert figures["lines"]["file"] <= 400
    assert figures["lines"]["function"] <= 50
    assert figures["lines"]["files"]["gpconnect/ui/main_window.py"] <= 200
    assert figures["coverage"]["total"] >= 90
    assert set(figures["coverage"]["rooms"]) == {"domain", "storage", "sync"}


def test_a_known_vulnerability_is_told_with_its_remedy() -> None:
    answer = (
        '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]},'
        ' {"name": "b", "version": "1", "vulns": []}, {"name": "c", "skip_reason": "not found"}]}'
    )

    assert advisories.findings(answer) == ["a 1: CVE-1, mended in ['2']"]


def test_a_catalogue_follows_the_code(tmp_path: Path) -> None:
    strings.update(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} <= set(strings.CATALOGUES)


def test_nothing_leaves_this_machine_while_testing() -> None:
    script = "import socket; socket.socket().connect(('192.0.2.1', 9))"
    hook = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests import conftest; "
    guard = "sys.addaudithook(conftest._refuse_network); "
    done = subprocess.run([sys.executable, "-c", hook + guard + script], capture_output=True, text=True, check=False)

    assert "a test tried to reach a network" in done.stderr
