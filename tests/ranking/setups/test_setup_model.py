"""Set-ups: what was taken when shown teaches what will be, for whom the model knows and for whom it does not."""

from functools import cache

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.options.opportunity import OpportunityTable
from engine.ranking.setups.levels import LEVELS, names_of, of_log, places
from engine.ranking.setups.model import SetupModel
from engine.traders.events import ACTIONS, Action, Event, Idea
from engine.traders.log import EventLog, log_of
from engine.traders.simulated.people import people_log

UNTIL = 1_768_000_000_000
DAY = 86_400_000


@cache
def log() -> EventLog:
    """A hundred days of three hundred simulated traders."""
    whole = people_log(7, UNTIL)
    return whole.rows(whole.at_ms > whole.at_ms[-1] - 100 * DAY)


def cut() -> int:
    return int(np.quantile(log().at_ms, 0.85))


@cache
def fitted() -> SetupModel:
    found = SetupModel.fit(log(), cut())
    assert found is not None
    return found


def of(trader: str, actions: tuple[Action, ...], after: bool) -> EventLog:
    """One trader's events of these kinds, before or after the cut."""
    chosen = np.isin(log().action, [ACTIONS.index(each) for each in actions]) & ((log().at_ms > cut()) == after)
    return log().rows(chosen & (log().trader == log().traders.index(trader)))


def ranked_right(stranger: bool) -> float:
    """How often what was taken after the cut has the greater vote than what was shown, over traders."""
    found = []
    for trader in log().traders[:80]:
        own = of(trader, ACTIONS, after=False)
        taken, shown = of(trader, (Action.SAVE, Action.TRADE), after=True), of(trader, (Action.SHOWN,), after=True)
        if len(taken) and len(shown):
            name = "" if stranger else trader
            yes, no = (fitted().votes_on(own, each, cut(), name) for each in (taken, shown))
            found.append(float((yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()))
    assert len(found) > 30
    return float(np.mean(found))


def test_what_is_taken_later_has_the_greater_votes() -> None:
    """Two times in three and more, though responses are noise for the most part and by the place in the list."""
    assert ranked_right(stranger=False) > 0.63


def test_a_trader_who_came_after_the_fit_is_served_from_his_own_events() -> None:
    """The map is over set-ups, so that nobody waits for the next fit; he may meet himself as a neighbour here."""
    assert ranked_right(stranger=True) > 0.6


def test_nothing_after_the_moment_is_learned() -> None:
    """The same bytes, whatever the log holds beyond it."""
    again = SetupModel.fit(log().until(cut()), cut())
    assert again is not None
    assert again.to_bytes() == fitted().to_bytes()


def test_a_kept_model_votes_as_before() -> None:
    """And bytes that are none are refused."""
    kept = SetupModel.from_bytes(fitted().to_bytes())
    trader = log().traders[3]
    own, shown = of(trader, ACTIONS, after=False), log().rows(slice(-200, None))
    assert np.array_equal(kept.votes_on(own, shown, cut(), trader), fitted().votes_on(own, shown, cut(), trader))
    with pytest.raises(DataError, match="the fitted feed model"):
        SetupModel.from_bytes(b"nonsense")


def test_votes_are_chances_and_weights_never_negative() -> None:
    """Better than one chance for all on what was held back, and the mean vote is about the share that is taken."""
    assert (fitted().weights >= 0).all()
    assert set(fitted().weights_by_name()) >= {"own, strategy", "crowd, ticker", "EASE, kind"}
    assert fitted().judged[0] < fitted().judged[1]
    shown = log().rows((log().action == 0) & (log().at_ms > cut()))
    votes = fitted().votes_on(log().rows(slice(0, 0)), shown, cut())
    assert ((votes > 0) & (votes < 1)).all()


def test_a_table_gets_the_votes_of_its_set_ups() -> None:
    """An opportunity is its ticker, strategy, delta and days, under whatever numbers its table gives the names."""
    seen = log().rows(slice(-30, None))
    names = ("NEW", *reversed(log().underlyings))
    number, n = {name: place for place, name in enumerate(names)}, len(seen)
    none, blank = np.zeros((n, 4)), np.zeros(n, dtype=np.int64)
    table = OpportunityTable(
        names, np.array([number[log().underlyings[each]] for each in seen.underlying], dtype=np.int32),
        seen.strategy.astype(np.int8), blank, blank, np.ones(n), none, none > 0, none.astype(np.int8),
        none.astype(np.int64), none, {"delta": seen.delta, "days": seen.days},
    )  # fmt: skip
    own = of(log().traders[5], ACTIONS, after=False)
    assert np.array_equal(fitted().votes(own, table, cut()), fitted().votes_on(own, seen, cut()))


def test_too_little_teaches_nothing() -> None:
    """No model is better than one of a dozen events."""
    assert SetupModel.fit(log().rows(slice(0, 40)), cut()) is None


def test_a_set_up_backs_off_level_by_level() -> None:
    """An unknown delta leaves ticker, strategy and sector; an unknown ticker the strategy and its kind."""
    ideas = (
        Idea("a", "SIM-A", "covered_call", "Energy", delta=0.25, days=30.0),
        Idea("b", "SIM-A", "covered_call", "Energy"),
        Idea("c", "SIM-B", "iron_condor", "", delta=-0.05, days=3.0),
    )
    seen = log_of([Event(str(at), "ann", Action.SAVE, at, idea) for at, idea in enumerate(ideas)])
    names = names_of(seen)
    known = {level: places(of_log(seen, names), names, level).tolist() for level in LEVELS}
    assert known["ticker"] == [0, 0, 1]
    assert known["sector"] == [0, 0, -1]
    assert known["set-up"][1] == known["kind"][1] == -1
    assert known["set-up"][0] == ((0 * 12 + 1) * 5 + 2) * 5 + 2
    assert known["kind"][2] == (4 * 5 + 0) * 5 + 0
    assert known["ticker and strategy"] == [1, 1, 12 + 4]
