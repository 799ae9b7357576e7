"""A scan: every strategy found, every number re-derived by hand, every rejection counted, the same each time."""

import math

import numpy as np
import pytest

from engine.options.chain import COLUMNS, Chain, chain_of
from engine.options.filters import ScanRules
from engine.options.opportunity import Opportunity, OpportunityTable, joined
from engine.options.scanner import Scan, ScanSetup, scan
from engine.options.strategies.building import BuildRules
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.terms import Fees
from tests.options import plain
from tests.options.worlds import expiry, together

DAYS, FORWARD, DISCOUNT = 35, 101.4, 0.995
ANY = ScanRules(least_open_interest=None, least_price=None, widest_spread=None)


def skew(moneyness: np.ndarray) -> np.ndarray:
    """Straight in log-moneyness, so that what lies between strikes is known."""
    return 0.28 - 0.25 * moneyness


def market(*days: float, width: float = 0.04) -> Chain:
    parts = [
        expiry(each, skew, FORWARD * math.exp(0.02 * (each - DAYS) / 365), DISCOUNT ** (each / DAYS), width)
        for each in days
    ]
    for part in parts:
        n = len(part["strike"])
        part |= {"open_interest": 100.0 + np.arange(n), "volume": 50.0 + np.arange(n), "age": np.full(n, 3.0)}
    return together(*parts)


def found(chain: Chain, rules: ScanRules = ANY, **build: object) -> Scan:
    result = scan(chain, ScanSetup(rules, BuildRules(**build), Fees(0.65)))
    assert result is not None
    return result


SCAN = found(market(DAYS, 70))


