"""`forecast models` and `forecast issue`: models of one's own, and forecasts issued without a browser."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from engine.cli.bars import AsJson, minute, stamp
from engine.cli.output import print_json, print_table, say
from engine.core.errors import DataError, StoreError
from engine.forecast.model import Forecast
from engine.forecast.track.seen import seen_of
from engine.services.pooled import fitted_for
from engine.services.startup import App, opened
from engine.services.track.issuing import SOURCE, Kept, issue, ours
from engine.services.track.own_models import own_forecasts, tried
from engine.services.tune_bot import first_timeframe, known_until, outlook, whole_tape


def models(as_json: AsJson = False) -> int:
    """Forecast models of your own that are installed, each held against the checks; exit status 1 where one fails."""
    found = tried()
    if as_json:
        print_json(
            {"models": [{**asdict(each.model), "ok": not each.trouble, "trouble": each.trouble} for each in found]}
        )
    elif found:
        rows = [(each.model.name, f"{each.model.package} {each.model.version}", each.trouble or "ok") for each in found]
        print_table("Models of your own", ("model", "package", "checks"), rows)
    else:
        say("No forecast model of your own is installed. How to write one: docs/how-to/own-forecast-model.md.")
    return 1 if any(each.trouble for each in found) else 0


def issue_now(
    symbol: Annotated[str | None, typer.Option(help="A market's name here; without it, every market.")] = None,
    step: Annotated[str | None, typer.Option(help="Length of its candles, such as 1h.")] = None,
    as_json: AsJson = False,
) -> int:
    """Make today's forecasts, ours and those of your own models, and keep them as issued: for cron.

    Exit status 1 where one could not be made.
    """
    if (symbol is None) != (step is None):
        raise DataError("--symbol and --step name a market together. Give both, or neither.")
    with opened() as engine:
        if symbol and step:
            told, problems = _issued(engine, symbol, step)
        else:
            told, problems = [], []
            for listing in engine.candles.listings():
                try:
                    more = _issued(engine, listing.symbol, listing.step)
                except DataError as error:
                    more = ([], [f"{listing.symbol} {listing.step}: {error}"])
                told, problems = told + more[0], problems + more[1]
    if as_json:
        print_json({"forecasts": told, "problems": problems})
    else:
        for each in told:
            say(f"{each['symbol']} {each['step']} by {each['source']} ({each['model']}) from"
                f" {minute(each['cutoff_ms'])} UTC: {'kept' if each['new'] else 'here already'} as forecast"
                f" {each['number']}.")  # fmt: skip
        for problem in problems:
            say(problem)
    return 1 if problems else 0


def _issued(engine: App, symbol: str, step: str) -> tuple[list[dict[str, Any]], list[str]]:
    """A market's forecasts, made and kept now, and what was left out."""
    tape = whole_tape(engine, symbol, step, first_timeframe(step), known_until(engine, symbol, step))
    ahead = outlook(tape, fitted_for(engine, symbol))
    made = ahead.forecast
    kept = issue(engine, made, seen_of(tape.bars, made.cutoff_ms), step, ours(made.model, ahead.version))
    if kept.number is None:
        raise StoreError(kept.trouble)
    others = own_forecasts(engine, symbol, step)
    told = [_told((symbol, step, SOURCE), made, kept)]
    told += [
        _told((symbol, step, each.model.name), each.forecast, each.kept)
        for each in others
        if each.forecast and each.kept
    ]
    return told, [each.trouble for each in others if each.trouble]


def _told(of: tuple[str, str, str], made: Forecast, kept: Kept) -> dict[str, Any]:
    """One forecast for scripts: of a market and step, by a source."""
    low, high = made.band(0.8)
    return {
        "symbol": of[0], "step": of[1], "source": of[2], "model": made.model,
        "cutoff": stamp(made.cutoff_ms), "cutoff_ms": made.cutoff_ms, "last_close": made.last_close,
        "low_80": low.tolist(), "high_80": high.tolist(), "number": kept.number, "new": kept.is_new,
    }  # fmt: skip
