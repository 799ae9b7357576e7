"""Values as bytes and back: any tree of dataclasses, tuples, plain values and arrays, exactly as it was.

The form is a digest and, compressed, the tree as JSON with the arrays' raw numbers behind it. Nothing in it names code:
what is made of it is told by the type that the reader asks for, so that bytes from anywhere can at worst be refused.
"""

import hashlib
import json
import types
import zlib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import numpy as np

from engine.core.errors import DataError

T = TypeVar("T")
MARK: Final = b"packed1\n"
SEAL: Final = 16  # bytes of the digest
LENGTH: Final = 8  # bytes that say how long the JSON is
KINDS: Final = ("<f8", "<i8", "|b1")
OTHERWISE: Final = (zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError)
MADE_OTHERWISE: Final = "was kept by another version of this program and cannot be opened by this one. Run it again."


def pack(value: Any) -> bytes:
    """A value as bytes; equal values give equal bytes."""
    arrays: list[Any] = []
    tree = _down(value, arrays)
    shapes = [(each.dtype.str, each.shape) for each in arrays]
    text = _even(json.dumps({"tree": tree, "arrays": shapes}, separators=(",", ":")).encode(), b" ")
    press = zlib.compressobj(6)
    pieces = [press.compress(len(text).to_bytes(LENGTH, "little") + text)]
    pieces += [press.compress(_even(each.tobytes(), b"\0")) for each in arrays]
    body = b"".join((*pieces, press.flush()))
    return MARK + _seal(body) + body


def unpack(data: bytes, kind: type[T], what: str) -> T:
    """The value of this type in these bytes; DataError, about `what`, where they hold none."""
    body = data[len(MARK) + SEAL :]
    if data[: len(MARK)] != MARK or data[len(MARK) : len(MARK) + SEAL] != _seal(body):
        raise DataError(f"{what} is damaged where it is kept. Forget it and run it again, or restore a backup.")
    try:
        content = zlib.decompress(body)
        start = LENGTH + int.from_bytes(content[:LENGTH], "little")
        head = json.loads(content[LENGTH:start])
        return cast(T, _up(head["tree"], kind, _arrays(content, start, head["arrays"])))
    except DataError:
        raise
    except OTHERWISE as error:
        raise DataError(f"{what} {MADE_OTHERWISE}") from error


def _even(data: bytes, filling: bytes) -> bytes:
    """As long as a whole number of 64-bit words, so that every array begins where a processor likes it to."""
    return data + filling * (-len(data) % LENGTH)


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()[:SEAL]


def _arrays(content: bytes, start: int, shapes: list[Any]) -> list[Any]:
    """The arrays behind the tree; they share the content's memory and cannot be written to."""
    found = []
    for name, shape in shapes:
        dtype = np.dtype(KINDS[KINDS.index(name)])
        count = int(np.prod(shape, dtype=np.int64))
        found.append(np.frombuffer(content, dtype, count, start).reshape(shape))
        start += -(-count * dtype.itemsize // LENGTH) * LENGTH
    return found


def _down(value: Any, arrays: list[Any]) -> Any:
    if is_dataclass(value):
        return {part.name: _down(getattr(value, part.name), arrays) for part in fields(value) if part.init}
    if isinstance(value, np.ndarray) and value.dtype.str in KINDS:
        arrays.append(value)
        return len(arrays) - 1
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, tuple | list):
        return [_down(each, arrays) for each in value]
    if isinstance(value, Mapping):
        return {str(name): _down(each, arrays) for name, each in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} cannot be packed")


def _up(tree: Any, kind: Any, arrays: list[Any]) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(tree, get_args(kind), arrays)
    if is_dataclass(kind):
        return _made(tree, cast("type[Any]", kind), arrays)
    if origin is np.ndarray or kind is np.ndarray:
        return arrays[tree]
    if origin is tuple:
        return _in_order(tree, get_args(kind), arrays)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        return {name: _up(each, get_args(kind)[1], arrays) for name, each in tree.items()}
    return tree


def _one_of(tree: Any, kinds: tuple[Any, ...], arrays: list[Any]) -> Any:
    """None, or the one structured kind there is; plain values are what they are."""
    if tree is None:
        return None
    made = [kind for kind in kinds if kind not in (type(None), str, int, float, bool)]
    return _up(tree, made[0], arrays) if made else tree


def _in_order(tree: Any, kinds: tuple[Any, ...], arrays: list[Any]) -> Any:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_up(each, kinds[0], arrays) for each in tree)
    return tuple(_up(each, kind, arrays) for each, kind in zip(tree, kinds, strict=True))


def _made(tree: Any, kind: type[Any], arrays: list[Any]) -> Any:
    """A dataclass anew, checked as at its making; a field that came later takes its default."""
    hints = get_type_hints(kind)
    given = {}
    for part in fields(kind):
        if part.init and (part.name in tree or (part.default is MISSING and part.default_factory is MISSING)):
            given[part.name] = _up(tree[part.name], hints[part.name], arrays)
    return kind(**given)
