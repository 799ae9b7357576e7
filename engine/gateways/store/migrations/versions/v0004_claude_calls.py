"""The ledger of what asking Claude cost: it only grows, like every history.

Revision ID: 0004
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0004"
down_revision: Final = "0003"
branch_labels: Final = None
depends_on: Final = None


def upgrade() -> None:
    """Make the table and the wall around it."""
    op.create_table(
        "claude_calls",
        sa.Column("call", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("user_hash", sa.Text, nullable=False),
        sa.Column("day", sa.BigInteger, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("micro_usd", sa.BigInteger, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
    )
    op.create_index("claude_calls_of_day", "claude_calls", ["day", "user_hash"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER claude_calls_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claude_calls"
            " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER claude_calls_no_{verb.lower()} BEFORE {verb} ON claude_calls"
            " BEGIN SELECT RAISE(ABORT, 'claude_calls is append-only'); END"
        )
