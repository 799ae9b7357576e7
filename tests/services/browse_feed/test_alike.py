"""Trades like an idea are looked for among the trader's own and the simulated ones, never among other people's."""

from dataclasses import replace

from engine.gateways.store.desk import Principal
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.alike import similar
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Action


def traded(app: App, who: Principal, ideas: Ideas, row: int, outcome: float) -> None:
    """A trade that ended so."""
    event = act(app, who, ideas, row, "trade")
    action = Action.PROFIT if outcome > 0 else Action.LOSS
    app.desk(who).trader.add_event(replace(event, key=f"end:{event.key}", action=action, outcome=outcome))


def test_a_traders_own_trades_are_found_and_counted(here: App, ada: Principal, ideas: Ideas) -> None:
    """What one did oneself is the nearest there is."""
    before = similar(here, ada, ideas, 7)
    traded(here, ada, ideas, 7, 0.04)
    after = similar(here, ada, ideas, 7)
    assert (before.own, after.own) == (0, 1)
    assert after.similar.searched == before.similar.searched + 1
    nearest = after.similar.trades[0]
    assert (nearest.distance, nearest.outcome) == (0, 0.04)
    assert before.similar.searched > 1_000
    assert after.similar.win_rate.n >= 20
    assert after.similar.win_rate.is_known


def test_nobody_elses_trades_are_searched(here: App, ada: Principal, ideas: Ideas) -> None:
    """A question about one idea must not tell what somebody else did."""
    before = similar(here, ada, ideas, 7)
    traded(here, Principal("bob"), ideas, 7, 0.04)
    assert similar(here, ada, ideas, 7) == before
