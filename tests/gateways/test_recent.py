"""What is remembered is what was used last; what is forgotten costs time alone."""

from engine.gateways.recent import Recent


def test_what_was_not_used_for_longest_goes_first() -> None:
    """A look counts as use."""
    kept: Recent[int] = Recent(most=2)
    assert kept.put("a", 1) == 1
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert [kept.get(key) for key in "abc"] == [1, None, 3]


def test_a_newer_value_takes_the_place_and_can_be_dropped() -> None:
    """The last one put counts."""
    kept: Recent[int] = Recent()
    kept.put("a", 1)
    kept.put("a", 2)
    assert kept.get("a") == 2
    kept.drop("a")
    kept.drop("never there")
    assert kept.get("a") is None
