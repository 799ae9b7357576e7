"""What is computed once and kept for every visitor, keyed by frozen values and the candles' version."""

from typing import Final

import streamlit as st

from engine.bots.backtest import Setup
from engine.bots.measure.comparison import Comparison
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape
from engine.forecast.track.issued import Seen
from engine.forecast.track.seen import seen_of
from engine.services.candles import Listing, closes_for_picture, problems, unit_told
from engine.services.lab.comparing import Comparing, Part, compare_settings
from engine.services.lab.found import LabRun
from engine.services.lab.history import OpenedRun, run_by_key
from engine.services.lab.request import LabRequest
from engine.services.lab.several.markets import MarketsRequest
from engine.services.lab.several.portfolio import PortfolioRequest, PortfolioRun, portfolio
from engine.services.opportunities.catalogue import Ideas, Pasts, ideas
from engine.services.opportunities.catalogue import mark as catalogue_mark
from engine.services.opportunities.looking import Look, look_at, numbers_of
from engine.services.pooled import fitted_for, fitted_mark
from engine.services.review_rankings.reviewing import earlier
from engine.services.startup import App, open_app
from engine.services.track.issuing import issue, ours
from engine.services.tune_bot import Bot, Measured, Outlook, effect, measure, outlook, whole_tape
from pages.ui.answers import kept
from pages.ui.identity import role
from pages.ui.lab.job import LabJob, MarketsJob
from pages.ui.opportunities.past_job import PastJob

SETUP: Final = Setup()


@st.cache_resource(show_spinner=False)
def opened() -> App:
    """The engine of this process."""
    return open_app()


def engine() -> App:
    """The same, with whoever looks acting."""
    return opened().acting_as(role())


@kept(32)
def tape(symbol: str, step: str, version: str, timeframe: str, until_ms: int) -> Tape:
    """A market's tape; `version` and `until_ms` are what make it a different one."""
    del version
    return whole_tape(engine(), symbol, step, timeframe, until_ms)


@kept(24)
def measured(
    market: tuple[str, str, str, int], parameters: BotParameters, setup: Setup, days: int | None, timeframe: str = ""
) -> Measured:
    """A configuration's replay on a market (symbol, step, version, until), at its own timeframe or this one."""
    symbol, step, version, until_ms = market
    return measure(tape(symbol, step, version, timeframe or parameters.timeframe, until_ms), parameters, setup, days)


@kept(96)
def compared(
    market: tuple[str, str, str, int], pair: tuple[BotParameters, BotParameters], setup: Setup, days: int | None
) -> Comparison:
    """What the second of two configurations did beside the first, on a market (symbol, step, version, until)."""
    before, after = (measured(market, each, setup, days) for each in pair)
    return effect(before, after)


def seen_ahead(market: tuple[str, str, str, int], timeframe: str) -> Outlook:
    """The forecast from a market's newest close, by the model that was fitted last."""
    return _ahead(market, timeframe, fitted_mark(engine(), market[0]))


@kept(32)
def _ahead(market: tuple[str, str, str, int], timeframe: str, mark: str) -> Outlook:
    """The same; `mark` is another one as soon as another fit is there."""
    symbol, step, version, until_ms = market
    fitted = fitted_for(engine(), symbol) if mark else None
    return outlook(tape(symbol, step, version, timeframe, until_ms), fitted)


def seen_by_it(market: tuple[str, str, str, int], timeframe: str) -> Seen:
    """Which candles that forecast was made from."""
    return _seen(market, timeframe, seen_ahead(market, timeframe).forecast.cutoff_ms)


@kept(96)
def _seen(market: tuple[str, str, str, int], timeframe: str, cutoff_ms: int) -> Seen:
    symbol, step, version, until_ms = market
    return seen_of(tape(symbol, step, version, timeframe, until_ms).bars, cutoff_ms)


