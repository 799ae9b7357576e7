"""chinese."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon

CHINESE: Final = Lexicon("zh", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "", True)
