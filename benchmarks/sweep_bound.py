"""The bound of the machine: the core rules in C for AVX-512, compiled here and now where a compiler is."""

import ctypes
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bots.backtest import Setup
from engine.bots.kernel.lanes import LANES, Band, fresh_lanes, run_lanes
from engine.bots.kernel.moments import mean_and_deviation
from engine.bots.kernel.orders import NEAR
from engine.bots.sweep.core import moves_of
from engine.bots.tape import Tape, fixed

SOURCE = Path(__file__).with_suffix(".c")
FIELDS, PASS = 11, 16
WIDTHS = np.round(np.linspace(0.5, 3.0, LANES), 10)


def built(folder: Path) -> ctypes.CDLL | None:
    """The C kernel; None, and a line that says why, where it cannot be made or this processor has no AVX-512."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or "avx512f" not in Path("/proc/cpuinfo").read_text():
        print("No C compiler or no AVX-512 here: the bound of the machine is left out.")
        return None
    made = folder / "bound.so"
    command = [compiler, "-O3", "-march=native", "-shared", "-fPIC", "-o", str(made), str(SOURCE)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"The bound of the machine is left out: {done.stderr.strip().splitlines()[-1]}")
        return None
    return ctypes.CDLL(str(made))


def pair(tape: Tape, setup: Setup, library: ctypes.CDLL) -> tuple[Callable[[], object], Callable[[], object]]:
    """The C kernel and ours on the same 32 widths of one window, statistics given; checked to agree."""
    mean, deviation = (fixed(each) for each in mean_and_deviation(tape.bars.close, tape.run, 15))
    seen, near, moves = tape.bars.close, fixed(NEAR * tape.bars.close), moves_of(tape, setup)
    cash, ends = np.full(LANES, setup.capital / 0.01), np.array([len(tape) - 1])
    levels = np.empty((2, 1, LANES))

    def ours() -> NDArray[np.float64]:
        state = fresh_lanes(WIDTHS, cash)
        run_lanes(state, Band(mean, deviation, seen, near), moves, (0, len(tape)), ends, levels)
        return state.reshape(-1, LANES)[:FIELDS]

    def bound() -> NDArray[np.float64]:
        found = np.zeros((LANES // PASS, FIELDS, PASS))
        for each in range(len(found)):
            found[each, 1] = found[each, 4] = cash[:PASS]
            widths = WIDTHS[PASS * each : PASS * (each + 1)]
            given = (widths, mean, deviation, seen, near, moves, found[each])
            library.run(ctypes.c_long(len(tape)), *(ctypes.c_void_p(array.ctypes.data) for array in given))
        return np.concatenate(list(found), axis=1)

    np.testing.assert_allclose(bound(), ours(), rtol=1e-9)
    return bound, ours
