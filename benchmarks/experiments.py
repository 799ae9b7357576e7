"""Claim: whoever looks at our experiments every day errs no more often than promised, and loses almost no power.

Run from the repository root: `python -m benchmarks.experiments [experiments]`. Simulated experiments of two variants,
looked at on each of 28 days: how often nothing is called something, how often +10 % is found, beside a test looked at
every day without any correction, a fixed test looked at once, and gbstats' sequential one in an environment of its
own. Then the agreement with gbstats on what both compute, whose answers become the golden file of our tests, and the
time of both. Every rate with its 95 % range (Wilson).
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.harness import print_machine, print_table
from benchmarks.peers import GBSTATS, ROOT, asked
from engine.core.chance import generator
from engine.core.interval import share
from engine.experiments.analysis.comparison import difference
from engine.experiments.analysis.moments import Moments, Paired, adjusted, from_sums, paired_from_sums, ratio
from engine.experiments.analysis.sequential import boundaries, sequence_reach, sequence_width

EXPERIMENTS, DAYS, A_DAY = 2000, 28, 60  # traders a variant and day
EFFECT = 0.10
GOLDEN = ROOT / "tests" / "experiments" / "analysis" / "gbstats.json"
COMPARISONS = 2000
KINDS = ("mean", "ratio", "adjusted")
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Course:
    """Sums of both variants after each day, (experiments, days) each."""

    control: Moments
    treated: Moments


def course(count: int, effect: float, seed: str) -> Course:
    """Trades a trader: counts of many who trade little and few who trade much (negative binomial, mean 2)."""
    told = []
    for name, mean in (("control", 2.0), ("treated", 2.0 * (1 + effect))):
        rng = generator(7, f"experiments {seed} {name}")
        rates = rng.gamma(2.0, mean / 2.0, (count, DAYS, A_DAY))
        values = rng.poisson(rates).astype(float)
        n = np.cumsum(np.full((count, DAYS), float(A_DAY)), 1)
        told.append(from_sums(n, np.cumsum(values.sum(2), 1), np.cumsum((values**2).sum(2), 1)))
    return Course(*told)


def found(given: Course) -> dict[str, NDArray[np.bool_]]:
    """Whether each way of looking finds a difference, (experiments,)."""
    told = difference(given.control, given.treated)
    shares = tuple((np.arange(DAYS) + 1) / DAYS)
    reach = sequence_reach(given.control, given.treated)
    return {
        "fixed, one look at the end": told.p_value[:, -1] < 0.05,
        "peeking: p < .05 on any day": (told.p_value < 0.05).any(1),
        "ours: planned looks": (np.abs(told.z) > np.array(boundaries(shares))).any(1),
        "ours: always valid": (np.abs(told.effect) > reach).any(1),
    }


def ranged(hits: NDArray[np.bool_]) -> str:
    """A rate with its range."""
    told = share(int(hits.sum()), len(hits))
    return f"{told.value or 0:.3f} ({told.low or 0:.3f} to {told.high or 0:.3f})"


def sequential_elsewhere(given: Course) -> dict[str, NDArray[np.bool_]]:
    """Whether gbstats' sequential test finds a difference on any day, (experiments,); nothing where it is not here."""
    sides = [np.stack([each.n, each.n * each.mean, each.variance * (each.n - 1) + each.n * each.mean**2], -1)
             for each in (given.control, given.treated)]  # fmt: skip
    told = asked_of_gbstats({"looks": np.stack(sides, -2).reshape(-1, 2, 3).tolist()})
    return {} if told is None else {"gbstats: sequential": np.array(told["answers"]).reshape(-1, DAYS).any(1)}


def bounds(count: int) -> None:
    """False alarms and power of each way, and whether the targets are met."""
    worlds = course(count, 0.0, "A/A"), course(count, EFFECT, "A/B")
    nothing, something = (found(each) | sequential_elsewhere(each) for each in worlds)
    names = list(nothing)
    print(f"{count:,} experiments, {DAYS} daily looks, {2 * A_DAY * DAYS:,} traders; effect {EFFECT:+.0%}")
    rows = [[name, ranged(nothing[name]), ranged(something[name])] for name in names]
    print_table(("", "false alarms of 5 %", "power"), rows)
    ours, fixed = something[names[2]], something[names[0]]
    error = float(np.std(ours.astype(float) - fixed) / np.sqrt(count)) / fixed.mean()
    wrong = nothing[names[2]].mean()
    limit = 0.05 + 2 * np.sqrt(0.05 * 0.95 / count)
    print(f"False alarms {wrong:.4f}, at most {limit:.4f}: {'met' if wrong <= limit else 'missed'}.")
    kept = ours.mean() / fixed.mean()
    print(
        f"Power kept {kept:.3f} ± {2 * error:.3f}, at least .97: {'met' if kept >= 0.97 - 2 * error else 'missed'}.\n"
    )


