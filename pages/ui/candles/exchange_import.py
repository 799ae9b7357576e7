"""Bringing candles in from an exchange: which ones, how far it is, and what was found in them."""

from datetime import UTC, date, datetime, time, timedelta

import streamlit as st

from engine.market.bars import STEPS, timestamp
from engine.services.fetch_candles import CURATED, Fetch, Fetched
from engine.services.startup import wall_clock
from pages.ui.candles.fetch_job import FetchJob
from pages.ui.loaded import engine
from pages.ui.look import day, number, on_accent, plain, small_print
from pages.ui.state import session, tell

EVERY = 0.5  # seconds between two looks at a fetch
USUAL = timedelta(days=730)
FOUNDED = date(2010, 1, 1)


def from_exchange() -> None:
    """The fetch that is under way, and the form for the next."""
    job = session().fetching
    if job is not None:
        st.fragment(watch, run_every=EVERY if job.is_running else None)(job)
    wanted = form()
    is_ready = bool(wanted.exchange and wanted.symbol)
    label = on_accent("Fetch") if is_ready else "Fetch"
    if not st.button(label, type="primary", key="fetch_begin", disabled=not is_ready):
        small_print("Public data, without a key. What is here already is not fetched again.")
    elif job is not None and job.is_running:
        st.warning(plain(f"{job.wanted.symbol} is on its way. One fetch at a time: cancel it, or wait."))
    else:
        session().fetching = FetchJob(engine(), wanted)
        st.rerun(scope="fragment")


def form() -> Fetch:
    """Exchange, symbol, step and first day."""
    today = timestamp(wall_clock()).date()
    with st.container(horizontal=True):
        exchange = st.selectbox("Exchange", CURATED, accept_new_options=True, key="fetch_exchange")
        symbol = st.text_input("Symbol", placeholder="such as BTC/USDT", max_chars=40, key="fetch_symbol")
    with st.container(horizontal=True):
        step = st.selectbox("Candle", list(STEPS), index=list(STEPS).index("1h"), key="fetch_step")
        since = st.date_input("Since", today - USUAL, min_value=FOUNDED, max_value=today, key="fetch_since")
        name = st.text_input("Name here", placeholder="optional", max_chars=40, key="fetch_name")
    since_ms = int(datetime.combine(since, time(), UTC).timestamp() * 1000)
    return Fetch(str(exchange or "").strip().lower(), symbol.strip(), step, since_ms, None, name.strip() or None)


def watch(job: FetchJob) -> None:
    """How far the fetch is, then what came of it."""
    if job.is_running:
        show_progress(job)
        return
    job.is_told = True
    if job.done and job.done.is_whole and not job.done.repairs:
        tell("done", sentence(job.done))
        st.rerun()
    show_outcome(job)


def show_progress(job: FetchJob) -> None:
    """A bar, what has come, and the way to stop it."""
    now = job.progress
    came = f"{number(now.candles)} candles, from {day(timestamp(now.first_ms))}" if now else "asking"
    st.progress(now.share if now else 0.0, text=plain(f"{job.wanted.symbol}: {came}"))
    st.button("Cancel", key="fetch_cancel", disabled=job.is_stopping, on_click=job.stop)
    small_print("You may close this window: the fetch goes on, and what comes is kept.")


def show_outcome(job: FetchJob) -> None:
    """What was mended, or why it ended early."""
    if job.problem:
        st.error(plain(job.problem), icon=":material/block:")
    if job.done:
        ended = "" if job.done.is_whole else " Stopped: fetch the same again to go on."
        st.success(plain(sentence(job.done) + ended), icon=":material/check:")
        for repair in job.done.repairs:
            small_print(plain(repair))


def hear_of_fetch() -> None:
    """Say what came of a fetch whose window was closed meanwhile, once."""
    job = session().fetching
    if job is None or job.is_running:
        return
    session().fetching = None
    if job.is_told:
        return
    text = " ".join((sentence(job.done), *job.done.repairs)) if job.done else job.problem
    st.toast(plain(text), icon=":material/check:" if job.done else ":material/block:")


def sentence(done: Fetched) -> str:
    """What is here now, in one line."""
    listing = done.listing
    missing = f", {number(listing.missing)} missing in {number(listing.gaps)} gaps" if listing.gaps else ", no gap"
    counts = f"{number(listing.rows)} candles ({number(done.added)} new)"
    return f"{listing.symbol} {listing.step}: {counts}{missing}. {' '.join(done.notes)}".strip()
