"""What is kept comes back as it was, to the last bit, and bytes from anywhere can at worst be refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Grid, axis
from engine.core.errors import DataError
from engine.core.packed import pack, unpack
from tests.builders import settings_of_a_bot


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A part with arrays."""

    numbers: NDArray[np.float64]
    kind: Literal["a", "b"]
    more: float = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Everything that may be kept."""

    leaf: Leaf
    none: Leaf | None
    leaves: tuple[Leaf, ...]
    pair: tuple[str, float]
    named: Mapping[str, int]
    value: int | float | str | bool
    flags: NDArray[np.bool_]
    counted: NDArray[np.int64]
    derived: int = field(init=False, default=7)


NUMBERS = np.array([np.nan, np.inf, -0.0, 5e-324, 0.1])
TREE = Tree(
    Leaf(NUMBERS, "a"),
    None,
    (Leaf(NUMBERS[:0], "b", 2.0),),
    ("x", float("nan")),
    {"a": 1},
    True,
    np.array([[True], [False]]),
    np.arange(4),
)


def test_a_tree_comes_back_to_the_last_bit() -> None:
    """What was shown is shown again; nothing is rounded, and nothing invites a change."""
    found = unpack(pack(TREE), Tree, "it")
    assert found.leaf.numbers.tobytes() == NUMBERS.tobytes()
    assert (found.leaf.kind, found.none, found.leaves[0].more) == ("a", None, 2.0)
    assert (found.named, found.value, found.pair[0], found.counted.tolist()) == ({"a": 1}, True, "x", [0, 1, 2, 3])
    assert np.isnan(found.pair[1])
    assert found.flags.tolist() == [[True], [False]]
    assert not found.leaf.numbers.flags.writeable
    assert found.counted.flags.aligned


def test_equal_values_give_equal_bytes() -> None:
    """So that they can be compared and sealed."""
    assert pack(TREE) == pack(unpack(pack(TREE), Tree, "it"))


@given(settings_of_a_bot())
def test_any_bot_comes_back_with_its_types(parameters: BotParameters) -> None:
    """1 and 1.0 and True are three things."""
    found = unpack(pack(parameters), BotParameters, "it")
    assert found == parameters
    assert [type(getattr(found, name)) for name in ("window", "k_sigma", "allow_short")] == [int, float, bool]


def test_what_is_derived_is_made_anew() -> None:
    """A grid knows which of its numbers are valid without having kept it."""
    grid = Grid(BotParameters(), (axis("k_sigma", "0.5,1.5"), axis("exit_band", "0,1")))
    found = unpack(pack((grid, Setup())), tuple[Grid, Setup], "it")  # type: ignore[arg-type]  # a generic alias
    assert found[0].axes == grid.axes
    assert found[0].is_valid.tolist() == [True, False, True, True]


@dataclass(frozen=True, slots=True)
class Younger:
    """As it was kept."""

    a: int


@dataclass(frozen=True, slots=True)
class Older:
    """As it is today."""

    a: int
    b: str = "new"


@dataclass(frozen=True, slots=True)
class Changed:
    """A field that nothing can stand for."""

    a: int
    c: str


def test_a_field_that_came_later_takes_its_default() -> None:
    """Old runs open in a newer program as long as they can."""
    assert unpack(pack(Younger(3)), Older, "it") == Older(3, "new")
    with pytest.raises(DataError, match=r"run 7 was kept by another version .* Run it again"):
        unpack(pack(Younger(3)), Changed, "run 7")


@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 255))
def test_bytes_from_anywhere_are_refused_or_read(noise: bytes, place: int, byte: int) -> None:
    """Never a crash, never code."""
    good = bytearray(pack(Younger(3)))
    good[place % len(good)] = byte
    for data in (noise, bytes(good), bytes(good[: place % len(good)])):
        try:
            assert isinstance(unpack(data, Younger, "it"), Younger)
        except DataError:
            continue
