"""Which code gave an answer: a digest of the engine's own rules, so that an old answer can be told from a new one."""

import hashlib
import platform
from functools import cache
from pathlib import Path
from typing import Final

import numba
import numpy as np
import scipy

ENGINE: Final = Path(__file__).resolve().parent.parent
RULES: Final = ("core", "market", "forecast", "bots")  # all that a run's numbers come from


@cache
def code_version(folders: tuple[str, ...] = RULES) -> str:
    """Twelve hex digits that change whenever anything in these folders does: by default all that a run comes from."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in (ENGINE / folder).rglob("*.py")):
        digest.update(path.relative_to(ENGINE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def versions() -> tuple[tuple[str, str], ...]:
    """What else a run's numbers come from, by name and version."""
    return (
        ("Python", platform.python_version()), ("numpy", np.__version__), ("scipy", scipy.__version__),
        ("numba", numba.__version__),
    )  # fmt: skip
