"""The words of a trader and what part each plays; names of settings come from the registry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from engine.bots.parameters import KNOBS

Moves = Mapping[str, bool]  # setting -> whether it goes up


@dataclass(frozen=True, slots=True)
class Part:
    """What a word or phrase is in a sentence: its role, the name it stands for, a number where it carries one."""

    role: str
    name: str = ""
    value: float = 0.0


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

_ROLES: Final[Mapping[str, str]] = MappingProxyType({
    "up": "more|higher|increase|increased|increasing|raise|raising|up|boost|bump|grow|lift|add|extend|lengthen|longer"
    "|upwards|greater|expand|extra|step up|turn up|dial up|ramp up|more room|room|longer",
    "down": "less|lower|lowering|decrease|decreasing|reduce|reducing|reduced|down|drop|cut|cutting|trim|shrink"
    "|shorten|shorter|downwards|fewer|lessen|dial back|scale back|turn down|take off|off of|ease|cut back",
    "up size": "bigger|larger|big|large", "down size": "smaller|small",
    "up width": "wider|widen|looser|loosen|broaden|broader", "down width": "tighter|tighten|narrow|narrower|closer",
    "up time": "later|run longer|slower|rarely|less often|less frequently",
    "down time": "earlier|sooner|more often|often|frequently|faster|quicker|more frequently",
    "set": "set|put|use|make|change|move|adjust|switch|go|run|bring|take|change it|give|should be|be|want|let|limit|cap"
    "|allow|require|hold|look|modify",
    "not": "don't|dont|not|never|no|without|stop being|instead of|rather than|shouldn't|won't|cannot|do not|doesn't"
    "|avoid|except|except for|but not|other than",
    "too": "too|so|that much|overly|that big|too much|so much|too many|so many",
    "keep": "keep|leave|same|unchanged|stays|stay|alone|as is|as it is|where it is|as they are|untouched|touch|touching"
    "|changing|preserve|maintain|keeping|leaving",
    "others": "everything else|anything else|the rest|others|other settings|all else|nothing else|other parameters",
    "all": "anything|everything|parameters|nothing|the settings|any changes|changes|all settings",
    "slight": "a bit|a little|slightly|slight|a touch|touch more|somewhat|a notch|one notch|nudge|tick|a tad|marginally"
    "|a hair|gently|a little bit|bit",
    "large": "a lot|much|significantly|far|substantially|considerably|way|greatly|drastically|strongly|lots",
    "by": "by", "to": "to|at|of|=|:|equal to|no more than|at most|up to|not more than", "from": "from",
    "join": "and|but|,|;|.|!|?|then|also|while|with|plus|yet|w",
    "scale": "", "on": "turn on|enable|activate|switch on|on", "off": "turn off|disable|switch off|deactivate|off",
    "highest": "maximum|max out|its maximum|highest|to the max|the max",
    "lowest": "minimum|its minimum|lowest|to the min",
    "default": "default|its default|the default|defaults",
    "previous": "as before|it was before|like before|undo|revert|yesterday|go back to the previous"
    "|previous settings|previous values",
    "ask": "what|how|why|when|which|who|where|should|is|are|does|do|did|will|explain|show|tell|was|were|has|would|can"
    "|could|what's",
    "polite": "can you|could you|would you|will you|would you mind|please|can we|could we",
    "deal": "trades|trade|trading|positions|position|order|orders|entries",
    "enough": "enough",
    "percent": "%|percent|pct|per cent", "points": "percentage points|percentage point|points|point|pp",
    "basis": "bps|bp|basis points", "times": "times|x|×",
    "thing": "bars|bar|units|btc|bitcoin",
})  # fmt: skip

_WISHES: Final[Mapping[str, str]] = MappingProxyType({
    "boldness +": "aggressive|aggressively|bold|bolder|daring|riskier|risky|aggressiveness",
    "boldness -": "conservative|conservatively|cautious|careful|safe|safer|safely|defensive|calmer|prudent|protective",
    "sensitivity +": "sensitive|sensitivity|reactive|jumpy|twitchy|jittery|nervous",
    "quickness +": "responsive|responsiveness|react|reacts|reacting|quick|nimble",
    "quickness -": "smooth|smoother|smoothing|noise|steadier|sluggish",
    "frequency +": "trade frequency|trading frequency|active",
    "frequency -": "patient|selective|picky|overtrading",
})  # fmt: skip
COMPLETE: Final = frozenset({"safer", "calmer", "bolder", "riskier", "smoother", "steadier", "smooth", "overtrading"})

_NUMBERS: Final[Mapping[str, float]] = MappingProxyType({
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "one and a half": 1.5,
    "half a": 0.5,
})  # fmt: skip
_SCALES: Final[Mapping[str, float]] = MappingProxyType({
    "double": 2, "doubled": 2, "twice": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": 0.5, "half": 0.5,
    "in half": 0.5, "by half": 0.5,
})  # fmt: skip
_SHARES: Final[Mapping[str, float]] = MappingProxyType(
    {"a third": 1 / 3, "a quarter": 0.25, "a fifth": 0.2, "a tenth": 0.1}
)

# What people call settings beside the registry's own words; names, labels and words of the registry come by themselves.
_MORE_NAMES: Final[Mapping[str, str]] = MappingProxyType({
    "risk_factor": "risk tolerance|my risk|riskiness", "window": "rolling window|look back|lookback period",
    "k_sigma": "band|standard deviations|k|sigmas", "base_trade_size": "sizes|stakes|base size|trade sizes|sizing",
    "max_position_size": "max position size|maximum position size|position size limit",
    "stop_loss_pct": "stops|stop losses", "take_profit_pct": "profits|take profits|winners",
    "max_daily_loss_pct": "max daily loss", "max_trades_per_day": "max trades per day|daily trade limit",
    "cooldown_bars": "between trades|cool-down", "entry_confirm_bars": "confirmation bars|confirmation bar",
    "ml_weight": "forecasts|predictions|ml predictions|ml forecast|machine learning",
    "allow_short": "shorting|short positions",
    "max_holding_bars": "holding time|holding period|hold positions|hold trades|time in a trade",
    "max_drawdown_pct": "maximum drawdown|max drawdown limit",
})  # fmt: skip
_CHOICES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({
    "trend following": ("style", "breakout"), "break out": ("style", "breakout"), "fade": ("style", "mean_reversion"),
    "daily candles": ("timeframe", "1d"), "daily bars": ("timeframe", "1d"), "hourly": ("timeframe", "1h"),
    "market orders": ("order_type", "market"), "limit orders": ("order_type", "limit"),
    "market order": ("order_type", "market"), "limit order": ("order_type", "limit"),
})  # fmt: skip
_NO_NAMES: Final = frozenset({"positions", "short", "hold", "orders", "style", "rest", "pause", "trend", "bars of",
                              "candles of", "with the trend", "long only", "volatility"})  # fmt: skip
_COMMON_WORDS: Final = (
    "a an the i i'd i'm i've we you he it its it's my me your our this that these those there here in on for or as if"
    " have had been being am going like need think feel feels price prices move moves movement movements recent market"
    " markets bot day days week month hour hours money losing lost great good bad calm now just only still very really"
    " about around each every per any some all would want wants choppy thanks thank hello please signal changes change"
    " current back again little than into onto over under after says said per little first second thing things step"
    " leverage strategy faster system test result results profit loss losses trial form size time level next"
    " word work gain they them their because since risked today tomorrow holiday"
)
_COMMON: Final = frozenset(_COMMON_WORDS.split())


def _phrases() -> Iterable[tuple[str, Part]]:
    """Every phrase and its part; what comes later holds where one phrase has two."""
    for role, said in _ROLES.items():
        yield from ((phrase, Part(role)) for phrase in said.split("|") if phrase)
    for wish, said in _WISHES.items():
        name, sign = wish.split()
        for phrase in said.split("|"):
            yield phrase, Part("wish!" if phrase in COMPLETE else "wish", name, 1.0 if sign == "+" else -1.0)
    for role, table in (("number", _NUMBERS), ("scale", _SCALES), ("share", _SHARES)):
        yield from ((phrase, Part(role, value=value)) for phrase, value in table.items())
    for name in KNOBS:
        yield from _called(name)
    for phrase, (name, choice) in _CHOICES.items():
        yield phrase, Part("choice", f"{name}={choice}")
    yield from _timeframes()
    for word in ("market", "limit"):  # ordinary words unless "orders" follows
        yield word, Part("word")


def _timeframes() -> Iterable[tuple[str, Part]]:
    """For "15 minute bars" and "4 hour candles"."""
    for choice in KNOBS["timeframe"].choices:
        unit = {"m": "minute", "h": "hour", "d": "day"}[choice[-1]]
        for what in ("bars", "candles", "bar", "candle", "timeframe", "chart"):
            yield f"{choice[:-1]} {unit} {what}", Part("choice", f"timeframe={choice}")


def _called(name: str) -> Iterable[tuple[str, Part]]:
    """What one setting and its choices are called, longer names written as one word too."""
    knob = KNOBS[name]
    called = {name.replace("_", " "), knob.label.lower(), *knob.words, *_MORE_NAMES.get(name, "").split("|")}
    for phrase in sorted(called - _NO_NAMES - {""}):
        plain = phrase.replace("-", " ")
        yield plain, Part("setting", name)
        if " " in plain and len(plain) > 5:
            yield plain.replace(" ", ""), Part("setting", name)
    yield from ((choice.replace("_", " "), Part("choice", f"{name}={choice}")) for choice in knob.choices)


@cache
def vocabulary() -> Mapping[tuple[str, ...], Part]:
    """Every phrase, as a tuple of words, and the part that it plays."""
    return MappingProxyType({tuple(phrase.split()): part for phrase, part in _phrases()})


@cache
def known_words() -> frozenset[str]:
    """Every single word that occurs in a phrase or is plain English; only others are taken for slips."""
    return frozenset(word for phrase in vocabulary() for word in phrase) | _COMMON
