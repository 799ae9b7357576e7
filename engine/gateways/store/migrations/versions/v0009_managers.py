"""What managers design, note and decide, and who was in which experiment: histories of the house that only grow.

Revision ID: 0009
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0009"
down_revision: Final = "0008"
branch_labels: Final = None
depends_on: Final = None

HISTORIES: Final = ("notes", "exposures")


def upgrade() -> None:
    """Make the tables and the walls around them."""
    op.create_table(
        "notes",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.CheckConstraint("subject IN ('experiment', 'annotation', 'flag', 'stated')", name="notes_subject"),
    )
    op.create_table(
        "exposures",
        sa.Column("experiment", sa.Text, primary_key=True),
        sa.Column("trader", sa.Text, primary_key=True),
        sa.Column("variant", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in HISTORIES:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
            )
        return
    for table in HISTORIES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
