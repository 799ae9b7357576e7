"""Claim: none; what a two-tower network is worth beside plainer models, and what the blend makes of it.

Run from the repository root, in an environment with requirements-deep.txt: `python -m benchmarks.embeddings`. The
disclosed trades in the five judging windows of the protocol ("any" and "new"), then film ratings ("new"; everybody's
own last fifth is asked for, of all that was held back), then which ticker and strategy simulated traders save or trade
next, as near to a feed of ideas as there is. Every model and the blend are fitted on what came before; the
blend once without and once with the towers, which get the weight that walking forward gives them. NDCG@10 with 95 %
ranges by resampling traders. Kept in `results/embeddings.json`, for the page How it works.
"""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.films import on_scores
from benchmarks.harness import ROOT
from benchmarks.movielens import READINGS, films
from benchmarks.movielens import windows as film_windows
from benchmarks.rankers import BLEND, on_window, titled
from engine.core.chance import generator
from engine.gateways.trade_file import read_trades
from engine.market.synthetic import WORLD_START_MS
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.blending.blend import Blend, fit_blend
from engine.ranking.blending.evidence import TASKS, Task
from engine.ranking.blending.ranked import SEED, learned
from engine.ranking.blending.walk import folds
from engine.ranking.embeddings.two_tower import NAME, TwoTower, is_available
from engine.ranking.judging.evaluate import difference, row
from engine.ranking.judging.measures import Judged
from engine.ranking.judging.protocol import Window, windows
from engine.ranking.models.interactions import Codes, Floats, Interactions, interactions_of
from engine.ranking.models.recommender import Recommender
from engine.ranking.models.suited import models_for
from engine.ranking.setups.fit import TAKEN
from engine.services.rank import events_until
from engine.traders.simulated.people import people_log

TRADES: Final = ROOT.parent / "shared" / "data" / "people" / "trades.parquet"
RESULTS: Final = Path(__file__).resolve().parent / "results" / "embeddings.json"
DEEP: Final = f"{BLEND} with {NAME}"
SHOWN: Final = 8
SEEDS: Final = (1, 2)  # other beginnings of the network, alone
Judge = Callable[[Window, Floats, Task], Judged]


class Once:
    """Two towers fitted once for each past, whoever is asked about and for whichever task."""

    name = NAME

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._known: dict[tuple[int, int, int], Floats] = {}

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        key = (len(past), int(past.at_ms.sum()), now_ms)
        if key not in self._known:
            begin = time.perf_counter()
            self._known[key] = TwoTower().scores(past, np.arange(len(past.users)), now_ms)
            self.seconds.append(time.perf_counter() - begin)
        return self._known[key][users]


def with_towers(past: Interactions, task: Task, towers: Recommender) -> Blend:
    """The blend in which they compete as well."""
    found = fit_blend((*models_for(past), towers), folds(past), task, generator(SEED, task))
    if found is None:
        raise RuntimeError("a window has a past")
    return found


def heard(blend: Blend) -> dict[str, float]:
    """What walking forward gave the towers: weight in the mixture, power in the product, ± between resamples."""
    (weight, weight_spread), (power, power_spread) = (
        voices.get(NAME, (0.0, 0.0)) for voices in (blend.heard(), blend.multiplied())
    )
    share = power / max(float(blend.powers.sum()), 1e-12)
    return {
        "weight": weight, "weight_spread": weight_spread,
        "power": power, "power_spread": power_spread, "share_of_powers": share,
    }  # fmt: skip


def on_windows(known: Sequence[Window], task: Task, judge: Judge, towers: Once) -> dict[str, Any]:
    """Every model, the towers, the blend without and with them; told in tables, and what is kept of it."""
    outcomes: dict[str, list[Judged]] = {}
    seeds: dict[int, list[Judged]] = {seed: [] for seed in SEEDS}
    weights = []
    for window in known:
        fold = window.fold
        deep = with_towers(fold.past, task, towers)
        weights.append({"window": window.number, **heard(deep)})
        named = {each.name: each for each in deep.models}
        for name, model in {**named, BLEND: learned(fold.past, task), DEEP: deep}.items():
            found = model.scores(fold.past, fold.users, fold.now_ms)
            outcomes.setdefault(name, []).append(judge(window, found, task))
        for seed in SEEDS:
            found = TwoTower(seed=seed).scores(fold.past, fold.users, fold.now_ms)
            seeds[seed].append(judge(window, found, task))
    rows = sorted((row(name, each) for name, each in outcomes.items()), key=lambda one: -one.ndcg.value)
    less = {name: difference(outcomes[NAME], each) for name, each in outcomes.items() if name != NAME}
    kept = {
        "rows": [asdict(each) for each in rows], "towers_less": {name: asdict(gap) for name, gap in less.items()},
        "gain": asdict(difference(outcomes[DEEP], outcomes[BLEND])), "weights": weights,
        "seeds": [row(NAME, each).ndcg.value for each in seeds.values()],
    }  # fmt: skip
    told(kept, task)
    return kept


