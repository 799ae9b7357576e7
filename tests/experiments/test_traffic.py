"""Simulated traffic: the same from the same words, realistic because drawn from a log, with what was planted in it."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.analysis.exposed import exposed
from engine.experiments.analysis.sample_ratio import sample_ratio
from engine.experiments.experiment import Variant
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.traffic import Stretch, Traffic, simulated
from engine.traders.log import COLUMNS
from tests.experiments.visitors import DAY_MS, START_MS, a_design, visitors


def traffic(*stretches: Stretch, **changed: object) -> Traffic:
    """Of the small log."""
    return simulated(visitors(), a_design(**changed), START_MS, stretches, 3)


def ratios(found: Traffic, metric: str, days: int) -> tuple[float, float]:
    """A metric in control and treated."""
    told = exposed(found.traders, found.variant, found.at_ms, found.log, START_MS)
    pair = told.pair(metric, told.counted(START_MS, START_MS + days * DAY_MS), 1)
    assert pair is not None
    return float(pair.control.seen), float(pair.treated.seen)


def test_it_is_the_same_every_time_and_later_days_only_add_to_it() -> None:
    """Only the plan is kept; what a manager saw last week must be there next week."""
    week, again = traffic(Stretch(7, 0.3)), traffic(Stretch(7, 0.3))
    longer = traffic(Stretch(7, 0.3), Stretch(7, 0.0))
    many = len(week.traders)
    assert all(getattr(week.log, name).tobytes() == getattr(again.log, name).tobytes() for name in COLUMNS)
    assert longer.traders[:many] == week.traders
    assert longer.at_ms[:many].tolist() == week.at_ms.tolist()
    assert len(longer.traders) == 2 * many == 2 * 7 * 120
    assert all(name.startswith("SIM-") for name in longer.traders)


@pytest.mark.parametrize("metric", METRICS)
def test_what_was_planted_is_there(metric: str) -> None:
    """Half as much again of any metric among the treated, and as much as the log has of it in control.

    The two are told apart within six standard errors of what was planted.
    """
    found = traffic(Stretch(14, 0.5, a_day=400), metric=metric, guardrails=(), traders=5600)
    told = exposed(found.traders, found.variant, found.at_ms, found.log, START_MS)
    pair = told.pair(metric, told.counted(START_MS, START_MS + 14 * DAY_MS), 1)
    assert pair is not None
    error = float(np.sqrt(pair.treated.error + 2.25 * pair.control.error))
    planted = 0.5 * (0.02 if metric == "profit" else float(pair.control.mean))
    assert abs(float(pair.treated.mean - pair.control.mean) - planted) < 6 * error + 0.02 * abs(planted)


def test_nothing_planted_is_nothing_found() -> None:
    """A guardrail's harm does not leak into the metric that decides."""
    found = traffic(Stretch(14, 0.0, harm=0.5, a_day=400), guardrails=("click_through",))
    saves, views = ratios(found, "save_rate", 14), ratios(found, "click_through", 14)
    assert abs(saves[1] / saves[0] - 1) < 0.1
    assert 0.4 < views[1] / views[0] < 0.6


def test_a_broken_split_is_noticed() -> None:
    """Three in ten of the treated are lost: of 840 traders the check must say so."""
    whole, broken = traffic(Stretch(7)), traffic(Stretch(7, broken=0.3))
    counts = np.bincount(broken.variant).tolist()
    assert not sample_ratio(np.bincount(whole.variant).tolist(), (0.5, 0.5)).is_broken
    assert sample_ratio(counts, (0.5, 0.5)).is_broken


def test_who_takes_no_part_is_not_there() -> None:
    """A tenth of the traders at a coverage of a tenth, in the variants the design gives them."""
    found, design = traffic(Stretch(7, coverage=0.1)), a_design(coverage=0.1)
    assert 40 < len(found.traders) < 140
    names = [each.name for each in design.variants]
    seen = [design.variant_for(name) for name in found.traders]
    assert [names[each] for each in found.variant] == [None if each is None else each.name for each in seen]


def test_three_variants_share_the_traders() -> None:
    """More than one thing may be tried at once."""
    found = traffic(Stretch(7), variants=(Variant("today", 0.4), Variant("b", 0.3), Variant("c", 0.3)))
    assert sample_ratio(np.bincount(found.variant).tolist(), (0.4, 0.3, 0.3)).p_value > 1e-6  # type: ignore[operator]


@pytest.mark.parametrize("wrong", [{"days": 0}, {"days": 7, "effect": 2.0}, {"days": 7, "broken": 1.0}])
def test_a_plan_that_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    """In a line."""
    with pytest.raises(DataError, match="asked were"):
        Stretch(**wrong)  # type: ignore[arg-type]  # each names one thing that is wrong


def test_without_a_past_there_is_nothing_to_draw_from() -> None:
    """An empty log is told, not simulated."""
    with pytest.raises(DataError, match="nobody's past"):
        simulated(visitors(), a_design(), 0, (Stretch(1),), 1)
