"""Similar profitable trades: nearness by hand, the win rate of all near ones, and what is refused."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.core.interval import share
from engine.ranking.similar import NEAR, find_similar_trades
from engine.traders.events import Action, Event, Idea
from engine.traders.log import log_of

SETUP = {"strategy": "wheel", "iv_rank": 50, "days": 30, "delta": 0.3, "sector": "Energy"}


def trade(**changed: object) -> dict[str, object]:
    """A past trade like the set-up but for what is named."""
    return {**SETUP, "ticker": "ACME", "outcome": 0.1, **changed}


def test_distances_by_hand() -> None:
    """Weights 2, 1, 1, 1, 1 of 6: another strategy is a third, a sector a sixth, 30 points of rank 0.3 of a sixth."""
    rows = [trade(strategy="calendar"), trade(sector="Health"), trade(iv_rank=80), trade(delta=-0.9), trade()]
    found = find_similar_trades(SETUP, rows)
    assert [each.row for each in found.trades] == [4, 2, 3, 1, 0]
    assert [each.distance for each in found.trades] == pytest.approx([0, 0.3 / 6, 1 / 6, 1 / 6, 2 / 6])


def test_what_is_unknown_on_either_side_is_left_out() -> None:
    """Neither alike nor unlike: the distance is over what both know."""
    found = find_similar_trades({**SETUP, "sector": ""}, [trade(iv_rank=None, delta=0.8, days=30)])
    assert found.trades[0].distance == pytest.approx(0.5 / 4)


def test_other_names_of_the_same_columns_are_understood() -> None:
    """What scores an opportunity can be looked up among past trades as it is."""
    setup = {"strategy": "Wheel", "iv_rank": 50, "dte": 30, "delta": 0.3, "sector": "Energy"}
    rows = [{**setup, "symbol": "ACME", "pnl": won, "profit": won > 0} for won in (120.0, -80.0)]
    found = find_similar_trades(setup, rows)
    assert found.win_rate == share(1, 2)
    assert [(each.underlying, each.days, each.outcome) for each in found.trades] == [("ACME", 30, 120.0)]


def test_only_profits_are_listed_and_all_near_trades_are_counted() -> None:
    """Losses near by lower the win rate; what is far neither lowers nor raises it."""
    rows = [*[trade()] * 7, *[trade(outcome=-1.0)] * 3, *[trade(strategy="calendar", sector="Health")] * 50]
    found = find_similar_trades(SETUP, pd.DataFrame(rows))
    assert [each.row for each in found.trades] == [6, 5, 4, 3, 2]
    assert found.win_rate == share(7, 10)
    assert found.searched == 60


def test_a_log_tells_the_same_as_its_rows() -> None:
    """Only trades that ended count; what they were stands in the event."""
    idea = Idea("a", "ACME", "wheel", "Energy", delta=0.3, days=30, iv_rank=50)
    ends = ((Action.PROFIT, 0.2), (Action.LOSS, -0.5), (Action.TRADE, float("nan")), (Action.SHOWN, float("nan")))
    log = log_of([Event(str(at), "t", action, at, idea, outcome=end) for at, (action, end) in enumerate(ends)])
    found = find_similar_trades(idea, log)
    assert [(each.row, each.outcome, each.underlying, each.distance) for each in found.trades] == [(0, 0.2, "ACME", 0)]
    assert found.win_rate == share(1, 2)


def test_no_past_is_no_rate() -> None:
    """Nothing to compare with is said as unknown, not as nothing won."""
    found = find_similar_trades(SETUP, [])
    assert (found.trades, found.win_rate.value, found.searched) == ((), None, 0)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 700), st.floats(-1, 1), st.floats(-2, 2)), max_size=30))
def test_no_profitable_trade_left_out_is_nearer(past: list[tuple[float, float, float, float]]) -> None:
    """The five are the nearest, in order, whatever the history."""
    rows = [trade(iv_rank=rank, days=days, delta=delta, outcome=end) for rank, days, delta, end in past]
    found = find_similar_trades(SETUP, rows)
    alone = [find_similar_trades(SETUP, [row]).trades for row in rows]
    distances = sorted(each[0].distance for each in alone if each)
    assert [each.distance for each in found.trades] == pytest.approx(distances[:5])
    assert found.win_rate.n <= len(rows)
    near = sum(each[0].distance <= NEAR for each in alone if each)
    assert found.win_rate.value is None or found.win_rate.value == pytest.approx(near / found.win_rate.n)


def test_mistakes_are_told_in_one_line() -> None:
    """Which column, what is allowed, what it was."""
    refused = {
        "must name its strategy": ({"delta": 0.3}, [trade()]),
        "iv_rank must be a number or empty, was 'high'": ({**SETUP, "iv_rank": "high"}, [trade()]),
        "was 'butterfly'": ({**SETUP, "strategy": "butterfly"}, [trade()]),
        "one of cash_secured_put.*was 'naked'": (SETUP, [trade(strategy="naked")]),
        "outcome missing": (SETUP, pd.DataFrame([SETUP])),
        "outcome must be a number or empty, was 'won'": (SETUP, [trade(outcome="won")]),
    }
    for said, (setup, past) in refused.items():
        with pytest.raises(DataError, match=said):
            find_similar_trades(setup, past)


def test_a_series_and_other_names_are_taken_too() -> None:
    """A row of a table is a set-up; days_to_expiry is days."""
    row = pd.Series({"strategy": "wheel", "iv_rank": 50, "days_to_expiry": 30, "delta": 0.3, "sector": np.nan})
    assert find_similar_trades(row, [trade()]).trades[0].distance == 0
