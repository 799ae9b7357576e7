"""Fitting beside the pages: when there is news, one at a time, on everybody, kept with its metrics or rolled back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.core.interval import Interval
from engine.gateways.store.desk import HOUSE, Principal
from engine.market.bars import DAY_MS
from engine.ranking.fitting.held_out import HeldOut
from engine.ranking.fitting.ranker import FittedRanker
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import FeedRequest, feed, mark_shown
from engine.services.browse_feed.fitted import rankers_of
from engine.services.browse_feed.fitting import everybody, fit_now, is_due, look_after, roll_back, versions
from engine.services.browse_feed.portrait import delete_everything, forget
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App, open_app, read_settings, wall_clock
from engine.traders.events import Action, Event, Idea
from tests.services.browse_feed.tab import Tab

HELD = HeldOut(0, 9, 100, 50, Interval(0.9, 0.8, 1.0, 20), Interval(0.6), Interval(9.0, 8.9, 9.1, 20))
KINDS = ("iron_condor", "put_credit_spread", "long_call", "calendar")


def crowded(app: App, people: int = 12, lists: int = 10) -> None:
    """People who were shown lists of six and traded what they like, until now."""
    now = wall_clock()
    for who in range(people):
        rng, name = generator(who, "crowd"), f"p{who}"
        made = []
        for number in range(lists):
            at_ms = now - (lists - number) * 4 * DAY_MS
            for rank in range(1, 7):
                kind = KINDS[rng.integers(4)]
                ticker = f"T{rng.integers(5)}"
                idea = Idea(
                    f"{kind}{ticker}{number}:{rank}", ticker, kind, "Energy", 0.2, 100.0, 30.0, 50.0, 500.0, 0.7
                )
                shown = Event(f"{number}:{rank}", name, Action.SHOWN, at_ms, idea, feed=f"f{number}", rank=rank,
                              propensity=0.5, ranker="score")  # fmt: skip
                made.append(shown)
                if kind == KINDS[who % 2] and rng.random() < 0.8:
                    made.append(replace(shown, key=f"t{number}:{rank}", action=Action.TRADE, at_ms=at_ms + 60_000,
                                        feed="", rank=0, propensity=np.nan))  # fmt: skip
        app.desk(Principal(name)).trader.add_events(made)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """An installation without a sample world, with people in it, fitted once."""
    folder: Path = tmp_path_factory.mktemp("town")
    app = open_app(read_settings({"TOPTION_DATA": str(folder)}, folder / "none.env"))
    crowded(app)
    assert is_due(app)
    fit_now(app.settings)
    yield app
    app.store.close()


def test_a_fit_learns_from_everybody_and_names_nobody(town: App) -> None:
    """What everybody took, without whose it was."""
    (version,) = versions(town.settings)
    ranker = rankers_of(town.settings).load(version.number)
    assert ranker is not None
    assert (version.traders, version.events) == (12, town.store.crowd(HOUSE).count())
    assert not any(name.startswith("p") and name[1:].isdigit() for name in ranker.traders)
    assert ranker.crowd.strategies[2] > ranker.crowd.strategies[7]  # a spread that half of them trade, and a calendar
    assert ranker.chances is not None
    assert ranker.setups is not None


def test_a_fit_is_due_when_there_is_news(town: App) -> None:
    """And not a minute earlier: a fit takes a processor for a minute."""
    assert not is_due(town)
    assert fit_now(town.settings, only_if_due=True) is None
    kept = rankers_of(town.settings)
    (version,) = kept.versions()
    found = kept.load(version.number)
    assert found is not None
    old = replace(found, until_ms=version.until_ms - 8 * DAY_MS)
    number = kept.keep(old).number
    assert is_due(town)
    kept.roll_back(number, "a test")


def test_the_feed_is_ranked_by_what_was_fitted(here: App, ada: Principal, ideas: Ideas, town: App) -> None:
    """Votes with their weights, in every place of the list; the version is named."""
    ranker = rankers_of(town.settings).load(1)
    assert ranker is not None
    rankers_of(here.settings).keep(replace(ranker, until_ms=here.now()))
    view = feed(here, ada, ideas, FeedRequest("recommended"))
    assert view.feed.ranker == "fit 1"
    assert set(view.feed.items[0].votes) >= {"fit", "content", "collaborative", "regime"}
    assert sum(view.feed.weights.values()) == pytest.approx(1.0)
    assert view.profile.crowd.traders == 12
    row = view.feed.items[3].row
    before = view.feed.items[3].votes["content"]
    act(here, ada, ideas, row, "save", view)
    after = feed(here, ada, ideas, FeedRequest("recommended", rows=(row,)))
    assert after.feed.items[0].votes["content"] > before


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_remembered_is_what_would_be_worked_out_anew(
    here: App, ada: Principal, ideas: Ideas, town: App, seed: int
) -> None:
    """A process that has just begun ranks as one that has seen every click, taken back and brought again."""
    ranker = rankers_of(town.settings).load(1)
    assert ranker is not None
    rankers_of(here.settings).keep(replace(ranker, until_ms=here.now()))
    rng, asked, tab = generator(seed, "clicks"), FeedRequest("recommended", top=6), Tab(here, ada, ideas)
    for _ in range(25):
        view = feed(here, ada, ideas, asked)
        mark_shown(here, ada, view, ideas)
        row = view.feed.items[rng.integers(6)].row
        step: Callable[[], object] = (
            lambda row=row: tab.do("save", row), lambda row=row: tab.do("dismiss", row),
            lambda row=row: tab.do("trade", row),
            lambda row=row, view=view: act(here, ada, ideas, row, "view", view),
            tab.undo, tab.redo, lambda: forget(here, ada, "risk"),
        )[rng.integers(7)]  # fmt: skip
        step()
    fresh = open_app(here.settings)
    mine, anew = feed(here, ada, ideas, asked), feed(fresh, ada, ideas, asked)
    fresh.store.close()
    assert mine.key == anew.key
    assert [each.row for each in mine.feed.items] == [each.row for each in anew.feed.items]
    for one, other in zip(mine.feed.items, anew.feed.items, strict=True):
        assert one.votes == pytest.approx(other.votes, abs=1e-6)
        assert one.propensity == pytest.approx(other.propensity)


def test_the_server_fits_in_a_process_apart_when_it_is_due(app: App) -> None:
    """Nobody has to press anything; where it is switched off, nothing happens."""
    crowded(app, people=6, lists=6)
    look_after(replace(app.settings, fits_beside=False), rounds=1)
    assert versions(app.settings) == ()
    look_after(app.settings, rounds=1)
    (version,) = versions(app.settings)
    assert version.traders == 6
    look_after(app.settings, rounds=1)
    assert versions(app.settings) == (version,)


def test_a_bad_fit_is_kept_but_not_used_and_says_so(app: App) -> None:
    """By its own metrics against those of the fit in use."""
    crowded(app, people=12, lists=16)
    kept = rankers_of(app.settings)
    kept.keep(FittedRanker(1, (), 0, held=HELD))
    made = fit_now(app.settings)
    assert made is not None
    assert made.version.held is not None
    assert made.version.rolled_back == "worse on days held back than fit 1, which stays in use"
    used = kept.used()
    assert used is not None
    assert used[0].number == 1


def test_a_fit_can_be_rolled_back_by_hand_with_a_reason(app: App) -> None:
    """A manager sees what no metric does."""
    kept = rankers_of(app.settings)
    kept.keep(FittedRanker(1, (), 0))
    with pytest.raises(DataError, match="say in a few words why"):
        roll_back(app.settings, 1, " ")
    roll_back(app.settings, 1, "saves fell by half")
    assert kept.used() is None
    assert versions(app.settings)[0].rolled_back == "saves fell by half"


def test_of_nobody_nothing_is_fitted(app: App) -> None:
    """A first day."""
    assert not is_due(app)
    assert fit_now(app.settings) is None


def test_who_is_erased_leaves_the_fits_too(here: App, ada: Principal, ideas: Ideas) -> None:
    """Everything about a person is also what was learned with them."""
    act(here, ada, ideas, 1, "save")
    kept = rankers_of(here.settings)
    kept.keep(FittedRanker(1, (here.store.crowd(HOUSE).name_of("ada"),), 1))
    assert here.store.crowd(HOUSE).name_of("ada") in everybody(here).traders
    delete_everything(here, ada)
    assert kept.used() is None
    assert here.store.crowd(HOUSE).name_of("ada") not in everybody(here).traders
