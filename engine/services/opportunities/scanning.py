"""The journey from chains to opportunities: a file in, every idea with its numbers out, and a file of them."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from engine.core.errors import DataError
from engine.gateways.chains.chain_file import ChainReading, read_chain
from engine.gateways.chains.event_files import context_of, read_events
from engine.gateways.whole_file import write_bytes_whole
from engine.market.bars import Bars
from engine.options.chain import Chain
from engine.options.opportunity import OpportunityTable
from engine.options.scanner import Scan, ScanSetup, scan
from engine.services.candles import read_markets

ENDINGS: Final = (".parquet", ".csv", ".csv.gz")


@dataclass(frozen=True, slots=True)
class ScanFiles:
    """What a scan reads: the chain, daily candles (a long table by unique_id), named columns, files of events."""

    chain: Path
    bars: Path | None = None
    meanings: Mapping[str, str] | None = None
    events: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scanned:
    """A finished scan with the notes that reading left."""

    scan: Scan
    chain: Chain
    layout: str
    notes: tuple[str, ...]


def scan_files(files: ScanFiles, setup: ScanSetup | None = None) -> Scanned | None:
    """Read and scan; None when it was stopped. DataError in one line where a file cannot be used."""
    reading = read_chain(files.chain, files.chain.name, files.meanings)
    bars, notes = _bars(files, reading)
    told = [read_events(each, each.name) for each in files.events]
    context = replace(context_of(told), bars=bars)
    found = scan(reading.chain, setup, context)
    return None if found is None else Scanned(found, reading.chain, reading.layout, (*reading.notes, *notes))


def _bars(files: ScanFiles, reading: ChainReading) -> tuple[dict[str, Bars], tuple[str, ...]]:
    if files.bars is None:
        return {}, ("No candles were given: realised volatility, levels and regimes are unknown.",)
    bars = {name.upper(): each for name, each in read_markets(files.bars, None).items()}
    missing = [name for name in reading.chain.names if name not in bars]
    if len(missing) == len(reading.chain.names):
        raise DataError(
            f"{files.bars.name} holds no candles of {', '.join(reading.chain.names[:5])}; it has {', '.join(bars)}."
            " Give a long table with unique_id."
        )
    coarse = [name for name, each in bars.items() if each.step != "1d"]
    if coarse:
        raise DataError(f"the candles of underlyings must be daily (1d), those of {', '.join(coarse[:5])} are not.")
    notes = (f"No candles of {', '.join(missing[:8])}: their surroundings are unknown.",) if missing else ()
    return bars, notes


def write_table(table: OpportunityTable, path: Path) -> None:
    """The table as Parquet or CSV by ending, whole or not at all."""
    writers: dict[str, Callable[[], bytes]] = {
        ".parquet": lambda: _parquet(table),
        ".csv": lambda: table.frame().to_csv(index=False).encode(),
        ".csv.gz": lambda: _compressed(table),
    }
    write_bytes_whole(path, writers[checked_ending(path)](), "the opportunities")


def checked_ending(path: Path) -> str:
    """The ending of a file that opportunities can be written to; asked before the work is done."""
    ending = next((end for end in ENDINGS if path.name.lower().endswith(end)), None)
    if ending is None:
        raise DataError(f"opportunities are written to {', '.join(ENDINGS)}, was {path.name}. Name such a file.")
    return ending


def _parquet(table: OpportunityTable) -> bytes:
    body = io.BytesIO()
    table.frame().to_parquet(body, index=False)
    return body.getvalue()


def _compressed(table: OpportunityTable) -> bytes:
    body = io.BytesIO()
    table.frame().to_csv(body, index=False, compression="gzip")
    return body.getvalue()
