"""Is the forecast worth showing? The whole protocol for E4 and E7, touching, tilt, time and memory, on real coins.

Run from the repository root: `python -m benchmarks.forecast [FILE]`, where FILE is a long table
`unique_id, timestamp, open, high, low, close, volume` of daily candles in Parquet.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.cli.forecast_evaluate import over, tables
from engine.forecast.e4.fit import fit, refit_moment
from engine.forecast.e4.forecast import e4
from engine.forecast.e4.state import to_bytes
from engine.forecast.evaluate import track_record
from engine.forecast.judging.protocol import evaluation
from engine.forecast.model import FULL_DAYS, e7
from engine.forecast.touching import touch_probability
from engine.forecast.volatility import ewma_deviation, realised_deviation, usual_deviation, volatility_tilt
from engine.market.bars import DAY_MS, Floats, Times
from engine.services.candles import read_markets

FILE = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "forecast" / "coins_daily.parquet"
FROM = pd.Timestamp("2016-08-01", tz="UTC")
SPLIT = pd.Timestamp("2022-01-01", tz="UTC")
AWAY = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0)  # in deviations of the week
CONFIDENCE = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Coin:
    """One market's daily candles."""

    name: str
    times: Times
    high: Floats
    low: Floats
    close: Floats


def coins(file: Path) -> list[Coin]:
    """Every market of the table."""
    found = []
    for name, rows in pd.read_parquet(file).groupby("unique_id"):
        times = rows["timestamp"].dt.as_unit("ms").astype("int64").to_numpy() + DAY_MS
        found.append(Coin(str(name), times, *(rows[column].to_numpy() for column in ("high", "low", "close"))))
    return found


