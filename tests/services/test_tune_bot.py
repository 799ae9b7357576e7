"""The journey of tuning: open, draft, measure, keep, take back; two windows never overwrite each other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.core.errors import ConflictError, ParameterError, StoreError
from engine.gateways.store.bots import Bot, Change
from engine.gateways.store.database import engine_for, writing
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS, STEPS
from engine.market.market import Market
from engine.services import tune_bot
from engine.services.startup import App, open_app
from tests.builders import START_MS, tape, walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=0.0)


def with_candles(app: App, step: str = "1h", length: int = 500) -> App:
    app.candles.save(walk(3, length, step), MARKET, "test")
    return app


def opened(app: App) -> Bot:
    return tune_bot.open_bot(with_candles(app), "TEST", "1h")


def kept(app: App, bot: Bot, **values: object) -> Bot:
    return tune_bot.apply(app, bot, tune_bot.drafted(bot.head.parameters, values), "a try")


def test_a_market_has_one_bot_that_starts_from_the_defaults(app: App) -> None:
    """Opening it again is the same bot, not another."""
    bot = opened(app)
    assert (bot.name, bot.symbol, bot.step, bot.head.number) == ("TEST bot", "TEST", "1h", 1)
    assert bot.head.parameters == BotParameters()
    assert tune_bot.open_bot(app, "TEST", "1h") == bot
    assert tune_bot.open_bot(app, "OTHER", "1h").id != bot.id
    assert len(app.desk().bots()) == 2


def test_first_looks_at_once_see_one_bot(app: App) -> None:
    """A reload beside a first visit must not leave a second bot behind; nobody is told that they made it."""
    with ThreadPoolExecutor(8) as pool:
        for symbol in ("A", "B", "C", "D"):
            looks = [pool.submit(tune_bot.open_bot, app, symbol, "1h") for _ in range(8)]
            assert len({look.result() for look in looks}) == 1
    assert [bot.symbol for bot in app.desk().bots()] == ["A", "B", "C", "D"]
    assert {bot.head.author for bot in app.desk().bots()} == {"start"}


def test_another_look_writes_nothing(app: App) -> None:
    """Who only looks waits for nobody who saves: every page does it on every click."""
    bot = opened(app)
    engine = engine_for(app.settings.database_url)
    with writing(engine):
        assert tune_bot.open_bot(app, "TEST", "1h") == bot
    engine.dispose()


def test_bots_that_were_worked_on_come_first_and_the_newest_before_older(app: App) -> None:
    """A market that was only looked at, last of all, must not push the one being tuned off the list."""
    bots = {symbol: tune_bot.open_bot(app, symbol, "1h") for symbol in "ABCD"}
    for at, symbol in ((3_000, "B"), (2_000, "A")):  # long before the looks, by the clock
        change = Change(changed(BotParameters(), {"window": 20}), "you", "a try")
        app.desk().apply(bots[symbol].id, change, bots[symbol].revision, at)
    listed = tune_bot.bots_of(app, {(symbol, "1h") for symbol in "ABC"})
    assert [bot.symbol for bot in listed] == ["B", "A", "C"]


@pytest.mark.parametrize("step", STEPS)
def test_the_first_timeframe_can_be_made_from_the_candles(step: str) -> None:
    """A first bot that is refused at once would be a poor welcome."""
    first = tune_bot.first_timeframe(step)
    assert STEPS[first] % STEPS[step] == 0
    assert (first == "1h") == (STEPS[step] <= STEPS["1h"])


def test_a_draft_is_checked_as_a_whole_and_saves_nothing(app: App) -> None:
    """Sliders may stand at values that do not go together."""
    bot = opened(app)
    assert tune_bot.drafted(bot.head.parameters, {"window": 20}).window == 20
    with pytest.raises(ParameterError, match="exit_band must be below k_sigma"):
        tune_bot.drafted(bot.head.parameters, {"exit_band": 1.5})
    with pytest.raises(ParameterError, match="has no setting 'windows'"):
        tune_bot.drafted(bot.head.parameters, {"windows": 20})
    assert tune_bot.open_bot(app, "TEST", "1h") == bot


def test_keeping_undoing_and_redoing_walk_along_the_history(app: App) -> None:
    """Nothing that was ever kept is lost, and every version says who made it from what, and why."""
    first = opened(app)
    second = kept(app, first, window=20)
    third = kept(app, second, k_sigma=1.5)
    back = tune_bot.undo(app, third)
    assert (back.head.number, back.head.parameters.window, back.redo_to) == (2, 20, 3)
    assert tune_bot.undo(app, back).head.parameters == BotParameters()
    again = tune_bot.redo(app, tune_bot.redo(app, tune_bot.open_bot(app, "TEST", "1h")))
    assert again.head == third.head
    told = [(each.number, each.parent, each.author, each.reason) for each in tune_bot.history(app, again)]
    assert told == [(3, 2, "you", "a try"), (2, 1, "you", "a try"), (1, None, "start", "Default settings")]


def test_an_old_version_comes_back_as_a_new_one(app: App) -> None:
    """So that restoring can be undone as well."""
    bot = kept(app, kept(app, opened(app), window=20), window=25)
    restored = tune_bot.restore(app, bot, 1)
    assert (restored.head.number, restored.head.parent, restored.head.parameters) == (4, 3, BotParameters())
    assert tune_bot.undo(app, restored).head.parameters.window == 25


def test_there_is_nothing_to_undo_redo_or_keep_twice_at_the_beginning(app: App) -> None:
    """A button that cannot do anything says why."""
    bot = opened(app)
    for act, claim in ((tune_bot.undo, "nothing to undo"), (tune_bot.redo, "nothing to redo")):
        with pytest.raises(StoreError, match=claim):
            act(app, bot)
    with pytest.raises(StoreError, match="already has exactly these settings"):
        kept(app, bot)
    with pytest.raises(StoreError, match="has no version 9"):
        tune_bot.restore(app, bot, 9)


def test_settings_that_cannot_work_are_not_kept(app: App) -> None:
    """Window 5 with a band of 2.5 deviations never trades: the newest close lies at most two from the mean."""
    bot = opened(app)
    wanted = tune_bot.drafted(bot.head.parameters, {"window": 5, "k_sigma": 2.5})
    measured = tune_bot.measure(tape(walk(3, 500), MARKET), wanted, Setup(), None)
    impossible = tuple(each for each in tune_bot.judged(wanted, measured, "1h") if each.level == "impossible")
    assert impossible
    with pytest.raises(ParameterError) as refused:
        tune_bot.apply(app, bot, wanted, "a try", impossible)
    assert impossible[0].message in str(refused.value)
    assert tune_bot.open_bot(app, "TEST", "1h") == bot


def test_the_engine_refuses_what_cannot_work_even_when_nobody_judged_it(app: App) -> None:
    """A page that forgets to ask, or a forged message, must not reach a bot: no shorts on spot, no silent band."""
    bot = opened(app)
    for values, claim in (({"allow_short": True}, "nothing to borrow"), ({"window": 5, "k_sigma": 2.5}, "k_sigma")):
        with pytest.raises(ParameterError, match=claim):
            kept(app, bot, **values)
    assert tune_bot.history(app, bot) == (bot.head,)


def test_a_bot_whose_candles_are_gone_can_still_be_tuned(app: App) -> None:
    """Only what needs the market is left unjudged."""
    bot = opened(app)
    app.candles.remove("TEST", "1h")
    assert kept(app, bot, window=20).head.number == 2


def test_of_two_windows_the_slower_one_is_told_and_overwrites_nothing(app: App) -> None:
    """Two browsers on one store: what the first kept stays, the second reads what changed meanwhile."""
    mine = opened(app)
    other = open_app(app.settings)
    theirs = tune_bot.open_bot(other, "TEST", "1h")
    saved = kept(other, theirs, window=18)
    for act in (
        lambda: kept(app, mine, k_sigma=1.5),
        lambda: tune_bot.undo(app, mine),
        lambda: tune_bot.restore(app, mine, 1),
    ):
        with pytest.raises(ConflictError, match="window 15 -> 18"):
            act()
    assert tune_bot.open_bot(app, "TEST", "1h") == saved
    other.store.close()


def test_a_measurement_is_the_replay_with_its_numbers() -> None:
    """Every part of the screen comes from one replay."""
    made, parameters, setup = tape(walk(3, 900), MARKET), BotParameters(), Setup(5_000.0, Costs(0.0, 0.0005))
    found = tune_bot.measure(made, parameters, setup, None)
    alone = backtest(made, parameters, setup)
    assert np.array_equal(found.result.equity, alone.equity)
    assert found.performance.pnl == pytest.approx(alone.pnl)
    assert found.performance.trades == len(alone.trades) > 5
    assert np.allclose(found.band.mean[20:30], [made.bars.close[at - 14 : at + 1].mean() for at in range(20, 30)])
    assert found.market == MARKET
    assert found.sensitivity[0].name == "without costs"


def test_the_newest_days_are_measured_alone() -> None:
    """Thirty days are 720 hours, and capital is counted from their first."""
    made = tape(walk(3, 2000), MARKET)
    found = tune_bot.measure(made, BotParameters(), Setup(), 30)
    assert len(found.record.equity) == 720
    assert found.record.equity[0] == 10_000.0
    assert found.record.time[-1] == made.bars.time[-1]


def test_no_change_has_no_effect_and_a_change_is_that_between_the_replays() -> None:
    """The headline of the page: what would this have done?"""
    made = tape(walk(3, 2000), MARKET)
    before = tune_bot.measure(made, BotParameters(), Setup(), None)
    after = tune_bot.measure(made, changed(BotParameters(), {"base_trade_size": 0.002}), Setup(), None)
    assert tune_bot.effect(before, before).is_same
    found = tune_bot.effect(before, after).total_return
    assert found.change.value == pytest.approx((after.result.pnl - before.result.pnl) / 10_000.0)


def test_of_a_simulated_market_only_what_had_closed_by_the_worlds_clock_is_known(app: App) -> None:
    """In a sample world nobody sees tomorrow; a real market's newest close is known, whatever is played beside it."""
    with_candles(app)
    app.candles.save(replace(walk(3, 500), symbol="SIM-T"), Market("SIM-T", simulated=True), "test")
    app.store.set_world(HOUSE, World(1, START_MS + 10 * DAY_MS))
    assert tune_bot.known_until(app, "TEST", "1h") == START_MS + 500 * STEPS["1h"]
    until = tune_bot.known_until(app, "SIM-T", "1h")
    assert until == START_MS + 10 * DAY_MS
    assert len(tune_bot.whole_tape(app, "SIM-T", "1h", "1h", until)) == 240
    assert len(tune_bot.whole_tape(app, "SIM-T", "1h", "4h", until)) == 60


