"""`forecast evaluate`: what the models would have been worth on the coins of a file, by the whole protocol."""

import json
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli.bars import AsJson, stamp
from engine.cli.forecast import written
from engine.cli.output import print_json, print_table, say
from engine.core.errors import DataError
from engine.forecast.judging.protocol import EVERY, Evaluation
from engine.market.bars import DAY_MS
from engine.services.candles import read_markets
from engine.services.forecasts import evaluated


def evaluate(
    bars: Annotated[Path, typer.Option(help="Candles of one market, or a long table with unique_id.")],
    every: Annotated[int, typer.Option(help="Days between origins; 6 lets every weekday count.")] = EVERY,
    since: Annotated[str | None, typer.Option(help="Only origins after this UTC date.")] = None,
    step: Annotated[str | None, typer.Option(help="Length of a candle; read from the rows if absent.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write everything here (JSON).")] = None,
    as_json: AsJson = False,
) -> None:
    """Make forecasts again at past origins of these markets, each with nothing later, and hold them against what came.

    The pooled model, E7 and the random walk side by side; nothing here was issued at the time.
    """
    started = time.perf_counter()
    found = evaluated(read_markets(bars, step, volume=False), every, _moment(since))
    told = document(found, time.perf_counter() - started)
    if out is not None:
        written(out, lambda path: path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8"))
    if as_json:
        print_json(told)
    else:
        tables(found)


def document(found: Evaluation, seconds: float) -> dict[str, Any]:
    """The whole evaluation for scripts."""
    told = asdict(found)
    return {
        "first": stamp(found.first_ms),
        "last": stamp(found.last_ms),
        **told,
        "seconds": seconds,
        "label": "replayed",
    }


def _moment(since: str | None) -> int:
    if since is None:
        return 0
    try:
        return (date.fromisoformat(since) - date(1970, 1, 1)).days * DAY_MS
    except ValueError as error:
        raise DataError(f"--since must be a date such as 2022-01-01, was {since!r}.") from error


def tables(found: Evaluation) -> None:
    """What it says, for people."""
    first, last = stamp(found.first_ms)[:10], stamp(found.last_ms)[:10]
    say(
        f"{found.origins} origins every {found.every} days, {first} to {last},"
        f" of {', '.join(found.markets)}; {100 * found.by_e4:.0f} % answered by E4, the rest by E7 in its place."
        " Replayed."
    )
    print_table(
        "Skill: % less CRPS, with its standard error and Diebold-Mariano's t",
        ("model", "against", "of", "skill", "error", "t"),
        [
            (row.model, row.against, row.market or (over(row.horizon)),
             f"{row.percent:.2f}", f"{row.error:.2f}", f"{row.t:.1f}")
            for row in found.skill
        ],
    )  # fmt: skip
    print_table(
        "Coverage: % of bands that held",
        ("model", "by", "of", "forecasts", "50", "80", "95"),
        [
            (row.model, row.by, row.name, str(row.forecasts),
             *(f"{100 * share:.1f}" for share in (row.held50, row.held80, row.held95)))
            for row in found.coverage
        ],
    )  # fmt: skip
    _costs(found)


def over(horizon: int | None) -> str:
    """Over which horizon a figure is."""
    return "all" if horizon is None else f"{horizon} day{'s' if horizon > 1 else ''}"


def _costs(found: Evaluation) -> None:
    """Costs, direction, extremes, touches and crises."""
    print_table(
        "Cost: % below the random walk's",
        ("model", "cost", "at", "%"),
        [(row.model, row.cost, f"{row.at:g}", f"{row.percent:.2f}") for row in found.costs],
    )
    print_table(
        "Direction, extremes and touching: % of origins",
        ("what", "at", "origins", "was", "error", "said"),
        [
            (row.what, f"{row.at:g}", str(row.origins), f"{row.percent:.1f}", f"{row.error:.1f}", f"{row.said:.1f}")
            for row in found.shares
        ],
    )
    print_table(
        "Crises: % of 80 % bands that held, of forecasts from the week before, and from the weeks around",
        ("model", "crisis", "before", "forecasts", "around", "forecasts"),
        [
            (one.model, f"{each.name} ({each.day})", f"{100 * each.shares[1]:.1f}", str(each.origins),
             f"{100 * each.shares_around[1]:.1f}", str(each.origins_around))
            for one in found.crises for each in one.held
        ],
    )  # fmt: skip
