"""The circuit breaker by a clock that stands still unless it is told to move."""

import pytest

from engine.gateways.claude.breaker import Breaker
from engine.gateways.claude.outcomes import Kind
from engine.gateways.claude.policy import Tolerance


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0
        self.breaker = Breaker(Tolerance(), lambda: self.at)

    def fail(self, times: int, apart: float = 1.0, kind: Kind = "server") -> None:
        """So many failures, so many seconds apart."""
        for _ in range(times):
            self.breaker.tell(kind)
            self.at += apart


def test_five_failures_within_a_minute_open_it_for_two() -> None:
    """The documented figures: 5 in 60 seconds, then 120 seconds of rest."""
    hand = Hand()
    hand.fail(4)
    assert hand.breaker.allows()
    hand.fail(1, apart=0)
    opened = hand.at
    hand.at = opened + 119.9
    assert not hand.breaker.allows()
    assert hand.breaker.is_resting
    hand.at = opened + 120
    assert hand.breaker.allows()


def test_failures_further_apart_than_a_minute_open_nothing() -> None:
    """One fault every sixteen seconds is weather, not an outage."""
    hand = Hand()
    hand.fail(30, apart=16)
    assert hand.breaker.allows()


def test_one_success_forgets_the_failures_before() -> None:
    """Only failures in a row count."""
    hand = Hand()
    hand.fail(4)
    hand.breaker.tell("ok")
    hand.fail(4)
    assert hand.breaker.allows()


@pytest.mark.parametrize("kind", ["auth", "billing", "rate", "bad_request", "refusal", "truncated", "invalid"])
def test_what_says_nothing_about_the_server_opens_nothing(kind: Kind) -> None:
    """A wrong key stays wrong for two minutes too; people should be told about it at once."""
    hand = Hand()
    hand.fail(20, kind=kind)
    assert hand.breaker.allows()


def test_after_the_rest_exactly_one_probe_goes() -> None:
    """A server that comes back is not met by a crowd."""
    hand = Hand()
    hand.fail(5)
    hand.at += 120
    assert [hand.breaker.allows() for _ in range(4)] == [True, False, False, False]
    hand.breaker.tell("ok")
    assert hand.breaker.allows()


def test_a_failed_probe_opens_it_again() -> None:
    """For the whole rest, from then on."""
    hand = Hand()
    hand.fail(5)
    hand.at += 120
    assert hand.breaker.allows()
    hand.fail(1)
    hand.at += 118
    assert not hand.breaker.allows()
    hand.at += 1
    assert hand.breaker.allows()
