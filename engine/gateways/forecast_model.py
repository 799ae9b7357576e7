"""The fitted forecast model of an installation and the records of its markets, in one file, whole or not at all."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from engine.core.errors import DataError, StoreError
from engine.forecast.e4.state import E4State, from_bytes, to_bytes
from engine.forecast.evaluate import ModelSkill, TrackRecord
from engine.forecast.judging.crises import Held
from engine.gateways.whole_file import write_bytes_whole

FORMAT: Final = 1
NAME: Final = "pooled.model"
DAMAGED: Final = (DataError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True, eq=False)
class FittedModel:
    """A fitted model, the record of each market it was replayed on, and which candles both were made from.

    `sources` says where the candles of each symbol and step began (ms), `end_ms` when the newest of them closed;
    `mark` names this very content.
    """

    state: E4State
    records: Mapping[str, TrackRecord]
    sources: Mapping[str, int]
    end_ms: int
    mark: str = ""


class FittedModels:
    """Where the newest fitted model of an installation lies."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.lock = folder / f".{NAME}.lock"

    def newest(self) -> FittedModel | None:
        """The model as it is kept; None where there is none, or one that is damaged or of an older version.

        It can be fitted again at any time, so that nothing is lost and no page has to fail.
        """
        try:
            status = self.path.stat()
        except OSError:
            return None
        return _read(self.path, (status.st_mtime_ns, status.st_size, status.st_ino))

    def keep(self, model: FittedModel) -> None:
        """Keep a model in place of the one before; StoreError when it cannot be written."""
        records = {symbol: asdict(record) for symbol, record in model.records.items()}
        header = {"format": FORMAT, "sources": dict(model.sources), "end_ms": model.end_ms, "records": records}
        content = json.dumps(header).encode() + b"\n" + to_bytes(model.state)
        write_bytes_whole(
            self.path, hashlib.sha256(content).hexdigest().encode() + b"\n" + content, "the forecast model"
        )


@lru_cache(maxsize=4)
def _read(path: Path, _: tuple[int, int, int]) -> FittedModel | None:
    """The file's content as it was at a moment; a page asks many times a second."""
    try:
        seal, content = path.read_bytes().split(b"\n", 1)
        if hashlib.sha256(content).hexdigest().encode() != seal:
            return None
        header, state = content.split(b"\n", 1)
        told = json.loads(header)
        if told["format"] != FORMAT:
            return None
        records = {str(symbol): _record(found) for symbol, found in told["records"].items()}
        return FittedModel(from_bytes(state), records, dict(told["sources"]), int(told["end_ms"]), seal.decode())
    except (OSError, StoreError, *DAMAGED):
        return None


def _record(found: dict[str, Any]) -> TrackRecord:
    """A record out of JSON, where tuples became lists."""
    plain = {name: _tuples(value) for name, value in found.items() if name not in ("skills", "crises")}
    skills = tuple(ModelSkill(**each) for each in found["skills"])
    crises = tuple(Held(**{name: _tuples(value) for name, value in each.items()}) for each in found["crises"])
    return TrackRecord(**plain, skills=skills, crises=crises)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value
