"""Claim: off-policy values agree with the published library's on the same rows, and their ranges hold at rare rewards.

Run from the repository root: `python -m benchmarks.off_policy`. The Open Bandit sample beside the checkout (two
policies, three campaigns, 10,000 rounds each) under both policies, beside obp in an environment of its own; then 600
simulated logs with known values.
"""

import gzip
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.harness import print_machine, print_table
from benchmarks.peers import OBP, ROOT, last_line, python_of
from engine.core.chance import generator
from engine.core.interval import share
from engine.experiments.off_policy.estimators import NAMES, estimates, terms_of
from engine.experiments.off_policy.rounds import Floats, Rounds, weights

SAMPLE = ROOT.parent / "shared" / "data" / "obd"
SHRINK = 100.0  # obp's weights are shrunk by a scale that is given
SIMULATIONS, TARGET = 600, 0.94
CASES = ((10_000, 0.005, 20), (3_000, 0.005, 20), (10_000, 0.02, 20), (10_000, 0.004, 80))


def unpacked(folder: Path) -> None:
    """The sample as it was published, without compression."""
    for file in SAMPLE.rglob("*.csv*"):
        place = folder / file.relative_to(SAMPLE)
        place.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".gz":
            place.with_suffix("").write_bytes(gzip.decompress(file.read_bytes()))
        else:
            shutil.copy(file, place)


def by_obp(folder: Path) -> list[Path]:
    """A file for each log and policy, nothing and a line why where obp is not to be had."""
    inner = python_of(OBP)
    if inner is None:
        return []
    given, made = folder / "obd", folder / "made"
    made.mkdir()
    unpacked(given)
    command = [str(inner), "-W", "ignore", "-m", OBP.module, str(given), str(made)]
    try:
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.SubprocessError) as problem:
        print(f"obp failed and is left out: {last_line(problem)}")
    return sorted(made.glob("*.npz"))


def rounds_of(told: dict[str, Floats], known: bool) -> Rounds:
    """The same rows for ours."""
    n, actions = told["target"].shape
    context = told["context"] if known else np.zeros((n, 0))
    return Rounds(
        told["action"].astype(np.int64), told["position"].astype(np.int64), told["pscore"],
        told["reward"].astype(np.float64), context.astype(np.float64), actions, int(told["position"].max()) + 1,
    )  # fmt: skip


def beside(file: Path) -> tuple[list[list[str]], float, list[bool]]:
    """One log and policy: lines, the largest relative difference on equal terms, which of ours lie in obp's ranges.

    Not counted there is the direct method, whose bootstrap knows nothing of the regression's own error.
    """
    with np.load(file) as loaded:
        told = dict(loaded)
    rounds = rounds_of(told, known=False)
    target = told["target"] / told["target"].sum(1, keepdims=True)
    equal = terms_of(rounds, target, told["expected"]).mean(1)
    weight = weights(rounds, target)
    direct = (target * told["expected"]).sum(1)
    missed = rounds.reward - told["expected"][np.arange(len(rounds)), rounds.action]
    equal[4] = (direct + SHRINK * weight / (weight**2 + SHRINK) * missed).mean()  # by the very scale
    apart = float(np.abs(equal / told["values"] - 1).max())
    own = estimates(rounds, target)
    lines: list[list[str]] = []
    inside: list[bool] = []
    for place, name in enumerate(NAMES):
        mine, low, high = own.values[place], told["low"][place], told["high"][place]
        if own.overlap.is_enough and name != "DM":
            inside.append(bool(low <= mine.value <= high))
        lines.append([
            f"{file.stem} {name}", f"{told['values'][place]:.5f} ({low:.5f} to {high:.5f})",
            f"{mine.value:.5f} ({mine.low:.5f} to {mine.high:.5f})", f"{mine.ess:,.0f}",
        ])  # fmt: skip
    if not own.overlap.is_enough:
        lines.append([f"  refused: {'; '.join(own.overlap.reasons)}", "", "", ""])
    return lines, apart, inside


def coverage() -> None:
    """How often ranges hold the truth, by estimator."""
    rows, least = [], 1.0
    for n, rate, actions in CASES:
        rng = generator(5, f"truth {n} {rate} {actions}")
        truth = rng.beta(1.2, 1.2 / rate, actions)
        shares = [np.exp(rng.normal(0, 1, actions)) for _ in range(2)]
        logged, target = (each / each.sum() for each in shares)
        value, held = float(truth @ target), np.zeros(len(NAMES))
        for _ in range(SIMULATIONS):
            action = rng.choice(actions, n, p=logged)
            reward = (rng.random(n) < truth[action]).astype(float)
            rounds = Rounds(action, np.zeros(n, np.int64), logged[action], reward, np.zeros((n, 0)), actions, 1)
            found = estimates(rounds, np.tile(target, (n, 1)))
            held += [each.low <= value <= each.high for each in found.values]
        told = [share(int(each), SIMULATIONS) for each in held]
        least = min(least, *(each.value or 0 for each in told))
        rows.append([
            f"{n:,} rounds, {actions} actions, rate {value:.4f}",
            *(f"{each.value or 0:.3f} ({each.low or 0:.3f} to {each.high or 0:.3f})" for each in told),
        ])  # fmt: skip
    print(f"How often 95 % ranges hold the truth, {SIMULATIONS} logs each")
    print_table(("", *NAMES), rows)
    print(f"At least {TARGET}: {'met' if least >= TARGET else 'missed'} (least {least:.3f}).")


def main() -> None:
    """Print everything."""
    print_machine()
    if not SAMPLE.exists():
        print("Skipped obp: the Open Bandit sample is not beside this checkout (../shared/data/obd).")
    else:
        with tempfile.TemporaryDirectory() as folder:
            told = [beside(file) for file in by_obp(Path(folder))]
        if told:
            print("Open Bandit sample: campaign, logged policy, evaluated policy, estimator")
            titles = ("", "obp, its 95 % bootstrap range", "ours, range", "effective rounds")
            print_table(titles, [line for lines, _, _ in told for line in lines])
            print(f"With obp's expected rewards the values differ by at most {max(each[1] for each in told):.1e}.")
            inside = [each for _, _, some in told for each in some]
            print(f"With our own, {sum(inside)} of {len(inside)} told values lie in obp's ranges (without DM).\n")
    coverage()


if __name__ == "__main__":
    main()
