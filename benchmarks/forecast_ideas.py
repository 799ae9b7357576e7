"""Would another idea make E4 better? Each is held against E4 itself, before 2021, where one may choose, and after.

Run from the repository root: `python -m benchmarks.forecast_ideas [FILE]`, where FILE is a long table of daily
candles; hourly candles and the VIX are taken from the folder `bars` beside its own, where they are.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.forecast import FILE, FROM
from engine.core.errors import ToptionError
from engine.forecast.e4.fit import Fitting
from engine.forecast.e4.past import Past, pasts
from engine.forecast.e4.walk import walked
from engine.forecast.evaluate import SCORED_LEVELS, Scores, crps, skill
from engine.forecast.judging.judged import origins
from engine.forecast.model import HORIZON, e7_log_quantiles
from engine.market.bars import DAY_MS, Floats, Times
from engine.services.candles import read_markets

SPLIT_MS = pd.Timestamp("2021-01-01", tz="UTC").value // 1_000_000
EVERY = 3
MEMORY = 4 * 365 * DAY_MS
Made = dict[str, Floats]
Columns = Callable[[Sequence[Past]], list[Floats]]


def replayed(markets: Sequence[Past], rows: dict[str, Times]) -> Made:
    """The 100 quantiles of the model fitted on these markets, for each one's origins; E7 where it may not speak."""
    fitting, found = Fitting(markets), {}
    for each in markets:
        found[each.name], possible = walked(fitting, each.seen, rows[each.name], SCORED_LEVELS)
        late = rows[each.name][~possible]
        found[each.name][~possible] = e7_log_quantiles(each.history.close, late, SCORED_LEVELS)
    return found


def widened(markets: Sequence[Past], columns: Columns) -> list[Past]:
    """The markets with more to see on each day."""
    return [
        replace(each, seen=replace(each.seen, table=np.column_stack([each.seen.table, more])))
        for each, more in zip(markets, columns(markets), strict=True)
    ]


def together(markets: Sequence[Past], column: int, sign: float = 1.0) -> list[Floats]:
    """The mean over markets of one column on each day."""
    days = np.unique(np.concatenate([each.history.time for each in markets]))
    values = np.full((len(days), len(markets)), np.nan)
    for place, each in enumerate(markets):
        known = np.where(np.arange(len(each.history)) >= 60, each.seen.table[:, column], np.nan)
        values[np.searchsorted(days, each.history.time), place] = known
    there = ~np.isnan(values)
    mean = np.where(there, values, 0).sum(axis=1) / np.maximum(there.sum(axis=1), 1)
    return [sign * mean[np.searchsorted(days, each.history.time)] for each in markets]


def market_shock(markets: Sequence[Past]) -> list[Floats]:
    """Yesterday's range, the week's and the day's fall, as the mean over all coins."""
    parts = [together(markets, column) for column in (0, 2, 9)]
    return [np.column_stack(some) for some in zip(*parts, strict=True)]


def level(markets: Sequence[Past]) -> list[Floats]:
    """How wild the coin is in itself: a wilder one may return faster."""
    return [each.seen.level[:, None] for each in markets]


def robust_range(markets: Sequence[Past]) -> list[Floats]:
    """Medians of a week's and a month's daily ranges, which one jump does not move."""
    found = []
    for each in markets:
        logs = pd.Series(0.5 * np.log(each.seen.variance))
        spans = [logs.rolling(span, min_periods=1).median().to_numpy() - each.seen.level for span in (7, 30)]
        found.append(np.column_stack(spans))
    return found


def leverage(markets: Sequence[Past]) -> list[Floats]:
    """Deviations of falling days alone, over a week and a month: falls may be followed by more than rises."""
    found = []
    for each in markets:
        falls = np.minimum(np.diff(each.history.close, prepend=each.history.close[:1]), 0) ** 2
        means = [pd.Series(falls).rolling(span, min_periods=1).mean().to_numpy() for span in (7, 30)]
        found.append(np.column_stack([0.5 * np.log(2 * mean + 1e-8) - each.seen.level for mean in means]))
    return found


