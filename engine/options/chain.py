"""Option quotes as columns: one row a contract at one moment, checked and in order; what is unknown is nan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]
Kind = Literal["equity", "crypto"]

YEAR_MS: Final = 365 * 86_400_000
LARGEST: Final = 1e9  # of a price or strike, in quote currency
OLDEST_MS: Final = 315_532_800_000  # 1980: listed options are hardly older; an earlier stamp is in other units
NEWEST_MS: Final = 4_102_444_800_000  # 2100


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Quotes of any number of underlyings and moments, (n,) each, by underlying, moment, expiry, strike, puts first.

    `underlying` numbers `names`; `moment` (when it was seen) and `expiry` (the instant) in ms UTC; prices in quote
    currency: `bid`, `ask`, `last` (trade or mark), `spot`, `forward` as the venue states it; `volume` and
    `open_interest` in contracts; `age` of the quote in seconds. nan is unknown. `multiplier` is how many of the
    underlying one contract of each underlying is for (m,). All arrays are read-only.
    """

    names: tuple[str, ...]
    kinds: tuple[Kind, ...]
    multiplier: Floats
    underlying: Codes
    moment: Times
    expiry: Times
    strike: Floats
    is_call: Flags
    bid: Floats
    ask: Floats
    last: Floats
    volume: Floats
    open_interest: Floats
    spot: Floats
    forward: Floats
    age: Floats

    def __len__(self) -> int:
        return len(self.strike)

    @property
    def years(self) -> Floats:
        """From each moment to the expiry, actual days over 365 with seconds resolved; 0 or less when it is over."""
        found: Floats = (self.expiry - self.moment) / YEAR_MS
        return found

    @property
    def mid(self) -> Floats:
        """Halfway between bid and ask where both are known, the bid above 0 and not above the ask; else nan."""
        with np.errstate(invalid="ignore"):
            whole = (self.bid > 0) & (self.ask >= self.bid)
        found: Floats = np.where(whole, (self.bid + self.ask) / 2, np.nan)
        return found

    @property
    def is_quoted(self) -> bool:
        """Whether any row carries bid and ask; a chain of last prices alone has no spread to judge."""
        return bool(np.isfinite(self.bid).any() and np.isfinite(self.ask).any())

    @property
    def price(self) -> Floats:
        """The price to work with: the middle of the quote; the last price in a chain that has no quotes at all."""
        if self.is_quoted:
            return self.mid
        with np.errstate(invalid="ignore"):
            found: Floats = np.where(self.last > 0, self.last, np.nan)
        return found

    def rows(self, chosen: NDArray[Any]) -> "Chain":
        """The chain of these rows alone (a mask, or numbers in rising order)."""
        kept = {name: getattr(self, name)[chosen] for name in COLUMNS}
        return _made(self.names, self.kinds, self.multiplier, kept)


COLUMNS: Final = tuple(part.name for part in fields(Chain) if part.name not in ("names", "kinds", "multiplier"))
KEYS: Final = ("underlying", "moment", "expiry", "strike", "is_call")
LIMITS: Final = (
    (("strike", "spot", "forward"), np.nextafter(0, 1), LARGEST, f"above 0 and up to {LARGEST:g}"),
    (("bid", "ask", "last", "volume", "open_interest"), 0.0, LARGEST, f"0 to {LARGEST:g}"),
    (("moment", "expiry"), OLDEST_MS, NEWEST_MS, "milliseconds of 1980 to 2100"),
)
OPTIONAL: Final = ("bid", "ask", "last", "volume", "open_interest", "spot", "forward", "age")


def chain_of(
    underlying: Mapping[str, Kind], columns: Mapping[str, NDArray[Any]], multiplier: Mapping[str, float] | None = None
) -> Chain:
    """A chain from columns in any order of rows; `columns["underlying"]` holds names that `underlying` lists.

    Optional columns may be absent (unknown). Rows that nobody can use are refused together, with what is wrong and
    how many: a strike or a price below 0, a stamp in other units, a contract twice at one moment.
    """
    names = tuple(underlying)
    n = len(columns["strike"])
    code = {name: number for number, name in enumerate(names)}
    unknown = sorted({str(each) for each in np.unique(columns["underlying"].astype(str))} - set(names))
    if unknown:
        raise DataError(f"the chain names underlyings that were not announced: {', '.join(unknown[:5])}.")
    made: dict[str, NDArray[Any]] = {
        "underlying": np.array([code[str(each)] for each in columns["underlying"]], dtype=np.int32),
        "moment": np.asarray(columns["moment"], dtype=np.int64),
        "expiry": np.asarray(columns["expiry"], dtype=np.int64),
        "strike": np.asarray(columns["strike"], dtype=np.float64),
        "is_call": np.asarray(columns["is_call"], dtype=np.bool_),
    }
    for name in OPTIONAL:
        made[name] = np.asarray(columns.get(name, np.full(n, np.nan)), dtype=np.float64)
    order = np.lexsort((made["is_call"], made["strike"], made["expiry"], made["moment"], made["underlying"]))
    made = {name: values[order] for name, values in made.items()}
    _check(made)
    sizes = np.array([(multiplier or {}).get(name, 100.0 if underlying[name] == "equity" else 1.0) for name in names])
    return _made(names, tuple(underlying.values()), sizes, made)


def joined(chains: Sequence[Chain]) -> Chain:
    """One chain of several; a contract that stands in two of them at one moment is refused as in `chain_of`."""
    if not chains:
        raise DataError("there are no chains to put together.")
    kinds = {name: kind for each in chains for name, kind in zip(each.names, each.kinds, strict=True)}
    sizes = {name: float(size) for each in chains for name, size in zip(each.names, each.multiplier, strict=True)}
    columns = {
        name: np.concatenate([getattr(each, name) for each in chains]) for name in COLUMNS if name != "underlying"
    }
    columns["underlying"] = np.concatenate([np.array(each.names, dtype=object)[each.underlying] for each in chains])
    return chain_of(kinds, columns, sizes)


def _made(names: tuple[str, ...], kinds: tuple[Kind, ...], sizes: Floats, made: Mapping[str, NDArray[Any]]) -> Chain:
    for values in (sizes, *made.values()):
        values.flags.writeable = False
    return Chain(names, kinds, sizes, **made)


def _check(made: Mapping[str, NDArray[Any]]) -> None:
    found = []
    for names, low, high, allowed in LIMITS:
        for name in names:
            with np.errstate(invalid="ignore"):
                outside = (made[name] < low) | (made[name] > high)
            if name == "strike":
                outside |= np.isnan(made[name])
            if outside.any():
                found.append(f"{outside.sum():,} values of {name} are not {allowed}")
    same = np.ones(max(len(made["strike"]) - 1, 0), dtype=np.bool_)
    for name in KEYS:
        same &= made[name][1:] == made[name][:-1]
    if same.any():
        found.append(f"{same.sum():,} contracts stand there twice at one moment")
    if found:
        raise DataError(f"this option chain cannot be used: {'; '.join(found)}. Mend or leave out these rows.")
