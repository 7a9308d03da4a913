"""Where Alembic gets its connection: from the hub, which has already opened (and decrypted) the database."""

from alembic import context

from gpconnect.hub.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
