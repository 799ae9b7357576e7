"""Simulated traders on disk: read as they were written, and only where they are the ones asked for."""

import json
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]  # pyarrow ships no types

from engine.gateways.people_file import KEY, PeopleFile
from engine.gateways.whole_file import write_whole
from engine.market.bars import DAY_MS
from engine.traders.log import COLUMNS
from engine.traders.simulated.people import people
from engine.traders.simulated.tastes import FIRST_MS

MONTH = people(5, FIRST_MS + 30 * DAY_MS)


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    """Names, and every column to the bit."""
    file = PeopleFile(tmp_path / "people")
    file.save(MONTH)
    found = file.load(5, MONTH.until_ms)
    assert found is not None
    for name in COLUMNS:
        ours, theirs = getattr(found.log, name), getattr(MONTH.log, name)
        assert (ours.dtype, ours.tobytes()) == (theirs.dtype, theirs.tobytes()), name
    assert (found.log.traders, found.log.sectors) == (MONTH.log.traders, MONTH.log.sectors)


def test_another_world_another_clock_or_other_code_is_not_taken_for_it(tmp_path: Path) -> None:
    """Better made anew than wrong."""
    file = PeopleFile(tmp_path)
    assert file.load(5, MONTH.until_ms) is None
    file.save(MONTH)
    assert file.load(6, MONTH.until_ms) is None
    assert file.load(5, MONTH.until_ms + 1) is None
    table = pq.read_table(file.path)
    label = json.loads(table.schema.metadata[KEY])
    label["is"][2] = "an older one"
    write_whole(file.path, table.replace_schema_metadata({KEY: json.dumps(label).encode()}))
    assert file.load(5, MONTH.until_ms) is None