def weekday(markets: Sequence[Past]) -> list[Floats]:
    """The weekday that comes next, one column each."""
    return [np.eye(7)[(each.history.time // DAY_MS + 3) % 7][:, :6] for each in markets]


def equity_fear(folder: Path) -> Columns:
    """The VIX as of the last session before the day ended: its log, and its change in a week."""
    table = pd.read_parquet(folder / "vix_1d.parquet")
    known = table["timestamp"].dt.as_unit("ms").astype("int64").to_numpy() + DAY_MS
    logs = np.log(table["close"].to_numpy())

    def columns(markets: Sequence[Past]) -> list[Floats]:
        found = []
        for each in markets:
            place = np.searchsorted(known, each.history.time, side="right") - 1
            found.append(np.column_stack([logs[place], logs[place] - logs[np.maximum(place - 5, 0)]]))
        return found

    return columns


def hourly(folder: Path) -> Columns:
    """Realised deviation from hourly returns over a day, a week and a month, and its part without jumps."""
    files = {"ETH": "ethusdt_spot_1h.parquet", "BTC": "btcusdt_perp_1h.parquet"}

    def columns(markets: Sequence[Past]) -> list[Floats]:
        return [realised(folder / files[each.name], each) for each in markets]

    return columns


def realised(file: Path, each: Past) -> Floats:
    """The columns of one coin; 0, which says nothing, on days without all their hours."""
    table = pd.read_parquet(file).set_index("timestamp")["close"]
    returns = np.log(table).diff()
    square, paired = returns**2, (returns.abs() * returns.abs().shift()) * np.pi / 2
    # A day's candles open before the midnight that ends it, as the coin's own day does.
    daily = pd.DataFrame({"square": square, "paired": paired}).resample("1D").agg(["sum", "count"])
    ends = daily.index.as_unit("ms").astype("int64") + DAY_MS
    whole = (daily[("square", "count")] >= 23).to_numpy()
    parts = []
    for name, span in (("square", 1), ("square", 7), ("square", 30), ("paired", 1), ("paired", 7)):
        sums = daily[(name, "sum")].where(whole)
        mean = sums.rolling(span, min_periods=span).mean()
        logs = pd.Series(0.5 * np.log(mean.to_numpy() + 1e-10), index=ends).reindex(each.history.time)
        parts.append(np.nan_to_num(logs.to_numpy() - each.seen.level))
    return np.column_stack(parts)


def averaged(markets: Sequence[Past], rows: dict[str, Times], made: Made) -> Made:
    """The mean of E4's quantiles and E7's."""
    return {
        each.name: (made[each.name] + e7_log_quantiles(each.history.close, rows[each.name], SCORED_LEVELS)) / 2
        for each in markets
    }


def leaning(markets: Sequence[Past], rows: dict[str, Times], made: Made) -> Made:
    """Each side as wide as the last four years' outcomes on that side were: coins rose further than they fell."""
    times = np.concatenate([each.history.time[rows[each.name]] for each in markets])
    came = np.concatenate([each.moves[rows[each.name]] for each in markets])
    quantiles = np.concatenate([made[each.name] for each in markets])
    found = quantiles.copy()
    for h in range(HORIZON):
        size = np.abs(came[:, h]) / quantiles[:, h, 84]  # in units of the 84.5 % quantile
        for start in np.arange(times.min(), times.max(), 90 * DAY_MS):
            here = (times >= start) & (times < start + 90 * DAY_MS)
            known = (times + (h + 1) * DAY_MS <= start) & (times > start - MEMORY)
            if known.sum() < 500:
                continue
            up, down = known & (came[:, h] > 0), known & (came[:, h] < 0)
            lean = np.sqrt(size[up].mean() / size[down].mean())
            factor = np.where(SCORED_LEVELS > 0.5, lean, 1 / lean)
            found[here, h] = quantiles[here, h] * factor
    parts = np.split(found, np.cumsum([len(rows[each.name]) for each in markets])[:-1])
    return {each.name: part for each, part in zip(markets, parts, strict=True)}


def told(name: str, markets: Sequence[Past], rows: dict[str, Times], both: tuple[Made, Made]) -> None:
    """One line: the idea's skill over E4 before and after the split, over all horizons and at one day."""
    parts = []
    for label, late in (("before 2021", False), ("from 2021", True)):
        scores = []
        for each in markets:
            days = rows[each.name]
            some = (each.history.time[days] >= SPLIT_MS) == late
            if some.sum() < 20:
                continue
            came = each.history.close[days[some][:, None] + np.arange(1, 8)] - each.history.close[days[some], None]
            mine, e4 = (crps(made[each.name][some], came, SCORED_LEVELS) for made in both)
            scores.append(Scores(each.history.time[days[some]], mine, e4, np.ones((*mine.shape, 3), dtype=bool)))
        every, first = skill(scores), skill(scores, 1)
        parts.append(
            f"{label} {every.percent:+.2f} % (t {every.t:+.1f}), at one day {first.percent:+.2f} (t {first.t:+.1f})"
        )
    print(f"  {name:34s} {'; '.join(parts)}", flush=True)


def main() -> None:
    """Every idea, in some minutes."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    folder = file.parent.parent / "bars"
    try:
        markets = [each for each in pasts(read_markets(file, None), is_over=True) if len(each.history) > 500]
    except ToptionError as error:
        sys.exit(str(error))
    rows = {each.name: origins(each.history, EVERY, FROM.value // 1_000_000) for each in markets}
    e4 = replayed(markets, rows)
    print(f"skill over E4, {sum(map(len, rows.values()))} origins every {EVERY} days; t is Diebold and Mariano's")
    ideas: dict[str, Columns] = {
        "the whole market's shocks": market_shock, "the coin's own level": level, "medians of ranges": robust_range,
        "falling days apart": leverage, "the weekday ahead": weekday,
    }  # fmt: skip
    if (folder / "vix_1d.parquet").exists():
        ideas["the VIX"] = equity_fear(folder)
    for name, columns in ideas.items():
        told(name, markets, rows, (replayed(widened(markets, columns), rows), e4))
    told("averaged with E7", markets, rows, (averaged(markets, rows, e4), e4))
    told("each side its own width", markets, rows, (leaning(markets, rows, e4), e4))
    if (folder / "ethusdt_spot_1h.parquet").exists():
        two = [each for each in markets if each.name in ("BTC", "ETH")]
        alone = replayed(two, rows)
        more = replayed(widened(two, hourly(folder)), rows)
        told("hourly returns (BTC and ETH alone)", two, rows, (more, alone))


if __name__ == "__main__":
    main()
