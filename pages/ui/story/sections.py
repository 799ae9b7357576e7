"""How it works, section by section: a few plain sentences each, figures read from where they are kept."""

import streamlit as st

from engine.services.candles import Listing
from engine.services.story import who_reads
from engine.services.track.record import FEWEST_CALLS
from pages.ui.loaded import SETUP, engine
from pages.ui.look import number, percent, small_print
from pages.ui.tuner.data import FALL_SURE
from pages.ui.wording import explained


def section(title: str, text: str) -> None:
    """A heading and its words, in the container that is open."""
    st.subheader(title, anchor=False)
    st.markdown(text)


def the_bot(listings: list[Listing]) -> None:
    """One bar of the bot."""
    with st.container(border=True, height="stretch", gap="small", key="story_bot"):
        section(
            "The bot, one bar at a time",
            "At each close the bot has a **band**: the mean of the last closes, and an edge so many deviations on"
            " each side. A close beyond the lower edge decides a buy, and it is filled at the **next** bar's open:"
            " this bar's close is not known until it has passed. It leaves at the mean, at its target, at its"
            " stop, or when its time is up. Filters, pauses and limits can only keep it out.",
        )
        if listings:
            name = f"{listings[0].symbol} · {listings[0].step}"
            st.page_link(
                "../tune_a_bot.py", label="Move a slider and see", icon=":material/tune:", query_params={"market": name}
            )


def costs() -> None:
    """What a replay pays."""
    paid = SETUP.costs
    with st.container(border=True, height="stretch", gap="small", key="story_costs"):
        section(
            "Costs are paid in every replay",
            f"Each fill pays a fee: **{percent(paid.taker_fee, 2)}** when the order takes what is there,"
            f" **{percent(paid.maker_fee, 2)}** when it waits. Slippage of a market order is"
            f" **{number(paid.slippage_bps, 0)} basis points**; perpetuals pay funding every eight hours. Under"
            " each result stands what it would have been with costs twice as high, or one bar later.",
        )
        small_print(
            "Where a bar holds both, the stop comes first; a price that jumps over a stop fills where it lands."
        )


def replays() -> None:
    """What a backtest's ranges mean."""
    with st.container(border=True, height="stretch", gap="small", key="story_ranges"):
        section(
            "What a replay says, and how sure",
            "A replay is what these rules **would have done**, once, on the past. Beside each number stands a"
            " range: the same days are drawn again and again in blocks, and 95 of 100 such pasts lie within it. A"
            " return whose range holds zero is called *could be luck*. Two settings are compared on the same days,"
            " and a difference smaller than its error is told as none.",
        )
        small_print(f"The worst fall's range held {FALL_SURE} of fresh periods when it was tried; it says so.")


def luck() -> None:
    """Whether the best of many means anything."""
    with st.container(border=True, height="stretch", gap="small", key="story_luck"):
        section(
            "Better than luck?",
            "Try a thousand settings and the best of them looks good on any market. The Lab makes markets"
            " **without a pattern** out of the same days, searches each of them just as hard, and counts how often"
            " luck alone does as well. Months that the search never saw are held back. The verdict may be *luck*,"
            " and often is.",
        )
        st.page_link("../lab.py", label="Ask the Lab", icon=":material/science:")


def words() -> None:
    """Who reads what people write."""
    with st.container(border=True, height="stretch", gap="small", key="story_words"):
        section(
            "Words, and who reads them",
            "Without a key the **offline interpreter** reads six languages by rule, on this machine. With one,"
            " **Claude** reads any. Either way the engine does the arithmetic, checks every limit and measures the"
            " effect; Claude cannot set a number that you did not say and that does not follow from one, and"
            " nothing is kept without your click. Claude is sent your words, this bot's settings and the engine's"
            " own figures; never keys, names, other bots or other people.",
        )
        small_print(explained(who_reads(engine())))


def privacy() -> None:
    """What stays here."""
    with st.container(border=True, height="stretch", gap="small", key="story_privacy"):
        section(
            "What stays here",
            "Candles, bots, words and records lie in one folder on the machine that runs Toption. The pages ask no"
            " other host for anything: no fonts, no counters, no maps. Two things go out, and only when asked:"
            " candles from an exchange, without an account, and words to Claude, where a key is set. What looks"
            " like a key is taken out of messages before they are kept.",
        )


def limits() -> None:
    """What Toption does not do."""
    with st.container(border=True, height="stretch", gap="small", key="story_limits"):
        section(
            "What it does not do",
            "It gives no advice and knows nothing of you but what you tell it. It takes **no side on direction**:"
            " the forecast's middle is the last price, and a stranger's forecast is believed only after"
            f" {FEWEST_CALLS} weeks that beat chance. A replay does not know what your own orders would move, what"
            " news will come, or whether an exchange will be there. Markets called SIM are made by a formula, to"
            " learn with; their figures never stand beside real ones.",
        )
