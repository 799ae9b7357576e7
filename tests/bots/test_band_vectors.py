"""Every implementation of the band against the same bands, worked out exactly."""

import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.bots.kernel.moments import mean_and_deviation
from engine.bots.tape import contiguous, fixed
from engine.market.bars import Bars
from engine.market.market import Market
from tests.reference import plain_indicators
from tests.vectors import make_bands

Column = list[float | None]
Banded = Callable[[Bars, Market, int], tuple[Column, Column]]
CASES = json.loads(make_bands.FILE.read_text(encoding="utf-8"))


def plain(bars: Bars, market: Market, window: int) -> tuple[Column, Column]:
    """The plain reference: sums without rounding error, two passes."""
    closes = plain_indicators.Closes(bars.time.tolist(), bars.close.tolist(), bars.step_ms, market.longest_pause_ms)
    return plain_indicators.bands(closes, window)


def kernel(bars: Bars, market: Market, window: int) -> tuple[Column, Column]:
    """The compiled indicator that the replay and the charts use."""
    mean, deviation = mean_and_deviation(bars.close, fixed(contiguous(bars, market)), window)
    return mean.tolist(), deviation.tolist()


# Each takes candles, market and window and gives mean and sd per bar; None or NaN where there is no band.
IMPLEMENTATIONS: list[Banded] = [plain, kernel]


def candles(case: dict[str, Any]) -> tuple[Bars, Market]:
    """The case's closes as candles that do not move inside the bar."""
    price, times = np.array(case["closes"]), np.array(case["times"])
    return Bars("X", case["step"], times, price, price, price, price, price), Market("X", kind=case["kind"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("banded", IMPLEMENTATIONS, ids=lambda banded: banded.__name__)
def test_bands_agree_with_exact_arithmetic(banded: Banded, case: dict[str, Any]) -> None:
    """A band that is off in the ninth digit trades where the rules say that it must not."""
    mean, sd = banded(*candles(case), case["window"])
    assert len(mean) == len(sd) == len(case["closes"])
    for i, expected in enumerate(case["mean"]):
        got = mean[i], sd[i]
        if expected is None:
            assert all(value is None or math.isnan(value) for value in got), f"bar {i} has a band"
            continue
        assert None not in got, f"bar {i} has no band"
        width = case["k_sigma"] * got[1]
        # Where the exact deviation is 0, three of it must stay under the 1e-9 of a close that count as not beyond.
        noise = 3e-10 * expected if case["sd"][i] == 0.0 else 0.0
        assert got[0] == pytest.approx(expected, rel=1e-9, abs=0.0)
        assert got[1] == pytest.approx(case["sd"][i], rel=1e-9, abs=noise)
        assert got[0] - width == pytest.approx(case["lower"][i], rel=1e-9, abs=0.0)
        assert got[0] + width == pytest.approx(case["upper"][i], rel=1e-9, abs=0.0)


def test_the_stored_bands_are_what_their_maker_makes() -> None:
    """Otherwise a hand-edited number could hide a wrong band."""
    assert make_bands.FILE.read_text(encoding="utf-8") == make_bands.text()


def test_the_first_cases_are_right_by_hand() -> None:
    """1 to 5: mean 3, squares 4+1+0+1+4 = 10, a fifth is 2. Four 100 and a 95: mean 99, (4·1 + 16)/5 = 4."""
    counted, dip = CASES[0], CASES[1]
    assert counted["mean"] == [None] * 4 + [3.0, 4.0, 5.0, 6.0, 7.0, 8.0]
    assert counted["lower"][4] == pytest.approx(3.0 - math.sqrt(2.0), rel=1e-15)
    assert (dip["mean"][4], dip["sd"][4], dip["lower"][4], dip["upper"][4]) == (99.0, 2.0, 97.0, 101.0)


def test_a_case_has_a_gap_and_recovers_from_it() -> None:
    """A window across a gap has no band, and the first whole window after it has one again."""
    broken = next(case for case in CASES if case["name"].startswith("two gaps"))
    have = [value is not None for value in broken["mean"]]
    assert have == [False] * 4 + [True] * 8 + [False] * 4 + [False] * 4 + [True] * 10
