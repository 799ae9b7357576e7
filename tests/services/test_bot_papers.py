"""Labels, own presets, files and links: what is kept comes back, and what is wrong is told and left out."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings

from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.core.errors import ParameterError, StoreError
from engine.gateways.store.desk import Principal
from engine.services import bot_papers
from engine.services.startup import App
from engine.services.tune_bot import apply, open_bot
from tests.builders import settings_of_a_bot

CALM = changed(BotParameters(), {"window": 20, "k_sigma": 2.0})


def test_a_label_is_kept_beside_its_version_and_can_be_taken_away(app: App) -> None:
    """Numbers alone do not say which version was the good one."""
    bot = open_bot(app, "SIM-BTC", "1h")
    bot = apply(app, bot, CALM, "calmer")
    bot_papers.label(app, bot, 2, "  before   the crash ")
    assert bot_papers.labels(app, bot) == {2: "before the crash"}
    bot_papers.label(app, bot, 2, "")
    assert bot_papers.labels(app, bot) == {}
    with pytest.raises(ParameterError, match="1 to 40"):
        bot_papers.label(app, bot, 2, "x" * 41)


def test_own_presets_belong_to_their_owner(app: App) -> None:
    """Mine are mine: another person sees none of them."""
    bot_papers.keep_preset(app, "Calm", CALM)
    assert bot_papers.own_presets(app) == {"Calm": CALM}
    assert app.store.acting_as(Principal("somebody")).setting(bot_papers.PRESETS) == ""
    bot_papers.drop_preset(app, "Calm")
    assert bot_papers.own_presets(app) == {}


def test_presets_and_labels_given_at_once_are_all_kept(app: App) -> None:
    """Two windows: what the slower one read before the quicker one saved must not be written over it."""
    bot = open_bot(app, "SIM-BTC", "1h")
    for window in range(16, 24):
        bot = apply(app, bot, changed(bot.head.parameters, {"window": window}), "a try")
    with ThreadPoolExecutor(8) as pool:
        kept = [pool.submit(bot_papers.keep_preset, app, f"p{number}", CALM) for number in range(8)]
        kept += [pool.submit(bot_papers.label, app, bot, number, f"try {number}") for number in range(2, 10)]
        for one in kept:
            one.result()
        for one in [pool.submit(bot_papers.drop_preset, app, f"p{number}") for number in range(0, 8, 2)]:
            one.result()
    assert sorted(bot_papers.own_presets(app)) == ["p1", "p3", "p5", "p7"]
    assert bot_papers.labels(app, bot) == {number: f"try {number}" for number in range(2, 10)}


def test_a_risk_profile_is_kept_until_it_is_taken_away(app: App) -> None:
    """Warnings beyond a profile that nobody chose would only be noise."""
    assert bot_papers.risk_profile(app) is None
    for profile in ("cautious", "aggressive", None):
        bot_papers.keep_risk_profile(app, profile)
        assert bot_papers.risk_profile(app) == profile
    app.desk().set_setting(bot_papers.RISK_PROFILE, "reckless")
    assert bot_papers.risk_profile(app) is None


def test_papers_that_cannot_be_read_are_not_written_over(app: App) -> None:
    """A flipped byte in the store may be put right again; a save on top of it could not be."""
    bot = open_bot(app, "SIM-BTC", "1h")
    for key, read, write in (
        ("presets", lambda: bot_papers.own_presets(app), lambda: bot_papers.keep_preset(app, "Calm", CALM)),
        (f"labels:{bot.id}", lambda: bot_papers.labels(app, bot), lambda: bot_papers.label(app, bot, 1, "good")),
    ):
        for spoiled in ('{"a": "b"', "[1]", "7"):
            app.desk().set_setting(key, spoiled)
            assert read() == {}
            with pytest.raises(StoreError, match="your presets" if key == "presets" else "the labels of this bot"):
                write()
            assert app.desk().setting(key) == spoiled


def test_there_is_an_end_to_presets_and_names_are_checked(app: App) -> None:
    """A setting in the store is no place for a library."""
    for number in range(12):
        bot_papers.keep_preset(app, f"p{number}", CALM)
    bot_papers.keep_preset(app, "p3", BotParameters())
    with pytest.raises(ParameterError, match=r"there can be 12 presets of your own\. Remove one"):
        bot_papers.keep_preset(app, "one more", CALM)
    with pytest.raises(ParameterError, match="printable"):
        bot_papers.keep_preset(app, "\u202e", CALM)


def test_an_export_is_what_an_import_takes(app: App) -> None:
    """A file goes from one trader to another without a change on the way."""
    bot = open_bot(app, "SIM-BTC", "1h")
    document = bot_papers.imported(bot_papers.exported(bot, CALM).encode())
    assert (document.parameters, document.symbol) == (CALM, "SIM-BTC")
    with pytest.raises(ParameterError, match="UTF-8"):
        bot_papers.imported(b"\xff\xfe{}")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(settings_of_a_bot(timeframe="1h"), settings_of_a_bot(timeframe="1h"))
def test_a_link_restores_the_settings_whatever_is_saved(app: App, wanted: BotParameters, saved: BotParameters) -> None:
    """Who opens a shared link sees the sender's bot, not a mixture with their own."""
    bot = open_bot(app, "SIM-BTC", "1h")
    query = dict(parse_qsl(bot_papers.link(bot, changed(wanted, {"window": 17})).removeprefix("?")))
    assert query["market"] == "SIM-BTC · 1h"
    asked = bot_papers.linked(query, saved)
    assert asked.ignored == ()
    assert changed(saved, dict(asked.values)) == changed(wanted, {"window": 17})


def test_bad_values_in_a_link_are_left_out_and_told() -> None:
    """A link may be old, cut or made by hand."""
    asked = bot_papers.linked({"window": "18", "k_sigma": "9", "style": "<b>", "unknown": "1"}, BotParameters())
    assert asked.values == {"window": 18}
    assert len(asked.ignored) == 2
    assert all(any(name in line for name in KNOBS) for line in asked.ignored)
    assert bot_papers.linked({"market": "SIM-BTC · 1h"}, CALM) == bot_papers.Linked({}, ())
