"""Markup that cannot be broken into: whatever is not markup already is escaped where it is put in."""

import re
from html import escape
from typing import Final

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """Text that is markup; made by `tag` and `joined` alone."""

    __slots__ = ()


Part = str | Markup | float | int | None
EMPTY: Final = frozenset({"meta", "br", "line", "rect", "circle", "path", "polyline", "polygon", "stop"})


def tag(element: str, /, *parts: Part, **attributes: Part) -> Markup:
    """An element with these parts inside; a trailing underscore of an attribute falls away, others become dashes."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escaped(_text(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if element in EMPTY and not parts:
        return Markup(f"<{element}{given}/>")
    return Markup(f"<{element}{given}>{joined(*parts)}</{element}>")


def joined(*parts: Part) -> Markup:
    """Parts one after the other; None is nothing."""
    return Markup(
        "".join(part if isinstance(part, Markup) else _escaped(_text(part)) for part in parts if part is not None)
    )


def _text(value: Part) -> str:
    """A number as short as it can be told in a drawing; text as it is."""
    if isinstance(value, float):
        told = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if told == "-0" else told
    return str(value)


def _escaped(text: str) -> str:
    return escape(CONTROL.sub("\ufffd", text), quote=True)
