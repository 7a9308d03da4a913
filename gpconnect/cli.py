"""The command line: thin, in plain words, with exit codes that a script can trust.

0 done, 1 a known error (one line on stderr), 2 wrong usage. A passphrase comes from a prompt or from the file named in
``GPCONNECT_PASSPHRASE_FILE``, never from an argument, where other people on the machine could read it.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from gpconnect import __version__
from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role
from gpconnect.hub import commands as hub_commands
from gpconnect.ui.command_words import Parser

PASSPHRASE_FILE = "GPCONNECT_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable, not a passphrase


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    os.umask(0o077)  # whatever is written, is for its owner only
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KnownError as error:
        print(_say(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def default_folder(name: str = "profile") -> Path:
    """Where this account's own profile lies when no other is named; likewise a demo and a hub."""
    return user_data_path("gpconnect", appauthor=False) / name


def read_passphrase(asked: str = "Wachtwoordzin: ") -> str:
    """The passphrase, from the file that automation names or else from a prompt.

    Args:
        asked: the words of the prompt.

    Raises:
        KnownError: ``passphrase.file`` (the file cannot be read), ``passphrase.no_prompt`` (nobody is there to type).
    """
    named = os.environ.get(PASSPHRASE_FILE)
    if named:
        try:
            return Path(named).read_text(encoding="utf-8").rstrip("\r\n")
        except OSError:
            raise KnownError("passphrase.file") from None
    if not sys.stdin.isatty():
        raise KnownError("passphrase.no_prompt")
    return getpass.getpass(asked)


def _say(error: KnownError) -> str:
    from gpconnect.ui import messages

    return messages.say(error)


def _open_window(options: argparse.Namespace) -> int:
    from gpconnect import app
    from gpconnect.services import profile_list
    from gpconnect.ui import settings

    if options.profile is not None:
        return app.run(app.Setup(options.profile))
    last = settings.load(settings.default_path()).last_profile
    return app.run(app.Setup(profile_list.to_open(default_folder(), last), remembers=True))


def _demo(options: argparse.Namespace) -> int:
    from gpconnect.demo import command

    wish = command.Wish(
        folder=options.data,
        role=Role(options.role),
        seed=options.seed,
        months=options.months,
        sites=options.sites,
        today=options.today,
    )
    if options.tour is not None:
        return command.tour(wish, options.tour, _print)
    if options.prepare:
        return command.prepare(wish, _print)
    return command.open_demo(wish, _print)


def _report(options: argparse.Namespace) -> int:
    from gpconnect.services import commands

    commands.write_report(
        options.profile or default_folder(),
        read_passphrase(),
        kind=options.kind,
        first_day=options.first_day,
        last_day=options.last_day,
        target=options.out,
    )
    _print(f"Geschreven: {options.out}")
    return 0


