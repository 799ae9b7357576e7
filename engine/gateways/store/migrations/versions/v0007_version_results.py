"""What a change did where it was measured, beside the version that it led to.

Revision ID: 0007
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0007"
down_revision: Final = "0006"
branch_labels: Final = None
depends_on: Final = None

TABLE: Final = "version_results"
# The rows of bots that a query sees are already the principal's own.
MINE: Final = "EXISTS (SELECT 1 FROM bots WHERE bots.id = version_results.bot_id)"


def upgrade() -> None:
    """Make the table and the walls around it."""
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        TABLE,
        sa.Column("bot_id", key, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["bot_id", "number"], ["bot_versions.bot_id", "bot_versions.number"]),
    )
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_walls()
    else:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE}"
                f" BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
            )


def _postgresql_walls() -> None:
    op.execute(
        f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE}"
        " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
    )
    op.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY {TABLE}_own ON {TABLE} USING ({MINE}) WITH CHECK ({MINE})")
    op.execute(
        f"CREATE POLICY {TABLE}_audit ON {TABLE} FOR SELECT USING (current_setting('toption.audit', true) = 'on')"
    )