def first(name: str) -> Opportunity:
    table = SCAN.table
    mine = np.flatnonzero((table.strategy == STRATEGIES[name].number) & (np.abs(table["days"] - DAYS) < 0.1))
    return table.row(int(mine[len(mine) // 2]))


def on_paper(one: Opportunity) -> dict[str, float]:
    """The same opportunity, worked out by hand from its quotes."""
    chain = market(DAYS, 70)
    legs = []
    for leg in one.legs:
        row = int(
            np.flatnonzero(
                (chain.strike == leg.strike) & (chain.is_call == leg.is_call) & (chain.expiry == leg.expiry)
            )[0]
        )
        quote = [float(each[row]) for each in (chain.bid, chain.ask, chain.open_interest, chain.volume)]
        legs.append(plain.Quote(leg.side, leg.is_call, leg.strike, *quote))
    at_money = float(skew(np.log(np.array([101.0, 102.0]) / FORWARD)).mean())
    world = plain.World(
        100.0, FORWARD, DISCOUNT, DAYS / 365, lambda k: float(skew(np.array(math.log(k / FORWARD)))), at_money
    )
    return plain.numbers(legs, one.kind.shares, world, 0.65, 100.0)


def test_every_strategy_is_found() -> None:
    """Twelve kinds of ideas from one chain with two expiries."""
    counts = np.bincount(SCAN.table.strategy, minlength=len(NAMES))
    assert dict(zip(NAMES, counts.tolist(), strict=True)) == {
        name: pytest.approx(counts[i]) for i, name in enumerate(NAMES)
    }
    assert (counts > 0).all()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "calendar"])
def test_every_number_is_the_one_on_paper(name: str) -> None:
    """Eleven opportunities, every column, with nothing but `math` on the other side."""
    one = first(name)
    for column, value in on_paper(one).items():
        assert one[column] == pytest.approx(value, rel=2e-5, abs=2e-6, nan_ok=True), (name, column)
    edges = plain.breakevens(
        [plain.Quote(leg.side, leg.is_call, leg.strike, leg.price, leg.price) for leg in one.legs], one.kind.shares,
        plain.World(100.0, FORWARD, DISCOUNT, DAYS / 365, lambda _: 0.3, 0.3),
    )  # fmt: skip
    mine = [each for each in (one["breakeven_low"], one["breakeven_high"]) if math.isfinite(each)]
    assert mine == pytest.approx(edges)


def by_rule(name: str, k: list[float], c: float) -> tuple[float, float, float]:
    """Money set aside, return on risk and over the term, as traders write them: strikes k, credit c, spot 100."""
    if name in ("cash_secured_put", "wheel"):
        return k[0], c / (k[0] - c), c / k[0]
    if name == "covered_call":
        return 100 - c, (k[0] - 100 + c) / (100 - c), c / 100
    if name == "short_strangle":
        asked = max(20 - (100 - k[0]), 0.1 * k[0], 20 - (k[1] - 100), 10) + c
        return asked, c / asked, c / asked
    risk = max(k[1] - k[0], k[-1] - k[-2]) - c
    return risk, c / risk, c / risk


CREDIT = [name for name, kind in STRATEGIES.items() if kind.is_credit]


@pytest.mark.parametrize("name", CREDIT)
def test_money_set_aside_and_what_it_returns(name: str) -> None:
    """By each strategy's own rule."""
    one = first(name)
    margin, risk, earned = by_rule(name, [leg.strike for leg in one.legs], one["premium"])
    assert one["margin"] == pytest.approx(margin)
    assert one["return_on_risk"] == pytest.approx(risk)
    assert one["annual_yield"] == pytest.approx(earned * 365 / DAYS)
    if math.isfinite(one["max_loss"]):
        assert one["alpha"] == pytest.approx(one["ev"] / one["max_loss"])


def test_a_covered_call_says_what_it_returns_if_nothing_moves_and_if_called() -> None:
    """Two of its numbers that no other strategy has."""
    one = first("covered_call")
    assert one["static_return"] == pytest.approx(one["premium"] / 100)
    assert one["called_return"] == pytest.approx((one.legs[0].strike - 100 + one["premium"]) / (100 - one["premium"]))
    assert math.isnan(first("iron_condor")["static_return"])


def test_each_rejected_option_has_one_reason_and_the_counts_add_up() -> None:
    """Nothing disappears unsaid."""
    chain = market(DAYS)
    rules = ScanRules(least_open_interest=150, least_volume=120, widest_spread=0.02, least_price=0.5)
    result = found(chain, rules)
    wanted = {"open interest too low", "volume too low", "spread too wide", "price too low"}
    assert set(result.contracts_rejected) <= wanted | {"no volatility", "cannot be right", "no bid and ask"}
    assert 0 < sum(result.contracts_rejected.values()) < len(chain)
    assert result.contracts == len(chain)


def test_an_unknown_spread_is_shown_as_unknown_and_rejects_nobody() -> None:
    """A chain of last prices has no spread to be too wide."""
    result = found(market(DAYS, width=0.0), ScanRules(least_open_interest=None))
    assert len(result.table) > 50
    for name in ("spread_pct", "spread_money", "natural", "liquidity"):
        assert np.isnan(result.table[name]).all(), name
    assert np.isfinite(result.table["pop"]).all()


def test_the_same_chain_gives_the_same_table_in_any_order_of_rows() -> None:
    """Deterministic, and named the same from scan to scan."""
    chain = market(DAYS)
    mixed = np.random.default_rng(1).permutation(len(chain))
    columns = {name: getattr(chain, name)[mixed] for name in COLUMNS if name != "underlying"}
    again = found(chain_of({"ABC": "equity"}, columns | {"underlying": np.full(len(chain), "ABC")})).table
    once = found(chain).table
    assert [once.id_of(row) for row in range(len(once))] == [again.id_of(row) for row in range(len(again))]
    for name, values in once.columns.items():
        assert np.array_equal(values, again[name], equal_nan=True), name
    assert len({once.id_of(row) for row in range(len(once))}) == len(once)


def test_no_position_stands_there_twice() -> None:
    """Two widths or targets that find the same legs are one idea."""
    for chain in (market(DAYS, 70), market(12)):
        table = found(chain).table
        assert len({table.id_of(row) for row in range(len(table))}) == len(table)


def test_it_can_be_watched_and_stopped() -> None:
    """Long work says how far it is."""
    heard: list[tuple[int, int]] = []
    assert scan(market(DAYS), ScanSetup(progress=lambda done, of: heard.append((done, of)))) is not None
    assert heard == [(1, 1)]
    assert scan(market(DAYS), ScanSetup(cancelled=lambda: True)) is None


def test_an_empty_chain_gives_an_empty_table() -> None:
    """No market today."""
    chain = market(DAYS)
    result = found(chain.rows(np.zeros(len(chain), dtype=np.bool_)))
    assert len(result.table) == 0
    assert result.contracts == 0


def test_tables_can_be_cut_joined_and_written() -> None:
    """What a screen does with them."""
    table = SCAN.table
    half = table.rows(np.arange(len(table)) % 2 == 0)
    both = joined([half, table.rows(np.arange(len(table)) % 2 == 1)])
    assert len(both) == len(table)
    frame = table.frame()
    assert frame["strategy"].nunique() == len(NAMES)
    assert frame.loc[frame["strategy"] == "iron_condor", "leg_1"].str.match(r"buy put \d+").all()
    assert isinstance(table, OpportunityTable)


def test_a_payoff_can_be_drawn_from_one_opportunity() -> None:
    """Its position pays what its terms say."""
    one = first("iron_condor")
    middle = (one["breakeven_low"] + one["breakeven_high"]) / 2
    assert one.positions.value(np.array([middle]))[0] == pytest.approx(one["max_profit"])
