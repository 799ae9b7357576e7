"""Designing an experiment: what is tried, on whom, what decides; beside it how many traders and days that takes."""

from typing import Any, Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.experiments.experiment import KINDS as KIND_NAMES
from engine.experiments.experiment import LETTERS, Experiment, Variant
from engine.experiments.experiment import METHODS as METHOD_NAMES
from engine.experiments.metrics.definitions import METRICS
from engine.services.review_rankings import running
from pages.ui.experiments.acting import LONGEST, WHOLE, may_act, why_not
from pages.ui.experiments.bots import design as bots
from pages.ui.experiments.bots.arms import arms
from pages.ui.experiments.calculator import Need, calculator
from pages.ui.experiments.variants import treatment, variants
from pages.ui.experiments.wording import KINDS, METHODS, label
from pages.ui.loaded import engine
from pages.ui.look import on_accent, small_print
from pages.ui.opportunities.asked import st_value
from pages.ui.state import show_notice, tell

KEPT: Final[dict[str, Any]] = {"persist_state": "page"}
GUARDS: Final = ("dismissal_rate", "click_through")
EXAMPLES: Final = {
    False: ("More surprise in the feed", "Ideas off the usual path are saved more often, and dismissed no more often."),
    True: ("A wider band", "Fewer trades cost less than they miss."),
}  # fmt: skip
RUNS: Final = ("On paper, by itself", "Outcomes in a file")
RUNS_HELP: Final = "By itself: every arm is replayed as candles arrive. A file: you bring what each unit was worth."


def design_page() -> None:
    """The form, and the calculator beside it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Experiments", icon=":material/arrow_back:", key="exp_back", on_click=back, type="tertiary")
        st.header("Design an experiment", anchor=False, width="content")
    show_notice()
    left, right = st.columns([1.7, 1], gap="small")
    with left:
        what()
        if is_on_paper():
            bots.judged()
        else:
            judged()
        if not is_bot():
            who()
    with right:
        metric = str(st_value("exp_metric", "save_rate"))
        if is_on_paper():
            bots.plan(bots.calculator())
        else:
            plan(None if is_bot() else calculator(metric, asked_coverage(), asked_shares()))


def is_bot() -> bool:
    """Whether it is about versions of a bot, which no trader is shown."""
    return bool(st_value("exp_kind", "ranker") == "bot")


def is_on_paper() -> bool:
    """Whether its arms run by themselves, instead of bringing outcomes in a file."""
    return is_bot() and st_value("exp_runs", RUNS[0]) == RUNS[0]


def back() -> None:
    """To the list."""
    st.query_params.pop("view", None)


def what() -> None:
    """Name, hypothesis, variants."""
    with st.container(border=True, gap="small"):
        st.markdown("**What is tried**")
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.text_input("Name", key="exp_name", max_chars=LETTERS, placeholder=EXAMPLES[is_bot()][0], **KEPT)
            st.segmented_control(
                "Kind", list(KIND_NAMES), format_func=KINDS.__getitem__, default="ranker", required=True,
                key="exp_kind", **KEPT,
            )  # fmt: skip
        st.text_area(
            "Hypothesis", key="exp_hypothesis", max_chars=LONGEST, height=80,
            placeholder=EXAMPLES[is_bot()][1], **KEPT,
        )  # fmt: skip
        if is_bot():
            st.segmented_control(
                "How it runs", RUNS, default=RUNS[0], required=True, key="exp_runs", help=RUNS_HELP, **KEPT
            )  # fmt: skip
        if is_on_paper():
            arms()
        else:
            variants(st_value("exp_kind", "ranker") or "ranker")


def judged() -> None:
    """What decides, and what must not get worse."""
    with st.container(border=True, gap="small"):
        st.markdown("**What it is judged by**")
        names = list(METRICS)
        with st.container(horizontal=True, gap="small"):
            st.selectbox(
                "The metric that decides", names, names.index("save_rate"), format_func=label, key="exp_metric",
                width=240, help="; ".join(f"{each.label}: {each.definition}" for each in METRICS.values()), **KEPT,
            )  # fmt: skip
            if not is_bot():
                st.multiselect(
                    "Guardrails: they stop the experiment when they get worse", names, list(GUARDS), format_func=label,
                    key="exp_guards", **KEPT,
                )  # fmt: skip
        if is_bot():
            small_print("A bot's file has one value a unit: the metric says which way is better.")
            return
        st.selectbox(
            "How often one may look", list(METHOD_NAMES), format_func=METHODS.__getitem__, key="exp_method", **KEPT
        )


def who() -> None:
    """How many take part, and whom it shares them with."""
    with st.container(border=True, gap="small"):
        st.markdown("**Who takes part**")
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.slider("Traders who take part at first, %", 1, WHOLE, WHOLE, key="exp_share", width=260, **KEPT)
            st.text_input(
                "Namespace (optional)", key="exp_namespace", max_chars=LETTERS, width=240, placeholder="feed",
                help="Experiments in one namespace exclude each other: nobody is in two of them.", **KEPT,
            )  # fmt: skip
            if st_value("exp_namespace", ""):
                st.slider("Its part of the namespace, %", 1, WHOLE, WHOLE // 2, key="exp_part", width=220, **KEPT)


def asked_coverage() -> float:
    """The share of the traders who take part."""
    share = float(st_value("exp_share", WHOLE)) / WHOLE
    return share * float(st_value("exp_part", WHOLE // 2)) / WHOLE if st_value("exp_namespace", "") else share


def asked_shares() -> tuple[float, ...]:
    """The variants' shares."""
    kind = st_value("exp_kind", "ranker") or "ranker"
    return tuple(treatment(kind, number)[1] / WHOLE for number in range(int(st_value("exp_many", 2))))


