"""A small log of visits to draw simulated traffic from: who comes more and who less, and how their trades end."""

from functools import cache

import numpy as np

from engine.experiments.experiment import Experiment, Variant
from engine.traders.events import ACTIONS, Action
from engine.traders.log import INTEGERS, NUMBERS, EventLog

DAY_MS = 86_400_000
START_MS = 100 * DAY_MS


@cache
def visitors(seed: int = 0, people: int = 60) -> EventLog:
    """91 days of people who come 0.1 to 1 times a day, are shown ten ideas, and open or save one in five or ten."""
    rng = np.random.default_rng(seed)
    rows: list[tuple[int, int, Action, float]] = []
    for person in range(people):
        eager = rng.uniform(0.5, 1.5)
        for day in np.flatnonzero(rng.random(91) < rng.uniform(0.1, 1.0)):
            begin = int(START_MS - (91 - day) * DAY_MS + rng.integers(DAY_MS // 2))
            rows += [(person, begin, Action.SHOWN, np.nan)] * 10
            for number in range(10):
                at = begin + 20_000 * (number + 1)
                if rng.random() < 0.2 * eager:
                    rows.append((person, at, Action.VIEW, np.nan))
                if rng.random() < 0.1 * eager:
                    rows.append((person, at + 5_000, Action.SAVE, np.nan))
                if rng.random() < 0.1:
                    rows.append((person, at + 7_000, Action.DISMISS, np.nan))
                if rng.random() < 0.05 * eager:
                    rows.append((person, at + 9_000, Action.TRADE, np.nan))
                    won = rng.random() < 0.6
                    rows.append((
                        person, at + 5 * DAY_MS, Action.PROFIT if won else Action.LOSS, 0.1 if won else -0.1
                    ))  # fmt: skip
    rows.sort(key=lambda row: row[1])
    size = len(rows)
    numbers = {name: np.full(size, np.nan) for name in NUMBERS} | {
        "days": np.full(size, 10.0), "premium": np.full(size, 100.0), "margin": np.full(size, 400.0),
        "fits": np.array([1.0 if row[2] is Action.SHOWN else np.nan for row in rows]),
        "outcome": np.array([row[3] for row in rows]),
    }  # fmt: skip
    codes = {name: np.zeros(size, dtype=np.int32) for name in INTEGERS if name not in ("trader", "action")}
    codes["idea"] = np.arange(size, dtype=np.int32)
    return EventLog(
        tuple(f"p{number}" for number in range(people)), ("AAA",), ("",), **codes, **numbers,
        trader=np.array([row[0] for row in rows], dtype=np.int32), at_ms=np.array([row[1] for row in rows]),
        action=np.array([ACTIONS.index(row[2]) for row in rows], dtype=np.int32),
    )  # fmt: skip


def a_design(**changed: object) -> Experiment:
    """Half and half, saves decide, 28 days."""
    given: dict[str, object] = {
        "key": "more-saves", "kind": "weights", "hypothesis": "more is saved",
        "variants": (Variant("today", 0.5), Variant("new", 0.5)), "metric": "save_rate",
        "guardrails": ("dismissal_rate",), "traders": 1400, "days": 28,
    } | changed  # fmt: skip
    return Experiment(**given)  # type: ignore[arg-type]  # each test names what is different
