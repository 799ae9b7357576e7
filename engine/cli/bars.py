"""`bars import`, `list`, `unit` and `remove`: bring candles in, see which there are, change or delete them."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.output import print_json, print_table, readable, say
from engine.core.errors import DataError
from engine.market.bars import timestamp
from engine.market.market import KINDS
from engine.services.candles import (
    Import,
    Listing,
    bots_on,
    bring_in,
    change_unit,
    known_kind,
    listed,
    remove,
    unit_told,
)
from engine.services.startup import opened

app = typer.Typer(
    help="Candles: import a file, fetch from an exchange, list what is there, change its unit, remove it.",
    no_args_is_help=True,
)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.command("import")
def import_file(  # noqa: PLR0913, PLR0917  # one argument an option
    file: Annotated[Path, typer.Argument(help="CSV, CSV.gz or Parquet with time, open, high, low, close, volume.")],
    symbol: Annotated[str, typer.Option(help="What the market is called here, such as BTC/USDT.")],
    step: Annotated[str | None, typer.Option(help="Length of a candle, such as 1h; else read from the rows.")] = None,
    kind: Annotated[str | None, typer.Option(help=f"One of {', '.join(KINDS)}; else told from the rows.")] = None,
    funding_rate: Annotated[float | None, typer.Option(help="Paid by longs every 8 hours; 0.0001 is 0.01 %.")] = None,
    unit: Annotated[float | None, typer.Option(help="Coins of one asset unit; else by the newest price.")] = None,
    as_json: AsJson = False,
) -> None:
    """Bring candles in, whole or not at all: a broken file is refused with every problem named."""
    wanted = Import(symbol, step, known_kind(kind), funding_rate, unit)
    with opened() as engine:
        done = bring_in(engine, file, readable(file.name), wanted)
    listing = done.listing
    if as_json:
        gaps = [
            {"after": stamp(gap.after_ms), "before": stamp(gap.before_ms), "missing": gap.missing} for gap in done.gaps
        ]
        print_json({**facts(listing), "problems": [], "gap_list": gaps, "notes": list(done.notes)})
        return
    for note in done.notes:
        say(note)
    missing = (
        f", {listing.missing} missing in {listing.gaps} gap{'s' if listing.gaps > 1 else ''}"
        if listing.gaps
        else ", no gap"
    )
    span = f"{minute(listing.first_ms)} to {minute(listing.last_ms)} UTC"
    say(f"{listing.symbol} {listing.step}: {listing.rows} candles, {span}{missing}.")


@app.command("list")
def list_all(as_json: AsJson = False) -> None:
    """Every market with candles: step, rows, span, gaps, where they came from."""
    with opened() as engine:
        listings, problems = listed(engine), engine.candles.problems()
        units = [unit_told(engine, listing) for listing in listings]
    if as_json:
        markets = [{**facts(listing), "one_unit": unit} for listing, unit in zip(listings, units, strict=True)]
        print_json({"markets": markets, "problems": list(problems)})
        return
    rows = [
        (item.symbol, item.step, f"{item.rows:,}", minute(item.first_ms), minute(item.last_ms),
         f"{item.gaps} ({item.missing} bars)" if item.gaps else "none", unit,
         "simulated" if item.simulated else item.source)
        for item, unit in zip(listings, units, strict=True)
    ]  # fmt: skip
    print_table("Candles", ("market", "step", "candles", "first", "last", "gaps", "one unit", "source"), rows)
    for problem in problems:
        say(problem)
    if not listings:
        say("There are no candles yet. Run `python -m engine sample` or `python -m engine bars import`.")


Symbol = Annotated[str, typer.Option(help="The market's name here, as `bars list` shows it.")]
Step = Annotated[str, typer.Option(help="Length of its candles, such as 1h.")]


@app.command("unit")
def set_unit(
    symbol: Symbol,
    step: Step,
    coins: Annotated[float, typer.Option(help="Coins of one asset unit: a power of ten.")],
    as_json: AsJson = False,
) -> None:
    """Let sizes of this market be in other units; refused where a bot that was worked on counts in them."""
    with opened() as engine:
        market = change_unit(engine, symbol, step, coins)
    if as_json:
        print_json({"symbol": symbol, "step": step, "unit": market.unit, "lot_step": market.lot_step})
        return
    say(f"{symbol} {step}: one asset unit is {market.unit:g} coins, a lot {market.lot_step:g}.")


@app.command("remove")
def remove_market(
    symbol: Symbol,
    step: Step,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Delete the candles of one market and step; its bots and all their versions stay."""
    with opened() as engine:
        names = ", ".join(bot.name for bot in bots_on(engine, symbol, step))
        staying = f" {names}: kept with every version, until candles of that name come back." if names else ""
        if not yes and not sys.stdin.isatty():
            raise DataError(
                f"deleting {symbol} {step} must be confirmed, and nobody is here to ask. Add --yes.{staying}"
            )
        if not yes:
            typer.confirm(f"Delete the candles of {symbol} {step}?{staying}", abort=True, err=True)
        bots = remove(engine, symbol, step)
    if as_json:
        print_json({"symbol": symbol, "step": step, "removed": True, "bots": [bot.name for bot in bots]})
        return
    say(f"{symbol} {step} was removed.{staying}")


def facts(listing: Listing) -> dict[str, object]:
    """A listing for scripts, times as text."""
    return {**asdict(listing), "first": stamp(listing.first_ms), "last": stamp(listing.last_ms)}


def stamp(ms: int) -> str:
    """A time as ISO 8601 in UTC."""
    return timestamp(ms).isoformat()


def minute(ms: int) -> str:
    """A time in UTC as people read it."""
    return f"{timestamp(ms):%Y-%m-%d %H:%M}"
