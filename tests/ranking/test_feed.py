"""The feed as a whole: pure, honest about chance, open about every step, and never all of one kind."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.chance import generator
from engine.core.errors import DataError, ParameterError
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.feed import rank
from engine.ranking.fitting.chances import chance_of
from engine.ranking.mind import Mind, Mix, Unfitted, Wish
from engine.ranking.moves import BY_ANSWERS, BY_MODEL
from engine.ranking.recommendation import FAR, Feed
from engine.ranking.stages.memories import memories
from engine.ranking.stages.regimes import Climate
from engine.ranking.stages.setups import setups
from engine.ranking.stages.worth import Aims
from engine.traders.events import Action, Event, Idea
from tests.ideas import many, table, taste

IDEAS = many(1_500)
SECTORS = {f"T{each}": f"sector {each % 5}" for each in range(30)}
RNG = np.random.default_rng(5)
VOTES = {"content": RNG.random(1_500), "neighbours": np.where(RNG.random(1_500) < 0.2, np.nan, RNG.random(1_500))}
HELD = np.where(IDEAS.underlying < 3, 0.9, 0.1)
MIND = Mind(taste(), VOTES, sectors=SECTORS, against=HELD, held=frozenset(IDEAS.names[:3]))


class Weighed:
    """A blend of stated weights, for tests of what comes after it."""

    def __init__(self, weights: dict[str, float] | None = None) -> None:
        self.weights = weights or {"fit": 0.5, "content": 0.3, "neighbours": 0.2}

    def terms(self, votes: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Log odds of −3 and four times every weighted vote."""
        level = {"level": np.full(len(votes["fit"]), -3.0)}
        return level | {name: 4 * share * votes[name] for name, share in self.weights.items()}


def feed(mind: Mind = MIND, seed: int = 0, **wish: object) -> Feed:
    return rank(IDEAS, mind, Wish(**wish), generator(seed, "feed"))


def test_the_same_moment_gives_the_same_feed() -> None:
    """Pure: nothing but the values and the generator decides."""
    assert feed() == feed()
    assert feed(surprise=1.0) != feed(surprise=1.0, seed=1)


def test_best_fit_is_the_order_of_the_score_and_sure() -> None:
    """No model and no chance has a part in it."""
    found = feed(order="best_fit", top=50)
    scores = [each.score for each in found.items]
    assert scores == sorted(scores, reverse=True)
    assert all(each.rank == each.fit_rank and not each.why_here and each.propensity == 1 for each in found.items)
    assert all(sum(each.parts) == each.score and np.isnan(each.value) for each in found.items)


def test_no_set_up_comes_twice() -> None:
    """Ten strikes of one put are one idea; what was left out is told."""
    for order in ("best_fit", "recommended"):
        found = feed(order=order, top=100, surprise=0.8)
        codes = setups(IDEAS)[[each.row for each in found.items]]
        assert len(set(codes.tolist())) == len(found.items) == 100
        assert found.candidates == len(np.unique(setups(IDEAS)))
        assert any("same set-ups" in line for line in found.told)


@given(
    seed=st.integers(0, 10**6),
    surprise=st.floats(0, 1),
    diversity=st.sampled_from(["calibrated", "dpp", "mmr", "none"]),
)
def test_whatever_is_far_from_its_fit_says_why(seed: int, surprise: float, diversity: str) -> None:
    """Three places or more and a reason, less and none; every line fits on its card."""
    mind = replace(MIND, blend=Weighed(), exploring=generator(seed, "arms").dirichlet(np.ones(len(STRATEGIES))))
    found = feed(mind, seed, surprise=surprise, diversity=diversity)
    for each in found.items:
        assert bool(each.why_here) == (abs(each.rank - each.fit_rank) >= FAR)
        assert list(each.steps) == ["score", "blend", "profit", "book", "diversity", "exploring"]
        assert (each.steps["score"], each.steps["exploring"]) == (each.fit_rank, each.rank)
        assert all(0 < len(line) <= 55 for line in (each.reason, *each.why_here))
        assert 0 < each.propensity <= 1
        assert (
            each.propensity == 1 or each.rank in [one.rank for one in found.items if one.is_exploring] or surprise > 0
        )