def told(kept: dict[str, Any], task: Task) -> None:
    """The best models, the towers beside each, and what they get in the blend."""
    best = [one for place, one in enumerate(kept["rows"]) if place < SHOWN or one["name"] in (NAME, BLEND, DEEP)]
    titled(
        f"\n{task} ({best[0]['n']} cases)", ("model", "NDCG@10, 95 %", "two towers less it, 95 %"),
        [(one["name"], ranged(one["ndcg"]), ranged(kept["towers_less"].get(one["name"]), "+")) for one in best],
    )  # fmt: skip
    titled(
        "What walking forward gives the towers", ("window", "weight ±", "power ±", "of all powers"),
        [(str(one["window"]), f"{one['weight']:.3f} ± {one['weight_spread']:.3f}",
          f"{one['power']:.3f} ± {one['power_spread']:.3f}", f"{one['share_of_powers']:.0%}")
         for one in kept["weights"]],
    )  # fmt: skip
    print(f"The blend with them less without: {ranged(kept['gain'], '+')}.")
    print(f"Alone, begun otherwise: {', '.join(f'{value:.3f}' for value in kept['seeds'])}.")


def ranged(found: dict[str, float] | None, sign: str = "") -> str:
    """A value with its range."""
    if found is None:
        return ""
    return f"{found['value']:{sign}.3f} ({found['low']:{sign}.3f} to {found['high']:{sign}.3f})"


def on_trades(towers: Once) -> dict[str, Any]:
    """Both tasks on the real trades, and what the whole command takes without and with the towers."""
    trades = read_trades(TRADES, TRADES.name)
    events = events_until(trades, int(trades.at_ms.max()))
    known = [one for one in windows(events, trades.at_ms[~trades.is_sale].astype(np.float64)) if not one.is_tuning]
    print(f"\nDisclosed trades: {len(events):,} events")
    found = {task: on_windows(known, task, on_window, towers) for task in TASKS}
    seconds = {name: command_seconds(switches) for name, switches in (("without", ()), ("with", ("--deep",)))}
    print(
        f"The whole command, of one core: {seconds['without']:.0f} s without, {seconds['with']:.0f} s with the towers."
    )
    return {**found, "events": len(events), "rank_seconds": seconds}


def command_seconds(switches: Sequence[str]) -> float:
    """What `rank` takes of one core on all trades, start included: on a busy machine a clock would tell of others."""
    before = _computed()
    with tempfile.TemporaryDirectory() as folder:
        given = ["--events", str(TRADES), "--at", "2100-01-01", "--out", str(Path(folder) / "out.parquet")]
        subprocess.run(
            [sys.executable, "-m", "engine", "rank", *given, *switches], cwd=ROOT, check=True, capture_output=True
        )
    return _computed() - before


def _computed() -> float:
    """Seconds that finished children have computed, whoever waited for them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def on_films(towers: Once) -> dict[str, Any]:
    """Film ratings as everybody's own time cuts them; nothing where they cannot be had."""
    data = films()
    if data is None:
        return {}
    known = [one for one in film_windows(data.ratings, READINGS[0]) if not one.is_tuning]
    print(f"\nFilm ratings ({READINGS[0].name}): {len(data.ratings):,}")
    return {"films": {"new": on_windows(known, "new", on_scores, towers), "events": len(data.ratings)}}


def on_ideas(towers: Once) -> dict[str, Any]:
    """What simulated traders of the feed save or trade next, a ticker with a strategy being one item."""
    log = people_log(SEED, WORLD_START_MS)
    taken = log.rows(np.isin(log.action, TAKEN) & (log.underlying >= 0))
    kinds = list(STRATEGIES)
    events = interactions_of(
        [log.traders[each] for each in taken.trader],
        [f"{log.underlyings[u]} {kinds[s]}" for u, s in zip(taken.underlying, taken.strategy, strict=True)],
        taken.at_ms, np.zeros(len(taken), dtype=np.bool_),
    )  # fmt: skip
    known = [one for one in windows(events, taken.at_ms.astype(np.float64)) if not one.is_tuning]
    print(f"\nIdeas saved or traded by simulated traders: {len(events):,}, {len(events.items)} items")
    return {"ideas": {**{task: on_windows(known, task, on_window, towers) for task in TASKS}, "events": len(events)}}


def main() -> None:
    """Everything that can be measured here."""
    if not is_available() or not TRADES.exists():
        print("Skipped: needs jax and optax (requirements-deep.txt) and ../shared/data/people/trades.parquet.")
        return
    started, towers = time.perf_counter(), Once()
    with threadpool_limits(1):  # as the command has it
        found = {"trades": on_trades(towers), **on_films(towers), **on_ideas(towers)}
    print(f"\nFitting the towers: {np.median(towers.seconds):.1f} s a past (median of {len(towers.seconds)}).")
    kept = {
        "measured_on": datetime.now(UTC).date().isoformat(), "command": "python -m benchmarks.embeddings",
        "machine": f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}",
        "seconds": round(time.perf_counter() - started),
        "fit_seconds": {"median": float(np.median(towers.seconds)), "most": max(towers.seconds)}, **found,
    }  # fmt: skip
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
