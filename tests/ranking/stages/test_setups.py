"""Set-ups: what repeats while ideas come and go."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.ranking.stages.setups import CELLS, best_of_each, cell_of, cells, setups
from engine.traders.events import Idea
from tests.ideas import many, table


def test_neighbouring_strikes_are_one_set_up_and_other_depths_are_not() -> None:
    """Two puts a strike apart are the same idea; one twice as deep in the money is another."""
    rows = table(["KO"] * 4, ["wheel"] * 4, delta=[-0.22, 0.27, 0.35, np.nan], days=[30, 40, 30, 30])
    code = setups(rows)
    assert code[0] == code[1]
    assert len(set(code.tolist())) == 3


def test_tickers_strategies_and_spans_are_kept_apart() -> None:
    """Each of the three makes another set-up."""
    rows = table(["KO", "PEP", "KO", "KO"], ["wheel", "wheel", "calendar", "wheel"], days=[30, 30, 30, 60])
    assert len(set(setups(rows).tolist())) == 4


def test_a_wheel_and_the_put_that_it_begins_with_are_one() -> None:
    """Two cards with the same legs and the same numbers would be one idea twice."""
    one, other, third = setups(table(["KO"] * 3, ["wheel", "cash_secured_put", "covered_call"])).tolist()
    assert one == other != third


@given(
    delta=st.floats(-1.5, 1.5) | st.just(float("nan")),
    days=st.floats(0, 200) | st.sampled_from([8.0, 22.0, float("nan")]),
)
def test_an_event_and_a_row_of_the_same_idea_are_in_the_same_cell(delta: float, days: float) -> None:
    """What was saved last month is found again in today's table."""
    row = table(["KO"], ["iron_condor"], delta=delta, days=days)
    idea = Idea("KO:x", "KO", "iron_condor", delta=delta, days=days)
    assert cells(row.strategy, row["delta"], row["days"]).tolist() == [cell_of(idea)]
    assert 0 <= cell_of(idea) < CELLS


def test_the_best_of_each_is_the_best_and_there_is_one_of_each() -> None:
    """A feed of ten strikes of one put would be a feed of one idea."""
    code, score = setups(many(2_000)), np.round(np.random.default_rng(1).random(2_000), 2)
    kept = best_of_each(code, score)
    assert len(kept) == len(np.unique(code))
    assert (np.diff(score[kept]) <= 0).all()
    assert all(score[one] == score[code == code[one]].max() for one in kept.tolist())
