"""What a change did is kept beside its version: once, unchanged, for its owner alone, and never in its way."""

import pytest
from sqlalchemy import insert, text

from engine.bots.measure.comparison import Comparison, Difference
from engine.bots.parameters import BotParameters
from engine.core.errors import StoreError
from engine.core.interval import Interval
from engine.gateways.store.bots import Bot, Change
from engine.gateways.store.database import engine_for, sign, writing
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.results import Result
from engine.gateways.store.store import Store
from engine.gateways.store.tables import VERSION_RESULTS

MOVED = Difference(0.1, 0.15, Interval(0.05, -0.02, 0.12, 365), "The change in return is smaller than its error.")
UNKNOWN = Difference(None, None, Interval(None), "Trades a week cannot be compared: it is undefined before or after.")
RESULT = Result(Comparison(MOVED, MOVED, MOVED, UNKNOWN, MOVED, is_same=False), 365.0, 1_700_000_000_000, True)
WIDER = Change(BotParameters(k_sigma=1.4), "you", "wider", RESULT)


def test_a_result_comes_back_as_it_was_kept(desk: Desk, bot: Bot) -> None:
    """Numbers, ranges, what is not known, the days and whose prices: all of it, with the version that it led to."""
    after = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    assert desk.results(bot.id) == {after.head.number: RESULT}


def test_a_version_without_a_result_has_none(desk: Desk, bot: Bot) -> None:
    """Nothing is made up later: first settings, undo and restore were never measured."""
    after = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    plain = desk.apply(bot.id, Change(BotParameters(window=9), "you", ""), after.revision, at_ms=3)
    back = desk.restore(bot.id, 2, plain.revision, at_ms=4)
    assert (back.head.number, set(desk.results(bot.id))) == (4, {2})


def test_results_are_of_their_owner_alone(store: Store, desk: Desk, bot: Bot) -> None:
    """How somebody's bot did is nobody else's business."""
    desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    with pytest.raises(StoreError, match="you have no bot"):
        store.acting_as(Principal("bob")).results(bot.id)


def test_a_result_cannot_be_changed_or_removed(url: str, desk: Desk, bot: Bot) -> None:
    """A record of what was measured that can be touched up is none."""
    desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    engine = engine_for(url)
    for change in ("UPDATE version_results SET content = '{}'", "DELETE FROM version_results"):
        with pytest.raises(StoreError, match="histories can only grow"), writing(engine) as connection:
            connection.execute(text(change))
    engine.dispose()
    assert desk.results(bot.id) == {2: RESULT}


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"effect":{},"days":1,"until_ms":2,"simulated":true}', "no json"])
def test_a_result_of_another_version_of_toption_is_left_out(url: str, desk: Desk, bot: Bot, content: str) -> None:
    """It is only shown: the history must open all the same."""
    engine = engine_for(url)
    with writing(engine) as connection:
        sign(connection, "ada")
        connection.execute(insert(VERSION_RESULTS).values(bot_id=bot.id, number=1, content=content))
    engine.dispose()
    assert desk.results(bot.id) == {}
    assert len(desk.versions(bot.id)) == 1
