"""The verdict follows from the evidence by rule, and says which."""

from dataclasses import replace

import pytest

from engine.bots.measure.deflated import Deflated
from engine.bots.search.evidence import Evidence, Line, Side
from engine.bots.search.preference import Preference
from engine.bots.search.verdict import verdict
from engine.core.interval import Interval

UNSEEN = Line("The search, unseen", 0.05, Interval(2.0, 0.6, 3.4, 730), 0.03, 40.0, 1.5)
GOOD = Evidence(
    (
        UNSEEN, replace(UNSEEN, name="Your bot", total_return=-0.02), replace(UNSEEN, name="Holding", total_return=0.4),
        replace(UNSEEN, name="Holding at equal exposure"), replace(UNSEEN, name="Cash", total_return=0.0),
    ),
    Side(0.99, 0.97, 2.0), Side(0.3, 0.2, -0.4), Deflated(0.15, 0.09, 386, 330.0, 0.98), 12, 10, 0.05, False, 365,
)  # fmt: skip
WANTED = Preference()


def test_evidence_beyond_doubt_that_fits_has_held_up() -> None:
    """Both chances of 95 %, above luck's best, within every limit."""
    found = verdict(GOOD, WANTED)
    assert (found.kind, found.headline, found.misfits) == ("held_up", "This fits and held up out of sample.", ())
    assert found.recommends
    assert "10 of 12 stretches gained; together +5.00 %, with 5.0 % of the money at work" in found.reasons[0]
    assert "beats cash is 99 %" in found.reasons[1]
    assert "386 configurations were tried, worth 330 independent ones" in found.reasons[2]


@pytest.mark.parametrize("unseen", [Side(0.94, 0.99, 2.0), Side(0.99, 0.81, 2.0)])
def test_less_than_that_could_be_luck(unseen: Side) -> None:
    """The weaker of the two chances counts."""
    found = verdict(replace(GOOD, unseen=unseen), WANTED)
    assert (found.kind, found.headline) == ("could_be_luck", "This fits, but could be luck.")


@pytest.mark.parametrize(("unseen", "best"), [
    (Side(0.79, 0.99, 2.0), 0.15), (Side(0.99, 0.5, 2.0), 0.15), (Side(0.99, 0.99, 2.0), 0.09),
])  # fmt: skip
def test_weak_evidence_or_a_lucky_best_recommends_nothing(unseen: Side, best: float) -> None:
    """However good it looks on the past."""
    found = verdict(replace(GOOD, unseen=unseen, deflated=replace(GOOD.deflated, ratio=best)), WANTED)
    assert found.kind == "keep_holding"
    assert not found.recommends
    assert found.headline.startswith("None of 386 configurations beat holding here")
    assert "keep holding (+40.00 % on the same days), or cash" in found.headline


def test_where_holding_lost_too_cash_is_kept() -> None:
    """Said with what holding made."""
    lines = (*GOOD.lines[:2], replace(GOOD.lines[2], total_return=-0.3), *GOOD.lines[3:])
    found = verdict(replace(GOOD, lines=lines, unseen=Side(0.2, 0.6, -1.0)), WANTED)
    assert (found.kind, found.headline) == (
        "keep_cash", "None of 386 configurations beat cash here: keep cash (holding made -30.00 % on the same days).",
    )  # fmt: skip


def test_a_bot_that_does_as_well_is_kept() -> None:
    """No change for its own sake: as good unseen, itself the best found, or good where the search is not."""
    kept = [
        replace(GOOD, bot=Side(0.9, 0.9, 2.0)),
        replace(GOOD, is_bot=True),
        replace(GOOD, unseen=Side(0.4, 0.4, 0.1), bot=Side(0.85, 0.9, 1.5)),
    ]
    assert [verdict(each, WANTED).kind for each in kept] == ["keep_bot"] * 3


def test_a_limit_that_is_passed_is_said_in_the_headline() -> None:
    """Held up, and not what was asked for."""
    lines = (replace(UNSEEN, days_below=120.0, worst_fall=0.2, trades_a_week=4.0), *GOOD.lines[1:])
    found = verdict(replace(GOOD, lines=lines), Preference("few_trades", "balanced", "quarter"))
    assert found.headline == "This held up out of sample, but passes your limits."
    assert found.misfits == (
        "Its longest time below a former high was 120 days, your patience a quarter.",
        "Its worst fall was 20.0 %; a balanced appetite stops at 15 %.",
        "It traded 4.0 times a week; you wanted about two at most.",
    )
