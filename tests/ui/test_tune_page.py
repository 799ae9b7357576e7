"""The tuner's page as Python runs it: what buttons keep and take back, whose words are shown how."""

from collections.abc import Callable
from dataclasses import replace

from streamlit.testing.v1 import AppTest

from engine.bots.parameters import BotParameters
from engine.bots.settings.document import Document, written
from engine.market.bars import STEPS
from engine.services import bot_papers, tune_bot
from engine.services.startup import App
from engine.services.tune_bot import Bot
from pages.ui.loaded import SETUP, candle_problems, measured
from tests.ui.visits import words

Visit = Callable[..., AppTest]
MARKET = ("SIM-BTC", "1h")
HOSTILE = "*so* ![a](http://x.invalid/a.png) `b`"


def bot(app: App) -> Bot:
    """The market's bot as it is kept."""
    return tune_bot.open_bot(app, *MARKET)


def with_versions(app: App, *windows: int) -> Bot:
    """The bot with one more version for each of these windows."""
    found = bot(app)
    for window in windows:
        found = tune_bot.apply(app, found, replace(found.head.parameters, window=window), f"window {window}")
    return found


def press(visitor: AppTest, key: str) -> AppTest:
    """Press a button and let the page run."""
    visitor.button(key=key).click().run()
    assert not visitor.exception
    return visitor


def test_the_reason_that_was_typed_is_kept(installed: App, visit: Visit) -> None:
    """In a year nobody knows why; and it may have been typed a moment before Apply."""
    visitor = visit("tune_a_bot", window="20")
    visitor.text_input[0].input("calmer in summer")
    press(visitor, "apply")
    assert (bot(installed).head.parameters.window, bot(installed).head.reason) == (20, "calmer in summer")
    assert "calmer in summer" in words(visitor)


def test_a_change_without_a_reason_is_kept_with_what_it_does(installed: App, visit: Visit) -> None:
    """An empty line in the history would say nothing."""
    press(visit("tune_a_bot", window="20"), "apply")
    assert bot(installed).head.reason == "window 15 → 20"


def test_restoring_brings_the_version_that_was_pressed(installed: App, visit: Visit) -> None:
    """Not the first one, not the last one."""
    kept = with_versions(installed, 16, 17, 18)
    press(visit("tune_a_bot"), f"restore_{kept.id}_2")
    assert (bot(installed).head.number, bot(installed).head.parameters.window) == (5, 16)


def test_undo_takes_back_the_last_move_alone(installed: App, visit: Visit) -> None:
    """A link's settings, then a preset of one's own: the first undo leaves the link's."""
    bot_papers.keep_preset(installed, "calm", BotParameters(window=22, k_sigma=2.0))
    visitor = visit("tune_a_bot", window="20")
    visitor.session_state["toption"].drafts[bot(installed).id].moves = (
        visitor.session_state["toption"].drafts[bot(installed).id].moves.to({"window": 20, "k_sigma": 2.0})
    )
    visitor.run()
    assert "**:blue[2.0]**" in words(visitor)
    press(visitor, "undo")
    assert "**:blue[20]**" in words(visitor)
    assert "**:blue[2.0]**" not in words(visitor)
    press(visitor, "redo")
    assert "**:blue[2.0]**" in words(visitor)


def test_foreign_words_in_the_history_stay_words(installed: App, visit: Visit) -> None:
    """A reason, a label: typed by people, shown as typed, fetching nothing."""
    kept = with_versions(installed, 16)
    kept = tune_bot.apply(installed, kept, replace(kept.head.parameters, window=17), HOSTILE)
    bot_papers.label(installed, kept, 2, "*[best](http://x)*")
    shown = words(visit("tune_a_bot"))
    assert "\\*so\\* \\!\\[a\\]" in shown
    assert "\\*\\[best\\]" in shown
    assert "![a]" not in shown
    assert "://" not in shown


