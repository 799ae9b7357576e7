"""Beside other libraries: E4, E7 and peers at the same origins, each peer in an environment of its own.

Run from the repository root: `python -m benchmarks.forecast_peers [FILE]`. Peers are slow: origins are 48 days apart.
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.forecast import FILE, FROM
from benchmarks.peers import FORECASTERS, LONGEST, Peer, asked
from engine.core.errors import ToptionError
from engine.forecast.e4.past import Past, pasts
from engine.forecast.e4.pool import by_pool, pools
from engine.forecast.evaluate import SCORED_LEVELS, SHARES, Scores, coverage, crps, random_walk_log_quantiles, skill
from engine.forecast.judging.judged import origins
from engine.forecast.model import e7_log_quantiles
from engine.market.bars import Floats, Times
from engine.services.candles import read_markets

EVERY = 48
DAYS = 730  # what each contestant is given
Made = dict[str, Floats]


def answered(peer: Peer, logs: Floats) -> Made:
    """What a peer's models say of every case, (cases, 7, 100) each; nothing, and a line why, where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        given, taken = Path(folder) / "in.npz", Path(folder) / "out.npz"
        np.savez(given, logs=logs)
        started = time.perf_counter()
        if not asked(peer, given, taken, patience=4 * LONGEST):
            return {}
        print(f"  {peer.name}: {time.perf_counter() - started:.0f} seconds for {len(logs)} cases", flush=True)
        with np.load(taken) as found:
            return dict(found)


def scored(found: Floats, each: Past, rows: Times) -> Scores:
    """One market's scores of quantiles at the 100 levels."""
    came = each.history.close[rows[:, None] + np.arange(1, 8)] - each.history.close[rows, None]
    walk = random_walk_log_quantiles(each.history.close, rows, SCORED_LEVELS)
    held = []
    for share in SHARES:
        # Between two levels half a per cent away on either side.
        low, high = (np.interp(level, SCORED_LEVELS, np.arange(100)) for level in (0.5 - share / 2, 0.5 + share / 2))
        ends = [(found[..., int(np.floor(place))] + found[..., int(np.ceil(place))]) / 2 for place in (low, high)]
        held.append((ends[0] <= came) & (came <= ends[1]))
    mine, theirs = (crps(one, came, SCORED_LEVELS) for one in (found, walk))
    return Scores(each.history.time[rows], mine, theirs, np.stack(held, axis=-1))


def main() -> None:
    """One line a model."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    try:
        bars = read_markets(file, None)
    except ToptionError as error:
        sys.exit(str(error))
    markets = [each for each in pasts(bars, is_over=True) if len(each.history) > DAYS + 100]
    rows = [some[some >= DAYS] for some in (origins(each.history, EVERY, FROM.value // 1_000_000) for each in markets)]
    logs = np.concatenate([
        each.history.close[some[:, None] + np.arange(1 - DAYS, 1)] for each, some in zip(markets, rows, strict=True)
    ])  # fmt: skip
    pooled = pools(bars, is_over=True)
    made: Made = {"E4": np.concatenate([
        by_pool(pooled[each.name], each.name, each.history.time, 90)(each.history.close, some, SCORED_LEVELS)
        for each, some in zip(markets, rows, strict=True)
    ])}  # fmt: skip
    made["E7"] = np.concatenate([
        e7_log_quantiles(each.history.close, some, SCORED_LEVELS) for each, some in zip(markets, rows, strict=True)
    ])  # fmt: skip
    for peer in FORECASTERS:
        made |= answered(peer, logs)
    print(f"{len(logs)} origins every {EVERY} days, {len(markets)} coins, {DAYS} days given; against the random walk")
    edges = np.cumsum([len(some) for some in rows])[:-1]
    for name, found in made.items():
        scores = [
            scored(part, each, some) for part, each, some in zip(np.split(found, edges), markets, rows, strict=True)
        ]
        one, held = skill(scores), coverage(scores).mean(axis=0)
        shares = "/".join(f"{100 * share:.1f}" for share in held)
        print(f"  {name:20s} skill {one.percent:6.2f} % +- {one.error:.2f} (t {one.t:+.1f}), coverage {shares}")


if __name__ == "__main__":
    main()
