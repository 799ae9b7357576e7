"""What is said to be enough must be: the pass run again with it puts the idea first."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from scipy.special import logit

from engine.core.chance import generator
from engine.ranking.feed import rank
from engine.ranking.mind import Mind, Wish
from engine.ranking.stages.worth import Aims, Past
from engine.ranking.way.needed import Need, needed
from engine.scoring import Weights
from tests.ideas import table, taste
from tests.ranking.way.passes import FIT, HEARD, IDEAS, MIND, traced

A_LITTLE = 1e-6


@dataclass(frozen=True)
class Raised:
    """The same blend, with something more for one of the candidates."""

    more: np.ndarray
    weights = FIT.weights

    def terms(self, votes: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """The fit's, and what is added."""
        return {**FIT.terms(votes), "more": self.more}


@pytest.mark.parametrize("place", [1, 5, 19])
def test_the_chance_that_would_be_enough_is(place: int) -> None:
    """A manager who is told 5 % to 7 % must find it first at 7 %."""
    made, trace = traced(HEARD)
    item = made.items[place]
    need = next(each for each in needed(trace, item.row, Weights()) if each.name == "chance")
    assert need.now == pytest.approx(item.chance)
    assert need.needed is not None
    more = np.zeros(len(trace.rows))
    more[trace.place_of(item.row)] = logit(need.needed) - logit(need.now) + A_LITTLE
    again, _ = traced(replace(HEARD, blend=Raised(more)))
    first = next(each for each in again.items if each.row == item.row)
    assert first.steps["book"] == 1


def test_the_outcome_that_would_be_enough_is() -> None:
    """Past trades of its kind that ended so would put it first, and a hundredth less would not."""
    made, trace = traced(HEARD)
    item = made.items[1]
    need = next(each for each in needed(trace, item.row, Weights()) if each.name == "outcome")
    assert need.needed is not None
    for outcome, is_first in ((need.needed + A_LITTLE, True), (need.needed - 0.01, False)):
        many = np.where(np.arange(len(IDEAS)) == item.row, 1e12, MIND.past.count)
        past = Past(np.where(np.arange(len(IDEAS)) == item.row, outcome, MIND.past.mean), many)
        _, trace = traced(replace(HEARD, past=past))
        assert (int(trace.places("book")[trace.place_of(item.row)]) == 1) == is_first


def test_the_book_is_enough_only_where_it_is_what_holds_an_idea_back() -> None:
    """Two that are alike: the held one would be first beside another book; a worse one would not."""
    rows = table(["KO", "PEP", "MSFT"], ["wheel"] * 3, ev=[0.1, 0.1, -2.0])
    mind = Mind(taste(tickers={}), against=np.array([0.9, 0.0, 0.9]))
    made = rank(rows, mind, Wish(aims=Aims(spreading=0.5), is_traced=True), generator(0))
    assert made.trace is not None
    found = [{each.name: each for each in needed(made.trace, row, Weights())} for row in (0, 1, 2)]
    assert found[1] == {}
    assert found[0]["book"].now < found[0]["book"].needed <= 0
    assert found[2]["book"].needed is None


def test_by_fit_the_match_of_a_part_is_told_where_a_full_one_is_enough() -> None:
    """Points lacking, over the part's weight; the first one lacks nothing."""
    made, trace = traced(MIND, Wish(order="best_fit", is_traced=True))
    first, item = made.items[0], made.items[12]
    assert needed(trace, first.row, Weights()) == ()
    told = needed(trace, item.row, Weights())
    assert [each.name for each in told] == ["strategy", "risk", "ticker", "premium", "timing"]
    for each, points, weight in zip(told, item.parts, Weights().values, strict=True):
        assert each.now == pytest.approx(points / (100 * weight))
        reach = each.now + (first.score - item.score) / (100 * weight)
        assert each == Need(each.name, each.now, pytest.approx(reach) if reach <= 1 else None)
