"""The same settings on every market at once: what works where, and what the others' choice does on one left out."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st

from engine.bots.markets.elsewhere import Elsewhere, Placed
from engine.bots.markets.left_out import ASSUMES, CrossMarket
from engine.bots.markets.luck import MarketLuck, sentence
from engine.core.errors import ToptionError
from engine.market.bars import STEPS
from engine.services.candles import Listing
from engine.services.lab.several.markets import MarketsRequest, SeveralRun
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.heat_map import HeatMap, Kind, Scale, heat_map
from pages.ui.lab.header import Chosen
from pages.ui.lab.job import MarketsJob
from pages.ui.lab.showing import AT_ONCE, run_now
from pages.ui.lab.view import marks, plane, settings_text
from pages.ui.lab.waiting import waiting
from pages.ui.loaded import engine, markets_job
from pages.ui.look import NOT_KNOWN, number, on_accent, percent, small, small_print, tokens
from pages.ui.state import desk
from pages.ui.wording import explained

TICK: Final = "✓"
WORKS: Final = "made money after costs, and more than holding the same share of the money"


def several(at: Chosen, listings: Sequence[Listing]) -> None:
    """The answer over all markets, as far as it is."""
    if at.wanted is None:
        st.error(explained(at.problem), icon=":material/block:")
        return
    base, core = at.wanted.base, at.wanted.setup.core
    markets = comparable(listings, at.listing, base.timeframe, core)
    try:
        request = MarketsRequest(
            tuple((each.symbol, each.step) for each in markets), base, at.wanted.axes, at.wanted.setup,
            at.wanted.first_ms, shuffles=at.wanted.shuffles,
        )  # fmt: skip
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    times = desk().press_markets()
    work = sum(each.rows for each in markets) * len(at.wanted.grid) * (at.wanted.shuffles + 1)
    if not times and work > AT_ONCE:
        begin("Nothing is run yet.", len(at.wanted.grid), len(markets))
        return
    versions = tuple((each.version, at.until_ms) for each in markets)
    job = markets_job(request, versions, times, engine().settings.database_url)
    if job.work.is_running:
        had = job.first is not None
        waiting(job.work, working(len(at.wanted.grid), len(markets), had), lambda: (job.first is not None) != had)
        if job.first is not None:
            answer(at, job.first)
    elif job.found is not None:
        answer(at, job.found)
    else:
        ended(at, job)


def ended(at: Chosen, job: MarketsJob) -> None:
    """A run that came to nothing: why, the way to begin it again, and what is known of it."""
    if job.work.problem:
        st.error(explained(job.work.problem), icon=":material/block:")
    why = "This run was cancelled." if job.was_stopped else "This run did not come to its end."
    settings = math.prod(len(each.values) for each in job.request.axes)
    begin(why, settings, len(job.request.markets))
    if job.first is not None:
        answer(at, job.first)


def working(settings: int, markets: int, had_first: bool) -> str:
    """What is being done."""
    if had_first:
        return (
            "Whether each market's best is luck: the same search on markets whose candles were put into another order."
        )
    return f"{number(settings)} settings on each of {markets} markets, costs paid."


def comparable(listings: Sequence[Listing], first: Listing, timeframe: str, core: bool) -> tuple[Listing, ...]:
    """Each market once, with candles that the bot's timeframe can be made of; the chosen one as it is chosen."""
    found: dict[str, Listing] = {}
    for each in (first, *listings):
        if each.symbol not in found and (core or STEPS[timeframe] % STEPS[each.step] == 0):
            found[each.symbol] = each
    return tuple(sorted(found.values(), key=lambda each: each.symbol))


def begin(why: str, settings: int, markets: int) -> None:
    """What would be run, and the button that begins it."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="lab_not_run"):
        st.markdown(f"**{why}** {number(settings)} settings on each of {markets} markets.", width="stretch")
        st.button(on_accent("Run"), type="primary", key="lab_run", icon=":material/play_arrow:", on_click=run_now)


def answer(at: Chosen, found: SeveralRun) -> None:
    """What carries over, on how many markets each setting works, and each market's best elsewhere."""
    banner(found.left_out, found.luck)
    left, right = st.columns([1, 1.25], gap="medium")
    with left, st.container(border=True, gap="xsmall", height="stretch", key="lab_working"):
        working_map(at, found)
    with right, st.container(border=True, gap="small", height="stretch", key="lab_elsewhere"):
        bests(found)
    with st.container(border=True, gap="small", key="lab_left_out"):
        left_out(found)


