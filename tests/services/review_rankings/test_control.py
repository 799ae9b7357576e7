"""Win rates against a control group: that of an experiment, or the plain word that there is none."""

import pytest

from engine.core.errors import StoreError
from engine.services.review_rankings.control import against_control
from engine.services.review_rankings.running import design, start, stop
from engine.services.review_rankings.traffic import simulate
from engine.services.startup import App
from tests.services.review_rankings.conftest import ANN, EVE, TOM, a_design


def test_without_an_experiment_there_is_no_control_group(world: App) -> None:
    """Nothing is made up; one that is designed and not started is none yet."""
    assert against_control(world, EVE) == ()
    design(world, ANN, a_design("waiting"))
    assert against_control(world, EVE) == ()
    with pytest.raises(StoreError, match="trader does not see"):
        against_control(world, TOM)


def test_a_planted_gain_is_found_with_its_range(world: App) -> None:
    """A quarter more wins among the treated: the difference of the two rates, and its range lies above nothing."""
    design(world, ANN, a_design("winning", metric="win_rate", guardrails=(), namespace=""))
    start(world, ANN, "winning")
    simulate(world, ANN, "winning", 28, effect=0.25)
    found = next(each for each in against_control(world, EVE) if each.experiment == "winning")
    assert found.is_simulated
    assert found.is_running
    assert found.gain.is_known
    assert (found.gain.low or 0) > 0
    assert found.treated > found.control > 0.3
    assert found.gain.value == pytest.approx(found.treated - found.control, abs=0.03)
    assert found.gain.n == sum(found.traders)
    assert against_control(world, EVE)[0] is against_control(world, EVE)[0]
    stop(world, ANN, "winning", "enough")
    after = next(each for each in against_control(world, EVE) if each.experiment == "winning")
    assert (after.is_running, after.gain) == (False, found.gain)  # what was found stays after the stop