def test_older_versions_are_drawn_when_they_are_unfolded(installed: App, visit: Visit) -> None:
    """A long history behind a closed fold cost every move of a slider."""
    kept = with_versions(installed, *range(16, 28))
    visitor = visit("tune_a_bot")
    drawn = [each.key for each in visitor.button if (each.key or "").startswith("restore_")]
    assert drawn == [f"restore_{kept.id}_{number}" for number in (12, 11, 10)]


def test_the_period_is_what_results_are_measured_on(installed: App, visit: Visit) -> None:
    """Asked for ninety days, a page that measures all candles shows another bot."""
    listing = installed.candles.listings()[0]
    market = (*MARKET, listing.version, listing.last_ms + STEPS["1h"])
    part, whole = (measured(market, BotParameters(), SETUP, days) for days in (90, None))
    assert (round(part.record.days), round(whole.record.days)) == (90, 120)
    texts = [words(visit("tune_a_bot", period=period)) for period in ("last 90 days", "all candles")]
    assert texts[0] != texts[1]


def test_a_forged_empty_choice_changes_nothing(visit: Visit) -> None:
    """A message that no control sends must not end the page, nor lose the change or the address."""
    visitor = visit("tune_a_bot", window="20", span="1 month")
    for empty in (None, []):
        visitor.segmented_control[0].set_value(empty).run()
        assert not visitor.exception
        assert visitor.segmented_control[0].value == "1 month"
        assert visitor.query_params["span"] in ("1 month", ["1 month"])  # as given, or as read back
        assert "**:blue[20]**" in words(visitor)


def test_foreign_words_in_an_imported_file_stay_words(visit: Visit) -> None:
    """A file from a stranger: its market's name is shown as it is written, and its settings can be taken."""
    visitor = visit("tune_a_bot")
    visitor.menu_button(key="bot_menu").click("Import a file").run()
    text = written(Document(BotParameters(window=22), symbol=HOSTILE))
    visitor.file_uploader(key="bot_file").upload("bot.json", text.encode(), "application/json")
    visitor.menu_button(key="bot_menu").click("Import a file").run()  # a dialog runs alone; here the page does
    assert not visitor.exception
    assert "It was written down for \\*so\\* \\!\\[a\\]" in words(visitor)
    assert "://" not in words(visitor)
    visitor.menu_button(key="bot_menu").click("Import a file")
    press(visitor, "take_file")
    assert "**:blue[22]**" in words(visitor)


def test_a_refusal_names_settings_by_their_labels(visit: Visit) -> None:
    """A link from the command line's world, told in the screen's words."""
    shown = words(visit("tune_a_bot", k_sigma="99"))
    assert "Band width must be 0\\.5 to 3" in shown
    assert "k\\_sigma" not in shown


def test_a_name_of_a_market_stays_a_name(installed: App, visit: Visit) -> None:
    """Symbols may hold signs that markdown reads: the link to a bot shows them as they are."""
    bars, market = installed.candles.bars(*MARKET), installed.candles.market(*MARKET)
    installed.candles.save(replace(bars, symbol="_a_b_"), replace(market, symbol="_a_b_"), "a test")
    tune_bot.open_bot(installed, "_a_b_", "1h")
    labels = [each.proto.label for each in visit("home").get("page_link")]
    assert "Go on with \\_a\\_b\\_ bot" in labels


def test_candles_are_checked_again_when_a_file_has_changed(installed: App, visit: Visit) -> None:
    """Reading every candle on each visit took seconds; a file that was damaged since must still be told."""
    before = installed.candles.stamp()
    visit("home")
    file = next(installed.candles.folder.glob("*.parquet"))
    file.write_bytes(file.read_bytes()[:-100])
    assert candle_problems(before) == ()
    assert "are damaged" in words(visit("home"))


def test_all_settings_stay_open_while_they_are_changed(visit: Visit) -> None:
    """A fold that is called by how many were changed is another one after each change, and closed."""
    visitor = visit("tune_a_bot", stop_loss_pct="5")
    labels = [each.proto.label for each in visitor.get("expander")]
    assert "All settings (23)" in labels
    assert "1 of these is changed." in words(visitor)
    assert "of these" not in words(visit("tune_a_bot"))