def recorded(market: tuple[str, str, str, int], timeframe: str) -> str:
    """Keep that forecast as it is shown now; what hindered it, or "". Asked each time: a world may begin anew."""
    ahead = seen_ahead(market, timeframe)
    maker = ours(ahead.forecast.model, ahead.version)
    return issue(engine(), ahead.forecast, seen_by_it(market, timeframe), market[1], maker).trouble


@kept(128)
def course(symbol: str, step: str, version: str) -> list[float]:
    """About 90 closes of a market's last 90 days, for a small picture."""
    del version
    return closes_for_picture(engine(), symbol, step)


@kept(128)
def one_unit(listing: Listing) -> str:
    """What one asset unit of a market is, in words."""
    return unit_told(engine(), listing)


@kept(4)
def candle_problems(stamp: tuple[tuple[str, int, int], ...]) -> tuple[str, ...]:
    """Candle files that cannot be used; `stamp` is what makes the answer a different one."""
    del stamp
    return problems(engine())


@kept(16)
def lab_job(request: LabRequest, candles: tuple[str, int], times: int, store: str) -> LabJob:
    """The work on a request, one for everybody; other candles (version, until) or a press of Run make it another.

    `store` is where its run is kept.
    """
    del candles, times, store
    return LabJob(engine(), request)


@kept(8)
def markets_job(request: MarketsRequest, candles: tuple[tuple[str, int], ...], times: int, store: str) -> MarketsJob:
    """The work on a request over several markets, as `lab_job`."""
    del candles, times, store
    return MarketsJob(engine(), request)


@kept(8)
def bots_together(bots: tuple[Bot, ...], request: PortfolioRequest, candles: tuple[str, int]) -> PortfolioRun:
    """Bots as they stand on one cash; `candles` (version, until) are what makes the answer another one."""
    del candles
    return portfolio(engine(), bots, request)


@kept(16)
def side_by_side(found: LabRun, numbers: tuple[int, ...], part: Part) -> Comparing:
    """Configurations of one very run over one part of its days, the first as what the others are held against."""
    return compare_settings(engine(), found, numbers, part)


@kept(8)
def lab_run(key: str, stamp: tuple[tuple[str, int, int], ...]) -> OpenedRun:
    """A run that was kept, and whether it still holds; `stamp` of the candles is what makes the answer another one."""
    del stamp
    return run_by_key(engine(), key)


def opportunities(app: App) -> tuple[Ideas, PastJob] | None:
    """Every opportunity there is now, scanned once for everybody, and the work on past ones; None without quotes.

    What became of past ideas takes seconds: it begins when today's are there, and is in them from the next look on.
    """
    mark = catalogue_mark(app)
    found = _ideas(mark, None)
    if found is None:
        return None
    job = _past(mark)
    knowing = _ideas(mark, job.found) if job.found is not None else None
    return knowing or found, job


@kept(4)
def looked_back(mark: tuple[object, ...], days: int) -> tuple[App, Ideas | None]:
    """The sample world so many days ago, with its ideas; `mark` is another one as soon as its clock is."""
    del mark
    then = earlier(engine(), engine().principal, days)
    return then, ideas(then)


@kept(4)
def _ideas(mark: tuple[object, ...], past: Pasts | None) -> Ideas | None:
    """The same; `mark` is another one as soon as the world's clock or the quotes are."""
    del mark
    return ideas(engine(), past=past)


@kept(2)
def _past(mark: tuple[object, ...]) -> PastJob:
    del mark
    return PastJob(engine())


def rows_of_ideas(found: Ideas) -> dict[str, int]:
    """The row of every opportunity by its name, worked out once a scan."""
    return _rows(catalogue_mark(engine()), found)


@kept(2)
def _rows(mark: tuple[object, ...], found: Ideas) -> dict[str, int]:
    del mark
    return numbers_of(found)


@kept(64)
def seen_close(found: Ideas, row: int) -> Look:
    """One opportunity under the glass: a list that is drawn again after a click looks at the same ones."""
    return look_at(found, row)