def _backup(options: argparse.Namespace) -> int:
    from gpconnect.services import commands

    commands.back_up(options.profile or default_folder(), read_passphrase(), options.target)
    _print(f"Kopie gemaakt en nagelezen: {options.target}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from gpconnect.services import profiles, restoring
    from gpconnect.ui import copy_words, text

    text.set_language("nl")
    way, folder = options.way, options.profile or default_folder()
    by_paper = way != restoring.PASSPHRASE
    secret = read_passphrase("Code van het blad: " if by_paper else "Wachtwoordzin: ")
    here = restoring.closed(folder, secret, way)
    someone = sys.stdin.isatty() and not os.environ.get(PASSPHRASE_FILE)
    if someone and not here.key and restoring.stands(folder):
        here = restoring.closed(folder, read_passphrase("Wachtwoordzin van het bestand van nu (Enter: weet ik niet): "))
    try:
        chosen = restoring.preview(here, options.copy, secret, way)
    except KnownError as error:
        if not someone or error.code != "file.passphrase_wrong":
            raise
        chosen = restoring.preview(here, options.copy, read_passphrase("Wachtwoordzin van toen, bij de kopie: "))
    for line in copy_words.preview(chosen):
        _print(line)
    if options.show or not (options.yes or _agreed()):
        _print("Er is niets veranderd.")
        return 0
    kept = restoring.restore(here, chosen, profiles.utc_now())
    _print(f"Teruggezet. De bestanden van ervoor staan in {kept}.")
    if by_paper:
        _renew_passphrase(folder, secret, way, someone=someone)
    return 0


def _renew_passphrase(folder: Path, code: str, way: str, *, someone: bool) -> None:
    """After a paper: the passphrase from now on, at once when somebody is there to type it."""
    from gpconnect.services import commands

    new = read_passphrase("Nieuwe wachtwoordzin (Enter: later): ") if someone else ""
    if new and new == read_passphrase("Nog een keer de nieuwe: "):
        commands.renew_passphrase(folder, code, way, new)
        return _print("De nieuwe wachtwoordzin geldt. De oude werkt niet meer.")
    if new:
        _print("De twee zijn niet gelijk. Er geldt nog geen nieuwe wachtwoordzin.")
    return _print("Open het programma met dezelfde code (Kom je er niet in?); daar kies je een nieuwe wachtwoordzin.")


def _agreed() -> bool:
    """Whether somebody types yes to putting a copy back; ``copy.not_agreed`` when nobody is there to type it."""
    if not sys.stdin.isatty():
        raise KnownError("copy.not_agreed")
    try:
        return input("Terugzetten? Typ ja: ").strip().casefold() == "ja"
    except EOFError:
        return False


def _verify(options: argparse.Namespace) -> int:
    from gpconnect.services import commands
    from gpconnect.ui import verify_words

    if options.names and not sys.stdout.isatty():
        raise KnownError("verify.no_screen")
    folder, passphrase = options.profile or default_folder(), read_passphrase()
    if options.rebuild_search:
        commands.rebuild_search(folder, passphrase)
        _print("De zoekindex is opnieuw opgebouwd.")
    found = commands.verify(folder, passphrase, names=options.names)
    _print("\n".join(verify_words.lines(found)))
    return 0 if found.checked.ok else 1


def _open_export(options: argparse.Namespace) -> int:
    from gpconnect.services import pilot_end

    found = pilot_end.open_export(options.file, read_passphrase(), options.out)
    _print(f"{len(found.dossiers)} dossiers nagekeken en uitgepakt in {options.out}.")
    if unread := found.not_included - found.asked_to_be_erased:
        _print(f"Niet in dit bestand: {unread} dossiers die de maker toen niet mocht lezen.")
    if found.asked_to_be_erased:
        _print(f"Niet in dit bestand: {found.asked_to_be_erased} dossiers waarvan toen was gevraagd ze te wissen.")
    _print("Deze bestanden zijn niet meer versleuteld. Zet ze in het eigen dossiersysteem en wis deze map daarna.")
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from gpconnect.services import doctor

    passphrase = (
        read_passphrase() if options.profile and (os.environ.get(PASSPHRASE_FILE) or sys.stdin.isatty()) else None
    )
    findings = doctor.examine(options.profile, passphrase)
    for finding in findings:
        _print(f"{'goed ' if finding.ok else 'let op'}  {finding.what}: {finding.words}")
    return 0 if all(finding.ok or finding.only_advice for finding in findings) else 1


def _employer_key(options: argparse.Namespace) -> int:
    from gpconnect.services import key_sheets, profiles

    beside = key_sheets.write_employer_key(options.employer, options.out, profiles.utc_now().date())
    _print(f"Blad voor de kluis: {options.out}. Print het, leg het in de kluis en gooi dit bestand weg.")
    _print(f"Voor de laptops, zonder geheim: {beside}")
    return 0


def _print(line: str) -> None:
    print(line, flush=True)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        message = f"{typed} is geen datum; schrijf hem als 2026-11-24"
        raise argparse.ArgumentTypeError(message) from None


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="gpconnect",
        description="Het spreekuur van de jeugdwerker in de huisartsenpraktijk: afspraken, notities, warme "
        "overdrachten en evaluatie. Zonder opdracht opent het programma.",
    )
    parser.add_argument("--version", action="version", version=f"GPConnect {__version__}", help="de versie")
    _profile(parser)
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")
    _add_demo(commands.add_parser("demo", help="maakt en opent een verzonnen pilot met alle rollen en een server"))
    hub_commands.add(commands.add_parser("hub", help="de dienst die de gemeente draait; leest zelf niets mee"), _print)
    _add_report(commands.add_parser("report", help="schrijft de evaluatie zonder venster"))
    _add_file_commands(commands)
    return parser


