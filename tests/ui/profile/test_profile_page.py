"""My profile as Python runs it: empty, believed, set right, forgotten, taken along, erased."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.services.browse_feed import portrait
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import feed, mark_shown
from engine.services.browse_feed.known import events_of
from engine.services.opportunities.catalogue import Ideas, ideas
from engine.services.sample import advance, make_world
from engine.services.startup import LOCAL, App
from engine.traders.events import ENDED

Visit = Callable[..., AppTest]


@pytest.fixture
def lived(installed: App) -> Ideas:
    """The sample world, in which somebody saved one idea and traded another on paper."""
    make_world(installed)
    found = ideas(installed)
    assert found is not None
    view = feed(installed, LOCAL, found)
    mark_shown(installed, LOCAL, view, found)
    act(installed, LOCAL, found, view.feed.items[0].row, "save", view)
    act(installed, LOCAL, found, view.feed.items[1].row, "trade", view)
    return found


def words(visitor: AppTest) -> str:
    return "\n".join(each.value for each in (*visitor.markdown, *visitor.warning, *visitor.info))


def groups(visitor: AppTest) -> list[dict[str, Any]]:
    """The beliefs that are drawn."""
    parts = visitor.get("bidi_component")
    (found,) = (each for each in parts if each.proto.component_name.endswith("toption_beliefs"))
    read: list[dict[str, Any]] = json.loads(found.proto.json)["groups"]
    return read


def test_without_a_history_it_says_so(installed: App, visit: Visit) -> None:
    """Nothing is made up of nothing."""
    told = words(visit("my_profile"))
    assert "Nothing is believed of you yet" in told
    assert "Nothing is held" in told


def test_what_was_done_makes_beliefs_and_a_book(lived: Ideas, visit: Visit) -> None:
    """Each with its range and the acts behind it."""
    visitor = visit("my_profile")
    told = groups(visitor)
    assert [each["title"] for each in told][:2] == ["Strategies", "Risk, premium and timing"]
    assert all(row["range"] and row["events"] for group in told[:3] for row in group["rows"])
    assert len(visitor.dataframe) == 1
    assert set(visitor.dataframe[0].value["From"]) == {"paper"}


def test_what_is_set_is_seen_at_once(lived: Ideas, installed: App, visit: Visit) -> None:
    """It is the trader's own profile."""
    belief = next(each for each in portrait.portrait(installed, LOCAL).beliefs if each.id.startswith("strategy:"))
    portrait.correct(installed, LOCAL, belief.id, 0.9)
    rows = [row for group in groups(visit("my_profile")) for row in group["rows"] if row["id"] == belief.id]
    assert [(row["value"], row["mark"]) for row in rows] == [("0.90", "yours")]


def test_everything_is_erased_after_one_question(lived: Ideas, installed: App, visit: Visit) -> None:
    """In place, without a second dialog, and for good."""
    visitor = visit("my_profile")
    visitor.button(key="profile_erase").click().run()
    assert events_of(installed, LOCAL) == ()
    assert "Nothing is believed of you yet" in words(visitor)


def test_capital_is_kept(lived: Ideas, visit: Visit) -> None:
    """With it buying power can be told."""
    visitor = visit("my_profile")
    visitor.number_input(key="profile_amount").set_value(25_000.0).run()
    assert not visitor.exception
    again = visit("my_profile")
    assert again.number_input(key="profile_amount").value == 25_000


def test_a_paper_trade_is_followed_to_its_end(lived: Ideas, installed: App, visit: Visit) -> None:
    """When its options are over it ends by itself, at the price of that day, and the profile tells how."""
    table = lived.table
    soon = int(table.expiry.argmin())
    act(installed, LOCAL, lived, soon, "trade")
    while installed.now() <= table.expiry[soon]:
        advance(installed, 7)
    visitor = visit("my_profile")
    ended = next(each.value for each in visitor.dataframe if "Ended" in each.value.columns)
    assert ended["What"].str.startswith(table.names[table.underlying[soon]]).any()
    assert ended["Of margin"].str.contains("%").all()
    assert any(each.action in ENDED for each in events_of(installed, LOCAL))
