"""Everything that was issued for one market, read once: the live record, what others say now, direction."""

from dataclasses import dataclass

from engine.gateways.store.desk import HOUSE
from engine.services.startup import App
from engine.services.track.imports import Beside, beside_from
from engine.services.track.issuing import issued_of, line_of
from engine.services.track.record import LiveRecord, record_from
from engine.services.track.tilt import DirectionView, direction_view


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A market's live record, the newest forecasts of sources and plug-ins, and what may be said of direction."""

    record: LiveRecord
    beside: tuple[Beside, ...]
    direction: DirectionView


def track_of(app: App, symbol: str, step: str) -> Track:
    """All of it, from one reading of the record and of the candles; to be kept by `track_mark`."""
    bars, now = app.candles.bars(symbol, step), app.now_on(app.candles.market(symbol, step))
    issued = issued_of(app, symbol, step)
    record = record_from(issued, bars, now)
    return Track(record, beside_from(issued, bars, now), direction_view(record, issued, now))


def track_mark(app: App, symbol: str, step: str) -> str:
    """A text that is another one whenever something was issued; beside it, candles and clock change a track. Quick."""
    market = app.candles.market(symbol, step)
    return app.store.forecasts(HOUSE).end(line_of(app, market), app.now_on(market))
