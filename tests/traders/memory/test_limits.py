"""A trader's own limits: from a taste, and from a log alone as the profile of then would have told them."""

from dataclasses import replace

import numpy as np
import pytest

from engine.scoring import score_opportunity
from engine.traders.events import Action, Event, Idea
from engine.traders.log import log_of
from engine.traders.memory.limits import WITHIN, fits, with_limits
from engine.traders.profile import TraderProfile, profile_of

DAY_MS = 86_400_000
START_MS = 1_750_000_000_000


def an_event(number: int, action: Action, rng: np.random.Generator, at_ms: int) -> Event:
    """Something done to an idea with numbers by chance; one in eight has no delta."""
    delta = float("nan") if rng.random() < 0.125 else rng.uniform(-0.6, 0.6)
    idea = Idea(
        f"i{number}", "SIM-A", "cash_secured_put", "Energy", delta=delta, premium=float(np.exp(rng.normal(5.5, 0.8))),
        days=rng.uniform(5, 90), margin=2_000.0,
    )  # fmt: skip
    return Event(str(number), "ann", action, at_ms, idea)


def test_an_idea_fits_where_each_part_of_the_score_is_above_half() -> None:
    """The edge of the limits is where risk, premium and timing each give half of what they can."""
    taste = TraderProfile("ann", START_MS).taste()
    for scale, name in ((taste.risk, "risk"), (taste.timing, "timing")):
        for widths in (WITHIN - 0.01, WITHIN + 0.01):
            place = scale.centre + widths * scale.width
            given = {"delta": taste.risk.centre, "days": np.expm1(taste.timing.centre)}
            given["delta" if name == "risk" else "days"] = place if name == "risk" else np.expm1(place)
            premium = float(np.exp(taste.premium.centre))
            found = fits(taste, [given["delta"]], [premium], [given["days"]])
            context = {"strategy": "cash_secured_put", "underlying": "SIM-A", "premium": premium, **given}
            part = next(each for each in score_opportunity(taste, context).parts if each.name == name)
            assert bool(found[0]) is (part.value > 0.5) is (widths < WITHIN)


def test_what_is_unknown_neither_fits_nor_does_not() -> None:
    """It is counted on neither side; a premium of nothing has no logarithm."""
    taste = TraderProfile("ann", START_MS).taste()
    assert np.isnan(fits(taste, [np.nan, 0.3, 0.3], [250.0, 0.0, 250.0], [30.0, 30.0, np.nan])).all()
    assert fits(taste, [0.3, -0.3], [250.0, -250.0], [35.0, 35.0]).tolist() == [1.0, 1.0]


@pytest.mark.parametrize("seed", range(4))
def test_a_log_alone_tells_what_the_profile_of_then_would_have(seed: int) -> None:
    """Every list by a profile of what was before it: the same formula, to the bit of the answer."""
    rng = np.random.default_rng(seed)
    actions = (Action.VIEW, Action.SAVE, Action.DISMISS, Action.TRADE, Action.PROFIT)
    events: list[Event] = []
    for day in range(12):
        at_ms = START_MS + day * 3 * DAY_MS
        events += [an_event(100 * day + place, Action.SHOWN, rng, at_ms) for place in range(5)]
        events += [
            an_event(100 * day + 50 + place, actions[rng.integers(5)], rng, at_ms + 1_000 * place + 1)
            for place in range(2)
        ]
    told = with_limits(log_of(events)).fits
    for place, each in enumerate(events):
        if each.action is not Action.SHOWN:
            assert np.isnan(told[place])
            continue
        before = [one for one in events if one.at_ms < each.at_ms]
        taste = profile_of("ann", before, each.at_ms).taste()
        wanted = fits(taste, [each.idea.delta], [each.idea.premium], [each.idea.days])
        assert np.array_equal(wanted, told[place : place + 1], equal_nan=True)


def test_what_was_kept_stays_and_the_future_changes_nothing() -> None:
    """A recorded answer is not worked out again, and what came later moves no earlier one."""
    rng = np.random.default_rng(1)
    shown = [an_event(number, Action.SHOWN, rng, START_MS + number * DAY_MS) for number in range(20)]
    kept = [replace(each, fits=0.0) for each in shown]
    assert with_limits(log_of(kept)).fits.tolist() == [0.0] * 20
    later = [an_event(99, Action.TRADE, rng, START_MS + 10 * DAY_MS + 1)]
    one, two = (with_limits(log_of(each)).fits[:11] for each in (shown, shown + later))
    assert np.array_equal(one, two, equal_nan=True)
