"""What managers do with an experiment: each press is one step, noted and signed, or refused in a line."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.experiments.verdict import Call
from engine.services.review_rankings import running, traffic
from engine.services.review_rankings.evidence import Standing
from engine.services.review_rankings.reviewing import may_flag
from engine.services.sample import advance, is_here
from pages.ui.experiments.wording import CALLS
from pages.ui.loaded import engine
from pages.ui.look import on_accent, percent, small_print
from pages.ui.state import chosen, tell

LONGEST: Final = 2_000
WEEK: Final = 7
WHOLE: Final = 100
WEEKS: Final = {"Next week": 7, "Next 4 weeks": 28}
LOOKS_ON: Final = "Whoever looks on changes nothing. Take on the role of a manager, beside the menu."


def may_act() -> bool:
    """Whether this visitor designs and decides; the store refuses everybody else."""
    return may_flag(engine().principal)


def why_not() -> str | None:
    """In place of a button's help for who may not press it."""
    return None if may_act() else LOOKS_ON


def attempt(act: Callable[[], object], told: str) -> bool:
    """Do it and say so, or say why not."""
    try:
        act()
    except ToptionError as error:
        tell("refused", str(error))
        return False
    tell("done", told)
    return True


def actions(seen: Standing) -> None:
    """The buttons of the state that the experiment is in."""
    state = seen.life.state
    if state == "designed":
        st.button(
            on_accent("Start") if may_act() else "Start", type="primary", key="exp_start", icon=":material/play_arrow:",
            disabled=not may_act(), help=why_not(), on_click=start, args=(seen,),
        )  # fmt: skip
    if state == "running":
        if is_here(engine()) and seen.life.design.kind != "bot":
            next_week(seen)
        if seen.paper is not None and seen.is_simulated:
            paper_weeks()
        if seen.life.design.coverage < 1:
            ramp_button(seen)
    if seen.life.is_live:
        stop_button(seen)
    if state in ("running", "stopped"):
        decide_button(seen)
    downloads(seen)


def downloads(seen: Standing) -> None:
    """All of it as files; they are made after the page has run, when nobody can be asked who looks."""
    app, key = engine(), seen.life.design.key
    with st.popover("Export", icon=":material/download:", key="exp_export"):
        st.download_button(
            "Every look, CSV", lambda: running.export(app, app.principal, key, "csv").encode(),
            f"{key}.csv", "text/csv", key="exp_csv", on_click="ignore", width="stretch",
        )  # fmt: skip
        st.download_button(
            "All that is known, JSON", lambda: running.export(app, app.principal, key, "json").encode(),
            f"{key}.json", "application/json", key="exp_json", on_click="ignore", width="stretch",
        )  # fmt: skip


def start(seen: Standing) -> None:
    """From now on traders are assigned, or arms run on paper."""
    key = seen.life.design.key
    attempt(lambda: running.start(engine(), engine().principal, key, seen.life.revision), f"{key} runs from now on.")


def next_week(seen: Standing) -> None:
    """In the sample world: what is planted, and a week of it."""
    with st.popover(
        "Planted effect", icon=":material/psychiatry:", key="exp_planted", disabled=not may_act(), help=why_not()
    ):
        st.number_input("Effect on the deciding metric, %", -90, 100, 15, 5, key="exp_effect", persist_state="page")
        st.number_input("Harm to the first guardrail, %", 0, 100, 0, 5, key="exp_harm", persist_state="page")
        st.number_input("Exposures of the treated that are lost, %", 0, 90, 0, 5, key="exp_lost", persist_state="page")
        st.number_input(
            "Traders a day", 1, traffic.A_DAY * 40, traffic.A_DAY, 20, key="exp_a_day", persist_state="page"
        )
        small_print("Simulated traders behave so; the analysis is not told.")
    st.button(
        "Next week", icon=":material/skip_next:", key="exp_week", disabled=not may_act(), on_click=simulate,
        args=(seen,), help=why_not() or "Seven days of simulated traders, in the sample world alone",
    )  # fmt: skip


