"""Real traders in an experiment: counted from the first list that a variant made for them, under no name."""

import pytest

from engine.experiments.experiment import Variant
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.services.assigned import note_exposed, variant_for
from engine.services.review_rankings import running
from engine.services.startup import App
from engine.traders.events import Action, Event, Idea
from pages.ui.experiments.wording import left_told
from tests.services.review_rankings.conftest import ANN, EVE, a_design

IDEA = Idea("AAA:long_call:1", "AAA", "long_call")


def met(app: App, trader: Principal, at_ms: int, *actions: Action) -> None:
    """What a trader was shown and did at a moment."""
    app.desk(trader).trader.add_events([
        Event(f"{at_ms}:{number}", trader.id, action, at_ms + number, IDEA, feed="f" if action is Action.SHOWN else "",
              rank=int(action is Action.SHOWN), propensity=1.0 if action is Action.SHOWN else float("nan"))
        for number, action in enumerate(actions)
    ])  # fmt: skip


@pytest.fixture
def later(app: App) -> App:
    """Forty traders: control saves one of two ideas, treated both; all saved nothing the day before."""
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS))
    running.design(app, ANN, a_design("real", traders=40, guardrails=(), variants=(
        Variant("today", 0.5), Variant("all", 0.5, "strategy=0.4 risk=0.1"))))  # fmt: skip
    running.start(app, ANN, "real")
    for number in range(40):
        trader = Principal(f"t{number}")
        met(app, trader, WORLD_START_MS - DAY_MS, Action.SHOWN, Action.SHOWN)
        (assigned,) = variant_for(app, trader)
        at_ms = WORLD_START_MS + (number % 3) * DAY_MS + 1000
        met(app, trader, at_ms - 500, Action.SHOWN)  # after the start, before his exposure: counts for nothing
        note_exposed(app, trader, [assigned], at_ms)
        saved = [Action.SAVE] if assigned.is_control and number % 8 else [Action.SAVE, Action.SAVE]
        met(app, trader, at_ms, Action.SHOWN, Action.SHOWN, *saved)
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS + 3 * DAY_MS))
    return app


def test_they_are_counted_from_their_exposure_on(later: App) -> None:
    """Two ideas each, no matter what came before; a look for every whole day."""
    told = running.standing(later, EVE, "real")
    assert (told.days, sum(told.counts), told.is_simulated) == (3, 40, False)
    last = told.arms[0].main.looks[-1]
    assert last.treated == 1.0
    controls = [n for n in range(40) if variant_for(later, Principal(f"t{n}"))[0].is_control]
    assert last.control == pytest.approx(sum(2 if n % 8 == 0 else 1 for n in controls) / (2 * len(controls)))
    assert (last.control_n, last.treated_n) == told.counts
    assert told.verdict is not None
    assert told.verdict.call == "ship"


def test_who_erases_everything_counts_in_the_shares_alone(later: App) -> None:
    """A trader without acts is no trader who did nothing: left in, the rows of an erased one would say just that."""
    (assigned,) = variant_for(later, Principal("t3"))
    later.desk(Principal("t3")).trader.erase()
    told = running.standing(later, EVE, "real")
    left = (1, 0) if assigned.is_control else (0, 1)
    assert (sum(told.counts), told.withdrawn) == (39, left)
    assert told.ratio is not None
    assert told.ratio.counts == tuple(here + gone for here, gone in zip(told.counts, left, strict=True))
    assert told.arms[0].main.looks[-1].treated == 1.0
    assert left_told(told).startswith("1 trader has erased everything about themselves since (1 ")


def test_a_stop_ends_the_counting(later: App) -> None:
    """What traders do after it belongs to no variant."""
    running.stop(later, ANN, "real", "enough")
    before = running.standing(later, EVE, "real")
    later.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS + 9 * DAY_MS))
    after = running.standing(later, EVE, "real")
    assert (after.days, after.counts, after.arms[0].main) == (before.days, before.counts, before.arms[0].main)


def test_nobody_is_named(later: App) -> None:
    """Neither in what is kept nor in what is exported."""
    names = {each for each, _, _ in later.desk(ANN).manager.exposures("real")}
    assert names.isdisjoint({f"t{number}" for number in range(40)})
    assert "t17" not in running.export(later, EVE, "real", "json")


def test_nobody_yet_is_no_error(app: App) -> None:
    """Two days after the start of an experiment that no trader has met."""
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS))
    for kind in ("ranker", "bot"):
        running.design(app, ANN, a_design(kind, kind=kind, variants=(Variant("a", 0.5), Variant("b", 0.5))))
        running.start(app, ANN, kind)
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS + 2 * DAY_MS))
    for told in running.standings(app, EVE):
        assert (told.days, told.counts, told.arms[0].main.looks) == (2, (0, 0), ())
        assert told.verdict is not None
        assert told.verdict.call == "keep running"
