"""Who sees what, checked against the published vectors of the specification, in processes of their own."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from engine.experiments.assignment import bucket, buckets, chosen, fnv1a32, is_inside, ranges

ROOT = Path(__file__).resolve().parents[2]
# Published by GrowthBook for makers of SDKs (MIT): seed, value, bucket under version 2.
PUBLISHED = (
    ("seed", "a", 0.0505), ("seed", "b", 0.2696), ("foo", "ab", 0.2575), ("foo", "def", 0.2019),
    ("89123klj", "8952klfjas09ujkasdf", 0.124), ("90850943850283058242805", "123", 0.7516),
    ("()**(%$##$%#$#", '___)((*":&', 0.0128),
)  # fmt: skip
# The same source: variants, coverage, weights, ranges.
OWNED = (
    (2, 1.0, None, [(0, 0.5), (0.5, 1)]), (2, 0.5, None, [(0, 0.25), (0.5, 0.75)]),
    (2, 0.0, None, [(0, 0), (0.5, 0.5)]), (4, 1.0, None, [(0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1)]),
    (2, 1.0, [0.4, 0.6], [(0, 0.4), (0.4, 1)]), (3, 0.2, [0.2, 0.3, 0.5], [(0, 0.04), (0.2, 0.26), (0.5, 0.6)]),
    (2, -0.2, None, [(0, 0), (0.5, 0.5)]), (2, 1.5, None, [(0, 0.5), (0.5, 1)]),
    (2, 1.0, [0.4, 0.1], [(0, 0.5), (0.5, 1)]),
)  # fmt: skip


@pytest.mark.parametrize(("seed", "unit", "place"), PUBLISHED)
def test_buckets_are_the_published_ones(seed: str, unit: str, place: float) -> None:
    """Another product that follows the specification assigns the same traders."""
    assert bucket(seed, unit) == place


def test_the_hash_has_its_reference_values() -> None:
    """Noll's own test values, and text beyond the basic plane as two code units."""
    assert [fnv1a32(each) for each in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]
    assert 0 <= fnv1a32("🦊") < 2**32


@pytest.mark.parametrize(("count", "coverage", "weights", "expected"), OWNED)
def test_ranges_are_the_published_ones(
    count: int, coverage: float, weights: list[float] | None, expected: list[tuple[float, float]]
) -> None:
    """Weights and coverage become ranges that leave gaps, so that ramping up moves nobody."""
    np.testing.assert_allclose(ranges(weights or [1 / count] * count, coverage), expected, atol=1e-12)


def test_every_process_gives_the_same_answer() -> None:
    """The interpreter's own hash would put one trader into 1, 0, 1 in three processes."""
    code = (
        "from engine.experiments.assignment import buckets; print(buckets('x', [f't{n}' for n in range(50)]).tolist())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert said == {f"{buckets('x', [f't{n}' for n in range(50)]).tolist()}\n"}


def test_two_experiments_are_independent() -> None:
    """Who is treated in one must say nothing of the other."""
    traders = [f"trader {number}" for number in range(20_000)]
    one, two = (buckets(seed, traders) < 0.5 for seed in ("ranker-b", "exits-late"))
    table = np.array([[np.sum(one & two), np.sum(one & ~two)], [np.sum(~one & two), np.sum(~one & ~two)]])
    assert chi2_contingency(table).pvalue > 0.01


def test_parts_of_a_namespace_exclude_each_other() -> None:
    """Nobody is in both, everybody in one."""
    for number in range(500):
        inside = [is_inside("feed", f"t{number}", part) for part in ((0.0, 0.4), (0.4, 1.0))]
        assert sum(inside) == 1


def test_ramping_up_moves_nobody() -> None:
    """A trader who was in at a tenth sees the same at full coverage."""
    for number in range(2000):
        place = bucket("ramp", str(number))
        few, all_in = chosen(place, ranges([0.3, 0.7], 0.1)), chosen(place, ranges([0.3, 0.7], 1.0))
        assert few is None or few == all_in
