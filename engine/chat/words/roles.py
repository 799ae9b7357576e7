"""The parts that words play which the reading asks for again and again, by what they do together."""

from typing import Final

SIGNS: Final = ("up", "down", "more", "less", "add", "take")  # which way
NAMES: Final = ("target", "noun", "choice", "mood", "effect")  # of what
# What is to be done with it, as far as words of grammar tell.
ACTS: Final = (*SIGNS, "quality", "number", "share", "factor", "on", "off", "default", "previous", "highest", "lowest")
ALSO: Final = ("and", "und", "y", "e", "et", "和", "与")
THEREFORE: Final = frozenset({"so", "also", "así que", "asi que", "donc", "alors", "então", "entao", "所以", "所 以"})
# Things that name a setting by themselves.
STRONG: Final = frozenset({
    "risk", "size", "stop", "trail", "target", "band", "sigma", "window", "drawdown", "volatile", "forecast",
    "confident", "exposure", "slip", "scaling", "confirm", "cooldown", "hold", "shorts", "trend",
})  # fmt: skip
