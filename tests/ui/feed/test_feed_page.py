"""The feed as Python runs it: ranked, filtered, acted on, taken back, honest where there is nothing."""

import io
import json
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from engine.experiments.experiment import Experiment, Variant
from engine.gateways.store.desk import Principal
from engine.options.opportunity import OpportunityTable
from engine.ranking.stages.setups import setups
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import feed
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import marked
from engine.services.review_rankings import running
from engine.services.sample import advance, make_world
from engine.services.startup import LOCAL, App
from engine.traders.events import Action
from pages.ui.feed.rail import as_file
from tests.ui.visits import found, words

Visit = Callable[..., AppTest]


@pytest.fixture
def world(installed: App) -> App:
    """The sample world."""
    make_world(installed)
    return installed


def deck(visitor: AppTest) -> dict[str, Any]:
    """What the cards are drawn from."""
    part = next(each for each in visitor.get("bidi_component") if each.proto.component_name.endswith("toption_deck"))
    read: dict[str, Any] = json.loads(part.proto.json)
    return read


def test_a_first_visit_shows_twenty_cards_in_order(world: App, visit: Visit) -> None:
    """Ranks from one on, five parts each, a legend whose parts are the score's."""
    told = deck(visit("opportunities"))
    assert [each["rank"] for each in told["cards"]] == list(range(1, 21))
    assert [most for _, most in told["parts"]] == [30, 20, 20, 15, 15]
    assert all(len(each["parts"]) == 5 for each in told["cards"])


def test_what_is_shown_is_kept_once(world: App, visit: Visit) -> None:
    """Exposures are what the feed learns from; a run that draws the same list again shows nothing new."""
    visitor = visit("opportunities")
    visitor.run()
    shown = [each for each in events_of(world, LOCAL) if each.action is Action.SHOWN]
    assert len(shown) == 20
    assert {each.rank for each in shown} == set(range(1, 21))


def test_a_reload_shows_nothing_again(world: App, visit: Visit) -> None:
    """Another window in the same sitting has the very list, and nothing is passed over twice for it."""
    first = deck(visit("opportunities"))
    kept = events_of(world, LOCAL)
    assert [each["id"] for each in deck(visit("opportunities"))["cards"]] == [each["id"] for each in first["cards"]]
    assert events_of(world, LOCAL) == kept


def test_filters_and_words_hold_in_the_feed(world: App, visit: Visit) -> None:
    """The same filters as above the table of all ideas; a link carries them."""
    told = deck(visit("opportunities", ideas_strategies="Iron condor", ideas_words="nova"))
    assert {each["title"] for each in told["cards"]} == {"SIM-NOVA · Iron condor"}


def test_nothing_passing_says_so(world: App, visit: Visit) -> None:
    """And says what to do."""
    assert "Loosen a filter" in words(visit("opportunities", ideas_words="nonsense"))


def twins(table: OpportunityTable) -> tuple[int, int]:
    """Two ideas of one set-up, of which the usual list shows one."""
    setup = setups(table)
    found, count = np.unique(setup, return_counts=True)
    first, second = np.flatnonzero(setup == found[count > 1][0])[:2].tolist()
    return first, second


def test_every_saved_idea_is_listed_twins_too(world: App, visit: Visit) -> None:
    """In the feed one idea stands for its set-up; whoever saved two of them looks for two."""
    table = found(world).table
    for row in twins(table):
        act(world, LOCAL, found(world), row, "save")
    visitor = visit("opportunities", view="Saved")
    assert {each["id"] for each in deck(visitor)["cards"]} == {table.id_of(row) for row in twins(table)}
    assert "2 of 2 saved ideas." in words(visitor)


def test_saved_ideas_that_no_filter_lets_through_or_that_are_gone_are_told(world: App, visit: Visit) -> None:
    """A list that is empty for a reason says the reason; what was saved yesterday is not forgotten in silence."""
    act(world, LOCAL, found(world), 0, "save")
    assert "None of 1 saved idea passes." in words(visit("opportunities", view="Saved", ideas_words="nonsense"))
    advance(world, 1)
    assert "1 idea saved on earlier days cannot be traded now" in words(visit("opportunities", view="Saved"))


def test_nothing_saved_says_so(world: App, visit: Visit) -> None:
    """An empty list tells how it is filled."""
    assert "Nothing is saved here yet" in words(visit("opportunities", view="Saved"))


def test_the_address_carries_order_surprise_and_form(world: App, visit: Visit) -> None:
    """What a link was made with is what its reader sees."""
    visitor = visit("opportunities", order="Recommended", surprise="80", form="Table")
    assert visitor.segmented_control(key="order").value == "recommended"
    assert visitor.slider(key="surprise").value == 80
    assert len(visitor.dataframe[0].value) > 100


def in_experiment(world: App) -> None:
    """Nearly everybody's slider is set to 80."""
    ann = Principal("ann", "manager")
    variants = (Variant("today", 0.01), Variant("more", 0.99, "recommended surprise=0.8"))
    running.design(world, ann, Experiment("more", "ranker", "surprises are saved", variants, "save_rate", (), 100, 28))
    running.start(world, ann, "more")


