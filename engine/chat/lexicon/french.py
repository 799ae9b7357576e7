"""french."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon

FRENCH: Final = Lexicon("fr", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "", True)
