"""What "trades" and "positions" stand for: their size, how long, how many at once, how many a day, how often."""

from dataclasses import replace
from typing import Final

from engine.chat.text.pieces import Piece, is_comparative
from engine.chat.words.roles import SIGNS, STRONG
from engine.chat.words.segments import Segment
from engine.chat.words.targets import Target, targets
from engine.chat.words.ways import Way, said

_ACTS: Final = (*SIGNS, "quality", "on", "off", "factor", "number", "share")
_DEALS: Final = ("trade", "enter", "signal", "position", "order")


def resolved_targets(segment: Segment) -> tuple[Target, ...]:
    """The settings of a segment; "trades" and "positions" by what is said of them."""
    found = tuple(_counted(segment, target) for target in targets(segment))
    if _is_tilt(segment):
        return tuple(target for target in found if target.name == "ml_weight")
    numbers = len(segment.roles("number", "share", "factor"))
    if len(found) > 1 and numbers < len(found) and not segment.has("keep", "neg", "default", "previous", "restore"):
        found = _nearest(segment, found)
    return found or (_dealt(segment) if segment.nouns(*_DEALS) else ())


def contenders(segment: Segment) -> tuple[str, ...]:
    """Two settings or more that one act could be about: "the forecast should move the size less"."""
    if segment.has("keep", "default", "previous", "restore", "choice", "from"):
        return ()
    if _is_tilt(segment):
        return ()
    strong = [each for each in targets(segment) if _is_strong(each, segment)]
    numbers = len(segment.roles("number", "share", "factor"))
    return tuple(each.name for each in strong) if len(strong) > 1 and numbers < len(strong) else ()


def _is_tilt(segment: Segment) -> bool:
    """For "the forecast should move my size less": how much it weighs, where the size itself is not made bigger."""
    names = [each.name for each in targets(segment) if _is_strong(each, segment)]
    weighs = segment.nouns("weight") or not segment.has("quality", "number", "share", "factor", "up", "down")
    return sorted(names) == ["base_trade_size", "ml_weight"] and bool(weighs)


def _is_strong(target: Target, segment: Segment) -> bool:
    """Whether the thing that a setting is named by names it alone; "from the mean" only says where."""
    named = target.exact or segment.pieces[target.place].name in STRONG
    return named and target.name != "exit_band"


def _nearest(segment: Segment, found: tuple[Target, ...]) -> tuple[Target, ...]:
    """One act and several things: the act is about the thing beside it, the rest only says where or what for."""
    acts = [place for place, piece in enumerate(segment.pieces) if piece.role in _ACTS]
    if not acts:
        return found
    return (min(found, key=lambda target: (min(abs(target.place - place) for place in acts), target.place)),)


def _counted(segment: Segment, target: Target) -> Target:
    """For "hold at most 5 positions": a number right before the positions counts them."""
    if target.name == "ml_weight" and segment.has("above", "below") and segment.has("number"):
        return replace(target, name="ml_min_confidence")
    if target.name == "max_position_size" and any(piece.name == "percent" for piece in segment.roles("number")):
        return replace(target, name="max_asset_exposure")
    sizes = {piece.name for piece in segment.roles("quality")} & {"big", "small"}
    counted = target.name in ("max_open_positions", "max_asset_exposure") and not target.exact
    if counted and sizes and segment.nouns("position") and not segment.has("number", "share"):
        return replace(target, name="base_trade_size")
    if target.name == "max_open_positions" and segment.has("number") and segment.nouns("bar"):
        return replace(target, name="max_holding_bars")
    for place, piece in enumerate(segment.pieces[:-1]):
        behind = segment.pieces[place + 1]
        counts = piece.role == "number" and not piece.name and behind.role == "noun" and behind.name == "position"
        if (
            counts
            and target.name in ("max_holding_bars", "max_position_size", "max_asset_exposure")
            and not target.exact
        ):
            return replace(target, name="max_open_positions")
    return target


def _dealt(segment: Segment) -> tuple[Target, ...]:
    """What "trades" or "positions" stand for: their size, how long, how many at once, how many a day."""
    qualities = {piece.name for piece in segment.roles("quality")}
    place = segment.pieces.index(segment.nouns(*_DEALS)[0])
    things = {piece.name for piece in segment.nouns(*_DEALS)}
    if qualities & {"big", "small"} or (things & {"position", "order"} and qualities & {"high", "low"}):
        return (Target("base_trade_size", place),)
    spoken = {
        piece.name for piece in segment.roles("quality") if is_comparative(piece.text) or segment.has("too", "so")
    }
    held = "position" in things and segment.nouns("bar") and segment.has("number")
    if held or (spoken & {"long", "short"} and things & {"trade", "position"}):
        return (Target("max_holding_bars", place),)
    if things & {"enter"} and qualities & {"late", "slow"}:
        return (Target("entry_confirm_bars", place),)
    coins = any(piece.name == "coins" or 0 < piece.part.value < 1 for piece in segment.roles("number"))
    if coins:
        return (
            Target("max_position_size" if segment.has("cap") and "position" in things else "base_trade_size", place),
        )
    if "position" in things and segment.has("number", "more", "less", "up", "down", "too", "too_few", "add"):
        return (Target("max_open_positions", place),)
    return ()


def is_count(segment: Segment, number: Piece, found: tuple[Target, ...]) -> bool:
    """Whether a number counts trades, and no setting here is such a count: "3 of 5 trades lose"."""
    if number.role != "number" or number.name or number.part.value < 1 or number not in segment.pieces:
        return False
    place = segment.pieces.index(number)
    behind = [piece for piece in segment.pieces[place + 1 : place + 4] if piece.role not in ("word", "unknown", "of")]
    counts = bool(behind) and behind[0].role == "noun" and behind[0].name in _COUNTED
    return counts and not {each.name for each in found} & _COUNTS


def is_tally(segment: Segment, found: tuple[Target, ...]) -> bool:
    """For "a streak of 5 losing trades": trades are counted, and nothing is to be done."""
    counts = any(is_count(segment, piece, found) for piece in segment.roles("number"))
    return bool(found) and counts and not segment.has(*SIGNS, "quality", "set", "on", "off")


_COUNTED: Final = ("trade", "loser", "winner", "position", "order", "enter", "signal")
_COUNTS: Final = frozenset({"max_trades_per_day", "max_open_positions", "cooldown_bars", "entry_confirm_bars"})


def how_often(segment: Segment) -> Way:
    """Whether more trades are wanted (1) or fewer (-1); 0 where trades are not what it is about."""
    if not segment.nouns("trade", "enter", "signal", "order") or segment.has("number", "share", "factor"):
        return 0
    signs = said(segment)
    qualities = {piece.name for piece in segment.roles("quality")}
    way = 1 if qualities & {"often", "fast", "loose", "early"} else -1 if qualities & {"rare", "slow", "strict"} else 0
    if way and signs.more < 0:
        way = -way
    way = way or signs.more or signs.verb
    if not way and signs.turned:
        way = 1 if not segment.has("too_few") else -1
    return -way if signs.turned else way
