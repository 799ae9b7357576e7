"""Forecasts from elsewhere: checked against the candles here, kept as they came, drawn and judged beside ours."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import numpy as np

from engine.core.errors import DataError, StoreError
from engine.forecast.adopted import Quantiles, drawable, said_by
from engine.forecast.days import daily_closes, must_trade_daily
from engine.forecast.evaluate import TrackRecord
from engine.forecast.imported import Imported, read_predictions
from engine.forecast.interchange import to_predictions
from engine.forecast.model import FEWEST_DAYS, HORIZON, Forecast
from engine.forecast.track.issued import Issued, Maker, as_rows, deviation_of
from engine.forecast.track.seen import seen_of
from engine.gateways.store.desk import HOUSE
from engine.market.bars import DAY_MS, Bars, Floats, timestamp
from engine.market.symbols import DOLLARS, pair_of
from engine.services.startup import App, wall_clock
from engine.services.track.issuing import SOURCE, issued_of, line_of

NEAR: Final = 1e-3  # how far a stated last close may lie from the candle's: exchanges differ by less
UNNAMED: Final = "unnamed"
LARGEST: Final = 16 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Came:
    """One forecast that came in: as it is kept, whether it is new, and what has to be said about it."""

    issued: Issued
    is_new: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """The newest forecast of a source, as the chart can take it; None where today's candles do not allow it, and why.

    `is_over` when its 7 days have passed by the market's clock.
    """

    issued: Issued
    forecast: Forecast | None
    is_over: bool
    trouble: str = ""


def document_of(content: bytes) -> object:
    """What an uploaded file says, as JSON; DataError when it is none."""
    if len(content) > LARGEST:
        raise DataError(f"a forecast file must be at most {LARGEST >> 20} MiB of JSON. Give a smaller file.")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DataError(f"the file is not JSON ({' '.join(str(error).split())[:80]}). Export it anew.") from error


def import_forecast(app: App, document: object, source: str, market: tuple[str, str] | None = None) -> tuple[Came, ...]:
    """Keep the forecasts of a `model_predictions` document, of DeepAR's form or of a bare list of 7 prices.

    `market` is the symbol and step that they are of; without it, each is of the markets here that its unique_id names.
    All are kept or none: DataError says in one line what cannot be used. What a source said from a cutoff is never
    replaced.
    """
    made = _made(app, document, source, market)
    came: list[Came] = []
    lines = [line_of(app, app.candles.market(kept.symbol, kept.step)) for kept, _ in made]
    for line in dict.fromkeys(lines):
        mine = [each for each, of in zip(made, lines, strict=True) if of == line]
        places = app.store.forecasts(HOUSE).issue(line, [kept for kept, _ in mine])
        for (kept, notes), place in zip(mine, places, strict=True):
            came.append(Came(kept, place.is_new, notes if place.is_new else (*notes, _stands(app, kept))))
    return tuple(came)


def preview_forecast(
    app: App, document: object, source: str, market: tuple[str, str] | None = None
) -> tuple[Came, ...]:
    """What `import_forecast` would keep of it and say about it, with nothing kept; DataError as there."""
    came = []
    for kept, notes in _made(app, document, source, market):
        is_new = all(each.key != kept.key for each in issued_of(app, kept.symbol, kept.step))
        came.append(Came(kept, is_new, notes if is_new else (*notes, _stands(app, kept))))
    return tuple(came)


def _made(
    app: App, document: object, source: str, market: tuple[str, str] | None
) -> list[tuple[Issued, tuple[str, ...]]]:
    """The forecasts of a document as they would be kept, each with what has to be said."""
    if source.strip().lower() == SOURCE.lower():
        raise DataError(f"{SOURCE} is what the engine's own forecasts are called. Give the source another name.")
    read = read_predictions(document, datetime.fromtimestamp(wall_clock() / 1000, UTC).date())
    if not read:
        raise DataError("there is no forecast in it: the document is empty. Export it anew.")
    made = []
    for one in read:
        maker = Maker("imported", source.strip(), one.model or UNNAMED, one.version or UNNAMED)
        made += [_checked(app, one, maker, where) for where in _markets(app, one, market, len(read))]
    if not made:
        named = ", ".join(one.symbol for one in read[:8])
        raise DataError(
            f"none of its forecasts is of {' '.join(market or ())}: they are of {named}. Take another file."
        )
    return made


def _markets(app: App, one: Imported, wanted: tuple[str, str] | None, of: int) -> list[tuple[str, str]]:
    """The markets here that a forecast is of: by name, or by the same coin and currency."""
    here = [(listing.symbol, listing.step) for listing in app.candles.listings()]
    if wanted is not None and wanted not in here:
        app.candles.market(*wanted)  # says what there is
    if not one.symbol:
        if wanted is None:
            raise DataError("this forecast names no market: say which one it is of, by symbol and step.")
        return [wanted]
    found = [each for each in here if each[0] == one.symbol]
    found = found or [each for each in here if _is_same(each[0], one, chosen=each == wanted)]
    if wanted is not None:
        found = [each for each in found if each == wanted]
        if not found and of > 1:
            return []
    if not found:
        have = ", ".join(sorted({symbol for symbol, _ in here})) or "none yet"
        asked = f"{wanted[0]} {wanted[1]}" if wanted else have
        raise DataError(
            f"unknown symbol: the forecast is of {one.symbol[:40]}, "
            + (f"and {asked} was asked for." if wanted else f"and there are candles of {asked}.")
            + " Bring its candles in, or name the market as it is named here."
        )
    return found


def _is_same(symbol: str, one: Imported, chosen: bool) -> bool:
    """Whether a market here has the same coin and currency (USD where none is named); simulated are only themselves.

    A market that was chosen by name may be in another dollar: its last close must fit all the same.
    """
    if one.is_simulated or symbol.upper().startswith("SIM-"):
        return False
    here, there = pair_of(symbol), pair_of(one.symbol)
    quotes = (here.quote or "USD", there.quote or "USD")
    return here.base == there.base and (quotes[0] == quotes[1] or (chosen and set(quotes) <= set(DOLLARS)))


def _checked(app: App, one: Imported, maker: Maker, where: tuple[str, str]) -> tuple[Issued, tuple[str, ...]]:
    """The forecast as it will be kept, with what has to be said; DataError where the candles say otherwise."""
    symbol, step = where
    now = app.now_on(app.candles.market(symbol, step))
    bars = app.candles.bars(symbol, step).until(now)
    must_trade_daily(bars)
    newest = int(bars.time[-1] + bars.step_ms) // DAY_MS * DAY_MS
    cutoff = newest if one.cutoff is None else midnight_after(one.cutoff)
    if cutoff > now:
        raise DataError(
            f"the forecast of {symbol} has its cutoff in the future, {one.cutoff}; it is"
            f" {timestamp(now):%Y-%m-%d %H:%M} UTC there. Check its dates."
        )
    closes = _closes(bars, cutoff)
    if one.last_close is not None and abs(one.last_close / closes[-1] - 1) > NEAR:
        raise DataError(
            f"last_close of the forecast of {symbol} is {one.last_close:.10g}, the candle of"
            f" {_day(cutoff)} here closed at {closes[-1]:.10g}: they may differ by 0.1 %. Check market and date."
        )
    said = said_by(one, closes)
    kept = Issued(
        symbol, step, cutoff, now, maker, seen_of(bars, cutoff), one.last_close or float(closes[-1]),
        deviation_of(closes), tuple(said.levels.tolist()), as_rows(said.prices), said.note,
    )  # fmt: skip
    return kept, tuple(note for note in (said.note, *_timing(one, kept)) if note)


def _closes(bars: Bars, cutoff: int) -> Floats:
    """Daily closes up to the cutoff, where a candle ends at it; DataError where none does or there are too few."""
    closing = bars.time + bars.step_ms
    if cutoff not in closing:
        raise DataError(
            f"no candle of {bars.symbol} {bars.step} ends with {_day(cutoff)} here: there are candles from"
            f" {_day(int(closing[0]))} to {_day(int(closing[-1]))}. Bring them in, or take another cutoff."
        )
    closes = daily_closes(bars.until(cutoff))[1]
    if len(closes) < FEWEST_DAYS:
        raise DataError(
            f"a forecast of {bars.symbol} needs at least {FEWEST_DAYS} daily closes without a gap up to its cutoff,"
            f" was {len(closes)}. Bring older candles."
        )
    return closes


def _timing(one: Imported, kept: Issued) -> Iterator[str]:
    """What a missing cutoff was taken for, and which of its days can no longer count."""
    if one.cutoff is None:
        yield f"No cutoff was said: taken from {_day(kept.cutoff_ms)}, the newest day that is over."
    known = min(HORIZON, (kept.issued_ms - kept.cutoff_ms) // DAY_MS)
    if known:
        yield (f"{known} of its {HORIZON} days were over when it came: they are drawn, and never count for its record.")


def _stands(app: App, one: Issued) -> str:
    """What is there already from this cutoff: the same, or something else that stays."""
    before = next(each for each in issued_of(app, one.symbol, one.step) if each.key == one.key)
    same = (before.levels, before.quantiles) == (one.levels, one.quantiles)
    when = f"{timestamp(before.issued_ms):%Y-%m-%d %H:%M} UTC"
    if same:
        return f"It was here already, since {when}."
    return (
        f"Another forecast by {one.maker.source} from {_day(one.cutoff_ms)} came at {when} and stays:"
        " what was said from a cutoff is never replaced."
    )


def imported_of(app: App, symbol: str, step: str) -> tuple[Beside, ...]:
    """The newest forecast of each source and plug-in for a market, by name, to be drawn beside ours."""
    now = app.now_on(app.candles.market(symbol, step))
    return beside_from(issued_of(app, symbol, step), app.candles.bars(symbol, step), now)


def beside_from(issued: Sequence[Issued], bars: Bars, now_ms: int) -> tuple[Beside, ...]:
    """The same, of these forecasts of one market."""
    newest: dict[tuple[str, str], Issued] = {}
    for one in issued:
        key = (one.maker.origin, one.maker.source)
        if one.maker.origin != "ours" and (key not in newest or one.cutoff_ms >= newest[key].cutoff_ms):
            newest[key] = one
    known = bars.until(now_ms) if newest else bars
    return tuple(_beside(newest[key], known, now_ms) for key in sorted(newest))


def _beside(one: Issued, bars: Bars, now: int) -> Beside:
    is_over = now >= one.cutoff_ms + HORIZON * DAY_MS
    try:
        return Beside(one, redrawn(one, bars), is_over)
    except (DataError, StoreError) as error:
        return Beside(one, None, is_over, str(error))


def redrawn(one: Issued, bars: Bars) -> Forecast:
    """An issued forecast with bands at the usual levels and joint paths, from today's candles up to its cutoff."""
    closes = daily_closes(bars.until(one.cutoff_ms))[1]
    said = Quantiles(np.array(one.levels), np.array(one.quantiles), one.note)
    return drawable(one.symbol, one.cutoff_ms, closes, said, f"{one.maker.model} ({one.maker.source})")


def export_predictions(
    app: App, forecasts: Sequence[Forecast], records: dict[str, TrackRecord] | None = None, maker: Maker | None = None
) -> dict[str, Any]:
    """These forecasts (of equal levels) as `model_predictions`, dated by their market's clock, ours or by `maker`."""
    if not forecasts:
        raise DataError("there is no forecast to export. Make one first.")
    simulated = forecasts[0].symbol.upper().startswith("SIM-")
    now = app.now() if simulated else wall_clock()
    if maker is None:
        return to_predictions(*forecasts, generated_ms=now, records=records)
    return to_predictions(*forecasts, generated_ms=now, records=records, source=maker.source, version=maker.version)


def midnight_after(day: date) -> int:
    """The moment (ms, UTC) that ends a day."""
    return int(datetime.combine(day + timedelta(days=1), time(), UTC).timestamp() * 1000)


def _day(end_ms: int) -> str:
    """The UTC day that a close at this moment belongs to."""
    return f"{timestamp(end_ms - 1):%Y-%m-%d}"
