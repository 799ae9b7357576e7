"""What answers rest on, gathered from store and candles: the bot's versions, its findings, what was measured."""

import math
from dataclasses import replace
from typing import Final

from engine.bots.backtest import Setup
from engine.bots.guards.situation import Situation
from engine.bots.kernel.moments import efficiency_ratio
from engine.bots.measure.influence import acted
from engine.bots.parameters import BotParameters
from engine.bots.strategy import RATIO_BARS
from engine.bots.tape import Tape, newest
from engine.chat.answers.facts import Facts, Kept, Results
from engine.core.errors import ToptionError
from engine.gateways.store.bots import AUTHORS, Bot, Version
from engine.services import tune_bot
from engine.services.conversation.message import Message
from engine.services.conversation.setting import appetite
from engine.services.pooled import Fitted, fitted_for
from engine.services.startup import App

SETUP: Final = Setup()


def known_facts(app: App, bot: Bot, draft: BotParameters, talk: tuple[Message, ...]) -> Facts:
    """What the store knows about the bot as it is on the screen; StoreError when the bot is not one's own."""
    past = versions(app, bot, talk)
    return Facts(draft, bot.head.parameters, past, Situation(profile=appetite(app.desk())))


def with_measures(app: App, bot: Bot, known: Facts, days: int | None = None) -> Facts:
    """The facts with what was measured over the newest `days` days; as they were where nothing can be measured."""
    try:
        tape = tape_of_bot(app, bot, known.parameters)
        return _measured(bot, known, tape, days or tune_bot.USUAL_DAYS, fitted_for(app, bot.symbol))
    except ToptionError:  # candles that are gone or too few: the answer says that nothing was measured
        return known


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


def _measured(bot: Bot, alone: Facts, tape: Tape, days: int, fitted: Fitted | None) -> Facts:
    measured = tune_bot.measure(tape, alone.parameters, SETUP, days)
    never = tuple(name for name, did in acted(newest(tape, days), alone.parameters, SETUP).items() if not did)
    have = max(1, round(measured.record.days))
    asked = "the last day" if days == 1 else f"the last {days} days"
    period = asked if have >= 0.95 * days else f"all {have} days there are"
    price, fee, slippage = float(tape.bars.close[-1]), SETUP.costs.taker_fee, SETUP.costs.slippage_bps
    profile = alone.place.profile
    seen = _ahead(tape, fitted)
    return replace(
        alone,
        place=Situation(tape.market, price, SETUP.capital, profile, bot.step, fee, slippage),
        findings=tune_bot.judged(alone.parameters, measured, bot.step, profile),
        results=Results(period, measured.performance, measured.benchmarks, never),
        forecast=seen.forecast if seen else None,
        record=seen.record if seen else None,
        calm=float(tape.strength[-1]),
        efficiency=_efficiency(tape),
    )


def _efficiency(tape: Tape) -> float | None:
    """The efficiency ratio at the newest close; None after a gap or in a young market."""
    ratio = float(efficiency_ratio(tape.bars.close, tape.run, RATIO_BARS)[-1])
    return ratio if math.isfinite(ratio) else None


def _ahead(tape: Tape, fitted: Fitted | None) -> tune_bot.Outlook | None:
    try:
        return tune_bot.outlook(tape, fitted)
    except ToptionError:  # too few days for a forecast: the answer says so
        return None
