"""What can be traded now: the sample world's session, chains that were brought in, each with what is known of it."""

import io

import numpy as np
import pandas as pd
import pytest

from engine.core.errors import DataError
from engine.services.opportunities.catalogue import bring_events, bring_in, ideas, library, mark
from engine.services.sample import advance, make_world
from engine.services.startup import App
from tests.options.worlds import DAY, NOW, expiry, flat


def file(name: str = "ABC") -> bytes:
    """A chain as a file."""
    rows = pd.concat([pd.DataFrame(expiry(days, flat(0.25), width=0.04, name=name)) for days in (30, 60)])
    rows = rows.rename(columns={"is_call": "type"})
    rows["type"] = rows["type"].map({True: "call", False: "put"})
    for column in ("moment", "expiry"):
        rows[column] = pd.to_datetime(rows[column], unit="ms", utc=True)
    body = io.BytesIO()
    rows.assign(open_interest=100.0, volume=20.0).to_parquet(body, index=False)
    return body.getvalue()


def test_without_a_world_and_without_chains_there_is_nothing(app: App) -> None:
    """An empty page says what to do."""
    assert ideas(app) is None


def test_the_sample_world_has_ideas_on_companies_and_coins(app: App) -> None:
    """Forty companies and two coins, all named as simulated."""
    make_world(app)
    found = ideas(app)
    assert found is not None
    assert len(found.table) > 3_000
    names = {found.table.names[code] for code in np.unique(found.table.underlying)}
    assert {"SIM-BTC", "SIM-ETH", "SIM-NOVA"} <= names
    assert all(found.is_simulated(name) for name in names)
    coins = np.isin(found.table.underlying, [found.table.names.index(name) for name in ("SIM-BTC", "SIM-ETH")])
    assert np.isfinite(found.table["hv20"][coins]).all()


def test_the_clock_moves_the_ideas_on(app: App) -> None:
    """Another week, other quotes; the same day, the same mark."""
    make_world(app)
    before, first = mark(app), ideas(app)
    assert mark(app) == before
    advance(app, 7)
    later = ideas(app)
    assert mark(app) != before
    assert first is not None
    assert later is not None
    assert later.table.moment.max() > first.table.moment.max()


def test_a_chain_that_was_brought_in_is_there_beside_the_sample(app: App) -> None:
    """Real and simulated are told apart by name."""
    make_world(app)
    kept, _ = bring_in(app, file(), "mine.parquet")
    assert [each.underlying for each in kept] == ["ABC"]
    found = ideas(app)
    assert found is not None
    mine = found.table.underlying == found.table.names.index("ABC")
    assert mine.sum() > 50
    assert not found.is_simulated("ABC")
    assert library(app).remove("ABC") == 1


def test_nobody_brings_in_the_names_of_the_sample_world(app: App) -> None:
    """Or simulated and real would stand in one history."""
    with pytest.raises(DataError, match="SIM-"):
        bring_in(app, file("SIM-NOVA"), "mine.parquet")


def test_events_that_were_brought_in_are_known_and_make_other_ideas(app: App) -> None:
    """A report within the term is told, and until the last date that there is none; the sample's mood stays its own."""
    make_world(app)
    bring_in(app, file(), "mine.parquet")
    before = mark(app)
    day = pd.Timestamp(NOW + 40 * DAY, unit="ms").date()
    line = bring_events(app, f"symbol,report_date\nABC,{day}\n".encode(), "reports.csv")
    assert line == "1 reports of 1 underlyings were read; 1 are kept."
    assert mark(app) != before
    found = ideas(app)
    assert found is not None
    mine = found.table.rows(found.table.underlying == found.table.names.index("ABC"))
    soon = mine["days"] < 40
    assert (mine["earnings_in_term"][soon] == 0).all()
    assert (mine["earnings_in_term"][~soon] == 1).all()
    assert np.isnan(mine["vix"]).all()
    assert np.isnan(mine["market_regime"]).all()
