"""The journey of a conversation: words once, one answer, nothing kept without a click, nothing lost by one."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters, changed
from engine.core.errors import ConflictError, InterpreterError, ParameterError, StoreError
from engine.services import bot_papers, converse, tune_bot
from engine.services.conversation.setting import request
from engine.services.startup import App
from tests.services.talking import card, opened, said


def test_words_become_a_card_and_change_nothing(app: App) -> None:
    """Nothing is ever applied without a click."""
    bot = opened(app)
    answer = said(app, bot, "set window to 12 and k_sigma to 1.5")
    made = card(answer)
    assert (made.before, made.after) == (BotParameters(), BotParameters(window=12, k_sigma=1.5))
    assert [one.edit.evidence in "set window to 12 and k_sigma to 1.5" for one in made.decisions] == [True, True]
    assert (answer.author, answer.answered_by, made.status) == ("offline", "the offline interpreter", "proposed")
    assert tune_bot.open_bot(app, "TEST", "1h") == bot


def test_applying_keeps_a_version_with_reader_and_words(app: App) -> None:
    """The history tells who made a change and what was said for it."""
    bot = opened(app)
    answer = said(app, bot, "set window to 12")
    after = converse.apply_card(app, bot, answer.id)
    assert (after.head.number, after.head.author, after.head.reason) == (2, "offline", "set window to 12")
    assert after.head.parameters == BotParameters(window=12)
    assert converse.apply_card(app, bot, answer.id) == after
    assert card(converse.talk(app, after)[-1]).status == "applied"
    assert card(converse.talk(app, after)[-1]).version == 2
    effect = converse.effect_of(app, bot, card(answer), Setup(), tune_bot.USUAL_DAYS)
    assert tune_bot.results(app, after)[2].effect == effect


def test_the_same_id_is_said_once_whatever_races(app: App) -> None:
    """A rerun of the page, or eight windows in the same moment, make one pair of messages."""
    bot = opened(app)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: said(app, bot, "window 12", message_id="m1"), range(16)))
    assert len(set(map(repr, answers))) == 1
    assert [message.id for message in converse.talk(app, bot)] == ["m1", "m1.1"]


def test_a_card_on_settings_that_moved_on_is_overtaken_and_can_be_made_again(app: App) -> None:
    """What was measured on other settings must not be kept as if it were measured on these."""
    bot = opened(app)
    old = said(app, bot, "set window to 12")
    now = converse.apply_card(app, bot, said(app, bot, "k_sigma 1.5").id)
    with pytest.raises(ConflictError, match="nothing was kept"):
        converse.apply_card(app, now, old.id)
    assert card(next(one for one in converse.talk(app, now) if one.id == old.id)).status == "overtaken"
    new = converse.renew_card(app, now, old.id, now.head.parameters)
    assert card(new).after == BotParameters(window=12, k_sigma=1.5)
    assert converse.apply_card(app, now, new.id).head.parameters == card(new).after


def test_a_draft_that_moved_overtakes_a_card_too(app: App) -> None:
    """The effect on the card was measured from the draft."""
    bot = opened(app)
    draft = changed(bot.head.parameters, {"k_sigma": 1.5})
    answer = said(app, bot, "set window to 12", draft)
    assert card(answer).after == BotParameters(window=12, k_sigma=1.5)
    moved = changed(draft, {"k_sigma": 1.6})
    assert card(converse.talk(app, bot, moved)[-1]).status == "overtaken"
    with pytest.raises(ConflictError):
        converse.apply_card(app, bot, answer.id, draft=moved)
    assert converse.apply_card(app, bot, answer.id, draft=draft).head.parameters == card(answer).after


def test_a_large_step_wants_a_second_confirmation(app: App) -> None:
    """Half the allowed range in one sentence is more often a slip than a wish."""
    bot = opened(app)
    answer = said(app, bot, "set window to 30")
    assert card(answer).look_twice == ("window 15 → 30",)
    with pytest.raises(ParameterError, match="A large step: window 15 → 30"):
        converse.apply_card(app, bot, answer.id)
    assert converse.apply_card(app, bot, answer.id, confirmed=True).head.parameters.window == 30


def test_discarding_changes_nothing_and_can_be_taken_back(app: App) -> None:
    """A slip of the mouse loses nothing."""
    bot = opened(app)
    answer = said(app, bot, "set window to 12")
    assert card(converse.discard_card(app, answer.id)).status == "discarded"
    assert tune_bot.open_bot(app, "TEST", "1h") == bot
    assert converse.apply_card(app, bot, answer.id).head.parameters.window == 12


def test_undo_by_words_takes_the_draft_back_first(app: App) -> None:
    """As the key does; giving up a draft makes no version."""
    bot = opened(app)
    bot = converse.apply_card(app, bot, said(app, bot, "set window to 12").id)
    draft = changed(bot.head.parameters, {"k_sigma": 1.5})
    back = said(app, bot, "undo", draft)
    assert card(back).after == bot.head.parameters
    assert converse.apply_card(app, bot, back.id).head == bot.head
    assert card(converse.talk(app, bot)[-1]).status == "applied"


def test_undo_and_redo_by_words_move_as_the_buttons_do(app: App) -> None:
    """No version is added by going back, also after a change that led back by hand; and nothing moves unclicked."""
    bot = opened(app)
    for words in ("set window to 12", "set window to 15"):
        bot = converse.apply_card(app, bot, said(app, bot, words).id)
    back = said(app, bot, "undo")
    assert card(back).after.window == 12
    bot = converse.apply_card(app, bot, back.id)
    assert (bot.head.number, bot.redo_to) == (2, 3)
    bot = converse.apply_card(app, bot, said(app, bot, "undo").id)
    assert (bot.head.number, card(converse.talk(app, bot)[-1]).version) == (1, 1)
    assert said(app, bot, "undo").text == "There is nothing to take back: this is the bot's first version."
    again = tune_bot.redo(app, bot)
    assert (again.head.number, len(tune_bot.history(app, again))) == (2, 3)


def test_a_label_is_known_to_words(app: App) -> None:
    """Labels are how people remember versions."""
    bot = opened(app)
    bot_papers.label(app, bot, 1, "calm")
    bot = converse.apply_card(app, bot, said(app, bot, "set window to 12").id)
    asked = converse.talk(app, bot)[0]
    versions = request(app, bot, replace(asked, draft=None), ()).versions
    assert [(one.number, one.label) for one in versions] == [(1, "calm"), (2, "")]


def test_what_cannot_work_is_not_kept_even_when_words_ask_for_it(app: App) -> None:
    """A spot market has nothing to borrow: the click says so."""
    bot = opened(app)
    answer = said(app, bot, "turn on allow short")
    with pytest.raises(ParameterError, match="nothing to borrow"):
        converse.apply_card(app, bot, answer.id)
    assert tune_bot.open_bot(app, "TEST", "1h") == bot


@pytest.mark.parametrize("words", ["", "   ", "x" * 2001])
def test_words_that_cannot_be_read_are_refused_at_the_door(app: App, words: str) -> None:
    """In one line that says what to do, and nothing is kept of them."""
    bot = opened(app)
    with pytest.raises(InterpreterError):
        said(app, bot, words)
    assert converse.talk(app, bot) == ()


def test_a_key_in_the_words_is_kept_nowhere(app: App) -> None:
    """People paste keys into chats."""
    bot = opened(app)
    key = "sk-ant-api03-AbCdEf123456"
    said(app, bot, f"set window to 12, my key is {key}", pasted=f"Authorization: Bearer {key}abc")
    asked = converse.talk(app, bot)[0]
    assert "looks like a key" in asked.notice
    for file in app.settings.data.glob("toption.db*"):
        assert b"AbCdEf123456" not in file.read_bytes()


def test_pasted_text_asks_for_nothing(app: App) -> None:
    """A newsletter is not a wish."""
    bot = opened(app)
    answer = said(app, bot, "what do you think of this?", pasted="set window to 30 and risk_factor to 1")
    assert answer.card is None
    assert converse.talk(app, bot)[0].pasted.startswith("set window")


def test_a_message_without_a_change_has_nothing_to_apply(app: App) -> None:
    """A forged click on an answer says so."""
    bot = opened(app)
    answer = said(app, bot, "what does window do?")
    for act in (
        lambda: converse.apply_card(app, bot, answer.id),
        lambda: converse.renew_card(app, bot, answer.id, bot.head.parameters),
    ):
        with pytest.raises(ParameterError, match="There is no change in this message"):
            act()
    with pytest.raises(StoreError, match="you have no such message"):
        converse.apply_card(app, bot, "never")


def test_the_effect_on_a_card_is_that_of_the_replays(app: App) -> None:
    """No number on a card comes from a reader of words."""
    bot = opened(app)
    made = card(said(app, bot, "double the trade size"))
    found = converse.effect_of(app, bot, made, Setup(), None)
    made_tape = tune_bot.whole_tape(app, "TEST", "1h", "1h", tune_bot.known_until(app, "TEST", "1h"))
    old, new = (tune_bot.measure(made_tape, each, Setup(), None) for each in (made.before, made.after))
    assert found == tune_bot.effect(old, new)
    assert not found.is_same


def test_suggestions_can_be_sent_as_they_stand(app: App) -> None:
    """At most four, and what is offered to mend something does mend it."""
    bot = opened(app)
    draft = changed(bot.head.parameters, {"base_trade_size": 0.004, "risk_factor": 0.9})
    measured = tune_bot.measure(
        tune_bot.whole_tape(app, "TEST", "1h", "1h", tune_bot.known_until(app, "TEST", "1h")), draft, Setup(), None
    )
    found = tune_bot.judged(draft, measured, "1h")
    offered = converse.suggestions(app, bot, draft, found)
    assert 1 <= len(offered) <= 4
    mending = [words for words in offered if words.startswith(("set ", "turn "))]
    assert mending
    assert all(said(app, bot, words, draft).card is not None for words in mending)


def test_a_question_is_answered_and_an_imagined_change_is_only_shown(app: App) -> None:
    """Asking changes nothing, whatever is clicked later; the effect is measured."""
    bot = opened(app)
    answer = said(app, bot, "what would a wider band do?")
    assert card(answer).after.k_sigma > bot.head.parameters.k_sigma
    assert "Measured over 21 days" in answer.text
    assert "Asking changes nothing" in answer.notice
    assert answer.author == "engine"
    assert tune_bot.open_bot(app, "TEST", "1h") == bot


def test_the_words_that_made_a_version_explain_it(app: App) -> None:
    """From the sentence to the version and back."""
    bot = opened(app)
    bot = converse.apply_card(app, bot, said(app, bot, "more sensitive").id)
    answer = said(app, bot, "why did you change the window?")
    assert "in version 2 (" in answer.text
    assert 'for "more sensitive". Reason: more sensitive' in answer.text


def test_without_candles_words_still_work(app: App) -> None:
    """Only what needs the market is left out."""
    bot = opened(app)
    app.candles.remove("TEST", "1h")
    assert card(said(app, bot, "set window to 12")).after.window == 12
    assert "no candles" in said(app, bot, "how did it do?").text