def cases(count: int) -> list[dict[str, Any]]:
    """Comparisons of every kind, as the sums that a log leaves."""
    rng = generator(11, "gbstats")
    told = []
    for number in range(count):
        case: dict[str, Any] = {"kind": KINDS[number % len(KINDS)]}
        for name in ("control", "treated"):
            n = int(rng.integers(50, 5000))
            before = rng.gamma(2.0, 2.0, n) + 1
            after = rng.poisson(before * rng.uniform(0.8, 1.2)).astype(float)
            case[name] = [n, *(float(each) for each in (
                after.sum(), (after**2).sum(), before.sum(), (before**2).sum(), (after * before).sum()
            ))]  # fmt: skip
        told.append(case)
    return told


def ours(given: Sequence[dict[str, Any]]) -> list[dict[str, list[float]]]:
    """Our answers in the same form, all comparisons of a kind at once."""
    told: list[dict[str, list[float]]] = [{} for _ in given]
    for kind in KINDS:
        rows = [number for number, case in enumerate(given) if case["kind"] == kind]
        if not rows:
            continue
        control, treated = (np.array([given[row][side] for row in rows]).T for side in ("control", "treated"))
        pair = both(kind, control, treated)
        for name in ("absolute", "relative"):
            found = difference(*pair, is_relative=name == "relative")
            always = sequence(*pair, found.error)
            columns = (found.effect, found.error, found.p_value, found.low, found.high,
                       found.effect - always, found.effect + always)  # fmt: skip
            for row, values in zip(rows, np.array(columns).T.tolist(), strict=True):
                told[row][name] = values
    return told


def both(kind: str, control: Floats, treated: Floats) -> tuple[Moments, Moments]:
    """The moments of either variant."""
    pairs = [paired_from_sums(each[0], (each[1], each[2]), (each[3], each[4]), each[5]) for each in (control, treated)]
    if kind == "adjusted":
        return adjusted(*pairs)
    made: list[Moments] = [ratio(each) if kind == "ratio" else first(each) for each in pairs]
    return made[0], made[1]


def first(given: Paired) -> Moments:
    """The first value alone."""
    return given.first


def sequence(control: Moments, treated: Moments, error: Floats) -> Floats:
    """Half the width of the interval that always holds, of an effect with this error."""
    n = control.n + treated.n
    return sequence_width(n, error**2 * n)


def asked_of_gbstats(given: object) -> Any:
    """Its answers with their seconds, None where it is not here or fails, which is said in a line."""
    with tempfile.TemporaryDirectory() as folder:
        question, answer = Path(folder) / "in.json", Path(folder) / "out.json"
        question.write_text(json.dumps(given))
        return json.loads(answer.read_text()) if asked(GBSTATS, question, answer) else None


def beside(count: int) -> None:
    """Agreement and time beside gbstats; its answers are kept for our tests."""
    given = cases(count)
    start = time.perf_counter()
    mine = ours(given)
    seconds = time.perf_counter() - start
    theirs = asked_of_gbstats(given)
    if theirs is None:
        return
    apart = farthest(mine, theirs["answers"])
    print(f"{count:,} comparisons of means, ratios and CUPED, absolute and relative, fixed and sequential:")
    print(f"answers differ by at most {apart:.1e} of their size; {'met' if apart < 1e-9 else 'missed'}: 1e-9.")
    times = theirs["seconds"] / seconds
    print(f"gbstats {theirs['seconds']:.2f} s, ours {1000 * seconds:.1f} ms: {times:,.0f} times; at least 100:"
          f" {'met' if times >= 100 else 'missed'}.")  # fmt: skip
    some = given[:60]
    GOLDEN.write_text(json.dumps({"source": "gbstats 0.8.0 (MIT), by python -m benchmarks.experiments",
                                  "cases": some, "answers": theirs["answers"][:60]}, indent=0) + "\n")  # fmt: skip


def farthest(mine: Iterable[dict[str, list[float]]], theirs: Iterable[dict[str, list[float]]]) -> float:
    """The largest difference between two lists of answers, as a share of their size (p-values as they are)."""
    one = np.array([[each[name] for name in ("absolute", "relative")] for each in mine])
    two = np.array([[each[name] for name in ("absolute", "relative")] for each in theirs])
    size = np.maximum(np.abs(two), np.abs(two[..., 1:2]))
    size[..., 2] = 1.0
    return float((np.abs(one - two) / size).max())


def main() -> None:
    """Print everything."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EXPERIMENTS
    print_machine()
    bounds(count)
    beside(COMPARISONS)


if __name__ == "__main__":
    main()
