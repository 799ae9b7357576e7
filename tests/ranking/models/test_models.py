"""The other models over items, each on what it is for, by hand."""

import numpy as np
import pytest

from engine.ranking.models.history import History, Rhythm, Sold
from engine.ranking.models.interactions import Floats, Interactions
from engine.ranking.models.neighbours import UserNeighbours
from engine.ranking.models.popularity import GroupPopularity, Popularity
from engine.ranking.models.recommender import Recommender, shares
from engine.ranking.models.sequence import Sequel
from engine.ranking.models.suited import models_for, share_again
from engine.ranking.models.transition import Transition
from tests.ranking.people import events, fans, loyal


def told(model: Recommender, past: Interactions, user: str) -> dict[str, float]:
    """What a model says to one user, by item."""
    row: Floats = model.scores(past, np.array([past.users.index(user)]), past.last_ms)[0]
    return dict(zip(past.items, row.tolist(), strict=True))


def test_own_history_is_the_share_of_what_has_not_faded() -> None:
    """One half-life apart: a third and two thirds."""
    past = events(("ann", 0, "A", "buy"), ("ann", 20, "B", "buy"), ("bob", 20, "C", "buy"))
    assert told(History(half_lives=(20.0,)), past, "ann") == pytest.approx({"A": 1 / 3, "B": 2 / 3, "C": 0.0})


def test_what_was_sold_without_being_bought_is_remembered() -> None:
    """It was held before our record began."""
    past = events(("ann", 0, "A", "sell"), ("ann", 0, "B", "buy"))
    assert told(Sold(), past, "ann") == pytest.approx({"A": 1.0, "B": 0.0})


def test_a_rhythm_is_one_over_the_interval_and_fades_when_overdue() -> None:
    """Bought every 30 days until day 60, now day 120: one interval overdue, half of 1/30."""
    rows = [("ann", day, "A", "buy") for day in (0.0, 30.0, 60.0)]
    past = events(*rows, ("bob", 120, "B", "buy"))
    assert told(Rhythm(), past, "ann") == pytest.approx({"A": 0.5 / 30, "B": 0.0})


def test_one_persons_hundred_purchases_do_not_outvote_many_people() -> None:
    """Roots of counts: nine by one are 3, four by four are 4."""
    rows = [("ann", 0.0, "A", "buy")] * 9 + [(f"u{each}", 0.0, "B", "buy") for each in range(4)]
    assert told(Popularity(), events(*rows), "ann") == pytest.approx({"A": 3.0, "B": 4.0})


def test_a_group_gets_the_users_share_of_it_split_by_popularity() -> None:
    """Ann buys tech alone, of which B is three quarters by the crowd's roots."""
    past = events(("ann", 0, "A", "buy"), *[(f"u{each}", 0.0, "B", "buy") for each in range(3)], ("bob", 0, "C", "buy"))
    past = past.grouped({"A": "tech", "B": "tech", "C": "energy"})
    assert told(GroupPopularity(), past, "ann") == pytest.approx({"A": 0.25, "B": 0.75, "C": 0.0})


def test_neighbours_bring_what_people_alike_took_and_not_oneself() -> None:
    """Bob has Ann's A, so Ann hears of his B, and of nothing of Cleo's, with whom she shares nothing."""
    past = events(("ann", 0, "A", "buy"), ("bob", 0, "A", "buy"), ("bob", 0, "B", "buy"), ("cleo", 0, "C", "buy"))
    heard = told(UserNeighbours(nearest=1), past, "ann")
    assert heard["B"] > 0.5
    assert heard["C"] == 0.0


def test_what_followed_in_anybodys_sequence_is_said_to_follow() -> None:
    """B came after A twice: whoever has just taken A is told B, and after B not A."""
    past = events(("ann", 0, "A", "buy"), ("ann", 1, "B", "buy"), ("bob", 0, "A", "buy"), ("bob", 1, "B", "buy"),
                  ("cleo", 5, "A", "buy"), ("dan", 5, "B", "buy"))  # fmt: skip
    assert told(Sequel(), past, "cleo")["B"] > 0.0
    assert told(Sequel(), past, "dan")["A"] == 0.0
    assert told(Sequel(either=True), past, "dan")["A"] > 0.0


def test_what_shares_a_moment_has_no_order_by_its_names() -> None:
    """Films rated in one second: whoever has just seen A is told B as much as B's viewer is told A."""
    rows = [(who, 0.0, item, "buy") for who in ("ann", "bob") for item in ("A", "B", "M")]
    past = events(*rows, ("cleo", 5, "A", "buy"), ("dan", 5, "B", "buy"))
    for model in (Sequel(at_once=True), Transition()):
        assert told(model, past, "cleo")["B"] == pytest.approx(told(model, past, "dan")["A"])
        assert told(model, past, "cleo")["B"] > 0.0
    assert told(Sequel(), past, "cleo")["B"] > told(Sequel(), past, "dan")["A"]


def test_long_sequences_compete_where_little_is_taken_again() -> None:
    """On trades they told nothing that shorter ones did not, and a solve for them is the dearest part."""
    assert share_again(events(*[("ann", float(day), "AB"[day % 2], "buy") for day in range(4)])) == 0.5
    assert not any(isinstance(model, Transition) for model in models_for(loyal()))
    assert any(isinstance(model, Transition) for model in models_for(events(("ann", 0, "A", "buy"))))


@pytest.mark.parametrize("past", [loyal(), fans().grouped({"I001": "x"})], ids=["loyal", "fans"])
def test_no_model_looks_beyond_the_past_it_is_given(past: Interactions) -> None:
    """Events after the cut, moved or not, change no number of any model."""
    cut = int(np.quantile(past.at_ms, 0.6))
    users = np.unique(past.until(cut).user)[:5]
    longer = past.until(cut)
    for model in models_for(past):
        assert np.array_equal(model.scores(longer, users, cut), model.scores(longer, users, cut + 10**10)), model.name


def test_shares_are_of_what_is_allowed_and_nothing_stays_nothing() -> None:
    """Below zero counts as zero; a user without any keeps zeros instead of nan."""
    allowed = np.array([[True, True, False], [True, True, True]])
    found = shares(np.array([[1.0, 3.0, 9.0], [-1.0, 0.0, 0.0]]), allowed)
    assert found.tolist() == [[0.25, 0.75, 0.0], [0.0, 0.0, 0.0]]
