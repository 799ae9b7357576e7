"""The dialog of a recommendation without a browser: refusals are told, cancel ends it, a late answer is not taken."""

from engine.bots.backtest import Setup
from engine.bots.parameters import changed
from engine.bots.search.preference import Preference
from engine.market.market import Market
from engine.services import tune_bot
from engine.services.recommend import recommend
from engine.services.startup import App
from engine.services.tune_bot import Bot
from pages.ui.chat.recommend import row, spoken
from pages.ui.chat.recommend_job import RecommendJob
from pages.ui.look import plain
from tests.builders import walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=1.0)


def bot_on(app: App, days: int) -> Bot:
    app.candles.save(walk(3, 24 * days, sigma=0.006), MARKET, "a test")
    return tune_bot.open_bot(app, "TEST", "1h")


def test_a_search_beside_the_pages_brings_what_the_journey_brings(installed: App) -> None:
    """The thread adds nothing and loses nothing."""
    bot = bot_on(installed, 200)
    job = RecommendJob(installed, bot, Preference(), Setup())
    job.wait(60)
    assert (job.is_running, job.problem, job.share) == (False, "", 1.0)
    assert job.found == recommend(installed, bot, Preference(), Setup())


def test_a_search_that_cannot_be_made_says_why(installed: App) -> None:
    """Too short a history is told in the dialog, in one line."""
    job = RecommendJob(installed, bot_on(installed, 100), Preference(), Setup())
    job.wait(60)
    assert job.found is None
    assert job.problem.startswith("a recommendation needs at least 180 days of candles, was 99.")


def test_a_cancelled_search_ends_without_an_answer(installed: App) -> None:
    """And without a word of blame."""
    job = RecommendJob(installed, bot_on(installed, 200), Preference(), Setup())
    job.stop()
    job.wait(60)
    assert (job.is_running, job.found, job.problem) == (False, None, "")


def test_the_table_reads_in_the_screens_own_digits(installed: App) -> None:
    """Falls point down, what is not known is a dash."""
    found = recommend(installed, bot_on(installed, 200), Preference(), Setup())
    assert found is not None
    table = [row(line) for line in found.evidence.lines]
    assert table[0][4].startswith("−")
    assert table[-1] == ("Cash", "0.00\u00a0%", "–", "–", "0.00\u00a0%", "0 days", "–")


def test_an_answer_from_before_a_change_is_not_for_the_bot_of_now(installed: App) -> None:
    """The dialog compares what the search began from with what is saved."""
    bot = bot_on(installed, 200)
    found = recommend(installed, bot, Preference(), Setup())
    after = tune_bot.apply(installed, bot, changed(bot.head.parameters, {"window": 20}), "a try")
    assert found is not None
    assert found.start == bot.head.parameters != after.head.parameters


def test_what_the_engine_says_reads_as_the_screen_does() -> None:
    """A real minus sign before a number, a hyphen inside a word, and no sign that markdown takes for its own."""
    assert spoken("holding made -12.26 % on the out-of-sample days") == plain(
        "holding made −12.26 % on the out-of-sample days"
    )
