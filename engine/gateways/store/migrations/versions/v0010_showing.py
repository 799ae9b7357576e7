"""What was known of an idea when it was shown: did it fit, how its list went with the book, was it tried.

Revision ID: 0010
"""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0010"
down_revision: Final = "0009"
branch_labels: Final = None
depends_on: Final = None


def upgrade() -> None:
    """Add the columns; what was shown before them is unknown in all three."""
    for name in ("fits", "with_book", "exploring"):
        op.add_column("events", sa.Column(name, sa.Double))
