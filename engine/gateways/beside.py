"""Long work of ours in a process of its own, so that no page waits for it."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from engine.core.errors import StoreError

ROOT: Final = Path(__file__).resolve().parent.parent.parent
LONGEST: Final = 1800.0  # seconds
KINDLY: Final = 10  # how far it steps back behind the pages


def run_beside(arguments: list[str], settings: Mapping[str, str]) -> int:
    """The exit status of one of our own commands, run apart; StoreError when it cannot be started or never ends."""
    command = [sys.executable, "-m", "engine", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            command, cwd=ROOT, env={**os.environ, **settings}, timeout=LONGEST, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError(f"`{' '.join(arguments)}` could not be run beside the pages ({error}).") from error
    return done.returncode


def step_back() -> None:
    """Let everything else on this machine go first, where the system knows such a thing."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(KINDLY)