def test_the_slider_stands_where_an_experiment_set_it_and_says_so(world: App, visit: Visit) -> None:
    """What is in force is what is shown, whose it is with it, and nothing of what the experiment is after."""
    assert "Set by an experiment" not in words(visit("opportunities"))
    in_experiment(world)
    visitor = visit("opportunities")
    assert visitor.slider(key="surprise").value == 80
    assert visitor.segmented_control(key="order").value == "recommended"
    assert "Set by an experiment" in words(visitor)
    assert "surprises are saved" not in words(visitor)
    drawn = re.search(r"(\d+) of 20 are drawn by chance", words(visitor))
    assert drawn is not None
    assert int(drawn[1]) > 2  # as many as there usually are


def test_a_traders_own_move_wins_over_an_experiment(world: App, visit: Visit) -> None:
    """Also a move to where it usually stands: who asks for 30 gets 30."""
    in_experiment(world)
    visitor = visit("opportunities")
    visitor.slider(key="surprise").set_value(30).run()
    assert visitor.slider(key="surprise").value == 30
    assert "Set by an experiment" not in words(visitor)
    assert list(visitor.slider(key="surprise").proto.default) == [80]  # so that the address says 30, and a reload too
    visitor.slider(key="surprise").set_value(80).run()
    assert "Set by an experiment" not in words(visitor)
    linked = visit("opportunities", surprise="30")
    assert (linked.slider(key="surprise").value, "Set by an experiment" in words(linked)) == (30, False)


def test_a_paper_trade_stands_in_the_book(world: App, visit: Visit) -> None:
    """One press, and what it changes is no more a question."""
    visitor = visit("opportunities")
    first = deck(visitor)["cards"][0]["id"]
    visitor.button(key="feed_trade").click().run()
    traded = [each.idea.id for each in events_of(world, LOCAL) if each.action is Action.TRADE]
    assert traded == [first]
    assert deck(visitor)["told"]["undo"] == "Undo paper trade"


def test_an_idea_opened_from_the_feed_has_its_own_view(world: App, visit: Visit) -> None:
    """A link to it works without the list."""
    visitor = visit("opportunities", idea=found(world).table.id_of(0))
    assert "What can go wrong" in words(visitor)
    visitor.button(key="ideas_back").click().run()
    assert deck(visitor)["cards"]
    assert marked(events_of(world, LOCAL)) == (frozenset(), frozenset())


def test_somebody_new_is_asked_six_ideas_and_the_list_follows(world: App, visit: Visit) -> None:
    """A minute, one press each; the invitation does not come again."""
    visitor = visit("opportunities")
    before = [each["id"] for each in deck(visitor)["cards"]]
    visitor.button(key="quiz_begin").click().run()
    for at, word in enumerate(("yes", "no", "perhaps", "no", "yes", "no"), 1):
        assert f"{at} of 6" in words(visitor)
        visitor.button(key=f"quiz_{word}").click().run()
        assert not visitor.exception
    assert [each["id"] for each in deck(visitor)["cards"]] != before
    assert "New here?" not in words(visitor)
    answers = [each.action for each in events_of(world, LOCAL) if each.ranker == "quiz"]
    assert sorted(answers) == sorted([Action.SAVE] * 2 + [Action.VIEW] + [Action.DISMISS] * 3)


def test_a_reload_in_the_middle_goes_on_at_the_next_card(world: App, visit: Visit) -> None:
    """What was answered is kept; whoever said that it is enough is left alone."""
    visitor = visit("opportunities")
    visitor.button(key="quiz_begin").click().run()
    for word in ("perhaps", "no"):
        visitor.button(key=f"quiz_{word}").click().run()
    again = visit("opportunities")
    assert "3 of 6" in words(again)
    again.button(key="quiz_yes").click().run()
    assert "4 of 6" in words(again)
    again.button(key="quiz_end").click().run()
    assert "of 6" not in words(visit("opportunities"))
    assert len([each for each in events_of(world, LOCAL) if each.ranker == "quiz"]) == 3


def test_the_feed_works_without_the_six_ideas(world: App, visit: Visit) -> None:
    """Nobody has to answer."""
    visitor = visit("opportunities")
    visitor.button(key="quiz_decline").click().run()
    assert "New here?" not in words(visitor)
    assert len(deck(visitor)["cards"]) == 20


def test_an_idea_is_saved_traded_and_taken_back_in_its_own_view(world: App, visit: Visit) -> None:
    """Whoever came by a link needs no list."""
    table = found(world).table
    visitor = visit("opportunities", idea=table.id_of(0))
    visitor.button(key="idea_save").click().run()
    assert marked(events_of(world, LOCAL))[0] == {table.id_of(0)}
    assert visitor.button(key="idea_unsave").label == "Saved"
    visitor.button(key="idea_trade").click().run()
    assert visitor.button(key="idea_trade").disabled
    visitor.button(key="idea_undo").click().run()
    assert not visitor.button(key="idea_trade").disabled


def test_the_list_is_a_file_too(world: App, visit: Visit) -> None:
    """Rank, score, parts that add up, reason, and every number of the idea."""
    ideas_now = found(world)
    made = feed(world, LOCAL, ideas_now).feed
    rows = pd.read_csv(io.BytesIO(as_file(ideas_now, made)))
    assert rows["rank"].tolist() == list(range(1, 21))
    parts = rows[[name for name in rows if name.startswith("points_")]].sum(axis=1)
    assert np.allclose(parts, rows["score"])
    assert {"reason", "propensity", "underlying", "pop"} <= set(rows)
