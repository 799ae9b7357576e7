"""The wheel, step by step: sells puts until assigned, then calls on the shares until called away, and begins again."""

from dataclasses import dataclass, replace
from typing import Literal

from engine.core.errors import DataError

State = Literal["cash", "put sold", "shares", "call sold"]


@dataclass(frozen=True, slots=True)
class Wheel:
    """Where a wheel stands, per share: its state, the open option's strike, and money so far.

    `paid` is what the shares were bought for (0 without shares), `premiums` all that was received since the last time
    there were neither shares nor options, `earned` the profit of turns that are over.
    """

    state: State = "cash"
    strike: float = 0.0
    paid: float = 0.0
    premiums: float = 0.0
    earned: float = 0.0
    turns: int = 0

    @property
    def cost_basis(self) -> float:
        """What the shares cost: the strike of the put less every premium since this turn began."""
        if self.state not in ("shares", "call sold"):
            raise DataError(f"a wheel has a cost basis while it holds shares, now it is at {self.state!r}.")
        return self.paid - self.premiums


def sell_put(wheel: Wheel, strike: float, premium: float) -> Wheel:
    """Sell a put against cash."""
    _must(wheel, "cash", "sell a put")
    return replace(_paid(wheel, strike, premium), state="put sold")


def sell_call(wheel: Wheel, strike: float, premium: float) -> Wheel:
    """Sell a call against the shares."""
    _must(wheel, "shares", "sell a call")
    return replace(_paid(wheel, strike, premium), state="call sold")


def expire(wheel: Wheel, price: float) -> Wheel:
    """The open option's expiry at this price of the share: assigned, called away, or kept for nothing.

    At the strike itself nothing is exercised.
    """
    if not 0 < price < float("inf"):
        raise DataError(f"the price of a share must be above 0, was {price:g}.")
    if wheel.state == "put sold":
        if price < wheel.strike:
            return replace(wheel, state="shares", paid=wheel.strike, strike=0.0)
        return _over(wheel, wheel.premiums)
    if wheel.state == "call sold":
        if price > wheel.strike:
            return _over(wheel, wheel.strike - wheel.cost_basis)
        return replace(wheel, state="shares", strike=0.0)
    raise DataError(f"an option expires where one was sold, this wheel is at {wheel.state!r}.")


def _must(wheel: Wheel, state: State, act: str) -> None:
    if wheel.state != state:
        raise DataError(f"to {act} the wheel must be at {state!r}, it is at {wheel.state!r}.")


def _paid(wheel: Wheel, strike: float, premium: float) -> Wheel:
    if not (strike > 0 and 0 <= premium < strike):
        raise DataError(f"a premium lies between 0 and the strike, was {premium:g} for a strike of {strike:g}.")
    return replace(wheel, strike=strike, premiums=wheel.premiums + premium)


def _over(wheel: Wheel, profit: float) -> Wheel:
    return Wheel(earned=wheel.earned + profit, turns=wheel.turns + 1)


def plan(strike: float, premium: float) -> tuple[str, ...]:
    """What comes after each outcome of the put that is sold now, in lines; amounts per share."""
    sold = sell_put(Wheel(), strike, premium)
    kept, assigned = expire(sold, strike), expire(sold, strike * 0.99)
    even = assigned.cost_basis
    return (
        f"Sell the {strike:g} put for {premium:.2f} a share and keep {strike:g} a share in cash.",
        f"At or above {strike:g} at expiry: the put is worth nothing, {kept.earned:.2f} a share is earned."
        " Sell the next put.",
        f"Below it: the shares come at {strike:g}; less the premium they cost {even:.2f} each.",
        f"Then sell calls at or above {even:.2f}, each premium lowering that cost, until the shares are called away;"
        " below it a call would lock in a loss.",
        "After a deep fall such calls pay next to nothing: the wheel waits, or sells the shares at a loss.",
    )
