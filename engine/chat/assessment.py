"""What a set of settings amounts to, in words: risk, whom it suits, what to expect, what to look out for."""

from dataclasses import dataclass
from typing import Final, Literal

from engine.bots.guardrails import judged
from engine.bots.guards.situation import Situation, order_units
from engine.bots.parameters import CORE_FOUR, KNOBS, BotParameters, differences
from engine.bots.settings.knob import Value
from engine.bots.settings.risk_profiles import PROFILES, Profile

RiskLevel = Literal["low", "moderate", "high", "very high"]
LEVELS: Final[tuple[RiskLevel, ...]] = ("low", "moderate", "high", "very high")
# First order against the default bot's: from these multiples on the level is moderate, high, very high.
ORDER_MULTIPLES: Final = (0.8, 1.5, 3.0)
USUAL: Final = BotParameters()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement of settings and of the step that led to them; every number in it is computed from them."""

    overall_risk_level: RiskLevel
    risk_factors: tuple[str, ...]
    suitability: str
    expected_trade_frequency: str
    expected_sensitivity: str
    position_sizing_characterization: str
    warnings: tuple[str, ...]
    recommendations: tuple[str, ...]


def assess(before: BotParameters, after: BotParameters, profile: str | None = None) -> Assessment:
    """The settings `after` judged by themselves and against `before`; `profile` is the trader's appetite, if known."""
    moves = differences(before, after)
    found = judged(after, Situation(profile=profile))
    riskier, safer = _moves(moves, True), _moves(moves, False)
    warnings = [f"Increased risk: {', '.join(riskier)}."] if riskier else []
    if safer and not riskier:
        warnings.append(f"Less risk also means less to gain: {', '.join(safer)}.")
    warnings += [each.message for each in found if each.level != "note"]
    return Assessment(
        risk_level(after),
        _risk_factors(after, frozenset({*CORE_FOUR, *moves})),
        _suitability(after, profile),
        _frequency(before, after),
        _sensitivity(before, after),
        _sizing(before, after),
        tuple(warnings),
        (*_advice(bool(riskier), bool(moves)), *(each.message for each in found if each.level == "note")),
    )


def risk_level(parameters: BotParameters) -> RiskLevel:
    """The higher of two: the boldness of the mildest profile that accepts every setting, and the order's size."""
    by_profile = next(
        (place for place, one in enumerate(PROFILES.values()) if not _beyond(parameters, one)), len(PROFILES)
    )
    multiple = order_units(parameters) / order_units(USUAL)
    by_order = sum(multiple >= bound for bound in ORDER_MULTIPLES)
    return LEVELS[max(by_profile, by_order)]


def _beyond(parameters: BotParameters, profile: Profile) -> list[str]:
    return [name for name in profile.limits if not profile.accepts(name, getattr(parameters, name))]


def _moves(moves: dict[str, tuple[Value, Value]], riskier: bool) -> list[str]:
    """The changes that add risk (or take it away), as people read them."""
    return [
        f"{name} {KNOBS[name].text(old)} to {KNOBS[name].text(new)}"
        for name, (old, new) in moves.items()
        if KNOBS[name].riskier != "neither" and (_rises(old, new) is (KNOBS[name].riskier == "higher")) is riskier
    ]


def _rises(old: Value, new: Value) -> bool:
    return not isinstance(old, str) and not isinstance(new, str) and new > old


def _risk_factors(parameters: BotParameters, named: frozenset[str]) -> tuple[str, ...]:
    """What carries the risk: settings beyond the mildest profile, and the size of the first order."""
    multiple = order_units(parameters) / order_units(USUAL)
    size = f"A first order is {multiple:.2f} times that of the default settings."
    cautious = PROFILES["cautious"]
    shown = [name for name in _beyond(parameters, cautious) if name in named]
    others = [name for name in _beyond(parameters, cautious) if name not in named]
    rest = (f"Also beyond a cautious profile: {', '.join(others)}.",) if others else ()
    return (
        size,
        *(
            f"{name} {KNOBS[name].text(getattr(parameters, name))}: {_risky_side(name)} (a cautious profile stops at"
            f" {KNOBS[name].text(cautious.limits[name])})."
            for name in shown
        ),
        *rest,
    )


def _risky_side(name: str) -> str:
    knob = KNOBS[name]
    return knob.higher if knob.riskier == "higher" else knob.lower


def _suitability(parameters: BotParameters, profile: str | None) -> str:
    fitting = [one.name for one in PROFILES.values() if not _beyond(parameters, one)]
    said = (
        f"Fits a {' or '.join(fitting)} appetite for risk."
        if fitting
        else "Beyond even an aggressive appetite for risk."
    )
    if profile is None:
        return said
    beyond = _beyond(parameters, PROFILES[profile])
    return f"{said} Yours is {profile}: {'within it' if not beyond else 'beyond it in ' + ', '.join(beyond)}."


def _frequency(before: BotParameters, after: BotParameters) -> str:
    change = _compared(
        [(before.k_sigma, after.k_sigma), (before.entry_confirm_bars, after.entry_confirm_bars)], "more", "fewer"
    )
    band = f"a band of {KNOBS['k_sigma'].text(after.k_sigma)} standard deviations over {after.window} bars"
    if not change:
        return f"About as many trades as before: {band}. A replay on your candles gives the number."
    if change == "mixed":
        return f"More or fewer trades, two changes pull apart: {band}. A replay on your candles gives the number."
    return f"{change.capitalize()} trades than before: {band}. A replay on your candles gives the number."


def _sensitivity(before: BotParameters, after: BotParameters) -> str:
    change = _compared([(before.window, after.window), (before.k_sigma, after.k_sigma)], "more", "less")
    said = {"": "As sensitive as before", "mixed": "Quicker in one way, calmer in another"}.get(
        change, f"{change.capitalize()} sensitive than before"
    )
    distance = KNOBS["k_sigma"].text(after.k_sigma)
    return f"{said}: looks back {after.window} bars, acts {distance} standard deviations off the mean."


def _compared(pairs: list[tuple[float, float]], when_lower: str, when_higher: str) -> str:
    ways = {when_lower if new < old else when_higher for old, new in pairs if new != old}
    return "mixed" if len(ways) > 1 else next(iter(ways), "")


def _sizing(before: BotParameters, after: BotParameters) -> str:
    old, new = order_units(before), order_units(after)
    change = "unchanged" if new == old else f"{new / old:.2f} times as large as before"
    return f"A first order is {new:.6g} asset units (base_trade_size x (0.5 + risk_factor)), {change}."


def _advice(riskier: bool, moved: bool) -> tuple[str, ...]:
    if not moved:
        return ()
    core = ", ".join(CORE_FOUR)
    said = f"Replay the change on your own candles before you trade with it: the effect of {core} differs by market."
    if not riskier:
        return (said,)
    return (
        said,
        "Run it on paper or with a small capital first; stop_loss_pct and max_drawdown_pct limit what it can lose.",
    )
