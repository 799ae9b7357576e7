"""Any tree of dataclasses, tuples, plain values and arrays as JSON text, piece by piece, so that a million rows fit."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

import numpy as np

AT_ONCE: Final = 20_000  # numbers in one piece


def as_json(value: Any) -> str:
    """The whole text; nan and infinity are null, since JSON cannot say them."""
    return "".join(pieces(value))


def pieces(value: Any) -> Iterator[str]:
    """The text in pieces that follow each other."""
    if is_dataclass(value):
        yield from _object((part.name, getattr(value, part.name)) for part in fields(value))
    elif isinstance(value, Mapping):
        yield from _object((str(name), each) for name, each in value.items())
    elif isinstance(value, np.ndarray) and value.ndim == 1:
        yield from _numbers(value)
    elif isinstance(value, tuple | list | np.ndarray):
        yield from _list(value)
    else:
        yield json.dumps(_plain(value), allow_nan=False)


def _object(parts: Iterable[tuple[str, Any]]) -> Iterator[str]:
    yield "{"
    for place, (name, each) in enumerate(parts):
        yield f"{',' if place else ''}{json.dumps(name)}:"
        yield from pieces(each)
    yield "}"


def _list(values: Iterable[Any]) -> Iterator[str]:
    yield "["
    for place, each in enumerate(values):
        if place:
            yield ","
        yield from pieces(each)
    yield "]"


def _numbers(values: Any) -> Iterator[str]:
    yield "["
    for first in range(0, len(values), AT_ONCE):
        part = [_plain(each) for each in values[first : first + AT_ONCE].tolist()]
        yield f"{',' if first else ''}{json.dumps(part, allow_nan=False)[1:-1]}"
    yield "]"


def _plain(value: Any) -> Any:
    value = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(value, float) and not math.isfinite(value) else value