def test_while_a_candle_forms_a_market_is_known_up_to_its_last_whole_step(app: App) -> None:
    """It is part of what pages keep results by: told in milliseconds, nothing would ever be found again."""
    app.candles.save(replace(walk(3, 500), symbol="SIM-T"), Market("SIM-T", simulated=True), "test")
    known = set()
    for passed in (0, 1, 59 * 60_000, STEPS["1h"] - 1):
        app.store.set_world(HOUSE, World(1, START_MS + 10 * DAY_MS + passed))
        known.add(tune_bot.known_until(app, "SIM-T", "1h"))
    assert known == {START_MS + 10 * DAY_MS}


def test_what_is_kept_is_kept_with_what_it_did(app: App) -> None:
    """Later it can be told what was known when the change was made: the same replays, to the last digit."""
    bot = opened(app)
    after = kept(app, bot, window=9)
    until = tune_bot.known_until(app, "TEST", "1h")
    whole = tune_bot.whole_tape(app, "TEST", "1h", "1h", until)
    old, new = (tune_bot.measure(whole, each, Setup(), None) for each in (bot.head.parameters, after.head.parameters))
    result = tune_bot.results(app, after)[after.head.number]
    assert result.effect == tune_bot.effect(old, new)
    assert (result.until_ms, result.simulated, round(result.days)) == (until, False, round(new.record.days))


def test_where_nothing_can_be_replayed_a_change_is_kept_without_a_result(app: App) -> None:
    """A market whose candles are gone keeps its bot and its versions."""
    bot = tune_bot.open_bot(app, "GONE", "1h")
    after = kept(app, bot, window=9)
    assert (after.head.number, tune_bot.results(app, after)) == (2, {})
