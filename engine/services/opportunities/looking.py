"""One opportunity under the glass: its terms, its worth elsewhere, the chain around it, what can go wrong."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from engine.core.errors import DataError
from engine.options.chain import Chain, Flags, Floats
from engine.options.curve import Curve, curve
from engine.options.features.activity import row_scores
from engine.options.features.iv_history import IvHistory
from engine.options.fields import FIELDS
from engine.options.opportunity import Opportunity
from engine.options.smile import Smile, smile
from engine.options.strategies.sensitivity import Curves, LegWorld, Shifts, curves, shifts
from engine.options.warnings import what_can_go_wrong
from engine.services.opportunities.catalogue import Ideas

AROUND: Final = 8  # strikes on either side of the legs
GROUPS: Final = {
    "What it can come to": ("premium", "natural", "max_profit", "max_loss", "breakeven_low", "breakeven_high", "pop",
                            "touch", "ev", "alpha", "return_on_risk", "annual_yield", "margin", "static_return",
                            "called_return"),
    "How it moves": ("delta", "gamma", "vega", "theta", "expected_move", "days", "forward", "discount"),
    "Volatility": ("iv", "at_money", "iv30", "iv_rank", "iv_percentile", "iv_n", "hv20", "vrp", "skew", "term_slope",
                   "forward_volatility", "vix", "vix_change"),
    "Getting in and out": ("spread_pct", "spread_money", "open_interest", "volume", "liquidity", "age", "unusual"),
    "Around it": ("support_pct", "support_atr", "resistance_pct", "resistance_atr", "earnings_in_term",
                  "days_to_earnings", "days_to_dividend", "early_exercise", "regime", "market_regime",
                  "sector_strength", "sentiment", "win_rate", "win_n"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Everything that is said of one opportunity.

    `around` the quotes near its legs, one row a contract with `leg` +1 bought, -1 sold, 0 neither; `history` the
    30-day volatilities of its underlying, None where none are known.
    """

    one: Opportunity
    curves: Curves
    shifts: Shifts
    around: pd.DataFrame
    history: IvHistory | None
    warnings: tuple[str, ...]
    simulated: bool
    sector: str


def numbers_of(ideas: Ideas) -> dict[str, int]:
    """The row of every opportunity by its name."""
    return {ideas.table.id_of(row): row for row in range(len(ideas.table))}


def look_at(ideas: Ideas, row: int) -> Look:
    """One row of the table under the glass."""
    if not 0 <= row < len(ideas.table):
        raise DataError(f"there are {len(ideas.table):,} opportunities, asked was number {row}.")
    one = ideas.table.row(row)
    part = _chain_of(ideas.chain, one)
    lines = curve(part)
    found = smile(part, lines)
    mine = part.underlying == part.names.index(one.underlying)
    world = _world(one, part, mine, (lines, found))
    history = ideas.context.volatility.get(one.underlying)
    around = _around(one, part.rows(mine), found.of_row[mine], ideas.context.earlier)
    return Look(
        one, curves(one, world), shifts(one, world), around, history, what_can_go_wrong(one),
        ideas.is_simulated(one.underlying), ideas.context.sector.get(one.underlying, ""),
    )  # fmt: skip


def _chain_of(chain: Chain, one: Opportunity) -> Chain:
    """The quotes of that moment, of every underlying: where few pairs are quoted, the others' rate is needed."""
    return chain.rows(chain.moment == one.moment)


def _world(one: Opportunity, part: Chain, mine: Flags, known: tuple[Curve, Smile]) -> LegWorld:
    """Volatility, carry and rate of every leg, from its own expiry's forward and discount."""
    lines, found = known
    rows = [
        int(np.flatnonzero(
            mine & (part.strike == leg.strike) & (part.is_call == leg.is_call) & (part.expiry == leg.expiry)
        )[0])
        for leg in one.legs
    ]  # fmt: skip
    place = lines.slice_of_row[rows]
    years = lines.years[place]
    growth = np.log(lines.forward[place] / one["spot"]) / years
    return LegWorld(found.of_row[rows], growth, -np.log(lines.discount[place]) / years)


def _around(one: Opportunity, own: Chain, sigma: Floats, earlier: Chain | None) -> pd.DataFrame:
    """The quotes of the legs, then those of their expiries, some strikes to either side."""
    if earlier is not None:
        earlier = earlier.rows(np.array(earlier.names)[earlier.underlying] == one.underlying)
    legs = {(leg.strike, leg.is_call, leg.expiry): leg.side for leg in one.legs}
    same = np.isin(own.expiry, sorted({leg.expiry for leg in one.legs}))
    strikes = np.unique(own.strike[same])
    places = np.searchsorted(strikes, [leg.strike for leg in one.legs])
    near = strikes[max(0, places.min() - AROUND) : places.max() + AROUND + 1]
    rows = np.flatnonzero(same & np.isin(own.strike, near))
    keys = zip(own.strike[rows].tolist(), own.is_call[rows].tolist(), own.expiry[rows].tolist(), strict=True)
    frame = pd.DataFrame({
        "expiry": pd.to_datetime(own.expiry[rows], unit="ms", utc=True), "strike": own.strike[rows],
        "type": np.where(own.is_call[rows], "call", "put"), "bid": own.bid[rows], "ask": own.ask[rows],
        "volatility": sigma[rows], "open_interest": own.open_interest[rows], "volume": own.volume[rows],
        "unusual": row_scores(own, earlier)[rows], "leg": [legs.get(key, 0) for key in keys],
    })  # fmt: skip
    return pd.concat([frame[frame["leg"] != 0], frame[frame["leg"] == 0]], ignore_index=True)


def told(one: Opportunity, group: str) -> list[tuple[str, str, float, str, str]]:
    """The numbers of one group that this opportunity has: name, label, value, formula, source."""
    rows = []
    for name in GROUPS[group]:
        if name in one.numbers and not (np.isnan(one[name]) and name in ("static_return", "called_return")):
            field = FIELDS[name]
            rows.append((name, field.label, one[name], field.formula, field.source))
    return rows
