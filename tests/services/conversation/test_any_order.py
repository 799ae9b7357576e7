"""Say, apply, discard, undo, redo, restore, label in any order: nothing that was said or kept is lost."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from engine.bots.parameters import BotParameters, changed
from engine.core.errors import ConflictError, ParameterError, StoreError
from engine.services import bot_papers, converse, tune_bot
from engine.services.conversation.message import Message
from engine.services.startup import open_app, read_settings
from tests.services.talking import said

WORDS = ("set window to 12", "set window to 15", "more aggressive", "wider bands", "undo", "redo", "back to defaults",
         "go back to version 1", "what is my stop?", "do the thing", "set window to 30")  # fmt: skip


class AnyOrder(RuleBasedStateMachine):
    """A conversation beside the buttons, held against lists of everything that was ever seen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        named = {"TOPTION_DATA": self.folder.name, "DATABASE_URL": "sqlite://", "CLAUDE_API_KEY": ""}
        self.app = open_app(read_settings(named, Path(self.folder.name) / "none.env"))
        self.bot = tune_bot.open_bot(self.app, "TEST", "1h")
        self.draft = self.bot.head.parameters
        self.versions = {1: self.bot.head}
        self.messages: list[tuple[str, str]] = []
        self.cards: dict[str, tuple[BotParameters, BotParameters]] = {}
        self.labels: dict[int, str] = {}

    def teardown(self) -> None:
        """Close what this one opened."""
        self.app.store.close()
        self.folder.cleanup()

    @rule(words=st.sampled_from(WORDS), again=st.booleans())
    def say(self, words: str, again: bool) -> None:
        """Words, and the same ones once more, as a page that runs twice says them."""
        name = f"m{len(self.messages)}"
        for _ in range(1 + again):
            answer = said(self.app, self.bot, words, self.draft, message_id=name)
        self.remember(answer, words)

    def remember(self, answer: Message, words: str = "") -> None:
        """Note what must be there from now on."""
        self.messages += [(answer.id.split(".")[0], words)] if words else []
        self.messages.append((answer.id, answer.text))
        if answer.card is not None:
            self.cards[answer.id] = (answer.card.before, answer.card.after)

    @precondition(lambda self: self.cards)
    @rule(data=st.data(), confirmed=st.booleans())
    def apply(self, data: st.DataObject, confirmed: bool) -> None:
        """Click any card, old or new."""
        chosen = data.draw(st.sampled_from(sorted(self.cards)))
        known = {each.id: each.card for each in converse.talk(self.app, self.bot, self.draft)}[chosen]
        assert known is not None
        try:
            after = converse.apply_card(self.app, self.bot, chosen, confirmed, self.draft)
        except (ConflictError, ParameterError):
            assert known.status != "applied"
            assert known.status in {"overtaken", "discarded"} or (known.look_twice and not confirmed)
            return
        assert known.status == "applied" or after.head.parameters == known.after
        self.stand(after)

    @precondition(lambda self: self.cards)
    @rule(data=st.data())
    def discard(self, data: st.DataObject) -> None:
        """Put any card aside."""
        converse.discard_card(self.app, data.draw(st.sampled_from(sorted(self.cards))))

    @precondition(lambda self: self.cards)
    @rule(data=st.data())
    def renew(self, data: st.DataObject) -> None:
        """Make any card again on the settings of now."""
        chosen = data.draw(st.sampled_from(sorted(self.cards)))
        self.remember(converse.renew_card(self.app, self.bot, chosen, self.draft))

    @rule(window=st.integers(5, 30))
    def slide(self, window: int) -> None:
        """Move a slider and leave it there."""
        self.draft = changed(self.bot.head.parameters, {"window": window})

    @rule(move=st.sampled_from((tune_bot.undo, tune_bot.redo)))
    def button(self, move: object) -> None:
        """The buttons beside the conversation."""
        try:
            self.stand(move(self.app, self.bot))  # type: ignore[operator]
        except StoreError:
            return

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        """An old version from the list."""
        number = data.draw(st.sampled_from(sorted(self.versions)))
        if self.versions[number].parameters != self.bot.head.parameters:
            self.stand(tune_bot.restore(self.app, self.bot, number))

    @rule(data=st.data(), text=st.sampled_from(("calm", "bold", "")))
    def label(self, data: st.DataObject, text: str) -> None:
        """Name a version, or take its name away."""
        number = data.draw(st.sampled_from(sorted(self.versions)))
        bot_papers.label(self.app, self.bot, number, text)
        self.labels.pop(number, None)
        self.labels |= {number: text} if text else {}

    def stand(self, bot: tune_bot.Bot) -> None:
        """The bot is here now, and the screen shows it."""
        self.bot, self.draft = bot, bot.head.parameters
        self.versions.setdefault(bot.head.number, bot.head)

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every version, word, answer, card and label is there as it was."""
        bot = self.app.desk().bot(self.bot.id)
        assert (bot.head, bot.revision) == (self.bot.head, self.bot.revision)
        assert {one.number: one for one in tune_bot.history(self.app, bot)} == self.versions
        talk = converse.talk(self.app, bot)
        assert [(each.id, each.text) for each in talk] == self.messages
        shown = {each.id: each.card for each in talk if each.card is not None}
        assert {name: (one.before, one.after) for name, one in shown.items()} == self.cards
        assert all(self.versions[one.version].parameters == one.after for one in shown.values() if one.version)
        assert bot_papers.labels(self.app, bot) == self.labels


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
