"""The arm that was shipped as a proposed change of the bot: what would change, and Keep; nothing happens without it."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.services import tune_bot
from engine.services.review_rankings.evidence import Standing
from engine.services.review_rankings.paper import proposing
from engine.services.tune_bot import Bot
from pages.ui.experiments.acting import attempt, may_act, why_not
from pages.ui.loaded import engine
from pages.ui.look import on_accent, plain, small_print
from pages.ui.tuner.change_panel import changes, warnings
from pages.ui.wording import explained


def proposal(seen: Standing) -> None:
    """Only where it was decided as Ship; an arm that was kept says as which version."""
    life = seen.life
    if life.decision is None or life.decision.call != "ship" or life.design.paper is None:
        return
    names = [each.name for each in life.design.variants[1:]]
    won = [each.variant for each in seen.paper.pairs if each.verdict.call == "ship"] if seen.paper is not None else []
    with st.container(border=True, gap="small", key="exp_proposal"):
        st.markdown("**Proposed to the bot**")
        for variant, version in life.kept:
            st.markdown(f":material/check: {plain(variant)} is kept as version {version}.")
        variant = names[0]
        if len(names) > 1:
            first = names.index(won[0]) if won else 0
            variant = st.segmented_control("Arm", names, default=names[first], required=True, key="exp_ship_arm")
        body(seen, variant)


def body(seen: Standing, variant: str) -> None:
    """What would change on the bot as it stands now."""
    market = seen.life.design.paper.bot if seen.life.design.paper is not None else ("", "")
    try:
        bot, offer = proposing.proposed(engine(), engine().principal, seen.life.design.key, variant)
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    if not offer.changes:
        small_print("These are the bot's settings already. There is nothing to keep.")
    else:
        changes(bot.head.parameters, offer.outcome.parameters)
        warnings(offer.findings)
        for each in offer.notes:
            small_print(explained(each))
    is_impossible = any(each.level == "impossible" for each in offer.findings)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if offer.changes:
            can = may_act() and not is_impossible
            st.button(
                on_accent("Keep as a version") if can else "Keep as a version", type="primary", key="exp_take",
                icon=":material/save:", disabled=not can, help=why_not(), on_click=take, args=(seen, variant),
            )  # fmt: skip
            small_print("One press of Undo takes it back.")
        elif (variant, bot.head.number) in seen.life.kept and bot.undo_to is not None:
            st.button(
                "Undo", icon=":material/undo:", key="exp_take_back", disabled=not may_act(), help=why_not(),
                on_click=take_back, args=(bot,),
            )  # fmt: skip
        st.page_link(
            "../tune_a_bot.py", label="See it in Tune", icon=":material/tune:", width="content",
            query_params={"market": f"{market[0]} · {market[1]}"},
        )  # fmt: skip


def take_back(bot: Bot) -> None:
    """To the version before."""
    attempt(lambda: tune_bot.undo(engine(), bot), f"The bot is at version {bot.undo_to} again.")


def take(seen: Standing, variant: str) -> None:
    """Keep it, by whoever pressed."""
    key = seen.life.design.key
    attempt(
        lambda: proposing.take(engine(), engine().principal, key, variant),
        f"{variant} is the bot's next version now.",
    )
