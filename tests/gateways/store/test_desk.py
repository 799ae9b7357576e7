"""What a person can do at their desk, and that nobody else's desk shows or changes it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from engine.bots.parameters import BotParameters
from engine.core.errors import ConflictError, ParameterError, StoreError
from engine.gateways.store.bots import Bot, Change, NewBot
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.store import Store

WIDER = Change(BotParameters(window=18), "claude", "a calmer band")


def test_a_new_bot_is_version_one(desk: Desk, bot: Bot) -> None:
    """The history starts with what was asked for, so that everything can be undone to it."""
    assert (bot.head.number, bot.head.parent, bot.head.reason) == (1, None, "to begin with")
    assert (bot.revision, bot.undo_to, bot.redo_to) == (1, None, None)
    assert desk.bots() == (bot,) == (desk.bot(bot.id),)


def test_a_market_has_one_bot_and_the_first_one_stays(desk: Desk, bot: Bot) -> None:
    """However often and from however many windows it is looked at; another step is another market."""
    with_others = NewBot("Other", "BTC/USDT", "1h", BotParameters(window=9), "again")
    assert desk.create_bot(with_others, at_ms=2) == bot
    assert desk.bot_on("BTC/USDT", "1h") == bot
    assert (desk.bot_on("BTC/USDT", "4h"), desk.bot_on("ETH/USDT", "1h")) == (None, None)
    assert desk.create_bot(NewBot("Other", "BTC/USDT", "4h", BotParameters(), ""), at_ms=2) != bot
    assert desk.versions(bot.id) == (bot.head,)


def test_two_people_have_each_their_bot_on_one_market(store: Store, desk: Desk, bot: Bot) -> None:
    """The first to come takes nothing from the second."""
    other = store.acting_as(Principal("bob"))
    assert other.bot_on("BTC/USDT", "1h") is None
    made = other.create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(window=9), ""), at_ms=2)
    assert (made.head.parameters.window, desk.bots()) == (9, (bot,))


def test_a_first_version_that_nobody_chose_says_so(desk: Desk) -> None:
    """A look at a market is no decision of the trader's, and the audit must not say it was."""
    made = desk.create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), "Default settings", "start"), at_ms=1)
    assert (made.head.author, made.head.by) == ("start", "Toption")
    with pytest.raises(StoreError, match="an author must be one of"):
        NewBot("Dip", "BTC/USDT", "1h", BotParameters(), "", "nobody")  # type: ignore[arg-type]  # as JSON could say


def test_a_change_is_appended_with_author_reason_and_time(desk: Desk, bot: Bot) -> None:
    """Who changed what and why is the audit that a trader and a manager rely on."""
    after = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    assert after.head == desk.versions(bot.id)[0]
    assert (after.head.number, after.head.parent, after.head.author) == (2, 1, "claude")
    assert (after.head.reason, after.head.at_ms, after.undo_to) == ("a calmer band", 2, 1)
    assert [version.number for version in desk.versions(bot.id)] == [2, 1]


def test_undo_and_redo_move_the_head_and_keep_every_version(desk: Desk, bot: Bot) -> None:
    """A wrong click must never cost a version."""
    changed = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    undone = desk.undo(bot.id, changed.revision, at_ms=3)
    assert (undone.head, undone.undo_to, undone.redo_to) == (bot.head, None, 2)
    redone = desk.redo(bot.id, undone.revision, at_ms=4)
    assert (redone.head, redone.undo_to, redone.redo_to) == (changed.head, 1, None)
    assert len(desk.versions(bot.id)) == 2


def test_a_save_after_an_undo_ends_what_could_be_redone(desk: Desk, bot: Bot) -> None:
    """Redo after a new change would mix two lines of thought; the undone version stays in the history."""
    changed = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    undone = desk.undo(bot.id, changed.revision, at_ms=3)
    other = desk.apply(bot.id, Change(BotParameters(window=9), "you", "faster"), undone.revision, at_ms=4)
    assert (other.head.number, other.head.parent, other.redo_to) == (3, 1, None)
    assert [version.number for version in desk.versions(bot.id)] == [3, 2, 1]
    with pytest.raises(StoreError, match="nothing to redo"):
        desk.redo(bot.id, other.revision, at_ms=5)


