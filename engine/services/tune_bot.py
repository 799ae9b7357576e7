"""The journey of tuning: open a market's bot, measure a draft beside what is saved, keep it, take it back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from engine.bots import guardrails
from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.guards.finding import Finding
from engine.bots.guards.situation import Situation
from engine.bots.measure.benchmarks import Benchmarks, benchmarks
from engine.bots.measure.comparison import Comparison, compare
from engine.bots.measure.record import record
from engine.bots.measure.sensitivity import Variant, sensitivity
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.performance import Performance, Replay, performance
from engine.bots.settings.knob import Value
from engine.bots.strategy import Band, band
from engine.bots.tape import Tape, newest, tape_of
from engine.core.errors import DataError, ParameterError, ToptionError
from engine.forecast.days import daily_closes
from engine.forecast.e4.forecast import MODEL, by_e7
from engine.forecast.evaluate import TrackRecord, track_record
from engine.forecast.interchange import VERSION
from engine.forecast.model import Forecast
from engine.forecast.touching import touch_probability
from engine.gateways.store.bots import Bot, Change, NewBot, Version
from engine.gateways.store.results import Result
from engine.market.bars import STEPS
from engine.market.market import Market
from engine.services.pooled import Fitted, forecast_by
from engine.services.startup import App, wall_clock

USUAL_DAYS: Final = 365  # what is measured on where nothing else was chosen


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """One configuration replayed: the result, its band, its numbers with their uncertainty, what they hang on."""

    result: BacktestResult
    record: Replay
    band: Band
    performance: Performance
    benchmarks: Benchmarks
    sensitivity: tuple[Variant, ...]

    @property
    def market(self) -> Market:
        """The market's trading rules."""
        return self.result.tape.market


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """The 7-day forecast from the newest close, with the record of such forecasts (None: history too short).

    `version` says which fit of a fitted model it is: its form, and until which day it knew. `beside` is E7's
    forecast where a fitted model made the one that counts.
    """

    forecast: Forecast
    record: TrackRecord | None
    version: str = VERSION
    beside: Forecast | None = None


@dataclass(frozen=True, slots=True)
class Touch:
    """The chances (0 to 1) that the price touches the lower and the upper edge of the last band within 7 days."""

    lower: float
    upper: float


def open_bot(app: App, symbol: str, step: str) -> Bot:
    """The bot on this market; where there is none, a first one with default settings, by nobody's wish.

    The first look writes it, since drafts, labels and links hang on its number. However many look at once, it is one.
    """
    desk = app.desk()
    start = BotParameters(timeframe=first_timeframe(step))
    draft = NewBot(f"{symbol} bot", symbol, step, start, "Default settings", "start")
    return desk.bot_on(symbol, step) or desk.create_bot(draft, wall_clock())


def bots_of(app: App, markets: Collection[tuple[str, str]]) -> tuple[Bot, ...]:
    """My bots on these markets (symbol and step): those that were worked on first, the newest change before older."""
    mine = (bot for bot in app.desk().bots() if (bot.symbol, bot.step) in markets)
    return tuple(sorted(mine, key=lambda bot: (bot.head.number > 1, bot.head.at_ms), reverse=True))


def first_timeframe(step: str) -> str:
    """One hour where the candles are fine enough, else the finest timeframe that they can be made into."""
    possible = [name for name in KNOBS["timeframe"].choices if STEPS[name] % STEPS[step] == 0]
    return "1h" if "1h" in possible else possible[0]


def known_until(app: App, symbol: str, step: str) -> int:
    """The moment up to which a market's candles are known: its newest close, or the clock's last whole step before."""
    listing, length = app.candles.listing(symbol, step), STEPS[step]
    now = app.now_on(app.candles.market(symbol, step)) // length * length
    return now if listing is None else min(now, listing.last_ms + length)


def whole_tape(app: App, symbol: str, step: str, timeframe: str, until_ms: int) -> Tape:
    """Every candle of a market that had closed by then, at the bot's timeframe."""
    bars = app.candles.bars(symbol, step).until(until_ms)
    return tape_of(bars, app.candles.market(symbol, step), timeframe)


def measure(tape: Tape, parameters: BotParameters, setup: Setup, days: int | None) -> Measured:
    """Replay a configuration over the newest `days` days (None: all)."""
    part = newest(tape, days)
    result = backtest(part, parameters, setup)
    taken = record(result)
    return Measured(
        result,
        taken,
        band(part, parameters.window, parameters.k_sigma),
        performance(taken),
        benchmarks(taken, setup.costs.taker_fee, part.funding),
        sensitivity(part, parameters, setup),
    )


