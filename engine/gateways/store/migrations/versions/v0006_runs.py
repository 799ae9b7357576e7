"""What was asked of the lab: a history that only grows, results that can be forgotten, and what became of each.

Revision ID: 0006
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0006"
down_revision: Final = "0005"
branch_labels: Final = None
depends_on: Final = None

# The rows of runs that a query sees are already the principal's own.
MINE: Final = {
    "runs": "owner = current_setting('toption.principal', true)",
    "run_results": "EXISTS (SELECT 1 FROM runs WHERE runs.key = run_results.key)",
    "run_marks": "EXISTS (SELECT 1 FROM runs WHERE runs.key = run_marks.key)",
}
HISTORIES: Final = ("runs", "run_marks")


def upgrade() -> None:
    """Make the three tables and the walls around them."""
    _runs()
    _results()
    _marks()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_walls()
    else:
        _sqlite_walls()


def _runs() -> None:
    texts = ("symbol", "step", "request", "candles", "code")
    op.create_table(
        "runs",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("trials", sa.BigInteger, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
    )
    op.create_index("runs_of_owner", "runs", ["owner", "at_ms"])


def _results() -> None:
    op.create_table(
        "run_results",
        sa.Column("key", sa.Text, sa.ForeignKey("runs.key"), primary_key=True),
        sa.Column("result", sa.LargeBinary, nullable=False),
    )


def _marks() -> None:
    op.create_table(
        "run_marks",
        sa.Column("key", sa.Text, sa.ForeignKey("runs.key"), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.CheckConstraint("kind IN ('labelled', 'forgotten')", name="run_marks_kind"),
    )


def _sqlite_walls() -> None:
    walls = [(table, verb) for table in HISTORIES for verb in ("UPDATE", "DELETE")]
    for table, verb in (*walls, ("run_results", "UPDATE")):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _postgresql_walls() -> None:
    for table in HISTORIES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
        )
    op.execute(
        "CREATE TRIGGER run_results_append_only BEFORE UPDATE ON run_results"
        " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
    )
    for table, mine in MINE.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY {table}_own ON {table} USING ({mine}) WITH CHECK ({mine})")
        op.execute(
            f"CREATE POLICY {table}_audit ON {table} FOR SELECT USING (current_setting('toption.audit', true) = 'on')"
        )
