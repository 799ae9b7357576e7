"""What the interactive command line says to people."""

from typing import Final

WELCOME: Final = (
    'Say in your own words how the bot should trade, such as "more conservative", "set window to 12" or'
    ' "smaller trades, but keep the bands". Nothing is saved until you save it.'
)
HELP: Final = (
    'Words change settings or ask about them; "a bit more" goes on from the last ones. Commands: show, undo, redo,'
    " save, help, quit."
)
ASK: Final = "What should change? "
NOTHING_TO_UNDO: Final = "There is nothing to undo: these are the settings you started from."
UNDONE: Final = "Taken back."
NOTHING_TO_REDO: Final = "There is nothing to redo: nothing was taken back since the last change."
REDONE: Final = "Brought back."
NOTHING_TO_SAVE: Final = "There is nothing to save yet: say what should change first."
LEFT_UNSAVED: Final = "Left without saving the last changes."
