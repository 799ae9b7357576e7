"""The metrics of a period: each is what the log says, against the period before, and quick enough for a page."""

import csv
import io
import json

import numpy as np
import pytest

from engine.core.errors import DataError, StoreError
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import tally
from engine.experiments.metrics.values import change, value
from engine.market.bars import DAY_MS
from engine.services.people import people
from engine.services.review_rankings.control import all_as_json
from engine.services.review_rankings.measuring import MetricsRequest, MetricsView, annotate, measured
from engine.services.startup import App
from tests.services.review_rankings.conftest import ANN, EVE, TOM


@pytest.fixture(scope="module")
def view(world: App) -> MetricsView:
    """Ninety days of everybody."""
    return measured(world, EVE)


def test_every_metric_is_that_of_the_log(world: App, view: MetricsView) -> None:
    """Counted by hand from the rows: saves over shown, in the period and in the one before."""
    log = people(world)
    assert log is not None
    now = world.now() + 1
    for line, end in ((view.metrics[1].now, now), (view.metrics[1].before, now - 90 * DAY_MS)):
        held = (log.at_ms >= end - 90 * DAY_MS) & (log.at_ms < end)
        saves, shown = ((log.action[held] == number).sum() for number in (2, 0))
        assert line.value == pytest.approx(saves / shown)
        assert line.low is not None
        assert line.high is not None
        assert line.low < line.value < line.high
    assert [each.name for each in view.metrics] == list(METRICS)
    assert all(len(each.weeks) == 90 // 7 for each in view.metrics)
    assert view.is_simulated


def test_segments_share_out_the_traders(view: MetricsView) -> None:
    """By facts alone; each trader is in one third and one time."""
    for group in ("activity", "experience"):
        assert sum(each.traders for each in view.segments if each.group == group) == view.traders
    assert sum(each.traders for each in view.segments if each.group == "style") <= view.traders
    most = next(each for each in view.segments if each.key == "activity-3")
    least = next(each for each in view.segments if each.key == "activity-1")
    assert (most.values["trades_a_month"].value or 0) > (least.values["trades_a_month"].value or 0)


def test_a_segment_alone_is_the_same_as_its_line(world: App, view: MetricsView) -> None:
    """Asked for by its key; one that is not there is named with those that are."""
    line = next(each for each in view.segments if each.key == "activity-3")
    alone = measured(world, EVE, MetricsRequest(segment="activity-3"))
    assert alone.traders == line.traders
    assert {each.name: each.now for each in alone.metrics} == dict(line.values)
    with pytest.raises(DataError, match="activity-1"):
        measured(world, EVE, MetricsRequest(segment="rich"))


def test_a_difference_between_periods_holds_what_is_true(world: App) -> None:
    """The same period twice differs by nothing, surely; two periods by what their values differ."""
    log, now = people(world), world.now()
    assert log is not None
    one, two = (tally(log, now - (n + 1) * 30 * DAY_MS, now - n * 30 * DAY_MS) for n in (0, 1))
    same = change("save_rate", one, one)
    assert (same.value, same.low, same.high) == (0.0, 0.0, 0.0)
    told = change("save_rate", one, two)
    apart = (value("save_rate", one).value or 0) - (value("save_rate", two).value or 0)
    assert told.value == pytest.approx(apart)


def test_health_is_within_its_bounds(view: MetricsView) -> None:
    """Every measure with its range and what it counts."""
    told = {each.name: each.value for each in view.health}
    assert len(told) == 8
    for name in ("staleness", "intra_list_diversity", "coverage", "gini", "exploration"):
        assert 0 <= (told[name].value or 0) <= 1
    assert told["exploration"].value == pytest.approx(0.25, abs=0.01)  # the share of a draw that is chance alone
    assert told["gini"].is_known
    assert (told["calibration"].value or 0) > 0
    assert all(each.n > 0 for each in told.values())


def test_lists_are_told_beside_what_was_held_then(world: App, view: MetricsView) -> None:
    """The mean over lists of the log's own numbers; lists of traders with nothing are apart, not a correlation of 0."""
    log = people(world)
    assert log is not None
    shown = log.rows((log.action == 0) & (log.rank == 1) & (log.at_ms >= view.begin_ms) & (log.at_ms < view.end_ms))
    known = np.isfinite(shown.with_book)
    told = next(each for each in view.health if each.name == "with_book")
    assert told.value.value == pytest.approx(shown.with_book[known].mean(), abs=1e-6)
    assert told.value.n == len(np.unique(shown.trader[known]))
    assert told.value.is_known
    assert f"{(shown.positions == 0).sum():,} lists of traders who held nothing" in told.apart


def test_premium_captured_is_what_was_kept_of_what_fitted(world: App, view: MetricsView) -> None:
    """By plain sums over the log: every idea once, credits alone, losses counted, never more than the premium."""
    log = people(world)
    assert log is not None
    part = log.rows((log.at_ms >= view.begin_ms) & (log.at_ms < view.end_ms) & (log.premium > 0))
    shown = part.rows((part.action == 0) & (part.fits == 1))
    _, once = np.unique(np.stack([shown.trader, shown.idea]), axis=1, return_index=True)
    over = part.rows(np.isfinite(part.outcome))
    kept = np.minimum(over.outcome * over.margin, over.premium).sum()
    line = next(each for each in view.metrics if each.name == "premium_captured")
    assert line.now.value == pytest.approx(kept / shown.premium[once].sum())
    assert line.now.is_known


def test_lifetime_value_is_unknown_until_a_revenue_is_stated(world: App, view: MetricsView) -> None:
    """No number is invented; twice the revenue is twice the value."""
    assert view.lifetime.value is None
    one, two = (measured(world, EVE, MetricsRequest(revenue=each)).lifetime.value for each in (1.5, 3.0))
    assert one is not None
    assert two == pytest.approx(2 * one)


def test_what_happened_is_marked(world: App) -> None:
    """A release that somebody noted, and lasting turns of the market, in order of time."""
    at_ms = world.now() - 10 * DAY_MS
    annotate(world, ANN, at_ms, "Version 2 of the feed", "release")
    told = measured(world, EVE, MetricsRequest(180)).annotations
    assert ("Version 2 of the feed", "release", "ann") in {(each.text, each.sort, each.by) for each in told}
    assert any(each.sort == "regime" for each in told)
    assert [each.at_ms for each in told] == sorted(each.at_ms for each in told)
    assert "Version 2 of the feed" not in {each.text for each in measured(world, EVE, MetricsRequest(7)).annotations}


def test_downloads_hold_every_metric(world: App, view: MetricsView) -> None:
    """As a table and as JSON, unknown numbers left empty."""
    rows = list(csv.DictReader(io.StringIO(view.csv)))
    assert len(rows) == len(METRICS) * (3 + len(view.segments))
    whole = json.loads(all_as_json(world, EVE, view))
    assert whole["metrics"][0]["now"]["value"] == view.metrics[0].now.value
    assert len(whole["cohorts"]) == len(view.cohorts) > 3
    assert whole["against_control"] == []


def test_what_was_worked_out_is_not_worked_out_again(world: App) -> None:
    """Until the log or a note changes: the very same view."""
    first = measured(world, EVE, MetricsRequest(60))
    assert measured(world, ANN, MetricsRequest(60)) is first
    annotate(world, ANN, world.now(), "A note")
    assert measured(world, EVE, MetricsRequest(60)) is not first


def test_who_may_not_is_told(world: App) -> None:
    """Traders see no metrics; stakeholders note nothing."""
    with pytest.raises(StoreError, match="trader does not see"):
        measured(world, TOM)
    with pytest.raises(StoreError, match="stakeholder cannot"):
        annotate(world, EVE, world.now(), "hello")
    with pytest.raises(DataError, match="1 to 730 days"):
        MetricsRequest(0)
    with pytest.raises(DataError, match="0 or more"):
        MetricsRequest(revenue=-1.0)


def test_an_empty_store_has_metrics_that_are_unknown(app: App) -> None:
    """A new installation without a sample world: no number, and no error."""
    told = measured(app, EVE)
    assert told.traders == told.events == 0
    assert all(each.now.value is None for each in told.metrics)
    assert not told.segments
    assert np.all([each.value.value is None for each in told.health])
