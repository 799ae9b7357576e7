"""One opportunity: found by its name again, with the quotes around it, its history, its curves and its warnings."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.options.fields import FIELDS
from engine.options.strategies.kinds import NAMES
from engine.services.opportunities.catalogue import Ideas, ideas
from engine.services.opportunities.looking import GROUPS, look_at, numbers_of, told
from engine.services.sample import make_world
from engine.services.startup import App


@pytest.fixture
def found(app: App) -> Ideas:
    """What the sample world offers."""
    make_world(app)
    made = ideas(app)
    assert made is not None
    return made


def test_every_kind_can_be_looked_at(found: Ideas) -> None:
    """Twelve strategies, coins and companies."""
    table = found.table
    for number in range(len(NAMES)):
        row = int(np.flatnonzero(table.strategy == number)[0])
        look = look_at(found, row)
        assert look.one.id == table.id_of(row)
        assert np.isfinite(look.curves.now).all()
        assert np.isfinite(look.shifts.profit).all()
        assert look.warnings
        assert sorted(look.around["leg"][look.around["leg"] != 0]) == sorted(leg.side for leg in look.one.legs)
        assert look.simulated


def test_where_few_pairs_are_quoted_the_others_rate_is_known(found: Ideas) -> None:
    """An underlying of few strikes near the money has no rate of its own, yet its curves can be drawn."""
    for row in range(0, len(found.table), 41):
        look = look_at(found, row)
        assert np.isfinite(look.curves.now).all(), look.one.id


def test_a_name_finds_its_row_again(found: Ideas) -> None:
    """What a link carries."""
    numbers = numbers_of(found)
    assert len(numbers) == len(found.table)
    assert numbers[found.table.id_of(17)] == 17


def test_now_at_the_present_price_it_has_neither_won_nor_lost(found: Ideas) -> None:
    """The curves begin where the quotes are."""
    look = look_at(found, 5)
    at = int(np.argmin(np.abs(look.curves.price - look.one["spot"])))
    most = np.abs(look.curves.at_expiry).max()
    assert abs(look.curves.now[at]) < 0.05 * most


def test_every_number_has_its_formula(found: Ideas) -> None:
    """One click away."""
    named = {name for names in GROUPS.values() for name in names}
    assert set(found.table.columns) - named <= {"spot"}
    for group in GROUPS:
        for name, label, _, formula, _ in told(look_at(found, 3).one, group):
            assert label == FIELDS[name].label
            assert formula


def test_a_row_that_is_not_there_is_refused(found: Ideas) -> None:
    """One line."""
    with pytest.raises(DataError, match="asked was number"):
        look_at(found, len(found.table))
