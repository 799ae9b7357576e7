"""What the conversation's buttons do: say, apply, edit, discard, show again, take back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from engine.bots.parameters import CORE_FOUR, BotParameters, differences
from engine.core.errors import ParameterError
from engine.services import converse, tune_bot
from engine.services.conversation.message import Card, Message
from engine.services.conversation.setting import exchange
from engine.services.tune_bot import Bot
from pages.ui.chat.asking import Asking
from pages.ui.controls import unheard
from pages.ui.loaded import engine
from pages.ui.state import adopt, chosen, draft_of, drafts_of, forget, hear, last_heard, put, session, tell
from pages.ui.tuner.actions import guarded
from pages.ui.tuner.change_panel import LONGEST_WHY, why_key

PATIENCE: Final = 0.25  # seconds: an offline answer is there by then, and is drawn in the same run
OFFLINE_PATIENCE: Final = 10.0  # seconds: an offline answer never takes long, and the next words begin where it ends
MOVED: Final = "A slider moved while you pressed Apply; nothing was kept. Look again, then press Apply."


def listener(bot: Bot, key: str) -> Callable[[], None]:
    """What Streamlit calls when a part of the conversation has a message: every act in it is heard once."""

    def acted() -> None:
        for act in unheard(chosen(key).acted, last_heard(key)):
            hear(key, act["count"])
            perform(bot, act)

    return acted


def perform(bot: Bot, act: Mapping[str, Any]) -> None:
    """Do what a browser asks for; what has another shape than ours would send does nothing."""
    words, pasted, message_id = act.get("say"), act.get("pasted", ""), act.get("id")
    if not isinstance(message_id, str):
        return
    if isinstance(words, str) and isinstance(pasted, str):
        guarded(lambda: say(bot, words, pasted, message_id))
    elif isinstance(act.get("do"), str) and act["do"] in DEEDS:
        guarded(lambda: DEEDS[act["do"]](bot, message_id))


def on_screen(bot: Bot) -> BotParameters:
    """The settings that the screen shows: what is saved with what was moved."""
    return tune_bot.drafted(bot.head.parameters, draft_of(bot.id))


def say(bot: Bot, words: str, pasted: str, message_id: str) -> None:
    """Send words; an answer that comes at once is taken in at once, and before the next words are read."""
    bot = tune_bot.open_bot(engine(), bot.symbol, bot.step)  # another window may have kept something since
    before = session().asking.get(bot.id)
    if before is not None:
        before.wait(PATIENCE if engine().settings.has_claude_key else OFFLINE_PATIENCE)
        settle(bot)
    asking = Asking(engine(), bot, words, on_screen(bot), pasted=pasted, message_id=message_id)
    session().asking[bot.id] = asking
    asking.wait(PATIENCE)
    settle(bot)


def take_up(bot: Bot, talk: Sequence[Message]) -> None:
    """Wait again for words without an answer: a reload or a restart came between; they are not sent twice."""
    last = talk[-1] if talk else None
    if last is None or last.author != "you" or bot.id in session().asking or last.id in session().left:
        return
    draft = last.draft or on_screen(bot)
    asking = Asking(engine(), bot, last.text, draft, pasted=last.pasted, message_id=last.id)
    session().asking[bot.id] = asking


def settle(bot: Bot) -> bool:
    """When the answer is there, show its change, as one move that undo takes back; whether there was one."""
    asking = session().asking.get(bot.id)
    if asking is None or asking.is_running or asking.answer is None:
        return False
    del session().asking[bot.id]
    preview(bot, asking.answer)
    return True


def preview(bot: Bot, message: Message) -> None:
    """Put a card's settings on the screen, when they were wished for and made from what is there."""
    card = message.card
    if (
        card is not None
        and not message.is_question
        and card.saved == bot.head.parameters
        and card.before == on_screen(bot)
    ):
        put_settings(bot, card.after)


def put_settings(bot: Bot, wanted: BotParameters) -> None:
    """Let the draft be what leads from the saved settings to these."""
    session().editing.pop(bot.id, None)
    put(bot.id, {name: after for name, (_, after) in differences(bot.head.parameters, wanted).items()})


def found(bot: Bot, message_id: str) -> Card:
    """The card of a message of this conversation."""
    card = next((each.card for each in converse.talk(engine(), bot) if each.id == message_id), None)
    if card is None:
        raise ParameterError(converse.NO_CHANGE)
    return card


def apply(bot: Bot, message_id: str, *, confirmed: bool = False) -> None:
    """Keep a card's settings as the next version: exactly what is on the screen, or nothing."""
    card = found(bot, message_id)
    if card.status == "proposed" and card.saved == bot.head.parameters and on_screen(bot) != card.after:
        raise ParameterError(MOVED)
    after = converse.apply_card(engine(), bot, message_id, confirmed)
    forget(bot.id)
    if card.status == "applied" and card.version != after.head.number:
        tell("done", f"This was kept before, as version {card.version}.")


def edit(bot: Bot, message_id: str) -> None:
    """Take a card over as a change of one's own, to be moved further by hand."""
    card = found(bot, message_id)
    put_settings(bot, card.after)
    session().editing[bot.id] = message_id
    words = next(each.text for each in converse.talk(engine(), bot) if each.id == exchange(message_id))
    adopt(why_key(bot), words[:LONGEST_WHY])
    if not set(differences(card.before, card.after)) <= set(CORE_FOUR):
        adopt("all_settings", True)


def discard(bot: Bot, message_id: str) -> None:
    """Put a card aside, and what it showed off the screen."""
    card = found(bot, message_id)
    converse.discard_card(engine(), message_id)
    if on_screen(bot) == card.after:
        put_settings(bot, card.before)


def show(bot: Bot, message_id: str) -> None:
    """Bring a card on the screen: as it is where it fits, else made again on the settings of now."""
    card = found(bot, message_id)
    if card.status == "proposed" and card.saved == bot.head.parameters and card.before == on_screen(bot):
        put_settings(bot, card.after)
        return
    preview(bot, converse.renew_card(engine(), bot, message_id, on_screen(bot)))


def take_back(bot: Bot, _: str) -> None:
    """Back to the version before the one that a card made."""
    after = tune_bot.undo(engine(), bot)
    drafts_of(bot.id).go(bot.head.number, after.head.number)


def again(bot: Bot, _: str) -> None:
    """Forward to the version that a card made."""
    after = tune_bot.redo(engine(), bot)
    drafts_of(bot.id).go(bot.head.number, after.head.number)


def leave(bot: Bot, message_id: str) -> None:
    """Stop waiting for an answer; it is kept when it comes."""
    session().asking.pop(bot.id, None)
    session().left.add(message_id)


def offline(bot: Bot, message_id: str) -> None:
    """Let the offline interpreter read words that have no answer."""
    preview(bot, converse.offline_answer(engine(), bot, message_id))


def recommend(bot: Bot, _: str) -> None:
    """Let the next run open the dialog of a recommendation."""
    session().advising = bot.id


DEEDS: Final[Mapping[str, Callable[[Bot, str], None]]] = {
    "apply": apply,
    "confirm": lambda bot, message_id: apply(bot, message_id, confirmed=True),
    "edit": edit,
    "discard": discard,
    "show": show,
    "back": take_back,
    "again": again,
    "stop": leave,
    "offline": offline,
    "recommend": recommend,
}
