"""An experiment's design and the documented test by hand."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.experiment import ABTest, Experiment, Variant


def design(**changed: object) -> Experiment:
    """Half and half, for a hundred traders."""
    given: dict[str, object] = {
        "key": "ranker-b", "kind": "ranker", "hypothesis": "b earns more",
        "variants": (Variant("today", 0.5), Variant("b", 0.5)), "metric": "trades", "guardrails": (), "traders": 100,
        "days": 28,
    } | changed  # fmt: skip
    return Experiment(**given)  # type: ignore[arg-type]  # each test names the wrong one


def test_a_trader_keeps_his_variant() -> None:
    """Asked twice, at any coverage, the answer is one."""
    wide, narrow = design(), design(coverage=0.2)
    for number in range(300):
        seen = narrow.variant_for(f"t{number}")
        assert seen is None or seen == wide.variant_for(f"t{number}")


@pytest.mark.parametrize("wrong", [
    {"variants": (Variant("a", 1.0),)}, {"variants": (Variant("a", 0.5), Variant("a", 0.5))}, {"coverage": 0.0},
    {"variants": (Variant("a", 0.5), Variant("b", 0.6))}, {"part": (0.6, 0.2)}, {"traders": 1}, {"key": ""},
    {"key": " "}, {"hypothesis": "x" * 2001}, {"key": "two\nlines"},
    {"variants": (Variant("a", float("nan")), Variant("b", 0.5))},
    {"variants": (Variant("a", float("inf")), Variant("b", 0.5))}, {"coverage": float("nan")},
])  # fmt: skip
def test_a_design_that_cannot_be_run_is_refused(wrong: dict[str, object]) -> None:
    """In a line, before anybody is in it."""
    with pytest.raises(DataError):
        design(**wrong)


def test_a_test_by_hand_finds_a_planted_difference() -> None:
    """Assigned once, counted, compared; the shares are checked."""
    test = ABTest("buttons", ["old", "new"])
    rng = np.random.default_rng(0)
    for number in range(8000):
        user = f"u{number}"
        assert test.assign_user(user) == test.assign_user(user)
        if rng.random() < (0.3 if test.assigned[user] == "new" else 0.2):
            test.track_conversion(user, 1.0)
    found = test.differences()["new"]
    assert found is not None
    assert found.low > 0
    assert found.low < 0.1 < found.high
    assert not test.sample_ratio().is_broken


def test_who_was_never_assigned_cannot_convert() -> None:
    """Counting him would bias whoever he is counted for."""
    test = ABTest("buttons", {"old": 0.9, "new": 0.1})
    with pytest.raises(DataError, match="assign_user"):
        test.track_conversion("ann", 1.0)
    with pytest.raises(DataError, match="2 or more"):
        ABTest("alone", ["only"])
