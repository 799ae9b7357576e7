"""Long work of ours in a process of its own, so that no page waits for it."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from engine.core.errors import StoreError

ROOT: Final = Path(__file__).resolve().parent.parent.parent
LONGEST: Final = 1800.0  # seconds
PARENT: Final = "TOPTION_BESIDE"  # names the process that the work is for
KINDLY: Final = 10  # how far it steps back behind the pages


def run_beside(arguments: list[str], settings: Mapping[str, str]) -> int:
    """The exit status of one of our own commands, run apart; StoreError when it cannot be started or never ends."""
    command = [sys.executable, "-m", "engine", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            command, cwd=ROOT, env={**os.environ, **settings, PARENT: str(os.getpid())}, timeout=LONGEST, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError(f"`{' '.join(arguments)}` could not be run beside the pages ({error}).") from error
    return done.returncode


def step_back() -> None:
    """Let everything else on this machine go first, and end with whoever this work is for, where there is somebody."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(KINDLY)
    parent = os.environ.get(PARENT, "")
    if parent.isdecimal():
        threading.Thread(target=_end_with, args=(int(parent),), daemon=True).start()


def _end_with(parent: int) -> None:
    """A server that is gone needs no model any more: what it began would only keep a processor busy."""
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)
