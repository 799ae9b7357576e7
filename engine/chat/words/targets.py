"""Which setting is meant: by its name, or by things spoken of together ("lose" and "day" is the daily limit)."""

from dataclasses import dataclass
from typing import Final

from engine.chat.text.pieces import Piece
from engine.chat.words.roles import STRONG
from engine.chat.words.segments import Segment

Way = int  # 1 up, -1 down, 0 not said


@dataclass(frozen=True, slots=True)
class Target:
    """A setting that a segment is about, where it is named, and the way that the phrase itself implies."""

    name: str
    place: int
    way: Way = 0
    exact: bool = False


# The things that are spoken of together for a setting; + and - are the way that they imply by themselves.
_TOGETHER: Final = {
    "max_daily_loss_pct": "halt_day loss|halt_day drawdown|stay_out loss|day loss|day halt|day stop|"
    "day drawdown|day risk",
    "max_volatility_pct": "day volatile|-volatile stay_out|-volatile halt|-volatile wait|volatile enter|"
    "volatile trade",
    "max_trades_per_day": "halt_day trade|halt_day enter|day trade|day enter|day order|day position|day signal",
    "max_drawdown_pct": "halt drawdown|halt capital|halt loss|capital loss",
    "ml_min_confidence": "forecast confident|confident ignore|forecast ignore cap",
    "ml_weight": "+forecast weight|confident weight",
    "max_open_positions": "atonce position|atonce trade|atonce order|atonce hold|open position|open trade",
    "max_position_size": "cap position size",
    "base_trade_size": "position size|trade size|order size|enter size",
    "risk_factor": "risk trade|risk position",
    "max_asset_exposure": "asset capital|asset exposure|capital exposure|capital position|asset risk|asset cap",
    "cooldown_bars": "between trade|between enter|between position|+wait trade|+wait after|cooldown trade|+wait exit",
    "entry_confirm_bars": "+wait enter|+wait signal|+wait confirm|bar signal|confirm enter|confirm signal",
    "take_profit_pct": "+winner run|+profit run|+winner hold|-winner lock|-winner exit|profit lock|profit exit|"
    "profit target|+winner room|profit trade|profit cap|+hold winner",
    "stop_loss_pct": "-loser exit|loss exit|loss trade|loss position|loss stop|loss cap|+loser room|+trade room|"
    "+position room|loser hold|-loser down|-loss down",
    "trailing_stop_pct": "peak stop|peak exit|trail stop|trail profit",
    "exit_band": "exit mean|exit band|exit sigma|mean sigma exit|profit mean",
    "max_holding_bars": "hold day trade|hold day position|hold day|-hold position overnight|-hold trade overnight|"
    "hold position|hold trade|hold bar|exit after bar|exit bar|exit after|-exit overnight|-hold overnight",
    "trend_filter": "+trend filter|trend against",
    "k_sigma": "enter sigma|enter band|band sigma|signal band",
    "window": "window band|window bar|mean bar|window mean",
    "max_slippage_bps": "slip order|slip trade|slip enter",
    "position_scaling": "scaling enter|scaling position|scaling size",
}  # fmt: skip
_RULES: Final = tuple(
    sorted(
        (
            (frozenset(said.strip("+-").split()), name, {"+": 1, "-": -1}.get(said[0], 0))
            for name, text in _TOGETHER.items()
            for said in text.split("|")
        ),
        key=lambda rule: -len(rule[0]),
    )
)
# What one thing stands for when nothing beside it says more.
_ALONE: Final = {
    "risk": "risk_factor",
    "size": "base_trade_size",
    "band": "k_sigma",
    "sigma": "k_sigma",
    "window": "window",
    "stop": "stop_loss_pct",
    "trail": "trailing_stop_pct",
    "target": "take_profit_pct",
    "drawdown": "max_drawdown_pct",
    "volatile": "max_volatility_pct",
    "forecast": "ml_weight",
    "confident": "ml_min_confidence",
    "exposure": "max_asset_exposure",
    "slip": "max_slippage_bps",
    "scaling": "position_scaling",
    "confirm": "entry_confirm_bars",
    "cooldown": "cooldown_bars",
    "hold": "max_holding_bars",
    "shorts": "allow_short",
    "trend": "trend_filter",
    "asset": "max_asset_exposure",
    "overnight": "max_holding_bars",
    "loser": "stop_loss_pct",
    "winner": "take_profit_pct",
}  # fmt: skip
WEAK: Final = frozenset({"hold", "volatile", "confident", "overnight", "loser", "winner", "asset"})
# Direct names that a thing beside them makes into another setting.
_TURNED: Final = {
    ("stop_loss_pct", "day"): "max_daily_loss_pct", ("ml_weight", "confident"): "ml_min_confidence",
    ("max_drawdown_pct", "day"): "max_daily_loss_pct", ("stop_loss_pct", "trail"): "trailing_stop_pct",
    ("stop_loss_pct", "peak"): "trailing_stop_pct", ("base_trade_size", "cap"): "max_position_size",
    ("take_profit_pct", "trail"): "trailing_stop_pct",
}  # fmt: skip