def test_restoring_an_old_version_is_a_new_version_that_can_be_undone(desk: Desk, bot: Bot) -> None:
    """Going back far is a change like any other: visible, and reversible."""
    changed = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    restored = desk.restore(bot.id, 1, changed.revision, at_ms=3)
    assert (restored.head.number, restored.head.parameters) == (3, bot.head.parameters)
    assert (restored.head.reason, restored.undo_to) == ("restored version 1", 2)
    assert desk.undo(bot.id, restored.revision, at_ms=4).head == changed.head


def test_the_first_version_cannot_be_undone(desk: Desk, bot: Bot) -> None:
    """A bot always has settings."""
    with pytest.raises(StoreError, match='"Dip" has nothing to undo: version 1 is its first'):
        desk.undo(bot.id, bot.revision, at_ms=2)


def test_a_save_that_changes_nothing_is_refused(desk: Desk, bot: Bot) -> None:
    """Empty versions would bury the real ones."""
    with pytest.raises(StoreError, match="already has exactly these settings"):
        desk.apply(bot.id, Change(BotParameters(), "you", "again"), bot.revision, at_ms=2)
    with pytest.raises(StoreError, match="already has the settings of version 1"):
        desk.restore(bot.id, 1, bot.revision, at_ms=2)
    assert desk.bot(bot.id) == bot


def test_the_second_of_two_tabs_learns_who_saved_what_and_overwrites_nothing(desk: Desk, bot: Bot) -> None:
    """Last write wins loses four saves in five; here the loser sees the difference."""
    first = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    with pytest.raises(ConflictError, match=r"Claude saved version 2 \(window 15 -> 18\)\. Nothing was overwritten"):
        desk.apply(bot.id, Change(BotParameters(window=9), "you", "faster"), bot.revision, at_ms=3)
    assert desk.bot(bot.id) == first


@pytest.mark.parametrize("act", [
    lambda desk, bot: desk.undo(bot.id, 1, at_ms=5),
    lambda desk, bot: desk.redo(bot.id, 1, at_ms=5),
    lambda desk, bot: desk.restore(bot.id, 1, 1, at_ms=5),
    lambda desk, bot: desk.undo(bot.id, 99, at_ms=5),
], ids=["undo", "redo", "restore", "a revision that never was"])  # fmt: skip
def test_every_move_from_a_stale_revision_is_refused(desk: Desk, bot: Bot, act: Callable[[Desk, Bot], Bot]) -> None:
    """An undo aimed at one version must not undo another that came since."""
    now = desk.apply(bot.id, WIDER, bot.revision, at_ms=2)
    with pytest.raises(ConflictError):
        act(desk, bot)
    assert desk.bot(bot.id) == now


def test_another_person_sees_and_changes_nothing(store: Store, desk: Desk, bot: Bot) -> None:
    """One forgotten filter would show a trader's settings to a competitor."""
    desk.set_setting("theme", "dark")
    other = store.acting_as(Principal("bob", role="manager"))
    change = Change(BotParameters(window=9), "you", "mine now")
    attempts: list[Callable[[int], object]] = [
        other.bot,
        other.versions,
        lambda number: other.apply(number, change, bot.revision, 2),
        lambda number: other.undo(number, bot.revision, 2),
        lambda number: other.redo(number, bot.revision, 2),
        lambda number: other.restore(number, 1, bot.revision, 2),
    ]
    for attempt in attempts:
        said = []
        for number in (bot.id, bot.id + 1):
            with pytest.raises(StoreError) as refused:
                attempt(number)
            said.append(str(refused.value).replace(str(number), "N"))
        assert said == ["you have no bot N. Open one from the list of your bots."] * 2
    assert (other.bots(), other.setting("theme", "light")) == ((), "light")
    assert desk.bot(bot.id) == bot


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**30])
def test_a_number_from_the_address_bar_is_only_not_found(desk: Desk, bot: Bot, number: int) -> None:
    """Numbers come from URLs that anybody can type."""
    with pytest.raises(StoreError, match="you have no bot"):
        desk.bot(number)
    with pytest.raises(StoreError, match="has no version"):
        desk.restore(bot.id, number, bot.revision, at_ms=2)


