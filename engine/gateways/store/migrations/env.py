"""Runs the migration steps on the connection that `upgrade` locked; alembic loads this file itself."""

from alembic import context

from engine.gateways.store.tables import METADATA, VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
