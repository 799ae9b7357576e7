"""Work beside the pages ends with the server that it is for."""

import os
import subprocess
import sys
from pathlib import Path

from engine.gateways.beside import PARENT

ROOT = Path(__file__).resolve().parents[2]
WORK = "from engine.gateways.beside import step_back; step_back(); import time; time.sleep({}); print('done')"


def worked(parent: int | None, seconds: float) -> subprocess.CompletedProcess[str]:
    """Some work, told whom it is for."""
    environment = {name: value for name, value in os.environ.items() if name != PARENT}
    environment |= {"PYTHONPATH": str(ROOT)} | ({} if parent is None else {PARENT: str(parent)})
    return subprocess.run(
        [sys.executable, "-c", WORK.format(seconds)], cwd=ROOT, env=environment, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


def test_work_for_a_server_that_is_gone_ends() -> None:
    """It would keep a processor busy for nobody; ours is not the process that is named."""
    left = worked(parent=1, seconds=100)
    assert (left.returncode, left.stdout) == (1, "")


def test_work_for_somebody_who_is_there_and_for_nobody_goes_on() -> None:
    """A command of one's own is for oneself."""
    for parent in (os.getpid(), None):
        assert worked(parent, 0.1).stdout == "done\n"
