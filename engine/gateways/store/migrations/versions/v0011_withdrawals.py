"""Who erases everything about themselves leaves their experiments too: a count of them stays, and no link to anybody.

Revision ID: 0011
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0011"
down_revision: Final = "0010"
branch_labels: Final = None
depends_on: Final = None

OWNED: Final = ("events", "paper_trades", "corrections", "position_files")
LEFT: Final = " OR ".join(
    (
        *(f"EXISTS (SELECT 1 FROM {table} WHERE owner = OLD.owner)" for table in OWNED),  # noqa: S608 - our own names
        "EXISTS (SELECT 1 FROM exposures WHERE trader = OLD.nameless)",
    )
)
ERASED: Final = "EXISTS (SELECT 1 FROM erasures WHERE nameless = OLD.trader)"


def upgrade() -> None:
    """Make the table of counts; the walls around exposures open to whoever is being erased, and to nobody else."""
    op.create_table(
        "withdrawals",
        sa.Column("experiment", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("variant", sa.Text, nullable=False),
    )
    op.add_column("erasures", sa.Column("nameless", sa.Text, nullable=False, server_default=""))
    if op.get_bind().dialect.name == "postgresql":
        _postgresql_walls()
    else:
        _sqlite_walls()


def _sqlite_walls() -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER withdrawals_no_{verb.lower()} BEFORE {verb} ON withdrawals"
            " BEGIN SELECT RAISE(ABORT, 'withdrawals is append-only'); END"
        )
    op.execute("DROP TRIGGER exposures_no_delete")
    op.execute(
        f"CREATE TRIGGER exposures_no_delete BEFORE DELETE ON exposures WHEN NOT {ERASED}"
        " BEGIN SELECT RAISE(ABORT, 'exposures is append-only'); END"
    )
    op.execute("DROP TRIGGER erasures_whole")
    op.execute(
        f"CREATE TRIGGER erasures_whole BEFORE DELETE ON erasures WHEN {LEFT}"
        " BEGIN SELECT RAISE(ABORT, 'half erased: append-only'); END"
    )


def _postgresql_walls() -> None:
    op.execute(
        "CREATE TRIGGER withdrawals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawals"
        " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
    )
    op.execute(
        "CREATE FUNCTION toption_withdrawable() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF TG_OP = 'DELETE' AND {ERASED} THEN RETURN OLD; END IF;"
        " RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    op.execute("DROP TRIGGER exposures_append_only ON exposures")
    op.execute(
        "CREATE TRIGGER exposures_append_only BEFORE UPDATE OR DELETE ON exposures"
        " FOR EACH ROW EXECUTE FUNCTION toption_withdrawable()"
    )
    op.execute(
        "CREATE TRIGGER exposures_never_emptied BEFORE TRUNCATE ON exposures"
        " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
    )
    op.execute(
        "CREATE OR REPLACE FUNCTION toption_erased_whole() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF TG_OP = 'DELETE' AND NOT ({LEFT}) THEN RETURN OLD; END IF;"
        " RAISE EXCEPTION 'half erased: append-only'; END $$"
    )
