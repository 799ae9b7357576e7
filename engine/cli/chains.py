"""`chains fetch`, `import`, `list` and `remove`: option quotes of this installation, kept with their time."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from engine.cli.bars import AsJson, minute, stamp
from engine.cli.output import print_json, print_table, readable, say
from engine.core.errors import DataError, ParameterError
from engine.services.opportunities.catalogue import Kept, bring_events, bring_in, fetch_coin, fetch_ticker, library
from engine.services.startup import opened

app = typer.Typer(
    help="Option chains: fetch them, import a file, list what is there, remove an underlying's.", no_args_is_help=True
)
SOURCES: Final[Mapping[str, Any]] = {"deribit": fetch_coin, "yahoo": fetch_ticker}


@app.command("fetch")
def fetch(
    source: Annotated[str, typer.Option(help=f"One of {', '.join(SOURCES)}.")],
    symbol: Annotated[str, typer.Option(help="The underlying: BTC or ETH at deribit, a ticker such as SPY at yahoo.")],
    as_json: AsJson = False,
) -> None:
    """Keep an underlying's options as they are quoted now; fetched again later they become a history."""
    if source not in SOURCES:
        raise ParameterError(f"--source is one of {', '.join(SOURCES)}, was {source[:40]!r}.")
    with opened() as engine:
        kept = SOURCES[source](engine, symbol)
    told(kept, as_json)


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="Option quotes: CSV, CSV.gz or Parquet.")],
    column: Annotated[list[str] | None, typer.Option(help="meaning=column for unknown headers; repeat.")] = None,
    crypto: Annotated[bool, typer.Option("--crypto", help="With --column: the options are on coins.")] = False,
    as_json: AsJson = False,
) -> None:
    """Keep the quotes of a file, a snapshot for every underlying and moment; what is here already stays as it is."""
    with opened() as engine:
        kept = bring_in(
            engine, file, readable(file.name), meanings(column), "crypto" if crypto else "equity"
        )  # fmt: skip
    told(kept, as_json)


@app.command("events")
def import_events(
    files: Annotated[
        list[Path], typer.Argument(help="Reports, dividends, sectors, sentiment, VIX, DVOL: CSV, Parquet.")
    ],
    as_json: AsJson = False,
) -> None:
    """Keep what is due and what is said of the underlyings; told by the headers, newer rows count."""
    with opened() as engine:
        lines = [bring_events(engine, file, readable(file.name)) for file in files]
    if as_json:
        print_json({"read": lines})
        return
    for line in lines:
        say(line)


@app.command("list")
def list_all(as_json: AsJson = False) -> None:
    """Every underlying with snapshots: how many, from when to when, contracts of the newest, its source."""
    with opened() as engine:
        found = library(engine).snapshots()
    names = {each.underlying: [one for one in found if one.underlying == each.underlying] for each in found}
    if as_json:
        print_json({"underlyings": [
            {"underlying": name, "kind": each[-1].kind, "snapshots": len(each), "first": stamp(each[0].moment),
             "last": stamp(each[-1].moment), "contracts": each[-1].rows, "source": each[-1].source}
            for name, each in names.items()
        ]})  # fmt: skip
        return
    rows = [
        (name, f"{len(each):,}", minute(each[0].moment), minute(each[-1].moment), f"{each[-1].rows:,}", each[-1].source)
        for name, each in names.items()
    ]
    print_table("Option chains", ("underlying", "snapshots", "first", "last", "contracts", "source"), rows)
    if not names:
        say("There are no chains yet. Run `python -m engine chains import` or `chains fetch`.")


@app.command("remove")
def remove(
    symbol: Annotated[str, typer.Option(help="The underlying, as `chains list` shows it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Delete an underlying's snapshots, and with them its history of volatility."""
    with opened() as engine:
        count = len(library(engine).snapshots(symbol))
        if not count:
            raise DataError(f"there are no chains of {symbol[:40]!r}. `chains list` shows what there is.")
        if not yes and not sys.stdin.isatty():
            raise DataError(f"deleting {count} chains of {symbol} must be confirmed, and nobody is here to. Add --yes.")
        if not yes:
            typer.confirm(f"Delete {count} chains of {symbol}, and with them its history?", abort=True, err=True)
        removed = library(engine).remove(symbol)
    if as_json:
        print_json({"underlying": symbol, "removed": removed})
        return
    say(f"{removed} chains of {symbol} were removed.")


def told(done: Kept, as_json: bool) -> None:
    """What was kept."""
    new, notes = done
    if as_json:
        kept = [
            {"underlying": each.underlying, "moment": stamp(each.moment), "contracts": each.rows, "iv30": each.iv30}
            for each in new
        ]
        print_json({"snapshots": kept, "contracts": sum(each.rows for each in new), "notes": list(notes)})
        return
    for note in notes:
        say(note)
    names = sorted({each.underlying for each in new})
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    rows = sum(each.rows for each in new)
    say(
        f"{len(new):,} snapshots of {', '.join(names[:5])}{more} were kept: {rows:,} contracts."
        if new
        else "These quotes were here already."
    )


def meanings(columns: list[str] | None) -> dict[str, str] | None:
    """What `--column` says; None where it says nothing."""
    if not columns:
        return None
    wrong = [each for each in columns if "=" not in each]
    if wrong:
        raise ParameterError(f"--column must be meaning=column, was {wrong[0][:60]!r}. Try --column expiry=Expiration.")
    return {name.strip(): value.strip() for name, value in (each.split("=", 1) for each in columns)}
