"""Which words can be kept: text that SQLite and PostgreSQL both hold, of a sensible length."""

import re
from typing import Final

from engine.core.errors import StoreError

UNKEPT: Final = re.compile("[\0\ud800-\udfff]")  # the null letter and broken halves of letters
NAME_LETTERS: Final = 80
REASON_LETTERS: Final = 2_000
SETTING_LETTERS: Final = 20_000
LATEST_ID: Final = 2**63 - 1


def checked_name(what: str, value: str, letters: int = NAME_LETTERS) -> str:
    """One line of 1 to `letters` printable letters; StoreError when it is not."""
    if not value.strip() or len(value) > letters or not value.isprintable():
        raise StoreError(
            f"{what} must be 1 to {letters} letters on one line, was {value[:letters]!r} ({len(value)} letters)."
            " Type a shorter or plainer one."
        )
    return value


def checked_text(what: str, value: str, letters: int = REASON_LETTERS) -> str:
    """Free text of at most `letters` letters without the null letter or broken halves of letters."""
    if len(value) > letters:
        raise StoreError(f"{what} must be at most {letters} letters, was {len(value)}. Shorten it.")
    if UNKEPT.search(value):
        raise StoreError(f"{what} holds a letter that cannot be saved. Type it again without special letters.")
    return value


def checked_time(at_ms: int) -> int:
    """A time in milliseconds since 1970, UTC, that every database can hold."""
    if not 0 <= at_ms <= LATEST_ID:
        raise StoreError(f"a time must be 0 or more milliseconds since 1970, was {at_ms}. Check the clock.")
    return at_ms
