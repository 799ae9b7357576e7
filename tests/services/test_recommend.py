"""The journey of a recommendation: nothing on noise, the planted edge where there is one, the same every time."""

from dataclasses import replace

import pytest

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters, changed
from engine.bots.search.preference import Preference
from engine.core.errors import DataError
from engine.market.bars import DAY_MS
from engine.market.market import Market
from engine.market.synthetic import WORLD_START_MS, coin_named, simulated_bars, simulated_market
from engine.services import tune_bot
from engine.services.recommend import Place, Recommendation, interview, recommend, recommended_on
from engine.services.startup import App
from tests.builders import START_MS, walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=1.0)
FEW = 48


def on_noise(seed: int) -> Recommendation:
    place = Place(walk(seed, 24 * 400, sigma=0.006), MARKET, BotParameters(), count=FEW)
    found = recommended_on(place, Preference(), Setup())
    assert found is not None
    return found


def on_sol(seed: int) -> Recommendation:
    coin = coin_named("SIM-SOL")
    place = Place(simulated_bars(coin, seed, WORLD_START_MS), simulated_market(coin), BotParameters(), count=FEW)
    found = recommended_on(place, Preference(), Setup())
    assert found is not None
    return found


def test_on_noise_nothing_is_recommended() -> None:
    """Random walks with costs: at most 1 of 12 may look like more (the benchmark counts 300)."""
    found = [on_noise(seed) for seed in range(12)]
    assert sum(each.verdict.recommends for each in found) <= 1
    for each in found:
        assert (each.proposal is None) == (not each.verdict.recommends)


def test_the_planted_edge_is_found_and_beats_the_start_in_most_worlds() -> None:
    """SIM-SOL forgets its shocks in hours: the search, unseen, does better there than the bot it began from."""
    found = [on_sol(seed) for seed in range(1, 7)]
    better = [each.evidence.lines[0].sharpe.value > each.evidence.lines[1].sharpe.value for each in found]  # type: ignore[operator]
    assert sum(better) >= 4
    assert sum(each.verdict.kind == "held_up" for each in found) >= 3


def test_a_recommendation_is_a_proposal_that_the_checks_let_through() -> None:
    """It takes the same way as words: every edit rests on the request, and what comes out is what was judged."""
    found = on_sol(18)
    outcome = found.decided()
    assert found.verdict.kind == "held_up"
    assert found.proposal is not None
    assert outcome is not None
    assert outcome.parameters == found.best != found.start
    assert {edit.evidence for edit in found.proposal.edits} == {found.words}
    assert found.words == (
        "Recommend a configuration for me: goal a smooth ride, risk balanced, patience a quarter, capital 10,000."
    )


def test_the_same_answers_and_candles_give_the_same_and_say_on_what() -> None:
    """Whatever order two threads finish in."""
    first, again = on_noise(3), on_noise(3)
    assert first == again
    assert first.sources.trials == first.evidence.deflated.trials > FEW
    assert (first.sources.symbol, first.sources.timeframes) == ("TEST", ("1h", "4h"))
    assert first.sources.last_ms == START_MS + 400 * DAY_MS


def test_the_journey_reads_the_bots_market_and_changes_nothing(app: App) -> None:
    """A proposal is applied by a click, never by asking."""
    app.candles.save(walk(3, 24 * 200, sigma=0.006), MARKET, "test")
    bot, heard = tune_bot.open_bot(app, "TEST", "1h"), []
    found = recommend(app, bot, Preference(), Setup(), lambda done, of: heard.append((done, of)))
    assert found is not None
    assert found.sources.candles == app.candles.listings()[0].version
    assert heard == [(each + 1, len(heard)) for each in range(len(heard))]
    assert tune_bot.open_bot(app, "TEST", "1h") == bot


def test_it_can_be_stopped_on_the_way(app: App) -> None:
    """After the second piece; nothing comes of it and nothing is left behind."""
    app.candles.save(walk(3, 24 * 200), MARKET, "test")
    bot, heard = tune_bot.open_bot(app, "TEST", "1h"), []
    stopped = recommend(app, bot, Preference(), None, lambda *now: heard.append(now), lambda: len(heard) == 2)
    assert stopped is None
    assert [done for done, _ in heard] == [1, 2]


def test_too_short_a_history_and_an_impossible_timeframe_are_refused() -> None:
    """One line with what to do."""
    short = Place(walk(3, 24 * 100), MARKET, BotParameters())
    with pytest.raises(DataError, match=r"needs at least 180 days of candles, was 99\. Bring a longer history"):
        recommended_on(short, Preference(), Setup())
    coarse = Place(walk(3, 400, "1d"), MARKET, BotParameters())
    with pytest.raises(DataError, match="timeframe 1h cannot be made from candles of 1d"):
        recommended_on(coarse, Preference(), Setup())
    daily = replace(coarse, start=changed(BotParameters(), {"timeframe": "1d"}), count=8)
    found = recommended_on(daily, Preference(), Setup())
    assert found is not None
    assert found.sources.timeframes == ("1d",)


def test_the_capital_is_that_of_the_answers_and_the_costs_are_those_of_the_setup() -> None:
    """Half the capital, twice the share at work."""
    place = Place(walk(3, 24 * 200, sigma=0.006), MARKET, BotParameters(), count=8)
    found = recommended_on(place, Preference(capital=2_000.0), Setup(core=True))
    assert found is not None
    assert (found.setup.capital, found.setup.core) == (2_000.0, False)


def test_the_interview_asks_four_things_with_their_choices() -> None:
    """Every choice can be given as an answer, and every question has a default that is one of them."""
    questions = {each.name: each for each in interview()}
    assert list(questions) == ["goal", "risk", "patience", "capital"]
    for name in ("goal", "risk", "patience"):
        values = [choice.value for choice in questions[name].choices]
        assert questions[name].default in values
        assert all(Preference(**{name: value}) for value in values)  # type: ignore[arg-type]
    assert Preference(capital=float(questions["capital"].default)) == Preference()
