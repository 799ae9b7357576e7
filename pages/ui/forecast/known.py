"""What the Forecast tab shows, computed once and kept for every visitor by frozen values and the record's mark."""

from dataclasses import dataclass

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.market.bars import Bars
from engine.services.outlook import Leaning, Worth, leaning, side_by_side
from engine.services.pooled import fitted_mark
from engine.services.track.own_models import own_models
from engine.services.track.tilt import TiltEffect, tilt_effect
from engine.services.track.whole import Track, track_mark, track_of
from engine.services.tune_bot import Measured, Outlook
from pages.ui.answers import kept
from pages.ui.forecast.own_job import Own, OwnJob
from pages.ui.loaded import engine, measured, seen_ahead, tape

Key = tuple[str, str, str, int]  # symbol, step, version of the candles, until when they are known


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What the tab is about: the market, the replay with the settings on the screen, and the forecast."""

    market: Key
    after: Measured
    ahead: Outlook
    days: int | None
    tag: str

    @property
    def symbol(self) -> str:
        """The market's name."""
        return self.market[0]

    @property
    def is_simulated(self) -> bool:
        """Whether nothing here is a real price."""
        return self.after.market.simulated


def tracked(market: Key) -> Track:
    """Everything that was issued for a market, and what became of it."""
    return _tracked(market, track_mark(engine(), market[0], market[1]))


@kept(24)
def _tracked(market: Key, mark: str) -> Track:
    """The same; `mark` is another one whenever something was issued."""
    del mark
    return track_of(engine(), market[0], market[1])


def beside_each_other(market: Key, timeframe: str) -> tuple[Worth, ...]:
    """The models, each replayed on this market."""
    return _beside(market, timeframe, fitted_mark(engine(), market[0]))


@kept(24)
def _beside(market: Key, timeframe: str, mark: str) -> tuple[Worth, ...]:
    del mark
    record = seen_ahead(market, timeframe).record
    return () if record is None else side_by_side(whole(market, timeframe), record)


def whole(market: Key, timeframe: str) -> Bars:
    """Every candle of the market up to now."""
    return tape(market[0], market[1], market[2], timeframe, market[3]).bars


@kept(24)
def leans(market: Key, timeframe: str) -> Leaning | None:
    """How often a week went against the one before it here."""
    return leaning(whole(market, timeframe))


@kept(24)
def tilted(market: Key, parameters: BotParameters, setup: Setup, days: int | None) -> TiltEffect:
    """What the forecast's tilt did to a bot, against the same bot without it."""
    return tilt_effect(measured(market, parameters, setup, days).result)


def own_of(market: Key) -> Own:
    """Sets models of one's own to work; ask before the record is read, so that what is said to be done is in it."""
    names = tuple(each.name for each in own_models())
    job = _own_job(market, names) if names else None
    return Own(names, job, job is None or not job.is_running)


@kept(16)
def _own_job(market: Key, names: tuple[str, ...]) -> OwnJob:
    """Their work on a market's newest close, one for everybody who looks."""
    del names
    return OwnJob(engine(), market[0], market[1])
