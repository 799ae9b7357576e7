"""A fitted model as bytes: the same forecasts after a round trip, and no damaged file is taken for one."""

import hashlib
import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.forecast.e4.forecast import e4
from engine.forecast.e4.state import E4State, from_bytes, to_bytes
from engine.market.bars import Bars


@pytest.fixture(scope="module")
def content(state: E4State) -> bytes:
    return to_bytes(state)


def test_a_model_read_back_forecasts_the_same(state: E4State, markets: dict[str, Bars]) -> None:
    """To the bit, by levels and by paths."""
    mine, theirs = e4(state, "A", markets["A"]), e4(from_bytes(to_bytes(state)), "A", markets["A"])
    assert np.array_equal(mine.quantiles, theirs.quantiles)
    assert np.array_equal(mine.paths, theirs.paths)


def test_the_bytes_are_the_same_every_time(state: E4State) -> None:
    """No moment, no machine in them."""
    assert to_bytes(from_bytes(to_bytes(state))) == to_bytes(state)


def test_another_version_is_refused(state: E4State) -> None:
    """Its numbers may mean something else."""
    with pytest.raises(DataError, match=r"must be of version E4\.\d+, was 'E4\.0'"):
        from_bytes(to_bytes(replace(state, version="E4.0")))


@given(st.integers(0, 10**9), st.integers(1, 255))
@settings(max_examples=30)
def test_a_damaged_file_is_refused(content: bytes, place: int, flip: int) -> None:
    """Never half a model, and never another error than ours; cut short it is refused too."""
    damaged = bytearray(content)
    damaged[place % len(content)] ^= flip
    for broken in (bytes(damaged), content[: place % len(content)]):
        with pytest.raises(DataError, match="not a whole one"):
            from_bytes(broken)


@pytest.mark.parametrize("content", [b"", b"no model", b"PK\x03\x04" * 20])
def test_what_is_no_model_is_refused(content: bytes) -> None:
    """Whatever lies there under the name."""
    with pytest.raises(DataError, match="no fitted forecast model"):
        from_bytes(content)


def test_a_sealed_file_of_something_else_is_refused() -> None:
    """An archive of an older form, whole as it is."""
    file = io.BytesIO()
    np.savez(file, other=np.zeros(3))
    with pytest.raises(DataError, match="none of ours"):
        from_bytes(hashlib.sha256(file.getvalue()).digest() + file.getvalue())
