"""Fitted rankers of an installation: a sealed file a version, the newest good one in use, bad ones rolled back."""

import contextlib
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from engine.core.errors import DataError
from engine.core.packed import pack, unpack
from engine.gateways.store.text import LATEST_ID
from engine.gateways.whole_file import write_bytes_whole
from engine.ranking.fitting.held_out import HeldOut
from engine.ranking.fitting.ranker import FittedRanker

FOLDER: Final = "rankers"  # in the data folder
KEPT: Final = 5  # versions whose files are kept
LISTED: Final = 100
NAME: Final = re.compile(r"(\d{6})\.ranker")


@dataclass(frozen=True, slots=True)
class Version:
    """One fit: its number (1 first), what it was fitted on, how good it was on days held back.

    `rolled_back` says why it is not used, "" where it is; `is_there` whether its file is kept.
    """

    number: int
    until_ms: int
    events: int
    traders: int
    held: HeldOut | None = None
    rolled_back: str = ""
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class _Index:
    """All versions, the newest first."""

    versions: tuple[Version, ...] = ()


class Rankers:
    """The folder of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = folder / ".rankers.lock"

    def versions(self) -> tuple[Version, ...]:
        """Every version there was, the newest first; none where the list is damaged: fitting makes it anew."""
        path = self.folder / "versions"
        try:
            return unpack(path.read_bytes(), _Index, "the list of fitted rankers").versions
        except (OSError, DataError):
            return ()

    def used(self, until_ms: int = LATEST_ID) -> tuple[Version, FittedRanker] | None:
        """The newest version in use that can be read and knows nothing later; None where there is none."""
        for each in self.versions():
            is_good = each.is_there and not each.rolled_back and each.until_ms <= until_ms
            if is_good and (found := self.load(each.number)) is not None:
                return each, found
        return None

    def numbered(self, number: int) -> tuple[Version, FittedRanker] | None:
        """One version with what it is, used or not; None where its file cannot be read."""
        found = next((each for each in self.versions() if each.number == number), None)
        ranker = None if found is None else self.load(number)
        return None if found is None or ranker is None else (found, ranker)

    def load(self, number: int) -> FittedRanker | None:
        """One version; None where its file is gone, damaged or of another version of this program."""
        path = self._path(number)
        try:
            status = path.stat()
        except OSError:
            return None
        return _read(path, (status.st_mtime_ns, status.st_size, status.st_ino))

    def keep(self, ranker: FittedRanker, rolled_back: str = "") -> Version:
        """Keep a fit as the next version (in use unless it says why it is rolled back); old files go."""
        before = self.versions()
        number = max((each.number for each in before), default=0) + 1
        number = max(number, 1 + max((int(each.stem) for each in self._files()), default=0))
        made = Version(number, ranker.until_ms, ranker.events, len(ranker.traders), ranker.held, rolled_back)
        write_bytes_whole(self._path(number), pack(ranker), "the fitted ranker")
        kept = _most_worth([made, *before])
        self._write([made, *(replace(each, is_there=each.number in kept and each.is_there) for each in before)])
        for path in self._files():
            if int(path.stem) not in kept:
                path.unlink(missing_ok=True)
        return made

    def roll_back(self, number: int, why: str) -> None:
        """Use a version no more, and say why; the one before it takes its place."""
        versions = self.versions()
        if number not in {each.number for each in versions}:
            raise DataError(f"there is no fitted ranker {number}. List them with `python -m engine feed models`.")
        self._write([replace(each, rolled_back=why) if each.number == number else each for each in versions])

    def forget(self, trader: str) -> int:
        """Remove every version that was fitted on this (nameless) trader; how many."""
        gone = []
        for path in self._files():
            found = self.load(int(path.stem))
            if found is None or trader in found.traders:
                gone.append(int(path.stem))
                path.unlink(missing_ok=True)
        self._write([replace(each, is_there=each.is_there and each.number not in gone) for each in self.versions()])
        return len(gone)

    def _write(self, versions: list[Version]) -> None:
        write_bytes_whole(self.folder / "versions", pack(_Index(tuple(versions[:LISTED]))), "the fitted rankers")

    def _files(self) -> list[Path]:
        found: list[Path] = []
        with contextlib.suppress(OSError):
            found = [path for path in self.folder.iterdir() if NAME.fullmatch(path.name)]
        return sorted(found)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}.ranker"


def _most_worth(versions: list[Version]) -> set[int]:
    """The versions whose files stay: the newest, and the newest two in use however many were rolled back since."""
    used = [each.number for each in versions if not each.rolled_back][:2]
    return {*used, *(each.number for each in versions[:KEPT])}


@lru_cache(maxsize=3)
def _read(path: Path, _: tuple[int, int, int]) -> FittedRanker | None:
    """The file's content as it was at a moment; a page asks many times a second."""
    try:
        return unpack(path.read_bytes(), FittedRanker, "a fitted ranker")
    except (OSError, DataError):
        return None