def effect(before: Measured, after: Measured) -> Comparison:
    """What a change did, every difference with its error."""
    return compare(before.record, after.record)


def outlook(tape: Tape, fitted: Fitted | None = None) -> Outlook:
    """The forecast from the tape's newest close, by the fitted model where there is one, with that model's record.

    E7's else. DataError when the history is too short for any.
    """
    made = forecast_by(fitted, tape.bars)
    if fitted is not None and made.model == MODEL:
        return Outlook(made, fitted.record, fitted.version, by_e7(tape.bars.symbol, tape.bars))
    times, closes = daily_closes(tape.bars)
    try:
        return Outlook(made, track_record(closes, times))
    except DataError:  # too few weeks to judge by, or a market that never moved: the page says that there is no record
        return Outlook(made, None)


def touches(seen: Outlook, edges: Band) -> Touch | None:
    """The chances of touching the last band; None where there is no band at the newest bar."""
    lower, upper = float(edges.lower[-1]), float(edges.upper[-1])
    if not lower <= upper:
        return None
    # A wild market's lower edge may lie at or below zero, where no price gets to.
    low = touch_probability(seen.forecast, lower) if lower > 0 else 0.0
    return Touch(low, touch_probability(seen.forecast, upper) if upper > 0 else 0.0)


def drafted(parameters: BotParameters, values: Mapping[str, Value]) -> BotParameters:
    """The settings with these values moved; ParameterError when they do not go together."""
    return changed(parameters, values)


def judged(parameters: BotParameters, measured: Measured, step: str, profile: str | None = None) -> tuple[Finding, ...]:
    """What the guardrails say about these settings on this market, at its newest price, with its costs."""
    tape, setup = measured.result.tape, measured.result.setup
    price = float(tape.bars.close[-1])
    costs = setup.costs
    place = Situation(tape.market, price, setup.capital, profile, step, costs.taker_fee, costs.slippage_bps)
    return guardrails.judged(parameters, place)


def apply(app: App, bot: Bot, parameters: BotParameters, reason: str, impossible: tuple[Finding, ...] = ()) -> Bot:
    """Keep these settings as the bot's next version; refused when they cannot work, here or as already found."""
    must_work(app, bot, parameters, impossible)
    change = Change(parameters, "you", reason, result_of(app, bot, parameters))
    return app.desk().apply(bot.id, change, bot.revision, wall_clock())


def result_of(app: App, bot: Bot, parameters: BotParameters) -> Result | None:
    """What these settings did beside the present ones over the last year, to be kept with them; None where neither
    can be replayed.
    """
    try:
        until = known_until(app, bot.symbol, bot.step)
        before, after = (
            record(
                backtest(
                    newest(whole_tape(app, bot.symbol, bot.step, each.timeframe, until), USUAL_DAYS), each, Setup()
                )
            )
            for each in (bot.head.parameters, parameters)
        )
        return Result(compare(before, after), after.days, until, app.candles.market(bot.symbol, bot.step).simulated)
    except ToptionError:  # candles that are gone, too few, or that have another step
        return None


def results(app: App, bot: Bot) -> dict[int, Result]:
    """What the bot's changes did where it was measured when they were kept, by version."""
    return app.desk().results(bot.id)


def must_work(app: App, bot: Bot, parameters: BotParameters, impossible: tuple[Finding, ...] = ()) -> None:
    """ParameterError, naming every reason, when these settings cannot work, here or as already found."""
    place = Situation(market_of(app, bot), step=bot.step)
    here = [each for each in guardrails.judged(parameters, place) if each.level == "impossible"]
    found = {finding.key: finding.message for finding in (*here, *impossible)}
    if found:
        raise ParameterError(" ".join(found.values()))


def market_of(app: App, bot: Bot) -> Market | None:
    """The rules of the market that a bot trades; None when its candles are gone."""
    known = {(listing.symbol, listing.step) for listing in app.candles.listings()}
    return app.candles.market(bot.symbol, bot.step) if (bot.symbol, bot.step) in known else None


def undo(app: App, bot: Bot) -> Bot:
    """Back to the state before the last move."""
    return app.desk().undo(bot.id, bot.revision, wall_clock())


def redo(app: App, bot: Bot) -> Bot:
    """Forward again to what was undone."""
    return app.desk().redo(bot.id, bot.revision, wall_clock())


def restore(app: App, bot: Bot, number: int) -> Bot:
    """A new version equal to an old one."""
    return app.desk().restore(bot.id, number, bot.revision, wall_clock())


def history(app: App, bot: Bot) -> tuple[Version, ...]:
    """Every version of the bot, newest first."""
    return app.desk().versions(bot.id)
