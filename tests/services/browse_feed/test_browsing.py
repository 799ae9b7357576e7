"""The feed of a moment: ranked for its trader, by score alone while little is known, with what they hold in mind."""

import pytest

from engine.core.errors import ToptionError
from engine.gateways.store.desk import Principal
from engine.scoring import Weights
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import THIN, FeedRequest, feed
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App


def test_a_new_trader_gets_a_list_by_fit_that_says_it_is_cold(here: App, ada: Principal, ideas: Ideas) -> None:
    """Nothing is pretended to be known."""
    view = feed(here, ada, ideas)
    assert (view.is_cold, view.default_order, view.feed.order) == (True, "best_fit", "best_fit")
    scores = [each.score for each in view.feed.items]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 20
    assert all(each.score == pytest.approx(sum(each.parts)) for each in view.feed.items)


def test_with_a_history_the_list_is_recommended_unless_asked_otherwise(here: App, ada: Principal, ideas: Ideas) -> None:
    """From so many acts on there is something to recommend by."""
    for number in range(THIN):
        act(here, ada, ideas, number, "save")
    view = feed(here, ada, ideas)
    assert (view.is_cold, view.default_order, view.feed.order) == (False, "recommended", "recommended")
    assert feed(here, ada, ideas, FeedRequest("best_fit")).feed.order == "best_fit"
    assert any(each.is_exploring for each in view.feed.items)
    assert all(0 < each.propensity <= 1 for each in view.feed.items)
    assert any(each.propensity < 1 for each in view.feed.items)


def test_the_same_question_has_the_same_answer(here: App, ada: Principal, ideas: Ideas) -> None:
    """Chance included: a page that runs again must not deal anew."""
    asked = FeedRequest("recommended", surprise=1.0)
    first, again = feed(here, ada, ideas, asked), feed(here, ada, ideas, asked)
    assert first.feed == again.feed
    assert feed(here, Principal("bob"), ideas, asked).feed != first.feed


def test_only_the_rows_asked_for_are_ranked(here: App, ada: Principal, ideas: Ideas) -> None:
    """Filters and the saved list are rows."""
    rows = tuple(range(100, 160))
    view = feed(here, ada, ideas, FeedRequest(rows=rows, top=5))
    assert {each.row for each in view.feed.items} <= set(rows)
    assert len(view.feed.items) == 5
    assert feed(here, ada, ideas, FeedRequest(rows=())).feed.items == ()


def test_what_is_held_is_known_to_the_list(here: App, ada: Principal, ideas: Ideas) -> None:
    """Portfolio awareness: the feed says how its ideas move with the book."""
    row = feed(here, ada, ideas).feed.items[0].row
    act(here, ada, ideas, row, "trade")
    view = feed(here, ada, ideas, FeedRequest("recommended"))
    assert view.book.holds(ideas.table.names[ideas.table.underlying[row]]) == 1
    assert any("move with what you hold" in line for line in view.feed.told)


def test_a_managers_weights_move_the_list(here: App, ada: Principal, ideas: Ideas) -> None:
    """Within their limits."""
    usual = feed(here, ada, ideas)
    timing = feed(here, ada, ideas, FeedRequest(weights=Weights(0.1, 0.1, 0.1, 0.1, 0.6)))
    assert timing.key != usual.key
    parts = [[each.parts[-1] for each in view.feed.items] for view in (usual, timing)]
    assert max(parts[0]) <= 15 < min(parts[1])


@pytest.mark.parametrize("wrong", [{"order": "best"}, {"top": 0}, {"top": 10_000}, {"surprise": 2.0},
                                   {"diversity": "much"}])  # fmt: skip
def test_what_cannot_be_asked_is_refused(wrong: dict[str, object]) -> None:
    """Orders and numbers come from addresses that anybody can type."""
    with pytest.raises(ToptionError, match="must be"):
        FeedRequest(**wrong)  # type: ignore[arg-type]  # that is the question


def test_rows_that_are_not_there_are_refused(here: App, ada: Principal, ideas: Ideas) -> None:
    """In one line."""
    with pytest.raises(ToptionError, match="asked were rows up to"):
        feed(here, ada, ideas, FeedRequest(rows=(10**7,)))
