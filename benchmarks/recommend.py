"""Claim: on real disclosed trades our blend ranks next tickers better than peers, and no worse than its best model.

Run from the repository root: `python -m benchmarks.recommend`. Seven rolling windows between the 30, 40, … 100 %
quantiles of purchase dates; only what came before is used; the first two windows choose each peer's best
configuration, the other five judge. "any" asks for the next tickers bought, "new" for those never bought before.
Ranges are 95 % by resampling traders. Then a stand-in for film ratings, the dual way against the primal one, and the
time of the whole command. Needs `../shared/data/people`; without it, the stand-in alone. Kept in `results/`.
"""

import json
import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_array
from threadpoolctl import threadpool_limits

from benchmarks.harness import print_table
from benchmarks.peers import IMPLICIT, LONGEST, RECTOOLS, ROOT, Peer, last_line, python_of
from benchmarks.standin import standin
from engine.gateways.trade_file import Trades, read_trades
from engine.ranking.blending.blend import Blend
from engine.ranking.blending.evidence import TASKS, Task, permitted
from engine.ranking.judging.evaluate import Evaluation, Figure, Row, difference, evaluate, row
from engine.ranking.judging.measures import Judged, best, judged
from engine.ranking.judging.protocol import CUTS, TUNING, Window, windows
from engine.ranking.models.ease import dual, primal
from engine.ranking.models.interactions import DAY_MS, Floats, Interactions
from engine.services.rank import RankRequest, events_until, rank_file

TRADES: Final = ROOT.parent / "shared" / "data" / "people" / "trades.parquet"
RESULTS: Final = Path(__file__).resolve().parent / "results" / "recommend.json"
JUDGING: Final = (2, 3, 4, 5, 6)
CHOOSING: Final = (0, 1)
SHOWN: Final = 12
GOALS: Final[dict[Task, float]] = {"any": 0.40, "new": 0.115}
BLEND: Final = "blend"
Said = dict[str, dict[int, Floats]]


def ours(events: Interactions, known: Sequence[Window], task: Task) -> Evaluation:
    """Every model and the blend."""
    started = time.perf_counter()
    found = evaluate(known, task)
    print(f"\n{task}: {len(events):,} events, {time.perf_counter() - started:.0f} seconds for seven windows")
    return found


def peer_scores(peer: Peer, known: Sequence[Window]) -> Said:
    """What every configuration of a peer says in every window; nothing, and a line why, where it cannot."""
    inner = python_of(peer)
    if inner is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        given, taken = Path(folder) / "in.npz", Path(folder) / "out.npz"
        np.savez(given, allow_pickle=False, **{k: v for window in known for k, v in _given(window).items()})
        try:
            subprocess.run(
                [str(inner), "-m", peer.module, str(given), str(taken)],
                cwd=ROOT, check=True, capture_output=True, text=True, timeout=4 * LONGEST,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as problem:
            print(f"{peer.name} failed and is left out: {last_line(problem)}")
            return {}
        found: Said = {}
        with np.load(taken) as made:
            for name in made.files:
                number, _, configuration = name.partition("|")
                found.setdefault(f"{peer.name}: {configuration}", {})[int(number)] = made[name]
        return found


def _given(window: Window) -> dict[str, Floats]:
    past = window.fold.past
    columns = {
        "user": past.user, "item": past.item, "sale": past.is_sale, "users": window.fold.users,
        "age": (window.fold.now_ms - past.at_ms) / DAY_MS, "shape": np.array(past.shape),
    }  # fmt: skip
    return {f"{window.number}|{name}": values.astype(np.float64) for name, values in columns.items()}


def peer_outcomes(said: Said, known: Sequence[Window], task: Task) -> dict[str, list[Judged]]:
    """Each peer's kinds, each with the configuration that was best on the windows for choosing."""
    chosen: dict[str, tuple[float, str, list[Judged]]] = {}
    for name, by_window in said.items():
        outcomes = [_judged(window, by_window[window.number].astype(np.float64), task) for window in known]
        on_choosing = float(np.concatenate([outcomes[place].ndcg for place in CHOOSING]).mean())
        kind = " ".join(name.split(" ")[:2]).rstrip(",")
        if kind not in chosen or on_choosing > chosen[kind][0]:
            chosen[kind] = (on_choosing, name, outcomes)
    return {name: outcomes for _, name, outcomes in chosen.values()}


def _judged(window: Window, scores: Floats, task: Task) -> Judged:
    fold = window.fold
    allowed = permitted(fold.past, fold.users, task)
    return judged(fold.users, best(scores, allowed), csr_array(fold.taken.toarray() * allowed), fold.past)


def titled(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table under its title."""
    print(title)
    print_table(columns, rows)


def told(rows: Sequence[Row], peers: Sequence[Row], title: str) -> None:
    """The table: the blend, our best models, the peers."""
    every = sorted([*[each for each in rows if each.name == BLEND], *rows[:SHOWN], *peers], key=lambda a: -a.ndcg.value)
    once = {each.name: each for each in every}
    titled(
        f"\n{title} ({rows[0].n} traders and windows)",
        ("model", "NDCG@10", "95 %", "recall", "MRR", "coverage", "Gini", "ILD"),
        [
            (each.name, f"{each.ndcg.value:.3f}", f"{each.ndcg.low:.3f} to {each.ndcg.high:.3f}",
             f"{each.recall.value:.3f}", f"{each.mrr.value:.3f}", f"{each.coverage:.3f}", f"{each.gini:.3f}",
             f"{each.diversity:.3f}")
            for each in once.values()
        ],
    )  # fmt: skip


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


def on_standin(seed: int = 1) -> dict[str, Any]:
    """The stand-in for film ratings: which models carry it, and how long it takes."""
    started = time.perf_counter()
    found = evaluate([Window(0, False, standin(seed))], "new")
    seconds = time.perf_counter() - started
    rows = found.rows([0])
    told(rows, [], f"Stand-in for film ratings, {seconds:.0f} seconds with every model judged")
    weights(found.blends[0])
    return {"rows": [asdict(each) for each in rows], "seconds": seconds}


def main() -> None:
    """Everything that can be measured here."""
    started = time.perf_counter()
    with threadpool_limits(1):  # as the command has it
        kept: dict[str, Any] = {"stand-in": on_standin()}
        if TRADES.exists():
            kept.update(on_trades())
        else:
            print("The trades are not beside the checkout (../shared/data/people): only the stand-in was measured.")
    kept = {
        "measured_on": datetime.now(UTC).date().isoformat(), "command": "python -m benchmarks.recommend",
        "machine": f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}",
        "seconds": round(time.perf_counter() - started), **kept,
    }  # fmt: skip
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