def paper_weeks() -> None:
    """In the sample world: let candles arrive."""
    for name, days in WEEKS.items():
        st.button(
            name, icon=":material/skip_next:", key=f"exp_{days}_days", disabled=not may_act(), on_click=let_pass,
            args=(days,), help=why_not() or "Moves the sample world's clock on, for everything in it",
        )  # fmt: skip


def let_pass(days: int) -> None:
    """Move the world's clock on by whole days."""
    attempt(lambda: advance(engine(), days), f"{days} days have passed in the sample world.")


def simulate(seen: Standing) -> None:
    """A week of simulated traders with what was planted."""
    key = seen.life.design.key
    effect, harm, lost = (chosen(name) / WHOLE for name in ("exp_effect", "exp_harm", "exp_lost"))
    trouble = traffic.Trouble(int(chosen("exp_a_day")), harm, lost)
    attempt(
        lambda: traffic.simulate(engine(), engine().principal, key, WEEK, effect, trouble),
        f"A simulated week has passed, with {percent(effect, 0, signed=True)} planted.",
    )


def ramp_button(seen: Standing) -> None:
    """Let more traders in."""
    now = round(seen.life.design.coverage * WHOLE)
    with st.popover("Ramp up", icon=":material/trending_up:", key="exp_ramp", disabled=not may_act(), help=why_not()):
        st.slider("Traders who take part, %", now, WHOLE, WHOLE, key="exp_coverage")
        small_print("Nobody changes variant, and nobody is sent away.")
        st.button("Let them in", key="exp_ramp_now", on_click=ramp, args=(seen,))


def ramp(seen: Standing) -> None:
    """To the coverage that was chosen."""
    key, wanted = seen.life.design.key, chosen("exp_coverage") / WHOLE
    attempt(
        lambda: running.ramp(engine(), engine().principal, key, wanted, seen.life.revision),
        f"{percent(wanted, 0)} of the traders take part in {key} now.",
    )


def stop_button(seen: Standing) -> None:
    """Assign nobody any more."""
    with st.popover("Stop", icon=":material/stop:", key="exp_stop", disabled=not may_act(), help=why_not()):
        st.text_input("Why", key="exp_reason", max_chars=LONGEST, placeholder="The page of variant B breaks on phones")
        small_print("What was found stays, and can still be decided on.")
        st.button("Stop it now", key="exp_stop_now", on_click=stop, args=(seen,))


def stop(seen: Standing) -> None:
    """With the reason that was written."""
    key, reason = seen.life.design.key, str(chosen("exp_reason") or "")
    attempt(
        lambda: running.stop(engine(), engine().principal, key, reason, seen.life.revision),
        f"{key} is stopped: {reason.strip()}",
    )


def decide_button(seen: Standing) -> None:
    """The call and why; what is decided closes the experiment for good."""
    names: list[Call] = list(CALLS)
    said = seen.verdict.call if seen.verdict is not None else "no difference"
    is_clear = may_act() and seen.verdict is not None and said != "keep running"
    with st.popover(
        on_accent("Decide") if is_clear else "Decide", type="primary" if is_clear else "secondary", key="exp_decide",
        icon=":material/gavel:", disabled=not may_act(), help=why_not(),
    ):  # fmt: skip
        small_print(f"The evidence says: {CALLS[said][0]}. The call is yours, and closes the experiment for good.")
        st.radio(
            "Your call", names, names.index(said), format_func=lambda name: CALLS[name][0], key=f"exp_call_{said}",
            persist_state="page",
        )  # fmt: skip
        st.text_area("Why", key="exp_why", max_chars=LONGEST, placeholder="What you saw, and what follows from it")
        st.button("Keep the decision", key="exp_decide_now", on_click=decide, args=(seen, f"exp_call_{said}"))


def decide(seen: Standing, name: str) -> None:
    """Keep it with its reason."""
    key, call, why = seen.life.design.key, chosen(name), str(chosen("exp_why") or "")
    attempt(
        lambda: running.decide(engine(), engine().principal, key, call, why, seen.life.revision),
        f"{key}: {CALLS[call][0]}. Kept in the archive with the reason.",
    )
