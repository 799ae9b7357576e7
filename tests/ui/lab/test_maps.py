"""The maps that are offered, and what the address may ask for."""

import pytest

from engine.core.errors import ParameterError
from pages.ui.lab.maps import MAPS, MOST_VALUES, POSSIBLE, Span, named, read, title, usual


@pytest.mark.parametrize("name", POSSIBLE)
def test_every_setting_can_be_a_side_over_all_that_it_allows(name: str) -> None:
    """Whatever is picked from the list runs at once, without an error in a field that nobody filled in."""
    span = Span(name, usual(name))
    assert 2 <= len(span.axis.values) <= MOST_VALUES
    assert read(span.text) == span


def test_the_first_map_holds_the_676_settings_of_the_core_rules() -> None:
    """Window 5 to 30 by band width 0.5 to 3: the first thing that anybody sees."""
    across, up = MAPS["Window × band width"]
    assert len(across.axis.values) * len(up.axis.values) == 676
    assert named(across, up) == "Window × band width"
    assert named(up, across) == "Own choice"


@pytest.mark.parametrize("text", ["", "window", "timeframe=1h,4h", "nothing=1:2", "window=30:5", "window=1:2:0"])
def test_an_address_that_asks_for_no_side_is_refused_in_one_line(text: str) -> None:
    """A link that was cut off must not end the page."""
    with pytest.raises(ParameterError):
        read(text)


def test_a_side_names_its_unit() -> None:
    """A number without its unit is a riddle; a share needs none."""
    assert (title("window"), title("k_sigma"), title("risk_factor")) == (
        "window, bars", "band width, σ", "risk factor"
    )  # fmt: skip
