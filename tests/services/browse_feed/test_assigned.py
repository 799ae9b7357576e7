"""A running experiment in the feed: the variant ranks the list, and being shown it is noted once."""

from engine.experiments.experiment import Experiment, Variant
from engine.gateways.store.desk import Principal
from engine.scoring import Weights
from engine.services.browse_feed.browsing import FeedRequest, feed, mark_shown
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings import running
from engine.services.startup import App

ANN = Principal("ann", "manager")
TILTED = Weights(strategy=0.05, risk=0.05, ticker=0.05, premium=0.25, timing=0.6)
WHAT = "strategy=0.05 risk=0.05 ticker=0.05 premium=0.25 timing=0.6"


def started(app: App, what: str = WHAT, kind: str = "weights") -> Experiment:
    """Nearly everybody is treated."""
    wanted = Experiment(
        "tilt", kind, "timing decides", (Variant("today", 0.01), Variant("tilted", 0.99, what)),  # type: ignore[arg-type]  # one of the kinds
        "save_rate", (), 100, 28,
    )  # fmt: skip
    running.design(app, ANN, wanted)
    running.start(app, ANN, "tilt")
    return wanted


def test_a_variants_weights_rank_the_list(here: App, ada: Principal, ideas: Ideas) -> None:
    """The same list as a manager's what-if with those weights; who stands apart sees what there is today."""
    plain = feed(here, ada, ideas)
    assert started(here).variant_for("ada") == Variant("tilted", 0.99, WHAT)
    tilted = feed(here, ada, ideas)
    assert [each.variant.name for each in tilted.assigned] == ["tilted"]
    asked = feed(here, ANN, ideas, FeedRequest(weights=TILTED))
    assert [each.row for each in tilted.feed.items] == [each.row for each in asked.feed.items]
    assert [each.row for each in tilted.feed.items] != [each.row for each in plain.feed.items]
    assert (plain.weights, tilted.weights) == (Weights(), TILTED)  # what a card says a part is out of
    for each in tilted.feed.items:
        assert all(points <= 100 * most for points, most in zip(each.parts, tilted.weights.values, strict=True))
    assert not feed(here, ANN, ideas).assigned


def test_being_shown_is_noted_once(here: App, ada: Principal, ideas: Ideas) -> None:
    """Not when it is ranked: when it is shown; a second list of the same trader changes nothing."""
    started(here)
    view = feed(here, ada, ideas)
    assert here.desk(ANN).manager.exposures("tilt") == ()
    mark_shown(here, ada, view, ideas)
    mark_shown(here, ada, feed(here, ada, ideas, FeedRequest(top=5)), ideas)
    ((_, variant, at_ms),) = here.desk(ANN).manager.exposures("tilt")
    assert (variant, at_ms) == ("tilted", here.now())


def test_a_variants_order_yields_to_the_traders_own_choice(here: App, ada: Principal, ideas: Ideas) -> None:
    """A slider or an order that somebody moved stays as they moved it."""
    started(here, "recommended surprise=0.8", "ranker")
    assert feed(here, ada, ideas).feed.order == "recommended"
    assert feed(here, ada, ideas, FeedRequest(order="best_fit")).feed.order == "best_fit"
    theirs, usual, none = (feed(here, ada, ideas, FeedRequest(surprise=each)) for each in (None, 0.3, 0.0))
    assert [each.surprise for each in (theirs, usual, none)] == [0.8, 0.3, 0.0]
    assert {each.default_surprise for each in (theirs, usual, none)} == {0.8}  # what it is again once nothing is chosen
    exploring = [sum(each.is_exploring for each in view.feed.items) for view in (theirs, usual, none)]
    assert exploring[0] > exploring[1] > exploring[2] == 0


def test_a_view_says_what_an_experiment_set_and_nothing_of_what_was_chosen(
    here: App, ada: Principal, ideas: Ideas
) -> None:
    """The page tells whose a slider's place is; an order that a variant gives is the usual one of its traders."""
    assert feed(here, ada, ideas).by_experiment == frozenset()
    started(here, "recommended surprise=0.8", "ranker")
    view = feed(here, ada, ideas)
    assert (view.by_experiment, view.default_order) == ({"order", "surprise"}, "recommended")
    assert feed(here, ada, ideas, FeedRequest("recommended", surprise=0.8)).by_experiment == frozenset()
    assert feed(here, ANN, ideas).by_experiment == frozenset()


def test_who_chose_for_himself_still_counts_in_his_variant(here: App, ada: Principal, ideas: Ideas) -> None:
    """Traders are compared as they were assigned; leaving out who moved the slider would compare unlike with unlike."""
    started(here, "recommended surprise=0.8", "ranker")
    mark_shown(here, ada, feed(here, ada, ideas, FeedRequest(surprise=0.1)), ideas)
    ((_, variant, _),) = here.desk(ANN).manager.exposures("tilt")
    assert variant == "tilted"


def test_nothing_changes_once_it_is_stopped(here: App, ada: Principal, ideas: Ideas) -> None:
    """Everybody sees what there was before."""
    plain = feed(here, ada, ideas)
    started(here)
    running.stop(here, ANN, "tilt", "enough")
    again = feed(here, ada, ideas)
    assert (again.key, again.assigned) == (plain.key, ())
