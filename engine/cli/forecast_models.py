"""`forecast models` and `forecast issue`: models of one's own, and forecasts issued without a browser."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from engine.cli.bars import AsJson, minute, stamp
from engine.cli.output import print_json, print_table, say
from engine.core.errors import StoreError
from engine.forecast.model import Forecast
from engine.forecast.track.seen import seen_of
from engine.services.pooled import fitted_for
from engine.services.startup import opened
from engine.services.track.issuing import Kept, issue, ours
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
    symbol: Annotated[str, typer.Option(help="The market's name here, as `bars list` shows it.")],
    step: Annotated[str, typer.Option(help="Length of its candles, such as 1h.")],
    as_json: AsJson = False,
) -> int:
    """Make today's forecasts of a market, ours and those of your own models, and keep them as issued: for cron."""
    with opened() as engine:
        tape = whole_tape(engine, symbol, step, first_timeframe(step), known_until(engine, symbol, step))
        ahead = outlook(tape, fitted_for(engine, symbol))
        made, maker = ahead.forecast, ours(ahead.forecast.model, ahead.version)
        kept = issue(engine, made, seen_of(tape.bars, made.cutoff_ms), step, maker)
        if kept.number is None:
            raise StoreError(kept.trouble)
        others = own_forecasts(engine, symbol, step)
    told = [_told("Toption", made, kept)]
    told += [_told(each.model.name, each.forecast, each.kept) for each in others if each.forecast and each.kept]
    problems = [each.trouble for each in others if each.trouble]
    if as_json:
        print_json({"symbol": symbol, "step": step, "forecasts": told, "problems": problems})
    else:
        for each in told:
            say(f"{symbol} {step} by {each['source']} ({each['model']}) from {minute(each['cutoff_ms'])} UTC:"
                f" {'kept' if each['new'] else 'here already'} as forecast {each['number']}.")  # fmt: skip
        for problem in problems:
            say(problem)
    return 1 if problems else 0


def _told(source: str, made: Forecast, kept: Kept) -> dict[str, Any]:
    """One forecast for scripts."""
    low, high = made.band(0.8)
    return {
        "source": source, "model": made.model, "cutoff": stamp(made.cutoff_ms), "cutoff_ms": made.cutoff_ms,
        "last_close": made.last_close, "low_80": low.tolist(), "high_80": high.tolist(),
        "number": kept.number, "new": kept.is_new,
    }  # fmt: skip
