"""What answers rest on, gathered from store and candles: the bot's versions, its findings, what was measured."""

from typing import Final

from engine.bots.backtest import Setup
from engine.bots.guards.situation import Situation
from engine.bots.measure.influence import acted
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, newest
from engine.chat.answers.facts import Facts, Kept, Results
from engine.core.errors import ToptionError
from engine.gateways.store.bots import AUTHORS, Bot, Version
from engine.services import tune_bot
from engine.services.conversation.message import Message
from engine.services.conversation.setting import appetite
from engine.services.startup import App

USUAL_DAYS: Final = 365
SETUP: Final = Setup()


def facts(app: App, bot: Bot, draft: BotParameters, talk: tuple[Message, ...], days: int | None = None) -> Facts:
    """Everything that is known about the bot as it is on the screen, measured over the newest `days` days.

    What cannot be measured (no candles, too short a history) is left out; StoreError when the bot is not one's own.
    """
    past = versions(app, bot, talk)
    alone = Facts(draft, bot.head.parameters, past, Situation(profile=appetite(app.desk())))
    try:
        tape = tape_of_bot(app, bot, draft)
        return _measured(app, bot, alone, tape, days or USUAL_DAYS)
    except ToptionError:  # candles that are gone or too few: the answer says that nothing was measured
        return alone


def versions(app: App, bot: Bot, talk: tuple[Message, ...]) -> tuple[Kept, ...]:
    """The versions that the present one came from, oldest first, with the reasons that the conversation gave."""
    known = {one.number: one for one in app.desk().versions(bot.id)}
    reasons = {
        message.card.version: {one.edit.parameter: one.edit.reasoning for one in message.card.decisions}
        for message in talk
        if message.card is not None and message.card.version is not None
    }
    return tuple(
        Kept(one.number, one.at_ms, AUTHORS[one.author], one.reason, one.parameters, reasons.get(one.number, {}))
        for one in lineage(known, bot.head.number)
    )


def lineage(known: dict[int, Version], number: int | None) -> tuple[Version, ...]:
    """A version and all that it came from, oldest first."""
    found: list[Version] = []
    while number is not None:
        found.append(known[number])
        number = known[number].parent
    return tuple(reversed(found))


def tape_of_bot(app: App, bot: Bot, parameters: BotParameters) -> Tape:
    """Every candle known of the bot's market at the timeframe of these settings; DataError when there are none."""
    until = tune_bot.known_until(app, bot.symbol, bot.step)
    return tune_bot.whole_tape(app, bot.symbol, bot.step, parameters.timeframe, until)


def _measured(app: App, bot: Bot, alone: Facts, tape: Tape, days: int) -> Facts:
    measured = tune_bot.measure(tape, alone.parameters, SETUP, days)
    influence = acted(newest(tape, days), alone.parameters, SETUP)
    never = tuple(name for name, did in influence.items() if not did)
    have = max(1, round(measured.record.days))
    period = f"the last {days} days" if have >= 0.95 * days else f"all {have} days there are"
    price = float(tape.bars.close[-1])
    costs = SETUP.costs
    place = Situation(
        tape.market, price, SETUP.capital, alone.place.profile, bot.step, costs.taker_fee, costs.slippage_bps
    )
    found = tune_bot.judged(alone.parameters, measured, bot.step, alone.place.profile)
    results = Results(period, measured.performance, measured.benchmarks, never)
    forecast, record = _ahead(app, bot, tape)
    return Facts(alone.parameters, alone.saved, alone.past, place, found, results, forecast, record)
