"""The first tables: bots with append-only histories, personal settings, the sample world.

Revision ID: 0001
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None
branch_labels: Final = None
depends_on: Final = None

HISTORIES: Final = ("bot_versions", "bot_moves")
PRINCIPAL: Final = "current_setting('toption.principal', true)"
MINE: Final = {
    "bots": f"owner = {PRINCIPAL}",
    "settings": f"owner = {PRINCIPAL}",
    # The rows of bots that this query sees are already the principal's own.
    "bot_versions": "EXISTS (SELECT 1 FROM bots WHERE bots.id = bot_versions.bot_id)",
    "bot_moves": "EXISTS (SELECT 1 FROM bots WHERE bots.id = bot_moves.bot_id)",
}


def upgrade() -> None:
    """Make the tables and the walls around them."""
    _bots()
    _versions()
    _moves()
    _others()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_walls()
    else:
        _sqlite_walls()


def _key() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _bots() -> None:
    op.create_table(
        "bots",
        sa.Column("id", _key(), primary_key=True, autoincrement=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("symbol", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("head", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("bots_of_owner", "bots", ["owner", "id"])


def _versions() -> None:
    op.create_table(
        "bot_versions",
        sa.Column("bot_id", _key(), sa.ForeignKey("bots.id"), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("parent", sa.BigInteger),
        sa.Column("parameters", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["bot_id", "parent"], ["bot_versions.bot_id", "bot_versions.number"]),
        sa.CheckConstraint("author IN ('you', 'claude', 'offline', 'auto')", name="bot_versions_author"),
    )


def _moves() -> None:
    op.create_table(
        "bot_moves",
        sa.Column("bot_id", _key(), sa.ForeignKey("bots.id"), primary_key=True),
        sa.Column("revision", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("from_number", sa.BigInteger),
        sa.Column("to_number", sa.BigInteger, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["bot_id", "to_number"], ["bot_versions.bot_id", "bot_versions.number"]),
        sa.CheckConstraint("kind IN ('create', 'apply', 'undo', 'redo', 'restore')", name="bot_moves_kind"),
    )


def _others() -> None:
    op.create_table(
        "settings",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "world",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("now_ms", sa.BigInteger, nullable=False),
        sa.CheckConstraint("id = 1", name="world_one_row"),
    )


def _sqlite_walls() -> None:
    for table in HISTORIES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _postgresql_walls() -> None:
    op.execute(
        "CREATE FUNCTION toption_append_only() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in HISTORIES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
        )
    for table, mine in MINE.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY {table}_own ON {table} USING ({mine}) WITH CHECK ({mine})")
        # `doctor` reads every history to check it; it can write none.
        op.execute(
            f"CREATE POLICY {table}_audit ON {table} FOR SELECT USING (current_setting('toption.audit', true) = 'on')"
        )
