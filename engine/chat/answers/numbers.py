"""Answers from measured numbers: how it did, what never acted, how risky it is, what the week may bring."""

from typing import Final

from engine.bots.guards.situation import order_units
from engine.bots.parameters import KNOBS
from engine.bots.settings.words import full_worth, money, order_worth
from engine.chat.answers.facts import Facts, Results, percent, ranged
from engine.chat.assessment import assess
from engine.forecast.model import HORIZON

NO_CANDLES: Final = "There are no candles to measure it on: bring this market's candles first."
NO_FORECAST: Final = "There is no forecast for this market: it needs 30 daily closes without a gap."
MOST: Final = 3
AS_USUAL: Final = 0.1  # a tenth more or less volatile than usual is not worth a word
TREND: Final = 0.3  # where the hybrid style begins to follow
FALL_SURE: Final = "about 88 %"  # measured: a fresh period's fall lay in this range 86 to 90 times in 100


def results(facts: Facts) -> str:
    """The return, the deepest fall and the trades with their errors, beside doing nothing; and whether it is luck."""
    found = facts.results
    if found is None:
        return NO_CANDLES
    measured = found.performance
    if not measured.trades:
        return f"Over {found.period} it did not trade once. {_held(found)}"
    lines = [
        f"Over {found.period}{_simulated(facts)}: return after costs {ranged(measured.total_return)};"
        f" deepest fall {ranged(measured.max_drawdown, sure=FALL_SURE)}; {measured.trades} trades,"
        f" {ranged(measured.trades_per_week, 1.0, '')} a week; {ranged(measured.win_rate)} of them won;"
        f" Sharpe {ranged(measured.sharpe, 1.0, '')}; fees {measured.fees:,.2f}{_quote(facts)}.",
        _held(found),
    ]
    if not measured.total_return.excludes_zero:
        lines.append("The range of the return holds zero: it could be luck, good or bad.")
    return "\n".join(lines)


def never(facts: Facts) -> str:
    """The settings without which the replay would have been the same."""
    found = facts.results
    if found is None:
        return NO_CANDLES
    if not found.performance.trades:
        return f"Over {found.period} it did not trade once, so no setting acted."
    names = ", ".join(f"{KNOBS[name].label.lower()} ({name})" for name in found.never)
    if not names:
        return f"Over {found.period} every setting acted at least once."
    return f"Over {found.period} these never acted; without them the same trades would have been made: {names}."


def risk(facts: Facts) -> str:
    """The level with its reasons, an order and a stop in money, the deepest fall that was measured, the findings."""
    judged = assess(facts.parameters, facts.parameters, facts.place.profile)
    lines = [f"Risk is {judged.overall_risk_level}. {judged.suitability}", *_in_money(facts)]
    if facts.results is not None and facts.results.performance.trades:
        fall = ranged(facts.results.performance.max_drawdown, sure=FALL_SURE)
        lines.append(f"The deepest fall over {facts.results.period}{_simulated(facts)} was {fall}.")
    found = [each.message for each in facts.findings if each.level != "note"]
    lines += found[:MOST] or ["No guardrail has anything against these settings here."]
    return "\n".join(lines)


def ahead(facts: Facts) -> str:
    """The range of the coming week with its own record; a direction is not told, since nobody knows one."""
    seen = facts.forecast
    if seen is None:
        return NO_FORECAST
    low, high = seen.band(0.8)
    day, week = ((low[at], high[at]) for at in (0, HORIZON - 1))
    daily = percent(seen.daily_deviation, signed=False)
    lines = [
        f"Which way it goes is not known to anybody, and not told here. From {seen.last_close:,.6g}{_simulated(facts)},"
        f" 8 of 10 outcomes should lie within {day[0]:,.6g} to {day[1]:,.6g} after a day and"
        f" {week[0]:,.6g} to {week[1]:,.6g} after {HORIZON} days (about {daily} a day)."
    ]
    lines += [mood(facts)] if mood(facts) else []
    if facts.record is not None:
        held = percent(facts.record.coverage_week[1], signed=False)
        lines.append(f"Replayed here {facts.record.origins} times, that 80 % range held the price {held} of the time.")
    limit = facts.parameters.max_volatility_pct
    if seen.daily_deviation * 100 > limit:
        lines.append(f"That is above the volatility limit of {limit:g} % a day: the bot takes no entries.")
    return "\n".join(lines)


def mood(facts: Facts) -> str:
    """Whether the week should be calmer or wilder than usual, and whether there is a trend; empty where unknown."""
    if facts.calm is None or facts.efficiency is None:
        return ""
    week = (
        "about as usual"
        if abs(facts.calm) < AS_USUAL
        else "calmer than usual"
        if facts.calm > 0
        else "wilder than usual"
    )
    trend = "a trend" if facts.efficiency >= TREND else "no trend"
    return f"The coming week should be {week}; the last 50 bars show {trend} (efficiency {facts.efficiency:.2f} of 1)."


def _in_money(facts: Facts) -> list[str]:
    place, parameters = facts.place, facts.parameters
    if place.market is None or place.price is None or place.capital is None:
        return [f"A first order is {order_units(parameters):.6g} asset units."]
    order = order_worth(parameters, place.market, place.price, place.capital)
    full = full_worth(parameters, place.market, place.price, place.capital)
    lost = full * parameters.stop_loss_pct / 100
    quote = place.market.quote
    return [
        f"A first order is {money(order)} {quote}; with every lot filled {money(full)} of {place.capital:,.0f} {quote},"
        f" and a stop then costs about {lost:,.2f} {quote} ({percent(lost / place.capital, signed=False)}) and fees."
    ]


def _held(found: Results) -> str:
    """What the same money would have done without the bot, and whether the bot's lead is more than chance."""
    held, part = found.benchmarks.hold, found.benchmarks.same_exposure
    line = f"Holding all along made {percent(held.total_return)}"
    if part is not None and found.performance.trades:
        share = percent(found.performance.mean_exposure or 0.0, signed=False)
        line += f", holding the bot's average {share} of the money {percent(part.total_return)}"
    return f"{line}. {(part or held).lead.sentence}" if found.performance.trades else f"{line}."


def _quote(facts: Facts) -> str:
    return f" {facts.place.market.quote}" if facts.place.market is not None else ""


def _simulated(facts: Facts) -> str:
    return " (simulated prices)" if facts.place.market is not None and facts.place.market.simulated else ""
