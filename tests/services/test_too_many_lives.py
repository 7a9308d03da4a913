"""A device whose file was put back so often that the hub takes nothing more from it: its person reads what to do."""

from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app
from gpconnect.services import spaces
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from tests.hub.parties import Web, send_to
from tests.services.dossier_help import a_dossier
from tests.services.healing_help import restorable
from tests.services.online import Wire, sync


def test_who_began_anew_too_often_is_told_to_come_in_as_a_new_device(
    team: tuple[Session, Session], wire: Wire, tmp_path: Path
) -> None:
    sanne, joris = team
    with restorable(tmp_path / "hub", wire) as hub:
        hub.web = Web(make_app(hub.engine, limits=Limits(anybody=True, lives=1)))
        wire.send = send_to(hub.web)
        a_dossier(joris, "Noor")
        sync(sanne, joris, wire=wire)
        with transaction(joris.db):
            parcels.end_chain(joris.db, joris.team_space)
        a_dossier(joris, "Sem")

        with pytest.raises(KnownError, match=r"hub\.lives"):
            sync(joris, wire=wire)

        assert spaces.membership(joris.db, joris.team_space).member(joris.device) is not None
