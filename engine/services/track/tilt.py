"""What the forecast does to a bot's orders: its tilt now, what direction may say, and what the tilt was worth."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.bots.backtest import BacktestResult, backtest, loosened
from engine.bots.measure.comparison import Comparison, Difference, compare
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, fixed
from engine.forecast.track.direction import WEEK_MS, Calls, DirectionTilt, direction_tilt, directions_at
from engine.forecast.track.issued import Issued
from engine.forecast.track.scoring import first_a_day, outcomes
from engine.services.startup import App
from engine.services.track.issuing import issued_of
from engine.services.track.record import LiveRecord, direction_of

NO_VIEW: Final = "No view on direction: our median is flat, and no imported forecast's record beats chance."
NOT_REPLAYED: Final = "It is measured beside the replay, and acts in none that is shown."


@dataclass(frozen=True, slots=True)
class TiltNow:
    """The volatility tilt at the newest bar: orders are `factor` times as large where `acts`; in one sentence."""

    strength: float
    confidence: float
    factor: float
    acts: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class DirectionView:
    """What an imported forecast with an earned record says of the week's direction; source "" is no view."""

    source: str
    tilt: DirectionTilt
    sentence: str


@dataclass(frozen=True, slots=True)
class TiltEffect:
    """The same bot with and without its tilt over the same days; None where there is nothing to compare.

    `open_share` is the share of bars at which the forecast was sure enough to act.
    """

    weight: float
    open_share: float
    comparison: Comparison | None
    sentence: str


def tilt_now(tape: Tape, parameters: BotParameters) -> TiltNow:
    """Our forecast's tilt of the next order, by volatility alone."""
    strength, confidence = float(tape.strength[-1]), float(tape.confidence[-1])
    acts = parameters.ml_weight > 0 and confidence >= parameters.ml_min_confidence and strength != 0
    factor = 1 + parameters.ml_weight * strength if acts else 1.0
    if confidence == 0:
        return TiltNow(strength, confidence, factor, acts, "No tilt: too few days to compare the coming week with.")
    side = "calmer" if strength > 0 else "wilder"
    said = f"The next 7 days should be {side} than usual (confidence {100 * confidence:.0f} %)"
    if acts:
        told = f"{said}: orders are {factor:.2f} times as large."
    elif parameters.ml_weight == 0:
        told = f"{said}; the forecast's weight is 0, so orders stay as they are."
    else:
        told = f"{said}, less than the {100 * parameters.ml_min_confidence:.0f} % asked for: orders stay as they are."
    return TiltNow(strength, confidence, factor, acts, told)


def direction_view(known: LiveRecord, issued: Sequence[Issued], now_ms: int) -> DirectionView:
    """The direction tilt of the source whose earned record is best, from its newest forecast still running; else none.

    `issued` are the market's forecasts (`issued_of`), `known` its live record.
    """
    earned = [one for one in known.sources if one.origin != "ours" and one.direction.beats_chance]
    for one in sorted(earned, key=lambda each: each.direction.share.low or 0.0, reverse=True):
        running = [
            each
            for each in issued
            if (each.maker.origin, each.maker.source) == (one.origin, one.source)
            and each.cutoff_ms <= now_ms < each.cutoff_ms + WEEK_MS
        ]
        if not running:
            continue
        counted = Calls(one.direction.hits, one.direction.calls)
        tilt = direction_tilt(max(running, key=lambda each: each.cutoff_ms), counted, beats_chance=True)
        if tilt.strength:
            way = "up" if tilt.strength > 0 else "down"
            return DirectionView(
                one.source, tilt,
                f"{one.source} expects {way} over 7 days (strength {abs(tilt.strength):.2f}, confidence"
                f" {100 * tilt.confidence:.0f} %). {one.direction.sentence} {NOT_REPLAYED}",
            )  # fmt: skip
    return DirectionView("", DirectionTilt(), NO_VIEW)


def tilt_effect(result: BacktestResult) -> TiltEffect:
    """What the tilt did in a replay: the same bot without it before, with it after, every day drawn for both."""
    tape, parameters = result.tape, result.parameters
    acts = (tape.confidence >= parameters.ml_min_confidence) & (tape.strength != 0)
    share = float(np.mean(acts))
    if result.setup.core or parameters.ml_weight == 0:
        why = "core rules know no forecast" if result.setup.core else "its weight is 0"
        return TiltEffect(parameters.ml_weight, share, None, f"The forecast tilts nothing: {why}.")
    return _effect(parameters.ml_weight, share, result, "With the tilt")


def _effect(weight: float, share: float, tilted: BacktestResult, what: str) -> TiltEffect:
    """A tilted replay against the same one without its tilt."""
    found = compare(record(loosened(tilted, "tilt", 0.0)), record(tilted))
    if found.is_same:
        why = "it was sure enough at no time" if share == 0 else "no order was of another size for it"
        return TiltEffect(weight, share, found, f"The tilt had no effect in this time: {why}.")
    told = f"{what} the return was {_points(found.total_return)}, the worst fall {_points(found.max_drawdown)}."
    sure = found.total_return.change.excludes_zero or found.max_drawdown.change.excludes_zero
    return TiltEffect(weight, share, found, told if sure else f"{told} That may be none at all.")


def direction_effect(app: App, result: BacktestResult, step: str, source: str) -> TiltEffect:
    """What a source's word on direction would have done in a replay, in place of the tilt by volatility.

    At each bar its newest forecast issued by then speaks, as it was issued, and only where its calls due by then beat
    chance. For bots that buy only: a tilt makes orders larger whichever side they take.
    """
    tape, parameters = result.tape, result.parameters
    if result.setup.core or parameters.ml_weight == 0 or parameters.allow_short:
        why = "core rules know no forecast" if result.setup.core else "its weight is 0"
        why = "the bot may sell short" if parameters.allow_short else why
        return TiltEffect(parameters.ml_weight, 0.0, None, f"Direction tilts nothing: {why}.")
    symbol = tape.bars.symbol
    now = app.now_on(app.candles.market(symbol, step))
    theirs = [one for one in issued_of(app, symbol, step) if one.maker.source == source and one.maker.origin != "ours"]
    if not theirs:
        return TiltEffect(parameters.ml_weight, 0.0, None, f"Direction tilts nothing: {source} said nothing here.")
    scored = outcomes(first_a_day(theirs), app.candles.bars(symbol, step).until(now), now)
    closing = tape.bars.time + tape.bars.step_ms
    strength, confidence = directions_at(closing, theirs, scored, lambda known: direction_of(known).beats_chance)
    acts = (confidence >= parameters.ml_min_confidence) & (strength != 0)
    if not acts.any():
        told = f"Direction tilts nothing in this time: at no bar had {source} earned it and been sure enough."
        return TiltEffect(parameters.ml_weight, 0.0, None, told)
    swayed = backtest(replace(tape, strength=fixed(strength), confidence=fixed(confidence)), parameters, result.setup)
    return _effect(parameters.ml_weight, float(acts.mean()), swayed, f"With {source}'s direction")


def _points(one: Difference) -> str:
    """A difference in percentage points with its range and the days it was measured on."""
    change = one.change
    if change.value is None or change.low is None or change.high is None:
        return "not different by an amount that could be measured"
    ends = (change.value, change.low, change.high)
    digits = 2 if max(abs(100 * each) for each in ends) >= 0.05 else 4  # small bots on large capital move little
    value, low, high = (f"{100 * each:+.{digits}f}".replace("-", "−") for each in ends)
    return f"{value} points (95 %: {low} to {high}, {change.n} days)"
