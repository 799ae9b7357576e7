"""Guardrails about settings that make each other impossible, pointless or expensive."""

import math
from collections.abc import Iterator
from typing import Final

from engine.bots.guards.finding import Finding, Remedy, down_to, up_to
from engine.bots.guards.situation import Situation, order_units, stop_pct
from engine.bots.parameters import BotParameters
from engine.market.bars import DAY_MS, STEPS

LOPSIDED: Final = 0.8  # share of trades that must win before we say so
NARROW: Final = 0.25  # deviations between entry and exit that hardly pay a fee
SURE: Final = 0.9  # a forecast is rarely this sure


def never_signals(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A band that no close can leave.

    The newest of n numbers is at most sqrt(n - 1) population deviations from their mean (Samuelson 1968),
    reached only when all others are equal; the close must lie beyond the band, so equality never signals.
    """
    window, k = parameters.window, parameters.k_sigma
    most = math.sqrt(window - 1)
    if k < most - 1e-9:
        return
    message = (
        f"k_sigma {k:g} with window {window} never trades: the newest of {window} closes cannot be more than"
        f" {most:.2f} standard deviations from their mean."
    )
    remedies: tuple[Remedy, ...] = (
        down_to("k_sigma", most, strictly=True),
        up_to("window", k * k + 1, strictly=True),
    )
    yield Finding("impossible", ("k_sigma", "window"), message, "never_signals", remedies)


def hardly_confirms(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A confirmation that only a quickening move can give: a straight line never lies that far out.

    The newest of n evenly spaced values is sqrt(3 (n - 1) / (n + 1)) population deviations from their mean.
    On five years of hourly bitcoin 24 % of the signals or fewer then last three bars more.
    """
    window, k, confirm = parameters.window, parameters.k_sigma, parameters.entry_confirm_bars
    line = math.sqrt(3 * (window - 1) / (window + 1))
    if confirm < 3 or k < line:
        return
    message = (
        f"entry_confirm_bars {confirm} with k_sigma {k:g} rarely trades: even a steady straight move stays only"
        f" {line:.2f} standard deviations from its {window}-bar mean, and the signal must hold at {confirm + 1} closes."
    )
    remedies: tuple[Remedy, ...] = ({"entry_confirm_bars": 2}, down_to("k_sigma", line, strictly=True))
    yield Finding("note", ("entry_confirm_bars", "k_sigma"), message, "hardly_confirms", remedies)


def exit_at_the_entry(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """An exit level so near the entry level that a trade is over before it paid its fees."""
    room = parameters.k_sigma - parameters.exit_band
    if room > NARROW + 1e-9:
        return
    message = (
        f"exit_band {parameters.exit_band:g} is only {room:.1f} standard deviations from k_sigma"
        f" {parameters.k_sigma:g}: positions are closed almost where they were opened, and fees are paid twice."
    )
    remedies: tuple[Remedy, ...] = (
        down_to("exit_band", parameters.k_sigma - 2 * NARROW),
        up_to("k_sigma", parameters.exit_band + 2 * NARROW),
    )
    yield Finding("warning", ("exit_band", "k_sigma"), message, "exit_at_the_entry", remedies)


def target_below_costs(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """A profit target that the costs eat: a trade that wins loses."""
    cost, target = place.round_trip_pct(parameters), parameters.take_profit_pct
    if target > cost:
        return
    message = (
        f"take_profit_pct {target:g} does not pay the {cost:.2f} % that entering and leaving cost: a trade that"
        " reaches its target still loses."
    )
    remedies = (up_to("take_profit_pct", cost, strictly=True),)
    yield Finding("warning", ("take_profit_pct",), message, "target_below_costs", remedies)


def lopsided(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """Small wins against large losses: nearly every trade must win."""
    stop, target, cost = stop_pct(parameters), parameters.take_profit_pct, place.round_trip_pct(parameters)
    needed = (stop + cost) / (stop + target)
    if not LOPSIDED <= needed < 1:
        return
    message = (
        f"take_profit_pct {target:g} against a stop of {stop:g} %: of the trades that end at one of the two,"
        f" {needed:.0%} must win to break even after {cost:.2f} % costs."
    )
    tighter = (LOPSIDED * target - cost) / (1 - LOPSIDED)
    which = "stop_loss_pct" if stop == parameters.stop_loss_pct else "trailing_stop_pct"
    remedies = (
        up_to("take_profit_pct", (stop + cost) / LOPSIDED - stop, strictly=True),
        down_to(which, tighter, strictly=True),
    )
    yield Finding("warning", ("take_profit_pct", "stop_loss_pct"), message, "lopsided", remedies)


def trailing_within_costs(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """A trailing stop nearer than the costs: ordinary wobble closes everything at a loss."""
    trailing, cost = parameters.trailing_stop_pct, place.round_trip_pct(parameters)
    if not 0 < trailing <= cost:
        return
    message = (
        f"trailing_stop_pct {trailing:g} is no wider than the {cost:.2f} % that a trade costs: a price that does not"
        " rise at once is sold at a loss."
    )
    remedies: tuple[Remedy, ...] = ({"trailing_stop_pct": 0.0}, up_to("trailing_stop_pct", cost, strictly=True))
    yield Finding("warning", ("trailing_stop_pct",), message, "trailing_within_costs", remedies)


def trailing_hides_stop(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A trailing stop at least as tight as the stop loss is above it from the entry on."""
    trailing, stop = parameters.trailing_stop_pct, parameters.stop_loss_pct
    if not 0 < trailing <= stop:
        return
    message = (
        f"stop_loss_pct {stop:g} has no effect: trailing_stop_pct {trailing:g} is no wider and, from the entry on,"
        " closes the position first."
    )
    remedies: tuple[Remedy, ...] = ({"trailing_stop_pct": 0.0}, up_to("trailing_stop_pct", stop, strictly=True))
    yield Finding("note", ("trailing_stop_pct", "stop_loss_pct"), message, "trailing_hides_stop", remedies)


def trailing_too_late(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A trailing stop that the target overtakes: it can never lock in a profit, or never acts at all.

    Until the target a of (1 + target) the stop is at most a (1 + target) (1 - trailing): at or below the
    entry if trailing >= target / (1 + target), and below the stop loss if that is above it.
    """
    trailing = parameters.trailing_stop_pct / 100
    stop, target = parameters.stop_loss_pct / 100, parameters.take_profit_pct / 100
    highest = (1 + target) * (1 - trailing)
    if trailing == 0 or highest > 1:
        return
    effect = (
        "hardly ever rises above the stop loss before the target closes the position"
        if highest <= 1 - stop
        else "cannot lock in a profit, since the target closes the position before the stop reaches the entry price"
    )
    message = (
        f"trailing_stop_pct {parameters.trailing_stop_pct:g} with take_profit_pct {parameters.take_profit_pct:g}: it"
        f" {effect}."
    )
    remedies: tuple[Remedy, ...] = (
        {"trailing_stop_pct": 0.0},
        down_to("trailing_stop_pct", 100 * target / (1 + target), strictly=True),
        up_to("take_profit_pct", 100 * trailing / (1 - trailing), strictly=True),
    )
    yield Finding("note", ("trailing_stop_pct", "take_profit_pct"), message, "trailing_too_late", remedies)


def held_too_briefly(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A time stop that comes before the band exit.

    From beyond the band the close needs about 0.5 to 0.7 windows to come back to the mean (the median on
    hourly bitcoin and on a random walk alike).
    """
    if parameters.max_holding_bars >= parameters.window / 2:
        return
    message = (
        f"max_holding_bars {parameters.max_holding_bars} is under half of window {parameters.window}: a price needs"
        " about that long to come back to its mean, so most positions are closed by time, at the market, with a fee."
    )
    remedies = (
        up_to("max_holding_bars", parameters.window / 2),
        down_to("window", 2 * parameters.max_holding_bars),
    )
    yield Finding("warning", ("max_holding_bars", "window"), message, "held_too_briefly", remedies)


def cooldown_of_a_day(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A rest of a day or more makes a cap on the entries of a day pointless."""
    a_day = DAY_MS // STEPS[parameters.timeframe]
    rest, cap, lots = parameters.cooldown_bars, parameters.max_trades_per_day, parameters.max_open_positions
    if a_day == 1 or rest < a_day or cap <= lots:
        return
    message = (
        f"max_trades_per_day {cap} has no effect: cooldown_bars {rest} is {rest / a_day:.1f} days of"
        f" {parameters.timeframe} bars, so a day sees one position of at most {lots} entries (max_open_positions)."
    )
    remedies: tuple[Remedy, ...] = (
        down_to("cooldown_bars", a_day, strictly=True),
        {"max_trades_per_day": lots},
    )
    yield Finding("note", ("cooldown_bars", "max_trades_per_day"), message, "cooldown_of_a_day", remedies)


def forecast_never_sure(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A forecast that is to tilt the size, and a confidence that it hardly ever reaches."""
    if parameters.ml_weight == 0 or parameters.ml_min_confidence <= SURE:
        return
    message = (
        f"ml_weight {parameters.ml_weight:g} hardly ever acts: ml_min_confidence {parameters.ml_min_confidence:g} asks"
        " for a forecast surer than forecasts of markets are."
    )
    remedies: tuple[Remedy, ...] = ({"ml_min_confidence": 0.8}, {"ml_weight": 0.0})
    yield Finding("note", ("ml_weight", "ml_min_confidence"), message, "forecast_never_sure", remedies)


def scaling_without_a_second_lot(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """Further entries that grow, where there can be none."""
    scaling = parameters.position_scaling
    if scaling == 1:
        return
    order = order_units(parameters)
    if parameters.max_open_positions == 1:
        reason = "max_open_positions 1 allows no further entry"
        room: Remedy = {"max_open_positions": 2}
    elif order >= parameters.max_position_size * (1 - 1e-9):
        reason = f"the first order fills max_position_size {parameters.max_position_size:g}"
        room = up_to("max_position_size", order * (1 + scaling))
    else:
        return
    message = f"position_scaling {scaling:g} has no effect: {reason}."
    settings = ("position_scaling", "max_open_positions", "max_position_size")
    remedies: tuple[Remedy, ...] = ({"position_scaling": 1.0}, room)
    yield Finding("note", settings, message, "scaling_without_a_second_lot", remedies)


def growing_ladder(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """Entries that grow against the price until one of them is many times the first."""
    scaling, lots, first = parameters.position_scaling, parameters.max_open_positions, order_units(parameters)
    largest, room = first, parameters.max_position_size - first
    for n in range(1, lots):
        lot = min(first * scaling**n, room)
        largest, room = max(largest, lot), room - lot
    if largest < 4 * first * (1 - 1e-9):
        return
    message = (
        f"position_scaling {scaling:g} with max_open_positions {lots}: an entry can be {largest / first:.1f} times the"
        " first, and the largest bet is placed when the entries before it have gone wrong."
    )
    remedies: tuple[Remedy, ...] = (
        down_to("position_scaling", 4 ** (1 / (lots - 1)), strictly=True),
        down_to("max_open_positions", 1 + math.log(4) / math.log(scaling), strictly=True),
    )
    yield Finding("warning", ("position_scaling", "max_open_positions"), message, "growing_ladder", remedies)


def trend_against_reversion(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """Fading moves while asking for the trend's consent: what is bought is mostly below its 200-bar mean."""
    if not parameters.trend_filter or parameters.style != "mean_reversion":
        return
    message = (
        "trend_filter with style mean_reversion rarely trades: a close below the band mostly lies below the 200-bar"
        " mean too, and about two signals in three are skipped."
    )
    remedies: tuple[Remedy, ...] = ({"trend_filter": False}, {"style": "breakout"})
    yield Finding("note", ("trend_filter", "style"), message, "trend_against_reversion", remedies)


def day_above_drawdown(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A daily loss limit that the drawdown limit always reaches first.

    The day's base is at most the peak, so a loss of x since midnight is a drawdown of at least x.
    """
    day, drawdown = parameters.max_daily_loss_pct, parameters.max_drawdown_pct
    if day < drawdown:
        return
    message = (
        f"max_daily_loss_pct {day:g} has no effect: max_drawdown_pct {drawdown:g} is reached no later, and stops the"
        " bot altogether."
    )
    remedies = (
        down_to("max_daily_loss_pct", drawdown, strictly=True),
        up_to("max_drawdown_pct", day, strictly=True),
    )
    yield Finding("warning", ("max_daily_loss_pct", "max_drawdown_pct"), message, "day_above_drawdown", remedies)


def no_slip_allowed(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """Market orders that may not lose a single point to the open: about every second entry is void."""
    if parameters.order_type != "market" or parameters.max_slippage_bps > 0:
        return
    message = (
        "max_slippage_bps 0 with order_type market: every entry is void whose open is worse than the signal's close"
        " by anything at all, which is about every second."
    )
    remedies: tuple[Remedy, ...] = ({"max_slippage_bps": 5.0}, {"order_type": "limit"})
    yield Finding("warning", ("max_slippage_bps", "order_type"), message, "no_slip_allowed", remedies)
