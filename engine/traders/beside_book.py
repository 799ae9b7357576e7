"""How lists go with what their traders held when they saw them: by what was known then, from a log and past closes."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.traders.book import FEWEST_DAYS, YEAR, Book
from engine.traders.events import ACTIONS, ENDED, Action
from engine.traders.log import Codes, EventLog, Floats, Times

Rows = NDArray[np.int64]
SHOWN, TRADE = ACTIONS.index(Action.SHOWN), ACTIONS.index(Action.TRADE)
OVER: Final = [ACTIONS.index(each) for each in ENDED]
UNKNOWN: Final = float("nan")
DIGITS: Final = 6
LATE: Final = 1 << 43  # ms, above every moment: trader and moment make one number


@dataclass(frozen=True, slots=True, eq=False)
class Closes:
    """Closes of a log's underlyings: moments (d,), rising; prices (u, d), nan unknown; units in a contract (u,)."""

    at_ms: Times
    price: Floats
    multiplier: Floats


def book_correlation(listed: Floats, book: Floats, covariance: Floats) -> Floats:
    """Correlations of what lists would earn, (n, f), with what books earn, (n, f), by the factors' covariance; (n,).

    Exposures are money per unit of each factor, as delta × price by underlying, summed over one of each idea of the
    list; nan where either has no risk.
    """
    moved = book @ covariance
    own, other = ((listed @ covariance) * listed).sum(axis=-1), (moved * book).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.clip((moved * listed).sum(axis=-1) / np.sqrt(own * other), -1, 1)
    return np.where((own > 0) & (other > 0), found, np.nan)


def list_with_book(book: Book, underlyings: list[str], exposure: Floats) -> float:
    """The same of one list, of its ideas' underlyings and exposures, by a book's own past days; nan without a book."""
    held = [each for each in book.held if np.isfinite(each.moves.delta)]
    names = list(dict.fromkeys([*underlyings, *(each.position.underlying for each in held)]))
    known = [book.returns.get(name) for name in names]
    if not held or not underlyings or any(each is None for each in known) or not np.isfinite(exposure).all():
        return UNKNOWN
    series = [each for each in known if each is not None]
    days = series[0].day
    for one in series[1:]:
        days = np.intersect1d(days, one.day, assume_unique=True)
    days = days[-YEAR:]
    if len(days) < FEWEST_DAYS:
        return UNKNOWN
    moves = np.stack([np.expm1(one.change[np.searchsorted(one.day, days)]) for one in series])
    listed, own = np.zeros(len(names)), np.zeros(len(names))
    np.add.at(listed, [names.index(each) for each in underlyings], exposure)
    np.add.at(own, [names.index(each.position.underlying) for each in held], [each.moves.delta for each in held])
    return float(book_correlation(listed, own, np.atleast_2d(np.cov(moves))))


def with_books(log: EventLog, closes: Closes, recorded: bool = False) -> EventLog:
    """The log, with how many positions each trader held at each list and how the list went with them.

    What a trade opened is held until its end came: one contract of each. Where as many positions were `recorded` as
    the log's own trades, that is the whole book; where there were others, the list is left unknown.
    """
    shown = np.flatnonzero(log.action == SHOWN)
    moment = log.trader[shown].astype(np.int64) * LATE + log.at_ms[shown]
    lists, number = np.unique(moment, return_inverse=True)
    pair_list, pair_trade = _held(log, lists)
    many = np.bincount(pair_list, minlength=len(lists))
    size = (len(lists), len(log.underlyings))
    units = log.delta * closes.multiplier[log.underlying]
    book = _exposures(size, pair_list, log.underlying[pair_trade], units[pair_trade])
    listed = _exposures(size, number, log.underlying[shown], units[shown])
    told = _correlations(closes, lists % LATE, listed, book)[number]
    positions, with_book = log.positions if recorded else open_then(log), log.with_book.copy()
    told[many[number] != positions[shown]] = np.nan
    with_book[shown] = np.where(np.isnan(with_book[shown]), np.round(told, DIGITS), with_book[shown])
    return replace(log, positions=positions, with_book=with_book)


