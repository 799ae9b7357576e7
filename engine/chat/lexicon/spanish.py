"""spanish."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon

SPANISH: Final = Lexicon("es", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "", True)