def banner(found: CrossMarket, luck: Sequence[MarketLuck]) -> None:
    """Whether what is found on some markets holds on another."""
    low, high = found.out_of_sample.low, found.out_of_sample.high
    badge: tuple[str, str, Any] = ("Could be luck", ":material/casino:", "orange")
    if low is not None and low > 0:
        badge = ("Carries over", ":material/check:", "blue")
    elif high is not None and high < 0:
        badge = ("Loses elsewhere", ":material/casino:", "orange")
    with st.container(border=True, gap="xsmall", key="lab_markets_verdict"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(badge[0], icon=badge[1], color=badge[2])
            st.markdown(f"**{explained(found.sentence)}**", width="stretch")
        small_print(explained(f"{sentence(luck)} {ASSUMES}" if luck else ASSUMES))


def working_map(at: Chosen, found: SeveralRun) -> None:
    """On how many markets each setting works."""
    swept, best = found.swept, found.swept.best
    flat = plane(swept.grid, best)
    counts = np.where(swept.grid.is_valid, swept.working, np.nan).astype(np.float64)
    own = swept.grid.nearest(at.bot.head.parameters) if swept.grid.holds(at.bot.head.parameters) else None
    placed: dict[Kind, int | None] = {"bot": own, "best": best}
    across, up = flat.sides
    total = len(swept.markets)
    drawn = HeatMap(
        f"of {total} markets", across, up, counts[flat.numbers],
        tuple(tuple(told(found, each) for each in row) for row in flat.numbers.tolist()),
        tuple(map(tuple, flat.numbers.tolist())), marks(flat, placed),
        Scale(float(total), f" of {total}", is_count=True),
    )  # fmt: skip
    st.markdown("**On how many markets each setting works**")
    st.markdown(small("**○** your bot  \u2003**☆** works on the most"))
    draw(
        heat_map(drawn, tokens(), has_bar=True), "lab_working_map",
        f"Heat map: on how many of {total} markets each of {len(swept.grid)} settings works."
        f" {settings_text(swept.grid, best)} works on {int(swept.working[best])}.",
    )  # fmt: skip
    small_print(f"Works: {WORKS}. Hover a cell for its rank.")


def told(found: SeveralRun, configuration: int) -> str:
    """What else is known of one setting over the markets."""
    profitable, rank = int(found.swept.profitable[configuration]), float(found.swept.median_rank[configuration])
    return f"made money on {profitable}, median rank {number(rank)}"


def bests(found: SeveralRun) -> None:
    """Each market's best, at home and elsewhere."""
    names = [each.symbol for each in found.swept.markets]
    st.markdown("**Each market's best, on every market: Sharpe ratio a year**")
    luck = {each.symbol: f"{each.adjusted:.2f}" for each in found.luck}
    table = pd.DataFrame(
        [[each.home.symbol, settings_text(found.swept.grid, each.number), *(cell(each, name) for name in names),
          *([luck.get(each.home.symbol, NOT_KNOWN)] if luck else [])]
         for each in found.elsewhere],
        columns=["Best on", "Settings", *names, *(["p, luck"] if luck else [])],
    )  # fmt: skip
    st.dataframe(
        table, hide_index=True, key="lab_bests", height="content",
        alt="The best of each market with its Sharpe ratio on every market",
    )  # fmt: skip
    counted = " p: how often luck finds as much, all markets counted." if luck else ""
    small_print(f"{TICK}: it {WORKS}.{counted}")
    for each in found.elsewhere:
        st.markdown(f":small[{explained(each.sentence)}]")


def cell(best: Elsewhere, symbol: str) -> str:
    """What one market's best did on a market, with a tick where it works."""
    there: dict[str, Placed] = {each.symbol: each for each in (best.home, *best.others)}
    value = there[symbol].sharpe
    words = NOT_KNOWN if value is None else number(value, 2, signed=True)
    return f"{words} {TICK}" if there[symbol].works else words


def left_out(found: SeveralRun) -> None:
    """Each market judged by what the others chose."""
    st.markdown("**Chosen on the other markets, judged on the one left out**")
    folds = found.left_out.folds
    table = pd.DataFrame(
        {
            "Left out": [each.symbol for each in folds],
            "Chosen": [settings_text(found.swept.grid, each.number) for each in folds],
            "Sharpe where chosen": [number(each.in_sample, 2, signed=True) for each in folds],
            "Sharpe here, 95 %": [ranged(each.out_of_sample.value, each.out_of_sample.low, each.out_of_sample.high)
                                  for each in folds],
            "Return here": [percent(each.total_return.value or 0.0, 2, signed=True) for each in folds],
            "Rank here": [f"{number(each.rank)} of {number(each.of)}" for each in folds],
        }
    )  # fmt: skip
    st.dataframe(
        table, hide_index=True, key="lab_left_out_table", height="content",
        alt="Each market judged by what the others chose",
    )  # fmt: skip


def ranged(value: float | None, low: float | None, high: float | None) -> str:
    """A ratio with its range."""
    if value is None:
        return NOT_KNOWN
    words = number(value, 2, signed=True)
    if low is None or high is None:
        return words
    return f"{words}, {number(low, 2, signed=True)} to {number(high, 2, signed=True)}"
