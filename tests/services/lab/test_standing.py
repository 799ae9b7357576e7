"""Asked twice of the same candles, a run is worked out once; anything else is another run."""

from dataclasses import replace

from engine.services.lab.found import LabRun
from engine.services.lab.history import forget_run, runs_of
from engine.services.lab.standing import keep_standing, key_of, standing
from engine.services.startup import App
from tests.services.lab.conftest import ASKED, BARS, MARKET


def test_the_same_question_on_the_same_candles_finds_its_run(market: App, found: LabRun) -> None:
    """A reload, a second visitor, a server that was started again: nobody waits twice."""
    key, nothing = standing(market, ASKED)
    assert nothing is None
    assert keep_standing(market, found) == keep_standing(market, found) == key
    again = standing(market, ASKED)[1]
    assert again is not None
    assert again.verdict == found.verdict
    assert len(runs_of(market)) == 1


def test_another_question_other_candles_or_other_rules_are_another_run(market: App, found: LabRun) -> None:
    """An old answer to a new question would be believed."""
    key = keep_standing(market, found)
    assert standing(market, replace(ASKED, seed=1))[1] is None
    assert key_of(ASKED, found.sources.candles, "other rules") != key
    market.candles.save(BARS.slice(0, len(BARS) - 24), MARKET, "made")
    other, nothing = standing(market, ASKED)
    assert other != key
    assert nothing is None


def test_a_run_that_was_forgotten_does_not_come_back(market: App, found: LabRun) -> None:
    """It is made anew, and kept under a key of its own."""
    key = keep_standing(market, found)
    forget_run(market, key)
    assert standing(market, ASKED) == (key, None)
    assert keep_standing(market, found) != key
    assert len(runs_of(market)) == 1
