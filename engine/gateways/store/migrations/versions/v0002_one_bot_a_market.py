"""One bot for each owner and market, and a first version that says it was nobody's: duplicates become one history.

Revision ID: 0002
"""

import json
import time
from itertools import groupby
from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Connection

revision: Final = "0002"
down_revision: Final = "0001"
branch_labels: Final = None
depends_on: Final = None

HISTORIES: Final = ("bot_versions", "bot_moves")
AUTHORS: Final = "author IN ('you', 'claude', 'offline', 'auto', 'start')"
# The move first: what it is chosen by has not changed yet.
NOBODYS: Final = (
    "UPDATE bot_moves SET author = 'start' WHERE bot_id = :bot AND revision = 1 AND author = 'you' AND EXISTS"
    " (SELECT 1 FROM bot_versions AS v WHERE v.bot_id = :bot AND v.number = 1 AND v.reason = 'Default settings')",
    "UPDATE bot_versions SET author = 'start' WHERE bot_id = :bot AND number = 1 AND author = 'you'"
    " AND reason = 'Default settings'",
)
# A trader's bot stands afterwards where the oldest one stood: the last version is its settings again.
APPEND: Final = (
    "INSERT INTO bot_versions (bot_id, number, parent, parameters, author, reason, at_ms)"
    " SELECT :kept, number + :shift, CASE WHEN parent IS NULL THEN :head ELSE parent + :shift END,"
    " parameters, author, reason, at_ms FROM bot_versions WHERE bot_id = :other ORDER BY number",
    "INSERT INTO bot_moves (bot_id, revision, kind, from_number, to_number, author, at_ms)"
    " SELECT :kept, revision + :moves, kind, CASE WHEN from_number IS NULL THEN :head ELSE from_number + :shift"
    " END, to_number + :shift, author, at_ms FROM bot_moves WHERE bot_id = :other ORDER BY revision",
    "INSERT INTO bot_versions (bot_id, number, parent, parameters, author, reason, at_ms)"
    " SELECT :kept, :number, :last, parameters, 'start', :reason, :now FROM bot_versions"
    " WHERE bot_id = :kept AND number = :head",
    "INSERT INTO bot_moves (bot_id, revision, kind, from_number, to_number, author, at_ms)"
    " VALUES (:kept, :revision, 'restore', :last, :number, 'start', :now)",
    "UPDATE bots SET head = :number, revision = :revision WHERE id = :kept",
)
JOINED: Final = "As before: two bots on this market became one"


def upgrade() -> None:
    """Let histories be moved, join the duplicates, and close both doors again."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    if is_postgresql:
        _postgresql_doors("DISABLE")
        op.drop_constraint("bot_versions_author", "bot_versions")
        op.create_check_constraint("bot_versions_author", "bot_versions", AUTHORS)
    else:
        _sqlite_tables_again()
    _join_all(op.get_bind())
    op.create_index("bots_of_market", "bots", ["owner", "symbol", "step"], unique=True)
    if is_postgresql:
        _postgresql_doors("ENABLE")
    else:
        _sqlite_walls()


def _join_all(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # its walls hold for this role too: read all, write as each owner
        connection.execute(sa.text("SELECT set_config('toption.audit', 'on', true)"))
    bots = connection.execute(sa.text("SELECT owner, symbol, step, id FROM bots ORDER BY owner, symbol, step, id"))
    for owner, mine in groupby(bots.all(), lambda bot: bot.owner):
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT set_config('toption.principal', :owner, true)"), {"owner": owner})
        for _, same in groupby(mine, lambda bot: (bot.symbol, bot.step)):
            oldest, *others = [bot.id for bot in same]
            for number in (oldest, *others):
                _name_the_first_author(connection, number)
            for other in others:
                _join(connection, owner, oldest, other)


def _name_the_first_author(connection: Connection, bot: int) -> None:
    """The settings that every bot started from were saved as if the trader had chosen them."""
    for statement in NOBODYS:
        connection.execute(sa.text(statement), {"bot": bot})


def _join(connection: Connection, owner: str, kept: int, other: int) -> None:
    """Append one bot's history to another's, which then stands where it stood; an untouched copy has no history."""
    if not _is_untouched(connection, owner, kept, other):
        shift = _append(connection, kept, other)
        _move_labels(connection, owner, (kept, other), shift)
    for emptied in (
        "DELETE FROM bot_moves WHERE bot_id = :other",
        "DELETE FROM bot_versions WHERE bot_id = :other",
        "DELETE FROM bots WHERE id = :other",
    ):
        connection.execute(sa.text(emptied), {"other": other})


def _is_untouched(connection: Connection, owner: str, kept: int, other: int) -> bool:
    """Whether the other is only the kept one's first version, made a second time in the same moment."""
    first = sa.text("SELECT parameters FROM bot_versions WHERE bot_id = :bot ORDER BY number")
    mine, its = (connection.execute(first, {"bot": bot}).scalars().all() for bot in (kept, other))
    return mine[:1] == its and not _labels(connection, owner, other)


