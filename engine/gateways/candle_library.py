"""The candles of this installation: each market and step stored once as Parquet, replaced whole or not at all."""

import contextlib
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from engine.core.errors import DataError, StoreError
from engine.gateways.file_lock import held
from engine.gateways.whole_file import write_whole
from engine.market.bars import COLUMNS, STEPS, Bars, Gap, gaps
from engine.market.market import Market

FOLDER: Final = Path("data/candles")
SYMBOL: Final = re.compile(r"[A-Za-z0-9._:/-]{1,40}")
KEY: Final = b"toption.candles"
FORMAT: Final = 1
ENDING: Final = ".parquet"
TYPES: Final = [pa.int64(), *[pa.float64()] * len(COLUMNS)]
DAMAGED: Final = (DataError, pa.ArrowException, OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Listing:
    """What is known of stored candles without reading them; `version` changes with any of their content."""

    symbol: str
    step: str
    rows: int
    first_ms: int
    last_ms: int
    gaps: int
    missing: int
    simulated: bool
    source: str
    version: str


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """One market as it is kept: candles, trading rules, where they came from, what was assumed on the way."""

    bars: Bars
    market: Market
    source: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Label:
    """What a stored file says of itself in its schema."""

    listing: Listing
    market: Market
    notes: tuple[str, ...]


class CandleLibrary:
    """A folder of candles. Every file carries its own label, and its content is checked against it when read.

    One that is for looking alone (`is_shown`) refuses whatever would change a file.
    """

    def __init__(self, folder: Path = FOLDER, is_shown: bool = False) -> None:
        self.folder, self._is_shown = folder, is_shown

    def save(self, bars: Bars, market: Market, source: str, notes: tuple[str, ...] = ()) -> Listing:
        """Store these candles in place of the same symbol and step; real and simulated never replace each other."""
        return self.change(bars.symbol, bars.step, lambda: Stored(bars, market, source, notes))

    def change(self, symbol: str, step: str, make: Callable[[], Stored]) -> Listing:
        """Store what `make` returns; what it reads of this market stays as it is until then, whoever else saves."""
        self._must_write()
        path = self._path(symbol, step)
        with held(_lock_of(path), f"the candles of {symbol} {step}"):
            return self._replace(path, make())

    def _replace(self, path: Path, new: Stored) -> Listing:
        bars, market = new.bars, new.market
        if market.symbol != bars.symbol:
            raise DataError(f"the market must be that of the candles, {bars.symbol}, was {market.symbol}.")
        self._keep_apart(path, market)
        pauses = gaps(bars, market.longest_pause_ms)
        listing = Listing(
            bars.symbol, bars.step, len(bars), int(bars.time[0]), int(bars.time[-1]), len(pauses),
            sum(gap.missing for gap in pauses), market.simulated, new.source, version_of(bars, market),
        )  # fmt: skip
        label = {"format": FORMAT, "listing": asdict(listing), "market": asdict(market), "notes": new.notes}
        table = pa.table({name: getattr(bars, name) for name in ("time", *COLUMNS)})
        write_whole(path, table.replace_schema_metadata({KEY: json.dumps({**label, "seal": _seal(label)}).encode()}))
        return listing

    def stored(self, symbol: str, step: str) -> Stored | None:
        """Everything that is kept of one market, None when there is nothing; DataError when it is damaged."""
        path = self._path(symbol, step)
        return _stored(path) if path.is_file() else None

    def listing(self, symbol: str, step: str) -> Listing | None:
        """What is known of one market without reading its candles; None when there is none or it is damaged."""
        path = self._path(symbol, step)
        try:
            return _label(path).listing if path.is_file() else None
        except (DataError, StoreError):
            return None  # problems() reports it

    def listings(self) -> tuple[Listing, ...]:
        """All readable candles by symbol, then from the finest step; damaged files are left to `problems`."""
        found = []
        for path in self._files():
            try:
                found.append(_label(path).listing)
            except (DataError, StoreError):
                continue  # problems() reports it
        return tuple(sorted(found, key=lambda listing: (listing.symbol, STEPS[listing.step])))

    def problems(self) -> tuple[str, ...]:
        """Files that cannot be used, each with what to do; reads everything once."""
        found = [
            f"{path.name} was left by a save that did not finish. Delete it."
            for path in sorted(self.folder.glob(".*.tmp"))
        ]
        for path in self._files():
            try:
                _stored(path)
            except (DataError, StoreError) as error:
                found.append(str(error))
        return tuple(found)

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """Name, size and time of every file, unread: equal stamps, equal candles and equal problems."""
        found = []
        for path in sorted(self.folder.glob(f"*{ENDING}")) + sorted(self.folder.glob(".*.tmp")):
            with contextlib.suppress(OSError):  # gone since it was listed
                seen = path.stat()
                found.append((path.name, seen.st_size, seen.st_mtime_ns))
        return tuple(found)

    def bars(self, symbol: str, step: str) -> Bars:
        """The stored candles; their content is compared with their version."""
        return _stored(self._present(symbol, step)).bars

    def gaps(self, symbol: str, step: str) -> tuple[Gap, ...]:
        """Where candles are missing, the market's ordinary pauses apart."""
        here = _stored(self._present(symbol, step))
        return gaps(here.bars, here.market.longest_pause_ms)

    def market(self, symbol: str, step: str) -> Market:
        """The trading rules stored with the candles."""
        return _label(self._present(symbol, step)).market

    def notes(self, symbol: str, step: str) -> tuple[str, ...]:
        """What was taken for granted when the candles were read."""
        return _label(self._present(symbol, step)).notes

    def remove(self, symbol: str, step: str) -> None:
        """Delete these candles; DataError when there are none."""
        self._must_write()
        with held(_lock_of(self._present(symbol, step)), f"the candles of {symbol} {step}"):
            path = self._present(symbol, step)
            try:
                path.unlink()
            except OSError as error:
                raise StoreError(
                    f"{symbol} {step} could not be removed ({error.strerror}). Check the rights."
                ) from error

    def _must_write(self) -> None:
        if self._is_shown:
            raise StoreError("whoever looks on changes no candles. Choose another role above to do this yourself.")

    def _files(self) -> list[Path]:
        return sorted(path for path in self.folder.glob(f"*{ENDING}") if not path.name.startswith("."))

    def _path(self, symbol: str, step: str) -> Path:
        """Where candles lie; a symbol or a step that is none is refused."""
        if not SYMBOL.fullmatch(symbol):
            cut = symbol if len(symbol) <= 40 else symbol[:39] + "…"
            raise DataError(f"a symbol must be 1 to 40 letters, digits or . _ : / -, was {cut!r}. Rename it.")
        if step not in STEPS:
            raise DataError(f"step must be one of {', '.join(STEPS)}, was {step[:20]!r}.")
        return self.folder / _file_name(symbol, step)

    def _present(self, symbol: str, step: str) -> Path:
        path = self._path(symbol, step)
        if not path.is_file():
            have = ", ".join(f"{listing.symbol} {listing.step}" for listing in self.listings()[:12])
            raise DataError(
                f"there are no candles of {symbol} {step}. There are: {have or 'none yet'}."
                " Import a file with `python -m engine bars import`."
            )
        return path

    def _keep_apart(self, path: Path, market: Market) -> None:
        """Refuse to let simulated candles take the place of real ones, or the reverse."""
        if not path.is_file():
            return
        try:
            stored = _label(path).market
        except DataError:
            return  # a damaged file is worth replacing
        if stored.simulated and not market.simulated:
            raise DataError(
                f"{market.symbol} holds simulated candles, which real ones do not replace."
                f" Save yours under another symbol, such as {market.symbol[:35]}-REAL, or remove the simulated ones."
            )
        if market.simulated and not stored.simulated:
            raise DataError(
                f"{market.symbol} holds real candles, which simulated ones do not replace."
                f" Name the simulated ones SIM-{market.symbol[:36]}."
            )


def _file_name(symbol: str, step: str) -> str:
    """Readable letters, and a digest for what letters cannot tell apart (A/B and A_B; upper and lower case)."""
    plain = re.sub(r"[^A-Za-z0-9-]", "_", symbol)
    return f"{plain}~{step}~{hashlib.sha256(symbol.encode()).hexdigest()[:8]}{ENDING}"


def _seal(label: dict[str, Any]) -> str:
    """A digest of a label, so that a changed date or source does not pass."""
    return hashlib.sha256(json.dumps(label, sort_keys=True).encode()).hexdigest()[:16]


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.stem}.lock")


