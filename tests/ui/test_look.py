"""How numbers, money and dates read, and that foreign text stays text."""

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.ui.look import DARK, LIGHT, NOT_KNOWN, day, moment, money, number, percent, plain, price


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (percent(0.031, signed=True), "+3.1\u00a0%"),
        (percent(-0.068), "−6.8\u00a0%"),
        (percent(-0.0001), "0.0\u00a0%"),
        (percent(0.55, 0), "55\u00a0%"),
        (number(-1234.5, 1), "−1,234.5"),
        (number(0.0, signed=True), "0"),
        (money(1234.4), "$1,234"),
        (money(-12.5), "−$12.50"),
        (money(12.5, signed=True), "+$12.50"),
        (money(3, "BTC"), "3.00\u00a0BTC"),
        (price(47_250.4), "47,250"),
        (price(312.449), "312.45"),
        (price(0.0718321), "0.071832"),
    ],
)
def test_numbers_read_as_traders_write_them(written: str, expected: str) -> None:
    """A hyphen for a minus, or a minus before a zero, reads as carelessness with money."""
    assert written == expected


@pytest.mark.parametrize("write", [number, percent, money, price])
def test_what_is_not_known_is_a_dash(write) -> None:
    """`nan %` on a screen tells a trader nothing and looks like a fault."""
    assert {write(math.nan), write(math.inf)} == {NOT_KNOWN}


def test_dates_name_their_clock() -> None:
    """A time without its zone is wrong for most readers."""
    at = datetime(2026, 11, 5, 16, 0, tzinfo=UTC)
    assert (day(at), moment(at)) == ("5 Nov 2026", "5 Nov 2026, 16:00 UTC")


@given(st.text(alphabet="ab*_[]()!<>`$:#\\~|w.@/", max_size=40))
def test_plain_leaves_no_sign_that_markdown_reads(text: str) -> None:
    """One unescaped bracket is enough for a picture that phones home."""
    escaped = plain(text)
    bare = [at for at, sign in enumerate(escaped) if sign in "*_[]()!<>`$:#~|" and escaped[at - 1 : at] != "\\"]
    assert bare == []
    assert "://" not in escaped
    assert "www\\." not in escaped


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_small_print_and_both_directions_can_be_read_on_the_page(tokens) -> None:
    """WCAG asks 4.5 to 1 for text and 3 to 1 for marks; the dark theme is tested as the light one."""
    assert contrast(tokens.muted, tokens.page) >= 4.5
    assert min(contrast(colour, tokens.page) for colour in (tokens.up, tokens.down, tokens.fan)) >= 3


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The WCAG relative luminance of a colour."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
