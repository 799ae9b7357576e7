"""The table of forecasts: every row asked is answered or named, and the future changes nothing."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.model import FULL_DAYS, e7
from engine.market.bars import DAY_MS, Bars
from engine.services.forecasts import TABLE_LEVELS, forecast_rows, forecasts_at, latest_forecasts, summarise

FIRST = 18_262  # 2020-01-01


def daily(symbol: str, days: int, missing: tuple[int, ...] = ()) -> Bars:
    closes = 100 * np.exp(np.cumsum(0.03 * generator(1, symbol).standard_normal(days)))
    kept = np.delete(np.arange(days), missing)
    price = closes[kept]
    return Bars(symbol, "1d", DAY_MS * (FIRST + kept), price, price, price, price, np.ones(len(kept)))


def asked(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unique_id", "cutoff"])


def test_one_row_for_each_horizon_and_level() -> None:
    """And the cutoff comes back as it was given, so that the tables can be joined."""
    table, summary = forecasts_at({"A": daily("A", 500)}, asked(("A", "2021-03-01"), ("A", "2021-04-01")))
    assert list(table.columns) == ["unique_id", "cutoff", "horizon", "output_type_id", "value"]
    assert len(table) == 2 * 7 * len(TABLE_LEVELS)
    assert set(table["cutoff"]) == {"2021-03-01", "2021-04-01"}
    assert {0.005, 0.025, 0.05, 0.5, 0.975} <= set(table["output_type_id"])
    assert (summary.model, summary.forecasts, summary.markets) == ("E7", 2, 1)


def test_the_candle_of_the_cutoff_is_the_last_one_known() -> None:
    """2021-02-28 is day 424: its close is the median of every horizon."""
    bars = daily("A", 500)
    table, _ = forecasts_at({"A": bars}, asked(("A", "2021-02-28")))
    assert set(table.loc[table["output_type_id"] == 0.5, "value"]) == {bars.close[424]}


def test_the_table_agrees_with_the_forecast_itself() -> None:
    """Many origins at once or one alone: the same numbers to the bit."""
    bars = daily("A", 500)
    table, _ = forecasts_at({"A": bars}, asked(("A", "2021-02-28")))
    alone = e7("A", 0, bars.close[:425], TABLE_LEVELS)
    assert np.array_equal(table["value"].to_numpy(), alone.quantiles.ravel())


def test_removing_the_future_changes_no_row() -> None:
    """No look-ahead, with a gap in the history too."""
    rows = asked(("A", "2021-02-28"), ("A", "2020-06-01"))
    bars = daily("A", 800, missing=(60,))
    whole, _ = forecasts_at({"A": bars}, rows)
    part, _ = forecasts_at({"A": bars.until(DAY_MS * (FIRST + 425))}, rows)
    assert_frame_equal(whole, part)


def test_a_file_of_long_histories_is_answered_by_the_pooled_model() -> None:
    """Fitted on the coins of that file alone; a young coin in it still gets E7."""
    markets = {name: daily(name, 1000) for name in "ABC"} | {"NEW": daily("NEW", 100)}
    rows = asked(("A", "2022-09-01"), ("B", "2020-09-01"), ("NEW", "2020-03-01"))
    table, summary = forecasts_at(markets, rows)
    assert summary.model == "E4 and E7-short"
    assert {forecast.model for forecast in latest_forecasts(markets)} == {"E4", "E7-short"}
    known = {name: bars.until(DAY_MS * (FIRST + 975)) for name, bars in markets.items()}
    part, _ = forecasts_at(known, rows.iloc[[0]])
    assert_frame_equal(part, table[table["unique_id"] == "A"])


def test_a_day_missing_a_year_ago_does_not_take_the_pooled_model_away() -> None:
    """E7 counts days since the last gap; the pooled model bridges a small one."""
    markets = {"A": daily("A", 1000, missing=(960,)), "B": daily("B", 1000)}
    _, summary = forecasts_at(markets, asked(("A", "2022-09-01")))
    assert summary.model == "E4"


def test_short_histories_are_answered_and_named_in_the_summary() -> None:
    """A new coin gets a forecast, and the reader is told which model made it."""
    _, summary = forecasts_at({"A": daily("A", 500)}, asked(("A", "2020-03-01"), ("A", "2021-04-01")))
    assert summary.model == "E7 and E7-short"
    assert summary.skill is None or summary.origins > 0


@pytest.mark.parametrize(("day", "model"), [(FULL_DAYS - 2, "E7-short"), (FULL_DAYS - 1, "E7")])
@pytest.mark.parametrize("before", [0, 40])
def test_the_model_named_is_told_by_the_days_since_the_last_gap(day: int, model: str, before: int) -> None:
    """On the day that the history is whole, and not the day before; days before a gap do not count."""
    bars = daily("A", before + FULL_DAYS + 40, missing=(before - 1,) if before else ())
    cutoff = str(pd.Timestamp(FIRST + before + day, unit="D").date())
    _, summary = forecasts_at({"A": bars}, asked(("A", cutoff)))
    assert summary.model == model


def test_a_market_that_never_moved_has_no_skill_to_measure() -> None:
    """A pegged coin: nothing to forecast, which is no reason to fail."""
    bars = daily("A", 900)
    still = replace(bars, **{name: np.full(900, 100.0) for name in ("open", "high", "low", "close")})
    summary = summarise({"A": still}, "E7", 1)
    assert (summary.origins, summary.skill, summary.coverage) == (0, None, None)


def test_a_market_that_rests_at_weekends_is_refused() -> None:
    """Its weekends are no holes to be bridged: seven days ahead are not seven trading days."""
    bars = daily("A", 900)
    open_days = np.flatnonzero((bars.time // DAY_MS + 3) % 7 < 5)
    columns = (getattr(bars, name)[open_days] for name in ("time", "open", "high", "low", "close", "volume"))
    with pytest.raises(DataError, match="rests at weekends"):
        forecasts_at({"A": Bars("A", "1d", *columns)}, asked(("A", "2022-03-01")))


def test_every_row_that_cannot_be_answered_is_named_in_one_line() -> None:
    """Unknown market, day without a candle, too little history."""
    bars = daily("A", 500, missing=(100,))
    rows = asked(
        ("A", "2021-03-01"), ("B", "2021-03-01"), ("A", "2020-04-10"), ("A", "2030-01-01"), ("A", "2020-01-05")
    )
    with pytest.raises(DataError) as refused:
        forecasts_at({"A": bars}, rows)
    message = str(refused.value)
    assert "\n" not in message
    for part in ("B (unknown)", "2020-04-10 (no candle", "2030-01-01 (no candle", "2020-01-05 (5 daily closes)"):
        assert part in message


def test_a_long_hole_begins_a_history_anew() -> None:
    """Ten days after eight without a candle there are ten daily closes, however long the history before it."""
    with pytest.raises(DataError, match=r"2020-08-06 \(10 daily closes\)"):
        forecasts_at({"A": daily("A", 500, missing=tuple(range(201, 209)))}, asked(("A", "2020-08-06")))


def test_a_day_missing_last_week_does_not_take_the_forecast_away() -> None:
    """Ten days after one missing day E7 bridges it, and nothing of the future comes in by that."""
    bars, rows = daily("A", 500, missing=(201,)), asked(("A", "2020-07-30"))
    table, summary = forecasts_at({"A": bars}, rows)
    part, _ = forecasts_at({"A": bars.until(DAY_MS * (FIRST + 212))}, rows)
    assert summary.model == "E7-short"
    assert_frame_equal(table, part)
    latest = latest_forecasts({"A": bars.until(DAY_MS * (FIRST + 212))})[0]
    assert (latest.model, latest.days) == ("E7-short", 212)


@pytest.mark.parametrize("cutoff", ["yesterday", "2021-03-01T12:00:00Z", "2021-03-01T00:00:00+02:00"])
def test_a_cutoff_is_a_whole_day(cutoff: str) -> None:
    """At noon the day's candle is not known."""
    with pytest.raises(DataError, match="must be a UTC date"):
        forecasts_at({"A": daily("A", 500)}, asked(("A", cutoff)))


def test_a_table_without_its_columns_is_refused() -> None:
    """The message names what is needed and what was there."""
    with pytest.raises(DataError, match=r"needs the columns unique_id and cutoff.*had when"):
        forecasts_at({"A": daily("A", 500)}, pd.DataFrame({"when": ["2021-03-01"]}))


def test_the_newest_forecast_stands_in_the_same_shape() -> None:
    """Without dates the last candle is the cutoff."""
    table = forecast_rows(latest_forecasts({"A": daily("A", 500), "B": daily("B", 60)}))
    assert len(table) == 2 * 7 * 9
    assert set(table.loc[table["unique_id"] == "B", "cutoff"]) == {"2020-02-29"}


def test_the_summary_measures_skill_where_there_is_history() -> None:
    """Two years make a record; its figures come with n."""
    _, summary = forecasts_at({"A": daily("A", 900)}, asked(("A", "2021-03-01")))
    assert summary.origins > 50
    assert summary.skill_error is not None
    assert summary.coverage is not None
    assert 0.6 < summary.coverage["80"] < 0.95