def test_propensities_of_a_whole_feed_are_the_frequencies_of_its_places() -> None:
    """The log divides by them: 1,500 feeds of one moment, every idea at every place."""
    ideas, runs = many(150, 3), 1_500
    mind = Mind(taste(1), exploring=np.random.default_rng(2).dirichlet(np.ones(len(STRATEGIES))))
    count, said = Counter[tuple[int, int]](), dict[tuple[int, int], float]()
    for run in range(runs):
        for each in rank(ideas, mind, Wish(top=8, surprise=0.6), generator(run, "frequency")).items:
            count[each.rank, each.row] += 1
            said[each.rank, each.row] = each.propensity
    for key, p in said.items():
        assert abs(count[key] / runs - p) <= 5 * np.sqrt(p * (1 - p) / runs) + 1e-9, key
    assert any(p < 1 for p in said.values())


def test_a_blend_decides_the_chance_and_its_weights_are_told() -> None:
    """What nobody knows of an idea counts as neutral, and votes stand on every item."""
    found = feed(replace(MIND, blend=Weighed()), surprise=0)
    assert found.weights == {"fit": 0.5, "content": 0.3, "neighbours": 0.2}
    for each in found.items:
        assert set(each.votes) == {"fit", "content", "neighbours"}
        mean = sum(share * each.votes[name] for name, share in found.weights.items())
        assert each.chance == pytest.approx(1 / (1 + np.exp(3 - 4 * mean)))
        assert each.votes["fit"] == pytest.approx(each.score / 100)


def test_before_a_blend_is_fitted_the_chance_is_a_stated_prior() -> None:
    """2 % at a score of 50, odds e² times that at 100."""
    chance = chance_of(Unfitted().terms({"fit": np.array([0.5, 1.0])}))
    odds = 0.02 / 0.98 * np.exp(2)
    assert chance.tolist() == pytest.approx([0.02, odds / (1 + odds)])


def test_profit_and_not_chance_alone_decides() -> None:
    """Two ideas that fit alike: the one that earns more on its margin comes first."""
    rows = table(["KO", "PEP"], ["wheel"] * 2, ev=[-0.5, 0.3], max_loss=np.inf)
    mind = Mind(taste(tickers={}))
    assert [each.row for each in rank(rows, mind, Wish(order="best_fit"), generator(0)).items] == [0, 1]
    assert [each.row for each in rank(rows, mind, Wish(surprise=0), generator(0)).items] == [1, 0]


def test_what_moves_with_the_book_goes_down_and_says_so() -> None:
    """The feed says when an idea adds to what he already has."""
    rows = table([f"T{each}" for each in range(8)], ["wheel"] * 8)
    mind = Mind(taste(tickers={}), against=np.r_[0.9, np.zeros(7)], held=frozenset({"T0"}))
    found = rank(rows, mind, Wish(surprise=0, diversity="none", aims=Aims(spreading=0.2)), generator(0))
    last = found.items[-1]
    assert (last.row, last.fit_rank, last.why_here) == (0, 1, ("Already in your book.",))
    assert any(line.startswith("1 of 8 move with what you hold") for line in found.told)


def test_the_regime_moves_what_is_liked_in_it_and_is_told() -> None:
    """A market that turned is the first thing to know."""
    liked = np.full((len(REGIMES), len(STRATEGIES)), 0.1)
    liked[5, STRATEGIES["long_put"].number] = 0.9
    wild = Climate(np.eye(6)[5], liked, before="rising, calm")
    found = feed(replace(MIND, climate=wild))
    assert all(each.votes["regime"] in (0.1, 0.9) for each in found.items)
    turned = "The market has turned from “rising, calm” to “falling, turbulent” since you were here"
    assert found.told[0] == f"{turned}."  # a prior by the score alone weighs no regime
    heard = replace(MIND, climate=wild, blend=Weighed({"fit": 0.5, "regime": 0.5}))
    assert feed(heard).told[0] == f"{turned}; what you did in such markets counts now."
    assert feed(heard, order="best_fit").told[0] == f"{turned}."


