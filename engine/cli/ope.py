"""`ope`: what another policy would have earned on a log, with the range of every estimate, or why nobody can tell."""

import math
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli.bars import AsJson
from engine.cli.output import print_json, print_table, say
from engine.experiments.off_policy.estimators import Value
from engine.services.review_rankings.judged_file import JudgedFile, judge_file


def ope(
    log: Annotated[Path, typer.Option(help="Rounds: action, reward, propensity[, position, trader, x_…, round].")],
    policy: Annotated[
        Path, typer.Option(help="action[, position], probability; or round, action, probability for each round.")
    ],
    seed: Annotated[int, typer.Option(help="Of the folds in which rewards are learned.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Value a policy on a log that another one left; CSV, CSV.gz or Parquet by ending."""
    judged = judge_file(log, policy, seed)
    if as_json:
        print_json(facts(judged))
        return
    found = judged.found
    rows = [(each.name, number(each.value), f"{number(each.low)} to {number(each.high)}") for each in _all(judged)]
    print_table(f"{judged.rounds:,} rounds, worth {found.overlap.ess:,.0f} of that policy", ("", "value", "95 %"), rows)
    for reason in found.overlap.reasons:
        say(f"No answer: {reason}.")


def facts(judged: JudgedFile) -> dict[str, Any]:
    """Estimates and intervals by name, null where the log cannot tell; then what that rests on."""
    found = judged.found
    return {
        "estimates": {each.name: each.value for each in found.values},
        "intervals": {each.name: {"low": each.low, "high": each.high} for each in found.values},
        "ess": found.overlap.ess, "is_enough": found.overlap.is_enough, "reasons": list(found.overlap.reasons),
        "overlap": asdict(found.overlap), "rounds": judged.rounds, "actions": len(judged.actions),
        "positions": len(judged.positions),
        "logged": {"value": found.logged.value, "low": found.logged.low, "high": found.logged.high},
    }  # fmt: skip


def _all(judged: JudgedFile) -> tuple[Value, ...]:
    return (judged.found.logged, *judged.found.values)


def number(value: float) -> str:
    """Six digits; a dash where it is unknown."""
    return "–" if not math.isfinite(value) else f"{value:,.6g}"
