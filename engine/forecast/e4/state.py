"""A fitted model as a value: what it was fitted on and until when, and as bytes that hold nothing but numbers."""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.e4.past import Past
from engine.forecast.e4.regression import Line
from engine.forecast.e4.scale import Scale, must_be_whole
from engine.forecast.e4.spread import Spread
from engine.forecast.e4.trees import Trees
from engine.forecast.model import HORIZON

VERSION: Final = "E4.1"
TABLE: Final = ("errors", "levels")
SEAL: Final = 32  # bytes of SHA-256 before the archive: a damaged file is told before any of it is read


@dataclass(frozen=True, slots=True, eq=False)
class E4State:
    """The model fitted on `markets` with what was known at `until_ms` (ms, UTC), for a seed.

    `data_hash` tells the candles it learned from, `days` how many market days they were.
    """

    version: str
    data_hash: str
    until_ms: int
    seed: int
    markets: tuple[str, ...]
    days: int
    scale: Scale
    spread: Spread


def data_hash(markets: Sequence[Past], until_ms: int) -> str:
    """A short name for the candles known at a moment: any other candle gives another one."""
    digest = hashlib.sha256()
    for each in markets:
        known = each.history.time <= until_ms
        if known.any():
            digest.update(each.name.encode() + b"\0")
            for name in ("time", "open", "high", "low", "close", "is_real"):
                digest.update(np.ascontiguousarray(getattr(each.history, name)[known]).tobytes())
    return digest.hexdigest()[:16]


def to_bytes(state: E4State) -> bytes:
    """The state as a sealed NumPy archive: numbers and short texts, nothing that could run."""
    arrays: dict[str, Any] = {
        "named": np.array([state.version, state.data_hash]),
        "numbers": np.array([state.until_ms, state.seed, state.days, state.scale.days], dtype=np.int64),
        "markets": np.array(state.markets, dtype=np.str_),
        **{f"spread.{name}": getattr(state.spread, name) for name in TABLE},
    }
    for h in range(HORIZON):
        for kind, part in (("line", state.scale.lines[h]), ("trees", state.scale.trees[h])):
            arrays |= {f"{kind}{h}.{each.name}": np.asarray(getattr(part, each.name)) for each in fields(part)}
    file = io.BytesIO()
    np.savez(file, **arrays)
    return hashlib.sha256(file.getvalue()).digest() + file.getvalue()


def from_bytes(content: bytes) -> E4State:
    """The state again; DataError when the bytes are no state of this version, whole and consistent."""
    seal, archived = content[:SEAL], content[SEAL:]
    if hashlib.sha256(archived).digest() != seal:
        raise DataError("this is no fitted forecast model, or not a whole one. Fit it again.")
    try:
        with np.load(io.BytesIO(archived), allow_pickle=False) as archive:
            found = {name: archive[name] for name in archive.files}
        version, hashed = map(str, found["named"])
        until, seed, days, learned = map(int, found["numbers"])
        scale = Scale(
            tuple(_part(Line, "line", h, found) for h in range(HORIZON)),
            tuple(_part(Trees, "trees", h, found) for h in range(HORIZON)),
            learned,
        )
        spread = Spread(found["spread.errors"], found["spread.levels"])
        state = E4State(version, hashed, until, seed, tuple(map(str, found["markets"])), days, scale, spread)
    except (zipfile.BadZipFile, EOFError, OSError, KeyError, ValueError, TypeError) as error:
        raise DataError(
            f"this fitted forecast model is none of ours ({type(error).__name__}). Fit it again."
        ) from error
    if version != VERSION:
        raise DataError(f"the fitted forecast model must be of version {VERSION}, was {version[:20]!r}. Fit it again.")
    must_be_whole(scale)
    return state


def _part(kind: type[Any], name: str, horizon: int, found: dict[str, Any]) -> Any:
    """One line or one set of trees; numbers that stand alone come back as plain ones."""
    values = {each.name: found[f"{name}{horizon}.{each.name}"] for each in fields(kind)}
    return kind(**{each: value.item() if value.ndim == 0 else value for each, value in values.items()})
