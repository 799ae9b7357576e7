"""What looks like a key is taken out of text, and ordinary text stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import KNOBS
from engine.chat.secrets import REMOVED, redacted

LETTERS = "ABCDEFGHabcdefgh0123456789"


@pytest.mark.parametrize("text", [
    "sk-ant-api03-abcDEF_123-xyz", "Authorization: Bearer abcdef0123456789", "x-api-key: 0123456789abcdef",
    "AKIAIOSFODNN7EXAMPLE", "ghp_abcdefghijklmnop1234", "eyJhbGciOiJI.eyJzdWIiOiIx.abcdef",
    "-----BEGIN PRIVATE KEY-----\nMIIEvQ\nabc\n-----END PRIVATE KEY-----", "my api key is abcdefgh12345678",
    "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==",
    "postgresql://ada:secretword@host/db",
])  # fmt: skip
def test_a_key_of_a_known_shape_is_taken_out(text: str) -> None:
    """Of Claude, of exchanges, of clouds; in a header or in an address."""
    found = redacted(f"set window to 12 {text} please")
    assert REMOVED in found
    assert found.startswith("set window to 12 ")
    assert text not in found


@given(st.text(alphabet=LETTERS, min_size=32, max_size=80).filter(lambda text: any(each.isdigit() for each in text)
       and any(each.isalpha() for each in text)))  # fmt: skip
def test_no_long_mix_of_letters_and_digits_stays(key: str) -> None:
    """Exchanges give keys without any mark."""
    assert key not in redacted(f"use {key} now")


@pytest.mark.parametrize("text", [
    "set window to 12 and k_sigma to 1.5, keep the rest", "make it more conservative!", "risk_factor 0.55, size 0.0012",
    "see https://example.com/2026/11/a-long-story-about-bitcoin-and-its-price-in-2026 for more",
    "set max_asset_exposure and max_daily_loss_pct and trailing_stop_pct", "BTC/USDT 1h, 2026-11-22T10:00:00Z",
    "die Bandbreite um 0,2 erhöhen", "窗口 12",
    *(f"set {name} to {knob.default}" for name, knob in KNOBS.items()),
])  # fmt: skip
def test_what_traders_say_stays_as_it_is(text: str) -> None:
    """A wish that loses a word is another wish."""
    assert redacted(text) == text
