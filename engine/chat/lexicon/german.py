"""german."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon

GERMAN: Final = Lexicon("de", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "", True)
