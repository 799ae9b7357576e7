"""Claim: on real disclosed trades our blend ranks next tickers better than peers, and no worse than its best model.

Run from the repository root: `python -m benchmarks.recommend`. Seven rolling windows between the 30, 40, … 100 %
quantiles of purchase dates; only what came before is used; the first two windows choose each peer's best
configuration, the other five judge. "any" asks for the next tickers bought, "new" for those never bought before.
Ranges are 95 % by resampling traders. Before that, film ratings (`benchmarks/films.py`); after it, the dual way
against the primal one, and the time of the whole command. Needs `../shared/data/people`. Kept in `results/`.
"""

import json
import os
import platform
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.films import on_films
from benchmarks.peers import IMPLICIT, RECTOOLS, ROOT
from benchmarks.rankers import BLEND, SHOWN, peer_outcomes, peer_scores, titled, told
from engine.gateways.trade_file import Trades, read_trades
from engine.ranking.blending.blend import Blend
from engine.ranking.blending.evidence import TASKS, Task
from engine.ranking.judging.evaluate import Evaluation, Figure, difference, evaluate, row
from engine.ranking.judging.measures import Judged
from engine.ranking.judging.protocol import CUTS, TUNING, Window, windows
from engine.ranking.models.ease import dual, primal
from engine.ranking.models.interactions import Floats, Interactions
from engine.services.rank import RankRequest, events_until, rank_file

TRADES: Final = ROOT.parent / "shared" / "data" / "people" / "trades.parquet"
RESULTS: Final = Path(__file__).resolve().parent / "results" / "recommend.json"
JUDGING: Final = (2, 3, 4, 5, 6)
CHOOSING: Final = (0, 1)
GOALS: Final[dict[Task, float]] = {"any": 0.40, "new": 0.115}


def ours(events: Interactions, known: Sequence[Window], task: Task) -> Evaluation:
    """Every model and the blend."""
    started = time.perf_counter()
    found = evaluate(known, task)
    print(f"\n{task}: {len(events):,} events, {time.perf_counter() - started:.0f} seconds for seven windows")
    return found


def compared(found: Evaluation, peers: dict[str, list[Judged]]) -> dict[str, Figure]:
    """The blend less every other, paired by trader and window."""
    others = {**found.by_name(), **peers}
    mine = [others[BLEND][place] for place in JUDGING]
    gaps = {
        name: difference(mine, [each[place] for place in JUDGING]) for name, each in others.items() if name != BLEND
    }
    near = sorted(gaps, key=lambda name: gaps[name].value)[:SHOWN]
    titled(
        "\nThe blend less another, NDCG@10, paired",
        ("other", "difference", "95 %"),
        [(name, f"{gaps[name].value:+.3f}", f"{gaps[name].low:+.3f} to {gaps[name].high:+.3f}") for name in near],
    )
    return gaps


def weights(blend: Blend) -> None:
    """What the blend of the last window listens to."""
    for title, voices in (("Weights", blend.heard()), ("Powers, what is new", blend.multiplied())):
        rows = [(name, f"{value:.3f}", f"{spread:.3f}") for name, (value, spread) in list(voices.items())[:SHOWN]]
        titled(f"\n{title}, last window", ("model", "value", "± between resamples"), rows)


def on_trades() -> dict[str, Any]:
    """Both tasks on the real trades."""
    trades = read_trades(TRADES, TRADES.name)
    events = events_until(trades, int(trades.at_ms.max()))
    known = windows(events, trades.at_ms[~trades.is_sale].astype(np.float64))
    said = {**peer_scores(IMPLICIT, known), **peer_scores(RECTOOLS, known)}
    kept: dict[str, Any] = {}
    for task in TASKS:
        found = ours(events, known, task)
        peers = peer_outcomes(said, known, task)
        rows = found.rows(JUDGING)
        theirs = [row(name, [each[place] for place in JUDGING]) for name, each in peers.items()]
        told(rows, theirs, f"{task}, five windows that judge")
        reached = next(each.ndcg.value for each in rows if each.name == BLEND)
        verdict = "met" if reached >= GOALS[task] else "missed"
        print(f"Goal, NDCG@10 of {GOALS[task]:.3f}: {verdict} ({reached:.3f}).")
        gaps = compared(found, peers)
        weights(found.blends[-1])
        held = found.chances
        print(f"Chances: Brier {held.brier:.5f} (of the mean {held.brier_of_mean:.5f}), error {held.error:.5f}")
        kept[task] = {
            "rows": [asdict(each) for each in (*rows, *theirs)],
            "blend_less": {name: asdict(gap) for name, gap in gaps.items()},
            "tuning": asdict(row(BLEND, [found.by_name()[BLEND][place] for place in CHOOSING])),
            "weights": found.blends[-1].heard(), "powers": found.blends[-1].multiplied(),
            "chance": {"brier": held.brier, "brier_of_mean": held.brier_of_mean, "error": held.error},
        }  # fmt: skip
    return {**kept, "speed": speed(events), "data": about(events, trades)}


def about(events: Interactions, trades: Trades) -> dict[str, Any]:
    """What was looked at: whose trades, how many, and the days about which the judging windows ask."""
    edges = np.quantile(trades.at_ms[~trades.is_sale].astype(np.float64), CUTS)
    first, last = (datetime.fromtimestamp(at / 1000, UTC).date().isoformat() for at in (edges[TUNING], edges[-1]))
    return {
        "what": "disclosed stock purchases and sales of public officials", "trades": len(events),
        "traders": len(set(events.user.tolist())), "first": first, "last": last, "windows": len(JUDGING),
    }  # fmt: skip


def speed(events: Interactions) -> dict[str, float]:
    """The dual way against the primal one, and the whole command."""
    mass = events.faded(events.last_ms)
    seen = mass[:, np.flatnonzero(np.diff(mass.tocsc().indptr))]
    seconds = {way.__name__: least(partial(way, seen, seen, 100.0)) for way in (primal, dual)}
    apart = float(np.abs(primal(seen, seen, 100.0) - dual(seen, seen, 100.0)).max())
    print(
        f"\nEASE^R, {seen.shape[0]} users, {seen.shape[1]:,} items: primal {seconds['primal'] * 1e3:.0f} ms,"
        f" dual {seconds['dual'] * 1e3:.1f} ms, {seconds['primal'] / seconds['dual']:.0f} times; apart by {apart:.1e}"
    )
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        rank_file(RankRequest(TRADES, events.last_ms, Path(folder) / "out.parquet"))
        whole = time.perf_counter() - started
    print(f"The whole command on {len(events):,} events: {whole:.1f} seconds")
    return {**seconds, "apart": apart, "rank": whole}


def least(work: partial[Floats], times: int = 3) -> float:
    """Seconds of the quickest run."""
    found = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        found.append(time.perf_counter() - started)
    return min(found)


def main() -> None:
    """Everything that can be measured here."""
    started = time.perf_counter()
    with threadpool_limits(1):  # as the command has it
        kept: dict[str, Any] = on_films()
        if TRADES.exists():
            kept.update(on_trades())
        else:
            print("The trades are not beside the checkout (../shared/data/people): only films were measured.")
    kept = {
        "measured_on": datetime.now(UTC).date().isoformat(), "command": "python -m benchmarks.recommend",
        "machine": f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}",
        "seconds": round(time.perf_counter() - started), **kept,
    }  # fmt: skip
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