def targets(segment: Segment) -> tuple[Target, ...]:
    """The settings that a segment is about, in the order of its words."""
    found = [
        Target(_turned(piece, segment), place, exact=True)
        for place, piece in enumerate(segment.pieces)
        if piece.role == "target"
    ]
    free = {place: piece for place, piece in enumerate(segment.pieces) if piece.role in ("noun", "cap")}
    if not any(piece.name not in ("cap",) and piece.role == "noun" for piece in free.values()):
        return _in_order(found)
    return _in_order(_by_things(segment, found, free))


def _turned(piece: Piece, segment: Segment) -> str:
    """The name said, unless something beside it makes it another: "stop" and "day" is the daily limit."""
    beside = {other.name for other in segment.pieces if other.role == "noun"} | ({"cap"} & _roles(segment))
    for (name, thing), other in _TURNED.items():
        if piece.name == name and thing in beside and (thing != "cap" or "position" in piece.text):
            return other
    return piece.name


def _roles(segment: Segment) -> set[str]:
    return {piece.role for piece in segment.pieces}


def _by_things(segment: Segment, found: list[Target], free: dict[int, Piece]) -> list[Target]:
    """What the things stand for together, then alone where no name was said."""
    named = bool(found)
    for together, name, way in _RULES:
        places = _all_of(together, free, segment)
        if not places or (named and not _adds(together, name, found)):
            continue
        if not named or name not in {each.name for each in found}:
            found.append(Target(name, min(places), way))
        for place in places:
            free.pop(place, None)
    taken = {each.name for each in found}
    for place, piece in free.items():
        alone = _ALONE.get(piece.name)
        if piece.role != "noun" or alone is None or alone in taken:
            continue
        if found and (piece.name in WEAK or piece.name not in STRONG or _is_unit(piece, segment, place)):
            continue
        found.append(Target(alone, place))
        taken.add(alone)
    return found


def _adds(together: frozenset[str], name: str, found: list[Target]) -> bool:
    """Whether things beside a name are a setting of their own: those of the same one are not, nor weak ones."""
    return (
        name not in {each.name for each in found}
        and bool(together & STRONG)
        and not together & {"bar", "trade", "order"}
    )


def _is_unit(piece: Piece, segment: Segment, place: int) -> bool:
    """For "widen the bands by half a sigma": the thing behind a number is its unit."""
    return piece.name == "sigma" and place > 0 and segment.pieces[place - 1].role in ("number", "share", "range")


def _all_of(together: frozenset[str], free: dict[int, Piece], segment: Segment) -> list[int]:
    """The places of all these things; empty when one is missing."""
    places = []
    for thing in together:
        if thing in ("room", "down"):
            if not any(thing in (piece.name, piece.role) for piece in segment.pieces):
                return []
            continue
        at = [place for place, piece in free.items() if piece.name == thing or (thing == "cap" and piece.role == "cap")]
        if not at:
            return []
        places.append(at[0])
    return places


def _in_order(found: list[Target]) -> tuple[Target, ...]:
    seen: dict[str, Target] = {}
    for each in sorted(found, key=lambda one: one.place):
        seen.setdefault(each.name, each)
    return tuple(seen.values())
