"""The option chains of this installation: each underlying's snapshots with their time, so that they have a history."""

import contextlib
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from engine.core.errors import DataError, StoreError
from engine.gateways.whole_file import write_whole
from engine.options.chain import COLUMNS, Chain, Kind, chain_of, joined
from engine.options.curve import curve
from engine.options.features.iv_history import IvHistory
from engine.options.smile import at_the_money, smile, thirty_days

NAME: Final = re.compile(r"[A-Z0-9._-]{1,24}")
KEY: Final = b"toption.chain"
FORMAT: Final = 1
ENDING: Final = ".parquet"
KEPT: Final = tuple(name for name in COLUMNS if name != "underlying")
DAMAGED: Final = (DataError, pa.ArrowException, OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is known of one underlying's quotes at one moment (ms UTC) without reading them.

    `iv30` is the volatility at the money for 30 days that they imply, nan where they do not tell; `digest` changes
    with any of the quotes.
    """

    underlying: str
    kind: Kind
    moment: int
    rows: int
    multiplier: float
    iv30: float
    source: str
    digest: str


class ChainLibrary:
    """A folder of snapshots, a file each, written whole; the same snapshot again is not written twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, chain: Chain, source: str) -> tuple[Snapshot, ...]:
        """Keep every underlying's quotes of every moment; those that are new, oldest first."""
        for name in chain.names:
            if not NAME.fullmatch(name):
                raise DataError(
                    f"an underlying's name must be 1 to 24 letters, digits, points and dashes, was {name[:40]!r}."
                )
        lines = curve(chain)
        month = thirty_days(lines, at_the_money(chain, lines, smile(chain, lines)))
        told = zip(month.underlying.tolist(), month.moment.tolist(), month.sigma.tolist(), strict=True)
        implied = {(code, moment): sigma for code, moment, sigma in told}
        new = []
        for code, moment in sorted({*zip(chain.underlying.tolist(), chain.moment.tolist(), strict=True)}):
            rows = np.flatnonzero((chain.underlying == code) & (chain.moment == moment))
            part = chain.rows(rows)
            snapshot = Snapshot(
                chain.names[code], chain.kinds[code], moment, len(rows), float(chain.multiplier[code]),
                implied.get((code, moment), float("nan")), source, _digest(part),
            )  # fmt: skip
            if self._keep(snapshot, part):
                new.append(snapshot)
        return tuple(new)

    def _keep(self, snapshot: Snapshot, part: Chain) -> bool:
        path = self._path(snapshot.underlying, snapshot.moment)
        with contextlib.suppress(*DAMAGED):
            if path.is_file() and _label(path).digest == snapshot.digest:
                return False
        table = pa.table({name: getattr(part, name) for name in KEPT})
        label = json.dumps({"format": FORMAT, **asdict(snapshot)})
        write_whole(path, table.replace_schema_metadata({KEY: label.encode()}))
        return True

    def snapshots(self, underlying: str | None = None) -> tuple[Snapshot, ...]:
        """All readable snapshots by underlying, oldest first."""
        found = []
        for path in sorted(self.folder.glob(f"{underlying or '*'}/*{ENDING}")):
            with contextlib.suppress(*DAMAGED, StoreError):
                found.append(_label(path))
        return tuple(sorted(found, key=lambda each: (each.underlying, each.moment)))

    def newest(self) -> tuple[Snapshot, ...]:
        """The newest snapshot of every underlying."""
        return tuple({each.underlying: each for each in self.snapshots()}.values())

    def load(self, snapshots: Sequence[Snapshot]) -> Chain:
        """The quotes of these snapshots as one chain; DataError names a damaged file and what to do."""
        return joined([self._read(each) for each in snapshots])

    def spot(self, snapshot: Snapshot) -> float:
        """The underlying's price as seen with a snapshot's quotes, nan where they do not tell."""
        try:
            values = pq.read_table(self._path(snapshot.underlying, snapshot.moment), columns=["spot"])["spot"]
        except DAMAGED:
            return float("nan")
        known = values.to_numpy()[np.isfinite(values.to_numpy())]
        return float(known[0]) if len(known) else float("nan")

    def history(self, underlying: str, until: int) -> IvHistory:
        """The 30-day volatilities of an underlying's snapshots up to a moment; one a UTC day, the day's last."""
        days = {each.moment // 86_400_000: each for each in self.snapshots(underlying) if each.moment <= until}
        kept = [each for each in days.values() if np.isfinite(each.iv30)]
        return IvHistory(
            np.array([each.moment for each in kept], dtype=np.int64), np.array([each.iv30 for each in kept])
        )

    def stamp(self) -> tuple[int, int]:
        """How many files there are, and the newest's time: changes with every save and removal."""
        seen = [path.stat().st_mtime_ns for path in self.folder.glob(f"*/*{ENDING}")]
        return len(seen), max(seen, default=0)

    def remove(self, underlying: str) -> int:
        """Forget an underlying's snapshots; how many there were."""
        files = list(self.folder.glob(f"{_named(underlying)}/*{ENDING}"))
        for path in files:
            path.unlink(missing_ok=True)
        return len(files)

    def _path(self, underlying: str, moment: int) -> Path:
        return self.folder / _named(underlying) / f"{moment}{ENDING}"

    def _read(self, snapshot: Snapshot) -> Chain:
        path = self._path(snapshot.underlying, snapshot.moment)
        try:
            table = pq.read_table(path)
            columns: dict[str, Any] = {name: table[name].to_numpy() for name in KEPT}
            columns["underlying"] = np.full(len(table), snapshot.underlying)
            return chain_of({snapshot.underlying: snapshot.kind}, columns, {snapshot.underlying: snapshot.multiplier})
        except DAMAGED as error:
            raise DataError(
                f"{path.parent.name}/{path.name} cannot be read ({type(error).__name__})."
                " Remove it and import it again."
            ) from error


def _digest(part: Chain) -> str:
    found = hashlib.sha256()
    for name in KEPT:
        found.update(np.ascontiguousarray(getattr(part, name)).tobytes())
    return found.hexdigest()


def _named(underlying: str) -> str:
    if not NAME.fullmatch(underlying):
        raise DataError(f"there is no underlying {underlying[:40]!r}.")
    return underlying


def _label(path: Path) -> Snapshot:
    seen = path.stat()
    return _label_of(path, (seen.st_size, seen.st_mtime_ns, seen.st_ino))


@lru_cache(maxsize=20_000)
def _label_of(path: Path, _: tuple[int, int, int]) -> Snapshot:
    told = json.loads(pq.read_schema(path).metadata[KEY])
    if told.pop("format") != FORMAT:
        raise DataError(f"{path.name} was written by another version.")
    return Snapshot(**told)
