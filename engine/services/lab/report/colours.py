"""The report's colours, light and dark, as variables that every drawing names; printed it is always light."""

from typing import Final

LIGHT: Final = {
    "page": "#FFFFFF", "raised": "#F4F6F8", "ink": "#111A24", "quiet": "#5A6675", "line": "#DFE4EA", "grid": "#EDF0F3",
    "best": "#0072B2", "bot": "#5A6675", "bad": "#D55E00", "bad-text": "#A34700", "bad-back": "#FCF0E6",
    "good-text": "#005A8C", "good-back": "#EAF3F9", "fan": "#6A51A3", "bar": "#C5CDD6",
}  # fmt: skip
DARK: Final = {
    "page": "#10151B", "raised": "#1A212A", "ink": "#E4E9EE", "quiet": "#9AA7B5", "line": "#2B3541", "grid": "#222B35",
    "best": "#56B4E9", "bot": "#9AA7B5", "bad": "#E69F00", "bad-text": "#F2BC4B", "bad-back": "#33270D",
    "good-text": "#8CCBF0", "good-back": "#13283A", "fan": "#B3A2E0", "bar": "#46525F",
}  # fmt: skip
# From bad to good, the middle is nought.
SCALE_LIGHT: Final = (
    "8F3F00",
    "C65A0B",
    "E28A4A",
    "F1B88E",
    "FAE3D2",
    "DDEAF3",
    "A9CDE4",
    "62A5CE",
    "1F7DB5",
    "00558A",
)
SCALE_DARK: Final = ("F5C563", "D99A1B", "A87414", "6B4D16", "33291A", "1B2A36", "1F4C66", "2A779E", "46A0D2", "8CCBF0")
LEVELS: Final = 21


def variables(dark: bool) -> str:
    """The variables of one theme, as a style sheet declares them."""
    named = DARK if dark else LIGHT
    scale = levels(SCALE_DARK if dark else SCALE_LIGHT)
    return ";".join([*(f"--{name}:{colour}" for name, colour in named.items()),
                     *(f"--m{number}:{colour}" for number, colour in enumerate(scale))])  # fmt: skip


def level(value: float, limit: float) -> str:
    """The scale's colour for a value between -limit and limit; beyond either end, the end's."""
    share = 0.5 if limit <= 0 else min(1.0, max(0.0, 0.5 + value / (2 * limit)))
    return f"var(--m{round(share * (LEVELS - 1))})"


def levels(stops: tuple[str, ...]) -> tuple[str, ...]:
    """So many colours evenly from the first stop to the last."""
    found = []
    for number in range(LEVELS):
        place = number / (LEVELS - 1) * (len(stops) - 1)
        low = min(int(place), len(stops) - 2)
        found.append(_between(stops[low], stops[low + 1], place - low))
    return tuple(found)


def _between(first: str, second: str, share: float) -> str:
    mixed = [
        round(int(first[at : at + 2], 16) * (1 - share) + int(second[at : at + 2], 16) * share) for at in (0, 2, 4)
    ]
    return "#" + "".join(f"{part:02X}" for part in mixed)