def test_nothing_is_said_of_what_somebody_new_does() -> None:
    """Models give him the crowd's places; that he takes such ideas would be made up."""
    votes = {"content": np.linspace(0, 1, len(IDEAS))}
    minds = [replace(MIND, taste=taste(3, evidence=one), votes=votes, blend=Weighed({"fit": 0.1, "content": 0.9}))
             for one in (0.0, 9.0)]  # fmt: skip
    new, known = ({line for each in feed(one, surprise=0).items for line in each.why_here} for one in minds)
    assert any("Traders on the whole" in line for line in new)
    assert not any("you" in line.lower() for line in new)
    assert BY_ANSWERS in known
    assert BY_MODEL["content"] not in known  # nothing was ever taken, so nothing is like it
    taken = memories([Event(f"e{each}", "ann", Action.SAVE, 0, Idea(f"i{each}", "T1", each)) for each in STRATEGIES])
    told = feed(replace(minds[1], memories=taken), surprise=0).items
    assert BY_MODEL["content"] in {line for each in told for line in each.why_here}


def test_surprise_none_leaves_nothing_to_chance_and_much_changes_the_mix() -> None:
    """The trader's own slider, from more of the same to surprise me."""
    same, wide = feed(surprise=0, top=30), feed(surprise=1, top=30)
    kinds = [len({int(IDEAS.strategy[each.row]) for each in found.items}) for found in (same, wide)]
    assert all(each.propensity == 1 for each in same.items)
    assert sum(each.is_exploring for each in wide.items) >= 8
    assert kinds[1] > kinds[0]


def test_only_the_rows_that_are_wanted_are_ranked() -> None:
    """Filters and search choose rows; their numbers stay those of the table."""
    rows = np.flatnonzero(IDEAS.strategy == 4)
    found = feed(rows=rows, top=10)
    assert {each.row for each in found.items} <= set(rows.tolist())
    assert found.candidates == len(np.unique(setups(IDEAS)[rows]))


@pytest.mark.parametrize("order", ["best_fit", "recommended"])
def test_no_ideas_make_an_empty_feed(order: str) -> None:
    """A filter that leaves nothing is an answer."""
    found = feed(order=order, rows=np.zeros(0, dtype=np.int64))
    assert (found.items, found.candidates) == ((), 0)


def test_a_calibrated_list_has_the_traders_own_mix() -> None:
    """Two thirds of what he takes are condors: a list that may vary comes nearer to that."""
    names = ["iron_condor", "long_call"] * 60
    rows = table([f"T{each}" for each in range(120)], names, delta=np.linspace(0.3, 0.9, 120))
    mix = np.zeros(len(STRATEGIES))
    mix[[STRATEGIES["iron_condor"].number, STRATEGIES["long_call"].number]] = 2, 1
    strategies = np.full(len(STRATEGIES), 0.5)
    strategies[STRATEGIES["iron_condor"].number] = 0.9
    mind = Mind(taste(tickers={}, strategies=strategies), mix=Mix(mix))
    off = {}
    for diversity in ("none", "calibrated"):
        found = rank(rows, mind, Wish(top=30, surprise=0.9, diversity=diversity), generator(1))
        listed = [int(rows.strategy[each.row]) for each in found.items if not each.is_exploring]
        off[diversity] = abs(listed.count(STRATEGIES["iron_condor"].number) / len(listed) - 2 / 3)
    assert off["calibrated"] < off["none"] - 0.1


def test_a_wish_is_checked_when_made() -> None:
    """What cannot be ranked by is told in a line."""
    with pytest.raises(ParameterError, match="surprise must be 0"):
        Wish(surprise=2)
    with pytest.raises(ParameterError, match="order must be one of best_fit, recommended"):
        Wish(order="newest")
    with pytest.raises(DataError, match="top must be 1 to"):
        Wish(top=0)
