"""What an answer says of the two towers: whether they competed, with what say, or how to let them."""

import numpy as np
import pytest

from engine.ranking.blending.blend import Blend
from engine.ranking.embeddings.two_tower import TwoTower, is_available
from engine.ranking.models.history import History
from engine.services.rank import TowersVoice, towers_voice


def blend(weight: float, power: float) -> Blend:
    """One's own history and the towers, and a product of both."""
    weights, powers = np.array([0.9 - weight, weight, 0.1]), np.array([0.5, power])
    return Blend((History(), TwoTower()), "any", weights, np.full(3, 0.02), powers, np.full(2, 0.03))


def test_their_say_is_the_blends_own() -> None:
    """Weight and power as the blend has them, each with its deviation; asking needs no jax."""
    found = towers_voice(blend(0.25, 0.125))
    assert found == TowersVoice(is_available(), True, 0.25, 0.02, 0.125, 0.03)
    assert found.told == "The two towers competed: weight 0.250 ± 0.020, power 0.125 ± 0.030."


def test_no_say_is_said() -> None:
    """Having competed for nothing is another thing than not having been asked."""
    assert towers_voice(blend(0.0, 0.0)).told == "The two towers competed and got no say."


@pytest.mark.parametrize(
    ("installed", "how"),
    [(True, "rank with --deep to let them."), (False, "pip install -r requirements-deep.txt, then rank with --deep.")],
)
def test_who_did_not_ask_is_told_how(installed: bool, how: str) -> None:
    """By what is missing: a switch, or a package and the switch."""
    assert TowersVoice(installed, False, 0.0, 0.0, 0.0, 0.0).told.endswith(f"did not compete: {how}")
