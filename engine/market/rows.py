"""How a message names rows of a table: by the line a person sees in the file, a few of them, then the count."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SHOWN: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """What a person calls the rows of a table: `noun` and a number for each; counted from 1 unless given."""

    noun: str = "row"
    numbers: NDArray[np.int64] | None = None

    def named(self, index: NDArray[np.int64]) -> str:
        """These rows (positions from 0) in words: `row 7` or `47 rows (2, 5, 9, 11, 12 and 42 more)`."""
        numbers = index + 1 if self.numbers is None else self.numbers[index]
        if len(numbers) == 1:
            return f"{self.noun} {int(numbers[0])}"
        shown = ", ".join(str(int(number)) for number in numbers[:SHOWN])
        more = f" and {len(numbers) - SHOWN:,} more" if len(numbers) > SHOWN else ""
        return f"{len(numbers):,} {self.noun}s ({shown}{more})"

    def only(self, keep: NDArray[Any], count: int) -> "Rows":
        """The names of the rows that `keep` (a mask or positions) leaves of `count` rows."""
        numbers = np.arange(1, count + 1) if self.numbers is None else self.numbers
        return Rows(self.noun, numbers[keep])


ROWS: Final = Rows()


def sentences(what: str, where: NDArray[np.int64], rows: Rows, to_do: str, was: str = "") -> list[str]:
    """One problem as a sentence with its rows, what the first of them was, and what to do; none for no rows."""
    if not len(where):
        return []
    first = f"; {'the first' if len(where) > 1 else 'it'} was {was}" if was else ""
    return [f"{what} in {rows.named(where)}{first}. {to_do}"]
