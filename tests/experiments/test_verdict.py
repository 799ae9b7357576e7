"""One rule from evidence to a word."""

import pytest

from engine.experiments.analysis.sample_ratio import sample_ratio
from engine.experiments.verdict import Reading, verdict

EVEN = sample_ratio([500, 500], [0.5, 0.5])
UP, FLAT, DOWN = (Reading("trades", *each) for each in ((0.1, 0.02, 0.2), (0.01, -0.1, 0.1), (-0.1, -0.2, -0.02)))


@pytest.mark.parametrize(("main", "share", "call"), [
    (UP, 0.4, "ship"), (FLAT, 0.4, "keep running"), (FLAT, 1.0, "no difference"), (DOWN, 0.4, "roll back"),
])  # fmt: skip
def test_the_metric_decides(main: Reading, share: float, call: str) -> None:
    """Better, worse, not yet, or never."""
    assert verdict(main, (), EVEN, share).call == call


def test_a_hurt_guardrail_ends_it_whatever_the_metric_says() -> None:
    """More trades bought with more dismissals are no gain."""
    hurt = Reading("dismissals", 0.2, 0.1, 0.3, is_higher_better=False)
    assert verdict(UP, (hurt,), EVEN, 0.5).call == "roll back"
    assert verdict(UP, (Reading("dismissals", -0.2, -0.3, -0.1, is_higher_better=False),), EVEN, 0.5).call == "ship"


def test_nothing_is_decided_on_a_broken_split() -> None:
    """Who is missing may be who was hurt."""
    told = verdict(UP, (), sample_ratio([5300, 4700], [0.5, 0.5]), 1.0)
    assert told.call == "mend first"
    assert any("p below 0.001" in reason for reason in told.reasons)


def test_an_early_decision_is_told_with_what_came_after_it() -> None:
    """The first look that decides is likely to flatter: its number alone, weeks later, would be a wrong claim."""
    later = Reading("trades", 0.05, 0.01, 0.09, day=21)
    told = verdict(Reading("trades", 0.1, 0.02, 0.2, day=9, newest=later), (), EVEN, 1.0)
    assert told.call == "ship"
    assert told.reasons[0] == (
        "trades: +10.0 % (+2.0 to +20.0) after day 9, which decided; +5.0 % (+1.0 to +9.0) after day 21"
    )