def version_of(bars: Bars, market: Market) -> str:
    """A digest of everything that a result computed from these candles can depend on."""
    digest = hashlib.sha256(json.dumps([bars.symbol, bars.step, asdict(market)], sort_keys=True).encode())
    for name in ("time", *COLUMNS):
        digest.update(getattr(bars, name).data)
    return digest.hexdigest()[:32]


def _label(path: Path) -> _Label:
    """What is written in front of the candles; read anew only when the file is another one."""
    try:
        seen = path.stat()
        return _label_of(path, (seen.st_ino, seen.st_mtime_ns, seen.st_size))
    except DAMAGED as error:
        raise _unusable(path, error) from error


@lru_cache(maxsize=256)
def _label_of(path: Path, _: tuple[int, int, int]) -> _Label:
    return _label_in(pq.read_schema(path), path)


def _label_in(schema: Any, path: Path) -> _Label:
    held_there = json.loads((schema.metadata or {})[KEY])
    if held_there["format"] > FORMAT:
        raise StoreError(f"{path.name} was written by a newer version of this program. Update the program.")
    # Files from before labels were sealed carry none.
    if held_there.pop("seal", None) not in (None, _seal(held_there)):
        raise ValueError(path.name)
    listing = Listing(**held_there["listing"])
    if path.name != _file_name(listing.symbol, listing.step):
        raise ValueError(listing.symbol)
    return _Label(listing, Market(**held_there["market"]), tuple(held_there["notes"]))


def _stored(path: Path) -> Stored:
    """Label and candles of one and the same file, though another may take its name meanwhile."""
    try:
        with path.open("rb") as opened:
            file = pq.ParquetFile(opened)
            label = _label_in(file.schema_arrow, path)
            table = file.read(columns=["time", *COLUMNS], use_threads=False)
        if table.schema.types != TYPES:
            raise ValueError(path.name)
        columns = {name: np.asarray(table.column(name)) for name in ("time", *COLUMNS)}
        bars = Bars(label.listing.symbol, label.listing.step, **columns)
        right = version_of(bars, label.market) == label.listing.version
    except DAMAGED as error:
        raise _unusable(path, error) from error
    if not right:
        raise _unusable(path, None)
    return Stored(bars, label.market, label.listing.source, label.notes)


def _unusable(path: Path, error: Exception | None) -> DataError | StoreError:
    if isinstance(error, OSError) and error.errno:  # the system refused; Arrow's own complaints carry no number
        return StoreError(f"{path.name} cannot be read ({error.strerror}). Check the rights of the file.")
    return DataError(
        f"the stored candles {path.name} are damaged. Import them again, which replaces the file, or delete it."
    )
