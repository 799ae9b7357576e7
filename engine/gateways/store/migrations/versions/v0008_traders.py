"""What happens between traders and opportunities: histories that only grow, until their trader erases all of it.

Revision ID: 0008
"""

import secrets
from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0008"
down_revision: Final = "0007"
branch_labels: Final = None
depends_on: Final = None

IDEA: Final = ("delta", "premium", "days", "iv_rank", "margin", "pop")
ACTIONS: Final = "action IN ('shown', 'view', 'save', 'dismiss', 'trade', 'profit', 'loss')"
OWNED: Final = ("events", "paper_trades", "corrections", "position_files")  # histories of one person
MINE: Final = "owner = current_setting('toption.principal', true)"
LEFT: Final = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE owner = OLD.owner)" for table in OWNED)  # noqa: S608 - our own names


def upgrade() -> None:
    """Make the tables and the walls around them."""
    _events()
    _beside_events()
    _said()
    op.create_table("erasures", sa.Column("owner", sa.Text, primary_key=True))
    _salt()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_walls()
    else:
        _sqlite_walls()


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("undoes", "idea", "underlying", "strategy", "sector")),
        *(sa.Column(name, sa.Double) for name in IDEA),
        sa.Column("regime", sa.Text, nullable=False),
        *(sa.Column(name, sa.Double) for name in ("vix", "vix_change")),
        sa.Column("positions", sa.BigInteger, nullable=False),
        sa.Column("book_delta", sa.Double, nullable=False),
        sa.Column("outcome", sa.Double),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("propensity", sa.Double),
        sa.Column("ranker", sa.Text, nullable=False),
        sa.UniqueConstraint("owner", "key", name="events_once"),
        sa.CheckConstraint(ACTIONS, name="events_action"),
    )
    op.create_index("events_in_time", "events", ["owner", "at_ms"])


def _beside_events() -> None:
    op.create_table(
        "paper_trades",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["owner", "key"], ["events.owner", "events.key"]),
    )


def _said() -> None:
    for table, told in (("corrections", "belief"), ("position_files", "name")):
        op.create_table(
            table,
            sa.Column("owner", sa.Text, primary_key=True),
            sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
            sa.Column(told, sa.Text, nullable=False),
            sa.Column("content", sa.Text, nullable=False),
            sa.Column("at_ms", sa.BigInteger, nullable=False),
        )


def _salt() -> None:
    salts = op.create_table(
        "crowd_salt",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("salt", sa.Text, nullable=False),
        sa.CheckConstraint("id = 1", name="crowd_salt_one_row"),
    )
    op.bulk_insert(salts, [{"id": 1, "salt": secrets.token_hex(16)}])


def _sqlite_walls() -> None:
    for table in (*OWNED, "erasures"):
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    for table in OWNED:
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"  # noqa: S608 - our own names
            " WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE owner = OLD.owner)"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    op.execute(
        f"CREATE TRIGGER erasures_whole BEFORE DELETE ON erasures WHEN {LEFT}"
        " BEGIN SELECT RAISE(ABORT, 'half erased: append-only'); END"
    )


def _postgresql_walls() -> None:
    op.execute(
        "CREATE FUNCTION toption_erasable() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasures WHERE owner = OLD.owner) THEN RETURN OLD; END IF;"
        " RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    op.execute(
        "CREATE FUNCTION toption_erased_whole() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF TG_OP = 'DELETE' AND NOT ({LEFT}) THEN RETURN OLD; END IF;"
        " RAISE EXCEPTION 'half erased: append-only'; END $$"
    )
    for table in (*OWNED, "erasures"):
        function = "toption_erased_whole" if table == "erasures" else "toption_erasable"
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {function}()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
        )
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY {table}_own ON {table} USING ({MINE}) WITH CHECK ({MINE})")
        op.execute(
            f"CREATE POLICY {table}_audit ON {table} FOR SELECT USING (current_setting('toption.audit', true) = 'on')"
        )
    op.execute("CREATE POLICY events_crowd ON events FOR SELECT USING (current_setting('toption.crowd', true) = 'on')")
