"""Every number of a replay with its range, folded away under the three that matter most."""

from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from engine.bots.performance import Performance, growth_per_year
from engine.core.interval import Interval
from engine.services.tune_bot import Measured
from pages.ui.look import NOT_KNOWN, money, number, percent, small_print
from pages.ui.tuner.data import FALL_SURE, flipped

Text = Callable[[float], str]
EXACT: Final = "exact for this replay"


def all_numbers(after: Measured, before: Measured | None) -> None:
    """The table, made when it is opened."""
    folded = st.expander("All numbers", icon=":material/table_chart:", key="all_numbers", on_change="rerun")
    if not folded.open:
        return
    with folded:
        rows = [[name, *cells] for name, *cells in lines(after.performance, after.record.days, after.market.quote)]
        columns = ["Number", "Now", "95 % range, or why none"]
        if before is not None:
            columns.append("Saved")
            saved = {name: now for name, now, _ in lines(before.performance, before.record.days, before.market.quote)}
            rows = [[*row, saved[row[0]]] for row in rows]
        st.dataframe(
            pd.DataFrame(rows, columns=columns), hide_index=True, key="numbers_table", height="content",
            alt="All numbers of the replay with their ranges",
        )  # fmt: skip
        small_print(
            "Sharpe with the larger of Lo's two standard errors (2002); win rate after Wilson (1927); return by a"
            " circular block bootstrap of days. A year is 365 days, 252 for equities."
        )


def lines(p: Performance, days: float, quote: str) -> list[tuple[str, str, str]]:
    """Name, value and range of each number, in a trader's words; where there is no range, why."""
    single = "none: a single fall" if p.is_recovered else "none: a single fall, not made good yet"
    return [
        ranged("Total return", p.total_return, signed),
        ("Profit", money(p.pnl, quote, signed=True), "as the total return"),
        ranged("Return a year (CAGR)", yearly(p, days), signed),
        ("Volatility a year", known(p.volatility, percent), "none: it comes in clusters, so no formula is right"),
        ranged("Sharpe ratio", p.sharpe, two),
        ("Sortino ratio", known(p.sortino, two), "none: no surer than Sharpe"),
        ranged("Deepest fall", flipped(p.max_drawdown), signed, f" ({FALL_SURE})"),
        ("It lasted", f"{number(p.drawdown_days, 1)} days", single),
        ("Trades", str(p.trades), EXACT),
        ranged("Trades a week", p.trades_per_week, two),
        ranged("Won", p.win_rate, percent),
        ("Profit factor", known(p.profit_factor, two), "none: a few large trades decide it"),
        ("Time in the market", percent(p.exposure), EXACT),
        ("Money at work, average", known(p.mean_exposure, two_percent), EXACT),
        ("Turnover a year, of capital", "–" if p.turnover is None else f"{number(p.turnover, 1)} ×", EXACT),
        ("Fees", money(p.fees, quote), EXACT),
    ]


def yearly(p: Performance, days: float) -> Interval:
    """The total return and its range, each as a steady yearly return."""
    value, low, high = p.total_return.value, p.total_return.low, p.total_return.high
    ends = [None if end is None else growth_per_year(end, days) for end in (value, low, high)]
    return Interval(ends[0], ends[1], ends[2], p.total_return.n)


def ranged(name: str, interval: Interval, text: Text, sure: str = "") -> tuple[str, str, str]:
    """A number with its range."""
    if interval.low is None or interval.high is None:
        return name, known(interval.value, text), "too little to say"
    return name, known(interval.value, text), f"{text(interval.low)} to {text(interval.high)}{sure}"


def known(value: float | None, text: Text) -> str:
    """The number, or a dash where it is undefined."""
    return NOT_KNOWN if value is None else text(value)


def signed(value: float) -> str:
    """A gain or loss in percent."""
    return percent(value, 2, signed=True)


def two_percent(value: float) -> str:
    """A share with two digits."""
    return percent(value, 2)


def two(value: float) -> str:
    """Two digits."""
    return number(value, 2)