def _append(connection: Connection, kept: int, other: int) -> int:
    stand = "SELECT head, revision, (SELECT max(number) FROM bot_versions WHERE bot_id = bots.id) AS newest FROM bots"
    mine, its = (connection.execute(sa.text(f"{stand} WHERE id = :bot"), {"bot": bot}).one() for bot in (kept, other))
    shift = mine.newest or 0
    values: dict[str, Any] = {
        "kept": kept, "other": other, "shift": shift, "moves": mine.revision, "head": mine.head or None,
        "number": shift + (its.newest or 0) + 1, "revision": mine.revision + its.revision + 1,
        "last": its.head + shift, "reason": JOINED, "now": time.time_ns() // 1_000_000,
    }  # fmt: skip
    for statement in APPEND:
        connection.execute(sa.text(statement), values)
    return shift


def _labels(connection: Connection, owner: str, bot: int) -> dict[str, Any]:
    wanted = sa.text("SELECT value FROM settings WHERE owner = :owner AND key = :key")
    text = connection.execute(wanted, {"owner": owner, "key": f"labels:{bot}"}).scalar()
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _move_labels(connection: Connection, owner: str, bots: tuple[int, int], shift: int) -> None:
    kept, other = (_labels(connection, owner, bot) for bot in bots)
    if not other:
        return
    moved = {str(int(number) + shift): text for number, text in other.items() if number.isdecimal()}
    connection.execute(
        sa.text("DELETE FROM settings WHERE owner = :owner AND key IN (:mine, :its)"),
        {"owner": owner, "mine": f"labels:{bots[0]}", "its": f"labels:{bots[1]}"},
    )
    connection.execute(
        sa.text("INSERT INTO settings (owner, key, value) VALUES (:owner, :key, :value)"),
        {"owner": owner, "key": f"labels:{bots[0]}", "value": json.dumps({**kept, **moved})},
    )


def _postgresql_doors(word: str) -> None:
    for table in HISTORIES:
        op.execute(f"ALTER TABLE {table} {word} TRIGGER {table}_append_only")


def _sqlite_tables_again() -> None:
    """SQLite cannot change a check: the histories move to new tables, and the old ones go with their walls."""
    for table in HISTORIES:
        op.rename_table(table, f"old_{table}")
    op.create_table(
        "bot_versions",
        sa.Column("bot_id", sa.Integer, sa.ForeignKey("bots.id"), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("parent", sa.BigInteger),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("parameters", "author", "reason")),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["bot_id", "parent"], ["bot_versions.bot_id", "bot_versions.number"]),
        sa.CheckConstraint(AUTHORS, name="bot_versions_author"),
    )
    op.create_table(
        "bot_moves",
        sa.Column("bot_id", sa.Integer, sa.ForeignKey("bots.id"), primary_key=True),
        sa.Column("revision", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("from_number", sa.BigInteger),
        sa.Column("to_number", sa.BigInteger, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["bot_id", "to_number"], ["bot_versions.bot_id", "bot_versions.number"]),
        sa.CheckConstraint("kind IN ('create', 'apply', 'undo', 'redo', 'restore')", name="bot_moves_kind"),
    )
    op.execute("INSERT INTO bot_versions SELECT * FROM old_bot_versions")
    op.execute("INSERT INTO bot_moves SELECT * FROM old_bot_moves")
    for table in reversed(HISTORIES):
        op.drop_table(f"old_{table}")


def _sqlite_walls() -> None:
    for table in HISTORIES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
