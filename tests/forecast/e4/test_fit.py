"""The fit: nothing of the future in it, the same bits again, and an honest no where little is known."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.forecast.e4.fit import Fitting, fit, refit_moment
from engine.forecast.e4.past import pasts
from engine.forecast.e4.state import E4State, to_bytes
from engine.market.bars import DAY_MS, Bars
from tests.forecast.e4.conftest import UNTIL_MS, waves


def test_removing_the_future_changes_nothing(state: E4State, markets: dict[str, Bars]) -> None:
    """To the bit: the state made with the hundred days after the cutoff is the one made without them."""
    known = {name: bars.until(UNTIL_MS) for name, bars in markets.items()}
    walking = Fitting(pasts(markets, is_over=True))
    walking.state(UNTIL_MS + 90 * DAY_MS)
    assert to_bytes(fit(known, UNTIL_MS)) == to_bytes(state)
    again = walking.state(UNTIL_MS)
    assert again is not None
    assert to_bytes(again) == to_bytes(state)


def test_a_candle_more_or_less_changes_the_name_of_the_data(state: E4State, markets: dict[str, Bars]) -> None:
    """So that a corrected candle leads to a new fit."""
    price = markets["A"].close.copy()
    price[500] *= 1.0001
    bars = markets["A"]
    other = Bars("A", "1d", bars.time, bars.open, np.maximum(bars.high, price), bars.low, price, bars.volume)
    changed = fit({**markets, "A": other}, UNTIL_MS)
    assert changed.data_hash != state.data_hash
    assert changed.markets == state.markets == ("A", "B", "C")


def test_too_little_history_is_refused_with_what_to_do() -> None:
    """E7 answers then."""
    with pytest.raises(DataError, match="Bring older candles; E7 needs only 30 days"):
        fit({"A": waves("A", 500)}, UNTIL_MS)


def test_a_market_that_begins_after_the_cutoff_changes_nothing(state: E4State, markets: dict[str, Bars]) -> None:
    """A file may hold coins that did not exist yet."""
    late = waves("D", 50, start=1040)
    assert to_bytes(fit({**markets, "D": late}, UNTIL_MS)) == to_bytes(state)


def test_moments_of_refitting_are_fixed_in_the_calendar() -> None:
    """Every 90 days since 1970, whoever asks."""
    assert refit_moment(UNTIL_MS) == UNTIL_MS // (90 * DAY_MS) * 90 * DAY_MS
    assert refit_moment(180 * DAY_MS) == 180 * DAY_MS
    assert refit_moment(180 * DAY_MS - 1) == 90 * DAY_MS