def open_then(log: EventLog) -> Codes:
    """How many trades each trader had open before each event, (n,): begun before it, and not at their end by then."""
    order = np.argsort(log.trader, kind="stable")
    trades, ends = (np.isin(log.action[order], each).astype(np.int64) for each in ([TRADE], OVER))
    many = np.cumsum(trades) - trades - np.cumsum(ends)
    first = np.flatnonzero(np.r_[True, np.diff(log.trader[order]) != 0]) if len(order) else order
    start = np.repeat(many[first] + ends[first], np.diff(np.r_[first, len(order)]))
    found = np.empty(len(order), dtype=np.int32)
    found[order] = many - start
    return found


def _held(log: EventLog, lists: Rows) -> tuple[Rows, Rows]:
    """Pairs of a list and the row of a trade that was open when it was shown."""
    trades, ends = np.flatnonzero(log.action == TRADE), np.flatnonzero(np.isin(log.action, OVER))
    named = log.trader.astype(np.int64) * (int(log.idea.max(initial=0)) + 1) + log.idea
    order = np.lexsort((log.at_ms[ends], named[ends]))
    ends = ends[order]
    place = np.searchsorted(named[ends], named[trades])
    turn = _turn(named[trades])  # the second trade of an idea ends with its second end
    own = np.minimum(place + turn, max(len(ends) - 1, 0))
    over = np.full(len(trades), LATE - 1, dtype=np.int64)
    if len(ends):
        over = np.where(named[ends][own] == named[trades], log.at_ms[ends][own], over)
    trader = log.trader[trades].astype(np.int64) * LATE
    begin = np.searchsorted(lists, trader + log.at_ms[trades], side="right")
    end = np.maximum(np.searchsorted(lists, trader + over, side="left"), begin)
    length = end - begin
    ahead = np.repeat(np.cumsum(length) - length, length)
    return np.repeat(begin, length) + np.arange(int(length.sum())) - ahead, np.repeat(trades, length)


def _turn(names: Rows) -> Rows:
    """How many of the same name are before each, (n,)."""
    order = np.argsort(names, kind="stable")
    held = names[order]
    first = np.flatnonzero(np.r_[True, held[1:] != held[:-1]]) if len(held) else np.zeros(0, np.int64)
    found = np.empty(len(names), dtype=np.int64)
    found[order] = np.arange(len(names)) - np.repeat(first, np.diff(np.r_[first, len(names)]))
    return found


def _exposures(size: tuple[int, int], row: Rows, column: NDArray[np.int32], units: Floats) -> Floats:
    table = np.bincount(row * size[1] + column, units, size[0] * size[1])
    return table.reshape(size).astype(np.float64)


def _correlations(closes: Closes, at_ms: Times, listed: Floats, book: Floats) -> Floats:
    """Of lists with books, day by day: prices and the year's moves up to the last close before each."""
    found = np.full(len(at_ms), np.nan)
    last = np.searchsorted(closes.at_ms, at_ms, side="right") - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        moves = closes.price[:, 1:] / closes.price[:, :-1] - 1
    held = np.flatnonzero((book != 0).any(axis=1))
    for day in np.unique(last[held]).tolist():
        rows, past = held[last[held] == day], moves[:, max(0, day - YEAR) : max(day, 0)]
        known = np.isfinite(past).all(axis=1) & np.isfinite(closes.price[:, day])
        if past.shape[1] < FEWEST_DAYS or not known.any():
            continue
        price = np.where(known, closes.price[:, day], 0.0)
        covariance = np.zeros((len(known), len(known)))
        covariance[np.ix_(known, known)] = np.atleast_2d(np.cov(past[known]))
        whole = ~((listed[rows] != 0) | (book[rows] != 0))[:, ~known].any(axis=1)
        found[rows[whole]] = book_correlation(listed[rows[whole]] * price, book[rows[whole]] * price, covariance)
    return found
