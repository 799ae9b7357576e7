"""Forecasts as they were issued, each sealed with the one before it: a history that only grows.

Revision ID: 0005
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0005"
down_revision: Final = "0004"
branch_labels: Final = None
depends_on: Final = None

TEXTS: Final = ("symbol", "step")
MAKER: Final = ("origin", "source", "model", "version", "data_hash", "content", "seal")


def upgrade() -> None:
    """Make the two tables and the wall around the history."""
    op.create_table(
        "forecasts_issued",
        sa.Column("chain", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("cutoff_ms", sa.BigInteger, nullable=False),
        sa.Column("issued_ms", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in MAKER),
        sa.UniqueConstraint("chain", "key", name="forecasts_issued_once"),
        sa.CheckConstraint("origin IN ('ours', 'imported', 'plug-in')", name="forecasts_issued_origin"),
    )
    op.create_index("forecasts_issued_of_market", "forecasts_issued", ["chain", "symbol", "step"])
    op.create_table(
        "forecast_chains",
        sa.Column("chain", sa.Text, primary_key=True),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("part", sa.BigInteger, nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("newest_ms", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("line", "part", name="forecast_chains_part"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER forecasts_issued_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON forecasts_issued"
            " FOR EACH STATEMENT EXECUTE FUNCTION toption_append_only()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER forecasts_issued_no_{verb.lower()} BEFORE {verb} ON forecasts_issued"
            " BEGIN SELECT RAISE(ABORT, 'forecasts_issued is append-only'); END"
        )
