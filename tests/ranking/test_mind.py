"""What a trader's own events put into the feed's mind."""

from dataclasses import replace

import numpy as np
import pytest

from engine.core.chance import generator
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.feed import rank
from engine.ranking.mind import Wish, mind_of
from engine.traders.events import Action, Event, Idea
from engine.traders.profile import profile_of
from tests.ideas import DAY, NOW, many, table

WHEEL = STRATEGIES["wheel"].number


def wheels(count: int) -> list[Event]:
    """So many wheels shown and traded, one a day."""
    found = []
    for at in range(count):
        idea = Idea(f"i{at}", "KO", "wheel", "Food", delta=0.25, premium=150.0, days=30.0)
        when = NOW - (at + 1) * DAY
        found += [Event(f"s{at}", "ann", Action.SHOWN, when, idea, feed=f"f{at}", rank=1, propensity=1.0),
                  Event(f"t{at}", "ann", Action.TRADE, when + 1, idea)]  # fmt: skip
    return found


def test_what_he_trades_is_his_mix_his_memory_and_where_exploration_goes() -> None:
    """One history, told to every part of the feed; there is most to learn of what he was never shown."""
    events = wheels(8)
    mind = mind_of(profile_of("ann", events, NOW), events, NOW)
    assert mind.mix.strategies.argmax() == WHEEL
    assert set(mind.mix.sectors) == {"Food"}
    assert mind.exploring is not None
    assert mind.exploring.argmin() == WHEEL
    assert mind.memories.shown == {"wheel": 8}
    assert not mind.has_drifted


def test_the_feed_of_who_trades_wheels_has_wheels_with_counted_reasons() -> None:
    """From events to a list with words, nothing in between but this code."""
    events = wheels(10)
    ideas = many(2_000, 4)
    known = table(["KO"] * 5, ["wheel"] * 5, delta=0.25, premium=1.5, days=30.0)
    found = rank(known, mind_of(profile_of("ann", events, NOW), events, NOW), Wish(order="best_fit"), generator(0))
    assert found.items[0].reason.startswith("You traded 8 of the last 8 like it")
    mixed = rank(
        ideas, mind_of(profile_of("ann", events, NOW), events, NOW), Wish(order="best_fit", top=10), generator(0)
    )
    assert sum(ideas.strategy[each.row] == WHEEL for each in mixed.items) >= 3


def test_nobody_yet_gets_a_feed_too() -> None:
    """Without an event the crowd's taste ranks, and chance is even."""
    mind = mind_of(profile_of("ann", [], NOW), [], NOW)
    found = rank(many(500), mind, Wish(), generator(0))
    assert len(found.items) == 20
    assert mind.taste.evidence == 0


def test_a_mix_becomes_his_own_as_he_takes_things() -> None:
    """After one trade a list wanted nothing but that strategy: a taste of one click is no taste."""
    for count, share in ((0, 1 / 12), (1, 0.27), (30, 0.85)):
        events = wheels(count)
        mix = mind_of(profile_of("ann", events, NOW), events, NOW).mix
        whole = mix.over_strategies
        liked = float(mix.strategies.sum())
        assert whole.sum() == pytest.approx(liked + 4)
        assert whole[WHEEL] / whole.sum() == pytest.approx((liked + 4 / 12) / (liked + 4))
        assert whole[WHEEL] / whole.sum() == pytest.approx(share, abs=0.03)
        sectors = mix.over_sectors(["Food", "Energy", "", "Shops"])
        assert sectors[1:].tolist() == [4 / 3, 0.0, 4 / 3]
        assert sectors[0] == pytest.approx(mix.sectors.get("Food", 0.0) + 4 / 3)


def test_somebody_new_is_shown_more_than_what_he_clicked_first() -> None:
    """Variety towards a mix of one click only made a bubble narrower."""
    ideas, kinds = many(2_000, 4), []
    mind = mind_of(profile_of("ann", wheels(1), NOW), wheels(1), NOW)
    for mix in (replace(mind.mix, borrowed=0.0), mind.mix):
        found = rank(ideas, replace(mind, mix=mix), Wish(), generator(0))
        kinds.append(len(np.unique(ideas.strategy[[each.row for each in found.items if not each.is_exploring]])))
    assert kinds[1] > kinds[0]
