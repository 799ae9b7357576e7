"""The benchmark's kept figures: read as they are, refused when they are damaged, and possible at all."""

import json
from pathlib import Path

import pytest

from engine.core.errors import StoreError
from engine.gateways.measured import read_measured

KEPT = Path(__file__).resolve().parents[2] / "benchmarks" / "results" / "forecast_models.json"


def test_what_is_kept_says_when_where_and_on_what_it_was_measured() -> None:
    """A figure without its day, machine and data is a rumour."""
    found = read_measured(KEPT)
    assert found is not None
    assert found.measured_on >= "2026-01-01"
    assert "cores" in found.machine
    assert len(found.markets) >= 5
    assert found.origins > 1_000


def test_what_is_kept_lies_below_what_perfect_knowledge_would_give() -> None:
    """A skill above the ceiling would be a leak, and the page would spread it."""
    found = read_measured(KEPT)
    assert found is not None
    assert [each.name for each in found.models] == ["E4", "E7", "random walk"]
    skills = [each.skill for each in found.models if each.skill is not None]
    assert all(0 < each < 6.39 for each in skills)
    assert skills == sorted(skills, reverse=True)
    assert abs(found.direction[0] - 50) < 3 * found.direction[1]


def test_a_missing_run_is_none_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    """The page says that nothing is kept; it never shows half a run."""
    assert read_measured(tmp_path / "none.json") is None
    told = json.loads(KEPT.read_text("utf-8"))
    del told["data"]["origins"]
    damaged = tmp_path / "run.json"
    for text in ("{", "[]", json.dumps(told)):
        damaged.write_text(text, "utf-8")
        with pytest.raises(StoreError, match="is damaged"):
            read_measured(damaged)
