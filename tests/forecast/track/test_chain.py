"""The chain of issued forecasts: a byte changed, a row lost, moved or put in is found, and named."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.forecast.track.chain import BEGINNING, COLUMNS, Head, Row, sealed, unsealed, verified
from engine.forecast.track.issued import Issued
from tests.forecast.track.making import THEIRS, an_issued


def a_chain(length: int) -> tuple[list[Row], Head]:
    """So many forecasts, a day after each other, and where the chain ends."""
    rows: list[Row] = []
    head = Head(0, BEGINNING)
    for day in range(length):
        rows.append(sealed("real", head, an_issued(day)))
        head = Head(rows[-1].number, rows[-1].seal)
    return rows, head


ROWS, HEAD = a_chain(6)
PLACES = st.integers(0, 5)


def test_an_untouched_chain_holds() -> None:
    """No false alarm; a chain that never began holds as well."""
    assert (verified("real", ROWS, HEAD).broken, verified("real", ROWS, HEAD).rows) == ("", 6)
    assert verified("real", [], Head(0, BEGINNING)).broken == ""


@given(PLACES, st.sampled_from(COLUMNS), st.data())
def test_a_changed_letter_or_number_anywhere_is_found_where_it_stands(
    place: int, name: str, data: st.DataObject
) -> None:
    """Every column is under the seal, the seal itself too."""
    value = getattr(ROWS[place], name)
    if isinstance(value, int):
        other: object = data.draw(st.integers(-(2**62), 2**62).filter(lambda new: new != value))
    else:
        at = data.draw(st.integers(0, len(value) - 1))
        letter = data.draw(st.characters(exclude_characters=value[at], exclude_categories=["Cs"]))
        other = value[:at] + letter + value[at + 1 :]
    spoiled = [*ROWS[:place], replace(ROWS[place], **{name: other}), *ROWS[place + 1 :]]
    found = verified("real", spoiled, HEAD)
    assert found.broken
    assert found.rows == place


@pytest.mark.parametrize("name", COLUMNS[:-1])
def test_bytes_in_place_of_text_are_a_change_and_no_crash(name: str) -> None:
    """SQLite keeps any type in any column; the doctor has to name it all the same."""
    spoiled = [*ROWS[:2], replace(ROWS[2], **{name: b"\xff"}), *ROWS[3:]]
    assert (verified("real", spoiled, HEAD).rows, bool(verified("real", spoiled, HEAD).broken)) == (2, True)


@given(PLACES)
def test_a_removed_row_is_found(place: int) -> None:
    """Also the last one, which no row after it misses."""
    found = verified("real", ROWS[:place] + ROWS[place + 1 :], HEAD)
    assert (found.rows, bool(found.broken)) == (place, True)


@given(st.permutations(range(6)).filter(lambda order: order != sorted(order)))
def test_rows_in_another_order_are_found(order: list[int]) -> None:
    """Numbers and seals both say what came before."""
    assert verified("real", [ROWS[place] for place in order], HEAD).broken


@given(PLACES)
def test_a_row_put_in_is_found_even_with_a_seal_of_its_own(place: int) -> None:
    """Whoever can seal a row cannot reseal those after it without changing the end."""
    before = Head(place, ROWS[place - 1].seal if place else BEGINNING)
    forged = sealed("real", before, an_issued(90))
    assert verified("real", [*ROWS[:place], forged, *ROWS[place:]], HEAD).broken
    assert verified("real", [*ROWS[:place], forged], HEAD).broken


def test_a_chain_rewritten_from_the_middle_on_is_found_by_its_known_end() -> None:
    """Every seal fits in such a chain; only its end is another."""
    forged = [*ROWS[:3]]
    for day in (70, 71, 72):
        forged.append(sealed("real", Head(forged[-1].number, forged[-1].seal), an_issued(day)))
    assert "not the one that the record ended with" in verified("real", forged, HEAD).broken
    assert verified("real", forged, Head(6, forged[-1].seal)).broken == ""  # why the end is worth noting elsewhere


@pytest.mark.parametrize("one", [an_issued(3), an_issued(0, THEIRS, 0.01, note="its own intervals")])
def test_what_is_read_back_is_what_was_issued(one: Issued) -> None:
    """To the last digit: scores are worked out from it."""
    assert unsealed(sealed("real", HEAD, one)) == one


def test_a_row_that_does_not_read_as_a_forecast_is_refused_in_one_line() -> None:
    """The doctor names it; a page shows the line."""
    for name, text in (("content", "{"), ("content", "{}"), ("origin", "nobody"), ("content", '{"levels": 1}')):
        with pytest.raises(DataError, match="doctor"):
            unsealed(replace(ROWS[0], **{name: text}))


def test_every_column_of_a_row_is_a_field_under_the_seal() -> None:
    """A column added later must not stay outside."""
    assert tuple(field.name for field in fields(Row)) == COLUMNS
    assert COLUMNS[-1] == "seal"
