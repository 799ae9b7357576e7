"""Words on their way to an answer: they outlive reruns, and nobody else waits for them."""

from threading import Thread

from engine.bots.parameters import BotParameters
from engine.core.errors import ToptionError
from engine.services.conversation.message import Message
from engine.services.converse import say
from engine.services.startup import App
from engine.services.tune_bot import Bot


class Asking:
    """One request in a thread of its own; words and answer are kept in the store, whatever becomes of the page."""

    def __init__(self, app: App, bot: Bot, words: str, draft: BotParameters, *, pasted: str, message_id: str) -> None:
        self.bot, self.words, self.draft = bot, words, draft
        self.pasted, self.id = pasted, message_id
        self.text = ""
        self.answer: Message | None = None
        self.problem = ""
        self._app = app
        self._thread = Thread(target=self._run, name="asking", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait for the answer, but not longer than this."""
        self._thread.join(seconds)

    def _run(self) -> None:
        self.problem = "The answer broke off. Your words are kept: send them again."
        try:
            for piece in say(self._app, self.bot, self.words, self.draft, self.pasted, self.id):
                if isinstance(piece, Message):
                    self.answer = piece
                else:
                    self.text += piece
        except ToptionError as error:
            self.problem = str(error)
        else:
            self.problem = ""
