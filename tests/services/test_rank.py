"""What a ranking writes, and what it says of the two towers: whether they competed, with what say."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.ranking.blending.blend import Blend
from engine.ranking.embeddings.two_tower import TwoTower, is_available
from engine.ranking.models.history import History
from engine.services.rank import RankRequest, TowersVoice, rank_file, towers_voice


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


@pytest.mark.parametrize("kind", ["int64", "int32", "str"])
def test_names_come_out_as_they_went_in(tmp_path: Path, kind: str) -> None:
    """Films have numbers: whoever looks a film up by its own number must find it."""
    days = pd.date_range("2024-01-01", periods=60, freq="D", tz="UTC")
    rows = {"trader_id": np.arange(60) % 7, "timestamp": days, "ticker": np.arange(60) % 11 + 100, "side": "buy"}
    given = pd.DataFrame(rows).astype({"trader_id": kind, "ticker": kind})
    given.to_parquet(tmp_path / "films.parquet")
    rank_file(RankRequest(tmp_path / "films.parquet", int(days[-1].timestamp() * 1000), tmp_path / "out.parquet", 3))
    told = pd.read_parquet(tmp_path / "out.parquet")
    assert set(told["trader_id"]) <= set(given["trader_id"])
    assert set(told["ticker"]) <= set(given["ticker"])
