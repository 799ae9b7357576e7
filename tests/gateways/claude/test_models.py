"""Which model is asked, worked out by hand."""

import pytest

from engine.gateways.claude.models import REPLACEMENTS, Chosen, Lifecycle, chosen
from engine.gateways.claude.money.prices import DEFAULT_MODEL, PRICES

LISTED = (
    ("claude-sonnet-5-5", "active", ""), ("claude-haiku-5-5", "active", ""),
    ("claude-sonnet-4-5", "deprecated", "2026-11-30"), ("claude-3-7-sonnet-20250219", "retired", "2026-02-19"),
    ("claude-unpriced-1", "active", ""),
)  # fmt: skip


def test_an_active_model_is_asked_without_a_word() -> None:
    """Nothing to say."""
    assert chosen("claude-sonnet-5-5", LISTED) == Chosen("claude-sonnet-5-5")


def test_a_model_before_its_end_is_asked_and_its_day_is_told() -> None:
    """Whoever set it has time to change it."""
    found = chosen("claude-sonnet-4-5", LISTED)
    assert found.model == "claude-sonnet-4-5"
    assert found.notice == "claude-sonnet-4-5 retires on 2026-11-30. Set CLAUDE_MODEL=claude-sonnet-5-5."


@pytest.mark.parametrize("wanted", ["claude-3-7-sonnet-20250219", "claude-sonnet-4-0"])
def test_a_retired_model_gives_way_to_its_documented_replacement(wanted: str) -> None:
    """Also one so old that the list does not name it any more."""
    found = chosen(wanted, LISTED)
    assert found.model == "claude-sonnet-5-5"
    assert "is retired: claude-sonnet-5-5" in found.notice


def test_a_replacement_that_is_gone_too_is_not_asked() -> None:
    """No chain of guesses."""
    assert chosen("claude-sonnet-4-5", (("claude-haiku-5-5", "active", ""),)).model == ""


@pytest.mark.parametrize(("wanted", "why"), [
    ("gpt-9", "not known"), ("claude-unpriced-1", "without a known price"), ("", "not known"),
])  # fmt: skip
def test_what_is_unknown_or_has_no_price_is_not_asked(wanted: str, why: str) -> None:
    """And it is said what could be set instead."""
    found = chosen(wanted, LISTED)
    assert found.model == ""
    assert why in found.notice
    assert found.notice.endswith("claude-sonnet-5-5, claude-haiku-5-5.")


def test_without_a_list_what_is_set_is_believed() -> None:
    """A list that cannot be got is no reason to be offline."""
    assert chosen("claude-sonnet-5-5", None).model == "claude-sonnet-5-5"
    assert chosen("claude-3-7-sonnet-20250219", None).model == "claude-sonnet-5-5"
    assert chosen("gpt-9", None).model == ""


def test_the_default_and_every_replacement_have_a_price() -> None:
    """Otherwise the documented way out would lead nowhere."""
    assert {DEFAULT_MODEL, *REPLACEMENTS.values()} <= set(PRICES)


def test_the_list_is_got_once_and_again_after_hours() -> None:
    """Every ask would otherwise begin with another request; one that failed is repeated soon."""
    clock, lists = [0.0], [None, LISTED, LISTED]
    lifecycle = Lifecycle("claude-3-7-sonnet-20250219", lambda: lists.pop(0), lambda: clock[0])
    lifecycle.choice()
    lifecycle.choice()
    assert len(lists) == 2
    clock[0] = 301.0
    lifecycle.choice()
    clock[0] = 20_000.0
    lifecycle.choice()
    assert len(lists) == 1
    clock[0] = 22_000.0
    assert lifecycle.choice().model == "claude-sonnet-5-5"
    assert lists == []
