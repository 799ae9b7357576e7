"""What words change offline: the state after a request, as the tests of the reader look at it."""

from engine.bots.parameters import BotParameters, differences
from engine.bots.settings.knob import Value
from engine.chat.decisions import Outcome, decide
from engine.chat.edits import Request
from engine.chat.offline import OfflineInterpreter

READER = OfflineInterpreter()
USUAL = BotParameters()


def after(words: str, start: BotParameters = USUAL) -> Outcome:
    """What the engine makes of the words' proposal."""
    return decide(READER.read(Request(words, start)), words, start)


def moves(words: str, start: BotParameters = USUAL) -> dict[str, Value]:
    """What a sentence changes, by name."""
    return {name: new for name, (_, new) in differences(start, after(words, start).parameters).items()}