def _profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile", type=Path, metavar="MAP", default=None, help="map van het profiel (anders dat van dit account)"
    )


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--role", choices=[*map(str, Role)], default=str(Role.YOUTH_WORKER), help="wie het venster opent"
    )
    parser.add_argument("--data", type=Path, metavar="MAP", default=Path("out/demo"), help="map van de pilot")
    parser.add_argument("--seed", type=int, default=1, help="zelfde getal, zelfde pilot")
    parser.add_argument("--months", type=hub_commands.count, default=6, help="hoeveel maanden de pilot loopt")
    parser.add_argument("--sites", type=hub_commands.count, default=2, help="hoeveel plekken meedoen")
    parser.add_argument("--today", type=_day, default=None, metavar="DAG", help="doet alsof het deze dag is")
    parser.add_argument("--prepare", action="store_true", help="maakt de pilot en stopt")
    parser.add_argument(
        "--tour", type=Path, default=None, metavar="MAP", help="loopt zonder scherm alle taken na en bewaart de beelden"
    )
    parser.set_defaults(run=_demo)


def _add_report(parser: argparse.ArgumentParser) -> None:
    _profile(parser)
    parser.add_argument("--from", dest="first_day", type=_day, required=True, metavar="DAG", help="eerste dag")
    parser.add_argument("--to", dest="last_day", type=_day, required=True, metavar="DAG", help="laatste dag")
    parser.add_argument("--kind", choices=["interim", "final"], default="interim", help="tussen- of eindevaluatie")
    parser.add_argument("--out", type=Path, required=True, metavar="BESTAND", help=".pdf, .xlsx of .csv")
    parser.set_defaults(run=_report)


def _add_file_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    backup = commands.add_parser("backup", help="maakt een versleutelde kopie en leest die na")
    _profile(backup)
    backup.add_argument("target", type=Path, metavar="NAAR", help="bestand voor de kopie")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="zet een kopie terug; bewaart wat er stond")
    _profile(restore)
    restore.add_argument("copy", type=Path, metavar="KOPIE", help="de kopie")
    restore.add_argument(
        "--way",
        choices=("passphrase", "recovery", "employer"),
        default="passphrase",
        help="waarmee de kopie opengaat: de wachtwoordzin van toen, de code van je herstelblad of van je werkgever",
    )
    restore.add_argument("--show", action="store_true", help="laat alleen zien wat de kopie bevat")
    restore.add_argument("--yes", action="store_true", help="vraagt niet om bevestiging")
    restore.set_defaults(run=_restore)
    verify = commands.add_parser("verify", help="leest elke bladzijde van het bestand en controleert de ketens")
    _profile(verify)
    verify.add_argument("--rebuild-search", action="store_true", help="bouwt eerst de zoekindex opnieuw op")
    verify.add_argument("--names", action="store_true", help="noemt beschadigde dossiers, alleen op een scherm")
    verify.set_defaults(run=_verify)
    opened = commands.add_parser("open-export", help="pakt bij de werkgever de dossiers uit aan het eind van de pilot")
    opened.add_argument("file", type=Path, metavar="BESTAND", help="eindigt op .export")
    opened.add_argument("--out", type=Path, required=True, metavar="MAP", help="nieuwe of lege map")
    opened.set_defaults(run=_open_export)
    employer = commands.add_parser("employer-key", help="maakt de herstelsleutel van een werkgever, op papier")
    employer.add_argument("employer", metavar="WERKGEVER", help="zoals die op schermen heet, zoals 'Buurtzorg Jong'")
    employer.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="PDF van het blad voor de kluis")
    employer.set_defaults(run=_employer_key)
    doctor = commands.add_parser("doctor", help="zegt wat op deze computer werkt en hoe je het andere oplost")
    _profile(doctor)
    doctor.set_defaults(run=_doctor)
