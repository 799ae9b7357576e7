"""portuguese."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon

PORTUGUESE: Final = Lexicon("pt", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "", True)
