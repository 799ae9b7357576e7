"""Past sessions teach win rates and usual volumes, and nothing of them is later than the world's clock."""

import io

import numpy as np
import pandas as pd
import pytest

from engine.services.opportunities.catalogue import Pasts, bring_in, ideas
from engine.services.opportunities.remembering import remember
from engine.services.sample import advance, make_world
from engine.services.startup import App
from tests.options.worlds import DAY, NOW, expiry, flat


@pytest.fixture
def past(app: App) -> Pasts:
    """What the sample world remembers."""
    make_world(app)
    return remember(app)


def test_past_ideas_give_win_rates_with_their_number(app: App, past: Pasts) -> None:
    """From twenty alike on; sellers far from the money win more often than buyers."""
    found = ideas(app, past=past)
    assert found is not None
    rate, n, chance = (found.table[name] for name in ("win_rate", "win_n", "pop"))
    known = np.isfinite(rate)
    assert known.mean() > 0.8
    assert n[known].min() >= 20
    assert np.corrcoef(rate[known], chance[known])[0, 1] > 0.5


def test_nothing_that_is_not_over_is_counted(app: App, past: Pasts) -> None:
    """Every outcome lies before the clock; when it moves on, what was known stays as it was."""
    world = app.store.world()
    assert world is not None
    assert past.simulated.settled.over.max() <= world.now_ms
    advance(app, 1)
    later = remember(app)
    common = len(past.simulated.settled.over)
    assert later.simulated.settled.over[:common].tolist() == past.simulated.settled.over.tolist()
    assert later.simulated.settled.gained[:common].tolist() == past.simulated.settled.gained.tolist()


def test_volumes_are_held_against_the_contracts_own_past(app: App, past: Pasts) -> None:
    """A busy contract that is always busy is less unusual than it looks alone."""
    assert past.simulated.earlier is not None
    plain, knowing = ideas(app), ideas(app, past=past)
    assert plain is not None
    assert knowing is not None
    assert past.simulated.earlier.moment.max() < knowing.chain.moment.max()
    assert len(plain.table) == len(knowing.table)
    assert (plain.table["unusual"] != knowing.table["unusual"]).any()


def session(day: int) -> pd.DataFrame:
    """One underlying's quotes on a day."""
    rows = pd.DataFrame(expiry(30, flat(0.25), width=0.04))
    rows["type"] = rows.pop("is_call").map({True: "call", False: "put"})
    for name in ("moment", "expiry"):
        rows[name] = pd.to_datetime(rows[name] + day * DAY, unit="ms", utc=True)
    return rows.assign(open_interest=100.0, volume=20.0)


def test_ideas_are_settled_by_a_snapshot_taken_as_they_expired(app: App) -> None:
    """Without candles the price that came with the quotes of that day is known too; elsewhere nothing is."""
    body = io.BytesIO()
    pd.concat([session(day) for day in (0, 5, 30)]).to_parquet(body, index=False)
    bring_in(app, body.getvalue(), "month.parquet")
    found = remember(app).brought.settled
    assert len(found.over) > 20
    assert {*found.over.tolist()} == {NOW + 30 * DAY}


def test_snapshots_that_were_brought_in_are_a_history(app: App) -> None:
    """Volumes from the days before; outcomes only where candles know the close of the expiry's day."""
    body = io.BytesIO()
    pd.concat([session(day) for day in range(7)]).to_parquet(body, index=False)
    make_world(app)
    bring_in(app, body.getvalue(), "week.parquet")
    found = remember(app)
    assert found.brought.earlier is not None
    assert len(np.unique(found.brought.earlier.moment)) == 6
    assert len(found.brought.settled.over) == 0
    knowing = ideas(app, past=found)
    assert knowing is not None
    mine = knowing.table.underlying == knowing.table.names.index("ABC")
    assert np.isnan(knowing.table["win_rate"][mine]).all(), "the sample world says nothing of real ideas"
