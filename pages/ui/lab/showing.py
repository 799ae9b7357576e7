"""Which run is shown: the one that the address names, or the one that the controls ask for, as far as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.core.errors import DataError, ToptionError
from engine.market.bars import STEPS
from engine.services.candles import Listing, stamp
from engine.services.lab.found import LabRun, Maps
from engine.services.lab.history import OpenedRun
from engine.services.lab.request import LabRequest
from pages.ui.lab.header import Chosen
from pages.ui.lab.job import LabJob
from pages.ui.loaded import engine, lab_job, lab_run
from pages.ui.state import desk, tell

AT_ONCE: Final = 10_000_000_000  # bars times settings times markets: about a minute; more waits for a press


@dataclass(frozen=True, slots=True, eq=False)
class Showing:
    """What is shown: a run (`key` names it, empty while nobody kept it), the job behind it, whether more will come.

    `freshness` says what has changed since an older run, "" where nothing has.
    """

    run: LabRun | Maps | None
    key: str = ""
    job: LabJob | None = None
    is_running: bool = False
    freshness: str = ""


def linked(listings: Sequence[Listing]) -> OpenedRun | None:
    """The run that the address names; what is not here, or whose candles are gone, is told and taken out of it."""
    key = st.query_params.get("run")
    if not key:
        return None
    try:
        opened = lab_run(key, stamp(engine()))
        wanted = opened.run.request
        if (wanted.symbol, wanted.step) not in {(each.symbol, each.step) for each in listings}:
            raise DataError(opened.freshness.text)
    except ToptionError as error:
        del st.query_params["run"]
        tell("refused", str(error))
        return None
    here = f"{wanted.symbol} · {wanted.step}"
    if st.query_params.get("market") != here:
        st.query_params["market"] = here
    return opened


def showing(at: Chosen, named: OpenedRun | None) -> Showing:
    """The named run, else the one that the controls ask for: begun at once where it is quick or was pressed."""
    if named is not None:
        return Showing(named.run, named.kept.key, freshness=named.freshness.text)
    if at.wanted is None:
        return Showing(None)
    times = desk().press(at.wanted)
    if not times and work(at, at.wanted) > AT_ONCE:
        return Showing(None)
    job = lab_job(at.wanted, (at.listing.version, at.until_ms), times, engine().settings.database_url)
    is_running = job.work.is_running  # asked first: what ends in between is found by the next look
    return Showing(job.found or job.maps, job.key, job, is_running)


def work(at: Chosen, wanted: LabRequest) -> int:
    """How much a run is: bars times configurations times markets."""
    bars = at.listing.rows
    if wanted.first_ms is not None:
        span = max(1, at.listing.last_ms - at.listing.first_ms)
        bars = round(bars * min(1.0, (at.until_ms - wanted.first_ms) / span))
    return bars * len(wanted.grid) * (2 * wanted.shuffles + 3)


def is_old(at: Chosen, shown: LabRun | Maps) -> bool:
    """Whether the same controls would ask for something else by now: newer candles, or another bot."""
    if at.wanted is None:
        return False
    whole = STEPS[shown.sources.timeframe]  # the newest candle of a longer timeframe may not be over yet
    return shown.request.base != at.wanted.base or shown.sources.last_ms + whole <= at.until_ms


def run_now() -> None:
    """Ask for what the controls say, by hand."""
    st.query_params.pop("run", None)
    desk().is_pressed = True
