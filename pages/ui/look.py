"""Which colours the charts use in light and dark, and how numbers, prices and dates read."""

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import streamlit as st

NOT_KNOWN: Final = "–"
CURRENCIES: Final = {"USD": "$", "EUR": "€", "GBP": "£"}
FONT: Final = "Toption Sans, sans-serif"
_JOINER: Final = "\u2060"  # takes no room; breaks what would become a link
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&@^=\"'/])")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme; `fan` is laid over itself with the three opacities, widest range first.

    `neutral` fills what is neither good nor bad; `diverging` runs from the worst loss over nothing to the best gain.
    """

    is_dark: bool
    page: str
    ink: str
    muted: str
    line: str
    grid: str
    band: str
    neutral: str
    up: str
    down: str
    fan: str
    fan_opacity: tuple[float, float, float]
    score_parts: tuple[str, str, str, str, str]
    diverging: tuple[str, ...]


# Blue and vermillion stay apart for every kind of colour blindness; green and red do not.
LIGHT: Final = Tokens(
    is_dark=False,
    page="#FFFFFF",
    ink="#111A24",
    muted="#5A6675",
    line="#DFE4EA",
    grid="#EDF0F3",
    band="#7B8794",
    neutral="#C9D1DA",
    up="#0072B2",
    down="#D55E00",
    fan="#6A51A3",
    fan_opacity=(0.10, 0.13, 0.20),
    score_parts=("#0072B2", "#D98A3D", "#6A51A3", "#3A9C82", "#4A5663"),
    diverging=(
        "#8F3F00",
        "#C65A0B",
        "#E28A4A",
        "#F1B88E",
        "#FAE3D2",
        "#DDEAF3",
        "#A9CDE4",
        "#62A5CE",
        "#1F7DB5",
        "#00558A",
    ),
)
DARK: Final = Tokens(
    is_dark=True,
    page="#10151B",
    ink="#E4E9EE",
    muted="#9AA7B5",
    line="#2B3541",
    grid="#222B35",
    band="#8593A3",
    neutral="#3A4653",
    up="#56B4E9",
    down="#E69F00",
    fan="#B3A2E0",
    fan_opacity=(0.14, 0.18, 0.26),
    score_parts=("#56B4E9", "#E69F00", "#B3A2E0", "#2E9C86", "#C9D1DA"),
    diverging=(
        "#F5C563",
        "#D99A1B",
        "#A87414",
        "#6B4D16",
        "#33291A",
        "#1B2A36",
        "#1F4C66",
        "#2A779E",
        "#46A0D2",
        "#8CCBF0",
    ),
)


def tokens() -> Tokens:
    """The colours of the theme that this visitor looks at."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def number(value: float, decimals: int = 0, *, signed: bool = False) -> str:
    """A number with thousands commas and a real minus sign; a sign before gains too when `signed`."""
    if not math.isfinite(value):
        return NOT_KNOWN
    digits = f"{abs(value):,.{decimals}f}"
    is_zero = float(digits.replace(",", "")) == 0
    if value < 0 and not is_zero:
        return f"−{digits}"
    return f"+{digits}" if signed and not is_zero else digits


def percent(share: float, decimals: int = 1, *, signed: bool = False) -> str:
    """A fraction as percent: 0.031 reads `3.1 %`, or `+3.1 %` when `signed`."""
    written = number(share * 100, decimals, signed=signed)
    return written if written == NOT_KNOWN else f"{written}\u00a0%"


def money(amount: float, currency: str = "USD", *, signed: bool = False) -> str:
    """An amount in whole units from a hundred on, with cents below: `$1,234`, `−$12.50`."""
    written = number(amount, 0 if abs(amount) >= 100 else 2, signed=signed)
    if written == NOT_KNOWN:
        return written
    if currency not in CURRENCIES:
        return f"{written}\u00a0{currency}"
    sign = written[0] if written[0] in "+−" else ""
    return f"{sign}{CURRENCIES[currency]}{written.removeprefix(sign)}"


def price(value: float) -> str:
    """A price with about five digits that matter: `47,250`, `312.45`, `0.071832`."""
    if not math.isfinite(value) or value == 0:
        return number(value)
    return number(value, min(max(4 - math.floor(math.log10(abs(value))), 0), 10))


def day(at: datetime) -> str:
    """A date: `12 Nov 2026`."""
    return f"{at.day} {at:%b %Y}"


def moment(at: datetime) -> str:
    """A date with its time in UTC: `12 Nov 2026, 16:00 UTC`."""
    utc = at.astimezone(UTC)
    return f"{day(utc)}, {utc:%H:%M} UTC"


def plain(text: str) -> str:
    """Text from people, files or models for use inside markdown: every sign stands for itself.

    Halves of letters, which JSON may carry and no page can be sent, become question marks.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    for address in ("://", "www.", "@"):
        text = text.replace(address, f"{_JOINER}{address[0]}{_JOINER}{address[1:]}")
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", " ")


def small(text: str) -> str:
    """Markdown for small gray print."""
    return f":small[:gray[{text}]]"


def small_print(text: str) -> None:
    """Write small gray print; pass foreign text through `plain` first."""
    st.markdown(small(text), width="stretch")


def on_accent(label: str) -> str:
    """The label of a primary button: Streamlit's white is too faint on the dark theme's accent.

    The theme gives violet words, which nothing else uses, the colour that stands on the accent.
    """
    return f":violet[**{label}**]"
