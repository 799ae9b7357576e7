"""Candles that exist are valid, and cutting or coarsening them invents nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.market.bars import COLUMNS, DAY_MS, STEPS, Bars, Draft, Gap, gaps, problems, resampled, timestamp
from engine.market.rows import Rows

START = 1_704_067_200_000  # 2024-01-01
HOUR = STEPS["1h"]


def some_bars(hours: list[int], seed: int = 1) -> Bars:
    """Hourly candles at these hours after START; an hour has the same values whatever its neighbours."""
    rng = np.random.default_rng(seed)
    every = rng.uniform(50, 150, size=(max(hours) + 1, 4))
    open_, close = every[hours, 0], every[hours, 1]
    high, low = np.maximum(open_, close) + every[hours, 2], np.minimum(open_, close) * 0.9
    return Bars("BTC", "1h", START + np.array(hours) * HOUR, open_, high, low, close, np.floor(every[hours, 3]))


def draft(bars: Bars, **changed: object) -> Draft:
    values = {name: getattr(bars, name).copy() for name in ("time", *COLUMNS)} | changed
    return Draft(bars.step, **values)


def with_value(bars: Bars, column: str, row: int, value: float) -> list[str]:
    changed = getattr(bars, column).copy()
    changed[row] = value
    return problems(draft(bars, **{column: changed}))


hour_sets = st.lists(st.integers(0, 99), min_size=1, max_size=60, unique=True).map(sorted)


@given(hours=hour_sets, data=st.data())
def test_any_arrival_order_after_sorting_gives_the_same_bars(hours: list[int], data: st.DataObject) -> None:
    """The order in which rows came must leave no trace."""
    bars = some_bars(hours)
    order = np.array(data.draw(st.permutations(range(len(hours)))))
    again = order[np.argsort(bars.time[order], kind="stable")]
    sorted_back = Bars("BTC", "1h", bars.time[again], *(getattr(bars, name)[again] for name in COLUMNS))
    assert all(np.array_equal(getattr(sorted_back, name), getattr(bars, name)) for name in ("time", *COLUMNS))


@given(hours=hour_sets)
def test_bars_and_gaps_together_cover_every_hour_once(hours: list[int]) -> None:
    """A gap is listed and never filled."""
    bars = some_bars(hours)
    assert len(bars) == len(hours)
    assert sum(gap.missing for gap in gaps(bars)) + len(bars) == hours[-1] - hours[0] + 1


def test_a_gap_names_the_bars_around_it() -> None:
    """Hours 2 and 3 are missing between 1 and 4."""
    bars = some_bars([0, 1, 4, 5])
    assert gaps(bars) == (Gap(START + HOUR, START + 4 * HOUR, 2),)
    assert gaps(bars, longest_pause_ms=3 * HOUR) == ()


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, -1.0])
def test_no_column_takes_what_is_no_price(column: str, value: float) -> None:
    """NaN and infinity must not reach a score or an order."""
    assert any(
        column in text.lower() and "row 2" in text for text in with_value(some_bars([0, 1, 2]), column, 1, value)
    )


def test_zero_is_a_volume_and_no_price() -> None:
    """Nothing traded is a fact; a price of nothing is an error."""
    bars = some_bars([0, 1, 2])
    assert with_value(bars, "volume", 1, 0.0) == []
    assert "Close not above 0 in row 2; it was 0. Mend or remove such rows." in with_value(bars, "close", 1, 0.0)


def test_high_below_low_and_a_close_outside_are_two_different_problems() -> None:
    """Columns exchanged and a broken value are mended differently."""
    bars = some_bars([0, 1, 2])
    assert with_value(bars, "high", 1, 1e-9) == ["High below low in row 2. Mend or remove such rows."]
    assert with_value(bars, "close", 1, 1e9) == [
        "Open or close outside low to high in row 2. Mend or remove such rows."
    ]
    assert with_value(bars, "open", 1, 1e-9) == [
        "Open or close outside low to high in row 2. Mend or remove such rows."
    ]


def test_construction_names_every_kind_of_problem_at_once() -> None:
    """One round of mending is enough."""
    time = START + np.array([0, 2, 1, 1]) * HOUR
    price = np.array([1.0, np.nan, 1.0, 2.0])
    with pytest.raises(DataError) as caught:
        Bars("BTC", "1h", time, price, price, price, price, -np.ones(4))
    for claim in (
        "BTC 1h:",
        "other values in row 4",
        "row above in row 3",
        "No finite open in row 2",
        "4 rows (1, 2, 3, 4)",
    ):
        assert claim in str(caught.value)


@given(hours=hour_sets, data=st.data())
def test_duplicates_are_found_wherever_they_stand(hours: list[int], data: st.DataObject) -> None:
    """A copy far below its twin is a copy too; a changed copy is a conflict."""
    bars = some_bars(hours)
    at, changed = data.draw(st.integers(0, len(hours) - 1)), data.draw(st.booleans())
    columns = {name: np.append(getattr(bars, name), getattr(bars, name)[at]) for name in ("time", *COLUMNS)}
    columns["volume"][-1] += changed
    words = "with other values" if changed else "Time and values of an earlier row repeated"
    assert any(words in text and f"row {len(hours) + 1}" in text for text in problems(Draft("1h", **columns)))


def test_times_off_the_grid_or_out_of_this_age_are_refused() -> None:
    """Seconds taken for milliseconds land in 1970, microseconds in 52000."""
    bars = some_bars([0, 1, 2])
    assert "Time not on a whole 1h in UTC in 3 rows (1, 2, 3)" in problems(draft(bars, time=bars.time + 60_000))[0]
    assert "first was 2024-01-01 00:01:00 UTC" in problems(draft(bars, time=bars.time + 60_000))[0]
    assert "Time not between 1970 and 2100" in problems(draft(bars, time=bars.time * 1000))[0]


def test_problems_use_the_names_that_the_rows_have_in_a_file() -> None:
    """A person looks for line 40, not for position 2."""
    bars, lines = some_bars([0, 1, 2]), Rows("line", np.array([2, 40, 41]))
    assert "in line 40;" in problems(draft(bars, close=np.array([100.0, -1.0, 100.0])), lines)[0]


def test_other_shapes_and_steps_are_refused() -> None:
    """A step nobody knows, columns of two lengths, no candle at all."""
    bars = some_bars([0, 1, 2])
    assert "step must be one of" in problems(replace(draft(bars), step="7m"))[0]
    assert "equally long" in problems(draft(bars, volume=bars.volume[:2]))[0]
    assert "no candle" in problems(Draft("1h", *(getattr(bars, name)[:0] for name in ("time", *COLUMNS))))[0]


def test_the_arrays_cannot_be_changed_from_outside() -> None:
    """Bars are cache keys by version: their content must not move."""
    mine = np.array([100.0])
    bars = Bars("BTC", "1h", np.array([START]), mine, mine + 1, mine - 1, mine, mine)
    mine[0] = 5.0
    assert bars.close[0] == 100.0
    with pytest.raises(ValueError, match="read-only"):
        bars.close[0] = 1.0


@given(hours=hour_sets, moment=st.integers(-2, 103), minutes=st.integers(0, 59))
def test_until_takes_closed_bars_only_and_since_takes_opened_ones(hours: list[int], moment: int, minutes: int) -> None:
    """The open candle never enters a backtest."""
    bars, end = some_bars(hours), START + moment * HOUR + minutes * 60_000
    closed = [hour for hour in hours if START + (hour + 1) * HOUR <= end]
    opened = [hour for hour in hours if START + hour * HOUR >= end]
    for part, expected in ((bars.until, closed), (bars.since, opened)):
        if expected:
            assert list(part(end).time) == [START + hour * HOUR for hour in expected]
        else:
            with pytest.raises(DataError, match="no candle"):
                part(end)


def test_the_table_carries_utc_times() -> None:
    """Whoever draws or exports sees the zone."""
    table = some_bars([0, 1]).table
    assert list(table.columns) == ["time", *COLUMNS]
    assert table["time"][1] == timestamp(START + HOUR)
    assert (some_bars([0, 5]).first, some_bars([0, 5]).last) == (timestamp(START), timestamp(START + 5 * HOUR))


@given(hours=hour_sets, step=st.sampled_from(["2h", "4h", "12h", "1d"]))
def test_resampling_keeps_volume_and_extremes_of_whole_buckets_and_drops_the_others(
    hours: list[int], step: str
) -> None:
    """Coarser candles hold what the finer ones held, and a bucket with a part missing is no candle."""
    bars, size = some_bars(hours), STEPS[step] // HOUR
    buckets = {hour // size: [at for at in hours if at // size == hour // size] for hour in hours}
    whole = [members for members in buckets.values() if len(members) == size]
    if not whole:
        with pytest.raises(DataError, match="no whole"):
            resampled(bars, step)
        return
    coarse = resampled(bars, step)
    assert list(coarse.time) == [START + members[0] * HOUR for members in whole]
    where = [[hours.index(hour) for hour in members] for members in whole]
    assert np.allclose(coarse.volume, [bars.volume[part].sum() for part in where], rtol=1e-12)
    assert list(coarse.high) == [bars.high[part].max() for part in where]
    assert list(coarse.low) == [bars.low[part].min() for part in where]
    assert list(coarse.open) == [bars.open[part[0]] for part in where]
    assert list(coarse.close) == [bars.close[part[-1]] for part in where]


def test_resampling_by_hand() -> None:
    """Four hours into two candles of two hours."""
    price = np.array([10.0, 12.0, 11.0, 9.0])
    bars = Bars("BTC", "1h", START + np.arange(4) * HOUR, price, price + 1, price - 1, price, np.array([1.0, 2, 3, 4]))
    coarse = resampled(bars, "2h")
    assert (list(coarse.open), list(coarse.close)) == ([10, 11], [12, 9])
    assert (list(coarse.high), list(coarse.low), list(coarse.volume)) == ([13, 12], [9, 8], [3, 7])
    assert resampled(bars, "1h") is bars


@pytest.mark.parametrize("step", ["5m", "30m"])
def test_finer_than_the_candles_is_refused(step: str) -> None:
    """Minutes cannot be made of hours."""
    with pytest.raises(DataError, match=f"whole multiple of it for BTC, was {step}. Set timeframe=1h"):
        resampled(some_bars([0, 1]), step)


def test_a_step_that_is_no_multiple_is_refused() -> None:
    """Twelve hours cannot be made of eight."""
    bars = Bars("BTC", "8h", np.array([START, START + DAY_MS // 3]), *([np.ones(2)] * 5))
    with pytest.raises(DataError, match="whole multiple"):
        resampled(bars, "12h")
