"""What the page says of a network: counted from the figures, so that a better one is told as better."""

from dataclasses import replace

from engine.core.interval import Interval
from engine.ranking.judging.measured import MeasuredNetwork, MeasuredRanker, MeasuredTowers
from pages.ui.story.network import part, verdict

UP, LEVEL = Interval(0.05, 0.01, 0.09, 200), Interval(0.0, -0.04, 0.04, 200)


def measured(*networks: MeasuredNetwork) -> MeasuredTowers:
    return MeasuredTowers("2026-01-01", "a machine", "a command", (1.0, 2.0), networks)


def asked(lead: Interval, gain: Interval, *shares: float) -> MeasuredNetwork:
    towers = MeasuredRanker("two towers", Interval(0.3, 0.2, 0.4, 200), UP)
    return MeasuredNetwork("trades", "any", 100, towers, "own history", lead, shares or (0.0,), gain)


def test_it_loses_only_where_the_range_says_so() -> None:
    """Level with the best is no loss; and a blend that is no better is said to be none."""
    said = verdict(measured(asked(UP, LEVEL), asked(LEVEL, LEVEL)))
    assert "it loses to the best other model in 1 of 2 questions" in said
    assert "is in none of them better with it" in said


def test_where_the_blend_is_better_the_data_are_named() -> None:
    """Named as the table names them."""
    said = verdict(measured(replace(asked(UP, UP), what="films", task="new"), asked(UP, LEVEL)))
    assert "is better with it on film ratings alone" in said


def test_its_part_is_told_over_the_windows() -> None:
    """From the least to the most, and once where they are alike."""
    assert part(asked(UP, UP, 0.1, 0.02, 0.05)) == "2\u00a0% to 10\u00a0%"
    assert part(asked(UP, UP, 0.1)) == "10\u00a0%"
