"""Each measure of the feed's health on a few events, with its number worked by hand."""

import math

import numpy as np
import pytest

from engine.experiments.metrics.period import period
from engine.market.bars import DAY_MS
from engine.services.review_rankings.health import Health, health
from engine.traders.events import Action, Circumstances, Event, Idea
from engine.traders.log import log_of

END = 90 * DAY_MS
SHEEP = ("a", "b", "c", "d", "e")  # five traders who do the same: no range, and the number of one
CALL, CONDOR, PUT = "covered_call", "iron_condor", "cash_secured_put"


def an_event(  # what, when (days), which strategy and sector; what else is known
    action: Action, day: float, strategy: str = CALL, sector: str = "Energy", regime: str = "", **more: float
) -> tuple[Event, ...]:
    """One event of each of the five."""
    positions = int(more.pop("positions", 0))
    idea = Idea(f"{strategy}:{sector}", f"SIM-{sector}", strategy, sector, delta=0.3, premium=100.0, days=30.0)
    then = Circumstances(regime, positions=positions)
    return tuple(
        Event(f"{who}{action}{day}{strategy}{sector}", who, action, int(day * DAY_MS), idea, then, **more)
        for who in SHEEP
    )


def told(*given: tuple[Event, ...]) -> dict[str, Health]:
    """Every measure over the last 30 of 90 days."""
    log = log_of(each for part in given for each in part)
    return {each.name: each for each in health(log, period(log, 60 * DAY_MS, END))}


def test_staleness_is_what_was_taken_under_another_regime_fading_by_half_in_45_days() -> None:
    """Taken now under the present regime, 45 days ago under another: ½ of 1½."""
    found = told(
        an_event(Action.SAVE, 45, regime="falling, calm"), an_event(Action.TRADE, 90 - 1e-6, regime="rising, calm")
    )
    assert found["staleness"].value.value == pytest.approx(0.5 / 1.5, abs=1e-6)


def test_diversity_is_pairs_that_differ() -> None:
    """Of three pairs two differ in strategy and all in sector: (2/3 + 1) / 2; a list of one has no pairs."""
    found = told(
        an_event(Action.SHOWN, 70, CALL, "Energy"), an_event(Action.SHOWN, 70, CALL, "Tech"),
        an_event(Action.SHOWN, 70, PUT, "Health"), an_event(Action.SHOWN, 71, PUT, "Health"),
    )  # fmt: skip
    assert found["intra_list_diversity"].value.value == pytest.approx((2 / 3 + 1) / 2)
    assert found["intra_list_diversity"].value.n == 5


def test_calibration_is_the_divergence_of_what_was_shown_from_what_was_taken() -> None:
    """Half calls and half condors taken, three calls to a condor shown, each smoothed by a hundredth."""
    taken = [an_event(Action.SAVE, 10 + day, kind) for day in range(3) for kind in (CALL, CONDOR)]
    shown = [an_event(Action.SHOWN, 70 + place / 100, CALL if place < 3 else CONDOR) for place in range(4)]
    mixed = [0.99 * share + 0.01 * 0.5 for share in (0.75, 0.25)]
    wanted = sum(0.5 * math.log(0.5 / each) for each in mixed)
    assert told(*taken, *shown)["calibration"].value.value == pytest.approx(wanted)


def test_coverage_and_concentration_are_over_every_set_up_there_could_be() -> None:
    """Two underlyings with twelve strategies each: two of 24 shown, one three times as often as the other."""
    found = told(*[an_event(Action.SHOWN, 70 + at, CALL) for at in range(3)], an_event(Action.SHOWN, 73, PUT, "Tech"))
    assert (found["coverage"].value.value, found["coverage"].value.n) == (2 / 24, 24)
    counts = np.r_[np.zeros(22), 1, 3]
    apart = np.abs(counts[:, None] - counts[None, :]).sum() / (2 * 24 * counts.sum())
    assert found["gini"].value.value == pytest.approx(apart)


def test_exploration_is_what_was_tried_where_that_is_known() -> None:
    """One of two was tried, a quarter of a third; what was kept before is apart."""
    found = told(
        an_event(Action.SHOWN, 70, exploring=1.0), an_event(Action.SHOWN, 71, exploring=0.0),
        an_event(Action.SHOWN, 72, exploring=0.25), an_event(Action.SHOWN, 73),
    )["exploration"]  # fmt: skip
    assert found.value.value == pytest.approx(1.25 / 3)
    assert found.apart == "5 ideas shown before this was kept are not in it"


def test_lists_beside_books_leave_out_who_held_nothing() -> None:
    """Two lists of .5 and −.1, one without positions and one whose book is unknown: .2, never pulled to 0."""
    found = told(
        an_event(Action.SHOWN, 70, positions=2, with_book=0.5), an_event(Action.SHOWN, 71, positions=1, with_book=-0.1),
        an_event(Action.SHOWN, 71, PUT, positions=1, with_book=-0.1), an_event(Action.SHOWN, 72, positions=0),
        an_event(Action.SHOWN, 73, positions=3),
    )["with_book"]  # fmt: skip
    assert found.value.value == pytest.approx(0.2)
    assert found.apart.startswith("5 lists of traders who held nothing are not in it, nor are 5 whose book")


def test_clicks_and_profit_part_ways_by_ranks() -> None:
    """Five strategies, the more opened the worse they end: −1; nine ended trades of a sixth are too few to count."""
    given = []
    for place, kind in enumerate((CALL, CONDOR, PUT, "wheel", "calendar", "long_put")):
        many = 10 if place < 5 else 1
        for at in range(many):
            given.append(an_event(Action.SHOWN, 61 + at + place / 10, kind))
            given.append(an_event(Action.PROFIT, 61.01 + at + place / 10, kind, outcome=0.1 * place))
        given += [an_event(Action.VIEW, 75 + at + place / 10, kind) for at in range(6 - place)]
    found = told(*given)["clicks_and_profit"].value
    assert (found.value, found.n) == (pytest.approx(-1.0), 6 - 1)


def test_nothing_known_is_nothing_told() -> None:
    """Unknown, not 0."""
    assert [each.value.value for each in told().values()] == [None] * 8
