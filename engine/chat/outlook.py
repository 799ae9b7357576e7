"""What an imported forecast says about a change: how wide the coming week may be for these settings."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.forecast.imported import HORIZON, Imported

NONE_USED: Final = "No forecast was used: model_predictions is empty."
NO_RANGE: Final = (
    "The forecast is a bare list of prices without a range: it says nothing about volatility and moved nothing."
)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be said about the coming week, and what to consider; a forecast never moves a setting by itself."""

    warnings: tuple[str, ...]
    recommendations: tuple[str, ...] = ()


def outlook(forecasts: tuple[Imported, ...], before: BotParameters, after: BotParameters, today: date) -> Outlook:
    """The widest week of those forecast, held against the settings; only its width is used, never a direction."""
    if not forecasts:
        return Outlook((NONE_USED,))
    ranged = [one for one in forecasts if one.daily_deviation is not None]
    if not ranged:
        listed = all(not one.quantiles for one in forecasts)
        return Outlook((NO_RANGE if listed else "No forecast was used: it has no quantiles 0.1 and 0.9.",))
    widest = max(ranged, key=lambda one: one.daily_deviation or 0.0)
    found = _held_against(widest, len(forecasts), before, after)
    if not _is_over(widest, today):
        return found
    old = f"The forecast is old: its cutoff is {widest.cutoff}, and its 7 days are over. Make a new one."
    return Outlook((*found.warnings, old), found.recommendations)


def _is_over(one: Imported, today: date) -> bool:
    return one.cutoff is not None and not one.is_simulated and one.cutoff + timedelta(days=HORIZON) < today


def _held_against(one: Imported, of: int, before: BotParameters, after: BotParameters) -> Outlook:
    daily, week, day = (
        100 * (each or 0.0) for each in (one.daily_deviation, one.half_width(HORIZON), one.half_width(1))
    )
    which = ", ".join((one.symbol or "unnamed", *["simulated"] * one.is_simulated, *[f"the widest of {of}"] * (of > 1)))
    warnings = [
        f"Forecast ({which}): 80 % of outcomes after 7 days within about ±{week:.1f} %. Only this width was weighed;"
        " a direction was not, and no setting was moved by it."
    ]
    suggested = KNOBS["max_volatility_pct"].suggested or (4.0, 15.0)
    wide = daily >= suggested[0]
    recommendations = []
    if wide:
        warnings.append(
            f"High expected volatility: about {daily:.1f} % a day, where volatility limits start ({suggested[0]:g} %)."
        )
        recommendations.append(_restrained(before, after))
    if day >= after.stop_loss_pct:
        warnings.append(
            f"An ordinary day (80 % within ±{day:.1f} %) reaches your stop loss of {after.stop_loss_pct:g} %:"
            " expect to be stopped out by noise."
        )
    if daily > after.max_volatility_pct:
        warnings.append(
            f"That is above max_volatility_pct {after.max_volatility_pct:g}: the bot would take no entries."
        )
    return Outlook(tuple(warnings), tuple(recommendations))


def _restrained(before: BotParameters, after: BotParameters) -> str:
    """What to do about a wide week: less of a riskier step, or simply care."""
    riskier = [
        f"{name} {KNOBS[name].text(old)}"
        for name, (old, new) in differences(before, after).items()
        if not isinstance(old, str)
        and not isinstance(new, str)
        and (new > old) is (KNOBS[name].riskier == "higher")
        and KNOBS[name].riskier != "neither"
    ]
    if not riskier:
        return "Keep orders small while the forecast range is this wide."
    stay = ", ".join(riskier)
    return f'Wait with more risk while the range is this wide (stay at {stay}), or take "a touch" of the step.'
