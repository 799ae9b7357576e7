"""What a network is worth among the models that rank: where it loses, where it helps, and how to let it speak."""

from typing import Final

from engine.core.interval import Interval
from engine.ranking.embeddings.two_tower import HOW
from engine.ranking.judging.measured import MeasuredNetwork, MeasuredTowers
from pages.ui.forecast.words import listed
from pages.ui.look import NOT_KNOWN, number, percent, small_print

ASKED: Final = {"any": "next ticker", "new": "never bought before"}
DATA: Final = {
    ("trades", "any"): "trades: next ticker", ("trades", "new"): "trades: never bought before",
    ("films", "new"): "film ratings", ("ideas", "any"): "simulated ideas: next",
    ("ideas", "new"): "simulated ideas: never taken before",
}  # fmt: skip
POINTS: Final = 100


def network(found: MeasuredTowers) -> None:
    """What it is and how to let it speak; a row for each kind of data and question."""
    small_print(
        f"**Two towers** are a neural network, optional (`{HOW}`, then `rank --deep`): what somebody did and what an"
        f" item is, met in one space. {verdict(found)}"
    )
    every = found.networks
    listed(
        {
            "Asked of": [DATA.get((each.what, each.task), f"{each.what}: {each.task}") for each in every],
            "best other less it, 95 %": [ranged(each.lead, is_signed=True) for each in every],
            "its part": [part(each) for each in every],
            "blend with it less without": [ranged(each.gain, is_signed=True) for each in every],
            "n": [each.gain.n for each in every],
        },
        "story_network", "What the network is worth on each kind of data", rows=len(every),
    )  # fmt: skip
    without, deep = (number(each) for each in found.seconds)
    best = "; ".join(dict.fromkeys(each.best for each in every))
    small_print(
        f"Points of NDCG as above; the best others, by hindsight: {best}. Its part is what walking forward gave it in"
        f" the blend, from the least to the most of a window. To rank the trades takes one core {deep} seconds with it,"
        f" {without} without. Measured on {found.measured_on}, {found.machine}, by `{found.command}`."
    )


def verdict(found: MeasuredTowers) -> str:
    """Where it loses by more than chance, and where the blend is better with it."""
    every, many = found.networks, number(len(found.networks))
    lost = sum(each.lead.excludes_zero and (each.lead.value or 0.0) > 0 for each in every)
    gained = [each for each in every if each.gain.excludes_zero and (each.gain.value or 0.0) > 0]
    where = ", ".join(DATA.get((each.what, each.task), each.what) for each in gained)
    better = f"is better with it on {where} alone" if gained else "is in none of them better with it"
    return (
        f"On data as few as these, alone, it loses to the best other model in {lost} of {many} questions by more than"
        f" chance. The blend, which hears it as much as it would have earned, {better}."
    )


def part(one: MeasuredNetwork) -> str:
    """Its share in the blend over the windows."""
    return " to ".join(dict.fromkeys(percent(each, 0) for each in (min(one.shares), max(one.shares))))


def ranged(found: Interval | None, is_signed: bool = False) -> str:
    """A value with its range, in points of 100."""
    if found is None or found.value is None or found.low is None or found.high is None:
        return NOT_KNOWN
    value, low, high = (number(POINTS * each, 1, signed=is_signed) for each in (found.value, found.low, found.high))
    return f"{value} ({low} to {high})"
