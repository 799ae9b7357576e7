"""`forecast import` and `forecast record`: forecasts from elsewhere, and what became of all that were issued."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli.bars import AsJson, minute, stamp
from engine.cli.forecast import written
from engine.cli.output import clean, print_json, print_table, say
from engine.core.errors import DataError
from engine.gateways.store.desk import HOUSE
from engine.services.personalize import read_json
from engine.services.startup import App, opened
from engine.services.track.imports import import_forecast
from engine.services.track.record import LiveRecord, SourceRecord, record_of

Symbol = Annotated[str | None, typer.Option(help="A market's name here, as `bars list` shows it.")]
Step = Annotated[str | None, typer.Option(help="Length of its candles, such as 1h.")]


def import_file(
    file: Annotated[Path, typer.Argument(help="model_predictions.json, DeepAR's quantiles, or a list of 7 prices.")],
    source: Annotated[str, typer.Option(help="Who made it: its record goes by this name.")],
    symbol: Symbol = None,
    step: Step = None,
    as_json: AsJson = False,
) -> None:
    """Take forecasts from elsewhere, all or none: checked against the candles here, kept as they came."""
    if (symbol is None) != (step is None):
        raise DataError("--symbol and --step name a market together. Give both, or neither.")
    with opened() as engine:
        came = import_forecast(engine, read_json(file), source, None if not symbol or not step else (symbol, step))
    if as_json:
        print_json({"source": came[0].issued.maker.source, "forecasts": [
            {"symbol": one.issued.symbol, "step": one.issued.step, "cutoff": stamp(one.issued.cutoff_ms),
             "issued": stamp(one.issued.issued_ms), "model": one.issued.maker.model,
             "version": one.issued.maker.version, "levels": one.issued.levels, "new": one.is_new, "notes": one.notes}
            for one in came
        ]})  # fmt: skip
        return
    for one in came:
        say(f"{one.issued.symbol} {one.issued.step} by {one.issued.maker.source}, from {minute(one.issued.cutoff_ms)}"
            f" UTC: {'kept' if one.is_new else 'nothing new'}.")  # fmt: skip
        for note in one.notes:
            say(note)


def record(  # one argument an option
    symbol: Symbol = None,
    step: Step = None,
    out: Annotated[Path | None, typer.Option(help="Write every issued forecast here (JSON).")] = None,
    seal: Annotated[str, typer.Option(help="A seal noted before: it must still stand in the record.")] = "",
    as_json: AsJson = False,
) -> int:
    """What became of the forecasts that were issued live; exit status 1 where the record is not as it was written."""
    with opened() as engine:
        chains = engine.store.forecasts(HOUSE).verdicts()
        rows = [row for row in engine.store.forecasts(HOUSE).rows(symbol, step)]
        place = next((row for row in rows if seal and row.seal.startswith(seal.lower())), None)
        judged = [_judged(engine, *market) for market in _markets(engine, {(row.symbol, row.step) for row in rows})]
    found = [one for one, _ in judged if one]
    if out is not None:
        listed = json.dumps([asdict(row) for row in rows], indent=1) + "\n"
        written(out, lambda path: path.write_text(listed, encoding="utf-8"))
    if as_json:
        noted = {} if not seal else {"seal": {"found": place is not None, "number": place.number if place else None}}
        print_json({
            "chains": [asdict(each) for each in chains], "markets": [facts(one) for one in found],
            "forecasts": len(rows), "problems": [problem for _, problem in judged if problem], **noted,
        })  # fmt: skip
    else:
        _shown(found)
        for _, problem in judged:
            if problem:
                say(problem)
        for each in chains:
            ends = f"BROKEN: {each.broken}" if each.broken else f"as issued, ends in {each.seal}"
            say(f"Record {each.chain}: {each.rows} forecasts, {ends}.")
        if seal:
            say(f"The seal stands at forecast {place.number}." if place else "No forecast here has that seal.")
    return 1 if any(each.broken for each in chains) or (seal and place is None) else 0


def _markets(engine: App, issued: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those whose candles are still here: without them nothing can be judged."""
    here = {(listing.symbol, listing.step) for listing in engine.candles.listings()}
    return sorted(issued & here)


def _judged(engine: App, symbol: str, step: str) -> tuple[LiveRecord | None, str]:
    """A market's record, or why there is none: a damaged row must not hide where the record is broken."""
    try:
        return record_of(engine, symbol, step), ""
    except DataError as error:
        return None, str(error)


def _shown(found: list[LiveRecord]) -> None:
    rows = [
        (one.symbol, one.step, f"{each.model} ({each.source})", str(each.issued), minute(each.since_ms),
         each.sentence, each.direction.sentence)
        for one in found
        for each in one.sources
    ]  # fmt: skip
    if rows:
        print_table("Issued live", ("market", "step", "by", "issued", "since", "ranges", "direction"), rows)
    else:
        say("No forecast of a market here was issued yet. One is whenever a chart shows it.")


def facts(one: LiveRecord) -> dict[str, Any]:
    """A market's record for scripts, times as text."""
    return {"symbol": one.symbol, "step": one.step, "sources": [_facts(each) for each in one.sources]}


def _facts(one: SourceRecord) -> dict[str, Any]:
    told = asdict(one)
    told["since"], told["newest"] = stamp(told.pop("since_ms")), stamp(told.pop("newest_ms"))
    for name in ("horizons", "horizons_year"):
        for horizon in told[name]:
            horizon["held"] = dict(zip(("50", "80", "95"), horizon["held"], strict=True))
    return dict(clean(told))
