"""Everything under the Lab's line: verdict, maps, luck, the configuration looked at, the proof, every configuration."""

from functools import partial

import streamlit as st

from engine.services.lab.found import LabRun, Maps
from pages.ui.lab.banner import progress, verdict_banner
from pages.ui.lab.beside import Beside
from pages.ui.lab.cards import luck_card, maps_card
from pages.ui.lab.comparison import comparison
from pages.ui.lab.every import every_configuration
from pages.ui.lab.giving import give
from pages.ui.lab.header import Chosen
from pages.ui.lab.history import history_dialog
from pages.ui.lab.keeping import keep_dialog, kept_bar
from pages.ui.lab.one import one_configuration, try_in_tune
from pages.ui.lab.proof import proof
from pages.ui.lab.showing import Showing, is_old, run_now
from pages.ui.look import number, on_accent, small_print
from pages.ui.state import desk, tell
from pages.ui.wording import explained


def results(at: Chosen, shown: Showing) -> None:
    """The run as far as it is, or what to do where there is none."""
    kept_bar(at)
    state(at, shown)
    tools(at, shown)
    found = shown.run
    if found is None:
        return
    place = found.request
    picked, side_by_side = looked_at(found), desk().compared.get(place, ())
    pick, compare = partial(desk().pick, place), partial(desk().compare, place)
    left, right = st.columns([2.2, 1], gap="medium")
    with left:
        maps_card(found, picked, pick)
    with right:
        luck_card(found)
    one_configuration(at, found, picked, pick, [
        lambda: st.button(
            "Compare", icon=":material/compare_arrows:", key="lab_compare", on_click=compare, args=((picked,),),
            disabled=picked in (*side_by_side, found.bot.number), help="Beside your bot, with the difference's error",
        ),
        lambda: try_in_tune(at, found.grid.configuration(picked)),
        lambda: keep_button(at, found, picked),
    ] if found.grid.is_valid[picked] else [])  # fmt: skip
    comparison(found, side_by_side, partial(desk().drop, place))
    if isinstance(found, LabRun):
        proof(found)
    every_configuration(found, pick, compare)
    wanted, desk().keeping = desk().keeping, None
    if wanted is not None and isinstance(found, LabRun):
        keep_dialog(at, found, shown.key, (found.best.number or 0) if wanted == "best" else wanted)


def looked_at(found: LabRun | Maps) -> int:
    """The configuration that is looked at: the one that was picked, else the best on the past."""
    best = found.best.number or 0
    picked = desk().picked.get(found.request, best)
    return picked if 0 <= picked < len(found.grid) else best


def keep_button(at: Chosen, found: LabRun | Maps, picked: int) -> None:
    """The way to a version of the bot; it asks first."""
    if st.button(
        "Keep as a version …", icon=":material/save:", key="lab_keep_picked",
        disabled=not isinstance(found, LabRun) or found.grid.configuration(picked) == at.bot.head.parameters,
        help="Shows what would change and asks, before your bot is changed; once the verdict is there",
    ):  # fmt: skip
        desk().keeping = picked


def state(at: Chosen, shown: Showing) -> None:
    """The first lines: a verdict, work in progress, or why there is nothing and what to do."""
    job, found = shown.job, shown.run
    if at.wanted is None:
        st.error(explained(at.problem), icon=":material/block:")
    elif job is not None and shown.is_running:
        progress(job)
    elif job is not None and (job.work.problem or job.was_stopped):
        ended(at, job.work)
    elif found is None:
        not_run(at, "Nothing is run yet.")
    else:
        finished(shown, found)


def ended(at: Chosen, work: Beside) -> None:
    """A run that came to nothing: why, and the way to begin it again."""
    if work.problem:
        st.error(explained(work.problem), icon=":material/block:")
    not_run(at, "This run did not come to its end." if work.problem else "This run was cancelled.")


def finished(shown: Showing, found: LabRun | Maps) -> None:
    """The verdict; whether the run is kept, and whether it is of today."""
    if isinstance(found, LabRun):
        verdict_banner(found, keep_best, leave)
    if shown.freshness:
        small_print(explained(shown.freshness))
    if shown.job is not None and shown.job.not_kept:
        st.warning(explained(f"This run is not in the history: {shown.job.not_kept}"), icon=":material/save:")


def tools(at: Chosen, shown: Showing) -> None:
    """What can be done with the run that is shown, at the end of the line above it; and the earlier runs."""
    found = shown.run
    with at.slot:
        if isinstance(found, LabRun):
            if is_old(at, found):
                st.button(
                    "Run again", icon=":material/refresh:", key="lab_run", on_click=run_now,
                    help="Your bot has changed, or there are newer candles, since this run",
                )  # fmt: skip
            give(found, shown.key)
        if st.button("Runs", icon=":material/history:", key="lab_runs", help="Earlier runs: open, name, forget"):
            history_dialog(at)


def not_run(at: Chosen, why: str) -> None:
    """What would be run, how much it is, and the button that begins it."""
    wanted = at.wanted
    if wanted is None:
        return
    with st.container(border=True, gap="xsmall", key="lab_not_run"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{why}** {number(len(wanted.grid))} settings, luck on {number(wanted.shuffles)} markets.",
                        width="stretch")  # fmt: skip
            st.button(on_accent("Run"), type="primary", key="lab_run", icon=":material/play_arrow:", on_click=run_now)
        small_print("Every setting is replayed on these candles, costs paid. Your bot is not changed by it.")


def keep_best() -> None:
    """Ask whether the best is to be kept."""
    desk().keeping = "best"


def leave() -> None:
    """The bot stays; said, so that the press is seen to have done something."""
    tell("done", "Your bot stays as it is.")