def report_protocol(file: Path) -> None:
    """E4, E7 and the random walk from 2016-08 on: origins every 6 days in full, and every day in short."""
    markets = read_markets(file, None)
    tables(evaluation(markets, since_ms=FROM.value // 1_000_000))
    daily = evaluation(markets, 1, FROM.value // 1_000_000)
    print(f"the same from every day, {daily.origins} origins")
    for row in daily.skill:
        if row.market is None and row.horizon in (None, 1, 7):
            print(
                f"  {row.model} over {row.against}, {over(row.horizon)}: {row.percent:.2f} % +- {row.error:.2f},"
                f" DM t {row.t:.1f}"
            )
    for row in (row for row in daily.coverage if row.model == "E4" and row.by in ("all", "horizon", "regime")):
        print(f"  E4 held {row.by} {row.name}: {100 * row.held50:.1f}/{100 * row.held80:.1f}/{100 * row.held95:.1f}")


def report_fit(file: Path) -> None:
    """A refit of ten coins from nothing (three stand there twice), and what a page waits for."""
    markets = read_markets(file, None)
    ten = markets | {f"{name}-2": bars for name, bars in list(markets.items())[:3]}
    until = refit_moment(max(int(bars.time[-1]) for bars in ten.values()))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    state = fit(ten, until)
    seconds, peak = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"refit of {len(ten)} coins, {state.days} days: {seconds:.1f} s with scikit-learn's start;")
    print(f"  peak memory of the process {peak / 1024:.0f} MB, {before / 1024:.0f} MB of it before")
    name, bars = next(iter(markets.items()))
    print(f"  one forecast with paths {milliseconds(lambda: e4(state, name, bars)):.1f} ms, {len(bars)} days of {name}")
    print(f"  the state as bytes: {len(to_bytes(state)) / 1000:.0f} kB")


def report_touch(markets: list[Coin]) -> None:
    """Said against seen: real highs and lows of the 7 days after every 6th day, levels away by deviations."""
    for label, wanted in (("before 2022", -1), ("2022 and later", 1)):
        said, up, down = [], [], []
        for coin in markets:
            for day in range(FULL_DAYS + 30, len(coin.close) - 7, 6):
                when = np.sign(coin.times[day] - SPLIT.value / 1e6) or 1
                if when == wanted and coin.times[day] > FROM.value // 1_000_000:
                    row = touch_row(coin, day)
                    said.append(row[0])
                    up.append(row[1])
                    down.append(row[2])
        print_touch(label, np.array(said), np.array(up), np.array(down))


def touch_row(coin: Coin, day: int) -> tuple[list[float], list[bool], list[bool]]:
    """Said probability, touched above and touched below for each distance, from one origin."""
    start = max(0, day - 800)  # what lies further back weighs nothing
    forecast = e7(coin.name, int(coin.times[day]), coin.close[start : day + 1], (0.1, 0.5, 0.9))
    week = np.log(forecast.quantiles[6, 2] / forecast.last_close) / 1.2815516
    high, low = coin.high[day + 1 : day + 8].max(), coin.low[day + 1 : day + 8].min()
    levels = forecast.last_close * np.exp(week * np.array(AWAY))
    mirrored = forecast.last_close**2 / levels
    return [touch_probability(forecast, level) for level in levels], list(high >= levels), list(low <= mirrored)


def print_touch(label: str, said: Floats, up: NDArray[np.bool_], down: NDArray[np.bool_]) -> None:
    """One line a distance."""
    print(f"touched within 7 days, {label}, n = {len(said)} origins, both sides")
    for column, away in enumerate(AWAY):
        seen_up, seen_down = 100 * up[:, column].mean(), 100 * down[:, column].mean()
        mine, seen = 100 * said[:, column].mean(), (seen_up + seen_down) / 2
        sides = f"up {seen_up:4.1f}, down {seen_down:4.1f}"
        print(f"  {away:.2f} deviations: said {mine:4.1f}, was {seen:4.1f} ({seen - mine:+.1f}); {sides}")


def report_tilt(markets: list[Coin]) -> None:
    """Reliability of the tilt's confidence, weekly."""
    said, came = [], []
    for coin in markets:
        logs, tilt = np.log(coin.close), volatility_tilt(coin.close)
        realised, usual = realised_deviation(logs), usual_deviation(ewma_deviation(logs))
        days = np.arange(FULL_DAYS, len(logs) - 7, 7)
        said.append(tilt.confidence[days])
        came.append(np.where(tilt.strength[days] > 0, realised[days] < usual[days], realised[days] > usual[days]))
    confidence, right = np.concatenate(said), np.concatenate(came)
    print(f"tilt: the week's volatility on the side named, n = {len(right)} weeks, {len(markets)} coins")
    for low, high in pairwise(CONFIDENCE):
        inside = (confidence >= low) & (confidence < high)
        if inside.any():
            mine, seen = confidence[inside].mean(), right[inside].mean()
            print(f"  {low:.1f}-{high:.1f}: said {mine:.3f}, was {seen:.3f}, n = {inside.sum()}")
    print(
        f"  all: said {confidence.mean():.3f}, was {right.mean():.3f}, Brier {np.mean((confidence - right) ** 2):.4f}"
    )


def milliseconds(work: Callable[[], object], times: int = 10) -> float:
    """The best of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return 1000 * best


def report_time(coin: Coin) -> None:
    """What a page waits for, on five years of daily closes."""
    closes, times = coin.close[-1826:], coin.times[-1826:]
    forecast = e7(coin.name, int(times[-1]), closes)
    print(f"time on {len(closes)} days of {coin.name}, one thread, best of 10")
    print(f"  forecast with paths {milliseconds(lambda: e7(coin.name, int(times[-1]), closes)):.2f} ms")
    touch = milliseconds(lambda: touch_probability(forecast, 1.05 * forecast.last_close))
    print(f"  one touch probability {touch:.3f} ms")
    print(f"  track record {milliseconds(lambda: track_record(closes, times)):.1f} ms")
    print(f"  tilt of every day {milliseconds(lambda: volatility_tilt(closes), 3):.0f} ms")


def main() -> None:
    """All figures, in some minutes."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    if not file.exists():
        sys.exit(f"{file} is not there. Name a Parquet table of daily candles.")
    report_fit(file)
    report_protocol(file)
    markets = coins(file)
    report_touch(markets)
    report_tilt(markets)
    report_time(next((coin for coin in markets if coin.name == "BTC"), markets[0]))


if __name__ == "__main__":
    main()
