"""Which way words point: comparatives by setting, too and enough, not so, less and more, a mood and its moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Magnitude
from engine.chat.text.pieces import Piece, is_comparative
from engine.chat.words.segments import Segment

Way = int
Moves = Mapping[str, bool]  # setting -> whether it goes up

_QUALITY: Final[Mapping[str, int]] = MappingProxyType({
    "big": 1, "small": -1,
    "wide": 1, "tight": -1, "long": 1, "short": -1, "fast": -1, "slow": 1, "early": -1, "late": 1,
    "often": -1, "rare": 1, "strict": -1, "loose": 1, "strong": 1, "weak": -1, "deep": 1, "shallow": -1, "high": 1,
    "low": -1, "room": 1,
})  # fmt: skip
_GATES: Final = ("entry_confirm_bars", "ml_min_confidence", "cooldown_bars", "trend_filter")
# Where a quality means the other way than usual.
_OTHERWISE: Final[Mapping[tuple[str, str], int]] = MappingProxyType({
    **{(name, "strict"): 1 for name in (*_GATES, "k_sigma")},
    **{(name, "loose"): -1 for name in _GATES},
    **{("exit_band", quality): way for quality, way in (("early", 1), ("fast", 1), ("late", -1), ("slow", -1))},
    **{(name, "loose"): 0 for name in ("risk_factor", "base_trade_size")},  # taken off, or let go?
    **{(name, "often"): 1 for name in ("max_trades_per_day", "max_open_positions", "ml_weight", "allow_short")},
    **{(name, "rare"): -1 for name in ("max_trades_per_day", "max_open_positions", "ml_weight", "allow_short")},
})  # fmt: skip

# What a wish moves when there is more of it, and when there is less; more specific wishes come first.
WISHES: Final[Mapping[str, tuple[Moves, Moves]]] = MappingProxyType({
    "sensitivity": ({"window": False, "k_sigma": False}, {"window": True, "k_sigma": True}),
    "quickness": ({"window": False}, {"window": True}),
    "frequency": ({"k_sigma": False}, {"k_sigma": True}),
    "boldness": (
        {"risk_factor": True, "base_trade_size": True, "k_sigma": False, "window": False},
        {"risk_factor": False, "base_trade_size": False},
    ),
})  # fmt: skip
# Why, in the words of a reason: when there is more of a wish, and when there is less.
REASONS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({
    "sensitivity": ("more sensitive: smaller moves leave the band, so more trades will follow",
                    "less sensitive: only larger moves leave the band, so fewer trades will follow"),
    "quickness": ("quicker: recent prices count for more", "smoother: single moves count for less"),
    "frequency": ("more trades: a tighter band is left more often", "fewer trades: a wider band is left less often"),
    "boldness": ("more aggressive: larger orders on tighter and quicker bands, at more risk",
                 "more conservative: smaller orders; the bands stay, since sensitivity was not named"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """The signs of a segment: its verb's way, what "less" and "too" turn round, and whether it contradicts itself."""

    verb: Way = 0
    more: Way = 0
    turned: bool = False
    clash: bool = False


def said(segment: Segment) -> Said:
    """The ways that the words of grammar point to."""
    ups, downs = segment.has("up", "add"), segment.has("down", "take")
    more, less = segment.has("more"), segment.has("less")
    verb = 0 if ups == downs else 1 if ups else -1
    degree = 0 if more == less else 1 if more else -1
    if segment.has("too_few"):
        degree = -1
    return Said(verb, degree, turns_round(segment), (ups and downs) or (more and less))


def turns_round(segment: Segment) -> bool:
    """Whether the segment complains or forbids a degree: "too tight", "not so tight", "too few"."""
    if _is_mild(segment):
        return True
    if segment.has("too_few") or _is_too(segment):
        return not (segment.has("neg") and segment.has("too") and segment.has("is"))
    return bans_degree(segment)


def _is_mild(segment: Segment) -> bool:
    """For "the window seems a bit long": a mild complaint, where nothing is wanted, compared or counted."""
    if not segment.has("is") or segment.has("should", "wish", "set", "polite", "more", "less", "number", "neg", "cond"):
        return False
    pairs = zip(segment.pieces, segment.pieces[1:], strict=False)
    return any(
        one.role == "slight" and two.role == "quality" and not is_comparative(two.text) and two.text.isascii()
        for one, two in pairs
    )


def _is_too(segment: Segment) -> bool:
    """Whether "too" means a degree, and not "also" as at the end of "he trades too"."""
    for place, piece in enumerate(segment.pieces):
        behind = {one.role for one in segment.pieces[place + 1 : place + 3]}
        if piece.role == "too" and (
            piece.text not in _ALSO or behind & {"quality", "mood", "large", "effect", "up", "down"}
        ):
            return True
    return False


