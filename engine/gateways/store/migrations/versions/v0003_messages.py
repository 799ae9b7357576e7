"""What was said to a bot and answered, and what became of each proposed change: histories that only grow.

Revision ID: 0003
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0003"
down_revision: Final = "0002"
branch_labels: Final = None
depends_on: Final = None

# The rows of bots that a query sees are already the principal's own.
MINE: Final = {
    "messages": "EXISTS (SELECT 1 FROM bots WHERE bots.id = messages.bot_id)",
    "message_marks": "EXISTS (SELECT 1 FROM bots WHERE bots.id = message_marks.bot_id)",
}


def upgrade() -> None:
    """Make the two tables and the walls around them."""
    _messages()
    _marks()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_walls()
    else:
        _sqlite_walls()


def _key() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("bot_id", _key(), sa.ForeignKey("bots.id"), primary_key=True),
        sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("pasted", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("bot_id", "id", name="messages_once"),
        sa.CheckConstraint("author IN ('you', 'claude', 'offline', 'engine')", name="messages_author"),
    )


def _marks() -> None:
    op.create_table(
        "message_marks",
        sa.Column("bot_id", _key(), primary_key=True),
        sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["bot_id", "place"], ["messages.bot_id", "messages.place"]),
        sa.ForeignKeyConstraint(["bot_id", "version"], ["bot_versions.bot_id", "bot_versions.number"]),
        sa.CheckConstraint("kind IN ('applied', 'discarded')", name="message_marks_kind"),
    )


def _sqlite_walls() -> None:
    for table in MINE:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _postgresql_walls() -> None:
    for table, mine in MINE.items():
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
        )
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY {table}_own ON {table} USING ({mine}) WITH CHECK ({mine})")
        op.execute(
            f"CREATE POLICY {table}_audit ON {table} FOR SELECT USING (current_setting('toption.audit', true) = 'on')"
        )
