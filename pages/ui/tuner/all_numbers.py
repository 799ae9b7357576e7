"""Every number of a replay with its range, folded away under the three that matter most."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from engine.bots.measure.uncertainty import Interval
from engine.bots.performance import Performance
from engine.services.tune_bot import Measured
from pages.ui.look import NOT_KNOWN, money, number, percent, small_print

Text = Callable[[float], str]


def all_numbers(after: Measured, before: Measured | None) -> None:
    """The table, made when it is opened."""
    folded = st.expander("All numbers", icon=":material/table_chart:", key="all_numbers", on_change="rerun")
    if not folded.open:
        return
    with folded:
        rows = [[name, *cells] for name, *cells in lines(after.performance, after.market.quote)]
        columns = ["Number", "Now", "95 % range"]
        if before is not None:
            columns.append("Saved")
            saved = {name: now for name, now, _ in lines(before.performance, before.market.quote)}
            rows = [[*row, saved[row[0]]] for row in rows]
        st.dataframe(
            pd.DataFrame(rows, columns=columns), hide_index=True, key="numbers_table", height="content",
            alt="All numbers of the replay with their ranges",
        )  # fmt: skip
        small_print(
            "Sharpe with the larger of Lo's two standard errors (2002); win rate after Wilson (1927); return by a"
            " circular block bootstrap of days. A year is 365 days, 252 for equities."
        )


def lines(p: Performance, quote: str) -> list[tuple[str, str, str]]:
    """Name, value and range of each number, in a trader's words."""
    days = f"{number(p.drawdown_days, 1)} days{'' if p.is_recovered else ', not made good yet'}"
    return [
        ranged("Total return", p.total_return, signed),
        ("Profit", money(p.pnl, quote, signed=True), ""),
        ("Return a year (CAGR)", known(p.growth_per_year, signed), ""),
        ("Volatility a year", known(p.volatility, percent), ""),
        ranged("Sharpe ratio", p.sharpe, two),
        ("Sortino ratio", known(p.sortino, two), ""),
        ("Deepest fall", known(p.max_drawdown.value, signed_percent), ""),
        ("It lasted", days, ""),
        ("Trades", str(p.trades), ""),
        ranged("Trades a week", p.trades_per_week, two),
        ranged("Won", p.win_rate, percent),
        ("Profit factor", known(p.profit_factor, two), ""),
        ("Time in the market", percent(p.exposure), ""),
        ("Average share of the money at work", known(p.mean_exposure, two_percent), ""),
        ("Turnover a year", "–" if p.turnover is None else f"{number(p.turnover, 1)} × capital", ""),
        ("Fees", money(p.fees, quote), ""),
    ]


def ranged(name: str, interval: Interval, text: Text) -> tuple[str, str, str]:
    """A number with its range."""
    if interval.low is None or interval.high is None:
        return name, known(interval.value, text), "too little to say"
    return name, known(interval.value, text), f"{text(interval.low)} to {text(interval.high)}"


def known(value: float | None, text: Text) -> str:
    """The number, or a dash where it is undefined."""
    return NOT_KNOWN if value is None else text(value)


def signed(value: float) -> str:
    """A gain or loss in percent."""
    return percent(value, 2, signed=True)


def signed_percent(value: float) -> str:
    """A fall, downwards."""
    return percent(-value, 2)


def two_percent(value: float) -> str:
    """A share with two digits."""
    return percent(value, 2)


def two(value: float) -> str:
    """Two digits."""
    return number(value, 2)
