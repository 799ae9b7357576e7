"""Taking turns: how many pages are computed at the same time in one process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

AT_ONCE: Final = 4
PATIENCE: Final = 2.0  # seconds


@contextmanager
def turn(turns: threading.Semaphore, patience: float = PATIENCE) -> Iterator[bool]:
    """Wait for a turn and hold it; whether there was one: who waited too long goes on without.

    Python computes one thing at a time. Twenty pages that all take a little of it end together, late; one after
    the other each ends as early as it can, and none later than before.
    """
    taken = turns.acquire(timeout=patience)
    try:
        yield taken
    finally:
        if taken:
            turns.release()


@st.cache_resource(show_spinner=False)
def page_turns() -> threading.Semaphore:
    """The turns of this process's pages."""
    return threading.Semaphore(AT_ONCE)
