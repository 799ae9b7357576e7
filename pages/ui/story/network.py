"""What a network is worth among the models that rank: where it loses, where it helps, and how to let it speak."""

from typing import Final

from engine.core.interval import Interval
from engine.ranking.embeddings.two_tower import HOW
from engine.ranking.judging.measured import MeasuredNetwork, MeasuredTowers
from pages.ui.look import NOT_KNOWN, number, percent

ASKED: Final = {"any": "next ticker", "new": "never bought before"}
DATA: Final = {"trades": "trades of these people", "films": "film ratings"}
POINTS: Final = 100


def network(found: MeasuredTowers) -> str:
    """In some sentences: alone beside the best single model, its part in the blend, what the blend has of it."""
    without, deep = (number(each) for each in found.seconds)
    return " ".join(
        [
            f"Two towers are a neural network, optional (`{HOW}`, then `rank --deep`).",
            *(on_data(each) for each in found.networks),
            f"To rank these trades takes {deep} seconds with it and {without} without. Measured on"
            f" {found.measured_on}, {found.machine}, by `{found.command}`.",
        ]
    )


def on_data(one: MeasuredNetwork) -> str:
    """One kind of data, asked one question."""
    asked = f" ({ASKED[one.task]})" if one.what == "trades" else ""
    part = " to ".join(dict.fromkeys(percent(each, 0) for each in (min(one.shares), max(one.shares))))
    return (
        f"On {number(one.events)} {DATA[one.what]}{asked} it {standing(one)}; walking forward gives it"
        f" {part} of the blend, which changes by {ranged(one.gain, is_signed=True)} points: {verdict(one.gain)}."
    )


def standing(one: MeasuredNetwork) -> str:
    """Alone, beside the best other model, by how many points."""
    behind = f"{one.best}, by {ranged(one.lead)} points"
    if not one.lead.excludes_zero:
        return f"is about as good as {one.best}, {ranged(one.lead, is_signed=True)} points"
    return f"loses to {behind}" if (one.lead.value or 0.0) > 0 else f"is ahead of {one.best}"


def verdict(gain: Interval) -> str:
    """What a difference says once its range is looked at."""
    if not gain.excludes_zero:
        return "no better, as far as these tell"
    return "better" if (gain.value or 0.0) > 0 else "worse"


def ranged(found: Interval | None, is_signed: bool = False) -> str:
    """A value with its range, in points of 100."""
    if found is None or found.value is None or found.low is None or found.high is None:
        return NOT_KNOWN
    value, low, high = (number(POINTS * each, 1, signed=is_signed) for each in (found.value, found.low, found.high))
    return f"{value} ({low} to {high})"
