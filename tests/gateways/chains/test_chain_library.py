"""Snapshots are kept once, read back as they were, have a history, and a damaged one is named."""

from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.gateways.chains.chain_library import ChainLibrary
from engine.options.chain import COLUMNS, Chain
from tests.options.worlds import DAY, NOW, expiry, flat, together


def seen(day: int, sigma: float = 0.2, name: str = "ABC") -> Chain:
    """One underlying's quotes on a day."""
    parts = [expiry(days, flat(sigma), width=0.04, name=name) for days in (20, 50)]
    for part in parts:
        part["moment"] = part["moment"] + day * DAY
        part["expiry"] = part["expiry"] + day * DAY
    return together(*parts)


def test_what_was_saved_comes_back_as_it_was(tmp_path: Path) -> None:
    """Every column, to the bit."""
    library = ChainLibrary(tmp_path)
    chain = seen(0)
    (snapshot,) = library.save(chain, "a file")
    assert (snapshot.underlying, snapshot.rows, snapshot.moment) == ("ABC", len(chain), NOW)
    back = library.load([snapshot])
    for name in COLUMNS:
        assert np.array_equal(getattr(back, name), getattr(chain, name), equal_nan=name not in ("is_call",)), name


def test_the_same_quotes_again_are_not_kept_twice(tmp_path: Path) -> None:
    """Importing a file again changes nothing; newer quotes are added."""
    library = ChainLibrary(tmp_path)
    assert len(library.save(seen(0), "a")) == 1
    assert library.save(seen(0), "a") == ()
    assert len(library.save(seen(1), "a")) == 1
    assert [each.moment for each in library.snapshots("ABC")] == [NOW, NOW + DAY]
    assert [each.moment for each in library.newest()] == [NOW + DAY]


def test_snapshots_have_a_history_of_volatility(tmp_path: Path) -> None:
    """From their labels, without reading the quotes; nothing after the moment asked."""
    library = ChainLibrary(tmp_path)
    for day, sigma in enumerate((0.2, 0.3, 0.4)):
        library.save(seen(day, sigma), "a")
    history = library.history("ABC", NOW + DAY)
    assert history.sigma == pytest.approx([0.2, 0.3], rel=1e-3)


def test_several_underlyings_make_one_chain_again(tmp_path: Path) -> None:
    """For one scan of all."""
    library = ChainLibrary(tmp_path)
    library.save(together(*(expiry(30, flat(0.2), name=name) for name in ("ABC", "XYZ"))), "a")
    assert library.load(library.newest()).names == ("ABC", "XYZ")


def test_a_damaged_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """One bad sector is not the end."""
    library = ChainLibrary(tmp_path)
    (kept,) = library.save(seen(0), "a")
    library.save(seen(0, name="XYZ"), "a")
    (tmp_path / "ABC" / f"{NOW}.parquet").write_bytes(b"PAR1 nothing PAR1")
    assert [each.underlying for each in library.snapshots()] == ["XYZ"]
    with pytest.raises(DataError, match="Remove it"):
        library.load([kept])


@pytest.mark.parametrize("name", ["../ABC", "A/B", "", "x" * 30])
def test_a_name_cannot_leave_the_folder(tmp_path: Path, name: str) -> None:
    """Names become folders."""
    with pytest.raises(DataError):
        ChainLibrary(tmp_path).remove(name)
    with pytest.raises(DataError):
        ChainLibrary(tmp_path).save(seen(0, name=name), "a")


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    """And the stamp tells."""
    library = ChainLibrary(tmp_path)
    library.save(seen(0), "a")
    before = library.stamp()
    assert library.remove("ABC") == 1
    assert library.snapshots() == ()
    assert library.stamp() != before
