"""``gpconnect hub …``: what the operator types."""

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path


def add(parser: argparse.ArgumentParser, tell: Callable[[str], None]) -> None:
    """What can be done with a hub, as the words after ``gpconnect hub``."""
    acts = parser.add_subparsers(title="wat", metavar="WAT", dest="act", required=True)
    for name, words in (
        ("serve", "draait de server"),
        ("migrate", "werkt de database bij na een nieuwe versie"),
        ("backup", "maakt een kopie"),
        ("restore", "zet een kopie terug, of zegt dat de database anders is teruggezet"),
        ("check", "rekent alle ketens na"),
        ("code", "maakt de oprichtcode voor wie de pilot begint"),
    ):
        act = acts.add_parser(name, help=words)
        act.add_argument(
            "--database",
            metavar="URL",
            default=os.environ.get("GPCONNECT_HUB_DATABASE") or None,
            help="postgresql://…; anders een versleuteld bestand; ook als GPCONNECT_HUB_DATABASE",
        )
        act.add_argument("--data", type=Path, metavar="MAP", default=Path("out/hub"), help="map van dat bestand")
        if name == "serve":
            _add_serve(act)
        if name == "backup":
            act.add_argument("target", type=Path, metavar="NAAR", help="map voor de kopie")
        if name == "restore":
            act.add_argument(
                "source",
                type=Path,
                metavar="KOPIE",
                nargs="?",
                help="map van de kopie; zonder: de database zelf is teruggezet, bijvoorbeeld met pg_restore",
            )
    parser.set_defaults(run=partial(_run, tell))


def _add_serve(act: argparse.ArgumentParser) -> None:
    act.add_argument("--listen", metavar="HOST:POORT", default="127.0.0.1:8642", help="waar de server luistert")
    act.add_argument("--certificate", type=Path, metavar="BESTAND", default=None, help="PEM, voor TLS; met --key")
    act.add_argument("--key", type=Path, metavar="BESTAND", default=None, help="PEM, zonder wachtwoordzin")
    act.add_argument("--behind-proxy", action="store_true", help="een reverse proxy ervoor doet de TLS")
    act.add_argument(
        "--anybody",
        action="store_true",
        help="ieder apparaat mag iets oprichten: alleen om te proberen, op één computer",
    )
    for option, usual, words in (
        ("--device-mb", 256, "wat één apparaat per uur naar één ruimte mag sturen, in MiB"),
        ("--space-gb", 20, "wat één ruimte mag bevatten, in GiB"),
        ("--spaces", 50, "hoeveel ruimten één apparaat mag beginnen"),
    ):
        name = "GPCONNECT_HUB_" + option.removeprefix("--").replace("-", "_").upper()
        given = os.environ.get(name) or str(usual)
        act.add_argument(option, type=count, metavar="N", default=given, help=f"{words}; anders {name} of {usual}")


def count(typed: str) -> int:
    """A whole number from 1, as somebody typed it behind an option."""
    if not typed.isdigit() or int(typed) < 1:
        message = f"{typed} is geen aantal vanaf 1"
        raise argparse.ArgumentTypeError(message)
    return int(typed)


def _run(tell: Callable[[str], None], options: argparse.Namespace) -> int:
    from gpconnect.hub import server
    from gpconnect.hub.limits import Limits
    from gpconnect.hub.listening import Door

    if options.act == "serve":
        door = Door(options.listen, options.certificate, options.key, options.behind_proxy)
        device, space = options.device_mb * 2**20, options.space_gb * 2**30
        server.serve(
            options.database, door, options.data, Limits(device, space, options.spaces, anybody=options.anybody)
        )
        return 0
    if options.act == "migrate":
        server.migrate(options.database, options.data)
        tell("De database van de server is bijgewerkt.")
        return 0
    if options.act == "backup":
        server.backup(options.database, options.data, options.target)
        tell(f"Kopie gemaakt in {options.target}.")
        return 0
    if options.act == "restore":
        server.restore(options.database, options.data, options.source)
        tell("De server staat er weer. Apparaten merken dat en brengen terug wat na de kopie kwam.")
        return 0
    if options.act == "code":
        tell(server.founding_code(options.database, options.data))
        tell("Geef deze code aan wie de pilot begint. Hij werkt een week; een eerdere werkt niet meer.")
        return 0
    found = server.check(options.database, options.data)
    for problem in found.problems:
        tell(f"{problem.space} plaats {problem.seq}: {problem.code}")
    tell(f"{found.spaces} ruimten, {found.parcels} pakketten nagerekend, {len(found.problems)} problemen.")
    return 0 if found.ok else 1
