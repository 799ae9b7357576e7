"""A paper trade: what exactly was traded, at which quoted price and fees, as text that is kept and read back."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Final, Literal

import numpy as np

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.options.opportunity import Leg
from engine.options.terms import Fees
from engine.services.browse_feed.moment import idea_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.positions import Position

Fill = Literal["natural", "middle"]
FILLS: Final[dict[Fill, str]] = {
    "natural": "sold at the bid, bought at the ask",
    "middle": "at the middle of bid and ask",
}
MOST_CONTRACTS: Final = 10_000
FORMAT: Final = 1
SETTING: Final = "feed:terms"


@dataclass(frozen=True, slots=True)
class Terms:
    """How a paper trade is filled: how many contracts, at which side of the quotes, at which fee a contract and leg."""

    contracts: int = 1
    fill: Fill = "natural"
    fee: float = Fees().per_contract

    def __post_init__(self) -> None:
        if not 1 <= self.contracts <= MOST_CONTRACTS:
            raise DataError(f"a paper trade must be of 1 to {MOST_CONTRACTS:,} contracts, was {self.contracts:,}.")
        if self.fill not in FILLS:
            raise DataError(f"a paper trade is filled at natural or middle prices, was {self.fill!r}.")
        if not 0 <= self.fee <= 100:
            raise DataError(f"a fee must be 0 to 100 a contract and leg, was {self.fee:g}.")


def terms_of(app: App, principal: Principal) -> Terms:
    """The terms that a trader chose for paper trades: one contract at natural prices until they choose others."""
    text = app.desk(principal).setting(SETTING)
    return Terms(**json.loads(text)) if text else Terms()


def choose_terms(app: App, principal: Principal, terms: Terms) -> None:
    """Keep the terms of paper trades from now on."""
    app.desk(principal).trader.must_write()
    app.desk(principal).set_setting(SETTING, json.dumps(asdict(terms)))


def opened(ideas: Ideas, row: int, terms: Terms, key: str) -> Position:
    """The position that one row opens; where no bids and asks are known, the fill is the middle."""
    table, idea = ideas.table, idea_of(ideas, row)
    one = table.row(row)
    natural = one.numbers.get("natural", np.nan)
    premium = natural if terms.fill == "natural" and np.isfinite(natural) else one["premium"]
    fees = terms.fee * terms.contracts * len(one.legs)
    return Position(
        key, one.underlying, one.moment, terms.contracts, one.multiplier, one.legs, one.kind.shares, one["spot"],
        premium, fees, idea.margin * terms.contracts, one.strategy, idea.sector,
    )  # fmt: skip


def fill_of(ideas: Ideas, row: int, terms: Terms) -> str:
    """The side of the quotes at which a row is filled under these terms, in words."""
    natural = ideas.table.columns.get("natural")
    known = natural is not None and bool(np.isfinite(natural[row]))
    return FILLS[terms.fill if known else "middle"]


def to_text(position: Position) -> str:
    """A position as text."""
    told = {"format": FORMAT, **asdict(position)}
    return json.dumps(told)


def from_text(text: str, what: str) -> Position:
    """The position in a text; DataError about `what` where it cannot be read."""
    try:
        told = json.loads(text)
        if told.pop("format") != FORMAT:
            raise DataError(f"{what} was kept by another version of this program and cannot be read by this one.")
        legs = tuple(Leg(**each) for each in told.pop("legs"))
        known = {each.name for each in fields(Position)}
        given: dict[str, Any] = {name: value for name, value in told.items() if name in known}
        return Position(**given, legs=legs)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{what} is damaged where it is kept. Restore a backup.") from error
