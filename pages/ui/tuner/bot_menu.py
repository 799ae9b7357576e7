"""What else can be done with a bot: link, files, presets of one's own, defaults, comparing two versions."""

from typing import Final
from urllib.parse import urlencode

import streamlit as st

from engine.bots.parameters import BotParameters, as_dict, differences
from engine.core.errors import ToptionError
from engine.services import bot_papers, tune_bot
from engine.services.tune_bot import Bot, Version
from pages.ui.loaded import SETUP, compared, engine
from pages.ui.look import on_accent, plain, small_print
from pages.ui.tuner import actions
from pages.ui.tuner.change_panel import changes, effect_of
from pages.ui.tuner.header import Chosen
from pages.ui.wording import explained

LINK: Final = "Copy a link"
EXPORT: Final = "Export as a file"
IMPORT: Final = "Import a file"
KEEP: Final = "Keep as my preset"
TAKE: Final = "Take my preset"
RESET: Final = "Back to defaults"
COMPARE: Final = "Compare and label versions"


def bot_menu(bot: Bot, shown: BotParameters, chosen: Chosen) -> None:
    """The menu, and the dialog of what was chosen in it."""
    options = [LINK, EXPORT, IMPORT, KEEP, TAKE, RESET, COMPARE]
    wanted = st.menu_button("More", options, key="bot_menu", type="tertiary", icon=":material/more_horiz:")
    if wanted == RESET:
        actions.take(
            bot, {**as_dict(BotParameters()), "timeframe": shown.timeframe}, "The defaults are in your change."
        )
        st.rerun()
    if wanted in (LINK, EXPORT):
        give_dialog(bot, shown, chosen)
    if wanted == IMPORT:
        import_dialog(bot)
    if wanted in (KEEP, TAKE):
        preset_dialog(bot, shown)
    if wanted == COMPARE:
        compare_dialog(bot, chosen)


@st.dialog("Share these settings", icon=":material/share:")
def give_dialog(bot: Bot, shown: BotParameters, chosen: Chosen) -> None:
    """A link that restores them, and a file."""
    st.markdown("A link that opens this market as you see it, with these settings as a change:")
    address = (st.context.url or "").split("?")[0]
    st.code(f"{address}{bot_papers.link(bot, shown)}&{urlencode(chosen.names)}", language=None, wrap_lines=True)
    st.download_button(
        "Save as a file", bot_papers.exported(bot, shown), f"{bot.symbol.replace('/', '-')}-bot.json",
        "application/json", icon=":material/download:", key="export",
    )  # fmt: skip


@st.dialog("Import settings", icon=":material/upload_file:")
def import_dialog(bot: Bot) -> None:
    """Take a file's settings into the change, or refuse it with everything that is wrong."""
    file = st.file_uploader("Settings (JSON, as exported)", type=["json"], key="bot_file")
    if file is None:
        small_print("Nothing changes until you press Apply.")
        return
    try:
        document = bot_papers.imported(file.getvalue())
        tune_bot.drafted(bot.head.parameters, as_dict(document.parameters))
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    if document.symbol and document.symbol != bot.symbol:
        small_print(f"It was written down for {plain(document.symbol)}.")
    changes(bot.head.parameters, document.parameters)
    if st.button(on_accent("Take into my change"), type="primary", key="take_file"):
        actions.take(bot, as_dict(document.parameters), "The file's settings are in your change.")
        st.rerun()


@st.dialog("My presets", icon=":material/bookmark:")
def preset_dialog(bot: Bot, shown: BotParameters) -> None:
    """Keep the settings on the screen under a name; take or remove what was kept."""
    with st.form("keep_preset", border=False):
        name = st.text_input("Name for the settings on the screen", max_chars=40, key="preset_name")
        if st.form_submit_button("Keep"):
            try:
                bot_papers.keep_preset(engine(), name, shown)
            except ToptionError as error:
                st.error(explained(str(error)), icon=":material/block:")
    kept = bot_papers.own_presets(engine())
    if not kept:
        small_print("None kept yet.")
    for number, (title, parameters) in enumerate(kept.items()):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{plain(title)}**", width="stretch")
            if st.button("Take", key=f"take_preset_{number}"):
                actions.take(bot, {**as_dict(parameters), "timeframe": shown.timeframe}, f"{title} is in your change.")
                st.rerun()
            st.button(
                "", icon=":material/delete:", key=f"drop_preset_{number}", type="tertiary", help="Remove",
                on_click=bot_papers.drop_preset, args=(engine(), title),
            )  # fmt: skip


@st.dialog("Compare two versions", width="large", icon=":material/compare_arrows:")
def compare_dialog(bot: Bot, chosen: Chosen) -> None:
    """What differs between any two versions, and what the difference would have done."""
    history, names = tune_bot.history(engine(), bot), bot_papers.labels(engine(), bot)
    titles = {title(version, names): version for version in history}
    left, right = st.columns(2)
    first = titles[left.selectbox("From", list(titles), index=len(titles) - 1, key="compare_from")]
    second = titles[right.selectbox("To", list(titles), index=0, key="compare_to")]
    text = right.text_input(
        "Label of this version", names.get(second.number, ""), max_chars=40, key=f"label_{second.number}"
    )
    if right.button("Label it", key="label_it"):
        actions.guarded(lambda: bot_papers.label(engine(), bot, second.number, text))
        st.rerun(scope="fragment")
    with left:
        if not differences(first.parameters, second.parameters):
            st.markdown(":gray[These two are the same.]")
            return
        changes(first.parameters, second.parameters)
        pair = first.parameters, second.parameters
        effect_of(lambda: compared(chosen.market, pair, SETUP, chosen.days), chosen.tag)


def title(version: Version, names: dict[int, str]) -> str:
    """A version as it stands in a list."""
    label = f" ({names[version.number]})" if version.number in names else ""
    return f"{version.number}{label}: {version.reason[:60]}"
