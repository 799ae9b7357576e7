"""The one decorator for compiled functions, and where their machine code is kept between runs.

Numba notices a change in the file of a compiled function, but not in the compiled functions that it calls
from other files. The folder is therefore named after a hash of every kernel source: any change compiles anew.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba
from numba import config
from numba.extending import register_jitable

F = TypeVar("F", bound=Callable[..., Any])

ENGINE: Final = Path(__file__).resolve().parent.parent
KERNELS: Final = (
    "core/compiled.py",
    "core/bells.py",
    "bots/kernel/moments.py",
    "bots/kernel/orders.py",
    "bots/step.py",
    "bots/kernel/fold.py",
    "bots/kernel/joined.py",
    "bots/kernel/lanes.py",
    "bots/kernel/waiting.py",
    "bots/kernel/leaps.py",
    "bots/kernel/shared.py",
    "options/pricing/american.py",
    "traders/memory/likings.py",
    "traders/memory/limits.py",
    "experiments/metrics/one_pass.py",
    "experiments/metrics/counts.py",
    "ranking/exploration/play.py",
)

CHOSEN: Final[str] = vars(config)["CACHE_DIR"]  # NUMBA_CACHE_DIR as it was when numba was imported


def source_hash() -> str:
    """A short hash over the kernel sources and the compiler's version."""
    digest = hashlib.sha256(numba.__version__.encode())
    for name in KERNELS:
        digest.update((ENGINE / name).read_bytes())
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Where this version's machine code lies; NUMBA_CACHE_DIR, when set, is taken as the folder above it."""
    above = Path(CHOSEN) if CHOSEN else ENGINE.parent / ".cache" / "kernels"
    return above / source_hash()


vars(config)["CACHE_DIR"] = str(cache_folder())


def compiled(function: F) -> F:
    """Compile to machine code at the first call, release the lock while it runs, keep it on disk."""
    return cast(F, numba.njit(cache=True, nogil=True, error_model="numpy")(function))


def inlined(function: F) -> F:
    """As `compiled`, and copied into its callers, so that small values stay in registers."""
    return cast(F, numba.njit(cache=True, nogil=True, error_model="numpy", forceinline=True)(function))


def callable_within(function: F) -> F:
    """Plain Python as it stands, and compiled where a compiled function calls it: one formula for both."""
    return register_jitable(function)


def contracted(function: F) -> F:
    """As `inlined`, and products may be fused with sums, which rounds once less: for money, never for decisions."""
    return cast(
        F, numba.njit(cache=True, nogil=True, error_model="numpy", forceinline=True, fastmath={"contract"})(function)
    )
