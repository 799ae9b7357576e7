"""An idea's way as a manager asks for it: it ends where the trader sees the idea, whoever ranked and when."""

from dataclasses import replace

import numpy as np
import pytest

from engine.core.errors import DataError, StoreError
from engine.experiments.experiment import Experiment, Variant
from engine.gateways.store.desk import Principal
from engine.ranking.fitting.chances import FittedChances
from engine.ranking.fitting.ranker import FittedRanker
from engine.ranking.recommendation import Order
from engine.ranking.setups.model import SetupModel
from engine.services.browse_feed.browsing import FeedRequest, FeedView
from engine.services.browse_feed.fitted import rankers_of
from engine.services.opportunities import catalogue
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings import reviewing, running
from engine.services.review_rankings.everybody import everybody
from engine.services.startup import App

MIA = Principal("mia", "manager")
TRADER = "SIM-trader-007"
TILTED = "strategy=0.05 risk=0.05 ticker=0.05 premium=0.25 timing=0.6"


@pytest.fixture(scope="module")
def fitted(here: App) -> int:
    """One version of the models: what traders alike take, weighed beside the score."""
    blend = FittedChances(("fit", "collaborative"), -3.4, *(np.array(each) for each in (
        (0.9, 0.4), (0.1, 0.1), (0.3, -0.2), (0.5, 0.6)
    )))  # fmt: skip
    past = everybody(here, MIA).until(here.now())
    fit = FittedRanker(here.now(), past.traders, len(past), setups=SetupModel.fit(past, here.now()), chances=blend)
    return rankers_of(here.settings).keep(fit).number


def way_ends(view: FeedView) -> None:
    """Hold every idea of a list against its own way there."""
    assert view.feed.trace is not None
    for each in view.feed.items:
        way = view.feed.trace.way(each.row)
        ends = {step.unit: step.total for step in way}
        assert way[-1].place == each.rank
        assert ends["points"] == pytest.approx(each.score, abs=1e-9)
        assert sum(step.moved for step in way if step.stage != "score") == each.fit_rank - each.rank
        if view.feed.order == "recommended":
            assert ends["log_odds"] == pytest.approx(np.log(each.chance / (1 - each.chance)), abs=1e-9)
            assert ends["worth"] == pytest.approx(each.value, abs=1e-9)


@pytest.mark.parametrize("order", ["best_fit", "recommended"])
@pytest.mark.parametrize("days_back", [0, 30])
def test_the_way_that_is_told_ends_at_the_place_that_is_shown(
    here: App, ideas: Ideas, order: Order, days_back: int
) -> None:
    """By either order, today and on another day, with usual weights and with those that are tried."""
    app = reviewing.earlier(here, MIA, days_back)
    then = catalogue.ideas(app) if days_back else ideas
    assert then is not None
    asked = FeedRequest(order, is_traced=True)
    for request in (asked, reviewing.with_weights(asked, (5, 60, 10, 10, 15)), replace(asked, surprise=1.0)):
        way_ends(reviewing.review(app, MIA, TRADER, then, request))


def test_the_way_is_told_with_the_weights_of_an_experiment_and_of_fitted_models(
    here: App, ideas: Ideas, fitted: int
) -> None:
    """What the trader sees is what is explained, whoever chose the weights."""
    variants = (Variant("today", 0.01), Variant("tilted", 0.99, TILTED))
    running.design(here, MIA, Experiment("tilt", "weights", "timing decides", variants, "save_rate", (), 100, 28))
    running.start(here, MIA, "tilt")
    view = reviewing.review(here, MIA, TRADER, ideas, FeedRequest("recommended", is_traced=True))
    assert (view.feed.ranker, view.weights.timing) == (f"fit {fitted}", 0.6)
    assert view.feed.trace is not None
    assert "collaborative" in {step.name for step in view.feed.trace.way(view.feed.items[0].row)}
    way_ends(view)


def test_another_version_of_the_models_is_looked_at_and_leaves_the_one_in_use(
    here: App, ideas: Ideas, fitted: int
) -> None:
    """Side by side with no models at all; a version that is not here, or knew what came later, is refused."""
    asked = FeedRequest("recommended", is_traced=True)
    for number, what in ((0, "score"), (fitted, f"fit {fitted}")):
        view = reviewing.review(reviewing.ranked_by(here, MIA, number), MIA, TRADER, ideas, asked)
        assert view.feed.ranker == what
        way_ends(view)
    assert reviewing.review(here, MIA, TRADER, ideas, asked).feed.ranker == f"fit {fitted}"
    assert [each.number for each in reviewing.fits(here, MIA)] == [fitted]
    earlier = reviewing.earlier(here, MIA, 30)
    assert reviewing.fits(earlier, MIA) == ()
    with pytest.raises(DataError, match=rf"knew no more than that day \(none\) or 0, was {fitted}"):
        reviewing.ranked_by(earlier, MIA, fitted)
    with pytest.raises(StoreError, match="other traders"):
        reviewing.ranked_by(here, Principal("ann"), 0)
