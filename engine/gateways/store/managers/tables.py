"""The tables of managers' notes and of who was in which experiment; the migrations make exactly these."""

from typing import Final

from sqlalchemy import BigInteger, CheckConstraint, Column, Table, Text

from engine.gateways.store.tables import METADATA

# What managers designed, noted and decided: the house's own, nobody's in particular.
NOTES: Final = Table(
    "notes",
    METADATA,
    Column("subject", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("act", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    CheckConstraint("subject IN ('experiment', 'annotation', 'flag', 'stated')", name="notes_subject"),
)

# Who saw which variant, once each; a trader is the number that stands for them in the crowd.
EXPOSURES: Final = Table(
    "exposures",
    METADATA,
    Column("experiment", Text, primary_key=True),
    Column("trader", Text, primary_key=True),
    Column("variant", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)

# Who saw a variant and erased everything about themselves since: one row each, which nothing links to anybody.
WITHDRAWALS: Final = Table(
    "withdrawals",
    METADATA,
    Column("experiment", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("variant", Text, nullable=False),
)
