"""The trace: every number that placed an idea, adding up, and the place after every step of its way."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import logit

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.feed import rank
from engine.ranking.mind import Mind, Unfitted, Wish
from engine.ranking.stages.setups import setups
from engine.ranking.stages.worth import Aims
from engine.scoring import Weights
from tests.ideas import table, taste
from tests.ranking.way.passes import FIT, IDEAS, MIND, traced

WISHES = st.builds(
    Wish, order=st.sampled_from(["recommended", "best_fit"]), top=st.sampled_from([1, 8, 40]),
    surprise=st.sampled_from([0.0, 0.3, 1.0]), diversity=st.sampled_from(["calibrated", "dpp", "mmr", "none"]),
    weights=st.sampled_from([Weights(), Weights(0.05, 0.5, 0.2, 0.15, 0.1)]),
    aims=st.sampled_from([Aims(), Aims(base=0.0), Aims(0.5, 0.9, 0.1)]), is_traced=st.just(True),
)  # fmt: skip


@given(wish=WISHES, is_fitted=st.booleans(), seed=st.integers(0, 9))
def test_contributions_add_up_to_what_ranked_and_the_last_place_is_the_one_shown(
    wish: Wish, is_fitted: bool, seed: int
) -> None:
    """What is explained must be what happened, whoever ranks by whatever weights."""
    made, trace = traced(replace(MIND, blend=FIT if is_fitted else Unfitted()), wish, seed)
    for each in made.items:
        way = trace.way(each.row)
        ends = {step.unit: step.total for step in way}
        assert ends["points"] == pytest.approx(each.score, abs=1e-9)
        if wish.order == "recommended":
            assert ends["log_odds"] == pytest.approx(float(logit(each.chance)), abs=1e-9)
            assert ends["worth"] == pytest.approx(each.value, abs=1e-9)
        assert way[-1].place == each.rank
        assert {step.stage: step.place for step in way} == each.steps
        assert sum(step.moved for step in way if step.stage != "score") == each.fit_rank - each.rank


@given(wish=WISHES)
def test_every_step_begins_where_the_one_before_it_ended(wish: Wish) -> None:
    """Nothing moves between two steps, and every place is somebody's."""
    _, trace = traced(replace(MIND, blend=FIT), wish)
    assert all(sorted(each.place.tolist()) == list(range(1, len(trace.rows) + 1)) for each in trace.columns)
    for row in trace.rows[:5].tolist():
        way = trace.way(row)
        assert way[0].before is None
        assert [step.before for step in way[1:]] == [step.place for step in way[:-1]]


def test_a_trace_is_told_only_when_asked_for_and_moves_nothing() -> None:
    """Looking must not change what is looked at; who does not look does not pay."""
    plain = rank(IDEAS, MIND, Wish(surprise=1), generator(3, "trace"))
    made, _ = traced(MIND, Wish(surprise=1, is_traced=True), 3)
    assert plain.trace is None
    assert replace(made, trace=None) == plain


def test_a_vote_moves_by_what_it_added_beside_the_others() -> None:
    """Two ideas that fit alike: the step of the model that prefers the second one is where they change places."""
    rows = table(["KO", "PEP"], ["wheel"] * 2)
    mind = Mind(taste(tickers={}), {"content": np.array([0.2, 0.8])}, FIT)
    made = rank(rows, mind, Wish(surprise=0, diversity="none", is_traced=True), generator(0))
    assert made.trace is not None
    step = next(each for each in made.trace.way(1) if each.name == "content")
    assert (step.before, step.place, step.moved) == (2, 1, 1)
    assert step.added == pytest.approx(0.6 * np.log(4))  # 0.8 : 0.2 are odds of four
    assert step.usual == pytest.approx(0)


def test_an_idea_that_is_not_listed_has_its_way_too_and_one_that_was_not_ranked_says_so() -> None:
    """Why is this not in my list? is asked of any idea."""
    made, trace = traced(MIND, Wish(top=5, is_traced=True))
    behind = int(trace.rows[-1])
    assert trace.way(behind)[-1].place > len(made.items)
    codes = setups(IDEAS)
    double = next(row for row in range(600) if row not in trace.rows)
    assert codes[double] in codes[trace.rows]
    with pytest.raises(DataError, match="not ranked: one of the same set-up fits better"):
        trace.way(double)


def test_the_book_and_chance_have_steps_of_their_own() -> None:
    """What is held costs what it says; a drawn idea jumps at the last step."""
    chances = np.full(len(STRATEGIES), 1 / len(STRATEGIES))
    made, trace = traced(replace(MIND, exploring=chances), Wish(surprise=1, top=30, is_traced=True))
    held = next(each for each in made.items if IDEAS.underlying[each.row] < 3)
    step = next(each for each in trace.way(held.row) if each.stage == "book")
    assert step.added == pytest.approx(-0.1 * held.chance * 0.9)
    drawn = next(each for each in made.items if each.is_exploring)
    last = trace.way(drawn.row)[-1]
    assert (last.stage, last.unit, last.place) == ("exploring", "places", drawn.rank)
    assert last.moved == last.added > 0
    assert np.array_equal(trace.places("score"), np.arange(1, len(trace.rows) + 1))