def test_numbers_count_from_one_for_each_bot(desk: Desk, bot: Bot) -> None:
    """A trader speaks of version 2 of this bot, not of row 1,734."""
    second = desk.create_bot(NewBot("Trend", "ETH/USDT", "4h", BotParameters(style="breakout"), ""), at_ms=2)
    after = desk.apply(second.id, WIDER, second.revision, at_ms=3)
    assert (second.head.number, after.head.number) == (1, 2)
    assert [one.name for one in desk.bots()] == ["Dip", "Trend"]


def test_order_is_kept_when_the_clock_goes_back(desk: Desk, bot: Bot) -> None:
    """Histories are ordered by number, so a corrected clock cannot reorder them."""
    desk.apply(bot.id, WIDER, bot.revision, at_ms=0)
    assert [(version.number, version.at_ms) for version in desk.versions(bot.id)] == [(2, 0), (1, 1)]


def test_a_setting_is_kept_and_the_last_one_counts(desk: Desk) -> None:
    """A preference must survive closing the browser."""
    assert desk.setting("theme", "light") == "light"
    desk.set_setting("theme", "dark")
    desk.set_setting("theme", "")
    assert desk.setting("theme", "light") == ""


def test_a_preference_amended_at_once_by_many_loses_no_amendment(desk: Desk) -> None:
    """Read, change and write are one: eight at a time, and the first of them finds nothing there."""
    crew, keys = 8, [f"count {number}" for number in range(8)]
    together = Barrier(crew, timeout=60)

    def count() -> None:
        for key in keys:
            together.wait()
            desk.amend(key, lambda text: str(int(text or 0) + 1))

    with ThreadPoolExecutor(crew) as pool:
        for one in [pool.submit(count) for _ in range(crew)]:
            one.result()
    assert [desk.setting(key) for key in keys] == [str(crew)] * len(keys)


def test_an_amendment_that_fails_changes_nothing(desk: Desk) -> None:
    """A refusal in the middle must not leave an empty preference behind."""
    with pytest.raises(ParameterError, match="no"):
        desk.amend("theme", refuse)
    assert desk.setting("theme", "light") == "light"
    desk.set_setting("theme", "dark")
    with pytest.raises(StoreError, match="at most"):
        desk.amend("theme", lambda text: text * 10_000)
    assert desk.setting("theme", "light") == "dark"


def refuse(_: str) -> str:
    """No amendment at all."""
    raise ParameterError("no")


@pytest.mark.parametrize("name", ["", "  ", "a" * 81, "two\nlines", "null\0", "\ud800"])
def test_a_name_that_cannot_be_shown_or_kept_is_refused(name: str) -> None:
    """A refusal at the door beats an error from the database."""
    with pytest.raises(StoreError, match="a bot's name must be 1 to 80 letters"):
        NewBot(name, "BTC/USDT", "1h", BotParameters(), "")


@pytest.mark.parametrize("reason", ["null\0", "half \ud800", "long" * 501])
def test_a_reason_that_cannot_be_kept_is_refused(reason: str) -> None:
    """PostgreSQL holds no null letter and no database half a letter."""
    with pytest.raises(StoreError, match="a reason"):
        Change(BotParameters(), "you", reason)


def test_words_in_any_script_come_back_as_they_were(desk: Desk) -> None:
    """Names are people's own words; quotes in them are words too."""
    odd = NewBot("Дно ' \" ; -- 底 🚀", "BTC/USDT", "1h", BotParameters(), "line\nline %s :owner 'x'")
    kept = desk.create_bot(odd, at_ms=1)
    assert (kept.name, desk.bot(kept.id).head.reason) == (odd.name, odd.reason)
