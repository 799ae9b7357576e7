"""MovieLens-100k as it is (943 people, 1,682 films, 100,000 ratings) and its splits by everybody's own time.

It may be used for research and not be passed on, so nothing of it is kept here: it is fetched into `.peers/` inside a
library that brings it along. Three ratings of four share a second with another of the same person, and for half of
all people such a second lies across the cut: `ties` says by what those are ordered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from benchmarks.peers import RECBOLE, python_of
from engine.core.chance import generator
from engine.ranking.blending.walk import Fold
from engine.ranking.judging.protocol import Window
from engine.ranking.models.interactions import interactions_of

Ties = Literal["file", "name", "chance"]
CUTS: Final = (0.7, 0.8)  # of everybody's ratings: what is learned from, what is tuned on; the rest judges


@dataclass(frozen=True, slots=True, eq=False)
class Films:
    """The ratings in the order of the file (person, film, rating, at_ms), and the genres of each film."""

    ratings: pd.DataFrame
    genres: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read "per-user time split 70/10/20": which ratings count (`least` stars), what is `given` of them."""

    name: str
    least: int
    given: float


READINGS: Final = (
    Reading("all ratings, 80 % given", 1, 0.8),
    Reading("all ratings, 70 % given", 1, 0.7),
    Reading("four stars or more, 80 % given", 4, 0.8),
    Reading("four stars or more, 70 % given", 4, 0.7),
)


def films() -> Films | None:
    """The data set; None, and a line that says why, where it cannot be had."""
    inner = python_of(RECBOLE)
    found = sorted(inner.parent.parent.rglob("ml-100k.inter")) if inner else []
    if not found:
        print("MovieLens-100k could not be fetched: films are left out.")
        return None
    ratings = _table(found[0]).rename(columns={"user_id": "person", "item_id": "film"})
    ratings["at_ms"] = ratings.pop("timestamp").astype(float).astype("int64") * 1_000
    ratings["rating"] = ratings["rating"].astype(float)
    items = _table(found[0].with_suffix(".item"))
    return Films(
        ratings, {film: tuple(told.split()) for film, told in zip(items["item_id"], items["class"], strict=True)}
    )


def _table(path: Path) -> pd.DataFrame:
    table = pd.read_csv(path, sep="\t", dtype=str, keep_default_na=False)
    return table.rename(columns={name: name.split(":")[0] for name in table.columns})


def parts(ratings: pd.DataFrame, least: int = 1, ties: Ties = "file") -> pd.DataFrame:
    """The ratings that count by person and time, with `part`: 0 to learn from, 1 to tune on, 2 to judge by.

    The cuts are made in all of a person's ratings; which of them count is asked afterwards.
    """
    if ties == "file":
        order = np.arange(len(ratings))
    elif ties == "name":
        order = ratings["film"].astype(int).to_numpy()
    else:
        order = generator(0, "ties").permutation(len(ratings))
    ordered = ratings.iloc[np.lexsort((order, ratings["at_ms"], ratings["person"]))]
    by_person = ordered.groupby("person")["at_ms"]
    place, count = by_person.cumcount(), by_person.transform("size")
    part = sum((place >= np.floor(cut * count + 1e-9)).astype(int) for cut in CUTS)
    return ordered.assign(part=part)[ordered["rating"] >= least]


def window(given: pd.DataFrame, held: pd.DataFrame, number: int, is_tuning: bool = False) -> Window:
    """What was given as the past and what was held back as what came after, of films that nobody has rated yet as well.

    Everybody's own time was cut, so that "now" is after all of it.
    """
    every = pd.concat([given, held])
    is_held = np.arange(len(every)) >= len(given)
    named = (every[name].tolist() for name in ("person", "film"))
    events = interactions_of(*named, every["at_ms"].to_numpy(), is_held)  # the mark rides along as a sale would
    past, after = events.rows(~events.is_sale), events.rows(events.is_sale)
    taken = csr_array((np.ones(len(after)), (after.user, after.item)), shape=events.shape)
    users = np.flatnonzero(np.diff(taken.indptr) * np.bincount(past.user, minlength=len(past.users)))
    return Window(number, is_tuning, Fold(past, events.last_ms, users, taken[users], 1.0))


def windows(ratings: pd.DataFrame, reading: Reading, ties: Ties = "file") -> list[Window]:
    """One window to tune on and one that judges."""
    table = parts(ratings, reading.least, ties)
    first, second, last = (table[table["part"] == part] for part in range(3))
    given = pd.concat([first, second]) if reading.given == CUTS[1] else first
    return [window(first, second, 0, is_tuning=True), window(given, last, 1)]