_DEGREED: Final = frozenset({"quality", "mood", "large", "effect", "up", "down"})
_ALSO: Final = ("too", "zu")  # which mean "also" and "to" where no degree follows


def bans_degree(segment: Segment) -> bool:
    """For "not so many", "shouldn't be this big": a degree is not wanted, not the thing itself."""
    if not segment.has("neg") or segment.has("enough"):
        return False
    degrees = [place for place, piece in enumerate(segment.pieces) if piece.role in ("so", "as", "too")]
    after = {piece.role for place in degrees for piece in segment.pieces[place + 1 : place + 3]}
    plain = degrees and segment.pieces[degrees[-1]].text in _DEGREES
    return bool(after & {"quality", "mood", "large", "slight", "more", "less"}) or bool(plain)


_DEGREES: Final = ("so much", "so many", "that much", "that many", "as much", "as many", "too", "too much", "too many",
                   "so viel", "so viele", "so oft", "autant", "tant", "si souvent")  # fmt: skip


def magnitude(segment: Segment) -> Magnitude:
    """How far: a touch, ordinarily, a lot; "not by much" is a touch."""
    if segment.has("slight"):
        return "slight"
    if segment.has("large") and not segment.has("too", "so"):
        return "slight" if segment.has("neg") else "large"
    return "ordinary"


def way_of(name: str, segment: Segment, implied: Way = 0) -> tuple[Way, bool]:
    """Which way a named setting should go, and whether the words contradict each other."""
    signs = said(segment)
    if signs.clash:
        return 0, True
    quality = _quality_of(name, segment)
    turn = -1 if signs.turned else 1
    if quality and signs.verb and quality != signs.verb:
        return (signs.verb * turn, False) if _is_attribute(segment) else (0, True)
    if quality:
        return quality * turn, False
    if signs.verb:
        return signs.verb * turn, False
    if signs.more:
        return signs.more * turn * (implied or 1), False
    return (implied or 1) * turn if implied or signs.turned else 0, False


def way_asked(edit: Edit) -> Way:
    """Which way an edit goes by its own words; 0 where it only names a value."""
    if edit.op in ("increase", "decrease"):
        return 1 if edit.op == "increase" else -1
    if edit.toward or edit.value is None or edit.op not in ("scale", "shift"):
        return {"up": 1, "down": -1}.get(edit.toward or "", 0)
    still = 1.0 if edit.op == "scale" else 0.0
    return (edit.value > still) - (edit.value < still)


def _is_attribute(segment: Segment) -> bool:
    """For "lower the tight stop": the quality stands right before the thing and only describes it."""
    for place, piece in enumerate(segment.pieces[:-1]):
        if piece.role == "quality":
            before = segment.pieces[place - 1].text if place else ""
            return segment.pieces[place + 1].role in ("target", "noun") and before in _ARTICLES
    return False


_ARTICLES: Final = ("the", "my", "this", "that", "our", "der", "die", "das", "den", "mein", "meine", "meinen")


def quality_sign(name: str, quality: str) -> Way:
    """Which way a quality points for one setting."""
    return _OTHERWISE.get((name, quality), _QUALITY[quality])


def _quality_of(name: str, segment: Segment) -> Way:
    """The way of the qualities said, "less" turning the one that it stands before; 0 for none, or for two ways."""
    ways = set()
    for place, piece in enumerate(segment.pieces):
        if piece.role == "quality":
            before = [one.role for one in segment.pieces[max(0, place - 2) : place]]
            ways.add(quality_sign(name, piece.name) * (-1 if "less" in before else 1))
    return ways.pop() if len(ways) == 1 else 0


def mood_way(piece: Piece, segment: Segment) -> Way:
    """Which way a wish for the whole bot goes."""
    signs = said(segment)
    way = 1 if piece.part.value > 0 else -1
    if signs.verb:
        way *= signs.verb
    elif signs.more < 0:
        way = -way
    speed = {one.name for one in segment.roles("quality")}
    if piece.name in ("quickness", "frequency") and speed & {"slow", "late", "rare", "low", "small"} and not signs.verb:
        way = -way
    forbidden = segment.has("neg") and not segment.has("enough") and not signs.turned
    return -way if signs.turned or (forbidden and not is_compared(segment, piece)) else way


def is_compared(segment: Segment, piece: Piece) -> bool:
    """Whether a mood is said in a comparative: "more cautious", "riskier"; then "don't" keeps, else it turns."""
    return segment.has("more", "less", "up", "down") or piece.text.endswith("er")


def riskier(name: str, bold: bool) -> Way:
    """Which way one setting goes for more (or less) risk; 0 where neither way is riskier."""
    way = {"higher": 1, "lower": -1, "neither": 0}[KNOBS[name].riskier]
    return way if bold else -way
