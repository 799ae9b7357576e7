"""Who took what and when, as columns: the one form that every model over items reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Times = NDArray[np.int64]
Flags = NDArray[np.bool_]
DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True, eq=False)
class Interactions:
    """Events as columns (n,) in time order: places in `users` and `items`, time (ms UTC), what each says (> 0).

    `is_sale` marks those by which an item was given up; `amount` is what was spent (nan unknown). `groups` are
    partitions of the items such as sectors, each with a group number for every item (-1 unknown).
    """

    users: tuple[str, ...]
    items: tuple[str, ...]
    user: Codes
    item: Codes
    at_ms: Times
    weight: Floats
    is_sale: Flags
    amount: Floats
    groups: tuple[Codes, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.at_ms)

    @property
    def shape(self) -> tuple[int, int]:
        """How many users and items there are names for."""
        return len(self.users), len(self.items)

    @property
    def last_ms(self) -> int:
        """When the newest event was (0: there is none)."""
        return int(self.at_ms[-1]) if len(self) else 0

    def rows(self, chosen: NDArray[Any] | slice) -> "Interactions":
        """Those events alone, under the same names."""
        kept = {name: getattr(self, name)[chosen] for name in COLUMNS}
        return replace(self, **kept)

    def until(self, moment_ms: int) -> "Interactions":
        """What had happened by then."""
        return self.rows(slice(0, int(np.searchsorted(self.at_ms, moment_ms, side="right"))))

    def counted(self, values: Floats) -> csr_array:
        """These values, one an event, added up by user and item: (users, items)."""
        total = csr_array((values, (self.user, self.item)), shape=self.shape)
        total.sum_duplicates()
        return total

    def faded(self, now_ms: int, half_life: float = np.inf, sales: float = 0.5) -> csr_array:
        """Mass by user and item that halves every `half_life` days; what was given up counts `sales` as much.

        Time runs from the newest event where nothing has happened since, so that a quiet year changes no ranking.
        """
        age = (min(now_ms, self.last_ms) - self.at_ms) / DAY_MS
        return self.counted(self.weight * np.where(self.is_sale, sales, 1.0) * 2.0 ** (-age / half_life))

    def taken(self) -> csr_array:
        """1 where a user has ever taken an item (not merely given it up): (users, items)."""
        mine = ~self.is_sale
        once = csr_array((np.ones(int(mine.sum())), (self.user[mine], self.item[mine])), shape=self.shape)
        once.sum_duplicates()
        once.data = np.ones_like(once.data)
        return once

    def grouped(self, group_of: Mapping[str, str]) -> "Interactions":
        """The same with one more partition: the group of each item by its name; items without one have none."""
        names = {name: number for number, name in enumerate(sorted(set(group_of.values())))}
        codes = [names[group_of[item]] if item in group_of else -1 for item in self.items]
        return replace(self, groups=(*self.groups, np.array(codes, dtype=np.int64)))

    def known(self) -> Flags:
        """The items of which anything is known, (items,)."""
        return np.bincount(self.item, minlength=len(self.items)) > 0


COLUMNS: Final = ("user", "item", "at_ms", "weight", "is_sale", "amount")


def once_a_day(events: Interactions) -> Interactions:
    """The same without repetitions within a day: orders filled in parts, and forms filed line by line, are one."""
    day = events.at_ms // DAY_MS
    _, first = np.unique(np.stack([events.user, events.item, day, events.is_sale]), axis=1, return_index=True)
    return events.rows(np.sort(first))


def interactions_of(
    users: Sequence[str], items: Sequence[str], at_ms: Times, is_sale: Flags, amount: Floats | None = None
) -> Interactions:
    """Events in any order, named one by one; names are numbered by the alphabet, ties in time go by name."""
    user_names, user = np.unique(np.asarray(users, dtype=str), return_inverse=True)
    item_names, item = np.unique(np.asarray(items, dtype=str), return_inverse=True)
    spent = np.full(len(at_ms), np.nan) if amount is None else amount
    order = np.lexsort((spent, is_sale, item, user, at_ms))
    events = Interactions(
        tuple(user_names.tolist()),
        tuple(item_names.tolist()),
        user.astype(np.int64),
        item.astype(np.int64),
        np.asarray(at_ms, dtype=np.int64),
        np.ones(len(at_ms)),
        np.asarray(is_sale, dtype=np.bool_),
        np.asarray(spent, dtype=np.float64),
    )
    return events.rows(order)
