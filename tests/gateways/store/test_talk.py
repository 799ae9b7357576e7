"""What is said about a bot is kept once, in order, for its owner alone, and what became of a card is only added."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, text

from engine.bots.parameters import BotParameters
from engine.core.errors import ConflictError, StoreError
from engine.gateways.store.bots import Bot, Change, NewBot, Stood
from engine.gateways.store.database import engine_for, reading, sign, writing
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.store import Store
from engine.gateways.store.tables import MESSAGE_MARKS, MESSAGES
from engine.gateways.store.talk import Kept, Line

WORDS = Line("a", "you", "wider", 5)
ANSWER = Line("a.1", "offline", "Band width 1.2 → 1.4.", 6, content='{"card":1}')
WIDER = Change(BotParameters(k_sigma=1.4), "offline", "wider")


def test_messages_come_back_as_said_and_in_order(desk: Desk, bot: Bot) -> None:
    """A conversation is read from the top, whatever the clock did."""
    odd = Line("b", "you", "ligne ' \" ; -- 底 🚀", 1, "pasted\nthings")
    for line in (WORDS, ANSWER, odd):
        assert desk.say(bot.id, line) == (Kept(line, bot.id), True)
    assert [kept.line for kept in desk.talk(bot.id)] == [WORDS, ANSWER, odd]
    assert [kept.line for kept in desk.talk(bot.id, 2)] == [ANSWER, odd]
    assert [kept.line.id for kept in desk.said_since(5)] == ["a", "a.1"]


def test_a_known_id_is_the_same_message(desk: Desk, bot: Bot) -> None:
    """A page that runs twice says nothing twice, and what was said first stays."""
    desk.say(bot.id, WORDS)
    assert desk.say(bot.id, Line("a", "you", "other words", 9)) == (Kept(WORDS, bot.id), False)
    assert len(desk.talk(bot.id)) == 1


def test_a_card_is_applied_once_together_with_its_version(desk: Desk, bot: Bot) -> None:
    """Two clicks are one; a version without its mark, or a mark without its version, would tell a wrong story."""
    desk.say(bot.id, ANSWER)
    after = desk.apply_said("a.1", WIDER, bot, at_ms=7)
    assert (after.head.number, after.head.author, after.head.parameters.k_sigma) == (2, "offline", 1.4)
    assert (desk.message("a.1").mark, desk.message("a.1").version) == ("applied", 2)
    assert desk.apply_said("a.1", WIDER, bot, at_ms=8) == after
    assert desk.discard_said("a.1", at_ms=9).mark == "applied"


def test_a_stale_click_marks_nothing(desk: Desk, bot: Bot) -> None:
    """The version column says no, and the card is still to be had."""
    desk.say(bot.id, ANSWER)
    desk.apply(bot.id, Change(BotParameters(window=9), "you", ""), bot.revision, at_ms=6)
    with pytest.raises(ConflictError, match="window 15 -> 9"):
        desk.apply_said("a.1", WIDER, bot, at_ms=7)
    assert desk.message("a.1").mark is None


def test_what_was_discarded_can_still_be_applied(desk: Desk, bot: Bot) -> None:
    """A slip of the mouse loses nothing."""
    desk.say(bot.id, ANSWER)
    assert desk.discard_said("a.1", at_ms=6).mark == "discarded"
    desk.apply_said("a.1", WIDER, bot, at_ms=7)
    assert desk.message("a.1").mark == "applied"


def test_nobody_reads_or_marks_what_another_said(store: Store, desk: Desk, bot: Bot) -> None:
    """Refused in the same words as a message that never was; not even its existence shows."""
    desk.say(bot.id, ANSWER)
    other = store.acting_as(Principal("bob", role="manager"))
    for line_id in ("a.1", "never"):
        for act in (other.message, lambda one: other.discard_said(one, 9), lambda one: other.message(one, bot.id)):
            with pytest.raises(StoreError, match=r"^you have no such message\."):
                act(line_id)
    for act in (other.talk, other.course, lambda one: other.say(one, WORDS)):
        with pytest.raises(StoreError, match="you have no bot"):
            act(bot.id)
    with pytest.raises(StoreError, match="you have no bot"):
        other.apply_said("a.1", WIDER, bot, at_ms=9)
    assert (other.said_since(0), other.found("a.1", bot.id)) == ((), None)
    assert [kept.mark for kept in desk.talk(bot.id)] == [None]


def test_what_was_said_is_never_changed(url: str, desk: Desk, bot: Bot) -> None:
    """Not even by who holds the database's own tools."""
    desk.say(bot.id, ANSWER)
    desk.discard_said("a.1", at_ms=6)
    engine = engine_for(url)
    for change in ("UPDATE messages SET text = 'x'", "DELETE FROM messages", "DELETE FROM message_marks"):
        with pytest.raises(StoreError, match="histories can only grow"), writing(engine) as connection:
            connection.execute(text(change))
    engine.dispose()
    assert desk.message("a.1").line == ANSWER


@pytest.mark.parametrize("line_id", ["", "a b", "../x", "é", "a" * 81])
def test_an_id_is_plain(line_id: str) -> None:
    """Ids come from browsers."""
    with pytest.raises(StoreError, match="a message's id must be"):
        Line(line_id, "you", "wider", 1)


def test_where_a_bot_stood_is_told_move_by_move(desk: Desk, bot: Bot) -> None:
    """Yesterday means where the bot stood then, undone versions included."""
    two = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    desk.undo(bot.id, two.revision, at_ms=3)
    assert desk.course(bot.id) == (Stood(1, 1), Stood(2, 2), Stood(1, 3))


def test_row_level_security_hides_messages_from_a_forgotten_filter(new_postgresql: Callable[[], str]) -> None:
    """The second wall: a query without its WHERE sees the signed owner's messages and marks only."""
    store = Store.open(url := new_postgresql())
    for owner in ("ada", "bob"):
        desk = store.acting_as(Principal(owner))
        made = desk.create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), ""), at_ms=1)
        desk.say(made.id, ANSWER)
        desk.discard_said("a.1", at_ms=6)
    engine = engine_for(url)
    for owner, many in (("ada", 1), ("bob", 1), ("eve", 0), ("", 0)):
        with reading(engine) as connection:
            sign(connection, owner)
            for table in (MESSAGES, MESSAGE_MARKS):
                assert connection.execute(select(func.count()).select_from(table)).scalar() == many
    engine.dispose()
    store.close()


def test_clicks_in_the_same_moment_apply_a_card_once(store: Store, desk: Desk, bot: Bot) -> None:
    """A double click may reach two processes; one version comes of it, and both are told the same."""
    desk.say(bot.id, ANSWER)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: desk.apply_said("a.1", WIDER, bot, at_ms=7), range(8)))
    assert {(one.head.number, one.revision) for one in found} == {(2, 2)}
    assert len(desk.versions(bot.id)) == 2


def test_undo_by_a_message_moves_all_its_steps_or_none(desk: Desk, bot: Bot) -> None:
    """Half an undo would be a state that nobody asked for."""
    bot = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    desk.say(bot.id, ANSWER)
    with pytest.raises(StoreError, match="nothing to undo"):
        desk.step_said("a.1", bot, 2, at_ms=3)
    assert (desk.bot(bot.id), desk.message("a.1").mark) == (bot, None)
    after = desk.step_said("a.1", bot, 1, at_ms=3)
    assert (after.head.number, desk.message("a.1").version) == (1, 1)
    assert desk.step_said("a.1", bot, 1, at_ms=4) == after
