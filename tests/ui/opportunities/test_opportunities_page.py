"""The Opportunities page as Python runs it: screened, looked at, kept, and honest where there is nothing."""

import io
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from engine.options.strategies.kinds import NAMES
from engine.services.opportunities.catalogue import bring_events, bring_in
from engine.services.opportunities.screening import saved_filters
from engine.services.sample import make_world
from engine.services.startup import App
from tests.options.worlds import expiry, flat
from tests.ui.visits import found, words

Visit = Callable[..., AppTest]


@pytest.fixture
def world(installed: App) -> App:
    """The sample world."""
    make_world(installed)
    return installed


def test_without_quotes_the_page_says_what_to_do(visit: Visit) -> None:
    """Make the sample world, or bring a chain."""
    visitor = visit("opportunities", view="All ideas")
    assert "no option quotes yet" in words(visitor)
    visitor.button(key="make_world").click().run()
    assert not visitor.exception
    assert len(visitor.dataframe) == 1


def test_a_damaged_file_is_named(installed: App, visit: Visit) -> None:
    """What cannot be read is told with its name, and what to do."""
    bring_in(installed, quotes(), "mine.parquet")
    assert "ideas pass" in words(visit("opportunities", view="All ideas"))
    bring_events(installed, b"date,vix\n2026-01-05,17.5\n", "vix.csv")
    (installed.settings.data / "events" / "vix.parquet").write_bytes(b"broken")
    assert "cannot be read" in words(visit("opportunities", view="All ideas"))


def quotes() -> bytes:
    """One underlying's chain as a file."""
    rows = pd.DataFrame(expiry(30, flat(0.25), width=0.04))
    rows["type"] = rows.pop("is_call").map({True: "call", False: "put"})
    for name in ("moment", "expiry"):
        rows[name] = pd.to_datetime(rows[name], unit="ms", utc=True)
    body = io.BytesIO()
    rows.assign(open_interest=100.0, volume=20.0).to_parquet(body, index=False)
    return body.getvalue()


def test_the_table_holds_what_passes_the_filters(world: App, visit: Visit) -> None:
    """Strategies by pills, further limits behind one button."""
    visitor = visit("opportunities", view="All ideas")
    visitor.pills(key="ideas_strategies").set_value(["wheel"]).run()
    visitor.slider(key="ideas_chance").set_value(75).run()
    table = visitor.dataframe[0].value
    assert set(table["Strategy"]) == {"Wheel"}
    assert table["Chance"].min() >= 0.75
    assert "ideas pass" in words(visitor)


def test_nothing_passing_says_so(world: App, visit: Visit) -> None:
    """And keeps the filters."""
    visitor = visit("opportunities", view="All ideas")
    visitor.pills(key="ideas_strategies").set_value(["long_call"]).run()
    visitor.slider(key="ideas_chance").set_value(95).run()
    assert "Loosen a filter" in words(visitor)
    assert visitor.slider(key="ideas_chance").value == 95


def test_filters_are_kept_under_a_name_and_taken_again(world: App, visit: Visit) -> None:
    """In another visit too."""
    visitor = visit("opportunities", view="All ideas")
    visitor.pills(key="ideas_strategies").set_value(["iron_condor"]).run()
    visitor.text_input(key="ideas_name").set_value("condors").run()
    visitor.button(key="ideas_keep").click().run()
    assert list(saved_filters(world)) == ["condors"]
    other = visit("opportunities", view="All ideas")
    other.button(key="ideas_take_condors").click().run()
    assert set(other.dataframe[0].value["Strategy"]) == {"Iron condor"}
    other.button(key="ideas_drop_condors").click().run()
    assert saved_filters(world) == {}


@pytest.mark.parametrize("strategy", [0, 4, 6, 8])
def test_every_kind_has_its_own_view(world: App, visit: Visit, strategy: int) -> None:
    """Terms, warnings, the chain around it, and every formula one click away."""
    table = found(world).table
    row = int(np.flatnonzero(table.strategy == strategy)[0])
    visitor = visit("opportunities", idea=table.id_of(row))
    told = words(visitor)
    assert table.names[table.underlying[row]].replace("-", "\\-") in told
    assert "What can go wrong" in told
    assert len(visitor.metric) == 4
    assert NAMES[strategy] in table.id_of(row)


def test_an_idea_of_another_day_is_told_as_gone(world: App, visit: Visit) -> None:
    """A link from last week."""
    visitor = visit("opportunities", idea="SIM-NOVA:wheel:20200101:-5P@20200101T000000")
    assert "not among today's opportunities" in words(visitor)


def test_the_way_back_leads_to_all(world: App, visit: Visit) -> None:
    """One press."""
    table = found(world).table
    visitor = visit("opportunities", idea=table.id_of(0))
    visitor.button(key="ideas_back").click().run()
    assert "idea" not in visitor.query_params
    assert "Your feed" in words(visitor)


def test_the_address_carries_the_filters(world: App, visit: Visit) -> None:
    """A link shows what its sender saw; what is no filter is left out."""
    visitor = visit(
        "opportunities", view="All ideas", ideas_strategies="Wheel", ideas_words="nova", ideas_days="5 to 14 days"
    )
    table = visitor.dataframe[0].value
    assert set(table["Strategy"]) == {"Wheel"}
    assert set(table["Underlying"]) == {"SIM-NOVA"}
    assert table["Days"].max() <= 14
    assert (
        visit("opportunities", view="All ideas", ideas_strategies="Nonsense").pills(key="ideas_strategies").value == []
    )
