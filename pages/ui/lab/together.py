"""The bots of several markets on one cash: together, beside each alone with its part, and beside holding."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from engine.bots.markets.together import Together
from engine.core.errors import ToptionError
from engine.market.bars import timestamp
from engine.services.lab.several.portfolio import PortfolioRequest, PortfolioRun, of_bots
from engine.services.tune_bot import Bot
from pages.ui.lab.comparison import ranged, ratio
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.equity import Line, equity_chart
from pages.ui.lab.header import Chosen
from pages.ui.loaded import bots_together, engine
from pages.ui.look import NOT_KNOWN, day, money, number, percent, small_print, tokens
from pages.ui.tuner.data import known
from pages.ui.tuner.results import result_cards
from pages.ui.wording import explained


def bots_on_one_cash(at: Chosen) -> None:
    """The answer, or how to get a second bot."""
    bots = of_bots(engine())
    if len({bot.symbol for bot in bots}) < 2:
        with st.container(border=True, key="lab_one_bot"):
            st.markdown("**There is one bot so far.** Open another market in Tune: its bot is on the same cash here.")
        return
    if at.wanted is None:
        st.error(explained(at.problem), icon=":material/block:")
        return
    request = PortfolioRequest(replace(at.wanted.setup, core=False), at.wanted.first_ms)
    try:
        with st.spinner("Replaying all bots on one cash …"):
            run = bots_together(one_each(bots), request, (at.listing.version, at.until_ms))
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    answer(run)


def one_each(bots: tuple[Bot, ...]) -> tuple[Bot, ...]:
    """The first bot on each market: two on one market would trade against each other."""
    found: dict[str, Bot] = {}
    for bot in bots:
        found.setdefault(bot.symbol, bot)
    return tuple(found.values())


def answer(run: PortfolioRun) -> None:
    """What the common cash made, what it did beside each alone, and how the bots go together."""
    found, quote = run.found, run.sources[0].market.quote
    span = f"{day(timestamp(int(found.result.time[0])))} to {day(timestamp(int(found.result.time[-1])))}"
    with st.container(border=True, gap="small", key="lab_together"):
        capital = money(found.result.setup.capital, quote)
        st.markdown(f"**{len(found.parts)} bots on one cash of {capital}, {span}**")
        result_cards(known(found.performance, None, "together"), key="lab_together_cards")
        st.markdown(explained(found.apart.total_return.sentence.replace("Return", "Against each alone, return", 1)))
        small_print(explained(lines(found)))
    left, right = st.columns([1.5, 1], gap="medium")
    with left, st.container(border=True, gap="small", height="stretch"):
        st.markdown("**Growth since the start and fall below the best, %**")
        curves(found)
    with right, st.container(border=True, gap="small", height="stretch"):
        correlated(found)
    with st.container(border=True, gap="small"):
        st.markdown("**Each bot**")
        st.dataframe(
            parts(found, quote), hide_index=True, key="lab_parts", height="content",
            alt="What each bot made of the common cash, and alone with its part",
        )  # fmt: skip


def lines(found: Together) -> str:
    """Beside holding, in two sentences."""
    told = [found.hold.lead.sentence]
    if found.same_exposure is not None:
        told.append(found.same_exposure.lead.sentence)
    return f"Holding equal parts of all made {percent(found.hold.total_return, 1, signed=True)}. {' '.join(told)}"


def curves(found: Together) -> None:
    """All together beside the sum of each alone."""
    worth = (("picked", "together", found.result.equity), ("bot", "each alone", found.apart_equity))
    drawn = tuple(Line(role, name, values / values[0]) for role, name, values in worth)
    ends = ", ".join(f"{each.name} {percent(float(each.worth[-1] - 1), 2, signed=True)}" for each in drawn)
    draw(
        equity_chart(found.result.time, drawn, None, tokens()), "lab_together_chart",
        f"Line chart of equity: {ends}. The table below holds every bot's numbers.",
    )  # fmt: skip


def correlated(found: Together) -> None:
    """How the bots' daily returns go together: what moves as one spreads no risk."""
    mean = found.mean_correlation
    st.markdown("**How they move together**")
    told = "too little happened to say" if mean is None else f"{number(mean, 2, signed=True)} on average"
    small_print(f"Correlation of daily returns, each alone: {told}. 1 is as one, 0 unrelated.")
    table = pd.DataFrame(
        {
            "Pair": [f"{each.first} and {each.second}" for each in found.correlations],
            "Correlation, 95 %": [ratio(each.value) for each in found.correlations],
        }
    )
    st.dataframe(table, hide_index=True, key="lab_pairs", height="content", alt="Correlations of all pairs of bots")


def parts(found: Together, quote: str) -> pd.DataFrame:
    """Each bot's part of the common money, and alone with an equal part."""
    return pd.DataFrame(
        {
            "Market": [each.symbol for each in found.parts],
            "Trades": [number(each.trades) for each in found.parts],
            "Made": [money(each.pnl, quote, signed=True) for each in found.parts],
            "Fees": [money(each.fees, quote) for each in found.parts],
            "Money at work": [percent(each.at_work, 2) for each in found.parts],
            "Alone with its part, 95 %": [
                NOT_KNOWN if each.alone.total_return.value is None else ranged(each.alone.total_return)
                for each in found.parts
            ],
        }
    )