def plan(need: Need | None) -> None:
    """The plan's end, and the button."""
    with st.container(border=True, gap="small"):
        st.markdown("**The plan**")
        by_hand = is_bot() or st.toggle("Set its end by hand", key="exp_by_hand", value=need is None, **KEPT)
        if by_hand or need is None:
            with st.container(horizontal=True, gap="small"):
                st.number_input(
                    "Units in all, such as days" if is_bot() else "Traders in all",
                    4,
                    10_000_000,
                    need.traders if need else 1_000,
                    100,
                    key="exp_traders",
                )
                st.number_input("Days", 1, 3_650, need.days if need else 28, 7, key="exp_days")
        else:
            small_print("It ends when the traders above have come, or the days have passed.")
        st.button(
            on_accent("Keep this design") if may_act() else "Keep this design", type="primary", key="exp_keep",
            disabled=not may_act(), help=why_not(), on_click=keep, args=(need,),
        )  # fmt: skip
        small_print("A design is never changed: whoever looks later must know what was asked. Nobody is assigned yet.")


def keep(need: Need | None) -> None:
    """Keep the design and go to its page; what does not go is told, and the form stays as it is."""
    app = engine()
    try:
        wanted = read(need)
        if wanted.namespace:
            width = float(st_value("exp_part", WHOLE // 2)) / WHOLE
            wanted = running.with_free_part(app, app.principal, wanted, width)
        running.design(app, app.principal, wanted)
    except ToptionError as error:
        tell("refused", str(error))
        return
    back()
    st.query_params["experiment"] = wanted.key
    tell("done", f"{wanted.key} is kept. It starts when you press Start.")


def read(need: Need | None) -> Experiment:
    """The design that the widgets make."""
    kind = st_value("exp_kind", "ranker") or "ranker"
    many = int(st_value("exp_many", 2))
    tried = tuple(
        Variant(str(name).strip(), float(share) / WHOLE, what)
        for name, share, what in (treatment(kind, number) for number in range(many))
    )
    traders, days = (need.traders, need.days) if need is not None else (0, 0)
    if need is None or st_value("exp_by_hand", False):
        traders, days = int(st_value("exp_traders", 1_000)), int(st_value("exp_days", 28))
    guards = () if kind == "bot" else tuple(st_value("exp_guards", list(GUARDS)))
    return Experiment(
        str(st_value("exp_name", "")).strip(), kind, str(st_value("exp_hypothesis", "")).strip(), tried,
        str(st_value("exp_metric", "save_rate")), guards, traders, days,
        float(st_value("exp_share", WHOLE)) / WHOLE, str(st_value("exp_namespace", "") or "").strip(),
        method=st_value("exp_method", METHOD_NAMES[0]),
    )  # fmt: skip
