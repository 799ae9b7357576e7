"""The digest of the candles a forecast was made from: revised candles are told from a history that only grew."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.forecast.track.seen import digests, seen_of
from engine.market.bars import COLUMNS
from tests.builders import walk

BARS = walk(1, 60, "1h")
END = int(BARS.time[39]) + BARS.step_ms


def test_candles_after_the_cutoff_change_nothing() -> None:
    """A forecast is judged by what it saw."""
    assert seen_of(BARS, END) == seen_of(BARS.slice(0, 40), END)


def test_older_candles_that_came_later_revise_nothing() -> None:
    """What the forecast saw is still as it was."""
    seen = seen_of(BARS.slice(10, 60), END)
    assert digests(BARS, seen.first_ms, [END])[END] == seen.digest


@given(st.integers(0, 39), st.sampled_from(COLUMNS))
def test_any_candle_changed_in_any_column_is_another_digest(row: int, name: str) -> None:
    """Exchanges do correct candles; the record says so."""
    values = getattr(BARS, name).copy()
    values[row] *= 1.0000001 if name != "low" else 0.9999999
    wide = {"high": BARS.high * 1.01, "low": BARS.low * 0.99}
    before, after = replace(BARS, **wide), replace(BARS, **{**wide, name: values})
    assert seen_of(before, END).digest != seen_of(after, END).digest


def test_many_cutoffs_are_worked_out_as_one_by_one() -> None:
    """One pass over the candles, the same digests, in any order."""
    ends = [int(BARS.time[row]) for row in (5, 59, 30)]
    found = digests(BARS, int(BARS.time[0]), ends)
    assert found == {end: seen_of(BARS, end).digest for end in ends}
