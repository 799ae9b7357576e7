"""Two lists beside each other: every place between them is some stage's, and the step that did it is named."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.ranking.feed import rank
from engine.ranking.mind import Unfitted, Wish
from engine.ranking.way.difference import Cause, causes, moved
from engine.ranking.way.trace import Step
from engine.scoring import Weights
from tests.ideas import many, table
from tests.ranking.way.passes import FIT, HEARD, IDEAS, MIND, traced

WISHES = [
    Wish(is_traced=True), Wish(order="best_fit", is_traced=True), Wish(surprise=0.9, diversity="dpp", is_traced=True),
    Wish(weights=Weights(0.05, 0.5, 0.2, 0.15, 0.1), is_traced=True),
]  # fmt: skip


@given(one=st.sampled_from(WISHES), other=st.sampled_from(WISHES), is_fitted=st.booleans())
def test_causes_add_up_to_the_places_between_two_lists(one: Wish, other: Wish, is_fitted: bool) -> None:
    """Five places higher there must not be explained with three."""
    first, _ = traced(HEARD, one)
    second, _ = traced(HEARD if is_fitted else MIND, other, 1)
    found = moved(first, IDEAS, second, IDEAS)
    assert {each.row for each in first.items} | {each.row for each in second.items} >= {
        row for each in found for row in each.rows if row is not None and all(each.is_listed)
    }
    for each in found:
        assert each.before is not None
        assert each.after is not None
        assert sum(cause.places for cause in each.causes) == each.before - each.after == each.higher
    assert [each.before for each in found if each.is_listed[0]] == [each.rank for each in first.items]
    assert sorted(each.after for each in found if each.is_listed[1]) == [each.rank for each in second.items]


def test_the_model_that_puts_an_idea_higher_is_named_with_what_its_vote_adds() -> None:
    """One vote raised from ½ to 0.9: odds of nine, to the power of its weight."""
    flat = replace(HEARD, votes={**HEARD.votes, "content": np.full(len(IDEAS), 0.5)})
    row = traced(flat)[0].items[9].row
    votes = np.where(np.arange(len(IDEAS)) == row, 0.9, 0.5)
    first, second = (traced(each)[0] for each in (flat, replace(flat, votes={**flat.votes, "content": votes})))
    one = next(each for each in moved(first, IDEAS, second, IDEAS) if each.rows[0] == row)
    blend = next(each for each in one.causes if each.stage == "blend")
    assert (blend.step, blend.unit) == ("content", "log_odds")
    assert blend.places > 0
    many_others = 1 - 1 / len(first.trace.rows) if first.trace is not None else 0
    assert blend.added == pytest.approx(FIT.slope[1] * np.log(9) * many_others)


def test_where_only_the_others_moved_no_step_is_named() -> None:
    """An idea that stays as it is may still be overtaken."""
    one = (Step("score", "strategy", "points", 5.0, 5.0, 5.0, None, 3),)
    other = (Step("score", "strategy", "points", 5.0, 5.0, 5.0, None, 4),)
    assert causes(one, other) == (Cause("score", -1),)
    assert causes(one, one) == ()


def test_another_day_is_matched_by_set_up() -> None:
    """Its quotes are others: the same trade of the same company stands beside itself, what is new has no partner."""
    today = table(["KO", "PEP", "MSFT"], ["wheel"] * 3)
    before = table(["PEP", "KO"], ["wheel"] * 2, delta=0.32)
    rng = np.random.default_rng(0)
    one, other = (rank(each, replace(MIND, votes={}, against=None, past=None, blend=Unfitted()), WISHES[0], rng)
                  for each in (today, before))  # fmt: skip
    found = {each.rows[0]: each for each in moved(one, today, other, before)}
    assert found[0].rows == (0, 1)
    assert found[1].rows == (1, 0)
    assert (found[2].rows[1], found[2].after, found[2].causes, found[2].is_listed) == (None, None, (), (True, False))


def test_a_feed_without_a_trace_says_that_it_has_nothing_to_compare() -> None:
    """Nothing is made up."""
    plain = rank(many(20), replace(MIND, votes={}, against=None, past=None), Wish(), np.random.default_rng(0))
    with pytest.raises(DataError, match="is_traced"):
        moved(plain, many(20), plain, many(20))
