"""The kept figures of ranking and learning: read as they are, with whose data they are, refused when damaged."""

import json
from pathlib import Path

import pytest

from engine.core.errors import StoreError
from engine.core.interval import Interval
from engine.gateways.measured_feed import read_learning, read_ranking, read_towers
from engine.ranking.judging.measured import BLEND

KEPT = Path(__file__).resolve().parents[2] / "benchmarks" / "results"


def test_ranking_says_when_where_and_on_whose_trades_it_was_measured() -> None:
    """A figure without its day, machine and data is a rumour."""
    found = read_ranking(KEPT / "recommend.json")
    assert found is not None
    assert found.measured_on >= "2026-01-01"
    assert "cores" in found.machine
    assert "public officials" in found.what
    assert found.judged[0] < found.judged[1] < found.measured_on
    assert [each.task for each in found.tasks] == ["any", "new"]
    assert all(each.cases > 100 for each in found.tasks)


def test_every_model_has_a_range_and_the_blend_is_held_against_it() -> None:
    """No value without its error, none above what a perfect list would have."""
    found = read_ranking(KEPT / "recommend.json")
    assert found is not None
    for task in found.tasks:
        assert task.best_single != BLEND
        for one in task.models:
            assert one.ndcg.low is not None
            assert one.ndcg.value is not None
            assert one.ndcg.high is not None
            assert 0 <= one.ndcg.low <= one.ndcg.value <= one.ndcg.high <= 1
            assert (one.less is None) == (one.name == BLEND)


def test_the_difference_is_that_of_the_two_means() -> None:
    """Paired on the same cases, so that the means must agree."""
    found = read_ranking(KEPT / "recommend.json")
    assert found is not None
    for task in found.tasks:
        blend, other = task.of(BLEND).ndcg.value, task.of(task.best_single)
        assert blend is not None
        assert other.ndcg.value is not None
        assert other.less is not None
        assert other.less.value == pytest.approx(blend - other.ndcg.value, abs=1e-9)


def test_the_towers_are_told_by_data_and_question_with_their_part_in_the_blend() -> None:
    """Their lead over the best other has the sign of the two means, and no part is above the whole."""
    found = read_towers(KEPT / "embeddings.json")
    assert found is not None
    assert found.seconds[0] < found.seconds[1]
    assert {(each.what, each.task) for each in found.networks} >= {("trades", "any"), ("trades", "new")}
    assert found.on("trades", "sometimes") is None
    for one in found.networks:
        assert one.best != "blend"
        assert one.lead.low is not None
        assert one.lead.value is not None
        assert one.lead.high is not None
        assert one.lead.low <= one.lead.value <= one.lead.high
        assert one.towers.less is not None
        assert one.towers.less.is_known
        assert all(0 <= share <= 1 for share in one.shares)


def test_learning_is_told_by_world_learner_and_ideas_shown(tmp_path: Path) -> None:
    """Only tastes that stay: a switch is another question; a half-width becomes a range."""
    curve = {"traders": 24, "ndcg": {"100": [0.5, 0.1]}}
    told = {
        "measured_on": "2026-01-01", "machine": "a", "command": "b",
        "curves": {"trees: staying": {"ours": curve}, "trees: switch": {"ours": curve}},
    }  # fmt: skip
    file = tmp_path / "learning.json"
    file.write_text(json.dumps(told), "utf-8")
    found = read_learning(file)
    assert found is not None
    assert [(each.world, each.learner) for each in found.worlds] == [("trees", "ours")]
    assert found.worlds[0].ndcg == ((100, Interval(0.5, 0.4, 0.6, 24)),)


def test_films_are_told_beside_the_best_other_and_over_all_readings() -> None:
    """One reading alone would be the one that suits us: the least ratio is kept beside the most."""
    kept = read_ranking(KEPT / "recommend.json")
    assert kept is not None
    found = kept.films
    assert found is not None
    assert (found.ratings, found.people) == (100_000, 943)
    assert found.other.less is not None
    assert found.command.n == found.other.less.n
    assert found.command.value is not None
    assert found.other.ndcg.value is not None
    assert found.times[0] < 1 < found.command.value / found.other.ndcg.value <= found.times[1]


def test_a_missing_run_is_none_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    """The page says that nothing is kept; it never shows half a run, nor one without people."""
    assert read_ranking(tmp_path / "none.json") is None
    assert read_learning(tmp_path / "none.json") is None
    assert read_towers(tmp_path / "none.json") is None
    file = tmp_path / "run.json"
    file.write_text('{"stand-in": {}}', "utf-8")
    assert read_ranking(file) is None
    file.write_text('{"data": {}}', "utf-8")
    with pytest.raises(StoreError, match="is damaged"):
        read_ranking(file)
    with pytest.raises(StoreError, match="is damaged"):
        read_learning(file)
    with pytest.raises(StoreError, match="is damaged"):
        read_towers(file)
