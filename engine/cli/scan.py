"""`scan`: option chains in a file become opportunities, every rejection with its reason."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import numpy as np
import typer

from engine.cli.bars import AsJson
from engine.cli.bars_fetch import ctrl_c
from engine.cli.chains import meanings
from engine.cli.output import errors, print_json, print_table, say
from engine.core.errors import ParameterError
from engine.options.filters import ScanRules
from engine.options.scanner import ScanSetup
from engine.options.strategies.building import BuildRules
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.terms import Fees
from engine.services.opportunities.scanning import ScanFiles, Scanned, checked_ending, scan_files, write_table

STOPPED: Final = 1
TOP: Final = 12


def scan(  # noqa: PLR0913, PLR0917  # one argument an option
    chain: Annotated[Path, typer.Option(help="Option quotes: CSV, CSV.gz or Parquet.")],
    bars: Annotated[Path | None, typer.Option(help="Daily candles of the underlyings, by unique_id.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write the opportunities here (.parquet, .csv, .csv.gz).")] = None,
    column: Annotated[list[str] | None, typer.Option(help="meaning=column for unknown headers; repeat.")] = None,
    events: Annotated[list[Path] | None, typer.Option(help="Reports, dividends, sectors, VIX; repeat.")] = None,
    least_open_interest: Annotated[float, typer.Option(help="Contracts; 0 asks for nothing.")] = 10,
    widest_spread: Annotated[float, typer.Option(help="A share of the middle (0.25 is 25 %).")] = 0.25,
    days: Annotated[str, typer.Option(help="Days to expiry, low:high.")] = "5:65",
    fee: Annotated[float, typer.Option(help="For each contract and leg, in quote currency.")] = 0.65,
    as_json: AsJson = False,
) -> None:
    """Find every opportunity in a chain, with its numbers; what is unknown stays unknown."""
    started = time.perf_counter()
    span = _span(days)
    if out is not None:
        checked_ending(out)
    rules = ScanRules(least_open_interest=least_open_interest, widest_spread=widest_spread, days=span)
    with ctrl_c() as stopped:
        setup = ScanSetup(rules, BuildRules(days=span), Fees(fee), progress=_told, cancelled=stopped)
        found = scan_files(ScanFiles(chain, bars, meanings(column), tuple(events or ())), setup)
    if found is None:
        say("Stopped; nothing was written.")
        raise typer.Exit(STOPPED)
    if out is not None:
        write_table(found.scan.table, out)
    for note in found.notes:
        say(note)
    answer = facts(found, time.perf_counter() - started)
    if as_json:
        print_json(answer)
    else:
        describe(found, answer)


def facts(found: Scanned, seconds: float) -> dict[str, Any]:
    """The answer for scripts."""
    counts = np.bincount(found.scan.table.strategy, minlength=len(NAMES))
    return {
        "contracts": found.scan.contracts, "opportunities": len(found.scan.table), "seconds": seconds,
        "rejected": {"contracts": dict(found.scan.contracts_rejected), "ideas": dict(found.scan.ideas_rejected)},
        "strategies": {name: int(count) for name, count in zip(NAMES, counts, strict=True)},
        "underlyings": len(found.chain.names), "layout": found.layout,
    }  # fmt: skip


def describe(found: Scanned, answer: Mapping[str, Any]) -> None:
    """The answer for people: how many of each kind, and why others were left out."""
    rows = [[STRATEGIES[name].label, f"{count:,}"] for name, count in answer["strategies"].items() if count]
    title = f"{answer['opportunities']:,} opportunities in {answer['contracts']:,} contracts ({found.layout})"
    print_table(title, ("strategy", "ideas"), rows)
    left = [*answer["rejected"]["contracts"].items(), *answer["rejected"]["ideas"].items()]
    if left:
        print_table("Left out", ("reason", "count"), [[reason, f"{count:,}"] for reason, count in left])


def _span(text: str) -> tuple[float, float]:
    low, _, high = text.partition(":")
    try:
        return float(low), float(high)
    except ValueError:
        raise ParameterError(f"--days must be low:high such as 5:65, was {text[:40]!r}.") from None


def _told(done: int, of: int) -> None:
    if errors.is_terminal and of > 1:
        say(f"{done} of {of} parts")
