"""Which experiments a trader is in, and what each asks of the feed he opens: the same answer every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from engine.core.errors import DataError
from engine.experiments.experiment import Kind, Variant
from engine.experiments.life import Life, Step, life_of
from engine.gateways.store.desk import HOUSE, Principal
from engine.ranking.recommendation import ORDERS, Order
from engine.scoring import Weights
from engine.services.startup import App

REMEMBERED: Final = ("experiments",)


@dataclass(frozen=True, slots=True)
class Assigned:
    """One experiment that a trader is in, and his variant of it; `is_control` is what there is today."""

    experiment: str
    kind: Kind
    variant: Variant
    is_control: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a trader's variants change in the feed: the parts' weights, its order, how much surprise; None: nothing."""

    weights: Weights | None = None
    order: Order | None = None
    surprise: float | None = None


def lives_of(app: App) -> Mapping[str, Life]:
    """Every experiment by its key, as it stands; read anew only where something was noted since."""
    rows = app.store.experiments(HOUSE)
    known = app.recent.get(REMEMBERED)
    if known is not None and known[0] == rows:
        found: Mapping[str, Life] = known[1]
        return found
    steps: dict[str, list[Step]] = {}
    for key, act, content in rows:
        steps.setdefault(key, []).append(Step(act, content))  # type: ignore[arg-type]  # acts are what running writes
    lives = {key: life for key, each in steps.items() if (life := life_of(each)) is not None}
    app.recent.put(REMEMBERED, (rows, lives))
    return lives


def variant_for(app: App, principal: Principal) -> tuple[Assigned, ...]:
    """The variants of every running experiment that this trader takes part in; none for who is no trader."""
    if principal.role != "trader":
        return ()
    found = []
    for key, life in lives_of(app).items():
        # A bot's experiment is paper, and simulated traffic is of traders who do not exist: neither changes a feed.
        variant = None if life.design.kind == "bot" or life.traffic else life.variant_for(principal.id)
        if variant is not None:
            found.append(Assigned(key, life.design.kind, variant, variant == life.design.control))
    return tuple(found)


def note_exposed(app: App, principal: Principal, assigned: Sequence[Assigned], at_ms: int) -> None:
    """Note that a trader was shown what his variants make; the first time of each experiment counts."""
    for each in assigned:
        app.store.expose(principal, each.experiment, each.variant.name, at_ms)


def change_of(assigned: Sequence[Assigned]) -> Change:
    """What these variants ask of the feed; the first of a kind counts where there are two."""
    weights = next((each.variant.what for each in assigned if each.kind == "weights" and each.variant.what), "")
    ranker = next((each.variant.what for each in assigned if each.kind == "ranker" and each.variant.what), "")
    found = ranker_in(ranker) if ranker else Change()
    return replace(found, weights=weights_in(weights)) if weights else found


def ranker_in(text: str) -> Change:
    """A ranker as it is written in a variant: an order, how much surprise, or both: `recommended surprise=0.5`."""
    order: Order | None = None
    surprise: float | None = None
    for word in text.split():
        name, _, value = word.partition("=")
        if word in ORDERS:
            order = word
        elif name == "surprise" and value.replace(".", "", 1).isdecimal() and float(value) <= 1:
            surprise = float(value)
        else:
            raise DataError(
                f"a ranker is written as {' or '.join(ORDERS)}, with surprise=0 to 1 where that is meant; was {text!r}."
            )
    return Change(order=order, surprise=surprise)


def weights_in(text: str) -> Weights:
    """Weights as they are written in a variant: `strategy=0.4 risk=0.2 ...`; parts that are not named stay."""
    try:
        pairs = [each.split("=", 1) for each in text.replace(",", " ").split()]
        return Weights(**{name: float(value) for name, value in pairs})
    except (ValueError, TypeError) as error:
        raise DataError(f"weights are written like strategy=0.4 risk=0.1, was {text!r} ({error}).") from error
